//! The majority rule: bases, the mark, exactly half, and verdicts. Everything that depends on the rule asks here.

use serde::{Deserialize, Serialize};

/// The members a majority mark is reckoned on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BaseKind {
    /// All elected seats.
    #[default]
    Total,
    /// Members now.
    Effective,
    /// Members who vote, the Speaker left out.
    Voting,
}

/// Members needed for a majority on a base of `n`: floor(n / 2) + 1. Exactly half is not enough.
pub fn mark(n: u32) -> u32 {
    n / 2 + 1
}

/// Whether a grouping has the mark, by its members less all others on the base: `mark` for a base
/// that is not known by itself.
pub fn wins_by(lead: i32) -> bool {
    lead > 0
}

/// Whether seats are exactly half of a base of `n`: one short of a majority, however they are counted.
pub fn exactly_half(seats: u32, n: u32) -> bool {
    seats > 0 && 2 * seats == n
}

/// Seats above the mark, or below it: one of the two.
pub fn distance(seats: u32, mark: u32) -> (Option<u32>, Option<u32>) {
    (
        seats.checked_sub(mark),
        mark.checked_sub(seats).filter(|short| *short > 0),
    )
}

/// A base: which members, and how many they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Base {
    /// Which members.
    pub kind: BaseKind,
    /// How many.
    pub n: u32,
}

impl Base {
    /// Whether the line that halves the picture of all elected seats is the mark on this base.
    pub fn is_halved_at_mark(self) -> bool {
        self.kind == BaseKind::Total && mark(self.n) == self.n / 2 + 1
    }
}

/// What the house as it stands says of a majority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum VerdictKind {
    /// A grouping has won the mark.
    Majority,
    /// A grouping has won or leads in enough.
    Ahead,
    /// Nobody is ahead, but with what is awaited or tied somebody still can be.
    Open,
    /// Nobody can reach the mark.
    Hung,
    /// Nobody has won or leads anywhere.
    None,
}

/// Seats of one grouping on the base in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Strength {
    /// Won.
    pub won: u32,
    /// Leading.
    pub leading: u32,
}

impl Strength {
    /// Won and leading.
    pub fn seats(self) -> u32 {
        self.won + self.leading
    }

    /// The same without so many, those who won first.
    pub fn without(self, members: u32) -> Strength {
        let won = members.min(self.won);
        Strength {
            won: self.won - won,
            leading: self.leading - (members - won),
        }
    }
}

/// The kind of verdict over all groupings and the seats of the largest; see [`verdict`].
pub fn standing(groups: &[Strength], open: u32, mark: u32) -> (VerdictKind, u32) {
    let most = groups.iter().map(|group| group.seats()).max().unwrap_or(0);
    let kind = if most == 0 {
        VerdictKind::None
    } else if groups.iter().any(|group| group.won >= mark) {
        VerdictKind::Majority
    } else if most >= mark {
        VerdictKind::Ahead
    } else if most + open >= mark {
        VerdictKind::Open
    } else {
        VerdictKind::Hung
    };
    (kind, most)
}

/// The verdict over all groupings: `open` counts awaited and tied constituencies. Answers the kind and the indexes of
/// the largest groupings (several when level at the top; none where nobody has won or leads).
pub fn verdict(groups: &[Strength], open: u32, mark: u32) -> (VerdictKind, Vec<usize>) {
    let (kind, most) = standing(groups, open, mark);
    let leaders = (0..groups.len()).filter(|&i| most > 0 && groups[i].seats() == most);
    (kind, leaders.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn won(seats: &[u32]) -> Vec<Strength> {
        let strength = |&won| Strength { won, leading: 0 };
        seats.iter().map(strength).collect()
    }

    #[test]
    fn marks_of_real_houses() {
        for (n, expected) in [(81, 41), (80, 41), (82, 42), (77, 39), (76, 39), (224, 113)] {
            assert_eq!(mark(n), expected, "{n}");
        }
        // 222 of 224 sitting.
        assert_eq!(mark(222), 112);
    }

    #[test]
    fn more_than_half_and_never_half_for_every_base_to_two_thousand() {
        for n in 0..=2_000 {
            let mark = mark(n);
            assert!(2 * mark > n, "{n}");
            assert!(2 * (mark - 1) <= n, "{n}");
        }
    }

    #[test]
    fn a_lead_over_all_others_is_the_mark() {
        for n in 0..=300 {
            for seats in 0..=n {
                let lead = seats as i32 - (n - seats) as i32;
                assert_eq!(wins_by(lead), seats >= mark(n), "{seats} of {n}");
            }
        }
    }

    #[test]
    fn every_kind_of_verdict() {
        use VerdictKind::*;
        assert_eq!(verdict(&won(&[56, 24, 1]), 0, 41), (Majority, vec![0]));
        assert_eq!(verdict(&won(&[40, 40, 1]), 0, 41), (Hung, vec![0, 1]));
        assert_eq!(verdict(&won(&[40, 40]), 0, 41), (Hung, vec![0, 1]));
        assert_eq!(verdict(&won(&[30, 20]), 31, 41), (Open, vec![0]));
        assert_eq!(verdict(&won(&[30, 20]), 10, 41), (Hung, vec![0]));
        assert_eq!(verdict(&won(&[0, 0]), 81, 41), (None, vec![]));
        let leading = [
            Strength {
                won: 5,
                leading: 51,
            },
            Strength {
                won: 0,
                leading: 24,
            },
        ];
        assert_eq!(verdict(&leading, 0, 41), (Ahead, vec![0]));
    }
}
