//! Disproportionality: votes against seats of each side and party.

use crate::analysis::query::{Evaluated, Steps, done};
use crate::election::Election;
use crate::outcome::Outcome;
use crate::outcome::row::{BySide, Row};
use crate::outcome::votes::follows_votes;
use crate::problem::Problems;
use crate::share::hundredths;
use serde::{Deserialize, Serialize};

/// Votes and seats of one side. Votes are those of the scenario; seats those won, whoever crossed
/// or resigned afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SideShare {
    /// Whose.
    pub row: Row,
    /// Votes of its standing candidates.
    pub votes: u64,
    /// Constituencies its candidates hold or lead in.
    pub seats: u32,
    /// Votes in hundredths of a percent of declared valid votes, rounded half up.
    pub share_votes: u32,
    /// Seats in hundredths of a percent of all elected seats, likewise.
    pub share_seats: u32,
    /// Votes per seat, rounded half up; none without a seat.
    pub votes_per_seat: Option<u64>,
    /// Votes for its candidates who were not elected.
    pub lost: u64,
    /// Votes of its winners beyond one more than the next candidate had. A seat awarded by hand has
    /// none.
    pub surplus: u64,
    /// Lost and surplus together.
    pub wasted: u64,
    /// Constituencies with votes where at least one of its candidates stands.
    pub contested: u32,
    /// Its votes in hundredths of a percent of declared valid votes of those constituencies.
    pub share_contested: u32,
}

/// Votes against seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Disproportionality {
    /// Declared valid votes.
    pub valid: u64,
    /// Elected seats.
    pub seats: u32,
    /// Sides in the order of the tally by alliance, those with votes or seats; last "IND": all who
    /// would sit alone, together.
    pub sides: Vec<SideShare>,
    /// Each party by itself, in dataset order, those with votes or seats.
    pub parties: Vec<SideShare>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    votes: u64,
    seats: u32,
    lost: u64,
    surplus: u64,
    contested: u32,
    valid: u64,
    /// Constituency last counted, and one.
    last: usize,
}

/// Asks for votes against seats.
#[derive(Debug, Clone, Deserialize)]
pub struct DisproportionalityQuery {}

/// Starts on a query.
pub(crate) fn start(
    on: &Evaluated,
    _: &DisproportionalityQuery,
) -> Result<Steps<Disproportionality>, Problems> {
    Ok(done(disproportionality(&on.election, &on.outcome)))
}

/// Votes against seats of a scenario, by side and by party.
pub fn disproportionality(election: &Election, outcome: &Outcome) -> Disproportionality {
    let groups = &outcome.groups;
    let mut sums: BySide<Sum> = BySide::new(election, groups);
    let mut valid = 0;
    for (i, constituency) in election.constituencies.iter().enumerate() {
        valid += constituency.valid;
        let result = &outcome.seats.results[i];
        for c in constituency.range() {
            let holds = result.holder == Some(c as u32);
            if !outcome.votes.standing[c] && !holds {
                continue;
            }
            let votes = u64::from(outcome.votes.count[c]);
            for sum in sums.of_line(election, groups, c as u32, i, result.holder) {
                sum.votes += votes;
                if holds {
                    sum.seats += 1;
                    let margin = result.margin.filter(|_| follows_votes(constituency));
                    sum.surplus += margin.map_or(0, |margin| (margin - 1).max(0) as u64);
                } else {
                    sum.lost += votes;
                }
                if constituency.voted && sum.last != i + 1 {
                    sum.last = i + 1;
                    sum.contested += 1;
                    sum.valid += constituency.valid;
                }
            }
        }
    }
    let house = election.constituencies.len() as u32;
    let share = |(row, sum): (Row, &Sum)| SideShare {
        row,
        votes: sum.votes,
        seats: sum.seats,
        share_votes: hundredths(sum.votes, valid),
        share_seats: hundredths(u64::from(sum.seats), u64::from(house)),
        votes_per_seat: (sum.seats > 0).then(|| {
            let seats = u64::from(sum.seats);
            (2 * sum.votes + seats) / (2 * seats)
        }),
        lost: sum.lost,
        surplus: sum.surplus,
        wasted: sum.lost + sum.surplus,
        contested: sum.contested,
        share_contested: hundredths(sum.votes, sum.valid),
    };
    let shares = sums.rows(election).map(|rows| {
        let rows = rows
            .into_iter()
            .filter(|(_, sum)| sum.votes > 0 || sum.seats > 0);
        rows.map(share).collect()
    });
    let [sides, parties] = shares;
    Disproportionality {
        valid,
        seats: house,
        sides,
        parties,
    }
}
