//! Writes the feed of a count (FEED.md): the figures of a table, in any form that the importer
//! reads,
//! on the ballot of a dataset. Nothing is published that a page would refuse.

mod ballot;
mod rows;

pub use ballot::Ballot;
pub use rows::rows;

use std::path::Path;

use seat_calculator::calculator::{Calculator, Update};
use seat_calculator::dataset::lay_over;
use seat_calculator::election::Election;
use seat_calculator::feed::Instant;
use serde_json::{Value, json};

/// What a state says of itself.
#[derive(Debug, Clone)]
pub struct Heading {
    /// When the figures were counted.
    pub at: Instant,
    /// When the file is written.
    pub sent: Instant,
    /// `counting`, `paused` or `final`.
    pub state: String,
    /// Seconds until the next look.
    pub next: u32,
    /// Who publishes it, or why the count is paused.
    pub source: Option<String>,
}

/// A dataset with the second file beside it laid over it, where it names one.
///
/// # Errors
/// A file that cannot be read, or is no JSON.
pub fn dataset(path: &Path) -> Result<Value, String> {
    let read = |path: &Path| -> Result<Value, String> {
        let wrong = |error: String| format!("{}: {error}", path.display());
        let bytes = std::fs::read(path).map_err(|error| wrong(error.to_string()))?;
        serde_json::from_slice(&bytes).map_err(|error| wrong(error.to_string()))
    };
    let mut whole = read(path)?;
    if let Some(more) = whole["more"].as_str() {
        let more = read(&path.with_file_name(more))?;
        lay_over(&mut whole, more);
    }
    Ok(whole)
}

/// The feed of these rows as JSON text, one row a line.
pub fn written(election: &Election, seq: u64, heading: &Heading, rows: &[Value]) -> String {
    let Heading {
        at,
        sent,
        state,
        next,
        source,
    } = heading;
    let head = json!({
        "feed": 1, "election": election.id, "ballot": election.ballot, "seq": seq, "at": at,
        "sent": sent, "next": next, "state": state, "source": source, "kept": true
    });
    let head = head.to_string();
    let rows: Vec<String> = rows.iter().map(Value::to_string).collect();
    format!(
        "{},\"rows\":[\n{}\n]}}\n",
        head.trim_end_matches('}'),
        rows.join(",\n")
    )
}

/// What a page would make of a feed after the one before it.
///
/// # Errors
/// Every problem for which it would refuse it.
pub fn checked(election: &Election, before: Option<&str>, feed: &str) -> Result<Update, String> {
    let mut calculator = Calculator::new(election.clone());
    if let Some(before) = before {
        calculator
            .update(before)
            .map_err(|problems| format!("the last state is no good:\n{problems}"))?;
    }
    calculator
        .update(feed)
        .map_err(|problems| problems.to_string())
}
