//! Pool: in each constituency the strongest candidate of the target and the joiners stands alone.

use super::extent::Extent;
use super::{Done, VoteMove, Votes, in_range};
use crate::election::{Candidate, Constituency, Election};
use crate::outcome::edit_problems::EditProblems;
use crate::outcome::largest_remainder::share;
use crate::outcome::sides::{Side, Sides, alliance_of, side};
use crate::outcome::votes::leader;
use crate::scenario::Pool;

/// A pool with its ids found.
#[derive(Debug, Clone)]
pub struct PoolStep {
    pub target: Side,
    pub joiners: Vec<u16>,
    /// Share of the votes of who withdraws that follows, in hundredths of a percent.
    pub efficiency: u32,
    pub extent: Extent,
}

impl PoolStep {
    /// Finds the ids of a pool, whose sides are checked already.
    pub fn of(election: &Election, pool: &Pool, mut problems: EditProblems) -> Option<PoolStep> {
        let joiners = pool.joiners.iter();
        Some(PoolStep {
            target: side(election, &pool.target)?,
            joiners: joiners.filter_map(|id| election.party(id)).collect(),
            efficiency: in_range(pool.efficiency, "efficiency", &mut problems),
            extent: Extent::of(election, pool.scope.as_ref(), &mut problems),
        })
    }

    /// Whether a candidate is in the pool: the target's own and the joiners', without those placed
    /// in another alliance.
    pub fn has(&self, election: &Election, sides: &Sides, candidate: &Candidate) -> bool {
        if election.is_placed(candidate) {
            return self.target == Side::Alliance(candidate.alliance);
        }
        self.joiners.contains(&candidate.party)
            || match self.target {
                Side::Party(party) => candidate.party == party,
                // Who joined the pool of another side is not the alliance's own.
                Side::Alliance(alliance) => {
                    let joined = sides.joined(candidate.party);
                    let here = |other| alliance_of(election, other) == Some(self.target);
                    candidate.alliance == alliance && joined.is_none_or(here)
                }
            }
    }

    /// Withdraws all but the leader, who gets the votes that follow.
    pub fn apply(
        &self,
        election: &Election,
        sides: &Sides,
        constituency: &Constituency,
        efficiency: u32,
        votes: &mut Votes,
        report: &mut VoteMove,
    ) -> Done {
        let members = votes.standing(election, constituency, |c| self.has(election, sides, c));
        let (Some(leader), 2..) = (leader(election, &members), members.len()) else {
            return Done::Skipped;
        };
        for &member in members.iter().filter(|&&member| member != leader) {
            let all = u64::from(votes.count[member]);
            let following = share(all, efficiency);
            votes.count[leader] += following as u32;
            votes.count[member] = 0;
            votes.standing[member] = false;
            report.moved += following;
            report.lost += all - following;
        }
        Done::Applied { changed: true }
    }

    /// Whether joining the target changes who is on its side: not for parties of that alliance.
    pub fn regroups(&self, election: &Election) -> bool {
        let Side::Alliance(alliance) = self.target else {
            return true;
        };
        let mut joiners = self.joiners.iter();
        joiners.any(|&party| election.party_alliance[party as usize] != alliance)
    }
}
