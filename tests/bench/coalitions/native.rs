//! The core natively, answering one request a line.

use std::hint::black_box;
use std::io::{BufRead, Write};
use std::time::Instant;

use num_traits::ToPrimitive;
use seat_calculator::voting::Game;
use seat_calculator::voting::coalitions::{CoalitionSet, Constraints, Ranked, count};
use seat_calculator::voting::power::power;
use serde_json::{Value, json};

fn main() {
    let mut masks = Vec::new();
    for line in std::io::stdin().lock().lines() {
        let request: Value = serde_json::from_str(&line.unwrap()).unwrap();
        let weights: Vec<u32> = request["weights"]
            .as_array()
            .unwrap()
            .iter()
            .map(|weight| weight.as_u64().unwrap() as u32)
            .collect();
        let quota = request["quota"].as_u64().unwrap();
        let milliseconds = request["milliseconds"].as_f64().unwrap();
        let game = || Game::new(weights.clone(), quota).unwrap();
        let reply = match request["task"].as_str().unwrap() {
            "list" => {
                let (ns, ()) = timed(milliseconds, || {
                    masks.clear();
                    masks.extend(ranked(&game()).map(|found| found.players as u64));
                });
                json!({ "ns": ns, "answer": digest(&masks) })
            }
            "power" => {
                let (ns, result) = timed(milliseconds, || power(&game()).unwrap());
                let total = result.banzhaf.total.max(1) as f64;
                let swings = result.banzhaf.swings.iter();
                let mut values: Vec<f64> = swings.map(|&swings| swings as f64 / total).collect();
                let orders = result.shapley.orders.to_f64().unwrap();
                let pivots = result.shapley.pivots.iter();
                values.extend(pivots.map(|pivots| pivots.to_f64().unwrap() / orders));
                json!({ "ns": ns, "answer": { "values": values } })
            }
            _ => {
                let (ns, (count, first)) = timed(milliseconds, || {
                    let game = game();
                    let first = ranked(&game).take(100);
                    let first: Vec<u64> = first.map(|found| found.players as u64).collect();
                    (count(&all(&game)), first)
                });
                let mut answer = digest(&first);
                answer["count"] = json!(count as f64);
                json!({ "ns": ns, "answer": answer })
            }
        };
        println!("{reply}");
        std::io::stdout().flush().unwrap();
    }
}

fn all(game: &Game) -> CoalitionSet {
    CoalitionSet::new(game, &Constraints::default()).unwrap()
}

fn ranked(game: &Game) -> Ranked {
    Ranked::new(&all(game))
}

/// Nanoseconds of the quickest of many batches, and the last result.
fn timed<T>(milliseconds: f64, mut run: impl FnMut() -> T) -> (f64, T) {
    let start = Instant::now();
    let mut last = black_box(run());
    let mut best = start.elapsed().as_nanos() as f64;
    let mut batch = 1;
    while start.elapsed().as_secs_f64() * 1e3 < milliseconds {
        let begin = Instant::now();
        for _ in 0..batch {
            last = black_box(run());
        }
        let spent = begin.elapsed().as_nanos() as f64;
        // A batch is long for the clock and short against the machine's other work.
        if spent < 250_000.0 {
            batch *= 2;
        } else {
            best = best.min(spent / f64::from(batch));
        }
    }
    (best, last)
}

/// Count, sum and exclusive-or of a 32-bit hash of each mask: the same in every language and any order.
fn digest(masks: &[u64]) -> Value {
    let (mut sum, mut xor) = (0u32, 0);
    for &mask in masks {
        let mut value = (mask as u32 ^ 0x9E37_79B9).wrapping_mul(0x85EB_CA6B);
        value ^= value >> 15;
        value = (value ^ (mask >> 32) as u32).wrapping_mul(0xC2B2_AE35);
        value ^= value >> 13;
        sum = sum.wrapping_add(value);
        xor ^= value;
    }
    json!({ "count": masks.len(), "sum": sum, "xor": xor })
}
