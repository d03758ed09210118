//! Which minimal winning coalitions are asked for, and the game made ready for that question.

use super::count::Counting;
use super::enumerate::{Ranked, TypesInOrder};
use crate::voting::game::{Game, GameError, Players, members};

/// The most pairs [`Constraints::apart`] may hold: counting costs up to three times as much for each further one.
pub const MAX_PAIRS: usize = 8;

/// Which coalitions are asked for. The default asks for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Constraints {
    /// Only coalitions with all of these players.
    pub with: Players,
    /// Only coalitions with none of these players.
    pub without: Players,
    /// Only coalitions in which the two players of a pair are never together; a player apart from itself is in none.
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

/// Players of equal weight that the filter does not tell apart.
#[derive(Clone, Debug)]
pub(super) struct Class {
    /// Seats of each.
    pub weight: u32,
    /// Who they are.
    pub players: Players,
}

impl Class {
    /// How many they are.
    pub fn size(&self) -> u32 {
        self.players.count_ones()
    }
}

/// One allowed way to say yes or no to every player the filter names.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// Those of them who are in.
    pub players: Players,
    /// How many they are.
    pub members: u32,
    /// Their seats.
    pub seats: u32,
    /// The smallest of them; `u32::MAX` where nobody is in.
    pub least: u32,
}

/// A game and a filter made ready to count and list the minimal winning coalitions that pass.
#[derive(Clone, Debug)]
pub struct CoalitionSet {
    pub(super) weights: Vec<u32>,
    pub(super) mark: u32,
    /// Players with seats whom the filter does not name, by weight, heaviest first.
    pub(super) classes: Vec<Class>,
    /// Players with seats whom the filter names and does not exclude.
    pub(super) named: Players,
    /// Every allowed choice among `named`; none where the filter contradicts itself.
    pub(super) choices: Vec<Choice>,
}

impl CoalitionSet {
    /// The minimal winning coalitions of `game` that pass `filter`.
    ///
    /// # Errors
    /// [`GameError::UnknownPlayer`] where the filter names a player the game does not have;
    /// [`GameError::TooManyPairs`] beyond [`MAX_PAIRS`] pairs.
    pub fn new(game: &Game, filter: &Constraints) -> Result<Self, GameError> {
        filter.check(game)?;
        Ok(Self::ready(game.weights(), game.mark(), filter))
    }

    /// The minimal sets of further players that bring `set` to the quota: each set reaches it together with `set`, and no
    /// longer would without any one of the players added. The filter speaks of the players added; who is apart from a
    /// member of `set` is not added. Where `set` already wins, the one completion is to add nobody.
    ///
    /// # Errors
    /// As [`CoalitionSet::new`], and [`GameError::UnknownPlayer`] for a `set` that names a player the game does not have.
    pub fn completing(game: &Game, set: Players, filter: &Constraints) -> Result<Self, GameError> {
        if set & !game.everyone() != 0 {
            return Err(GameError::UnknownPlayer);
        }
        filter.check(game)?;
        let mut filter = filter.clone();
        filter.with &= !set;
        filter.without |= set;
        for &(one, other) in &filter.apart {
            let pair = bit(one) | bit(other);
            if pair & set != 0 {
                filter.without |= pair;
            }
        }
        filter
            .apart
            .retain(|&(one, other)| (bit(one) | bit(other)) & set == 0);
        let mark = game.mark().saturating_sub(game.seats(set));
        Ok(Self::ready(game.weights(), mark, &filter))
    }

    /// How many there are, exactly (below 2^117), by dynamic programming over seat sums, without listing them.
    #[must_use]
    pub fn count(&self) -> u128 {
        self.counting().finish()
    }

    /// The same in steps, to be cancelled by not going on.
    #[must_use]
    pub fn counting(&self) -> Counting {
        Counting::new(self, false)
    }

    /// How many *types* there are: coalitions that differ only by a player of equal weight are one type, unless the filter
    /// names one of the two players.
    #[must_use]
    pub fn count_types(&self) -> u128 {
        Counting::new(self, true).finish()
    }

    /// All of them: fewest members first, then smallest surplus, then by player order as given, the coalition that has the
    /// first player in which two differ coming first ({0, 3} before {1, 2}). Each costs about as much as it has players to
    /// choose from, however many there are in all.
    #[must_use]
    pub fn in_order(&self) -> Ranked {
        Ranked::new(self)
    }

    /// All types: fewest members first, then smallest surplus, then the one with more players of the heaviest class in
    /// which two differ. Among players of equal weight, those the filter names come after the others, in player order.
    #[must_use]
    pub fn types_in_order(&self) -> TypesInOrder {
        TypesInOrder::new(self)
    }

    fn ready(weights: &[u32], mark: u32, filter: &Constraints) -> Self {
        let mut named = filter.with;
        for &(one, other) in &filter.apart {
            named |= bit(one) | bit(other);
        }
        let mut seated = 0;
        for (player, &weight) in weights.iter().enumerate() {
            if weight > 0 {
                seated |= bit(player);
            }
        }
        let open = seated & !filter.without;
        let named = named & open;
        let mut choices = Vec::new();
        if filter.with & !open == 0 {
            let nobody = Choice {
                players: 0,
                members: 0,
                seats: 0,
                least: u32::MAX,
            };
            choose(weights, filter, named, nobody, &mut choices);
        }
        Self {
            classes: classes(weights, open & !named),
            weights: weights.to_vec(),
            mark,
            named,
            choices,
        }
    }

    /// The weight of the heaviest player who may be in.
    pub(super) fn heaviest(&self) -> u32 {
        let named = members(self.named).map(|player| self.weights[player]).max();
        let free = self.classes.first().map(|class| class.weight);
        named.max(free).unwrap_or(0)
    }

    /// Whether the empty coalition wins, passes the filter and is thus the only minimal winning one.
    pub(super) fn nobody_is_enough(&self) -> bool {
        self.mark == 0 && self.choices.iter().any(|choice| choice.players == 0)
    }
}

fn bit(player: usize) -> Players {
    1u128.checked_shl(player as u32).unwrap_or(0)
}

/// Adds to `choices` every allowed way to decide the players of `open`, given those already in.
fn choose(
    weights: &[u32],
    filter: &Constraints,
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
    if !filter
        .apart
        .iter()
        .any(|&(one, other)| joined & bit(one) != 0 && joined & bit(other) != 0)
    {
        let with = Choice {
            players: joined,
            members: chosen.members + 1,
            seats: chosen.seats + weights[player],
            least: chosen.least.min(weights[player]),
        };
        choose(weights, filter, rest, with, choices);
    }
    if filter.with & bit(player) == 0 {
        choose(weights, filter, rest, chosen, choices);
    }
}

/// The players of `set` by weight, heaviest first.
fn classes(weights: &[u32], set: Players) -> Vec<Class> {
    let mut classes: Vec<Class> = Vec::new();
    for player in members(set) {
        let weight = weights[player];
        let place = classes.partition_point(|class| class.weight > weight);
        match classes.get_mut(place) {
            Some(class) if class.weight == weight => class.players |= bit(player),
            _ => classes.insert(
                place,
                Class {
                    weight,
                    players: bit(player),
                },
            ),
        }
    }
    classes
}
