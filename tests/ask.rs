//! Questions worked out in steps: the same answer however small the steps are, and about the scenario they were asked of.

mod reference;
mod support;

use reference::houses::{Random, house};
use seat_calculator::analysis::ask::{Answer, Asked, Question};
use seat_calculator::analysis::path::{Goal, path};
use seat_calculator::analysis::tipping::tipping;
use seat_calculator::calculator::Calculator;
use seat_calculator::read::Reader;
use seat_calculator::scenario::Scenario;
use support::{edits, jharkhand, swing};

fn finish(mut asked: Asked, budget: u32) -> (Answer, u32) {
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
        let mut questions = vec![Question::Tipping(tip.clone())];
        let mut expected = vec![Answer::Tipping(tipping(election, &scenario, &tip).unwrap())];
        for goal in [Goal::Majority, Goal::End] {
            let side = one.clone();
            expected.push(Answer::Path(path(election, outcome, &side, goal).unwrap()));
            questions.push(Question::Path { side, goal });
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
    let question = Question::Path {
        side: "NDA".to_owned(),
        goal: Goal::Majority,
    };
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
    let read = |text: &str| {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let mut reader = Reader::new();
        let question = Question::read(&mut reader, &Some(&value));
        match reader.problems.list().first() {
            Some(problem) => Err((problem.path.clone(), problem.code)),
            None => Ok(format!("{:?}", question.unwrap())),
        }
    };
    let ok = |question: Question| Ok(format!("{question:?}"));
    let side = || "NDA".to_owned();
    assert_eq!(
        read(r#"{"kind": "close", "side": "NDA"}"#),
        ok(Question::Close { side: side() })
    );
    assert_eq!(
        read(r#"{"kind": "path", "side": "NDA", "goal": "end"}"#),
        ok(Question::Path {
            side: side(),
            goal: Goal::End
        })
    );
    assert_eq!(
        read(r#"{"kind": "tipping", "from": "INDIA", "to": "NDA"}"#),
        ok(Question::Tipping(swing("INDIA", "NDA")))
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
        (r#"{"kind": "tipping", "from": "NDA"}"#, "to", "missing"),
    ];
    for (text, path, code) in refused {
        assert_eq!(read(text), Err((path.to_owned(), code)), "{text}");
    }
}
