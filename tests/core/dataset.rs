//! Reading and checking a data file: every fault is found, at its place, beside all others.

use crate::support;
use seat_calculator::election::Election;
use seat_calculator::problem::Problems;
use serde_json::{Value, json};

fn small() -> Value {
    json!({
        "format": 1,
        "id": "small",
        "title": "A small election",
        "house": {"name": "House", "seats": 3, "nominated": {"members": 1, "effective": true, "voting": false}},
        "government": "X",
        "parties": [
            {"id": "A", "name": {"en": "Apples", "hi": "सेब"}, "colour": "#aa0000"},
            {"id": "B", "name": "Berries", "colour": "#00aa00"},
            {"id": "C", "name": "Cherries", "colour": "#0000AA"}
        ],
        "alliances": [{"id": "X", "name": "Ex", "parties": ["A", "B"], "colour": "#123456"}],
        "categories": [{"id": "GEN", "name": "General"}],
        "divisions": [{"id": "North", "name": "North"}],
        "districts": [{"id": "Hill", "name": "Hill", "division": "North"}],
        "parliamentary": [{"id": "1", "name": "First"}],
        "phases": [{"id": "1", "polled": "2024-11-13"}],
        "constituencies": [
            {"id": "1", "name": "One", "category": "GEN", "district": "Hill", "parliamentary": "1", "phase": "1",
             "electors": 1000, "winner": 1, "nota": [3, 1], "counted": 154, "candidates": [
                {"name": "Ann", "party": "A", "votes": [90, 10]},
                {"name": "Bob", "party": "C", "votes": [48, 2]}]},
            {"id": "2", "name": "Two", "status": "unopposed", "winner": 7, "candidates": [
                {"serial": 7, "name": "Cat", "party": "IND", "alliance": "X"}]},
            {"id": "3", "name": "Three", "status": "awaited", "candidates": [{"name": "Dan", "party": "B"}]}
        ]
    })
}

fn read(value: &Value) -> Result<Election, Problems> {
    Election::from_json(&value.to_string())
}

/// The small file with the value at a JSON pointer replaced.
fn with(pointer: &str, value: Value) -> Value {
    let mut file = small();
    *file
        .pointer_mut(pointer)
        .unwrap_or_else(|| panic!("{pointer}")) = value;
    file
}

/// The small file with a field added or replaced.
fn plus(pointer: &str, field: &str, value: Value) -> Value {
    let mut file = small();
    file.pointer_mut(pointer).unwrap()[field] = value;
    file
}

/// The small file without a field.
fn less(pointer: &str, field: &str) -> Value {
    let mut file = small();
    file.pointer_mut(pointer)
        .unwrap()
        .as_object_mut()
        .unwrap()
        .remove(field);
    file
}

