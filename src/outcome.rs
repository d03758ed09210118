//! What a scenario makes of an election, layer by layer in the order of meaning: votes, seats, partners.

pub mod counted_side;
pub mod groups;
pub mod partners;
pub mod post_election;
pub mod row;
pub mod seats;
pub mod sides;
pub mod transfer;
pub mod votes;

use crate::FULL;
use crate::election::Election;
use crate::problem::{Path, Problems};
use crate::scenario::{Edit, Scenario};
use groups::Groups;
use partners::House;
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
        let mut problems = Problems::of_list(places);
        let mut edits = Vec::new();
        let awards = seats::resolve_awards(election, &scenario.edits, &mut problems);
        let sides = sides::Sides::of(election, &scenario.edits, &mut problems);
        if problems.total() > 0 {
            return Err(problems);
        }
        let votes = if FULL {
            Votes::of(
                election,
                &sides,
                &scenario.edits,
                &awards,
                &mut edits,
                &mut problems,
            )
        } else {
            Votes::declared(election)
        };
        let seats = Seats::of(election, &votes, &awards, &mut edits);
        let groups = Groups::of(
            election,
            &seats,
            &sides,
            &scenario.edits,
            &mut edits,
            &mut problems,
        );
        let house = House::of(
            election,
            &seats,
            &groups,
            &scenario.edits,
            &mut edits,
            &mut problems,
        );
        problems.or(Outcome {
            votes,
            seats,
            groups,
            house,
            edits,
        })
    }

    /// The result as the data have it.
    pub fn declared(election: &Election) -> Outcome {
        Outcome::of(election, &Scenario::default()).unwrap_or_else(|_| unreachable!())
    }
}

/// Notes a problem with edit `index` (in canonical order), at a field of it: where the caller's list has that edit.
#[cfg_attr(not(feature = "full"), inline(always))]
fn problem(
    problems: &mut Problems,
    index: usize,
    kind: &str,
    field: &str,
    code: &'static str,
    message: String,
) {
    let edits = Path::ROOT.field("edits");
    let item = edits.item(problems.place(index));
    let kind = item.field(kind);
    problems.add(kind.field(field), code, message);
}
