//! What is attacked, and what must be true of every answer.

mod claims;
mod datasets;
mod edits;
mod feeds;
mod scenarios;
mod support;
mod tables;

/// One way into the program.
pub struct Target {
    pub name: &'static str,
    /// Words that inputs of it are made of.
    pub words: &'static [&'static str],
    /// Panics where an answer is wrong; whether the input was whole enough for the deeper checks.
    pub check: fn(&[u8]) -> bool,
}

/// Every target.
pub const ALL: &[Target] = &[
    tables::TARGET,
    datasets::TARGET,
    scenarios::TARGET,
    feeds::TARGET,
    claims::TARGET,
    edits::TARGET,
];
