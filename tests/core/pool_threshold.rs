//! What pools can reach, against evaluating every hundredth of a percent.

use crate::support::reference::houses::{Random, house};
use crate::support::{edits, jharkhand, shipped};

use seat_calculator::analysis::query::{Answer, Query};
use seat_calculator::analysis::votes::pool_threshold::{PoolThreshold, PoolThresholdSearch};
use seat_calculator::calculator::Calculator;
use seat_calculator::report::Report;
use seat_calculator::scenario::{Edit, Pool, Scenario};

const WHOLE: u32 = 10_000;

fn pool(target: &str, joiner: &str) -> Pool {
    Pool {
        target: target.to_owned(),
        joiners: vec![joiner.to_owned()],
        efficiency: 0,
        scope: None,
    }
}

fn reach(calculator: &Calculator, pool: &Pool, budget: u32) -> PoolThreshold {
    let question = Query::Pool(pool.clone());
    let mut asked = calculator.ask(&question).unwrap();
    let mut steps = 0;
    while !asked.step(budget) {
        steps += 1;
        assert!(steps < 10_000_000, "it never ends");
    }
    match asked.answer() {
        Some(Answer::Pool(reach)) => reach.clone(),
        other => panic!("{other:?}"),
    }
}

/// Seats of the row the target party or alliance is counted in, and the mark.
fn of_side(report: &Report, id: &str) -> (u32, u32) {
    let mut rows = report.alliances.iter();
    let row = rows.find(|row| row.id == id || row.parties.iter().any(|party| party == id));
    (row.map_or(0, |row| row.seats), report.house.mark)
}

/// The answer by evaluating the scenario at every `stride`-th efficiency and at the last.
fn brute(calculator: &mut Calculator, before: &[Edit], pool: &Pool) -> PoolThreshold {
    let mut expected: Option<PoolThreshold> = None;
    let mut verdict = None;
    for efficiency in 0..=WHOLE {
        let mut edits = before.to_vec();
        edits.push(Edit::Pool(Pool {
            efficiency,
            ..pool.clone()
        }));
        let scenario = Scenario {
            edits,
            ..Scenario::default()
        };
        let report = calculator.evaluate(&scenario).unwrap();
        let (seats, mark) = of_side(&report, &pool.target);
        let now = (report.verdict.kind, report.verdict.leaders.clone());
        let found = expected.get_or_insert_with(|| PoolThreshold {
            side: reach(calculator, pool, u32::MAX).side,
            mark,
            needed: None,
            most: seats,
            most_at: 0,
            ticks: Vec::new(),
        });
        if seats > found.most {
            (found.most, found.most_at) = (seats, efficiency);
            if found.needed.is_none() {
                found.mark = mark;
            }
        }
        if seats >= mark && found.needed.is_none() {
            (found.needed, found.mark) = (Some(efficiency), mark);
        }
        if verdict.as_ref().is_some_and(|before| *before != now) {
            found.ticks.push(seat_calculator::sweep::Tick {
                step: efficiency as i32,
                verdict: now.0,
                leaders: now.1.clone(),
                seats: report.verdict.seats,
                constituencies: Vec::new(),
            });
        }
        verdict = Some(now);
    }
    expected.unwrap()
}

/// Without the names of the constituencies, which a Report does not give by step.
fn bare(mut reach: PoolThreshold) -> PoolThreshold {
    for tick in &mut reach.ticks {
        assert!(!tick.constituencies.is_empty());
        tick.constituencies.clear();
    }
    reach
}

#[test]
fn no_value_gives_the_nda_a_majority() {
    let found = reach(&jharkhand(), &pool("NDA", "JLKM"), u32::MAX);
    assert_eq!((found.needed, found.most, found.mark), (None, 40, 41));
    assert_eq!(found.side.id, "NDA");
    // At every value: 40 is what a pool at 100 % gives, and the seats only rise on the way.
    let mut calculator = jharkhand();
    let at = |calculator: &mut Calculator, efficiency: u32| {
        let text = format!("p-NDA-{efficiency}-JLKM");
        calculator.evaluate(&edits(&text)).unwrap().verdict.seats
    };
    assert_eq!(at(&mut calculator, found.most_at), 41, "INDIA keeps 41");
    let report = calculator
        .evaluate(&edits(&format!("p-NDA-{}-JLKM", found.most_at - 1)))
        .unwrap();
    assert_eq!(of_side(&report, "NDA").0, 39);
}

