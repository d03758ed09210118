//! A table's constituencies as rows of a feed.

use serde_json::{Value, json};

use crate::ballot::{Ballot, Place, called, parties_of};

/// A row for every constituency of the ballot, from a table in the data format; awaited where the
/// table says nothing.
///
/// # Errors
/// Every constituency and candidate of the table that no ballot has, every one there twice, and
/// every candidate on a
/// ballot without votes where others have some.
pub fn rows(ballot: &Ballot, table: &Value) -> Result<Vec<Value>, Vec<String>> {
    let mut problems = Vec::new();
    let parties = parties_of(table);
    let blank = |place: &Place| json!([place.id, "awaited", null, null, null, null]);
    let mut rows: Vec<Value> = ballot.places.iter().map(blank).collect();
    let mut filled = vec![false; rows.len()];
    for one in table["constituencies"].as_array().into_iter().flatten() {
        let Some(at) = ballot.find(one) else {
            problems.push(format!(
                "{}: no constituency of the dataset is called so",
                called(one)
            ));
            continue;
        };
        let place = &ballot.places[at];
        if std::mem::replace(&mut filled[at], true) {
            problems.push(format!("{}: the table has it twice", place.name));
            continue;
        }
        let of = |id: &str| parties.get(id).cloned().unwrap_or_default();
        match row(place, one, &of) {
            Ok(row) => rows[at] = row,
            Err(wrong) => problems.extend(wrong),
        }
    }
    match problems.is_empty() {
        true => Ok(rows),
        false => Err(problems),
    }
}

/// Votes as one number.
fn total(votes: &Value) -> Option<u64> {
    match votes.as_array() {
        Some(parts) => parts.iter().map(Value::as_u64).sum(),
        None => votes.as_u64(),
    }
}

fn row(
    place: &Place,
    table: &Value,
    parties: &dyn Fn(&str) -> Vec<String>,
) -> Result<Value, Vec<String>> {
    let mut problems = Vec::new();
    let mut votes: Vec<Option<u64>> = vec![None; place.lines.len()];
    let mut winner = Value::Null;
    let candidates = table["candidates"].as_array().into_iter().flatten();
    for (at, one) in candidates.enumerate() {
        let name = called(one);
        let party = one["party"].as_str().unwrap_or_default();
        let Some(line) = place.candidate(&name, &parties(party)) else {
            problems.push(format!(
                "{}: {name} ({party}) is not on its ballot",
                place.name
            ));
            continue;
        };
        let serial = one["serial"].as_u64().unwrap_or(at as u64 + 1);
        if table["winner"].as_u64() == Some(serial) {
            winner = json!(line.serial);
        }
        let index = place
            .lines
            .iter()
            .position(|other| other.serial == line.serial);
        if let Some(slot) = index.map(|index| &mut votes[index]) {
            if slot.is_some() {
                problems.push(format!("{}: {name} has votes twice", place.name));
            }
            *slot = total(&one["votes"]).or(*slot);
        }
    }
    let known = votes.iter().flatten().count();
    if known > 0 && known < votes.len() {
        let missing: Vec<String> = (place.lines.iter().zip(&votes))
            .filter(|(_, votes)| votes.is_none())
            .map(|(line, _)| line.serial.to_string())
            .collect();
        problems.push(format!(
            "{}: no votes of candidate {}",
            place.name,
            missing.join(", ")
        ));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let status = table["status"].as_str().unwrap_or("declared");
    let votes = (known > 0).then_some(votes);
    let margin = table["margin"].as_u64().filter(|_| known == 0);
    Ok(json!([
        place.id,
        status,
        winner,
        total(&table["nota"]),
        votes,
        margin
    ]))
}
