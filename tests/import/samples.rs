//! Every file in `samples/` is read as its EXPECTED.json says.

use std::collections::BTreeMap;
use std::path::PathBuf;

use seat_import::{Reading, Recipe, Role, Status, read};
use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/import/samples")
}

/// The samples: name, bytes, what is expected.
pub fn samples() -> Vec<(String, Vec<u8>, Value)> {
    let mut samples = Vec::new();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name.ends_with(".EXPECTED.json") {
            continue;
        }
        let expected = path.with_extension("EXPECTED.json");
        let expected = serde_json::from_slice(&std::fs::read(expected).unwrap()).unwrap();
        samples.push((name, std::fs::read(&path).unwrap(), expected));
    }
    samples.sort_by(|a, b| a.0.cmp(&b.0));
    samples
}

#[test]
fn samples_are_read_as_expected() {
    let samples = samples();
    assert_eq!(samples.len(), 8);
    for (name, bytes, expected) in samples {
        let reading = read(&bytes, &name, &Recipe::default());
        check(&name, &reading, &expected);
    }
}

fn check(name: &str, reading: &Reading, expected: &Value) {
    let read = &expected["read"];
    let text = |key: &str| read[key].as_str().map(str::to_owned);
    if let Some(container) = text("container") {
        assert_eq!(reading.container, container, "{name}");
    }
    for (found, key) in [
        (reading.sheet.clone(), "sheet"),
        (reading.encoding.clone(), "encoding"),
        (reading.separator.map(str::to_owned), "separator"),
        (reading.layout.map(str::to_owned), "layout"),
    ] {
        if text(key).is_some() || key == "encoding" || key == "separator" {
            assert_eq!(found, text(key), "{name}: {key}");
        }
    }
    let rows: Vec<u64> = read["header_rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| n.as_u64().unwrap())
        .collect();
    let header = reading.header_rows.unwrap();
    assert_eq!(
        [header.0 as u64, header.1 as u64],
        rows[..],
        "{name}: header"
    );
    columns(name, reading, &read["columns"]);
    seats(name, reading, expected);
    problems(name, reading, expected);
    warnings(name, reading, expected);
}

/// Column letters of roles.
fn letters(reading: &Reading, roles: &[Role]) -> Vec<String> {
    let of = |role: &Role| {
        let columns = reading
            .columns
            .iter()
            .filter(|column| column.role == Some(*role));
        columns
            .map(|column| column.letter.clone())
            .collect::<Vec<_>>()
    };
    roles.iter().flat_map(of).collect()
}

fn columns(name: &str, reading: &Reading, expected: &Value) {
    for (what, place) in expected.as_object().unwrap() {
        let roles: &[Role] = match what.as_str() {
            "constituency id" => &[Role::Code],
            "constituency" if name.starts_with("09") => &[Role::Office, Role::Code],
            "constituency" => &[Role::Place],
            "candidate" => &[Role::Candidate, Role::Given, Role::Surname],
            "party" if reading.layout == Some("leaders") => &[Role::WinnerParty],
            "party" => &[Role::Party],
            "votes" => &[Role::Votes],
            "of them EVM, postal" => &[Role::Evm, Role::Postal],
            "category" => &[Role::Category],
            "electors" => &[Role::Electors],
            "leader" => &[Role::WinnerName],
            "second" => &[Role::SecondName],
            "second’s party" => &[Role::SecondParty],
            "margin" => &[Role::Margin],
            "status" | "result" => &[Role::Mark],
            "winner’s party" => &[Role::WinnerParty],
            "votes by party" => &[Role::PartyVotes],
            "valid votes" => &[Role::Valid],
            "others" => &[Role::Others, Role::OtherWinner],
            "other winner" => &[Role::OtherWinner],
            "polling place" => &[Role::PollingPlace],
            other => panic!("{name}: {other} is not known to this test"),
        };
        let place = place.as_str().unwrap();
        let plain = place.split(" (").next().unwrap();
        let mut wanted: Vec<&str> = plain
            .split([' ', ','])
            .filter(|word| word.chars().all(|c| c.is_ascii_uppercase()) && !word.is_empty())
            .collect();
        let mut found = letters(reading, roles);
        if plain.contains(" to ") {
            found = vec![found[0].clone(), found[found.len() - 1].clone()];
            assert_eq!(letters(reading, roles).len(), 12, "{name}: {what}");
        }
        wanted.sort_unstable();
        found.sort();
        assert_eq!(found, wanted, "{name}: {what}");
        if let Some((_, second)) = place.split_once("names in ") {
            let names = letters(reading, &[Role::PartyName]);
            assert_eq!(
                names,
                [second.trim_end_matches(')')],
                "{name}: names of parties"
            );
        }
    }
}

fn seats(name: &str, reading: &Reading, expected: &Value) {
    let mut found: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    let (mut awaited, mut left_out) = (0, 0);
    for seat in &reading.seats {
        if seat.left_out {
            left_out += 1;
            assert_eq!(seat.status, Status::Awaited);
        } else if seat.status == Status::Awaited {
            awaited += 1;
        } else {
            let status = serde_json::to_value(seat.status).unwrap();
            let party = seat.party.clone().unwrap();
            let parties = found
                .entry(status.as_str().unwrap().to_owned())
                .or_default();
            *parties.entry(party).or_default() += 1;
        }
    }
    for (status, wanted) in expected["seats"].as_object().unwrap() {
        match status.as_str() {
            "left out" => assert_eq!(left_out, wanted.as_u64().unwrap(), "{name}"),
            "awaited" => assert_eq!(awaited, wanted.as_u64().unwrap(), "{name}"),
            status => {
                let found = serde_json::to_value(found.remove(status)).unwrap();
                assert_eq!(&found, wanted, "{name}: {status}");
            }
        }
    }
    assert!(found.is_empty(), "{name}: {found:?}");
    let none = Value::from(0);
    let seats = &expected["seats"];
    assert_eq!(
        left_out,
        seats.get("left out").unwrap_or(&none).as_u64().unwrap(),
        "{name}"
    );
    assert_eq!(
        awaited,
        seats.get("awaited").unwrap_or(&none).as_u64().unwrap(),
        "{name}"
    );
    assert_eq!(
        reading.seats.len() as u64,
        expected["house"].as_u64().unwrap(),
        "{name}"
    );
    let seat = |code: &str| {
        let mut seats = reading.seats.iter();
        seats
            .rfind(|seat| seat.code.as_deref() == Some(code))
            .unwrap()
    };
    for (code, nota) in expected["nota"].as_object().into_iter().flatten() {
        assert_eq!(
            seat(code).nota.map(u64::from),
            nota.as_u64(),
            "{name}: NOTA of {code}"
        );
    }
    for (code, others) in expected["others"].as_object().into_iter().flatten() {
        assert_eq!(
            Some(seat(code).others),
            others.as_u64(),
            "{name}: others of {code}"
        );
    }
}

fn problems(name: &str, reading: &Reading, expected: &Value) {
    let skipped: Vec<Value> = reading
        .skipped
        .iter()
        .map(|skipped| serde_json::to_value(skipped).unwrap())
        .collect();
    assert_eq!(
        &Value::from(skipped),
        &expected["skipped"],
        "{name}: skipped"
    );
    let wanted = expected["refused"].as_array().unwrap();
    assert_eq!(
        reading.problems.total,
        wanted.len(),
        "{name}: {:?}",
        reading.problems
    );
    for (problem, wanted) in reading.problems.told.iter().zip(wanted) {
        let message = &problem.message;
        let said = if wanted["message"].as_str().unwrap().contains(" / ") {
            format!("{} / {}", message.en, message.hi)
        } else {
            message.en.clone()
        };
        let found = serde_json::json!({
            "row": problem.row,
            "column": problem.column,
            "header": problem.header,
            "code": problem.code,
            "cell": problem.cell,
            "constituency": problem.constituency,
            "left_out": problem.left_out,
            "message": said,
        });
        assert_eq!(&found, wanted, "{name}");
    }
}

fn warnings(name: &str, reading: &Reading, expected: &Value) {
    // The figure after a column's letters is an example, not always one of these rows.
    let plain = |text: &str| match (text.find(", 0."), text.find(") is a share")) {
        (Some(from), Some(to)) => format!("{}{}", &text[..from], &text[to..]),
        _ => text.to_owned(),
    };
    let said: Vec<String> = reading
        .decisions
        .iter()
        .map(|d| plain(&d.sentence.en))
        .collect();
    for warning in expected["warnings"].as_array().unwrap() {
        let warning = plain(warning.as_str().unwrap());
        assert!(said.contains(&warning), "{name}: {warning}\n{said:#?}");
    }
}
