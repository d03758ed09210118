//! What a sweep starts from: the votes and holders of the scenario without the swing that is swept.

use super::contest::{self, Entry, NOBODY, Turns, Votes as Count};
use super::steps::Steps;
use crate::analysis::after::After;
use crate::election::{Candidate, Constituency, Election, NONE};
use crate::outcome::seats::{Seats, resolve_awards};
use crate::outcome::sides::{Side, Sides};
use crate::outcome::votes::{Rule, Votes, follows_votes};
use crate::prelude::*;
use crate::problem::Problems;
use crate::scenario::{Edit, Scenario, Swing};
use crate::status::Status;

/// The side votes leave when the swing goes right, as a bit.
const FROM: u8 = 1;
/// The side they go to.
const TO: u8 = 2;
/// In a table by party: it depends on the alliance of the candidate.
const ASK: u8 = 4;

/// The scenario before the swing.
#[derive(Debug, Clone)]
pub struct Field {
    /// The swing that is swept.
    pub rule: Rule,
    /// Its points in the scenario, negative where they go the other way.
    pub at: i32,
    /// The edits after the vote.
    pub after: After,
    /// Votes and holders, where anything but the data make them.
    before: Option<(Votes, Seats)>,
    awards: Vec<Option<u32>>,
    /// For each party its declared alliance, the sides of its candidates there, and those of its others.
    parties: Vec<(u16, u8, u8)>,
    sides_of_alliance: Vec<u8>,
}

/// What a swing finds in a constituency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Out of scope, or awarded by hand.
    Outside,
    /// Not both sides stand, or votes do not decide it.
    Skipped,
    /// Votes move.
    Applied,
}

impl Field {
    /// Takes the swings of `swing`'s kind out of a scenario; its points are not looked at.
    ///
    /// # Errors
    /// As [`Outcome::of`](crate::outcome::Outcome::of), for the edits before the vote, the awards and the swing.
    pub fn of(election: &Election, scenario: &Scenario, swing: &Swing) -> Result<Field, Problems> {
        let mut edits = scenario.canonical().edits;
        let swing = &tidy(swing);
        let mut at = 0;
        edits.retain(|edit| {
            let way = match edit {
                Edit::Swing(other) => way(swing, other),
                _ => 0,
            };
            if let Edit::Swing(other) = edit {
                at += way * other.points as i32;
            }
            way == 0
        });
        let mut problems = Problems::default();
        let awards = resolve_awards(election, &edits, &mut problems);
        let sides = Sides::of(election, &edits, &mut problems);
        if problems.total() > 0 {
            return Err(problems);
        }
        let rule = Rule::of(election, &sides, swing, edits.len(), &mut problems);
        let touched = edits
            .iter()
            .any(|edit| matches!(edit, Edit::Pool(_) | Edit::Swing(_) | Edit::Award(_)));
        let kept = &mut Vec::new();
        let before = touched.then(|| {
            let votes = Votes::of(election, &sides, &edits, &awards, kept, &mut problems);
            let seats = Seats::of(election, &votes, &awards, kept);
            (votes, seats)
        });
        let (Some(rule), 0) = (rule, problems.total()) else {
            return Err(problems);
        };
        Ok(Field {
            parties: sides_of_parties(election, &sides, &rule),
            sides_of_alliance: (0..election.alliances.len() as u16)
                .map(|alliance| of_alliance(&rule, alliance))
                .collect(),
            after: After::of(election, &edits),
            rule,
            at,
            before,
            awards,
        })
    }

    /// Who holds a constituency before the swing, and how.
    pub fn base(&self, election: &Election, i: usize) -> (u32, Status) {
        let (holder, status) = match &self.before {
            Some((_, seats)) => (seats.results[i].holder, seats.results[i].status),
            None => {
                let constituency = &election.constituencies[i];
                (constituency.holder, constituency.status)
            }
        };
        (holder.unwrap_or(NOBODY), status)
    }

