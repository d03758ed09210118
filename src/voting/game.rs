//! The weighted voting game itself.

/// A set of players: bit `i` stands for player `i` in the order in which the weights were given.
pub type Players = u128;

/// The most players a [`Game`] may have: every count of coalitions, swings included, stays below
/// 2^128.
pub const MAX_PLAYERS: usize = 120;

/// The most seats all players of a [`Game`] may have together (2^20).
pub const MAX_SEATS: u64 = 1 << 20;

/// Why weights make no [`Game`], or constraints no question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GameError {
    /// More than [`MAX_PLAYERS`] players.
    TooManyPlayers,
    /// More than [`MAX_SEATS`] seats.
    TooManySeats,
    /// More pairs than [`MAX_PAIRS`](super::coalitions::MAX_PAIRS).
    TooManyPairs,
    /// The constraints name a player the game does not have.
    UnknownPlayer,
}

impl GameError {
    /// The code of this error, the same in every release.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TooManyPlayers => "too-many-players",
            Self::TooManySeats => "too-many-seats",
            Self::TooManyPairs => "too-many-pairs",
            Self::UnknownPlayer => "unknown-player",
        }
    }
}

/// Players with seats, and how many seats win.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Game {
    weights: Vec<u32>,
    quota: u64,
    total: u32,
}

impl Game {
    /// The game in which player `i` brings `weights[i]` seats and a coalition wins with at least
    /// `quota` of them.
    ///
    /// Any quota is taken: with 0 every coalition wins, above the total none does.
    ///
    /// # Errors
    /// [`GameError::TooManyPlayers`] beyond [`MAX_PLAYERS`] weights, zeros included;
    /// [`GameError::TooManySeats`] where they sum to more than [`MAX_SEATS`].
    pub fn new(weights: Vec<u32>, quota: u64) -> Result<Self, GameError> {
        if weights.len() > MAX_PLAYERS {
            return Err(GameError::TooManyPlayers);
        }
        let total: u64 = weights.iter().map(|&weight| u64::from(weight)).sum();
        if total > MAX_SEATS {
            return Err(GameError::TooManySeats);
        }
        Ok(Self {
            weights,
            quota,
            total: total as u32,
        })
    }

    /// Seats by player, in the order given.
    #[must_use]
    pub fn weights(&self) -> &[u32] {
        &self.weights
    }

    /// The seats that win.
    #[must_use]
    pub fn quota(&self) -> u64 {
        self.quota
    }

    /// All seats together.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.total
    }

    /// Every player of the game.
    #[must_use]
    pub fn everyone(&self) -> Players {
        match self.weights.len() {
            0 => 0,
            players => Players::MAX >> (Players::BITS as usize - players),
        }
    }

    /// The quota as a sum of seats: one above the total where it is out of reach.
    pub(crate) fn mark(&self) -> u32 {
        self.quota.min(u64::from(self.total) + 1) as u32
    }
}

/// The players of a set, in the order given.
pub fn members(set: Players) -> impl Iterator<Item = usize> {
    let mut left = set;
    std::iter::from_fn(move || {
        if left == 0 {
            return None;
        }
        let player = left.trailing_zeros() as usize;
        left &= left - 1;
        Some(player)
    })
}
