//! Another scenario beside the one last evaluated.

use super::Calculator;
use crate::chart::small_house::SmallHouse;
use crate::outcome::house::Movement;
use crate::problem::Problems;
use crate::report::comparison::Comparison;
use crate::report::{Glance, Report};
use crate::scenario::Scenario;
use serde::Serialize;

/// Another scenario, and how the one last evaluated differs from it.
#[derive(Debug, Clone, Serialize)]
pub struct Compared {
    /// The other one.
    pub kept: Other,
    /// Totals of both and the seats that differ.
    #[serde(flatten)]
    pub comparison: Comparison,
    /// Both houses; none for more seats than are drawn.
    pub houses: Option<Houses>,
}

/// What is said of the other scenario.
#[derive(Debug, Clone, Serialize)]
pub struct Other {
    /// Parts of its report.
    #[serde(flatten)]
    pub glance: Glance,
    /// Crossings, resignations and absences as carried out.
    pub movements: Vec<Movement>,
}

/// A picture of each, with the seats marked that differ.
#[derive(Debug, Clone, Serialize)]
pub struct Houses {
    /// Of the other scenario.
    pub kept: SmallHouse,
    /// Of the one last evaluated.
    pub shown: SmallHouse,
}

impl Calculator {
    /// Another scenario beside the one last evaluated, which stays. On a count that is followed, both
    /// are of its last state.
    ///
    /// # Errors
    /// As [`evaluate`](Calculator::evaluate).
    pub fn beside(&self, other: &Scenario) -> Result<Compared, Problems> {
        let election = &self.election;
        let kept = self.report(other)?.1;
        let shown = Report::of(election, &self.last, String::new());
        let comparison = Comparison::of(election, &kept, &shown);
        let seats = comparison.seats.iter();
        let differing: Vec<usize> = seats
            .filter_map(|seat| election.constituency(&seat.constituency))
            .collect();
        let house = |report| SmallHouse::of(election, report, &differing);
        Ok(Compared {
            houses: house(&kept)
                .zip(house(&shown))
                .map(|(kept, shown)| Houses { kept, shown }),
            comparison,
            kept: Other {
                movements: kept.movements.clone(),
                glance: Glance::from(kept),
            },
        })
    }
}
