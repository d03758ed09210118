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
    let (mut vetoes, mut dummies) = (0, 0);
    for (player, &(count, _)) in by_player.iter().enumerate() {
        if count == 0 {
            dummies |= 1 << player;
        }
        if !reduced.trivial() && game.total() - game.weights()[player] < game.mark() {
            vetoes |= 1 << player;
        }
    }
    Banzhaf {
        winning: winning(game, reduced, swings, spare),
        swings: by_player.iter().map(|player| player.0).collect(),
        total,
        shares: by_player.iter().map(|player| player.1).collect(),
        vetoes,
        dummies,
    }
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
    let coefficients = coefficients(seated);
    let mut values = Vec::with_capacity(reduced.classes.len());
    for class in 0..reduced.classes.len() {
        let mut pivots = Natural::ZERO;
        let by_size = swings.of_class(class);
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
        values.push((pivots, pivots.share_of(&orders)));
    }
    let by_player = reduced.by_player(&values, (Natural::ZERO, 0));
    Shapley {
        pivots: by_player.iter().map(|player| player.0).collect(),
        shares: by_player.iter().map(|player| player.1).collect(),
        orders,
    }
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
