//! Votes above the margin: constituencies where a party that neither won nor ran up has more votes
//! than lay between the two that did. They do not show whom its voters would have chosen otherwise.

use crate::analysis::query::{Evaluated, Steps, done};
use crate::election::Election;
use crate::outcome::Outcome;
use crate::outcome::counted_side::{BallotLine, unknown};
use crate::outcome::row::Key;
use crate::problem::Problems;
use crate::scenario::WHOLE;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// A constituency where the party's votes exceed the margin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExceededMargin {
    /// Its id.
    pub constituency: String,
    /// Who holds it.
    pub winner: BallotLine,
    /// Id of the row of the tally the winner is counted in; none for one who sits alone.
    pub winner_side: Option<String>,
    /// The next candidate.
    pub runner_up: BallotLine,
    /// Likewise the runner-up's, had it won.
    pub runner_up_side: Option<String>,
    /// The party's candidate.
    pub third: BallotLine,
    /// Votes between winner and runner-up.
    pub margin: u64,
    /// The share of the party's votes that would have made the runner-up the sole winner, had they
    /// gone there, in hundredths of a percent: the smallest for which `round(votes * share /
    /// 10,000)`, half up, exceeds the margin.
    pub transfer: u32,
}

/// The constituencies where one party's votes exceed the margin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VotesAboveMargin {
    /// The party.
    pub party: String,
    /// The constituencies, smallest transfer first, ties by constituency number.
    pub seats: Vec<ExceededMargin>,
    /// How many they are by winner's and runner-up's side, most first, ties by order of first
    /// appearance.
    pub directions: Vec<Direction>,
}

/// Constituencies one side won over another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Direction {
    /// The winner's side; none for one who sits alone.
    pub winner: Option<String>,
    /// The runner-up's side, likewise.
    pub runner_up: Option<String>,
    /// How many constituencies.
    pub seats: u32,
}

/// Whose votes are asked for.
#[derive(Debug, Clone, Deserialize)]
pub struct VotesAboveMarginQuery {
    /// The party.
    pub party: String,
}

/// Starts on a query.
pub(crate) fn start(
    on: &Evaluated,
    query: &VotesAboveMarginQuery,
) -> Result<Steps<VotesAboveMargin>, Problems> {
    votes_above_margin(&on.election, &on.outcome, &query.party).map(done)
}

/// Where a party's votes exceed the margin between a winner and a runner-up who both belong to
/// other sides. Of several candidates of the party the one with most votes is spoken of, then the
/// lower serial. Votes are those of the scenario; seats without a margin (awarded, unopposed, tied)
/// are left out.
///
/// # Errors
/// `independent-side` for the independents, `unknown-id` for an id that is no party's.
pub fn votes_above_margin(
    election: &Election,
    outcome: &Outcome,
    party: &str,
) -> Result<VotesAboveMargin, Problems> {
    let index = election
        .party(party)
        .ok_or_else(|| unknown("party", "party", party))?;
    let all = 0..election.constituencies.len();
    let mut found: Vec<(ExceededMargin, u32)> = all
        .filter_map(|i| {
            let seat = exceeding(election, outcome, index, i)?;
            Some((seat, election.constituencies[i].number))
        })
        .collect();
    let mut directions: Vec<Direction> = Vec::new();
    for (seat, _) in &found {
        let known = directions.iter_mut().find(|direction| {
            direction.winner == seat.winner_side && direction.runner_up == seat.runner_up_side
        });
        match known {
            Some(direction) => direction.seats += 1,
            None => directions.push(Direction {
                winner: seat.winner_side.clone(),
                runner_up: seat.runner_up_side.clone(),
                seats: 1,
            }),
        }
    }
    directions.sort_by_key(|direction| Reverse(direction.seats));
    found.sort_by_key(|(seat, number)| (seat.transfer, *number));
    Ok(VotesAboveMargin {
        party: party.to_owned(),
        seats: found.into_iter().map(|(seat, _)| seat).collect(),
        directions,
    })
}

fn exceeding(
    election: &Election,
    outcome: &Outcome,
    party: u16,
    i: usize,
) -> Option<ExceededMargin> {
    let result = &outcome.seats.results[i];
    let (holder, next) = (result.holder?, result.next?);
    // A holder against the votes leaves nothing to exceed.
    let margin = u64::try_from(result.margin?).ok()?;
    let count = &outcome.votes.count;
    let constituency = &election.constituencies[i];
    let lines = constituency.range().map(|c| c as u32);
    let third = lines
        .filter(|&c| election.candidates[c as usize].party == party)
        .filter(|&c| outcome.votes.standing[c as usize] && c != holder && c != next)
        .min_by_key(|&c| Reverse(count[c as usize]))?;
    let group = |c: u32| {
        outcome
            .groups
            .of_line(election, c, i, outcome.seats.results[i].holder)
    };
    let (winner, runner_up, own) = (group(holder), group(next), group(third));
    let votes = u64::from(count[third as usize]);
    if votes <= margin || (own.is_some() && (own == winner || own == runner_up)) {
        return None;
    }
    let (one, half) = (u64::from(WHOLE), u64::from(WHOLE / 2));
    let side = |group: Option<u16>| {
        let group =
            group.filter(|&g| Key::of(&outcome.groups.groups[g as usize]) != Key::Independents);
        group.map(|group| outcome.groups.id(election, group))
    };
    Some(ExceededMargin {
        constituency: constituency.number.to_string(),
        winner: BallotLine::of(election, outcome, holder),
        winner_side: side(winner),
        runner_up: BallotLine::of(election, outcome, next),
        runner_up_side: side(runner_up),
        third: BallotLine::of(election, outcome, third),
        margin,
        // round(votes * share / WHOLE) >= margin + 1
        transfer: ((margin + 1) * one - half).div_ceil(votes) as u32,
    })
}
