//! A data file in the parts the page loads: what its first screen shows and its small core counts, then the names of the
//! candidates, then all else, which waits until the reader asks for more. Each part is a dataset with holes;
//! `www/dataset/columns.js` lays one over the other.

use anyhow::{Result, ensure};
use serde_json::{Map, Value, json};

use super::columns;

/// The endings of the names of the parts' files, first the one a page cannot do without.
pub const PARTS: [&str; 3] = ["page", "names", "more"];

/// The language every name has.
const LANGUAGE: &str = "en";

/// What the first part has of objects in lists; of what stands at the top it has [`TOP`].
const FIRST: [(&str, &[&str]); 6] = [
    ("parties", &["id", "name", "short", "colour"]),
    ("alliances", &["id", "name", "short", "colour", "parties"]),
    (
        "constituencies",
        &[
            "id",
            "name",
            "status",
            "winner",
            "reason",
            "candidates",
            "nota",
        ],
    ),
    ("candidates", &["serial", "party", "alliance", "votes"]),
    ("questions", &["id", "scenario", "title"]),
    (
        "house",
        &["name", "kicker", "note", "result", "seats", "nominated"],
    ),
];
const TOP: [&str; 11] = [
    "format",
    "id",
    "title",
    "house",
    "government",
    "parties",
    "alliances",
    "constituencies",
    "tiles",
    "facts",
    "questions",
];

/// The three parts of a dataset in columns; the first names the files of the others, `name` being that of all without ending.
///
/// # Errors
/// When they do not give back the same dataset, or as [`columns::pack`].
pub fn of(dataset: &Value, name: &str) -> Result<[Value; 3]> {
    let [mut first, names, more] = [0, 1, 2].map(|which| cut(dataset, "", which));
    let mut whole = first.clone();
    for part in [&names, &more] {
        lay(&mut whole, part);
    }
    ensure!(whole == *dataset, "does not survive being taken apart");
    first["rest"] = PARTS[1..]
        .iter()
        .map(|part| format!("{name}.{part}"))
        .collect();
    Ok([
        columns::pack(&first, &Value::Null)?,
        columns::pack(&names, &first)?,
        columns::pack(&more, &first)?,
    ])
}

/// What part `which` has of an object, which stands in the list `list` (none for the dataset itself).
fn cut(object: &Value, list: &str, which: usize) -> Value {
    let mut out = Map::new();
    for (name, value) in object.as_object().into_iter().flatten() {
        if let Some(part) = field(value, list, name, which) {
            out.insert(name.clone(), part);
        }
    }
    out.into()
}

fn field(value: &Value, list: &str, name: &str, which: usize) -> Option<Value> {
    if list == "candidates" && name == "name" {
        return text(value, 1, which);
    }
    if !first_has(list, name) {
        return (which == 2).then(|| value.clone());
    }
    if name == "house" {
        return Some(cut(value, name, which)).filter(|part| *part != json!({}));
    }
    match value.as_array() {
        Some(all) if all.iter().any(Value::is_object) => {
            let parts: Vec<Value> = all.iter().map(|one| cut(one, name, which)).collect();
            (which == 0 || parts.iter().any(|part| *part != json!({}))).then(|| parts.into())
        }
        Some(counted) if name == "votes" || name == "nota" => match which {
            0 => Some(counted.iter().filter_map(Value::as_u64).sum::<u64>().into()),
            1 => None,
            _ => Some(value.clone()),
        },
        _ => text(value, 0, which),
    }
}

/// What part `which` has of a value that belongs to the part `own`: all, but for a name's other languages.
fn text(value: &Value, own: usize, which: usize) -> Option<Value> {
    let texts = value.as_object().filter(|texts| texts.len() > 1);
    let Some((texts, text)) = texts.and_then(|texts| Some((texts, texts.get(LANGUAGE)?))) else {
        return (which == own).then(|| value.clone());
    };
    if which == own {
        return Some(text.clone());
    }
    let others = texts.iter().filter(|(language, _)| *language != LANGUAGE);
    let others = || others.map(|(language, text)| (language.clone(), text.clone()));
    (which == 2).then(|| others().collect::<Map<_, _>>().into())
}

fn first_has(list: &str, field: &str) -> bool {
    if list.is_empty() {
        return TOP.contains(&field);
    }
    let known = FIRST.iter().find(|(name, _)| *name == list);
    known.is_some_and(|(_, fields)| fields.contains(&field))
}

