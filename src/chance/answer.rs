//! Chances as they are said.

use super::picture::{self, Picture};
use super::tally::Tally;
use super::{Chances, Spread};
use crate::majority::Base;
use crate::outcome::row::Row;
use serde::Serialize;
use std::cmp::Ordering;

/// A row is listed if it has a seat with at least this chance.
const LISTED: f64 = 0.000_5;
/// Constituencies nearest to even that are listed, none surer than this.
const SEATS: usize = 12;
const SURE: f64 = 0.995;
/// What is left out to either side of the middle 80 %.
const SIDE: f64 = 0.1;

/// How likely is what. Chances are from 0 to 1; `hundred` says them as whole numbers of 100 that
/// add up to 100, rounded by largest remainder (then the one listed first).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Likely {
    /// The swing, and what it scatters by, in hundredths of a point.
    pub points: i32,
    /// Standard deviation of each constituency's own error.
    pub scatter: u32,
    /// Standard deviation of the error in common.
    pub common: u32,
    /// Constituencies the swing applies to: all others are certain.
    pub applied: u32,
    /// The base of the mark, without scatter.
    pub base: Base,
    /// The mark on it.
    pub mark: u32,
    /// Rows with a chance of a seat of at least 1 in 2,000: declared alliances, groupings, parties
    /// alone, and all who sit alone together.
    pub rows: Vec<RowChances>,
    /// Chance that no row has the mark.
    pub nobody: f64,
    /// The same of 100.
    pub nobody_hundred: u32,
    /// The twelve constituencies whose likeliest row is least likely, least first, then by number;
    /// none that is surer than 99.5 %.
    pub close: Vec<SeatChances>,
    /// The distributions as a picture.
    pub picture: Picture,
}

/// Chances of a row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RowChances {
    /// Whose.
    pub row: Row,
    /// Members on the base without scatter.
    pub seats: u32,
    /// The middle 80 %: the least number with at least 10 % at or below it, and the least with at
    /// least 90 %.
    pub low: u32,
    /// See `low`.
    pub high: u32,
    /// Chance of the mark; those who sit alone have none together.
    pub majority: f64,
    /// The same of 100.
    pub hundred: u32,
    /// The number of members that the first of `chances` is of.
    pub first: u32,
    /// Chance of each number of members on the base; what is left out at the ends is below 1e-15
    /// each.
    pub chances: Vec<f64>,
}

/// Who may hold a constituency.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeatChances {
    /// Its id.
    pub constituency: String,
    /// Likeliest first; those below half of 1 % left out.
    pub shares: Vec<SeatShare>,
}

/// One who may hold a constituency.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeatShare {
    /// The row that counts it; none where votes are level.
    pub row: Option<Row>,
    /// The chance.
    pub chance: f64,
    /// The same of 100, of the constituency.
    pub hundred: u32,
}

pub(super) fn answer(
    of: &Chances,
    spread: Spread,
    (base, mark): (Base, u32),
    now: &Tally,
    tally: &Tally,
) -> Likely {
    let rows = of.order.iter().zip(&of.rows).filter_map(|(&at, row)| {
        let chances = &tally.seats[at];
        (chances.iter().skip(1).sum::<f64>() >= LISTED)
            .then(|| row_chances(row, &now.seats[at], chances, tally.wins[at]))
    });
    let mut rows: Vec<RowChances> = rows.collect();
    let all: f64 = rows.iter().map(|row| row.majority).sum();
    let nobody = (1.0 - all).max(0.0);
    let mut outcomes: Vec<f64> = rows.iter().map(|row| row.majority).collect();
    outcomes.push(nobody);
    let of_hundred = hundred(&outcomes);
    for (row, &of_hundred) in rows.iter_mut().zip(&of_hundred) {
        row.hundred = of_hundred;
    }
    Likely {
        points: spread.points,
        scatter: spread.scatter,
        common: spread.common,
        applied: of.applied,
        base,
        mark,
        nobody,
        nobody_hundred: of_hundred[rows.len()],
        close: close(of, tally),
        picture: picture::picture(&rows, mark),
        rows,
    }
}

