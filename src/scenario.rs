//! A scenario: an ordered set of edits to a baseline. It names things by id and knows no election.

mod edits;
pub mod notation;
mod scope;

pub use crate::majority::BaseKind;
pub use edits::{
    Absent, Award, Chosen, Cross, Edit, Layer, MarkEdit, Model, Pool, PoolRule, Realign, Resign,
    Stance, Swing, SwingRule,
};
pub use scope::Scope;

use crate::decode::{self, Fault, Value, whole};
use crate::election::digits;
use crate::problem::Problems;
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer, Serialize};
use std::cmp::Ordering;

/// A whole number of hundredths: 10,000 is 100 % or 100 points.
pub const WHOLE: u32 = 10_000;
/// The most members an edit can speak of.
const MOST_MEMBERS: u32 = 60_000;

/// Edits, and the election they were made for where that is known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Scenario {
    /// Id of the election.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub election: Option<String>,
    /// Fingerprint of its data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
    /// What is changed.
    pub edits: Vec<Edit>,
}

impl Scenario {
    /// The scenario of an object.
    ///
    /// # Errors
    /// The first fault of each edit, and the first one outside the edits, with codes as [`decode::decode`].
    pub fn from_value(value: &Value) -> Result<Scenario, Problems> {
        decode::decode(value).map_err(|first: Fault| {
            let mut problems = Problems::default();
            if !first.path.starts_with("edits[") {
                problems.add(&first.path, first.code, first.message);
            }
            for (i, edit) in value.field("edits").items().iter().enumerate() {
                if let Err(fault) = decode::decode::<Edit>(edit) {
                    let fault = fault.inside(&format!("edits[{i}]"));
                    problems.add(&fault.path, fault.code, fault.message);
                }
            }
            problems
        })
    }

    /// The same scenario in its one canonical order, duplicates removed: pools by target and scope, swings as listed,
    /// then one award per constituency, one realignment per party, one stance, one crossing per pair, one resignation,
    /// one absence per party and one base; of several about the same thing the last one holds. Without edits the
    /// election is left out too: the declared result.
    pub fn canonical(&self) -> Scenario {
        self.canonical_places().0
    }

    /// The same, and for each of its edits the index among the edits here.
    pub(crate) fn canonical_places(&self) -> (Scenario, Vec<usize>) {
        let mut edits = self.edits.clone();
        edits.iter_mut().for_each(Edit::tidy);
        let mut places: Vec<usize> = Vec::with_capacity(edits.len());
        // Each goes behind those that are equal to it: swings keep their listed order.
        for (i, edit) in edits.iter().enumerate() {
            let at = places.partition_point(|&before| edits[before].compare(edit).is_le());
            places.insert(at, i);
        }
        places.retain(|&at| {
            let mut later = edits[at + 1..].iter();
            !edits[at].says_nothing() && !later.any(|other| other.replaces(&edits[at]))
        });
        if places.is_empty() {
            return (Scenario::default(), places);
        }
        let canonical = Scenario {
            election: self.election.clone(),
            fingerprint: self.fingerprint.clone(),
            edits: places.iter().map(|&at| edits[at].clone()).collect(),
        };
        (canonical, places)
    }
}

/// Compares ids as people sort them: numbers by size, then texts.
pub fn compare_ids(a: &str, b: &str) -> Ordering {
    let number = |id: &str| digits(id).unwrap_or(u32::MAX);
    number(a).cmp(&number(b)).then_with(|| a.cmp(b))
}

/// Puts ids in the order of [`compare_ids`], each once. They are few: each is inserted at its place.
pub(crate) fn sort_ids(ids: &mut Vec<String>) {
    let mut sorted: Vec<String> = Vec::with_capacity(ids.len());
    for id in ids.drain(..) {
        if let Err(at) = sorted.binary_search_by(|other| compare_ids(other, &id)) {
            sorted.insert(at, id);
        }
    }
    *ids = sorted;
}

/// Reads hundredths: 0 to [`WHOLE`].
fn hundredths<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    whole(deserializer, WHOLE)
}

/// Reads a number of members: 1 or more.
fn members<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    match whole(deserializer, MOST_MEMBERS)? {
        0 => Err(D::Error::invalid_value(
            Unexpected::Unsigned(0),
            &"1 or more",
        )),
        members => Ok(members),
    }
}

/// Reads a list of at least one id.
fn some_ids<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let ids: Vec<String> = Vec::deserialize(deserializer)?;
    if ids.is_empty() {
        return Err(D::Error::invalid_length(0, &"at least 1"));
    }
    Ok(ids)
}
