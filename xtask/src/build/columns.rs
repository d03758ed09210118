//! A data file in the form the page loads: the same values, those of one kind side by side, which compress to fewer bytes.
//!
//! A list of objects becomes its columns, one for each field. A column is a list of values (null where an object lacks
//! the field), or, where all its values are alike, `{"o": {field: column}}` for objects, `{"t": [column]}` for lists of one
//! length, and `{"l": [length], "of": column}` for lists of objects. `www/app/columns.js` puts it back together.

use anyhow::{Result, ensure};
use serde_json::{Map, Value, json};

/// The dataset with its lists of objects as `{"packed": number, "of": column}`.
///
/// # Errors
/// When the form does not give back the same dataset.
pub fn pack(dataset: &Value) -> Result<Value> {
    let mut out = Map::new();
    for (name, value) in dataset.as_object().into_iter().flatten() {
        let packed = match value.as_array() {
            Some(rows) if !rows.is_empty() && rows.iter().all(Value::is_object) => {
                let packed = json!({ "packed": rows.len(), "of": column(rows) });
                // A null of their own would be lost among those that stand for what is missing.
                let whole = values(&packed["of"], rows.len()) == *rows;
                if whole { packed } else { value.clone() }
            }
            _ => value.clone(),
        };
        out.insert(name.clone(), packed);
    }
    let out = Value::Object(out);
    ensure!(
        unpack(&out) == *dataset,
        "does not survive being put in columns"
    );
    Ok(out)
}

fn column(values: &[Value]) -> Value {
    if values.iter().all(Value::is_object) {
        return json!({ "o": fields(values) });
    }
    let Some(lists) = values
        .iter()
        .map(Value::as_array)
        .collect::<Option<Vec<_>>>()
    else {
        return Value::from(values.to_vec());
    };
    let length = lists.first().map_or(0, |list| list.len());
    if lists
        .iter()
        .flat_map(|list| list.iter())
        .all(Value::is_object)
    {
        let flat: Vec<Value> = lists.iter().flat_map(|list| list.iter().cloned()).collect();
        let lengths: Vec<usize> = lists.iter().map(|list| list.len()).collect();
        return json!({ "l": lengths, "of": column(&flat) });
    }
    if lists.iter().all(|list| list.len() == length) {
        let parts = (0..length).map(|place| {
            let part: Vec<Value> = lists.iter().map(|list| list[place].clone()).collect();
            column(&part)
        });
        return json!({ "t": parts.collect::<Vec<_>>() });
    }
    Value::from(values.to_vec())
}

/// One column for each field that any of the objects has, in the order they are met.
fn fields(objects: &[Value]) -> Map<String, Value> {
    let mut out = Map::new();
    for name in objects
        .iter()
        .filter_map(Value::as_object)
        .flat_map(Map::keys)
    {
        if !out.contains_key(name) {
            let values: Vec<Value> = objects.iter().map(|object| object[name].clone()).collect();
            out.insert(name.clone(), column(&values));
        }
    }
    out
}

/// What the page makes of it.
fn unpack(packed: &Value) -> Value {
    let mut out = packed.clone();
    for value in out.as_object_mut().into_iter().flat_map(Map::values_mut) {
        if let Some(rows) = value["packed"].as_u64() {
            *value = Value::from(values(&value["of"], rows as usize));
        }
    }
    out
}

fn values(column: &Value, rows: usize) -> Vec<Value> {
    if let Some(plain) = column.as_array() {
        return plain.clone();
    }
    if let Some(fields) = column["o"].as_object() {
        let mut out = vec![Map::new(); rows];
        for (name, column) in fields {
            for (object, value) in out.iter_mut().zip(values(column, rows)) {
                if !value.is_null() {
                    object.insert(name.clone(), value);
                }
            }
        }
        return out.into_iter().map(Value::Object).collect();
    }
    if let Some(parts) = column["t"].as_array() {
        let parts: Vec<Vec<Value>> = parts.iter().map(|part| values(part, rows)).collect();
        let row = |row: usize| {
            Value::from(
                parts
                    .iter()
                    .map(|part| part[row].clone())
                    .collect::<Vec<_>>(),
            )
        };
        return (0..rows).map(row).collect();
    }
    let lengths = column["l"].as_array().into_iter().flatten();
    let lengths: Vec<usize> = lengths
        .filter_map(|length| Some(length.as_u64()? as usize))
        .collect();
    let mut rest = values(&column["of"], lengths.iter().sum()).into_iter();
    let mut list = |length: &usize| Value::from(rest.by_ref().take(*length).collect::<Vec<_>>());
    lengths.iter().map(&mut list).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let packed = pack(&dataset).unwrap();
        assert_eq!(unpack(&packed), dataset);
        let of = &packed["constituencies"]["of"]["o"];
        assert_eq!(of["status"], json!([null, "awaited"]));
        assert_eq!(of["name"]["o"]["hi"], json!(["अ", null]));
        assert_eq!(of["candidates"]["l"], json!([2, 0]));
        assert_eq!(
            of["candidates"]["of"]["o"]["votes"]["t"],
            json!([[3, 5], [4, 6]])
        );
    }

    #[test]
    fn what_would_lose_something_stays_as_it_is() {
        let dataset = json!({ "presets": [{ "alliance": null }, { "party": "A" }] });
        assert_eq!(pack(&dataset).unwrap(), dataset);
    }
}
