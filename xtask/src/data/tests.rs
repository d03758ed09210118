//! What a made-up folder of CSV files turns into, and what the committed files must hold.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde_json::Value;

use super::accepted;
use super::assemble::assemble;
use super::committed::{self, Committed, ELECTIONS, english, text, votes};
use super::elections::{self, Election};

const MADE_UP: Election = Election {
    id: "jharkhand-2024",
    year: "2024",
    title: ("A made-up election", "एक चुनाव"),
    kicker: ("Made up", ""),
    note: ("", ""),
    counted: "2024-11-23",
    government: None,
    nominated: None,
    phases: &[("1", "2024-11-13")],
    counts_published: false,
    sources: &[],
    facts: &[],
    questions: r#"[ {"id": "q", "title": {"hi": "?", "en": "?"}} ]"#,
    presets: "[]",
    map: false,
};

const CANDIDATES: &str = "\
ac_no,ac_name,category,district,phase,serial_no,candidate,party_code,party,alliance,votes_evm,votes_postal,votes_total,rank,won,is_nota
1,Town,GEN,East Side,1,1,MD ASLAM,RED,The Reds,ONE,60,5,65,2,0,0
1,Town,GEN,East Side,1,2,ASHA DEVI,CPIML,Long Name of a Party,,70,1,71,1,1,0
1,Town,GEN,East Side,1,3,NOTA,NOTA,None of the Above,,2,0,2,,0,1
2,Hill,ST,East Side,1,1,K.C. MUNDA,RED,The Reds,ONE,9,1,10,1,1,0
2,Hill,ST,East Side,1,3,BADAL,IND,Independent,,3,0,3,2,0,0
2,Hill,ST,East Side,1,4,NOTA,NOTA,None of the Above,,1,1,2,,0,1
";

const SEATS: &str = "\
ac_no,ac_name,category,district,division,pc_no,pc_name,phase,poll_date,electors,turnout_pct_eci_report,votes_total_incl_nota
1,Town,GEN,East Side,North,7,Town,1,2024-11-13,200,69,138
2,Hill,ST,East Side,North,7,Town,1,2024-11-13,20,75.5,15
";

/// The made-up folder, with `changed` in place of one of its files.
fn folder(changed: Option<(&str, String)>) -> impl Fn(&str) -> Result<String> {
    let mut files: BTreeMap<String, String> = [
        ("jharkhand_2024_candidates.csv", CANDIDATES),
        ("jharkhand_2024_seats.csv", SEATS),
        ("jharkhand_2024_parties.csv", "party_code,party\nRED,The Red Party\n"),
        (
            "alliances.csv",
            "election,alliance,name_en,name_hi,party_code,source\njharkhand-2024,ONE,The One,एक,RED,a paper\n",
        ),
        (
            "names_hi_constituencies.csv",
            "ac_no,name_hi,variants\n1,नगर,शहर [A;B] | पुर [C]\n2,पहाड़,\n",
        ),
        (
            "names_hi_parties.csv",
            "party_code,name_en,name_hi,short_hi,variants,kind\nCPIML,Long Name of a Party,दल,माले,,party\n",
        ),
        (
            "names_hi_places.csv",
            "kind,name_en,name_hi,short_hi,variants\ndivision,North,उत्तर,,\ndistrict,East Side,पूर्व,,\ncategory,GEN,सामान्य,,\ncategory,SC,अनुसूचित जाति,अ.जा.,\ncategory,ST,अनुसूचित जनजाति,अ.ज.जा.,\n",
        ),
        ("people.csv", "ac_no,candidate,name_hi\n1,ASHA DEVI,आशा देवी\n"),
    ]
    .into_iter()
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .collect();
    if let Some((name, text)) = changed {
        assert!(files.insert(name.to_owned(), text).is_some());
    }
    move |file| files.get(file).cloned().context("no such file")
}

