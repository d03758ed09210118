//! Feeds made from the shipped files, and a small house to count in.

use crate::support::data_file::file;
use seat_calculator::calculator::Calculator;
use seat_calculator::election::Election;
use serde_json::{Value, json};

/// The recorded states of one day, then the declared result.
pub const MOMENTS: [&str; 4] = [
    "jharkhand-2024-1723",
    "jharkhand-2024-1801",
    "jharkhand-2024-2013",
    "jharkhand-2024",
];

/// A calculator that follows a count of a shipped election.
pub fn following(id: &str) -> Calculator {
    let mut calculator = crate::support::shipped(id);
    calculator.follow();
    calculator
}

/// Votes as one number.
fn total(votes: &Value) -> Value {
    match votes.as_array() {
        Some(parts) => json!(parts.iter().filter_map(Value::as_u64).sum::<u64>()),
        None => votes.clone(),
    }
}

/// A state of the count of Jharkhand 2024, from the data file of a moment.
pub fn feed_of(moment: &str, seq: u64) -> Value {
    let file = file(moment).0;
    let row = |one: &Value| {
        let lines = one["candidates"].as_array().unwrap().iter();
        let votes: Vec<Value> = lines.map(|line| total(&line["votes"])).collect();
        let status = one["status"].as_str().unwrap_or("declared");
        json!([
            one["id"],
            status,
            one["winner"],
            total(&one["nota"]),
            votes,
            null
        ])
    };
    let rows: Vec<Value> = file["constituencies"]
        .as_array()
        .unwrap()
        .iter()
        .map(row)
        .collect();
    json!({
        "feed": 1, "election": "jharkhand-2024",
        "ballot": crate::support::shipped("jharkhand-2024").election().ballot, "seq": seq,
        "at": "2024-11-23T18:01:53+05:30", "sent": "2024-11-23T18:02:10+05:30", "next": 60,
        "state": if moment == "jharkhand-2024" { "final" } else { "counting" },
        "source": "Rehearsal", "rows": rows
    })
}

/// A house of five before any vote is counted: parties A and B in X, C in Y, D alone, an
/// independent; each stands everywhere,
/// as candidates 1 to 5.
pub fn dataset() -> Value {
    let parties = ["A", "B", "C", "D"];
    let lines: Vec<Value> = parties
        .iter()
        .chain(&["IND"])
        .map(|party| json!({"name": "N", "party": party}))
        .collect();
    let seats: Vec<Value> = (1..=5)
        .map(|id| {
            json!({"id": id.to_string(), "name": "S", "status": "awaited", "category": if id < 4 { "1" } else { "2" },
                "candidates": lines})
        })
        .collect();
    let parties = parties.map(|id| json!({"id": id, "name": id, "colour": "#808080"}));
    json!({
        "format": 1, "id": "small", "title": "T", "house": {"name": "H", "seats": 5}, "parties": parties,
        "alliances": [{"id": "X", "name": "X", "parties": ["A", "B"]}, {"id": "Y", "name": "Y", "parties": ["C"]}],
        "categories": [{"id": "1", "name": "1"}, {"id": "2", "name": "2"}],
        "constituencies": seats
    })
}

/// A calculator that follows its count.
pub fn house() -> Calculator {
    let election = Election::from_json(&dataset().to_string());
    let mut calculator = Calculator::new(election.unwrap());
    calculator.follow();
    calculator
}

/// A seat of a state: status, winner, votes by serial; awaited where nothing is said.
#[derive(Clone, Debug)]
pub struct Seat(pub &'static str, pub Option<u32>, pub Option<[u32; 5]>);

/// Nothing known.
pub const AWAITED: Seat = Seat("awaited", None, None);

/// The seat with a status and a winner who has most votes.
pub fn seat(status: &'static str, winner: u32) -> Seat {
    let mut votes = [10, 11, 12, 13, 14];
    votes[winner as usize - 1] = 100;
    Seat(status, Some(winner), Some(votes))
}

/// A state of the small house.
pub fn state(calculator: &Calculator, seq: u64, seats: &[Seat; 5]) -> String {
    let rows: Vec<Value> = (1..=5)
        .zip(seats)
        .map(|(id, Seat(status, winner, votes))| {
            json!([
                id.to_string(),
                status,
                winner,
                votes.map(|_| 1),
                votes,
                null
            ])
        })
        .collect();
    json!({
        "feed": 1, "election": "small", "ballot": calculator.election().ballot, "seq": seq,
        "at": "2025-05-04T10:00:00Z", "sent": "2025-05-04T10:00:05Z", "state": "counting", "rows": rows
    })
    .to_string()
}
