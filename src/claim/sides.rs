//! Who a figure speaks of, found in an election.

use super::figure::{Figure, NOTA, OTHERS};
use crate::election::{Candidate, Election, INDEPENDENT, NONE};

/// Somebody with ballot lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// A party, or all independents.
    Party(u16),
    /// An alliance.
    Alliance(u16),
    /// One candidate, by index.
    Candidate(u32),
}

impl Side {
    /// Whether a ballot line is this side's.
    pub fn has(self, index: usize, line: &Candidate) -> bool {
        match self {
            Side::Party(party) => line.party == party,
            Side::Alliance(alliance) => line.alliance == alliance,
            Side::Candidate(candidate) => candidate as usize == index,
        }
    }
}

/// The side with an id; none where the election has none of that id.
pub fn side(election: &Election, id: &str) -> Option<Side> {
    if id == INDEPENDENT {
        return Some(Side::Party(election.independent()));
    }
    if let Some((constituency, serial)) = id.split_once('.') {
        let constituency = election.constituency(constituency)?;
        return election
            .candidate(constituency, serial.parse().ok()?)
            .map(Side::Candidate);
    }
    let alliance = election.alliance(id).map(Side::Alliance);
    alliance.or_else(|| election.party(id).map(Side::Party))
}

/// The ballot lines a figure speaks of: those of `who`, without those of `without`.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    who: Vec<Side>,
    without: Vec<Side>,
    /// Where it speaks of others: those who are named and so are no others.
    named: Option<Vec<Side>>,
}

impl Lines {
    /// The lines of a figure; `Err` with an id that the election does not have. "Others" are all
    /// but those that `named` names.
    pub fn of(election: &Election, figure: &Figure, named: &[String]) -> Result<Lines, String> {
        let find = |ids: &[String]| -> Result<Vec<Side>, String> {
            let real = ids.iter().filter(|id| *id != OTHERS && *id != NOTA);
            real.map(|id| side(election, id).ok_or_else(|| id.clone()))
                .collect()
        };
        let others = figure.who.iter().any(|id| id == OTHERS);
        Ok(Lines {
            who: find(&figure.who)?,
            without: find(&figure.without)?,
            named: others.then(|| find(named)).transpose()?,
        })
    }

    /// Whether a ballot line is among them.
    pub fn has(&self, election: &Election, index: usize) -> bool {
        let line = &election.candidates[index];
        let among = |sides: &[Side]| sides.iter().any(|side| side.has(index, line));
        let others = self.named.as_ref().is_some_and(|named| !among(named));
        (others || among(&self.who)) && !among(&self.without)
    }
}

/// The alliance a party stands in, by id.
pub fn alliance_of(election: &Election, id: &str) -> Option<String> {
    let Side::Party(party) = side(election, id)? else {
        return None;
    };
    let alliance = *election.party_alliance.get(party as usize)?;
    (alliance != NONE).then(|| election.alliances[alliance as usize].id.clone())
}

/// Whether the lines of one side are all lines of the other.
pub fn within(election: &Election, part: &str, whole: &str) -> bool {
    match (side(election, part), side(election, whole)) {
        (Some(Side::Party(_)), Some(Side::Alliance(_))) => {
            alliance_of(election, part).as_deref() == Some(whole)
        }
        (Some(part), Some(whole)) => part == whole,
        _ => false,
    }
}
