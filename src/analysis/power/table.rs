//! Swings over sums of seats.
//!
//! The table counts coalitions of all players by sum (and size). Those without player `i` of weight `w` are obtained by
//! removing it again: without(t) = with(t) - without(t - w), written out as an alternating sum. What is asked for is a window
//! of `w` sums, and the windows of the terms lie side by side, so that with running totals in the table each term is one
//! difference, and no table without a player is ever built. Subtractions wrap; the results fit.

use super::indices::Swings;
use super::reduced::Reduced;
use crate::prelude::*;

/// A number in a table, wrapping.
pub(super) trait Cell: Copy {
    const ZERO: Self;
    const ONE: Self;
    fn plus(self, other: Self) -> Self;
    fn minus(self, other: Self) -> Self;
    fn widen(self) -> u128;
}

macro_rules! cell {
    ($type:ty) => {
        impl Cell for $type {
            const ZERO: Self = 0;
            const ONE: Self = 1;
            fn plus(self, other: Self) -> Self {
                self.wrapping_add(other)
            }
            fn minus(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }
            fn widen(self) -> u128 {
                u128::from(self)
            }
        }
    };
}
cell!(u64);
cell!(u128);

/// The coalitions of some size, without a player of weight `weight`, whose sums are the `weight` ones up to `last`. `totals`
/// are running totals of coalitions of all players: at `start` those of that size and no seats; `back` cells before, those
/// of one member fewer, and so on.
fn window<C: Cell>(totals: &[C], start: usize, back: usize, last: usize, weight: usize) -> C {
    let mut result = C::ZERO;
    let (mut start, mut highest, mut more) = (start, last, true);
    loop {
        let mut part = totals[start + highest];
        if highest >= weight {
            part = part.minus(totals[start + highest - weight]);
        }
        result = if more {
            result.plus(part)
        } else {
            result.minus(part)
        };
        if highest < weight || start < back {
            return result;
        }
        highest -= weight;
        start -= back;
        more = !more;
    }
}

/// Turns counts into running totals.
fn accumulate<C: Cell>(row: &mut [C]) {
    let mut sum = C::ZERO;
    for cell in row {
        sum = sum.plus(*cell);
        *cell = sum;
    }
}

/// A table by sum alone.
pub(super) struct Unsized<C>(core::marker::PhantomData<C>);

impl<C: Cell> Unsized<C> {
    /// About how many additions it takes.
    pub fn cost(reduced: &Reduced) -> u64 {
        reduced.players.len() as u64 * u64::from(reduced.quota)
    }

    /// Swings by class, of all sizes together; of at most 64 players for 64-bit cells.
    pub fn swings(reduced: &Reduced) -> Swings {
        let width = reduced.quota as usize;
        let mut now = vec![C::ZERO; width];
        let mut next = vec![C::ZERO; width];
        now[0] = C::ONE;
        let mut used = 1;
        for &(weight, _) in &reduced.players {
            let weight = weight as usize;
            used = (used + weight).min(width);
            let split = weight.min(used);
            next[..split].copy_from_slice(&now[..split]);
            for ((sum, &old), &shifted) in next[split..used]
                .iter_mut()
                .zip(&now[split..used])
                .zip(&now)
            {
                *sum = old.plus(shifted);
            }
            core::mem::swap(&mut now, &mut next);
        }
        accumulate(&mut now);
        let swings =
            |class: &[(u32, usize)]| window(&now, 0, 0, width - 1, class[0].0 as usize).widen();
        let mut counts = Vec::with_capacity(reduced.players.len());
        counts.extend(reduced.classes().map(swings));
        Swings {
            counts,
            sizes: 1,
            losing: now[width - 1].widen(),
        }
    }
}

/// How large a table by sum and size is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    players: usize,
    /// Sizes counted: 0 to this.
    sizes: usize,
    /// Sums counted: 0 to this.
    sums: usize,
    /// Whether larger coalitions are counted by those left over.
    folded: bool,
}

impl Shape {
    /// The cheaper shape for `reduced`: all sizes with the sums below the quota, or half of the sizes with the sums of those
    /// that leave less than the quota.
    pub fn of(reduced: &Reduced) -> Self {
        let players = reduced.players.len();
        let direct = Self::bounded(reduced, players - 1, reduced.quota - 1, false);
        let folded = Self::bounded(reduced, players / 2, reduced.total - reduced.quota, true);
        if folded.cost() < direct.cost() {
            folded
        } else {
            direct
        }
    }

    /// A shape without the sizes that the lightest players already carry past `sums`.
    fn bounded(reduced: &Reduced, most: usize, sums: u32, folded: bool) -> Self {
        let mut sum = 0;
        let mut sizes = 0;
        for &(weight, _) in &reduced.players[..most] {
            sum += weight;
            if sum > sums {
                break;
            }
            sizes += 1;
        }
        Self {
            players: reduced.players.len(),
            sizes,
            sums: sums as usize,
            folded,
        }
    }

