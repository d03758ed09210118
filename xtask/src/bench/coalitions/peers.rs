//! Everybody who takes part.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::bench::chromium;
use crate::bench::participant::Participant;
use crate::build::Plan;

pub struct Peers {
    /// What they are, for the head of the report.
    pub versions: String,
    page: Participant,
    coopgame: Participant,
    powerindex: Participant,
}

impl Peers {
    /// Builds and installs what is needed, outside the sources.
    ///
    /// # Errors
    /// When something cannot be built, installed or started.
    pub fn start(plan: &Plan, folder: &Path) -> Result<Self> {
        let sources = plan.root.join("tests").join("bench").join("coalitions");
        chromium::module(plan, folder)?;
        let python = python(&sources, folder)?;
        let package = |name: &'static str| {
            let (python, script) = (python.clone(), sources.join("peers.py"));
            Participant::new(false, move || {
                let mut command = Command::new(&python);
                command.arg(&script).arg(name);
                command
            })
        };
        let (page, chromium) = chromium::page(plan, &[sources.clone(), folder.to_owned()])?;
        let version = Command::new(&python).arg("--version").output()?.stdout;
        let packages = fs::read_to_string(sources.join("requirements.txt"))?;
        Ok(Self {
            versions: format!(
                "{chromium}, {}, {}",
                String::from_utf8_lossy(&version).trim(),
                packages.trim().replace('\n', ", ")
            ),
            page,
            coopgame: package("coopgame"),
            powerindex: package("powerindex"),
        })
    }

    /// The participant that answers for `name`; the page answers for all that runs in it.
    pub fn named(&mut self, name: &str) -> &mut Participant {
        match name {
            "coopgame-py" => &mut self.coopgame,
            "powerindex" => &mut self.powerindex,
            _ => &mut self.page,
        }
    }
}

/// A Python with the pinned packages, in an environment of its own below `folder`.
fn python(sources: &Path, folder: &Path) -> Result<PathBuf> {
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
