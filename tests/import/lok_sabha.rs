//! Lok Sabha 2024: the shipped page is what the command makes of the source file, and its sums are
//! the published ones.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use seat_calculator::calculator::Calculator;
use seat_calculator::election::Election;
use seat_calculator::scenario::Scenario;
use serde_json::Value;

/// Seats by party as published: Siasat (PTI), 5 June 2024, siasat.com/lok-sabha-poll-results-2024-
/// final-table-of-seats-won-by-parties-3038919, from the Commission's site.
const PUBLISHED: [(&str, u32); 42] = [
    ("BJP", 240),
    ("INC", 99),
    ("SP", 37),
    ("AITC", 29),
    ("DMK", 22),
    ("TDP", 16),
    ("JDU", 12),
    ("SSUBT", 9),
    ("NCPSP", 8),
    ("SHS", 7),
    ("LJPRV", 5),
    ("YSRCP", 4),
    ("RJD", 4),
    ("CPIM", 4),
    ("IUML", 3),
    ("AAP", 3),
    ("JMM", 3),
    ("JSP", 2),
    ("CPIMLL", 2),
    ("JDS", 2),
    ("VCK", 2),
    ("CPI", 2),
    ("RLD", 2),
    ("NC", 2),
    ("UPPL", 1),
    ("AGP", 1),
    ("HAMS", 1),
    ("KC", 1),
    ("RSP", 1),
    ("NCP", 1),
    ("VPP", 1),
    ("ZPM", 1),
    ("SAD", 1),
    ("RLP", 1),
    ("BAP", 1),
    ("SKM", 1),
    ("MDMK", 1),
    ("ASPKR", 1),
    ("ADS", 1),
    ("AJSU", 1),
    ("AIMIM", 1),
    ("IND", 7),
];

fn root(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

fn text(path: PathBuf) -> String {
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn the_shipped_files_are_what_the_import_writes() {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("lok-sabha-2024");
    let source = root("tests/data/lok-sabha-2024");
    let output = Command::new(env!("CARGO_BIN_EXE_seat-import"))
        .current_dir(source)
        .args([
            "results.csv",
            "--recipe",
            "recipe.json",
            "--alliances",
            "alliances.csv",
            "--out",
        ])
        .arg(&out)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    for name in ["lok-sabha-2024.json", "lok-sabha-2024.more.json"] {
        let (made, shipped) = (text(out.join(name)), text(root("www/data").join(name)));
        assert!(made == shipped, "{name}: import it again, see IMPORT.md");
    }
    let entry: Value = serde_json::from_str(&text(out.join("elections.json"))).unwrap();
    let listed: Value = serde_json::from_str(&text(root("www/data/elections.json"))).unwrap();
    assert!(listed.as_array().unwrap().contains(&entry[0]));
}

/// The shipped election, with the names of candidates from the second file.
fn shipped() -> Election {
    let file =
        |name: &str| -> Value { serde_json::from_str(&text(root("www/data").join(name))).unwrap() };
    let (mut first, more) = (
        file("lok-sabha-2024.json"),
        file("lok-sabha-2024.more.json"),
    );
    let places = first["constituencies"].as_array_mut().unwrap().iter_mut();
    for (place, names) in places.zip(more["constituencies"].as_array().unwrap()) {
        let lines = place["candidates"].as_array_mut().unwrap().iter_mut();
        for (line, name) in lines.zip(names["candidates"].as_array().unwrap()) {
            line["name"] = name["name"].clone();
        }
    }
    Election::from_json(&first.to_string()).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn seats_and_votes_are_the_published_ones() {
    let report = Calculator::new(shipped())
        .evaluate(&Scenario::default())
        .unwrap();
    let held = report.parties.iter().filter(|party| party.seats > 0);
    let held: BTreeMap<&str, u32> = held.map(|party| (party.id.as_str(), party.seats)).collect();
    assert_eq!(held, PUBLISHED.into());
    // NDA 293: Business Standard, 5 June 2024; INDIA 234: Siasat (PTI), 5 June 2024.
    let row = |id: &str| {
        report
            .alliances
            .iter()
            .find(|row| row.id == id)
            .unwrap()
            .seats
    };
    assert_eq!((row("NDA"), row("INDIA")), (293, 234));
    assert_eq!((report.house.won, report.house.mark), (543, 272));
    assert_eq!(
        report.totals.without_votes, 0,
        "Surat was uncontested, nothing is unknown"
    );
    // The second way: the source file added up line by line.
    let (mut votes, mut nota) = (0, 0);
    let source = text(root("tests/data/lok-sabha-2024/results.csv"));
    let mut rows = csv::Reader::from_reader(source.as_bytes());
    for row in rows.records() {
        let row = row.unwrap();
        let count: u64 = row[8].parse().unwrap_or(0);
        *(if &row[11] == "1" {
            &mut nota
        } else {
            &mut votes
        }) += count;
    }
    assert_eq!((report.totals.valid, report.totals.nota), (votes, nota));
    // The party with most votes in each constituency, by the file's own figures alone.
    let bjp = report
        .parties
        .iter()
        .find(|party| party.id == "BJP")
        .unwrap();
    assert_eq!((bjp.votes, bjp.contested), (235_973_935, 441));
}

#[test]
fn the_largest_parties_wear_the_nine_colours_that_stay_apart() {
    let colours = |file: &str, most: usize| -> Vec<String> {
        let file: Value = serde_json::from_str(&text(root("www/data").join(file))).unwrap();
        let parties = file["parties"].as_array().unwrap().iter().take(most);
        let mut colours: Vec<_> = parties.map(|party| party["colour"].to_string()).collect();
        colours.sort();
        colours
    };
    assert_eq!(
        colours("lok-sabha-2024.json", 9),
        colours("jharkhand-2024.json", 9)
    );
}
