//! Seat calculator: the tally core of an in-browser election calculator.

/// Whether this is the full build, or the small one that shows a result, gives seats away and takes stances.
const FULL: bool = cfg!(feature = "full");

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
pub mod order;
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
