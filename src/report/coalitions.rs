//! The partners as a weighted voting game at the mark in use.

use super::{Floor, House, Partner};
use crate::analysis::coalitions::{Filter, Game, MAX_PLAYERS, Players, Ways};
use crate::outcome::Outcome;
use crate::outcome::partners::Vote;
use crate::prelude::*;
use crate::scenario::BaseKind;
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

pub fn of(partners: &[Partner], outcome: &Outcome, house: &House) -> (Coalitions, Floor) {
    let kind = house.base.kind;
    let counted = |partner: &&Partner| kind != BaseKind::Total || partner.kind != "nominated";
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
    let coalitions = if crate::FULL {
        let weights = players.iter().map(|partner| strength(partner)).collect();
        count(&players, weights, house.mark, &mut floor)
    } else {
        None
    };
    let uncounted = || Coalitions {
        truncated: true,
        ..Coalitions::default()
    };
    (coalitions.unwrap_or_else(uncounted), floor)
}

/// The minimal winning coalitions, and what would complete who is For. `None` where there are too many partners.
fn count(
    players: &[&Partner],
    weights: Vec<u32>,
    mark: u32,
    floor: &mut Floor,
) -> Option<Coalitions> {
    if players.len() > MAX_PLAYERS {
        return None;
    }
    let game = Game::new(weights, u64::from(mark)).ok()?;
    let ids = |set: Players| -> Vec<String> {
        let all = players.iter().enumerate();
        all.filter(|(i, _)| set >> i & 1 == 1)
            .map(|(_, partner)| partner.id.clone())
            .collect()
    };
    let mut set: Players = 0;
    for (i, partner) in players.iter().enumerate() {
        if partner.stance == Vote::For {
            set |= 1 << i;
        }
    }
    let everything = Filter::default();
    if floor.short.is_some()
        && let Ok(ways) = Ways::completing(&game, set, &everything)
    {
        floor.completion_count = ways.count().to_string();
        let first = ways.in_order().take(COMPLETIONS);
        floor.completions = first.map(|coalition| ids(coalition.players)).collect();
    }
    let ways = Ways::new(&game, &everything).ok()?;
    let count = ways.count();
    let first: Vec<_> = ways.in_order().take(LISTED).collect();
    Some(Coalitions {
        truncated: count > first.len() as u128,
        count: Some(count.to_string()),
        seats: first.iter().map(|coalition| coalition.seats).collect(),
        minimal: first.iter().map(|c| ids(c.players)).collect(),
    })
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
            core::cmp::Ordering::Greater => "carried",
            core::cmp::Ordering::Equal => "level",
            core::cmp::Ordering::Less => "defeated",
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
