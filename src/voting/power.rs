//! What each player of a weighted voting game is worth: Banzhaf and Shapley-Shubik, in whole numbers throughout.
//!
//! Both indices rest on swings: the coalitions a player is not in, that lose without it and win with it. Banzhaf counts
//! them; Shapley-Shubik counts the orders of all players in which a player's arrival makes the coalition win, that is each
//! swing of `k` members `k! (n - 1 - k)!` times. The game is first made small ([`reduced`]); then swings are found either
//! over sums of seats ([`table`]) or, for few players with many seats, over the subsets of two halves ([`halves`]),
//! whichever costs less.
//!
//! Where every coalition wins (quota 0), or none does (quota above the total), nobody swings anything: all counts and
//! shares are 0, everyone is a dummy and nobody has a veto.

mod generating_function;
mod halves;
mod indices;
mod lanes;
mod normalized_game;

use generating_function::{Shape, Sized, Unsized};
use halves::Halves;
use indices::{Swings, banzhaf_of, shapley_of};
use normalized_game::NormalizedGame;

use crate::voting::bignum::{Natural, part_of};
use crate::voting::coalitions::{Game, GameError, Players};

/// Banzhaf's index and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banzhaf {
    /// Winning coalitions, of 2^n with n players.
    pub winning: u128,
    /// By player: coalitions that lose without it and win with it (the raw count). As many winning ones need it.
    pub swings: Vec<u128>,
    /// All swings together.
    pub total: u128,
    /// By player: its part of all swings, in hundredths of a percent, each rounded half up (they may not sum to 10,000).
    pub shares: Vec<u32>,
    /// Players without whom no coalition wins.
    pub vetoes: Players,
    /// Players who never make a difference.
    pub dummies: Players,
}

impl Banzhaf {
    /// The index of `player` as part of one, to about fifteen digits; 0 for a player the game does not have.
    #[must_use]
    pub fn part(&self, player: usize) -> f64 {
        part_of(self.swings.get(player).copied().unwrap_or(0), self.total)
    }
}

/// Shapley and Shubik's index.
#[derive(Clone, Debug, PartialEq)]
pub struct Shapley {
    pivots: Pivots,
    /// By player: its index as part of one.
    parts: Vec<f64>,
    /// By player: its index in hundredths of a percent, each rounded half up (they may not sum to 10,000).
    pub shares: Vec<u32>,
}

/// Orders by player and in all, in the smaller form that holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Pivots {
    Words(Vec<u64>, u64),
    Naturals(Vec<Natural>, Natural),
}

impl Shapley {
    /// Orders of all players in which the arrival of `player` makes the coalition win. Over [`orders`](Self::orders), the
    /// exact index; 0 for a player the game does not have.
    #[must_use]
    pub fn pivots(&self, player: usize) -> Natural {
        match &self.pivots {
            Pivots::Words(pivots, _) => {
                Natural::new(u128::from(pivots.get(player).copied().unwrap_or(0)))
            }
            Pivots::Naturals(pivots, _) => pivots.get(player).copied().unwrap_or(Natural::ZERO),
        }
    }

    /// Orders of all players: n!.
    #[must_use]
    pub fn orders(&self) -> Natural {
        match &self.pivots {
            Pivots::Words(_, orders) => Natural::new(u128::from(*orders)),
            Pivots::Naturals(_, orders) => *orders,
        }
    }

    /// The index of `player` as part of one, to about fifteen digits; 0 for a player the game does not have.
    #[must_use]
    pub fn part(&self, player: usize) -> f64 {
        self.parts.get(player).copied().unwrap_or(0.0)
    }
}

/// Both indices.
#[derive(Clone, Debug, PartialEq)]
pub struct Power {
    /// Banzhaf's.
    pub banzhaf: Banzhaf,
    /// Shapley and Shubik's.
    pub shapley: Shapley,
}

