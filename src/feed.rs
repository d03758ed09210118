//! The feed of a count (FEED.md): one small file with the whole state, laid over an election.
//!
//! A [`Feed`] is what the file says, not yet believed. [`Election::counted`] checks it and answers
//! the
//! election with its figures; [`changes`] says in which seats two such elections differ.

mod apply;
mod changes;
mod instant;

pub use changes::{Correction, Known, SeatChange, Tallied, changes};
pub use instant::Instant;

use crate::decode::{Value, decode};
use crate::problem::Problems;
use serde::{Deserialize, Serialize};

/// The version of the format read here.
const VERSION: u32 = 1;
/// Seconds until the next look: the fewest, where the file names none, and the most.
const NEXT: [u32; 3] = [30, 60, 600];

/// What a file says.
#[derive(Debug, Clone, Deserialize)]
pub struct Feed {
    /// Version of the format.
    feed: u32,
    /// Id of the election.
    pub election: String,
    /// Fingerprint of its ballot.
    pub ballot: String,
    /// Number of the state: each has a higher one than the state before.
    pub seq: u64,
    /// When the figures were counted.
    pub at: Instant,
    /// When the file was written.
    pub sent: Instant,
    /// Seconds after which there may be another.
    #[serde(default)]
    next: Option<u32>,
    /// How far the count is.
    pub state: Phase,
    /// Who publishes it, or why the count is paused.
    #[serde(default)]
    pub source: Option<String>,
    /// Whether the figures are recorded ones, replayed to rehearse.
    #[serde(default)]
    pub rehearsal: bool,
    /// Whether each state is kept beside it as `live-<seq>.json`.
    #[serde(default)]
    pub kept: bool,
    /// Every constituency once, in any order.
    pub rows: Vec<Row>,
}

/// How far a count is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Phase {
    /// It goes on.
    Counting,
    /// It goes on later.
    Paused,
    /// It is over.
    Final,
}

/// One constituency: id, status, serial of who holds or leads, NOTA, votes by serial, and the lead
/// where votes are not known.
#[derive(Debug, Clone, Deserialize)]
pub struct Row(
    pub String,
    pub String,
    pub Option<u32>,
    pub Option<u32>,
    pub Option<Vec<u32>>,
    pub Option<u32>,
);

impl Feed {
    /// Reads a file.
    ///
    /// # Errors
    /// The first fault of its form: `not-json`, `newer-format`, or a code of [`decode`].
    pub fn from_json(text: &str) -> Result<Feed, Problems> {
        // A good file is read in one pass; where something is wrong with it, the other way says
        // where.
        let feed = match serde_json::from_str::<Feed>(text) {
            Ok(feed) => feed,
            Err(_) => {
                let root = serde_json::from_str::<Value>(text)
                    .map_err(|error| Problems::one("", "not-json", format!("not JSON: {error}")))?;
                decode(&root)?
            }
        };
        if feed.feed != VERSION {
            let message = format!("feed {} is not known here: expected {VERSION}", feed.feed);
            return Err(Problems::one("feed", "newer-format", message));
        }
        Ok(feed)
    }

    /// Seconds until the next look, from 30 to 600.
    pub fn next(&self) -> u32 {
        let [fewest, usual, most] = NEXT;
        self.next.unwrap_or(usual).clamp(fewest, most)
    }
}
