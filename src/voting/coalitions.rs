//! Minimal winning coalitions: those that win and would no longer win if any one of their members
//! left.
//!
//! A coalition with surplus `u` above the quota is minimal winning exactly when each of its members
//! brings more than `u` seats; counting and listing both rest on that. A player without seats is in
//! no minimal winning coalition. With a quota of 0 the empty coalition wins and is the only minimal
//! winning one; with a quota above all seats there is none.
//!
//! | question | answer |
//! |---|---|
//! | which coalitions are asked for? | [`Constraints`] on a game, as a [`CoalitionSet`] |
//! | how many are there? | [`count`], or [`Counting`] in steps: exact, without listing them |
//! | which come first? | [`Ranked`]: fewest members, then smallest surplus, then player order |
//! | and of a few players, in little code? | [`few`] |

mod constraints;
mod count;
mod enumerate;
mod enumerate_small;
mod subset_sums;

pub use constraints::{CoalitionSet, Constraints, MAX_PAIRS};
pub use count::{Counting, count};
pub use enumerate::{Coalition, Ranked};
pub use enumerate_small::{FEW, Found, few};
