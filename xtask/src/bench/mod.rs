//! Measurements against other programs.

mod chromium;
mod coalitions;
mod edits;
mod load;
mod participant;
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
            .and_then(|()| sweep::run()),
        Some("coalitions") => coalitions::run(),
        Some("edits") => edits::run(),
        Some("load") => load::run(),
        Some("sweep") => sweep::run(),
        Some(name) => {
            bail!("no benchmark is called {name}; there are: coalitions, edits, load, sweep")
        }
    }
}
