//! The question cards: every scenario evaluates, and the answer's numbers are the core's.

use crate::support;
use seat_calculator::scenario::Scenario;
use serde_json::Value;

#[test]
fn every_card_answers_what_the_core_says() {
    let mut cards = 0;
    for id in ["jharkhand-2024", "jharkhand-2019", "jharkhand-2014"] {
        let file: Value = serde_json::from_str(&support::data(id)).unwrap();
        let mut calculator = support::shipped(id);
        for card in file["questions"].as_array().unwrap() {
            let name = card["id"].as_str().unwrap();
            let report = support::evaluate(&mut calculator, card["scenario"].as_str().unwrap());
            assert!(report.edited.any, "{name} changes nothing");
            let expected = card["seats"].as_object().unwrap();
            for (row, seats) in expected {
                let by_alliance = report
                    .alliances
                    .iter()
                    .find(|r| r.id == *row)
                    .map(|r| r.seats);
                let by_party = report
                    .parties
                    .iter()
                    .find(|r| r.id == *row)
                    .map(|r| r.seats);
                assert_eq!(
                    by_alliance.or(by_party).map(u64::from),
                    seats.as_u64(),
                    "{name}: {row}"
                );
                for language in ["en", "hi"] {
                    let answer = card["answer"][language].as_str().unwrap();
                    let number = seats.to_string();
                    let said = answer
                        .split(|c: char| !c.is_ascii_digit())
                        .any(|word| word == number);
                    assert!(
                        said,
                        "{name}, {language}: {row} {number} is not in \"{answer}\""
                    );
                }
            }
            for language in ["en", "hi"] {
                for field in ["title", "answer", "assumption"] {
                    let text = card[field][language].as_str().unwrap_or("");
                    assert!(!text.trim().is_empty(), "{name}: {field}.{language}");
                }
            }
            cards += 1;
        }
    }
    assert_eq!(cards, 8);
}

/// In 2019 JMM, Congress and RJD stood together, the BJP and AJSU each alone (Deccan Herald, 8 November 2019).
#[test]
fn the_preset_of_2019_regroups_the_house_of_2024() {
    let file: Value = serde_json::from_str(&support::data("jharkhand-2024")).unwrap();
    let preset = &file["presets"][0];
    assert_eq!(preset["id"], "alliances-of-2019");
    let scenario = support::parsed(preset, Scenario::from_value).unwrap();
    let report = support::jharkhand().evaluate(&scenario).unwrap();
    let seats: Vec<u32> = ["INDIA", "NDA", "CPIML", "AJSU", "JDU", "LJPRV", "JLKM"]
        .iter()
        .map(|id| support::seats(&report, id))
        .collect();
    assert_eq!(seats, [34 + 16 + 4, 21, 2, 1, 1, 1, 1]);
}

/// The votes that card 2 speaks of, added up from the margins of its sixteen constituencies.
#[test]
fn sixteen_seats_cost_65068_votes() {
    let mut calculator = support::jharkhand();
    let report = support::evaluate(&mut calculator, "");
    let card = "78 65 39 38 32 11 36 54 70 56 8 77 10 73 31 23";
    let cost: f64 = card
        .split(' ')
        .map(|id| {
            let margin = report.constituencies.margin[id.parse::<usize>().unwrap() - 1];
            (margin / 2.0).floor() + 1.0
        })
        .sum();
    assert_eq!(cost, 65_068.0);
    let share = cost * 10_000.0 / report.totals.valid as f64;
    assert_eq!(share.round(), 37.0);
}
