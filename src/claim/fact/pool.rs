//! Parties that had fought together.

use super::{Known, Need};
use crate::claim::figure::Figure;
use crate::claim::sides::{Lines, Side, side};
use crate::election::Election;
use crate::outcome::Outcome;
use crate::scenario::{Edit, Pool, Scenario};

/// The seats of the pooled side had it fought together, `limit` percent (100 if not given) of the
/// votes of who withdraws following.
pub fn pool(election: &Election, figure: &Figure) -> Result<Known, Need> {
    let share = figure.limit.map_or(Some(10_000), |limit| {
        let scale = 10_u64.pow(limit.decimals.min(2));
        (limit.decimals <= 2).then_some(limit.digits.checked_mul(100)? / scale)
    });
    let efficiency = share.filter(|share| *share <= 10_000).ok_or(Need::Number)? as u32;
    let is_alliance = |id: &&String| matches!(side(election, id), Some(Side::Alliance(_)));
    let target = figure
        .who
        .iter()
        .find(is_alliance)
        .or(figure.who.first())
        .ok_or(Need::Who)?;
    let joiners: Vec<String> = figure
        .who
        .iter()
        .filter(|id| *id != target)
        .cloned()
        .collect();
    if joiners.is_empty() {
        return Err(Need::Who);
    }
    let edit = Edit::Pool(Pool {
        target: target.clone(),
        joiners: joiners.clone(),
        efficiency,
        scope: None,
    });
    let scenario = Scenario {
        edits: vec![edit],
        ..Scenario::default()
    };
    let outcome = Outcome::of(election, &scenario).map_err(|_| Need::Who)?;
    let holders = outcome
        .seats
        .results
        .iter()
        .filter_map(|result| result.holder);
    let lines = Lines::of(election, figure, &[]).map_err(|_| Need::Who)?;
    let seats = holders
        .filter(|&line| lines.has(election, line as usize))
        .count();
    Ok(Known {
        of: Some((u64::from(efficiency), 10_000)),
        ..Known::number("pooled", seats as u64)
    })
}
