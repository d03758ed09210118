//! A house as half a circle of rows: one mark for every seat.

use crate::order;
use crate::prelude::*;
use core::cmp::Ordering;

/// Width of the frame in units.
pub const WIDTH: i32 = 10_000;
/// The largest house that is drawn.
pub const MOST: usize = 1_000;
/// Up to so many seats stand in one row.
const ONE_ROW: usize = 6;
/// The radius of the innermost row as a share of the outermost, as near as it can be.
const HOLLOW: f64 = 0.42;
/// The radius of a mark as a share of the least distance between two.
const FULL: f64 = 0.44;

/// Places of the seats of a house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hemicycle {
    /// Height of the frame; its width is [`WIDTH`].
    pub height: i32,
    /// Radius of a mark: no two overlap, all lie inside the frame.
    pub radius: i32,
    /// Centre of the circle the rows are part of: the foot of the line that halves the house.
    pub foot: (i32, i32),
    /// Centres of the marks from left to right as the eye goes around the half circle; of two at the same angle the outer one first.
    pub seats: Vec<(i32, i32)>,
}

/// The places of a house of that many seats; none for an empty house or one of more than [`MOST`].
///
/// Rows are one unit of length apart and start at both ends of the half circle. Within a row all distances are equal, and the
/// seats are dealt to the rows so that the least distance along any row is as large as it can be, and at least that between rows.
pub fn hemicycle(seats: usize) -> Option<Hemicycle> {
    if seats == 0 || seats > MOST {
        return None;
    }
    let (inner, rows) = shape(seats);
    let counts = deal(seats, inner, rows);
    // A seat is its row, its place in the row and the gaps of that row; a lone seat stands in the middle.
    let mut marks: Vec<(usize, usize, usize)> = Vec::new();
    for (row, &count) in counts.iter().enumerate().rev() {
        for place in 0..count {
            marks.push(if count == 1 {
                (row, 1, 2)
            } else {
                (row, place, count - 1)
            });
        }
    }
    let around = order::places(marks.len(), &mut |a, b| {
        let ((_, place, gaps), (_, other, others)) = (marks[a], marks[b]);
        (place * others).cmp(&(other * gaps))
    });
    let unit = f64::from(WIDTH) / 2.0 / (inner + (rows - 1) as f64 + 0.5);
    let mut least = 1.0_f64;
    for (row, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 1) {
        let (_, sine) = on_half_circle(1, 2 * (count as u32 - 1));
        least = least.min(2.0 * (inner + row as f64) * sine);
    }
    let middle = f64::from(WIDTH) / 2.0;
    let foot = unit * (inner + rows as f64);
    Some(Hemicycle {
        height: whole(foot) - whole(unit / 2.0) + whole(unit * FULL) + 1,
        radius: (least * unit * FULL) as i32,
        foot: (WIDTH / 2, whole(foot - unit / 2.0)),
        seats: around
            .into_iter()
            .map(|at| {
                let (row, place, gaps) = marks[at];
                let (cosine, sine) = on_half_circle(place as u32, gaps as u32);
                let radius = (inner + row as f64) * unit;
                (
                    whole(middle - radius * cosine),
                    whole(foot - unit / 2.0 - radius * sine),
                )
            })
            .collect(),
    })
}

/// Radius of the innermost row and number of rows.
fn shape(seats: usize) -> (f64, usize) {
    let mut best = (fitting(seats, 1), 1);
    if seats <= ONE_ROW {
        return best;
    }
    let mut off = 1.0;
    for rows in 2..=seats {
        let inner = fitting(seats, rows);
        let hollow = inner / (inner + (rows - 1) as f64) - HOLLOW;
        let distance = if hollow < 0.0 { -hollow } else { hollow };
        if distance < off {
            (best, off) = ((inner, rows), distance);
        }
        if hollow < 0.0 {
            break;
        }
    }
    best
}

/// The least radius, in steps of 1/64 from one half, at which that many rows hold the seats.
fn fitting(seats: usize, rows: usize) -> f64 {
    let holds = |step: usize| {
        let inner = step as f64 / 64.0;
        (0..rows)
            .map(|row| (core::f64::consts::PI * (inner + row as f64)) as usize + 1)
            .sum::<usize>()
            >= seats
    };
    let (mut low, mut high) = (31, 32 + 32 * seats);
    while high - low > 1 {
        let middle = usize::midpoint(low, high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high as f64 / 64.0
}

/// Seats of each row from the innermost: each next seat goes where the distance along the row stays the largest, of equals to
/// the outer row.
fn deal(seats: usize, inner: f64, rows: usize) -> Vec<usize> {
    let mut counts = vec![0; rows];
    for _ in 0..seats {
        let space = |row: usize| (inner + row as f64) / counts[row] as f64;
        // A row without seats has all the space there is.
        let next =
            (0..rows).max_by(|&a, &b| space(a).partial_cmp(&space(b)).unwrap_or(Ordering::Equal));
        counts[next.unwrap_or(0)] += 1;
    }
    counts
}

/// Cosine and sine of `part / whole` of half a turn, to 1e-9.
fn on_half_circle(part: u32, whole: u32) -> (f64, f64) {
    if 2 * part > whole {
        let (cosine, sine) = on_half_circle(whole - part, whole);
        return (-cosine, sine);
    }
    if 4 * part > whole {
        // The other way from a quarter turn.
        let (cosine, sine) = small(f64::from(whole - 2 * part) / f64::from(2 * whole));
        return (sine, cosine);
    }
    small(f64::from(part) / f64::from(whole))
}

/// Cosine and sine of a share of half a turn, at most a quarter of it: the first terms of their series.
fn small(share: f64) -> (f64, f64) {
    let angle = core::f64::consts::PI * share;
    let square = angle * angle;
    let (mut cosine, mut sine) = (1.0, 1.0);
    for term in (1..=6).rev() {
        let term = f64::from(2 * term);
        cosine = 1.0 - square / (term * (term - 1.0)) * cosine;
        sine = 1.0 - square / (term * (term + 1.0)) * sine;
    }
    (cosine, sine * angle)
}

/// Half away from zero.
fn whole(number: f64) -> i32 {
    (number + if number < 0.0 { -0.5 } else { 0.5 }) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cosines_and_sines_are_those_of_the_standard_library() {
        for whole in 1..200_u32 {
            for part in 0..=whole {
                let angle = core::f64::consts::PI * f64::from(part) / f64::from(whole);
                let (cosine, sine) = on_half_circle(part, whole);
                assert!(
                    (cosine - angle.cos()).abs() < 1e-9 && (sine - angle.sin()).abs() < 1e-9,
                    "{part}/{whole}"
                );
            }
        }
    }

    #[test]
    fn no_row_is_tighter_than_the_rows_are_apart() {
        for seats in 2..=MOST {
            let (inner, rows) = shape(seats);
            let counts = deal(seats, inner, rows);
            assert_eq!(counts.iter().sum::<usize>(), seats);
            for (row, &count) in counts.iter().enumerate() {
                let along =
                    core::f64::consts::PI * (inner + row as f64) / (count.max(2) - 1) as f64;
                assert!(
                    along >= 1.0 - 1e-9,
                    "{seats} seats, row {row} of {rows}: {along}"
                );
            }
        }
    }
}