    /// The results to start a replay from.
    pub fn seats(&self, election: &Election) -> Seats {
        match &self.before {
            Some((_, seats)) => seats.clone(),
            None => {
                let none = vec![None; election.constituencies.len()];
                let votes = Votes::declared(election);
                Seats::of(election, &votes, &none, &mut Vec::new())
            }
        }
    }

    /// The turns of a constituency going right (from's votes leave) up to step `right`, and left up to step `left`.
    /// `entries` is room to work in.
    pub fn turns(
        &self,
        election: &Election,
        i: usize,
        (left, right): (u32, u32),
        out: (&mut Turns, &mut Turns),
        entries: &mut Vec<Entry>,
    ) -> Found {
        let constituency = &election.constituencies[i];
        if self.awards[i].is_some() || !self.rule.holds(constituency) {
            return Found::Outside;
        }
        if !follows_votes(constituency) {
            return Found::Skipped;
        }
        let (base, _) = self.base(election, i);
        let sorted = self.sort(election, constituency);
        let (to_left, to_right) = out;
        if sorted.counts == ONE_FROM + ONE_TO {
            let (from, to) = (
                self.count(election, constituency, sorted.from),
                self.count(election, constituency, sorted.to),
            );
            let rival = sorted.rival;
            let other = (
                sorted.other,
                rival.map_or(NOBODY, |at| constituency.first + at as u32),
            );
            for (loser, gainer, most, turns) in
                [(from, to, right, to_right), (to, from, left, to_left)]
            {
                if most == 0 {
                    continue;
                }
                let all = u64::from(loser.0);
                let steps = Steps::new(self.rule.whole(constituency, all), all, most);
                contest::one(loser, gainer, other, &steps, base, turns);
            }
            return Found::Applied;
        }
        if sorted.counts & FROM_BITS == 0 || sorted.counts & TO_BITS == 0 {
            return Found::Skipped;
        }
        self.fill(election, constituency, entries);
        for (losing, gaining, most, turns) in
            [(FROM, TO, right, to_right), (TO, FROM, left, to_left)]
        {
            let steps = |all| Steps::new(self.rule.whole(constituency, all), all, most);
            contest::any(entries, losing, gaining, steps, most, base, turns);
        }
        Found::Applied
    }

    /// Reads a constituency once.
    fn sort(&self, election: &Election, constituency: &Constituency) -> Sorted {
        let range = constituency.range();
        let lines = &election.candidates[range.clone()];
        match &self.before {
            None => self.scan(lines, lines.iter().map(|line| (line.votes, true))),
            Some((votes, _)) => {
                let (count, standing) = (&votes.count[range.clone()], &votes.standing[range]);
                self.scan(lines, count.iter().copied().zip(standing.iter().copied()))
            }
        }
    }

    /// The loop over every candidate of the house: what it needs to know stays in registers. `present` says of each its votes
    /// and whether it stands.
    #[inline(always)]
    fn scan(&self, lines: &[Candidate], present: impl Iterator<Item = (u32, bool)>) -> Sorted {
        let mut sorted = Sorted {
            counts: 0,
            from: 0,
            to: 0,
            other: -1,
            rival: None,
        };
        for ((at, line), (votes, standing)) in lines.iter().enumerate().zip(present) {
            if !standing {
                continue;
            }
            let sides = self.sides(line);
            if sides == 0 {
                let votes = i64::from(votes);
                if votes >= sorted.other {
                    sorted.rival = (votes > sorted.other).then_some(at);
                    sorted.other = votes;
                }
                continue;
            }
            if sides & FROM != 0 {
                sorted.counts += ONE_FROM;
                sorted.from = at;
            }
            if sides & TO != 0 {
                sorted.counts += ONE_TO;
                sorted.to = at;
            }
            if sides == FROM | TO {
                sorted.counts += ONE_BOTH;
            }
        }
        sorted
    }

