//! What the small build leaves out, and that it says so: `cargo test --no-default-features --test small_build`.

#![cfg(not(feature = "full"))]

#[path = "core/support/data_file.rs"]
mod data_file;

use data_file::file;
use seat_calculator::calculator::Calculator;
use seat_calculator::election::Election;
use seat_calculator::scenario::notation;

fn jharkhand() -> Calculator {
    Calculator::new(Election::from_json(&file("jharkhand-2024").0.to_string()).unwrap())
}

/// What the small build cannot tell, it says so of, and keeps what it had.
#[test]
fn everything_but_awards_and_stances_needs_the_full_module() {
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
        "0~1~jharkhand-2024~~f-JMM_x-INC-NDA-5",
        "0~1~jharkhand-2024~~nonsense",
        "damaged",
    ] {
        assert_eq!(notation::parse(text).unwrap_err().total(), 1, "{text}");
    }
    for text in [
        "0~1~jharkhand-2024~~w-39.CPI",
        "0~1~jharkhand-2024~~w-99.BJP",
        "0~1~jharkhand-2024~~f-NOBODY",
        "0~1~jharkhand-2024~~f-JMM--JMM",
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
}

/// Question cards 5 and 6, and all eighteen ways to 41.
#[test]
fn partners_take_a_stance_and_what_is_missing_is_said() {
    let mut calculator = jharkhand();
    let mut floor = |text: &str| {
        let scenario = notation::parse(text).unwrap();
        let report = calculator.evaluate(&scenario).unwrap();
        assert_eq!(report.coalitions.count.as_deref(), Some("18"));
        assert_eq!(report.coalitions.minimal.len(), 18);
        report.floor
    };
    let both = floor("0~1~jharkhand-2024~~f-JMM-BJP");
    assert_eq!((both.seats, both.surplus, both.short), (55, Some(14), None));
    assert_eq!(both.pivotal, ["JMM", "BJP"]);
    assert!(both.completions.is_empty() && both.chosen);
    let three = floor("0~1~jharkhand-2024~~f-JMM-RJD-CPIML--INC");
    assert_eq!((three.seats, three.short), (40, Some(1)));
    assert_eq!((three.r#for, three.against, three.not_voting), (40, 25, 16));
    assert_eq!(
        three.completions,
        [["JLKM"], ["AJSU"], ["JDU"], ["LJPRV"], ["INC"], ["BJP"]]
    );
    assert_eq!(three.completion_count, "6");
    let declared = floor("0~1~jharkhand-2024~~f-INDIA");
    assert!(!declared.chosen, "that is how it was");
}

/// More partners than it counts: it says so where that matters.
#[test]
fn many_partners_need_the_full_module_where_something_is_missing() {
    let mut calculator = jharkhand();
    let ballots = calculator.election().clone();
    let independents: Vec<String> = (0..ballots.constituencies.len())
        .filter_map(|seat| {
            let lines = ballots.candidates_of(seat);
            let line = lines
                .iter()
                .find(|line| line.party == ballots.independent())?;
            let letter = (b'a' + (line.serial - 1) as u8) as char;
            let number = ballots.constituencies[seat].number;
            (line.serial <= 26).then(|| format!("{number}{letter}"))
        })
        .collect();
    let given = |n: usize| format!("0~1~jharkhand-2024~~w-{}", independents[..n].concat());
    let few = calculator
        .evaluate(&notation::parse(&given(4)).unwrap())
        .unwrap();
    assert!(few.partners.len() <= 14 && few.coalitions.count.is_some());
    let many = notation::parse(&given(40)).unwrap();
    assert_eq!(calculator.evaluate(&many).unwrap_err().total(), 1);
    assert_eq!(
        calculator.outcome().edits.len(),
        4,
        "the outcome before stays"
    );
}
