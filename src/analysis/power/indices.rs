//! From swings to indices.

use super::reduced::Reduced;
use super::{Banzhaf, Shapley};
use crate::analysis::bignum::Natural;
use crate::analysis::coalitions::Game;

/// Swings of a reduced game.
#[derive(Clone, Debug)]
pub(super) struct Swings {
    /// By class, by number of members of the coalition swung; one number for all of them where sizes were not asked for.
    pub by_class: Vec<Vec<u128>>,
    /// Losing coalitions.
    pub losing: u128,
}

impl Swings {
    /// Nobody swings anything.
    pub fn none(reduced: &Reduced) -> Self {
        Self {
            by_class: vec![Vec::new(); reduced.classes.len()],
            losing: 0,
        }
    }
}

/// Banzhaf's index of `game` from the swings of its reduced form.
pub(super) fn banzhaf_of(game: &Game, reduced: &Reduced, swings: &Swings) -> Banzhaf {
    let players = game.weights().len();
    // Each player without seats may join every coalition counted.
    let spare = players - reduced.players();
    let counts: Vec<u128> = swings
        .by_class
        .iter()
        .map(|by_size| by_size.iter().sum::<u128>() << spare)
        .collect();
    let mut result = Banzhaf {
        winning: winning(game, reduced, swings, spare),
        swings: Vec::with_capacity(players),
        total: Natural::ZERO,
        shares: Vec::with_capacity(players),
        vetoes: 0,
        dummies: 0,
    };
    for class in &reduced.class_of {
        let count = class.map_or(0, |class| counts[class]);
        result.swings.push(count);
        result.total.add_product(&Natural::new(count), 1);
    }
    let shares: Vec<u32> = counts
        .iter()
        .map(|&count| Natural::new(count).share_of(&result.total))
        .collect();
    for (player, class) in reduced.class_of.iter().enumerate() {
        result.shares.push(class.map_or(0, |class| shares[class]));
        if result.swings[player] == 0 {
            result.dummies |= 1 << player;
        }
        if !reduced.trivial() && game.total() - game.weights()[player] < game.mark() {
            result.vetoes |= 1 << player;
        }
    }
    result
}

fn winning(game: &Game, reduced: &Reduced, swings: &Swings, spare: usize) -> Natural {
    let mut winning = if reduced.trivial() {
        // All coalitions or none, of as many as there are.
        Natural::new(u128::from(game.mark() == 0))
    } else if reduced.dual {
        Natural::new(swings.losing)
    } else {
        // 2^n - losing, without passing 2^128.
        Natural::new((u128::MAX >> (128 - reduced.players())) - swings.losing + 1)
    };
    let doublings = if reduced.trivial() {
        game.weights().len()
    } else {
        spare
    };
    for _ in 0..doublings {
        winning.multiply(2);
    }
    winning
}

/// Shapley and Shubik's index of `game` from the swings by size of its reduced form.
pub(super) fn shapley_of(game: &Game, reduced: &Reduced, swings: &Swings) -> Shapley {
    let (all, seated) = (game.weights().len() as u32, reduced.players() as u32);
    let orders = Natural::factorial(all);
    let coefficients = coefficients(seated);
    let values: Vec<(Natural, u32)> = swings
        .by_class
        .iter()
        .map(|by_size| {
            let mut pivots = Natural::ZERO;
            for (&swings, coefficient) in by_size.iter().zip(&coefficients) {
                pivots.add_product(coefficient, swings);
            }
            // A player without seats may stand anywhere in an order.
            for place in seated + 1..=all {
                pivots.multiply(place);
            }
            (pivots, pivots.share_of(&orders))
        })
        .collect();
    let of = |class: &Option<usize>| class.map_or((Natural::ZERO, 0), |class| values[class]);
    Shapley {
        pivots: reduced.class_of.iter().map(|class| of(class).0).collect(),
        shares: reduced.class_of.iter().map(|class| of(class).1).collect(),
        orders,
    }
}

/// k! (n - 1 - k)! for k from 0 to n - 1.
fn coefficients(players: u32) -> Vec<Natural> {
    let mut coefficients = Vec::with_capacity(players as usize);
    if players == 0 {
        return coefficients;
    }
    let mut coefficient = Natural::factorial(players - 1);
    coefficients.push(coefficient);
    for size in 1..players {
        coefficient.multiply(size);
        coefficient.divide(players - size);
        coefficients.push(coefficient);
    }
    coefficients
}
