//! `cargo xtask bench pictures`: a house as half a circle of coordinates, in one Chromium run: the core against
//! d3-parliament-chart and parliament-svg, at six sizes of house.
//!
//! All take turns round by round. The core's seats are compared with what it answers on this machine itself, and how many
//! seats each one places is counted.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use seat_calculator::chart::hemicycle::hemicycle;
use serde_json::{Value, json};

use super::chromium;
use super::rounds::{ask, geometric_mean, microseconds, ratios, spread, times, verdict};
use crate::build::Plan;

/// Assemblies there are, and the largest that is drawn.
const HOUSES: [usize; 6] = [81, 199, 288, 543, 650, 1_000];
/// Turns of everybody at every house.
const ROUNDS: usize = 7;
/// How long each measures what is quick, in milliseconds.
const MEASURE: u64 = 80;
/// How long one house may take in all.
const LIMIT: Duration = Duration::from_secs(300);

/// Who takes part beside the core, how many times as quick the core has to be, and what its call includes.
const PEERS: [(&str, Option<f64>, &str); 4] = [
    (
        "d3-parliament-chart",
        Some(8.0),
        "getParliamentPoints, 1,000 units wide, its own sizes: coordinates of what fits",
    ),
    (
        "d3, roomy",
        None,
        "the same, as wide as it takes to place every seat",
    ),
    (
        "parliament-svg",
        Some(200.0),
        "its function with one party and a maker of elements that keeps their attributes: coordinates, seats dealt",
    ),
    (
        "Calculator.hemicycle",
        None,
        "the core as the page calls it: order of the house by party, and the crossing to JavaScript, included",
    ),
];

/// Measures, and prints what was found.
///
/// # Errors
/// When something needed is missing, or the core places a seat elsewhere than natively.
pub fn run() -> Result<()> {
    let plan = Plan::here(None, None)?;
    let sources = plan.root.join("tests").join("bench").join("pictures");
    let folder = plan.target.join("bench").join("pictures");
    fs::create_dir_all(&folder)?;
    chromium::packages(&sources, &folder)?;
    join(&folder)?;
    chromium::module(&plan, &folder)?;
    let (mut page, version) = chromium::page(&plan, &[sources, folder])?;
    println!("{version}, {ROUNDS} rounds; median of the rounds, and the least and the greatest\n");
    println!("core: centres of all seats, radius and height, in one typed array");
    for (name, _, includes) in PEERS {
        println!("{name}: {includes}");
    }
    let mut all_ratios = vec![Vec::new(); PEERS.len()];
    for seats in HOUSES {
        let request = json!({ "seats": seats, "milliseconds": MEASURE, "rounds": ROUNDS });
        let found = ask(&mut page, &request, LIMIT)?;
        let house = hemicycle(seats).context("no such house")?;
        ensure!(
            found["house"] == json!([house.radius, house.height, house.seats]),
            "{seats} seats: the core places them elsewhere than natively"
        );
        println!("\n{seats} seats");
        let core = times(&found["times"]["core"]);
        line("core", &core, &found, seats, "");
        for ((name, target, _), all) in PEERS.iter().zip(&mut all_ratios) {
            let own = times(&found["times"][name]);
            let (ratio, _, _) = spread(&ratios(&own, &core));
            all.push(ratio);
            let said = format!("  {ratio:.1} times the core{}", verdict(ratio, *target));
            line(name, &own, &found, seats, &said);
        }
    }
    println!("\ngeometric means");
    for ((name, target, _), all) in PEERS.iter().zip(&all_ratios) {
        let mean = geometric_mean(all);
        println!(
            "  {name:21}{mean:.1} times the core{}",
            verdict(mean, *target)
        );
    }
    Ok(())
}

fn line(name: &str, own: &[f64], found: &Value, seats: usize, said: &str) {
    let (median, least, most) = spread(own);
    let placed = found["placed"][name].as_u64().unwrap_or(0);
    println!(
        "  {name:21}{:>13}  ({} to {}){said}{}",
        microseconds(median),
        microseconds(least),
        microseconds(most),
        if placed == seats as u64 {
            String::new()
        } else {
            format!("  PLACES {placed} OF {seats}")
        }
    );
}

/// One module of parliament-svg and what it is made of, which a browser cannot load as they come.
fn join(folder: &Path) -> Result<()> {
    let joined = Command::new(folder.join("node_modules").join(".bin").join("esbuild"))
        .args([
            "parliament-svg",
            "--bundle",
            "--format=esm",
            "--log-level=error",
        ])
        .arg("--outfile=parliament-svg.js")
        .current_dir(folder)
        .status()
        .context("esbuild is missing")?;
    ensure!(joined.success(), "parliament-svg cannot be joined");
    Ok(())
}
