//! Questions asked of an election or a house, each in a file of its own.

mod after;
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
pub mod pooled;
pub mod power;
pub mod proportion;
pub mod roster;
pub mod rows;
pub mod since;
pub mod sweep;
pub mod then;
pub mod tipping;
pub mod upper;
pub mod ways;
pub mod whose;
pub mod worth;
