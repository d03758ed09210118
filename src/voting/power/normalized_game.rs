//! The smallest game with the same swings.

use crate::voting::coalitions::{Game, ranked};

/// A game made small: players without seats left out, weights divided by their greatest common divisor and cut to the
/// quota, and the quota replaced by the dual one where that is smaller (a player swings a coalition in the one game exactly
/// when it swings, in the other, the coalition of all the players left over). Where one player is enough and all the others
/// together are not, that one is left alone: the others never make a difference.
#[derive(Clone, Debug)]
pub(super) struct NormalizedGame {
    /// Weights, none 0, lightest first, each with the player it is of in the game given.
    pub players: Vec<(u32, usize)>,
    /// From 1 to the total, and at most half of the total and one half, unless [`trivial`](Self::trivial).
    pub quota: u32,
    pub total: u32,
    /// Whether this is the dual: a coalition loses here exactly when those left over win in the game given.
    pub dual: bool,
}

impl NormalizedGame {
    pub fn new(game: &Game) -> Self {
        let mut players = ranked(game.weights());
        players.reverse();
        let mut quota = game.mark();
        let mut divisor = 0;
        for &(weight, _) in &players {
            divisor = gcd(weight, divisor);
            if divisor == 1 {
                break;
            }
        }
        if divisor > 1 {
            for (weight, _) in &mut players {
                *weight /= divisor;
            }
            quota = quota.div_ceil(divisor);
        }
        let mut dual = false;
        let total = loop {
            let mut total = 0;
            for (weight, _) in &mut players {
                // Nothing is left to weigh where nothing is needed.
                *weight = (*weight).min(quota.max(1));
                total += *weight;
            }
            if quota == 0 || quota > total || quota <= total - quota + 1 {
                break total;
            }
            quota = total - quota + 1;
            dual = !dual;
        };
        let mut reduced = Self {
            players,
            quota,
            total,
            dual,
        };
        if let Some(&(weight, player)) = reduced.players.last()
            && !reduced.trivial()
            && weight >= quota
            && total - weight < quota
        {
            reduced.players.clear();
            reduced.players.push((1, player));
            (reduced.quota, reduced.total) = (1, 1);
        }
        reduced
    }

    /// Whether all coalitions win, or none does.
    pub fn trivial(&self) -> bool {
        self.quota == 0 || self.quota > self.total
    }

    /// Players of equal weight, lightest first.
    pub fn classes(&self) -> impl Iterator<Item = &[(u32, usize)]> {
        self.players.chunk_by(|one, other| one.0 == other.0)
    }
}

fn gcd(one: u32, other: u32) -> u32 {
    let (mut one, mut other) = (one, other);
    while other > 0 {
        (one, other) = (other, one % other);
    }
    one
}
