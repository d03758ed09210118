//! Friendly fights: constituencies in which one alliance has two or more candidates, as declared.

use crate::election::{Election, NONE};

/// Two or more candidates of one alliance in one constituency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FriendlyFight {
    /// Index of the constituency.
    pub constituency: usize,
    /// Index of the alliance.
    pub alliance: u16,
    /// Indexes in [`Election::candidates`], by serial.
    pub candidates: Vec<u32>,
}

/// Every constituency in which an alliance has two or more candidates, in dataset order.
/// Independents are no alliance.
pub fn friendly_fights(election: &Election) -> Vec<FriendlyFight> {
    let mut fights = Vec::new();
    for (i, constituency) in election.constituencies.iter().enumerate() {
        for alliance in 0..election.alliances.len() as u16 {
            let lines = constituency.range();
            let candidates: Vec<u32> = lines
                .filter(|&c| election.candidates[c].alliance == alliance && alliance != NONE)
                .map(|c| c as u32)
                .collect();
            if candidates.len() > 1 {
                fights.push(FriendlyFight {
                    constituency: i,
                    alliance,
                    candidates,
                });
            }
        }
    }
    fights
}
