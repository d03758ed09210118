//! `cargo xtask bench paint`: from a click to the painted frame at the 543 constituencies of the Lok Sabha election of 2024, in Chromium.

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
    plan.out = plan.target.join("bench").join("paint");
    std::fs::create_dir_all(&plan.out)?;
    build::files(&plan)?;
    let missing = needs::provide(&plan, Step::Browser, &[Browser::Chromium]).failed;
    ensure!(missing == 0, "what the browser needs is not all there");
    let program = needs::program(Browser::Chromium).context("no Chromium")?;
    let tests = plan.root.join("tests");
    let measured = Command::new("node")
        .arg(tests.join("bench").join("paint.mjs"))
        .arg(program)
        .arg(&plan.out)
        .arg(tests.join("data").join("lok-sabha-2024.json"))
        .status()?;
    ensure!(measured.success(), "the measurement failed");
    Ok(())
}
