//! Seat calculator: the tally core of an in-browser election calculator.

pub mod analysis;
pub mod calculator;
pub mod checksum;
pub mod dataset;
pub mod election;
pub mod majority;
pub mod node;
pub mod notation;
pub mod outcome;
pub mod problem;
pub mod read;
pub mod report;
pub mod scenario;
pub mod status;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
