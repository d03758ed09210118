//! The sides of pools and swings: declared alliances and parties, plus who joined a pool.

use super::problem;
use crate::election::{Candidate, Election, INDEPENDENT, NONE};
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
    /// The parties that joined a pool, and the side whose it is.
    joined: Vec<(u16, Side)>,
}

impl Sides {
    /// Nobody joins anybody.
    pub fn apart() -> Sides {
        Sides { joined: Vec::new() }
    }

    /// Whether nobody joins anybody.
    pub fn are_apart(&self) -> bool {
        self.joined.is_empty()
    }

    /// Checks the pools of a scenario and notes who joins what.
    pub fn of(election: &Election, edits: &[Edit], problems: &mut Problems) -> Sides {
        let mut sides = Sides::apart();
        for (i, pool) in Pool::among(edits) {
            sides.join(election, pool, i, problems);
        }
        sides
    }

    fn join(&mut self, election: &Election, pool: &Pool, i: usize, problems: &mut Problems) {
        let Some(target) = side(election, &pool.target) else {
            unknown_side(problems, i, "pool", "target", &pool.target);
            return;
        };
        let pooled = |sides: &Sides, party: u16| {
            let mut into = sides.joined.iter();
            sides.joined(party).is_some() || into.any(|(_, side)| *side == Side::Party(party))
        };
        let target_joined = match target {
            Side::Party(party) => self.joined(party).is_some(),
            Side::Alliance(_) => false,
        };
        if target_joined {
            let message = format!("{} joins another pool already", pool.target);
            problem(problems, i, "pool", "target", "party-in-two-pools", message);
        }
        for joiner in &pool.joiners {
            let Some(party) = election.party(joiner) else {
                unknown_party(problems, i, "pool", "joiners", joiner);
                continue;
            };
            let again = self.joined(party) == Some(target);
            if target == Side::Party(party) {
                let message = format!("{joiner} cannot join itself");
                problem(problems, i, "pool", "joiners", "same-side", message);
            } else if !again && pooled(self, party) {
                let message = format!("{joiner} is in another pool already");
                problem(
                    problems,
                    i,
                    "pool",
                    "joiners",
                    "party-in-two-pools",
                    message,
                );
            } else if !again {
                self.joined.push((party, target));
            }
        }
    }

    /// The side whose pool a party joined.
    pub fn joined(&self, party: u16) -> Option<Side> {
        let mut joined = self.joined.iter();
        joined
            .find(|(joiner, _)| *joiner == party)
            .map(|(_, side)| *side)
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
        let lines = self.may_belong(election, a);
        let mut lines =
            lines.map(|party| Candidate::bare(party, election.party_alliance[party as usize]));
        a == b
            || lines
                .any(|line| self.belongs(election, a, &line) && self.belongs(election, b, &line))
    }

    /// All parties that candidates of their own declared alliance can belong to a side for, and perhaps more.
    pub fn may_belong<'a>(
        &'a self,
        election: &'a Election,
        side: Side,
    ) -> impl Iterator<Item = u16> + 'a {
        let (party, alliance): (_, &[u16]) = match side {
            Side::Party(party) => (Some(party), &[]),
            Side::Alliance(alliance) => (None, &election.alliances[alliance as usize].parties),
        };
        let joined = self.joined.iter().map(|(joiner, _)| *joiner);
        party
            .into_iter()
            .chain(alliance.iter().copied())
            .chain(joined)
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

/// Notes that a party is not known, or is the independents.
pub fn unknown_party(problems: &mut Problems, i: usize, kind: &str, field: &str, id: &str) {
    unknown(problems, i, kind, field, ("party", id));
}

/// Notes that a side is not known, or is the independents.
pub fn unknown_side(problems: &mut Problems, i: usize, kind: &str, field: &str, id: &str) {
    unknown(problems, i, kind, field, ("party or alliance", id));
}

fn unknown(problems: &mut Problems, i: usize, kind: &str, field: &str, (what, id): (&str, &str)) {
    if id == INDEPENDENT {
        let message = "independents are no party: they can be no side".to_owned();
        problem(problems, i, kind, field, "independent-side", message);
    } else {
        let message = format!("no {what} is called \"{id}\"");
        problem(problems, i, kind, field, "unknown-id", message);
    }
}
