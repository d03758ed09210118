//! The published data files, made from CSV files.

use std::path::Path;

use anyhow::{Result, bail};

/// Writes `www/data/*.json` from the CSV files in `from`.
///
/// # Errors
/// Always, until the conversion is written.
pub fn run(_from: &Path) -> Result<()> {
    bail!("not written yet")
}
