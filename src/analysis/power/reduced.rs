//! The smallest game with the same swings.

use crate::analysis::coalitions::{Game, ranked};
use crate::prelude::*;

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
    /// Players of equal weight, lightest first.
    pub classes: Vec<Class>,
    /// The class of each player of the game given; `None` for one without seats.
    pub class_of: Vec<Option<u8>>,
}

/// Players of equal weight.
#[derive(Clone, Copy, Debug)]
pub(super) struct Class {
    pub weight: u32,
    /// The first of them, as a place in [`Reduced::weights`], and how many they are.
    pub first: usize,
    pub size: u32,
}

impl Reduced {
    pub fn new(game: &Game) -> Self {
        let ranked = ranked(game.weights());
        let mut quota = game.mark();
        let mut weights: Vec<u32> = ranked.iter().rev().map(|&(weight, _)| weight).collect();
        let mut divisor = 0;
        for &weight in &weights {
            divisor = gcd(weight, divisor);
            if divisor == 1 {
                break;
            }
        }
        if divisor > 1 {
            for weight in &mut weights {
                *weight /= divisor;
            }
            quota = quota.div_ceil(divisor);
        }
        let mut dual = false;
        let total = loop {
            // Nothing is left to weigh where nothing is needed.
            let mut total = 0;
            for weight in &mut weights {
                *weight = (*weight).min(quota.max(1));
                total += *weight;
            }
            if quota == 0 || quota > total || quota <= total - quota + 1 {
                break total;
            }
            quota = total - quota + 1;
            dual = !dual;
        };
        let mut classes: Vec<Class> = Vec::with_capacity(weights.len());
        let mut class_of = vec![None; game.weights().len()];
        for (place, (&weight, &(_, player))) in weights.iter().zip(ranked.iter().rev()).enumerate()
        {
            match classes.last_mut() {
                Some(class) if class.weight == weight => class.size += 1,
                _ => classes.push(Class {
                    weight,
                    first: place,
                    size: 1,
                }),
            }
            class_of[player] = Some((classes.len() - 1) as u8);
        }
        Self {
            weights,
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

    /// A number for each player of the game given, from one for each class; `none` for those without seats.
    pub fn by_player<T: Copy>(&self, by_class: &[T], none: T) -> Vec<T> {
        let of = |class: &Option<u8>| class.map_or(none, |class| by_class[usize::from(class)]);
        self.class_of.iter().map(of).collect()
    }
}

fn gcd(one: u32, other: u32) -> u32 {
    let (mut one, mut other) = (one, other);
    while other > 0 {
        (one, other) = (other, one % other);
    }
    one
}
