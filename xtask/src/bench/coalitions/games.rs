//! The games everybody is asked about.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

/// Weights and a quota.
#[derive(Clone, Deserialize)]
pub struct Game {
    /// What the tables call it; random games have none in the file.
    #[serde(skip)]
    pub name: String,
    pub weights: Vec<u32>,
    pub quota: u64,
}

impl Game {
    /// Whether it is one of many random ones, reported together.
    pub fn is_random(&self) -> bool {
        self.name.starts_with("random")
    }
}

/// The games of `tests/bench/coalitions/vectors.json`, fewest players first.
///
/// # Errors
/// When the file cannot be read.
pub fn given(root: &Path) -> Result<Vec<Game>> {
    let file = root.join("tests/bench/coalitions/vectors.json");
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let games: BTreeMap<String, Game> = serde_json::from_str(&text)?;
    let mut games: Vec<Game> = games
        .into_iter()
        .map(|(name, game)| Game { name, ..game })
        .collect();
    games.sort_by_key(|game| game.weights.len());
    Ok(games)
}

/// New games of 6 to 20 players with dummies, vetoes, equal and zero weights.
pub fn random(seed: u64, count: usize) -> Vec<Game> {
    let mut state = seed;
    let mut below = |bound: u64| {
        // Splitmix64: neighbouring seeds give unrelated games.
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut value = state;
        value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (value ^ (value >> 31)) % bound
    };
    let mut games = Vec::new();
    while games.len() < count {
        let players = 6 + below(15);
        let heaviest = [4, 30, 250][below(3) as usize];
        let mut weights: Vec<u32> = (0..players)
            .map(|_| {
                if below(8) == 0 {
                    0
                } else {
                    below(heaviest + 1) as u32
                }
            })
            .collect();
        weights[1] = weights[0];
        if below(4) == 0 {
            // Nobody wins without this one.
            weights[2] = weights.iter().sum::<u32>() + 1;
        }
        let total: u64 = weights.iter().map(|&weight| u64::from(weight)).sum();
        if total > 0 {
            games.push(Game {
                name: format!("random {weights:?}"),
                quota: [total / 2 + 1, total * 2 / 3 + 1][below(2) as usize].min(total),
                weights,
            });
        }
    }
    games
}
