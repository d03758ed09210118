//! A house as half a circle: who sits where, and what is written around it.

use super::arc::{Foot, Label, feet, labels};
use super::hemicycle::{Hemicycle, hemicycle};
use super::seating::seating;
use crate::report::Report;

/// The half circle of a report.
#[derive(Debug, Clone)]
pub struct House {
    /// The constituencies (indexes in dataset order) from left to right.
    pub order: Vec<usize>,
    /// Their places; none for a house that is too large to be drawn.
    pub places: Option<Hemicycle>,
    /// The parties beside their seats.
    pub labels: Vec<Label>,
    /// The alliances at the feet.
    pub feet: Vec<Foot>,
    /// The constituency whose seat, counted from the left, makes the majority; none where that line
    /// does not halve the house.
    pub deciding: Option<usize>,
}

impl House {
    /// Of a report.
    pub fn of(report: &Report) -> House {
        let order = seating(report);
        let places = hemicycle(order.len());
        let labels = places
            .as_ref()
            .map(|places| labels(report, places, &order))
            .unwrap_or_default();
        let mark = report.house.mark as usize;
        House {
            deciding: report.house.halved.then(|| order[mark - 1]),
            feet: feet(report),
            order,
            places,
            labels,
        }
    }
}
