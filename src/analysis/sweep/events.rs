//! The steps at which constituencies change hands, in order.

use super::contest::NOBODY;
use crate::election::{Election, NONE};
use crate::prelude::*;
use core::ops::Range;

/// Half the digits of a number of steps: 100 points are 10,000 of them, below 2^14.
const DIGITS: usize = 1 << 7;

/// A constituency changes its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// The first step of the new holder, counted from the left.
    pub step: i32,
    /// Index of the constituency.
    pub constituency: u32,
    /// Who holds it at the step before.
    pub before: Holder,
    /// Who holds it from this step on.
    pub after: Holder,
}

/// Who holds a constituency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// Index of the candidate, [`NOBODY`] where votes are level.
    pub candidate: u32,
    /// Place on the ballot, 0 for nobody.
    pub serial: u16,
    /// Row it is counted in, [`NONE`] for nobody or where it is not known yet.
    pub row: u16,
}

impl Holder {
    /// Level votes.
    pub const NOBODY: Holder = Holder {
        candidate: NOBODY,
        serial: 0,
        row: NONE,
    };

    /// A candidate with the row that `row` knows of its label.
    pub fn of(election: &Election, candidate: u32, row: impl FnOnce(u32) -> u16) -> Holder {
        if candidate == NOBODY {
            return Holder::NOBODY;
        }
        let tag = election.lines.of[candidate as usize];
        Holder {
            candidate,
            serial: tag.serial,
            row: row(tag.label),
        }
    }
}

/// All events by step, then constituency.
#[derive(Debug, Clone, Default)]
pub struct Events {
    /// The events.
    pub list: Vec<Event>,
    /// Where each segment begins in the list: one more than there are segments; the first segment has no events.
    starts: Vec<u32>,
}

impl Events {
    /// Sorts events of steps above `-left` up to `right`; those of one step stay in the order of constituencies.
    pub fn sorted(list: Vec<Event>, (left, right): (u32, u32)) -> Events {
        // Steps are small numbers: the lower half of their digits, then the upper one, each in one go.
        let half = (u32::BITS - (left + right).leading_zeros()).div_ceil(2);
        let mask = (1 << half) - 1;
        let step = |event: &Event| (event.step + left as i32) as u32;
        let digits = |at: usize| (step(&list[at]), at as u32);
        let mut order: Vec<(u32, u32)> = (0..list.len()).map(digits).collect();
        let mut spare = order.clone();
        by_digit(&order, &mut spare, |step| step & mask);
        by_digit(&spare, &mut order, |step| step >> half);
        let list: Vec<Event> = order.iter().map(|&(_, at)| list[at as usize]).collect();
        let mut starts = Vec::with_capacity(list.len() + 2);
        starts.push(0);
        let mut last = i32::MIN;
        for (at, event) in list.iter().enumerate() {
            if event.step != last {
                last = event.step;
                starts.push(at as u32);
            }
        }
        starts.push(list.len() as u32);
        Events { list, starts }
    }

    /// The segment of every step from `-left` to `right`.
    pub fn segment_of_steps(&self, (left, right): (u32, u32)) -> Vec<u16> {
        let mut segments = vec![0; (left + right) as usize + 1];
        let mut start = 0;
        for segment in 0..self.segments() {
            let next = self.starts[segment as usize + 1] as usize;
            let end = match self.list.get(next) {
                Some(event) if segment + 1 < self.segments() => event.step,
                _ => right as i32 + 1,
            };
            let end = (end + left as i32) as usize;
            // Four at a time: most of a small house's sweep is the writing of its answer.
            let (fours, rest) = segments[start..end].as_chunks_mut::<4>();
            fours.fill([segment as u16; 4]);
            rest.fill(segment as u16);
            start = end;
        }
        segments
    }

    /// How many segments there are, at least one.
    pub fn segments(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// Places in the list of the events a segment begins with.
    pub fn range(&self, segment: u32) -> Range<usize> {
        self.starts[segment as usize] as usize..self.starts[segment as usize + 1] as usize
    }

    /// The events a segment begins with.
    pub fn at(&self, segment: u32) -> &[Event] {
        &self.list[self.range(segment)]
    }

    /// The segment of no swing.
    pub fn segment_of_zero(&self) -> u32 {
        let until = self.until_zero().len() as u32;
        self.starts[1..].partition_point(|&start| start < until) as u32
    }

    /// The events at or left of no swing.
    pub fn until_zero(&self) -> &[Event] {
        &self.list[..self.list.partition_point(|event| event.step <= 0)]
    }
}

/// Puts what is known by its step into `sorted` by a digit of it below [`DIGITS`]; the same digit, the same order as before.
fn by_digit(list: &[(u32, u32)], sorted: &mut [(u32, u32)], digit: impl Fn(u32) -> u32) {
    let mut places = [0_u32; DIGITS];
    for &(step, _) in list {
        places[digit(step) as usize] += 1;
    }
    let mut next = 0;
    for place in &mut places {
        next += core::mem::replace(place, next);
    }
    for &one in list {
        let place = &mut places[digit(one.0) as usize];
        sorted[*place as usize] = one;
        *place += 1;
    }
}
