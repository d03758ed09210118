//! Swing sweep: seats, verdicts and holders at every step of 0.01 point, computed once for each
//! direction of a swing slider.
//!
//! Step `k` is the scenario with its own swing between these two sides (same scope and model; the
//! first of several, else the first the other way) replaced by one of `k` hundredths of a point, in
//! its place, or put after all others where it has none; a negative step is the swing the other
//! way. Every step agrees to the vote with evaluating that scenario. Holders change
//! at few steps, so the steps fall into *segments* between two changes; columns have one value per
//! segment, and [`Sweep::start`] says where each begins.

mod thresholds;

mod baseline;
mod events;
pub(crate) mod holders;
mod recount;
mod segments;
mod step;

use crate::election::member::Member;
use crate::election::{Election, NONE};
use crate::majority::VerdictKind;
use crate::outcome::row::Row;
use crate::problem::Problems;
use crate::scenario::{Scenario, Swing};
use baseline::{Baseline, Found};
use events::{Event, Events, Holder};
use recount::Recount;
use segments::{Counter, Leaders, Segments};
use serde::Serialize;
use std::mem::take;
use thresholds::Entry;

/// Steps either way: 10 points.
pub const REACH: u32 = 1_000;

/// A swept swing. Steps run from -1,000 to 1,000.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Sweep {
    /// Side that loses votes at steps above 0.
    pub from: String,
    /// Side that gains them.
    pub to: String,
    /// Step the scenario itself is at: the points of its own swing, 0 where it has none.
    pub at: i32,
    /// Constituencies the swing applies to.
    pub applied: u32,
    /// Indexes of the constituencies in scope left out because not both sides stand or votes do not
    /// decide them.
    pub skipped: Vec<u32>,
    /// Rows: declared alliances, groupings, then the parties alone and the members who sit alone
    /// that hold a seat at some step.
    pub rows: Vec<Row>,
    /// How many segments there are.
    pub segments: u32,
    /// The first step of each segment, rising from -1,000; see [`Sweep::segment`].
    pub start: Vec<i16>,
    /// Seats won and leading, row after row: that of row `r` in segment `s` is at `r * segments +
    /// s`.
    pub seats: Vec<u32>,
    /// Constituencies of each segment where votes are level at the top: counted for nobody.
    pub tied: Vec<u32>,
    /// Majority mark of each segment, on the base in use.
    pub mark: Vec<u32>,
    /// Seats of the largest above the mark of each segment, on the base in use; below it where
    /// negative.
    pub surplus: Vec<i32>,
    /// Constituencies of each segment with another holder than declared, or none, because votes
    /// moved: not those the scenario awards by hand, nor those whose member has resigned.
    pub moved: Vec<u32>,
    /// Kind of verdict of each segment: 0 majority, 1 ahead, 2 open, 3 hung, 4 none.
    pub verdict: Vec<u8>,
    /// Ids of who is level at the top at step 0, members who sit alone each on its own; who leads
    /// elsewhere is what the last tick on the way there says.
    pub leaders: Vec<String>,
    /// The steps at which the verdict changes (its kind or who leads), from left to right.
    pub ticks: Vec<Tick>,
    /// Serial of who holds each constituency at step 0, 0 for nobody.
    pub winner: Vec<u16>,
    /// Row of who holds each constituency at step 0, 65535 for nobody.
    pub row: Vec<u16>,
    /// Every change of a holder.
    pub events: Changes,
}

impl Sweep {
    /// The segment that a step from -1,000 to 1,000 lies in.
    #[must_use]
    pub fn segment(&self, step: i32) -> usize {
        let begun = self
            .start
            .partition_point(|&start| i32::from(start) <= step);
        begun.saturating_sub(1)
    }
}

