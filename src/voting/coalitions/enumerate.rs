//! Minimal winning coalitions one by one in order, each found without trying others first.
//!
//! For a number of members and a surplus `u`, these are the sets of that many players above `u`
//! seats with exactly quota + `u` seats. [`SubsetSums`] says which sums the players still to be
//! decided can reach with how many members, so the search enters no branch without a coalition.

use super::constraints::CoalitionSet;
use super::subset_sums::SubsetSums;
use crate::voting::game::{Players, members};

/// A minimal winning coalition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coalition {
    /// Its members.
    pub players: Players,
    /// Their seats.
    pub seats: u32,
    /// Seats above the quota.
    pub surplus: u32,
}

/// All coalitions of a set: fewest members first, then smallest surplus, then in player order, the
/// coalition with the first player in which two differ coming first ({0, 3} before {1, 2}).
#[derive(Clone, Debug)]
pub struct Ranked {
    set: CoalitionSet,
    most_members: usize,
    /// Surpluses are below this.
    heaviest: u32,
    /// Weights of the free players, heaviest first, and their sums.
    weights: Vec<usize>,
    sums: SubsetSums,
    /// Members and surplus of the coalitions at hand.
    members: usize,
    surplus: u32,
    /// The players above the surplus, in their order, and the sums of the free ones of them, last
    /// first.
    open: Vec<usize>,
    guide: SubsetSums,
    /// The last coalition found with these members and this surplus.
    last: Option<Players>,
}

impl Ranked {
    /// The coalitions of a set, from the first.
    #[must_use]
    pub fn new(set: &CoalitionSet) -> Self {
        // With a quota of 0 there is the empty coalition only.
        let (heaviest, most_members) = match set.mark {
            0 => (1, 0),
            _ => (set.heaviest(), (set.free | set.named).count_ones() as usize),
        };
        let weights = set.free_weights();
        let highest = (set.mark + heaviest) as usize;
        Self {
            most_members,
            heaviest,
            sums: SubsetSums::new(weights.clone(), highest),
            weights,
            members: 0,
            surplus: 0,
            open: Vec::new(),
            guide: SubsetSums::new(Vec::new(), 0),
            last: None,
            set: set.clone(),
        }
    }

    /// Free players above the surplus.
    fn free_open(&self) -> usize {
        self.weights
            .partition_point(|&weight| weight > self.surplus as usize)
    }

    /// Moves on to the next members and surplus with a coalition, from the present ones on; answers
    /// whether there are any.
    fn next_group(&mut self) -> bool {
        loop {
            while self.surplus < self.heaviest {
                let free = self.free_open();
                // The same players are above all surpluses up to this one.
                let end = match free {
                    0 => self.heaviest,
                    _ => (self.weights[free - 1] as u32).min(self.heaviest),
                };
                let next = self.first_surplus(free, end);
                self.surplus = next.unwrap_or(end);
                if next.is_some() {
                    return true;
                }
            }
            if self.members == self.most_members {
                return false;
            }
            self.surplus = 0;
            self.members += 1;
            self.sums.grow(self.members);
        }
    }

    /// The first surplus from the present one on and below `end` with a coalition, `free` players
    /// being above all of them.
    fn first_surplus(&self, free: usize, end: u32) -> Option<u32> {
        let mut first = None;
        for choice in &self.set.choices {
            let Some(members) = self.members.checked_sub(choice.members()) else {
                continue;
            };
            let end = first.unwrap_or(end).min(choice.least);
            let free_seats = |surplus: u32| (self.set.mark + surplus).saturating_sub(choice.seats);
            let (from, to) = (free_seats(self.surplus), free_seats(end));
            if let Some(sum) = self.sums.first(free, members, from as usize, to as usize) {
                first = Some(sum as u32 + choice.seats - self.set.mark);
            }
        }
        first
    }

    /// Gets ready to search among the players above the surplus.
    fn open_up(&mut self) {
        let open = members(self.set.free | self.set.named);
        self.open = open
            .filter(|&player| self.set.weights[player] > self.surplus)
            .collect();
        let free = self
            .open
            .iter()
            .rev()
            .filter(|&&player| self.set.free >> player & 1 == 1);
        let weights = free
            .map(|&player| self.set.weights[player] as usize)
            .collect();
        self.guide = SubsetSums::new(weights, (self.set.mark + self.heaviest) as usize);
        self.guide.grow(self.members);
    }

    /// Whether the players `chosen` of the open ones before `place` can be completed by those from
    /// it on.
    fn possible(&self, place: usize, chosen: Players) -> bool {
        let before = self
            .open
            .get(place)
            .map_or(Players::MAX, |&player| (1 << player) - 1);
        let free_left = self.guide_players(place);
        let taken = chosen & self.set.named;
        self.set.choices.iter().any(|choice| {
            let all = chosen | choice.players;
            let left = self.members.checked_sub(all.count_ones() as usize);
            let seats = self.set.mark + self.surplus;
            let left = left.zip(seats.checked_sub(self.seats(all)));
            choice.least > self.surplus
                && choice.players & before == taken
                && left.is_some_and(|(members, seats)| {
                    self.guide.has(free_left, members, seats as usize)
                })
        })
    }

    /// Free open players from a place on.
    fn guide_players(&self, place: usize) -> usize {
        let left = self.open[place..].iter();
        left.filter(|&&player| self.set.free >> player & 1 == 1)
            .count()
    }

    fn seats(&self, players: Players) -> u32 {
        members(players)
            .map(|player| self.set.weights[player])
            .sum()
    }

    /// The first completion of `chosen` by open players from `place` on; there is one.
    fn complete(&self, place: usize, mut chosen: Players) -> Players {
        for place in place..self.open.len() {
            let with = chosen | 1 << self.open[place];
            if self.possible(place + 1, with) {
                chosen = with;
            }
        }
        chosen
    }

    /// The coalition after `last` with the same members and surplus.
    fn next_after(&self, last: Players) -> Option<Players> {
        (0..self.open.len()).rev().find_map(|place| {
            let player = self.open[place];
            let chosen = last & ((1 << player) - 1);
            let other = last >> player & 1 == 1 && self.possible(place + 1, chosen);
            other.then(|| self.complete(place + 1, chosen))
        })
    }
}

impl Iterator for Ranked {
    type Item = Coalition;

    fn next(&mut self) -> Option<Coalition> {
        let mut next = None;
        if let Some(last) = self.last {
            next = self.next_after(last);
            if next.is_none() {
                self.surplus += 1;
            }
        }
        if next.is_none() {
            self.last = None;
            if !self.next_group() {
                return None;
            }
            self.open_up();
            next = Some(self.complete(0, 0));
        }
        self.last = next;
        next.map(|players| Coalition {
            players,
            seats: self.set.mark + self.surplus,
            surplus: self.surplus,
        })
    }
}
