//! Counts constituencies anew with other efficiencies of one pool.

use super::{Done, Step, VoteMove, Votes, follows_votes};
use crate::election::{Constituency, Election};
use crate::outcome::sides::Sides;
use crate::problem::Problems;
use crate::scenario::Edit;

/// The pools and swings of a scenario, to count one constituency at a time with another efficiency of one pool.
pub struct PoolRecount {
    steps: Vec<Step>,
    /// Which of them is the pool.
    varied: usize,
    sides: Sides,
}

impl PoolRecount {
    /// Pools and swings among `edits` (canonical), of which the one at `varied` is the pool. `None` where something is wrong
    /// with them.
    pub fn of(
        election: &Election,
        edits: &[Edit],
        varied: usize,
        problems: &mut Problems,
    ) -> Option<PoolRecount> {
        let sides = Sides::of(election, edits, problems);
        let (mut steps, mut place) = (Vec::new(), None);
        for (i, edit) in edits.iter().enumerate() {
            if i == varied {
                place = Some(steps.len());
            }
            steps.extend(Step::of(election, &sides, edit, i, problems));
        }
        Some(PoolRecount {
            steps,
            varied: place?,
            sides,
        })
    }

    /// Whether the pool can be in force in a constituency that votes decide.
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

    /// Counts a constituency anew with this efficiency of the pool, in hundredths of a percent.
    pub fn count(&mut self, election: &Election, votes: &mut Votes, i: usize, share: u32) {
        let constituency = &election.constituencies[i];
        for c in constituency.range() {
            votes.count[c] = election.candidates[c].votes;
            votes.standing[c] = true;
        }
        votes.touched[i] = false;
        if let Step::Pool(pool) = &mut self.steps[self.varied] {
            pool.efficiency = share;
        }
        let mut report = VoteMove::new(0, "pool");
        for step in self.steps.iter().filter(|step| step.holds(constituency)) {
            let done = step.apply(election, &self.sides, constituency, votes, &mut report);
            if let Done::Applied { changed: true } = done {
                votes.touched[i] = true;
            }
        }
    }
}
