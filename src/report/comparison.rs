//! Two scenarios of one election side by side: what each has, and in which seats they differ.

use super::{AllianceRow, Report, Side};
use crate::election::{Election, NONE};
use serde::Serialize;

/// What two reports of one election have in common and what not. `kept` is the one that was put
/// aside, `shown` the other.
#[derive(Debug, Clone, Serialize)]
pub struct Comparison {
    /// Rows of the two tallies that have a seat in either, largest in `shown` first, then largest in
    /// `kept`, then in the order of the tallies.
    pub alliances: Vec<Compared>,
    /// Seats that nobody holds.
    pub nobody: Seats,
    /// Constituencies whose holder is another candidate, or nobody in one of the two, in dataset
    /// order. A member who only sits with others is none of them.
    pub seats: Vec<Difference>,
}

/// Seats in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Seats {
    /// Won and leading in the scenario that was put aside.
    pub kept: u32,
    /// The same in the other.
    pub shown: u32,
    /// `shown` less `kept`.
    pub change: i32,
}

/// A row of the tally by alliance in both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// Its id.
    pub id: String,
    /// Its seats.
    #[serde(flatten)]
    pub seats: Seats,
}

/// A constituency held by another candidate in each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Its id.
    pub constituency: String,
    /// Who holds it in the scenario that was put aside.
    pub kept: Option<Side>,
    /// Who holds it in the other.
    pub shown: Option<Side>,
}

impl Seats {
    fn of(kept: u32, shown: u32) -> Seats {
        let change = shown as i32 - kept as i32;
        Seats {
            kept,
            shown,
            change,
        }
    }
}

impl Comparison {
    /// Of two reports of the same election.
    pub fn of(election: &Election, kept: &Report, shown: &Report) -> Comparison {
        let nobody = |report: &Report| {
            let house = &report.house;
            house.seats - house.won - house.leading
        };
        Comparison {
            alliances: rows(&kept.alliances, &shown.alliances),
            nobody: Seats::of(nobody(kept), nobody(shown)),
            seats: differences(election, kept, shown),
        }
    }
}

fn rows(kept: &[AllianceRow], shown: &[AllianceRow]) -> Vec<Compared> {
    let seats = |rows: &[AllianceRow], id: &str| {
        let row = rows.iter().find(|row| row.id == id);
        row.map_or(0, |row| row.seats)
    };
    let only_kept = kept
        .iter()
        .filter(|row| shown.iter().all(|other| other.id != row.id));
    let all = shown.iter().chain(only_kept);
    let mut rows: Vec<Compared> = all
        .map(|row| Compared {
            id: row.id.clone(),
            seats: Seats::of(seats(kept, &row.id), seats(shown, &row.id)),
        })
        .filter(|row| row.seats.kept + row.seats.shown > 0)
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.seats.shown, row.seats.kept)));
    rows
}

fn differences(election: &Election, kept: &Report, shown: &Report) -> Vec<Difference> {
    let side = |report: &Report, i: usize| {
        let (party, candidate) = (
            report.constituencies.party[i],
            report.constituencies.winner[i],
        );
        (party != NONE).then(|| Side {
            candidate,
            party: election.parties[party as usize].clone(),
        })
    };
    let places = election.constituencies.iter().enumerate();
    let sides = places.map(|(i, constituency)| Difference {
        constituency: constituency.number.to_string(),
        kept: side(kept, i),
        shown: side(shown, i),
    });
    sides.filter(|one| one.kept != one.shown).collect()
}
