//! States of a count: taken whole or not at all, and then the same as a data file that holds the
//! same figures.

use super::Target;
use super::support::{check_problems, declared};
use crate::reference::compare::without_scenario;
use seat_calculator::calculator::Calculator;
use seat_calculator::election::Election;
use seat_calculator::report::Report;
use seat_calculator::scenario::{Scenario, notation};
use serde_json::{Value, json};

pub const TARGET: Target = Target {
    name: "feeds",
    words: &[
        "BALLOT",
        "\"declared\"",
        "\"leading\"",
        "\"tied\"",
        "\"awaited\"",
        "\"vacant\"",
        "\"unopposed\"",
        "\"final\"",
        "\"paused\"",
        "null",
        "[1,2,3,4,5]",
        "[9,0,0,0,0]",
        "\"rehearsal\":true,",
        ",",
    ],
    check,
};

/// What a reader wishes while the count goes on.
const WISH: &str = "0~1~~~w-1b_s-X-Y-2000_r-D-X_q-A-1";

fn check(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let data = house();
    let election = Election::from_json(&data.to_string()).unwrap();
    // The corpus says BALLOT, so that it outlives a change of the fingerprint.
    let text = text.replace("BALLOT", &election.ballot);
    let mut calculator = Calculator::new(election);
    calculator.follow();
    let wish = notation::parse(WISH).unwrap();
    let before = said(&calculator.evaluate(&wish).unwrap());
    match calculator.update(&text) {
        Err(problems) => {
            check_problems(&problems);
            let after = said(&calculator.evaluate(&wish).unwrap());
            assert_eq!(after, before, "a refused state changed something");
            false
        }
        Ok(update) => {
            assert!((30..=600).contains(&update.next));
            let again = calculator.update(&text).unwrap_err();
            assert_eq!(again.list()[0].code, "same-seq");
            let report = calculator.evaluate(&wish).unwrap();
            assert_eq!(report.scenario.edits, wish.edits, "an edit was lost");
            check_figures(&mut calculator, &wish, data, &text);
            true
        }
    }
}

/// The same figures in a data file give the same house, with edits and without.
fn check_figures(calculator: &mut Calculator, wish: &Scenario, mut data: Value, state: &str) {
    let state: Value = serde_json::from_str(state).unwrap();
    for row in state["rows"].as_array().unwrap() {
        lay(&mut data, row);
    }
    let election = Election::from_json(&data.to_string());
    let election = election.unwrap_or_else(|problems| panic!("{problems}\n{data}"));
    let (mut fresh, report) = declared(election);
    let counted = calculator.evaluate(&Scenario::default()).unwrap();
    assert_eq!(without_scenario(&counted), without_scenario(&report));
    let (counted, report) = (calculator.evaluate(wish), fresh.evaluate(wish));
    assert_eq!(
        without_scenario(&counted.unwrap()),
        without_scenario(&report.unwrap())
    );
}

/// Puts a row of a state into the data file.
fn lay(data: &mut Value, row: &Value) {
    let seats = data["constituencies"].as_array_mut().unwrap();
    let seat = seats.iter_mut().find(|seat| seat["id"] == row[0]).unwrap();
    for (at, name) in [(1, "status"), (2, "winner"), (3, "nota"), (5, "margin")] {
        seat[name] = row[at].clone();
    }
    for (at, line) in seat["candidates"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .enumerate()
    {
        line["votes"] = row[4][at].clone();
    }
}

/// A house of five before any vote is counted: A and B in X, C in Y, D alone, an independent.
fn house() -> Value {
    let lines: Vec<Value> = ["A", "B", "C", "D", "IND"]
        .iter()
        .map(|party| json!({"name": "N", "party": party}))
        .collect();
    let seats: Vec<Value> = (1..=5)
        .map(|id| {
            json!({"id": id.to_string(), "name": "S", "status": "awaited", "electors": 5_000,
                "candidates": lines})
        })
        .collect();
    let parties = ["A", "B", "C", "D"].map(|id| json!({"id": id, "name": id, "colour": "#808080"}));
    json!({
        "format": 1, "id": "small", "title": "T", "house": {"name": "H", "seats": 5},
        "parties": parties,
        "alliances": [{"id": "X", "name": "X", "parties": ["A", "B"]},
            {"id": "Y", "name": "Y", "parties": ["C"]}],
        "constituencies": seats
    })
}

fn said(report: &Report) -> String {
    serde_json::to_string(report).unwrap()
}