#[test]
fn in_2019_two_allies_fall_one_short_and_no_value_helps() {
    let found = reach(&shipped("jharkhand-2019"), &pool("BJP", "AJSU"), 100);
    assert_eq!((found.needed, found.most, found.mark), (None, 40, 41));
    assert_eq!(found.side.id, "BJP+AJSU");
}

#[test]
fn every_value_on_the_shipped_elections() {
    let cases = [
        ("jharkhand-2024", "NDA", "JLKM", ""),
        ("jharkhand-2024", "NDA", "JLKM", "w-39.BJP_r-INC-NDA"),
        ("jharkhand-2019", "BJP", "AJSU", ""),
        (
            "jharkhand-2024",
            "NDA",
            "JLKM",
            "s-NDA-INDIA-150_s-INDIA-JLKM-90",
        ),
    ];
    for (id, target, joiner, text) in cases {
        let mut calculator = shipped(id);
        let before = edits(text);
        calculator.evaluate(&before).unwrap();
        let asked = pool(target, joiner);
        let found = reach(&calculator, &asked, 50);
        let expected = brute(&mut calculator, &before.edits, &asked);
        assert_eq!(bare(found), expected, "{id} {target} {joiner} {text}");
    }
}

#[test]
fn every_value_on_random_houses_with_swings_and_bases_too() {
    let mut random = Random(71);
    let texts = ["", "s-X-Y-700", "s-Y-X-1200", "h-e", "s-A-B-300", "w-1.A"];
    let mut ended = 0;
    for round in 0..36 {
        let mut calculator = Calculator::new(house(&mut random, 6));
        let before = edits(texts[round % texts.len()]);
        let parties = ["A", "B", "C", "D", "E", "F"];
        let present = |id: &&str| calculator.election().party(id).is_some();
        let known: Vec<&str> = parties.into_iter().filter(present).collect();
        let target = if round % 2 == 0 { "X" } else { known[0] };
        let joiner = known[known.len() - 1 - round % 2];
        let asked = pool(target, joiner);
        if calculator.evaluate(&before).is_err() {
            continue;
        }
        let scenario = Scenario {
            edits: calculator.outcome().edits.clone(),
            ..Scenario::default()
        };
        if PoolThresholdSearch::start(calculator.election(), &scenario, &asked).is_err() {
            continue;
        }
        ended += 1;
        let found = reach(&calculator, &asked, 1 + round as u32 * 40);
        let expected = brute(&mut calculator, &scenario.edits, &asked);
        assert_eq!(bare(found), expected, "{round} {asked:?} {before:?}");
    }
    assert!(ended > 15, "{ended}");
}

/// Nothing is counted 10,000 times where a swing takes from the pool's side.
#[test]
fn a_swing_on_the_same_side_takes_few_counts() {
    let mut calculator = jharkhand();
    calculator.evaluate(&edits("s-NDA-INDIA-150")).unwrap();
    let question = Query::Pool(pool("NDA", "JLKM"));
    let mut asked = calculator.ask(&question).unwrap();
    // 81 constituencies at every efficiency would be 810,000 counts.
    let mut counts = 0;
    while !asked.step(1_000) {
        counts += 1_000;
    }
    assert!(counts < 60_000, "{counts}");
}

#[test]
fn the_pool_of_the_scenario_is_the_one_that_is_asked_about() {
    let mut calculator = jharkhand();
    let alone = reach(&calculator, &pool("NDA", "JLKM"), 9);
    calculator.evaluate(&edits("p-NDA-2500-JLKM")).unwrap();
    assert_eq!(reach(&calculator, &pool("NDA", "JLKM"), 9), alone);
    let other = calculator.ask(&Query::Pool(pool("INDIA", "JLKM")));
    let code = other.err().map(|problems| problems.list()[0].code);
    assert_eq!(code, Some("party-in-two-pools"));
}
