//! Swing: votes move from the candidates of one side to the leader of another.

use super::extent::Extent;
use super::{Done, VoteMove, Votes, in_range};
use crate::election::{Constituency, Election};
use crate::outcome::edit_problems::EditProblems;
use crate::outcome::largest_remainder::{parts, share};
use crate::outcome::sides::{Side, Sides, side};
use crate::outcome::votes::leader;
use crate::scenario::{Model, Swing};

/// A swing without its points: between whom, where, and of what the points are a share.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Who loses votes.
    pub from: Side,
    /// Who gains them.
    pub to: Side,
    /// Of what the points are a share.
    pub model: Model,
    extent: Extent,
}

impl Rule {
    /// Finds the ids of a swing. `None` where that cannot be done.
    pub fn of(
        election: &Election,
        sides: &Sides,
        swing: &Swing,
        problems: &mut EditProblems,
    ) -> Option<Rule> {
        let mut find = |field: &str, id: &str| {
            let found = side(election, id);
            if found.is_none() {
                problems.unknown_side(field, id);
            }
            found
        };
        let (from, to) = (find("from", &swing.from), find("to", &swing.to));
        let (from, to) = (from?, to?);
        if sides.overlap(election, from, to) {
            let message = format!("{} and {} are one side", swing.from, swing.to);
            problems.add("to", "same-side", message);
            return None;
        }
        Some(Rule {
            from,
            to,
            model: swing.model,
            extent: Extent::of(election, swing.scope.as_ref(), problems),
        })
    }

    /// Whether a constituency is in scope.
    pub fn holds(&self, constituency: &Constituency) -> bool {
        self.extent.holds(constituency)
    }

    /// Votes that `points` hundredths move where the losing side has `all`, rounded half up, at most `all`.
    pub fn moved(&self, constituency: &Constituency, all: u64, points: u32) -> u64 {
        share(self.whole(constituency, all), points).min(all)
    }

    /// The votes the points are a share of.
    pub fn whole(&self, constituency: &Constituency, all: u64) -> u64 {
        match self.model {
            Model::Uniform => constituency.valid,
            Model::Proportional => all,
        }
    }
}

/// A swing with its ids found.
#[derive(Debug, Clone)]
pub struct SwingStep {
    pub rule: Rule,
    /// Hundredths.
    pub points: u32,
}

impl SwingStep {
    /// Finds the ids of a swing.
    pub fn of(
        election: &Election,
        sides: &Sides,
        swing: &Swing,
        mut problems: EditProblems,
    ) -> Option<SwingStep> {
        Some(SwingStep {
            rule: Rule::of(election, sides, swing, &mut problems)?,
            points: in_range(swing.points, "points", &mut problems),
        })
    }

    /// Moves the votes: they leave all candidates of the losing side in proportion, and go to the leader of the other.
    pub fn apply(
        &self,
        election: &Election,
        sides: &Sides,
        constituency: &Constituency,
        points: u32,
        votes: &mut Votes,
        report: &mut VoteMove,
    ) -> Done {
        let rule = &self.rule;
        let of =
            |side| votes.standing(election, constituency, |c| sides.belongs(election, side, c));
        let (losing, gaining) = (of(rule.from), of(rule.to));
        let (Some(gainer), false) = (leader(election, &gaining), losing.is_empty()) else {
            return Done::Skipped;
        };
        let line = |&c: &usize| (votes.count[c], election.candidates[c].serial);
        let lines: Vec<(u32, u16)> = losing.iter().map(line).collect();
        let all = lines.iter().map(|(votes, _)| u64::from(*votes)).sum();
        let moved = rule.moved(constituency, all, points);
        for (&candidate, part) in losing.iter().zip(parts(&lines, moved)) {
            votes.count[candidate] -= part;
        }
        votes.count[gainer] += moved as u32;
        report.moved += moved;
        Done::Applied { changed: moved > 0 }
    }
}
