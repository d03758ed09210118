//! What the shipped data files hold: published figures, names, alliances, and how the files are set.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::data_file::{self, DataFile, ELECTIONS, english, listed, raw, text, votes};
use seat_calculator::election::Election;
use serde_json::Value;

fn seats_and_votes(file: &DataFile, expected: &[(&str, usize, u64)]) {
    for (party, seats, total) in expected {
        assert_eq!(file.party_seats(party), *seats, "{party}");
        assert_eq!(file.party_votes(party), *total, "{party}");
    }
    let seats: usize = expected.iter().map(|line| line.1).sum();
    assert_eq!(seats, 81);
}

fn counted(file: &DataFile) -> (u64, u64) {
    let nota: u64 = file
        .list("constituencies")
        .iter()
        .map(|seat| votes(&seat["nota"]))
        .sum();
    let valid: u64 = file
        .candidates()
        .map(|(_, line)| votes(&line["votes"]))
        .sum();
    (valid + nota, nota)
}

fn count(file: &DataFile, key: &str, value: &str) -> usize {
    file.list("constituencies")
        .iter()
        .filter(|seat| text(seat, key) == value)
        .count()
}

#[test]
fn the_2024_file_holds_the_published_figures() {
    let file = data_file::file("jharkhand-2024");
    assert_eq!(file.list("constituencies").len(), 81);
    assert_eq!(file.candidates().count(), 1211);
    assert_eq!(counted(&file), (17_846_283, 226_431));
    seats_and_votes(
        &file,
        &[
            ("JMM", 34, 4_183_281),
            ("BJP", 21, 5_921_474),
            ("INC", 16, 2_776_805),
            ("RJD", 4, 613_880),
            ("CPIML", 2, 337_062),
            ("JLKM", 1, 1_092_178),
            ("AJSU", 1, 632_186),
            ("JDU", 1, 145_040),
            ("LJPRV", 1, 109_019),
            ("IND", 0, 1_126_753),
        ],
    );
    for (key, value, seats) in [
        ("category", "GEN", 44),
        ("category", "SC", 9),
        ("category", "ST", 28),
        ("phase", "1", 43),
        ("phase", "2", 38),
    ] {
        assert_eq!(count(&file, key, value), seats, "{key} {value}");
    }
    let (mut evm, mut electors) = (0, 0);
    for seat in file.list("constituencies") {
        electors += seat["electors"].as_u64().unwrap();
        evm += seat["nota"][0].as_u64().unwrap();
        for line in seat["candidates"].as_array().unwrap() {
            evm += line["votes"][0].as_u64().unwrap();
        }
    }
    assert_eq!((evm, electors), (17_667_845, 26_145_399));
    let contested = |party: &str| {
        file.candidates()
            .filter(|(_, line)| text(line, "party") == party)
            .count()
    };
    assert_eq!(
        ["JMM", "INC", "RJD", "CPIML", "BJP"].map(contested),
        [43, 30, 7, 4, 68]
    );
}

#[test]
fn single_constituencies_of_2024_are_right() {
    let file = data_file::file("jharkhand-2024");
    let line = |seat: &str, candidate: &str| {
        file.seat(seat)["candidates"]
            .as_array()
            .unwrap()
            .iter()
            .find(|line| english(line, "name") == candidate)
            .unwrap_or_else(|| panic!("no {candidate} in {seat}"))
            .clone()
    };
    for (seat, candidate, party, total) in [
        ("3", "Hemant Soren", "JMM", 95_612),
        ("3", "Gamliyel Hembrom", "BJP", 55_821),
        ("28", "Nizam Uddin Ansari", "JMM", 70_858),
        ("37", "Amar Kumar Bauri", "BJP", 56_091),
        ("49", "Banna Gupta", "INC", 95_768),
        ("74", "Baidyanath Ram", "JMM", 97_628),
        ("78", "Vijay Kumar", "RJD", 20_963),
    ] {
        let line = line(seat, candidate);
        assert_eq!(text(&line, "party"), party);
        assert_eq!(votes(&line["votes"]), total, "{candidate}");
    }
    assert_eq!(line("31", "Kalpana Murmu Soren")["votes"][0], 118_521);
    assert_eq!(line("31", "Muniya Devi")["votes"][0], 101_561);
    assert_eq!(line("3", "Hemant Soren")["name"]["hi"], "हेमंत सोरेन");
    // Ballot order: serials are left out because every place in the list is the place on the ballot.
    assert_eq!(
        english(&file.seat("1")["candidates"][0], "name"),
        "Anant Kumar Ojha"
    );
    assert!(file.candidates().all(|(_, line)| line["serial"].is_null()));
    let barhait = file.seat("3");
    assert_eq!(barhait["electors"], 225_960);
    assert_eq!(barhait["turnout"], 7179);
    assert_eq!(text(barhait, "district"), "Sahibganj");
    assert_eq!(file.seat("22")["district"], "Ramgarh");
}

