//! Power indices of a weighted voting game, in whole numbers: Banzhaf and Shapley-Shubik.
//!
//! Both rest on *swings* of a player: coalitions of the others that lose without it and win with
//! it. Banzhaf counts them. Shapley-Shubik counts the orders of all `n` players in which the
//! player's arrival makes the coalition win: each swing of `k` members stands for `k! (n - 1 - k)!`
//! of them.
//!
//! Where every coalition wins (quota 0) or none does (quota above the total) there are no swings:
//! all counts and shares are 0, every player is a dummy and none has a veto.

mod generating_function;
mod subsets;

use super::game::{Game, GameError, Players};
use crate::share::hundredths;
use generating_function::LosingCoalitions;
use num_bigint::BigUint;
use num_traits::ToPrimitive;
use std::ops::Mul;
use subsets::Subsets;

/// The most bytes that counts of coalitions may take (256 MiB).
const MAX_BYTES: usize = 1 << 28;
/// With up to so many players, every count of coalitions of one size is below 2^64: C(67, 33) <
/// 2^64.
const NARROW: usize = 67;

/// The Banzhaf index and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Banzhaf {
    /// Winning coalitions, of 2^n with n players.
    pub winning: u128,
    /// Swings of each player (the raw count).
    pub swings: Vec<u128>,
    /// Swings of all players together.
    pub total: u128,
    /// Each player's part of all swings, in hundredths of a percent, rounded half up (they may not
    /// sum to 10,000).
    pub shares: Vec<u32>,
    /// Players without whom no coalition wins.
    pub vetoes: Players,
    /// Players without swings.
    pub dummies: Players,
}

/// The Shapley-Shubik index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shapley {
    /// For each player the orders in which its arrival makes the coalition win. Over `orders`, the
    /// exact index.
    pub pivots: Vec<BigUint>,
    /// Orders of all players: n!.
    pub orders: BigUint,
    /// Each player's index in hundredths of a percent, rounded half up (they may not sum to
    /// 10,000).
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

/// Both indices in one call. The cost grows with players² × quota; see [`PowerJob`] for the same in
/// steps.
///
/// # Errors
/// As [`PowerJob::new`].
pub fn power(game: &Game) -> Result<Power, GameError> {
    Ok(PowerJob::new(game)?.finish())
}

/// The losing coalitions of a game.
trait Losing {
    /// Counts further players until about `budget` additions are spent; answers whether all are
    /// counted.
    fn step(&mut self, budget: u64) -> bool;
    /// Losing coalitions. All players must be counted.
    fn count(&self) -> u128;
    /// Swings of a player of this weight, by size of the coalition: 0 to n - 1. All players must be
    /// counted.
    fn swings(&self, weight: usize) -> Vec<u128>;
}

/// Both indices, worked out in steps. Cancelled by dropping it.
pub struct PowerJob {
    game: Game,
    /// Losing coalitions of the game, or of its dual where that needs fewer sums: there a coalition
    /// loses exactly when the players left over win here. None where there are no swings.
    losing: Option<Box<dyn Losing>>,
    dual: bool,
}

impl PowerJob {
    /// Both indices of `game`, still to be worked out.
    ///
    /// # Errors
    /// [`GameError::TooManySeats`] where the counts would take more than 256 MiB.
    pub fn new(game: &Game) -> Result<Self, GameError> {
        let (mark, players) = (game.mark(), game.weights().len());
        let opposite = game.total() + 1 - mark;
        let quota = mark.min(opposite) as usize;
        let narrow = players <= NARROW;
        let bytes = if narrow {
            size_of::<u64>()
        } else {
            size_of::<u128>()
        };
        if (players + 1) * quota * bytes > MAX_BYTES {
            return Err(GameError::TooManySeats);
        }
        let losing: Option<Box<dyn Losing>> = match quota {
            0 => None,
            _ if players <= subsets::FEW => Some(Box::new(Subsets::new(game, quota))),
            _ if narrow => Some(Box::new(LosingCoalitions::<u64>::new(game, quota))),
            _ => Some(Box::new(LosingCoalitions::<u128>::new(game, quota))),
        };
        Ok(Self {
            game: game.clone(),
            losing,
            dual: opposite < mark,
        })
    }

    /// Does about `budget` additions, at least those of one player (a million take some
    /// milliseconds in a browser); answers whether all are done.
    pub fn step(&mut self, budget: u64) -> bool {
        self.losing
            .as_mut()
            .is_none_or(|losing| losing.step(budget))
    }

