//! The core natively, answering one request a line.

use std::hint::black_box;
use std::io::{BufRead, Write};
use std::time::Instant;

use seat_calculator::voting::coalitions::{CoalitionSet, Constraints, Game, list};
use seat_calculator::voting::power::{banzhaf, shapley};
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
                    list(&game(), &mut masks).unwrap();
                });
                json!({ "ns": ns, "answer": digest(&masks) })
            }
            "banzhaf" => {
                let (ns, values) = timed(milliseconds, || {
                    let result = banzhaf(&game());
                    let players = 0..result.shares.len();
                    players
                        .map(|player| result.part(player))
                        .collect::<Vec<f64>>()
                });
                json!({ "ns": ns, "answer": { "values": values } })
            }
            "shapley" => {
                let (ns, values) = timed(milliseconds, || {
                    let result = shapley(&game()).unwrap();
                    let players = 0..result.shares.len();
                    players
                        .map(|player| result.part(player))
                        .collect::<Vec<f64>>()
                });
                json!({ "ns": ns, "answer": { "values": values } })
            }
            _ => {
                let (ns, (count, types, listed, first)) = timed(milliseconds, || {
                    let ways = CoalitionSet::new(&game(), &Constraints::default()).unwrap();
                    let listed: Vec<_> = ways.types_in_order().take(100).collect();
                    let first: Vec<u64> = ways
                        .in_order()
                        .take(100)
                        .map(|found| found.players as u64)
                        .collect();
                    (ways.count(), ways.count_types(), listed.len(), first)
                });
                let mut answer = digest(&first);
                answer["count"] = json!(count as f64);
                answer["types"] = json!(types as f64);
                answer["listed"] = json!(listed);
                json!({ "ns": ns, "answer": answer })
            }
        };
        println!("{reply}");
        std::io::stdout().flush().unwrap();
    }
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
