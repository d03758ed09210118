//! Votes and their share.

use super::scene::Scene;
use super::{Known, Need};
use crate::claim::figure::{Figure, NOTA};

pub fn shares(scene: &Scene, figure: &Figure) -> Result<Vec<Known>, Need> {
    let [mine, counted, valid] = scene.votes();
    let nota = nota(scene, figure)?;
    if nota > 0 {
        let share = Known::percent("of-counted", mine + nota, counted).ok_or(Need::Votes)?;
        return Ok(vec![share]);
    }
    let of_counted = Known::percent("of-counted", mine, counted).ok_or(Need::Votes)?;
    let of_valid = Known::percent("of-valid", mine, valid).filter(|_| valid != counted);
    Ok([Some(of_counted), of_valid.map(Known::unusual)]
        .into_iter()
        .flatten()
        .collect())
}

/// The shares with that of the valid votes as the usual one.
pub fn valid_shares(scene: &Scene, figure: &Figure) -> Result<Vec<Known>, Need> {
    let mut known = shares(scene, figure)?;
    if let [of_counted, of_valid] = known.as_mut_slice() {
        (of_counted.usual, of_valid.usual) = (false, true);
    }
    known.reverse();
    Ok(known)
}

pub fn votes(scene: &Scene, figure: &Figure) -> Result<Vec<Known>, Need> {
    let [mine, counted, _] = scene.votes();
    if counted == 0 {
        return Err(Need::Votes);
    }
    let nota = nota(scene, figure)?;
    if nota > 0 {
        return Ok(vec![Known::number("votes", mine + nota)]);
    }
    let mut known = vec![Known::number("votes", mine)];
    if let Some(postal) = scene.postal() {
        known.push(Known::number("evm", mine - postal).unusual());
        known.push(Known::number("postal", postal).unusual());
    }
    Ok(known)
}

/// Votes for none of the above, where the figure speaks of them.
fn nota(scene: &Scene, figure: &Figure) -> Result<u64, Need> {
    if !figure.who.iter().any(|id| id == NOTA) {
        return Ok(0);
    }
    let places = scene.places.iter();
    let all = places.map(|&i| scene.election.constituencies[i].nota);
    all.sum::<Option<u32>>().map(u64::from).ok_or(Need::Votes)
}
