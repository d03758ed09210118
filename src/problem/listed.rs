//! Problems with their texts and places.

use super::{MOST, Problem, TOLD};
use std::fmt;

/// All problems of one input: the first [`MOST`] in full, the rest counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    total: usize,
    list: Vec<Problem>,
    /// Where the caller has each item of a list that is read in another order.
    places: Vec<usize>,
}

impl Problems {
    /// No problems yet, of a list whose items stand at these places of the caller's.
    pub(crate) fn of_list(places: Vec<usize>) -> Self {
        Problems {
            places,
            ..Problems::default()
        }
    }

    /// Where the caller has the item read as number `index`.
    pub(crate) fn place(&self, index: usize) -> usize {
        self.places.get(index).copied().unwrap_or(index)
    }

    /// Notes one problem.
    pub fn add(&mut self, path: impl fmt::Display, code: &'static str, message: impl fmt::Display) {
        self.total += 1;
        if self.list.len() < MOST {
            self.list.push(Problem {
                path: path.to_string(),
                code,
                message: message.to_string(),
            });
        }
    }

    /// The same where no list of edits was given but the body of one: `edits[3].swing.from` is `from` then.
    pub(crate) fn of_question(mut self) -> Self {
        for problem in &mut self.list {
            if problem.path.starts_with("edits[") {
                problem.path = problem.path.splitn(3, '.').skip(2).collect();
            }
        }
        self
    }

    /// The first [`TOLD`] problems, in the order they were found.
    pub fn list(&self) -> &[Problem] {
        &self.list[..self.list.len().min(TOLD)]
    }

    /// All problems, up to [`MOST`], in the order they were found.
    pub fn all(&self) -> &[Problem] {
        &self.list
    }

    /// How many there are, those not kept included.
    pub fn total(&self) -> usize {
        self.total
    }
}

/// A place in the input, built on the stack while reading and written out only when something is wrong there.
#[derive(Clone, Copy)]
pub struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Item(usize),
}

impl<'a> Path<'a> {
    /// The input itself.
    pub const ROOT: Path<'static> = Path {
        parent: None,
        step: Step::Root,
    };

    /// The place of a field of this object.
    pub fn field(&'a self, name: &'a str) -> Path<'a> {
        Path {
            parent: Some(self),
            step: Step::Field(name),
        }
    }

    /// The place of an item of this list, counted from 0.
    pub fn item(&'a self, index: usize) -> Path<'a> {
        Path {
            parent: Some(self),
            step: Step::Item(index),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(parent) = self.parent else {
            return Ok(());
        };
        parent.fmt(f)?;
        match self.step {
            Step::Root => Ok(()),
            Step::Item(index) => write!(f, "[{index}]"),
            Step::Field(name) if parent.parent.is_none() => f.write_str(name),
            Step::Field(name) => write!(f, ".{name}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_like_code() {
        let list = Path::ROOT.field("constituencies");
        let item = list.item(27);
        let candidates = item.field("candidates");
        let third = candidates.item(3);
        assert_eq!(
            third.field("votes").to_string(),
            "constituencies[27].candidates[3].votes"
        );
    }

    #[test]
    fn tells_twenty_keeps_many_and_counts_all() {
        let mut problems = Problems::default();
        for i in 0..33 {
            problems.add(Path::ROOT.field("x").item(i), "code", "message");
        }
        assert_eq!((problems.list().len(), problems.total()), (20, 33));
        assert_eq!(problems.all()[32].path, "x[32]");
        assert!(problems.to_string().ends_with("and 13 more\n"));
        for _ in 0..MOST {
            problems.add("x", "code", "message");
        }
        assert_eq!((problems.all().len(), problems.total()), (MOST, MOST + 33));
    }
}
