//! How many constituencies have a property of their margins.

use super::margin::margin;
use super::scene::{Scene, ids_of};
use super::{Known, Need};
use crate::claim::figure::{Figure, NOTA};
use crate::claim::measure::Measure;
use crate::claim::printed::Ratio;
use crate::election::Election;

/// Constituencies held by the figure's lines (by anybody, if it names nobody) with a margin on one
/// side of its limit.
pub fn by_margin(scene: &Scene, figure: &Figure) -> Result<Known, Need> {
    let election = scene.election;
    let limit = figure.limit.ok_or(Need::Number)?;
    let counts = scene.places.iter().filter(|&&i| {
        let one = &election.constituencies[i];
        let (Some(margin), Some(holder)) = (margin(election, i), one.holder) else {
            return false;
        };
        let value = match figure.measure {
            Measure::CloseShare => Ratio::percent(margin, one.valid),
            _ => Some(Ratio::whole(margin)),
        };
        let mine = figure.who.is_empty() || scene.lines.has(election, holder as usize);
        mine && value.is_some_and(|value| limit.fits(value))
    });
    Ok(Known::number("constituencies", counts.count() as u64))
}

/// Constituencies where the votes of a party that neither won nor ran up, or NOTA, exceed the
/// margin: all of them, then by who won over whom, which a claim may mean as well.
pub fn exceeds(election: &Election, figure: &Figure, scene: &Scene) -> Vec<Known> {
    let nota = figure.who.iter().any(|id| id == NOTA);
    let mut met: Vec<(Vec<String>, u64)> = Vec::new();
    let mut all = 0_u64;
    for &i in &scene.places {
        let one = &election.constituencies[i];
        let (Some(margin), Some(holder)) = (margin(election, i), one.holder) else {
            continue;
        };
        let rivals = one.range().filter(|&line| line != holder as usize);
        let second =
            rivals.max_by_key(|&line| (election.candidates[line].votes, usize::MAX - line));
        let (holder, Some(second)) = (holder as usize, second) else {
            continue;
        };
        let first_two = [holder, second];
        let mut mine = one
            .range()
            .filter(|line| scene.lines.has(election, *line) && !first_two.contains(line));
        let met_them = first_two
            .iter()
            .any(|&line| scene.lines.has(election, line));
        let more = match nota {
            true => one.nota.is_some_and(|nota| u64::from(nota) > margin),
            false => {
                !met_them && mine.any(|line| u64::from(election.candidates[line].votes) > margin)
            }
        };
        if more {
            all += 1;
            let pair = first_two.map(|line| ids_of(election, i, line).pop().unwrap_or_default());
            match met.iter_mut().find(|(ids, _)| *ids == pair) {
                Some((_, n)) => *n += 1,
                None => met.push((pair.to_vec(), 1)),
            }
        }
    }
    let pairs = met.iter().filter(|_| !nota && met.len() > 1);
    let by_pair = pairs.map(|(ids, n)| Known {
        ids: ids.clone(),
        ..Known::number("won-over", *n)
    });
    std::iter::once(Known::number("constituencies", all))
        .chain(by_pair)
        .collect()
}
