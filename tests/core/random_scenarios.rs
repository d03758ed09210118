//! Whole scenarios with edits of every kind at once, against the same worked out the slow way.

use crate::support::edits;
use crate::support::reference::compare::agreed;
use crate::support::reference::houses::{Random, house, whole_house};
use crate::support::reference::scenarios::scenario;

use seat_calculator::analysis::seats::cheapest_path::{Goal, cheapest_path};
use seat_calculator::calculator::Calculator;
use seat_calculator::report::Report;
use seat_calculator::scenario::{BaseKind, Scenario};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

/// Houses from one seed.
const BLOCK: u64 = 1_000;

/// A number that the environment asks for.
fn asked(name: &str, usual: u64) -> u64 {
    let value = std::env::var(name).ok();
    value.and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// Compares a block of houses; how many scenarios were counted, and how many both ways refuse.
fn compare(seed: u64) -> [u64; 2] {
    // Neighbouring seeds would begin alike.
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut ends = [0, 0];
    for _ in 0..BLOCK {
        let election = whole_house(&mut random, 9);
        let text = scenario(&mut random, election.constituencies.len() as u64);
        let mut calculator = Calculator::new(election);
        let report = agreed(
            &mut calculator,
            &edits(&text),
            &format!("seed {seed}: {text}"),
        );
        ends[usize::from(report.is_none())] += 1;
    }
    ends
}

/// `SEED` and `ROUNDS` in the environment ask for others, and more of them.
#[test]
fn scenarios_of_every_kind_equal_the_slow_way() {
    let (seed, rounds) = (asked("SEED", 11), asked("ROUNDS", 100_000));
    let blocks = AtomicU64::new(0);
    let counted = [AtomicU64::new(0), AtomicU64::new(0)];
    let work = || {
        loop {
            let block = blocks.fetch_add(1, Ordering::Relaxed);
            if block * BLOCK >= rounds {
                break;
            }
            let ends = compare(seed.wrapping_add(block));
            for (all, more) in counted.iter().zip(ends) {
                all.fetch_add(more, Ordering::Relaxed);
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        (0..threads).for_each(|_| drop(scope.spawn(work)));
    });
    let [done, refused] = counted.map(AtomicU64::into_inner);
    println!("{done} compared, {refused} refused by both");
    assert!(done + refused >= rounds && done > rounds / 2 && refused > rounds / 10);
}

/// Seats of a row of the tally by alliance; of a party that is counted with others, its members' as one partner.
fn seats_of(report: &Report, id: &str) -> u32 {
    let voting = report.house.base.kind == BaseKind::Voting;
    if let Some(row) = report.alliances.iter().find(|row| row.id == id) {
        return if voting { row.voting } else { row.seats };
    }
    let partner = report.partners.iter().find(|partner| partner.id == id);
    partner.map_or(0, |one| if voting { one.voting } else { one.seats })
}

#[test]
fn paths_on_top_of_any_scenario_lead_where_they_say() {
    let mut random = Random(29);
    let (mut reached, mut short) = (0, 0);
    for _ in 0..800 {
        let election = house(&mut random, 9);
        let text = scenario(&mut random, election.constituencies.len() as u64);
        let mut calculator = Calculator::new(election);
        let Ok(before) = calculator.evaluate(&edits(&text)) else {
            continue;
        };
        let side = *random.of(&["A", "C", "E", "X", "Y"]);
        let goal = *random.of(&[Goal::Majority, Goal::End]);
        let Ok(found) = cheapest_path(calculator.election(), calculator.outcome(), side, goal)
        else {
            continue;
        };
        let seats = seats_of(&before, side);
        assert_eq!(
            (found.seats, found.mark),
            (seats, before.house.mark),
            "{text}: {side}"
        );
        let mut edits = before.scenario.edits;
        edits.extend(found.edits);
        let scenario = Scenario {
            edits,
            ..Scenario::default()
        };
        let after = calculator.evaluate(&scenario).unwrap();
        let seats = seats_of(&after, side);
        let there = match goal {
            Goal::Majority => seats >= after.house.mark,
            Goal::End => seats < after.house.mark,
        };
        assert_eq!(there, found.reached, "{text}: {side} {goal:?}");
        *(if there { &mut reached } else { &mut short }) += 1;
    }
    assert!(reached > 100 && short > 30, "{reached} {short}");
}
