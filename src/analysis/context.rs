//! What is known around a result: the parties' record, earlier elections, exit polls, postal votes,
//! the upper house.

pub mod exit_polls;
pub mod friendly_fights;
pub mod party_statistics;
pub mod postal_and_nota;
pub mod seat_changes;
pub mod upper_house_quota;
