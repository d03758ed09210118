//! What a scenario makes of an election, layer by layer in the order of meaning: votes, seats, partners.

pub mod alliances;
#[cfg(feature = "full")]
pub mod counted_side;
pub mod decided;
pub mod edit_problems;
pub mod house;
pub mod largest_remainder;
#[cfg(feature = "full")]
pub mod post_election;
pub mod row;
pub mod seats;
pub mod sides;
pub mod votes;

use crate::election::Election;
use crate::problem::Problems;
use crate::scenario::{Edit, Scenario};
use alliances::Groups;
use decided::decide;
use house::House;
use seats::Seats;
use votes::Votes;

/// Votes, seats and partners under one scenario.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Votes as cast, pools and swings applied.
    pub votes: Votes,
    /// Who holds each constituency, awards applied.
    pub seats: Seats,
    /// Who is counted with whom.
    pub groups: Groups,
    /// The members of the house, after realignments, crossings, resignations and absences.
    pub house: House,
    /// The edits that changed something, in canonical order and with every candidate named by serial.
    pub edits: Vec<Edit>,
}

impl Outcome {
    /// Evaluates a scenario: canonical order, RULES.md step by step. The election and fingerprint it names are not
    /// compared here.
    ///
    /// # Errors
    /// All problems of the edits: ids the election does not know, sides that overlap, a party in two pools,
    /// a candidate who did not stand (`no-candidate`).
    pub fn of(election: &Election, scenario: &Scenario) -> Result<Outcome, Problems> {
        let (scenario, places) = scenario.canonical_places();
        let edits = &scenario.edits;
        let mut problems = Problems::of_list(places);
        let mut kept = Vec::new();
        let awards = seats::resolve_awards(election, edits, &mut problems);
        let sides = sides::Sides::of(election, edits, &mut problems);
        if problems.total() > 0 {
            return Err(problems);
        }
        let (votes, seats) = decide(election, &sides, edits, awards, &mut kept, &mut problems);
        // Where no votes are known a pool waits for them.
        #[cfg(feature = "full")]
        let sides = if votes.pooled {
            sides
        } else {
            sides::Sides::apart()
        };
        let groups = Groups::of(election, &seats, &sides, edits, &mut kept, &mut problems);
        let house = House::of(election, &seats, &groups, edits, &mut kept, &mut problems);
        problems.or(Outcome {
            votes,
            seats,
            groups,
            house,
            edits: kept,
        })
    }

    /// The result as the data have it.
    pub fn declared(election: &Election) -> Outcome {
        // Without edits nothing can be wrong with them.
        Outcome::of(election, &Scenario::default()).unwrap_or_else(|problems| panic!("{problems}"))
    }
}
