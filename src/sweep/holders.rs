//! Who holds each constituency along a swing, as far as a swing can go.

use super::baseline::Baseline;
use super::thresholds::{NOBODY, Turns};
use crate::election::Election;
use crate::outcome::post_election::PostElection;
use crate::outcome::seats::Seats;
use crate::problem::Problems;
use crate::scenario::{Scenario, Swing, WHOLE};

/// The holders of all constituencies at every step, up to 100 points either way.
#[derive(Debug, Clone)]
pub(crate) struct Holders {
    /// Step of the scenario itself, as [`Sweep::at`](super::Sweep::at).
    pub at: i32,
    /// The edits after the vote.
    pub after: PostElection,
    /// The results without the swing.
    pub base: Seats,
    /// Constituencies the swing applies to.
    pub applied: u32,
    /// For each constituency, who holds it from which step on: rising, the first from [`i32::MIN`].
    pub along: Vec<Vec<(i32, Option<u32>)>>,
}

impl Holders {
    /// The holders of a scenario with the swings of `swing`'s kind taken out and one of every size
    /// put after all others; `swing.points` is not looked at.
    ///
    /// # Errors
    /// As [`SweepJob::start`](super::SweepJob::start).
    pub fn of(
        election: &Election,
        scenario: &Scenario,
        swing: &Swing,
    ) -> Result<Holders, Problems> {
        let mut baseline = Baseline::of(election, scenario, swing)?;
        // What is wrong with a realignment is found before the work begins.
        baseline.after.parties(election)?;
        let (mut left, mut right) = (Turns::new(), Turns::new());
        let mut entries = Vec::new();
        let mut applied = 0;
        let along = (0..election.constituencies.len()).map(|i| {
            let (held, _) = baseline.base(election, i);
            let out = (&mut left, &mut right);
            let found = baseline.turns(election, (i, held), (WHOLE, WHOLE), out, &mut entries);
            applied += u32::from(found == super::baseline::Found::Applied);
            let mut line = Vec::with_capacity(left.len() + 1 + right.len());
            let mut start = i32::MIN;
            for (step, holder) in left.drain(..).rev() {
                line.push((start, known(holder)));
                start = 1 - step as i32;
            }
            line.push((start, known(held)));
            line.extend(right.drain(..).map(|(step, who)| (step as i32, known(who))));
            line
        });
        Ok(Holders {
            along: along.collect(),
            at: baseline.at,
            base: baseline.seats(election),
            after: baseline.after,
            applied,
        })
    }
}

fn known(holder: u32) -> Option<u32> {
    (holder != NOBODY).then_some(holder)
}
