//! The alliances of a dataset, as the reader made them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::dataset::name;
use crate::names;
use crate::party_list::{chosen_colour, is_reserved, short};
use crate::reading::{PartyRead, Reading};
use crate::work::Work;

/// Alliances that the reader made: `alliance.<party>` → the alliance's name.
pub fn alliances(work: &mut Work, reading: &Reading) -> Value {
    let mut members: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut decided = Vec::new();
    for (label, alliance) in work.recipe.under("alliance.") {
        let known =
            |party: &&PartyRead| party.label == label || party.id == label || party.name == label;
        if let Some(party) = reading
            .parties
            .iter()
            .find(known)
            .filter(|_| !alliance.is_empty())
        {
            members.entry(alliance).or_default().push(&party.id);
            decided.push((label.to_owned(), alliance.to_owned()));
        }
    }
    for (label, alliance) in decided {
        let id = format!("alliance.{label}");
        let values = vec![("label", label)];
        work.decisions
            .add(&id, "alliance", &alliance, values)
            .by_reader = true;
    }
    let mut taken: BTreeSet<String> = reading
        .parties
        .iter()
        .map(|party| party.id.clone())
        .collect();
    let mut list = Vec::new();
    for (alliance, mut parties) in members {
        // Parties in the order of tables: the first one lends its colour.
        parties.sort_by_key(|id| reading.parties.iter().position(|party| party.id == *id));
        let short = short(work, alliance);
        let base = names::party_id(short.unwrap_or(alliance)).unwrap_or_else(|| "A1".to_owned());
        let mut id = base.clone();
        let mut n = 2;
        while is_reserved(&id) || !taken.insert(id.clone()) {
            id = format!("{base}+{n}");
            n += 1;
        }
        let mut entry = json!({"id": id, "name": name(alliance), "parties": parties});
        if let Some(short) = short {
            entry["short"] = name(short);
        }
        if let Some(colour) = chosen_colour(work, alliance) {
            entry["colour"] = json!(colour);
        }
        list.push(entry);
    }
    Value::Array(list)
}
