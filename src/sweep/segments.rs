//! Seats and verdict of every segment, a run of steps at which no constituency changes its holder.

use super::events::{Event, Events, Holder};
use super::thresholds::NOBODY;
use crate::election::member::Member;
use crate::election::{Candidate, Constituency, Election, NONE};
use crate::majority::{Strength, VerdictKind, mark, standing};
use crate::outcome::alliances::Groups;
use crate::outcome::row::Key;
use crate::status::Status;
use std::collections::BTreeSet;
use std::slice::IterMut;

/// A verdict and the segment it begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// First segment.
    pub segment: u32,
    /// What the house says of a majority.
    pub kind: VerdictKind,
    /// The largest.
    pub leaders: Leaders,
    /// Seats of each of them in the first of its segments, and in the last: members who vote where
    /// that is the base in use.
    pub most: (u32, u32),
}

/// Who is level at the top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leaders {
    /// Rows, rising, without that of the members who sit alone.
    pub rows: Vec<u16>,
    /// Of those the ones who lead, each on its own: their constituencies, rising.
    pub alone: Vec<u32>,
}

/// What is counted of each segment.
#[derive(Debug, Clone, Default)]
pub struct Segments {
    /// The rows, in any order.
    pub keys: Vec<Key>,
    /// Seats, row after row: that of row `r` in segment `s` is at `r * segments + s`. Empty where
    /// only the first change of the verdict is wanted.
    pub seats: Vec<u32>,
    /// Constituencies of equal votes at the top.
    pub tied: Vec<u32>,
    /// Majority mark.
    pub marks: Vec<u32>,
    /// Seats of the largest above the mark; below it where negative.
    pub surplus: Vec<i32>,
    /// Constituencies votes decide otherwise than declared.
    pub moved: Vec<u32>,
    /// Each verdict that differs from the one before.
    pub verdicts: Vec<Verdict>,
}

impl Segments {
    /// Notes how far from the mark the largest is in the segment at hand, and how many
    /// constituencies votes decide otherwise.
    pub fn note(&mut self, most: u32, mark: u32, moved: u32) {
        self.surplus.push(most as i32 - mark as i32);
        self.moved.push(moved);
    }

    /// Notes the verdict of the segment at hand, a new one where it differs. `most` is the seats of
    /// each of the leaders.
    pub fn judge(&mut self, segment: u32, kind: VerdictKind, leaders: Leaders, most: u32) {
        if let Some(last) = self.verdicts.last_mut()
            && last.kind == kind
            && last.leaders == leaders
        {
            last.most.1 = most;
            return;
        }
        self.verdicts.push(Verdict {
            segment,
            kind,
            leaders,
            most: (most, most),
        });
    }
}

/// Rows where every seat counts for the party of its holder. A row is known from its first seat on.
#[derive(Debug, Clone)]
struct Rows {
    /// Who is counted with whom, where anybody is not as declared.
    groups: Option<Groups>,
    /// Row of each label of the election's lines, [`NONE`] where it is not known yet.
    of_label: Vec<u16>,
    keys: Vec<Key>,
    /// Row of the members who sit alone, likewise.
    alone: u16,
}

impl Rows {
    fn of(election: &Election, groups: Option<Groups>) -> Rows {
        let several = |key: &Key| matches!(key, Key::Alliance(_) | Key::Together(_));
        Rows {
            of_label: vec![NONE; election.lines.labels.len()],
            keys: match &groups {
                Some(groups) => Key::all(groups).into_iter().filter(several).collect(),
                None => (0..election.alliances.len() as u16)
                    .map(Key::Alliance)
                    .collect(),
            },
            alone: NONE,
            groups,
        }
    }

    /// The row of a label whose row is not known yet.
    fn find(&mut self, election: &Election, label: u32) -> u16 {
        let key = self.key(election, label);
        let known = self.keys.iter().position(|known| *known == key);
        let row = known.unwrap_or(self.keys.len()) as u16;
        if key == Key::Independents {
            self.alone = row;
        }
        if known.is_none() {
            self.keys.push(key);
        }
        self.of_label[label as usize] = row;
        row
    }

