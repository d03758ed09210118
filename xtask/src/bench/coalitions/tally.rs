//! What was measured, and how the answers compare.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::games::Game;
use super::{CORE, NATIVE, distinct};

/// How far apart two floating-point answers may be.
const APART: f64 = 1e-9;

/// A game, a task, a participant.
type Key = (String, String, String);

#[derive(Default)]
pub struct Tally {
    /// Games in the order they were first met.
    games: Vec<Game>,
    /// Nanoseconds, one for each turn.
    times: BTreeMap<Key, Vec<f64>>,
    /// Coalitions of each game that were listed.
    counts: BTreeMap<String, f64>,
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
            let refused = refused.lines().next().unwrap_or_default();
            self.notes
                .entry(key.clone())
                .or_default()
                .push(refused.to_owned());
            self.gave_up.insert(key);
            return;
        }
        if task == "list" && name == CORE {
            let count = reply["answer"]["count"].as_f64().unwrap_or(0.0);
            self.counts.insert(game.name.clone(), count);
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
            ("list", "All minimal winning coalitions, as masks"),
            ("banzhaf", "Banzhaf"),
            ("shapley", "Shapley-Shubik"),
            (
                "overview",
                "Exact count, count of types, first 100 types, first 100 coalitions",
            ),
        ] {
            println!("\n{title}");
            self.print_task(task);
        }
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
        let mut ratios: BTreeMap<&str, Vec<(usize, f64)>> = BTreeMap::new();
        let mut each = Vec::new();
        for game in &self.games {
            let players = game.weights.len();
            let Some(core) = self.time(game, task, CORE) else {
                continue;
            };
            for name in &names {
                if let Some(time) = self.time(game, task, name) {
                    ratios.entry(name).or_default().push((players, time / core));
                }
            }
            if game.is_random() {
                continue;
            }
            if let (true, Some(count)) = (task == "list", self.counts.get(&game.name)) {
                each.push((&game.name, count, core / count));
            }
            print!("  {:20}{players:>8}{:>14}", game.name, duration(core));
            for name in &names {
                let cell = self.time(game, task, name).map_or_else(
                    || "none".to_owned(),
                    |time| format!("{} ({:.1}x)", duration(time), time / core),
                );
                print!("{cell:>24}");
            }
            println!();
        }
        for (game, count, ns) in each {
            println!("  {game}: {count} coalitions, {ns:.2} ns each in Chromium");
        }
        for (name, ratios) in ratios {
            let all: Vec<f64> = ratios.iter().map(|ratio| ratio.1).collect();
            let large: Vec<f64> = ratios
                .iter()
                .filter(|ratio| ratio.0 >= 15)
                .map(|ratio| ratio.1)
                .collect();
            let least = all.iter().copied().fold(f64::INFINITY, f64::min);
            println!(
                "  {name}: {:.1} times as long (geometric mean of {} games), {:.1} with 15 or more players ({}), least {least:.2}",
                mean(&all),
                all.len(),
                mean(&large),
                large.len()
            );
        }
    }

    /// The median over all turns.
    fn time(&self, game: &Game, task: &str, name: &str) -> Option<f64> {
        let mut times = self.times.get(&key(game, task, name))?.clone();
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied()
    }
}

/// Digests are the same when all they hold is; values when each is within [`APART`].
fn same(one: &Value, other: &Value) -> bool {
    let (Some(values), Some(others)) = (one["values"].as_array(), other["values"].as_array())
    else {
        return one == other;
    };
    values.len() == others.len()
        && values.iter().zip(others).all(|(value, other)| {
            let (value, other) = (value.as_f64(), other.as_f64());
            value
                .zip(other)
                .is_some_and(|(value, other)| (value - other).abs() < APART)
        })
}

fn brief(answer: &Value) -> String {
    answer.to_string().chars().take(90).collect()
}

fn mean(ratios: &[f64]) -> f64 {
    let logarithms: f64 = ratios.iter().map(|ratio| ratio.ln()).sum();
    (logarithms / ratios.len() as f64).exp()
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
