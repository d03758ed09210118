//! What is written around the half circle: every party beside its seats, every alliance at the foot
//! where it sits.

use super::hemicycle::{Hemicycle, WIDTH};
use super::seating::{Side, side_of};
use crate::election::NONE;
use crate::report::Report;
use serde::Serialize;

/// Distance of the names from the half circle, and from one name to the next, in units.
const GAP: i32 = 380;
const LINE: i32 = 360;
/// A party has its name there from one seat in so many on.
const LEAST: usize = 120;

/// The name of a party beside its seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Label {
    /// Index in the report's parties.
    pub party: u16,
    /// How many seats side by side it stands for.
    pub seats: usize,
    /// Where the middle of the line begins, or on the left half ends.
    pub x: i32,
    /// Down from the corner of the frame; negative above it.
    pub y: i32,
    /// Whether it stands on the left half.
    pub left: bool,
}

/// An alliance or grouping at the foot of its side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Foot {
    /// Index in the report's alliances.
    pub row: usize,
    /// Whether it sits on the left.
    pub left: bool,
}

/// The names of the parties around a half circle in which the constituencies sit in this order.
///
/// Each name starts at the middle of its seats. Names on one half are at least a line apart: they
/// move along the half circle, first down, and up again where they would sink below its foot.
/// Parties with too few seats for a line have none; nor has a seat without a holder.
pub fn labels(report: &Report, house: &Hemicycle, order: &[usize]) -> Vec<Label> {
    let party = |place: usize| report.constituencies.party[order[place]];
    let mut found = Vec::new();
    let mut first = 0;
    for next in 1..=order.len() {
        if next < order.len() && party(next) == party(first) {
            continue;
        }
        let seats = next - first;
        if party(first) != NONE && seats * LEAST >= order.len() {
            let (right, up) = middle(house, house.seats[first], house.seats[next - 1]);
            found.push(Label {
                party: party(first),
                seats,
                x: 0,
                y: house.foot.1 - (f64::from(far()) * up) as i32,
                left: right < 0.0,
            });
        }
        first = next;
    }
    let right = found.partition_point(|label| label.left);
    let (left, right) = found.split_at_mut(right);
    left.reverse();
    for half in [&mut *left, right] {
        spread(half, house);
    }
    left.reverse();
    found
}

/// Alliances and groupings, each with the side it sits on.
pub fn feet(report: &Report) -> Vec<Foot> {
    let side = side_of(report);
    (0..report.alliances.len())
        .filter_map(|row| match side[row] {
            Side::Left => Some(Foot { row, left: true }),
            Side::Right => Some(Foot { row, left: false }),
            _ => None,
        })
        .collect()
}

/// Radius of the circle on which the names start.
fn far() -> i32 {
    WIDTH / 2 + GAP
}

/// The direction from the foot half way between two seats, as parts of 1 to the right and up.
fn middle(house: &Hemicycle, one: [i32; 2], other: [i32; 2]) -> (f64, f64) {
    let towards = |[x, y]: [i32; 2]| {
        let (x, y) = (f64::from(x - house.foot.0), f64::from(house.foot.1 - y));
        let length = (x * x + y * y).sqrt();
        (x / length, y / length)
    };
    let ((a, b), (c, d)) = (towards(one), towards(other));
    let (x, y) = (a + c, b + d);
    let length = (x * x + y * y).sqrt();
    // Both ends of a half circle point away from each other: half way is straight up.
    if length < 1e-6 {
        (0.0, 1.0)
    } else {
        (x / length, y / length)
    }
}

/// Moves the names of one half apart, the highest first, and puts them on their circle.
fn spread(half: &mut [Label], house: &Hemicycle) {
    let (middle, ground) = house.foot;
    let mut least = i32::MIN;
    for label in half.iter_mut() {
        label.y = label.y.max(least);
        least = label.y + LINE;
    }
    let mut most = ground;
    for label in half.iter_mut().rev() {
        label.y = label.y.min(most);
        most = label.y - LINE;
        let (radius, up) = (f64::from(far()), f64::from(ground - label.y));
        let aside = (radius * radius - up * up).max(0.0).sqrt() as i32;
        label.x = if label.left {
            middle - aside
        } else {
            middle + aside
        };
    }
}
