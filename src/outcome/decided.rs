//! Votes and holders together: of pools, swings and awards those stay that change something.
//!
//! An award is kept where the house without it would differ: in the seat's holder, or in that the
//! holder only leads. One that shields a seat which no vote can reach changes nothing.

use super::seats::{Seats, not_awarded};
use super::sides::Sides;
use super::votes::{VoteSteps, Votes};
use crate::election::Election;
use crate::problem::Problems;
use crate::scenario::Edit;
use crate::status::Status;

/// Applies pools, swings and awards. Those that change something, with all others in place, are
/// pushed to `kept`; an award that changes nothing leaves its seat to the votes.
pub fn decide(
    election: &Election,
    sides: &Sides,
    edits: &[Edit],
    mut awards: Vec<Option<u32>>,
    kept: &mut Vec<Edit>,
    problems: &mut Problems,
) -> (Votes, Seats) {
    let mut steps = VoteSteps::of(election, sides, edits, problems);
    let mut votes;
    loop {
        drop_needless(election, sides, &steps, &mut awards);
        votes = steps.apply(election, sides, &awards);
        // Without the steps that moved nothing, awards may be needless that kept seats out of them.
        if !steps.drop_idle(election) {
            break;
        }
    }
    steps.keep(edits, &mut votes, kept);
    let seats = Seats::of(election, &votes, &awards, kept);
    (votes, seats)
}

fn drop_needless(
    election: &Election,
    sides: &Sides,
    steps: &VoteSteps,
    awards: &mut [Option<u32>],
) {
    if awards.iter().all(Option::is_none) {
        return;
    }
    let mut votes = Votes::declared(election);
    for (i, award) in awards.iter_mut().enumerate() {
        if award.is_some() {
            steps.count(election, sides, i, &mut votes);
            let without = not_awarded(election, &votes, i);
            if without.holder == *award && without.status != Status::Leading {
                *award = None;
            }
        }
    }
}
