//! The house as a weighted voting game: its minimal winning coalitions and the power of its
//! players.

pub mod coalitions;
pub mod power;
