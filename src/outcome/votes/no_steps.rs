//! The small build has neither pools nor swings: votes are as declared.

use super::Votes;
use crate::election::Election;
use crate::outcome::sides::Sides;
use crate::problem::Problems;
use crate::scenario::Edit;

/// The pools and swings of a scenario, of which there are none.
#[derive(Debug, Clone)]
pub struct VoteSteps;

impl VoteSteps {
    /// Those among `edits`.
    pub fn of(_: &Election, _: &Sides, _: &[Edit], _: &mut Problems) -> VoteSteps {
        VoteSteps
    }

    /// The declared votes.
    pub fn apply(&mut self, election: &Election, _: &Sides, _: &[Option<u32>]) -> Votes {
        Votes::declared(election)
    }

    /// Leaves constituency `i` at its declared votes.
    pub fn count(&self, _: &Election, _: &Sides, _: usize, _: &mut Votes) {}

    /// Nothing is idle.
    pub fn drop_idle(&mut self, _: &Election) -> bool {
        false
    }

    /// Keeps nothing.
    pub fn keep(self, _: &[Edit], _: &mut Votes, _: &mut Vec<Edit>) {}
}
