//! Random weighted voting games and their seats, apart from the core.

pub use super::reference::houses::Random;

impl Random {
    /// A game of up to `players` players with zeros, equal weights, vetoes and quotas out of range now and then.
    pub fn game(&mut self, players: u64) -> (Vec<u32>, u64) {
        let players = self.below(players + 1);
        let heaviest = [1, 2, 4, 12, 40, 300, 3_000][self.below(7) as usize];
        let mut weights: Vec<u32> = (0..players)
            .map(|_| match self.below(6) {
                0 => 0,
                1 => heaviest as u32,
                _ => self.below(heaviest + 1) as u32,
            })
            .collect();
        if players > 1 && self.below(4) == 0 {
            weights[1] = weights[0];
        }
        let total: u64 = weights.iter().map(|&weight| u64::from(weight)).sum();
        let quota = match self.below(8) {
            0 => total.saturating_sub(self.below(3)),
            1 => self.below(total + 3),
            2 => weights.iter().copied().max().map_or(1, u64::from),
            _ => total / 2 + 1,
        };
        (weights, quota)
    }
}

/// Seats of `set`.
pub fn seats(weights: &[u32], set: u32) -> u64 {
    let mut sum = 0;
    for (player, &weight) in weights.iter().enumerate() {
        if set >> player & 1 == 1 {
            sum += u64::from(weight);
        }
    }
    sum
}
