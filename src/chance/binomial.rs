//! How many of several independent events happen, each with a chance of its own: the
//! Poisson-binomial distribution, by multiplying out.

/// Numbers less likely than this at either end are left out: 543 events can lose 1e-14 by that.
const NOTHING: f64 = 1e-17;
/// Events multiplied in at once, which halves the work of one by one.
const BLOCK: usize = 4;

/// Chances of the numbers from `first` on.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    /// The number that the first chance is of.
    pub first: i32,
    /// Chances, at least one.
    pub chances: Vec<f64>,
}

/// The distribution of how many events happen.
pub fn poisson_binomial(events: impl Iterator<Item = f64>) -> Counts {
    let mut counts = Counts {
        first: 0,
        chances: vec![1.0],
    };
    let mut spare = Vec::new();
    let mut block = [0.0; BLOCK];
    let mut filled = 0;
    for event in events {
        if event >= 1.0 {
            counts.first += 1;
        } else if event > 0.0 {
            block[filled] = event;
            filled += 1;
            if filled == BLOCK {
                counts.multiply(&block, &mut spare);
                filled = 0;
            }
        }
    }
    // Events without a chance leave everything as it is.
    block[filled..].fill(0.0);
    if filled > 0 {
        counts.multiply(&block, &mut spare);
    }
    counts
}

impl Counts {
    /// Adds the events of a block. `spare` is room to work in.
    fn multiply(&mut self, block: &[f64; BLOCK], spare: &mut Vec<f64>) {
        let mut of_block = [1.0, 0.0, 0.0, 0.0, 0.0];
        for &event in block {
            for n in (1..=BLOCK).rev() {
                of_block[n] = of_block[n] * (1.0 - event) + of_block[n - 1] * event;
            }
            of_block[0] *= 1.0 - event;
        }
        of_block.reverse();
        spare.clear();
        spare.resize(BLOCK, 0.0);
        spare.extend_from_slice(&self.chances);
        spare.resize(spare.len() + BLOCK, 0.0);
        self.chances.clear();
        let sums = spare.windows(BLOCK + 1).map(|before| {
            let products = before
                .iter()
                .zip(&of_block)
                .map(|(chance, part)| chance * part);
            products.sum::<f64>()
        });
        self.chances.extend(sums);
        self.trim();
    }

    fn trim(&mut self) {
        let likely = |chance: &f64| *chance >= NOTHING;
        let last = self.chances.iter().rposition(likely).unwrap_or(0);
        self.chances.truncate(last + 1);
        let skipped = self.chances.iter().position(likely).unwrap_or(0);
        self.chances.drain(..skipped);
        self.first += skipped as i32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every combination of events, one by one.
    fn slow(events: &[f64]) -> Vec<f64> {
        let mut chances = vec![0.0; events.len() + 1];
        for set in 0_u32..1 << events.len() {
            let parts = events.iter().enumerate().map(|(i, event)| {
                if set >> i & 1 == 1 {
                    *event
                } else {
                    1.0 - event
                }
            });
            chances[set.count_ones() as usize] += parts.product::<f64>();
        }
        chances
    }

    #[test]
    fn equals_all_combinations() {
        let events = [0.5, 1.0, 0.125, 0.0, 0.9, 0.33, 0.77, 0.01, 1.0, 0.6, 0.2];
        for len in 0..=events.len() {
            let expected = slow(&events[..len]);
            let found = poisson_binomial(events[..len].iter().copied());
            for (n, expected) in expected.iter().enumerate() {
                let at = n as i32 - found.first;
                let chance = usize::try_from(at)
                    .ok()
                    .and_then(|at| found.chances.get(at));
                let chance = chance.copied().unwrap_or(0.0);
                assert!((chance - expected).abs() < 1e-15, "{len} {n}");
            }
        }
    }

    #[test]
    fn many_equal_events_are_the_binomial_distribution() {
        let found = poisson_binomial(std::iter::repeat_n(0.3, 543));
        let mut expected = 0.7_f64.powi(543);
        for n in 0..=543 {
            let at = usize::try_from(n - found.first).ok();
            let chance = at
                .and_then(|at| found.chances.get(at))
                .copied()
                .unwrap_or(0.0);
            assert!((chance - expected).abs() < 1e-14, "{n}");
            expected *= f64::from(543 - n) / f64::from(n + 1) * 0.3 / 0.7;
        }
        let all: f64 = found.chances.iter().sum();
        assert!((all - 1.0).abs() < 1e-13, "{all}");
    }
}
