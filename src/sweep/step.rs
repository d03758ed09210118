//! Steps of 0.01 point and the whole votes they move.

use crate::outcome::largest_remainder::share;
use crate::scenario::WHOLE;

/// One vote and half a vote in the unit of steps.
const ONE: u64 = WHOLE as u64;
const HALF: u64 = ONE / 2;

/// What each step moves in one constituency, one way.
#[derive(Debug, Clone, Copy)]
pub struct Steps {
    whole: u64,
    all: u64,
    /// What the last step moves before it is rounded and capped, in ten-thousandths of a vote, and
    /// the half that rounds it.
    top: u64,
}

impl Steps {
    /// Steps up to `most`, each a hundredth of a percent of `whole` votes, of at most the `all`
    /// votes there are to move.
    pub fn new(whole: u64, all: u64, most: u32) -> Steps {
        Steps {
            whole,
            all,
            // A ballot has fewer than 2^16 lines of fewer than 2^32 votes, and no step is more than
            // the whole: below 2^62.
            top: whole.wrapping_mul(u64::from(most)) + HALF,
        }
    }

    /// Votes moved at a step: rounded half up, never more than there are. Grows with the step.
    pub fn moved(&self, step: u32) -> u64 {
        share(self.whole, step).min(self.all)
    }

    /// Whether the last step moves at least `votes`, which may be negative.
    pub fn reach(&self, votes: i64) -> bool {
        // share(whole, step) >= votes  <=>  whole * step + WHOLE / 2 >= votes * WHOLE
        votes <= self.all as i64 && votes.wrapping_mul(ONE as i64) <= self.top as i64
    }

    /// The first step that moves at least `votes` (1 or more), if any does.
    pub fn reaching(&self, votes: u64) -> Option<u32> {
        let reached = self.reach(votes as i64);
        reached.then(|| (votes.wrapping_mul(ONE) - HALF).div_ceil(self.whole) as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_step_is_the_first() {
        for whole in [1, 2, 49, 50, 51, 199, 5_000, 9_999, 123_457] {
            for all in [0, 1, whole / 3, whole] {
                let steps = Steps::new(whole, all, 1_000);
                for votes in -2..=whole.min(700) as i64 {
                    assert_eq!(steps.reach(votes), steps.moved(1_000) as i64 >= votes);
                }
                for votes in 1..=whole.min(700) {
                    let slow = (0..=1_000).find(|&step| steps.moved(step) >= votes);
                    assert_eq!(steps.reaching(votes), slow, "{whole} {all} {votes}");
                }
            }
        }
    }
}
