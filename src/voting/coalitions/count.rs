//! Counting minimal winning coalitions over sums of seats, without listing them.
//!
//! Players are added heaviest first. Before the first player of each weight, the table counts the
//! coalitions of all heavier players by sum: among these are all coalitions with a surplus from
//! this weight up to the next heavier one.

use super::constraints::CoalitionSet;

/// How many coalitions of a set there are, exactly (below 2^117).
#[must_use]
pub fn count(set: &CoalitionSet) -> u128 {
    Counting::new(set).finish()
}

/// A count worked out in steps. Cancelled by dropping it.
#[derive(Clone, Debug)]
pub struct Counting {
    set: CoalitionSet,
    /// Weights of the free players, heaviest first, and how many of them are in the table.
    weights: Vec<usize>,
    added: usize,
    /// Coalitions of the players in the table by their seats, up to the most that can be minimal
    /// winning.
    sums: Vec<u128>,
    /// Coalitions with this surplus or more are counted.
    above: usize,
    found: u128,
    done: bool,
}

impl Counting {
    /// A count that is still to be worked out.
    #[must_use]
    pub fn new(set: &CoalitionSet) -> Self {
        let above = set.heaviest().max(1) as usize;
        let mut sums = vec![0; set.mark as usize + above];
        sums[0] = 1;
        Self {
            weights: set.free_weights(),
            set: set.clone(),
            added: 0,
            sums,
            above,
            found: 0,
            done: false,
        }
    }

    /// Adds about `budget` sums, at least those of one player; answers whether the count is known.
    pub fn step(&mut self, budget: u64) -> bool {
        let mut spent = 0;
        while !self.done && spent < budget {
            let next = self.weights.get(self.added).copied();
            let weight = next.unwrap_or(0);
            for choice in &self.set.choices {
                let surpluses = weight..self.above.min(choice.least as usize);
                spent += 1 + surpluses.len() as u64;
                for surplus in surpluses {
                    let seats = self.set.mark as usize + surplus;
                    if let Some(sum) = seats.checked_sub(choice.seats as usize) {
                        self.found += self.sums[sum];
                    }
                }
            }
            self.above = self.above.min(weight);
            self.done = next.is_none();
            if !self.done {
                for sum in (weight..self.sums.len()).rev() {
                    self.sums[sum] += self.sums[sum - weight];
                }
                self.added += 1;
                spent += self.sums.len() as u64;
            }
        }
        self.done
    }

    /// The count; first does what is still to be done.
    #[must_use]
    pub fn finish(mut self) -> u128 {
        self.step(u64::MAX);
        self.found
    }
}
