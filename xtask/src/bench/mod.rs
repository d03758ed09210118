//! Measurements against other programs.

mod chromium;
mod coalitions;
mod page;
mod participant;
mod pictures;
mod rounds;
mod sweep;

use anyhow::{Result, bail};

/// Runs the benchmark called `name`, or all of them.
///
/// # Errors
/// When there is no benchmark of that name, something it needs is missing, or two answers of the core differ.
pub fn run(name: Option<&str>) -> Result<()> {
    match name {
        None => coalitions::run()
            .and_then(|()| edits())
            .and_then(|()| load())
            .and_then(|()| paint())
            .and_then(|()| pictures::run())
            .and_then(|()| sweep::run()),
        Some("coalitions") => coalitions::run(),
        Some("edits") => edits(),
        Some("load") => load(),
        Some("paint") => paint(),
        Some("pictures") => pictures::run(),
        Some("sweep") => sweep::run(),
        Some(name) => bail!(
            "no benchmark is called {name}; there are: coalitions, edits, load, paint, pictures, sweep"
        ),
    }
}

/// What one edit of the page costs, at 81 and at 4,120 constituencies.
fn edits() -> Result<()> {
    page::measure("edits", &[])
}

/// What a first visit over a slow line costs.
fn load() -> Result<()> {
    page::measure("load", &[])
}

/// From a click to the painted frame at the 543 constituencies of the Lok Sabha election of 2024.
fn paint() -> Result<()> {
    page::measure("paint", &["data/lok-sabha-2024.json"])
}
