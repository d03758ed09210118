//! `cargo xtask data`: the data files of the page, from a folder of CSV files.
//!
//! [`tables`] reads the rows, [`assemble`] joins and checks them, [`dataset`] is the shape that is written (DATA.md).
//! What a person decided stands in its own file: [`person`] and [`parties`] how names are printed, [`spellings`] what
//! else a search should find, [`palette`] who wears which colour, [`elections`] the days and sources of each election.

mod assemble;
#[cfg(test)]
mod colour;
#[cfg(test)]
mod committed;
mod dataset;
mod elections;
mod palette;
mod parties;
mod person;
mod spellings;
mod tables;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use seat_calculator::election::Election;
use serde_json::Value;

/// Writes `www/data/<election>.json` for every election the project ships, from the CSV files in `from`. The same
/// files give the same bytes. Nothing is written unless all of them can be made.
///
/// # Errors
/// When a CSV file is missing or contradicts itself or another, when the calculator would refuse a file made of them,
/// or a file cannot be written.
pub fn run(from: &Path) -> Result<()> {
    let folder = |file: &str| {
        let path = from.join(file);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let mut files = Vec::new();
    for election in &elections::ELECTIONS {
        let dataset = assemble::assemble(election, &folder)?;
        let text = dataset.render()?;
        accepted(&text).with_context(|| format!("the calculator would refuse {}", election.id))?;
        files.push((election.id, text));
    }
    let into = crate::paths::root()?.join("www/data");
    fs::create_dir_all(&into)?;
    for (id, text) in files {
        let path = into.join(format!("{id}.json"));
        fs::write(&path, &text).with_context(|| format!("cannot write {}", path.display()))?;
        println!("{} {} bytes", path.display(), text.len());
    }
    Ok(())
}

/// Whether the calculator's own check finds nothing to say against a data file.
fn accepted(text: &str) -> Result<()> {
    let value: Value = serde_json::from_str(text)?;
    Election::from_node(&Some(&value))?;
    Ok(())
}