/// A step at which the verdict becomes another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tick {
    /// The first step, going outward from 0, with the verdict below.
    pub step: i32,
    /// Kind of verdict.
    pub verdict: VerdictKind,
    /// Ids of who is level at the top, members who sit alone each on its own (`IND.3`).
    pub leaders: Vec<String>,
    /// Seats of each of them, won and leading: members who vote where that is the base in use.
    pub seats: u32,
    /// Ids of the constituencies that change hands at this step, in dataset order.
    pub constituencies: Vec<String>,
}

/// Changes of holders as columns, by step and then constituency. Going right over an event its
/// constituency passes from `before` to `after`; going left, back. Rows are those at the event:
/// where a realignment ties a party to one independent member, its other seats follow that member
/// from row to row without an event (the seats by row are right all the same).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// The first step with the new holder; the step before it has the old one. At most 1,000.
    pub step: Vec<i16>,
    /// Index of the constituency.
    pub constituency: Vec<u32>,
    /// Serial of the holder left of it, 0 for nobody.
    pub before: Vec<u16>,
    /// Serial of the holder from it on.
    pub after: Vec<u16>,
    /// Row of the holder left of it, 65535 for nobody.
    pub before_row: Vec<u16>,
    /// Row of the holder from it on.
    pub after_row: Vec<u16>,
}

/// A sweep at work: [`SweepJob::advance`] it until it is done, in as many calls as time allows,
/// then [`SweepJob::finish`].
#[derive(Debug, Clone)]
pub struct SweepJob {
    baseline: Baseline,
    span: (u32, u32),
    /// Whether only the first change of the verdict is wanted.
    first_change: bool,
    applied: u32,
    skipped: Vec<u32>,
    /// Serials and rows of the holders at step 0.
    winner: Vec<u16>,
    row: Vec<u16>,
    list: Vec<Event>,
    events: Events,
    work: Work,
}

#[derive(Debug, Clone)]
enum Work {
    /// The next constituency to read; seats are counted at once where each counts for the party of
    /// its holder.
    Reading(usize, Option<Box<Counter>>),
    /// Segments counted one by one.
    Recounting(Box<Recount>),
    /// Everything counted.
    Done(Box<Segments>),
}

impl SweepJob {
    /// Prepares a sweep; `swing.points` is not looked at. The cost is that of reading the edits
    /// before the vote.
    ///
    /// # Errors
    /// Problems of the scenario's edits and of the swing, with codes as
    /// [`Outcome::of`](crate::outcome::Outcome::of).
    pub fn start(
        election: &Election,
        scenario: &Scenario,
        swing: &Swing,
    ) -> Result<SweepJob, Problems> {
        SweepJob::within(election, scenario, swing, (REACH, REACH), false)
    }

    /// A sweep to the right alone, up to step `most`, and no further than the first change of the
    /// verdict.
    pub(crate) fn rightward(
        election: &Election,
        scenario: &Scenario,
        swing: &Swing,
        most: u32,
    ) -> Result<SweepJob, Problems> {
        SweepJob::within(election, scenario, swing, (0, most), true)
    }

    fn within(
        election: &Election,
        scenario: &Scenario,
        swing: &Swing,
        span: (u32, u32),
        first_change: bool,
    ) -> Result<SweepJob, Problems> {
        let baseline = Baseline::of(election, scenario, swing)?;
        // What is wrong with a realignment is found before the work begins.
        let groups = baseline.after.parties(election)?;
        let counter = baseline.after.members_only();
        let counter = counter.then(|| Box::new(Counter::of(election, groups)));
        // One reallocation less for each doubling: a small house is swept in the time of a few.
        let seats = election.constituencies.len();
        let shown = if first_change { 0 } else { seats };
        Ok(SweepJob {
            baseline,
            span,
            first_change,
            applied: 0,
            skipped: Vec::new(),
            winner: Vec::with_capacity(shown),
            row: Vec::with_capacity(shown),
            list: Vec::with_capacity(seats),
            events: Events::default(),
            work: Work::Reading(0, counter),
        })
    }

