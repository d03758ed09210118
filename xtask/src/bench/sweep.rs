//! `cargo xtask bench sweep`: a drag of the swing slider over 60 frames in a new direction, and the tipping point, in one
//! Chromium run: the shipped module against a recount over typed arrays and against d3-array, at four sizes of house.
//!
//! Everything that depends on the direction is inside the time of a drag: the core's sweep, the peers' sides, the groups of the
//! form of d3-array that groups once. What depends on the election alone is made from the text of its file before: the "load"
//! rows have the time of that, for the peers with JavaScript's own JSON parser in it.
//!
//! All take turns round by round; seats, winners and ties of every frame are compared. `BENCH_SEED` repeats the made-up
//! houses.

use std::fs;
use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::chromium;
use super::rounds::{ask, microseconds, ratios, seed, spread, times, verdict};
use crate::build::{self, Plan};

/// Turns of everybody at every house.
const ROUNDS: usize = 7;
/// How long each measures what is quick, in milliseconds.
const MEASURE: u64 = 80;
/// How long one house may take in all.
const LIMIT: Duration = Duration::from_secs(600);

/// A house: its name, its file, how many constituencies are made up of it (0: it is as it is), and the sides.
const HOUSES: [(&str, &str, u32, [&str; 2]); 4] = [
    ("Jharkhand 2024", JHARKHAND, 0, ["INDIA", "NDA"]),
    ("Lok Sabha 2024", "lok-sabha-2024.json", 0, ["BJP", "INC"]),
    ("made up", JHARKHAND, 4_120, ["INDIA", "NDA"]),
    ("made up", JHARKHAND, 100_000, ["INDIA", "NDA"]),
];
const JHARKHAND: &str = "data/jharkhand-2024.json";

/// At least so many times as quick as another the core has to be.
const AIMS: [(&str, &str, f64); 3] = [
    ("drag", "recount", 10.0),
    ("drag", "d3-array rollup", 300.0),
    ("tipping", "recount", 5.0),
];

/// Measures, and prints what was found.
///
/// # Errors
/// When something needed is missing, or the answers differ.
pub fn run() -> Result<()> {
    let mut plan = Plan::here(None, None)?;
    let sources = plan.root.join("tests").join("bench").join("sweep");
    plan.out = plan.target.join("bench").join("sweep");
    fs::create_dir_all(&plan.out)?;
    build::files(&plan)?;
    chromium::packages(&sources, &plan.out)?;
    let houses = plan.root.join("tests").join("data");
    let folders = [sources, plan.out.clone(), houses];
    let (mut page, version) = chromium::page(&plan, &folders)?;
    let seed = seed()?;
    println!(
        "{version}, {ROUNDS} rounds, seed {seed}; median of the rounds, and the least and the greatest\n"
    );
    let mut same = true;
    for (name, file, seats, [from, to]) in HOUSES {
        let furnish = json!({
            "file": file, "seats": seats, "seed": seed, "from": from, "to": to, "milliseconds": MEASURE,
        });
        let size = ask(&mut page, &json!({ "furnish": furnish }), LIMIT)?;
        println!(
            "{name}: {} constituencies, {} candidates, {from} to {to}",
            size["constituencies"], size["candidates"]
        );
        for name in ["core", "recount", "d3-array"] {
            let spent = size["load"][name].as_f64().unwrap_or(f64::NAN);
            println!("  load    {name:17}{:>12}", microseconds(spent));
        }
        // The slowest takes most of a minute for one turn at the largest.
        let slow = if seats > 10_000 { 1 } else { ROUNDS };
        let request = json!({ "milliseconds": MEASURE, "rounds": ROUNDS, "slow": slow });
        let found = ask(&mut page, &request, LIMIT)?;
        same &= report(&found);
        println!();
    }
    ensure!(same, "the answers differ; see above");
    Ok(())
}

/// Prints the times of one house and how they compare; whether all answered the same.
fn report(found: &Value) -> bool {
    let mut same = true;
    for task in ["drag", "tipping"] {
        let core = times(&found["times"][task]["core"]);
        for (name, own) in found["times"][task].as_object().into_iter().flatten() {
            let own = times(own);
            let (median, least, most) = spread(&own);
            let answer = &found["answers"][task][name];
            let said = if name == "core" {
                format!("answer {answer}")
            } else {
                let (ratio, _, _) = spread(&ratios(&own, &core));
                // Beside other work the long turns are disturbed, and the core's short ones hardly: so both have to reach it.
                let quickest = least / spread(&core).1;
                let aim = AIMS.iter().find(|aim| aim.0 == task && aim.1 == name);
                let verdict = verdict(ratio.min(quickest), aim.map(|aim| aim.2));
                format!("{ratio:.1} times the core, {quickest:.1} quickest to quickest{verdict}")
            };
            let agrees = *answer == found["answers"][task]["core"];
            same &= agrees;
            println!(
                "  {task:8}{name:17}{:>12}  ({} to {})  {said}{}",
                microseconds(median),
                microseconds(least),
                microseconds(most),
                if agrees { "" } else { "  ANSWERS DIFFERENTLY" },
            );
        }
    }
    same
}
