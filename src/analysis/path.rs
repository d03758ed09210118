//! The cheapest path: the fewest constituencies, and of those the least sum of switching votes, that give a side a
//! majority or end one. Ties go to the lower constituency number.
//!
//! Reckoned on the house as the scenario has it: its votes, its partners and the base and mark in use. Leading seats count
//! as held. See [`close`](super::close) for the cost of a seat.

use super::after::After;
use super::close::{Flip, cheapest_first, flip};
use super::whose::{Line, Whose};
use crate::election::Election;
use crate::majority::Base;
use crate::order::places;
use crate::outcome::Outcome;
use crate::prelude::*;
use crate::problem::Problems;
use crate::report::hundredths;
use crate::scenario::{Award, Chosen, Edit};
use serde::Serialize;

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
    pub from: Line,
    /// Who takes it.
    pub to: Line,
    /// Votes that switch from the one to the other.
    pub switch: u32,
}

/// A cheapest path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Path {
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

/// The cheapest path to a majority of `side`, or to the end of the one it has.
///
/// # Errors
/// As [`Whose::of`].
pub fn path(
    election: &Election,
    outcome: &Outcome,
    side: &str,
    goal: Goal,
) -> Result<Path, Problems> {
    let whose = Whose::of(election, &outcome.groups, side)?;
    let n = outcome.house.base(election, outcome.house.base);
    let base = Base {
        kind: outcome.house.base,
        n,
    };
    let mark = crate::majority::mark(n);
    let seats = whose.seats(&outcome.house);
    let needed = match goal {
        Goal::Majority => mark.saturating_sub(seats),
        Goal::End => (seats + 1).saturating_sub(mark),
    };
    let flips = flips(election, outcome, whose, goal);
    let after = After::of(election, &outcome.edits);
    let (chosen, reached) = if after.members_only() {
        let taken = flips.len().min(needed as usize);
        (flips[..taken].to_vec(), taken == needed as usize)
    } else {
        step_by_step(election, outcome, &after, side, goal, &flips)
    };
    let votes = chosen.iter().map(|flip| u64::from(flip.cost)).sum();
    let valid = election.constituencies.iter().map(|c| c.valid).sum();
    let number = |at: usize| election.constituencies[chosen[at].constituency].number;
    let order = places(chosen.len(), &mut |a, b| number(a).cmp(&number(b)));
    let award = |at: usize| {
        let flip = &chosen[at];
        let serial = election.candidates[flip.to as usize].serial;
        Edit::Award(Award {
            constituency: id(election, flip.constituency),
            candidate: Chosen::Serial(u32::from(serial)),
        })
    };
    Ok(Path {
        goal,
        side: side.to_owned(),
        seats,
        base,
        mark,
        reached,
        votes,
        share_valid: hundredths(votes, valid),
        edits: order.into_iter().map(award).collect(),
        seats_changed: chosen
            .iter()
            .map(|flip| PathSeat {
                constituency: id(election, flip.constituency),
                from: Line::of(election, outcome, flip.holder),
                to: Line::of(election, outcome, flip.to),
                switch: flip.cost,
            })
            .collect(),
    })
}

fn id(election: &Election, constituency: usize) -> String {
    election.constituencies[constituency].number.to_string()
}

/// Every flip that can serve the goal, cheapest first.
fn flips(election: &Election, outcome: &Outcome, whose: Whose, goal: Goal) -> Vec<Flip> {
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

/// Where members cross, resign or stay away, a seat that changes hands need not change the sums: takes the cheapest flips
/// that do, one after the other.
fn step_by_step(
    election: &Election,
    outcome: &Outcome,
    after: &After,
    side: &str,
    goal: Goal,
    flips: &[Flip],
) -> (Vec<Flip>, bool) {
    // Seats below the mark, or above what ends a majority: 0 or less is there.
    let missing = |seats: &crate::outcome::seats::Seats| {
        let (groups, house) = after.house(election, seats);
        let side = Whose::of(election, &groups, side).map_or(0, |whose| whose.seats(&house));
        let mark = crate::majority::mark(house.base(election, house.base));
        let above = i64::from(side) - i64::from(mark);
        match goal {
            Goal::Majority => -above,
            Goal::End => above + 1,
        }
    };
    let mut seats = outcome.seats.clone();
    let mut left = missing(&seats);
    let mut chosen = Vec::new();
    for flip in flips {
        if left <= 0 {
            break;
        }
        let result = &mut seats.results[flip.constituency];
        let before = result.holder.replace(flip.to);
        let now = missing(&seats);
        if now < left {
            left = now;
            chosen.push(*flip);
        } else {
            seats.results[flip.constituency].holder = before;
        }
    }
    (chosen, left <= 0)
}