#[test]
fn a_folder_turns_into_these_very_bytes() {
    let made = assemble(&MADE_UP, &folder(None)).unwrap().render().unwrap();
    let expected = r##"{
"format":1,
"id":"jharkhand-2024",
"title":{"en":"A made-up election","hi":"एक चुनाव"},
"house":{"name":{"en":"Jharkhand Legislative Assembly","hi":"झारखंड विधानसभा"},"short":{"en":"Jharkhand Assembly","hi":"झारखंड विधानसभा"},"kicker":"Made up","seats":2},
"counted":"2024-11-23",
"parties":[
{"id":"RED","name":"The Red Party","colour":"#b9bcc3"},
{"id":"CPIML","name":{"en":"Long Name of a Party","hi":"दल"},"short":{"en":"CPI(ML)L","hi":"माले"},"colour":"#8a0700"},
{"id":"IND","name":"Independent","colour":"#a9a9a9"}
],
"alliances":[
{"id":"ONE","name":{"en":"The One","hi":"एक"},"short":"ONE","parties":["RED"],"source":"a paper"}
],
"categories":[
{"id":"GEN","name":{"en":"General","hi":"सामान्य"}},
{"id":"SC","name":{"en":"Scheduled Caste","hi":"अनुसूचित जाति"},"short":{"en":"SC","hi":"अ.जा."}},
{"id":"ST","name":{"en":"Scheduled Tribe","hi":"अनुसूचित जनजाति"},"short":{"en":"ST","hi":"अ.ज.जा."}}
],
"divisions":[
{"id":"North","name":{"en":"North","hi":"उत्तर"}}
],
"districts":[
{"id":"EastSide","name":{"en":"East Side","hi":"पूर्व"},"division":"North"}
],
"parliamentary":[
{"id":"7","name":{"en":"Town","hi":"नगर"}}
],
"phases":[
{"id":"1","polled":"2024-11-13"}
],
"constituencies":[
{"id":"1","name":{"en":"Town","hi":"नगर"},"variants":["शहर","पुर"],"category":"GEN","district":"EastSide","parliamentary":"7","phase":"1","electors":200,"turnout":6900,"winner":2,"nota":[2,0],"candidates":[{"name":"Md. Aslam","party":"RED","votes":[60,5]},{"name":{"en":"Asha Devi","hi":"आशा देवी"},"party":"CPIML","votes":[70,1]}]},
{"id":"2","name":{"en":"Hill","hi":"पहाड़"},"category":"ST","district":"EastSide","parliamentary":"7","phase":"1","electors":20,"turnout":7550,"winner":1,"nota":[1,1],"candidates":[{"name":"K. C. Munda","party":"RED","votes":[9,1]},{"serial":3,"name":"Badal","party":"IND","votes":[3,0]}]}
],
"questions":[
{"id":"q","title":{"hi":"?","en":"?"}}
]
}
"##;
    assert_eq!(made, expected);
    let again = assemble(&MADE_UP, &folder(None)).unwrap().render().unwrap();
    assert_eq!(made, again);
    accepted(&made).unwrap();
}

#[test]
fn a_folder_that_contradicts_itself_is_refused() {
    let candidates = "jharkhand_2024_candidates.csv";
    for (file, wrong, right, message) in [
        (candidates, "60,5,65", "60,5,66", "are not the total"),
        (candidates, "60,5,65", ",5,65", "go together"),
        (candidates, "60,5,65", "61,5,66", "139 votes in the lines"),
        (candidates, "65,2,0,0", "65,2,1,0", "not exactly one winner"),
        (
            candidates,
            "70,1,71,1,1,0",
            "71,0,71,1,0,0",
            "exactly one winner",
        ),
        (candidates, "2,0,2,,0,1", "2,0,2,,0,0", "one line for NOTA"),
        (candidates, "9,1,10,1", "3,0,3,1", "not the most votes"),
        (candidates, "9,1,10,1,1", "9,1,x,1,1", "cannot read"),
        (
            candidates,
            "\n2,Hill,ST,East Side,1,1",
            "\n3,Hill,ST,East Side,1,1",
            "",
        ),
        ("jharkhand_2024_seats.csv", "75.5", "75.555", "two decimals"),
        (
            "jharkhand_2024_seats.csv",
            "Town,1,2024-11-13,200",
            "Town,2,2024-11-13,200",
            "no phase",
        ),
        (
            "jharkhand_2024_seats.csv",
            "2024-11-13,200",
            "2024-11-14,200",
            "another day",
        ),
        ("alliances.csv", "RED", "BLUE", "stood nowhere"),
        (
            "names_hi_places.csv",
            "East Side",
            "West Side",
            "no Hindi name",
        ),
    ] {
        let text = folder(None)(file).unwrap();
        assert!(text.contains(wrong), "{wrong}");
        let changed = folder(Some((file, text.replacen(wrong, right, 1))));
        let error = assemble(&MADE_UP, &changed)
            .err()
            .unwrap_or_else(|| panic!("{wrong} to {right} went through"));
        assert!(format!("{error:#}").contains(message), "{error:#}");
    }
}

