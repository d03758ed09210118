//! An election added up from its data file.

use crate::support::data_file::{english, file, text};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a party came to.
#[derive(Debug, Clone, Default)]
pub struct Party {
    pub id: String,
    pub seats: u64,
    /// Constituencies with a candidate of the party.
    pub contested: u64,
    pub votes: u64,
}

/// Seats of a party or more in a place: its name, its constituencies, who won how many of them.
type Area = (String, u64, Vec<(String, u64)>);

/// One constituency: its name, its winner's party, votes by line, its places.
#[derive(Debug, Clone)]
struct Seat {
    name: String,
    winner: usize,
    lines: Vec<(String, u64)>,
    nota: u64,
    areas: Vec<(&'static str, String)>,
}

/// An election.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub house: u64,
    /// Parties that a sentence may name by id.
    pub parties: Vec<Party>,
    /// All parties and independents.
    pub all: Vec<Party>,
    /// Margins of the constituencies whose name no other place or party has.
    pub margins: Vec<(String, u64)>,
    /// The same in hundredths of a percent of the votes counted there, halves up.
    pub margin_shares: Vec<(String, u64)>,
    /// Every margin.
    pub all_margins: Vec<u64>,
    /// The smallest of them, with its constituency.
    pub closest: (String, u64),
    pub areas: Vec<Area>,
    seats: Vec<Seat>,
    counted: u64,
}

const AREAS: [(&str, &str); 3] = [
    ("division", "divisions"),
    ("district", "districts"),
    ("category", "categories"),
];

impl Sheet {
    pub fn of(id: &str) -> Sheet {
        let data = file(id);
        let seats: Vec<Seat> = data.list("constituencies").iter().map(Seat::of).collect();
        let all = parties(&seats);
        // Ids that are written in capitals alone, as names are.
        let plain = |id: &str| id.len() > 2 && id.bytes().all(|byte| byte.is_ascii_uppercase());
        let named = |party: &&Party| party.id != "IND" && party.contested > 3 && plain(&party.id);
        let names = |key| data.list(key).iter().map(|one| english(one, "name"));
        let areas: Vec<&str> = AREAS.iter().flat_map(|(_, list)| names(list)).collect();
        let taken: Vec<&str> = names("parliamentary").chain(names("parties")).collect();
        let margins: Vec<(String, u64)> = seats
            .iter()
            .filter_map(|seat| Some((seat.name.clone(), seat.margin()?)))
            .collect();
        let alone = |(name, _): &&(String, u64)| {
            let same = seats.iter().filter(|seat| seat.name == *name).count();
            same == 1 && !areas.contains(&name.as_str()) && !taken.contains(&name.as_str())
        };
        let closest = margins.iter().min_by_key(|(_, margin)| *margin).unwrap();
        Sheet {
            house: seats.len() as u64,
            parties: all.iter().filter(named).cloned().collect(),
            margin_shares: seats
                .iter()
                .filter_map(|seat| Some((seat.name.clone(), seat.margin_share()?)))
                .filter(|one| alone(&one))
                .collect(),
            margins: margins.iter().filter(alone).cloned().collect(),
            all_margins: margins.iter().map(|(_, margin)| *margin).collect(),
            closest: closest.clone(),
            areas: AREAS
                .iter()
                .flat_map(|(kind, list)| held(&seats, kind, data.list(list)))
                .collect(),
            counted: seats.iter().map(Seat::counted).sum(),
            all,
            seats,
        }
    }

    /// Votes in hundredths of a percent of all votes counted, halves up.
    pub fn share(&self, votes: u64) -> u64 {
        super::hundredths(votes, self.counted)
    }

    /// Votes for candidates, without NOTA.
    pub fn valid(&self) -> u64 {
        self.all.iter().map(|party| party.votes).sum()
    }

    /// Seats of the two had the joiner's votes gone to the target wherever both stood.
    pub fn pooled(&self, target: &str, joiner: &str) -> u64 {
        let won = self.seats.iter().filter(|seat| {
            let of = |id: &str| -> Vec<u64> {
                let mine = seat.lines.iter().filter(|(party, _)| party == id);
                mine.map(|(_, votes)| *votes).collect()
            };
            let moved: u64 = of(joiner).iter().sum();
            let both = !of(target).is_empty() && moved > 0;
            let pooled = seat.lines.iter().map(|(party, votes)| match party {
                party if both && party == target => (party, votes + moved),
                party if both && party == joiner => (party, 0),
                party => (party, *votes),
            });
            let first = pooled.max_by_key(|(_, votes)| *votes).unwrap().0;
            first == target || first == joiner
        });
        won.count() as u64
    }
}

impl Seat {
    fn of(seat: &Value) -> Seat {
        let lines = seat["candidates"].as_array().unwrap();
        let lines = lines
            .iter()
            .map(|line| (text(line, "party").to_owned(), sum(&line["votes"])));
        let areas = AREAS.iter().filter_map(|(kind, _)| {
            let id = seat[*kind].as_str()?;
            Some((*kind, id.to_owned()))
        });
        Seat {
            name: english(seat, "name").to_owned(),
            winner: seat["winner"].as_u64().unwrap() as usize - 1,
            lines: lines.collect(),
            nota: sum(&seat["nota"]),
            areas: areas.collect(),
        }
    }

    /// None of who was elected unopposed.
    fn margin(&self) -> Option<u64> {
        let (_, first) = &self.lines[self.winner];
        let rest = self
            .lines
            .iter()
            .enumerate()
            .filter(|(i, _)| *i != self.winner);
        Some(first - rest.map(|(_, (_, votes))| votes).max()?)
    }

    fn margin_share(&self) -> Option<u64> {
        Some(super::hundredths(self.margin()?, self.counted()))
    }

    fn counted(&self) -> u64 {
        self.nota + self.lines.iter().map(|(_, votes)| votes).sum::<u64>()
    }
}

/// A total, or the parts of one; nothing where it is not known.
fn sum(votes: &Value) -> u64 {
    match votes.as_array() {
        Some(parts) => parts.iter().filter_map(Value::as_u64).sum(),
        None => votes.as_u64().unwrap_or(0),
    }
}

fn parties(seats: &[Seat]) -> Vec<Party> {
    let mut all: BTreeMap<&str, Party> = BTreeMap::new();
    for seat in seats {
        for (i, (id, votes)) in seat.lines.iter().enumerate() {
            let party = all.entry(id).or_default();
            party.id.clone_from(id);
            party.votes += votes;
            party.seats += u64::from(i == seat.winner);
            let before = seat.lines[..i].iter().any(|(other, _)| other == id);
            party.contested += u64::from(!before);
        }
    }
    all.into_values().collect()
}

/// Who won how many seats of each place of a kind.
fn held(seats: &[Seat], kind: &'static str, places: &[Value]) -> Vec<Area> {
    let of = |place: &Value| {
        let id = text(place, "id");
        let here = |seat: &&Seat| {
            seat.areas
                .iter()
                .any(|(of, area)| *of == kind && area == id)
        };
        let mine: Vec<Seat> = seats.iter().filter(here).cloned().collect();
        let won = parties(&mine).into_iter();
        let won = won.filter(|party| party.seats > 0 && party.id != "IND" && party.id.len() > 2);
        let name = match kind {
            "district" => format!("{} district", english(place, "name")),
            _ => english(place, "name").to_owned(),
        };
        (
            name,
            mine.len() as u64,
            won.map(|party| (party.id, party.seats)).collect(),
        )
    };
    places
        .iter()
        .map(of)
        .filter(|(_, _, won): &Area| !won.is_empty())
        .collect()
}
