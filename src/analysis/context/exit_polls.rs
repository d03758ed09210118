//! Exit polls against the declared result. A poll gives ranges, not seats, so it is no scenario.

use crate::election::{Election, NONE};
use crate::outcome::counted_side::unknown;
use crate::outcome::sides::{Side, side};
use crate::problem::Problems;
use serde::Serialize;

/// How a published range compares with the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// `in` the range, its ends included; `low` if the whole range lies below the result, `high` if
    /// above.
    pub kind: &'static str,
    /// Seats between the result and the nearer end of the range; 0 if in it.
    pub off: u32,
}

/// One poll against the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PollHits {
    /// One for each side, then the others.
    pub hits: Vec<Hit>,
    /// Whether all of them are in range.
    pub all: bool,
}

/// Exit polls against the declared result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Polls {
    /// Declared seats of each side, then of all others together.
    pub seats: Vec<u32>,
    /// Each poll, in the order given.
    pub polls: Vec<PollHits>,
    /// Places of the polls that had every side in range.
    pub all: Vec<u32>,
}

/// Compares ranges of seats, lowest and highest, with the declared result. `sides` are parties or
/// alliances; each poll has one range for each of them and a last one for all others together.
///
/// # Errors
/// `unknown-id` for a side that is none, `wrong-length` for a poll with more or fewer ranges,
/// `empty-range` where the lowest is above the highest.
pub fn polls(
    election: &Election,
    sides: &[String],
    polls: &[Vec<(u32, u32)>],
) -> Result<Polls, Problems> {
    let mut problems = Problems::default();
    let mut found = Vec::new();
    for (i, id) in sides.iter().enumerate() {
        let missing = || unknown(format!("sides[{i}]"), "party or alliance", id);
        found.push(side(election, id).ok_or_else(missing)?);
    }
    let mut seats = vec![0; found.len() + 1];
    for holder in election.constituencies.iter().filter_map(|one| one.holder) {
        let line = &election.candidates[holder as usize];
        let mine = |side: &Side| match side {
            Side::Party(party) => line.party == *party && !election.is_placed(line),
            Side::Alliance(alliance) => line.alliance != NONE && line.alliance == *alliance,
        };
        let place = found.iter().position(mine).unwrap_or(found.len());
        seats[place] += 1;
    }
    let mut answers = Vec::with_capacity(polls.len());
    for (i, ranges) in polls.iter().enumerate() {
        if ranges.len() != seats.len() {
            let message = format!("{} ranges expected, {} found", seats.len(), ranges.len());
            problems.add(format!("polls[{i}]"), "wrong-length", message);
            continue;
        }
        let mut hits = Vec::with_capacity(ranges.len());
        for (j, (&(low, high), &result)) in ranges.iter().zip(&seats).enumerate() {
            if low > high {
                let message = "the lowest number of seats is above the highest";
                problems.add(format!("polls[{i}][{j}]"), "empty-range", message);
            }
            hits.push(if result < low {
                Hit {
                    kind: "high",
                    off: low - result,
                }
            } else if result > high {
                Hit {
                    kind: "low",
                    off: result - high,
                }
            } else {
                Hit { kind: "in", off: 0 }
            });
        }
        answers.push(PollHits {
            all: hits.iter().all(|hit| hit.off == 0),
            hits,
        });
    }
    let all = answers.iter().enumerate().filter(|(_, poll)| poll.all);
    let all = all.map(|(i, _)| i as u32).collect();
    problems.or(Polls {
        seats,
        polls: answers,
        all,
    })
}
