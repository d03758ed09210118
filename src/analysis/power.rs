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

use crate::prelude::*;
mod halves;
mod indices;
mod reduced;
mod table;

use halves::Halves;
use indices::{Swings, banzhaf_of, shapley_of};
use reduced::Reduced;
use table::{Sized, Table, Unsized};

use super::bignum::Natural;
use super::coalitions::{Game, GameError, Players};

/// Banzhaf's index and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banzhaf {
    /// Winning coalitions, of 2^n with n players.
    pub winning: Natural,
    /// By player: coalitions that lose without it and win with it (the raw count). As many winning ones need it.
    pub swings: Vec<u128>,
    /// All swings together.
    pub total: Natural,
    /// By player: its part of all swings, in hundredths of a percent, each rounded half up (they may not sum to 10,000).
    pub shares: Vec<u32>,
    /// Players without whom no coalition wins.
    pub vetoes: Players,
    /// Players who never make a difference.
    pub dummies: Players,
}

/// Shapley and Shubik's index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shapley {
    /// By player: orders of all players in which its arrival makes the coalition win. Over [`orders`](Self::orders), the
    /// exact index.
    pub pivots: Vec<Natural>,
    /// Orders of all players: n!.
    pub orders: Natural,
    /// By player: its index in hundredths of a percent, each rounded half up (they may not sum to 10,000).
    pub shares: Vec<u32>,
}

/// Both indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Power {
    /// Banzhaf's.
    pub banzhaf: Banzhaf,
    /// Shapley and Shubik's.
    pub shapley: Shapley,
}

/// Banzhaf's index alone, for much less than both cost.
///
/// # Errors
/// None at present: the table of one row fits every [`Game`].
pub fn banzhaf(game: &Game) -> Result<Banzhaf, GameError> {
    let reduced = Reduced::new(game);
    let swings = match () {
        () if reduced.trivial() => Swings::none(),
        () if Halves::cost(&reduced, false) < Unsized::<u64>::cost(&reduced) => {
            Halves::new(&reduced, false).finish(&reduced)
        }
        () if reduced.weights.len() <= 64 => Unsized::<u64>::swings(&reduced),
        () => Unsized::<u128>::swings(&reduced),
    };
    Ok(banzhaf_of(game, &reduced, &swings))
}

/// Both indices in one go. What this costs grows with players² × quota; where it may take longer than a frame, use
/// [`PowerWork`].
///
/// # Errors
/// [`GameError::TooManySeats`] where the table would need more than 2^27 bytes and the players are too many for halves:
/// more than 36 players with hundreds of thousands of seats.
pub fn power(game: &Game) -> Result<Power, GameError> {
    let mut work = PowerWork::new(game)?;
    while !work.step(u64::MAX) {}
    Ok(work.finish())
}

/// Both indices in steps, to be cancelled by not going on.
#[derive(Clone, Debug)]
pub struct PowerWork {
    game: Game,
    reduced: Reduced,
    way: Way,
}

#[derive(Clone, Debug)]
enum Way {
    Trivial,
    Halves(Halves),
    Narrow(Sized<u64>),
    Wide(Sized<u128>),
}

impl PowerWork {
    /// Both indices of `game`, still to be worked out.
    ///
    /// # Errors
    /// As [`power`].
    pub fn new(game: &Game) -> Result<Self, GameError> {
        let reduced = Reduced::new(game);
        let way = if reduced.trivial() {
            Way::Trivial
        } else {
            let shape = Table::shape(&reduced);
            let halves = Halves::cost(&reduced, true);
            if halves < shape.cost() || !shape.fits() {
                if halves == u64::MAX {
                    return Err(GameError::TooManySeats);
                }
                Way::Halves(Halves::new(&reduced, true))
            } else if shape.narrow() {
                Way::Narrow(Sized::new(shape))
            } else {
                Way::Wide(Sized::new(shape))
            }
        };
        Ok(Self {
            game: game.clone(),
            reduced,
            way,
        })
    }

    /// Does about `budget` additions (a million take some milliseconds in a browser); answers whether all is done.
    pub fn step(&mut self, budget: u64) -> bool {
        match &mut self.way {
            Way::Trivial => true,
            Way::Halves(halves) => halves.step(budget),
            Way::Narrow(table) => table.step(&self.reduced, budget),
            Way::Wide(table) => table.step(&self.reduced, budget),
        }
    }

    /// The indices; does first whatever is still to be done.
    #[must_use]
    pub fn finish(mut self) -> Power {
        while !self.step(u64::MAX) {}
        let swings = match self.way {
            Way::Trivial => Swings::none(),
            Way::Halves(halves) => halves.finish(&self.reduced),
            Way::Narrow(table) => table.finish(&self.reduced),
            Way::Wide(table) => table.finish(&self.reduced),
        };
        Power {
            banzhaf: banzhaf_of(&self.game, &self.reduced, &swings),
            shapley: shapley_of(&self.game, &self.reduced, &swings),
        }
    }
}
