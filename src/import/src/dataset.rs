//! A house in the project's data format (DATA.md).

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::added;
use crate::alliance_list::alliances;
use crate::codes;
use crate::constituency_list::{Constituencies, divisions};
use crate::house::{Place, Status};
use crate::party_list::{ids, merges, parties};
use crate::reading::{Reading, Seat};
use crate::recipe::Recipe;
use crate::work::Work;

/// Fills seats, parties and dataset of a reading, all but the constituencies, which it answers.
pub fn write(
    work: &mut Work,
    places: Vec<Place>,
    file: &str,
    reading: &mut Reading,
) -> Constituencies {
    let numbers = codes::numbers(&places);
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|at| numbers[*at]);
    reading.seats = order
        .iter()
        .map(|at| seat(&places[*at], numbers[*at]))
        .collect();
    let ids = ids(work, &places, reading);
    merges(work);
    let recipe = work.recipe;
    let title = title(recipe, file);
    let id = recipe.get("id").map_or_else(|| slug(&title), slug);
    work.decisions
        .add("title", "title", &title, Vec::new())
        .this_file = true;
    work.decisions.add("id", "id", &id, Vec::new()).this_file = true;
    let alliances = alliances(work, reading);
    let states = divisions(&places);
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
    root.insert("constituencies".into(), Value::Null);
    let hindi = added::add(&mut root, work);
    reading.dataset = Some(Value::Object(root));
    Constituencies {
        places,
        numbers,
        order,
        ids,
        states,
        hindi,
    }
}

fn seat(place: &Place, number: u32) -> Seat {
    let holder = place.winner.map(|at| &place.lines[at]);
    Seat {
        number,
        code: place.code.clone(),
        name: place.name.clone(),
        status: place.status.unwrap_or(Status::Awaited),
        party: holder.map(|line| line.label.to_string()),
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
pub fn name(text: &str) -> Value {
    let devanagari = text.chars().any(|c| ('\u{900}'..='\u{97f}').contains(&c));
    if devanagari {
        json!({"en": text, "hi": text})
    } else {
        json!(text)
    }
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
