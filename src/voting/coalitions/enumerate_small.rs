//! The minimal winning coalitions of a few players, found by trying: far less code than
//! [`Ranked`](super::Ranked), which the small build does without.

/// The most players with seats that are tried: at most 2^13 losing coalitions are looked at.
pub const FEW: usize = 14;

/// A minimal winning coalition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its members, by index among the players, in order.
    pub members: Vec<usize>,
    /// Their seats.
    pub seats: u32,
}

/// Every minimal winning coalition at a quota of at least 1, in the order of
/// [`Ranked`](super::Ranked). `None` where more than [`FEW`] players have seats.
#[must_use]
pub fn few(weights: &[u32], quota: u32) -> Option<Vec<Found>> {
    let seated = (0..weights.len()).filter(|&player| weights[player] > 0);
    let mut search = SmallSearch {
        seated: seated.collect(),
        weights,
        quota,
        members: Vec::new(),
        found: Vec::new(),
    };
    if search.seated.len() > FEW {
        return None;
    }
    search.add(0, 0, u32::MAX);
    Some(search.found)
}

struct SmallSearch<'a> {
    weights: &'a [u32],
    quota: u32,
    /// The players who have seats.
    seated: Vec<usize>,
    /// A losing coalition.
    members: Vec<usize>,
    /// Fewest members first, then least seats, then as they were found.
    found: Vec<Found>,
}

impl SmallSearch<'_> {
    /// Adds each of the seated players from `first` on to the members, who have `seats` and of whom
    /// the smallest brings `least`, and goes on from there. A winning coalition is minimal if its
    /// smallest member could not leave.
    fn add(&mut self, first: usize, seats: u32, least: u32) {
        for next in first..self.seated.len() {
            let player = self.seated[next];
            let weight = self.weights[player];
            let (seats, least) = (seats + weight, least.min(weight));
            self.members.push(player);
            if seats < self.quota {
                self.add(next + 1, seats, least);
            } else if seats - self.quota < least {
                let key = (self.members.len(), seats);
                let before = |other: &Found| (other.members.len(), other.seats) <= key;
                let at = self.found.partition_point(before);
                let members = self.members.clone();
                self.found.insert(at, Found { members, seats });
            }
            self.members.pop();
        }
    }
}