    fn key(&self, election: &Election, label: u32) -> Key {
        let Candidate {
            party, alliance, ..
        } = election.lines.labels[label as usize];
        let alone = party == election.independent();
        let placed = alone || alliance != election.party_alliance[party as usize];
        match (&self.groups, alliance) {
            (Some(groups), _) if !placed => {
                let group = groups.of_member(Member::Party(party));
                group.map_or(Key::Independents, |group| {
                    Key::of(&groups.groups[group as usize])
                })
            }
            (_, NONE) if placed => Key::Independents,
            (_, NONE) => Key::Party(party),
            (_, alliance) => Key::Alliance(alliance),
        }
    }
}

/// Counts the seats of one segment by adding and taking away those that flip.
#[derive(Debug, Clone)]
pub struct Counter {
    rows: Rows,
    strengths: Vec<Strength>,
    /// Constituencies whose member sits alone.
    alone: BTreeSet<u32>,
    tied: u32,
    awaited: u32,
    /// Constituencies votes decide otherwise than declared.
    moved: u32,
    /// Whether anywhere the count still goes on.
    leading: bool,
}

impl Counter {
    /// A counter of an empty house of these groups, or of the declared ones.
    pub fn of(election: &Election, groups: Option<Groups>) -> Counter {
        let rows = Rows::of(election, groups);
        Counter {
            strengths: vec![Strength::default(); rows.keys.len()],
            rows,
            alone: BTreeSet::new(),
            tied: 0,
            awaited: 0,
            moved: 0,
            leading: election.constituencies.iter().any(counting),
        }
    }

    /// A candidate as a holder.
    pub fn holder(&mut self, election: &Election, candidate: u32) -> Holder {
        Holder::of(election, candidate, || {
            let label = election.lines.of[candidate as usize];
            match self.rows.of_label[label as usize] {
                NONE => self.find(election, label),
                row => row,
            }
        })
    }

    #[inline(never)]
    fn find(&mut self, election: &Election, label: u32) -> u16 {
        let row = self.rows.find(election, label);
        let rows = self.rows.keys.len();
        self.strengths.resize(rows, Strength::default());
        row
    }

    /// Seats constituency `i` as it is without the swing; `moved` where votes give it to another
    /// than the declared holder.
    pub fn seat(&mut self, i: u32, holder: Holder, status: Status, moved: bool) {
        self.moved += u32::from(moved);
        self.awaited += u32::from(status == Status::Awaited);
        if status.has_holder() {
            self.add(i, holder, status == Status::Leading, 1);
        } else if status == Status::Tied {
            self.tied += 1;
        }
    }

    /// Adds a seat to its holder, or takes it away: `seats` is 1 or -1.
    fn add(&mut self, i: u32, holder: Holder, leading: bool, seats: i32) {
        if holder.row == self.rows.alone && holder.row != NONE {
            if seats > 0 {
                self.alone.insert(i);
            } else {
                self.alone.remove(&i);
            }
        }
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
        let leading = self.leading && counting(constituency);
        self.add(event.constituency, event.before, leading, -way);
        self.add(event.constituency, event.after, leading, way);
        let declared = constituency.holder.unwrap_or(NOBODY);
        let moved = |holder: Holder| i32::from(holder.candidate != declared);
        let more = moved(event.after) - moved(event.before);
        self.moved = self.moved.wrapping_add_signed(way * more);
    }

