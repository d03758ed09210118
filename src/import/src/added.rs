//! What a recipe adds that no file of results says: the house, its source, names in Hindi.

use serde_json::{Map, Value, json};

use crate::work::Work;

/// Decisions about the house.
const HOUSE: [&str; 3] = ["name", "kicker", "note"];
/// Decisions about the source of the figures.
const SOURCE: [&str; 5] = ["name", "publisher", "url", "as_of", "note"];

/// Names in Hindi by the English ones.
#[derive(Debug)]
pub struct Hindi(Vec<(String, String)>);

impl Hindi {
    /// Gives the names of a party, alliance or place their Hindi half.
    pub fn give(&self, item: &mut Value) {
        for field in ["name", "short"] {
            self.both(item.get_mut(field));
        }
    }

    fn both(&self, name: Option<&mut Value>) {
        let Some(name) = name else { return };
        let found = self.0.iter().find(|(en, _)| *name == en.as_str());
        if let Some((en, hi)) = found {
            *name = json!({"en": en, "hi": hi});
        }
    }
}

/// Adds it to a dataset; answers with the names that its constituencies may have in Hindi.
pub fn add(root: &mut Map<String, Value>, work: &mut Work) -> Hindi {
    for field in HOUSE {
        if let Some(text) = chosen(work, &format!("house.{field}")) {
            root["house"][field] = json!(text);
        }
    }
    if let Some(day) = chosen(work, "counted") {
        root.insert("counted".into(), json!(day));
    }
    if let Some(label) = chosen(work, "government") {
        let id = id_of(root, &label).unwrap_or(label);
        root.insert("government".into(), json!(id));
    }
    for field in SOURCE {
        if let Some(text) = chosen(work, &format!("source.{field}")) {
            root["sources"][0][field] = json!(text);
        }
    }
    translate(root, work)
}

/// The text the recipe gives for a field, noted as a decision.
fn chosen(work: &mut Work, id: &str) -> Option<String> {
    let text = work.recipe.get(id).map(str::trim)?.to_owned();
    if text.is_empty() {
        return None;
    }
    let values = vec![("label", id.to_owned())];
    work.decisions.add(id, "added", &text, values).by_reader = true;
    Some(text)
}

/// The id of the party or alliance of that id or name.
fn id_of(root: &Map<String, Value>, label: &str) -> Option<String> {
    let lists = ["alliances", "parties"].into_iter();
    let mut all = lists.flat_map(|list| root[list].as_array().into_iter().flatten());
    let is = |one: &&Value| ["id", "name", "short"].iter().any(|key| one[key] == label);
    all.find(is)?["id"].as_str().map(str::to_owned)
}

/// Gives names their Hindi half: `hi.<English>` → Hindi.
fn translate(root: &mut Map<String, Value>, work: &mut Work) -> Hindi {
    let known: Vec<(String, String)> = (work.recipe.under("hi."))
        .map(|(en, hi)| (en.to_owned(), hi.trim().to_owned()))
        .filter(|(_, hi)| !hi.is_empty())
        .collect();
    for (en, hi) in &known {
        let values = vec![("label", en.clone())];
        let id = format!("hi.{en}");
        work.decisions.add(&id, "in-hindi", hi, values).by_reader = true;
    }
    let hindi = Hindi(known);
    hindi.both(root.get_mut("title"));
    for field in HOUSE {
        hindi.both(root["house"].get_mut(field));
    }
    for list in ["parties", "alliances", "divisions"] {
        let items = root.get_mut(list).and_then(Value::as_array_mut);
        items
            .into_iter()
            .flatten()
            .for_each(|item| hindi.give(item));
    }
    hindi
}
