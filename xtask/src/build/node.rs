//! Node and the packages of `package-lock.json`, for the scripts of the build and of the tests.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

/// The oldest Node that has what the scripts use.
pub const OLDEST: u32 = 20;

/// The first number of the version of Node, where there is one.
pub fn version() -> Option<u32> {
    let output = Command::new("node").arg("--version").output().ok()?;
    major(&String::from_utf8_lossy(&output.stdout))
}

/// Runs a script of the build.
///
/// # Errors
/// When it ends badly; it has said why.
pub fn run(root: &Path, script: &str, arguments: &[&OsStr]) -> Result<()> {
    let status = Command::new("node")
        .arg(root.join("xtask/src/build").join(script))
        .args(arguments)
        .stdin(Stdio::null())
        .status()
        .context("cannot start node")?;
    ensure!(status.success(), "{script} failed");
    Ok(())
}

/// Installs the packages that the lock file names, unless exactly these are there.
///
/// # Errors
/// When Node is missing or too old, or npm cannot install them.
pub fn packages(root: &Path) -> Result<()> {
    if version().is_none_or(|version| version < OLDEST) {
        bail!("Node {OLDEST} or newer with npm is needed");
    }
    let lock = fs::read(root.join("package-lock.json")).context("package-lock.json")?;
    let mark = root.join("node_modules").join(".installed-from");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let installed = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .arg("--loglevel=error")
        .current_dir(root)
        .stdin(Stdio::null())
        .status();
    ensure!(
        installed.is_ok_and(|status| status.success()),
        "npm cannot install the packages; type: npm ci"
    );
    fs::write(mark, lock).context("cannot note what is installed")
}

/// The first number of a version such as `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    let version = version.trim().strip_prefix('v')?;
    version.split_once('.')?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn versions_are_read_by_their_first_number() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major(""), None);
        assert_eq!(major("20"), None);
    }
}
