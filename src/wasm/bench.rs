//! Exports for the benchmarks: numbers and addresses only, and nothing copied. In no release build.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::chart::hemicycle::hemicycle;
use crate::voting::coalitions::{CoalitionSet, Constraints, Game, list};
use crate::voting::power::{banzhaf, shapley};

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
        let game = Game::new(std::mem::take(&mut shared.weights), u64::from(quota)).ok()?;
        shared.masks.clear();
        shared.values.clear();
        let answer = run(&game, shared);
        shared.masks_at = shared.masks.as_ptr();
        shared.weights = game.into_weights();
        answer
    })
}

/// All minimal winning coalitions as masks, and how many they are; none of what is no game.
#[wasm_bindgen]
pub fn bench_list(quota: u32) -> usize {
    let count = with_game(quota, |game, shared| {
        list(game, &mut shared.masks)?;
        Some(shared.masks.len())
    });
    count.unwrap_or(0)
}

/// Banzhaf's index as parts of one.
#[wasm_bindgen]
pub fn bench_banzhaf(quota: u32) -> Option<usize> {
    with_game(quota, |game, shared| {
        let result = banzhaf(game);
        let players = 0..result.shares.len();
        shared
            .values
            .extend(players.map(|player| result.part(player)));
        Some(shared.values.len())
    })
}

/// Shapley and Shubik's index as parts of one.
#[wasm_bindgen]
pub fn bench_shapley(quota: u32) -> Option<usize> {
    with_game(quota, |game, shared| {
        let result = shapley(game).ok()?;
        let players = 0..result.shares.len();
        shared
            .values
            .extend(players.map(|player| result.part(player)));
        Some(shared.values.len())
    })
}

/// The exact count, the count of types, the first 100 types and the first 100 coalitions: these as masks; as values both
/// counts and how many types were listed.
#[wasm_bindgen]
pub fn bench_overview(quota: u32) -> Option<usize> {
    with_game(quota, |game, shared| {
        let ways = CoalitionSet::new(game, &Constraints::default()).ok()?;
        let listed: Vec<_> = ways.types_in_order().take(100).collect();
        let first = ways.in_order().take(100);
        shared.masks.extend(first.map(|found| found.players as u64));
        let counts = [
            ways.count() as f64,
            ways.count_types() as f64,
            listed.len() as f64,
        ];
        shared.values.extend(counts);
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
