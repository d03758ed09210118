//! Counting minimal winning coalitions over seat sums.
//!
//! A coalition with surplus `u` is minimal exactly when each member brings more than `u` seats. Classes are added heaviest
//! first, so that between two classes the table holds the sums of all players above a range of surpluses, from which each
//! surplus is read once. Only sums that the lighter classes can still complete are kept.

use super::constraints::{Class, CoalitionSet};

/// A number wide enough for the counts of a game.
pub(super) trait Count: Copy {
    const ZERO: Self;
    const ONE: Self;
    fn plus(self, other: Self) -> Self;
    fn times(self, other: Self) -> Self;
    fn widen(self) -> u128;
}

macro_rules! count {
    ($type:ty) => {
        impl Count for $type {
            const ZERO: Self = 0;
            const ONE: Self = 1;
            // The caller sees to it that no count passes the type; a check per cell would cost as much as the cell.
            fn plus(self, other: Self) -> Self {
                self.wrapping_add(other)
            }
            fn times(self, other: Self) -> Self {
                self.wrapping_mul(other)
            }
            fn widen(self) -> u128 {
                u128::from(self)
            }
        }
    };
}
count!(u64);
count!(u128);

/// In how many ways 0, 1, ... `size` players can be taken from `size`.
pub(super) fn takings<C: Count>(size: u32) -> Vec<C> {
    let mut row = vec![C::ONE];
    for _ in 0..size {
        row.push(C::ZERO);
        for taken in (1..row.len()).rev() {
            row[taken] = row[taken].plus(row[taken - 1]);
        }
    }
    row
}

/// A count that can be broken off and gone on with.
#[derive(Clone, Debug)]
pub struct Counting {
    ways: CoalitionSet,
    /// Whether players of equal weight are told apart.
    types: bool,
    sums: Sums,
}

/// The sums so far, in numbers wide enough; or the count at once.
#[derive(Clone, Debug)]
enum Sums {
    Known(u128),
    Narrow(Sweep<u64>),
    Wide(Sweep<u128>),
}

impl Counting {
    pub(super) fn new(ways: &CoalitionSet, types: bool) -> Self {
        let free: u32 = ways.classes.iter().map(Class::size).sum();
        let sums = if ways.mark == 0 {
            Sums::Known(u128::from(ways.nobody_is_enough()))
        } else if free + ways.named.count_ones() <= 64 {
            // Subsets of 64 players with the same sum, and minimal winning coalitions of 64, are at most C(64, 32) < 2^64.
            Sums::Narrow(Sweep::new(ways))
        } else {
            Sums::Wide(Sweep::new(ways))
        };
        Self {
            ways: ways.clone(),
            types,
            sums,
        }
    }

    /// Adds about `budget` sums, at least those of one class of equal players; answers whether all are added.
    pub fn step(&mut self, budget: u64) -> bool {
        match &mut self.sums {
            Sums::Known(_) => true,
            Sums::Narrow(sweep) => sweep.step(&self.ways, self.types, budget),
            Sums::Wide(sweep) => sweep.step(&self.ways, self.types, budget),
        }
    }

    /// The count; does first whatever is still to be done.
    #[must_use]
    pub fn finish(mut self) -> u128 {
        while !self.step(u64::MAX) {}
        match self.sums {
            Sums::Known(count) => count,
            Sums::Narrow(sweep) => sweep.found.widen(),
            Sums::Wide(sweep) => sweep.found,
        }
    }
}

/// The table of sums between two classes.
#[derive(Clone, Debug)]
struct Sweep<C> {
    now: Vec<C>,
    next: Vec<C>,
    /// The weight of the class before, and the seats of all classes from here on.
    above: usize,
    rest: usize,
    /// The greatest sum in `now`.
    highest: usize,
    most_named: usize,
    class: usize,
    done: bool,
    found: C,
}

impl<C: Count> Sweep<C> {
    fn new(ways: &CoalitionSet) -> Self {
        let heaviest = ways.heaviest() as usize;
        let most_named = ways.choices.iter().map(|choice| choice.seats).max();
        let all: usize = ways
            .classes
            .iter()
            .map(|class| class.weight as usize * class.size() as usize)
            .sum();
        let width = all.min(ways.mark as usize + heaviest) + 1;
        let mut now = vec![C::ZERO; width];
        now[0] = C::ONE;
        Self {
            now,
            next: vec![C::ZERO; width],
            above: heaviest,
            rest: all,
            highest: 0,
            most_named: most_named.unwrap_or(0) as usize,
            class: 0,
            done: false,
            found: C::ZERO,
        }
    }

    fn step(&mut self, ways: &CoalitionSet, types: bool, budget: u64) -> bool {
        let mut spent = 0;
        while !self.done && spent < budget {
            spent += self.next_class(ways, types);
        }
        self.done
    }

    /// Reads the surpluses down to the next class, and adds it; answers about how many sums that took.
    fn next_class(&mut self, ways: &CoalitionSet, types: bool) -> u64 {
        let mark = ways.mark as usize;
        let class = ways.classes.get(self.class);
        let weight = class.map_or(0, |class| class.weight as usize);
        let (found, read) = read(ways, &self.now[..=self.highest], weight..self.above);
        self.found = self.found.plus(found);
        let Some(class) = class else {
            self.done = true;
            return read;
        };
        self.above = weight;
        let size = class.size() as usize;
        self.rest -= weight * size;
        self.highest = (self.highest + weight * size).min(self.now.len() - 1);
        let lowest = mark.saturating_sub(self.rest + self.most_named);
        let to = self.highest.min(mark + weight - 1);
        if lowest <= to {
            add::<C>(&self.now, &mut self.next, lowest, to, class, types);
        }
        std::mem::swap(&mut self.now, &mut self.next);
        self.highest = to;
        self.class += 1;
        read + (to.saturating_sub(lowest) * size) as u64
    }
}

/// The minimal winning coalitions whose surplus lies in `surpluses`, of which `sums` counts the free players above it; and
/// how many sums were looked up.
fn read<C: Count>(ways: &CoalitionSet, sums: &[C], surpluses: std::ops::Range<usize>) -> (C, u64) {
    let (mut found, mut looked) = (C::ZERO, 0);
    for choice in &ways.choices {
        let last = surpluses.end.min(choice.least as usize);
        looked += 1 + last.saturating_sub(surpluses.start) as u64;
        for surplus in surpluses.start..last {
            let seats = ways.mark as usize + surplus;
            if let Some(&ways) = seats
                .checked_sub(choice.seats as usize)
                .and_then(|sum| sums.get(sum))
            {
                found = found.plus(ways);
            }
        }
    }
    (found, looked)
}

/// Writes to `next[lowest..=highest]` the sums in `now` with any number of `class` added.
fn add<C: Count>(
    now: &[C],
    next: &mut [C],
    lowest: usize,
    highest: usize,
    class: &Class,
    types: bool,
) {
    let weight = class.weight as usize;
    next[lowest..=highest].copy_from_slice(&now[lowest..=highest]);
    let ways = if types {
        vec![C::ONE; class.size() as usize + 1]
    } else {
        takings(class.size())
    };
    for (taken, &ways) in ways.iter().enumerate().skip(1) {
        let shift = weight * taken;
        let from = lowest.max(shift);
        if from > highest {
            return;
        }
        let old = &now[from - shift..=highest - shift];
        for (sum, &old) in next[from..=highest].iter_mut().zip(old) {
            *sum = sum.plus(old.times(ways));
        }
    }
}
