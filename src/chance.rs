//! How sure a swing is: the chance of a majority, of every number of seats and of every holder,
//! where seats do not move alike.
//!
//! **The model.** A swing of `points` between two sides, as in a sweep. To it are added an error
//! that all constituencies have in common and one of each constituency's own, independent, both
//! normal with mean 0; their standard deviations are `common` and `scatter`. In each constituency
//! the sum is rounded half up to whole hundredths of a point, kept within 100 points either way,
//! and moves votes as a swing of that size does there (negative: the other way). Constituencies
//! without votes, awarded by hand, out of scope or skipped by the swing stay as they are.
//! Everything after the vote holds in every house that can come of it: realignments, crossings,
//! resignations, absences and the base. Members who sit with an alliance vote as its largest
//! partner does without the swing.
//!
//! **No draws.** Who holds a constituency changes at few steps, so the chance of each holder is a
//! sum of differences of the normal distribution. Seats are independent given the common error:
//! their numbers are multiplied out. Over the common error it is a quadrature whose spacing
//! resolves the steepest slope. The same question has the same answer to the last digit; `scatter`
//! and `common` of 0 give the Report.

mod answer;
mod binomial;
mod cases;
mod faces;
mod joint;
mod normal;
pub(crate) mod picture;
mod quadrature;
mod tally;

pub use answer::{Likely, RowChances, SeatChances, SeatShare};
pub use picture::{Histogram, Picture, Place};

use crate::election::Election;
use crate::majority::{Base, mark};
use crate::outcome::row::Row;
use crate::problem::Problems;
use crate::scenario::{Scenario, Swing, WHOLE};
use crate::sweep::holders::Holders;
use cases::Cases;
use faces::Faces;
use normal::Normal;
use quadrature::{Node, nodes};
use tally::Counting;

/// How far a swing goes and how constituencies scatter around it, in hundredths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// Size of the swing, -10,000 to 10,000; negative the other way.
    pub points: i32,
    /// Standard deviation of each constituency's own error: 0, or 10 to 3,000.
    pub scatter: u32,
    /// Standard deviation of the error in common: 0 to 1,000.
    pub common: u32,
}

impl Spread {
    /// Nothing scatters.
    pub fn none(points: i32) -> Spread {
        Spread {
            points,
            scatter: 0,
            common: 0,
        }
    }

    /// # Errors
    /// `too-large` or `too-small` for a number out of its range.
    pub fn check(self) -> Result<Spread, Problems> {
        let wrong = |field, code, message| Err(Problems::one(field, code, message));
        if self.points.unsigned_abs() > WHOLE {
            return wrong("points", "too-large", "expected -10000 to 10000");
        }
        if self.scatter > 3_000 || self.common > 1_000 {
            let field = if self.scatter > 3_000 {
                "scatter"
            } else {
                "common"
            };
            return wrong(field, "too-large", "expected at most 3000, in common 1000");
        }
        if (1..10).contains(&self.scatter) {
            return wrong("scatter", "too-small", "expected 0 or at least 10");
        }
        Ok(self)
    }
}

/// A swing of a scenario, prepared: what a slider asks for chances again and again.
#[derive(Debug, Clone)]
pub struct Chances {
    /// Step the scenario itself is at, as of a sweep.
    pub at: i32,
    /// Constituencies the swing applies to: those that scatter.
    pub applied: u32,
    counting: Counting,
    /// The steps at which constituencies change hands, rising.
    turns: Vec<i32>,
    /// Rows of answers, and the places of theirs in the counting.
    rows: Vec<Row>,
    order: Vec<usize>,
    /// Numbers of the constituencies.
    numbers: Vec<u32>,
}

impl Chances {
    /// Prepares a swing of a scenario; `swing.points` is not looked at. Swings of its kind are
    /// taken out of the scenario, and this one put after all others.
    ///
    /// # Errors
    /// Problems of the edits and of the swing, as
    /// [`SweepJob::start`](crate::sweep::SweepJob::start); `too-many-members` where edits after the
    /// vote name more members than can be counted in every combination.
    pub fn of(
        election: &Election,
        scenario: &Scenario,
        swing: &Swing,
    ) -> Result<Chances, Problems> {
        let holders = Holders::of(election, scenario, swing)?;
        let faces = Faces::of(election, &holders);
        let cases = Cases::of(election, &holders, &faces)?;
        let mut order: Vec<usize> = (0..cases.rows.len()).collect();
        order.sort_by(|&a, &b| cases.rows[a].cmp(&cases.rows[b]));
        let rows = order.iter().map(|&row| Row::of(election, &cases.rows[row]));
        let seats = election.constituencies.iter();
        Ok(Chances {
            at: holders.at,
            applied: holders.applied,
            turns: faces.steps(),
            rows: rows.collect(),
            numbers: seats.map(|seat| seat.number).collect(),
            counting: Counting::new(faces, cases),
            order,
        })
    }

    /// The chances at a spread.
    ///
    /// # Errors
    /// As [`Spread::check`].
    pub fn likely(&self, spread: Spread) -> Result<Likely, Problems> {
        let Spread {
            points,
            scatter,
            common,
        } = spread.check()?;
        let alone = Node {
            middle: points,
            weight: 1.0,
        };
        let now = self.counting.tally(&[alone], &Normal::new(0));
        let nodes = nodes(points, common, scatter, &self.turns);
        let tally = self.counting.tally(&nodes, &Normal::new(scatter));
        let n = now.base.round() as u32;
        let base = Base {
            kind: self.counting.cases.base,
            n,
        };
        Ok(answer::answer(self, spread, (base, mark(n)), &now, &tally))
    }
}
