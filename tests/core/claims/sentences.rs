//! Sentences made from the data files by adding them up here, not by the core: each is right, with
//! one number changed it is not, and neither the script of its digits nor the order of its terms
//! changes anything.

mod sheet;

use super::{ask, in_script, shipped};
use crate::support::data_file::ELECTIONS;
use proptest::prelude::*;
use seat_calculator::claim::{Verdict, check};
use sheet::Sheet;
use std::sync::OnceLock;

/// Every election whose sentences are tried.
const ALL: [&str; 5] = [
    ELECTIONS[0],
    ELECTIONS[1],
    ELECTIONS[2],
    "lok-sabha-2024",
    "lok-sabha-2024-jharkhand",
];

fn sheets() -> &'static [Sheet] {
    static ALL_SHEETS: OnceLock<Vec<Sheet>> = OnceLock::new();
    ALL_SHEETS.get_or_init(|| ALL.map(Sheet::of).to_vec())
}

/// A sentence with `#` where its numbers stand. A number is printed with so many decimals.
struct Sentence {
    text: String,
    numbers: Vec<(u64, u32)>,
}

impl Sentence {
    fn new(text: String, numbers: &[u64]) -> Option<Sentence> {
        Some(Sentence {
            text,
            numbers: numbers.iter().map(|n| (*n, 0)).collect(),
        })
    }

    /// The last number in hundredths.
    fn hundredths(mut self) -> Sentence {
        self.numbers.last_mut().expect("a number").1 = 2;
        self
    }

    /// The sentence with `off` added to its number of that index.
    fn print(&self, changed: usize, off: u64) -> String {
        let mut pieces = self.text.split('#');
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for (i, ((digits, decimals), piece)) in self.numbers.iter().zip(pieces).enumerate() {
            let digits = digits + if i == changed { off } else { 0 };
            out += &match decimals {
                0 => digits.to_string(),
                _ => format!("{}.{:02}", digits / 100, digits % 100),
            };
            out += piece;
        }
        out
    }
}

/// `part` of `whole` in hundredths of a percent, rounded half up.
fn hundredths(part: u64, whole: u64) -> u64 {
    let (part, whole) = (u128::from(part), u128::from(whole));
    u64::try_from((20_000 * part + whole) / (2 * whole)).unwrap()
}

/// So many kinds of sentences.
const KINDS: usize = 24;

