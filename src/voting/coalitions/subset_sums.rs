//! Which sums of seats a given number of members can bring.

/// Sets of reachable sums, for each number of leading players and each number of members.
#[derive(Clone, Debug)]
pub(super) struct SubsetSums {
    weights: Vec<usize>,
    /// Words of 64 bits in one set of sums.
    words: usize,
    /// By number of members; in each, by number of leading players, a set of sums.
    layers: Vec<Vec<u64>>,
}

impl SubsetSums {
    /// The sums up to `highest` of players of these weights; those of nobody are known.
    pub fn new(weights: Vec<usize>, highest: usize) -> Self {
        let words = highest / 64 + 1;
        let mut nobody = vec![0; (weights.len() + 1) * words];
        for set in nobody.chunks_exact_mut(words) {
            set[0] = 1;
        }
        Self {
            weights,
            words,
            layers: vec![nobody],
        }
    }

    /// Makes the sums of up to `members` members known.
    pub fn grow(&mut self, members: usize) {
        let words = self.words;
        while self.layers.len() <= members {
            let fewer = self.layers.last().map_or(&[][..], Vec::as_slice);
            let mut layer = vec![0; fewer.len()];
            for (index, &weight) in self.weights.iter().enumerate() {
                let (before, after) = layer.split_at_mut((index + 1) * words);
                let set = &mut after[..words];
                set.copy_from_slice(&before[index * words..]);
                add_shifted(set, &fewer[index * words..][..words], weight);
            }
            self.layers.push(layer);
        }
    }

    /// Whether `members` of the first `players` players can bring exactly `sum` seats. `members`
    /// must be known.
    pub fn has(&self, players: usize, members: usize, sum: usize) -> bool {
        let word = sum / 64;
        word < self.words
            && self.layers[members][players * self.words + word] >> (sum % 64) & 1 != 0
    }

    /// The least sum from `from` on and below `to` that `members` of the first `players` players
    /// can bring. `members` must be known.
    pub fn first(&self, players: usize, members: usize, from: usize, to: usize) -> Option<usize> {
        let set = &self.layers[members][players * self.words..][..self.words];
        let mut word = from / 64;
        let mut sums = set.get(word)? & (u64::MAX << (from % 64));
        while sums == 0 {
            word += 1;
            if word * 64 >= to {
                return None;
            }
            sums = *set.get(word)?;
        }
        let sum = word * 64 + sums.trailing_zeros() as usize;
        (sum < to).then_some(sum)
    }
}

/// Adds to `set` every sum of `other` with `seats` more; sums past the end of `set` are dropped.
fn add_shifted(set: &mut [u64], other: &[u64], seats: usize) {
    let (words, bits) = (seats / 64, seats % 64);
    let mut carry = 0;
    for (sums, &word) in set.iter_mut().skip(words).zip(other) {
        *sums |= word << bits | carry;
        // In two shifts, because a shift by 64 is not allowed.
        carry = word >> 1 >> (63 - bits);
    }
}
