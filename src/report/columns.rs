//! One value per constituency, and the list of those that changed.

use super::tally::Tally;
use crate::election::{Election, NONE};
use crate::outcome::Outcome;
use crate::share::hundredths;
use crate::status::Status;
use serde::Serialize;

/// Columns in dataset order; indexes into the two tallies, 65535 for nobody.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Columns {
    /// Holder's party.
    pub party: Vec<u16>,
    /// Row the holder is counted in.
    pub alliance: Vec<u16>,
    /// Holder's serial, 0 for nobody.
    pub winner: Vec<u16>,
    /// Serial of the next candidate, 0 for nobody.
    pub runner_up: Vec<u16>,
    /// Party of the next candidate.
    pub runner_up_party: Vec<u16>,
    /// Lead in votes; NaN (null in JSON) where there is none.
    pub margin: Vec<f64>,
    /// Lead in hundredths of a percent of declared valid votes, half up; NaN likewise, and where these are not known.
    pub margin_share: Vec<f64>,
    /// Status code.
    pub status: Vec<u8>,
    /// 0 as in the baseline, 1 another holder, 2 touched with the same holder, 3 vacated.
    pub changed: Vec<u8>,
}

/// A constituency that differs from the baseline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Its id.
    pub constituency: String,
    /// Holder in the baseline.
    pub from: Option<Side>,
    /// Holder now.
    pub to: Option<Side>,
    /// `award`, `votes` or `resign`.
    pub by: &'static str,
}

/// A candidate as one side of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Side {
    /// Serial.
    pub candidate: u16,
    /// Party id, or "IND".
    pub party: String,
}

pub fn of(election: &Election, outcome: &Outcome, tally: &Tally) -> (Columns, Vec<Change>) {
    let mut columns = Columns::default();
    let mut changes = Vec::new();
    for (i, constituency) in election.constituencies.iter().enumerate() {
        let result = &outcome.seats.results[i];
        let vacated = outcome.house.vacated.contains(&i);
        let holder = result.holder.filter(|_| !vacated);
        let party = |c: Option<u32>| c.map_or(NONE, |c| election.candidates[c as usize].party);
        let serial = |c: Option<u32>| c.map_or(0, |c| election.candidates[c as usize].serial);
        let row = holder
            .and_then(|holder| outcome.groups.of_candidate(election, holder, i))
            .map_or(NONE, |group| tally.row_of_group[group as usize]);
        let margin = result.margin.filter(|_| !vacated);
        columns.party.push(party(holder));
        columns.alliance.push(row);
        columns.winner.push(serial(holder));
        columns.runner_up.push(serial(result.next));
        columns.runner_up_party.push(party(result.next));
        columns
            .margin
            .push(margin.map_or(f64::NAN, |margin| margin as f64));
        let of_votes = margin.filter(|_| constituency.voted);
        columns
            .margin_share
            .push(of_votes.map_or(f64::NAN, |margin| {
                let share = hundredths(margin.unsigned_abs(), constituency.valid);
                f64::from(share) * if margin < 0 { -1.0 } else { 1.0 }
            }));
        columns.status.push(if vacated {
            Status::Vacant
        } else {
            result.status
        } as u8);
        let changed = if vacated {
            3
        } else if holder != constituency.holder {
            1
        } else {
            let touched = result.awarded || result.status != constituency.status;
            2 * u8::from(touched)
        };
        columns.changed.push(changed);
        if changed & 1 == 1 {
            let side = |c: Option<u32>| {
                c.map(|c| {
                    let line = &election.candidates[c as usize];
                    Side {
                        candidate: line.serial,
                        party: election.parties[line.party as usize].clone(),
                    }
                })
            };
            changes.push(Change {
                constituency: constituency.number.to_string(),
                from: side(constituency.holder),
                to: side(holder),
                by: if vacated {
                    "resign"
                } else if result.awarded {
                    "award"
                } else {
                    "votes"
                },
            });
        }
    }
    (columns, changes)
}
