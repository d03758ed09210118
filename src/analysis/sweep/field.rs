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
        if let (1, 1, false) = (sorted.from.0, sorted.to.0, sorted.both) {
            let (from, to) = (sorted.from.1, sorted.to.1);
            for (loser, gainer, most, turns) in
                [(from, to, right, to_right), (to, from, left, to_left)]
            {
                let all = u64::from(loser.0);
                let steps = Steps::new(self.rule.whole(constituency, all), all, most);
                contest::one(loser, gainer, sorted.other, &steps, base, turns);
            }
            return Found::Applied;
        }
        if sorted.from.0 == 0 || sorted.to.0 == 0 {
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

    /// Reads a constituency once: for each side how many stand and the last of them, and the best of the others.
    fn sort(&self, election: &Election, constituency: &Constituency) -> Sorted {
        let mut sorted = Sorted::default();
        let range = constituency.range();
        let first = range.start as u32;
        let lines = &election.candidates[range.clone()];
        match &self.before {
            None => {
                for (candidate, line) in (first..).zip(lines) {
                    sorted.see(self.sides(line), (line.votes, candidate));
                }
            }
            Some((votes, _)) => {
                let lines = lines.iter().zip(&votes.count[range.clone()]);
                let lines = lines.zip(&votes.standing[range]);
                for (candidate, ((line, &votes), &standing)) in (first..).zip(lines) {
                    if standing {
                        sorted.see(self.sides(line), (votes, candidate));
                    }
                }
            }
        }
        sorted
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

/// What the lines of a constituency are to the swing.
struct Sorted {
    from: (u32, Count),
    to: (u32, Count),
    /// The most votes of all others, and who has them; [`NOBODY`] where several are level, fewer than none without others.
    other: (i64, u32),
    both: bool,
}

impl Default for Sorted {
    fn default() -> Self {
        let nobody = (0, (0, NOBODY));
        Sorted {
            from: nobody,
            to: nobody,
            other: (-1, NOBODY),
            both: false,
        }
    }
}

impl Sorted {
    #[inline]
    fn see(&mut self, sides: u8, line: Count) {
        if sides == 0 {
            let votes = i64::from(line.0);
            if votes > self.other.0 {
                self.other = (votes, line.1);
            } else if votes == self.other.0 {
                self.other.1 = NOBODY;
            }
        } else {
            self.both |= sides == FROM | TO;
            if sides & FROM != 0 {
                self.from = (self.from.0 + 1, line);
            }
            if sides & TO != 0 {
                self.to = (self.to.0 + 1, line);
            }
        }
    }
}

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
