//! Measurements against other programs.

mod chromium;
mod coalitions;
mod page;
mod participant;
mod pictures;
mod rounds;
mod sweep;

use anyhow::{Result, ensure};

/// A name on the command line, and what it measures.
type Bench = (&'static str, fn() -> Result<()>);

const BENCHES: [Bench; 6] = [
    // Minimal winning coalitions and power indices against Python packages and all subsets in JavaScript.
    ("coalitions", coalitions::run),
    // What one edit of the page costs, at 81 and at 4,120 constituencies.
    ("edits", || page::measure("edits", |_| Ok(Vec::new()))),
    // What a first visit over a slow line costs, and the same screen in React.
    ("load", || {
        page::measure("load", |plan| {
            let folder = plan.target.join("bench").join("load-react");
            let sources = plan.root.join("tests/bench/load-react");
            chromium::packages(&sources, &folder)?;
            Ok(vec![folder])
        })
    }),
    // From a click to the painted frame at the 543 constituencies of the Lok Sabha election of 2024.
    ("paint", || {
        page::measure("paint", |plan| {
            Ok(vec![plan.root.join("tests/data/lok-sabha-2024.json")])
        })
    }),
    // The seats of a half circle against packages that place them.
    ("pictures", pictures::run),
    // A drag of the swing slider and the tipping point against recounts.
    ("sweep", sweep::run),
];

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
