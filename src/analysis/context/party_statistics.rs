//! Party statistics: seats, votes, margins and deposits by party and by side, in the whole house or
//! in one place, under the scenario last evaluated.

use crate::election::Election;
use crate::outcome::Outcome;
use crate::outcome::row::{BySide, Row};
use crate::problem::Problems;
use crate::share::hundredths;
use crate::status::Status;
use serde::Serialize;

/// The kinds of place, in the order of [`crate::election::Constituency::places`].
const KINDS: [&str; 5] = ["category", "division", "district", "parliamentary", "phase"];

/// What is known of one party or side within the constituencies asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PartyRecord {
    /// Whose.
    pub row: Row,
    /// Ballot lines that stand.
    pub contested: u32,
    /// Constituencies with at least one of them.
    pub constituencies: u32,
    /// Constituencies won.
    pub won: u32,
    /// Constituencies it leads in.
    pub leading: u32,
    /// Ids of both together, in dataset order.
    pub seats: Vec<String>,
    /// Won and led of constituencies (a side) or ballot lines (a party), in hundredths of a
    /// percent, rounded half up. None after a pool, and where none stood.
    pub strike_rate: Option<u32>,
    /// Present votes.
    pub votes: u64,
    /// Votes in hundredths of a percent of the votes counted here, NOTA included; rounded half up.
    pub share_counted: u32,
    /// Votes in hundredths of a percent of the valid votes here; rounded half up.
    pub share_valid: u32,
    /// Votes in hundredths of a percent of the valid votes of the constituencies it stands in;
    /// rounded half up.
    pub share_contested: u32,
    /// Mean lead over the next candidate in votes, rounded half up, over the seats that have a
    /// margin (those awarded by hand or unopposed have none). None where no seat has one.
    pub average_margin: Option<i64>,
    /// Ballot lines not elected with 6 × votes ≤ valid votes.
    pub deposits_lost: u32,
}

/// The facts of a house or a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PartyStatistics {
    /// How many constituencies they speak of.
    pub constituencies: u32,
    /// Their votes counted: valid votes and NOTA.
    pub counted: u64,
    /// Their valid votes.
    pub valid: u64,
    /// Sides in the order of the tally by alliance, those that stood; last "IND": all who would sit
    /// alone, together.
    pub sides: Vec<PartyRecord>,
    /// Each party by itself, in dataset order, those that stood; independents, together, last.
    pub parties: Vec<PartyRecord>,
}

#[derive(Debug, Clone, Default)]
struct Sum {
    contested: u32,
    constituencies: u32,
    won: u32,
    leading: u32,
    seats: Vec<String>,
    votes: u64,
    valid: u64,
    margins: i64,
    margin_seats: i64,
    deposits_lost: u32,
    /// Constituency last counted, and one.
    last: usize,
}

/// The constituencies of one place, by index.
///
/// # Errors
/// `unknown-kind` for no kind of place, `unknown-id` where the election has no such place.
pub fn constituencies_in(
    election: &Election,
    kind: &str,
    id: &str,
) -> Result<Vec<usize>, Problems> {
    let Some(list) = KINDS.iter().position(|known| *known == kind) else {
        let message = format!("no kind of place is called \"{kind}\"");
        return Err(Problems::one("kind", "unknown-kind", message));
    };
    let (name, ids) = election.places.lists()[list];
    let Some(place) = ids.iter().position(|known| known == id) else {
        let message = format!("none of the {name} is called \"{id}\"");
        return Err(Problems::one("id", "unknown-id", message));
    };
    let all = 0..election.constituencies.len();
    Ok(all
        .filter(|&i| usize::from(election.constituencies[i].places[list]) == place)
        .collect())
}

/// The facts of these constituencies under a scenario. A vacated seat is nobody's; members who
/// cross, resign or stay away by number belong to no particular constituency and stay where they
/// were elected.
pub fn party_statistics(
    election: &Election,
    outcome: &Outcome,
    constituencies: &[usize],
) -> PartyStatistics {
    let groups = &outcome.groups;
    let mut sums: BySide<Sum> = BySide::new(election, groups);
    let (mut counted, mut valid) = (0, 0);
    for &i in constituencies {
        let constituency = &election.constituencies[i];
        counted += constituency.counted();
        valid += constituency.valid;
        let result = &outcome.seats.results[i];
        let vacated = outcome.house.vacated.contains(&i);
        for c in constituency.range() {
            let elected = result.holder == Some(c as u32);
            let standing = outcome.votes.standing[c];
            if !standing && !elected {
                continue;
            }
            let votes = u64::from(outcome.votes.count[c]);
            for sum in sums.of_line(election, groups, c as u32, i, result.holder) {
                if standing {
                    sum.contested += 1;
                    sum.votes += votes;
                    if sum.last != i + 1 {
                        sum.last = i + 1;
                        sum.constituencies += 1;
                        sum.valid += constituency.valid;
                    }
                    let lost = constituency.voted && !elected && 6 * votes <= constituency.valid;
                    sum.deposits_lost += u32::from(lost);
                }
                if elected && !vacated {
                    if result.status == Status::Leading {
                        sum.leading += 1;
                    } else {
                        sum.won += 1;
                    }
                    sum.seats.push(constituency.number.to_string());
                    // A holder behind in votes did not win by them.
                    if let Some(margin) = result.margin.filter(|&margin| margin >= 0) {
                        sum.margins += margin;
                        sum.margin_seats += 1;
                    }
                }
            }
        }
    }
    let fact = |row: Row, sum: &Sum, of: u32| PartyRecord {
        row,
        contested: sum.contested,
        constituencies: sum.constituencies,
        won: sum.won,
        leading: sum.leading,
        seats: sum.seats.clone(),
        strike_rate: (!outcome.votes.pooled && of > 0)
            .then(|| hundredths(u64::from(sum.won + sum.leading), u64::from(of))),
        votes: sum.votes,
        share_counted: hundredths(sum.votes, counted),
        share_valid: hundredths(sum.votes, valid),
        share_contested: hundredths(sum.votes, sum.valid),
        average_margin: (sum.margin_seats > 0)
            .then(|| (2 * sum.margins + sum.margin_seats).div_euclid(2 * sum.margin_seats)),
        deposits_lost: sum.deposits_lost,
    };
    let stood = |sum: &Sum| sum.contested > 0 || !sum.seats.is_empty();
    let [sides, parties] = sums.rows(election);
    let sides = sides.into_iter().filter(|(_, sum)| stood(sum));
    let parties = parties.into_iter().filter(|(_, sum)| stood(sum));
    PartyStatistics {
        constituencies: constituencies.len() as u32,
        counted,
        valid,
        sides: sides
            .map(|(row, sum)| fact(row, sum, sum.constituencies))
            .collect(),
        parties: parties
            .map(|(row, sum)| fact(row, sum, sum.contested))
            .collect(),
    }
}
