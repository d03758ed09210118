//! Friendly fights: constituencies in which one alliance has two or more candidates, as declared.

use crate::election::Election;
use serde::Serialize;
use std::cmp::Reverse;

/// Two or more candidates of one alliance in one constituency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FriendlyFight {
    /// Index of the constituency.
    pub constituency: usize,
    /// Index of the alliance.
    pub alliance: u16,
    /// Indexes in [`Election::candidates`], by serial.
    pub candidates: Vec<u32>,
}

/// Every constituency in which an alliance has two or more candidates, in dataset order.
/// Independents are no alliance.
pub fn friendly_fights(election: &Election) -> Vec<FriendlyFight> {
    let mut fights = Vec::new();
    for (i, constituency) in election.constituencies.iter().enumerate() {
        let mut sides: Vec<(u16, u32)> = constituency
            .range()
            .filter_map(|c| Some((election.friendly_fight(i, c as u32)?, c as u32)))
            .collect();
        sides.sort_unstable();
        fights.extend(sides.chunk_by(|a, b| a.0 == b.0).map(|side| FriendlyFight {
            constituency: i,
            alliance: side[0].0,
            candidates: side.iter().map(|(_, candidate)| *candidate).collect(),
        }));
    }
    fights
}

/// A candidate and what it polled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Polled {
    /// Place on the ballot.
    pub serial: u16,
    /// Party id, or "IND".
    pub party: String,
    /// Declared votes; none where nobody voted.
    pub votes: Option<u32>,
}

/// A friendly fight as it is told to readers, in declared votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FriendlyFightResult {
    /// Id of the constituency.
    pub constituency: String,
    /// Id of the alliance.
    pub alliance: String,
    /// Its candidates, most votes first, ties by serial.
    pub candidates: Vec<Polled>,
    /// What they polled together; none where nobody voted.
    pub together: Option<u64>,
    /// Who won or leads; none where nobody does.
    pub holder: Option<Polled>,
    /// Whether the holder is one of these candidates.
    pub held: bool,
}

/// All friendly fights with what came of them, in dataset order.
pub fn friendly_fight_results(election: &Election) -> Vec<FriendlyFightResult> {
    let fights = friendly_fights(election).into_iter();
    fights.map(|fight| result_of(election, fight)).collect()
}

fn result_of(election: &Election, fight: FriendlyFight) -> FriendlyFightResult {
    let constituency = &election.constituencies[fight.constituency];
    let polled = |c: u32| {
        let line = &election.candidates[c as usize];
        Polled {
            serial: line.serial,
            party: election.parties[line.party as usize].clone(),
            votes: constituency.voted.then_some(line.votes),
        }
    };
    let mut candidates: Vec<Polled> = fight.candidates.iter().map(|c| polled(*c)).collect();
    candidates.sort_by_key(|one| (Reverse(one.votes), one.serial));
    FriendlyFightResult {
        constituency: constituency.number.to_string(),
        alliance: election.alliances[fight.alliance as usize].id.clone(),
        together: candidates.iter().map(|one| one.votes.map(u64::from)).sum(),
        candidates,
        holder: constituency.holder.map(polled),
        held: constituency
            .holder
            .is_some_and(|holder| fight.candidates.contains(&holder)),
    }
}
