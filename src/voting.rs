//! Weighted voting games: each player (a party, an alliance, a member who sits alone) brings its
//! seats, and a coalition wins when its seats reach the quota. Nothing here knows an election.

pub mod coalitions;
mod game;
pub mod power;

pub use game::{Game, GameError, MAX_PLAYERS, MAX_SEATS, Players, members};
