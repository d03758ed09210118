//! Random houses with everything a real one can have.

use seat_calculator::dataset::{
    Alliance, Candidate, Constituency, Dataset, Nominated, Party, Votes,
};
use seat_calculator::election::Election;
use seat_calculator::status::Status;

/// The Lok Sabha election of 2024: totals only, no alliances, Surat unopposed and without votes.
pub fn lok_sabha() -> Election {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/lok-sabha-2024.json"
    );
    let text = std::fs::read_to_string(path).unwrap();
    Election::from_json(&text).unwrap_or_else(|problems| panic!("{problems}"))
}

/// A small generator: the same numbers everywhere.
pub struct Random(pub u64);

impl Random {
    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % n
    }

    /// One of a list.
    pub fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len() as u64) as usize]
    }
}

/// Parties A to F, alliances X (A, B), Y (C, D) and Z (nobody), categories 1 and 2; up to `most` constituencies in shuffled
/// numbers; friendly fights, borrowed symbols, independents, lots, ties, leads and seats without votes.
pub fn house(random: &mut Random, most: u64) -> Election {
    checked(&dataset(random, most))
}

/// The same, some of them with nominated members or a government.
pub fn whole_house(random: &mut Random, most: u64) -> Election {
    checked(&whole_dataset(random, most))
}

fn checked(dataset: &Dataset) -> Election {
    Election::from_dataset(dataset).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The data of a [`whole_house`].
pub fn whole_dataset(random: &mut Random, most: u64) -> Dataset {
    let mut dataset = dataset(random, most);
    dataset.nominated = (random.below(3) == 0).then(|| Nominated {
        members: 1 + random.below(3) as u32,
        effective: random.below(2) == 0,
        voting: random.below(2) == 0,
    });
    if random.below(3) == 0 {
        dataset.government = Some((*random.of(&["X", "Y", "C", "E"])).to_owned());
    }
    dataset
}

fn dataset(random: &mut Random, most: u64) -> Dataset {
    let party = |id: &str| Party {
        id: id.to_owned(),
        colour: "#336699".to_owned(),
    };
    let alliance = |id: &str, parties: &[&str]| Alliance {
        id: id.to_owned(),
        colour: Some("#996633".to_owned()),
        parties: parties.iter().map(|&id| id.to_owned()).collect(),
    };
    let count = 1 + random.below(most);
    let scale = *random.of(&[4, 12, 60, 400, 9_000, 150_000]);
    let plain = random.below(2) == 0;
    let constituencies: Vec<Constituency> = (0..count)
        .map(|i| constituency(random, (i * 7) % count + 1, scale, plain))
        .collect();
    // Where 7 divides the count, the numbers above repeat.
    let mut constituencies = constituencies;
    for (i, constituency) in constituencies.iter_mut().enumerate() {
        if count.is_multiple_of(7) {
            constituency.id = (count as usize - i).to_string();
        }
    }
    Dataset {
        id: "random".to_owned(),
        seats: count,
        parties: ["A", "B", "C", "D", "E", "F"].map(party).to_vec(),
        alliances: vec![
            alliance("X", &["A", "B"]),
            alliance("Y", &["C", "D"]),
            alliance("Z", &[]),
        ],
        categories: vec!["1".to_owned(), "2".to_owned()],
        constituencies,
        ..Dataset::default()
    }
}

fn constituency(random: &mut Random, number: u64, scale: u64, plain: bool) -> Constituency {
    let labels = ["A", "A", "B", "C", "C", "D", "E", "F", "IND"];
    let lines = 1 + random.below(7);
    let mut candidates: Vec<Candidate> = (0..lines)
        .map(|serial| {
            let borrowed = random.below(12) == 0;
            let party = match (plain, serial) {
                (true, 0) => "A",
                (true, 1) => "C",
                (true, _) => *random.of(&["E", "F", "IND"]),
                (false, _) => *random.of(&labels),
            };
            Candidate {
                serial: serial as u32 + 1,
                party: party.to_owned(),
                alliance: borrowed.then(|| (*random.of(&["X", "Y", "Z"])).to_owned()),
                votes: Some(Votes {
                    total: random.below(scale) as u32,
                    postal: None,
                }),
            }
        })
        .collect();
    let total = |c: &Candidate| c.votes.map_or(0, |votes| votes.total);
    let most = candidates.iter().map(total).max().unwrap();
    let top: Vec<u32> = candidates
        .iter()
        .filter(|c| total(c) == most)
        .map(|c| c.serial)
        .collect();
    let odd = random.below(15);
    let mut reason = false;
    let (status, winner) = match odd {
        0 if lines == 1 => (Status::Unopposed, Some(1)),
        1 => (Status::Awaited, None),
        2 => (Status::Vacant, None),
        3 if top.len() == 1 => (Status::Leading, Some(top[0])),
        4 => {
            reason = true;
            let winner = 1 + random.below(lines) as u32;
            (
                *random.of(&[Status::Declared, Status::Stayed]),
                Some(winner),
            )
        }
        // Only who won or leads is known.
        5 => (
            *random.of(&[Status::Declared, Status::Leading]),
            Some(1 + random.below(lines) as u32),
        ),
        _ if top.len() > 1 && random.below(2) == 0 => (Status::Tied, None),
        _ if top.len() > 1 => (Status::Lot, Some(*random.of(&top))),
        _ => (Status::Declared, Some(top[0])),
    };
    if odd == 5
        || status == Status::Unopposed
        || (status == Status::Awaited && random.below(2) == 0)
    {
        for candidate in &mut candidates {
            candidate.votes = None;
        }
    }
    let voted = candidates[0].votes.is_some();
    let others = (voted && random.below(4) == 0).then(|| Votes {
        total: random.below(scale) as u32,
        postal: None,
    });
    Constituency {
        id: number.to_string(),
        category: Some((*random.of(&["1", "2"])).to_owned()),
        status,
        winner,
        reason,
        candidates,
        others,
        margin: (odd == 5 && random.below(2) == 0).then(|| random.below(scale) as u32),
        ..Constituency::default()
    }
}
