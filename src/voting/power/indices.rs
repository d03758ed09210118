//! From swings to indices.

use super::normalized_game::NormalizedGame;
use super::{Banzhaf, Pivots, Shapley};
use crate::voting::bignum::{Natural, share_of};
use crate::voting::coalitions::Game;

/// Swings of a reduced game.
#[derive(Clone, Debug)]
pub(super) struct Swings {
    /// By class, and in each by number of members of the coalition swung; one number for all of them where sizes were not
    /// told apart. Empty where nobody swings anything.
    pub counts: Vec<u128>,
    /// Numbers of each class.
    pub sizes: usize,
    /// Losing coalitions.
    pub losing: u128,
}

impl Swings {
    /// Nobody swings anything.
    pub fn none() -> Self {
        Self {
            counts: Vec::new(),
            sizes: 1,
            losing: 0,
        }
    }
}

/// Banzhaf's index of `game` from the swings of its reduced form.
pub(super) fn banzhaf_of(game: &Game, reduced: &NormalizedGame, swings: &Swings) -> Banzhaf {
    let players = game.weights().len();
    // Each player without seats may join every coalition counted.
    let spare = players - reduced.players.len();
    let mut result = Banzhaf {
        winning: winning(game, reduced, swings) << spare,
        swings: vec![0; players],
        total: 0,
        shares: vec![0; players],
        vetoes: 0,
        dummies: 0,
    };
    for (class, by_size) in reduced
        .classes()
        .zip(swings.counts.chunks_exact(swings.sizes))
    {
        let mut count = by_size.iter().sum::<u128>();
        // A shift of a double word is a call in the browser.
        if spare > 0 {
            count <<= spare;
        }
        for &(_, player) in class {
            result.swings[player] = count;
            result.total += count;
        }
    }
    let mut last = (0, 0);
    for &(_, player) in &reduced.players {
        let count = result.swings[player];
        // Players of one class follow one another.
        if count != last.0 {
            last = (count, share_of(count, result.total));
        }
        result.shares[player] = last.1;
    }
    let mut bit = 1;
    for (&swings, &weight) in result.swings.iter().zip(game.weights()) {
        if swings == 0 {
            result.dummies |= bit;
        } else if game.total() - weight < game.mark() {
            result.vetoes |= bit;
        }
        bit <<= 1;
    }
    result
}

/// 2^`exponent`, for up to 127.
fn power_of_two(exponent: usize) -> u128 {
    // As above.
    if exponent < 64 {
        u128::from(1u64 << exponent)
    } else {
        1 << exponent
    }
}

/// Winning coalitions of the players with seats.
fn winning(game: &Game, reduced: &NormalizedGame, swings: &Swings) -> u128 {
    let all = power_of_two(reduced.players.len());
    match () {
        () if game.mark() == 0 => all,
        () if reduced.trivial() => 0,
        () if reduced.dual => swings.losing,
        () => all - swings.losing,
    }
}

/// Shapley and Shubik's index of `game` from the swings by size of its reduced form.
pub(super) fn shapley_of(game: &Game, reduced: &NormalizedGame, swings: &Swings) -> Shapley {
    let players = game.weights().len();
    let mut shares = vec![0; players];
    let mut parts = vec![0.0; players];
    let classes = reduced
        .classes()
        .zip(swings.counts.chunks_exact(swings.sizes));
    // 20! < 2^63, and no number in between is larger than the number of orders.
    if players <= 20 {
        let orders = orders(1..=players as u64);
        let mut pivots = vec![0; players];
        for (class, by_size) in classes {
            let count = pivots_in_words(by_size, players as u64);
            let part = count as f64 / orders as f64;
            let share = share_of(u128::from(count), u128::from(orders));
            for &(_, player) in class {
                pivots[player] = count;
                parts[player] = part;
                shares[player] = share;
            }
        }
        return Shapley {
            pivots: Pivots::Words(pivots, orders),
            parts,
            shares,
        };
    }
    let orders = Natural::factorial(players as u32);
    let coefficients = coefficients(reduced.players.len() as u32);
    let mut pivots = vec![Natural::ZERO; players];
    for (class, by_size) in classes {
        let count = pivots_of(&coefficients, by_size, players as u32);
        let part = count.part_of(&orders);
        let share = count.share_of(&orders);
        for &(_, player) in class {
            pivots[player] = count;
            parts[player] = part;
            shares[player] = share;
        }
    }
    Shapley {
        pivots: Pivots::Naturals(pivots, orders),
        parts,
        shares,
    }
}

/// The orders of `all` players, up to 20, in which one with swings `by_size` is the pivot.
fn pivots_in_words(by_size: &[u128], all: u64) -> u64 {
    let seated = by_size.len() as u64;
    let mut coefficient = orders(1..=seated - 1);
    let mut pivots = 0;
    for (size, &swings) in (0..).zip(by_size) {
        // Nothing passes 20!; a checked product of words is a slow one of double words in the browser.
        pivots += coefficient.wrapping_mul(swings as u64);
        coefficient = coefficient.wrapping_mul(size + 1) / (seated - 1 - size).max(1);
    }
    // A player without seats may stand anywhere in an order.
    pivots.wrapping_mul(orders(seated + 1..=all))
}

/// The product of `factors`, at most 20!.
fn orders(factors: std::ops::RangeInclusive<u64>) -> u64 {
    factors.fold(1, u64::wrapping_mul)
}

/// The same for any number of players, with the `coefficients` of those with seats.
fn pivots_of(coefficients: &[Natural], by_size: &[u128], all: u32) -> Natural {
    let mut pivots = Natural::ZERO;
    // Sizes k and n - 1 - k have the same coefficient.
    for (size, coefficient) in coefficients.iter().enumerate() {
        let opposite = by_size.len() - 1 - size;
        let both = if opposite == size {
            0
        } else {
            by_size[opposite]
        };
        pivots.add_product(coefficient, by_size[size] + both);
    }
    for place in by_size.len() as u32 + 1..=all {
        pivots.multiply(place);
    }
    pivots
}

/// k! (n - 1 - k)! for k from 0 to (n - 1) / 2.
fn coefficients(players: u32) -> Vec<Natural> {
    let last = players.saturating_sub(1);
    let mut coefficients = Vec::with_capacity(last as usize / 2 + 1);
    let mut coefficient = Natural::factorial(last);
    coefficients.push(coefficient);
    for size in 1..=last / 2 {
        coefficient.multiply(size);
        coefficient.divide(players - size);
        coefficients.push(coefficient);
    }
    coefficients
}
