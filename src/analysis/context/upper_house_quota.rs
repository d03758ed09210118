//! Upper house quota: elections to the upper house by the members of this one (Rajya Sabha), and
//! how many each side can elect alone.

use crate::election::Election;
use crate::outcome::Outcome;
use crate::outcome::house::Who;
use crate::outcome::row::{Key, Row};
use serde::Serialize;

/// The most vacancies asked about.
pub const MOST_VACANCIES: u32 = 99;

/// What a side can do alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Elects {
    /// Whose.
    pub row: Row,
    /// Its members.
    pub members: u32,
    /// How many it can elect without anybody else, with `needed` members for each; at most all
    /// vacancies.
    pub elects: u32,
    /// Members it has left over then.
    pub spare: u32,
    /// How many it elects if what its first candidates have above the quota passes on to its next
    /// ones, in hundredths of a vote: at least as many, at most all vacancies.
    pub with_surplus: u32,
}

/// The quota of one election to the upper house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UpperHouse {
    /// Members who vote: all elected ones now, whoever presides, is absent or only leads; nominated
    /// ones do not vote.
    pub members: u32,
    /// Vacancies.
    pub vacancies: u32,
    /// The quota in hundredths of a vote: `floor(100 × members / (vacancies + 1)) + 1`.
    pub quota: u32,
    /// Members that make a quota: `quota / 100` rounded up.
    pub needed: u32,
    /// Sides as they sit now, in the order of the tally by alliance; those who sit alone are
    /// together, last, and elect nobody as such.
    pub sides: Vec<Elects>,
}

/// The quota for a number of vacancies (at least 1, at most [`MOST_VACANCIES`]; more or less is
/// taken as the nearest), with the house as a scenario has it.
pub fn upper_house(election: &Election, outcome: &Outcome, vacancies: u32) -> UpperHouse {
    let vacancies = vacancies.clamp(1, MOST_VACANCIES);
    let mut rows: Vec<(Row, u32)> = Vec::new();
    for key in Key::all(&outcome.groups) {
        let row = Row::of(election, &key);
        if !rows.iter().any(|(known, _)| *known == row) {
            rows.push((row, 0));
        }
    }
    let mut members = 0;
    for partner in &outcome.house.partners {
        let Some(group) = partner.group.filter(|_| partner.who != Who::Nominated) else {
            continue;
        };
        let row = Row::of(election, &Key::of(&outcome.groups.groups[group as usize]));
        members += partner.seats();
        if let Some((_, seats)) = rows.iter_mut().find(|(known, _)| *known == row) {
            *seats += partner.seats();
        }
    }
    let quota = 100 * members / (vacancies + 1) + 1;
    let needed = quota.div_ceil(100);
    let alone = |row: &Row| row.kind == "independents";
    rows.sort_by_key(|(row, _)| alone(row));
    let sides = rows.into_iter().filter(|(_, members)| *members > 0);
    UpperHouse {
        members,
        vacancies,
        quota,
        needed,
        sides: sides
            .map(|(row, members)| {
                let most = |per: u32, of: u32| match alone(&row) {
                    true => 0,
                    false => (of / per).min(vacancies),
                };
                let elects = most(needed, members);
                let with_surplus = most(quota, 100 * members);
                Elects {
                    spare: members - elects * needed,
                    row,
                    members,
                    elects,
                    with_surplus,
                }
            })
            .collect(),
    }
}
