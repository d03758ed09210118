//! Lists of objects with values of one kind side by side, which compress to fewer bytes.
//!
//! A list of objects becomes `{"packed": number, "of": column}`. A column stands for one value a row, or none where an
//! object lacks the field. It is the plain list of them (null for none), or whichever of these says the same in the
//! fewest compressed bytes:
//!
//! | column | stands for |
//! |---|---|
//! | `{"o": {field: column}}` | objects |
//! | `{"t": [column]}` | lists of one length |
//! | `{"l": column, "of": column}` | lists of objects: how long each is, then all their objects |
//! | `{"s": text}` | texts, a line each; an empty line for none |
//! | `{"w": text}` | the same of names with a capital at each word's beginning, in small letters; behind `=` as it is |
//! | `{"n": number}` | that number as text, then the next ones |
//! | `{"i": text, "in": name}` | ids of the dataset's list of that name, a letter each: [`ZERO`] + place, `!` for none |
//! | `{"p": text}` | whole numbers to base 64, a letter each digit ([`ZERO`] + digit): the lowest of all rows, then the next |
//!
//! `www/dataset/columns.js` puts it back together.

use anyhow::{Result, ensure};
use serde_json::{Map, Value, json};

use super::sizes;

/// The letter that stands for 0.
const ZERO: u32 = '#' as u32;
const NONE: char = '!';
const BASE: u64 = 64;

/// `part` with its lists of objects in columns. Ids may refer to lists of `known` and to those of `part` that stand before.
///
/// # Errors
/// When the form does not give back the same, or cannot be compressed.
pub fn pack(part: &Value, known: &Value) -> Result<Value> {
    let mut lists = Lists::of(known);
    let mut out = Map::new();
    for (name, value) in part.as_object().into_iter().flatten() {
        let packed = match value.as_array() {
            Some(rows) if !rows.is_empty() && rows.iter().all(Value::is_object) => {
                let packed = json!({ "packed": rows.len(), "of": column(rows, &lists)? });
                // A null of their own would be lost among those that stand for what is missing.
                let whole = values(&packed["of"], rows.len(), &lists) == *rows;
                if whole { packed } else { value.clone() }
            }
            _ => value.clone(),
        };
        lists.add(name, value);
        out.insert(name.clone(), packed);
    }
    let out = Value::Object(out);
    ensure!(
        unpack(&out, known) == *part,
        "does not survive being put in columns"
    );
    Ok(out)
}

/// The ids of the lists that are known so far.
struct Lists(Vec<(String, Vec<String>)>);

impl Lists {
    fn of(known: &Value) -> Self {
        let mut lists = Self(Vec::new());
        for (name, value) in known.as_object().into_iter().flatten() {
            lists.add(name, value);
        }
        lists
    }

    fn add(&mut self, name: &str, list: &Value) {
        let ids: Option<Vec<String>> = list
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| Some(one["id"].as_str()?.to_owned()))
            .collect();
        if let Some(ids) = ids.filter(|ids| !ids.is_empty()) {
            self.0.push((name.to_owned(), ids));
        }
    }

    fn ids(&self, name: &str) -> &[String] {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map_or(&[], |(_, ids)| ids)
    }
}

fn column(values: &[Value], lists: &Lists) -> Result<Value> {
    if values.iter().all(Value::is_object) {
        return Ok(json!({ "o": fields(values, lists)? }));
    }
    let Some(inner) = values
        .iter()
        .map(Value::as_array)
        .collect::<Option<Vec<_>>>()
    else {
        return plain(values, lists);
    };
    let length = inner.first().map_or(0, |list| list.len());
    if inner.iter().flat_map(|list| *list).all(Value::is_object) {
        let flat: Vec<Value> = inner.iter().flat_map(|list| *list).cloned().collect();
        let lengths: Vec<Value> = inner.iter().map(|list| list.len().into()).collect();
        return Ok(json!({ "l": plain(&lengths, lists)?, "of": column(&flat, lists)? }));
    }
    if inner.iter().all(|list| list.len() == length) {
        let parts = (0..length).map(|place| {
            let part: Vec<Value> = inner.iter().map(|list| list[place].clone()).collect();
            column(&part, lists)
        });
        return Ok(json!({ "t": parts.collect::<Result<Vec<_>>>()? }));
    }
    Ok(Value::from(values.to_vec()))
}

/// One column for each field that any of the objects has, in the order they are met.
fn fields(objects: &[Value], lists: &Lists) -> Result<Map<String, Value>> {
    let mut out = Map::new();
    for name in objects
        .iter()
        .filter_map(Value::as_object)
        .flat_map(Map::keys)
    {
        if !out.contains_key(name) {
            let values: Vec<Value> = objects.iter().map(|object| object[name].clone()).collect();
            out.insert(name.clone(), column(&values, lists)?);
        }
    }
    Ok(out)
}

