//! The cheapest path: the fewest constituencies, and of those the least sum of switching votes,
//! that give a side a majority or end one. Ties go to the lower constituency number.
//!
//! Reckoned on the house as the scenario has it: its votes, its partners and the base and mark in
//! use. Leading seats count as held. See [`marginal_seats`](super::marginal_seats) for the cost of
//! a seat.

use super::marginal_seats::{Flip, awards, cheapest_first, flip};
use crate::analysis::query::{Evaluated, Steps};
use crate::election::Election;
use crate::majority::Base;
use crate::outcome::Outcome;
use crate::outcome::counted_side::{BallotLine, CountedSide};
use crate::outcome::post_election::PostElection;
use crate::outcome::seats::Seats;
use crate::problem::Problems;
use crate::scenario::Edit;
use crate::share::hundredths;
use serde::{Deserialize, Serialize};

/// Which path is asked for.
#[derive(Debug, Clone, Deserialize)]
pub struct CheapestPathQuery {
    /// A row of the tally by alliance, or a party.
    pub side: String,
    /// Where it leads.
    pub goal: Goal,
}

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Goal {
    /// The side reaches the mark.
    Majority,
    /// The side falls below the mark.
    End,
}

/// One constituency of a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PathSeat {
    /// Its id.
    pub constituency: String,
    /// Who holds it.
    pub from: BallotLine,
    /// Who takes it.
    pub to: BallotLine,
    /// Votes that switch from the one to the other.
    pub switch: u32,
}

/// A cheapest path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CheapestPath {
    /// Where it leads.
    pub goal: Goal,
    /// Whose majority.
    pub side: String,
    /// Seats of the side before: members who vote where that is the base in use.
    pub seats: u32,
    /// Base in use.
    pub base: Base,
    /// Mark on it.
    pub mark: u32,
    /// Whether the goal is reached. If not, `seats_changed` is all that can be done.
    pub reached: bool,
    /// The constituencies, cheapest first. Empty where the goal is reached already.
    pub seats_changed: Vec<PathSeat>,
    /// Votes that switch, together.
    pub votes: u64,
    /// The same in hundredths of a percent of all valid votes of the election, rounded half up.
    pub share_valid: u32,
    /// The path as awards, to be added to the scenario.
    pub edits: Vec<Edit>,
}

/// A search for the cheapest path at work: [`CheapestPathSearch::advance`] it until it is done.
#[derive(Debug, Clone)]
pub struct CheapestPathSearch {
    goal: Goal,
    side: String,
    /// Seats of the side before.
    seats: u32,
    mark: u32,
    /// Every flip that can serve the goal, cheapest first.
    flips: Vec<Flip>,
    /// Where members cross, resign or stay away, a seat that changes hands need not change the
    /// sums: the flips are tried one after the other.
    trial: Option<Box<Trial>>,
    chosen: Vec<Flip>,
    reached: bool,
}

/// Flips tried one after the other, on one house.
#[derive(Debug, Clone)]
struct Trial {
    after: PostElection,
    seats: Seats,
    /// The next flip to try.
    next: usize,
    /// Seats below the mark, or above what ends a majority: 0 or less is there.
    left: i64,
}

impl Trial {
    fn missing(&self, election: &Election, side: &str, goal: Goal) -> i64 {
        let (groups, house) = self.after.house(election, &self.seats);
        let side = CountedSide::of(election, &groups, side).map_or(0, |whose| whose.seats(&house));
        let mark = crate::majority::mark(house.base(election, house.base));
        let above = i64::from(side) - i64::from(mark);
        match goal {
            Goal::Majority => -above,
            Goal::End => above + 1,
        }
    }
}

