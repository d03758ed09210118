//! The pools and swings of a scenario, one after the other.

use super::moves::{Done, PoolStep, SwingStep};
use super::{VoteMove, Votes, follows_votes};
use crate::election::{Constituency, Election};
use crate::outcome::edit_problems::EditProblems;
use crate::outcome::sides::Sides;
use crate::problem::Problems;
use crate::scenario::{Edit, Pool, Swing};

/// A pool or swing with its ids found.
#[derive(Debug, Clone)]
pub enum Step {
    Pool(PoolStep),
    Swing(SwingStep),
}

impl Step {
    /// What a pool or swing does; none for other edits, and where something is wrong with it.
    pub fn of(
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

    fn kind(&self) -> &'static str {
        match self {
            Step::Pool(_) => "pool",
            Step::Swing(_) => "swing",
        }
    }

    /// Efficiency or points, in hundredths.
    pub fn amount(&self) -> u32 {
        match self {
            Step::Pool(pool) => pool.efficiency,
            Step::Swing(swing) => swing.points,
        }
    }

    /// Whether a constituency is in scope.
    pub fn holds(&self, constituency: &Constituency) -> bool {
        match self {
            Step::Pool(pool) => pool.extent.holds(constituency),
            Step::Swing(swing) => swing.rule.holds(constituency),
        }
    }

    /// Moves the votes of constituency `i`, at this efficiency or so many points; `None` where it
    /// is out of scope.
    pub fn apply(
        &self,
        election: &Election,
        sides: &Sides,
        i: usize,
        amount: u32,
        votes: &mut Votes,
        report: &mut VoteMove,
    ) -> Option<Done> {
        let constituency = &election.constituencies[i];
        if !self.holds(constituency) {
            return None;
        }
        if !follows_votes(constituency) {
            return Some(Done::Skipped);
        }
        let done = match self {
            Step::Pool(pool) => pool.apply(election, sides, constituency, amount, votes, report),
            Step::Swing(swing) => swing.apply(election, sides, constituency, amount, votes, report),
        };
        votes.touched[i] |= matches!(done, Done::Applied { changed: true });
        Some(done)
    }
}

/// A step, its place among the edits, and what it did.
#[derive(Debug, Clone)]
struct Taken {
    edit: usize,
    step: Step,
    report: VoteMove,
}

/// The pools and swings of a scenario, in canonical order.
#[derive(Debug, Clone)]
pub struct VoteSteps(Vec<Taken>);

impl VoteSteps {
    /// Those among `edits`, which are canonical.
    pub fn of(
        election: &Election,
        sides: &Sides,
        edits: &[Edit],
        problems: &mut Problems,
    ) -> VoteSteps {
        let steps = edits.iter().enumerate().filter_map(|(edit, one)| {
            let step = Step::of(election, sides, one, edit, problems)?;
            let report = VoteMove::new(step.kind());
            Some(Taken { edit, step, report })
        });
        VoteSteps(steps.collect())
    }

    /// Applies them to the declared votes; constituencies awarded by hand are left out.
    pub fn apply(&mut self, election: &Election, sides: &Sides, awards: &[Option<u32>]) -> Votes {
        let mut votes = Votes::declared(election);
        for Taken { step, report, .. } in &mut self.0 {
            *report = VoteMove::new(step.kind());
            for (i, constituency) in election.constituencies.iter().enumerate() {
                if awards[i].is_some() {
                    continue;
                }
                match step.apply(election, sides, i, step.amount(), &mut votes, report) {
                    Some(Done::Skipped) => {
                        report.skipped.push(constituency.number.to_string());
                        report.without_votes += u32::from(constituency.lacks_votes());
                    }
                    Some(Done::Applied { .. }) => report.applied += 1,
                    None => {}
                }
            }
        }
        votes
    }

    /// Counts constituency `i` anew, whoever it is awarded to.
    pub fn count(&self, election: &Election, sides: &Sides, i: usize, votes: &mut Votes) {
        votes.reset(election, i);
        for Taken { step, report, .. } in &self.0 {
            let ignored = &mut VoteMove::new(report.kind);
            step.apply(election, sides, i, step.amount(), votes, ignored);
        }
    }

    /// Takes out those that changed nothing when they were applied; answers whether there were any.
    pub fn drop_idle(&mut self, election: &Election) -> bool {
        // Where no votes are known at all, a pool waits for them.
        let voted = election.constituencies.iter().any(|one| one.voted);
        let before = self.0.len();
        self.0.retain(|Taken { step, report, .. }| match step {
            // A pool says who is counted with whom even where nobody withdrew.
            Step::Pool(pool) => report.applied > 0 || voted && pool.regroups(election),
            Step::Swing(_) => report.moved > 0,
        });
        self.0.len() < before
    }

    /// Notes what they did, and pushes their edits to `kept`.
    pub fn keep(self, edits: &[Edit], votes: &mut Votes, kept: &mut Vec<Edit>) {
        for Taken { edit, step, report } in self.0 {
            votes.pooled |= matches!(step, Step::Pool(_));
            votes.moves.push(VoteMove {
                edit: kept.len(),
                ..report
            });
            kept.push(edits[edit].clone());
        }
    }
}
