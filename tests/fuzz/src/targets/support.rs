//! What several targets need.

use crate::reference::compare::check_house;
use seat_calculator::calculator::Calculator;
use seat_calculator::dataset::lay_over;
use seat_calculator::election::Election;
use seat_calculator::problem::Problems;
use seat_calculator::report::Report;
use seat_calculator::scenario::Scenario;
use serde_json::Value;
use std::path::Path;

/// The declared result, with the sum of the house checked.
pub fn declared(election: Election) -> (Calculator, Report) {
    let mut calculator = Calculator::new(election);
    let report = calculator.evaluate(&Scenario::default());
    let report = report.unwrap_or_else(|problems| panic!("no edit is refused: {problems}"));
    check_house(&report, "declared");
    (calculator, report)
}

/// A refusal says what is wrong, as many times as it counts.
pub fn check_problems(problems: &Problems) {
    let list = problems.list();
    assert!(!list.is_empty() && list.len() <= problems.total());
    for problem in list {
        assert!(!problem.code.is_empty() && !problem.message.is_empty());
    }
}

/// Whether the slow reference is quick enough: it looks at every set of partners.
pub fn is_small(election: &Election) -> bool {
    let nominated = usize::from(election.nominated.is_some());
    election.parties.len() + election.constituencies.len() + nominated <= 16
}

/// A file of `www/data`, with its second file laid over it (DATA.md).
pub fn shipped(id: &str) -> Value {
    let read = |name: &str| -> Value {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/data");
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        serde_json::from_str(&text).unwrap()
    };
    let mut whole = read(&format!("{id}.json"));
    if let Some(more) = whole["more"].as_str().map(str::to_owned) {
        lay_over(&mut whole, read(&more));
    }
    whole
}
