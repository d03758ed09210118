//! Counting minimal winning coalitions over seat sums.
//!
//! A coalition with surplus `u` is minimal exactly when each member brings more than `u` seats. Classes are added heaviest
//! first, so that between two classes the table holds the sums of all players above a range of surpluses, from which each
//! surplus is read once. Only sums that the lighter classes can still complete are kept.

use super::filter::{Class, Ways};
use crate::prelude::*;

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

/// The number of minimal winning coalitions.
pub(super) fn coalitions(ways: &Ways) -> u128 {
    run(ways, false)
}

/// The number of types of minimal winning coalitions.
pub(super) fn types(ways: &Ways) -> u128 {
    run(ways, true)
}

fn run(ways: &Ways, types: bool) -> u128 {
    if ways.mark == 0 {
        return u128::from(ways.nobody_is_enough());
    }
    let free: u32 = ways.classes.iter().map(Class::size).sum();
    // Subsets of 64 players with the same sum, and minimal winning coalitions of 64, are at most C(64, 32) < 2^64.
    if free + ways.named.count_ones() <= 64 {
        sweep::<u64>(ways, types).widen()
    } else {
        sweep::<u128>(ways, types)
    }
}

fn sweep<C: Count>(ways: &Ways, types: bool) -> C {
    let mark = ways.mark as usize;
    let heaviest = ways.heaviest() as usize;
    let most_named = ways.choices.iter().map(|choice| choice.seats).max();
    let most_named = most_named.unwrap_or(0) as usize;
    let all: usize = ways
        .classes
        .iter()
        .map(|class| class.weight as usize * class.size() as usize)
        .sum();
    let width = all.min(mark + heaviest) + 1;
    let mut now = vec![C::ZERO; width];
    let mut next = vec![C::ZERO; width];
    now[0] = C::ONE;
    let (mut above, mut rest, mut highest) = (heaviest, all, 0);
    let mut found = C::ZERO;
    let mut step = 0;
    loop {
        let class = ways.classes.get(step);
        let weight = class.map_or(0, |class| class.weight as usize);
        found = found.plus(read(ways, &now[..=highest], weight..above));
        let Some(class) = class else { return found };
        above = weight;
        let size = class.size() as usize;
        rest -= weight * size;
        highest = (highest + weight * size).min(width - 1);
        let lowest = mark.saturating_sub(rest + most_named);
        let to = highest.min(mark + weight - 1);
        if lowest <= to {
            add::<C>(&now, &mut next, lowest, to, class, types);
        }
        core::mem::swap(&mut now, &mut next);
        highest = to;
        step += 1;
    }
}

/// The minimal winning coalitions whose surplus lies in `surpluses`, of which `sums` counts the free players above it.
fn read<C: Count>(ways: &Ways, sums: &[C], surpluses: core::ops::Range<usize>) -> C {
    let mut found = C::ZERO;
    for choice in &ways.choices {
        let last = surpluses.end.min(choice.least as usize);
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
    found
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
