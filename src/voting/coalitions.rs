//! Which coalitions reach the majority mark and need every member.
//!
//! A house is a weighted voting [`Game`]: each player (a party, an alliance or an independent member) brings its seats,
//! and a coalition wins when its seats reach the quota. A coalition is *minimal winning* when it wins and would no longer
//! win if any one of its members left. A coalition with surplus `u` above the quota is therefore minimal exactly when each
//! of its members brings more than `u` seats; counting and listing both rest on that.
//!
//! | question | answer |
//! |---|---|
//! | how many minimal winning coalitions are there, under a [`Constraints`]? | [`CoalitionSet::count`], exact, without listing |
//! | which are the first of them? | [`CoalitionSet::in_order`]: fewest members, then smallest surplus, then player order |
//! | and with parties of equal size merged? | [`CoalitionSet::count_types`], [`CoalitionSet::types_in_order`] |
//! | and of a few players, in little code? | [`few`] |
//! | all of them, as fast as they can be written down, in any order? | [`list`], and [`Listing`] in steps |
//! | what of this set of players? | [`Standing::of`] |
//! | how can this set be completed? | [`CoalitionSet::completing`] |
//!
//! A player without seats is in no minimal winning coalition. With a quota of 0 the empty coalition wins, and is the only
//! minimal winning one; with a quota above all seats together there is none.

mod constraints;
mod count;
mod enumerate;
mod few;
mod listing;
mod standing;
mod subset_sums;

pub use super::game::{Game, GameError, MAX_PLAYERS, MAX_SEATS, Players};
pub(crate) use super::game::{members, ranked};
pub use constraints::{CoalitionSet, Constraints, MAX_PAIRS};
pub use count::Counting;
pub use enumerate::{Coalition, CoalitionType, Part, Ranked, TypesInOrder};
pub use few::{FEW, Found, few};
pub use listing::{Listing, Mask, list};
pub use standing::Standing;
