//! Thresholds of one constituency: the steps in one direction at which its holder changes.
//!
//! With one candidate losing votes and one gaining them the holder changes at most four times, at
//! thresholds that follow from the votes alone. Where several lose, the splitting by largest
//! remainder lets their votes wobble by one around straight lines: steps at which that cannot
//! matter are jumped over, the others tried.

use super::step::Steps;
use crate::outcome::largest_remainder::parts;
use std::cmp::Reverse;

/// In the place of a candidate: equal votes at the top.
pub const NOBODY: u32 = u32::MAX;

/// Going outward from no swing: from which step (1 or more) on who holds the constituency. Rising
/// steps; each holder differs from the one before.
pub type Turns = Vec<(u32, u32)>;

/// Votes and index of a candidate.
pub type Votes = (u32, u32);

/// A candidate standing in the constituency.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Index of the candidate.
    pub candidate: u32,
    /// Present votes.
    pub votes: u32,
    /// Declared votes.
    pub declared: u32,
    /// Place on the ballot.
    pub serial: u16,
    /// The sides it belongs to, as bits.
    pub sides: u8,
}

/// The turns where `loser` alone loses votes to `gainer`, and `other` is the best of all others:
/// its candidate is [`NOBODY`] where several of them are level. `base` holds the constituency while
/// no vote has moved.
pub fn one(
    loser: Votes,
    gainer: Votes,
    other: Option<Votes>,
    steps: &Steps,
    base: u32,
    turns: &mut Turns,
) {
    let (f, t) = (i64::from(loser.0), i64::from(gainer.0));
    let (o, rival) = other.map_or((-1, NOBODY), |(votes, who)| (i64::from(votes), who));
    // In votes moved: the last with which the loser is still ahead, the first with which the gainer
    // is.
    let last = halved(f - t + 1).min(f - o) - 1;
    let first = (halved(f - t) + 1).max(o - t + 1);
    let (rise, fall) = ((f - o + 1).max(1), o - t - 1);
    // Most constituencies keep their holder to the end.
    if (base == loser.1 && !steps.reach(last + 1))
        || (base == gainer.1 && first <= 1)
        || (base == rival && rise == 1 && !steps.reach(fall + 1))
    {
        return;
    }
    let mut path = Path {
        steps,
        turns,
        last: base,
        pending: None,
    };
    path.hold(1, last, loser.1);
    let mut from = (last + 1).max(1);
    if rival != NOBODY && rise <= fall {
        path.hold(from, rise - 1, NOBODY);
        path.hold(rise, fall, rival);
        from = fall + 1;
    }
    path.hold(from, first - 1, NOBODY);
    path.hold(first.max(1), i64::MAX, gainer.1);
    path.end();
}

/// Half of a number, rounded down.
fn halved(n: i64) -> i64 {
    n >> 1
}

/// Turns spans of moved votes into turns at steps.
struct Path<'a> {
    steps: &'a Steps,
    turns: &'a mut Turns,
    last: u32,
    pending: Option<(u32, u32)>,
}

impl Path<'_> {
    /// `holder` holds while `from` to `to` votes have moved.
    fn hold(&mut self, from: i64, to: i64, holder: u32) {
        if from > to {
            return;
        }
        if let Some(step) = self.steps.reaching(from as u64) {
            // A span that no step falls into is passed over.
            if self.pending.is_some_and(|(before, _)| before != step) {
                self.end();
            }
            self.pending = Some((step, holder));
        }
    }

    fn end(&mut self) {
        if let Some((step, holder)) = self.pending.take()
            && holder != self.last
        {
            self.turns.push((step, holder));
            self.last = holder;
        }
    }
}

/// The turns in any constituency: candidates of the side `losing` lose votes to the leader of
/// `gaining`.
pub fn any(
    entries: &[Entry],
    losing: u8,
    gaining: u8,
    steps: impl Fn(u64) -> Steps,
    most: u32,
    base: u32,
    turns: &mut Turns,
) {
    let of = |side: u8| {
        let all = 0..entries.len();
        all.filter(move |&e| entries[e].sides & side != 0)
    };
    let losers: Vec<usize> = of(losing).collect();
    let leader = of(gaining).min_by_key(|&e| (Reverse(entries[e].declared), entries[e].serial));
    let Some(gainer) = leader else { return };
    let all = losers.iter().map(|&e| u64::from(entries[e].votes)).sum();
    let steps = steps(all);
    let votes = |e: usize| (entries[e].votes, entries[e].candidate);
    let in_play = |e: usize| e == gainer || losers.contains(&e);
    let mut other: Option<Votes> = None;
    for e in (0..entries.len()).filter(|&e| !in_play(e)) {
        other = Some(better(other, votes(e)));
    }
    if losers.len() == 1 {
        return one(votes(losers[0]), votes(gainer), other, &steps, base, turns);
    }
    let (mut first, mut second, mut strongest) = (0, 0, NOBODY);
    for &loser in &losers {
        let Entry {
            votes, candidate, ..
        } = entries[loser];
        if votes > first {
            (first, second, strongest) = (votes, first, candidate);
        } else {
            second = second.max(votes);
        }
    }
    let contest = Contest {
        first,
        second,
        strongest,
        entries,
        lines: losers
            .iter()
            .map(|&e| (entries[e].votes, entries[e].serial))
            .collect(),
        losers,
        gainer,
        other,
        all,
        steps,
        base,
    };
    contest.turns(most, turns);
}

