//! A page in Chromium as a participant, with the core compiled for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use super::participant::Participant;
use crate::build::{Plan, wasm};
use crate::test::{Browser, Step, needs};

/// Compiles the core as for a release, with the benchmark's exports beside its own, into `folder`/pkg.
///
/// # Errors
/// When it does not compile.
pub fn module(plan: &Plan, folder: &Path) -> Result<()> {
    wasm::ensure_target()?;
    let compiled = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(&plan.root)
        .args(["build", "--quiet", "--locked", "--release", "--lib"])
        .args(["--package", "seat-calculator", "--features", "bench"])
        .args(["--target", wasm::TARGET, "--target-dir"])
        .arg(folder.join("target"))
        .status()?;
    ensure!(compiled.success(), "the core does not compile");
    let built = folder.join("target").join(wasm::TARGET).join("release");
    Bindgen::new()
        .input_path(built.join(format!("{}.wasm", wasm::MODULE)))
        .out_name(wasm::MODULE)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(false)
        .generate(folder.join(wasm::FOLDER))
        .context("wasm-bindgen failed")
}

/// A Chromium that has opened `page.html` of the first of `folders` (behind them all lies `tests/bench/shared`), and what it calls itself.
///
/// # Errors
/// When Node, its packages or Chromium are missing, or the page does not start.
pub fn page(plan: &Plan, folders: &[PathBuf]) -> Result<(Participant, String)> {
    let missing = needs::provide(plan, Step::Browser, &[Browser::Chromium]).failed;
    ensure!(missing == 0, "what the browser needs is not all there");
    let program = needs::program(Browser::Chromium).context("no Chromium")?;
    let script = plan.root.join("tests").join("bench").join("chromium.mjs");
    let mut folders = folders.to_vec();
    folders.push(plan.root.join("tests").join("bench").join("shared"));
    let mut page = Participant::new(true, move || {
        let mut command = Command::new("node");
        command.arg(&script).arg(&program).args(&folders);
        command
    });
    let greeting = page.greeting().context("the page did not start")?;
    let version = greeting["version"]
        .as_str()
        .unwrap_or("Chromium")
        .to_owned();
    Ok((page, version))
}

/// Installs the pinned packages that `sources` names, in `folder`.
///
/// # Errors
/// When npm is missing or cannot have them.
pub fn packages(sources: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(sources.join(file), folder.join(file))?;
    }
    let installed = Command::new("npm")
        .args(["ci", "--silent", "--no-audit", "--no-fund"])
        .current_dir(folder)
        .status()
        .context("npm is missing")?;
    ensure!(installed.success(), "npm cannot install the packages");
    Ok(())
}
