//! The one door to the core: an election goes in once, scenarios after it, each answered by a Report.

#[cfg(feature = "full")]
mod questions;

use crate::election::Election;
use crate::outcome::Outcome;
use crate::problem::{Problems, needs_full};
use crate::report::{ConstituencyDetail, Report};
use crate::scenario::{Scenario, notation};
use std::sync::Arc;

/// An election and the scenario last evaluated on it.
#[derive(Debug, Clone)]
pub struct Calculator {
    election: Arc<Election>,
    last: Arc<Outcome>,
}

impl Calculator {
    /// A calculator that has evaluated the declared result.
    pub fn new(election: Election) -> Calculator {
        Calculator {
            last: Arc::new(Outcome::declared(&election)),
            election: Arc::new(election),
        }
    }

    /// The election.
    pub fn election(&self) -> &Election {
        &self.election
    }

    /// The outcome last evaluated.
    pub fn outcome(&self) -> &Outcome {
        &self.last
    }

    /// Evaluates a scenario. On an error the outcome before stays.
    ///
    /// # Errors
    /// `other-election` or `result-changed` where the scenario was made for another election or other data; else all
    /// problems of the edits, as [`Outcome::of`].
    pub fn evaluate(&mut self, scenario: &Scenario) -> Result<Report, Problems> {
        let (outcome, report) = self.report(scenario)?;
        self.last = Arc::new(outcome);
        Ok(report)
    }

    fn report(&self, scenario: &Scenario) -> Result<(Outcome, Report), Problems> {
        if let Some(id) = &scenario.election
            && *id != self.election.id
        {
            let message = format_args!("made for {id}, not for {}", self.election.id);
            return Err(Problems::one("election", "other-election", message));
        }
        if let Some(fingerprint) = &scenario.fingerprint
            && *fingerprint != self.election.fingerprint
        {
            return Err(Problems::one(
                "fingerprint",
                "result-changed",
                "the result has changed since this scenario was made",
            ));
        }
        let outcome = Outcome::of(&self.election, scenario)?;
        let canonical = Scenario {
            election: Some(self.election.id.clone()),
            fingerprint: Some(self.election.fingerprint.clone()),
            edits: outcome.edits.clone(),
        };
        let text = notation::write(&canonical)?;
        let report = Report::of(&self.election, &outcome, text);
        // What would complete who is For, among more partners than the small build counts.
        let uncounted = !cfg!(feature = "full") && report.coalitions.count.is_none();
        if uncounted && report.floor.short.is_some() && report.edited.any {
            let mut problems = Problems::default();
            needs_full(&mut problems);
            return Err(problems);
        }
        Ok((outcome, report))
    }

    /// One constituency as last evaluated.
    ///
    /// # Errors
    /// `unknown-id` if there is none with this number.
    pub fn constituency(&self, id: &str) -> Result<ConstituencyDetail, Problems> {
        let election = &self.election;
        let Some(index) = election.constituency(id) else {
            let message = format_args!("no constituency has the number \"{id}\"");
            return Err(Problems::one("", "unknown-id", message));
        };
        Ok(ConstituencyDetail::of(election, &self.last, index))
    }
}