#[test]
fn the_houses_before_hold_the_published_figures() {
    let file = data_file::file("jharkhand-2019");
    assert_eq!(file.candidates().count(), 1216);
    assert_eq!(counted(&file), (15_048_908, 205_050));
    let seats = |file: &DataFile, party: &str| file.party_seats(party);
    for (party, expected) in [
        ("JMM", 30),
        ("BJP", 25),
        ("INC", 16),
        ("JVMP", 3),
        ("AJSU", 2),
        ("IND", 2),
        ("RJD", 1),
        ("CPIML", 1),
        ("NCP", 1),
    ] {
        assert_eq!(seats(&file, party), expected, "2019 {party}");
    }
    // 33.37 and 18.72 % of votes counted, as published.
    let share = |party| (file.party_votes(party) * 10_000 + 7_524_454) / 15_048_908;
    assert_eq!((share("BJP"), share("JMM")), (3337, 1872));
    for (phase, expected) in [("1", 13), ("2", 20), ("3", 17), ("4", 15), ("5", 16)] {
        assert_eq!(count(&file, "phase", phase), expected, "phase {phase}");
    }

    let file = data_file::file("jharkhand-2014");
    assert_eq!(file.candidates().count(), 1136);
    assert_eq!(counted(&file), (13_868_225, 235_039));
    for (party, expected) in [
        ("BJP", 37),
        ("JMM", 19),
        ("JVMP", 8),
        ("INC", 6),
        ("AJSU", 5),
    ] {
        assert_eq!(seats(&file, party), expected, "2014 {party}");
    }
    // Winner and runner-up of three constituencies in the Commission's detailed results.
    for (seat, expected) in [
        ("10", [69_760, 64_846]),
        ("78", [43_805, 37_943]),
        ("80", [75_196, 53_441]),
    ] {
        let mut found: Vec<u64> = file.seat(seat)["candidates"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| votes(&line["votes"]))
            .collect();
        found.sort_unstable_by(|one, two| two.cmp(one));
        assert_eq!(found[..2], expected, "{seat}");
    }
    for election in ["jharkhand-2019", "jharkhand-2014"] {
        let house = &data_file::file(election).0["house"];
        assert_eq!(house["nominated"]["members"], 1, "{election}");
    }
    assert!(data_file::file("jharkhand-2024").0["house"]["nominated"].is_null());
}

#[test]
fn the_calculator_accepts_every_file() {
    for election in listed() {
        Election::from_json(&data_file::file(&election).0.to_string()).unwrap();
    }
}

#[test]
fn the_calculator_accepts_the_examples_of_the_documentation() {
    let documentation = include_str!("../../DATA.md");
    let example = |text: &'static str| {
        let (_, example) = text.split_once("```json\n").unwrap();
        example.split_once("```").unwrap().0
    };
    let smallest = example(documentation);
    Election::from_json(smallest).unwrap();
    // Nothing can be left out of it.
    for needless in ["\"format\": 1,", "\"alliances\": [],", "\"winner\": 2,"] {
        assert!(
            Election::from_json(&smallest.replace(needless, "")).is_err(),
            "{needless}"
        );
    }
    let (_, worked) = documentation.split_once("## A worked example").unwrap();
    let example = example(worked);
    Election::from_json(example).unwrap();
    let spoilt = example.replace("\"counted\": 3221", "\"counted\": 3222");
    assert!(Election::from_json(&spoilt).is_err());
}

