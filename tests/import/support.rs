//! What several tests need.

use std::collections::BTreeMap;

use seat_import::{Reading, Recipe, read};

/// Reads with a recipe of these decisions.
pub fn reading(bytes: impl AsRef<[u8]>, decisions: &[(&str, &str)]) -> Reading {
    let mut recipe = Recipe::default();
    decisions
        .iter()
        .for_each(|(id, choice)| recipe.set(id, choice));
    read(bytes.as_ref(), "a file.csv", &recipe)
}

/// Seats by status and party, in one line: `declared BJP 2, left out 1`.
pub fn house(reading: &Reading) -> String {
    let mut seats: BTreeMap<String, usize> = BTreeMap::new();
    for seat in &reading.seats {
        let status = serde_json::to_value(seat.status).unwrap();
        let status = if seat.left_out {
            "left out"
        } else {
            status.as_str().unwrap()
        };
        let party = seat
            .party
            .as_ref()
            .map(|party| format!(" {party}"))
            .unwrap_or_default();
        *seats.entry(format!("{status}{party}")).or_default() += 1;
    }
    let seats = seats.iter().map(|(what, count)| format!("{what} {count}"));
    seats.collect::<Vec<_>>().join(", ")
}

/// Problems as `code row column`, all that are told.
pub fn problems(reading: &Reading) -> Vec<String> {
    let told = reading.problems.told.iter();
    told.map(|problem| {
        let row = problem.row.map(|row| row.to_string()).unwrap_or_default();
        let column = problem.column.clone().unwrap_or_default();
        format!("{} {row} {column}", problem.code)
            .trim_end()
            .to_owned()
    })
    .collect()
}
