//! What the tests need of this machine, provided where that is possible, otherwise named with the
//! command to type.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use super::count::Count;
use super::{Browser, Step};
use crate::build::{Plan, node, wasm};

/// Provides what `step` needs. What cannot be had is printed and counted as failed; what is there
/// counts as nothing.
pub fn provide(plan: &Plan, step: Step, browsers: &[Browser]) -> Count {
    let results = match step {
        Step::Native | Step::Fuzz => Vec::new(),
        Step::Format => vec![packages(plan)],
        Step::Build | Step::Reproducible => vec![wasm::ensure_target(), packages(plan)],
        Step::Lint => vec![wasm::ensure_target(), packages(plan)],
        Step::Boundary => vec![packages(plan)],
        Step::Browser => {
            let mut results = vec![packages(plan)];
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

/// The program of a browser: what `CHROMIUM`, `FIREFOX` or `WEBKIT` names, else the first of the usual names
/// that is installed.
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
        Browser::Webkit => ("WEBKIT", &["MiniBrowser"]),
    };
    env::var_os(variable)
        .map(PathBuf::from)
        .or_else(|| names.iter().find_map(|name| installed(name)))
        .or_else(|| (browser == Browser::Webkit).then(mini_browser)?)
}

/// WebKit's small browser, which Debian keeps beside the library.
fn mini_browser() -> Option<PathBuf> {
    let machines = Path::new("/usr/lib").read_dir().ok()?;
    machines
        .filter_map(|machine| Some(machine.ok()?.path().join("webkit2gtk-4.1/MiniBrowser")))
        .find(|path| path.is_file())
}

/// Where the program `name` is, if it is in the search path.
fn installed(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

fn a_browser(browser: Browser) -> Result<()> {
    let packages: &[&str] = match browser {
        Browser::Chromium => &["chromium"],
        Browser::Firefox => &["firefox-esr"],
        Browser::Webkit => &["webkit2gtk-driver", "xvfb"],
    };
    let driven = || {
        let driver = ["WebKitWebDriver", "Xvfb"];
        browser != Browser::Webkit || driver.iter().all(|name| installed(name).is_some())
    };
    or_install(
        || program(browser).is_some() && driven(),
        browser.name(),
        packages,
    )
}

fn node() -> Result<()> {
    let good = || {
        node::version().is_some_and(|version| version >= node::OLDEST) && installed("npm").is_some()
    };
    or_install(
        good,
        &format!("Node {} or newer with npm", node::OLDEST),
        &["nodejs", "npm"],
    )
}

/// Node and its packages.
fn packages(plan: &Plan) -> Result<()> {
    node().and_then(|()| node::packages(&plan.root))
}

/// Makes sure of `what`: installs the Debian `packages` where that is possible and `there` says it
/// is missing.
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
    use super::{installed, or_install};

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