/// What the page makes of a part and one that is laid over it.
fn lay(under: &mut Value, over: &Value) {
    match (under, over) {
        (Value::Object(under), Value::Object(over)) => {
            for (name, value) in over {
                match under.get_mut(name) {
                    Some(Value::String(text)) if value.is_object() => {
                        let mut both = json!({ LANGUAGE: *text });
                        lay(&mut both, value);
                        under.insert(name.clone(), both);
                    }
                    Some(there) if there.is_object() || there.is_array() && value.is_array() => {
                        lay(there, value)
                    }
                    _ => {
                        under.insert(name.clone(), value.clone());
                    }
                }
            }
        }
        (Value::Array(under), Value::Array(over)) => {
            for (there, value) in under.iter_mut().zip(over) {
                lay(there, value);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dataset() -> Value {
        json!({
            "format": 1, "id": "a-2024", "title": { "en": "A", "hi": "अ" }, "counted": "2024-11-23",
            "house": { "name": "House", "seats": 2, "kicker": { "en": "K", "hi": "क" }, "founded": 2000 },
            "sources": [{ "id": "s", "name": "Source" }],
            "parties": [{ "id": "X", "name": { "en": "Ex", "hi": "एक्स" }, "colour": "#123456", "variants": ["Eks"] }],
            "alliances": [{ "id": "Q", "name": { "en": "Q only" }, "parties": ["X"] }],
            "constituencies": [
                { "id": "1", "name": { "en": "One", "hi": "एक" }, "district": "D", "nota": [7, 1], "winner": 2,
                  "candidates": [{ "name": "Asha", "party": "X", "votes": [3, 4] }, { "name": { "en": "Bina", "hi": "बीना" }, "party": "IND", "votes": 9 }] },
                { "id": "2", "name": "Two", "status": "unopposed", "winner": 1, "candidates": [{ "name": "Chitra", "party": "X" }] },
            ],
            "tiles": { "columns": 2, "rows": 1, "places": [1, 1, 2, 1] },
            "questions": [{ "id": "q", "scenario": "w-1.X", "title": { "en": "What?", "hi": "क्या?" }, "answer": { "en": "That." } }],
        })
    }

    #[test]
    fn the_first_part_has_what_is_counted_and_shown_at_once() {
        let [first, names, more] = of(&dataset(), "a-2024").unwrap();
        assert_eq!(first["rest"], json!(["a-2024.names", "a-2024.more"]));
        let whole = columns::unpack(&first, &Value::Null);
        assert_eq!(whole["title"], "A");
        assert_eq!(whole["house"]["kicker"], "K");
        let one = &whole["constituencies"][0];
        assert_eq!(
            *one,
            json!({ "id": "1", "name": "One", "nota": 8, "winner": 2,
                "candidates": [{ "party": "X", "votes": 7 }, { "party": "IND", "votes": 9 }] })
        );
        assert_eq!(whole["alliances"][0]["name"], json!({ "en": "Q only" }));
        assert_eq!(
            whole["questions"][0],
            json!({ "id": "q", "scenario": "w-1.X", "title": "What?" })
        );
        for absent in ["sources", "counted"] {
            assert!(whole[absent].is_null(), "{absent}");
        }
        let names = columns::unpack(&names, &whole);
        assert_eq!(
            names["constituencies"][0]["candidates"][1],
            json!({ "name": "Bina" })
        );
        let more = columns::unpack(&more, &whole);
        assert_eq!(more["constituencies"][0]["name"], json!({ "hi": "एक" }));
        assert_eq!(
            more["constituencies"][0]["candidates"],
            json!([{ "votes": [3, 4] }, { "name": { "hi": "बीना" } }])
        );
        assert_eq!(
            more["house"],
            json!({ "kicker": { "hi": "क" }, "founded": 2000 })
        );
    }

    #[test]
    fn laid_over_each_other_they_are_the_dataset() {
        let [mut whole, names, more] = of(&dataset(), "a-2024").unwrap();
        whole = columns::unpack(&whole, &Value::Null);
        whole.as_object_mut().unwrap().remove("rest");
        let parts = [names, more].map(|part| columns::unpack(&part, &whole));
        for part in parts {
            lay(&mut whole, &part);
        }
        assert_eq!(whole, dataset());
    }
}
