//! [`Dataset`] → [`Election`]: every id becomes an index. What names nothing known stands as nobody or nothing;
//! `validate.rs` says so.

use super::{Alliance, Candidate, Constituency, Election, INDEPENDENT, NONE, Places};
use crate::dataset::{self, Dataset};

/// The election a dataset describes. It is good only where the dataset is.
pub fn resolve(dataset: &Dataset) -> Election {
    let ids = dataset.parties.iter().map(|party| party.id.clone());
    let mut parties: Vec<String> = ids.filter(|id| id != INDEPENDENT).collect();
    parties.push(INDEPENDENT.to_owned());
    let mut election = Election {
        id: dataset.id.clone(),
        fingerprint: String::new(),
        #[cfg(feature = "full")]
        ballot: String::new(),
        party_alliance: vec![NONE; parties.len()],
        parties,
        alliances: Vec::with_capacity(dataset.alliances.len()),
        government: dataset.government.clone(),
        nominated: dataset.nominated,
        places: Places::default(),
        constituencies: Vec::with_capacity(dataset.constituencies.len()),
        candidates: Vec::new(),
        #[cfg(feature = "full")]
        lines: Default::default(),
    };
    for (i, alliance) in dataset.alliances.iter().enumerate() {
        for id in &alliance.parties {
            if let Some(party) = election.party(id) {
                let of = &mut election.party_alliance[party as usize];
                if *of == NONE {
                    *of = i as u16;
                }
            }
        }
        let parties = 0..election.independent();
        election.alliances.push(Alliance {
            id: alliance.id.clone(),
            parties: parties
                .filter(|&party| election.party_alliance[party as usize] == i as u16)
                .collect(),
        });
    }
    for constituency in &dataset.constituencies {
        add(&mut election, constituency);
    }
    election
}

/// Adds a constituency, and its candidates by serial.
fn add(election: &mut Election, constituency: &dataset::Constituency) {
    let first = election.candidates.len();
    for line in &constituency.candidates {
        let party = match line.party.as_str() {
            INDEPENDENT => election.independent(),
            id => election.party(id).unwrap_or(election.independent()),
        };
        let alliance = match &line.alliance {
            None => election.party_alliance[party as usize],
            Some(id) => election.alliance(id).unwrap_or(NONE),
        };
        let votes = line.votes.unwrap_or_default();
        let candidate = Candidate {
            votes: votes.total,
            postal: votes.postal.unwrap_or(u32::MAX),
            serial: line.serial as u16,
            party,
            alliance,
        };
        // Most files have them by serial already.
        let before = &election.candidates[first..];
        let at = before.partition_point(|other| other.serial <= candidate.serial);
        election.candidates.insert(first + at, candidate);
    }
    let lines = &election.candidates[first..];
    let mut serials = lines.iter().map(|line| Some(u32::from(line.serial)));
    let holder = serials.position(|serial| serial == constituency.winner);
    let most = lines.iter().map(|line| line.votes).max();
    election.constituencies.push(Constituency {
        number: super::digits(&constituency.id).unwrap_or(0),
        status: constituency.status,
        holder: holder.map(|i| (first + i) as u32),
        first: first as u32,
        len: lines.len() as u16,
        valid: lines.iter().map(|line| u64::from(line.votes)).sum::<u64>()
            + constituency
                .others
                .map_or(0, |votes| u64::from(votes.total)),
        others: constituency.others.map(|votes| votes.total),
        nota: constituency.nota.map(|votes| votes.total),
        electors: constituency.electors,
        voted: constituency
            .candidates
            .iter()
            .any(|line| line.votes.is_some()),
        against_votes: holder.is_some_and(|holder| Some(lines[holder].votes) < most),
        margin: constituency.margin,
        #[cfg(feature = "full")]
        reason: constituency.reason,
        places: [NONE; 5],
    });
}