fn seats_and_votes(file: &Committed, expected: &[(&str, usize, u64)]) {
    for (party, seats, total) in expected {
        assert_eq!(file.party_seats(party), *seats, "{party}");
        assert_eq!(file.party_votes(party), *total, "{party}");
    }
    let seats: usize = expected.iter().map(|line| line.1).sum();
    assert_eq!(seats, 81);
}

fn counted(file: &Committed) -> (u64, u64) {
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

fn count(file: &Committed, key: &str, value: &str) -> usize {
    file.list("constituencies")
        .iter()
        .filter(|seat| text(seat, key) == value)
        .count()
}

#[test]
fn the_2024_file_holds_the_published_figures() {
    let file = committed::file("jharkhand-2024");
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
    let file = committed::file("jharkhand-2024");
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
    let file = committed::file("jharkhand-2019");
    assert_eq!(file.candidates().count(), 1216);
    assert_eq!(counted(&file), (15_048_908, 205_050));
    let seats = |file: &Committed, party: &str| file.party_seats(party);
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

    let file = committed::file("jharkhand-2014");
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
        let house = &committed::file(election).0["house"];
        assert_eq!(house["nominated"]["members"], 1, "{election}");
    }
    assert!(committed::file("jharkhand-2024").0["house"]["nominated"].is_null());
}

#[test]
fn the_calculator_accepts_every_file() {
    for election in ELECTIONS {
        accepted(&committed::file(election).0.to_string()).unwrap();
    }
}

#[test]
fn the_calculator_accepts_the_worked_example_of_the_documentation() {
    let documentation = crate::paths::root().unwrap().join("DATA.md");
    let documentation = std::fs::read_to_string(documentation).unwrap();
    let (_, example) = documentation.split_once("```json\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    accepted(example).unwrap();
    let spoilt = example.replace("\"counted\": 3221", "\"counted\": 3222");
    assert!(accepted(&spoilt).is_err());
}

#[test]
fn every_file_is_set_in_lines() {
    for election in ELECTIONS {
        let raw = committed::raw(election);
        let constituencies = raw
            .lines()
            .filter(|line| line.contains("\"candidates\":[{"));
        assert_eq!(constituencies.count(), 81, "{election}");
        assert!(raw.ends_with("\n]\n}\n") || raw.ends_with("\"questions\":[]\n}\n"));
        for line in raw.lines().filter(|line| line.starts_with("{\"")) {
            let item: Value = serde_json::from_str(line.trim_end_matches(',')).unwrap();
            assert_eq!(item.to_string(), line.trim_end_matches(','), "{election}");
        }
    }
}

#[test]
fn the_question_cards_are_those_of_the_files_beside_this_one() {
    for election in &elections::ELECTIONS {
        let written: Vec<Value> = serde_json::from_str(election.questions).unwrap();
        let file = committed::file(election.id);
        assert_eq!(file.list("questions"), written, "{}", election.id);
    }
}

#[test]
fn every_election_the_project_ships_is_committed() {
    let made = elections::ELECTIONS.map(|election| election.id);
    assert_eq!(made, ELECTIONS);
}

#[test]
fn names_are_printed_as_people_write_them() {
    for election in ELECTIONS {
        let file = committed::file(election);
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
    let file = committed::file("jharkhand-2024");
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
        let file = committed::file(election);
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
        committed::file(election)
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
    let file = committed::file("jharkhand-2024");
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
    let facts = committed::file("jharkhand-2024.facts").0;
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
