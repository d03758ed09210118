//! The sides of pools and swings: declared alliances and parties, plus who joined a pool.

use super::edit_problems::EditProblems;
use crate::election::{Candidate, Election, NONE};
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
            sides.join(election, pool, EditProblems::of(problems, i, "pool"));
        }
        sides
    }

    fn join(&mut self, election: &Election, pool: &Pool, mut problems: EditProblems) {
        let Some(target) = side(election, &pool.target) else {
            problems.unknown_side("target", &pool.target);
            return;
        };
        if let Side::Party(party) = target
            && self.joined(party).is_some()
        {
            let message = format_args!("{} joins another pool already", pool.target);
            problems.add("target", "party-in-two-pools", message);
        }
        for joiner in &pool.joiners {
            let Some(party) = election.party(joiner) else {
                problems.unknown_party("joiners", joiner);
                continue;
            };
            let joined = self.joined(party);
            if target == Side::Party(party) {
                let message = format_args!("{joiner} cannot join itself");
                problems.add("joiners", "same-side", message);
            } else if joined == Some(target) {
                // A second pool of the same target, elsewhere or with another efficiency.
            } else if joined.is_some() || self.is_target(party) {
                let message = format_args!("{joiner} is in another pool already");
                problems.add("joiners", "party-in-two-pools", message);
            } else {
                self.joined.push((party, target));
            }
        }
    }

    fn is_target(&self, party: u16) -> bool {
        let mut joined = self.joined.iter();
        joined.any(|(_, side)| *side == Side::Party(party))
    }

    /// The side whose pool a party joined.
    pub fn joined(&self, party: u16) -> Option<Side> {
        let mut joined = self.joined.iter();
        joined
            .find(|(joiner, _)| *joiner == party)
            .map(|(_, side)| *side)
    }

    /// Whether a candidate belongs to a side: one that is placed in an alliance to that one alone.
    pub fn belongs(&self, election: &Election, side: Side, candidate: &Candidate) -> bool {
        if election.is_placed(candidate) {
            return side == Side::Alliance(candidate.alliance);
        }
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
