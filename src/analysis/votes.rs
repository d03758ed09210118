//! Votes: what they are worth in seats, how they moved, and how many must move.

pub mod butler_swing;
pub mod disproportionality;
pub mod pool_threshold;
pub mod swept_curve;
pub mod swing_scatter;
pub mod tipping_point;
