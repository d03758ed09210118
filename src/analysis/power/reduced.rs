//! The smallest game with the same swings.

use crate::analysis::coalitions::Game;

/// A game made small: players without seats left out, weights divided by their greatest common divisor and cut to the
/// quota, and the quota replaced by the dual one where that is smaller (a player swings a coalition in the one game exactly
/// when it swings, in the other, the coalition of all the players left over).
#[derive(Clone, Debug)]
pub(super) struct Reduced {
    /// Weights, lightest first, none 0.
    pub weights: Vec<u32>,
    /// From 1 to the total, and at most half of the total and one half, unless [`trivial`](Self::trivial).
    pub quota: u32,
    pub total: u32,
    /// Whether this is the dual: a coalition loses here exactly when those left over win in the game given.
    pub dual: bool,
    /// The distinct weights, lightest first.
    pub classes: Vec<u32>,
    /// The class of each player of the game given; `None` for one without seats.
    pub class_of: Vec<Option<usize>>,
}

impl Reduced {
    pub fn new(game: &Game) -> Self {
        let mut weights = game.weights().to_vec();
        let mut quota = game.mark();
        let divisor = weights
            .iter()
            .fold(0, |divisor, &weight| gcd(divisor, weight));
        if divisor > 1 {
            for weight in &mut weights {
                *weight /= divisor;
            }
            quota = quota.div_ceil(divisor);
        }
        let mut dual = false;
        let total = loop {
            for weight in &mut weights {
                *weight = (*weight).min(quota);
            }
            let total: u32 = weights.iter().sum();
            if quota > total || quota <= total - quota + 1 {
                break total;
            }
            quota = total - quota + 1;
            dual = !dual;
        };
        let mut sorted: Vec<u32> = weights
            .iter()
            .copied()
            .filter(|&weight| weight > 0)
            .collect();
        sorted.sort_unstable();
        let mut classes = sorted.clone();
        classes.dedup();
        let class_of = weights
            .iter()
            .map(|weight| classes.binary_search(weight).ok())
            .collect();
        Self {
            weights: sorted,
            quota,
            total,
            dual,
            classes,
            class_of,
        }
    }

    /// Whether all coalitions win, or none does.
    pub fn trivial(&self) -> bool {
        self.quota == 0 || self.quota > self.total
    }

    /// How many players have seats.
    pub fn players(&self) -> usize {
        self.weights.len()
    }
}

fn gcd(one: u32, other: u32) -> u32 {
    let (mut one, mut other) = (one, other);
    while other > 0 {
        (one, other) = (other, one % other);
    }
    one
}
