//! The core through its public interface: published figures, slow references, made-up houses.

mod support;

mod analysis_steps;
mod chances;
mod chart;
mod claims;
mod coalition_formation;
mod coalitions;
mod comparison;
mod corners;
mod dataset;
mod edit_objects;
mod facts;
mod feed;
mod jharkhand;
mod known_in_part;
mod map;
mod notation;
mod outcome;
mod palette;
mod partial_counts;
mod pool_threshold;
mod power;
mod questions;
mod random_scenarios;
mod seat_changes;
mod seats_votes_curve;
mod shipped_data;
mod sweep;
mod vote_analysis;
