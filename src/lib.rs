//! Seat calculator: the tally core of an in-browser election calculator.

#[cfg(feature = "full")]
pub mod analysis;
pub mod calculator;
#[cfg(feature = "full")]
pub mod chart;
pub mod checksum;
pub mod dataset;
pub mod decode;
pub mod election;
pub mod majority;
pub mod outcome;
pub mod problem;
pub mod report;
pub mod scenario;
pub mod share;
pub mod status;
#[cfg(feature = "full")]
pub mod sweep;
pub mod voting;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
