//! Questions asked of an election or a house, each in a file of its own.

mod after;
pub mod ask;
pub mod bignum;
pub mod close;
pub mod coalitions;
pub mod contests;
pub mod key_seats;
pub mod margins;
pub mod path;
pub mod pooled;
pub mod power;
pub mod proportion;
pub mod roster;
pub mod rows;
pub mod since;
pub mod sweep;
pub mod tipping;
pub mod ways;
pub mod whose;
pub mod worth;