/// The shortest column of values that are no lists and not all objects; of equal ones the plainest.
fn plain(these: &[Value], lists: &Lists) -> Result<Value> {
    let mut forms = vec![Value::from(these.to_vec())];
    forms.extend(lines(these).map(|text| json!({ "s": text })));
    forms.extend(words(these).map(|text| json!({ "w": text })));
    forms.extend(digits(these).map(|text| json!({ "p": text })));
    forms.extend(
        these
            .first()
            .and_then(Value::as_str)
            .and_then(|first| first.parse::<u64>().ok())
            .map(|first| json!({ "n": first })),
    );
    for (name, ids) in &lists.0 {
        forms.extend(letters(these, ids).map(|text| json!({ "i": text, "in": name })));
    }
    let mut best = (usize::MAX, Value::Null);
    for form in forms {
        let size = sizes::gzip(form.to_string().as_bytes())?;
        if size < best.0 && values(&form, these.len(), lists) == these {
            best = (size, form);
        }
    }
    Ok(best.1)
}

fn lines(values: &[Value]) -> Option<String> {
    let mut lines = Vec::new();
    for value in values {
        lines.push(if value.is_null() { "" } else { value.as_str()? });
    }
    Some(lines.join("\n"))
}

fn words(values: &[Value]) -> Option<String> {
    let lines = lines(values)?;
    let small = |line: &str| {
        let small = line.to_lowercase();
        if capitals(&small) == line && !line.starts_with('=') {
            small
        } else {
            format!("={line}")
        }
    };
    Some(lines.split('\n').map(small).collect::<Vec<_>>().join("\n"))
}

/// Each letter at the beginning, or after white space, `.`, `(`, `-` or `'`, as a capital.
fn capitals(line: &str) -> String {
    let mut begins = true;
    let mut out = String::new();
    for letter in line.chars() {
        if begins && letter.is_alphabetic() {
            out.extend(letter.to_uppercase());
        } else {
            out.push(letter);
        }
        begins = matches!(letter, ' ' | '.' | '(' | '-' | '\'');
    }
    out
}

fn letters(values: &[Value], ids: &[String]) -> Option<String> {
    let letter = |value: &Value| {
        if value.is_null() {
            return Some(NONE);
        }
        let id = value.as_str()?;
        let place = ids.iter().position(|one| one == id)?;
        char::from_u32(ZERO + u32::try_from(place).ok()?)
    };
    values.iter().map(letter).collect()
}

fn digits(values: &[Value]) -> Option<String> {
    let mut rest = values
        .iter()
        .map(Value::as_u64)
        .collect::<Option<Vec<_>>>()?;
    let mut out = String::new();
    while out.is_empty() || rest.iter().any(|number| *number > 0) {
        for number in &mut rest {
            out.push(char::from_u32(ZERO + (*number % BASE) as u32)?);
            *number /= BASE;
        }
    }
    Some(out)
}

/// What the page makes of it.
pub fn unpack(packed: &Value, known: &Value) -> Value {
    let mut lists = Lists::of(known);
    let mut out = packed.clone();
    for (name, value) in out.as_object_mut().into_iter().flatten() {
        if let Some(rows) = value["packed"].as_u64() {
            *value = Value::from(values(&value["of"], rows as usize, &lists));
        }
        lists.add(name, value);
    }
    out
}

