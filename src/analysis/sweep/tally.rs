//! Seats and verdict of every segment: the steps between two at which a constituency changes its holder.

use super::contest::NOBODY;
use super::events::{Event, Events};
use super::field::Field;
use crate::analysis::rows::Key;
use crate::election::{Election, NONE};
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

/// Rows of candidates where every seat counts for the party of its holder.
#[derive(Debug, Clone)]
pub struct Rows {
    of_party: Vec<u16>,
    party_alliance: Vec<u16>,
    independents: u16,
    /// The rows; the last is that of members who sit alone.
    pub keys: Vec<Key>,
}

impl Rows {
    /// The rows of these groups of parties.
    pub fn of(election: &Election, groups: &Groups) -> Rows {
        let mut keys = Key::all(groups);
        keys.push(Key::Independents);
        let parties = 0..election.independent();
        Rows {
            of_party: parties
                .map(|party| groups.of_node(Node::Party(party)).unwrap_or(NONE))
                .collect(),
            party_alliance: election.party_alliance.clone(),
            independents: keys.len() as u16 - 1,
            keys,
        }
    }

    /// The row of a candidate; [`NONE`] for [`NOBODY`].
    pub fn row(&self, election: &Election, candidate: u32) -> u16 {
        if candidate == NOBODY {
            return NONE;
        }
        let line = &election.candidates[candidate as usize];
        match self.of_party.get(line.party as usize) {
            Some(&row) if line.alliance == self.party_alliance[line.party as usize] => row,
            _ if line.alliance != NONE => line.alliance,
            _ => self.independents,
        }
    }
}

/// Counts the segments by adding and taking away the seats that flip. With `first_change` it stops at the first verdict after
/// that of the first segment.
pub fn tally(
    election: &Election,
    field: &Field,
    rows: &Rows,
    events: &Events,
    first_change: bool,
) -> Tally {
    let mut counts = Counts {
        strengths: vec![Strength::default(); rows.keys.len()],
        tied: 0,
        rows,
        election,
        clipped: Vec::with_capacity(rows.keys.len()),
    };
    let mut awaited = 0;
    for i in 0..election.constituencies.len() {
        let (holder, status) = field.base(election, i);
        awaited += u32::from(status == Status::Awaited);
        if status.has_holder() {
            let own = if status == Status::Leading { 1 } else { 0 };
            counts.add(holder, own == 1, 1);
        } else if status == Status::Tied {
            counts.tied += 1;
        }
    }
    for event in events.until_zero() {
        counts.apply(election, event, true);
    }
    let mark = mark(election.constituencies.len() as u32);
    let mut tally = Tally {
        keys: rows.keys.clone(),
        ..Tally::default()
    };
    for segment in 0..events.segments() {
        for event in events.at(segment) {
            counts.apply(election, event, false);
        }
        let open = awaited + counts.tied;
        let seats = counts.strengths.iter().map(|strength| strength.seats());
        tally.seats.extend(seats);
        tally.end(counts.tied, mark);
        counts.judge(segment, open, mark, &mut tally);
        if first_change && tally.verdicts.len() > 1 {
            break;
        }
    }
    tally
}

struct Counts<'a> {
    strengths: Vec<Strength>,
    tied: u32,
    rows: &'a Rows,
    election: &'a Election,
    clipped: Vec<Strength>,
}

impl Counts<'_> {
    fn add(&mut self, holder: u32, leading: bool, seats: i32) {
        match self.rows.row(self.election, holder) {
            NONE => self.tied = self.tied.wrapping_add_signed(seats),
            row => {
                let strength = &mut self.strengths[row as usize];
                let of = if leading {
                    &mut strength.leading
                } else {
                    &mut strength.won
                };
                *of = of.wrapping_add_signed(seats);
            }
        }
    }

    fn apply(&mut self, election: &Election, event: &Event, back: bool) {
        let constituency = &election.constituencies[event.constituency as usize];
        let leading = constituency.status == Status::Leading;
        let way = if back { -1 } else { 1 };
        self.add(event.before, leading, -way);
        self.add(event.after, leading, way);
    }

    fn judge(&mut self, segment: u32, open: u32, mark: u32, tally: &mut Tally) {
        self.clipped.clone_from(&self.strengths);
        // Members who sit alone have one seat each, however many they are.
        if let Some(alone) = self.clipped.last_mut() {
            let won = alone.won.min(1);
            let leading = alone.leading.min(1 - won);
            *alone = Strength { won, leading };
        }
        let (kind, most) = standing(&self.clipped, open, mark);
        let rows = 0..self.clipped.len();
        let leaders = rows.filter(|&row| most > 0 && self.clipped[row].seats() == most);
        tally.judge(segment, kind, leaders.map(|row| row as u16));
    }
}
