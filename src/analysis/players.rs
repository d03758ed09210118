//! Players of a house as a voting game: its partners one by one, or each alliance as one player.
//!
//! Players are in the order of the Report: partners as they are listed there; over alliances, the
//! rows of the tally by alliance. Each brings its members on the base in use (those who vote, where
//! that is the base); nominated members play only where the base counts them. Who brings none is no
//! player. Any other voting game can be given with the question.

use crate::decode::{Kind, Reader, Value};
use crate::election::Election;
use crate::election::member::{Member, NOMINATED};
use crate::majority::{Base, mark};
use crate::outcome::alliances::Groups;
use crate::outcome::house::{self, House};
use crate::problem::{Path, Problems};
use crate::voting::{Game, MAX_PLAYERS, MAX_SEATS, Players};
use serde::Serialize;

/// Who is one player.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PlayerKind {
    /// Each party, independent member and breakaway.
    #[default]
    Parties,
    /// Each alliance or grouping, and everyone who is in none.
    Alliances,
    /// Players given with the question, apart from any house.
    Given,
}

impl PlayerKind {
    /// Reads `"parties"` or `"alliances"`; parties where nothing is said.
    pub fn read(reader: &mut Reader, node: &Value, path: &Path) -> PlayerKind {
        match reader.maybe_text(node, path) {
            None | Some("parties") => PlayerKind::Parties,
            Some("alliances") => PlayerKind::Alliances,
            Some(_) => {
                let message = "expected \"parties\" or \"alliances\"";
                reader.problems.add(path, "unknown-word", message);
                PlayerKind::Parties
            }
        }
    }
}

/// One player.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Player {
    /// Id of the partner, or of the row of the tally by alliance.
    pub id: String,
    /// Seats it brings, at least 1.
    pub seats: u32,
}

/// Who is asked about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlayersQuery {
    /// Who is one player.
    pub over: PlayerKind,
    /// Seats that win, where that is not to be the mark in use.
    pub quota: Option<u32>,
    /// The players, where they are [`PlayerKind::Given`].
    pub given: Vec<Player>,
}

/// About so many additions take as long as reading one constituency.
pub(super) const ADDITIONS: u64 = 16;

impl PlayersQuery {
    /// Reads `over`, `quota` and `players` of a question.
    pub fn read(reader: &mut Reader, node: &Value, path: &Path) -> PlayersQuery {
        let mut over = PlayerKind::read(reader, node.field("over"), &path.field("over"));
        let most = 1 << 30;
        let quota = reader.maybe_whole(node.field("quota"), &path.field("quota"), most);
        let players = node.field("players");
        let mut given: Vec<Player> = Vec::new();
        if !matches!(players.kind(), Kind::Missing | Kind::Null) {
            over = PlayerKind::Given;
            let list = path.field("players");
            for (i, player) in reader.list(players, &list).iter().enumerate() {
                let item = list.item(i);
                let id = reader
                    .text(player.field("id"), &item.field("id"))
                    .to_owned();
                if given.iter().any(|other| other.id == id) {
                    let message = "a player with this id stands further up";
                    reader
                        .problems
                        .add(item.field("id"), "duplicate-id", message);
                }
                let seats = reader.whole(player.field("seats"), &item.field("seats"), MAX_SEATS);
                given.push(Player {
                    id,
                    seats: seats as u32,
                });
            }
            if quota.is_none() {
                let quota = path.field("quota");
                reader.expected(&quota, Kind::Missing, "the seats that win");
            }
        }
        PlayersQuery {
            over,
            quota: quota.map(|quota| quota as u32),
            given,
        }
    }
}

/// The players of a house, and the seats that win.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HousePlayers {
    /// Who is one player.
    pub over: PlayerKind,
    /// The base in use; none for players given.
    pub base: Option<Base>,
    /// Seats that win: the mark on that base, or what was asked for instead.
    pub quota: u32,
    /// The players.
    pub players: Vec<Player>,
}

impl HousePlayers {
    /// The players of a house at the mark in use, or those given, at the quota asked for.
    pub fn of(
        election: &Election,
        groups: &Groups,
        house: &House,
        who: &PlayersQuery,
    ) -> HousePlayers {
        let (over, quota) = (who.over, who.quota);
        if over == PlayerKind::Given {
            return HousePlayers {
                over,
                base: None,
                quota: quota.unwrap_or(0),
                players: who.given.clone(),
            };
        }
        let n = house.base(election, house.base);
        let mut players: Vec<Player> = Vec::new();
        let mut rows = vec![0; groups.groups.len()];
        let nominated = House::counts_nominated(election, house.base);
        for partner in &house.partners {
            if partner.who == house::Who::Nominated && !nominated {
                continue;
            }
            let seats = partner.strength(house.base);
            match partner.group.filter(|_| over == PlayerKind::Alliances) {
                Some(group) => rows[group as usize] += seats,
                None => players.push(Player {
                    id: partner.who.id(election),
                    seats,
                }),
            }
        }
        let rows = (0..).zip(rows).map(|(group, seats)| Player {
            id: groups.id(election, group),
            seats,
        });
        // Nominated members, who sit in no group, come last in either list.
        let mut players: Vec<Player> = rows.chain(players).collect();
        players.retain(|player| player.seats > 0);
        HousePlayers {
            over,
            base: Some(Base {
                kind: house.base,
                n,
            }),
            quota: quota.unwrap_or_else(|| mark(n)),
            players,
        }
    }

    /// The voting game they play.
    ///
    /// # Errors
    /// `too-many-players` or `too-many-seats`, as [`Game::new`].
    pub fn game(&self) -> Result<Game, Problems> {
        let weights = self.players.iter().map(|player| player.seats).collect();
        Game::new(weights, u64::from(self.quota)).map_err(|error| {
            let message = format!("at most {MAX_PLAYERS} players and {MAX_SEATS} seats");
            Problems::one("", error.code(), message)
        })
    }

    /// The players of a set, by id.
    pub fn ids(&self, set: Players) -> Vec<String> {
        let all = self.players.iter().enumerate();
        all.filter(|(i, _)| set >> i & 1 == 1)
            .map(|(_, player)| player.id.clone())
            .collect()
    }

    /// The player with this id, as a set of one: empty for someone of the election who has no seat
    /// here, `None` for anyone else. A set holds no more players than a [`Game`] takes.
    pub fn find(&self, election: &Election, id: &str) -> Option<Players> {
        if let Some(place) = self.players.iter().position(|player| player.id == id) {
            return Some((1 as Players).checked_shl(place as u32).unwrap_or(0));
        }
        let known = |id: &str| {
            id == NOMINATED
                || election.alliance(id).is_some()
                || Member::parse(election, id).is_some()
        };
        let grouping = |id: &str| known(id) || id.split('+').all(known);
        let seatless = self.over != PlayerKind::Given && id.split(['>', '&']).all(grouping);
        seatless.then_some(0)
    }
}
