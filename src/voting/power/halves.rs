//! Swings over the subsets of two halves of the players, for few players with many seats.
//!
//! Subsets of each half are sorted by sum. As those of one half grow, fewer of the other can join them without winning; how
//! many still can, by size, is kept along the way. So the losing coalitions with each player are counted, and a player's
//! swings are the losing coalitions without it less those that still lose with it.

use super::indices::Swings;
use super::normalized_game::NormalizedGame;

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
    /// Subsets of the lighter half by sum, then those of the heavier one.
    subsets: Vec<Subset>,
    /// How many players the lighter half has, and how many all.
    middle: usize,
    players: usize,
    /// The greatest losing sum.
    last: u32,
    /// Sizes told apart: one more than the players, or one.
    sizes: usize,
    /// `players + 2` rows of a count for each size: by player, the losing coalitions with it; all losing coalitions; and the
    /// subsets of the other half that can still join.
    counts: Vec<u64>,
    /// The half walked through, and where in it.
    half: usize,
    at: usize,
    /// How many of the other half's subsets can still join.
    joining: usize,
}

impl Halves {
    /// About how many additions it takes; `u64::MAX` where there are too many players.
    pub fn cost(reduced: &NormalizedGame, sized: bool) -> u64 {
        let players = reduced.players.len() as u64;
        if players > MOST as u64 {
            return u64::MAX;
        }
        let half = players.div_ceil(2);
        let each = if sized { half + 1 } else { 1 };
        (half * each + 8) << half
    }

    pub fn new(reduced: &NormalizedGame, sized: bool) -> Self {
        let players = reduced.players.len();
        let middle = players / 2;
        let (light, heavy) = reduced.players.split_at(middle);
        let sizes = if sized { players + 1 } else { 1 };
        let nobody = Subset { sum: 0, players: 0 };
        let mut all = vec![nobody; (1 << light.len()) + (1 << heavy.len())];
        let (first, second) = all.split_at_mut(1 << light.len());
        fill(first, light);
        fill(second, heavy);
        let mut halves = Self {
            subsets: all,
            middle,
            players,
            last: reduced.quota - 1,
            sizes,
            counts: vec![0; (players + 2) * sizes],
            half: 0,
            at: 0,
            joining: 0,
        };
        halves.start();
        halves
    }

    fn subsets(&self, half: usize) -> &[Subset] {
        let (light, heavy) = self.subsets.split_at(1 << self.middle);
        if half == 0 { light } else { heavy }
    }

    /// Sets out to walk through the present half: all of the other can join nobody.
    fn start(&mut self) {
        self.at = 0;
        self.joining = self.subsets(1 - self.half).len();
        let others = if self.half == 0 {
            self.players - self.middle
        } else {
            self.middle
        };
        let by_size = &mut self.counts[(self.players + 1) * self.sizes..];
        by_size.fill(0);
        if by_size.len() == 1 {
            by_size[0] = self.joining as u64;
            return;
        }
        let mut count = 1;
        for (size, place) in by_size[..=others].iter_mut().enumerate() {
            *place = count;
            count = count.wrapping_mul((others - size) as u64) / (size as u64 + 1);
        }
    }

    /// Walks on until about `budget` additions are spent; answers whether both halves are walked through.
    pub fn step(&mut self, budget: u64) -> bool {
        let mut spent = 0;
        while self.half < 2 {
            let next = self.subsets(self.half).get(self.at).copied();
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
        let (light, heavy) = self.subsets.split_at(1 << self.middle);
        let (first, other) = if self.half == 0 {
            (0, heavy)
        } else {
            (self.middle, light)
        };
        let (counts, by_size) = self.counts.split_at_mut((self.players + 1) * self.sizes);
        while other[self.joining - 1].sum > room {
            self.joining -= 1;
            by_size[size(&other[self.joining], self.sizes)] -= 1;
        }
        let own = size(&subset, self.sizes);
        // No subset of the other half has more members than that has players.
        let others = if self.half == 0 {
            self.players - self.middle
        } else {
            self.middle
        };
        let by_size = &by_size[..(others + 1).min(self.sizes)];
        if self.half == 0 {
            add(&mut counts[self.players * self.sizes + own..], by_size);
        }
        let mut players = subset.players;
        while players > 0 {
            let player = first + players.trailing_zeros() as usize;
            players &= players - 1;
            add(&mut counts[player * self.sizes + own..], by_size);
        }
        u64::from(subset.players.count_ones() + 1) * by_size.len() as u64
    }

    /// Swings by class, and by size if sizes are told apart.
    pub fn finish(mut self, reduced: &NormalizedGame) -> Swings {
        while !self.step(u64::MAX) {}
        let sizes = (self.sizes - 1).max(1);
        let row = |row: usize| &self.counts[row * self.sizes..][..self.sizes];
        let losing = row(self.players);
        let mut counts = Vec::with_capacity(self.players * sizes);
        let mut first = 0;
        for class in reduced.classes() {
            let with = row(first);
            first += class.len();
            for size in 0..sizes {
                // Where sizes are not told apart, one number stands for all of them.
                let larger = with[(size + 1).min(self.sizes - 1)];
                counts.push(u128::from(losing[size] - with[size] - larger));
            }
        }
        Swings {
            counts,
            sizes,
            losing: losing.iter().map(|&count| u128::from(count)).sum(),
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
        // At most 2^36 in all.
        *sum = sum.wrapping_add(count);
    }
}

/// Fills `subsets` with all those of a half, by sum.
fn fill(subsets: &mut [Subset], players: &[(u32, usize)]) {
    for (player, &(weight, _)) in players.iter().enumerate() {
        // Merges the subsets so far with the same ones joined by the player, from the greatest down, where they stand.
        let (mut with, mut without) = (1 << player, 1 << player);
        while with > 0 {
            let joined = subsets[with - 1].sum + weight;
            let place = with + without - 1;
            if without > 0 && subsets[without - 1].sum > joined {
                subsets[place] = subsets[without - 1];
                without -= 1;
            } else {
                subsets[place] = Subset {
                    sum: joined,
                    players: subsets[with - 1].players | 1 << player,
                };
                with -= 1;
            }
        }
    }
}
