//! The one door to the core: an election goes in once, scenarios after it, each answered by a Report.

#[cfg(feature = "full")]
mod comparison;
#[cfg(feature = "full")]
mod count;
#[cfg(feature = "full")]
mod questions;

#[cfg(feature = "full")]
pub use comparison::{Compared, Houses, Other};
#[cfg(feature = "full")]
pub use count::Update;

use crate::election::Election;
use crate::outcome::Outcome;
use crate::problem::{Problems, needs_full};
use crate::report::{ConstituencyDetail, Report};
use crate::scenario::{Edit, Scenario, notation};
use std::sync::Arc;

/// An election and the scenario last evaluated on it.
#[derive(Debug, Clone)]
pub struct Calculator {
    election: Arc<Election>,
    last: Arc<Outcome>,
    /// The count that is followed.
    #[cfg(feature = "full")]
    count: Option<count::Count>,
}

impl Calculator {
    /// A calculator that has evaluated the declared result.
    pub fn new(election: Election) -> Calculator {
        Calculator {
            last: Arc::new(Outcome::declared(&election)),
            election: Arc::new(election),
            #[cfg(feature = "full")]
            count: None,
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
        #[cfg(feature = "full")]
        if let Some(count) = &mut self.count {
            count.wish = report.scenario.edits.clone();
        }
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
            && !self.knows(fingerprint)
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
            edits: self.kept(scenario, &outcome),
        };
        let text = notation::write(&canonical)?;
        #[allow(unused_mut)]
        let mut report = Report::of(&self.election, &outcome, text);
        #[cfg(feature = "full")]
        if self.count.is_some() {
            self.keep_wish(&canonical, &outcome, &mut report);
        }
        // What would complete who is For, among more partners than the small build counts.
        let uncounted = !cfg!(feature = "full") && report.coalitions.count.is_none();
        if uncounted && report.floor.short.is_some() && report.edited.any {
            let mut problems = Problems::default();
            needs_full(&mut problems);
            return Err(problems);
        }
        Ok((outcome, report))
    }

    /// Whether a scenario with this fingerprint was made for these data: for the votes as they are, or for the ballot while
    /// it was counted.
    pub fn knows(&self, fingerprint: &str) -> bool {
        #[cfg(feature = "full")]
        if let Some(count) = &self.count
            && count.loaded == fingerprint
        {
            return true;
        }
        #[cfg(feature = "full")]
        if self.election.ballot == fingerprint {
            return true;
        }
        self.election.fingerprint == fingerprint
    }

    /// The edits that a Report keeps: those that change something; on a count that is followed, all of them.
    fn kept(&self, #[allow(unused_variables)] scenario: &Scenario, outcome: &Outcome) -> Vec<Edit> {
        #[cfg(feature = "full")]
        if self.count.is_some() {
            return scenario.canonical().edits;
        }
        outcome.edits.clone()
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
