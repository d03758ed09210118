//! Seats and verdict of every segment: the steps between two at which a constituency changes its holder.

use super::events::{Event, Events, Holder};
use crate::analysis::rows::Key;
use crate::election::{Candidate, Election, NONE};
use crate::majority::{Strength, VerdictKind, mark, standing};
use crate::outcome::groups::{Groups, Node};
use crate::prelude::*;
use crate::status::Status;

/// A verdict and the segment it begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// First segment.
    pub segment: u32,
    /// What the house says of a majority.
    pub kind: VerdictKind,
    /// Rows of the largest, rising.
    pub leaders: Vec<u16>,
}

/// What is counted of each segment.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// The rows, in any order.
    pub keys: Vec<Key>,
    /// Seats by row, segment after segment; each has as many rows as were known by then.
    pub seats: Vec<u32>,
    /// Where each segment ends in `seats`.
    pub ends: Vec<u32>,
    /// Constituencies of equal votes at the top.
    pub tied: Vec<u32>,
    /// Majority mark.
    pub marks: Vec<u32>,
    /// Each verdict that differs from the one before.
    pub verdicts: Vec<Verdict>,
}

impl Tally {
    /// Ends the seats of a segment.
    pub fn end(&mut self, tied: u32, mark: u32) {
        self.ends.push(self.seats.len() as u32);
        self.tied.push(tied);
        self.marks.push(mark);
    }

    /// Seats of a segment by row.
    pub fn seats_at(&self, segment: usize) -> &[u32] {
        let start = if segment == 0 {
            0
        } else {
            self.ends[segment - 1]
        };
        &self.seats[start as usize..self.ends[segment] as usize]
    }

    /// Notes the verdict of the segment at hand where it is a new one. `leaders` is in rising order.
    pub fn judge(
        &mut self,
        segment: u32,
        kind: VerdictKind,
        leaders: impl Iterator<Item = u16> + Clone,
    ) {
        let same = self.verdicts.last().is_some_and(|last| {
            last.kind == kind && last.leaders.iter().copied().eq(leaders.clone())
        });
        if !same {
            self.verdicts.push(Verdict {
                segment,
                kind,
                leaders: leaders.collect(),
            });
        }
    }
}

/// Rows where every seat counts for the party of its holder. A row is known from its first seat on.
#[derive(Debug, Clone)]
struct Rows {
    /// Group and declared alliance of each party.
    parties: Vec<(u16, u16)>,
    /// Group of members who sit alone.
    alone: u16,
    row_of_group: Vec<u16>,
    keys_of_groups: Vec<Key>,
    keys: Vec<Key>,
}

impl Rows {
    fn of(election: &Election, groups: &Groups) -> Rows {
        let mut keys_of_groups = Key::all(groups);
        let alone = keys_of_groups.len() as u16;
        keys_of_groups.push(Key::Independents);
        let parties = 0..election.independent();
        let mut rows = Rows {
            parties: parties
                .map(|party| {
                    let group = groups.of_node(Node::Party(party)).unwrap_or(alone);
                    (group, election.party_alliance[party as usize])
                })
                .chain([(alone, NONE)])
                .collect(),
            alone,
            row_of_group: vec![NONE; keys_of_groups.len()],
            keys: Vec::new(),
            keys_of_groups,
        };
        for group in 0..alone {
            let key = &rows.keys_of_groups[group as usize];
            if matches!(key, Key::Alliance(_) | Key::Together(_)) {
                rows.row_of_group(group);
            }
        }
        rows
    }

    fn row(&mut self, line: &Candidate) -> u16 {
        let (group, alliance) = self.parties[line.party as usize];
        if line.alliance == alliance {
            self.row_of_group(group)
        } else if line.alliance == NONE {
            self.row_of_group(self.alone)
        } else {
            self.row_of_group(line.alliance)
        }
    }