#[test]
fn a_good_file_is_an_election() {
    let election = read(&small()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(election.parties, ["A", "B", "C", "IND"]);
    let one = &election.constituencies[0];
    assert_eq!(
        (one.valid, one.nota, one.counted(), one.voted),
        (150, Some(4), 154, true)
    );
    assert_eq!(election.candidates[0].postal, 10);
    // The division comes from the district.
    assert_eq!(one.places, [0, 0, 0, 0, 0]);
    let two = &election.constituencies[1];
    assert_eq!((two.voted, two.holder), (false, Some(2)));
    assert_eq!(election.candidates[2].alliance, 0);
}

#[test]
fn every_fault_has_its_code_and_place() {
    let c = "/constituencies/0";
    let first = |field: &str, value| plus(c, field, value);
    let line = |field: &str, value| plus("/constituencies/0/candidates/1", field, value);
    for (file, code, path) in [
        (json!([1]), "wrong-kind", ""),
        (with("/format", json!(2)), "newer-format", "format"),
        (with("/id", json!("Small!")), "bad-id", "id"),
        (less("", "title"), "missing", "title"),
        (less("/house", "seats"), "missing", "house.seats"),
        (
            with("/house/seats", json!(4)),
            "missing-constituency",
            "house.seats",
        ),
        (
            with("/house/nominated/voting", json!("yes")),
            "wrong-kind",
            "house.nominated.voting",
        ),
        (with("/government", json!("Q")), "unknown-id", "government"),
        (
            with("/parties/1/id", json!("A")),
            "duplicate-id",
            "parties[1].id",
        ),
        (
            with("/parties/1/id", json!("9A")),
            "bad-id",
            "parties[1].id",
        ),
        (
            with("/parties/1/name", json!("")),
            "empty-name",
            "parties[1].name",
        ),
        (
            with("/parties/0/name/hi", json!("  ")),
            "empty-name",
            "parties[0].name",
        ),
        (
            with("/parties/1/colour", json!("green")),
            "bad-colour",
            "parties[1].colour",
        ),
        (
            with("/parties/1/colour", json!("#00aa0g")),
            "bad-colour",
            "parties[1].colour",
        ),
        (
            with("/alliances/0/colour", json!("#12345")),
            "bad-colour",
            "alliances[0].colour",
        ),
        (
            with("/alliances/0/parties", json!(["A", "Z"])),
            "unknown-id",
            "alliances[0].parties[1]",
        ),
        (
            with("/alliances/0/parties", json!(["A", "IND"])),
            "independent-in-alliance",
            "alliances[0].parties[1]",
        ),
        (
            with("/alliances/0/id", json!("C")),
            "duplicate-id",
            "alliances[0].id",
        ),
        (
            with(
                "/alliances",
                json!([{"id": "X", "name": "x", "parties": ["A"]}, {"id": "Y", "name": "y", "parties": ["A"]}]),
            ),
            "party-in-two-alliances",
            "alliances[1].parties[0]",
        ),
        (
            with("/districts/0/division", json!("South")),
            "unknown-id",
            "districts[0].division",
        ),
        (
            with("/constituencies", json!([])),
            "empty-house",
            "constituencies",
        ),
        (
            with("/constituencies/1/id", json!("1")),
            "duplicate-constituency",
            "constituencies[1].id",
        ),
        (first("id", json!("01")), "bad-id", "constituencies[0].id"),
        (first("id", json!("x")), "bad-id", "constituencies[0].id"),
        (
            first("category", json!("ST")),
            "unknown-id",
            "constituencies[0].category",
        ),
        (
            first("phase", json!("9")),
            "unknown-id",
            "constituencies[0].phase",
        ),
        (
            first("status", json!("lost")),
            "unknown-status",
            "constituencies[0].status",
        ),
        (
            first("status", json!("awaited")),
            "winner-not-expected",
            "constituencies[0].winner",
        ),
        (
            first("status", json!("lot")),
            "lot-without-tie",
            "constituencies[0].status",
        ),
        (
            first("winner", json!([1, 2])),
            "two-winners",
            "constituencies[0].winner",
        ),
        (
            first("winner", json!(2)),
            "winner-has-fewer-votes",
            "constituencies[0].winner",
        ),
        (
            first("winner", json!(9)),
            "unknown-winner",
            "constituencies[0].winner",
        ),
        (less(c, "winner"), "missing", "constituencies[0].winner"),
        (
            first("counted", json!(155)),
            "total-mismatch",
            "constituencies[0].counted",
        ),
        (
            first("electors", json!(153)),
            "more-votes-than-electors",
            "constituencies[0].electors",
        ),
        (
            first("nota", json!([1, 2, 3])),
            "wrong-kind",
            "constituencies[0].nota",
        ),
        (
            line("votes", json!(-1)),
            "negative",
            "constituencies[0].candidates[1].votes",
        ),
        (
            line("votes", json!(1.5)),
            "not-whole",
            "constituencies[0].candidates[1].votes",
        ),
        (
            line("votes", json!(9_007_199_254_740_993_u64)),
            "too-large",
            "constituencies[0].candidates[1].votes",
        ),
        (
            line("votes", json!([4_294_967_295_u32, 1])),
            "too-large",
            "constituencies[0].candidates[1].votes",
        ),
        (
            line("votes", json!([48, "2"])),
            "wrong-kind",
            "constituencies[0].candidates[1].votes[1]",
        ),
        (
            less("/constituencies/0/candidates/1", "votes"),
            "missing",
            "constituencies[0].candidates[1].votes",
        ),
        (
            line("serial", json!(1)),
            "duplicate-serial",
            "constituencies[0].candidates[1].serial",
        ),
        (
            line("serial", json!(0)),
            "bad-serial",
            "constituencies[0].candidates[1].serial",
        ),
        (
            line("party", json!("Q")),
            "unknown-id",
            "constituencies[0].candidates[1].party",
        ),
        (
            line("alliance", json!("Q")),
            "unknown-id",
            "constituencies[0].candidates[1].alliance",
        ),
        (
            line("name", json!(" ")),
            "empty-name",
            "constituencies[0].candidates[1].name",
        ),
        (
            plus(
                "/constituencies/1",
                "candidates",
                json!([{"serial": 7, "name": "Cat", "party": "A"}, {"name": "Eve", "party": "B"}]),
            ),
            "unopposed-with-rivals",
            "constituencies[1].candidates",
        ),
        (
            with("/constituencies/2/status", json!("tied")),
            "tie-without-equal-votes",
            "constituencies[2].status",
        ),
    ] {
        let problems = read(&file).expect_err(code);
        let found = problems
            .list()
            .iter()
            .any(|problem| problem.code == code && problem.path == path);
        assert!(found, "{code} at {path}: {problems}");
    }
}

/// Faults told for what they are, at their place, and nothing that only follows from them.
#[test]
fn each_fault_is_the_only_one_told() {
    let long = "A".repeat(25);
    let count = json!({"kind": "count"});
    for (file, code, path, said) in [
        (
            plus("/constituencies/0", "candidates", json!([])),
            "empty-list",
            "constituencies[0].candidates",
            "nobody stands",
        ),
        (with("/id", json!(1)), "wrong-kind", "id", "a text"),
        (
            with("/parties/0/id", json!(1)),
            "wrong-kind",
            "parties[0].id",
            "a text",
        ),
        (
            with("/constituencies/0/id", json!(1)),
            "wrong-kind",
            "constituencies[0].id",
            "a text",
        ),
        (
            with("/parties/1/id", json!(long)),
            "bad-id",
            "parties[1].id",
            "too long",
        ),
        (
            with("/id", json!("a".repeat(49))),
            "bad-id",
            "id",
            "too long",
        ),
        (
            with("/parties/0/name/hi", json!(5)),
            "wrong-kind",
            "parties[0].name.hi",
            "a text",
        ),
        (
            with("/constituencies/0/candidates/0/votes", json!("many")),
            "wrong-kind",
            "constituencies[0].candidates[0].votes",
            "whole number",
        ),
        (
            plus("/house", "result", json!({"kind": "guess"})),
            "unknown-word",
            "house.result.kind",
            "guess",
        ),
        (
            plus("/house", "result", json!({})),
            "missing",
            "house.result.kind",
            "missing",
        ),
        (
            plus("/house", "result", count),
            "missing",
            "house.result.at",
            "missing",
        ),
    ] {
        let mut file = file;
        if code == "bad-id" && path == "parties[1].id" {
            file["alliances"][0]["parties"][1] = json!("A".repeat(25));
            file["constituencies"][2]["candidates"][0]["party"] = json!("A".repeat(25));
        }
        let problems = read(&file).expect_err(path);
        let [problem] = problems.list() else {
            panic!("{path}: {problems}")
        };
        assert_eq!(
            (problem.code, problem.path.as_str()),
            (code, path),
            "{problems}"
        );
        assert!(problem.message.contains(said), "{problems}");
        assert_eq!(problems.total(), 1, "{problems}");
    }
    let text = small().to_string();
    for (text, said) in [
        (String::new(), "empty"),
        (format!("\u{feff}{text}"), "byte order mark"),
        ("<!doctype html><p>404</p>".to_owned(), "web page"),
        (text[..text.len() - 1].to_owned(), "EOF"),
    ] {
        let problems = Election::from_json(&text).unwrap_err();
        assert_eq!(problems.list()[0].code, "not-json");
        assert!(problems.to_string().contains(said), "{problems}");
    }
}

/// 0 to 0 and 70 to 70 lead nowhere; 5 to 4 does.
#[test]
fn level_is_no_lead() {
    for (votes, fine) in [((0, 0), false), ((70, 70), false), ((5, 4), true)] {
        let mut file = plus("/constituencies/0", "status", json!("leading"));
        file["constituencies"][0]["candidates"][0]["votes"] = json!(votes.0);
        file["constituencies"][0]["candidates"][1]["votes"] = json!(votes.1);
        file["constituencies"][0]
            .as_object_mut()
            .unwrap()
            .remove("counted");
        let found = read(&file).err();
        let found =
            found.map(|problems| (problems.list()[0].code, problems.list()[0].path.clone()));
        let refused = ("level-is-no-lead", "constituencies[0].winner".to_owned());
        assert_eq!(found, (!fine).then_some(refused), "{votes:?}");
    }
}

#[test]
fn a_tie_needs_a_lot_or_a_status() {
    let mut file = with("/constituencies/0/candidates/1/votes", json!([98, 2]));
    file["constituencies"][0]["counted"] = json!(204);
    let code = |file: &Value| read(file).err().map(|problems| problems.list()[0].code);
    assert_eq!(code(&file), Some("tie-without-lot"));
    file["constituencies"][0]["status"] = json!("lot");
    assert_eq!(code(&file), None);
    file["constituencies"][0]["status"] = json!("tied");
    file["constituencies"][0]
        .as_object_mut()
        .unwrap()
        .remove("winner");
    assert_eq!(code(&file), None);
}

#[test]
fn a_holder_with_fewer_votes_needs_a_reason() {
    let mut file = plus("/constituencies/0", "winner", json!(2));
    file["constituencies"][0]["reason"] = json!("High Court, 3 March 2025");
    let election = read(&file).unwrap();
    assert_eq!(election.constituencies[0].holder, Some(1));
}

#[test]
fn all_faults_are_told_at_once() {
    let mut file = small();
    file["parties"][0]["colour"] = json!("red");
    file["government"] = json!("Nobody");
    file["constituencies"][0]["winner"] = json!(2);
    file["constituencies"][0]["candidates"][0]["party"] = json!("Q");
    file["constituencies"][2]["id"] = json!("2");
    let problems = read(&file).unwrap_err();
    let codes: Vec<_> = problems.list().iter().map(|problem| problem.code).collect();
    assert_eq!(problems.total(), 5, "{problems}");
    for code in [
        "bad-colour",
        "winner-has-fewer-votes",
        "duplicate-constituency",
    ] {
        assert!(codes.contains(&code), "{problems}");
    }
    assert_eq!(
        codes.iter().filter(|code| **code == "unknown-id").count(),
        2
    );
    assert_eq!(
        Election::from_json("{").unwrap_err().list()[0].code,
        "not-json"
    );
}

#[test]
fn no_value_anywhere_can_make_it_panic() {
    let odd = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(""),
        json!("x"),
        json!([]),
        json!([[]]),
        json!({}),
        json!(65_535),
    ];
    let mut pointers = Vec::new();
    fn walk(value: &Value, at: String, out: &mut Vec<String>) {
        match value {
            Value::Object(fields) => fields
                .iter()
                .for_each(|(name, field)| walk(field, format!("{at}/{name}"), out)),
            Value::Array(items) => items
                .iter()
                .enumerate()
                .for_each(|(i, item)| walk(item, format!("{at}/{i}"), out)),
            _ => {}
        }
        out.push(at);
    }
    walk(&small(), String::new(), &mut pointers);
    assert!(pointers.len() > 100);
    for pointer in &pointers {
        for value in &odd {
            if let Ok(election) = read(&with(pointer, value.clone())) {
                let mut calculator = seat_calculator::calculator::Calculator::new(election);
                support::evaluate(&mut calculator, "");
                let _ = support::try_evaluate(
                    &mut calculator,
                    "w-1b-2.IND_s-A-C-500_r-C-X_x-A-C-1_h-e",
                );
            }
        }
    }
}

