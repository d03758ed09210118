//! The tipping point: the smallest uniform swing at which the verdict changes, to 0.01 point.

use super::sweep::{REACH, Sweeping, Tick};
use crate::election::Election;
use crate::problem::Problems;
use crate::scenario::{Scenario, Swing, WHOLE};

/// A search for the tipping point at work: [`Tipping::advance`] it until it answers.
#[derive(Debug, Clone)]
pub struct Tipping {
    scenario: Scenario,
    swing: Swing,
    sweeping: Sweeping,
    /// The last step searched. Most verdicts change within the slider's reach, which is quicker to search.
    most: u32,
}

impl Tipping {
    /// Prepares a search. The scenario's own swing of this kind is taken out first; `swing.points` is not looked at.
    ///
    /// # Errors
    /// As [`Sweeping::start`].
    pub fn start(
        election: &Election,
        scenario: Scenario,
        swing: Swing,
    ) -> Result<Tipping, Problems> {
        Ok(Tipping {
            sweeping: Sweeping::rightward(election, &scenario, &swing, REACH)?,
            scenario,
            swing,
            most: REACH,
        })
    }

    /// Works on, within a budget as of [`Sweeping::advance`]. Answers, once it is known, the first step of 0.01 point, up to
    /// 100 points, at which the verdict is another than without the swing: its kind, or who leads; `None` in it where no swing
    /// changes it. Equal to the first change found by evaluating every step.
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
        match Sweeping::rightward(election, &self.scenario, &self.swing, WHOLE) {
            Ok(sweeping) => {
                self.sweeping = sweeping;
                None
            }
            Err(_) => Some(None),
        }
    }
}

/// The tipping point in one call; see [`Tipping`] for one in steps.
///
/// # Errors
/// As [`Sweeping::start`].
pub fn tipping(
    election: &Election,
    scenario: &Scenario,
    swing: &Swing,
) -> Result<Option<Tick>, Problems> {
    let mut search = Tipping::start(election, scenario.clone(), swing.clone())?;
    loop {
        if let Some(found) = search.advance(election, u32::MAX) {
            return Ok(found);
        }
    }
}
