//! Attacks on the core and on the importer: damaged and made-up inputs, each answer held against
//! what must be true of it. `cargo xtask fuzz` runs them.

pub mod corpus;
pub mod engine;
pub mod json;
pub mod mutation;
#[path = "../../core/support/reference/mod.rs"]
pub mod reference;
pub mod targets;
