//! Everybody who takes part.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::bench::chromium;
use crate::bench::participant::Participant;
use crate::bench::python;
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
        let python = python::with_packages(&sources, folder)?;
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
