//! All minimal winning coalitions as masks, as fast as they can be written down.
//!
//! Branch and bound on weights in falling order: a branch is left as soon as all the players after it could not reach the
//! quota, and a coalition is complete with the first member that reaches it. The lightest players form a tail whose
//! minimal completions are kept for every number of seats still needed, so that most coalitions are written by one copy
//! loop.

use crate::voting::game::{Game, ranked};

/// A word of bits that can hold a coalition.
pub trait Mask: Copy + std::ops::BitOr<Output = Self> {
    /// Players it has room for.
    const PLAYERS: usize;
    /// Nobody.
    const NOBODY: Self;
    /// Player `player` alone; `player` is below [`Mask::PLAYERS`].
    fn player(player: usize) -> Self;
}

macro_rules! mask {
    ($type:ty) => {
        impl Mask for $type {
            const PLAYERS: usize = <$type>::BITS as usize;
            const NOBODY: Self = 0;
            fn player(player: usize) -> Self {
                (1 as $type).wrapping_shl(player as u32)
            }
        }
    };
}
mask!(u64);
mask!(u128);

/// Players with seats up to whom all coalitions are listed in one go without making room first.
const SMALL: usize = 14;
/// Places for as many, by an index of four bits.
const PLACES: usize = 16;

/// Appends all minimal winning coalitions of `game` to `found`, in no particular order; bit `i` of each is player `i` as
/// given. As [`Listing`] does in steps, but quicker where there are few: for a handful of players, setting a listing up
/// costs more than the listing. `None`, and nothing appended, where a player with seats has no place in `M`.
pub fn list<M: Mask>(game: &Game, found: &mut Vec<M>) -> Option<()> {
    let weights = game.weights();
    // Most often the weights come in order already.
    if weights.len() <= SMALL && weights.is_sorted_by(|a, b| a >= b) {
        all(game, |at| (weights[at], M::player(at)), found);
        return Some(());
    }
    let mut places = [(0, M::NOBODY); PLACES];
    let mut count = 0;
    for (player, &weight) in weights.iter().enumerate() {
        if weight == 0 {
            continue;
        }
        if count == SMALL {
            Listing::new(game)?.step(usize::MAX, found);
            return Some(());
        }
        if player >= M::PLAYERS {
            return None;
        }
        let mut at = count;
        while at > 0 && places[at - 1].0 < weight {
            places[at] = places[at - 1];
            at -= 1;
        }
        places[at] = (weight, M::player(player));
        count += 1;
    }
    all(game, |at| places[at % PLACES], found);
    Some(())
}

/// Appends all of a game whose players, heaviest first, `place` answers with their weights.
fn all<M: Mask>(game: &Game, place: impl Fn(usize) -> (u32, M) + Copy, found: &mut Vec<M>) {
    match game.mark() {
        0 => found.push(M::NOBODY),
        mark => complete(place, 0, game.total(), mark, M::NOBODY, found),
    }
}

/// Appends what completes `players`, who need `need` more seats (at least one), with places from `at` on, which have `rest`
/// together.
fn complete<M: Mask>(
    place: impl Fn(usize) -> (u32, M) + Copy,
    mut at: usize,
    mut rest: u32,
    mut need: u32,
    mut players: M,
    found: &mut Vec<M>,
) {
    while rest >= need {
        let (weight, player) = place(at);
        at += 1;
        rest -= weight;
        let with = players | player;
        if weight >= need {
            found.push(with);
        } else if rest < need {
            // Without this place what comes after is not enough.
            need -= weight;
            players = with;
        } else {
            complete(place, at, rest, need - weight, with, found);
        }
    }
}

/// A resumable listing of all minimal winning coalitions in no particular order; bit `i` of each is player `i` as given.
#[derive(Clone, Debug)]
pub struct Listing<M> {
    /// Players with seats, heaviest first, and an end without any.
    places: Vec<Place<M>>,
    /// Players before the tail.
    heads: usize,
    tail: Tail<M>,
    stack: Vec<Node<M>>,
}

/// A player in the order of weights.
#[derive(Clone, Copy, Debug)]
struct Place<M> {
    weight: u32,
    /// Seats of all players from here on.
    rest: u32,
    player: M,
}

/// A losing coalition whose further members are sought from `next` on.
#[derive(Clone, Copy, Debug)]
struct Node<M> {
    next: usize,
    need: u32,
    players: M,
}

