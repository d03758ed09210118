//! A count that is followed: the three recorded states of 23 November 2024 and made-up ones.

mod edit_states;
mod refused;
mod state_machine;
mod support;

use crate::support::{evaluate, shipped, three};
use seat_calculator::election::Election;
use seat_calculator::majority::VerdictKind;
use seat_calculator::report::edit_state::EditState::{self, Against, Applied, So};
use seat_calculator::scenario::notation;
use serde_json::json;
use support::{MOMENTS, feed_of, following};

/// Mandu to INC, Silli to JMM, Kanke to BJP.
const WISH: &str = "w-24a61b65a";

/// What was published on the day: declared and leading, then the three edits.
#[test]
fn a_wish_on_the_count_of_23_november() {
    let expected: [(u32, u32, [EditState; 3]); 4] = [
        (41, 40, [Applied, Applied, Applied]),
        (58, 23, [Applied, Applied, Against]),
        (78, 3, [Against, So, Against]),
        (81, 0, [Against, So, Against]),
    ];
    let mut calculator = following("jharkhand-2024");
    let mut text = evaluate(&mut calculator, WISH).scenario.text;
    for (seq, (moment, (declared, leading, states))) in (1..).zip(MOMENTS.iter().zip(expected)) {
        let update = calculator
            .update(&feed_of(moment, seq).to_string())
            .unwrap();
        let open = update.tallied.open;
        assert_eq!(
            (update.tallied.declared, update.tallied.leading, open),
            (declared, leading, 0),
            "{moment}"
        );
        let scenario = notation::parse(&text).unwrap();
        let report = calculator.evaluate(&scenario).unwrap();
        // Canonical order is by number: Mandu, Silli, Kanke.
        assert_eq!(report.scenario.states, states, "{moment}");
        assert_eq!(report.scenario.edits, scenario.edits, "{moment}");
        let hypothetical = states.iter().filter(|state| **state != So).count();
        let given = report
            .changes
            .iter()
            .filter(|change| change.by == "award")
            .count();
        // Silli is JMM's in all of them: given or declared, it is no change of holder.
        assert_eq!((given, hypothetical >= 2), (2, true), "{moment}");
        text = report.scenario.text;
    }
}

/// The house is that of the declared result once all is counted, with and without the wish.
#[test]
fn the_end_of_the_count_is_the_declared_result() {
    let mut calculator = following("jharkhand-2024");
    for (moment, seq) in MOMENTS.iter().zip(1..) {
        calculator
            .update(&feed_of(moment, seq).to_string())
            .unwrap();
    }
    let mut declared = shipped("jharkhand-2024");
    for text in ["", WISH, "s-INDIA-NDA-368", "p-NDA-10000-JLKM_x-INC-NDA-11"] {
        let (now, then) = (
            evaluate(&mut calculator, text),
            evaluate(&mut declared, text),
        );
        assert_eq!(three(&now), three(&then), "{text}");
        assert_eq!(
            now.constituencies.winner, then.constituencies.winner,
            "{text}"
        );
        assert_eq!(now.totals.valid, then.totals.valid, "{text}");
    }
    assert_eq!(
        evaluate(&mut calculator, "").verdict.kind,
        VerdictKind::Majority
    );
}

/// Every state's figures are those of the file of that moment.
#[test]
fn a_state_is_the_file_of_its_moment() {
    let mut calculator = following("jharkhand-2024");
    for (moment, seq) in MOMENTS.iter().zip(1..) {
        calculator
            .update(&feed_of(moment, seq).to_string())
            .unwrap();
        let then = shipped(moment);
        let (now, then) = (calculator.election(), then.election());
        for (now, then) in now.constituencies.iter().zip(&then.constituencies) {
            assert_eq!(
                (now.number, now.status, now.holder),
                (then.number, then.status, then.holder)
            );
            assert_eq!((now.valid, now.nota), (then.valid, then.nota), "{moment}");
        }
    }
}

