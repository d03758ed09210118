//! Questions asked of an election or a house, each in a file of its own.

pub mod bignum;
pub mod coalitions;
pub mod contests;
pub mod power;
