//! `cargo xtask bench coalitions`: minimal winning coalitions and power indices as the page has them, in Chromium, against
//! Python packages and every subset in JavaScript.
//!
//! All take turns game by game in each of several rounds, on the given games and on new random ones; the answers of a turn
//! are compared whole. `BENCH_SEED` repeats a run's random games.

mod games;
mod peers;
mod tally;

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::rounds::seed;
use crate::build::Plan;
use games::Game;
use peers::Peers;
use tally::Tally;

/// How often everybody has a turn at everything.
const ROUNDS: u64 = 3;
/// Random games in each round.
const RANDOM: usize = 8;
/// How long one answer may take.
const LIMIT: Duration = Duration::from_secs(12);
/// How many milliseconds a participant measures what is quick.
const MEASURE: u64 = 60;
/// More coalitions than this are counted, not listed.
const LISTED: f64 = 1e6;

/// The core, to which all others are compared.
const CORE: &str = "core";
/// The Python packages.
const PYTHON: [&str; 2] = ["coopgame-py", "powerindex"];

/// What is asked, how a table of it is headed, and who can answer it beside the core.
const TASKS: [(&str, &str, &[&str]); 3] = [
    ("overview", "Exact count and the first 100 coalitions", &[]),
    (
        "list",
        "All minimal winning coalitions as masks",
        &[PYTHON[0], "all subsets"],
    ),
    ("power", "Banzhaf and Shapley-Shubik", &PYTHON),
];

/// Measures, and prints what was found.
///
/// # Errors
/// When something needed is missing, or the core does not answer.
pub fn run() -> Result<()> {
    let plan = Plan::here(None, None)?;
    let mut peers = Peers::start(&plan, &plan.target.join("bench").join("coalitions"))?;
    let seed = seed()?;
    println!("{}\n{ROUNDS} rounds, seed {seed}\n", peers.versions);
    let given = games::given(&plan.root)?;
    let mut tally = Tally::default();
    for round in 0..ROUNDS {
        let mut all = given.clone();
        all.extend(games::random(seed + round, RANDOM));
        for game in &all {
            turn(&mut peers, &mut tally, game)?;
        }
        println!("round {} of {ROUNDS} done", round + 1);
    }
    tally.print();
    Ok(())
}

/// Everybody answers everything about one game.
fn turn(peers: &mut Peers, tally: &mut Tally, game: &Game) -> Result<()> {
    let mut count = f64::MAX;
    for (task, _, others) in TASKS {
        if task == "list" && count > LISTED {
            continue;
        }
        let reference = ask(peers, tally, game, task, CORE)?;
        ensure!(
            !reference.is_null(),
            "the core has no answer to {task} of {}",
            game.name
        );
        if task == "overview" {
            count = reference["count"].as_f64().unwrap_or(count);
        }
        for name in others {
            if !tally.gave_up(game, task, name) {
                let answer = ask(peers, tally, game, task, name)?;
                tally.compare(game, task, name, &reference, &answer);
            }
        }
    }
    Ok(())
}

/// One participant's answer, its time noted; null where it has none.
fn ask(peers: &mut Peers, tally: &mut Tally, game: &Game, task: &str, name: &str) -> Result<Value> {
    let request = json!({
        "task": task,
        "participant": name,
        "weights": game.weights,
        "quota": game.quota,
        "milliseconds": MEASURE,
        "limit": LIMIT.as_millis() as u64,
    });
    // The page keeps its own time; this is for those that cannot.
    let reply = peers.named(name).ask(&request, LIMIT + LIMIT / 4)?;
    let reply = reply.unwrap_or_else(|| json!({ "late": true }));
    tally.note(game, task, name, &reply);
    Ok(reply["answer"].clone())
}
