//! Losing coalitions of a few players, each looked at: quicker than sums where seats are many and
//! players few.

use super::Losing;
use crate::voting::game::Game;

/// The most players whose coalitions are looked at one by one.
pub(super) const FEW: usize = 8;

/// The seats of every coalition, bit `i` of its index being player `i`.
pub(super) struct Subsets {
    weights: Vec<usize>,
    sums: Vec<usize>,
    quota: usize,
}

impl Subsets {
    /// The coalitions of a game of at most [`FEW`] players.
    pub fn new(game: &Game, quota: usize) -> Self {
        let weights: Vec<usize> = game
            .weights()
            .iter()
            .map(|&weight| weight as usize)
            .collect();
        let mut sums = vec![0];
        for &weight in &weights {
            sums.extend_from_within(..);
            let half = sums.len() / 2;
            sums[half..].iter_mut().for_each(|sum| *sum += weight);
        }
        Self {
            weights,
            sums,
            quota,
        }
    }
}

impl Losing for Subsets {
    fn step(&mut self, _: u64) -> bool {
        true
    }

    fn count(&self) -> u128 {
        self.sums.iter().filter(|&&sum| sum < self.quota).count() as u128
    }

    fn swings(&self, weight: usize) -> Vec<u128> {
        let player = self.weights.iter().position(|&own| own == weight);
        let mut by_size = vec![0; self.weights.len()];
        for (set, &sum) in self.sums.iter().enumerate() {
            let outside = player.is_some_and(|player| set >> player & 1 == 0);
            if outside && sum < self.quota && sum + weight >= self.quota {
                by_size[set.count_ones() as usize] += 1;
            }
        }
        by_size
    }
}
