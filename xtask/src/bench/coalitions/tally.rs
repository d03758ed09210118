//! What was measured, and how the answers compare.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

use super::games::Game;
use super::{CORE, LATE, LIMIT, NATIVE, distinct};

/// How far apart two floating-point answers may be.
const APART: f64 = 1e-9;

/// The Python packages.
const PYTHON: [&str; 2] = ["coopgame-py", "powerindex"];

/// A game, a task, a participant.
type Key = (String, String, String);

#[derive(Default)]
pub struct Tally {
    /// Games in the order they were first met.
    games: Vec<Game>,
    /// Nanoseconds, one for each turn; the limit where it was passed.
    times: BTreeMap<Key, Vec<f64>>,
    /// Refusals, time-outs and wrong answers, in words.
    notes: BTreeMap<Key, Vec<String>>,
    gave_up: BTreeSet<Key>,
    unsound: bool,
}

fn key(game: &Game, task: &str, name: &str) -> Key {
    (game.name.clone(), task.to_owned(), name.to_owned())
}

impl Tally {
    /// Notes the time of a turn, or why there is none.
    pub fn note(&mut self, game: &Game, task: &str, name: &str, reply: &Value) {
        if !self.games.iter().any(|known| known.name == game.name) {
            self.games.push(game.clone());
        }
        let key = key(game, task, name);
        if let Some(refused) = reply["refused"].as_str() {
            if refused.starts_with(LATE) {
                // It would have taken at least so long.
                let time = LIMIT.as_nanos() as f64;
                self.times.entry(key.clone()).or_default().push(time);
            }
            let refused = refused.lines().next().unwrap_or_default();
            self.notes
                .entry(key.clone())
                .or_default()
                .push(refused.to_owned());
            self.gave_up.insert(key);
            return;
        }
        let time = reply["ns"].as_f64().unwrap_or(f64::NAN);
        self.times.entry(key).or_default().push(time);
    }

    /// Whether a participant has refused this before and is not asked again.
    pub fn gave_up(&self, game: &Game, task: &str, name: &str) -> bool {
        self.gave_up.contains(&key(game, task, name))
    }

    /// Compares an answer with that of the core in Chromium.
    pub fn compare(
        &mut self,
        game: &Game,
        task: &str,
        name: &str,
        reference: &Value,
        answer: &Value,
    ) {
        if answer.is_null() || same(reference, answer) {
            return;
        }
        let ours = name == NATIVE || name == "control";
        self.unsound |= ours;
        let note = format!("WRONG: {}", brief(answer));
        self.notes
            .entry(key(game, task, name))
            .or_default()
            .push(note);
    }

    /// Whether the core gave the same answers everywhere, and always answered.
    pub fn core_is_sound(&self) -> bool {
        let silent = self
            .gave_up
            .iter()
            .any(|key| key.2 == CORE || key.2 == NATIVE);
        !self.unsound && !silent
    }

    /// Prints times and ratios.
    pub fn print(&self) {
        for (task, title) in [
            ("list", "All minimal winning coalitions in order, as masks"),
            ("power", "Banzhaf and Shapley-Shubik"),
            ("overview", "Exact count, first 100 coalitions"),
        ] {
            println!("\n{title}");
            self.print_task(task);
        }
        self.print_targets();
        println!("\nRefusals, time-outs and wrong answers");
        for (key, notes) in &self.notes {
            for note in distinct(notes) {
                println!("  {:8} {:12} {}: {note}", key.1, key.2, key.0);
            }
        }
    }

    fn print_task(&self, task: &str) {
        let names: BTreeSet<&str> = self
            .times
            .keys()
            .filter(|key| key.1 == task && key.2 != CORE)
            .map(|key| key.2.as_str())
            .collect();
        print!("  {:20}{:>8}{:>14}", "game", "players", "in Chromium");
        for name in &names {
            print!("{name:>24}");
        }
        println!();
        for game in self.games.iter().filter(|game| !game.is_random()) {
            let Some(core) = self.time(game, task, CORE) else {
                continue;
            };
            let players = game.weights.len();
            print!("  {:20}{players:>8}{:>14}", game.name, duration(core));
            for name in &names {
                print!("{:>24}", self.cell(game, task, name, core));
            }
            println!();
        }
        for name in &names {
            let given = self.ratios(task, &[name], |game| !game.is_random());
            let random = self.ratios(task, &[name], Game::is_random);
            println!("  {name}: given games {given}; random games {random}");
        }
    }

