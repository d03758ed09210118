//! What the full build answers beyond a Report.

use super::Calculator;
use crate::analysis::query::{Evaluated, Job, Query};
use crate::chance::Chances;
use crate::chart::house::House;
use crate::outcome::votes::refusal;
use crate::problem::Problems;
use crate::report::{Glance, Report};
use crate::scenario::{Edit, Scenario, Swing};
use crate::sweep::{Sweep, sweep};

impl Calculator {
    /// What is said of a scenario beside a control that still moves. The scenario last evaluated stays.
    ///
    /// # Errors
    /// As [`evaluate`](Calculator::evaluate).
    pub fn glance(&self, scenario: &Scenario) -> Result<Glance, Problems> {
        Ok(Glance::from(self.report(scenario)?.1))
    }

    /// For each pool or swing of `instead`: why it could not stand at `place` of the edits last evaluated, or after them all
    /// where there is no such place. The code of a problem (`same-side`, `party-in-two-pools`, `unknown-id`, …), or `None`
    /// where it could.
    pub fn refusals(&self, place: Option<usize>, instead: &[Edit]) -> Vec<Option<&'static str>> {
        let mut edits = self.shown_edits().to_vec();
        let all = edits.len();
        let place = place.filter(|&place| place < edits.len());
        let refusal = |edit: &Edit| {
            match place {
                Some(place) => edits[place] = edit.clone(),
                None => edits.push(edit.clone()),
            }
            let found = refusal(&self.election, &edits);
            edits.truncate(all);
            found
        };
        instead.iter().map(refusal).collect()
    }

    /// Takes up a question about the scenario last evaluated.
    ///
    /// # Errors
    /// As [`Job::new`].
    pub fn ask(&self, question: &Query) -> Result<Job, Problems> {
        Job::new(self.ground(), question).map_err(Problems::of_question)
    }

    /// What a swing slider needs on the scenario last evaluated; `swing.points` is not looked at.
    ///
    /// # Errors
    /// As [`SweepJob::start`](crate::sweep::SweepJob::start).
    pub fn sweep(&self, swing: &Swing) -> Result<Sweep, Problems> {
        sweep(&self.election, &self.ground().scenario(), swing).map_err(Problems::of_question)
    }

    /// A swing of the scenario last evaluated, prepared for chances; `swing.points` is not looked at.
    ///
    /// # Errors
    /// As [`Chances::of`].
    pub fn chances(&self, swing: &Swing) -> Result<Chances, Problems> {
        Chances::of(&self.election, &self.ground().scenario(), swing).map_err(Problems::of_question)
    }

    fn ground(&self) -> Evaluated {
        Evaluated {
            election: self.election.clone(),
            outcome: self.last.clone(),
        }
    }

    /// The scenario last evaluated as half a circle.
    pub fn house(&self) -> House {
        House::of(&Report::of(&self.election, &self.last, String::new()))
    }
}
