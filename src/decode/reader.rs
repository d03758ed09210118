//! Reading typed fields out of a [`Value`], noting every fault instead of stopping at the first.

use super::value::{Kind, Value};
use crate::problem::{Path, Problems};

/// The largest whole number a vote field takes: more than any electorate, and sums of it stay exact.
pub const MOST_VOTES: u64 = u32::MAX as u64;

/// Reads fields and collects problems.
#[derive(Debug, Default)]
pub struct Reader {
    /// What was found wrong so far.
    pub problems: Problems,
}

impl Reader {
    /// Notes that something at `path` should have been `wanted`.
    pub fn expected(&mut self, path: &Path, kind: Kind, wanted: &str) {
        if kind == Kind::Missing {
            let message = format_args!("missing: expected {wanted}");
            self.problems.add(path, "missing", message);
        } else {
            let message = format_args!("expected {wanted}");
            self.problems.add(path, "wrong-kind", message);
        }
    }

    /// A text that must be there.
    pub fn text<'v>(&mut self, value: &'v Value, path: &Path) -> &'v str {
        value.text().unwrap_or_else(|| {
            self.expected(path, value.kind(), "a text");
            ""
        })
    }

    /// A text that may be missing (or null).
    pub fn maybe_text<'v>(&mut self, value: &'v Value, path: &Path) -> Option<&'v str> {
        (!absent(value)).then(|| self.text(value, path))
    }

    /// A whole number from 0 to `most` that must be there; 0 stands for a bad one.
    pub fn whole(&mut self, value: &Value, path: &Path, most: u64) -> u64 {
        let Some(number) = value.number() else {
            self.expected(path, value.kind(), "a whole number");
            return 0;
        };
        if number < 0.0 {
            self.problems
                .add(path, "negative", "negative: expected 0 or more");
        } else if number > most as f64 {
            let message = format_args!("too large: at most {most}");
            self.problems.add(path, "too-large", message);
        } else if number.fract() != 0.0 {
            self.problems
                .add(path, "not-whole", "expected a whole number");
        } else {
            return number as u64;
        }
        0
    }

    /// A whole number that may be missing (or null).
    pub fn maybe_whole(&mut self, value: &Value, path: &Path, most: u64) -> Option<u64> {
        (!absent(value)).then(|| self.whole(value, path, most))
    }

    /// `true` or `false`.
    pub fn bool(&mut self, value: &Value, path: &Path) -> bool {
        value.bool().unwrap_or_else(|| {
            self.expected(path, value.kind(), "true or false");
            false
        })
    }

    /// The items of a list that must be there.
    pub fn list<'v, 'a>(&mut self, value: &'v Value<'a>, path: &Path) -> &'v [Value<'a>] {
        if value.kind() != Kind::List {
            self.expected(path, value.kind(), "a list");
        }
        value.items()
    }

    /// The items of a list that may be missing (or null).
    pub fn maybe_list<'v, 'a>(&mut self, value: &'v Value<'a>, path: &Path) -> &'v [Value<'a>] {
        if absent(value) {
            &[]
        } else {
            self.list(value, path)
        }
    }

    /// A list of texts that must be there.
    pub fn texts(&mut self, value: &Value, path: &Path) -> Vec<String> {
        let items = self.list(value, path).iter().enumerate();
        items
            .map(|(i, item)| self.text(item, &path.item(i)).to_owned())
            .collect()
    }

    /// A name: a text, or an object of texts by language with at least an English one. None of them may be empty.
    pub fn name(&mut self, value: &Value, path: &Path) {
        let empty = match value.kind() {
            Kind::Object => {
                self.text(value.field("en"), &path.field("en"));
                for (language, name) in value.fields().iter().filter(|(name, _)| name != "en") {
                    self.text(name, &path.field(language));
                }
                value.fields().iter().any(|(_, name)| blank(name))
            }
            _ => {
                self.text(value, path);
                blank(value)
            }
        };
        if empty {
            let message = "a name must not be empty";
            self.problems.add(path, "empty-name", message);
        }
    }
}

fn absent(value: &Value) -> bool {
    matches!(value, Value::Missing | Value::Null)
}

fn blank(value: &Value) -> bool {
    value.text().is_some_and(|text| text.trim().is_empty())
}
