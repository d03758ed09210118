//! Before the vote: pools, then swings in their listed order (RULES.md, "Votes").

#[cfg(feature = "full")]
mod moves;
#[cfg_attr(not(feature = "full"), path = "votes/no_steps.rs")]
mod steps;

#[cfg(feature = "full")]
pub use moves::{Rule, VoteRecount, has_votes, refusal};
pub use steps::VoteSteps;

use crate::election::{Constituency, Election};
use serde::Serialize;
use std::cmp::Reverse;

/// Votes of every candidate as the scenario has them.
#[derive(Debug, Clone)]
pub struct Votes {
    /// Present votes, in the order of [`Election::candidates`].
    pub count: Vec<u32>,
    /// Whether each candidate stands; who withdrew in a pool does not.
    pub standing: Vec<bool>,
    /// For each constituency, whether a pool or swing changed something there: its votes decide it then.
    pub touched: Vec<bool>,
    /// What each pool and swing did.
    pub moves: Vec<VoteMove>,
    /// Whether any pool is in force, after which strike rates are withheld.
    pub pooled: bool,
}

/// What one pool or swing did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VoteMove {
    /// Place in the canonical edits.
    pub edit: usize,
    /// `pool` or `swing`.
    pub kind: &'static str,
    /// Constituencies it applied to.
    pub applied: u32,
    /// Ids of constituencies in scope left out: not both sides stood, or votes do not decide them.
    pub skipped: Vec<String>,
    /// How many of these are held or led by votes that are not known.
    pub without_votes: u32,
    /// Votes that moved.
    pub moved: u64,
    /// Votes cast for nobody.
    pub lost: u64,
}

impl Votes {
    /// The declared votes.
    pub fn declared(election: &Election) -> Votes {
        let candidates = &election.candidates;
        Votes {
            count: candidates.iter().map(|candidate| candidate.votes).collect(),
            standing: vec![true; candidates.len()],
            touched: vec![false; election.constituencies.len()],
            moves: Vec::new(),
            pooled: false,
        }
    }
}

/// Whether pools and swings hold in a constituency at all: not where the holder has not most votes.
pub fn follows_votes(constituency: &Constituency) -> bool {
    constituency.voted && constituency.status.follows_votes() && !constituency.against_votes
}

/// The one with most declared votes, then the lower serial.
pub(super) fn leader(election: &Election, members: &[usize]) -> Option<usize> {
    members.iter().copied().min_by_key(|&member| {
        let candidate = &election.candidates[member];
        (Reverse(candidate.votes), candidate.serial)
    })
}
