//! The ballot lines that a figure speaks of, and what they came to.

use super::Need;
use crate::analysis::context::friendly_fights::friendly_fights;
use crate::claim::figure::{Claim, Figure, OTHERS, Scope};
use crate::claim::places::{CONSTITUENCY, constituencies};
use crate::claim::sides::Lines;
use crate::election::{Election, NONE};
use crate::status::Status;

/// The lines of a figure in the constituencies of its place, and what they came to.
pub struct Scene<'a> {
    pub election: &'a Election,
    pub lines: Lines,
    pub places: Vec<usize>,
}

impl<'a> Scene<'a> {
    /// The scene of a figure in an election.
    pub fn of(election: &'a Election, claim: &Claim, figure: &Figure) -> Result<Scene<'a>, Need> {
        let named: Vec<String> = claim
            .figures
            .iter()
            .flat_map(|one| one.who.clone())
            .collect();
        let named: Vec<String> = named.into_iter().filter(|id| id != OTHERS).collect();
        Ok(Scene {
            election,
            lines: Lines::of(election, figure, &named).map_err(|_| Need::Who)?,
            places: constituencies(election, place_of(figure).as_ref()).ok_or(Need::Place)?,
        })
    }

    /// Seats held by its lines, where `counts` says so.
    pub fn seats(&self, counts: impl Fn(Status) -> bool) -> u64 {
        let held = self.places.iter().filter(|&&i| {
            let constituency = &self.election.constituencies[i];
            let holder = constituency.holder.filter(|_| counts(constituency.status));
            holder.is_some_and(|holder| self.lines.has(self.election, holder as usize))
        });
        held.count() as u64
    }

    /// Its ballot lines, each with its constituency.
    pub fn ballot(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.places.iter().flat_map(move |&i| {
            let all = self.election.constituencies[i].range();
            let mine = all.filter(|&line| self.lines.has(self.election, line));
            mine.map(move |line| (i, line))
        })
    }

    /// Ballot lines, constituencies with at least one, and lines without friendly fights.
    pub fn contested(&self) -> [u64; 3] {
        let ballot: Vec<(usize, usize)> = self.ballot().collect();
        let mut places: Vec<usize> = ballot.iter().map(|(place, _)| *place).collect();
        places.dedup();
        let fights = friendly_fights(self.election);
        let against = ballot.iter().filter(|(place, line)| {
            let mut here = fights.iter().filter(|fight| fight.constituency == *place);
            here.any(|fight| fight.candidates.contains(&(*line as u32)))
        });
        let lines = ballot.len() as u64;
        [lines, places.len() as u64, lines - against.count() as u64]
    }

    /// Votes of its lines, votes counted and valid votes.
    pub fn votes(&self) -> [u64; 3] {
        let mine = self
            .ballot()
            .map(|(_, line)| u64::from(self.election.candidates[line].votes));
        let all = self
            .places
            .iter()
            .map(|&i| &self.election.constituencies[i]);
        [
            mine.sum(),
            all.clone().map(|one| one.counted()).sum(),
            all.map(|one| one.valid).sum(),
        ]
    }

    /// Those of its votes that came by post, where that is known of every line.
    pub fn postal(&self) -> Option<u64> {
        let mut lines = self
            .ballot()
            .map(|(_, line)| self.election.candidates[line].postal);
        lines.try_fold(0, |sum, postal| {
            (postal != u32::MAX).then(|| sum + u64::from(postal))
        })
    }
}

/// Where a figure speaks of: a candidate has votes and rivals in one constituency.
fn place_of(figure: &Figure) -> Option<Scope> {
    let mut own = figure.who.iter().map(|id| Some(id.split_once('.')?.0));
    let first = own
        .next()
        .flatten()
        .filter(|first| own.all(|one| one == Some(*first)));
    let own = first.map(|id| Scope {
        kind: CONSTITUENCY.to_owned(),
        id: id.to_owned(),
    });
    figure.place.clone().or(own)
}

/// Ids of a ballot line: its party, its alliance, itself.
pub fn ids_of(election: &Election, constituency: usize, line: usize) -> Vec<String> {
    let candidate = &election.candidates[line];
    let number = election.constituencies[constituency].number;
    let mut ids = vec![
        election.parties[candidate.party as usize].clone(),
        format!("{number}.{}", candidate.serial),
    ];
    if candidate.alliance != NONE {
        ids.push(election.alliances[candidate.alliance as usize].id.clone());
    }
    ids
}
