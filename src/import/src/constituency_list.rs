//! The constituencies of a dataset, with their candidates.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::added::Hindi;
use crate::dataset::name;
use crate::house::{Line, Place, Status};
use crate::names;

/// What the constituencies of a dataset are written from.
#[derive(Debug)]
pub struct Constituencies {
    /// The constituencies as they were read.
    pub places: Vec<Place>,
    /// Number of each in links.
    pub numbers: Vec<u32>,
    /// Their order by number.
    pub order: Vec<usize>,
    /// Ids of the parties.
    pub ids: Vec<String>,
    /// Ids of the states.
    pub states: BTreeMap<String, String>,
    /// Names in Hindi.
    pub hindi: Hindi,
}

impl Constituencies {
    /// The list as the data format has it.
    pub fn list(&self) -> Value {
        // What the data format takes as codes: short ones that tell constituencies apart.
        let coded = || self.places.iter().filter_map(|place| place.code.as_deref());
        let codes: BTreeSet<&str> = coded().collect();
        let fit = |code: &&str| {
            code.len() <= 64 && code.trim() == *code && !code.contains(char::is_control)
        };
        let coded = codes.len() == coded().count() && codes.iter().all(fit);
        let list = self.order.iter().map(|at| {
            let place = &self.places[*at];
            let mut entry = constituency(place, self.numbers[*at], &self.ids, &self.states);
            if !coded && let Some(entry) = entry.as_object_mut() {
                entry.shift_remove("code");
            }
            self.hindi.give(&mut entry);
            entry
        });
        list.collect()
    }
}

/// Ids of the states, where constituencies lie in several.
pub fn divisions(places: &[Place]) -> BTreeMap<String, String> {
    let states: BTreeSet<&String> = places
        .iter()
        .filter_map(|place| place.state.as_ref())
        .collect();
    let mut ids = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for (i, state) in states.into_iter().enumerate() {
        let mut id: String = state
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .take(28)
            .collect();
        if id.is_empty() || !taken.insert(id.clone()) {
            id = format!("S{}", i + 1);
            taken.insert(id.clone());
        }
        ids.insert(state.clone(), id);
    }
    ids
}

fn constituency(
    place: &Place,
    number: u32,
    ids: &[String],
    states: &BTreeMap<String, String>,
) -> Value {
    let status = place.status.unwrap_or(Status::Awaited);
    let mut entry = Map::new();
    entry.insert("id".into(), json!(number.to_string()));
    if let Some(code) = place
        .code
        .as_ref()
        .filter(|code| **code != number.to_string())
    {
        entry.insert("code".into(), json!(code));
    }
    entry.insert("name".into(), name(&place.name));
    if let Some(category) = &place.category {
        entry.insert("category".into(), json!(category));
    }
    if let Some(state) = place.state.as_ref().filter(|_| states.len() > 1) {
        entry.insert("division".into(), json!(states[state]));
    }
    if status != Status::Declared {
        entry.insert("status".into(), json!(status.word()));
    }
    let votes_count = !place.refused && !matches!(status, Status::Awaited | Status::Unopposed);
    let voted = votes_count && place.lines.iter().all(|line| line.votes.is_some());
    let parts = voted && place.lines.iter().all(|line| line.parts.is_some());
    let shown = in_order(place, status);
    let by_serial = serials(&shown);
    let serial = |at: usize, line: &Line| match line.serial {
        Some(serial) if by_serial => serial,
        _ => at as u32 + 1,
    };
    let holder = place.winner.map(|at| &place.lines[at]);
    for (at, line) in shown.iter().enumerate() {
        if holder.is_some_and(|holder| std::ptr::eq(holder, *line)) {
            entry.insert("winner".into(), json!(serial(at, line)));
        }
    }
    if let Some(reason) = &place.reason {
        entry.insert("reason".into(), json!(reason));
    }
    if let Some(electors) = place.electors.filter(|_| voted) {
        entry.insert("electors".into(), json!(electors.value));
    }
    if let Some(nota) = place.nota.filter(|_| voted) {
        let nota = match place.nota_parts.filter(|_| parts) {
            Some((evm, postal)) => json!([evm, postal]),
            None => json!(nota),
        };
        entry.insert("nota".into(), nota);
    }
    if place.others > 0 && voted {
        entry.insert("others".into(), json!(place.others));
    }
    if let Some(margin) = place.margin.filter(|_| !voted && holder.is_some()) {
        entry.insert("margin".into(), json!(margin.value));
    }
    let candidates = shown.iter().enumerate().map(|(at, line)| {
        let mut candidate = Map::new();
        if serial(at, line) != at as u32 + 1 {
            candidate.insert("serial".into(), json!(serial(at, line)));
        }
        candidate.insert("name".into(), name(&names::titled(&line.name)));
        let party = ids.get(line.party).map_or("IND", String::as_str);
        candidate.insert("party".into(), json!(party));
        if let Some(votes) = line.votes.filter(|_| voted) {
            let votes = match line.parts.filter(|_| parts) {
                Some((evm, postal)) => json!([evm, postal]),
                None => json!(votes),
            };
            candidate.insert("votes".into(), votes);
        }
        Value::Object(candidate)
    });
    entry.insert("candidates".into(), candidates.collect());
    Value::Object(entry)
}

/// Candidates by their place on the ballot where it is known, else by votes and name.
fn in_order(place: &Place, status: Status) -> Vec<&Line> {
    let mut lines: Vec<&Line> = place.lines.iter().collect();
    if status == Status::Unopposed {
        lines = place
            .winner
            .map(|at| &place.lines[at])
            .into_iter()
            .collect();
    }
    if serials(&lines) {
        lines.sort_by_key(|line| line.serial);
    } else {
        lines.sort_by(|a, b| (b.votes, &a.name, &a.label).cmp(&(a.votes, &b.name, &b.label)));
    }
    lines
}

/// Whether every candidate has a place on the ballot of their own.
fn serials(lines: &[&Line]) -> bool {
    let mut seen: Vec<u32> = lines.iter().filter_map(|line| line.serial).collect();
    seen.sort_unstable();
    seen.dedup();
    seen.len() == lines.len() && seen.iter().all(|serial| (1..65_534).contains(serial))
}
