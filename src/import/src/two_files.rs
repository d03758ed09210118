//! An election in two files, so that a page opens with the first (DATA.md, "Two files").

use serde_json::{Map, Value, json};

/// What a page does without at its start: whole members of the dataset, of a party or alliance,
/// and of a constituency.
const LATER: [&str; 8] = [
    "sources", "variants", "source", "electors", "turnout", "code", "reason", "tiles",
];

/// The two files: what is counted and shown at once, and the rest, to be laid over it.
pub fn two_files(dataset: &Value) -> (Value, Value) {
    let (mut first, mut more) = (Map::new(), Map::new());
    let fields = dataset.as_object().into_iter().flatten();
    for (key, value) in fields {
        let (now, later) = match value {
            Value::Array(items) if key != "sources" => parted_list(items),
            value => parted(key, value),
        };
        now.map(|now| first.insert(key.clone(), now));
        later.map(|later| more.insert(key.clone(), later));
        if key == "id" {
            let name = format!("{}.more.json", value.as_str().unwrap_or_default());
            first.insert("more".into(), json!(name));
        }
    }
    (Value::Object(first), Value::Object(more))
}

type Halves = (Option<Value>, Option<Value>);

/// What of a member stands in the first file, and what in the second.
fn parted(key: &str, value: &Value) -> Halves {
    match value {
        value if LATER.contains(&key) => (None, Some(value.clone())),
        Value::Object(fields) if fields.contains_key("en") => {
            let mut later = fields.clone();
            later.shift_remove("en");
            let later = (!later.is_empty()).then_some(Value::Object(later));
            (Some(json!({"en": fields["en"]})), later)
        }
        Value::Object(fields) => {
            let (now, later) = parted_object(fields);
            (Some(now.into()), (!later.is_empty()).then(|| later.into()))
        }
        value => (Some(value.clone()), None),
    }
}

fn parted_object(fields: &Map<String, Value>) -> (Map<String, Value>, Map<String, Value>) {
    let (mut first, mut more) = (Map::new(), Map::new());
    for (key, value) in fields {
        let (now, later) = match value {
            Value::Array(lines) if key == "candidates" => ballot(lines),
            value => parted(key, value),
        };
        now.map(|now| first.insert(key.clone(), now));
        later.map(|later| more.insert(key.clone(), later));
    }
    (first, more)
}

/// Items that the second file adds nothing to stand there by their ids, to keep the order.
fn parted_list(items: &[Value]) -> Halves {
    let (mut first, mut more, mut adds) = (Vec::new(), Vec::new(), false);
    for item in items {
        let Value::Object(fields) = item else {
            return (Some(items.into()), None);
        };
        let (now, mut later) = parted_object(fields);
        adds |= !later.is_empty();
        if let Some(id) = fields.get("id") {
            later.shift_insert(0, "id".into(), id.clone());
        }
        first.push(Value::Object(now));
        more.push(Value::Object(later));
    }
    (Some(first.into()), adds.then(|| more.into()))
}

/// Candidates count without their names.
fn ballot(lines: &[Value]) -> Halves {
    let line = |line: &Value| {
        let mut now = line.as_object().cloned().unwrap_or_default();
        let name = now.shift_remove("name").unwrap_or_default();
        (Value::Object(now), json!({"name": name}))
    };
    let (now, later): (Vec<Value>, Vec<Value>) = lines.iter().map(line).unzip();
    (Some(now.into()), Some(later.into()))
}
