//! Files that do not know everything: seats held without votes, lumped votes, codes, houses of totals.

use crate::support::{self, data_file, evaluate};
use seat_calculator::calculator::Calculator;
use seat_calculator::election::Election;
use seat_calculator::problem::Problems;
use seat_calculator::status::Status;
use serde_json::{Value, json};

/// Three seats: votes known, only the lead known, only the holder known.
fn small() -> Value {
    let party = |id: &str| json!({"id": id, "name": id, "colour": "#aa0000"});
    let parties: Vec<Value> = ["A", "B", "C"].map(party).into();
    json!({
        "format": 1,
        "id": "small",
        "title": "A small election",
        "house": {"name": "House", "seats": 3},
        "parties": parties,
        "alliances": [],
        "constituencies": [
            {"id": "1", "code": "NA-1", "name": "One", "winner": 1, "nota": 10, "others": 40,
             "counted": 260, "candidates": [
                {"name": "Ann", "party": "A", "votes": 110},
                {"name": "Bob", "party": "B", "votes": 100}]},
            {"id": "2", "code": "NA-2", "name": "Two", "status": "leading", "winner": 2,
             "margin": 1234, "candidates": [
                {"name": "Cat", "party": "A"}, {"name": "Dan", "party": "B"}]},
            {"id": "3", "code": "NA-10", "name": "Three", "winner": 1, "candidates": [
                {"name": "Eve", "party": "C"}]}
        ]
    })
}

fn read(file: &Value) -> Result<Election, Problems> {
    Election::from_json(&file.to_string())
}

fn calculator(file: &Value) -> Calculator {
    Calculator::new(read(file).unwrap_or_else(|problems| panic!("{problems}")))
}

/// The small file with a field of a constituency replaced, or taken out by null.
fn with(place: usize, field: &str, value: Value) -> Value {
    let mut file = small();
    file["constituencies"][place][field] = value;
    file
}

#[test]
fn every_fault_has_its_code_and_place() {
    for (place, field, value, code) in [
        (0, "code", json!(" NA-1"), "bad-id"),
        (0, "code", json!("a\nb"), "bad-id"),
        (0, "code", json!(""), "bad-id"),
        (0, "code", json!("x".repeat(65)), "bad-id"),
        (0, "code", json!(1), "wrong-kind"),
        (2, "code", json!("NA-1"), "duplicate-code"),
        (0, "others", json!(-1), "negative"),
        (0, "others", json!(1.5), "not-whole"),
        (0, "others", json!("40"), "wrong-kind"),
        (0, "others", json!(u32::MAX), "too-large"),
        (1, "others", json!(40), "others-without-votes"),
        (0, "margin", json!(10), "margin-not-expected"),
        (1, "margin", json!(-1), "negative"),
        (1, "winner", json!(3), "unknown-winner"),
        (2, "winner", json!(null), "missing"),
        (2, "status", json!("lot"), "missing"),
        (2, "status", json!("stayed"), "missing"),
        (0, "counted", json!(220), "total-mismatch"),
    ] {
        let problems = read(&with(place, field, value.clone())).expect_err(code);
        let path = match (code, field) {
            ("too-large", _) => "constituencies[0]".to_owned(),
            ("missing", "status") => format!("constituencies[{place}].candidates[0].votes"),
            _ => format!("constituencies[{place}].{field}"),
        };
        let mut told = problems.list().iter();
        let found = told.any(|problem| problem.code == code && problem.path == path);
        assert!(found, "{code} at {path}: {problems}");
    }
    // Votes of one candidate alone decide nothing.
    let mut half = small();
    half["constituencies"][1]["candidates"][0]["votes"] = json!(7);
    half["constituencies"][1]["margin"] = json!(null);
    let problems = read(&half).unwrap_err();
    assert_eq!(
        problems.list()[0].path,
        "constituencies[1].candidates[1].votes"
    );
    // A lead without anybody who leads.
    let mut vacant = small();
    vacant["constituencies"][1]["status"] = json!("vacant");
    vacant["constituencies"][1]["winner"] = json!(null);
    assert_eq!(
        read(&vacant).unwrap_err().list()[0].code,
        "margin-not-expected"
    );
    vacant["constituencies"][1]["margin"] = json!(null);
    vacant["constituencies"][1]["reason"] = json!("Member died, 3 March 2025");
    assert_eq!(
        read(&vacant).unwrap().constituencies[1].status,
        Status::Vacant
    );
}

