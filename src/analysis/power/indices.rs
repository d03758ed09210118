//! From swings to indices.

use super::reduced::Reduced;
use super::{Banzhaf, Shapley};
use crate::analysis::bignum::Natural;
use crate::analysis::coalitions::Game;
use crate::prelude::*;

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

    fn of_class(&self, class: usize) -> &[u128] {
        let from = class * self.sizes;
        self.counts.get(from..from + self.sizes).unwrap_or(&[])
    }
}

/// Banzhaf's index of `game` from the swings of its reduced form.
pub(super) fn banzhaf_of(game: &Game, reduced: &Reduced, swings: &Swings) -> Banzhaf {
    // Each player without seats may join every coalition counted.
    let spare = game.weights().len() - reduced.players();
    let mut total = Natural::ZERO;
    let mut counts = Vec::with_capacity(reduced.classes.len());
    for (index, class) in reduced.classes.iter().enumerate() {
        let count = swings.of_class(index).iter().sum::<u128>() << spare;
        total.add_product(&Natural::new(count), u128::from(class.size));
        counts.push((count, 0));
    }
    for (count, share) in &mut counts {
        *share = Natural::new(*count).share_of(&total);
    }
    let by_player = reduced.by_player(&counts, (0, 0));
    let mut result = Banzhaf {
        winning: winning(game, reduced, swings, spare),
        swings: Vec::with_capacity(by_player.len()),
        total,
        shares: Vec::with_capacity(by_player.len()),
        vetoes: 0,
        dummies: 0,
    };
    for (player, &(count, share)) in by_player.iter().enumerate() {
        result.swings.push(count);
        result.shares.push(share);
        if count == 0 {
            result.dummies |= 1 << player;
        }
        if !reduced.trivial() && game.total() - game.weights()[player] < game.mark() {
            result.vetoes |= 1 << player;
        }
    }
    result
}

fn winning(game: &Game, reduced: &Reduced, swings: &Swings, spare: usize) -> Natural {
    let (mut winning, doublings) = if reduced.trivial() {
        // All coalitions or none.
        (u128::from(game.mark() == 0), game.weights().len())
    } else if reduced.dual {
        (swings.losing, spare)
    } else {
        // 2^n - losing, without passing 2^128.
        let all_but_one = u128::MAX >> (128 - reduced.players());
        (all_but_one - swings.losing + 1, spare)
    };
    if doublings < 128 {
        winning <<= doublings;
        return Natural::new(winning);
    }
    let mut winning = Natural::new(winning << 127);
    winning.multiply(2);
    winning
}

/// Shapley and Shubik's index of `game` from the swings by size of its reduced form.
pub(super) fn shapley_of(game: &Game, reduced: &Reduced, swings: &Swings) -> Shapley {
    let (all, seated) = (game.weights().len() as u32, reduced.players() as u32);
    let orders = Natural::factorial(all);
    let pivots = if all <= 20 {
        // 20! < 2^63: no number here is larger than the number of orders.
        pivots_in_words(reduced, swings, all)
    } else {
        let coefficients = coefficients(seated);
        let of_class = |class| pivots(&coefficients, swings.of_class(class), seated, all);
        (0..reduced.classes.len()).map(of_class).collect()
    };
    let shares: Vec<u32> = pivots
        .iter()
        .map(|pivots| pivots.share_of(&orders))
        .collect();
    Shapley {
        pivots: reduced.by_player(&pivots, Natural::ZERO),
        shares: reduced.by_player(&shares, 0),
        orders,
    }
}

/// The orders in which a player with swings `by_size` is the pivot.
fn pivots(coefficients: &[Natural], by_size: &[u128], seated: u32, all: u32) -> Natural {
    let mut pivots = Natural::ZERO;
    // Sizes k and n - 1 - k have the same coefficient.
    for (size, coefficient) in coefficients
        .iter()
        .enumerate()
        .take(by_size.len().div_ceil(2))
    {
        let opposite = by_size.len() - 1 - size;
        let both = if opposite == size {
            0
        } else {
            by_size[opposite]
        };
        pivots.add_product(coefficient, by_size[size] + both);
    }
    // A player without seats may stand anywhere in an order.
    for place in seated + 1..=all {
        pivots.multiply(place);
    }
    pivots
}

/// The same by class for `all` up to 20 players, in machine words.
fn pivots_in_words(reduced: &Reduced, swings: &Swings, all: u32) -> Vec<Natural> {
    let seated = reduced.players() as u64;
    let before: u64 = (1..seated).product();
    let anywhere: u64 = (seated + 1..=u64::from(all)).product();
    let of_class = |class| {
        let mut coefficient = before;
        let mut pivots = 0;
        for (size, &swings) in (0..).zip(swings.of_class(class)) {
            pivots += coefficient * swings as u64;
            coefficient = coefficient * (size + 1) / (seated - 1 - size).max(1);
        }
        Natural::new(u128::from(pivots * anywhere))
    };
    (0..reduced.classes.len()).map(of_class).collect()
}

/// k! (n - 1 - k)! for k from 0 to (n - 1) / 2.
fn coefficients(players: u32) -> Vec<Natural> {
    let mut coefficients = Vec::with_capacity(players as usize / 2 + 1);
    let mut coefficient = Natural::factorial(players.saturating_sub(1));
    coefficients.push(coefficient);
    for size in 1..=players.saturating_sub(1) / 2 {
        coefficient.multiply(size);
        coefficient.divide(players - size);
        coefficients.push(coefficient);
    }
    coefficients
}
