//! Before the vote: pools, then swings in their listed order (RULES.md, "Votes").

mod extent;
mod pool;
mod pool_recount;
mod swing;

pub use pool_recount::PoolRecount;
pub use swing::Rule;

use super::edit_problems::EditProblems;
use super::sides::Sides;
use crate::election::{Candidate, Constituency, Election};
use crate::problem::Problems;
use crate::scenario::{Edit, Pool, Swing, WHOLE};
use pool::PoolStep;
use serde::Serialize;
use std::cmp::Reverse;
use swing::SwingStep;

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
    /// Ids of constituencies in scope left out because not both sides stood.
    pub skipped: Vec<String>,
    /// Votes that moved.
    pub moved: u64,
    /// Votes cast for nobody.
    pub lost: u64,
}

impl VoteMove {
    fn new(edit: usize, kind: &'static str) -> VoteMove {
        VoteMove {
            edit,
            kind,
            applied: 0,
            skipped: Vec::new(),
            moved: 0,
            lost: 0,
        }
    }
}

/// A pool or swing with its ids found.
enum Step {
    Pool(PoolStep),
    Swing(SwingStep),
}

/// What a pool or swing did in one constituency.
enum Done {
    /// Not both sides stand, or votes do not decide it.
    Skipped,
    Applied {
        /// Whether a vote moved or a candidate withdrew.
        changed: bool,
    },
}

impl Step {
    /// What a pool or swing does; none for other edits, and where something is wrong with it.
    fn of(
        election: &Election,
        sides: &Sides,
        edit: &Edit,
        i: usize,
        problems: &mut Problems,
    ) -> Option<Step> {
        match (Pool::of(edit), Swing::of(edit)) {
            (Some(pool), _) => {
                let problems = EditProblems::of(problems, i, "pool");
                PoolStep::of(election, pool, problems).map(Step::Pool)
            }
            (_, Some(swing)) => {
                let problems = EditProblems::of(problems, i, "swing");
                SwingStep::of(election, sides, swing, problems).map(Step::Swing)
            }
            (None, None) => None,
        }
    }

    fn holds(&self, constituency: &Constituency) -> bool {
        match self {
            Step::Pool(pool) => pool.extent.holds(constituency),
            Step::Swing(swing) => swing.rule.holds(constituency),
        }
    }

    /// Moves the votes of one constituency in which it holds.
    fn apply(
        &self,
        election: &Election,
        sides: &Sides,
        constituency: &Constituency,
        votes: &mut Votes,
        report: &mut VoteMove,
    ) -> Done {
        match self {
            Step::Pool(pool) => pool.apply(election, sides, constituency, votes, report),
            Step::Swing(swing) => swing.apply(election, sides, constituency, votes, report),
        }
    }
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

    /// Applies the pools and swings among `edits` (canonical). Constituencies awarded by hand are left out.
    /// Edits that changed something are pushed to `kept`.
    pub fn of(
        election: &Election,
        sides: &Sides,
        edits: &[Edit],
        awards: &[Option<u32>],
        kept: &mut Vec<Edit>,
        problems: &mut Problems,
    ) -> Votes {
        let mut votes = Votes::declared(election);
        for (i, edit) in edits.iter().enumerate() {
            let Some(step) = Step::of(election, sides, edit, i, problems) else {
                continue;
            };
            let kind = match step {
                Step::Pool(_) => "pool",
                Step::Swing(_) => "swing",
            };
            let mut report = VoteMove::new(kept.len(), kind);
            for (c, constituency) in election.constituencies.iter().enumerate() {
                if !step.holds(constituency) || awards[c].is_some() {
                    continue;
                }
                let done = if follows_votes(constituency) {
                    step.apply(election, sides, constituency, &mut votes, &mut report)
                } else {
                    Done::Skipped
                };
                match done {
                    Done::Skipped => report.skipped.push(constituency.number.to_string()),
                    Done::Applied { changed } => {
                        report.applied += 1;
                        votes.touched[c] |= changed;
                    }
                }
            }
            let changed = match &step {
                // A pool says who is counted with whom even where nobody withdrew.
                Step::Pool(pool) => report.applied > 0 || pool.regroups(election),
                Step::Swing(_) => report.moved > 0,
            };
            if changed {
                votes.pooled |= matches!(step, Step::Pool(_));
                votes.moves.push(report);
                kept.push(edit.clone());
            }
        }
        votes
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

/// Whether pools and swings hold in a constituency at all.
pub fn follows_votes(constituency: &Constituency) -> bool {
    constituency.voted && constituency.status.follows_votes()
}

/// The one with most declared votes, then the lower serial.
pub(super) fn leader(election: &Election, members: &[usize]) -> Option<usize> {
    members.iter().copied().min_by_key(|&member| {
        let candidate = &election.candidates[member];
        (Reverse(candidate.votes), candidate.serial)
    })
}

fn in_range(value: u32, field: &str, problems: &mut EditProblems) -> u32 {
    if value > WHOLE {
        let message = format_args!("expected hundredths from 0 to {WHOLE}");
        problems.add(field, "too-large", message);
    }
    value
}
