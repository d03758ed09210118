//! Each row of FEED.md's table of edits: on what baseline which edit has which state, and what it
//! counts as.

use super::support::{AWAITED, Seat, house, seat, state};
use crate::support::{edits, evaluate, seats};
use seat_calculator::calculator::Calculator;
use seat_calculator::outcome::house::Vote;
use seat_calculator::report::Report;
use seat_calculator::report::edit_state::EditState::{self, Against, Applied, Part, Rest, So};
use seat_calculator::status::Status;
use std::slice::from_ref;

/// The small house after these states, with the report of these edits on the last.
fn after(states: &[[Seat; 5]], text: &str) -> (Calculator, Report) {
    let mut calculator = house();
    for (seats, seq) in states.iter().zip(1..) {
        calculator.update(&state(&calculator, seq, seats)).unwrap();
    }
    let report = evaluate(&mut calculator, text);
    assert_eq!(
        report.scenario.edits,
        edits(text).canonical().edits,
        "{text}: all are kept"
    );
    (calculator, report)
}

/// The first seat as given, the others declared for C, A, D and the independent.
fn with_first(first: Seat) -> [Seat; 5] {
    let declared = |winner| seat("declared", winner);
    [first, declared(3), declared(1), declared(4), declared(5)]
}

fn states_of(states: &[[Seat; 5]], text: &str) -> Vec<EditState> {
    after(states, text).1.scenario.states
}

/// Status code of the first seat.
fn status(report: &Report) -> u8 {
    report.constituencies.status[0]
}

#[test]
fn an_award() {
    let level = [50, 50, 1, 1, 1];
    for (first, expected) in [
        (AWAITED, Applied),
        (seat("leading", 1), Applied),
        (seat("leading", 2), Applied),
        (seat("declared", 2), So),
        (Seat("lot", Some(2), Some(level)), So),
        (seat("stayed", 2), So),
        (seat("declared", 1), Against),
        (Seat("lot", Some(1), Some(level)), Against),
        (Seat("tied", None, Some(level)), Applied),
        (Seat("adjourned", None, None), Applied),
        (Seat("countermanded", None, None), Applied),
        (Seat("set-aside", None, Some(level)), Applied),
        (Seat("vacant", None, None), Applied),
    ] {
        let (_, report) = after(&[with_first(first.clone())], "w-1b");
        assert_eq!(report.scenario.states, [expected], "{first:?}");
        // B holds the seat in any case, won and not leading.
        assert_eq!(report.constituencies.winner[0], 2, "{first:?}");
        let held = [Status::Declared, Status::Lot, Status::Stayed].map(|status| status as u8);
        assert!(held.contains(&status(&report)), "{first:?}");
        assert_eq!(
            (report.house.won, report.house.leading),
            (5, 0),
            "{first:?}"
        );
        // What the count says itself is neither hypothetical nor a changed seat.
        assert_eq!(report.edited.any, expected != So, "{first:?}");
        let holder = first.1 == Some(2);
        assert_eq!(report.changes.len(), usize::from(!holder), "{first:?}");
    }
}

/// A single candidate, elected without a vote.
#[test]
fn an_award_where_nobody_else_stands() {
    let text = crate::support::data("jharkhand-2024");
    let mut data: serde_json::Value = serde_json::from_str(&text).unwrap();
    let only = data["constituencies"][0]["candidates"][0].clone();
    data["constituencies"][0]["candidates"] = serde_json::json!([only]);
    data["constituencies"][0]["status"] = "unopposed".into();
    data["constituencies"][0]["winner"] = 1.into();
    let election = seat_calculator::election::Election::from_json(&data.to_string()).unwrap();
    let mut calculator = Calculator::new(election);
    calculator.follow();
    let report = evaluate(&mut calculator, "w-1a");
    assert_eq!(
        (report.scenario.states, report.edited.any),
        (vec![So], false)
    );
}

/// A declaration withdrawn: the award acts again, and is against or so again after the next one.
#[test]
fn an_award_after_a_correction() {
    let mut calculator = house();
    let mut told = Vec::new();
    for (first, seq) in [
        seat("leading", 1),
        seat("declared", 1),
        seat("leading", 1),
        seat("declared", 2),
        seat("leading", 2),
    ]
    .into_iter()
    .zip(1..)
    {
        calculator
            .update(&state(&calculator, seq, &with_first(first)))
            .unwrap();
        told.extend(evaluate(&mut calculator, "w-1b").scenario.states);
    }
    assert_eq!(told, [Applied, Against, Applied, So, Applied]);
}

