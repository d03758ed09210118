//! A half circle too small for a button on every seat: one path for each party.

use super::house::House;
use crate::election::{Election, NONE};
use crate::report::Report;
use serde::Serialize;

/// The seats of a report as paths of points, to be drawn with round ends: the same places as in the
/// large half circle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SmallHouse {
    /// Width of the frame.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// Radius of a seat.
    pub radius: i32,
    /// The seats of each party that has some, in the order of the data; who has no holder comes last.
    pub blocks: Vec<Block>,
    /// The seats to mark.
    pub marked: String,
}

/// The seats of a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Block {
    /// Its id, "IND" for independents; none for the seats that nobody holds.
    pub party: Option<String>,
    /// Path data: a point for each seat.
    pub path: String,
}

impl SmallHouse {
    /// Of a report; `marked` are indexes of constituencies, ascending. None for a house that is too large to be
    /// drawn.
    pub fn of(election: &Election, report: &Report, marked: &[usize]) -> Option<SmallHouse> {
        let House { order, places, .. } = House::of(report);
        let places = places?;
        let mut of_party = vec![String::new(); election.parties.len() + 1];
        let mut points = String::new();
        for (&seat, [x, y]) in order.iter().zip(&places.seats) {
            let party = report.constituencies.party[seat];
            let at = if party == NONE {
                election.parties.len()
            } else {
                party as usize
            };
            let point = format!("M{x} {y}h0");
            of_party[at].push_str(&point);
            if marked.binary_search(&seat).is_ok() {
                points.push_str(&point);
            }
        }
        let blocks = of_party.into_iter().enumerate();
        Some(SmallHouse {
            width: super::hemicycle::WIDTH,
            height: places.height,
            radius: places.radius,
            blocks: blocks
                .filter(|(_, path)| !path.is_empty())
                .map(|(at, path)| Block {
                    party: election.parties.get(at).cloned(),
                    path,
                })
                .collect(),
            marked: points,
        })
    }
}
