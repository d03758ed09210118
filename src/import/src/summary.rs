//! What a house comes to, for who looks at it before it is opened: seats by status and alliance.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::Reading;
use crate::colour::Colour;

/// An alliance that the reader made, with what its parties have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AllianceRead {
    /// Id in the dataset.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its colour: its own, or that of its first party.
    pub colour: String,
    /// Ids of its parties.
    pub parties: Vec<String>,
    /// Seats its parties won or lead in.
    pub seats: u32,
    /// Votes of its parties.
    pub votes: u64,
}

/// Seats of a house and colours in its pictures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Id of the election.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Seats in which somebody won or leads.
    pub held: usize,
    /// Seats awaited because of a problem in the file.
    pub left_out: usize,
    /// All seats by status.
    pub statuses: BTreeMap<&'static str, usize>,
    /// Colours by the id of the party.
    pub colours: BTreeMap<String, String>,
    /// Alliances, most seats first.
    pub alliances: Vec<AllianceRead>,
    /// Colours that the reader chose and that some eyes take for another's: whose, and for whose.
    pub near: Vec<[String; 2]>,
}

/// Adds up what was read.
pub fn of(reading: &Reading) -> Summary {
    let seats = &reading.seats;
    let mut summary = Summary {
        held: seats.iter().filter(|seat| seat.party.is_some()).count(),
        left_out: seats.iter().filter(|seat| seat.left_out).count(),
        ..Summary::default()
    };
    for seat in seats {
        *summary.statuses.entry(seat.status.word()).or_default() += 1;
    }
    let Some(dataset) = &reading.dataset else {
        return summary;
    };
    (summary.id, summary.title) = (text(&dataset["id"]), text(&dataset["title"]));
    for party in list(dataset, "parties") {
        summary
            .colours
            .insert(text(&party["id"]), text(&party["colour"]));
    }
    let alliances = list(dataset, "alliances");
    summary.alliances = alliances
        .iter()
        .map(|given| alliance(given, reading, &summary.colours))
        .collect();
    summary
        .alliances
        .sort_by(|a, b| (b.seats, b.votes, &a.id).cmp(&(a.seats, a.votes, &b.id)));
    summary.near = near(reading, &summary);
    summary
}

/// Chosen colours that are too near to those of others with seats: parties are told from parties,
/// alliances from alliances.
fn near(reading: &Reading, summary: &Summary) -> Vec<[String; 2]> {
    let parties = reading.parties.iter().filter(|party| party.seats > 0);
    let parties = parties.filter_map(|party| Some((&party.label, summary.colours.get(&party.id)?)));
    let alliances = summary.alliances.iter().map(|one| (&one.name, &one.colour));
    let chosen = |label: &str| {
        let id = format!("colour.{label}");
        let mut decisions = reading.decisions.iter();
        decisions.any(|decision| decision.id == id && decision.by_reader)
    };
    let mut near = Vec::new();
    for group in [parties.collect::<Vec<_>>(), alliances.collect()] {
        for (i, (label, colour)) in group.iter().enumerate() {
            for (other, others) in &group[..i] {
                let colours = Colour::parse(colour).zip(Colour::parse(others));
                let alike = colours.is_some_and(|(one, two)| one.is_near(two));
                if alike && (chosen(label) || chosen(other)) {
                    near.push([(*other).clone(), (*label).clone()]);
                }
            }
        }
    }
    near
}

fn alliance(given: &Value, reading: &Reading, colours: &BTreeMap<String, String>) -> AllianceRead {
    let parties: Vec<String> = list(given, "parties").iter().map(text).collect();
    let members = || {
        reading
            .parties
            .iter()
            .filter(|party| parties.contains(&party.id))
    };
    let first = parties.first().and_then(|id| colours.get(id)).cloned();
    AllianceRead {
        id: text(&given["id"]),
        name: text(&given["name"]),
        colour: given["colour"]
            .as_str()
            .map(str::to_owned)
            .or(first)
            .unwrap_or_default(),
        seats: members().map(|party| party.seats).sum(),
        votes: members().map(|party| party.votes).sum(),
        parties,
    }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// A text, or the English one of several.
fn text(value: &Value) -> String {
    value
        .as_str()
        .or_else(|| value["en"].as_str())
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Recipe, read};

    fn near(choices: &[(&str, &str)]) -> Vec<[String; 2]> {
        let mut recipe = Recipe::default();
        choices
            .iter()
            .for_each(|(id, choice)| recipe.set(id, choice));
        of(&read(b"A 34, B 21, C 6, D 0", "", &recipe)).near
    }

    #[test]
    fn chosen_colours_that_some_eyes_take_for_one_are_told() {
        assert!(near(&[]).is_empty());
        let two = [("colour.A", "#a05000"), ("colour.B", "#607000")];
        assert_eq!(near(&two), [["A".to_owned(), "B".to_owned()]]);
        // Nobody sees the colour of a party without a seat in a picture.
        assert!(near(&[("colour.A", "#a05000"), ("colour.D", "#607000")]).is_empty());
        let alliances = [
            ("alliance.A", "One"),
            ("alliance.B", "Two"),
            ("colour.One", "#2060a0"),
            ("colour.Two", "#2060a1"),
        ];
        assert_eq!(near(&alliances), [["One".to_owned(), "Two".to_owned()]]);
    }
}
