//! Small made-up houses.

use seat_calculator::dataset::{Alliance, Candidate, Constituency, Dataset, Party, Votes};
use seat_calculator::status::Status;

/// A dataset with parties A, B, C … and these alliances.
pub fn dataset(parties: usize, alliances: &[(&str, &[&str])]) -> Dataset {
    Dataset {
        id: "test".to_owned(),
        parties: (0..parties)
            .map(|i| Party {
                id: party(i),
                colour: "#808080".to_owned(),
            })
            .collect(),
        alliances: alliances
            .iter()
            .map(|(id, parties)| Alliance {
                id: (*id).to_owned(),
                colour: None,
                parties: parties.iter().map(|party| (*party).to_owned()).collect(),
            })
            .collect(),
        ..Dataset::default()
    }
}

/// Id of the i-th party: A, B, C …
pub fn party(i: usize) -> String {
    ((b'A' + i as u8) as char).to_string()
}

/// A declared constituency in which each listed party has one candidate, by serial in the order listed.
pub fn constituency(number: usize, lines: &[(&str, u32)]) -> Constituency {
    let most = lines.iter().map(|line| line.1).max();
    let winner = lines.iter().position(|line| Some(line.1) == most);
    Constituency {
        id: number.to_string(),
        winner: winner.map(|i| i as u32 + 1),
        candidates: lines
            .iter()
            .enumerate()
            .map(|(i, (party, votes))| Candidate {
                serial: i as u32 + 1,
                party: (*party).to_owned(),
                alliance: None,
                votes: Some(Votes {
                    total: *votes,
                    postal: None,
                }),
            })
            .collect(),
        ..Constituency::default()
    }
}

/// A constituency of that status without holder.
pub fn empty(number: usize, status: Status) -> Constituency {
    let mut seat = constituency(number, &[("A", 1), ("B", 1)]);
    seat.status = status;
    seat.winner = None;
    seat
}

/// Puts the constituencies in and says how many seats there are.
pub fn with(mut dataset: Dataset, constituencies: Vec<Constituency>) -> Dataset {
    dataset.seats = constituencies.len() as u64;
    dataset.constituencies = constituencies;
    dataset
}