#[test]
fn every_file_is_set_in_lines() {
    for election in listed() {
        for name in [election.clone(), format!("{election}.more")] {
            let raw = raw(&name);
            let seats = raw
                .lines()
                .filter(|line| line.contains("\"candidates\":[{"));
            let house = &data_file::file(&election).0["house"]["seats"];
            assert_eq!(house.as_u64(), Some(seats.count() as u64), "{name}");
            assert!(raw.starts_with("{\n\"") && raw.ends_with("\n}\n"), "{name}");
            for line in raw.lines().filter(|line| line.starts_with("{\"")) {
                let line = line.trim_end_matches(',');
                let item: Value = serde_json::from_str(line).unwrap();
                // Compact JSON has the same length in any order of members.
                assert_eq!(item.to_string().len(), line.len(), "{name}: {line}");
            }
        }
    }
}

#[test]
fn the_second_file_adds_and_never_changes() {
    for election in listed() {
        let [first, more] = [election.clone(), format!("{election}.more")]
            .map(|name| serde_json::from_str::<Value>(&raw(&name)).unwrap());
        assert_eq!(text(&first, "more"), format!("{election}.more.json"));
        adds(&first, &more, &election);
    }
}

/// Fails where `over` says something that `under` says otherwise; ids stand in both.
fn adds(under: &Value, over: &Value, at: &str) {
    match (under, over) {
        (Value::Object(under), Value::Object(over)) => {
            for (name, value) in over {
                if let Some(there) = under.get(name) {
                    adds(there, value, &format!("{at}.{name}"));
                }
            }
        }
        (Value::Array(under), Value::Array(over)) => {
            assert_eq!(under.len(), over.len(), "{at}");
            for (i, (there, value)) in under.iter().zip(over).enumerate() {
                adds(there, value, &format!("{at}[{i}]"));
            }
        }
        _ => assert!(
            under == over && at.ends_with(".id"),
            "{at}: {under} and {over}"
        ),
    }
}

#[test]
fn names_are_printed_as_people_write_them() {
    for election in ELECTIONS {
        let file = data_file::file(election);
        for (seat, line) in file.candidates() {
            let name = english(line, "name");
            let place = format!("{election}, {}: {name:?}", text(seat, "id"));
            assert_eq!(name, name.trim(), "{place}");
            assert!(!name.contains("  ") && !name.is_empty(), "{place}");
            for word in name
                .split(' ')
                .filter(|word| !["alias", "(s/o"].contains(word))
            {
                let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
                assert!(letters[0].is_uppercase(), "{place}");
                assert!(letters[1..].iter().all(|c| c.is_lowercase()), "{place}");
                let initial = letters.len() == 1;
                assert!(!initial || word.ends_with('.'), "{place}");
            }
        }
    }
}

#[test]
fn parties_are_printed_as_the_press_prints_them() {
    let file = data_file::file("jharkhand-2024");
    let short: BTreeMap<&str, &str> = file
        .list("parties")
        .iter()
        .map(|party| (text(party, "id"), english(party, "short")))
        .collect();
    for (id, expected) in [
        ("CPIML", "CPI(ML)L"),
        ("LJPRV", "LJP(RV)"),
        ("JDU", "JD(U)"),
        ("AJSU", "AJSU"),
        ("JLKM", "JLKM"),
        ("AIMIM", "AIMIM"),
        ("BHRTRSHTJG", ""),
    ] {
        assert_eq!(short[id], expected);
    }
    let order: Vec<&str> = file.list("parties").iter().map(|p| text(p, "id")).collect();
    assert_eq!(order[..5], ["JMM", "BJP", "INC", "RJD", "CPIML"]);
    assert_eq!(order.last(), Some(&"IND"));
}

