//! Which minimal winning coalitions are asked for.

use crate::voting::game::{Game, GameError, Players, members};
use std::cmp::Reverse;

/// The most pairs [`Constraints::apart`] may hold: counting costs up to three times as much for
/// each further one.
pub const MAX_PAIRS: usize = 8;

/// Which coalitions are asked for. The default asks for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Constraints {
    /// Only coalitions with all of these players.
    pub with: Players,
    /// Only coalitions with none of these players.
    pub without: Players,
    /// Only coalitions in which the two players of a pair are never together; a player apart from
    /// itself is in none.
    pub apart: Vec<(usize, usize)>,
}

impl Constraints {
    fn check(&self, game: &Game) -> Result<(), GameError> {
        if self.apart.len() > MAX_PAIRS {
            return Err(GameError::TooManyPairs);
        }
        let players = game.weights().len();
        if (self.with | self.without) & !game.everyone() != 0
            || self.apart.iter().any(|pair| pair.0.max(pair.1) >= players)
        {
            return Err(GameError::UnknownPlayer);
        }
        Ok(())
    }
}

/// One allowed way to say yes or no to every player the constraints name.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// Those of them who are in.
    pub players: Players,
    /// Their seats.
    pub seats: u32,
    /// The smallest of them; `u32::MAX` where nobody is in.
    pub least: u32,
}

impl Choice {
    /// How many players are in.
    pub fn members(&self) -> usize {
        self.players.count_ones() as usize
    }
}

/// The minimal winning coalitions of a game that satisfy constraints, made ready to be counted and
/// listed.
#[derive(Clone, Debug)]
pub struct CoalitionSet {
    pub(super) weights: Vec<u32>,
    pub(super) mark: u32,
    /// Players with seats whom no constraint names.
    pub(super) free: Players,
    /// Players with seats whom a constraint names and none excludes.
    pub(super) named: Players,
    /// Every allowed choice among `named`; none where the constraints contradict each other.
    pub(super) choices: Vec<Choice>,
}

impl CoalitionSet {
    /// The minimal winning coalitions of `game` that satisfy `constraints`.
    ///
    /// # Errors
    /// [`GameError::UnknownPlayer`] where they name a player the game does not have;
    /// [`GameError::TooManyPairs`] beyond [`MAX_PAIRS`] pairs.
    pub fn new(game: &Game, constraints: &Constraints) -> Result<Self, GameError> {
        constraints.check(game)?;
        let weights = game.weights();
        let seated = (0..weights.len()).filter(|&player| weights[player] > 0);
        let seated = seated.fold(0, |set, player| set | bit(player));
        let open = seated & !constraints.without;
        let pairs = constraints.apart.iter();
        let named = pairs.fold(constraints.with, |set, pair| {
            set | bit(pair.0) | bit(pair.1)
        });
        let mut choices = Vec::new();
        if constraints.with & !open == 0 {
            let nobody = Choice {
                players: 0,
                seats: 0,
                least: u32::MAX,
            };
            choose(weights, constraints, named & open, nobody, &mut choices);
        }
        Ok(Self {
            weights: weights.to_vec(),
            mark: game.mark(),
            free: open & !named,
            named: named & open,
            choices,
        })
    }

    /// Weights of the free players, heaviest first.
    pub(super) fn free_weights(&self) -> Vec<usize> {
        let weights = members(self.free).map(|player| self.weights[player] as usize);
        let mut weights: Vec<usize> = weights.collect();
        weights.sort_unstable_by_key(|&weight| Reverse(weight));
        weights
    }

    /// The weight of the heaviest player who may be in.
    pub(super) fn heaviest(&self) -> u32 {
        let weights = members(self.free | self.named).map(|player| self.weights[player]);
        weights.max().unwrap_or(0)
    }
}

fn bit(player: usize) -> Players {
    1u128.checked_shl(player as u32).unwrap_or(0)
}

/// Adds to `choices` every allowed way to decide the players of `open`, given those already in.
fn choose(
    weights: &[u32],
    constraints: &Constraints,
    open: Players,
    chosen: Choice,
    choices: &mut Vec<Choice>,
) {
    if open == 0 {
        choices.push(chosen);
        return;
    }
    let player = open.trailing_zeros() as usize;
    let rest = open & (open - 1);
    let joined = chosen.players | bit(player);
    if !constraints
        .apart
        .iter()
        .any(|&(one, other)| joined & bit(one) != 0 && joined & bit(other) != 0)
    {
        let with = Choice {
            players: joined,
            seats: chosen.seats + weights[player],
            least: chosen.least.min(weights[player]),
        };
        choose(weights, constraints, rest, with, choices);
    }
    if constraints.with & bit(player) == 0 {
        choose(weights, constraints, rest, chosen, choices);
    }
}
