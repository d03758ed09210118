//! The steps at which constituencies change hands, in order.

use super::thresholds::NOBODY;
use crate::election::{Election, NONE};
use std::ops::Range;

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

    /// A candidate with the row that `row` knows.
    pub fn of(election: &Election, candidate: u32, row: impl FnOnce() -> u16) -> Holder {
        if candidate == NOBODY {
            return Holder::NOBODY;
        }
        Holder {
            candidate,
            serial: election.candidates[candidate as usize].serial,
            row: row(),
        }
    }
}

/// All events by step, then constituency.
#[derive(Debug, Clone, Default)]
pub struct Events {
    /// The events.
    pub list: Vec<Event>,
    /// Where each segment begins in the list: one more than there are segments; the first segment
    /// has no events.
    starts: Vec<u32>,
}

impl Events {
    /// Sorts events of steps above `-left` up to `right`; those of one step stay in the order of
    /// constituencies.
    pub fn sorted(mut list: Vec<Event>, (left, right): (u32, u32)) -> Events {
        // Steps are small numbers: the lower half of their digits, then the upper one, each in one
        // go.
        let half = (u32::BITS - (left + right).leading_zeros()).div_ceil(2);
        let mut spare = list.clone();
        for shift in [0, half] {
            by_digit(&list, &mut spare, 1 << half, |event| {
                ((event.step + left as i32) >> shift) as usize & ((1 << half) - 1)
            });
            std::mem::swap(&mut list, &mut spare);
        }
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

    /// The first step of every segment, that of the first one being `-left`.
    pub fn first_steps(&self, left: u32) -> Vec<i16> {
        let mut steps = Vec::with_capacity(self.segments() as usize);
        steps.push(-(left as i32) as i16);
        let later = &self.starts[1..self.segments() as usize];
        steps.extend(later.iter().map(|&at| self.list[at as usize].step as i16));
        steps
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

/// Puts `list` into `sorted` by a digit below `base`, events of the same one in their order.
fn by_digit(list: &[Event], sorted: &mut [Event], base: usize, digit: impl Fn(&Event) -> usize) {
    let mut places = vec![0_u32; base];
    for event in list {
        places[digit(event)] += 1;
    }
    let mut next = 0;
    for place in &mut places {
        next += std::mem::replace(place, next);
    }
    for event in list {
        let place = &mut places[digit(event)];
        sorted[*place as usize] = *event;
        *place += 1;
    }
}
