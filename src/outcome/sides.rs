//! The sides of pools and swings: declared alliances and parties, plus who joined a pool.

use super::problem;
use crate::FULL;
use crate::election::{Candidate, Election, INDEPENDENT, NONE};
use crate::prelude::*;
use crate::problem::Problems;
use crate::scenario::{Edit, Pool};

/// A side: whom its id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// A party and who joined it.
    Party(u16),
    /// An alliance and who joined it.
    Alliance(u16),
}

/// Which pool each party joined.
#[derive(Debug, Clone)]
pub struct Sides {
    /// For each party, the side whose pool it joined.
    joined: Vec<Option<Side>>,
}

impl Sides {
    /// Nobody joins anybody.
    pub fn apart(election: &Election) -> Sides {
        Sides {
            joined: vec![None; election.parties.len()],
        }
    }

    /// Checks the pools of a scenario and notes who joins what.
    pub fn of(election: &Election, edits: &[Edit], problems: &mut Problems) -> Sides {
        let mut sides = Sides::apart(election);
        for (i, edit) in edits.iter().enumerate().filter(|_| FULL) {
            if let Edit::Pool(pool) = edit {
                sides.join(election, pool, i, problems);
            }
        }
        sides
    }

    fn join(&mut self, election: &Election, pool: &Pool, i: usize, problems: &mut Problems) {
        let Some(target) = side(election, &pool.target) else {
            unknown_side(problems, i, "pool", "target", &pool.target);
            return;
        };
        let pooled = |sides: &Sides, party: u16| {
            let into = sides.joined.iter().flatten();
            sides.joined[party as usize].is_some()
                || into.into_iter().any(|side| *side == Side::Party(party))
        };
        let target_joined = match target {
            Side::Party(party) => self.joined[party as usize].is_some(),
            Side::Alliance(_) => false,
        };
        if target_joined {
            let message = say!("{} joins another pool already", pool.target);
            problem(problems, i, "pool", "target", "party-in-two-pools", message);
        }
        for joiner in &pool.joiners {
            let Some(party) = election.party(joiner) else {
                unknown_side(problems, i, "pool", "joiners", joiner);
                continue;
            };
            let again = self.joined[party as usize] == Some(target);
            if target == Side::Party(party) {
                let message = say!("{joiner} cannot join itself");
                problem(problems, i, "pool", "joiners", "same-side", message);
            } else if !again && pooled(self, party) {
                let message = say!("{joiner} is in another pool already");
                problem(
                    problems,
                    i,
                    "pool",
                    "joiners",
                    "party-in-two-pools",
                    message,
                );
            } else {
                self.joined[party as usize] = Some(target);
            }
        }
    }

    /// The side whose pool a party joined.
    pub fn joined(&self, party: u16) -> Option<Side> {
        self.joined[party as usize]
    }

    /// Whether a candidate belongs to a side.
    pub fn belongs(&self, election: &Election, side: Side, candidate: &Candidate) -> bool {
        if candidate.party != election.independent()
            && let Some(joined) = self.joined(candidate.party)
        {
            return joined == side
                || side == Side::Party(candidate.party)
                || Some(side) == alliance_of(election, joined);
        }
        match side {
            Side::Party(party) => candidate.party == party,
            Side::Alliance(alliance) => candidate.alliance == alliance,
        }
    }

    /// Whether two sides have a party in common.
    pub fn overlap(&self, election: &Election, a: Side, b: Side) -> bool {
        let parties = 0..election.independent();
        a == b
            || parties.into_iter().any(|party| {
                let candidate = Candidate {
                    votes: 0,
                    postal: 0,
                    serial: 1,
                    party,
                    alliance: election.party_alliance[party as usize],
                };
                self.belongs(election, a, &candidate) && self.belongs(election, b, &candidate)
            })
    }
}

/// The alliance a side is, or lies in.
pub fn alliance_of(election: &Election, side: Side) -> Option<Side> {
    match side {
        Side::Alliance(_) => Some(side),
        Side::Party(party) => match election.party_alliance[party as usize] {
            NONE => None,
            alliance => Some(Side::Alliance(alliance)),
        },
    }
}

/// The side with this id: a party or an alliance, never the independents.
pub fn side(election: &Election, id: &str) -> Option<Side> {
    let party = election.party(id).map(Side::Party);
    party.or_else(|| election.alliance(id).map(Side::Alliance))
}

/// Notes that a side is not known, or is the independents.
pub fn unknown_side(problems: &mut Problems, i: usize, kind: &str, field: &str, id: &str) {
    if id == INDEPENDENT {
        let message = "independents are no party: they can be no side".to_owned();
        problem(problems, i, kind, field, "independent-side", message);
    } else {
        let message = say!("no party or alliance is called \"{id}\"");
        problem(problems, i, kind, field, "unknown-id", message);
    }
}
