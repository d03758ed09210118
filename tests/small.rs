//! What the small build leaves out, and that it says so: `cargo test --no-default-features --test small`.

#![cfg(not(feature = "full"))]

use seat_calculator::calculator::Calculator;
use seat_calculator::election::from_json;
use seat_calculator::notation;

fn jharkhand() -> Calculator {
    let text = include_str!("../www/data/jharkhand-2024.json");
    Calculator::new(from_json(text).unwrap())
}

#[test]
fn moving_votes_needs_the_full_module() {
    let mut calculator = jharkhand();
    for text in [
        "0~1~jharkhand-2024~~s-INDIA-NDA-368",
        "0~1~jharkhand-2024~~p-NDA-10000-JLKM",
    ] {
        let scenario = notation::parse(text).unwrap();
        let problems = calculator.evaluate(&scenario).unwrap_err();
        assert_eq!(problems.list()[0].code, "needs-full", "{text}");
    }
}

#[test]
fn seats_partners_and_the_floor_are_all_there_and_coalitions_say_they_are_not() {
    let mut calculator = jharkhand();
    let scenario = notation::parse("0~1~jharkhand-2024~~w-39.BJP_r-INC-NDA").unwrap();
    let report = calculator.evaluate(&scenario).unwrap();
    let seats = |id: &str| {
        let mut rows = report.alliances.iter();
        rows.find(|row| row.id == id).map(|row| row.seats)
    };
    // Congress brings its 16, and one seat more changes hands.
    assert_eq!((seats("INDIA"), seats("NDA")), (Some(39), Some(41)));
    assert_eq!(report.floor.seats, 39, "who was in power is For");
    let declared = calculator.evaluate(&notation::parse("").unwrap()).unwrap();
    assert_eq!(declared.floor.pivotal, ["JMM", "INC"]);
    assert!(report.coalitions.minimal.is_empty() && report.coalitions.truncated);
    assert_eq!(report.coalitions.count, None);
}
