//! `cargo xtask bench coalitions`: minimal winning coalitions and power indices, natively and in Chromium, against Python
//! packages, the all-subsets page and the core's own algorithms in plain JavaScript.
//!
//! All take turns game by game in each of several rounds, on the given games and on new random ones; the answers of a turn
//! are compared whole. `BENCH_SEED` repeats a run's random games.

mod games;
mod peers;
mod tally;

use std::collections::BTreeSet;
use std::env;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Result, ensure};
use serde_json::{Value, json};

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
/// How a refusal begins that is due to [`LIMIT`].
const LATE: &str = "not done within";
/// How many milliseconds a participant measures what is quick.
const MEASURE: u64 = 60;
/// More coalitions than this are counted, not listed.
const LISTED: f64 = 1e6;

/// What is asked, and who can answer it; the core in Chromium and natively always can.
const TASKS: [(&str, &[&str]); 3] = [
    ("overview", &[]),
    ("list", &["coopgame-py", "all subsets", "control"]),
    ("power", &["coopgame-py", "powerindex", "control"]),
];

/// The core in Chromium, to which all others are compared.
const CORE: &str = "core";
const NATIVE: &str = "native";

/// Measures, and prints what was found.
///
/// # Errors
/// When something needed is missing, or the core's answers differ between Chromium, the machine and its control.
pub fn run() -> Result<()> {
    let plan = Plan::here(None, None)?;
    let folder = plan.target.join("bench").join("coalitions");
    let mut peers = Peers::start(&plan, &folder)?;
    let seed = match env::var("BENCH_SEED") {
        Ok(seed) => seed.parse()?,
        Err(_) => SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs(),
    };
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
    ensure!(
        tally.core_is_sound(),
        "the core's own answers differ; see above"
    );
    Ok(())
}

/// Everybody answers everything about one game.
fn turn(peers: &mut Peers, tally: &mut Tally, game: &Game) -> Result<()> {
    let mut count = f64::MAX;
    for (task, others) in TASKS {
        if task == "list" && count > LISTED {
            continue;
        }
        let reference = ask(peers, tally, game, task, CORE)?;
        if task == "overview" {
            count = reference["count"].as_f64().unwrap_or(f64::MAX);
        }
        let mut names = vec![NATIVE];
        names.extend(others);
        for name in names {
            if tally.gave_up(game, task, name) {
                continue;
            }
            let answer = ask(peers, tally, game, task, name)?;
            tally.compare(game, task, name, &reference, &answer);
        }
    }
    Ok(())
}

/// One participant's answer, its time noted.
fn ask(peers: &mut Peers, tally: &mut Tally, game: &Game, task: &str, name: &str) -> Result<Value> {
    let request = json!({
        "task": task,
        "participant": match name { "all subsets" => "subsets", name => name },
        "weights": game.weights,
        "quota": game.quota,
        "milliseconds": MEASURE,
        "limit": LIMIT.as_millis() as u64,
    });
    // The page keeps its own time; this is for those that cannot.
    let reply = peers.named(name).ask(&request, LIMIT + LIMIT / 4)?;
    let reply =
        reply.unwrap_or_else(|| json!({ "refused": format!("{LATE} {} s", LIMIT.as_secs()) }));
    tally.note(game, task, name, &reply);
    Ok(reply["answer"].clone())
}

/// The distinct notes of a list, in order.
fn distinct(notes: &[String]) -> Vec<&String> {
    notes.iter().collect::<BTreeSet<_>>().into_iter().collect()
}
