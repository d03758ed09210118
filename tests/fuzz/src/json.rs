//! A dataset made here as the text of its data file.

use seat_calculator::dataset::{Candidate, Constituency, Dataset, Votes};
use serde_json::{Value, json};

/// The data file, with names where it must have them. Places are left out: random houses have none.
pub fn data_file(dataset: &Dataset) -> Value {
    let nominated = dataset.nominated.map(|nominated| {
        json!({
            "members": nominated.members,
            "effective": nominated.effective,
            "voting": nominated.voting,
        })
    });
    let parties = dataset.parties.iter().map(
        |party| json!({"id": party.id, "name": format!("Party {}", party.id), "colour": party.colour}),
    );
    let alliances = dataset.alliances.iter().map(|alliance| {
        let name = format!("Alliance {}", alliance.id);
        json!({"id": alliance.id, "name": name, "colour": alliance.colour, "parties": alliance.parties})
    });
    let categories = dataset.categories.iter();
    json!({
        "format": 1,
        "id": dataset.id,
        "title": "A random house",
        "house": {"name": "House", "seats": dataset.seats, "nominated": nominated},
        "government": dataset.government,
        "parties": parties.collect::<Vec<_>>(),
        "alliances": alliances.collect::<Vec<_>>(),
        "categories": categories.map(|id| json!({"id": id, "name": id})).collect::<Vec<_>>(),
        "constituencies": dataset.constituencies.iter().map(constituency).collect::<Vec<_>>(),
    })
}

fn constituency(one: &Constituency) -> Value {
    json!({
        "id": one.id,
        "name": format!("Place {}", one.id),
        "category": one.category,
        "status": one.status.word(),
        "winner": one.winner,
        "reason": one.reason.then_some("A court said so."),
        "candidates": one.candidates.iter().map(candidate).collect::<Vec<_>>(),
        "others": total(one.others),
        "margin": one.margin,
    })
}

fn candidate(one: &Candidate) -> Value {
    json!({
        "serial": one.serial,
        "name": format!("Candidate {}", one.serial),
        "party": one.party,
        "alliance": one.alliance,
        "votes": total(one.votes),
    })
}

fn total(votes: Option<Votes>) -> Option<u32> {
    votes.map(|votes| votes.total)
}
