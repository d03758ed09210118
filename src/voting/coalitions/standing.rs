//! One set of players against the mark.

use crate::voting::game::{Game, Players, members};

/// Where a set of players stands: enough or short, and who in it is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Seats of the set.
    pub seats: u32,
    /// Whether they reach the quota.
    pub wins: bool,
    /// Seats above the quota; 0 for a set that is short.
    pub surplus: u64,
    /// Seats missing to the quota; 0 for a set that wins.
    pub short: u64,
    /// Members any *one* of whom could leave and the rest would still win (two together perhaps not). Empty for a set
    /// that is short.
    pub spare: Players,
    /// Members any one of whom ends the majority by leaving. Empty for a set that is short.
    pub pivotal: Players,
    /// Whether the set is a minimal winning coalition: it wins and nobody in it is spare.
    pub minimal: bool,
}

impl Standing {
    /// Where `set` stands in `game`; players the game does not have are left out.
    #[must_use]
    pub fn of(game: &Game, set: Players) -> Self {
        let set = set & game.everyone();
        let seats = game.seats(set);
        let wins = u64::from(seats) >= game.quota();
        let surplus = u64::from(seats).saturating_sub(game.quota());
        let mut spare = 0;
        if wins {
            for player in members(set) {
                if u64::from(game.weights()[player]) <= surplus {
                    spare |= 1 << player;
                }
            }
        }
        Self {
            seats,
            wins,
            surplus,
            short: game.quota().saturating_sub(u64::from(seats)),
            spare,
            pivotal: if wins { set & !spare } else { 0 },
            minimal: wins && spare == 0,
        }
    }
}
