//! Measurements against other programs.

mod chance;
mod chromium;
mod coalitions;
mod page;
mod participant;
mod pictures;
mod python;
mod rounds;
mod sweep;

use anyhow::{Result, ensure};
use std::path::PathBuf;

use crate::build::Plan;

/// A name on the command line, and what it measures.
type Bench = (&'static str, fn() -> Result<()>);

const BENCHES: [Bench; 9] = [
    // Chances of a majority against draws over typed arrays and with numpy.
    ("chance", chance::run),
    // Minimal winning coalitions and power indices against Python packages and all subsets in JavaScript.
    ("coalitions", coalitions::run),
    // What one edit of the page costs, at 81 and at 4,120 constituencies.
    ("edits", || page::measure("edits", |_| Ok(Vec::new()))),
    // What one state of a count costs, at 543 and at 4,120 constituencies.
    ("feed", || {
        page::measure("feed", |plan| {
            Ok(vec![plan.root.join("tests/data/lok-sabha-2024.json")])
        })
    }),
    // From the bytes of a file of results to seats and votes, against readers written in JavaScript.
    ("import", || {
        page::measure("import", |plan| {
            let folder = plan.target.join("bench").join("import-packages");
            chromium::packages(&plan.root.join("tests/bench/import"), &folder)?;
            Ok(vec![folder])
        })
    }),
    // What a first visit over a slow line costs, and the same screen in React.
    ("load", || {
        page::measure("load", |plan| Ok(vec![react_packages(plan)?]))
    }),
    // From a click to the painted frame at 81 and 543 constituencies, and the same edits in React.
    ("paint", || {
        page::measure("paint", |plan| {
            let large = plan.root.join("tests/data/lok-sabha-2024.json");
            Ok(vec![large, react_packages(plan)?])
        })
    }),
    // The seats of a half circle against packages that place them.
    ("pictures", pictures::run),
    // A drag of the swing slider and the tipping point against recounts.
    ("sweep", sweep::run),
];

/// Installs what the page in React is made of, and answers where.
fn react_packages(plan: &Plan) -> Result<PathBuf> {
    let folder = plan.target.join("bench").join("react-page");
    chromium::packages(&plan.root.join("tests/bench/react-page"), &folder)?;
    Ok(folder)
}

/// Runs the benchmark called `name`, or all of them.
///
/// # Errors
/// When there is no benchmark of that name, something it needs is missing, or two answers of the core differ.
pub fn run(name: Option<&str>) -> Result<()> {
    let chosen = BENCHES
        .iter()
        .filter(|(own, _)| name.is_none_or(|name| name == *own));
    let chosen: Vec<_> = chosen.collect();
    let names = BENCHES.map(|(name, _)| name).join(", ");
    ensure!(!chosen.is_empty(), "no such benchmark; there are: {names}");
    chosen.iter().try_for_each(|(_, measure)| measure())
}