#[test]
fn holders_count_without_votes_and_lumped_votes_are_nobodys() {
    let mut calculator = calculator(&small());
    let report = evaluate(&mut calculator, "");
    assert_eq!((report.house.won, report.house.leading), (2, 1));
    let totals = report.totals;
    assert_eq!(
        (totals.valid, totals.counted, totals.others),
        (250, 260, 40)
    );
    assert_eq!(totals.without_votes, 2);
    let a = report.parties.iter().find(|row| row.id == "A").unwrap();
    // 110 of 250, not of 210.
    assert_eq!((a.votes, a.share_valid, a.deposits_lost), (110, 44_00, 0));
    let columns = &report.constituencies;
    assert_eq!(columns.margin[..2], [10.0, 1234.0]);
    assert_eq!((columns.winner[1], columns.runner_up[1]), (2, 1));
    assert_eq!(columns.margin_share[0], 400.0);
    assert!(columns.margin_share[1].is_nan() && columns.margin[2].is_nan());
    let one = calculator.constituency("1").unwrap();
    assert_eq!(
        (one.others, one.candidates[0].share),
        (Some(40), Some(44_00))
    );
    let two = calculator.constituency("2").unwrap();
    assert_eq!((two.others, two.candidates[0].votes), (None, None));
    // A seat given away has no margin any more; given to who won it, it has.
    let report = evaluate(&mut calculator, "w-2a_w-3a");
    assert_eq!(support::seats(&report, "A"), 2);
    assert!(report.constituencies.margin[1].is_nan());
}

#[test]
fn votes_move_only_where_they_are_known() {
    let mut calculator = calculator(&small());
    // 2 points of 250 valid votes are 5: level, for lumped votes count among the valid ones.
    let report = evaluate(&mut calculator, "s-A-B-200");
    assert_eq!(report.house.tied, 1);
    let [swing] = &report.votes[..] else { panic!() };
    assert_eq!((swing.applied, swing.moved, swing.without_votes), (1, 5, 2));
    assert_eq!(swing.skipped, ["2", "3"]);
    // Everything B and A have comes to one of them; the others' 40 stay where they are.
    let report = evaluate(&mut calculator, "s-A-B-10000");
    assert_eq!(report.votes[0].moved, 110);
    let pool = evaluate(&mut calculator, "p-A-10000-B");
    assert_eq!((pool.votes[0].applied, pool.votes[0].without_votes), (1, 2));
    evaluate(&mut calculator, "");
    let sweep = calculator.sweep(&support::swing("A", "B")).unwrap();
    assert_eq!((sweep.applied, sweep.skipped), (1, vec![1, 2]));
}

#[test]
fn the_fingerprint_knows_lumped_votes_and_margins() {
    let of = |file: &Value| read(file).unwrap().fingerprint;
    let mut all = vec![of(&small())];
    for (place, field, value) in [
        (0, "others", json!(41)),
        (1, "margin", json!(1235)),
        (1, "margin", json!(null)),
    ] {
        let mut file = with(place, field, value);
        file["constituencies"][0]["counted"] = json!(null);
        all.push(of(&file));
    }
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 4);
    // Codes, like names, do not count.
    assert_eq!(of(&with(0, "code", json!("NA-01"))), of(&small()));
}

/// The house of 2024 without a single vote: seats, partners and pictures stay, votes do not move.
#[test]
fn a_house_of_totals_has_partners_coalitions_and_pictures() {
    let mut file = data_file::file("jharkhand-2024").0;
    for place in file["constituencies"].as_array_mut().unwrap() {
        let winner = place["winner"].as_u64().unwrap();
        let lines = place["candidates"].as_array().unwrap();
        let serial = |at: usize| lines[at]["serial"].as_u64().unwrap_or(at as u64 + 1);
        let held = (0..lines.len()).find(|&at| serial(at) == winner).unwrap();
        let party = lines[held]["party"].clone();
        *place = json!({"id": place["id"], "name": place["name"], "winner": 1,
            "candidates": [{"name": party, "party": party}]});
    }
    let mut totals = Calculator::new(read(&file).unwrap());
    let mut full = support::jharkhand();
    for text in ["", "r-INC-NDA", "x-INC-NDA-5", "h-e", "f-BJP-JMM--JLKM"] {
        let of = |calculator: &mut Calculator| {
            let report = evaluate(calculator, text);
            let partners: Vec<_> = report
                .partners
                .iter()
                .map(|p| (p.id.clone(), p.seats))
                .collect();
            let sets = serde_json::to_value(&report.coalitions).unwrap();
            let verdict = serde_json::to_value(&report.verdict).unwrap();
            (partners, sets, verdict, calculator.house().order)
        };
        assert_eq!(of(&mut totals), of(&mut full), "{text}");
    }
    let report = evaluate(&mut totals, "s-INDIA-NDA-500");
    assert!(report.scenario.edits.is_empty() && report.votes.is_empty());
    assert_eq!(report.totals.without_votes, 81);
    let sweep = totals.sweep(&support::swing("INDIA", "NDA")).unwrap();
    assert_eq!(
        (sweep.applied, sweep.skipped.len(), sweep.segments),
        (0, 81, 1)
    );
}
