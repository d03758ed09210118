//! Exports for the benchmarks: numbers and addresses only, and nothing copied. In no release build.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::chart::hemicycle::hemicycle;
use crate::voting::Game;
use crate::voting::coalitions::{CoalitionSet, Constraints, Ranked, count};
use crate::voting::power::power;
use num_traits::ToPrimitive;

/// What the page reads and writes, where it last was.
struct Shared {
    weights: Vec<u32>,
    masks: Vec<u64>,
    /// Where the masks are.
    masks_at: *const u64,
    values: Vec<f64>,
    places: Vec<[i32; 2]>,
}

thread_local! {
    static SHARED: RefCell<Shared> = const {
        RefCell::new(Shared {
            weights: Vec::new(),
            masks: Vec::new(),
            masks_at: std::ptr::null(),
            values: Vec::new(),
            places: Vec::new(),
        })
    };
}

/// Makes room for the weights of so many players, and answers where.
#[wasm_bindgen]
pub fn bench_players(players: usize) -> *mut u32 {
    SHARED.with_borrow_mut(|shared| {
        shared.weights.resize(players, 0);
        shared.weights.as_mut_ptr()
    })
}

/// Where it stands where the masks of the last answer are: a call less for every answer, and a small one takes little longer.
#[wasm_bindgen]
pub fn bench_masks_at() -> *const *const u64 {
    SHARED.with_borrow(|shared| std::ptr::from_ref(&shared.masks_at))
}

/// Where the values of the last answer are.
#[wasm_bindgen]
pub fn bench_values() -> *const f64 {
    SHARED.with_borrow(|shared| shared.values.as_ptr())
}

fn with_game<T>(quota: u32, run: impl FnOnce(&Game, &mut Shared) -> Option<T>) -> Option<T> {
    SHARED.with_borrow_mut(|shared| {
        let game = Game::new(shared.weights.clone(), u64::from(quota)).ok()?;
        shared.masks.clear();
        shared.values.clear();
        let answer = run(&game, shared);
        shared.masks_at = shared.masks.as_ptr();
        answer
    })
}

/// All minimal winning coalitions as masks, and how many they are; none of what is no game.
#[wasm_bindgen]
pub fn bench_list(quota: u32) -> usize {
    let count = with_game(quota, |game, shared| {
        let set = CoalitionSet::new(game, &Constraints::default()).ok()?;
        let found = Ranked::new(&set).map(|found| found.players as u64);
        shared.masks.extend(found);
        Some(shared.masks.len())
    });
    count.unwrap_or(0)
}

/// Both power indices as parts of one: Banzhaf of every player, then Shapley-Shubik.
#[wasm_bindgen]
pub fn bench_power(quota: u32) -> Option<usize> {
    with_game(quota, |game, shared| {
        let result = power(game).ok()?;
        let total = result.banzhaf.total.max(1) as f64;
        let swings = result.banzhaf.swings.iter();
        shared
            .values
            .extend(swings.map(|&swings| swings as f64 / total));
        let orders = result.shapley.orders.to_f64()?;
        for pivots in &result.shapley.pivots {
            shared.values.push(pivots.to_f64()? / orders);
        }
        Some(shared.values.len())
    })
}

/// The exact count and the first 100 coalitions: these as masks, the count as a value.
#[wasm_bindgen]
pub fn bench_overview(quota: u32) -> Option<usize> {
    with_game(quota, |game, shared| {
        let set = CoalitionSet::new(game, &Constraints::default()).ok()?;
        let first = Ranked::new(&set).take(100);
        shared.masks.extend(first.map(|found| found.players as u64));
        shared.values.push(count(&set) as f64);
        Some(shared.masks.len())
    })
}

/// Where the centres of the seats of a house are; its radius and height are the values.
#[wasm_bindgen]
pub fn bench_hemicycle(seats: usize) -> *const i32 {
    SHARED.with_borrow_mut(|shared| {
        shared.values.clear();
        shared.places.clear();
        if let Some(house) = hemicycle(seats) {
            let sizes = [house.radius, house.height];
            shared.values.extend(sizes.map(f64::from));
            shared.places = house.seats;
        }
        shared.places.as_ptr().cast()
    })
}
