//! The steps at which constituencies change hands, in order.

use super::contest::Turns;
use crate::prelude::*;

/// A constituency changes its holder. Candidates are indexes, [`NOBODY`](super::contest::NOBODY) where votes are level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// The first step of the new holder, counted from the left.
    pub step: i32,
    /// Index of the constituency.
    pub constituency: u32,
    /// Who holds it at the step before.
    pub before: u32,
    /// Who holds it from this step on.
    pub after: u32,
}

/// All events by step, then constituency.
#[derive(Debug, Clone, Default)]
pub struct Events {
    list: Vec<Event>,
    /// Where each segment begins in the list: one more than there are segments; the first segment has no events.
    starts: Vec<u32>,
}

impl Events {
    /// Notes the turns of a constituency outward from `base`.
    pub fn note(
        list: &mut Vec<Event>,
        constituency: usize,
        base: u32,
        left: &Turns,
        right: &Turns,
    ) {
        let constituency = constituency as u32;
        let mut inner = base;
        for &(step, after) in right {
            list.push(Event {
                step: step as i32,
                constituency,
                before: inner,
                after,
            });
            inner = after;
        }
        inner = base;
        for &(step, outer) in left {
            list.push(Event {
                step: 1 - step as i32,
                constituency,
                before: outer,
                after: inner,
            });
            inner = outer;
        }
    }

    /// Sorts events of steps above `-left` up to `right`; those of one step stay in the order of constituencies.
    pub fn sorted(list: &[Event], (left, right): (u32, u32)) -> Events {
        let place = |event: &Event| (event.step + left as i32) as usize;
        let mut starts = vec![0_u32; (left + right) as usize + 2];
        for event in list {
            starts[place(event) + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let segments = starts.windows(2).filter(|pair| pair[0] < pair[1]).count();
        let mut ends = Vec::with_capacity(segments + 2);
        ends.extend([0, 0]);
        ends.extend(
            starts
                .windows(2)
                .filter(|pair| pair[0] < pair[1])
                .map(|pair| pair[1]),
        );
        let nothing = Event {
            step: 0,
            constituency: 0,
            before: 0,
            after: 0,
        };
        let mut ordered = vec![nothing; list.len()];
        for event in list {
            let at = &mut starts[place(event)];
            ordered[*at as usize] = *event;
            *at += 1;
        }
        Events {
            list: ordered,
            starts: ends,
        }
    }

    /// All events.
    pub fn all(&self) -> &[Event] {
        &self.list
    }

    /// How many segments there are, at least one.
    pub fn segments(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// The segment of every step from `-left` to `right`.
    pub fn segment_of_steps(&self, (left, right): (u32, u32)) -> Vec<u16> {
        let mut segments = Vec::with_capacity((left + right) as usize + 1);
        for segment in 0..self.segments() {
            let next = self.starts[segment as usize + 1] as usize;
            let end = match self.list.get(next) {
                Some(event) if segment + 1 < self.segments() => event.step,
                _ => right as i32 + 1,
            };
            segments.resize((end + left as i32) as usize, segment as u16);
        }
        segments
    }

    /// The events a segment begins with.
    pub fn at(&self, segment: u32) -> &[Event] {
        let range = self.starts[segment as usize]..self.starts[segment as usize + 1];
        &self.list[range.start as usize..range.end as usize]
    }

    /// The events at or left of no swing.
    pub fn until_zero(&self) -> &[Event] {
        &self.list[..self.list.partition_point(|event| event.step <= 0)]
    }
}