fn values(column: &Value, rows: usize, lists: &Lists) -> Vec<Value> {
    let texts = |line: &str| match line {
        "" => Value::Null,
        line => line.into(),
    };
    if let Some(plain) = column.as_array() {
        return plain.clone();
    }
    if let Some(text) = column["s"].as_str() {
        return text.split('\n').map(texts).collect();
    }
    if let Some(text) = column["w"].as_str() {
        let name = |line: &str| match line.strip_prefix('=') {
            Some(line) => line.into(),
            None => texts(&capitals(line)),
        };
        return text.split('\n').map(name).collect();
    }
    if let Some(first) = column["n"].as_u64() {
        let number = |row| (first + row as u64).to_string().into();
        return (0..rows).map(number).collect();
    }
    if let Some(text) = column["i"].as_str() {
        let ids = lists.ids(column["in"].as_str().unwrap_or_default());
        let id = |letter: char| {
            let place = (letter as usize).checked_sub(ZERO as usize);
            place.map_or(Value::Null, |place| ids[place].clone().into())
        };
        return text.chars().map(id).collect();
    }
    if let Some(text) = column["p"].as_str() {
        let mut out = vec![0; rows];
        for (at, letter) in text.chars().enumerate() {
            out[at % rows] += u64::from(letter as u32 - ZERO) * BASE.pow((at / rows) as u32);
        }
        return out.into_iter().map(Value::from).collect();
    }
    if let Some(fields) = column["o"].as_object() {
        let mut out = vec![Map::new(); rows];
        for (name, column) in fields {
            for (object, value) in out.iter_mut().zip(values(column, rows, lists)) {
                if !value.is_null() {
                    object.insert(name.clone(), value);
                }
            }
        }
        return out.into_iter().map(Value::Object).collect();
    }
    if let Some(parts) = column["t"].as_array() {
        let parts: Vec<Vec<Value>> = parts.iter().map(|part| values(part, rows, lists)).collect();
        let row = |row: usize| parts.iter().map(|part| part[row].clone()).collect();
        return (0..rows).map(row).collect();
    }
    let lengths: Vec<usize> = values(&column["l"], rows, lists)
        .iter()
        .map(|length| length.as_u64().unwrap_or(0) as usize)
        .collect();
    let mut rest = values(&column["of"], lengths.iter().sum(), lists).into_iter();
    let mut list = |length: &usize| rest.by_ref().take(*length).collect();
    lengths.iter().map(&mut list).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(dataset: &Value) -> Value {
        let packed = pack(dataset, &Value::Null).unwrap();
        assert_eq!(unpack(&packed, &Value::Null), *dataset);
        packed
    }

    #[test]
    fn every_value_comes_back() {
        let dataset = json!({
            "format": 1,
            "house": { "seats": 2 },
            "none": [],
            "texts": ["a", "b"],
            "constituencies": [
                { "id": "1", "name": { "en": "A", "hi": "अ" }, "nota": [1, 2],
                  "candidates": [{ "name": "X", "votes": [3, 4] }, { "name": { "en": "Y" }, "votes": [5, 6] }] },
                { "id": "2", "name": { "en": "B" }, "nota": 7, "status": "awaited", "candidates": [] },
            ],
        });
        let packed = packed(&dataset);
        let of = &packed["constituencies"]["of"]["o"];
        assert!(of["name"]["o"]["hi"].is_array() || of["name"]["o"]["hi"]["s"].is_string());
        assert!(of["candidates"]["of"]["o"]["votes"]["t"].is_array());
    }

    #[test]
    fn numbers_are_digits_and_ids_letters() {
        let numbers: Vec<u64> = vec![0, 1, 63, 64, 4_095, 4_096, 250_000, 4_294_967_295];
        let text = digits(&numbers.iter().map(|n| json!(n)).collect::<Vec<_>>()).unwrap();
        // The lowest digits of all come first; 63 is the letter 35 + 63.
        assert!(text.starts_with("#$b#b#3b"), "{text}");
        let these = json!(numbers);
        let back = values(&json!({ "p": text }), 8, &Lists(Vec::new()));
        assert_eq!(Value::from(back), these);
        assert!(digits(&[json!(1), Value::Null]).is_none() && digits(&[json!(-1)]).is_none());

        let parties: Vec<Value> = (0..70).map(|n| json!({ "id": format!("P{n}") })).collect();
        let lists = Lists::of(&json!({ "parties": parties }));
        let these = [json!("P0"), Value::Null, json!("P57"), json!("P69")];
        let text = letters(&these, lists.ids("parties")).unwrap();
        assert_eq!(text, "#!\\h");
        assert_eq!(
            values(&json!({ "i": text, "in": "parties" }), 4, &lists),
            these
        );
        assert!(letters(&[json!("none of them")], lists.ids("parties")).is_none());

        let seats: Vec<Value> = (0..200)
            .map(|n| json!({ "id": format!("{}", n + 1), "party": format!("P{}", n * n % 70) }))
            .collect();
        let of = &packed(&json!({ "parties": parties, "seats": seats }))["seats"]["of"]["o"];
        assert_eq!(of["party"]["in"], "parties");
        assert_eq!(of["id"], json!({ "n": 1 }));
    }

    #[test]
    fn capitals_that_no_rule_gives_are_kept() {
        let names = [
            "Md. Aslam",
            "R. K.Singh (Raju)",
            "Arjun alias Mahto",
            "O'Brien",
            "éric",
            "=x",
        ];
        let names: Vec<Value> = names.into_iter().map(Value::from).collect();
        let text = words(&names).unwrap();
        assert!(
            text.starts_with(
                "md. aslam\nr. k.singh (raju)\n=Arjun alias Mahto\no'brien\n=éric\n==x"
            )
        );
        assert_eq!(values(&json!({ "w": text }), 6, &Lists(Vec::new())), names);
    }

    #[test]
    fn what_would_lose_something_stays_as_it_is() {
        let dataset = json!({ "presets": [{ "alliance": null }, { "party": "A" }] });
        assert_eq!(pack(&dataset, &Value::Null).unwrap(), dataset);
        // An empty text is not none, and a line break divides no text.
        for odd in ["", "a\nb"] {
            packed(&json!({ "list": [{ "a": odd }, { "a": "c" }] }));
        }
        packed(&json!({ "list": [{ "a": "007" }, { "a": "008" }] }));
    }
}
