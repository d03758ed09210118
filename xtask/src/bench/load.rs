//! `cargo xtask bench load`: what a first visit over a slow line costs, in Chromium.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::build::{self, Plan};
use crate::test::{Browser, Step, needs};

/// Builds the site, measures, and prints what was found.
///
/// # Errors
/// When the site does not build, or Node, its packages or Chromium are missing.
pub fn run() -> Result<()> {
    let mut plan = Plan::here(None, None)?;
    plan.out = plan.target.join("bench").join("load");
    std::fs::create_dir_all(&plan.out)?;
    build::files(&plan)?;
    let missing = needs::provide(&plan, Step::Browser, &[Browser::Chromium]).failed;
    ensure!(missing == 0, "what the browser needs is not all there");
    let program = needs::program(Browser::Chromium).context("no Chromium")?;
    let script = plan.root.join("tests").join("bench").join("load.mjs");
    let measured = Command::new("node")
        .arg(script)
        .arg(program)
        .arg(&plan.out)
        .status()?;
    ensure!(measured.success(), "the measurement failed");
    Ok(())
}
