//! Seats by the votes that would change their holder.

pub mod cheapest_path;
pub mod key_seats;
pub mod marginal_seats;
pub mod votes_above_margin;