    fn row_of_group(&mut self, group: u16) -> u16 {
        let row = &mut self.row_of_group[group as usize];
        if *row == NONE {
            *row = self.keys.len() as u16;
            self.keys.push(self.keys_of_groups[group as usize].clone());
        }
        *row
    }
}

/// Counts the seats of one segment by adding and taking away those that flip.
#[derive(Debug, Clone)]
pub struct Counter {
    rows: Rows,
    strengths: Vec<Strength>,
    tied: u32,
    awaited: u32,
    clipped: Vec<Strength>,
}

impl Counter {
    /// A counter of an empty house of these groups.
    pub fn of(election: &Election, groups: &Groups) -> Counter {
        Counter {
            rows: Rows::of(election, groups),
            strengths: Vec::new(),
            tied: 0,
            awaited: 0,
            clipped: Vec::new(),
        }
    }

    /// A candidate as a holder.
    pub fn holder(&mut self, election: &Election, candidate: u32) -> Holder {
        let holder = Holder::of(election, candidate, |line| self.rows.row(line));
        let rows = self.rows.keys.len();
        if self.strengths.len() < rows {
            self.strengths.resize(rows, Strength::default());
        }
        holder
    }

    /// Seats a constituency as it is without the swing.
    pub fn seat(&mut self, holder: Holder, status: Status) {
        self.awaited += u32::from(status == Status::Awaited);
        if status.has_holder() {
            self.add(holder, status == Status::Leading, 1);
        } else if status == Status::Tied {
            self.tied += 1;
        }
    }

    fn add(&mut self, holder: Holder, leading: bool, seats: i32) {
        match self.strengths.get_mut(holder.row as usize) {
            None => self.tied = self.tied.wrapping_add_signed(seats),
            Some(strength) => {
                let of = if leading {
                    &mut strength.leading
                } else {
                    &mut strength.won
                };
                *of = of.wrapping_add_signed(seats);
            }
        }
    }

    fn apply(&mut self, election: &Election, event: &Event, way: i32) {
        let constituency = &election.constituencies[event.constituency as usize];
        let leading = constituency.status == Status::Leading;
        self.add(event.before, leading, -way);
        self.add(event.after, leading, way);
    }

    /// Counts every segment. With `first_change` it stops at the first verdict after that of the first segment.
    pub fn tally(mut self, election: &Election, events: &Events, first_change: bool) -> Tally {
        for event in events.until_zero() {
            self.apply(election, event, -1);
        }
        let mark = mark(election.constituencies.len() as u32);
        let segments = if first_change {
            0
        } else {
            events.segments() as usize
        };
        let mut tally = Tally {
            seats: Vec::with_capacity(segments * self.strengths.len()),
            ends: Vec::with_capacity(segments),
            tied: Vec::with_capacity(segments),
            marks: Vec::with_capacity(segments),
            ..Tally::default()
        };
        for segment in 0..events.segments() {
            for event in events.at(segment) {
                self.apply(election, event, 1);
            }
            let seats = self.strengths.iter().map(|strength| strength.seats());
            tally.seats.extend(seats);
            tally.end(self.tied, mark);
            self.judge(segment, mark, &mut tally);
            if first_change && tally.verdicts.len() > 1 {
                break;
            }
        }
        tally.keys = self.rows.keys;
        tally
    }

    fn judge(&mut self, segment: u32, mark: u32, tally: &mut Tally) {
        self.clipped.clone_from(&self.strengths);
        // Members who sit alone have one seat each, however many they are.
        let alone = self.rows.row_of_group[self.rows.alone as usize];
        if let Some(alone) = self.clipped.get_mut(alone as usize) {
            let won = alone.won.min(1);
            let leading = alone.leading.min(1 - won);
            *alone = Strength { won, leading };
        }
        let (kind, most) = standing(&self.clipped, self.awaited + self.tied, mark);
        let rows = 0..self.clipped.len();
        let leaders = rows.filter(|&row| most > 0 && self.clipped[row].seats() == most);
        tally.judge(segment, kind, leaders.map(|row| row as u16));
    }
}
