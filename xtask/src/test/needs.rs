//! What the tests need of this machine, provided where that is possible, otherwise named with the command to type.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use super::count::Count;
use super::{Browser, Step};
use crate::build::{Plan, wasm};

/// The oldest Node whose test runner has what the tests use.
const NODE: u32 = 20;

/// Provides what `step` needs. What cannot be had is printed and counted as failed; what is there counts as nothing.
pub fn provide(plan: &Plan, step: Step, browsers: &[Browser]) -> Count {
    let results = match step {
        Step::Format | Step::Native => Vec::new(),
        Step::Build | Step::Reproducible => vec![wasm::ensure_target()],
        Step::Lint => vec![wasm::ensure_target(), scripts(plan)],
        Step::Boundary => vec![node()],
        Step::Browser => {
            let mut results = vec![scripts(plan)];
            results.extend(browsers.iter().map(|browser| a_browser(*browser)));
            results
        }
    };
    let failed = results.iter().filter_map(|result| result.as_ref().err());
    let failed = failed
        .inspect(|error| println!("FAIL missing: {error:#}"))
        .count();
    Count { passed: 0, failed }
}

/// The program of a browser: what `CHROMIUM` or `FIREFOX` names, else the first of the usual names that is installed.
pub fn program(browser: Browser) -> Option<PathBuf> {
    let (variable, names): (_, &[&str]) = match browser {
        Browser::Chromium => (
            "CHROMIUM",
            &[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
            ],
        ),
        Browser::Firefox => ("FIREFOX", &["firefox-esr", "firefox"]),
    };
    env::var_os(variable)
        .map(PathBuf::from)
        .or_else(|| names.iter().find_map(|name| installed(name)))
}

/// Where the program `name` is, if it is in the search path.
fn installed(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

fn a_browser(browser: Browser) -> Result<()> {
    let package = match browser {
        Browser::Chromium => "chromium",
        Browser::Firefox => "firefox-esr",
    };
    or_install(|| program(browser).is_some(), browser.name(), &[package])
}

fn node() -> Result<()> {
    let version = || {
        let output = Command::new("node").arg("--version").output().ok()?;
        major(&String::from_utf8_lossy(&output.stdout))
    };
    let good = || version().is_some_and(|major| major >= NODE) && installed("npm").is_some();
    or_install(
        good,
        &format!("Node {NODE} or newer with npm"),
        &["nodejs", "npm"],
    )
}

/// Node, and the packages of the browser tests, the linter among them.
fn scripts(plan: &Plan) -> Result<()> {
    node().and_then(|()| packages(&plan.root.join("tests").join("browser")))
}

/// The first number of a version such as `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// Installs the npm packages that the lock file in `folder` names, unless exactly these are there.
fn packages(folder: &Path) -> Result<()> {
    let lock =
        fs::read(folder.join("package-lock.json")).context("tests/browser/package-lock.json")?;
    let modules = folder.join("node_modules");
    let mark = modules.join(".installed-from");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let arguments = [
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ];
    let installed = Command::new("npm")
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .status();
    ensure!(
        installed.is_ok_and(|status| status.success()),
        "the npm packages of the browser tests; type: (cd tests/browser && npm ci)"
    );
    fs::write(mark, lock).context("cannot note what is installed")
}

/// Makes sure of `what`: installs the Debian `packages` where that is possible and `there` says it is missing.
fn or_install(there: impl Fn() -> bool, what: &str, packages: &[&str]) -> Result<()> {
    if there() {
        return Ok(());
    }
    let names = packages.join(" ");
    if is_root_on_debian() {
        println!("installing {names}");
        let install = [&["install", "-y", "--no-install-recommends"], packages].concat();
        if apt(&["update"]) && apt(&install) && there() {
            return Ok(());
        }
    }
    bail!(
        "{what}; on Debian type: sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
    )
}

fn apt(arguments: &[&str]) -> bool {
    let status = Command::new("apt-get")
        .args(["-q", "-o", "DPkg::Lock::Timeout=300"])
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

fn is_root_on_debian() -> bool {
    let user = Command::new("id").arg("-u").output();
    Path::new("/etc/debian_version").exists()
        && user.is_ok_and(|user| user.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::{installed, major, or_install};

    #[test]
    fn versions_are_read_by_their_first_number() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major(""), None);
        assert_eq!(major("20"), None);
    }

    #[test]
    fn programs_are_found_in_the_search_path_only() {
        assert!(installed("cargo").is_some());
        assert!(installed("no-program-has-this-name").is_none());
    }

    #[test]
    fn what_is_there_is_not_installed() {
        assert!(or_install(|| true, "anything", &["no-such-package"]).is_ok());
    }
}
