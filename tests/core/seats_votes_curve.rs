//! Seats by swing as a picture: every line says what the sweep counted, and the labels keep clear of each other.

use crate::support::reference::houses::{Random, house, lok_sabha};
use crate::support::{evaluate, jharkhand, seats, swing};

use seat_calculator::chart::seats_votes_curve::{Curve, drawn_seats};
use seat_calculator::scenario::Scenario;
use seat_calculator::sweep::{REACH, Sweep, sweep};

/// Reads "M-1000 9H-321V8H1000": the height at every unit across.
fn heights(path: &str) -> Vec<i64> {
    let mut list = Vec::new();
    let (mut y, mut x) = (0, -(REACH as i64));
    let rest = path.strip_prefix('M').expect("begins with a move");
    let (start, rest) = rest.split_at(rest.find(['H', 'V']).unwrap());
    let (at, height) = start.split_once(' ').unwrap();
    assert_eq!(at.parse(), Ok(x));
    y += height.parse::<i64>().unwrap();
    let mut rest = rest;
    while !rest.is_empty() {
        let end = rest[1..].find(['H', 'V']).map_or(rest.len(), |at| at + 1);
        let number: i64 = rest[1..end].parse().unwrap();
        if rest.starts_with('H') {
            while x < number {
                list.push(y);
                x += 1;
            }
        } else {
            y = number;
        }
        rest = &rest[end..];
    }
    list.push(y);
    list
}

fn check(sweep: &Sweep) {
    let curve = Curve::of(sweep);
    let top = i64::from(curve.top);
    let segment = |step: usize| {
        let begun = |&start: &i16| i64::from(start) <= step as i64 - i64::from(REACH);
        sweep.start.iter().rposition(begun).unwrap()
    };
    let at = |row: usize, step: usize| {
        i64::from(sweep.seats[row * sweep.segments as usize + segment(step)])
    };
    let mut drawn = 0;
    for (row, of) in sweep.rows.iter().enumerate() {
        let line = curve.lines.iter().find(|line| line.row == *of);
        let Some(line) = line else {
            assert!((0..=2_000).all(|step| at(row, step) == 0), "{of:?}");
            continue;
        };
        drawn += 1;
        let heights = heights(&line.path);
        assert_eq!(heights.len(), 2_001);
        for (step, height) in heights.iter().enumerate() {
            assert_eq!(top - height, at(row, step), "{of:?} at {step}");
        }
        assert_eq!(i64::from(line.end), at(row, 2_000));
        let table: Vec<i64> = line.seats.iter().map(|&seats| i64::from(seats)).collect();
        let whole: Vec<i64> = (0..=20).map(|point| at(row, point * 100)).collect();
        assert_eq!(table, whole);
    }
    assert_eq!(drawn, curve.lines.len());
    for tick in &sweep.ticks {
        let step = (tick.step + REACH as i32) as usize;
        let drawn = drawn_seats(sweep, tick.step);
        let expected = curve.lines.iter().map(|line| {
            let row = sweep.rows.iter().position(|row| *row == line.row).unwrap();
            at(row, step)
        });
        assert!(drawn.into_iter().map(i64::from).eq(expected));
    }
    let mark = heights(&curve.mark);
    for (step, height) in mark.iter().enumerate() {
        let expected = sweep.mark[segment(step)];
        assert_eq!(top - height, i64::from(expected));
        assert!(*height > 0, "the mark stands below the top");
    }
    assert_eq!(curve.scale.last().map(|line| line.seats), Some(curve.top));
    let flipped = curve
        .scale
        .iter()
        .all(|line| line.seats + line.y == curve.top);
    assert!(flipped, "{:?}", curve.scale);
    let (majority, at_zero) = (&curve.majority, 1_000);
    assert_eq!(mark[at_zero], i64::from(majority.y));
    assert_eq!(majority.seats + majority.y, curve.top);
    assert_eq!(curve.frame, format!("-1000 0 2000 {}", curve.top));
    assert!((2..=7).contains(&curve.scale.len()), "{:?}", curve.scale);
    let mut labels: Vec<u32> = curve.lines.iter().map(|line| line.label).collect();
    labels.sort_unstable();
    assert!(labels.iter().all(|label| *label <= curve.top * 100));
    if labels.len() <= 12 {
        for pair in labels.windows(2) {
            assert!(pair[1] - pair[0] >= curve.top * 8, "{labels:?}");
        }
    }
}

#[test]
fn jharkhand_as_a_picture() {
    let mut calculator = jharkhand();
    let sweep = calculator.sweep(&swing("INDIA", "NDA")).unwrap();
    check(&sweep);
    let curve = Curve::of(&sweep);
    assert_eq!(curve.steps[0], -1_000);
    assert_eq!(curve.steps.len(), 21);
    for (at, step) in curve.steps.iter().enumerate() {
        let text = match step {
            0 => String::new(),
            1.. => format!("s-INDIA-NDA-{step}"),
            _ => format!("s-NDA-INDIA-{}", -step),
        };
        let report = evaluate(&mut calculator, &text);
        for line in curve.lines.iter().filter(|line| line.row.id != "IND") {
            assert_eq!(line.seats[at], seats(&report, &line.row.id), "{text}");
        }
    }
}

#[test]
fn other_houses_as_pictures() {
    let nation = lok_sabha();
    check(&sweep(&nation, &Scenario::default(), &swing("BJP", "INC")).unwrap());
    let mut random = Random(3);
    for _ in 0..120 {
        let election = house(&mut random, 30);
        check(&sweep(&election, &Scenario::default(), &swing("X", "Y")).unwrap());
    }
}
