//! Marginal seats: how few votes stand between a side and each constituency.
//!
//! *Switch cost*: the fewest votes that must leave the winner for one named candidate to make that
//! candidate the **sole** winner; a tie is no flip. The winner has `w` votes, the candidate `t`,
//! the best of all others `o`: it takes `max(floor((w - t) / 2) + 1, o - t + 1)`, which a
//! third-placed candidate pays for passing the second. All votes are those of the scenario. Seats
//! awarded by hand, vacated, without a holder, elected unopposed or otherwise not decided by votes
//! have no switch cost.

use crate::analysis::query::{Evaluated, Steps, done};
use crate::election::Election;
use crate::outcome::Outcome;
use crate::outcome::counted_side::{BallotLine, CountedSide};
use crate::outcome::votes::follows_votes;
use crate::problem::Problems;
use crate::scenario::{Award, Chosen, Edit};
use crate::share::hundredths;
use serde::{Deserialize, Serialize};

/// The fewest votes that must switch from a winner of `winner` votes to a candidate of `target` for
/// it to be the sole winner, where the best of all others has `other`. At least 1; `None` where the
/// winner has not so many to give.
pub fn switch_cost(winner: u32, target: u32, other: Option<u32>) -> Option<u32> {
    let (w, t) = (i64::from(winner), i64::from(target));
    let pass_winner = (w - t).div_euclid(2) + 1;
    let pass_other = other.map_or(1, |other| i64::from(other) - t + 1);
    let cost = pass_winner.max(pass_other).max(1);
    (cost <= w).then_some(cost as u32)
}

/// One constituency and what it takes to change its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flip {
    /// Index of the constituency.
    pub constituency: usize,
    /// Who holds it.
    pub holder: u32,
    /// Who would.
    pub to: u32,
    /// Votes that must switch from the one to the other.
    pub cost: u32,
}

/// Whether votes decide a constituency now, so that it has a switch cost.
pub fn decided_by_votes(election: &Election, outcome: &Outcome, constituency: usize) -> bool {
    let result = &outcome.seats.results[constituency];
    follows_votes(&election.constituencies[constituency])
        && !result.awarded
        && result.holder.is_some()
        && !outcome.house.vacated.contains(&constituency)
}

/// The cheapest flip of a constituency to one of the candidates `eligible` says: to the one of them
/// with most present votes, then the lower serial.
pub fn flip(
    election: &Election,
    outcome: &Outcome,
    constituency: usize,
    eligible: impl Fn(u32) -> bool,
) -> Option<Flip> {
    if !decided_by_votes(election, outcome, constituency) {
        return None;
    }
    let holder = outcome.seats.results[constituency].holder?;
    let count = &outcome.votes.count;
    let rivals = || {
        let lines = election.constituencies[constituency].range();
        lines
            .filter(|&c| outcome.votes.standing[c])
            .map(|c| c as u32)
            .filter(|&c| c != holder)
    };
    // Candidates stand by serial, so the first of the best has the lowest.
    let to = rivals()
        .filter(|&c| eligible(c))
        .min_by_key(|&c| std::cmp::Reverse(count[c as usize]))?;
    let others = rivals().filter(|&c| c != to);
    let other = others.map(|c| count[c as usize]).max();
    let cost = switch_cost(count[holder as usize], count[to as usize], other)?;
    Some(Flip {
        constituency,
        holder,
        to,
        cost,
    })
}

/// How close by margin: lead of the winner over the next candidate as a share of valid votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Band {
    /// Under 1 %.
    UnderOne,
    /// 1 % or more, under 5 %.
    OneToFive,
    /// 5 to 10 %, both included.
    FiveToTen,
    /// Over 10 %.
    OverTen,
}

impl Band {
    /// The band of a margin, compared exactly and not by a rounded share.
    pub fn of(margin: i64, valid: u64) -> Band {
        let (margin, valid) = (i128::from(margin), i128::from(valid));
        if margin * 100 < valid {
            Band::UnderOne
        } else if margin * 20 < valid {
            Band::OneToFive
        } else if margin * 10 <= valid {
            Band::FiveToTen
        } else {
            Band::OverTen
        }
    }
}

/// A constituency by how close it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MarginalSeat {
    /// Its id.
    pub constituency: String,
    /// Who holds or leads.
    pub holder: BallotLine,
    /// The candidate who could take it.
    pub to: BallotLine,
    /// Place of that candidate by present votes: 2 for the runner-up; level ones by serial.
    pub place: u32,
    /// Votes that must switch from holder to candidate.
    pub switch: u32,
    /// Votes that would have to be added to the candidate instead, nobody losing any.
    pub extra: u64,
    /// Lead of the holder over the next candidate, whoever that is.
    pub margin: i64,
    /// The same in hundredths of a percent of valid votes, rounded half up.
    pub margin_share: i32,
    /// The band the margin is in.
    pub band: Band,
}