/// On the votes there are; seats without any are left out and counted.
#[test]
fn swings_and_pools_on_some_votes() {
    let some = [
        seat("leading", 1),
        AWAITED,
        seat("declared", 3),
        AWAITED,
        AWAITED,
    ];
    let (_, report) = after(from_ref(&some), "s-X-Y-5000");
    assert_eq!(report.scenario.states, [Applied]);
    let step = &report.votes[0];
    // Half of 150 valid votes, and all 21 that X has in the other seat.
    assert_eq!((step.applied, step.moved), (2, 75 + 21));
    assert_eq!(step.skipped, ["2", "4", "5"]);
    assert_eq!(report.constituencies.winner[0], 3, "C leads where A did");
    assert_eq!(status(&report), Status::Leading as u8);
    let (_, report) = after(&[some], "p-Y-10000-D");
    assert_eq!(report.scenario.states, [Applied]);
    assert_eq!(
        (report.votes[0].applied, report.votes[0].skipped.len()),
        (2, 3)
    );
    // A swing in a place without votes waits; it acts once there are some.
    assert_eq!(states_of(&[[AWAITED; 5]], "s-X-Y-5000--c2"), [Rest]);
    let [one, two] = [seat("leading", 1), seat("leading", 1)];
    let later = [AWAITED, AWAITED, AWAITED, one, two];
    assert_eq!(
        states_of(&[[AWAITED; 5], later], "s-X-Y-5000--c2"),
        [Applied]
    );
}

/// Leaders without votes: nothing moves and nobody is regrouped.
#[test]
fn swings_and_pools_without_votes() {
    let leader = |winner| Seat("leading", Some(winner), None);
    let leaders = [leader(1), leader(1), leader(3), leader(4), leader(4)];
    let (_, report) = after(from_ref(&leaders), "s-X-Y-5000_p-Y-10000-D");
    assert_eq!(report.scenario.states, [Rest, Rest]);
    assert!(report.votes.is_empty() && !report.edited.any);
    let of = |id: &str| seats(&report, id);
    assert_eq!((of("X"), of("Y"), of("D")), (2, 1, 2));
    // With votes D counts in Y.
    let votes = leaders.map(|one| seat("leading", one.1.unwrap()));
    let (_, report) = after(&[votes], "p-Y-10000-D");
    assert_eq!(
        (&report.scenario.states[..], seats(&report, "Y")),
        (&[Applied][..], 3)
    );
}

/// A pool of parties that are on one side anyway, in a place where only one of them stands.
#[test]
fn a_pool_of_nobody_apart() {
    let all = with_first(seat("declared", 1));
    assert_eq!(states_of(from_ref(&all), "p-X-10000-A--n1"), [Applied]);
    let mut calculator = crate::support::jharkhand();
    calculator.follow();
    // Of INDIA only the JMM stood in Barhait.
    let report = evaluate(&mut calculator, "p-INDIA-10000-INC--n3");
    assert_eq!(report.scenario.states, [Rest]);
}

#[test]
fn realignments_and_stances_by_party() {
    for first in [AWAITED, seat("leading", 1), seat("declared", 1)] {
        let found = states_of(&[with_first(first)], "r-D-X_f-X-C");
        assert_eq!(found, [Applied, Applied]);
    }
    let (_, report) = after(&[with_first(seat("leading", 4))], "r-D-X");
    assert_eq!(
        seats(&report, "X"),
        3,
        "members present: one declared A, two of D"
    );
}

#[test]
fn what_speaks_of_an_independent() {
    // In 5 an independent is elected, in 4 not.
    let there = with_first(seat("declared", 1));
    assert_eq!(
        states_of(from_ref(&there), "r-IND.5-X_f-IND.5_a-IND.5-1"),
        [Applied; 3]
    );
    assert_eq!(
        states_of(from_ref(&there), "r-IND.4-X_f-IND.4_a-IND.4-1"),
        [Rest; 3]
    );
    assert_eq!(states_of(from_ref(&there), "r-D-IND.4"), [Rest]);
    // A stance that names others too acts.
    assert_eq!(states_of(from_ref(&there), "f-IND.4-A"), [Applied]);
    // It wakes when 4 becomes an independent's.
    let mut later = there.clone();
    later[3] = seat("leading", 5);
    let (_, report) = after(&[there, later], "r-IND.4-X");
    assert_eq!(
        (&report.scenario.states[..], seats(&report, "X")),
        (&[Applied][..], 3)
    );
}

