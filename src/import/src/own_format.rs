//! An election in our own format.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::house::Status;
use crate::reading::{PartyRead, Reading, Seat};

/// Seats and parties of an election in our own format, which is taken as it is.
pub fn own(value: Value, reading: &mut Reading) {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other["en"].as_str().unwrap_or_default().to_owned(),
    };
    let list = |key: &str| value[key].as_array().cloned().unwrap_or_default();
    let mut held: BTreeMap<String, (u32, u64)> = BTreeMap::new();
    for place in list("constituencies") {
        let word = place["status"].as_str().unwrap_or("declared");
        let status = match word {
            "leading" => Status::Leading,
            "unopposed" => Status::Unopposed,
            "lot" => Status::Lot,
            "declared" | "stayed" => Status::Declared,
            "tied" => Status::Tied,
            "adjourned" => Status::Adjourned,
            "countermanded" => Status::Countermanded,
            "vacant" | "set-aside" => Status::Vacant,
            _ => Status::Awaited,
        };
        let mut party = None;
        for (at, candidate) in place["candidates"]
            .as_array()
            .into_iter()
            .flatten()
            .enumerate()
        {
            let id = candidate["party"].as_str().unwrap_or_default().to_owned();
            let votes = match &candidate["votes"] {
                Value::Array(parts) => parts.iter().filter_map(Value::as_u64).sum(),
                votes => votes.as_u64().unwrap_or(0),
            };
            let serial = candidate["serial"].as_u64().unwrap_or(at as u64 + 1);
            let won = place["winner"].as_u64() == Some(serial);
            let entry = held.entry(id.clone()).or_default();
            entry.0 += u32::from(won);
            entry.1 = entry.1.saturating_add(votes);
            if won {
                party = Some(id);
            }
        }
        reading.seats.push(Seat {
            number: place["id"]
                .as_str()
                .and_then(|id| id.parse().ok())
                .unwrap_or_default(),
            code: place["code"].as_str().map(str::to_owned),
            name: text(&place["name"]),
            status,
            party,
            left_out: false,
            nota: None,
            others: place["others"].as_u64().unwrap_or(0),
        });
    }
    reading.parties = list("parties")
        .iter()
        .map(|party| {
            let id = party["id"].as_str().unwrap_or_default().to_owned();
            let (seats, votes) = held.get(&id).copied().unwrap_or_default();
            let short = text(&party["short"]);
            let name = text(&party["name"]);
            let label = if short.is_empty() {
                name.clone()
            } else {
                short
            };
            PartyRead {
                id,
                label,
                name,
                seats,
                votes,
            }
        })
        .collect();
    reading.dataset = Some(value);
}
