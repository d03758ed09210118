//! Seat calculator: the tally core of an in-browser election calculator.

#![cfg_attr(all(target_arch = "wasm32", not(feature = "bench")), no_std)]

#[macro_use]
extern crate alloc;

mod prelude {
    //! What the standard library's own prelude has of `alloc`: the browser build does without the rest of it.
    pub use alloc::borrow::ToOwned;
    pub use alloc::boxed::Box;
    pub use alloc::string::{String, ToString};
    pub use alloc::vec::Vec;

    pub(crate) use crate::gather::Gather;
    pub(crate) use crate::problem::say;
}

/// Whether this is the full build, or the small one that shows a result, gives seats away and takes stances.
const FULL: bool = cfg!(feature = "full");

pub mod analysis;
pub mod calculator;
#[cfg(feature = "full")]
pub mod chart;
pub mod checksum;
pub mod dataset;
pub mod election;
mod gather;
pub mod majority;
pub mod node;
pub mod notation;
pub mod order;
pub mod outcome;
pub mod problem;
pub mod read;
pub mod report;
pub mod scenario;
pub mod status;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
