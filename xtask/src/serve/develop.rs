//! The checkout as a site: `www/` as it is, the core compiled without optimisation, pages filled as
//! they are asked for.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::Result;
use serde_json::Value;

use crate::build::{Plan, wasm};
use crate::paths;

/// How often the sources of the core are looked at.
const PAUSE: Duration = Duration::from_millis(500);

/// The checkout and the folder of its compiled core.
#[derive(Clone)]
pub struct Checkout {
    www: PathBuf,
    core: PathBuf,
    plan: std::sync::Arc<Plan>,
}

impl Checkout {
    /// Compiles the core of a checkout.
    ///
    /// # Errors
    /// When it does not compile.
    pub fn compile(plan: Plan) -> Result<Self> {
        let core = plan.target.join("serve");
        wasm::build_for_development(&plan, &core)?;
        Ok(Self {
            www: plan.root.join("www"),
            core,
            plan: plan.into(),
        })
    }

    /// Compiles the core again whenever it changes, until the process ends.
    pub fn watch(&self) {
        let mut before = self.last_change();
        loop {
            thread::sleep(PAUSE);
            let now = self.last_change();
            if now == before {
                continue;
            }
            before = now;
            match wasm::build_for_development(&self.plan, &self.core) {
                Ok(()) => println!("compiled; reload the page"),
                Err(error) => eprintln!("error: {error:#}"),
            }
        }
    }

    /// When the sources of the core last changed.
    fn last_change(&self) -> Option<SystemTime> {
        let sources = self.plan.root.join("src");
        let files = paths::files(&sources).unwrap_or_default();
        let changed = |file: PathBuf| fs::metadata(sources.join(file)).ok()?.modified().ok();
        files.into_iter().filter_map(changed).max()
    }

    /// The content of a file of the site.
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        if path.starts_with(wasm::FOLDER) {
            return fs::read(self.core.join(path)).ok();
        }
        if let Some(page) = path.strip_suffix(".html") {
            let page = filled(&self.www, page)?;
            return Some(page.into_bytes());
        }
        fs::read(self.www.join(path)).ok()
    }
}

/// The page of that name: of a file, or of an election of `data/elections.json`. Nothing is said in
/// it that the build takes from the core: the page says it once it has loaded.
fn filled(www: &Path, page: &str) -> Option<String> {
    let read = |file: &str| fs::read_to_string(www.join(file)).ok();
    let elections: Vec<Value> = serde_json::from_str(&read("data/elections.json")?).ok()?;
    let (template, election) = match page.strip_prefix("embed-") {
        Some(id) => ("embed", id),
        None if www.join(format!("{page}.html")).is_file() => (page, elections[0]["id"].as_str()?),
        None => ("index", page),
    };
    let about = elections.iter().find(|one| one["id"] == election)?;
    let feed = |attribute: &str| match about["feed"].as_str() {
        Some(address) => format!(" {attribute}=\"{}\"", address.replace('"', "&quot;")),
        None => String::new(),
    };
    let page = read(&format!("{template}.html"))?
        .replace("{{feed}}", &feed("feed"))
        .replace("{{frame-feed}}", &feed("data-feed"))
        .replace("{{election}}", election)
        .replace("{{frame}}", election)
        .replace("{{title}}", about["title"]["en"].as_str()?);
    let unknown = |line: &&str| !line.contains("{{");
    Some(page.lines().filter(unknown).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::filled;
    use std::path::Path;

    #[test]
    fn every_election_has_its_pages() {
        let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www");
        for (page, said) in [
            (
                "index",
                "<seat-calculator election=\"jharkhand-2024\" address>",
            ),
            (
                "jharkhand-2019",
                "<seat-calculator election=\"jharkhand-2019\" address>",
            ),
            (
                "jharkhand-2019",
                "<title>Seat calculator: Jharkhand Assembly election, December 2019",
            ),
            ("embed", "data-election=\"jharkhand-2024\""),
            ("embed-jharkhand-2014", "data-election=\"jharkhand-2014\""),
            ("examples/element", "<seat-calculator"),
        ] {
            let filled = filled(&www, page).unwrap();
            assert!(filled.contains(said), "{page}: {filled}");
            assert!(!filled.contains("{{"), "{page}: {filled}");
        }
        assert_eq!(filled(&www, "none"), None);
    }
}