/// The sentence of a kind about the party and rival of these indexes; none where it would say
/// nothing, such as a change since an election that is not held.
fn sentence(kind: usize, election: usize, which: usize, other: usize) -> Option<Sentence> {
    let sheet = &sheets()[election];
    let party = &sheet.parties[which % sheet.parties.len()];
    let rival = &sheet.parties[other % sheet.parties.len()];
    let (id, seats, contested, votes) = (&party.id, party.seats, party.contested, party.votes);
    let mark = sheet.house / 2 + 1;
    let new = Sentence::new;
    match kind {
        0 => new(format!("{id} won # seats"), &[seats]),
        1 => new(format!("{id} contested # seats"), &[contested]),
        2 => new(format!("{id} polled # votes"), &[votes]),
        3 => new(format!("{id} ने # में से # सीटें जीतीं"), &[contested, seats]),
        4 => new(format!("{id} को # वोट मिले"), &[votes]),
        5 => new("The majority mark is #".to_owned(), &[mark]),
        6 if seats < mark => new(
            format!("{id} is # seats short of a majority"),
            &[mark - seats],
        ),
        7 => new(
            format!("{id} won # of the # seats it contested, a strike rate of # per cent"),
            &[seats, contested, hundredths(seats, contested)],
        )
        .map(Sentence::hundredths),
        8 => new(
            format!("The {id}’s vote share was # per cent"),
            &[sheet.share(votes)],
        )
        .map(Sentence::hundredths),
        9 => new(
            format!("{id} का वोट शेयर # फीसदी रहा"),
            &[sheet.share(votes)],
        )
        .map(Sentence::hundredths),
        10 if seats > 1 => new(
            format!("# of the # {id} MLAs would be needed"),
            &[(2 * seats).div_ceil(3), seats],
        ),
        11 => {
            let (place, margin) = &sheet.margins[which % sheet.margins.len()];
            new(format!("In {place} the margin was # votes"), &[*margin])
        }
        12 => {
            let limit = 1_000 * (other as u64 % 9 + 1);
            let close = sheet.all_margins.iter().filter(|margin| **margin < limit);
            let close = close.count() as u64;
            // With one more vote the count may stay: only the first number is changed.
            new(
                format!("# seats were decided by fewer than {limit} votes"),
                &[close],
            )
        }
        13 => {
            let (area, places, held) = sheet.areas.get(which % sheet.areas.len().max(1))?;
            let (id, held) = held.get(other % held.len())?;
            new(
                format!("{id} won # of the # seats in {area}"),
                &[*held, *places],
            )
        }
        14 if seats > rival.seats => {
            let ahead = seats - rival.seats;
            new(
                format!("The {id} won # more seats than the {}", rival.id),
                &[ahead],
            )
        }
        15 if seats > rival.seats => {
            let ahead = seats - rival.seats;
            new(format!("{} को {id} से # सीटें कम मिलीं", rival.id), &[ahead])
        }
        16 if votes > rival.votes => {
            let ahead = votes - rival.votes;
            new(
                format!("{id} polled # more votes than {}", rival.id),
                &[ahead],
            )
        }
        17 | 18 => {
            let before = sheets().get(election + 1).filter(|_| election < 2)?;
            let then = before.parties.iter().find(|one| one.id == *id)?;
            let year = if election == 0 { 2019 } else { 2014 };
            let change = seats.abs_diff(then.seats);
            let word = if seats > then.seats { "more" } else { "fewer" };
            // The one merged into the other, and is judged with it.
            if ["CPIML", "MCO"].contains(&id.as_str()) || change == 0 {
                return None;
            }
            if kind == 17 {
                let text = format!("{id} won # seats, # {word} than in {year}");
                return new(text, &[seats, change]);
            }
            new(
                format!("{id} went from # seats in {year} to #"),
                &[then.seats, seats],
            )
        }
        19 => {
            let (place, margin) = &sheet.closest;
            new(
                format!("{place} saw the narrowest margin, # votes"),
                &[*margin],
            )
        }
        20 => {
            let (place, share) = &sheet.margin_shares[which % sheet.margin_shares.len()];
            let text = format!("In {place} the margin was # per cent of the votes");
            new(text, &[*share]).map(Sentence::hundredths)
        }
        21 if contested < sheet.house => new(format!("{id} ने # में # सीटें जीतीं"), &[contested, seats]),
        22 => {
            let valid = hundredths(votes, sheet.valid());
            new(format!("{id} got # per cent of the valid votes"), &[valid])
                .map(Sentence::hundredths)
        }
        23 => {
            let before = sheets().get(election + 1).filter(|_| election < 2)?;
            let then = before.parties.iter().find(|one| one.id == *id)?;
            let lost = then.seats.checked_sub(seats).filter(|lost| *lost > 0)?;
            // The one merged into the other. Who lost as many of those contested, lost them, too.
            let merged = ["CPIML", "MCO"].contains(&id.as_str());
            let both = (contested - seats).abs_diff(lost) < 10;
            (!merged && !both).then(|| new(format!("The {id} lost # seats"), &[lost]))?
        }
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_sentence_from_the_data_is_right_and_with_another_number_is_not(
        which in 0..1_000_usize, other in 0..1_000_usize, kind in 0..KINDS, election in 0..ALL.len(),
        changed in 0..3_usize, off in 1..9_u64,
    ) {
        let Some(sentence) = sentence(kind, election, which, other) else { return Ok(()) };
        let (id, right) = (ALL[election], sentence.print(0, 0));
        let answer = ask(id, &right);
        prop_assert_eq!(answer.verdict, Some(Verdict::Right), "{} {}", id, right);
        for zero in ['०', '০'] {
            prop_assert_eq!(&ask(id, &in_script(&right, zero)), &answer, "{} {}", id, right);
        }
        let changed = changed % sentence.numbers.len();
        // "19 of 81" is as right as "19 of 79", where all seats are 81.
        if sentence.numbers[changed].0 + off == sheets()[election].house {
            return Ok(());
        }
        let wrong = sentence.print(changed, off);
        let verdict = ask(id, &wrong).verdict;
        // EVM votes alone, friendly fights and hours are readings and are named as such.
        prop_assert!(verdict.is_some_and(|verdict| verdict != Verdict::Right), "{} {}", id, wrong);
    }

    #[test]
    fn the_order_of_terms_changes_nothing(
        election in 0..ALL.len(), order in Just((0..60).collect::<Vec<usize>>()).prop_shuffle(),
        changed in 0..60_usize,
    ) {
        let sheet = &sheets()[election];
        let winners: Vec<_> = sheet.all.iter().filter(|party| party.seats > 0).collect();
        let order: Vec<usize> = order.into_iter().filter(|&i| i < winners.len()).collect();
        let print = |off: u64| {
            let term = |i: &usize| {
                let off = if *i == changed % winners.len() { off } else { 0 };
                let id = if winners[*i].id == "IND" { "Independents" } else { &winners[*i].id };
                format!("{id} {}", winners[*i].seats + off)
            };
            order.iter().map(term).collect::<Vec<_>>()
        };
        let list = print(0);
        let text = list.join(", ");
        prop_assert_eq!(ask(ALL[election], &text).verdict, Some(Verdict::Right), "{}", text);
        let text = format!("{} = {}", list.join(" + "), sheet.house);
        prop_assert_eq!(ask(ALL[election], &text).verdict, Some(Verdict::Right), "{}", text);
        let text = format!("{} = {}", list.join(" + "), sheet.house - 1);
        prop_assert_eq!(ask(ALL[election], &text).verdict, Some(Verdict::Contradicts), "{}", text);
        let text = print(1).join(", ");
        prop_assert_eq!(ask(ALL[election], &text).verdict, Some(Verdict::Impossible), "{}", text);
    }
}

/// Each kind makes sentences of every election that can have them: none of the property's cases is
/// empty.
#[test]
fn every_kind_speaks_of_every_election() {
    for kind in 0..KINDS {
        for (election, id) in ALL.iter().enumerate() {
            let makes = (0..500).any(|i| sentence(kind, election, i, i * 7 + 3).is_some());
            let held_before = election < 2;
            let has_areas = !sheets()[election].areas.is_empty();
            let can = match kind {
                13 => has_areas,
                17 | 18 | 23 => held_before,
                _ => true,
            };
            assert_eq!(makes, can, "kind {kind} of {id}");
        }
    }
    assert_eq!(shipped().len(), ALL.len());
}

/// Parties that had fought together, by moving the votes in the data file.
#[test]
fn pools_are_those_of_the_votes_moved() {
    for (election, target, joiner) in [
        ("jharkhand-2019", "BJP", "AJSU"),
        ("jharkhand-2014", "JMM", "RJD"),
        ("lok-sabha-2024", "BJP", "AIADMK"),
    ] {
        let seats = Sheet::of(election).pooled(target, joiner);
        let (book, background) = shipped()
            .iter()
            .find(|(book, _)| book.election.id == election)
            .unwrap();
        for (off, expected) in [(0, Verdict::Right), (1, Verdict::Wrong)] {
            let text = format!(
                "Had the {target} and the {joiner} fought together, they would have won {} seats",
                seats + off
            );
            let verdict = check(&text, book, background).verdict;
            assert_eq!(verdict, Some(expected), "{election}: {text}");
        }
    }
}
