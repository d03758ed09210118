//! What is wrong with an input: every problem with its place, its code and a sentence. The small build only counts them: the
//! page then loads the full module, which tells.

#[cfg(feature = "full")]
#[path = "problem/listed.rs"]
mod problems;
#[cfg(not(feature = "full"))]
#[path = "problem/counted.rs"]
mod problems;

pub use problems::{Path, Problems};

use std::fmt;

/// How many problems are told; all are counted.
pub const TOLD: usize = 20;

/// How many are kept with their texts, for who asks for all of them.
pub const MOST: usize = 1_000;

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

impl Problems {
    /// `Err` with these problems if there is any, else `Ok` with the value.
    pub fn or<T>(self, value: T) -> Result<T, Problems> {
        if self.total() == 0 {
            Ok(value)
        } else {
            Err(self)
        }
    }

    /// Problems that hold just one.
    #[inline]
    pub fn one(path: impl fmt::Display, code: &'static str, message: impl fmt::Display) -> Self {
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
        if self.total() > kept {
            writeln!(f, "and {} more", self.total() - kept)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
