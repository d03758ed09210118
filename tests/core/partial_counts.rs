//! Other votes opened as results of this house, and the file of facts around it: against published figures and against
//! sums made here from the data files.

use crate::support::{data, evaluate, seats, shipped};
use seat_calculator::majority::VerdictKind;
use serde_json::Value;

fn file(id: &str) -> Value {
    serde_json::from_str(&data(id)).unwrap()
}

fn votes(value: &Value) -> u64 {
    match value.as_array() {
        Some(parts) => parts.iter().map(|part| part.as_u64().unwrap()).sum(),
        None => value.as_u64().unwrap_or(0),
    }
}

/// All votes of a file, NOTA included.
fn all_votes(file: &Value) -> u64 {
    let seats = file["constituencies"].as_array().unwrap().iter();
    seats
        .map(|seat| {
            let lines = seat["candidates"].as_array().unwrap().iter();
            votes(&seat["nota"]) + lines.map(|line| votes(&line["votes"])).sum::<u64>()
        })
        .sum()
}

/// Lok Sabha leads by segment, EVM votes (question 9): NDA 50, INDIA 29, Jairam Mahato 2.
#[test]
fn june_2024_by_segment() {
    let mut calculator = shipped("lok-sabha-2024-jharkhand");
    let report = evaluate(&mut calculator, "");
    let three = ["NDA", "INDIA", "JAIRAM"].map(|id| seats(&report, id));
    assert_eq!(three, [50, 29, 2]);
    assert_eq!(report.verdict.kind, VerdictKind::Majority);
    let parties: Vec<(&str, u32)> = report
        .parties
        .iter()
        .filter(|row| row.seats > 0)
        .map(|row| (row.id.as_str(), row.seats))
        .collect();
    let expected = [
        ("BJP", 47),
        ("INC", 15),
        ("JMM", 14),
        ("AJSU", 3),
        ("JAIRAM", 2),
    ];
    assert_eq!(parties, expected);
    // One candidate of each side in each of the 14 Lok Sabha seats.
    let file = file("lok-sabha-2024-jharkhand");
    for side in file["alliances"].as_array().unwrap() {
        for seat in file["constituencies"].as_array().unwrap() {
            let lines = seat["candidates"].as_array().unwrap().iter();
            let own =
                lines.filter(|line| side["parties"].as_array().unwrap().contains(&line["party"]));
            assert_eq!(own.count(), 1, "{} in {}", side["id"], seat["id"]);
        }
    }
}

/// Counts as final as the repository's own history says (41, 58 and 78 of 81), of 96.6, 98.3 and 99.8 % of the votes; in all
/// of them the eventual winners lead.
#[test]
fn the_count_as_it_stood() {
    let last = evaluate(&mut shipped("jharkhand-2024"), "");
    let all = all_votes(&file("jharkhand-2024"));
    for (id, won, india_won, share) in [
        ("jharkhand-2024-1723", 41, 31, 966),
        ("jharkhand-2024-1801", 58, 40, 983),
        ("jharkhand-2024-2013", 78, 55, 998),
    ] {
        let report = evaluate(&mut shipped(id), "");
        assert_eq!(
            (report.house.won, report.house.leading),
            (won, 81 - won),
            "{id}"
        );
        let india = &report.alliances[0];
        assert_eq!((india.won, india.seats), (india_won, 56), "{id}");
        let kind = if india_won >= 41 {
            VerdictKind::Majority
        } else {
            VerdictKind::Ahead
        };
        assert_eq!(report.verdict.kind, kind, "{id}");
        assert_eq!(
            report.constituencies.winner, last.constituencies.winner,
            "{id}"
        );
        let counted = all_votes(&file(id)) as f64 * 1_000.0 / all as f64;
        assert_eq!(counted.round() as u32, share, "{id}");
    }
}

#[test]
fn the_file_of_facts_fits_the_election() {
    let (election, facts) = (file("jharkhand-2024"), file("jharkhand-2024.facts"));
    let list = |key: &str| facts[key].as_array().unwrap().clone();
    let earlier: Vec<(String, usize, usize)> = list("earlier")
        .iter()
        .map(|one| {
            let many = |key: &str| one[key].as_array().unwrap().len();
            (
                one["election"].as_str().unwrap().to_owned(),
                many("successors"),
                many("notes"),
            )
        })
        .collect();
    // MCO went to CPI(ML)L; JVM(P) is a note; of the LJP nobody has published what became of it.
    let expected = [
        ("lok-sabha-2024-jharkhand", 0, 0),
        ("jharkhand-2019", 1, 1),
        ("jharkhand-2014", 1, 1),
    ];
    assert_eq!(
        earlier,
        expected.map(|(id, one, two)| (id.to_owned(), one, two))
    );
    // MCO merged after 2019, so in 2019 it is itself.
    let of_2019 = file("jharkhand-2019.facts");
    assert_eq!(
        of_2019["earlier"][0]["successors"]
            .as_array()
            .unwrap()
            .len(),
        0
    );
    let polls = facts["polls"]["polls"].as_array().unwrap();
    assert_eq!(polls.len(), 8);
    assert!(
        polls
            .iter()
            .all(|poll| !poll["sources"].as_array().unwrap().is_empty())
    );
    assert_eq!(facts["polls"]["not_before"], "2024-11-20T24:00:00+05:30");
    // The Commission's figures never had the NDA in front; television had until late morning.
    let ahead = |row: &Value| row["seats"]["NDA"][2].as_u64() > row["seats"]["INDIA"][2].as_u64();
    let rows = list("day");
    assert_eq!(rows.len(), 16);
    assert!(
        rows.iter()
            .filter(|row| row["kind"] == "eci")
            .all(|row| !ahead(row))
    );
    assert_eq!(
        rows.iter()
            .filter(|row| row["kind"] == "media" && ahead(row))
            .count(),
        6
    );
    let people = list("people");
    assert_eq!(people.len(), 9);
    for one in &people {
        let mut seats = election["constituencies"].as_array().unwrap().iter();
        let seat = seats
            .find(|seat| seat["id"] == one["constituency"])
            .unwrap();
        let line = &seat["candidates"][one["candidate"].as_u64().unwrap() as usize - 1];
        assert!(line["name"].is_object(), "a Hindi name is known of {line}");
    }
}

