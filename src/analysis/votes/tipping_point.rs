//! Tipping point: the smallest uniform swing at which the verdict changes, to 0.01 point.

use crate::analysis::query::{Evaluated, Steps};
use crate::election::Election;
use crate::problem::Problems;
use crate::scenario::{Scenario, Swing, WHOLE};
use crate::sweep::{REACH, SweepJob, Tick};

/// A search for the tipping point at work: [`TippingPointSearch::advance`] it until it answers.
#[derive(Debug, Clone)]
pub struct TippingPointSearch {
    scenario: Scenario,
    swing: Swing,
    sweeping: SweepJob,
    /// The last step searched. Most verdicts change within the slider's reach, which is quicker to
    /// search.
    most: u32,
}

impl TippingPointSearch {
    /// Prepares a search. The scenario's own swing of this kind is taken out first; `swing.points`
    /// is not looked at.
    ///
    /// # Errors
    /// As [`SweepJob::start`].
    pub fn start(
        election: &Election,
        scenario: Scenario,
        swing: Swing,
    ) -> Result<TippingPointSearch, Problems> {
        Ok(TippingPointSearch {
            sweeping: SweepJob::rightward(election, &scenario, &swing, REACH)?,
            scenario,
            swing,
            most: REACH,
        })
    }

    /// Works on, within a budget as of [`SweepJob::advance`]. Answers, once it is known, the first
    /// step of 0.01 point, up to 100 points, at which the verdict is another than without the
    /// swing: its kind, or who leads; `None` in it where no swing changes it. Equal to the first
    /// change found by evaluating every step.
    pub fn advance(&mut self, election: &Election, budget: u32) -> Option<Option<Tick>> {
        if !self.sweeping.advance(election, budget) {
            return None;
        }
        let tick = self.sweeping.first_tick(election);
        if tick.is_some() || self.most == WHOLE {
            return Some(tick);
        }
        self.most = WHOLE;
        // What started once starts again.
        match SweepJob::rightward(election, &self.scenario, &self.swing, WHOLE) {
            Ok(sweeping) => {
                self.sweeping = sweeping;
                None
            }
            Err(_) => Some(None),
        }
    }
}

/// Starts on a query.
pub(crate) fn start(on: &Evaluated, swing: &Swing) -> Result<Steps<Option<Tick>>, Problems> {
    let mut search = TippingPointSearch::start(&on.election, on.scenario(), swing.clone())?;
    Ok(Box::new(move |on, budget| {
        search.advance(&on.election, budget)
    }))
}

/// The tipping point in one call; see [`TippingPointSearch`] for one in steps.
///
/// # Errors
/// As [`SweepJob::start`].
pub fn tipping_point(
    election: &Election,
    scenario: &Scenario,
    swing: &Swing,
) -> Result<Option<Tick>, Problems> {
    let mut search = TippingPointSearch::start(election, scenario.clone(), swing.clone())?;
    loop {
        if let Some(found) = search.advance(election, u32::MAX) {
            return Ok(found);
        }
    }
}
