//! A house in the project's data format (DATA.md).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::codes;
use crate::house::{INDEPENDENT, Line, Place, Status};
use crate::names;
use crate::reading::{PartyRead, Reading, Seat};
use crate::recipe::Recipe;
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

/// Fills seats, parties and dataset of a reading.
pub fn write(work: &mut Work, places: &[Place], file: &str, reading: &mut Reading) {
    let numbers = codes::numbers(places);
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|at| numbers[*at]);
    reading.seats = order
        .iter()
        .map(|at| seat(&places[*at], numbers[*at]))
        .collect();
    let ids = ids(work, places, reading);
    merges(work);
    let recipe = work.recipe;
    let title = title(recipe, file);
    let id = recipe.get("id").map_or_else(|| slug(&title), slug);
    work.decisions
        .add("title", "title", &title, Vec::new())
        .this_file = true;
    work.decisions.add("id", "id", &id, Vec::new()).this_file = true;
    let alliances = alliances(work, reading);
    let states = divisions(places);
    let mut root = Map::new();
    root.insert("format".into(), json!(1));
    root.insert("id".into(), json!(id));
    root.insert("title".into(), name(&title));
    root.insert(
        "house".into(),
        json!({"name": name(&title), "seats": places.len()}),
    );
    let source = if file.is_empty() {
        "Pasted table"
    } else {
        file
    };
    root.insert(
        "sources".into(),
        json!([{"id": "import", "name": source, "blocks": ["votes"]}]),
    );
    root.insert("parties".into(), parties(work, reading));
    root.insert("alliances".into(), alliances);
    let categories: BTreeSet<&str> = places
        .iter()
        .filter_map(|place| place.category.as_deref())
        .collect();
    if !categories.is_empty() {
        let list = categories.iter().map(|id| json!({"id": id, "name": id}));
        root.insert("categories".into(), list.collect());
    }
    if states.len() > 1 {
        let list = states
            .iter()
            .map(|(state, id)| json!({"id": id, "name": name(state)}));
        root.insert("divisions".into(), list.collect());
    }
    let list = order
        .iter()
        .map(|at| constituency(&places[*at], numbers[*at], &ids, &states));
    root.insert("constituencies".into(), list.collect());
    reading.dataset = Some(Value::Object(root));
}

fn seat(place: &Place, number: u32) -> Seat {
    let holder = place.winner.map(|at| &place.lines[at]);
    Seat {
        number,
        code: place.code.clone(),
        name: place.name.clone(),
        status: place.status.unwrap_or(Status::Awaited),
        party: holder.map(|line| line.label.clone()),
        left_out: place.refused,
        nota: place.nota.filter(|_| !place.refused),
        others: if place.refused { 0 } else { place.others },
    }
}

/// A short id of an election: small letters, digits and hyphens.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(48);
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "your-election".to_owned()
    } else {
        slug.to_owned()
    }
}

fn title(recipe: &Recipe, file: &str) -> String {
    if let Some(title) = recipe.get("title").filter(|title| !title.trim().is_empty()) {
        return title.trim().to_owned();
    }
    let file = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file
        .rsplit_once('.')
        .map_or(file, |(stem, _)| stem)
        .replace(['_', '-'], " ");
    let stem = stem.trim();
    if stem.is_empty() {
        "Your election".to_owned()
    } else {
        stem.to_owned()
    }
}

/// A name of the data format: one text, or English and Hindi where the script is Devanagari.
fn name(text: &str) -> Value {
    let devanagari = text.chars().any(|c| ('\u{900}'..='\u{97f}').contains(&c));
    if devanagari {
        json!({"en": text, "hi": text})
    } else {
        json!(text)
    }
}

