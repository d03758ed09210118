//! Whole scenarios with edits of every kind at once, against the same worked out the slow way.

mod reference;
mod support;

use reference::houses::{Random, house};
use reference::rules;
use seat_calculator::calculator::Calculator;
use seat_calculator::election::Election;
use seat_calculator::majority::VerdictKind;
use seat_calculator::notation;
use seat_calculator::report::Report;
use support::edits;

/// Edits that random houses know, most of them in reason.
fn scenario(random: &mut Random, election: &Election) -> String {
    let seats = election.constituencies.len() as u64;
    let parties = ["A", "B", "C", "D", "E", "F"];
    let sides = ["A", "B", "C", "D", "E", "F", "X", "Y", "Z", "X", "Y"];
    let mut clauses = Vec::new();
    for _ in 0..=random.below(6) {
        let party = *random.of(&parties);
        let other = *random.of(&parties);
        let side = *random.of(&sides);
        let to = *random.of(&sides);
        let seat = 1 + random.below(seats);
        let few = 1 + random.below(4);
        let scope = match random.below(5) {
            0 => "--c1".to_owned(),
            1 => format!("--n{seat}.{}", 1 + random.below(seats)),
            _ => String::new(),
        };
        let member = match random.below(4) {
            0 => format!("IND.{seat}"),
            _ => party.to_owned(),
        };
        let points = *random.of(&[0, 1, 37, 368, 1_250, 5_000, 10_000]);
        clauses.push(match random.below(16) {
            0 | 1 => format!("p-{side}-{points}-{party}{scope}"),
            2 => format!("p-{side}-{points}-{party}-{other}{scope}"),
            3 | 4 => format!("s-{side}-{to}-{points}{scope}"),
            5 => format!("sp-{side}-{to}-{points}{scope}"),
            6 | 7 => format!("w-{seat}{}", *random.of(&["a", "b", "c", ".A", ".IND"])),
            8 => format!("r-{party}-{to}"),
            9 => format!("r-{party}"),
            10 => format!("f-{party}--{side}"),
            11 => format!("x-{party}-{to}-{few}"),
            12 => format!("q-{party}-{few}"),
            13 => format!("v-{seat}-{}", 1 + random.below(seats)),
            14 => format!("a-{member}-{few}"),
            _ => format!("h-{}-{member}", *random.of(&["t", "e", "v"])),
        });
    }
    clauses.join("_")
}

fn told(calculator: &Calculator, report: &Report) -> rules::Answer {
    let house = &report.house;
    let votes = &calculator.outcome().votes;
    let mut rows: Vec<(String, u32, u32, u32)> = report
        .alliances
        .iter()
        .filter(|row| row.seats > 0)
        .map(|row| (row.id.clone(), row.won, row.leading, row.voting))
        .collect();
    rows.sort();
    let mut leaders = report.verdict.leaders.clone();
    leaders.sort();
    rules::Answer {
        votes: votes.count.iter().map(|&count| i64::from(count)).collect(),
        standing: votes.standing.clone(),
        winner: report.constituencies.winner.clone(),
        margin: report
            .constituencies
            .margin
            .iter()
            .map(|margin| (!margin.is_nan()).then_some(*margin as i64))
            .collect(),
        rows,
        empty: [
            house.tied,
            house.awaited,
            house.vacant,
            house.adjourned + house.countermanded + house.set_aside,
        ],
        bases: [
            house.bases.total.n,
            house.bases.effective.n,
            house.bases.voting.n,
        ],
        verdict: match report.verdict.kind {
            VerdictKind::Majority => "majority",
            VerdictKind::Ahead => "ahead",
            VerdictKind::Open => "open",
            VerdictKind::Hung => "hung",
            VerdictKind::None => "none",
        },
        leaders,
        floor: [
            report.floor.r#for,
            report.floor.against,
            report.floor.not_voting,
        ],
        speaker: house.speaker.clone(),
    }
}

#[test]
fn scenarios_of_every_kind_equal_the_slow_way() {
    let seed = std::env::var("SEED")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(11);
    let rounds = std::env::var("ROUNDS")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(3_000);
    let mut random = Random(seed);
    let (mut done, mut refused) = (0, 0);
    for _ in 0..rounds {
        let election = house(&mut random, 9);
        let text = scenario(&mut random, &election);
        let asked = edits(&text);
        let expected = rules::evaluate(&election, &asked.edits);
        let mut calculator = Calculator::new(election);
        match (calculator.evaluate(&asked), expected) {
            (Ok(report), Some(expected)) => {
                assert_eq!(told(&calculator, &report), expected, "{text}");
                // The text that is kept means all of it.
                let kept = notation::parse(&report.scenario.text).unwrap();
                let again = calculator.evaluate(&kept).unwrap();
                assert_eq!(
                    told(&calculator, &again),
                    expected,
                    "{text}: {}",
                    again.scenario.text
                );
                assert_eq!(again.scenario.text, report.scenario.text, "{text}");
                done += 1;
            }
            (Err(_), None) => refused += 1,
            (found, expected) => {
                let found = found.map(|report| report.scenario.text);
                panic!("{text}: {found:?}, {}", expected.is_some());
            }
        }
    }
    assert!(
        rounds < 3_000 || (done > 1_500 && refused > 300),
        "{done} {refused}"
    );
}
