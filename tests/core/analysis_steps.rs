//! Questions worked out in steps: the same answer however small the steps are, and about the scenario they were asked of.

use crate::support::house::{constituency, dataset, with};
use crate::support::reference::houses::{Random, house};
use crate::support::{edits, jharkhand, swing};

use seat_calculator::analysis::query::{Answer, Job, Query};
use seat_calculator::analysis::seats::cheapest_path::{CheapestPathQuery, Goal, cheapest_path};
use seat_calculator::analysis::seats::key_seats::KeySeatsQuery;
use seat_calculator::analysis::seats::marginal_seats::MarginalSeatsQuery;
use seat_calculator::analysis::votes::tipping_point::tipping_point;
use seat_calculator::calculator::Calculator;
use seat_calculator::election::Election;
use seat_calculator::scenario::{Pool, Scenario, Scope};

fn finish(mut asked: Job, budget: u32) -> (Answer, u32) {
    let mut steps = 1;
    while !asked.step(budget) {
        assert_eq!(asked.answer(), None);
        steps += 1;
        assert!(steps < 1_000_000, "it never ends");
    }
    assert!(asked.step(0), "what is answered stays so");
    (asked.answer().unwrap().clone(), steps)
}

#[test]
fn steps_of_any_size_find_the_same() {
    let mut random = Random(5);
    for _ in 0..60 {
        let election = house(&mut random, 12);
        let mut calculator = Calculator::new(election);
        // Members who do not vote make a path go seat by seat.
        calculator
            .evaluate(&edits("h-v"))
            .unwrap_or_else(|problems| panic!("{problems}"));
        let (election, outcome) = (calculator.election(), calculator.outcome());
        let sides: Vec<String> = election.alliances.iter().map(|a| a.id.clone()).collect();
        let (Some(one), Some(other)) = (sides.first(), sides.get(1)) else {
            continue;
        };
        let scenario = Scenario {
            edits: outcome.edits.clone(),
            ..Scenario::default()
        };
        let tip = swing(one, other);
        let mut questions = vec![Query::Tipping(tip.clone())];
        let mut expected = vec![Answer::Tipping(
            tipping_point(election, &scenario, &tip).unwrap(),
        )];
        for goal in [Goal::Majority, Goal::End] {
            let side = one.clone();
            expected.push(Answer::Path(
                cheapest_path(election, outcome, &side, goal).unwrap(),
            ));
            questions.push(Query::Path(CheapestPathQuery { side, goal }));
        }
        for (question, expected) in questions.iter().zip(&expected) {
            for budget in [0, 1, 5, u32::MAX] {
                let (found, steps) = finish(calculator.ask(question).unwrap(), budget);
                assert_eq!(found, *expected, "{question:?} by {budget}");
                assert!(budget < u32::MAX || steps <= 2, "{question:?}: {steps}");
            }
        }
    }
}

#[test]
fn a_question_is_about_the_scenario_it_was_asked_of() {
    let mut calculator = jharkhand();
    let question = Query::Path(CheapestPathQuery {
        side: "NDA".to_owned(),
        goal: Goal::Majority,
    });
    let asked = calculator.ask(&question).unwrap();
    calculator.evaluate(&edits("r-INC-NDA")).unwrap();
    let votes = |answer: Answer| match answer {
        Answer::Path(path) => path.votes,
        other => panic!("{other:?}"),
    };
    assert_eq!(votes(finish(asked, 1).0), 74_131);
    let (now, _) = finish(calculator.ask(&question).unwrap(), 1);
    assert!(votes(now) < 74_131, "16 of Congress are with them already");
}