/// All votes of a constituency may come to one candidate, and every party and member be a line of the tally.
#[test]
fn what_could_not_be_counted_is_refused() {
    let most = u32::MAX;
    let mut file = with("/constituencies/0/candidates/0/votes", json!(most - 50));
    let first = &mut file["constituencies"][0];
    for name in ["electors", "counted", "nota"] {
        first.as_object_mut().unwrap().remove(name);
    }
    first["candidates"][1]["votes"] = json!(50);
    let election = read(&file).unwrap();
    let mut calculator = seat_calculator::calculator::Calculator::new(election);
    support::evaluate(&mut calculator, "s-A-C-10000");
    assert_eq!(calculator.outcome().votes.count[..2], [0, most]);
    file["constituencies"][0]["candidates"][1]["votes"] = json!(51);
    let problems = read(&file).unwrap_err();
    let (path, code) = (&problems.list()[0].path, problems.list()[0].code);
    assert_eq!(
        (path.as_str(), code, problems.total()),
        ("constituencies[0]", "too-large", 1)
    );
    let named = read(&with("/parties/1/id", json!("NOM"))).unwrap_err();
    assert_eq!(
        (named.list()[0].path.as_str(), named.list()[0].code),
        ("parties[1].id", "bad-id")
    );
    // Rows for party A, for independents without a seat, and for each member who sits alone: one more than there are indexes.
    let seat = |n| support::house::constituency(n, &[("IND", 2), ("A", 1)]);
    let list = (1..=65_534).map(seat).collect();
    let mut many = support::house::with(support::house::dataset(1, &[]), list);
    let problems = Election::from_dataset(&many).unwrap_err();
    assert_eq!(
        (problems.total(), problems.list()[0].code),
        (1, "too-large")
    );
    // With one of them the party's there is room, until that seat is given away.
    many.constituencies[0] = support::house::constituency(1, &[("IND", 1), ("A", 2)]);
    let election = Election::from_dataset(&many).unwrap();
    let mut calculator = seat_calculator::calculator::Calculator::new(election);
    let problems = support::try_evaluate(&mut calculator, "w-1a").unwrap_err();
    assert_eq!(problems.list()[0].code, "too-large");
}

/// The issue of the day: any shipped file, a row lost, is told to the reader with the number that is missing.
#[test]
fn a_lost_row_is_named() {
    let mut file: Value = serde_json::from_str(&support::data("jharkhand-2024")).unwrap();
    file["constituencies"].as_array_mut().unwrap().remove(27);
    let problems = read(&file).unwrap_err();
    assert_eq!(problems.total(), 1);
    assert!(
        problems.list()[0]
            .message
            .ends_with("the first number without one is 28"),
        "{problems}"
    );
}
