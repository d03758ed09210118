//! Counts of coalitions, several to a word.
//!
//! A game of few players has small counts, and a word is wide: joining a player, that is adding to each count the one so
//! many cells before it, is then one addition of a shifted word for all the counts in it. No count reaches 2^bits, and so
//! none spills into its neighbour. Subtractions wrap within a count's bits; the results fit.

use std::cell::Cell;

/// A machine word, wrapping.
pub(super) trait Word: Copy {
    const BITS: usize;
    const ZERO: Self;
    const ONE: Self;
    const MAX: Self;
    fn plus(self, other: Self) -> Self;
    fn minus(self, other: Self) -> Self;
    fn times(self, other: Self) -> Self;
    fn and(self, other: Self) -> Self;
    fn up(self, bits: usize) -> Self;
    fn down(self, bits: usize) -> Self;
    fn widen(self) -> u128;
}

macro_rules! word {
    ($type:ty) => {
        impl Word for $type {
            const BITS: usize = <$type>::BITS as usize;
            const ZERO: Self = 0;
            const ONE: Self = 1;
            const MAX: Self = <$type>::MAX;
            fn plus(self, other: Self) -> Self {
                self.wrapping_add(other)
            }
            fn minus(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }
            fn times(self, other: Self) -> Self {
                self.wrapping_mul(other)
            }
            fn and(self, other: Self) -> Self {
                self & other
            }
            fn up(self, bits: usize) -> Self {
                self.wrapping_shl(bits as u32)
            }
            fn down(self, bits: usize) -> Self {
                self.wrapping_shr(bits as u32)
            }
            fn widen(self) -> u128 {
                u128::from(self)
            }
        }
    };
}
word!(u64);
word!(u128);

/// So many words, and so many bits of the next one: where a cell is in its row, or how far two are apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub words: usize,
    pub bits: usize,
}

/// How counts lie in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lanes<W> {
    /// Bits of a count, and counts in a word.
    bits: usize,
    per_word: usize,
    /// 2^32 over the counts in a word, rounded up. Products are had much sooner than quotients, and for up to 2^26 cells
    /// they are the same.
    part: u64,
    /// The bits of a word that are used, those of its first count, and a one for each count.
    used: W,
    first: W,
    ones: W,
}

impl<W: Word> Lanes<W> {
    /// For counts below 2^`bits`, or below 2^64 (2^128) if that is less.
    pub fn new(bits: usize) -> Self {
        let bits = bits.clamp(4, W::BITS);
        let per_word = W::BITS / bits;
        let first = W::MAX.down(W::BITS - bits);
        let used = W::MAX.down(W::BITS - per_word * bits);
        let mut ones = W::ONE;
        for _ in 1..per_word {
            ones = ones.up(bits).plus(W::ONE);
        }
        Self {
            bits,
            per_word,
            part: (1u64 << 32).div_ceil(per_word as u64),
            used,
            first,
            ones,
        }
    }

    /// Words that so many cells take.
    pub fn words(&self, cells: usize) -> usize {
        self.place(cells.saturating_sub(1)).words + 1
    }

    /// Where a cell is in its row; also, how far so many cells are.
    pub fn place(&self, cell: usize) -> Place {
        let words = ((cell as u64).wrapping_mul(self.part) >> 32) as usize;
        let lane = cell.wrapping_sub(words.wrapping_mul(self.per_word));
        Place {
            words,
            bits: lane.wrapping_mul(self.bits),
        }
    }

    /// Adds to each cell of a row up to `end` the one `weight` cells before it, as it was before. Cells that share a word
    /// with the last are also added to.
    pub fn join(&self, row: &mut [W], weight: usize, end: usize) {
        let Place { words, bits } = self.place(weight);
        let last = self.place(end).words;
        if words > last {
            return;
        }
        let cells = Cell::from_mut(&mut row[..=last]).as_slice_of_cells();
        // From the top down, away from what is added.
        if bits == 0 {
            for (to, from) in cells[words..].iter().zip(cells).rev() {
                to.set(to.get().plus(from.get()));
            }
            return;
        }
        let mut higher = cells[last - words].get();
        let pairs = cells[words + 1..].iter().zip(&cells[..last - words]);
        for (to, from) in pairs.rev() {
            let lower = from.get();
            to.set(to.get().plus(self.shifted(higher, lower, bits)));
            higher = lower;
        }
        let to = &cells[words];
        to.set(to.get().plus(self.shifted(higher, W::ZERO, bits)));
    }

    /// Adds to the cells from `start` to `end` of a row those of another `weight` cells before. Cells that share a word with
    /// the first or the last are also added to.
    pub fn add(&self, to: &mut [W], from: &[W], weight: usize, start: usize, end: usize) {
        let Place { words, bits } = self.place(weight);
        let (first, last) = (self.place(start).words, self.place(end).words);
        let from = &from[..=last - words];
        let to = &mut to[first..=last];
        if bits == 0 {
            for (to, &from) in to.iter_mut().zip(&from[first - words..]) {
                *to = to.plus(from);
            }
            return;
        }
        let mut lower = match (first - words).checked_sub(1) {
            Some(before) => from[before],
            None => W::ZERO,
        };
        for (to, &higher) in to.iter_mut().zip(&from[first - words..]) {
            *to = to.plus(self.shifted(higher, lower, bits));
            lower = higher;
        }
    }

    /// What two neighbouring words say at the place of the higher one, moved up by `bits`, which are not 0.
    fn shifted(&self, higher: W, lower: W, bits: usize) -> W {
        let upper = higher.up(bits).and(self.used);
        upper.plus(lower.down(self.per_word * self.bits - bits))
    }

    /// Turns the counts of a row into running totals, which are below 2^bits up to the last cell asked for.
    pub fn accumulate(&self, row: &mut [W]) {
        let mut sum = W::ZERO;
        if self.per_word == 1 {
            for word in row {
                sum = sum.plus(*word);
                *word = sum;
            }
            return;
        }
        for word in row {
            *word = word.plus(sum).times(self.ones).and(self.used);
            sum = word.down((self.per_word - 1) * self.bits);
        }
    }

    /// A cell of a row.
    pub fn get(&self, row: &[W], at: Place) -> W {
        row[at.words].down(at.bits).and(self.first)
    }

    /// A difference within a count's bits.
    pub fn minus(&self, one: W, other: W) -> W {
        one.minus(other).and(self.first)
    }

    /// A cell less what comes before it: of the cells at `first` and then each a `step` on, `terms` steps in all, the last
    /// one less the one before it, plus the one before that, and so on.
    pub fn alternating(&self, cells: &[W], first: Place, step: Place, terms: usize) -> W {
        let Place {
            mut words,
            mut bits,
        } = first;
        let all = self.per_word * self.bits;
        let mut result = cells[words].down(bits);
        for _ in 0..terms {
            words = words.wrapping_add(step.words);
            bits = bits.wrapping_add(step.bits);
            if bits >= all {
                words = words.wrapping_add(1);
                bits = bits.wrapping_sub(all);
            }
            result = cells[words].down(bits).minus(result);
        }
        result.and(self.first)
    }
}
