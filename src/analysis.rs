//! Analyses: questions about an election as a scenario has it. [`query`] lists those that are asked
//! by name and worked out in steps.

pub mod context;
pub mod house;
pub mod players;
pub mod query;
pub mod seats;
pub mod votes;
