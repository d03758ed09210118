//! Numbers of seats and their chances as bars, the rows under each other on one scale.
//!
//! One unit across is a seat; down, 1,000 units are the likeliest number of any row in it.

use super::answer::{RowChances, quantile};
use crate::outcome::row::Row;
use serde::Serialize;
use std::fmt::Write as _;

/// Units down.
pub const HEIGHT: u32 = 1_000;
/// Numbers less likely than this at either end are not drawn.
const DRAWN: f64 = 0.000_5;
/// The picture is at least so many seats wide.
const LEAST: u32 = 12;
/// Lines of the scale, at most.
const LINES: u32 = 6;

/// The picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Number of seats at the left end.
    pub from: u32,
    /// Units across.
    pub width: u32,
    /// Units down of each histogram.
    pub height: u32,
    /// Numbers to write under it, and where the middle of each bar is, in halves of a unit.
    pub scale: Vec<Place>,
    /// The mark: the line stands where the bar of that number begins.
    pub mark: Place,
    /// The rows that can have the mark, and the two with most seats.
    pub rows: Vec<Histogram>,
}

/// A number of seats and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Seats.
    pub seats: u32,
    /// Halves of a unit from the left.
    pub x: u32,
}

/// Bars of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Histogram {
    /// Whose.
    pub row: Row,
    /// Height of the bar of each number, from the left.
    pub heights: Vec<u32>,
    /// The bars below the mark, as the `d` of an SVG path.
    pub below: String,
    /// Those from the mark on.
    pub wins: String,
    /// Where the middle 80 % begin and end, in units from the left.
    pub low: u32,
    /// See `low`.
    pub high: u32,
}

pub(super) fn picture(rows: &[RowChances], mark: u32) -> Picture {
    let mut largest: Vec<&RowChances> = rows.iter().collect();
    largest.sort_by_key(|row| std::cmp::Reverse(row.low + row.high));
    let second = largest.get(1).or(largest.first());
    let second = second.map_or(0, |row| row.low + row.high);
    let drawn = |row: &&RowChances| row.majority >= DRAWN || row.low + row.high >= second;
    let drawn: Vec<&RowChances> = rows.iter().filter(drawn).collect();
    let ends = drawn.iter().map(|row| {
        let at = |share| row.first + quantile(&row.chances, share);
        (at(DRAWN), at(1.0 - DRAWN))
    });
    let (from, to) = ends.fold((mark, mark), |(from, to), (low, high)| {
        (from.min(low), to.max(high))
    });
    let from = from.saturating_sub(1);
    let width = (to + 2 - from).max(LEAST);
    let most = drawn.iter().flat_map(|row| &row.chances);
    let most = most.copied().fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    let step = distance(width);
    let numbers = from..from + width;
    let place = |seats: u32| Place {
        seats,
        x: 2 * (seats - from) + 1,
    };
    Picture {
        from,
        width,
        height: HEIGHT,
        scale: numbers.filter(|n| n % step == 0).map(place).collect(),
        mark: Place {
            seats: mark,
            x: 2 * (mark - from),
        },
        rows: drawn
            .iter()
            .map(|row| histogram(row, (from, width), mark, most))
            .collect(),
    }
}

fn histogram(row: &RowChances, (from, width): (u32, u32), mark: u32, most: f64) -> Histogram {
    let heights: Vec<u32> = (from..from + width)
        .map(|seats| {
            let at = seats.checked_sub(row.first).map(|at| at as usize);
            let chance = at.and_then(|at| row.chances.get(at)).copied();
            (chance.unwrap_or(0.0) / most * f64::from(HEIGHT) + 0.5) as u32
        })
        .collect();
    let middle = mark - from;
    Histogram {
        row: row.row.clone(),
        below: bars(&heights, 0..middle),
        wins: bars(&heights, middle..width),
        heights,
        low: row.low.saturating_sub(from),
        high: (row.high + 1).saturating_sub(from),
    }
}

/// Bars as a path, each one unit wide.
fn bars(heights: &[u32], which: std::ops::Range<u32>) -> String {
    let mut path = String::new();
    for x in which {
        let height = heights[x as usize];
        if height > 0 {
            // Writing to a text cannot fail.
            let _ = write!(path, "M{x} {HEIGHT}v-{height}h1v{height}z");
        }
    }
    path
}

/// Seats between two numbers of the scale: 1, 2 or 5 and noughts.
pub(crate) fn distance(width: u32) -> u32 {
    let tens = (0..).map(|power| 10_u32.pow(power));
    let mut steps = tens.flat_map(|ten| [ten, 2 * ten, 5 * ten]);
    steps.find(|step| width / step < LINES).unwrap_or(width)
}
