//! Losing coalitions by size and seats, counted by a generating function: the product over all
//! players of `1 + x y^weight`, in which the coefficient of `x^size y^seats` is the number of
//! coalitions of that size and sum.

use super::Losing;
use crate::voting::game::Game;
use num_traits::{PrimInt, WrappingAdd, WrappingSub};

/// Losing coalitions counted player by player.
pub(super) struct LosingCoalitions<N> {
    /// Weights, lightest first, and how many of the players are counted.
    weights: Vec<usize>,
    counted: usize,
    /// Seats of the players counted.
    reach: usize,
    /// The smallest sum of seats that wins.
    quota: usize,
    /// For each size from 0 to n, a count for each sum below the quota; once all players are
    /// counted, for at most that sum.
    cells: Vec<N>,
}

/// Numbers that count coalitions. Sums and differences wrap, because a check for each cell would
/// cost as much as the cell; the caller chooses a type that holds every result.
pub(super) trait Number: PrimInt + WrappingAdd + WrappingSub + Into<u128> {}
impl Number for u64 {}
impl Number for u128 {}

impl<N: Number> LosingCoalitions<N> {
    /// No player counted yet; `quota` is at least 1.
    pub fn new(game: &Game, quota: usize) -> Self {
        let mut weights: Vec<usize> = game
            .weights()
            .iter()
            .map(|&weight| weight as usize)
            .collect();
        weights.sort_unstable();
        let mut cells = vec![N::zero(); (weights.len() + 1) * quota];
        cells[0] = N::one();
        Self {
            weights,
            counted: 0,
            reach: 0,
            quota,
            cells,
        }
    }

    /// Counts the coalitions with one more player; answers how many additions that took.
    fn add(&mut self, weight: usize) -> u64 {
        self.reach += weight;
        let end = self.quota.min(self.reach + 1);
        self.counted += 1;
        if weight >= end {
            return 1;
        }
        for size in (1..=self.counted).rev() {
            let (below, row) = self.cells.split_at_mut(size * self.quota);
            let fewer = &below[(size - 1) * self.quota..][..end - weight];
            for (cell, one_less) in row[weight..end].iter_mut().zip(fewer) {
                *cell = cell.wrapping_add(one_less);
            }
        }
        ((end - weight) * self.counted) as u64
    }

    /// Coalitions of `size` members with at most `sum` seats.
    fn up_to(&self, size: usize, sum: usize) -> N {
        self.cells[size * self.quota + sum]
    }

    /// Losing coalitions of `size` members without a player of `weight`: all of them, less those
    /// with the player, which are coalitions of one member fewer without it, with at most so many
    /// seats less; and so on down.
    fn without(&self, size: usize, weight: usize) -> N {
        let last = self.quota - 1;
        let terms = last.checked_div(weight).map_or(size, |most| most.min(size));
        (0..=terms).rev().fold(N::zero(), |rest, taken| {
            self.up_to(size - taken, last - taken * weight)
                .wrapping_sub(&rest)
        })
    }
}

impl<N: Number> Losing for LosingCoalitions<N> {
    fn step(&mut self, budget: u64) -> bool {
        let mut spent = 0;
        while let Some(&weight) = self.weights.get(self.counted) {
            if spent >= budget {
                return false;
            }
            spent += self.add(weight);
            if self.counted == self.weights.len() {
                for row in self.cells.chunks_exact_mut(self.quota) {
                    for sum in 1..row.len() {
                        row[sum] = row[sum].wrapping_add(&row[sum - 1]);
                    }
                }
            }
        }
        true
    }

    fn count(&self) -> u128 {
        let sizes = 0..=self.weights.len();
        sizes
            .map(|size| self.up_to(size, self.quota - 1).into())
            .sum()
    }

    fn swings(&self, weight: usize) -> Vec<u128> {
        let players = self.weights.len();
        let without: Vec<N> = (0..=players)
            .map(|size| self.without(size, weight))
            .collect();
        (0..players)
            .map(|size| {
                // Losing coalitions with the player, which has joined `size` others.
                let with = self
                    .up_to(size + 1, self.quota - 1)
                    .wrapping_sub(&without[size + 1]);
                without[size].wrapping_sub(&with).into()
            })
            .collect()
    }
}
