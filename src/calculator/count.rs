//! Following a count: its figures change, the reader's edits stay.

use super::Calculator;
use crate::election::Election;
use crate::feed::{Feed, Instant, Phase, SeatChange, Tallied, changes};
use crate::outcome::Outcome;
use crate::problem::Problems;
use crate::report::Report;
use crate::report::edit_state::states;
use crate::scenario::{Edit, Scenario};
use serde::Serialize;
use std::sync::Arc;

/// What is kept of a count.
#[derive(Debug, Clone)]
pub(super) struct Count {
    /// Number of the last state taken.
    seq: Option<u64>,
    /// The first state taken.
    opened: Option<Arc<Election>>,
    /// Fingerprint of the data as they were before any.
    pub loaded: String,
    /// The edits last evaluated, in canonical order.
    pub wish: Vec<Edit>,
}

/// What a state of a count says of itself, and what it changes.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Update {
    /// Its number.
    pub seq: u64,
    /// When the figures were counted.
    pub at: Instant,
    /// When the file was written.
    pub sent: Instant,
    /// Seconds between the two; 0 where they are the wrong way round.
    pub age: u64,
    /// Seconds from 1970 until `at`, in UTC.
    pub seconds: i64,
    /// Seconds until the next look.
    pub next: u32,
    /// How far the count is.
    pub state: Phase,
    /// Who publishes it, or why it is paused.
    pub source: Option<String>,
    /// Whether the figures are recorded ones, replayed to rehearse.
    pub rehearsal: bool,
    /// Whether each state is kept beside the feed.
    pub kept: bool,
    /// How many seats are how far.
    pub tallied: Tallied,
    /// Seats that differ from the state before; of the first state, from the data as loaded.
    pub changes: Vec<SeatChange>,
}

impl Calculator {
    /// Follows a count from now on: Reports keep all edits and say what has become of each, and
    /// links carry the
    /// fingerprint of the ballot.
    pub fn follow(&mut self) {
        if self.count.is_some() {
            return;
        }
        self.count = Some(Count {
            seq: None,
            opened: None,
            loaded: self.election.fingerprint.clone(),
            wish: self.last.edits.clone(),
        });
        let election = Arc::make_mut(&mut self.election);
        election.fingerprint = election.ballot.clone();
    }

    /// Takes the next state of the count, whole or not at all, and evaluates the edits last
    /// evaluated on it.
    ///
    /// # Errors
    /// `same-seq` or `older-seq` where its number is not above the one before, else as
    /// [`Feed::from_json`] and
    /// [`Election::counted`]. The state before then stays.
    pub fn update(&mut self, text: &str) -> Result<Update, Problems> {
        let feed = Feed::from_json(text)?;
        let last = self.count.as_ref().and_then(|count| count.seq);
        if let Some(last) = last.filter(|&last| feed.seq <= last) {
            let code = match feed.seq == last {
                true => "same-seq",
                false => "older-seq",
            };
            let message = format_args!("number {}, after number {last}", feed.seq);
            return Err(Problems::one("seq", code, message));
        }
        let counted = self.election.counted(&feed)?;
        self.follow();
        let mut changes = changes(&self.election, &counted);
        let election = Arc::new(counted);
        if let Some(count) = &mut self.count {
            let first = count.seq.replace(feed.seq).is_none();
            count.opened.get_or_insert_with(|| election.clone());
            if first {
                // What was loaded was no state of this count.
                changes
                    .iter_mut()
                    .for_each(|change| change.corrected.clear());
            }
            let wish = Scenario {
                edits: count.wish.clone(),
                ..Scenario::default()
            };
            let outcome = Outcome::of(&election, &wish);
            self.last = Arc::new(outcome.unwrap_or_else(|_| Outcome::declared(&election)));
        }
        let between = feed.sent.seconds() - feed.at.seconds();
        let update = Update {
            seq: feed.seq,
            age: u64::try_from(between).unwrap_or(0),
            seconds: feed.at.seconds(),
            next: feed.next(),
            state: feed.state,
            rehearsal: feed.rehearsal,
            kept: feed.kept,
            tallied: Tallied::of(&election),
            at: feed.at,
            sent: feed.sent,
            source: feed.source,
            changes,
        };
        self.election = election;
        Ok(update)
    }

    /// Seats that differ from the first state taken.
    pub fn changed_since(&self) -> Vec<SeatChange> {
        let opened = self.count.as_ref().and_then(|count| count.opened.as_ref());
        opened.map_or(Vec::new(), |opened| changes(opened, &self.election))
    }

    /// The edits that the places in a Report count.
    pub(super) fn shown_edits(&self) -> &[Edit] {
        let count = self.count.as_ref();
        count.map_or(&self.last.edits, |count| &count.wish)
    }

    /// Puts the whole wish, with the state of each edit, into a Report.
    pub(super) fn keep_wish(&self, wish: &Scenario, outcome: &Outcome, report: &mut Report) {
        report.scenario.states = states(&self.election, outcome, &wish.edits);
        report.scenario.edits = wish.edits.clone();
        // Pools and swings stand in the same order in both lists.
        let mut places = wish.edits.iter().enumerate();
        for step in &mut report.votes {
            let edit = &outcome.edits[step.edit];
            if let Some((place, _)) = places.find(|(_, wished)| *wished == edit) {
                step.edit = place;
            }
        }
    }
}