/// The better of the best so far and one more; level ones are [`NOBODY`].
pub fn better(best: Option<Votes>, next: Votes) -> Votes {
    match best {
        Some(best) if best.0 > next.0 => best,
        Some(best) if best.0 == next.0 => (best.0, NOBODY),
        _ => next,
    }
}

/// Several candidates lose votes at once.
struct Contest<'a> {
    entries: &'a [Entry],
    losers: Vec<usize>,
    lines: Vec<(u32, u16)>,
    /// The most votes among the losers, and the next.
    first: u32,
    second: u32,
    /// Who has the most.
    strongest: u32,
    gainer: usize,
    other: Option<Votes>,
    all: u64,
    steps: Steps,
    base: u32,
}

impl Contest<'_> {
    fn turns(&self, most: u32, turns: &mut Turns) {
        let Some(start) = self.steps.reaching(1) else {
            return;
        };
        let gainer = self.entries[self.gainer].candidate;
        // Who is clear first and last is clear all the way.
        let all_the_way = |clear| clear != Clear::Nobody && self.clear(most) == clear;
        if let Some(clear) = Some(self.clear(start)).filter(|&clear| all_the_way(clear)) {
            let holder = self.clear_holder(clear);
            if holder != self.base {
                turns.push((start, holder));
            }
            return;
        }
        // Once ahead, the gainer stays so: with each vote moved it rises by one and no loser by
        // more than one.
        let won = first(start, most, |step| match self.clear(step) {
            Clear::Nobody => self.holder(step) == gainer,
            clear => clear == Clear::Gainer,
        });
        let mut last = self.base;
        let mut step = start;
        while step <= most {
            let clear = match step {
                _ if step >= won => Clear::Gainer,
                _ => self.clear(step),
            };
            let holder = match clear {
                Clear::Nobody => self.holder(step),
                clear => self.clear_holder(clear),
            };
            if holder != last {
                turns.push((step, holder));
                last = holder;
            }
            step = match clear {
                Clear::Gainer => return,
                Clear::Nobody => step + 1,
                clear => first(step, won - 1, |next| self.clear(next) != clear),
            };
        }
    }

    /// Who holds it at a step at which a vote has moved, counted out.
    fn holder(&self, step: u32) -> u32 {
        let moved = self.steps.moved(step);
        let given = parts(&self.lines, moved);
        let mut best = None;
        for (e, entry) in self.entries.iter().enumerate() {
            let loser = self.losers.iter().position(|&loser| loser == e);
            let mut votes = entry.votes - loser.map_or(0, |at| given[at]);
            if e == self.gainer {
                votes += moved as u32;
            }
            best = Some(better(best, (votes, entry.candidate)));
        }
        best.map_or(NOBODY, |(_, holder)| holder)
    }

    /// Who that is; nobody where it is not clear.
    fn clear_holder(&self, clear: Clear) -> u32 {
        match clear {
            Clear::Loser => self.strongest,
            Clear::Other => self.other.map_or(NOBODY, |(_, who)| who),
            Clear::Gainer => self.entries[self.gainer].candidate,
            Clear::Nobody => NOBODY,
        }
    }

    /// Who is ahead by more than the splitting can shift. Losers fall and the gainer rises, so
    /// whoever else is clear stays so up to some step and not after it. More votes than can be
    /// multiplied in one number are left to be counted out.
    fn clear(&self, step: u32) -> Clear {
        let moved = self.steps.moved(step);
        let left = self.all - moved;
        let gainer = u64::from(self.entries[self.gainer].votes) + moved;
        let (other, who) = self
            .other
            .map_or((0, NOBODY), |(votes, who)| (u64::from(votes), who));
        let best = match u32::try_from(left) {
            Ok(left) => Some(u64::from(self.first) * u64::from(left)),
            Err(_) => u64::from(self.first).checked_mul(left),
        };
        let Some(best) = best else {
            return Clear::Nobody;
        };
        // A loser keeps its part of what is left, rounded up, or one less.
        let (least, most) = (best / self.all, best.div_ceil(self.all));
        let apart = u64::from(self.first - self.second) * left >= 2 * self.all;
        if apart && least > other.max(gainer) {
            Clear::Loser
        } else if gainer > most && gainer > other {
            Clear::Gainer
        } else if who != NOBODY && other > most && other > gainer {
            Clear::Other
        } else {
            Clear::Nobody
        }
    }
}

/// Whose lead needs no counting out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clear {
    /// That of the loser with most votes.
    Loser,
    /// That of the best of those whose votes do not move.
    Other,
    /// That of the gainer, which only grows.
    Gainer,
    /// Nobody's.
    Nobody,
}

/// The first step from `from` to `to` at which a condition that never ends once it begins holds;
/// `to + 1` if none.
fn first(from: u32, to: u32, holds: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (from, to + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}
