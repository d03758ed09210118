//! How pools and swings move votes. The small build does without.

mod extent;
mod pool;
mod recount;
mod swing;

pub use extent::Extent;
pub use pool::PoolStep;
pub use recount::VoteRecount;
pub use swing::{Rule, SwingStep};

use super::{VoteMove, Votes, follows_votes};
use crate::election::{Candidate, Constituency, Election};
use crate::outcome::edit_problems::EditProblems;
use crate::outcome::sides::Sides;
use crate::problem::Problems;
use crate::scenario::{Edit, Scope, Swing, WHOLE};

impl VoteMove {
    pub(super) fn new(kind: &'static str) -> VoteMove {
        VoteMove {
            edit: 0,
            kind,
            applied: 0,
            skipped: Vec::new(),
            without_votes: 0,
            moved: 0,
            lost: 0,
        }
    }
}

/// What a pool or swing did in one constituency.
pub enum Done {
    /// Not both sides stand, or votes do not decide it.
    Skipped,
    Applied {
        /// Whether a vote moved or a candidate withdrew.
        changed: bool,
    },
}

impl Votes {
    /// Gives a constituency its declared votes back.
    pub(super) fn reset(&mut self, election: &Election, i: usize) {
        for c in election.constituencies[i].range() {
            self.count[c] = election.candidates[c].votes;
            self.standing[c] = true;
        }
        self.touched[i] = false;
    }

    /// The candidates of a constituency that stand and belong to a side, by index.
    fn standing(
        &self,
        election: &Election,
        constituency: &Constituency,
        belongs: impl Fn(&Candidate) -> bool,
    ) -> Vec<usize> {
        let standing = constituency.range().filter(|&c| self.standing[c]);
        standing
            .filter(|&c| belongs(&election.candidates[c]))
            .collect()
    }
}

/// Why the pools and swings among `edits` cannot hold together: the code of the first problem with their sides.
/// `None` where they can.
pub fn refusal(election: &Election, edits: &[Edit]) -> Option<&'static str> {
    let mut problems = Problems::default();
    let sides = Sides::of(election, edits, &mut problems);
    for (i, swing) in Swing::among(edits) {
        let mut problems = EditProblems::of(&mut problems, i, "swing");
        Rule::of(election, &sides, swing, &mut problems);
    }
    problems.list().first().map(|problem| problem.code)
}

/// Whether votes that a swing could move are known anywhere in its scope.
pub fn has_votes(election: &Election, scope: Option<&Scope>) -> bool {
    let mut problems = Problems::default();
    let problems = &mut EditProblems::of(&mut problems, 0, "swing");
    let extent = Extent::of(election, scope, problems);
    let mut constituencies = election.constituencies.iter();
    constituencies.any(|one| extent.holds(one) && follows_votes(one))
}

fn in_range(value: u32, field: &str, problems: &mut EditProblems) -> u32 {
    if value > WHOLE {
        let message = format_args!("expected hundredths from 0 to {WHOLE}");
        problems.add(field, "too-large", message);
    }
    value
}
