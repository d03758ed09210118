//! The shipped data files as JSON.
#![allow(dead_code)] // Each test file uses a part of it.

use std::fs;

use seat_calculator::dataset::lay_over;
use serde_json::Value;

/// The elections the project ships.
pub const ELECTIONS: [&str; 3] = ["jharkhand-2024", "jharkhand-2019", "jharkhand-2014"];

/// A data file.
pub struct DataFile(pub Value);

/// The text of `www/data/<name>.json`.
pub fn raw(name: &str) -> String {
    let path = format!("{}/www/data/{name}.json", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// `www/data/<name>.json`, with the second file of the election, if it has one, laid over it.
pub fn file(name: &str) -> DataFile {
    let mut whole: Value = serde_json::from_str(&raw(name)).unwrap();
    if let Some(more) = whole["more"].as_str() {
        let more = raw(more.strip_suffix(".json").unwrap());
        lay_over(&mut whole, serde_json::from_str(&more).unwrap());
    }
    DataFile(whole)
}

/// The ids of all elections that have a page.
pub fn listed() -> Vec<String> {
    let all: Vec<Value> = serde_json::from_str(&raw("elections")).unwrap();
    all.iter().map(|one| text(one, "id").to_owned()).collect()
}

/// A member that must be a text.
pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key]
        .as_str()
        .unwrap_or_else(|| panic!("no text {key:?} in {value}"))
}

/// A name in English.
pub fn english<'a>(value: &'a Value, key: &str) -> &'a str {
    let name = &value[key];
    name["en"].as_str().or(name.as_str()).unwrap_or_default()
}

/// Votes: a total, or the sum of EVM and postal.
pub fn votes(value: &Value) -> u64 {
    match value.as_array() {
        Some(parts) => parts.iter().map(|part| part.as_u64().unwrap()).sum(),
        None => value.as_u64().unwrap(),
    }
}

impl DataFile {
    /// A top-level list; empty where there is none.
    pub fn list(&self, key: &str) -> &[Value] {
        self.0[key].as_array().map_or(&[], Vec::as_slice)
    }

    /// Every candidate line with its constituency.
    pub fn candidates(&self) -> impl Iterator<Item = (&Value, &Value)> {
        self.list("constituencies").iter().flat_map(|seat| {
            let lines = seat["candidates"].as_array().unwrap();
            lines.iter().map(move |line| (seat, line))
        })
    }

    /// The candidate line of every winner.
    pub fn winners(&self) -> impl Iterator<Item = &Value> {
        self.list("constituencies").iter().map(|seat| {
            let serial = usize::try_from(seat["winner"].as_u64().unwrap()).unwrap();
            &seat["candidates"][serial - 1]
        })
    }

    /// The constituency of an id.
    pub fn seat(&self, id: &str) -> &Value {
        self.list("constituencies")
            .iter()
            .find(|seat| text(seat, "id") == id)
            .unwrap()
    }

    /// Votes of all candidates of a party.
    pub fn party_votes(&self, party: &str) -> u64 {
        self.candidates()
            .filter(|(_, line)| text(line, "party") == party)
            .map(|(_, line)| votes(&line["votes"]))
            .sum()
    }

    /// Seats won by a party.
    pub fn party_seats(&self, party: &str) -> usize {
        self.winners()
            .filter(|line| text(line, "party") == party)
            .count()
    }
}
