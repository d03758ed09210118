//! Swings over the subsets of two halves of the players, for few players with many seats.
//!
//! Subsets of each half are sorted by sum. As those of one half grow, fewer of the other can join them without winning; how
//! many still can, by size, is kept along the way. So the losing coalitions with each player are counted, and a player's
//! swings are the losing coalitions without it less those that still lose with it.

use super::indices::Swings;
use super::reduced::Reduced;
use crate::prelude::*;

/// The most players: lists of 2^18 subsets.
const MOST: usize = 36;

/// A subset of one half: bit `i` of `players` is the half's player `i`.
#[derive(Clone, Copy, Debug)]
struct Subset {
    sum: u32,
    players: u32,
}

#[derive(Clone, Debug)]
pub(super) struct Halves {
    /// Subsets of the lighter and of the heavier half, by sum.
    subsets: [Vec<Subset>; 2],
    /// The first player of each half.
    first: [usize; 2],
    /// The greatest losing sum.
    last: u32,
    /// Sizes told apart: one more than the players, or one.
    sizes: usize,
    /// By player, by size: losing coalitions with the player.
    with: Vec<u64>,
    /// By size: losing coalitions.
    losing: Vec<u64>,
    /// The half walked through, and where in it.
    half: usize,
    at: usize,
    /// How many of the other half's subsets can still join, and how many of them by size.
    joining: usize,
    by_size: Vec<u64>,
}

impl Halves {
    /// About how many additions it takes; `u64::MAX` where there are too many players.
    pub fn cost(reduced: &Reduced, sized: bool) -> u64 {
        let players = reduced.players() as u64;
        if players > MOST as u64 {
            return u64::MAX;
        }
        let half = players.div_ceil(2);
        let each = if sized { half + 1 } else { 1 };
        (half * each + 8) << half
    }

    pub fn new(reduced: &Reduced, sized: bool) -> Self {
        let players = reduced.players();
        let middle = players / 2;
        let (light, heavy) = reduced.weights.split_at(middle);
        let sizes = if sized { players + 1 } else { 1 };
        let mut halves = Self {
            subsets: [subsets(light), subsets(heavy)],
            first: [0, middle],
            last: reduced.quota - 1,
            sizes,
            with: vec![0; players * sizes],
            losing: vec![0; sizes],
            half: 0,
            at: 0,
            joining: 0,
            by_size: Vec::new(),
        };
        halves.start();
        halves
    }

    /// Sets out to walk through the present half: all of the other can join nobody.
    fn start(&mut self) {
        let other = &self.subsets[1 - self.half];
        self.at = 0;
        self.joining = other.len();
        self.by_size.clear();
        self.by_size.resize(self.sizes, 0);
        for subset in other {
            self.by_size[size(subset, self.sizes)] += 1;
        }
        // A half has about half of the sizes; the rest stay empty.
        while self.by_size.len() > 1 && self.by_size.last() == Some(&0) {
            self.by_size.pop();
        }
    }

    /// Walks on until about `budget` additions are spent; answers whether both halves are walked through.
    pub fn step(&mut self, budget: u64) -> bool {
        let mut spent = 0;
        while self.half < 2 {
            let next = self.subsets[self.half].get(self.at).copied();
            match next {
                Some(subset) if subset.sum <= self.last => {
                    if spent >= budget {
                        return false;
                    }
                    self.at += 1;
                    spent += self.join(subset);
                }
                _ => {
                    self.half += 1;
                    if self.half < 2 {
                        self.start();
                    }
                }
            }
        }
        true
    }

    /// Counts the losing coalitions of `subset` with subsets of the other half.
    fn join(&mut self, subset: Subset) -> u64 {
        let room = self.last - subset.sum;
        let other = &self.subsets[1 - self.half];
        while other[self.joining - 1].sum > room {
            self.joining -= 1;
            self.by_size[size(&other[self.joining], self.sizes)] -= 1;
        }
        let own = size(&subset, self.sizes);
        if self.half == 0 {
            add(&mut self.losing[own..], &self.by_size);
        }
        let mut players = subset.players;
        while players > 0 {
            let player = self.first[self.half] + players.trailing_zeros() as usize;
            players &= players - 1;
            add(&mut self.with[player * self.sizes + own..], &self.by_size);
        }
        u64::from(subset.players.count_ones() + 1) * self.by_size.len() as u64
    }

    /// Swings by class, and by size if sizes are told apart.
    pub fn finish(mut self, reduced: &Reduced) -> Swings {
        while !self.step(u64::MAX) {}
        let sizes = (self.sizes - 1).max(1);
        let mut counts = Vec::with_capacity(reduced.classes.len() * sizes);
        for class in &reduced.classes {
            let with = &self.with[class.first * self.sizes..][..self.sizes];
            for size in 0..sizes {
                // Where sizes are not told apart, one number stands for all of them.
                let larger = with[(size + 1).min(self.sizes - 1)];
                counts.push(u128::from(self.losing[size] - with[size] - larger));
            }
        }
        Swings {
            counts,
            sizes,
            losing: self.losing.iter().map(|&count| u128::from(count)).sum(),
        }
    }
}

fn size(subset: &Subset, sizes: usize) -> usize {
    if sizes == 1 {
        0
    } else {
        subset.players.count_ones() as usize
    }
}

fn add(to: &mut [u64], counts: &[u64]) {
    for (sum, &count) in to.iter_mut().zip(counts) {
        *sum += count;
    }
}

/// All subsets of a half, by sum.
fn subsets(weights: &[u32]) -> Vec<Subset> {
    let mut sorted = vec![Subset { sum: 0, players: 0 }; 1 << weights.len()];
    for (player, &weight) in weights.iter().enumerate() {
        // Merges the subsets so far with the same ones joined by the player, from the greatest down, where they stand.
        let (mut with, mut without) = (1 << player, 1 << player);
        while with > 0 {
            let joined = sorted[with - 1].sum + weight;
            let place = with + without - 1;
            if without > 0 && sorted[without - 1].sum > joined {
                sorted[place] = sorted[without - 1];
                without -= 1;
            } else {
                sorted[place] = Subset {
                    sum: joined,
                    players: sorted[with - 1].players | 1 << player,
                };
                with -= 1;
            }
        }
    }
    sorted
}
