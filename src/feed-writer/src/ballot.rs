//! The ballot of a dataset, in which constituencies and candidates of a table are found by name.

use std::collections::HashMap;

use serde_json::Value;

/// A candidate of a ballot.
#[derive(Debug, Clone)]
pub struct Line {
    /// Place on the ballot.
    pub serial: u32,
    names: Vec<String>,
    /// What the party is called, bare.
    parties: Vec<String>,
}

/// A constituency with its candidates by serial.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its number as text.
    pub id: String,
    /// Its name, for people.
    pub name: String,
    code: Option<String>,
    names: Vec<String>,
    /// The candidates.
    pub lines: Vec<Line>,
}

/// All constituencies in dataset order.
#[derive(Debug, Clone)]
pub struct Ballot {
    /// The constituencies.
    pub places: Vec<Place>,
}

/// Letters and digits alone, small: how names are compared.
pub fn bare(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Every spelling of a name: a text, or one for each language; and its variants.
fn spellings(of: &Value) -> Vec<String> {
    let mut all = Vec::new();
    for field in ["id", "name", "short"] {
        match &of[field] {
            Value::String(name) => all.push(bare(name)),
            Value::Object(names) => all.extend(names.values().filter_map(Value::as_str).map(bare)),
            _ => {}
        }
    }
    let variants = of["variants"].as_array().into_iter().flatten();
    all.extend(variants.filter_map(Value::as_str).map(bare));
    all.retain(|name| !name.is_empty());
    all
}

impl Ballot {
    /// The ballot of a dataset with its names.
    pub fn of(dataset: &Value) -> Ballot {
        let list = |name: &str| dataset[name].as_array().cloned().unwrap_or_default();
        let parties: HashMap<String, Vec<String>> = list("parties")
            .iter()
            .map(|party| {
                (
                    party["id"].as_str().unwrap_or_default().to_owned(),
                    spellings(party),
                )
            })
            .collect();
        let line = |(at, one): (usize, &Value)| {
            let party = one["party"].as_str().unwrap_or_default();
            let serial = one["serial"].as_u64().unwrap_or(at as u64 + 1);
            Line {
                serial: serial as u32,
                names: spellings(one),
                parties: parties
                    .get(party)
                    .cloned()
                    .unwrap_or_else(|| vec![bare(party)]),
            }
        };
        let place = |one: &Value| {
            let candidates = one["candidates"].as_array().cloned().unwrap_or_default();
            let mut lines: Vec<Line> = candidates.iter().enumerate().map(line).collect();
            lines.sort_by_key(|line| line.serial);
            let id = one["id"].as_str().unwrap_or_default().to_owned();
            let mut names = spellings(one);
            names.retain(|name| *name != id);
            Place {
                name: called(one),
                code: one["code"].as_str().map(str::to_owned),
                id,
                names,
                lines,
            }
        };
        Ballot {
            places: list("constituencies").iter().map(place).collect(),
        }
    }

    /// The constituency that a table's is: by its name if that tells it, else by code or number.
    pub fn find(&self, table: &Value) -> Option<usize> {
        let name = bare(&called(table));
        let key = table["code"]
            .as_str()
            .or(table["id"].as_str())
            .unwrap_or_default();
        let keyed = |place: &Place| match &place.code {
            Some(code) => code == key,
            None => place.id == key,
        };
        let named = |place: &Place| place.names.contains(&name);
        let by = |fits: &dyn Fn(&Place) -> bool| {
            let mut found = self
                .places
                .iter()
                .enumerate()
                .filter(|(_, place)| fits(place));
            found
                .next()
                .filter(|_| found.next().is_none())
                .map(|(at, _)| at)
        };
        by(&named)
            .or_else(|| by(&|place| named(place) && keyed(place)))
            .or_else(|| by(&keyed))
    }
}

impl Place {
    /// The candidate that a table's is: of this name, of this name and party, or the party's only
    /// one.
    pub fn candidate(&self, name: &str, parties: &[String]) -> Option<&Line> {
        let name = bare(name);
        let named = |line: &Line| !name.is_empty() && line.names.contains(&name);
        let of_party = |line: &Line| line.parties.iter().any(|party| parties.contains(party));
        let by = |fits: &dyn Fn(&Line) -> bool| {
            let mut found = self.lines.iter().filter(|line| fits(line));
            found.next().filter(|_| found.next().is_none())
        };
        by(&named)
            .or_else(|| by(&|line| named(line) && of_party(line)))
            .or_else(|| by(&of_party))
    }
}

/// What a constituency or candidate is called in English, or in its only language.
pub fn called(of: &Value) -> String {
    let name = of["name"].as_str().or(of["name"]["en"].as_str());
    name.unwrap_or_default().to_owned()
}

/// What a table calls the party of a candidate, bare.
pub fn parties_of(table: &Value) -> HashMap<String, Vec<String>> {
    let parties = table["parties"].as_array().into_iter().flatten();
    parties
        .map(|party| {
            (
                party["id"].as_str().unwrap_or_default().to_owned(),
                spellings(party),
            )
        })
        .collect()
}
