//! All minimal winning coalitions as masks, as fast as they can be written down.
//!
//! Branch and bound on weights in falling order: a branch is left as soon as all the players after it could not reach the
//! quota, and a coalition is complete with the first member that reaches it. The lightest players form a tail whose
//! minimal completions are kept for every number of seats still needed, so that most coalitions are written by one copy
//! loop.

use super::game::Game;

/// A word of bits that can hold a coalition.
pub trait Mask: Copy + core::ops::BitOr<Output = Self> {
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
                1 << player
            }
        }
    };
}
mask!(u64);
mask!(u128);

/// A resumable listing of all minimal winning coalitions in no particular order; bit `i` of each is player `i` as given.
#[derive(Clone, Debug)]
pub struct Listing<M> {
    /// Players with seats, heaviest first.
    weights: Vec<u32>,
    players: Vec<M>,
    /// Seats of all players from each place on.
    rest: Vec<u32>,
    /// Players before the tail.
    heads: usize,
    tail: Tail<M>,
    stack: Vec<Node<M>>,
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
        let mut order: Vec<usize> = (0..game.weights().len())
            .filter(|&player| game.weights()[player] > 0)
            .collect();
        if order.last().is_some_and(|&last| last >= M::PLAYERS) {
            return None;
        }
        order.sort_by(|&one, &other| game.weights()[other].cmp(&game.weights()[one]));
        let weights: Vec<u32> = order.iter().map(|&player| game.weights()[player]).collect();
        let players: Vec<M> = order.iter().map(|&player| M::player(player)).collect();
        let mut rest = vec![0; weights.len() + 1];
        for place in (0..weights.len()).rev() {
            rest[place] = rest[place + 1] + weights[place];
        }
        let heads = weights.len() - tail_length(&weights);
        let tail = Tail::new(&weights[heads..], &players[heads..]);
        let whole = Node {
            next: 0,
            need: game.mark(),
            players: M::NOBODY,
        };
        Some(Self {
            weights,
            players,
            rest,
            heads,
            tail,
            stack: vec![whole],
        })
    }

    /// Appends at least `budget` further coalitions to `found`, or all that are left; answers whether that was all. Few
    /// more than `budget` are appended (at most 2^15).
    pub fn step(&mut self, budget: usize, found: &mut Vec<M>) -> bool {
        let enough = found.len().saturating_add(budget);
        while let Some(mut node) = self.stack.pop() {
            if node.need == 0 {
                found.push(node.players);
                continue;
            }
            if found.len() >= enough {
                self.stack.push(node);
                return false;
            }
            self.list(&mut node, found);
        }
        true
    }

    /// Lists what completes `node` directly, and puts the branch it finds on the stack, with the rest of `node` below it.
    fn list(&mut self, node: &mut Node<M>, found: &mut Vec<M>) {
        let mut place = node.next;
        while place < self.heads && self.weights[place] >= node.need {
            found.push(node.players | self.players[place]);
            place += 1;
        }
        while self.rest[place] >= node.need {
            if place == self.heads {
                let completions = self.tail.completing(node.need);
                found.extend(completions.iter().map(|&more| more | node.players));
                return;
            }
            let branch = Node {
                next: place + 1,
                need: node.need - self.weights[place],
                players: node.players | self.players[place],
            };
            place += 1;
            if self.rest[place] >= branch.need {
                node.next = place;
                self.stack.push(*node);
                self.stack.push(branch);
                return;
            }
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
    fn new(weights: &[u32], players: &[M]) -> Self {
        let total: u32 = weights.iter().sum();
        let mut sets = vec![(0, M::NOBODY)];
        let mut start = vec![0; total as usize + 1];
        for (&weight, &player) in weights.iter().zip(players) {
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
        for (place, &weight) in weights.iter().enumerate() {
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

    fn completing(&self, need: u32) -> &[M] {
        let (from, to) = (self.start[need as usize - 1], self.start[need as usize]);
        &self.sets[from as usize..to as usize]
    }
}

/// How many of the lightest players form the tail: as many as keep its table small against the work it saves.
fn tail_length(weights: &[u32]) -> usize {
    let most = 1u64 << (weights.len() / 2 + 1).min(15);
    let mut length = 0;
    // A set is kept once for every seat of its lightest member.
    let mut kept = 0u64;
    for &weight in weights.iter().rev() {
        kept = 2 * kept + u64::from(weight);
        if kept > most {
            break;
        }
        length += 1;
    }
    length
}
