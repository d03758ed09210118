//! An election as a table: one row a candidate, in a form that this reader reads back.

use serde_json::Value;

/// Columns of the table.
const HEADER: [&str; 13] = [
    "Constituency No.",
    "Constituency code",
    "Constituency",
    "Constituency type",
    "Electors",
    "Serial",
    "Candidate",
    "Party",
    "Party name",
    "EVM votes",
    "Postal votes",
    "Votes",
    "Result",
];

/// A dataset of the data format as CSV in UTF-8.
pub fn csv(dataset: &Value) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |cells: &[String]| {
        // A vector takes every row.
        let _ = writer.write_record(cells);
    };
    write(&HEADER.map(str::to_owned));
    for place in dataset["constituencies"].as_array().into_iter().flatten() {
        let status = place["status"].as_str().unwrap_or("declared");
        let head = [
            text(&place["id"]),
            text(&place["code"]),
            text(&place["name"]),
            text(&place["category"]),
            text(&place["electors"]),
        ];
        let row = |serial: String, name: String, party: String, votes: &Value, result: &str| {
            let (evm, postal, total) = parts(votes);
            let long = party_name(dataset, &party);
            let tail = [
                serial,
                name,
                party,
                long,
                evm,
                postal,
                total,
                result.to_owned(),
            ];
            head.iter().cloned().chain(tail).collect::<Vec<_>>()
        };
        for (at, candidate) in place["candidates"]
            .as_array()
            .into_iter()
            .flatten()
            .enumerate()
        {
            let serial = candidate["serial"].as_u64().unwrap_or(at as u64 + 1);
            let won = place["winner"].as_u64() == Some(serial);
            let result = result(status, won);
            let (name, party) = (text(&candidate["name"]), text(&candidate["party"]));
            write(&row(
                serial.to_string(),
                name,
                party,
                &candidate["votes"],
                result,
            ));
        }
        let candidates = place["candidates"].as_array();
        if candidates.is_none_or(Vec::is_empty) {
            let [serial, name, party] = [(); 3].map(|()| String::new());
            write(&row(
                serial,
                name,
                party,
                &Value::Null,
                result(status, false),
            ));
        }
        if !place["nota"].is_null() {
            let nota = "NOTA".to_owned();
            write(&row(String::new(), nota.clone(), nota, &place["nota"], ""));
        }
        if let Some(others) = place["others"].as_u64().filter(|others| *others > 0) {
            let name = "Others".to_owned();
            write(&row(
                String::new(),
                name.clone(),
                name,
                &Value::from(others),
                "",
            ));
        }
    }
    writer
        .into_inner()
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default()
}

/// What the table says of a candidate.
fn result(status: &str, won: bool) -> &'static str {
    match (status, won) {
        ("declared" | "stayed", true) => "elected",
        ("declared" | "stayed" | "lot" | "unopposed", false) => "lost",
        ("lot", true) => "elected by lot",
        ("unopposed", true) => "elected unopposed",
        ("leading", true) => "leading",
        ("leading", false) => "trailing",
        ("tied", _) => "tied",
        ("adjourned", _) => "adjourned",
        ("countermanded", _) => "countermanded",
        ("vacant" | "set-aside", _) => "vacant",
        _ => "awaited",
    }
}

fn party_name(dataset: &Value, id: &str) -> String {
    let parties = dataset["parties"].as_array().into_iter().flatten();
    let name = parties
        .into_iter()
        .find(|party| party["id"] == id)
        .map(|party| text(&party["name"]));
    name.unwrap_or_default()
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Object(names) => names.get("en").map(text).unwrap_or_default(),
        _ => String::new(),
    }
}

/// Votes at polling places, by post, and together.
fn parts(votes: &Value) -> (String, String, String) {
    match votes {
        Value::Array(parts) => {
            let sum: u64 = parts.iter().filter_map(Value::as_u64).sum();
            let part = |i: usize| parts.get(i).map(text).unwrap_or_default();
            (part(0), part(1), sum.to_string())
        }
        votes => (String::new(), String::new(), text(votes)),
    }
}
