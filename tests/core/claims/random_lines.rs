//! Lines that say nothing: never a panic, and "not understood" instead of a wrong verdict.

use super::{ask, shipped};
use proptest::prelude::*;
use seat_calculator::claim::{Verdict, check};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_answered(text in "\\PC{0,200}") {
        ask("jharkhand-2024", &text);
    }
}

/// Numbers below a bound, the same in every run.
fn numbers(mut state: u64) -> impl FnMut(u64) -> u64 {
    move |n| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % n
    }
}

/// Lines of words that are in no list, with numbers and words of the grammar between, name nobody:
/// there is nothing to be wrong about.
#[test]
fn a_hundred_thousand_random_lines_are_not_understood() {
    const WORDS: [&str; 40] = [
        "won",
        "seats",
        "of",
        "votes",
        "by",
        "margin",
        "per",
        "cent",
        "and",
        ",",
        ":",
        "=",
        "the",
        "contested",
        "strike rate",
        "total",
        "together",
        "each",
        "up",
        "from",
        "to",
        "without",
        "में से",
        "सीटें",
        "वोट",
        "से",
        "को",
        "एक-एक",
        "needed",
        "leading",
        "lost",
        "only",
        "zorblax",
        "quuz",
        "ठप्पा",
        "flomp",
        "wibble",
        "ग्रोन",
        "x",
        "%",
    ];
    let (book, background) = &shipped()[0];
    let mut next = numbers(0x2545_F491_4F6C_DD1D);
    for _ in 0..100_000 {
        let words: Vec<String> = (0..next(9) + 1)
            .map(|_| match next(3) {
                0 => next(20_000).to_string(),
                _ => WORDS[next(40) as usize].to_owned(),
            })
            .collect();
        let line = words.join(" ");
        let answer = check(&line, book, background);
        let judged = answer
            .verdict
            .is_some_and(|verdict| verdict == Verdict::Wrong);
        assert!(!judged, "{line}: {answer:?}");
    }
}

/// Names of an election and every word of the grammar, with a word that nobody knows after each
/// name: it may say something else of the numbers, so no number beside it is wrong.
#[test]
fn a_hundred_thousand_lines_with_unknown_words_are_never_wrong() {
    const UNKNOWN: [&str; 5] = ["zorblax", "quuz", "ठप्पा", "flomp", "ग्रोन"];
    let table = include_str!("../../../src/claim/words.csv");
    let words: Vec<&str> = table
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(','))
        .flat_map(|(_, words)| words.split('|'))
        .collect();
    let mut next = numbers(0x9E37_79B9_7F4A_7C15);
    for (book, background) in shipped() {
        let election = &book.election;
        let parties: Vec<&String> = election.parties.iter().filter(|id| id.len() > 2).collect();
        for _ in 0..20_000 {
            let mut line = String::new();
            for _ in 0..next(4) + 1 {
                let party = parties[next(parties.len() as u64) as usize];
                let unknown = UNKNOWN[next(5) as usize];
                line += &format!("{party} {unknown} ");
                for _ in 0..next(6) {
                    let known = words[next(words.len() as u64) as usize];
                    match next(3) {
                        0 => line += &format!("{} {unknown} ", next(700)),
                        _ => line += &format!("{known} "),
                    }
                }
                line += [", ", ". ", " and ", "; "][next(4) as usize];
            }
            let verdict = check(&line, book, background).verdict;
            let against = [Verdict::Wrong, Verdict::Contradicts, Verdict::Impossible];
            let judged = verdict.is_some_and(|verdict| against.contains(&verdict));
            assert!(!judged, "{}: {line}: {verdict:?}", election.id);
        }
    }
}