    /// Works on; answers whether everything is counted. `budget` is about how many constituencies
    /// are read (at least one), on the same election each time.
    pub fn advance(&mut self, election: &Election, budget: u32) -> bool {
        let count = election.constituencies.len();
        let mut budget = (budget as usize).max(1);
        if let Work::Reading(next, counter) = &mut self.work {
            let (next, mut counter) = (*next, counter.take());
            let end = (next + budget).min(count);
            self.read(election, next, end, counter.as_deref_mut());
            if end < count {
                self.work = Work::Reading(end, counter);
                return false;
            }
            budget -= end - next;
            self.events = Events::sorted(take(&mut self.list), self.span);
            self.work = match counter {
                Some(counter) => {
                    let tally = counter.tally(election, &self.events, self.first_change);
                    Work::Done(Box::new(tally))
                }
                None => {
                    let (recount, row) = Recount::new(election, &self.baseline, &self.events);
                    self.row = row;
                    Work::Recounting(Box::new(recount))
                }
            };
        }
        while let Work::Recounting(recount) = &mut self.work {
            let stop = self.first_change && recount.changed();
            if stop || recount.step(election, &self.baseline, &mut self.events) {
                self.work = Work::Done(Box::new(recount.tally()));
            } else if budget <= count {
                return false;
            } else {
                budget -= count;
            }
        }
        true
    }

    fn read(
        &mut self,
        election: &Election,
        start: usize,
        end: usize,
        mut counter: Option<&mut Counter>,
    ) {
        let (mut left, mut right) = (Vec::new(), Vec::new());
        let mut entries: Vec<Entry> = Vec::new();
        for i in start..end {
            let mut holder = |candidate: u32| match &mut counter {
                Some(counter) => counter.holder(election, candidate),
                None => Holder::of(election, candidate, || NONE),
            };
            let (held, status) = self.baseline.base(election, i);
            let base = holder(held);
            let moved = self.baseline.moved(election, i, held);
            if !self.first_change {
                self.winner.push(base.serial);
                self.row.push(base.row);
            }
            let out = (&mut left, &mut right);
            match self
                .baseline
                .turns(election, (i, held), self.span, out, &mut entries)
            {
                Found::Outside => {}
                Found::Skipped => self.skipped.push(i as u32),
                Found::Applied => self.applied += 1,
            }
            let mut inner = base;
            for (step, candidate) in right.drain(..) {
                let outer = holder(candidate);
                self.list.push(Event {
                    step: step as i32,
                    constituency: i as u32,
                    before: inner,
                    after: outer,
                });
                inner = outer;
            }
            inner = base;
            for (step, candidate) in left.drain(..) {
                let outer = holder(candidate);
                self.list.push(Event {
                    step: 1 - step as i32,
                    constituency: i as u32,
                    before: outer,
                    after: inner,
                });
                inner = outer;
            }
            if let Some(counter) = &mut counter {
                counter.seat(i as u32, base, status, moved);
            }
        }
    }

