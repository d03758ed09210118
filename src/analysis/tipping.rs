//! The tipping point: the smallest uniform swing at which the verdict changes, to 0.01 point.

use super::sweep::{REACH, Sweeping, Tick};
use crate::election::Election;
use crate::problem::Problems;
use crate::scenario::{Scenario, Swing, WHOLE};

/// The first step of 0.01 point, up to 100 points, at which the verdict is another than without the swing: its kind, or who
/// leads. `None` where no swing changes it. The scenario's own swing of this kind is taken out first; `swing.points` is not
/// looked at. Equal to the first change found by evaluating every step.
///
/// # Errors
/// As [`Sweeping::start`].
pub fn tipping(
    election: &Election,
    scenario: &Scenario,
    swing: &Swing,
) -> Result<Option<Tick>, Problems> {
    // Most verdicts change within the slider's reach, which is quicker to search.
    for most in [REACH, WHOLE] {
        let tick = Sweeping::rightward(election, scenario, swing, most)?.finish_first(election);
        if tick.is_some() {
            return Ok(tick);
        }
    }
    Ok(None)
}
