//! Reading typed fields out of a [`Node`], noting what is wrong instead of stopping at it.

use crate::FULL;
use crate::node::{Kind, Node};
use crate::problem::{Path, Problems};

/// The largest whole number a vote field takes: more than any electorate, and sums of it stay exact.
pub const MOST_VOTES: u64 = u32::MAX as u64;

/// Reads fields and collects problems.
pub struct Reader {
    /// What was found wrong so far.
    pub problems: Problems,
}

impl Reader {
    /// A reader that has found nothing wrong yet.
    pub fn new() -> Self {
        Reader {
            problems: Problems::default(),
        }
    }

    /// Notes that something at `path` should have been `wanted`.
    #[cfg_attr(not(feature = "full"), inline(always))]
    pub fn expected(&mut self, path: &Path, kind: Kind, wanted: &str) {
        if kind == Kind::Missing {
            self.problems
                .add(path, "missing", format!("missing: expected {wanted}"));
        } else {
            self.problems
                .add(path, "wrong-kind", format!("expected {wanted}"));
        }
    }

    /// A text that must be there.
    pub fn text<N: Node>(&mut self, node: &N, path: &Path) -> String {
        match node.text() {
            Some(text) => text,
            None => {
                self.expected(path, node.kind(), "a text");
                String::new()
            }
        }
    }

    /// A text that may be missing (or null).
    pub fn maybe_text<N: Node>(&mut self, node: &N, path: &Path) -> Option<String> {
        absent(node.kind())
            .then_some(())
            .map_or_else(|| Some(self.text(node, path)), |()| None)
    }

    /// A whole number from 0 to `most` that must be there; 0 stands for a bad one.
    pub fn whole<N: Node>(&mut self, node: &N, path: &Path, most: u64) -> u64 {
        let Some(number) = node.number() else {
            self.expected(path, node.kind(), "a whole number");
            return 0;
        };
        if number < 0.0 {
            self.problems
                .add(path, "negative", "negative: expected 0 or more");
            0
        } else if number > most as f64 {
            self.problems
                .add(path, "too-large", format!("too large: at most {most}"));
            0
        } else if (number as u64) as f64 != number {
            // Fractions, and what is no number at all.
            self.problems
                .add(path, "not-whole", "expected a whole number");
            0
        } else {
            number as u64
        }
    }

    /// A whole number that may be missing (or null).
    pub fn maybe_whole<N: Node>(&mut self, node: &N, path: &Path, most: u64) -> Option<u64> {
        if absent(node.kind()) {
            None
        } else {
            Some(self.whole(node, path, most))
        }
    }

    /// The items of a list that must be there.
    pub fn list<N: Node>(&mut self, node: &N, path: &Path) -> Vec<N> {
        if node.kind() != Kind::List {
            self.expected(path, node.kind(), "a list");
        }
        node.items()
    }

    /// The items of a list that may be missing.
    pub fn maybe_list<N: Node>(&mut self, node: &N, path: &Path) -> Vec<N> {
        if absent(node.kind()) {
            Vec::new()
        } else {
            self.list(node, path)
        }
    }

    /// A list of texts that must be there.
    pub fn texts<N: Node>(&mut self, node: &N, path: &Path) -> Vec<String> {
        let items = self.list(node, path);
        items
            .iter()
            .enumerate()
            .map(|(i, item)| self.text(item, &path.item(i)))
            .collect()
    }

    /// A name: a text, or an object with at least an English text. Answers the English one. The small build needs none.
    pub fn name<N: Node>(&mut self, node: &N, path: &Path) -> String {
        if !FULL {
            return String::new();
        }
        let (text, empty) = match node.kind() {
            Kind::Object => {
                let names = node.names();
                let empty = names
                    .iter()
                    .any(|language| blank(node.field(language).text()));
                (self.text(&node.field("en"), &path.field("en")), empty)
            }
            _ => {
                let text = self.text(node, path);
                (text.clone(), blank(Some(text)))
            }
        };
        if empty && node.kind() != Kind::Missing {
            self.problems
                .add(path, "empty-name", "a name must not be empty");
        }
        text
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

fn absent(kind: Kind) -> bool {
    matches!(kind, Kind::Missing | Kind::Null)
}

fn blank(text: Option<String>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}
