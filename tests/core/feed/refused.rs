//! What is no next state of a count is refused with its place, and the last good state stays.

use super::support::{feed_of, following};
use crate::support::evaluate;
use seat_calculator::calculator::Calculator;
use serde_json::{Value, json};

/// Code and path of the first problem, and how many there are.
fn refusal(calculator: &mut Calculator, text: &str) -> (&'static str, String, usize) {
    let problems = calculator.update(text).expect_err(text);
    let first = &problems.list()[0];
    (first.code, first.path.clone(), problems.total())
}

#[test]
fn all_or_nothing() {
    let mut calculator = following("jharkhand-2024");
    let good = feed_of("jharkhand-2024-1801", 5);
    calculator.update(&good.to_string()).unwrap();
    let before = evaluate(&mut calculator, "w-24a");
    let next = {
        let mut next = good.clone();
        next["seq"] = json!(6);
        next
    };
    let with = |change: &dyn Fn(&mut Value)| {
        let mut feed = next.clone();
        change(&mut feed);
        feed.to_string()
    };
    let row = |place: usize, value: Value| {
        with(&move |feed: &mut Value| feed["rows"][place] = value.clone())
    };
    let set = |name: &'static str, value: Value| {
        with(&move |feed: &mut Value| feed[name] = value.clone())
    };
    let part = |place: usize, part: usize, value: Value| {
        with(&move |feed: &mut Value| feed["rows"][place][part] = value.clone())
    };
    let whole = next.to_string();
    let cases: Vec<(String, &str, &str)> = vec![
        (String::new(), "not-json", ""),
        (
            "<!doctype html><title>Not found</title>".into(),
            "not-json",
            "",
        ),
        (whole[..whole.len() / 2].to_owned(), "not-json", ""),
        ("null".into(), "wrong-kind", ""),
        ("[]".into(), "wrong-kind", ""),
        ("{}".into(), "missing", "feed"),
        (set("feed", json!(2)), "newer-format", "feed"),
        (
            set("election", json!("jharkhand-2019")),
            "other-election",
            "election",
        ),
        (set("ballot", json!("000000")), "other-ballot", "ballot"),
        (set("seq", json!(5)), "same-seq", "seq"),
        (set("seq", json!(4)), "older-seq", "seq"),
        (set("seq", json!(6.5)), "not-whole", "seq"),
        (set("at", json!("18:01")), "bad-time", "at"),
        (
            set("sent", json!("2024-11-31T00:00:00Z")),
            "bad-time",
            "sent",
        ),
        (set("state", json!("over")), "unknown-word", "state"),
        (set("rows", json!({})), "wrong-kind", "rows"),
        (set("rows", json!([])), "missing-constituency", "rows"),
        (
            with(&|feed| drop(feed["rows"].as_array_mut().unwrap().pop())),
            "missing-constituency",
            "rows",
        ),
        (
            part(80, 0, json!("80")),
            "duplicate-constituency",
            "rows[80][0]",
        ),
        (part(80, 0, json!("82")), "unknown-id", "rows[80][0]"),
        (part(80, 0, json!("081")), "unknown-id", "rows[80][0]"),
        (part(0, 0, json!(1)), "wrong-kind", "rows[0][0]"),
        (row(0, json!(["1", "declared"])), "too-small", "rows[0]"),
        (part(3, 1, json!("won")), "unknown-status", "rows[3][1]"),
        (part(3, 2, json!(null)), "missing", "rows[3][2]"),
        (part(3, 2, json!(99)), "unknown-winner", "rows[3][2]"),
        (
            part(3, 1, json!("awaited")),
            "winner-not-expected",
            "rows[3][2]",
        ),
        (
            part(3, 1, json!("tied")),
            "tie-without-equal-votes",
            "rows[3][1]",
        ),
        (part(3, 1, json!("lot")), "lot-without-tie", "rows[3][1]"),
        (
            part(3, 1, json!("unopposed")),
            "unopposed-with-rivals",
            "rows[3]",
        ),
        (part(3, 3, json!(-1)), "negative", "rows[3][3]"),
        (part(3, 4, json!([1, 2])), "other-lines", "rows[3][4]"),
        (part(3, 5, json!(7)), "margin-not-expected", "rows[3][5]"),
        (
            row(3, json!(["4", "tied", null, null, null, null])),
            "missing",
            "rows[3][4]",
        ),
    ];
    for (text, code, path) in &cases {
        let (found, at, total) = refusal(&mut calculator, text);
        assert_eq!(
            (found, at.as_str()),
            (*code, *path),
            "{}",
            &text[..text.len().min(80)]
        );
        assert!(total > 0);
        let after = evaluate(&mut calculator, "w-24a");
        assert_eq!(
            after.constituencies.winner, before.constituencies.winner,
            "{code}"
        );
        assert_eq!(after.scenario.states, before.scenario.states, "{code}");
        assert_eq!(after.totals.counted, before.totals.counted, "{code}");
    }
    // Several faults are all told.
    let many = with(&|feed: &mut Value| {
        for row in 0..30 {
            feed["rows"][row][2] = json!(99);
        }
    });
    assert_eq!(refusal(&mut calculator, &many).2, 30);
    // The good one is taken after all of these.
    assert_eq!(calculator.update(&whole).unwrap().changes, []);
}

#[test]
fn figures_that_cannot_be() {
    let mut calculator = following("jharkhand-2024");
    let good = feed_of("jharkhand-2024-1801", 1);
    let mut most = |line: usize, votes: u64| {
        let mut feed = good.clone();
        feed["rows"][64][4][line] = json!(votes);
        refusal(&mut calculator, &feed.to_string())
    };
    // Candidate 1 of Kanke is second there; 459,306 electors are on its roll.
    assert_eq!(most(0, 300_000).0, "winner-has-fewer-votes");
    let winner = good["rows"][64][2].as_u64().unwrap() as usize - 1;
    assert_eq!(most(winner, 4_000_000).0, "more-votes-than-electors");
    assert_eq!(most(winner, 4_294_967_295).0, "too-large");
    assert_eq!(most(winner, 4_294_967_296).0, "too-large");
}

/// What a row leaves open: NOTA, votes of a leader, the order of rows, `next`, `source`, and fields
/// of later versions.
#[test]
fn what_may_be_missing() {
    let mut calculator = following("jharkhand-2024");
    let mut feed = feed_of("jharkhand-2024-1801", 1);
    for row in feed["rows"].as_array_mut().unwrap() {
        (row[3], row[4]) = (json!(null), json!(null));
    }
    feed["rows"][23][5] = json!(338);
    feed["rows"].as_array_mut().unwrap().reverse();
    feed["later"] = json!(1);
    feed.as_object_mut().unwrap().remove("next");
    feed.as_object_mut().unwrap().remove("source");
    let update = calculator.update(&feed.to_string()).unwrap();
    assert_eq!((update.next, update.source, update.age), (60, None, 17));
    let report = evaluate(&mut calculator, "");
    assert_eq!(report.totals.counted, 0);
    assert_eq!((report.house.won, report.house.leading), (58, 23));
    for (next, expected) in [(1, 30), (30, 30), (601, 600)] {
        feed["seq"] = json!(2 + next);
        feed["next"] = json!(next);
        assert_eq!(calculator.update(&feed.to_string()).unwrap().next, expected);
    }
}
