//! JSON: lists of records, or of lists.

use serde_json::Value;

use crate::grid::Grid;
use crate::words;

/// The largest list of records in a document, as a table with a row of keys above it.
pub fn grid(root: &Value) -> Option<Grid> {
    let mut best: (usize, Option<(&str, &Vec<Value>)>) = (0, None);
    find(root, "", 0, &mut best);
    let (key, items) = best.1?;
    let mut grid = Grid::default();
    if items.iter().any(Value::is_object) {
        let mut keys: Vec<&str> = Vec::new();
        for item in items.iter().filter_map(Value::as_object) {
            keys.extend(
                item.keys()
                    .map(String::as_str)
                    .filter(|key| !keys.contains(key))
                    .collect::<Vec<_>>(),
            );
            if keys.len() > crate::limits::MOST_COLUMNS {
                break;
            }
        }
        grid.push(keys.iter().copied());
        for item in items {
            let cells: Vec<String> = keys.iter().map(|key| text(&item[*key])).collect();
            if !grid.push(cells.iter().map(String::as_str)) {
                break;
            }
        }
    } else {
        let known = words::table(include_str!("../words/arrays.csv"));
        let header = known.iter().find(|row| row[0] == key)?;
        grid.push(header[1].split('|'));
        for item in items {
            let cells: Vec<String> = item.as_array()?.iter().map(text).collect();
            if !grid.push(cells.iter().map(String::as_str)) {
                break;
            }
        }
    }
    Some(grid)
}

fn find<'v>(
    value: &'v Value,
    key: &'v str,
    depth: usize,
    best: &mut (usize, Option<(&'v str, &'v Vec<Value>)>),
) {
    match value {
        Value::Array(items) => {
            let rows = items
                .iter()
                .filter(|item| item.is_object() || item.is_array())
                .count();
            if rows == items.len() && rows > best.0 {
                *best = (rows, Some((key, items)));
            }
        }
        Value::Object(fields) if depth < 8 => {
            fields
                .iter()
                .for_each(|(key, field)| find(field, key, depth + 1, best));
        }
        _ => {}
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        other => other.to_string(),
    }
}
