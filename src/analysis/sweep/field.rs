//! What a sweep starts from: the votes and holders of the scenario without the swing that is swept.

use super::contest::{self, Entry, NOBODY, Turns, Votes as Count, better};
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
    sides_of_party: Vec<u8>,
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
            sides_of_party: sides_of_parties(election, &sides, &rule),
            sides_of_alliance: (0..election.alliances.len() as u16)
                .map(|alliance| {
                    let bit = |side, bit| {
                        if side == Side::Alliance(alliance) {
                            bit
                        } else {
                            0
                        }
                    };
                    bit(rule.from, FROM) | bit(rule.to, TO)
                })
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
        let first = range.start;
        let lines = &election.candidates[range.clone()];
        let mut see = |at: usize, line: &Candidate, votes: u32| {
            let here = (votes, (first + at) as u32);
            match self.sides(line) {
                0 => sorted.other = Some(better(sorted.other, here)),
                FROM => sorted.from = (sorted.from.0 + 1, here),
                TO => sorted.to = (sorted.to.0 + 1, here),
                _ => {
                    sorted.from.0 += 1;
                    sorted.to.0 += 1;
                    sorted.both = true;
                }
            }
        };
        match &self.before {
            None => {
                for (at, line) in lines.iter().enumerate() {
                    see(at, line, line.votes);
                }
            }
            Some((votes, _)) => {
                let counts = &votes.count[range.clone()];
                let standing = &votes.standing[range];
                for (at, line) in lines.iter().enumerate() {
                    if standing[at] {
                        see(at, line, counts[at]);
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
        let of_party = self.sides_of_party[line.party as usize];
        if of_party & ASK == 0 {
            return of_party;
        }
        let of_alliance = self.sides_of_alliance.get(line.alliance as usize);
        of_party & !ASK | of_alliance.copied().unwrap_or(0)
    }
}

#[derive(Default)]
struct Sorted {
    from: (u32, Count),
    to: (u32, Count),
    other: Option<Count>,
    both: bool,
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

fn sides_of_parties(election: &Election, sides: &Sides, rule: &Rule) -> Vec<u8> {
    let joined = |party: u16| party != election.independent() && sides.joined(party).is_some();
    let of = |party: u16| {
        let line = Candidate {
            votes: 0,
            postal: 0,
            serial: 1,
            party,
            // Whom it is placed with is asked of each candidate, unless the party joined a pool.
            alliance: NONE,
        };
        let bit = |side, bit| {
            if sides.belongs(election, side, &line) {
                bit
            } else {
                0
            }
        };
        let ask = if joined(party) { 0 } else { ASK };
        bit(rule.from, FROM) | bit(rule.to, TO) | ask
    };
    (0..=election.independent()).map(of).collect()
}
