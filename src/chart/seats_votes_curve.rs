//! Seats-votes curve: a sweep as lines in steps, and as a table of whole points.
//!
//! One unit across is a step of 0.01 point, with no swing at 0; one unit down is a seat, with the
//! top line at 0. So the position of a swing is its points, and that of a number of seats the top
//! less the seats.

use crate::outcome::row::Row;
use crate::sweep::{REACH, Sweep};
use serde::Serialize;
use std::cmp::Reverse;
use std::fmt::Write as _;

/// Labels at the end of the lines stand at least so many hundredths of the height apart.
const APART: u32 = 8;
/// The table has a line for every so many steps.
const WHOLE_POINT: i32 = 100;

/// Seats by swing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Curve {
    /// Units across, either way from no swing.
    pub reach: u32,
    /// Units down: seats of the top line, a multiple of the distance between two lines of the
    /// scale.
    pub top: u32,
    /// What the picture shows of the plane, as an SVG `viewBox`.
    pub frame: String,
    /// The lines of the scale, rising from 0 seats.
    pub scale: Vec<Scale>,
    /// The lines, in the order of the rows of the sweep.
    pub lines: Vec<Line>,
    /// The majority mark as the `d` of an SVG path.
    pub mark: String,
    /// The mark without the swing.
    pub majority: Scale,
    /// Steps of the table: whole points, from left to right.
    pub steps: Vec<i32>,
    /// Step the scenario itself is at.
    pub at: i32,
}

/// A line of the scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scale {
    /// Seats it stands for.
    pub seats: u32,
    /// Where it lies, in units down.
    pub y: u32,
}

/// Seats of one row of the tally.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// Whose.
    pub row: Row,
    /// Seats at every step as the `d` of an SVG path.
    pub path: String,
    /// Where the label at the right end stands, in hundredths of a unit down, clear of the other
    /// labels.
    pub label: u32,
    /// Seats at the right end.
    pub end: u32,
    /// Seats at each step of the table.
    pub seats: Vec<u32>,
}

impl Curve {
    /// Draws a sweep.
    pub fn of(sweep: &Sweep) -> Curve {
        let segments = sweep.segments as usize;
        let seats_of = |row: usize| seats_of(sweep, row);
        let rows = drawn(sweep);
        let most = rows.iter().flat_map(|&row| seats_of(row)).copied().max();
        let most = most
            .unwrap_or(0)
            .max(sweep.mark.iter().copied().max().unwrap_or(0));
        let distance = distance(most);
        let top = (most / distance + 1) * distance;
        let majority = sweep.mark[sweep.segment(0)];
        let first = &sweep.start;
        let steps: Vec<i32> = (-(REACH as i32)..=REACH as i32)
            .step_by(WHOLE_POINT as usize)
            .collect();
        let ends: Vec<u32> = rows
            .iter()
            .map(|&row| seats_of(row)[segments - 1])
            .collect();
        let labels = labels(&ends, top);
        let line = |(at, &row): (usize, &usize)| Line {
            row: sweep.rows[row].clone(),
            path: path(seats_of(row), first, top),
            label: labels[at],
            end: ends[at],
            seats: steps
                .iter()
                .map(|step| seats_of(row)[sweep.segment(*step)])
                .collect(),
        };
        Curve {
            reach: REACH,
            top,
            frame: format!("-{REACH} 0 {} {top}", 2 * REACH),
            scale: (0..=top / distance)
                .map(|k| k * distance)
                .map(|seats| Scale {
                    seats,
                    y: top - seats,
                })
                .collect(),
            lines: rows.iter().enumerate().map(line).collect(),
            majority: Scale {
                seats: majority,
                y: top - majority,
            },
            mark: path(&sweep.mark, first, top),
            steps: steps.clone(),
            at: sweep.at,
        }
    }
}

fn seats_of(sweep: &Sweep, row: usize) -> &[u32] {
    let segments = sweep.segments as usize;
    &sweep.seats[row * segments..(row + 1) * segments]
}

/// The rows with a seat at some step.
fn drawn(sweep: &Sweep) -> Vec<usize> {
    let all = 0..sweep.rows.len();
    all.filter(|&row| seats_of(sweep, row).iter().any(|&seats| seats > 0))
        .collect()
}

/// Seats of each of the picture's lines at a step from -1,000 to 1,000.
pub fn drawn_seats(sweep: &Sweep, step: i32) -> Vec<u32> {
    let segment = sweep.segment(step);
    let rows = drawn(sweep).into_iter();
    rows.map(|row| seats_of(sweep, row)[segment]).collect()
}

/// Seats between two lines of the scale: 1, 2 or 5 and noughts, so that there are at most five.
fn distance(most: u32) -> u32 {
    let mut ten = 1;
    loop {
        for one in [1, 2, 5] {
            if most / (one * ten) < 5 {
                return one * ten;
            }
        }
        ten *= 10;
    }
}

/// A line that goes from each number of seats to the next where its segment begins.
fn path(seats: &[u32], first: &[i16], top: u32) -> String {
    let mut path = String::new();
    let mut before = None;
    for (&seats, &step) in seats.iter().zip(first) {
        if before == Some(seats) {
            continue;
        }
        let y = top - seats;
        // Writing to a text cannot fail.
        let _ = match before {
            None => write!(path, "M{step} {y}"),
            Some(_) => write!(path, "H{step}V{y}"),
        };
        before = Some(seats);
    }
    let _ = write!(path, "H{REACH}");
    path
}

/// Places of the labels in hundredths of a unit down: where the lines end, moved apart where they
/// would touch, and none off the picture.
fn labels(ends: &[u32], top: u32) -> Vec<u32> {
    let gap = top * APART;
    let mut order: Vec<usize> = (0..ends.len()).collect();
    order.sort_by_key(|&line| Reverse(ends[line]));
    let mut at = vec![0; ends.len()];
    let mut next = 0;
    for &line in &order {
        at[line] = ((top - ends[line]) * 100).max(next);
        next = at[line] + gap;
    }
    let mut most = top * 100;
    for &line in order.iter().rev() {
        at[line] = at[line].min(most);
        most = at[line].saturating_sub(gap);
    }
    at
}