    /// Counts every segment. With `first_change` it stops at the first verdict after that of the
    /// first segment, and keeps no seats.
    pub fn tally(mut self, election: &Election, events: &Events, first_change: bool) -> Segments {
        for event in events.until_zero() {
            self.apply(election, event, -1);
        }
        let mark = mark(election.constituencies.len() as u32);
        let segments = events.segments() as usize;
        let moving = self.moving(events);
        let mut seats = Vec::new();
        if !first_change {
            seats.reserve_exact(segments * self.strengths.len());
            for (row, strength) in self.strengths.iter().enumerate() {
                seats.resize((row + 1) * segments, strength.seats());
            }
        }
        // Those of the rows that move are written segment by segment.
        let mut columns: Vec<(usize, IterMut<u32>)> = seats
            .chunks_exact_mut(segments)
            .enumerate()
            .filter(|(row, _)| moving[*row])
            .map(|(row, column)| (row, column.iter_mut()))
            .collect();
        let watched = self.watched(&moving);
        let mut strengths = Vec::with_capacity(watched.len());
        let mut tally = Segments::default();
        if !first_change {
            tally.tied.reserve_exact(segments);
            tally.surplus.reserve_exact(segments);
            tally.moved.reserve_exact(segments);
            tally.marks.resize(segments, mark);
        }
        for segment in 0..segments {
            for event in events.at(segment as u32) {
                self.apply(election, event, 1);
            }
            if !first_change {
                tally.tied.push(self.tied);
            }
            for (row, column) in &mut columns {
                if let Some(seats) = column.next() {
                    *seats = self.strengths[*row].seats();
                }
            }
            // Nobody is level with who has the mark, and most segments keep the verdict before.
            if let Some(last) = tally.verdicts.last_mut()
                && last.kind == VerdictKind::Majority
                && let [row] = last.leaders.rows[..]
                && self.strength(row).won >= mark
            {
                last.most.1 = self.strengths[row as usize].seats();
                if !first_change {
                    tally.note(self.strength(row).seats(), mark, self.moved);
                }
                continue;
            }
            strengths.clear();
            strengths.extend(watched.iter().map(|&row| self.strength(row)));
            let (kind, most) = standing(&strengths, self.awaited + self.tied, mark);
            if !first_change {
                tally.note(most, mark, self.moved);
            }
            let watched = watched.iter().zip(&strengths);
            let leaders = watched.filter(|(_, strength)| most > 0 && strength.seats() == most);
            let leaders = self.leaders(leaders.map(|(&row, _)| row));
            tally.judge(segment as u32, kind, leaders, most);
            if first_change && tally.verdicts.len() > 1 {
                break;
            }
        }
        tally.seats = seats;
        tally.keys = self.rows.keys;
        tally
    }

    /// Rows level at the top as those who lead.
    fn leaders(&self, rows: impl Iterator<Item = u16>) -> Leaders {
        let mut rows: Vec<u16> = rows.collect();
        let all = rows.len();
        rows.retain(|&row| row != self.rows.alone);
        let alone = (rows.len() < all).then(|| self.alone.iter().copied().collect());
        Leaders {
            rows,
            alone: alone.unwrap_or_default(),
        }
    }

    /// Whether each row gains or loses a seat at some step.
    fn moving(&self, events: &Events) -> Vec<bool> {
        let mut moving = vec![false; self.strengths.len()];
        for event in &events.list {
            for holder in [event.before, event.after] {
                if let Some(row) = moving.get_mut(holder.row as usize) {
                    *row = true;
                }
            }
        }
        moving
    }

    /// The rows that the verdict can depend on, rising: those that move, and of the others the
    /// largest.
    fn watched(&self, moving: &[bool]) -> Vec<u16> {
        let rows = 0..moving.len() as u16;
        let still = rows.clone().filter(|&row| !moving[row as usize]);
        let still = still.map(|row| self.strength(row));
        let most = still.clone().map(Strength::seats).max();
        let won = still.map(|strength| strength.won).max();
        let largest = |of: Strength| Some(of.seats()) == most || Some(of.won) == won;
        rows.filter(|&row| moving[row as usize] || largest(self.strength(row)))
            .collect()
    }

    /// What a row counts for in the verdict: members who sit alone have one seat each, however many
    /// they are.
    fn strength(&self, row: u16) -> Strength {
        let strength = self.strengths[row as usize];
        if row != self.rows.alone {
            return strength;
        }
        let won = strength.won.min(1);
        Strength {
            won,
            leading: strength.leading.min(1 - won),
        }
    }
}

/// Whether whoever holds a constituency only leads there.
fn counting(constituency: &Constituency) -> bool {
    constituency.status == Status::Leading
}