/// Ids of the parties, and the parties in the order of tables: most seats, most votes, label.
fn ids(work: &Work, places: &[Place], reading: &mut Reading) -> Vec<String> {
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
    by_label.sort_by_key(|party| label(*party));
    let mut taken: BTreeSet<String> = ["IND", "NOM"].map(str::to_owned).into();
    let mut ids = vec![String::new(); count];
    for party in by_label {
        let base = names::party_id(label(party)).unwrap_or_else(|| "P1".to_owned());
        let stem = base.trim_end_matches(|c: char| c.is_ascii_digit() && base.starts_with("P1"));
        let mut id = base.clone();
        let mut n = 2;
        while !taken.insert(id.clone()) {
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

/// The name that stands most often; the first in the alphabet if several do.
fn longest_used(names: &BTreeMap<String, usize>) -> Option<&str> {
    let most = names.values().max()?;
    names
        .iter()
        .find(|(_, count)| *count == most)
        .map(|(name, _)| name.as_str())
}

fn parties(work: &Work, reading: &Reading) -> Value {
    let mut list: Vec<Value> = Vec::new();
    for (i, party) in reading.parties.iter().enumerate() {
        let colour = COLOURS.get(i).copied().unwrap_or(GREY);
        let mut entry = json!({"id": party.id, "name": name(&party.name), "colour": colour});
        if party.label != party.name {
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

/// Alliances that the reader made: `alliance.<party>` → the alliance's name.
fn alliances(work: &mut Work, reading: &Reading) -> Value {
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
    taken.extend(["IND", "NOM"].map(str::to_owned));
    let mut list = Vec::new();
    for (alliance, mut parties) in members {
        // Parties in the order of tables: the first one lends its colour.
        parties.sort_by_key(|id| reading.parties.iter().position(|party| party.id == *id));
        let base = names::party_id(alliance).unwrap_or_else(|| "A1".to_owned());
        let mut id = base.clone();
        let mut n = 2;
        while !taken.insert(id.clone()) {
            id = format!("{base}+{n}");
            n += 1;
        }
        list.push(json!({"id": id, "name": name(alliance), "parties": parties}));
    }
    Value::Array(list)
}

/// Ids of the states, where constituencies lie in several.
fn divisions(places: &[Place]) -> BTreeMap<String, String> {
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

/// Parties whose labels differ only in case, spaces or marks: proposed as one, never merged here.
fn merges(work: &mut Work) {
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

/// Seats and parties of an election in our own format, which is taken as it is.
pub fn own(value: Value, reading: &mut Reading) {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other["en"].as_str().unwrap_or_default().to_owned(),
    };
    let list = |key: &str| value[key].as_array().cloned().unwrap_or_default();
    let mut held: BTreeMap<String, (u32, u64)> = BTreeMap::new();
    for place in list("constituencies") {
        let word = place["status"].as_str().unwrap_or("declared");
        let status = match word {
            "leading" => Status::Leading,
            "unopposed" => Status::Unopposed,
            "lot" => Status::Lot,
            "declared" | "stayed" => Status::Declared,
            "tied" => Status::Tied,
            "adjourned" => Status::Adjourned,
            "countermanded" => Status::Countermanded,
            "vacant" | "set-aside" => Status::Vacant,
            _ => Status::Awaited,
        };
        let mut party = None;
        for (at, candidate) in place["candidates"]
            .as_array()
            .into_iter()
            .flatten()
            .enumerate()
        {
            let id = candidate["party"].as_str().unwrap_or_default().to_owned();
            let votes = match &candidate["votes"] {
                Value::Array(parts) => parts.iter().filter_map(Value::as_u64).sum(),
                votes => votes.as_u64().unwrap_or(0),
            };
            let serial = candidate["serial"].as_u64().unwrap_or(at as u64 + 1);
            let won = place["winner"].as_u64() == Some(serial);
            let entry = held.entry(id.clone()).or_default();
            entry.0 += u32::from(won);
            entry.1 = entry.1.saturating_add(votes);
            if won {
                party = Some(id);
            }
        }
        reading.seats.push(Seat {
            number: place["id"]
                .as_str()
                .and_then(|id| id.parse().ok())
                .unwrap_or_default(),
            code: place["code"].as_str().map(str::to_owned),
            name: text(&place["name"]),
            status,
            party,
            left_out: false,
            nota: None,
            others: place["others"].as_u64().unwrap_or(0),
        });
    }
    reading.parties = list("parties")
        .iter()
        .map(|party| {
            let id = party["id"].as_str().unwrap_or_default().to_owned();
            let (seats, votes) = held.get(&id).copied().unwrap_or_default();
            let short = text(&party["short"]);
            let name = text(&party["name"]);
            let label = if short.is_empty() {
                name.clone()
            } else {
                short
            };
            PartyRead {
                id,
                label,
                name,
                seats,
                votes,
            }
        })
        .collect();
    reading.dataset = Some(value);
}

/// The dataset as text: a line for each party and constituency, so that a correction is one line.
pub fn to_text(dataset: &Value) -> String {
    let mut out = String::from("{\n");
    let fields: Vec<(&String, &Value)> = dataset.as_object().into_iter().flatten().collect();
    for (i, (key, value)) in fields.iter().enumerate() {
        out += &format!("{}:", json!(key));
        match value {
            Value::Array(items) if items.iter().any(Value::is_object) => {
                let lines: Vec<String> = items.iter().map(Value::to_string).collect();
                out += &format!("[\n{}\n]", lines.join(",\n"));
            }
            value => out += &value.to_string(),
        }
        out += if i + 1 < fields.len() { ",\n" } else { "\n" };
    }
    out + "}\n"
}
