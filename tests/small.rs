//! What the small build leaves out, and that it says so: `cargo test --no-default-features --test small`.

#![cfg(not(feature = "full"))]

use seat_calculator::calculator::Calculator;
use seat_calculator::election::from_json;
use seat_calculator::notation;

fn jharkhand() -> Calculator {
    let text = include_str!("../www/data/jharkhand-2024.json");
    Calculator::new(from_json(text).unwrap())
}

/// What the small build cannot tell, it says so of, and keeps what it had.
#[test]
fn everything_but_giving_seats_away_needs_the_full_module() {
    let mut calculator = jharkhand();
    let kept = calculator
        .evaluate(&notation::parse("0~1~jharkhand-2024~~w-39.BJP").unwrap())
        .unwrap();
    for text in [
        "0~1~jharkhand-2024~~s-INDIA-NDA-368",
        "0~1~jharkhand-2024~~p-NDA-10000-JLKM",
        "0~1~jharkhand-2024~~r-INC-NDA",
        "0~1~jharkhand-2024~~v-28",
        "0~1~jharkhand-2024~~w-39.BJP_h-e",
        "0~1~jharkhand-2024~~nonsense",
        "damaged",
    ] {
        assert_eq!(notation::parse(text).unwrap_err().total(), 1, "{text}");
    }
    for text in [
        "0~1~jharkhand-2024~~w-39.CPI",
        "0~1~jharkhand-2024~~w-99.BJP",
    ] {
        let scenario = notation::parse(text).unwrap();
        assert_eq!(
            calculator.evaluate(&scenario).unwrap_err().total(),
            1,
            "{text}"
        );
    }
    assert_eq!(
        calculator.outcome().edits.len(),
        kept.scenario.edits.len(),
        "the outcome before stays"
    );
}

#[test]
fn seats_are_given_away_and_the_verdict_follows() {
    let mut calculator = jharkhand();
    let declared = calculator.evaluate(&notation::parse("").unwrap()).unwrap();
    let seats = |report: &seat_calculator::report::Report| -> Vec<(String, u32)> {
        let rows = report.alliances.iter();
        rows.map(|row| (row.id.clone(), row.seats)).collect()
    };
    let named = |rows: [(&str, u32); 3]| rows.map(|(id, n)| (id.to_owned(), n)).to_vec();
    assert_eq!(
        seats(&declared),
        named([("INDIA", 56), ("NDA", 24), ("JLKM", 1)])
    );
    assert_eq!(declared.floor.pivotal, ["JMM", "INC"]);
    // The sixteen seats that end the majority, each to its runner-up.
    let text = "0~1~jharkhand-2024~~w-78.BJP-65.BJP-39.BJP-38.BJP-32.BJP-11.BJP-36.BJP-54.BJP-70.BJP-56.BJP-8.BJP-77.BJP-10.BJP-73.BJP-31.BJP-23.AJSU";
    let report = calculator
        .evaluate(&notation::parse(text).unwrap())
        .unwrap();
    assert_eq!(
        seats(&report),
        named([("INDIA", 40), ("NDA", 40), ("JLKM", 1)])
    );
    let again = notation::parse(&report.scenario.text).unwrap();
    assert_eq!(
        again.edits, report.scenario.edits,
        "its text is one it reads"
    );
    assert_eq!(report.changes.len(), 16);
    assert!(report.coalitions.minimal.is_empty() && report.coalitions.truncated);
    assert_eq!(report.coalitions.count, None);
}
