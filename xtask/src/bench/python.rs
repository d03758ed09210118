//! Python programs to compare with.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

/// A Python with the packages that `sources` pins, in an environment of its own below `folder`.
///
/// # Errors
/// When Python is missing or pip cannot have them.
pub fn with_packages(sources: &Path, folder: &Path) -> Result<PathBuf> {
    let environment = folder.join("python");
    let python = environment.join("bin").join("python");
    let wanted = fs::read(sources.join("requirements.txt"))?;
    let mark = environment.join("installed-from");
    if fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    fs::create_dir_all(folder)?;
    let made = Command::new("python3")
        .args(["-m", "venv", "--clear"])
        .arg(&environment)
        .status();
    ensure!(
        made.is_ok_and(|status| status.success()),
        "Python with venv is missing; on Debian type: sudo apt-get install -y python3-venv"
    );
    let installed = Command::new(&python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--requirement",
        ])
        .arg(sources.join("requirements.txt"))
        .status()?;
    ensure!(installed.success(), "pip cannot install the packages");
    fs::write(mark, wanted)?;
    Ok(python)
}