    /// About how many additions it takes.
    pub fn cost(self) -> u64 {
        (self.players * (self.sizes + 1)) as u64 * (self.sums + 1) as u64 / 3
    }

    /// Whether 64-bit cells hold every count: C(67, 33) < 2^64.
    pub fn narrow(self) -> bool {
        self.players <= 67
    }

    /// Whether the table is of a reasonable size.
    pub fn fits(self) -> bool {
        let bytes = if self.narrow() { 8 } else { 16 };
        (self.sizes + 1) * (self.sums + 1) * bytes <= 1 << 27
    }
}

/// A table by sum and size, filled player by player.
#[derive(Clone, Debug)]
pub(super) struct Sized<C> {
    shape: Shape,
    /// `sizes + 1` rows of `sums + 1` cells.
    cells: Vec<C>,
    /// Players counted so far, and the sums of the lightest 0, 1, ... of them.
    done: usize,
    lightest: Vec<usize>,
}

impl<C: Cell> Sized<C> {
    pub fn new(shape: Shape) -> Self {
        let mut cells = vec![C::ZERO; (shape.sizes + 1) * (shape.sums + 1)];
        cells[0] = C::ONE;
        Self {
            shape,
            cells,
            done: 0,
            lightest: vec![0],
        }
    }

    /// Counts further players until about `budget` additions are spent; answers whether all are counted.
    pub fn step(&mut self, reduced: &Reduced, budget: u64) -> bool {
        let mut spent = 0;
        while let Some(&(weight, _)) = reduced.players.get(self.done) {
            if spent >= budget {
                return false;
            }
            spent += self.add(weight as usize);
        }
        true
    }

    /// Counts one more player, not lighter than those before; answers how many additions it took.
    fn add(&mut self, weight: usize) -> u64 {
        let width = self.shape.sums + 1;
        let before = self.lightest[self.done];
        let mut spent = 0;
        for size in (1..=self.shape.sizes.min(self.done + 1)).rev() {
            let fewer = size - 1;
            let from = self.lightest[fewer];
            let heaviest = before - self.lightest[self.done - fewer];
            let to = (heaviest + weight).min(self.shape.sums);
            if from + weight > to {
                continue;
            }
            let (below, row) = self.cells.split_at_mut(size * width);
            let old = &below[fewer * width..][from..=to - weight];
            for (cell, &old) in row[from + weight..=to].iter_mut().zip(old) {
                *cell = cell.plus(old);
            }
            spent += (to - weight - from + 1) as u64;
        }
        self.lightest.push(before + weight);
        self.done += 1;
        spent.max(1)
    }

    /// Swings by class and size.
    pub fn finish(mut self, reduced: &Reduced) -> Swings {
        let width = self.shape.sums + 1;
        for row in self.cells.chunks_exact_mut(width) {
            accumulate(row);
        }
        let (players, quota) = (self.shape.players, reduced.quota as usize);
        let others = players - 1;
        let mut counts = Vec::with_capacity(players * players);
        for class in reduced.classes() {
            let first = counts.len();
            for size in 0..players {
                let opposite = self.shape.folded && size > others / 2;
                if opposite && self.shape.sums == quota - 1 {
                    // Those left over are counted by the same sums.
                    counts.push(counts[first + others - size]);
                    continue;
                }
                let (size, last) = if opposite {
                    (others - size, self.shape.sums)
                } else {
                    (size, quota - 1)
                };
                counts.push(if size > self.shape.sizes {
                    0
                } else {
                    window(&self.cells, size * width, width, last, class[0].0 as usize).widen()
                });
            }
        }
        Swings {
            counts,
            sizes: players,
            losing: self.losing(quota),
        }
    }

    /// Losing coalitions, the cells being running totals.
    fn losing(&self, quota: usize) -> u128 {
        let Shape {
            players,
            sizes,
            sums,
            folded,
        } = self.shape;
        let of_size = |size: usize, sum: usize| {
            if size > sizes {
                return 0;
            }
            self.cells[size * (sums + 1) + sum].widen()
        };
        let (mut losing, mut all) = (0, 1);
        for size in 0..=players {
            losing += if folded && size > players / 2 {
                all - of_size(players - size, sums)
            } else {
                of_size(size, quota - 1)
            };
            if folded && size < players {
                all = next_binomial(all, players - size, size + 1);
            }
        }
        losing
    }
}

/// C(n, k + 1) from C(n, k), `left` = n - k and `next` = k + 1, for n up to 128: split so that the product fits.
fn next_binomial(before: u128, left: usize, next: usize) -> u128 {
    let (left, next) = (left as u128, next as u128);
    before / next * left + before % next * left / next
}
