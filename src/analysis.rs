//! Questions asked of an election or a house, each in a file of its own.

mod after;
#[cfg(feature = "full")]
pub mod ask;
pub mod ballots;
pub mod bignum;
pub mod close;
pub mod coalitions;
pub mod contests;
pub mod facts;
pub mod key_seats;
pub mod margins;
pub mod path;
pub mod polls;
#[cfg(feature = "full")]
pub mod pooled;
pub mod power;
pub mod proportion;
pub mod roster;
pub mod rows;
pub mod since;
#[cfg(feature = "full")]
pub mod sweep;
pub mod then;
#[cfg(feature = "full")]
pub mod tipping;
pub mod upper;
pub mod ways;
pub mod whose;
pub mod worth;
