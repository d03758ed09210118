//! Exports for the benchmarks. In no release build.

use wasm_bindgen::prelude::*;

use crate::chart::hemicycle::hemicycle;
use crate::voting::Game;
use crate::voting::coalitions::{CoalitionSet, Constraints, Ranked, count};
use crate::voting::power::power;
use num_traits::ToPrimitive;

/// Every minimal winning coalition.
fn all(weights: Vec<u32>, quota: u32) -> Option<CoalitionSet> {
    let game = Game::new(weights, u64::from(quota)).ok()?;
    CoalitionSet::new(&game, &Constraints::default()).ok()
}

/// All minimal winning coalitions as masks; none of what is no game.
#[wasm_bindgen]
pub fn bench_list(weights: Vec<u32>, quota: u32) -> Option<Vec<u64>> {
    let found = Ranked::new(&all(weights, quota)?);
    Some(found.map(|found| found.players as u64).collect())
}

/// How many minimal winning coalitions there are, then the first 100 as masks.
#[wasm_bindgen]
pub fn bench_overview(weights: Vec<u32>, quota: u32) -> Option<Vec<u64>> {
    let set = all(weights, quota)?;
    let mut answer = vec![count(&set) as u64];
    answer.extend(
        Ranked::new(&set)
            .take(100)
            .map(|found| found.players as u64),
    );
    Some(answer)
}

/// Both power indices as parts of one: Banzhaf of every player, then Shapley-Shubik.
#[wasm_bindgen]
pub fn bench_power(weights: Vec<u32>, quota: u32) -> Option<Vec<f64>> {
    let result = power(&Game::new(weights, u64::from(quota)).ok()?).ok()?;
    let total = result.banzhaf.total.max(1) as f64;
    let swings = result.banzhaf.swings.iter();
    let mut values: Vec<f64> = swings.map(|&swings| swings as f64 / total).collect();
    let orders = result.shapley.orders.to_f64()?;
    for pivots in &result.shapley.pivots {
        values.push(pivots.to_f64()? / orders);
    }
    Some(values)
}

/// Radius and height of a house, then where the centres of its seats are: across and down in turn.
#[wasm_bindgen]
pub fn bench_hemicycle(seats: usize) -> Option<Vec<i32>> {
    let house = hemicycle(seats)?;
    let mut sizes = vec![house.radius, house.height];
    sizes.extend(house.seats.as_flattened());
    Some(sizes)
}