impl CheapestPathSearch {
    /// Prepares a search for the cheapest path to a majority of `side`, or to the end of the one it
    /// has. The cost is that of reading every constituency.
    ///
    /// # Errors
    /// As [`CountedSide::of`].
    pub fn start(
        election: &Election,
        outcome: &Outcome,
        side: &str,
        goal: Goal,
    ) -> Result<CheapestPathSearch, Problems> {
        let whose = CountedSide::of(election, &outcome.groups, side)?;
        let mark = crate::majority::mark(outcome.house.base(election, outcome.house.base));
        let seats = whose.seats(&outcome.house);
        let needed = match goal {
            Goal::Majority => mark.saturating_sub(seats),
            Goal::End => (seats + 1).saturating_sub(mark),
        } as usize;
        let flips = flips(election, outcome, whose, goal);
        let after = PostElection::of(election, &outcome.edits);
        let simple = after.members_only();
        let taken = if simple { flips.len().min(needed) } else { 0 };
        let trial = (!simple).then(|| {
            let mut trial = Trial {
                after,
                seats: outcome.seats.clone(),
                next: 0,
                left: 0,
            };
            trial.left = trial.missing(election, side, goal);
            Box::new(trial)
        });
        Ok(CheapestPathSearch {
            goal,
            side: side.to_owned(),
            seats,
            mark,
            chosen: flips[..taken].to_vec(),
            reached: simple && taken == needed,
            flips,
            trial,
        })
    }

    /// Works on; whether the path is complete. `budget` is about how many constituencies are read;
    /// one flip is tried at least.
    pub fn advance(&mut self, election: &Election, budget: u32) -> bool {
        let Some(trial) = &mut self.trial else {
            return true;
        };
        let mut budget = budget as usize;
        while trial.left > 0
            && let Some(flip) = self.flips.get(trial.next)
        {
            trial.next += 1;
            let result = &mut trial.seats.results[flip.constituency];
            let before = result.holder.replace(flip.to);
            let now = trial.missing(election, &self.side, self.goal);
            if now < trial.left {
                trial.left = now;
                self.chosen.push(*flip);
            } else {
                trial.seats.results[flip.constituency].holder = before;
            }
            match budget.checked_sub(election.constituencies.len()) {
                Some(rest) => budget = rest,
                None => return false,
            }
        }
        self.reached = trial.left <= 0;
        self.trial = None;
        true
    }

    /// The path as far as it is known.
    pub fn path(&self, election: &Election, outcome: &Outcome) -> CheapestPath {
        let chosen = &self.chosen;
        let votes = chosen.iter().map(|flip| u64::from(flip.cost)).sum();
        let valid = election.constituencies.iter().map(|c| c.valid).sum();
        let kind = outcome.house.base;
        CheapestPath {
            goal: self.goal,
            side: self.side.clone(),
            seats: self.seats,
            base: Base {
                kind,
                n: outcome.house.base(election, kind),
            },
            mark: self.mark,
            reached: self.reached,
            votes,
            share_valid: hundredths(votes, valid),
            edits: awards(election, chosen),
            seats_changed: chosen
                .iter()
                .map(|flip| PathSeat {
                    constituency: id(election, flip.constituency),
                    from: BallotLine::of(election, outcome, flip.holder),
                    to: BallotLine::of(election, outcome, flip.to),
                    switch: flip.cost,
                })
                .collect(),
        }
    }
}

/// Starts on a query.
pub(crate) fn start(
    on: &Evaluated,
    query: &CheapestPathQuery,
) -> Result<Steps<CheapestPath>, Problems> {
    let mut search = CheapestPathSearch::start(&on.election, &on.outcome, &query.side, query.goal)?;
    Ok(Box::new(move |on, budget| {
        let done = search.advance(&on.election, budget);
        done.then(|| search.path(&on.election, &on.outcome))
    }))
}

/// The cheapest path in one call; see [`CheapestPathSearch`] for one in steps.
///
/// # Errors
/// As [`CountedSide::of`].
pub fn cheapest_path(
    election: &Election,
    outcome: &Outcome,
    side: &str,
    goal: Goal,
) -> Result<CheapestPath, Problems> {
    let mut search = CheapestPathSearch::start(election, outcome, side, goal)?;
    while !search.advance(election, u32::MAX) {}
    Ok(search.path(election, outcome))
}

fn id(election: &Election, constituency: usize) -> String {
    election.constituencies[constituency].number.to_string()
}

/// Every flip that can serve the goal, cheapest first.
fn flips(election: &Election, outcome: &Outcome, whose: CountedSide, goal: Goal) -> Vec<Flip> {
    let lost = goal == Goal::End;
    let flips: Vec<Flip> = (0..election.constituencies.len())
        .filter_map(|i| {
            let holder = outcome.seats.results[i].holder?;
            if whose.has(election, outcome, holder, i) != lost {
                return None;
            }
            flip(election, outcome, i, |candidate| {
                whose.has(election, outcome, candidate, i) != lost
            })
        })
        .collect();
    cheapest_first(election, &flips)
}
