//! Power of each player of a house: vetoes, dummies, the Banzhaf and Shapley-Shubik indices beside
//! the share of seats.

use crate::analysis::players::{ADDITIONS, HousePlayers, PlayerKind, PlayersQuery};
use crate::analysis::query::{Evaluated, Steps};
use crate::election::Election;
use crate::majority::Base;
use crate::outcome::Outcome;
use crate::problem::Problems;
use crate::share::hundredths;
use crate::voting::Game;
use crate::voting::power::{Power, PowerJob};
use serde::Serialize;

/// One player's worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlayerPower {
    /// Id of the player.
    pub id: String,
    /// Seats it brings.
    pub seats: u32,
    /// These of the seats of all players, in hundredths of a percent, rounded half up.
    pub seat_share: u32,
    /// Winning combinations that would lose without it (Banzhaf's raw count), in decimal.
    pub swings: String,
    /// These of all players' swings (Banzhaf's index), in hundredths of a percent, rounded half up.
    pub banzhaf: u32,
    /// Orders of all players in which its arrival makes the majority, in decimal. Over `orders`,
    /// Shapley and Shubik's index.
    pub pivots: String,
    /// Shapley and Shubik's index in hundredths of a percent, rounded half up.
    pub shapley: u32,
    /// Whether no combination wins without it.
    pub veto: bool,
    /// Whether it never makes a difference.
    pub dummy: bool,
}

/// What everyone is worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PowerIndices {
    /// Who is one player.
    pub over: PlayerKind,
    /// The base in use; none for players given.
    pub base: Option<Base>,
    /// Seats that win.
    pub quota: u32,
    /// Combinations of players that win, of 2^n with n players, in decimal.
    pub winning: String,
    /// Swings of all players together, in decimal.
    pub swings: String,
    /// Orders of all players, n!, in decimal.
    pub orders: String,
    /// The players, in their order.
    pub players: Vec<PlayerPower>,
}

/// Starts on a query.
pub(crate) fn start(on: &Evaluated, query: &PlayersQuery) -> Result<Steps<PowerIndices>, Problems> {
    let mut search = Some(PowerSearch::new(&on.election, &on.outcome, query)?);
    Ok(Box::new(move |_, budget| {
        let done = search.as_mut()?.step(u64::from(budget.max(1)) * ADDITIONS);
        Some(search.take_if(|_| done)?.finish())
    }))
}

/// The answer in the making.
pub struct PowerSearch {
    roster: HousePlayers,
    game: Game,
    work: PowerJob,
}

impl PowerSearch {
    /// Sets out to answer for the outcome as it is.
    ///
    /// # Errors
    /// `too-many-players`, `too-many-seats`, as [`PowerJob::new`].
    pub fn new(
        election: &Election,
        outcome: &Outcome,
        who: &PlayersQuery,
    ) -> Result<Self, Problems> {
        let roster = HousePlayers::of(election, &outcome.groups, &outcome.house, who);
        let game = roster.game()?;
        let work = PowerJob::new(&game).map_err(|error| {
            Problems::one("", error.code(), "too many seats for so many players")
        })?;
        Ok(PowerSearch { roster, game, work })
    }

    /// Does about `budget` additions; answers whether all is done.
    pub fn step(&mut self, budget: u64) -> bool {
        self.work.step(budget)
    }

    /// The answer; does first whatever is still to be done.
    #[must_use]
    pub fn finish(self) -> PowerIndices {
        let Power { banzhaf, shapley } = self.work.finish();
        let total = u64::from(self.game.total());
        let players = self.roster.players.into_iter().enumerate();
        PowerIndices {
            over: self.roster.over,
            base: self.roster.base,
            quota: self.roster.quota,
            winning: banzhaf.winning.to_string(),
            swings: banzhaf.total.to_string(),
            orders: shapley.orders.to_string(),
            players: players
                .map(|(i, player)| PlayerPower {
                    seat_share: hundredths(u64::from(player.seats), total),
                    swings: banzhaf.swings[i].to_string(),
                    banzhaf: banzhaf.shares[i],
                    pivots: shapley.pivots[i].to_string(),
                    shapley: shapley.shares[i],
                    veto: banzhaf.vetoes >> i & 1 == 1,
                    dummy: banzhaf.dummies >> i & 1 == 1,
                    id: player.id,
                    seats: player.seats,
                })
                .collect(),
        }
    }
}
