//! A claim as the press prints one, checked against itself and against the declared result.
//!
//! A text is read in three steps: [`token`] finds names, numbers and words in it, [`grammar`] gives
//! every number a [`Measure`], and [`check`] compares each [`Figure`] with what the election says.
//! Words and grammar are data: `claim/words.csv`, `claim/grammar.csv`, `claim/aliases.csv`.
//!
//! Nothing is guessed. A number that no line of the grammar speaks of makes the whole claim "not
//! understood"; where a text can be read in two ways, both readings are checked and shown.

pub mod background;
pub mod book;
pub mod check;
mod consistency;
mod fact;
mod figure;
mod fold;
pub mod grammar;
mod history;
mod hour;
mod measure;
mod names;
mod places;
mod printed;
mod raw;
mod sides;
mod terms;
pub mod token;
mod verdict;
mod words;

pub use check::check;
pub use figure::{Claim, Figure, Scope, Who};
pub use measure::{Kind, Measure};
pub use printed::{Bound, Printed};
pub use verdict::{Answer, Finding, Reading, Verdict};