impl<M: Mask> Listing<M> {
    /// A listing of `game`, or `None` where a player with seats has no place in `M`.
    #[must_use]
    pub fn new(game: &Game) -> Option<Self> {
        let ranked = ranked(game.weights());
        let mut places = Vec::with_capacity(ranked.len() + 1);
        let mut rest = game.total();
        for &(weight, player) in &ranked {
            if player >= M::PLAYERS {
                return None;
            }
            let player = M::player(player);
            places.push(Place {
                weight,
                rest,
                player,
            });
            rest -= weight;
        }
        let heads = places.len() - tail_length(&places);
        let tail = Tail::new(&places[heads..]);
        places.push(Place {
            weight: 0,
            rest: 0,
            player: M::NOBODY,
        });
        let whole = Node {
            next: 0,
            need: game.mark(),
            players: M::NOBODY,
        };
        let mut stack = Vec::with_capacity(places.len() + 1);
        stack.push(whole);
        Some(Self {
            places,
            heads,
            tail,
            stack,
        })
    }

    /// Appends at least `budget` further coalitions to `found`, or all that are left; answers whether that was all. Few
    /// more than `budget` are appended (at most 2^15).
    pub fn step(&mut self, budget: usize, found: &mut Vec<M>) -> bool {
        let enough = found.len().saturating_add(budget);
        while let Some(node) = self.stack.pop() {
            if node.need == 0 {
                found.push(node.players);
                continue;
            }
            if found.len() >= enough {
                self.stack.push(node);
                return false;
            }
            self.list(node, found);
        }
        true
    }

    /// Lists everything below `node` that the first branches from it lead to; the other branches go onto the stack.
    fn list(&mut self, node: Node<M>, found: &mut Vec<M>) {
        let (places, heads) = (&self.places[..], self.heads);
        let mut node = node;
        let mut place = &places[node.next];
        loop {
            while place.weight >= node.need && node.next < heads {
                found.push(node.players | place.player);
                node.next += 1;
                place = &places[node.next];
            }
            if place.rest < node.need {
                return;
            }
            if node.next == heads {
                let completions = self.tail.completing(node.need);
                found.extend(completions.iter().map(|&more| more | node.players));
                return;
            }
            let branch = Node {
                next: node.next + 1,
                need: node.need - place.weight,
                players: node.players | place.player,
            };
            place = &places[branch.next];
            if place.rest >= node.need {
                node.next = branch.next;
                self.stack.push(node);
            }
            node = branch;
        }
    }
}

/// The minimal sets of tail players for every number of seats needed.
#[derive(Clone, Debug)]
struct Tail<M> {
    /// `sets[start[need - 1]..start[need]]` bring `need` seats and do not without the lightest of them.
    start: Vec<u32>,
    sets: Vec<M>,
}

impl<M: Mask> Tail<M> {
    fn new(places: &[Place<M>]) -> Self {
        let Some(&Place { rest: total, .. }) = places.first() else {
            return Self {
                start: Vec::new(),
                sets: Vec::new(),
            };
        };
        let mut sets = vec![(0, M::NOBODY)];
        let mut start = vec![0; total as usize + 1];
        for &Place { weight, player, .. } in places {
            for subset in 0..sets.len() {
                let (seats, members) = sets[subset];
                sets.push((seats + weight, members | player));
                // One more set for each need above `seats` and up to `seats + weight`.
                for need in seats + 1..=seats + weight {
                    start[need as usize] += 1;
                }
            }
        }
        let mut sum = 0;
        for count in &mut start {
            sum += *count;
            *count = sum;
        }
        let mut sorted = vec![M::NOBODY; sum as usize];
        let mut free: Vec<u32> = start.clone();
        for (place, &Place { weight, .. }) in places.iter().enumerate() {
            // The sets whose last, lightest member is this player.
            for &(seats, members) in &sets[1 << place..2 << place] {
                for need in seats - weight + 1..=seats {
                    free[need as usize] -= 1;
                    sorted[free[need as usize] as usize] = members;
                }
            }
        }
        Self {
            start,
            sets: sorted,
        }
    }

    #[inline]
    fn completing(&self, need: u32) -> &[M] {
        let (from, to) = (self.start[need as usize - 1], self.start[need as usize]);
        &self.sets[from as usize..to as usize]
    }
}

/// How many of the lightest players form the tail: as many as keep its table small against the work it saves.
fn tail_length<M>(places: &[Place<M>]) -> usize {
    if places.len() < 12 {
        // The whole listing costs less than the table would.
        return 0;
    }
    let most = 1u64 << (places.len() / 2 + 1).min(15);
    let mut length = 0;
    // A set is kept once for every seat of its lightest member.
    let mut kept = 0u64;
    for place in places.iter().rev() {
        kept = 2 * kept + u64::from(place.weight);
        if kept > most {
            break;
        }
        length += 1;
    }
    length
}