    /// The indices; first does what is still to be done.
    #[must_use]
    pub fn finish(mut self) -> Power {
        self.step(u64::MAX);
        let weights = self.game.weights();
        let players = weights.len();
        let all = 1u128 << players;
        let mut banzhaf = Banzhaf {
            winning: if self.game.mark() == 0 { all } else { 0 },
            swings: vec![0; players],
            total: 0,
            shares: vec![0; players],
            vetoes: 0,
            dummies: self.game.everyone(),
        };
        let mut shapley = Shapley {
            pivots: vec![BigUint::ZERO; players],
            shares: vec![0; players],
            orders: factorials(players).swap_remove(players),
        };
        let Some(losing) = &self.losing else {
            return Power { banzhaf, shapley };
        };
        let lost = losing.count();
        banzhaf.winning = if self.dual { lost } else { all - lost };
        let orders_around = OrdersAround::new(players);
        let mut by_weight: Vec<usize> = (0..players).collect();
        by_weight.sort_by_key(|&player| weights[player]);
        for equals in by_weight.chunk_by(|&one, &other| weights[one] == weights[other]) {
            let mut by_size = losing.swings(weights[equals[0]] as usize);
            if self.dual {
                by_size.reverse();
            }
            let swings: u128 = by_size.iter().sum();
            if swings == 0 {
                continue;
            }
            let pivots = orders_around.of(&by_size);
            let share_of_orders = share(&pivots, &shapley.orders);
            let veto = self.game.total() - weights[equals[0]] < self.game.mark();
            for &player in equals {
                banzhaf.swings[player] = swings;
                banzhaf.total += swings;
                banzhaf.dummies &= !(1 << player);
                banzhaf.vetoes |= Players::from(veto) << player;
                shapley.shares[player] = share_of_orders;
                shapley.pivots[player] = pivots.clone();
            }
        }
        let total = banzhaf.total.into();
        for equals in by_weight.chunk_by(|&one, &other| weights[one] == weights[other]) {
            let share = share(&banzhaf.swings[equals[0]].into(), &total);
            for &player in equals {
                banzhaf.shares[player] = share;
            }
        }
        Power { banzhaf, shapley }
    }
}

/// With up to so many players, orders are counted in machine words: 33! < 2^128.
const WORDS: usize = 33;

/// For each size of a coalition, the orders in which it comes first and a given other player next.
enum OrdersAround {
    Words(Vec<u128>),
    Large(Vec<BigUint>),
}

impl OrdersAround {
    fn new(players: usize) -> Self {
        if players > WORDS {
            return Self::Large(around(&factorials(players)));
        }
        Self::Words(around(&factorials(players)))
    }

    /// Orders in which a player is the pivot who has so many swings by size.
    fn of(&self, by_size: &[u128]) -> BigUint {
        match self {
            Self::Words(orders) => {
                let pivots = orders.iter().zip(by_size);
                pivots
                    .map(|(orders, swings)| orders * swings)
                    .sum::<u128>()
                    .into()
            }
            Self::Large(orders) => {
                let pivots = orders.iter().zip(by_size);
                pivots.map(|(orders, &swings)| orders * swings).sum()
            }
        }
    }
}

/// 0! to n!.
fn factorials<N: From<u32> + Clone + Mul<Output = N>>(n: usize) -> Vec<N> {
    let mut all = vec![N::from(1)];
    for factor in 1..=n {
        all.push(all[factor - 1].clone() * N::from(factor as u32));
    }
    all
}

/// `k! (n - 1 - k)!` for each k from 0 to n - 1, from 0! to n!.
fn around<N: Clone + Mul<Output = N>>(factorials: &[N]) -> Vec<N> {
    let smaller = &factorials[..factorials.len() - 1];
    let pairs = smaller.iter().zip(smaller.iter().rev());
    pairs
        .map(|(before, after)| before.clone() * after.clone())
        .collect()
}

/// `part` of `whole` in hundredths of a percent, rounded half up; 0 of 0 is 0. `part` is at most
/// `whole`.
#[must_use]
pub fn share(part: &BigUint, whole: &BigUint) -> u32 {
    if *whole == BigUint::ZERO {
        return 0;
    }
    if let (Some(part), Some(whole)) = (part.to_u64(), whole.to_u64()) {
        return hundredths(part, whole);
    }
    let share = (part * 20_000u32 + whole) / (whole * 2u32);
    share.to_u32().unwrap_or(u32::MAX)
}
