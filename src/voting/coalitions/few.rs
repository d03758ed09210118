//! The minimal winning coalitions of a few players: found by trying, in a fraction of the code that many players need.

/// The most players with seats that are tried: at most 2^13 coalitions that do not win are looked at.
pub const FEW: usize = 14;

/// A minimal winning coalition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its members, by place among the players, in order.
    pub members: Vec<usize>,
    /// Their seats.
    pub seats: u32,
}

/// Every minimal winning coalition at a quota of at least 1, in the order of [`CoalitionSet::in_order`](super::CoalitionSet::in_order):
/// fewest members first, then smallest surplus, then the one that has the first player in which two differ. `None` where
/// more than [`FEW`] players have seats.
#[must_use]
pub fn few(weights: &[u32], quota: u32) -> Option<Vec<Found>> {
    let mut trial = Trial {
        seated: (0..weights.len())
            .filter(|&player| weights[player] > 0)
            .collect(),
        weights,
        quota,
        members: Vec::new(),
        found: Vec::new(),
    };
    if trial.seated.len() > FEW {
        return None;
    }
    trial.add(0, 0, u32::MAX);
    let found = trial.found;
    let order = crate::order::places(found.len(), &mut |a, b| {
        let key = |at: usize| (found[at].members.len(), found[at].seats);
        key(a).cmp(&key(b))
    });
    Some(order.into_iter().map(|at| found[at].clone()).collect())
}

struct Trial<'a> {
    weights: &'a [u32],
    quota: u32,
    /// The players who have seats.
    seated: Vec<usize>,
    /// A coalition that does not win.
    members: Vec<usize>,
    found: Vec<Found>,
}

impl Trial<'_> {
    /// Adds each of the players from a place on to the members, who have so many seats, and goes on from there. What wins
    /// is minimal if whoever brings least could not leave.
    fn add(&mut self, from: usize, seats: u32, least: u32) {
        for place in from..self.seated.len() {
            let player = self.seated[place];
            let weight = self.weights[player];
            let (seats, least) = (seats + weight, least.min(weight));
            self.members.push(player);
            if seats < self.quota {
                self.add(place + 1, seats, least);
            } else if seats - self.quota < least {
                let members = self.members.clone();
                self.found.push(Found { members, seats });
            }
            self.members.pop();
        }
    }
}