/// Marginal seats of one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MarginalSeats {
    /// The side.
    pub side: String,
    /// Seats it does not hold and could win, cheapest first, ties by constituency number.
    pub gains: Vec<MarginalSeat>,
    /// Seats it holds and could lose to the best candidate outside it, likewise.
    pub losses: Vec<MarginalSeat>,
    /// Ids of the constituencies in neither list: nobody to take them, or not decided by votes.
    pub left_out: Vec<String>,
}

/// Whose marginal seats are asked for.
#[derive(Debug, Clone, Deserialize)]
pub struct MarginalSeatsQuery {
    /// A row of the tally by alliance, or a party.
    pub side: String,
}

/// Starts on a query.
pub(crate) fn start(
    on: &Evaluated,
    query: &MarginalSeatsQuery,
) -> Result<Steps<MarginalSeats>, Problems> {
    marginal_seats(&on.election, &on.outcome, &query.side).map(done)
}

/// Every constituency by what it takes to win it for a side, or from it.
///
/// # Errors
/// As [`CountedSide::of`].
pub fn marginal_seats(
    election: &Election,
    outcome: &Outcome,
    side: &str,
) -> Result<MarginalSeats, Problems> {
    let whose = CountedSide::of(election, &outcome.groups, side)?;
    let (mut gains, mut losses, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    for (i, constituency) in election.constituencies.iter().enumerate() {
        let holder = outcome.seats.results[i].holder;
        let held = holder.is_some_and(|holder| whose.has(election, outcome, holder, i));
        let found = flip(election, outcome, i, |candidate| {
            whose.has(election, outcome, candidate, i) != held
        });
        match found {
            Some(flip) if held => losses.push(flip),
            Some(flip) => gains.push(flip),
            None => left_out.push(constituency.number.to_string()),
        }
    }
    let seats = |flips: Vec<Flip>| {
        let flips = cheapest_first(election, &flips);
        let seats = flips.iter();
        seats
            .filter_map(|flip| marginal_seat(election, outcome, flip))
            .collect()
    };
    Ok(MarginalSeats {
        side: side.to_owned(),
        gains: seats(gains),
        losses: seats(losses),
        left_out,
    })
}

/// Flips by cost, ties by constituency number.
pub fn cheapest_first(election: &Election, flips: &[Flip]) -> Vec<Flip> {
    let mut flips = flips.to_vec();
    flips.sort_by_key(|flip| (flip.cost, election.constituencies[flip.constituency].number));
    flips
}

/// A flip in words; `None` where the seat has no margin.
pub(crate) fn marginal_seat(
    election: &Election,
    outcome: &Outcome,
    flip: &Flip,
) -> Option<MarginalSeat> {
    let constituency = &election.constituencies[flip.constituency];
    let margin = outcome.seats.results[flip.constituency].margin?;
    let count = &outcome.votes.count;
    let own = count[flip.to as usize];
    let standing = constituency.range().filter(|&c| outcome.votes.standing[c]);
    let ahead = standing
        .clone()
        .filter(|&c| count[c] > own || (count[c] == own && c < flip.to as usize));
    let most = standing
        .filter(|&c| c != flip.to as usize)
        .map(|c| count[c])
        .max()?;
    Some(MarginalSeat {
        constituency: constituency.number.to_string(),
        holder: BallotLine::of(election, outcome, flip.holder),
        to: BallotLine::of(election, outcome, flip.to),
        place: ahead.count() as u32 + 1,
        switch: flip.cost,
        extra: (u64::from(most) + 1).saturating_sub(u64::from(own)),
        margin,
        margin_share: hundredths(margin.unsigned_abs(), constituency.valid) as i32,
        band: Band::of(margin, constituency.valid),
    })
}

/// Each flip as an award, by constituency number, to be added to a scenario.
pub(crate) fn awards(election: &Election, flips: &[Flip]) -> Vec<Edit> {
    let number = |flip: &&Flip| election.constituencies[flip.constituency].number;
    let mut flips: Vec<&Flip> = flips.iter().collect();
    flips.sort_by_key(number);
    let award = |flip: &Flip| {
        let serial = election.candidates[flip.to as usize].serial;
        Edit::Award(Award {
            constituency: number(&flip).to_string(),
            candidate: Chosen::Serial(u32::from(serial)),
        })
    };
    flips.into_iter().map(award).collect()
}