#[test]
fn every_place_and_every_party_with_seats_has_a_hindi_name() {
    for election in ELECTIONS {
        let file = data_file::file(election);
        let seated: BTreeSet<&str> = file.winners().map(|line| text(line, "party")).collect();
        let places = [
            "constituencies",
            "categories",
            "divisions",
            "districts",
            "parliamentary",
        ];
        let named = places.iter().flat_map(|list| file.list(list));
        let parties = file.list("parties").iter();
        for item in named.chain(parties.filter(|party| seated.contains(text(party, "id")))) {
            let hindi = item["name"]["hi"].as_str().unwrap_or_default();
            let devanagari = hindi.chars().any(|c| ('\u{900}'..='\u{97f}').contains(&c));
            assert!(devanagari, "{election}: {}", text(item, "id"));
        }
    }
}

#[test]
fn alliances_are_those_of_the_day() {
    let members = |election: &str| -> Vec<(String, Vec<String>)> {
        data_file::file(election)
            .list("alliances")
            .iter()
            .map(|alliance| {
                let parties = alliance["parties"].as_array().unwrap();
                let ids = parties.iter().map(|id| id.as_str().unwrap().to_owned());
                (text(alliance, "id").to_owned(), ids.collect())
            })
            .collect()
    };
    let named = |lists: &[(&str, &[&str])]| -> Vec<(String, Vec<String>)> {
        lists
            .iter()
            .map(|(id, parties)| {
                let parties = parties.iter().map(|party| (*party).to_owned());
                ((*id).to_owned(), parties.collect())
            })
            .collect()
    };
    for (election, expected) in [
        (
            "jharkhand-2024",
            named(&[
                ("INDIA", &["JMM", "INC", "RJD", "CPIML"]),
                ("NDA", &["BJP", "AJSU", "JDU", "LJPRV"]),
            ]),
        ),
        ("jharkhand-2019", named(&[("MGB", &["JMM", "INC", "RJD"])])),
        (
            "jharkhand-2014",
            named(&[
                ("NDA", &["BJP", "AJSU", "LJP"]),
                ("INC+", &["INC", "RJD", "JDU"]),
                ("JVM+", &["JVMP", "AITC"]),
            ]),
        ),
    ] {
        assert_eq!(members(election), expected, "{election}");
    }
    let file = data_file::file("jharkhand-2024");
    let short = |at: usize| file.list("alliances")[at]["short"].clone();
    assert_eq!(short(0), serde_json::json!({"en": "INDIA", "hi": "इंडिया"}));
    assert_eq!(short(1), serde_json::json!({"en": "NDA", "hi": "एनडीए"}));
}

/// Every text of the facts that stands beside a role, note, or figure, by the members' names.
fn told<'a>(value: &'a Value, found: &mut Vec<(&'a str, &'a Value)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| told(item, found)),
        Value::Object(members) => {
            for (name, member) in members {
                let own = matches!(name.as_str(), "role" | "note" | "by" | "basis" | "title");
                if own && *member != "" {
                    found.push((name, member));
                } else {
                    told(member, found);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn facts_are_told_in_both_languages() {
    let facts = data_file::file("jharkhand-2024.facts").0;
    let mut found = Vec::new();
    told(&facts, &mut found);
    assert!(found.len() > 50, "{}", found.len());
    for (name, value) in found {
        let [en, hi] = ["en", "hi"].map(|language| value[language].as_str().unwrap_or_default());
        let devanagari = |c: char| ('\u{900}'..'\u{980}').contains(&c);
        assert!(
            !en.is_empty() && !en.contains(devanagari),
            "{name}: {value}"
        );
        assert!(hi.contains(devanagari), "{name}: {value}");
    }
    let role = |id: &str| {
        let all = facts["people"].as_array().unwrap();
        all.iter().find(|one| one["constituency"] == id).unwrap()["role"]["hi"].clone()
    };
    assert_eq!(role("3"), "मुख्यमंत्री");
    assert_eq!(role("37"), "नेता प्रतिपक्ष");
}
