//! Sides as an outcome counts them, and ballot lines as answers show them.

use crate::election::member::Member;
use crate::election::{Election, INDEPENDENT};
use crate::outcome::Outcome;
use crate::outcome::alliances::{Group, Groups};
use crate::outcome::house::{House, Who};
use crate::problem::Problems;
use serde::Serialize;
use std::fmt::Display;

/// Whose seats are asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedSide {
    /// What is counted together: a row of the tally by alliance.
    Group(u16),
    /// A party apart from the alliance it is counted in; not those of its candidates who are placed
    /// in an alliance one by one.
    Party(u16),
}

impl CountedSide {
    /// The side with this id: a row of the tally by alliance (an alliance, a grouping, a party
    /// alone), else a party.
    ///
    /// # Errors
    /// `independent-side` for the independents or one of them, `unknown-id` for anything else.
    pub fn of(election: &Election, groups: &Groups, id: &str) -> Result<CountedSide, Problems> {
        let single = |group: &u16| {
            matches!(
                groups.groups[*group as usize],
                Group::Alone(Member::Single(_))
            )
        };
        let group =
            (0..groups.groups.len() as u16).find(|g| !single(g) && groups.id(election, *g) == id);
        let party = || election.party(id).map(CountedSide::Party);
        group
            .map(CountedSide::Group)
            .or_else(party)
            .ok_or_else(|| unknown("side", "party or alliance", id))
    }

    /// Whether a seat held by this candidate would be counted for the side.
    pub fn has(
        self,
        election: &Election,
        outcome: &Outcome,
        candidate: u32,
        constituency: usize,
    ) -> bool {
        match self {
            CountedSide::Party(party) => {
                Member::of(election, candidate, constituency) == Member::Party(party)
            }
            CountedSide::Group(group) => {
                let holder = outcome.seats.results[constituency].holder;
                let of = outcome
                    .groups
                    .of_line(election, candidate, constituency, holder);
                of == Some(group)
            }
        }
    }

    /// Its members, won and leading: those who vote where that is the base in use.
    pub fn seats(self, house: &House) -> u32 {
        let partners = house.partners.iter();
        partners
            .filter(|partner| match self {
                CountedSide::Group(group) => partner.group == Some(group),
                CountedSide::Party(party) => partner.who == Who::Member(Member::Party(party)),
            })
            .map(|partner| partner.strength(house.base))
            .sum()
    }
}

/// The problem of an id that is no `what`, at its place in the question: `independent-side` for the
/// independents or one of them, else `unknown-id`.
pub fn unknown(path: impl Display, what: &str, id: &str) -> Problems {
    if id.split('.').next() == Some(INDEPENDENT) {
        let message = "independents are no party: they can be no side";
        return Problems::one(path, "independent-side", message);
    }
    let message = format!("no {what} is called \"{id}\"");
    Problems::one(path, "unknown-id", message)
}

/// A ballot line in an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BallotLine {
    /// Place on the ballot.
    pub candidate: u16,
    /// Party id, or "IND".
    pub party: String,
    /// Present votes.
    pub votes: u32,
}

impl BallotLine {
    /// The line of a candidate as the outcome has it.
    pub fn of(election: &Election, outcome: &Outcome, candidate: u32) -> BallotLine {
        let line = &election.candidates[candidate as usize];
        BallotLine {
            candidate: line.serial,
            party: election.parties[line.party as usize].clone(),
            votes: outcome.votes.count[candidate as usize],
        }
    }
}
