//! Segments counted one by one, where members cross, resign or stay away and seats cannot simply be added up.

use super::contest::NOBODY;
use super::events::{Event, Events};
use super::field::Field;
use super::tally::Tally;
use crate::analysis::rows::Key;
use crate::election::{Election, NONE};
use crate::majority::{mark, standing};
use crate::outcome::groups::Groups;
use crate::outcome::seats::Seats;
use crate::prelude::*;
use crate::status::Status;

/// A replay at some segment.
#[derive(Debug, Clone, Default)]
pub struct Replay {
    seats: Seats,
    next: u32,
    /// What was counted so far.
    pub tally: Tally,
    /// For each event, the rows of the holder before and after, in the order of events.
    pub rows: Vec<(u16, u16)>,
    /// The row of each holder at no swing.
    pub base: Vec<u16>,
}

impl Replay {
    /// A replay before the first segment.
    pub fn new(election: &Election, field: &Field, events: &Events) -> Replay {
        let mut replay = Replay {
            seats: field.seats(election),
            next: 0,
            tally: Tally::default(),
            rows: Vec::with_capacity(events.all().len()),
            base: Vec::new(),
        };
        let (groups, _) = field.after.house(election, &replay.seats);
        let keys = replay.keys(&groups);
        replay.base = (0..election.constituencies.len())
            .map(|i| {
                let (holder, _) = field.base(election, i);
                row(election, &groups, &keys, holder, i)
            })
            .collect();
        for event in events.until_zero().iter().rev() {
            replay.seat(election, event, event.before);
        }
        replay
    }

    /// Counts the next segment; answers whether that was the last.
    pub fn step(&mut self, election: &Election, field: &Field, events: &Events) -> bool {
        let segment = self.next;
        if segment == events.segments() {
            return true;
        }
        let changes = events.at(segment);
        if segment > 0 {
            let (groups, _) = field.after.house(election, &self.seats);
            let keys = self.keys(&groups);
            for event in changes {
                let before = row(
                    election,
                    &groups,
                    &keys,
                    event.before,
                    event.constituency as usize,
                );
                self.rows.push((before, NONE));
            }
        }
        for event in changes {
            self.seat(election, event, event.after);
        }
        let (groups, house) = field.after.house(election, &self.seats);
        let keys = self.keys(&groups);
        let first = self.rows.len() - changes.len();
        for (k, event) in changes.iter().enumerate() {
            let after = row(
                election,
                &groups,
                &keys,
                event.after,
                event.constituency as usize,
            );
            self.rows[first + k].1 = after;
        }
        let mut seats = vec![0; self.tally.keys.len()];
        for partner in &house.partners {
            if let Some(group) = partner.group {
                seats[keys[group as usize] as usize] += partner.seats();
            }
        }
        self.tally.seats.extend(seats);
        let count = |status: Status| {
            let results = self.seats.results.iter();
            results.filter(|result| result.status == status).count() as u32
        };
        let tied = count(Status::Tied);
        let mark = mark(house.base(election, house.base));
        self.tally.end(tied, mark);
        let strengths = house.strengths(groups.groups.len());
        let (kind, most) = standing(&strengths, tied + count(Status::Awaited), mark);
        let mut leaders: Vec<u16> = (0..strengths.len())
            .filter(|&group| most > 0 && strengths[group].seats() == most)
            .map(|group| keys[group])
            .collect();
        leaders.sort_unstable();
        leaders.dedup();
        self.tally.judge(segment, kind, leaders.iter().copied());
        self.next += 1;
        self.next == events.segments()
    }

    fn seat(&mut self, election: &Election, event: &Event, holder: u32) {
        let i = event.constituency as usize;
        let result = &mut self.seats.results[i];
        let leading = election.constituencies[i].status == Status::Leading;
        (result.holder, result.status) = match holder {
            NOBODY => (None, Status::Tied),
            holder if leading => (Some(holder), Status::Leading),
            holder => (Some(holder), Status::Declared),
        };
    }

    /// The row of each group, new rows added.
    fn keys(&mut self, groups: &Groups) -> Vec<u16> {
        let rows = &mut self.tally.keys;
        let keys = Key::all(groups).into_iter();
        keys.map(|key| {
            let known = rows.iter().position(|row| *row == key);
            known.unwrap_or_else(|| {
                rows.push(key);
                rows.len() - 1
            }) as u16
        })
        .collect()
    }
}

fn row(election: &Election, groups: &Groups, keys: &[u16], holder: u32, seat: usize) -> u16 {
    if holder == NOBODY {
        return NONE;
    }
    let group = groups.of_candidate(election, holder, seat);
    group.map_or(NONE, |group| keys[group as usize])
}