    fn cell(&self, game: &Game, task: &str, name: &str, core: f64) -> String {
        let Some(time) = self.time(game, task, name) else {
            return "none".to_owned();
        };
        let late = if self.gave_up(game, task, name) {
            "over "
        } else {
            ""
        };
        format!("{late}{} ({:.1}x)", duration(time), time / core)
    }

    /// What the project has set itself, beside what was measured.
    fn print_targets(&self) {
        println!("\nTargets, in Chromium");
        let given = |game: &Game| !game.is_random();
        for name in ["coopgame-py", "all subsets"] {
            let ratios = self.ratios("list", &[name], given);
            println!("  listing, never slower than {name}: given games {ratios}");
        }
        let large = self.ratios("power", &PYTHON, |game| game.weights.len() >= 15);
        println!("  power, 50 times the quicker Python package with 15 or more players: {large}");
        let any = self.ratios("power", &PYTHON, given);
        println!("  power, never slower than either: given games {any}");
        let lok_sabha = self
            .games
            .iter()
            .find(|game| game.name == "loksabha2024_48");
        let times = ["overview", "power"].map(|task| {
            let time = lok_sabha.and_then(|game| self.time(game, task, CORE));
            duration(time.unwrap_or(f64::NAN))
        });
        println!(
            "  loksabha2024_48 under 2 ms each: count and first 100 {}, power {}",
            times[0], times[1]
        );
    }

    /// How many times as long as the core the quickest of `names` takes, over the games that `which` takes in.
    fn ratios(&self, task: &str, names: &[&str], which: impl Fn(&Game) -> bool) -> Ratios {
        let mut ratios = Vec::new();
        for game in self.games.iter().filter(|game| which(game)) {
            let quickest = names
                .iter()
                .filter_map(|name| self.time(game, task, name))
                .min_by(f64::total_cmp);
            if let (Some(core), Some(time)) = (self.time(game, task, CORE), quickest) {
                ratios.push(time / core);
            }
        }
        Ratios(ratios)
    }

    /// The quickest of all turns: whatever else the machine does only ever adds.
    fn time(&self, game: &Game, task: &str, name: &str) -> Option<f64> {
        let times = self.times.get(&key(game, task, name))?;
        times.iter().copied().min_by(f64::total_cmp)
    }
}

/// How many times as long as the core somebody takes, game by game.
struct Ratios(Vec<f64>);

impl fmt::Display for Ratios {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let logarithms: f64 = self.0.iter().map(|ratio| ratio.ln()).sum();
        let mean = (logarithms / self.0.len() as f64).exp();
        let least = self.0.iter().copied().fold(f64::INFINITY, f64::min);
        write!(
            out,
            "{mean:.1}x (geometric mean of {}, least {least:.2})",
            self.0.len()
        )
    }
}

/// Answers are the same when every number of one is in the other, values within [`APART`].
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(ones), Value::Array(others)) => {
            ones.len() == others.len()
                && ones.iter().zip(others).all(|(one, other)| same(one, other))
        }
        (Value::Object(ones), Value::Object(others)) => {
            ones.len() == others.len()
                && ones
                    .iter()
                    .all(|(name, one)| same(one, others.get(name).unwrap_or(&Value::Null)))
        }
        (Value::Number(one), Value::Number(other)) => {
            let both = one.as_f64().zip(other.as_f64());
            both.is_some_and(|(one, other)| (one - other).abs() < APART)
        }
        _ => one == other,
    }
}

fn brief(answer: &Value) -> String {
    answer.to_string().chars().take(90).collect()
}

fn duration(ns: f64) -> String {
    if ns < 1e4 {
        format!("{ns:.0} ns")
    } else if ns < 1e7 {
        format!("{:.1} us", ns / 1e3)
    } else {
        format!("{:.1} ms", ns / 1e6)
    }
}
