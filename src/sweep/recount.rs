//! Segments recounted one by one: where members cross, resign or are absent, seats cannot simply be
//! added up.

use super::baseline::Baseline;
use super::events::{Event, Events};
use super::segments::{Leaders, Segments};
use super::thresholds::NOBODY;
use crate::election::member::Member;
use crate::election::{Election, NONE};
use crate::majority::{Strength, mark, standing};
use crate::outcome::alliances::{Group, Groups};
use crate::outcome::row::Key;
use crate::outcome::seats::Seats;
use crate::status::Status;

/// A recount at some segment.
#[derive(Debug, Clone, Default)]
pub struct Recount {
    seats: Seats,
    next: u32,
    /// Seats by row, segment after segment, each with as many rows as were known by then, and where
    /// each ends.
    counted: Vec<u32>,
    ends: Vec<usize>,
    /// What was counted so far, but for the seats.
    tally: Segments,
}

impl Recount {
    /// A recount before the first segment, and the rows of the holders at no swing.
    pub fn new(election: &Election, baseline: &Baseline, events: &Events) -> (Recount, Vec<u16>) {
        let mut recount = Recount {
            seats: baseline.seats(election),
            ..Recount::default()
        };
        let (groups, _) = baseline.after.house(election, &recount.seats);
        let base = (0..election.constituencies.len())
            .map(|i| {
                let (holder, _) = baseline.base(election, i);
                recount.row(election, &groups, holder, i)
            })
            .collect();
        for event in events.until_zero().iter().rev() {
            recount.seat(election, event, event.before.candidate);
        }
        (recount, base)
    }

    /// Counts the next segment and notes the rows of its events; answers whether that was the last.
    pub fn step(&mut self, election: &Election, baseline: &Baseline, events: &mut Events) -> bool {
        let segment = self.next;
        if segment == events.segments() {
            return true;
        }
        let changes = events.range(segment);
        if !changes.is_empty() {
            let (groups, _) = baseline.after.house(election, &self.seats);
            for event in &mut events.list[changes.clone()] {
                let (holder, seat) = (event.before.candidate, event.constituency as usize);
                event.before.row = self.row(election, &groups, holder, seat);
                self.seat(election, event, event.after.candidate);
            }
        }
        let (groups, house) = baseline.after.house(election, &self.seats);
        for event in &mut events.list[changes] {
            let (holder, seat) = (event.after.candidate, event.constituency as usize);
            event.after.row = self.row(election, &groups, holder, seat);
        }
        for group in &groups.groups {
            if !matches!(group, Group::Alone(_)) {
                self.row_of(group);
            }
        }
        let mut seats = Vec::new();
        for partner in house.partners.iter().filter(|partner| partner.seats() > 0) {
            if let Some(group) = partner.group {
                let row = self.row_of(&groups.groups[group as usize]);
                seats.resize(self.tally.keys.len(), 0);
                seats[row as usize] += partner.seats();
            }
        }
        seats.resize(self.tally.keys.len(), 0);
        let count = |status: Status| {
            let results = self.seats.results.iter();
            results.filter(|result| result.status == status).count() as u32
        };
        let tied = count(Status::Tied);
        let mark = mark(house.base(election, house.base));
        self.tally.tied.push(tied);
        self.tally.marks.push(mark);
        let strengths = house.strengths(groups.groups.len());
        let (kind, most) = standing(&strengths, tied + count(Status::Awaited), mark);
        let results = self.seats.results.iter().enumerate();
        let moved = results.filter(|(i, result)| {
            result.holder != election.constituencies[*i].holder
                && !baseline.awarded(*i)
                && !house.vacated.contains(i)
        });
        let moved = moved.count() as u32;
        self.tally.note(most, mark, moved);
        let leaders = self.leaders(&groups, &strengths, most);
        self.tally.judge(segment, kind, leaders, most);
        self.counted.extend(seats);
        self.ends.push(self.counted.len());
        self.next += 1;
        self.next == events.segments()
    }

    /// Who has `most` members.
    fn leaders(&mut self, groups: &Groups, strengths: &[Strength], most: u32) -> Leaders {
        let mut leaders = Leaders::default();
        let level = groups.groups.iter().zip(strengths);
        for (group, _) in level.filter(|(_, strength)| most > 0 && strength.seats() == most) {
            match *group {
                Group::Alone(Member::Single(seat)) => leaders.alone.push(seat),
                _ => leaders.rows.push(self.row_of(group)),
            }
        }
        leaders.rows.sort_unstable();
        leaders
    }

    /// Whether the verdict has changed.
    pub fn changed(&self) -> bool {
        self.tally.verdicts.len() > 1
    }

    /// All that was counted.
    pub fn tally(&mut self) -> Segments {
        let mut tally = std::mem::take(&mut self.tally);
        let segments = self.ends.len();
        tally.seats.resize(tally.keys.len() * segments, 0);
        let mut start = 0;
        for (segment, &end) in self.ends.iter().enumerate() {
            for (row, &seats) in self.counted[start..end].iter().enumerate() {
                tally.seats[row * segments + segment] = seats;
            }
            start = end;
        }
        tally
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

    /// The row of a group, a new one where it has none yet.
    fn row_of(&mut self, group: &Group) -> u16 {
        let (key, rows) = (Key::of(group), &mut self.tally.keys);
        let known = rows.iter().position(|row| *row == key);
        known.unwrap_or_else(|| {
            rows.push(key);
            rows.len() - 1
        }) as u16
    }

    fn row(&mut self, election: &Election, groups: &Groups, holder: u32, seat: usize) -> u16 {
        if holder == NOBODY {
            return NONE;
        }
        let group = groups.of_candidate(election, holder, seat);
        group.map_or(NONE, |group| self.row_of(&groups.groups[group as usize]))
    }
}
