//! The floor test: what those For come to at the mark in use, and which coalitions of partners would reach it.

use super::{Floor, HouseReport, Partner};
use crate::election::Election;
use crate::majority::{BaseKind, distance};
use crate::outcome::Outcome;
use crate::outcome::house::{House, Vote};
use crate::voting::coalitions::{CoalitionSet, Constraints, Found, Ranked, count, few};
use crate::voting::{Game, members};
use serde::Serialize;
use std::cmp::Ordering;

/// How many minimal winning coalitions a Report lists.
const LISTED: usize = 60;
/// How many completions it lists.
const COMPLETIONS: usize = 12;

/// Minimal winning coalitions: fewest members first, then smallest surplus, then order of the partners.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Coalitions {
    /// Members' ids.
    pub minimal: Vec<Vec<String>>,
    /// Seats of each of them.
    pub seats: Vec<u32>,
    /// How many there are in all, in decimal; none where there are more than 120 partners.
    pub count: Option<String>,
    /// Whether there are more than are listed.
    pub truncated: bool,
}

/// The minimal winning coalitions of the partners, and their vote.
pub fn of(
    election: &Election,
    partners: &[Partner],
    outcome: &Outcome,
    house: &HouseReport,
) -> (Coalitions, Floor) {
    let base = house.base.kind;
    let nominated = House::counts_nominated(election, base);
    let players = partners
        .iter()
        .filter(|one| nominated || one.kind != "nominated");
    let players: Vec<(&Partner, u32)> = players
        .map(|partner| match base {
            BaseKind::Voting => (partner, partner.voting),
            BaseKind::Total | BaseKind::Effective => (partner, partner.seats),
        })
        .collect();
    let ids = |found: Vec<Found>| -> Vec<Vec<String>> {
        let id = |player: usize| players[player].0.id.clone();
        let found = found.into_iter();
        found
            .map(|one| one.members.into_iter().map(id).collect())
            .collect()
    };
    let mut floor = votes(partners, outcome.house.stance_chosen);
    let ayes = || {
        players
            .iter()
            .filter(|(partner, _)| partner.stance == Vote::For)
    };
    floor.partners = ayes().map(|(partner, _)| partner.id.clone()).collect();
    floor.seats = ayes().map(|(_, weight)| weight).sum();
    (floor.surplus, floor.short) = distance(floor.seats, house.mark);
    if let Some(surplus) = floor.surplus {
        for (partner, weight) in ayes() {
            let needed = *weight > surplus;
            let list = if needed {
                &mut floor.pivotal
            } else {
                &mut floor.not_needed
            };
            list.push(partner.id.clone());
        }
    }
    if let Some(short) = floor.short {
        // Only who is not For yet can be added.
        let weights = players
            .iter()
            .map(|(partner, weight)| match partner.stance {
                Vote::For => 0,
                Vote::Against | Vote::NotVoting => *weight,
            });
        if let Some((first, count)) = first_and_count(weights.collect(), short, COMPLETIONS) {
            floor.completions = ids(first);
            floor.completion_count = count;
        }
    }
    let mut coalitions = Coalitions {
        truncated: true,
        ..Coalitions::default()
    };
    let weights = players.iter().map(|(_, weight)| *weight);
    if let Some((first, count)) = first_and_count(weights.collect(), house.mark, LISTED) {
        coalitions.truncated = count != first.len().to_string();
        coalitions.seats = first.iter().map(|found| found.seats).collect();
        coalitions.minimal = ids(first);
        coalitions.count = Some(count);
    }
    (coalitions, floor)
}

/// The first `most` minimal winning coalitions, and how many there are in all, in decimal. `None` where there are too many
/// players: more than 120, and for the small build more than [`FEW`](crate::voting::coalitions::FEW).
fn first_and_count(weights: Vec<u32>, quota: u32, most: usize) -> Option<(Vec<Found>, String)> {
    if let Some(mut found) = few(&weights, quota) {
        let count = found.len().to_string();
        found.truncate(most);
        return Some((found, count));
    }
    if !cfg!(feature = "full") {
        return None;
    }
    let game = Game::new(weights, u64::from(quota)).ok()?;
    let all = CoalitionSet::new(&game, &Constraints::default()).ok()?;
    let first = Ranked::new(&all).take(most).map(|coalition| Found {
        members: members(coalition.players).collect(),
        seats: coalition.seats,
    });
    Some((first.collect(), count(&all).to_string()))
}

fn votes(partners: &[Partner], chosen: bool) -> Floor {
    let sum = |stance: Vote| -> u32 {
        let all = partners.iter().filter(|partner| partner.stance == stance);
        all.map(|partner| partner.voting).sum()
    };
    let (ayes, noes) = (sum(Vote::For), sum(Vote::Against));
    let members: u32 = partners.iter().map(|partner| partner.seats).sum();
    Floor {
        r#for: ayes,
        against: noes,
        not_voting: members - ayes - noes,
        result: match ayes.cmp(&noes) {
            Ordering::Greater => "carried",
            Ordering::Equal => "level",
            Ordering::Less => "defeated",
        },
        partners: Vec::new(),
        seats: 0,
        surplus: None,
        short: None,
        pivotal: Vec::new(),
        not_needed: Vec::new(),
        completions: Vec::new(),
        completion_count: "0".to_owned(),
        chosen,
    }
}
