//! One constituency in detail: its candidates with their votes.

use crate::election::{Election, NONE};
use crate::outcome::Outcome;
use crate::share::hundredths;
use serde::Serialize;

/// One constituency as a scenario has it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConstituencyDetail {
    /// Its id.
    pub id: String,
    /// Declared valid votes.
    pub valid: u64,
    /// Declared NOTA.
    pub nota: Option<u32>,
    /// Declared votes of candidates who are not listed.
    pub others: Option<u32>,
    /// Valid votes and NOTA.
    pub counted: u64,
    /// Electors.
    pub electors: Option<u32>,
    /// Candidates by present votes, ties by serial.
    pub candidates: Vec<CandidateDetail>,
}

/// One candidate as a scenario has it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidateDetail {
    /// Place on the ballot.
    pub serial: u16,
    /// Party id, or "IND".
    pub party: String,
    /// Row of the tally it would be counted in.
    pub alliance: Option<String>,
    /// Its declared alliance, where that has another candidate here too: a friendly fight.
    pub friendly_fight: Option<String>,
    /// Present votes; none where nobody voted.
    pub votes: Option<u32>,
    /// Declared votes.
    pub declared: Option<u32>,
    /// Declared postal votes, where known.
    pub postal: Option<u32>,
    /// Present votes of declared valid votes, in hundredths of a percent, half up.
    pub share: Option<u32>,
    /// Whether it holds the constituency in this scenario.
    pub holder: bool,
    /// Whether it holds it in the baseline.
    pub declared_holder: bool,
    /// Whether it withdrew in a pool.
    pub withdrawn: bool,
    /// Not elected and 6 × votes ≤ valid votes.
    pub deposit_lost: bool,
}

impl ConstituencyDetail {
    /// The constituency at this index.
    pub fn of(election: &Election, outcome: &Outcome, index: usize) -> ConstituencyDetail {
        let constituency = &election.constituencies[index];
        let votes = &outcome.votes;
        // Candidates stand by serial, so equal votes come in that order.
        let lines = constituency.range();
        let mut order: Vec<(u32, u32)> = lines
            .map(|c| (u32::MAX - votes.count[c], c as u32))
            .collect();
        order.sort_unstable();
        let candidates = order.into_iter();
        ConstituencyDetail {
            id: constituency.number.to_string(),
            valid: constituency.valid,
            nota: constituency.nota,
            others: constituency.others,
            counted: constituency.counted(),
            electors: constituency.electors,
            candidates: candidates
                .map(|(_, c)| CandidateDetail::of(election, outcome, index, c))
                .collect(),
        }
    }
}

impl CandidateDetail {
    fn of(election: &Election, outcome: &Outcome, index: usize, candidate: u32) -> CandidateDetail {
        let constituency = &election.constituencies[index];
        let line = &election.candidates[candidate as usize];
        let now = outcome.votes.count[candidate as usize];
        let standing = outcome.votes.standing[candidate as usize];
        let holder = outcome.seats.results[index].holder == Some(candidate);
        let alliance = |index: u16| election.alliances[index as usize].id.clone();
        let placed = || (line.alliance != NONE).then(|| alliance(line.alliance));
        let group = outcome.groups.of_candidate(election, candidate, index);
        let voted = constituency.voted;
        CandidateDetail {
            serial: line.serial,
            party: election.parties[line.party as usize].clone(),
            alliance: group
                .map(|group| outcome.groups.id(election, group))
                .or_else(placed),
            friendly_fight: election.friendly_fight(index, candidate).map(alliance),
            votes: voted.then_some(now),
            declared: voted.then_some(line.votes),
            postal: (line.postal != u32::MAX).then_some(line.postal),
            share: voted.then(|| hundredths(u64::from(now), constituency.valid)),
            holder,
            declared_holder: constituency.holder == Some(candidate),
            withdrawn: !standing,
            deposit_lost: voted && !holder && standing && constituency.loses_deposit(now),
        }
    }
}