#[test]
fn what_changed_and_what_was_taken_back() {
    let mut calculator = following("jharkhand-2024");
    let first = feed_of("jharkhand-2024-1801", 7);
    let update = calculator.update(&first.to_string()).unwrap();
    assert!(
        update
            .changes
            .iter()
            .all(|change| change.corrected.is_empty())
    );
    assert_eq!(calculator.changed_since(), []);
    // Kanke: two candidates lose votes and nobody is declared any more; Mandu: AJSU gains a vote.
    let mut second = first.clone();
    second["seq"] = json!(9);
    second["rows"][64][1] = json!("leading");
    for (line, votes) in [(1, 3), (3, 1)] {
        let now = second["rows"][64][4][line].as_u64().unwrap() - votes;
        second["rows"][64][4][line] = json!(now);
    }
    let lead = second["rows"][23][4][1].as_u64().unwrap();
    second["rows"][23][4][1] = json!(lead + 1);
    let update = calculator.update(&second.to_string()).unwrap();
    let told = serde_json::to_value(&update.changes).unwrap();
    let [mandu, kanke] = [&told[0], &told[1]];
    assert_eq!(told.as_array().unwrap().len(), 2);
    assert_eq!(
        (&mandu["constituency"], &mandu["corrected"]),
        (&json!("24"), &json!([]))
    );
    assert_eq!(
        (&mandu["before"]["margin"], &mandu["after"]["margin"]),
        (&json!(338), &json!(339))
    );
    let corrected = json!([{"kind": "withdrawn"}, {"kind": "votes", "candidates": 2}]);
    assert_eq!(kanke["corrected"], corrected);
    assert_eq!(
        (&kanke["before"]["status"], &kanke["after"]["status"]),
        (&json!("declared"), &json!("leading"))
    );
    assert_eq!(update.changes, calculator.changed_since());
    // Back again under a higher number: nothing differs from the first state.
    let mut third = first;
    third["seq"] = json!(10);
    let update = calculator.update(&third.to_string()).unwrap();
    assert_eq!(
        (update.changes.len(), calculator.changed_since().len()),
        (2, 0)
    );
}

/// Links made on the ballot, on the count and on the result.
#[test]
fn links_cover_the_ballot_until_the_count_is_over() {
    let mut declared = shipped("jharkhand-2024");
    let final_link = evaluate(&mut declared, WISH).scenario.text;
    let mut calculator = following("jharkhand-2024");
    let early = evaluate(&mut calculator, WISH).scenario.text;
    let ballot = calculator.election().ballot.clone();
    assert_eq!(early.split('~').nth(3), Some(ballot.as_str()));
    let open = |calculator: &mut seat_calculator::calculator::Calculator, text: &str| {
        calculator
            .evaluate(&notation::parse(text).unwrap())
            .map(|report| report.scenario.text)
    };
    for (moment, seq) in MOMENTS.iter().zip(1..) {
        calculator
            .update(&feed_of(moment, seq).to_string())
            .unwrap();
        let kept = open(&mut calculator, &early).unwrap();
        assert_eq!(kept == early, *moment != "jharkhand-2024", "{moment}");
        assert!(open(&mut calculator, &final_link).is_ok(), "{moment}");
    }
    // Afterwards, on the data alone, both kinds open; one of other votes does not.
    assert_eq!(open(&mut declared, &early), Ok(final_link.clone()));
    let mut corrected = shipped("jharkhand-2024-2013").election().clone();
    corrected.id = "jharkhand-2024".to_owned();
    let mut corrected = seat_calculator::calculator::Calculator::new(corrected);
    assert!(open(&mut corrected, &early).is_ok());
    assert_eq!(
        open(&mut corrected, &final_link).unwrap_err().list()[0].code,
        "result-changed"
    );
}

/// The fingerprint of the ballot follows numbers and serials, and nothing else.
#[test]
fn ballots() {
    let ballots = [
        "jharkhand-2024",
        "jharkhand-2024-1723",
        "jharkhand-2024-2013",
    ];
    let ballot = |id: &str| shipped(id).election().ballot.clone();
    assert!(
        ballots
            .iter()
            .all(|id| ballot(id) == ballot("jharkhand-2024"))
    );
    assert_ne!(ballot("jharkhand-2024"), ballot("jharkhand-2019"));
    let text = crate::support::data("jharkhand-2024");
    let mut other: serde_json::Value = serde_json::from_str(&text).unwrap();
    other["constituencies"][3]["candidates"][0]["serial"] = json!(40);
    other["constituencies"][3]["winner"] = json!(null);
    other["constituencies"][3]["status"] = json!("awaited");
    let other = Election::from_json(&other.to_string()).unwrap();
    assert_ne!(other.ballot, ballot("jharkhand-2024"));
}
