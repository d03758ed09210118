//! The parties of a dataset: ids, names, colours, and what is proposed as one party.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::dataset::name;
use crate::house::{INDEPENDENT, Place};
use crate::names;
use crate::reading::{PartyRead, Reading};
use crate::words;
use crate::work::Work;

/// Colours that stay apart for every eye, for the parties with most seats.
const COLOURS: [&str; 9] = [
    "#667f07", "#ff9d3a", "#22abed", "#047552", "#8a0700", "#e44073", "#9249c7", "#00229e",
    "#502742",
];
/// Everybody else.
const GREY: &str = "#8f8f8f";
/// Independents.
const PALE: &str = "#a9a9a9";

/// Ids of the parties, and the parties in the order of tables: most seats, most votes, label.
pub fn ids(work: &Work, places: &[Place], reading: &mut Reading) -> Vec<String> {
    let count = work.parties.list.len();
    let mut seats = vec![0_u32; count];
    let mut votes = vec![0_u64; count];
    let mut stood = vec![false; count];
    for place in places {
        for (at, line) in place
            .lines
            .iter()
            .enumerate()
            .filter(|(_, l)| l.party != INDEPENDENT)
        {
            stood[line.party] = true;
            seats[line.party] += u32::from(place.winner == Some(at));
            if !place.refused {
                votes[line.party] += u64::from(line.votes.unwrap_or(0));
            }
        }
    }
    let label = |party: usize| work.parties.list[party].label.as_str();
    let mut by_label: Vec<usize> = (0..count).collect();
    // Who has a short name gets it as an id, whoever else would have the same initials.
    by_label.sort_by_key(|party| (short(work, label(*party)).is_none(), label(*party)));
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut ids = vec![String::new(); count];
    for party in by_label {
        let short = short(work, label(party)).unwrap_or(label(party));
        let base = names::party_id(short).unwrap_or_else(|| "P1".to_owned());
        let stem = base.trim_end_matches(|c: char| c.is_ascii_digit() && base.starts_with("P1"));
        let mut id = base.clone();
        let mut n = 2;
        while is_reserved(&id) || !taken.insert(id.clone()) {
            id = format!("{stem}{n}");
            n += 1;
        }
        ids[party] = id;
    }
    let mut order: Vec<usize> = (0..count).filter(|party| stood[*party]).collect();
    order.sort_by(|a, b| (seats[*b], votes[*b], label(*a)).cmp(&(seats[*a], votes[*a], label(*b))));
    reading.parties = order
        .into_iter()
        .map(|party| PartyRead {
            id: ids[party].clone(),
            label: label(party).to_owned(),
            name: names::titled(
                longest_used(&work.parties.list[party].names).unwrap_or(label(party)),
            ),
            seats: seats[party],
            votes: votes[party],
        })
        .collect();
    ids
}

/// Whether an id would speak of no party: of independents, nominated members, NOTA or others.
pub fn is_reserved(id: &str) -> bool {
    let word = id.to_ascii_uppercase();
    ["IND", "NOM", "NOTA"].contains(&word.as_str())
        || words::is_independent(id)
        || words::row_kind(id).is_some()
}

pub fn parties(work: &mut Work, reading: &Reading) -> Value {
    let mut list: Vec<Value> = Vec::new();
    for (i, party) in reading.parties.iter().enumerate() {
        let colour = chosen_colour(work, &party.label)
            .unwrap_or_else(|| COLOURS.get(i).copied().unwrap_or(GREY).to_owned());
        let mut entry = json!({"id": party.id, "name": name(&party.name), "colour": colour});
        if let Some(short) = short(work, &party.label).map(str::to_owned) {
            entry["short"] = name(&short);
            let values = vec![("label", party.label.clone())];
            let id = format!("short.{}", party.label);
            work.decisions.add(&id, "short", &short, values).by_reader = true;
        } else if party.label != party.name {
            entry["short"] = name(&party.label);
        }
        let known = work
            .parties
            .list
            .iter()
            .find(|known| known.label == party.label);
        let others: Vec<&String> = known
            .into_iter()
            .flat_map(|known| known.names.keys())
            .filter(|other| **other != party.name && **other != party.label)
            .collect();
        if !others.is_empty() {
            entry["variants"] = json!(others);
        }
        list.push(entry);
    }
    if !work.parties.independents.is_empty() {
        let both = json!({"en": "Independent", "hi": "निर्दलीय"});
        list.push(json!({"id": "IND", "name": both, "colour": PALE}));
    }
    Value::Array(list)
}

/// The short name that the reader gives a party or alliance: `short.<label>`.
pub fn short<'r>(work: &Work<'r>, label: &str) -> Option<&'r str> {
    let short = work.recipe.get(&format!("short.{label}"));
    short.map(str::trim).filter(|short| !short.is_empty())
}

/// The name that stands most often; the first in the alphabet if several do.
fn longest_used(names: &BTreeMap<String, usize>) -> Option<&str> {
    let most = names.values().max()?;
    names
        .iter()
        .find(|(_, count)| *count == most)
        .map(|(name, _)| name.as_str())
}

/// A colour that the reader chose: `colour.<label>` → `#rrggbb`, for parties and alliances.
pub fn chosen_colour(work: &mut Work, label: &str) -> Option<String> {
    let id = format!("colour.{label}");
    let hex = |text: &&str| {
        let digits = text.strip_prefix('#').unwrap_or_default();
        digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit())
    };
    let colour = work.recipe.get(&id).filter(hex)?.to_ascii_lowercase();
    let values = vec![("label", label.to_owned())];
    work.decisions.add(&id, "colour", &colour, values).by_reader = true;
    Some(colour)
}

/// Parties whose labels differ only in case, spaces or marks: proposed as one, never merged here.
pub fn merges(work: &mut Work) {
    let mut by_bare: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for party in &work.parties.list {
        by_bare
            .entry(names::bare(&party.label))
            .or_default()
            .push(party.label.clone());
    }
    for mut labels in by_bare.into_values().filter(|labels| labels.len() > 1) {
        labels.sort();
        let first = labels[0].clone();
        for label in labels.into_iter().skip(1) {
            let values = vec![("label", label.clone()), ("other", first.clone())];
            let decision =
                work.decisions
                    .add(&format!("party.{label}"), "merge", &label.clone(), values);
            decision.options = vec![label, first.clone()];
            decision.asked = true;
        }
    }
    for (label, to) in work
        .recipe
        .under("party.")
        .filter(|(label, to)| label != to)
    {
        let values = vec![("label", label.to_owned())];
        work.decisions
            .add(&format!("party.{label}"), "merged", to, values)
            .by_reader = true;
    }
    for party in work
        .parties
        .list
        .iter()
        .filter(|party| party.names.len() > 1)
    {
        let values = vec![
            ("label", party.label.clone()),
            ("count", party.names.len().to_string()),
        ];
        work.decisions.note("party-names", values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::colour::Colour;

    #[test]
    fn colours_that_are_given_stay_apart_for_every_eye() {
        let colours = COLOURS.map(|colour| Colour::parse(colour).unwrap());
        for (i, one) in colours.iter().enumerate() {
            for two in &colours[..i] {
                assert!(!one.is_near(*two), "{one:?}, {two:?}");
            }
        }
    }
}