    /// Finishes what is left and answers everything a slider needs.
    pub fn finish(mut self, election: &Election, swing: &Swing) -> Sweep {
        while !self.advance(election, u32::MAX) {}
        let Work::Done(tally) = &mut self.work else {
            unreachable!("advanced until done")
        };
        let (tied, mark) = (take(&mut tally.tied), take(&mut tally.marks));
        let (surplus, moved) = (take(&mut tally.surplus), take(&mut tally.moved));
        let events = &self.events;
        let mut order: Vec<usize> = (0..tally.keys.len()).collect();
        order.sort_by(|&a, &b| tally.keys[a].cmp(&tally.keys[b]));
        let mut place = vec![NONE; order.len()];
        for (at, &row) in order.iter().enumerate() {
            place[row] = at as u16;
        }
        let segments = events.segments() as usize;
        let mut seats = Vec::with_capacity(tally.seats.len());
        for &row in &order {
            seats.extend_from_slice(&tally.seats[row * segments..(row + 1) * segments]);
        }
        let mut verdict = Vec::with_capacity(segments);
        for (k, from) in tally.verdicts.iter().enumerate() {
            let next = tally.verdicts.get(k + 1);
            let end = next.map_or(segments, |next| next.segment as usize);
            verdict.resize(end, from.kind as u8);
        }
        let resting = events.segment_of_zero();
        let before = |verdict: &&segments::Verdict| verdict.segment <= resting;
        let leaders = tally.verdicts.iter().rfind(before).map(|at| &at.leaders);
        let placed = |row: u16| place.get(row as usize).copied().unwrap_or(NONE);
        let list = &events.list;
        Sweep {
            from: swing.from.clone(),
            to: swing.to.clone(),
            at: self.baseline.at,
            applied: self.applied,
            rows: order
                .iter()
                .map(|&row| Row::of(election, &tally.keys[row]))
                .collect(),
            segments: segments as u32,
            start: events.first_steps(self.span.0),
            seats,
            tied,
            mark,
            surplus,
            moved,
            verdict,
            leaders: leaders.map_or_else(Vec::new, |leaders| ids(election, tally, leaders)),
            ticks: ticks(election, events, tally),
            winner: self.winner,
            row: self.row.iter().map(|&row| placed(row)).collect(),
            events: Changes {
                step: list.iter().map(|event| event.step as i16).collect(),
                constituency: list.iter().map(|event| event.constituency).collect(),
                before: list.iter().map(|event| event.before.serial).collect(),
                after: list.iter().map(|event| event.after.serial).collect(),
                before_row: list.iter().map(|event| placed(event.before.row)).collect(),
                after_row: list.iter().map(|event| placed(event.after.row)).collect(),
            },
            skipped: self.skipped,
        }
    }

    /// The first change of the verdict right of step 0, where nothing left of it was swept and
    /// everything is counted.
    pub(crate) fn first_tick(&self, election: &Election) -> Option<Tick> {
        match &self.work {
            Work::Done(tally) => ticks(election, &self.events, tally).into_iter().next(),
            _ => None,
        }
    }
}

/// A whole sweep in one call; see [`SweepJob`] for one in steps.
///
/// # Errors
/// As [`SweepJob::start`].
pub fn sweep(election: &Election, scenario: &Scenario, swing: &Swing) -> Result<Sweep, Problems> {
    Ok(SweepJob::start(election, scenario, swing)?.finish(election, swing))
}

/// The changes of the verdict, outward from step 0.
fn ticks(election: &Election, events: &Events, tally: &Segments) -> Vec<Tick> {
    let pairs = tally.verdicts.windows(2);
    let ticks = pairs.map(|pair| {
        let segment = pair[1].segment;
        let changes = events.at(segment);
        let first = changes.first().map_or(0, |event| event.step);
        // Left of no swing the news is what stands left of the boundary.
        let (step, news, seats) = if first > 0 {
            (first, &pair[1], pair[1].most.0)
        } else {
            (first - 1, &pair[0], pair[0].most.1)
        };
        Tick {
            step,
            verdict: news.kind,
            seats,
            leaders: ids(election, tally, &news.leaders),
            constituencies: changes
                .iter()
                .map(|event| {
                    let constituency = &election.constituencies[event.constituency as usize];
                    constituency.number.to_string()
                })
                .collect(),
        }
    });
    ticks.collect()
}

/// Ids of leaders: rows in the order of rows, then members who sit alone by constituency.
fn ids(election: &Election, tally: &Segments, leaders: &Leaders) -> Vec<String> {
    let keys = leaders.rows.iter().map(|&row| &tally.keys[row as usize]);
    let mut keys: Vec<_> = keys.collect();
    keys.sort();
    let rows = keys.iter().map(|key| Row::of(election, key).id);
    let alone = leaders.alone.iter();
    rows.chain(alone.map(|&seat| Member::Single(seat).id(election)))
        .collect()
}
