//! Weighted voting games: coalitions that win, and what each player is worth. Knows no election.

pub mod bignum;
pub mod coalitions;
pub mod game;
pub mod power;
