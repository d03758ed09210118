//! What was measured, and how the answers compare.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::games::Game;
use super::{CORE, LIMIT, PYTHON, TASKS};
use crate::bench::rounds::geometric_mean;

/// How far apart two floating-point answers may be.
const APART: f64 = 1e-9;

/// A task, over which games, against the quickest of whom, and how many times as long these have to take.
type Aim = (
    &'static str,
    &'static str,
    fn(&Game) -> bool,
    &'static [&'static str],
    f64,
);
const AIMS: [Aim; 4] = [
    (
        "list",
        "given games",
        |game| !game.is_random(),
        &["coopgame-py"],
        1.0,
    ),
    (
        "list",
        "given games",
        |game| !game.is_random(),
        &["all subsets"],
        1.0,
    ),
    (
        "power",
        "given games",
        |game| !game.is_random(),
        &PYTHON,
        1.0,
    ),
    (
        "power",
        "15 players and more",
        |game| game.weights.len() >= 15,
        &PYTHON,
        50.0,
    ),
];
/// The largest given game, and the nanoseconds that one answer about it may take.
const LARGEST: (&str, f64) = ("loksabha2024_48", 2e6);

/// A game, a task, a participant.
type Key = (String, String, String);

#[derive(Default)]
pub struct Tally {
    /// Games in the order they were first met.
    games: Vec<Game>,
    /// Nanoseconds, one for each turn; the limit where it was passed.
    times: BTreeMap<Key, Vec<f64>>,
    /// Refusals, time-outs and wrong answers, in words.
    notes: BTreeMap<Key, BTreeSet<String>>,
    gave_up: BTreeSet<Key>,
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
        if let Some(time) = reply["ns"].as_f64() {
            self.times.entry(key).or_default().push(time);
            return;
        }
        let mut note = reply["refused"].as_str().unwrap_or_default().to_owned();
        if reply["late"] == true {
            // It would have taken at least so long.
            let time = LIMIT.as_nanos() as f64;
            self.times.entry(key.clone()).or_default().push(time);
            note = format!("not done within {} s", LIMIT.as_secs());
        }
        self.notes.entry(key.clone()).or_default().insert(note);
        self.gave_up.insert(key);
    }

    /// Whether a participant has refused this before and is not asked again.
    pub fn gave_up(&self, game: &Game, task: &str, name: &str) -> bool {
        self.gave_up.contains(&key(game, task, name))
    }

    /// Compares an answer with that of the core.
    pub fn compare(&mut self, game: &Game, task: &str, name: &str, core: &Value, answer: &Value) {
        if !answer.is_null() && !same(core, answer) {
            let note = format!("WRONG: {:.90}", answer.to_string());
            self.notes
                .entry(key(game, task, name))
                .or_default()
                .insert(note);
        }
    }

    /// Prints times and ratios.
    pub fn print(&self) {
        for (task, title, others) in TASKS {
            println!("\n{title}");
            self.print_task(task, others);
        }
        println!("\nAims");
        for (task, which, is_meant, names, aim) in AIMS {
            let games = self.games.iter().filter(|game| is_meant(game));
            let ratios: Vec<f64> = games
                .filter_map(|game| self.ratio(game, task, names))
                .collect();
            let least = ratios.iter().copied().fold(f64::INFINITY, f64::min);
            println!(
                "  {task}, {which}: {} take {:.1} times as long (geometric mean of {}, least {least:.2}), aim {aim}",
                names.join(" or "),
                geometric_mean(&ratios),
                ratios.len(),
            );
        }
        for game in self.games.iter().filter(|game| game.name == LARGEST.0) {
            for task in ["overview", "power"] {
                let time = self
                    .time(game, task, CORE)
                    .map_or_else(String::new, duration);
                println!(
                    "  {task}, {}: {time}, aim {}",
                    game.name,
                    duration(LARGEST.1)
                );
            }
        }
        println!("\nRefusals, time-outs and wrong answers");
        for ((game, task, name), notes) in &self.notes {
            for note in notes {
                println!("  {task:8} {name:12} {game}: {note}");
            }
        }
    }

    /// A table: the given games, with the core's time, and the others' with how many times as long they take.
    fn print_task(&self, task: &str, others: &[&str]) {
        print!("  {:20}{:>8}{:>14}", "game", "players", CORE);
        others.iter().for_each(|name| print!("{name:>24}"));
        println!();
        for game in self.games.iter().filter(|game| !game.is_random()) {
            let Some(core) = self.time(game, task, CORE) else {
                continue;
            };
            print!(
                "  {:20}{:>8}{:>14}",
                game.name,
                game.weights.len(),
                duration(core)
            );
            for name in others {
                let late = if self.gave_up(game, task, name) {
                    "over "
                } else {
                    ""
                };
                let cell = self
                    .time(game, task, name)
                    .map_or("none".to_owned(), |time| {
                        format!("{late}{} ({:.1}x)", duration(time), time / core)
                    });
                print!("{cell:>24}");
            }
            println!();
        }
    }

    /// How many times as long as the core the quickest of `names` takes.
    fn ratio(&self, game: &Game, task: &str, names: &[&str]) -> Option<f64> {
        let times = names.iter().filter_map(|name| self.time(game, task, name));
        Some(times.min_by(f64::total_cmp)? / self.time(game, task, CORE)?)
    }

    /// The quickest of all turns: whatever else the machine does only ever adds.
    fn time(&self, game: &Game, task: &str, name: &str) -> Option<f64> {
        let times = self.times.get(&key(game, task, name))?;
        times.iter().copied().min_by(f64::total_cmp)
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
            ones.len() == others.len() && ones.iter().all(|(name, one)| same(one, &other[name]))
        }
        (Value::Number(one), Value::Number(other)) => {
            let both = one.as_f64().zip(other.as_f64());
            both.is_some_and(|(one, other)| (one - other).abs() < APART)
        }
        _ => one == other,
    }
}

fn duration(ns: f64) -> String {
    match ns {
        ..1e4 => format!("{ns:.0} ns"),
        ..1e7 => format!("{:.1} µs", ns / 1e3),
        _ => format!("{:.1} ms", ns / 1e6),
    }
}
