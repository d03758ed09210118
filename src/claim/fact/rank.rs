//! Who is first, and where margins are smallest and largest.

use super::margin::{margin, one_place};
use super::scene::Scene;
use super::{Known, Need};
use crate::claim::figure::{Claim, Figure};
use crate::claim::measure::Measure;
use crate::claim::sides::{Side, side};
use crate::election::{Election, NONE};

/// Alliances are ranked among alliances and unaligned parties, parties among parties.
pub fn largest(election: &Election, figure: &Figure) -> Result<Known, Need> {
    let count = |id: &String| -> Result<u64, Need> {
        let one = Figure {
            who: vec![id.clone()],
            ..Figure::of(figure.measure)
        };
        let scene = Scene::of(election, &Claim::default(), &one)?;
        Ok(match figure.measure {
            Measure::MostVotes => scene.votes()[0],
            _ => scene.seats(|_| true),
        })
    };
    let [who] = figure.who.as_slice() else {
        return Err(Need::Who);
    };
    let parties = election.parties.iter().take(election.parties.len() - 1);
    let rivals: Vec<String> = match side(election, who) {
        Some(Side::Alliance(_)) => {
            let alone = parties
                .zip(&election.party_alliance)
                .filter(|(_, of)| **of == NONE);
            let alliances = election
                .alliances
                .iter()
                .map(|alliance| alliance.id.clone());
            alliances
                .chain(alone.map(|(party, _)| party.clone()))
                .collect()
        }
        _ => parties.cloned().collect(),
    };
    let counts = rivals.iter().map(count).collect::<Result<Vec<_>, _>>()?;
    let most = counts
        .iter()
        .copied()
        .max()
        .filter(|most| *most > 0)
        .ok_or(Need::Votes)?;
    let first = rivals.iter().zip(&counts).filter(|(_, n)| **n == most);
    let first: Vec<String> = first.map(|(id, _)| id.clone()).collect();
    let alone = first.len() == 1 && first[0] == *who;
    Ok(Known::truth("largest", alone, first))
}

pub fn extreme(election: &Election, figure: &Figure) -> Result<Known, Need> {
    let place = one_place(election, figure)?;
    let all = (0..election.constituencies.len()).filter_map(|i| Some((margin(election, i)?, i)));
    let found = match figure.measure {
        Measure::Closest => all.min(),
        _ => all.max_by_key(|&(margin, i)| (margin, usize::MAX - i)),
    };
    let (_, found) = found.ok_or(Need::Votes)?;
    let id = election.constituencies[found].number.to_string();
    Ok(Known::truth("constituency", found == place, vec![id]))
}
