//! Measurements of the built page by a script of `tests/bench` that drives Chromium.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::build::{self, Plan};
use crate::test::{Browser, Step, needs};

/// Builds the site, has `name.mjs` measure it and print what it found. `more` prepares what else the script is given.
///
/// # Errors
/// When the site does not build, or Node, its packages or Chromium are missing.
pub fn measure(name: &str, more: impl FnOnce(&Plan) -> Result<Vec<PathBuf>>) -> Result<()> {
    let mut plan = Plan::here(None, None)?;
    plan.out = plan.target.join("bench").join(name);
    fs::create_dir_all(&plan.out)?;
    build::files(&plan)?;
    let missing = needs::provide(&plan, Step::Browser, &[Browser::Chromium]).failed;
    ensure!(missing == 0, "what the browser needs is not all there");
    let program = needs::program(Browser::Chromium).context("no Chromium")?;
    let measured = Command::new("node")
        .arg(
            plan.root
                .join("tests/bench")
                .join(name)
                .with_extension("mjs"),
        )
        .arg(program)
        .arg(&plan.out)
        .args(more(&plan)?)
        .status()?;
    ensure!(measured.success(), "the measurement failed");
    Ok(())
}