#[test]
fn members_of_a_party_with_fewer() {
    let few = with_first(AWAITED);
    for (kind, text) in [
        ("cross", "x-C-X-2"),
        ("resign", "q-C-2"),
        ("absent", "a-C-2"),
    ] {
        let (_, report) = after(from_ref(&few), text);
        assert_eq!(report.scenario.states, [Part], "{kind}");
        let moved = &report.movements[0];
        assert_eq!((moved.asked, moved.moved, moved.of), (2, 1, 1), "{kind}");
        // B has nobody.
        assert_eq!(
            states_of(
                from_ref(&few),
                &text.replace("-C-", "-B-").replace("-X-", "-Y-")
            ),
            [Rest],
            "{kind}"
        );
        // Whole again once there are two.
        let (_, report) = after(&[few.clone(), with_first(seat("leading", 3))], text);
        assert_eq!(
            (report.scenario.states, report.movements[0].moved),
            (vec![Applied], 2),
            "{kind}"
        );
    }
}

/// Of the members now, won and leading.
#[test]
fn two_thirds_of_the_members_now() {
    let (_, report) = after(&[with_first(seat("leading", 3))], "x-C-X-2");
    let moved = &report.movements[0];
    assert_eq!((moved.of, moved.two_thirds, moved.reaches), (2, 2, true));
    let (_, report) = after(&[with_first(AWAITED)], "x-C-X-2");
    let moved = &report.movements[0];
    assert_eq!((moved.of, moved.two_thirds, moved.reaches), (1, 1, true));
}

#[test]
fn a_resignation_where_nobody_sits_yet() {
    assert_eq!(states_of(&[with_first(AWAITED)], "v-1"), [Rest]);
    let (_, report) = after(
        &[with_first(AWAITED), with_first(seat("leading", 1))],
        "v-1",
    );
    assert_eq!(
        (report.scenario.states, report.house.vacant),
        (vec![Applied], 1)
    );
}

/// Members now are those declared and those who lead.
#[test]
fn the_base_of_the_mark() {
    let (_, report) = after(&[with_first(AWAITED)], "h-e");
    assert_eq!(
        (report.scenario.states, report.house.base.n),
        (vec![Applied], 4)
    );
    let (_, report) = after(&[with_first(seat("leading", 1))], "h-e");
    assert_eq!(
        (report.scenario.states, report.house.base.n),
        (vec![Applied], 5)
    );
}

/// A stance that is written out stays as it is when a majority appears; the default follows.
#[test]
fn a_written_stance_is_not_flipped() {
    let votes = |text: &str, states: &[[Seat; 5]]| {
        let partners = after(states, text).1.partners;
        let of = |id: &str| {
            partners
                .iter()
                .find(|one| one.id == id)
                .map(|one| one.stance)
        };
        [of("A"), of("C")]
    };
    let few = [
        seat("declared", 1),
        seat("declared", 3),
        AWAITED,
        AWAITED,
        AWAITED,
    ];
    let mut many = few.clone();
    many[2] = seat("declared", 1);
    many[3] = seat("declared", 1);
    let [aye, no] = [Some(Vote::For), Some(Vote::Against)];
    assert_eq!(votes("", from_ref(&few)), [no, no]);
    assert_eq!(votes("", &[few.clone(), many.clone()]), [aye, no]);
    assert_eq!(votes("f-C", from_ref(&few)), [no, aye]);
    assert_eq!(votes("f-C", &[few, many]), [no, aye]);
}

/// Places in `votes` count the edits as they are listed, those at rest included.
#[test]
fn steps_name_their_place_among_all_edits() {
    let some = [seat("leading", 1), AWAITED, AWAITED, AWAITED, AWAITED];
    let (calculator, report) = after(&[some], "s-X-Y-100--c2_s-X-Y-1000_w-2a");
    assert_eq!(report.scenario.states, [Rest, Applied, Applied]);
    let places: Vec<usize> = report.votes.iter().map(|step| step.edit).collect();
    assert_eq!(places, [1]);
    let swing = edits("s-Y-Y-1000").edits;
    assert_eq!(calculator.refusals(Some(1), &swing), [Some("same-side")]);
}
