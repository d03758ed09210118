//! Swings over sums of seats.
//!
//! The table counts coalitions of all players by sum (and size), as running totals. Those without player `i` of weight `w`
//! are obtained by removing it again: without(sum) = with(sum) - without(sum - w), one size smaller where sizes are told
//! apart. Only the totals at two sums are asked for, so this is written out as an alternating sum of a few cells, and no
//! table without a player is ever built. Subtractions wrap; the results fit.

use super::indices::Swings;
use super::lanes::{Lanes, Word};
use super::normalized_game::NormalizedGame;

/// A table by sum alone.
pub(super) struct Unsized<W>(std::marker::PhantomData<W>);

impl<W: Word> Unsized<W> {
    /// About how many additions it takes, on the scale of those by halves.
    pub fn cost(reduced: &NormalizedGame) -> u64 {
        let players = reduced.players.len();
        let words = Lanes::<W>::new(players).words(reduced.quota as usize);
        players as u64 * (words as u64 / 2 + 4)
    }

    /// Swings by class, of all sizes together; of at most as many players as a word has bits.
    pub fn swings(reduced: &NormalizedGame) -> Swings {
        let lanes = Lanes::<W>::new(reduced.players.len());
        let last = reduced.quota as usize - 1;
        let mut row = vec![W::ZERO; lanes.words(last + 1)];
        row[0] = W::ONE;
        let mut counts = Vec::with_capacity(reduced.players.len());
        let Some((&(lightest, _), others)) = reduced.players.split_first() else {
            return Swings::none();
        };
        let mut end = 0;
        for &(weight, _) in others {
            end = (end + weight as usize).min(last);
            lanes.join(&mut row, weight as usize, end);
        }
        lanes.accumulate(&mut row);
        // One of the lightest comes last: to take it out again would be the longest way.
        let lightest = lightest as usize;
        let mut lost = last
            .checked_sub(lightest)
            .map_or(W::ZERO, |below| lanes.get(&row, lanes.place(below)));
        lanes.join(&mut row, lightest, last);
        let losing = lanes.get(&row, lanes.place(last));
        for class in reduced.classes() {
            let weight = class[0].0 as usize;
            if weight > lightest {
                lost = last.checked_sub(weight).map_or(W::ZERO, |below| {
                    let terms = below / weight;
                    let first = lanes.place(below - terms * weight);
                    lanes.alternating(&row, first, lanes.place(weight), terms)
                });
            }
            counts.push(lanes.minus(losing, lost.plus(lost)).widen());
        }
        Swings {
            counts,
            sizes: 1,
            losing: losing.widen(),
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
    /// Words of a row of them.
    width: usize,
    /// Whether larger coalitions are counted by those left over.
    folded: bool,
}

impl Shape {
    /// The cheaper shape for `reduced`: all sizes with the sums below the quota, or half of the sizes with the sums of those
    /// that leave less than the quota.
    pub fn of(reduced: &NormalizedGame) -> Self {
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
    fn bounded(reduced: &NormalizedGame, most: usize, sums: u32, folded: bool) -> Self {
        let mut sum = 0;
        let mut sizes = 0;
        for &(weight, _) in &reduced.players[..most] {
            sum += weight;
            if sum > sums {
                break;
            }
            sizes += 1;
        }
        let (players, sums) = (reduced.players.len(), sums as usize);
        Self {
            players,
            sizes,
            sums,
            // As many where a word has 128 bits: then it holds one count.
            width: Self::lanes::<u64>(players).words(sums + 1),
            folded,
        }
    }

    /// About how many additions it takes, on the scale of those by halves.
    pub fn cost(self) -> u64 {
        (self.players * (self.sizes + 1)) as u64 * (self.width as u64 / 3 + 6)
    }

    /// Whether 64-bit words hold every count: C(67, 33) < 2^64.
    pub fn narrow(self) -> bool {
        self.players <= 67
    }

    /// Whether the table is of a reasonable size.
    pub fn fits(self) -> bool {
        let bytes = if self.narrow() { 8 } else { 16 };
        (self.sizes + 1) * self.width * bytes <= 1 << 27
    }

    /// How the counts of coalitions of one size lie in words.
    fn lanes<W: Word>(players: usize) -> Lanes<W> {
        // C(n, n / 2) < 2^(n - 2) for n from 9.
        Lanes::new(players - if players < 9 { 0 } else { 2 })
    }
}

/// A table by sum and size, filled player by player.
#[derive(Clone, Debug)]
pub(super) struct Sized<W> {
    shape: Shape,
    lanes: Lanes<W>,
    /// `sizes + 1` rows of `sums + 1` cells.
    cells: Vec<W>,
    /// Players counted so far, and the sums of the lightest 0, 1, ... of them.
    done: usize,
    lightest: Vec<usize>,
}

impl<W: Word> Sized<W> {
    pub fn new(shape: Shape) -> Self {
        let mut cells = vec![W::ZERO; (shape.sizes + 1) * shape.width];
        cells[0] = W::ONE;
        let mut lightest = Vec::with_capacity(shape.players + 1);
        lightest.push(0);
        Self {
            shape,
            lanes: Shape::lanes(shape.players),
            cells,
            done: 0,
            lightest,
        }
    }

    /// Counts further players until about `budget` additions are spent; answers whether all are counted.
    pub fn step(&mut self, reduced: &NormalizedGame, budget: u64) -> bool {
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
        let before = self.lightest[self.done];
        let mut spent = 1;
        for size in (1..=self.shape.sizes.min(self.done + 1)).rev() {
            let fewer = size - 1;
            let from = self.lightest[fewer];
            let heaviest = before - self.lightest[self.done - fewer];
            let to = (heaviest + weight).min(self.shape.sums);
            if from + weight > to {
                continue;
            }
            let (below, row) =
                self.cells[fewer * self.shape.width..].split_at_mut(self.shape.width);
            self.lanes.add(row, below, weight, from + weight, to);
            spent += self.lanes.words(to - weight - from + 1) as u64;
        }
        self.lightest.push(before + weight);
        self.done += 1;
        spent
    }

    /// Swings by class and size.
    pub fn finish(mut self, reduced: &NormalizedGame) -> Swings {
        for row in self.cells.chunks_exact_mut(self.shape.width) {
            self.lanes.accumulate(row);
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
        let lanes = self.lanes;
        let whole = lanes.place(last);
        let below = last.checked_sub(weight);
        let most = below.map_or(0, |below| below / weight);
        let mut step = lanes.place(weight);
        step.words += self.shape.width;
        let mut smaller = W::ZERO;
        let rows = self.cells.chunks_exact(self.shape.width).enumerate();
        for (count, (size, row)) in counts.iter_mut().zip(rows) {
            // Both ends of the window need the total below it: of this size, and for the player's removal one smaller.
            let below = below.map_or(W::ZERO, |below| {
                let terms = size.min(most);
                let mut first = lanes.place(below - terms * weight);
                first.words += (size - terms) * self.shape.width;
                lanes.alternating(&self.cells, first, step, terms)
            });
            let without = lanes.get(row, whole).minus(smaller);
            *count = lanes.minus(without, below).widen();
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
            ..
        } = self.shape;
        let of_size = |size: usize, sum: usize| {
            if size > sizes {
                return 0;
            }
            self.lanes
                .get(
                    &self.cells[size * self.shape.width..],
                    self.lanes.place(sum),
                )
                .widen()
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
