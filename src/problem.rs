//! What is wrong with an input: every problem with its place, its code and a sentence.

use std::fmt;

/// How many problems are kept with their texts; all are counted.
pub const KEPT: usize = 20;

/// One thing wrong, at one place of the input.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// Where, as a reader of the file would write it: `constituencies[27].candidates[3].votes`.
    pub path: String,
    /// A stable short name of the kind of problem, for programs.
    pub code: &'static str,
    /// What is wrong and what would be right, for people.
    pub message: String,
}

/// All problems of one input: the first [`KEPT`] in full, the rest counted; in the small build all are only counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    total: usize,
    #[cfg(feature = "full")]
    list: Vec<Problem>,
    /// Where the caller has each item of a list that is read in another order.
    #[cfg(feature = "full")]
    places: Vec<usize>,
}

impl Problems {
    /// No problems yet, of a list whose items stand at these places of the caller's.
    pub(crate) fn of_list(places: Vec<usize>) -> Self {
        let _ = &places;
        Problems {
            #[cfg(feature = "full")]
            places,
            ..Problems::default()
        }
    }

    /// Where the caller has the item read as number `index`.
    pub(crate) fn place(&self, index: usize) -> usize {
        #[cfg(feature = "full")]
        if let Some(place) = self.places.get(index) {
            return *place;
        }
        index
    }

    /// Notes one problem. The small build only counts it.
    #[cfg_attr(not(feature = "full"), inline(always))]
    pub fn add(&mut self, path: impl fmt::Display, code: &'static str, message: impl Into<String>) {
        self.total += 1;
        #[cfg(feature = "full")]
        if self.list.len() < KEPT {
            self.list.push(Problem {
                path: path.to_string(),
                code,
                message: message.into(),
            });
        }
        #[cfg(not(feature = "full"))]
        let _ = (path, code, message);
    }

    /// The same where no list of edits was given but the body of one: `edits[3].swing.from` is `from` then.
    #[cfg(feature = "full")]
    pub(crate) fn of_question(mut self) -> Self {
        for problem in &mut self.list {
            if problem.path.starts_with("edits[") {
                problem.path = problem.path.splitn(3, '.').skip(2).collect();
            }
        }
        self
    }

    /// The problems kept, in the order they were found.
    pub fn list(&self) -> &[Problem] {
        #[cfg(feature = "full")]
        return &self.list;
        #[cfg(not(feature = "full"))]
        &[]
    }

    /// How many there are, those not kept included.
    pub fn total(&self) -> usize {
        self.total
    }

    /// `Err` with these problems if there is any, else `Ok` with the value.
    pub fn or<T>(self, value: T) -> Result<T, Problems> {
        if self.total == 0 {
            Ok(value)
        } else {
            Err(self)
        }
    }

    /// Problems that hold just one.
    #[cfg_attr(not(feature = "full"), inline(always))]
    pub fn one(path: impl fmt::Display, code: &'static str, message: impl Into<String>) -> Self {
        let mut problems = Problems::default();
        problems.add(path, code, message);
        problems
    }
}

/// Notes that the small build cannot tell, and the full one can.
pub fn needs_full(problems: &mut Problems) {
    problems.add("", "needs-full", "the full module knows");
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in self.list() {
            if !problem.path.is_empty() {
                write!(f, "{}: ", problem.path)?;
            }
            writeln!(f, "{} [{}]", problem.message, problem.code)?;
        }
        let kept = self.list().len();
        if self.total > kept {
            writeln!(f, "and {} more", self.total - kept)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// A place in the input, built on the stack while reading and written out only when something is wrong there. The small
/// build does not look where it is.
#[derive(Clone, Copy)]
pub struct Path<'a> {
    #[cfg(feature = "full")]
    parent: Option<&'a Path<'a>>,
    #[cfg(feature = "full")]
    step: Step<'a>,
    #[cfg(not(feature = "full"))]
    nowhere: std::marker::PhantomData<&'a ()>,
}

#[cfg(feature = "full")]
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Item(usize),
}

#[cfg(feature = "full")]
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

#[cfg(not(feature = "full"))]
impl<'a> Path<'a> {
    /// The input itself.
    pub const ROOT: Path<'static> = Path {
        nowhere: std::marker::PhantomData,
    };

    /// The place of a field of this object.
    pub fn field(&'a self, _: &'a str) -> Path<'a> {
        *self
    }

    /// The place of an item of this list, counted from 0.
    pub fn item(&'a self, _: usize) -> Path<'a> {
        *self
    }
}

impl fmt::Display for Path<'_> {
    #[cfg(feature = "full")]
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

    #[cfg(not(feature = "full"))]
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

#[cfg(all(test, feature = "full"))]
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
    fn keeps_twenty_and_counts_all() {
        let mut problems = Problems::default();
        for i in 0..33 {
            problems.add(Path::ROOT.field("x").item(i), "code", "message");
        }
        assert_eq!((problems.list().len(), problems.total()), (20, 33));
        assert!(problems.to_string().ends_with("and 13 more\n"));
    }
}
