//! Swings over sums of seats.
//!
//! The table counts coalitions of all players by sum (and size), as running totals. Those without player `i` of weight `w`
//! are obtained by removing it again: without(sum) = with(sum) - without(sum - w), one size smaller where sizes are told
//! apart. Only the totals at two sums are asked for, so this is written out as an alternating sum of a few cells, and no
//! table without a player is ever built. Subtractions wrap; the results fit.

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

/// The coalitions without a player, as a running total: `totals[last]`, less what came `back` cells earlier without the
/// player, which is the same again, `terms` times.
fn without<C: Cell>(totals: &[C], last: usize, back: usize, terms: usize) -> C {
    let mut result = C::ZERO;
    let mut at = last - terms * back;
    for _ in 0..=terms {
        result = totals[at].minus(result);
        at += back;
    }
    result
}

/// Adds to the counts of all sums those of the sums `weight` lower, as they were before.
fn join<C: Cell>(counts: &mut [C], weight: usize) {
    let mut end = counts.len();
    // From the top down in blocks that do not reach into what they are made from, or cell by cell.
    while weight >= 8 && end > weight {
        let start = weight.max(end - weight);
        let (lower, block) = counts.split_at_mut(start);
        let lower = &lower[start - weight..];
        for (count, &more) in block[..end - start].iter_mut().zip(lower) {
            *count = count.plus(more);
        }
        end = start;
    }
    for sum in (weight..end).rev() {
        counts[sum] = counts[sum].plus(counts[sum - weight]);
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
        now[0] = C::ONE;
        let mut used = 1;
        for &(weight, _) in &reduced.players {
            used = (used + weight as usize).min(width);
            join(&mut now[..used], weight as usize);
        }
        accumulate(&mut now);
        let last = width - 1;
        let swings = |class: &[(u32, usize)]| {
            let weight = class[0].0 as usize;
            let Some(below) = last.checked_sub(weight) else {
                return now[last].widen();
            };
            let lost = without(&now, below, weight, below / weight);
            now[last].minus(lost).minus(lost).widen()
        };
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
        let mut counts = vec![0; reduced.classes().count() * players];
        for (class, counts) in reduced.classes().zip(counts.chunks_exact_mut(players)) {
            let weight = class[0].0 as usize;
            if !self.shape.folded {
                self.swings(counts, quota - 1, weight);
                continue;
            }
            let (small, large) = counts.split_at_mut(others / 2 + 1);
            self.swings(small, quota - 1, weight);
            // Larger ones by those left over, the largest first.
            if self.shape.sums == quota - 1 {
                large.copy_from_slice(&small[..large.len()]);
            } else {
                self.swings(large, self.shape.sums, weight);
            }
            large.reverse();
        }
        Swings {
            counts,
            sizes: players,
            losing: self.losing(quota),
        }
    }

    /// The coalitions of 0, 1, ... members without a player of weight `weight` whose sums are the `weight` ones up to `last`.
    fn swings(&self, counts: &mut [u128], last: usize, weight: usize) {
        let width = self.shape.sums + 1;
        let mut smaller = C::ZERO;
        for (size, count) in counts.iter_mut().enumerate().take(self.shape.sizes + 1) {
            // Both ends of the window need the total below it: of this size, and for the player's removal one smaller.
            let below = last.checked_sub(weight).map_or(C::ZERO, |below| {
                let terms = size.min(below / weight);
                without(&self.cells, size * width + below, width + weight, terms)
            });
            let total = self.cells[size * width + last];
            *count = total.minus(smaller).minus(below).widen();
            smaller = below;
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
        if !folded {
            return (0..=sizes).map(|size| of_size(size, quota - 1)).sum();
        }
        let small: u128 = (0..=players / 2).map(|size| of_size(size, quota - 1)).sum();
        let left_over: u128 = (0..players.div_ceil(2))
            .map(|size| of_size(size, sums))
            .sum();
        // All coalitions of more than half of the players.
        let mut large = 1 << (players - 1);
        if players % 2 == 0 {
            large -= middle_binomial(players) / 2;
        }
        small + large - left_over
    }
}

/// C(n, n / 2), for even n up to 120.
fn middle_binomial(n: usize) -> u128 {
    (0..n as u128 / 2).fold(1u128, |ways, taken| {
        ways.wrapping_mul(n as u128 - taken) / (taken + 1)
    })
}
