//! Data files: whatever is taken can be counted, and is the same election in another spelling.

use super::Target;
use super::support::{check_problems, declared, is_small};
use crate::reference::compare::agreed;
use seat_calculator::election::Election;
use seat_calculator::scenario::Scenario;
use serde_json::Value;

pub const TARGET: Target = Target {
    name: "datasets",
    words: &[
        "null",
        "\"declared\"",
        "\"leading\"",
        "\"unopposed\"",
        "\"lot\"",
        "\"tied\"",
        "\"awaited\"",
        "\"vacant\"",
        "\"IND\"",
        "\"reason\":\"x\",",
        "\"margin\":3,",
        "\"nota\":4,",
        "\"others\":5,",
        "\"winner\":null,",
        "[1,2]",
        "{}",
        ",",
    ],
    check,
};

fn check(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let election = match Election::from_json(text) {
        Ok(election) => election,
        Err(problems) => {
            check_problems(&problems);
            return false;
        }
    };
    let spelled = spelled_anew(text);
    let again = Election::from_json(&spelled).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(again.fingerprint, election.fingerprint);
    assert_eq!(again.ballot, election.ballot);
    let small = is_small(&election);
    let (mut calculator, report) = declared(election);
    assert_eq!(declared(again).1.house.seats, report.house.seats);
    if small {
        let report = agreed(&mut calculator, &Scenario::default(), "declared");
        assert!(report.is_some());
    }
    true
}

/// The same value with other white space and its members in another order.
fn spelled_anew(text: &str) -> String {
    let value: Value = serde_json::from_str(text).unwrap();
    serde_json::to_string_pretty(&value).unwrap()
}