/// Cards 8, 9 and 11: what they say is what the core says (above, and in `facts.rs`).
#[test]
fn cards_that_facts_answer_say_what_the_core_says() {
    use seat_calculator::analysis::context::postal_and_nota::ballots;
    let questions = file("jharkhand-2024.facts")["questions"].clone();
    let found = ballots(shipped("jharkhand-2024").election());
    let june = evaluate(&mut shipped("lok-sabha-2024-jharkhand"), "");
    let numbers = |of: &[u32]| of.iter().map(u32::to_string).collect::<Vec<_>>();
    let expected = [
        Vec::new(),
        numbers(&["NDA", "INDIA", "JAIRAM"].map(|id| seats(&june, id))),
        numbers(&[found.same, found.nota_above.len() as u32]),
    ];
    for (card, numbers) in questions.as_array().unwrap().iter().zip(expected) {
        for language in ["en", "hi"] {
            let said = card["answer"][language].as_str().unwrap();
            let words: Vec<&str> = said.split(|c: char| !c.is_ascii_digit()).collect();
            for number in &numbers {
                assert!(
                    words.contains(&number.as_str()),
                    "{number} is not in \"{said}\""
                );
            }
            for field in ["title", "assumption"] {
                assert!(!card[field][language].as_str().unwrap().is_empty());
            }
        }
        assert!(card["fact"].is_string() != card["election"].is_string());
    }
}

/// The figures that are computed here and stand beside others' ones.
#[test]
fn figures_that_differ_are_right_on_our_side() {
    let election = file("jharkhand-2024");
    let published = file("jharkhand-2024.facts")["published"]
        .as_array()
        .unwrap()
        .clone();
    let figures = |id: &str| -> Vec<String> {
        let one = published.iter().find(|one| one["id"] == id).unwrap();
        let figures = one["figures"].as_array().unwrap().iter();
        let said = |source: &Value| {
            let texts = ["en", "hi"].map(|language| source[language].as_str().unwrap_or(""));
            texts.iter().all(|text| !text.is_empty())
        };
        assert!(
            figures
                .clone()
                .all(|figure| said(&figure["source"]) && figure["as_of"].is_string())
        );
        figures
            .map(|figure| figure["value"].as_str().unwrap().to_owned())
            .collect()
    };
    let seats = election["constituencies"].as_array().unwrap();
    let electors: u64 = seats
        .iter()
        .map(|seat| seat["electors"].as_u64().unwrap())
        .sum();
    let evm: u64 = seats
        .iter()
        .map(|seat| {
            let lines = seat["candidates"].as_array().unwrap().iter();
            seat["nota"][0].as_u64().unwrap()
                + lines
                    .map(|line| line["votes"][0].as_u64().unwrap())
                    .sum::<u64>()
        })
        .sum();
    let percent = |part: u64| format!("{:.2} %", part as f64 * 100.0 / electors as f64);
    assert_eq!(
        figures("turnout")[1..],
        [percent(evm), percent(all_votes(&election))]
    );
    let report = evaluate(&mut shipped("jharkhand-2024"), "");
    let party = |id: &str| report.parties.iter().find(|row| row.id == id).unwrap();
    let shares = [party("BJP").share_counted, party("BJP").share_valid];
    assert_eq!(
        figures("bjp-share"),
        shares.map(|share| format!("{}.{:02} %", share / 100, share % 100))
    );
    assert_eq!(
        figures("rjd-contested")[0],
        party("RJD").contested.to_string()
    );
    assert_eq!(
        figures("jmm-contested")[0],
        party("JMM").contested.to_string()
    );
    assert_eq!(
        figures("inc-votes")[0].replace(',', ""),
        party("INC").votes.to_string()
    );
    let gandey = seats.iter().find(|seat| seat["id"] == "31").unwrap();
    let lead = |of: &dyn Fn(&Value) -> u64| {
        let mut all: Vec<u64> = gandey["candidates"]
            .as_array()
            .unwrap()
            .iter()
            .map(of)
            .collect();
        all.sort_unstable();
        all[all.len() - 1] - all[all.len() - 2]
    };
    let leads = [
        lead(&|line| votes(&line["votes"])),
        lead(&|line| line["votes"][0].as_u64().unwrap()),
    ];
    let said = figures("gandey-margin");
    let said: Vec<u64> = said
        .iter()
        .map(|text| text.replace(',', "").parse().unwrap())
        .collect();
    assert_eq!(said, leads);
}
