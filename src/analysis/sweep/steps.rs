//! Steps of 0.01 point and the whole votes they move.

use crate::outcome::transfer::share;
use crate::scenario::WHOLE;

/// What each step moves in one constituency, one way.
#[derive(Debug, Clone, Copy)]
pub struct Steps {
    whole: u64,
    all: u64,
    reach: u64,
}

impl Steps {
    /// Steps up to `most`, each a hundredth of a percent of `whole` votes, of at most the `all` votes there are to move.
    pub fn new(whole: u64, all: u64, most: u32) -> Steps {
        Steps {
            whole,
            all,
            reach: share(whole, most).min(all),
        }
    }

    /// Votes moved at a step: rounded half up, never more than there are. Grows with the step.
    pub fn moved(&self, step: u32) -> u64 {
        share(self.whole, step).min(self.all)
    }

    /// Votes moved at the last step.
    pub fn most_moved(&self) -> u64 {
        self.reach
    }

    /// The first step that moves at least `votes` (1 or more), if any does.
    pub fn reaching(&self, votes: u64) -> Option<u32> {
        if votes > self.reach {
            return None;
        }
        // share(whole, step) >= votes  <=>  whole * step + WHOLE / 2 >= votes * WHOLE
        let (one, half) = (u64::from(WHOLE), u64::from(WHOLE / 2));
        Some((votes * one - half).div_ceil(self.whole) as u32)
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
                for votes in 1..=whole.min(700) {
                    let slow = (0..=1_000).find(|&step| steps.moved(step) >= votes);
                    assert_eq!(steps.reaching(votes), slow, "{whole} {all} {votes}");
                }
            }
        }
    }
}