fn row_chances(row: &Row, now: &[f64], chances: &[f64], majority: f64) -> RowChances {
    let first = chances.iter().position(|&chance| chance >= 1e-15);
    let first = first.unwrap_or(0);
    let last = chances.iter().rposition(|&chance| chance >= 1e-15);
    RowChances {
        row: row.clone(),
        seats: quantile(now, 0.5),
        low: quantile(chances, SIDE),
        high: quantile(chances, 1.0 - SIDE),
        majority,
        hundred: 0,
        first: first as u32,
        chances: chances[first..last.map_or(first, |last| last + 1)].to_vec(),
    }
}

/// The least number with at least this chance at or below it.
pub(super) fn quantile(chances: &[f64], share: f64) -> u32 {
    // Sums of chances are off by no more than this.
    const ROUNDING: f64 = 1e-12;
    let mut sum = 0.0;
    let below = chances.iter().take_while(|&&chance| {
        sum += chance;
        sum < share - ROUNDING
    });
    below.count() as u32
}

/// Chances as whole numbers of 100, by largest remainder, then the first.
fn hundred(chances: &[f64]) -> Vec<u32> {
    let mut parts: Vec<u32> = chances
        .iter()
        .map(|chance| (chance * 100.0) as u32)
        .collect();
    let remainder = |i: &usize| chances[*i] * 100.0 - f64::from((chances[*i] * 100.0) as u32);
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|a, b| remainder(b).total_cmp(&remainder(a)));
    let missing = 100_usize.saturating_sub(parts.iter().sum::<u32>() as usize);
    for &i in order.iter().take(missing) {
        parts[i] += 1;
    }
    parts
}

/// The constituencies nearest to even.
fn close(of: &Chances, tally: &Tally) -> Vec<SeatChances> {
    let most = |seat: &usize| tally.shares[*seat].iter().copied().fold(0.0, f64::max);
    let mut seats: Vec<usize> = (0..of.numbers.len())
        .filter(|seat| most(seat) < SURE)
        .collect();
    let order = |a: &usize, b: &usize| -> Ordering {
        let sure = most(a).total_cmp(&most(b));
        sure.then(of.numbers[*a].cmp(&of.numbers[*b]))
    };
    seats.sort_by(order);
    seats.truncate(SEATS);
    let seats = seats.into_iter().map(|seat| SeatChances {
        constituency: of.numbers[seat].to_string(),
        shares: shares(of, &tally.shares[seat]),
    });
    seats.collect()
}

fn shares(of: &Chances, chances: &[f64]) -> Vec<SeatShare> {
    let nobody = chances.len() - 1;
    let rows = of.order.iter().copied().zip(of.rows.iter().map(Some));
    let mut found: Vec<(f64, Option<&Row>)> = rows
        .chain([(nobody, None)])
        .map(|(at, row)| (chances[at], row))
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let of_hundred = hundred(&found.iter().map(|(chance, _)| *chance).collect::<Vec<_>>());
    let listed = found.into_iter().zip(of_hundred);
    let listed = listed.filter(|((chance, _), _)| *chance > 1.0 - SURE);
    let share = |((chance, row), hundred): ((f64, Option<&Row>), u32)| SeatShare {
        row: row.cloned(),
        chance,
        hundred,
    };
    listed.map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_hundred_add_up() {
        assert_eq!(hundred(&[0.444, 0.444, 0.112]), [45, 44, 11]);
        assert_eq!(hundred(&[1.0 / 3.0; 3]), [34, 33, 33]);
        assert_eq!(hundred(&[0.0, 1.0]), [0, 100]);
        assert_eq!(hundred(&[0.999, 0.001]), [100, 0]);
    }

    #[test]
    fn a_quantile_is_reached_exactly() {
        let chances = [0.1, 0.2, 0.6, 0.1];
        assert_eq!(quantile(&chances, 0.1), 0);
        assert_eq!(quantile(&chances, 0.11), 1);
        assert_eq!(quantile(&chances, 0.9), 2);
        assert_eq!(quantile(&chances, 0.901), 3);
    }
}
