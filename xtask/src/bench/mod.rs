//! Measurements against other programs.

use anyhow::{Result, bail};

/// Runs the benchmark called `name`, or all of them.
///
/// # Errors
/// Always, until the benchmarks are written.
pub fn run(_name: Option<&str>) -> Result<()> {
    bail!("not written yet")
}
