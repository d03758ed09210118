//! The partners as a weighted voting game at the mark in use.

use super::{Floor, House, Partner};
use crate::election::Election;
use crate::outcome::Outcome;
use crate::outcome::partners::{self, Vote};
use crate::scenario::BaseKind;
use crate::text::decimal;
use crate::voting::coalitions::{CoalitionSet, Constraints, Found, Game, few, members};
use serde::Serialize;

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

pub fn of(
    election: &Election,
    partners: &[Partner],
    outcome: &Outcome,
    house: &House,
) -> (Coalitions, Floor) {
    let kind = house.base.kind;
    let nominated = partners::House::counts_nominated(election, kind);
    let counted = |partner: &&Partner| nominated || partner.kind != "nominated";
    let players: Vec<&Partner> = partners.iter().filter(counted).collect();
    let strength = |partner: &Partner| match kind {
        BaseKind::Voting => partner.voting,
        _ => partner.seats,
    };
    let mut floor = votes(partners, outcome.house.stance_chosen);
    let chosen = players.iter().filter(|partner| partner.stance == Vote::For);
    floor.partners = chosen.clone().map(|partner| partner.id.clone()).collect();
    floor.seats = chosen.map(|partner| strength(partner)).sum();
    if floor.seats >= house.mark {
        floor.surplus = Some(floor.seats - house.mark);
    } else {
        floor.short = Some(house.mark - floor.seats);
    }
    for partner in players.iter().filter(|p| p.stance == Vote::For) {
        if floor
            .surplus
            .is_some_and(|surplus| strength(partner) <= surplus)
        {
            floor.not_needed.push(partner.id.clone());
        } else if floor.surplus.is_some() {
            floor.pivotal.push(partner.id.clone());
        }
    }
    let weights: Vec<u32> = players.iter().map(|partner| strength(partner)).collect();
    let ids = |found: Found| -> Vec<String> {
        let members = found.members.into_iter();
        members.map(|player| players[player].id.clone()).collect()
    };
    if let Some(short) = floor.short {
        // Only who is not For yet can be added.
        let others = players.iter().zip(&weights);
        let others: Vec<u32> = others
            .map(|(partner, weight)| {
                if partner.stance == Vote::For {
                    0
                } else {
                    *weight
                }
            })
            .collect();
        if let Some((first, count)) = ways(&others, short, COMPLETIONS) {
            floor.completion_count = count;
            floor.completions = first.into_iter().map(ids).collect();
        }
    }
    let mut coalitions = Coalitions {
        truncated: true,
        ..Coalitions::default()
    };
    if let Some((first, count)) = ways(&weights, house.mark, LISTED) {
        coalitions.seats = first.iter().map(|found| found.seats).collect();
        coalitions.minimal = first.into_iter().map(ids).collect();
        coalitions.truncated = count != decimal(coalitions.seats.len() as u32);
        coalitions.count = Some(count);
    }
    (coalitions, floor)
}

/// The first `most` minimal winning coalitions, and how many there are in all, in decimal. `None` where there are too many
/// players: more than 120, and for the small build more than [`FEW`](crate::voting::coalitions::FEW).
fn ways(weights: &[u32], quota: u32, most: usize) -> Option<(Vec<Found>, String)> {
    if let Some(mut found) = few(weights, quota) {
        let count = decimal(found.len() as u32);
        found.truncate(most);
        return Some((found, count));
    }
    if !crate::FULL {
        return None;
    }
    let game = Game::new(weights.to_vec(), u64::from(quota)).ok()?;
    let ways = CoalitionSet::new(&game, &Constraints::default()).ok()?;
    let found = ways.in_order().take(most).map(|coalition| Found {
        members: members(coalition.players).collect(),
        seats: coalition.seats,
    });
    Some((found.collect(), ways.count().to_string()))
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
            std::cmp::Ordering::Greater => "carried",
            std::cmp::Ordering::Equal => "level",
            std::cmp::Ordering::Less => "defeated",
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
