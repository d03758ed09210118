//! Counts constituencies anew with another efficiency of one pool, or other points of one swing.

use super::{VoteMove, Votes, follows_votes};
use crate::election::{Constituency, Election};
use crate::outcome::sides::Sides;
use crate::outcome::votes::steps::Step;
use crate::problem::Problems;
use crate::scenario::Edit;

/// The pools and swings of a scenario, to count one constituency at a time with one of them varied.
#[derive(Debug, Clone)]
pub struct VoteRecount {
    steps: Vec<Step>,
    /// Which of them is varied.
    varied: usize,
    sides: Sides,
}

impl VoteRecount {
    /// Pools and swings among `edits` (canonical), of which the one at `varied` is varied. `None` where something is wrong
    /// with them.
    pub fn of(
        election: &Election,
        edits: &[Edit],
        varied: usize,
        problems: &mut Problems,
    ) -> Option<VoteRecount> {
        let sides = Sides::of(election, edits, problems);
        let (mut steps, mut place) = (Vec::new(), None);
        for (i, edit) in edits.iter().enumerate() {
            if i == varied {
                place = Some(steps.len());
            }
            steps.extend(Step::of(election, &sides, edit, i, problems));
        }
        Some(VoteRecount {
            steps,
            varied: place?,
            sides,
        })
    }

    /// Whether what is varied can be in force in a constituency that votes decide.
    pub fn holds(&self, constituency: &Constituency) -> bool {
        follows_votes(constituency) && self.steps[self.varied].holds(constituency)
    }

    /// Whether more that follow the pool mean more votes for one candidate and no vote more or less for any other: so without
    /// swings, and where none takes votes from the pool's side. Several pools and swings together are not looked into.
    pub fn adds_to_one(&self, election: &Election) -> bool {
        let mut losing = Vec::new();
        let mut pools = Vec::new();
        for step in &self.steps {
            match step {
                Step::Pool(pool) => pools.push(pool),
                Step::Swing(swing) => losing.push(swing.rule.from),
            }
        }
        let [pool] = pools[..] else {
            return losing.is_empty();
        };
        let lines = election.candidates.iter();
        let mut lines = lines.filter(|line| pool.has(election, &self.sides, line));
        lines.all(|line| {
            let mut losing = losing.iter();
            losing.all(|&from| !self.sides.belongs(election, from, line))
        })
    }

    /// How many votes rounding can at most make up or take away, in a constituency of so many candidates: at every efficiency
    /// each has as many as a function of the efficiency says that never falls, within so many.
    ///
    /// For in whole votes and parts of votes, a step gives nobody less where somebody had more before it, and hands on no more
    /// than that. So what one step rounds off stays at most as much in those after it. A pool rounds each of its members' votes
    /// by at most one half, a swing what it moves by at most one half and each part of it by less than one.
    pub fn slack(&self, candidates: usize) -> u64 {
        (self.steps.len() * (candidates + 1)) as u64
    }

    /// The same with the varied swing the other way.
    pub fn turned(&self) -> VoteRecount {
        let mut turned = self.clone();
        if let Step::Swing(swing) = &mut turned.steps[self.varied] {
            std::mem::swap(&mut swing.rule.from, &mut swing.rule.to);
        }
        turned
    }

    /// Whether a step after the varied one is in force in a constituency.
    pub fn goes_on(&self, constituency: &Constituency) -> bool {
        let mut later = self.steps[self.varied + 1..].iter();
        later.any(|step| step.holds(constituency))
    }

    /// Counts a constituency anew with this efficiency of the pool, or so many points of the swing,
    /// in hundredths.
    pub fn count(&self, election: &Election, votes: &mut Votes, i: usize, varied: u32) {
        votes.reset(election, i);
        let report = &mut VoteMove::new("");
        for (place, step) in self.steps.iter().enumerate() {
            let amount = if place == self.varied {
                varied
            } else {
                step.amount()
            };
            step.apply(election, &self.sides, i, amount, votes, report);
        }
    }
}
