//! Which sums of seats can be reached with how many members: the exact guide of the ordered listing.

/// Sets of sums, one for each number of leading groups and each number of members.
#[derive(Clone, Debug)]
pub(super) struct SubsetSums {
    /// Weight and number of players of each group.
    groups: Vec<(u32, u32)>,
    /// Words of one set of sums.
    words: usize,
    /// By number of members; in each, by number of leading groups, a set of sums.
    layers: Vec<Vec<u64>>,
}

impl SubsetSums {
    /// The sums up to `highest` of `groups` of (weight, players).
    pub fn new(groups: Vec<(u32, u32)>, highest: usize) -> Self {
        let words = highest / 64 + 1;
        let mut nobody = vec![0; (groups.len() + 1) * words];
        for set in nobody.chunks_exact_mut(words) {
            set[0] = 1;
        }
        Self {
            groups,
            words,
            layers: vec![nobody],
        }
    }

    /// Makes sums of up to `members` members known.
    pub fn grow(&mut self, members: usize) {
        while self.layers.len() <= members {
            let layer = self.next_layer();
            self.layers.push(layer);
        }
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.layers.len() * (self.groups.len() + 1) * self.words * 8
    }

    /// Whether `members` of the first `groups` groups can bring exactly `sum` seats. `members` must have been grown to.
    pub fn has(&self, groups: usize, members: usize, sum: usize) -> bool {
        let word = sum / 64;
        word < self.words && self.layers[members][groups * self.words + word] >> (sum % 64) & 1 != 0
    }

    /// The least sum from `from` on and below `to` that `members` of the first `groups` groups can bring. `members` must have
    /// been grown to.
    pub fn first(&self, groups: usize, members: usize, from: usize, to: usize) -> Option<usize> {
        let set = &self.layers[members][groups * self.words..][..self.words];
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

    fn next_layer(&self) -> Vec<u64> {
        let words = self.words;
        let members = self.layers.len();
        let mut layer = vec![0; (self.groups.len() + 1) * words];
        for (index, &(weight, size)) in self.groups.iter().enumerate() {
            let (before, after) = layer.split_at_mut((index + 1) * words);
            let set = &mut after[..words];
            set.copy_from_slice(&before[index * words..]);
            for taken in 1..=members.min(size as usize) {
                let fewer = &self.layers[members - taken][index * words..(index + 1) * words];
                add_shifted(set, fewer, weight as usize * taken);
            }
        }
        layer
    }
}

/// Adds to `set` every sum of `other` with `seats` more; sums past the end of `set` are dropped.
fn add_shifted(set: &mut [u64], other: &[u64], seats: usize) {
    let (words, bits) = (seats / 64, seats % 64);
    if words >= set.len() {
        return;
    }
    let mut carry = 0;
    for (sums, &word) in set[words..].iter_mut().zip(other) {
        *sums |= word << bits | carry;
        // In two steps, because a shift by 64 is none.
        carry = word >> 1 >> (63 - bits);
    }
}
