//! The one door to the core: an election goes in once, scenarios after it, each answered by a Report.

use crate::FULL;
#[cfg(feature = "full")]
use crate::analysis::query::{Evaluated, Job, Query};
use crate::election::member::Member;
use crate::election::{Election, NONE};
use crate::outcome::Outcome;
use crate::problem::{Problems, needs_full};
use crate::report::Report;
use crate::scenario::{Scenario, notation};
use crate::share::hundredths;
use crate::text::decimal;
#[cfg(feature = "full")]
use crate::{
    outcome::votes::refusal,
    report::Glance,
    scenario::{Edit, Swing},
    sweep::{Sweep, sweep},
};
use serde::Serialize;
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

    /// What is said of a scenario beside a control that still moves. The scenario last evaluated stays.
    ///
    /// # Errors
    /// As [`evaluate`](Calculator::evaluate).
    #[cfg(feature = "full")]
    pub fn glance(&self, scenario: &Scenario) -> Result<Glance, Problems> {
        Ok(Glance::from(self.report(scenario)?.1))
    }

    /// For each pool or swing of `instead`: why it could not stand at `place` of the edits last evaluated, or after them all
    /// where there is no such place. The code of a problem (`same-side`, `party-in-two-pools`, `unknown-id`, …), or `None`
    /// where it could.
    #[cfg(feature = "full")]
    pub fn refusals(&self, place: Option<usize>, instead: &[Edit]) -> Vec<Option<&'static str>> {
        let mut edits = self.last.edits.clone();
        let place = place.filter(|&place| place < edits.len());
        let refusal = |edit: &Edit| {
            match place {
                Some(place) => edits[place] = edit.clone(),
                None => edits.push(edit.clone()),
            }
            let found = refusal(&self.election, &edits);
            edits.truncate(self.last.edits.len());
            found
        };
        instead.iter().map(refusal).collect()
    }

    fn report(&self, scenario: &Scenario) -> Result<(Outcome, Report), Problems> {
        if let Some(id) = &scenario.election
            && *id != self.election.id
        {
            let message = format!("made for {id}, not for {}", self.election.id);
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
        let uncounted = !FULL && report.coalitions.count.is_none();
        if uncounted && report.floor.short.is_some() && report.edited.any {
            let mut problems = Problems::default();
            needs_full(&mut problems);
            return Err(problems);
        }
        Ok((outcome, report))
    }

    /// Takes up a question about the scenario last evaluated.
    ///
    /// # Errors
    /// As [`Job::new`].
    #[cfg(feature = "full")]
    pub fn ask(&self, question: &Query) -> Result<Job, Problems> {
        Job::new(self.ground(), question).map_err(Problems::of_question)
    }

    /// What a swing slider needs on the scenario last evaluated; `swing.points` is not looked at.
    ///
    /// # Errors
    /// As [`SweepJob::start`](crate::sweep::SweepJob::start).
    #[cfg(feature = "full")]
    pub fn sweep(&self, swing: &Swing) -> Result<Sweep, Problems> {
        sweep(&self.election, &self.ground().scenario(), swing).map_err(Problems::of_question)
    }

    #[cfg(feature = "full")]
    fn ground(&self) -> Evaluated {
        Evaluated {
            election: self.election.clone(),
            outcome: self.last.clone(),
        }
    }

    /// The constituencies as last evaluated, from left to right in the house ([`crate::chart::seating`]).
    #[cfg(feature = "full")]
    pub fn seating(&self) -> Vec<usize> {
        let report = Report::of(&self.election, &self.last, String::new());
        crate::chart::seating::seating(&report)
    }

    /// One constituency as last evaluated.
    ///
    /// # Errors
    /// `unknown-id` if there is none with this number.
    pub fn constituency(&self, id: &str) -> Result<Detail, Problems> {
        let election = &self.election;
        let Some(index) = election.constituency(id) else {
            let message = format!("no constituency has the number \"{id}\"");
            return Err(Problems::one("", "unknown-id", message));
        };
        let constituency = &election.constituencies[index];
        let result = &self.last.seats.results[index];
        let votes = &self.last.votes;
        let mut order: Vec<usize> = constituency.range().collect();
        crate::order::short(&mut order, |&a, &b| {
            let key = |c: usize| {
                (
                    std::cmp::Reverse(votes.count[c]),
                    election.candidates[c].serial,
                )
            };
            key(a).cmp(&key(b))
        });
        let candidates = order.into_iter().map(|c| {
            let line = &election.candidates[c];
            let now = votes.count[c];
            let holder = result.holder == Some(c as u32);
            let alliance = self
                .last
                .groups
                .of_member(Member::of(election, c as u32, index))
                .map(|group| self.last.groups.id(election, group))
                .or_else(|| {
                    let placed = (line.alliance != NONE).then_some(line.alliance as usize);
                    placed.map(|alliance| election.alliances[alliance].id.clone())
                });
            let voted = constituency.voted;
            CandidateDetail {
                serial: line.serial,
                party: election.parties[line.party as usize].clone(),
                alliance,
                votes: voted.then_some(now),
                declared: voted.then_some(line.votes),
                postal: (line.postal != u32::MAX).then_some(line.postal),
                share: voted.then(|| hundredths(u64::from(now), constituency.valid)),
                holder,
                declared_holder: constituency.holder == Some(c as u32),
                withdrawn: !votes.standing[c],
                deposit_lost: voted
                    && !holder
                    && votes.standing[c]
                    && 6 * u64::from(now) <= constituency.valid,
            }
        });
        Ok(Detail {
            id: decimal(constituency.number),
            valid: constituency.valid,
            nota: constituency.nota,
            counted: constituency.counted(),
            electors: constituency.electors,
            candidates: candidates.collect(),
        })
    }
}

/// One constituency as a scenario has it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Detail {
    /// Its id.
    pub id: String,
    /// Declared valid votes.
    pub valid: u64,
    /// Declared NOTA.
    pub nota: Option<u32>,
    /// Valid votes and NOTA.
    pub counted: u64,
    /// Electors.
    pub electors: Option<u32>,
    /// Candidates by present votes, ties by serial.
    pub candidates: Vec<CandidateDetail>,
}

/// One candidate as a scenario has it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidateDetail {
    /// Place on the ballot.
    pub serial: u16,
    /// Party id, or "IND".
    pub party: String,
    /// Row of the tally it would be counted in.
    pub alliance: Option<String>,
    /// Present votes; none where nobody voted.
    pub votes: Option<u32>,
    /// Declared votes.
    pub declared: Option<u32>,
    /// Declared postal votes, where known.
    pub postal: Option<u32>,
    /// Present votes of declared valid votes, in hundredths of a percent, half up.
    pub share: Option<u32>,
    /// Whether it holds the constituency in this scenario.
    pub holder: bool,
    /// Whether it holds it in the baseline.
    pub declared_holder: bool,
    /// Whether it withdrew in a pool.
    pub withdrawn: bool,
    /// Not elected and 6 × votes ≤ valid votes.
    pub deposit_lost: bool,
}
