//! Measurements of the built page by a script of `tests/bench` that drives Chromium.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::build::{self, Plan};
use crate::test::{Browser, Step, needs};

/// Builds the site, has `name.mjs` measure it and print what it found; `more` are files in `tests` that it is given too.
///
/// # Errors
/// When the site does not build, or Node, its packages or Chromium are missing.
pub fn measure(name: &str, more: &[&str]) -> Result<()> {
    let mut plan = Plan::here(None, None)?;
    plan.out = plan.target.join("bench").join(name);
    std::fs::create_dir_all(&plan.out)?;
    build::files(&plan)?;
    let missing = needs::provide(&plan, Step::Browser, &[Browser::Chromium]).failed;
    ensure!(missing == 0, "what the browser needs is not all there");
    let program = needs::program(Browser::Chromium).context("no Chromium")?;
    let tests = plan.root.join("tests");
    let script = Path::new("bench").join(name).with_extension("mjs");
    let measured = Command::new("node")
        .arg(tests.join(script))
        .arg(program)
        .arg(&plan.out)
        .args(more.iter().map(|file| tests.join(file)))
        .status()?;
    ensure!(measured.success(), "the measurement failed");
    Ok(())
}
