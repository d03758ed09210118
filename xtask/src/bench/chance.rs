//! `cargo xtask bench chance`: a step of a slider of "How sure?" at the 543 constituencies of the Lok Sabha election of 2024,
//! in one Chromium run: the shipped module against 10,000 draws over typed arrays in the page, and with numpy beside it.
//!
//! What depends on the direction is prepared by everybody before. The core answers more than is drawn (the chances of every
//! constituency and the picture), and the crossing to JavaScript is in its time. Chances of a majority are compared.

use std::fs;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::participant::Participant;
use super::rounds::{ask, ratios, spread, times, verdict};
use super::{chromium, python};
use crate::build::{self, Plan};

/// Turns of everybody at every question.
const ROUNDS: usize = 7;
/// How long each measures what is quick, in milliseconds.
const MEASURE: u64 = 80;
const LIMIT: Duration = Duration::from_secs(300);
/// Draws of the others.
const DRAWS: u32 = 10_000;
/// The house, its sides and its mark.
const FILE: &str = "lok-sabha-2024.json";
const SIDES: [&str; 2] = ["INC", "BJP"];
const MARK: u32 = 272;
/// Points, scatter and common error, in hundredths of a point.
const QUESTIONS: [[u32; 3]; 4] = [
    [300, 580, 0],
    [300, 580, 200],
    [300, 300, 200],
    [300, 990, 300],
];
/// At least so many times as quick as each other the core has to be, and the longest a step may take, in milliseconds.
const AIMS: [(&str, f64); 2] = [("draws", 20.0), ("numpy", 10.0)];
const STEP: f64 = 5.0;

/// Measures, and prints what was found.
///
/// # Errors
/// When something needed is missing, or the chances differ by more than draws can.
pub fn run() -> Result<()> {
    let mut plan = Plan::here(None, None)?;
    let sources = plan.root.join("tests").join("bench").join("chance");
    plan.out = plan.target.join("bench").join("chance");
    fs::create_dir_all(&plan.out)?;
    build::files(&plan)?;
    let drawing = plan.root.join("tests").join("monte-carlo");
    let python = python::with_packages(&drawing, &plan.out)?;
    let script = sources.join("peer.py");
    let mut numpy = Participant::new(false, move || {
        let mut command = Command::new(&python);
        command.arg(&script);
        command
    });
    let houses = plan.root.join("tests").join("data");
    let (mut page, version) = chromium::page(&plan, &[sources, plan.out.clone(), houses])?;
    let [from, to] = SIDES;
    let furnish = json!({ "file": FILE, "from": from, "to": to, "mark": MARK, "draws": DRAWS });
    let house = ask(&mut page, &json!({ "furnish": furnish }), LIMIT)?;
    println!(
        "{version}, {ROUNDS} rounds, {DRAWS} draws; {} constituencies, {from} to {to}, prepared in {:.1} ms; median of the rounds\n",
        house["constituencies"],
        house["prepared"].as_f64().unwrap_or(f64::NAN)
    );
    let mut agree = true;
    for [points, scatter, common] in QUESTIONS {
        println!("{points} points, scatter {scatter}, in common {common}");
        let request = json!({
            "points": points, "scatter": scatter, "common": common, "milliseconds": MEASURE, "rounds": ROUNDS,
        });
        let mut found = ask(&mut page, &request, LIMIT)?;
        let peer = json!({
            "file": format!("tests/data/{FILE}"), "from": from, "to": to, "mark": MARK, "draws": DRAWS,
            "points": points, "scatter": scatter, "common": common, "milliseconds": MEASURE,
        });
        let mut taken = Vec::new();
        for _ in 0..ROUNDS {
            let answer = numpy.ask(&peer, LIMIT)?.context("numpy does not answer")?;
            ensure!(answer.get("refused").is_none(), "{answer}");
            taken.push(answer["ms"].as_f64().unwrap_or(f64::NAN));
            for (id, chance) in answer["found"].as_object().into_iter().flatten() {
                found["found"][id]["numpy"] = chance.clone();
            }
        }
        agree &= report(&found, &taken);
        println!();
    }
    ensure!(agree, "the chances differ; see above");
    Ok(())
}

/// Prints the times of one question and the chances; whether they agree.
fn report(found: &Value, numpy: &[f64]) -> bool {
    let core = times(&found["times"]["core"]);
    let (median, least, most) = spread(&core);
    let reached = if median <= STEP { "reached" } else { "missed" };
    println!("  core    {median:8.2} ms  ({least:.2} to {most:.2}), aim {STEP} ms: {reached}");
    for (name, aim) in AIMS {
        let own = match name {
            "numpy" => numpy.to_vec(),
            name => times(&found["times"][name]),
        };
        let (ratio, _, _) = spread(&ratios(&own, &core));
        let said = verdict(ratio, Some(aim));
        println!(
            "  {name:7} {:8.2} ms  {ratio:.1} times the core{said}",
            spread(&own).0
        );
    }
    let mut agree = true;
    for (id, chances) in found["found"].as_object().into_iter().flatten() {
        let exact = chances["core"].as_f64().unwrap_or(0.0);
        // Five standard deviations of so many draws.
        let most = 5.0 * (exact * (1.0 - exact) / f64::from(DRAWS)).sqrt() + 5.0 / f64::from(DRAWS);
        for (name, _) in AIMS {
            let own = chances[name].as_f64().unwrap_or(0.0);
            agree &= (own - exact).abs() <= most;
        }
        println!("  majority {id}: {chances}");
    }
    agree
}