    fn count(&self, election: &Election, constituency: &Constituency, at: usize) -> Count {
        let candidate = constituency.first as usize + at;
        let votes = match &self.before {
            None => election.candidates[candidate].votes,
            Some((votes, _)) => votes.count[candidate],
        };
        (votes, candidate as u32)
    }

    fn fill(&self, election: &Election, constituency: &Constituency, entries: &mut Vec<Entry>) {
        entries.clear();
        for c in constituency.range() {
            let line = &election.candidates[c];
            let votes = match &self.before {
                None => line.votes,
                Some((votes, _)) if votes.standing[c] => votes.count[c],
                Some(_) => continue,
            };
            entries.push(Entry {
                candidate: c as u32,
                votes,
                declared: line.votes,
                serial: line.serial,
                sides: self.sides(line),
            });
        }
    }

    #[inline(always)]
    fn sides(&self, line: &Candidate) -> u8 {
        let (alliance, sides, others) = self.parties[line.party as usize];
        if line.alliance == alliance {
            sides
        } else if others & ASK == 0 {
            others
        } else {
            let placed = self.sides_of_alliance.get(line.alliance as usize);
            others & !ASK | placed.copied().unwrap_or(0)
        }
    }
}

/// What the lines of a constituency are to the swing, by place in it.
struct Sorted {
    /// How many stand for each side and for both at once, in one number.
    counts: u64,
    /// The last of each side.
    from: usize,
    to: usize,
    /// The most votes of all others, -1 without others.
    other: i64,
    /// Who has them, if only one has.
    rival: Option<usize>,
}

const ONE_FROM: u64 = 1;
const ONE_TO: u64 = 1 << 20;
const ONE_BOTH: u64 = 1 << 40;
const FROM_BITS: u64 = ONE_TO - ONE_FROM;
const TO_BITS: u64 = ONE_BOTH - ONE_TO;

/// The swing as canonical scenarios write it.
fn tidy(swing: &Swing) -> Swing {
    let points = 1;
    let alone = Scenario {
        edits: vec![Edit::Swing(Swing {
            points,
            ..swing.clone()
        })],
        ..Scenario::default()
    };
    match alone.canonical().edits.pop() {
        Some(Edit::Swing(swing)) => swing,
        _ => swing.clone(),
    }
}

/// 1 for the same swing, -1 for the same the other way, 0 for another.
fn way(swing: &Swing, other: &Swing) -> i32 {
    if swing.scope != other.scope || swing.model != other.model {
        0
    } else if swing.from == other.from && swing.to == other.to {
        1
    } else if swing.from == other.to && swing.to == other.from {
        -1
    } else {
        0
    }
}

fn of_alliance(rule: &Rule, alliance: u16) -> u8 {
    let bit = |side, bit| {
        if side == Side::Alliance(alliance) {
            bit
        } else {
            0
        }
    };
    bit(rule.from, FROM) | bit(rule.to, TO)
}

fn sides_of_parties(election: &Election, sides: &Sides, rule: &Rule) -> Vec<(u16, u8, u8)> {
    let joined = |party: u16| party != election.independent() && sides.joined(party).is_some();
    let of = |party: u16| {
        let alliance = election.party_alliance[party as usize];
        let line = |alliance: u16| Candidate {
            votes: 0,
            postal: 0,
            serial: 1,
            party,
            alliance,
        };
        let of = |line: &Candidate| {
            let bit = |side, bit| {
                if sides.belongs(election, side, line) {
                    bit
                } else {
                    0
                }
            };
            bit(rule.from, FROM) | bit(rule.to, TO)
        };
        // Whom a line is placed with one by one is asked of each, unless the party joined a pool.
        let ask = if joined(party) { 0 } else { ASK };
        (alliance, of(&line(alliance)), of(&line(NONE)) | ask)
    };
    (0..=election.independent()).map(of).collect()
}
