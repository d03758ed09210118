//! Measurements against other programs.

mod chromium;
mod coalitions;
mod edits;
mod load;
mod paint;
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
            .and_then(|()| edits::run())
            .and_then(|()| load::run())
            .and_then(|()| paint::run())
            .and_then(|()| pictures::run())
            .and_then(|()| sweep::run()),
        Some("coalitions") => coalitions::run(),
        Some("edits") => edits::run(),
        Some("load") => load::run(),
        Some("paint") => paint::run(),
        Some("pictures") => pictures::run(),
        Some("sweep") => sweep::run(),
        Some(name) => bail!(
            "no benchmark is called {name}; there are: coalitions, edits, load, paint, pictures, sweep"
        ),
    }
}