/// Banzhaf's index alone, for much less than both cost: it grows with players × quota.
#[must_use]
pub fn banzhaf(game: &Game) -> Banzhaf {
    let reduced = NormalizedGame::new(game);
    let swings = if reduced.trivial() {
        Swings::none()
    } else if Halves::cost(&reduced, false) < Unsized::<u64>::cost(&reduced) {
        Halves::new(&reduced, false).finish(&reduced)
    } else if reduced.players.len() <= 64 {
        Unsized::<u64>::swings(&reduced)
    } else {
        Unsized::<u128>::swings(&reduced)
    };
    banzhaf_of(game, &reduced, &swings)
}

/// Shapley and Shubik's index alone.
///
/// # Errors
/// As [`power`].
pub fn shapley(game: &Game) -> Result<Shapley, GameError> {
    let reduced = NormalizedGame::new(game);
    let swings = Way::of(&reduced)?.swings(&reduced);
    Ok(shapley_of(game, &reduced, &swings))
}

/// Both indices in one go. What this costs grows with players² × quota; where it may take longer than a frame, use
/// [`PowerWork`].
///
/// # Errors
/// [`GameError::TooManySeats`] where the table would need more than 2^27 bytes and the players are too many for halves:
/// more than 36 players with hundreds of thousands of seats.
pub fn power(game: &Game) -> Result<Power, GameError> {
    let reduced = NormalizedGame::new(game);
    Ok(Way::of(&reduced)?.finish(game, &reduced))
}

/// Both indices in steps, to be cancelled by not going on.
#[derive(Clone, Debug)]
pub struct PowerWork {
    game: Game,
    reduced: NormalizedGame,
    way: Way,
}

impl PowerWork {
    /// Both indices of `game`, still to be worked out.
    ///
    /// # Errors
    /// As [`power`].
    pub fn new(game: &Game) -> Result<Self, GameError> {
        let reduced = NormalizedGame::new(game);
        Ok(Self {
            way: Way::of(&reduced)?,
            game: game.clone(),
            reduced,
        })
    }

    /// Does about `budget` additions (a million take some milliseconds in a browser); answers whether all is done.
    pub fn step(&mut self, budget: u64) -> bool {
        self.way.step(&self.reduced, budget)
    }

    /// The indices; does first whatever is still to be done.
    #[must_use]
    pub fn finish(self) -> Power {
        self.way.finish(&self.game, &self.reduced)
    }
}

/// How the swings of a game are found, and how far that is.
#[derive(Clone, Debug)]
enum Way {
    Trivial,
    Halves(Halves),
    Narrow(Sized<u64>),
    Wide(Sized<u128>),
}

impl Way {
    /// The cheapest way that fits.
    fn of(reduced: &NormalizedGame) -> Result<Self, GameError> {
        if reduced.trivial() {
            return Ok(Self::Trivial);
        }
        let shape = Shape::of(reduced);
        let halves = Halves::cost(reduced, true);
        if shape.fits() && shape.cost() <= halves {
            return Ok(if shape.narrow() {
                Self::Narrow(Sized::new(shape))
            } else {
                Self::Wide(Sized::new(shape))
            });
        }
        if halves == u64::MAX {
            return Err(GameError::TooManySeats);
        }
        Ok(Self::Halves(Halves::new(reduced, true)))
    }

    fn step(&mut self, reduced: &NormalizedGame, budget: u64) -> bool {
        match self {
            Self::Trivial => true,
            Self::Halves(halves) => halves.step(budget),
            Self::Narrow(table) => table.step(reduced, budget),
            Self::Wide(table) => table.step(reduced, budget),
        }
    }

    /// The swings; does first whatever is still to be done.
    fn swings(mut self, reduced: &NormalizedGame) -> Swings {
        while !self.step(reduced, u64::MAX) {}
        match self {
            Self::Trivial => Swings::none(),
            Self::Halves(halves) => halves.finish(reduced),
            Self::Narrow(table) => table.finish(reduced),
            Self::Wide(table) => table.finish(reduced),
        }
    }

    fn finish(self, game: &Game, reduced: &NormalizedGame) -> Power {
        let swings = self.swings(reduced);
        Power {
            banzhaf: banzhaf_of(game, reduced, &swings),
            shapley: shapley_of(game, reduced, &swings),
        }
    }
}