#[test]
fn requests_are_read_or_refused_by_name() {
    let read = |text: &str| match Query::from_value(&serde_json::from_str(text).unwrap()) {
        Ok(question) => Ok(format!("{question:?}")),
        Err(problems) => {
            let first = &problems.list()[0];
            Err((first.path.clone(), first.code))
        }
    };
    let ok = |question: Query| Ok(format!("{question:?}"));
    let side = || "NDA".to_owned();
    assert_eq!(
        read(r#"{"kind": "close", "side": "NDA"}"#),
        ok(Query::Close(MarginalSeatsQuery { side: side() }))
    );
    assert_eq!(
        read(r#"{"kind": "path", "side": "NDA", "goal": "end"}"#),
        ok(Query::Path(CheapestPathQuery {
            side: side(),
            goal: Goal::End
        }))
    );
    assert_eq!(
        read(r#"{"kind": "tipping", "from": "INDIA", "to": "NDA"}"#),
        ok(Query::Tipping(swing("INDIA", "NDA")))
    );
    let refused = [
        ("[]", "", "wrong-kind"),
        ("{}", "kind", "missing"),
        (r#"{"kind": "path", "side": "NDA"}"#, "goal", "missing"),
        (
            r#"{"kind": "path", "side": "NDA", "goal": "both"}"#,
            "goal",
            "unknown-word",
        ),
        (r#"{"kind": "luck"}"#, "kind", "unknown-kind"),
        (r#"{"kind": ""}"#, "kind", "unknown-kind"),
        (
            r#"{"kind": "path", "side": "NDA", "goal": ""}"#,
            "goal",
            "unknown-word",
        ),
        (
            r#"{"kind": "pool", "target": "NDA", "joiners": []}"#,
            "joiners",
            "too-small",
        ),
        (
            r#"{"kind": "curve", "from": "INDIA", "to": "NDA", "scope": {"constituencies": []}}"#,
            "scope.constituencies",
            "too-small",
        ),
        (r#"{"kind": "tipping", "from": "NDA"}"#, "to", "missing"),
    ];
    for (text, path, code) in refused {
        assert_eq!(read(text), Err((path.to_owned(), code)), "{text}");
    }
}

/// What is wrong is named where it stands in the question, not in a list of edits that nobody gave.
#[test]
fn faults_are_named_by_their_place_in_the_question() {
    let mut calculator = jharkhand();
    calculator.evaluate(&edits("w-1b_s-INC-BJP-20")).unwrap();
    let unknown = swing("XYZ", "NDA");
    let mut scoped = swing("INDIA", "NDA");
    scoped.scope = Some(Scope::Category("QQ".to_owned()));
    let pool = |joiner: &str| Pool {
        target: "NDA".to_owned(),
        joiners: vec![joiner.to_owned()],
        efficiency: 0,
        scope: None,
    };
    for (question, path, code) in [
        (Query::Tipping(unknown.clone()), "from", "unknown-id"),
        (Query::Curve(swing("NDA", "BJP")), "to", "same-side"),
        (Query::Curve(scoped.clone()), "scope", "unknown-id"),
        (Query::Pool(pool("XYZ")), "joiners", "unknown-id"),
    ] {
        let problems = calculator.ask(&question).err().unwrap();
        let first = &problems.list()[0];
        assert_eq!(
            (first.path.as_str(), first.code),
            (path, code),
            "{problems}"
        );
    }
    let path = |swing| calculator.sweep(swing).unwrap_err().list()[0].path.clone();
    assert_eq!([path(&unknown), path(&scoped)], ["from", "scope"]);
}

/// More members who sit alone than a set of players holds.
#[test]
fn seats_that_matter_in_a_house_of_many_members() {
    let lines = |n: usize| match n {
        1..=100 => [("A", 9), ("B", 1)],
        _ => [("B", 1), ("IND", 2)],
    };
    let list = (1..=300).map(|n| constituency(n, &lines(n))).collect();
    let data = with(dataset(2, &[]), list);
    let calculator = Calculator::new(Election::from_dataset(&data).unwrap());
    let asked = KeySeatsQuery {
        members: vec!["IND.300".to_owned(), "A".to_owned()],
        ..KeySeatsQuery::default()
    };
    match finish(calculator.ask(&Query::KeySeats(asked)).unwrap(), 9).0 {
        Answer::KeySeats(found) => {
            assert_eq!(
                (found.members.len(), found.together, found.surplus),
                (2, 101, None)
            );
        }
        other => panic!("{other:?}"),
    }
}
