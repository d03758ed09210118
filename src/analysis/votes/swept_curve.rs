//! Seats by swing as a picture and a table.

use crate::analysis::query::{Evaluated, Steps};
use crate::chart::seats_votes_curve::{Curve, drawn_seats};
use crate::problem::Problems;
use crate::scenario::Swing;
use crate::sweep::{SweepJob, Tick};
use serde::Serialize;

/// A sweep as a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Swept {
    /// The picture and its table.
    pub curve: Curve,
    /// The steps at which the verdict changes, from left to right.
    pub ticks: Vec<Tick>,
    /// Seats of each of the picture's lines at each of these steps.
    pub seats: Vec<Vec<u32>>,
}

/// Starts on a query.
pub(crate) fn start(on: &Evaluated, swing: &Swing) -> Result<Steps<Swept>, Problems> {
    let mut job = Some(SweepJob::start(&on.election, &on.scenario(), swing)?);
    let swing = swing.clone();
    Ok(Box::new(move |on, budget| {
        let done = job.as_mut()?.advance(&on.election, budget);
        let sweep = job.take_if(|_| done)?.finish(&on.election, &swing);
        let ticks = sweep.ticks.iter();
        Some(Swept {
            curve: Curve::of(&sweep),
            seats: ticks.map(|tick| drawn_seats(&sweep, tick.step)).collect(),
            ticks: sweep.ticks,
        })
    }))
}
