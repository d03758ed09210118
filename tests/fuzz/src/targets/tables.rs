//! Files of results: what is read is a data file that the core takes, with the seats that were told,
//! and survives being exported and read again.

use super::Target;
use super::support::declared;
use seat_calculator::election::Election;
use seat_import::{Reading, Recipe, csv, read, to_text};
use serde_json::Value;
use std::collections::BTreeMap;

pub const TARGET: Target = Target {
    name: "tables",
    words: &[
        "Constituency",
        "Candidate",
        "Party",
        "Votes",
        "NOTA",
        "TOTAL",
        "Winner",
        "Margin",
        "EVM",
        "Postal",
        "IND",
        "Independent",
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
        "\"",
        "1,234",
        "12.5%",
        "-",
        "won",
        "lost",
        "leading",
        "uncontested",
        "<td>",
        "</tr>",
        "{\"",
        "[",
        "मत",
        "\u{feff}",
    ],
    check,
};

fn check(bytes: &[u8]) -> bool {
    let reading = read(bytes, "a file.csv", &Recipe::default());
    assert_eq!(
        said(&read(bytes, "a file.csv", &Recipe::default())),
        said(&reading)
    );
    // Where nothing can be made of a file, nobody asks for the dataset.
    let Some(dataset) = reading.dataset.as_ref().filter(|_| !reading.problems.fatal) else {
        return false;
    };
    let text = to_text(dataset);
    let election = Election::from_json(&text);
    let election = election.unwrap_or_else(|problems| panic!("the core refuses it: {problems}"));
    let (_, report) = declared(election);
    let held = reading.seats.iter().filter(|seat| seat.party.is_some());
    let seats: u32 = report.parties.iter().map(|party| party.seats).sum();
    assert_eq!(seats as usize, held.count(), "seats told and seats counted");
    for party in &reading.parties {
        let row = report.parties.iter().find(|row| row.id == party.id);
        assert_eq!(row.map(|row| row.seats), Some(party.seats), "{}", party.id);
    }
    if reading.problems.total == 0 {
        check_export(dataset);
    }
    true
}

/// A file in which nothing was wrong survives export and import.
fn check_export(dataset: &Value) {
    let table = csv(dataset);
    let again = read(table.as_bytes(), "a file.csv", &Recipe::default());
    let found = again.dataset.as_ref().map(counted);
    assert_eq!(
        found.as_ref(),
        Some(&counted(dataset)),
        "exported:\n{table}"
    );
}

/// Of every constituency: status, holder, votes by serial, NOTA. Ids of parties are made anew of what stands in the table.
type Counted = BTreeMap<String, (String, Value, Vec<(u64, u64)>, u64)>;

fn counted(dataset: &Value) -> Counted {
    let places = dataset["constituencies"].as_array().unwrap().iter();
    let seat = |place: &Value| {
        let lines = place["candidates"].as_array().unwrap().iter().enumerate();
        let mut lines: Vec<_> = lines
            .map(|(at, line)| {
                let serial = line["serial"].as_u64().unwrap_or(at as u64 + 1);
                (serial, total(&line["votes"]))
            })
            .collect();
        lines.sort();
        let status = place["status"].as_str().unwrap_or("declared").to_owned();
        let id = place["id"].as_str().unwrap().to_owned();
        (
            id,
            (
                status,
                place["winner"].clone(),
                lines,
                total(&place["nota"]),
            ),
        )
    };
    places.map(seat).collect()
}

fn total(votes: &Value) -> u64 {
    match votes {
        Value::Array(parts) => parts.iter().filter_map(Value::as_u64).sum(),
        votes => votes.as_u64().unwrap_or(0),
    }
}

fn said(reading: &Reading) -> String {
    let dataset = reading.dataset.as_ref().map(to_text);
    format!("{}{dataset:?}", serde_json::to_string(reading).unwrap())
}
