//! `cargo xtask build`: from the checkout to a `dist/` folder for any static host.
//!
//! The core is compiled here; the page is written by `build/page.mjs` in Node, with the packages of
//! `package-lock.json`.

mod absolute;
pub mod node;
pub mod wasm;

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::paths;

/// What to build, from where and to where.
pub struct Plan {
    /// The checkout.
    pub root: PathBuf,
    /// The folder to write; emptied first.
    pub out: PathBuf,
    /// Cargo's build folder.
    pub target: PathBuf,
    /// Cargo's home, whose path must not reach the output.
    pub cargo_home: PathBuf,
    /// The address of publication, without a trailing slash; empty where unknown.
    pub base_url: String,
    /// Environment for the compiler beside the present one.
    pub environment: Vec<(OsString, OsString)>,
}

impl Plan {
    /// A plan for the checkout this command was started in.
    ///
    /// # Errors
    /// When the base address is none, or the command was not started by Cargo.
    pub fn here(out: Option<PathBuf>, base_url: Option<String>) -> Result<Self> {
        let root = paths::root()?;
        let base_url = base_url.unwrap_or_default();
        ensure!(
            base_url.is_empty()
                || base_url.starts_with("https://")
                || base_url.starts_with("http://"),
            "--base-url wants an address that begins with https:// or http://, not \"{base_url}\""
        );
        Ok(Self {
            out: out.unwrap_or_else(|| root.join("dist")),
            target: paths::target(&root),
            cargo_home: paths::cargo_home(),
            base_url: base_url.trim_end_matches('/').to_owned(),
            environment: Vec::new(),
            root,
        })
    }
}

/// Builds, then prints the sizes.
///
/// # Errors
/// When anything does not compile, a shipped file holds an absolute path, or a budget is passed
/// (the files are written all the same).
pub fn run(plan: &Plan) -> Result<()> {
    files(plan)?;
    weigh(plan)
}

/// Prints what an earlier build weighs.
///
/// # Errors
/// When a budget is passed.
pub fn weigh(plan: &Plan) -> Result<()> {
    node::run(&plan.root, "sizes.mjs", &[plan.out.as_os_str()])
}

/// Writes a zip of an earlier build, with checksums, beside its folder.
///
/// # Errors
/// When a file cannot be read or written.
pub fn zip(plan: &Plan) -> Result<()> {
    node::run(&plan.root, "zip.mjs", &[plan.out.as_os_str()])
}

/// Builds without looking at the budget.
///
/// # Errors
/// When Node or one of its packages is missing, anything does not compile, or a shipped file holds
/// an absolute path.
pub fn files(plan: &Plan) -> Result<()> {
    node::packages(&plan.root)?;
    if plan.out.exists() {
        let ours = plan.out.join("index.html").exists() || plan.out.join("pkg").exists();
        let empty = plan.out.read_dir()?.next().is_none();
        ensure!(
            ours || empty,
            "{} is not a folder of an earlier build; empty it first",
            plan.out.display()
        );
        fs::remove_dir_all(&plan.out)?;
    }
    fs::create_dir_all(&plan.out).with_context(|| format!("cannot make {}", plan.out.display()))?;
    wasm::build(plan)?;
    let arguments = [plan.out.as_os_str(), plan.base_url.as_ref()];
    node::run(&plan.root, "page.mjs", &arguments)?;
    absolute::check(&plan.out, &absolute::names(plan))
}
