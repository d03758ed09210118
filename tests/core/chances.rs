//! Chances where seats scatter: a million draws by another program, every combination of small
//! houses, and the Report where nothing scatters.

use crate::support::reference;
use crate::support::reference::houses::{Random, house as random_house, lok_sabha};
use crate::support::{data, edits, house, jharkhand, shipped, swing};

use seat_calculator::analysis::query::{Answer, Query};
use seat_calculator::calculator::Calculator;
use seat_calculator::chance::{Chances, Likely, RowChances, Spread};
use seat_calculator::election::Election;
use seat_calculator::majority::VerdictKind;
use seat_calculator::report::Report;
use seat_calculator::scenario::{Award, Chosen, Edit, Swing};
use serde_json::{Value, json};
use std::fs;

fn spread(points: i32, scatter: u32, common: u32) -> Spread {
    Spread {
        points,
        scatter,
        common,
    }
}

fn likely(calculator: &Calculator, [from, to]: [&str; 2], at: Spread) -> Likely {
    let chances = calculator.chances(&swing(from, to)).unwrap();
    chances.likely(at).unwrap()
}

fn majority(of: &Likely, id: &str) -> f64 {
    let row = of.rows.iter().find(|row| row.row.id == id);
    row.map_or(0.0, |row| row.majority)
}

/// What `chances.py` found, and the house it drew.
fn drawn() -> (f64, Vec<(String, Calculator, Value)>, Value) {
    let root = env!("CARGO_MANIFEST_DIR");
    let text = fs::read_to_string(format!("{root}/tests/monte-carlo/chances.json")).unwrap();
    let found: Value = serde_json::from_str(&text).unwrap();
    let mut houses = Vec::new();
    for one in found["shipped"].as_array().unwrap() {
        let file = one["file"].as_str().unwrap();
        let id = file.rsplit(['/', '.']).nth(1).unwrap();
        let mut calculator = match file.starts_with("www/") {
            true => shipped(id),
            false => Calculator::new(lok_sabha()),
        };
        let text = one["edits"].as_str().unwrap();
        calculator.evaluate(&edits(text)).unwrap();
        houses.push((format!("{file} {text}"), calculator, one.clone()));
    }
    for (number, one) in found["houses"].as_array().unwrap().iter().enumerate() {
        let seats = one["seats"].as_array().unwrap().iter().zip(1..);
        let seats = seats.map(|(lines, number)| {
            let lines = lines.as_str().unwrap().split(' ').map(|line| {
                let end = line.find(|c: char| c.is_ascii_digit()).unwrap();
                (&line[..end], line[end..].parse().unwrap())
            });
            house::constituency(number, &lines.collect::<Vec<_>>())
        });
        let dataset = house::dataset(6, &[("X", &["A", "B"]), ("Y", &["C", "D"])]);
        let dataset = house::with(dataset, seats.collect());
        let election = Election::from_dataset(&dataset).unwrap();
        houses.push((
            format!("house {number}"),
            Calculator::new(election),
            one.clone(),
        ));
    }
    let draws = found["draws"].as_f64().unwrap();
    (draws, houses, found["scatter"].clone())
}

fn asked(one: &Value) -> ([&str; 2], Spread) {
    let word = |i: usize| one["spread"][i].as_str().unwrap();
    let number = |i: usize| one["spread"][i].as_i64().unwrap();
    let at = spread(number(2) as i32, number(3) as u32, number(4) as u32);
    ([word(0), word(1)], at)
}

/// Deviations of a count from what is expected, squared.
fn off(draws: f64, count: f64, chance: f64) -> f64 {
    let variance = draws * chance * (1.0 - chance);
    (count - draws * chance).powi(2) / variance.max(1e-3)
}

#[test]
fn a_million_draws_of_another_program_agree_within_their_error() {
    let (draws, houses, _) = drawn();
    assert_eq!(draws, 1e6);
    let (mut squares, mut compared) = (0.0, 0);
    let mut compare = |what: &str, count: f64, chance: f64| {
        let off = off(draws, count, chance);
        // Five standard deviations; a chance of a few in a million is no normal count.
        assert!(
            off < 25.0 || (count - draws * chance).abs() < 12.0,
            "{what}: {count} {chance}"
        );
        if draws * chance * (1.0 - chance) > 20.0 {
            squares += off;
            compared += 1;
        }
    };
    for (name, calculator, one) in &houses {
        let (sides, at) = asked(one);
        let found = likely(calculator, sides, at);
        for (id, row) in one["rows"].as_object().unwrap() {
            let first = row["first"].as_u64().unwrap() as usize;
            let numbers = row["numbers"].as_array().unwrap();
            let own = found.rows.iter().find(|own| own.row.id == *id);
            let Some(own) = own else {
                let none: f64 = numbers[0].as_f64().unwrap();
                assert!(first == 0 && none > 0.999 * draws, "{name} {id}");
                continue;
            };
            let chance = |seats: usize| {
                let at = seats.checked_sub(own.first as usize);
                at.and_then(|at| own.chances.get(at))
                    .copied()
                    .unwrap_or(0.0)
            };
            let seen = numbers.iter().map(|n| n.as_f64().unwrap()).enumerate();
            for (at, count) in seen.clone() {
                compare(
                    &format!("{name} {id} {}", first + at),
                    count,
                    chance(first + at),
                );
            }
            let missed: f64 = 1.0 - seen.map(|(at, _)| chance(first + at)).sum::<f64>();
            assert!(missed * draws < 15.0, "{name} {id}: {missed}");
            compare(
                &format!("{name} {id} wins"),
                row["wins"].as_f64().unwrap(),
                own.majority,
            );
        }
        for seat in found.close.iter().filter(|_| one["seats"].is_object()) {
            let counts = &one["seats"][&seat.constituency];
            for share in &seat.shares {
                let id = share.row.as_ref().map_or("", |row| &row.id);
                let count = counts[id].as_f64().unwrap_or(0.0);
                compare(
                    &format!("{name} {} {id}", seat.constituency),
                    count,
                    share.chance,
                );
            }
        }
    }
    // Counts of one house depend on each other, so their mean square is near 1 and no nearer.
    let mean = squares / f64::from(compared);
    assert!(
        compared > 1_000 && (0.8..1.2).contains(&mean),
        "{compared} {mean}"
    );
}

/// The seats of a Report by row, the members who sit alone together.
fn seats_of(report: &Report) -> Vec<(String, u32)> {
    let mut rows: Vec<(String, u32)> = Vec::new();
    for row in report.alliances.iter().filter(|row| row.seats > 0) {
        let alone = row.id.starts_with("IND.");
        let id = if alone { "IND" } else { &row.id };
        match rows.iter_mut().find(|(known, _)| known == id) {
            Some((_, seats)) => *seats += row.seats,
            None => rows.push((id.to_owned(), row.seats)),
        }
    }
    rows.sort();
    rows
}

#[test]
fn without_scatter_it_is_the_report() {
    let texts = [
        ("jharkhand-2024", ["INDIA", "NDA"], "-"),
        ("jharkhand-2024", ["INDIA", "NDA"], "r-JLKM-NDA"),
        (
            "jharkhand-2024",
            ["INDIA", "NDA"],
            "w-28b_x-JMM-NDA-4_q-RJD-2_h-e",
        ),
        (
            "jharkhand-2024",
            ["INC", "BJP"],
            "x-AJSU-INDIA-3_v-28-31_h-e",
        ),
        ("jharkhand-2019", ["MGB", "BJP"], "r-AJSU-IND.48_h-e"),
        ("jharkhand-2019", ["MGB", "BJP"], "r-IND.48-BJP_v-19"),
        (
            "jharkhand-2019",
            ["JMM", "BJP"],
            "x-INC-BJP-9_x-BJP-MGB-3_v-20_h-e",
        ),
        ("lok-sabha-2024", ["INDIA", "NDA"], "-"),
        (
            "lok-sabha-2024",
            ["INDIA", "NDA"],
            "x-TDP-INDIA-16_w-107a_h-e",
        ),
    ];
    for (id, [from, to], text) in texts {
        let mut calculator = shipped(id);
        for points in (-900_i32..=900).step_by(150) {
            let own = match text {
                "-" => String::new(),
                text => format!("_{text}"),
            };
            let (a, b) = if points < 0 { (to, from) } else { (from, to) };
            let report = calculator
                .evaluate(&edits(&format!("s-{a}-{b}-{}{own}", points.abs())))
                .unwrap();
            let found = likely(&calculator, [from, to], Spread::none(points));
            let mut rows: Vec<(String, u32)> = found
                .rows
                .iter()
                .map(|row| (row.row.id.clone(), row.seats))
                .collect();
            rows.sort();
            assert_eq!(rows, seats_of(&report), "{id} {text} {points}");
            assert_eq!(
                (found.base, found.mark),
                (report.house.base, report.house.mark)
            );
            let has = report.verdict.kind == VerdictKind::Majority;
            assert_eq!(found.nobody, if has { 0.0 } else { 1.0 }, "{text} {points}");
            for row in &found.rows {
                let leads = has && report.verdict.leaders.contains(&row.row.id);
                assert_eq!(row.majority, f64::from(u8::from(leads)), "{text} {points}");
                assert_eq!((row.low, row.high), (row.seats, row.seats));
            }
            assert!(found.close.is_empty());
        }
    }
}

#[test]
fn all_outcomes_together_are_certain() {
    for (sides, at) in [
        (["INDIA", "NDA"], spread(368, 580, 0)),
        (["INDIA", "NDA"], spread(368, 990, 300)),
        (["NDA", "INDIA"], spread(-250, 40, 500)),
        (["INC", "BJP"], spread(0, 0, 1_000)),
    ] {
        for (id, text) in [
            ("jharkhand-2024", ""),
            ("jharkhand-2024", "x-JMM-NDA-6_h-e"),
            ("jharkhand-2024", "v-28_h-v"),
            ("lok-sabha-2024", ""),
            ("lok-sabha-2024", "x-TDP-INDIA-16_h-e"),
        ] {
            let mut calculator = shipped(id);
            calculator.evaluate(&edits(text)).unwrap();
            let found = likely(&calculator, sides, at);
            for row in &found.rows {
                let all: f64 = row.chances.iter().sum();
                assert!((all - 1.0).abs() < 1e-12, "{text} {at:?} {all}");
            }
            let wins: f64 = found.rows.iter().map(|row| row.majority).sum();
            assert!((wins + found.nobody - 1.0).abs() < 1e-12);
            let hundred: u32 = found.rows.iter().map(|row| row.hundred).sum();
            assert_eq!(hundred + found.nobody_hundred, 100);
            for seat in &found.close {
                let all: f64 = seat.shares.iter().map(|share| share.chance).sum();
                assert!((0.98..1.0 + 1e-12).contains(&all), "{seat:?}");
            }
        }
    }
}

#[test]
fn more_swing_to_a_side_never_lowers_its_chance() {
    for (id, sides) in [
        ("jharkhand-2024", ["INDIA", "NDA"]),
        ("jharkhand-2019", ["MGB", "BJP"]),
        ("lok-sabha-2024", ["INDIA", "NDA"]),
    ] {
        let chances = shipped(id).chances(&swing(sides[0], sides[1])).unwrap();
        for (scatter, common) in [(0, 200), (100, 0), (580, 0), (990, 300)] {
            let mut before = [1.0, 0.0];
            for points in (-1_000..=1_000).step_by(50) {
                let found = chances.likely(spread(points, scatter, common)).unwrap();
                let now = sides.map(|side| majority(&found, side));
                assert!(
                    now[0] <= before[0] + 1e-9 && now[1] >= before[1] - 1e-9,
                    "{points}"
                );
                before = now;
            }
            assert!(before[1] > 0.5 && before[0] < 0.1, "{id} {before:?}");
        }
    }
}

#[test]
fn more_scatter_moves_chances_towards_the_middle() {
    let calculator = jharkhand();
    // At no swing INDIA has 56 of 81: the NDA's chance grows, INDIA's falls.
    for common in [true, false] {
        let mut before = (1.0, 0.0);
        for tenths in (1..=50).step_by(7) {
            let wide = 10 * tenths;
            let at = if common {
                spread(0, 300, wide)
            } else {
                spread(0, 2 * wide, 0)
            };
            let found = likely(&calculator, ["INDIA", "NDA"], at);
            let now = (majority(&found, "INDIA"), majority(&found, "NDA"));
            assert!(now.0 <= before.0 && now.1 >= before.1, "{wide} {now:?}");
            before = now;
        }
        assert!(before.1 > 0.0);
    }
    // A constituency that two contest: its chance stays on its side of a half, and nears it.
    let seats = vec![house::constituency(1, &[("A", 5_300), ("B", 4_700)])];
    let dataset = house::with(house::dataset(2, &[]), seats);
    let calculator = Calculator::new(Election::from_dataset(&dataset).unwrap());
    let mut before = 1.0;
    for scatter in [100, 200, 400, 800, 1_600, 3_000] {
        let found = likely(&calculator, ["A", "B"], spread(0, scatter, 0));
        let now = majority(&found, "A");
        // A's lead is 6 points: it holds to a swing of 3 less half a vote.
        let exact = 1.0 - 0.5 * libm::erfc(299.5 / f64::from(scatter) / 2.0_f64.sqrt());
        assert!((now - exact).abs() < 1e-12, "{scatter} {now} {exact}");
        assert!(0.5 < now && now < before);
        before = now;
    }
}

/// The common error summed up at every hundredth of a point.
#[test]
fn the_quadrature_is_as_good_as_a_sum_over_every_step() {
    let jharkhand = jharkhand().chances(&swing("INDIA", "NDA")).unwrap();
    let house = Calculator::new(lok_sabha());
    let lok_sabha = house.chances(&swing("BJP", "INC")).unwrap();
    let rows = [
        (jharkhand, ["INDIA", "NDA"], 368),
        (lok_sabha, ["BJP", "INC"], -310),
    ];
    for (chances, sides, points) in &rows {
        for (scatter, common) in [(580, 60), (200, 60), (50, 60), (10, 40)] {
            let reach = 7 * common as i32;
            let density = |error: i32| {
                let z = f64::from(error) / f64::from(common);
                (-z * z / 2.0).exp()
            };
            let whole: f64 = (-reach..=reach).map(density).sum();
            let mut expected = [0.0; 2];
            let mut mean = 0.0;
            for error in -reach..=reach {
                let found = chances.likely(spread(points + error, scatter, 0)).unwrap();
                let weight = density(error) / whole;
                for (sum, side) in expected.iter_mut().zip(sides) {
                    *sum += weight * majority(&found, side);
                }
                mean += weight * expected_seats(&found, sides[0]);
            }
            let found = chances.likely(spread(*points, scatter, common)).unwrap();
            for (expected, side) in expected.iter().zip(sides) {
                let chance = majority(&found, side);
                assert!(
                    (chance - expected).abs() < 1e-8,
                    "{scatter}: {chance} {expected}"
                );
            }
            assert!((expected_seats(&found, sides[0]) - mean).abs() < 1e-7);
        }
    }
}

fn expected_seats(found: &Likely, id: &str) -> f64 {
    let row = found.rows.iter().find(|row| row.row.id == id).unwrap();
    let numbers = (row.first..).zip(&row.chances);
    numbers
        .map(|(seats, chance)| f64::from(seats) * chance)
        .sum()
}

/// Every combination of holders of a small house, each evaluated with its holders given by hand.
fn every_combination(election: &Election, text: &str, sides: [&str; 2], at: Spread) -> Combined {
    let slow = reference::Swing {
        from: sides[0],
        to: sides[1],
        proportional: false,
        category: None,
    };
    let below = |z: f64| 0.5 * libm::erfc(-z / 2.0_f64.sqrt());
    let seats = 0..election.constituencies.len();
    let faces: Vec<Vec<(Option<usize>, f64)>> = seats
        .map(|seat| {
            let mut faces: Vec<(Option<usize>, f64)> = Vec::new();
            for step in -4_000..4_000 {
                let edge =
                    |half: f64| below((f64::from(step - at.points) + half) / f64::from(at.scatter));
                let holder = reference::holder(election, seat, &slow, step);
                match faces.iter_mut().find(|(known, _)| *known == holder) {
                    Some((_, chance)) => *chance += edge(0.5) - edge(-0.5),
                    None => faces.push((holder, edge(0.5) - edge(-0.5))),
                }
            }
            faces
        })
        .collect();
    let mut combined = Combined::default();
    let count: usize = faces.iter().map(Vec::len).product();
    let mut calculator = Calculator::new(election.clone());
    for mut combination in 0..count {
        let mut chance = 1.0;
        let mut scenario = edits(text);
        for (seat, faces) in faces.iter().enumerate() {
            let (holder, own) = faces[combination % faces.len()];
            combination /= faces.len();
            chance *= own;
            // Level votes cannot be given by hand; that is rare.
            let Some(holder) = holder else {
                chance *= f64::from(u8::from(faces.len() == 1));
                continue;
            };
            scenario.edits.push(Edit::Award(Award {
                constituency: election.constituencies[seat].number.to_string(),
                candidate: Chosen::Serial(u32::from(election.candidates_of(seat)[holder].serial)),
            }));
        }
        if chance > 1e-14 {
            combined.add(&calculator.evaluate(&scenario).unwrap(), chance);
        }
    }
    combined
}

/// Chances by evaluating houses.
#[derive(Default)]
struct Combined {
    all: f64,
    wins: Vec<(String, f64)>,
    seats: Vec<(String, f64)>,
}

impl Combined {
    fn add(&mut self, report: &Report, chance: f64) {
        self.all += chance;
        let mut note = |list: fn(&mut Combined) -> &mut Vec<(String, f64)>, id: &str, part: f64| {
            let list = list(self);
            match list.iter_mut().find(|(known, _)| known == id) {
                Some((_, sum)) => *sum += part,
                None => list.push((id.to_owned(), part)),
            }
        };
        if matches!(
            report.verdict.kind,
            VerdictKind::Majority | VerdictKind::Ahead
        ) {
            note(|own| &mut own.wins, &report.verdict.leaders[0], chance);
        }
        for (id, seats) in seats_of(report) {
            note(|own| &mut own.seats, &id, chance * f64::from(seats));
        }
    }
}

#[test]
fn what_follows_the_vote_counts_in_every_house_that_can_come() {
    let texts = [
        "",
        "h-e",
        "x-A-Y-1_h-e",
        "x-A-C-2_q-C-1_h-e",
        "q-E-1_v-1_h-e",
        "x-C-X-2_v-2-3_h-e",
        "r-E-IND.2",
        "r-IND.1-X_r-F-E_h-e",
        "r-E-IND.1_r-F-IND.2_x-A-Y-1",
    ];
    let mut random = Random(77);
    let (mut compared, mut between) = (0, 0);
    for turn in 0..60 {
        let election = random_house(&mut random, 4);
        let text = texts[turn % texts.len()];
        let highest = election.constituencies.len();
        if text.contains('3') && highest < 3 || text.contains('2') && highest < 2 {
            continue;
        }
        let mut calculator = Calculator::new(election.clone());
        if calculator.evaluate(&edits(text)).is_err() {
            continue;
        }
        let at = spread(random.below(1_200) as i32 - 600, 500, 0);
        let expected = every_combination(&election, text, ["X", "Y"], at);
        let chances = Chances::of(&election, &edits(text), &swing("X", "Y")).unwrap();
        let found = chances.likely(at).unwrap();
        // What was not looked at: level votes, and steps far out.
        let unseen = 1.0 - expected.all + 1e-9;
        for (id, seats) in &expected.seats {
            let listed = found.rows.iter().any(|row| row.row.id == *id);
            let own = if listed {
                expected_seats(&found, id)
            } else {
                0.0
            };
            let error = unseen * highest as f64 + if listed { 0.0 } else { 0.000_5 };
            assert!(
                (own - seats).abs() <= error,
                "{turn} {text} {id}: {own} {seats} {unseen}"
            );
        }
        for row in found.rows.iter().filter(|row| row.row.id != "IND") {
            let wins = expected.wins.iter().find(|(id, _)| *id == row.row.id);
            let wins = wins.map_or(0.0, |(_, chance)| *chance);
            let own = row.majority;
            assert!(
                (own - wins).abs() <= unseen,
                "{turn} {text} {:?}: {own} {wins}",
                row.row
            );
            between += u32::from((0.01..0.99).contains(&own));
        }
        compared += 1;
    }
    assert!(compared >= 30 && between >= 30, "{compared} {between}");
}

#[test]
fn the_scatter_since_the_election_before() {
    let (_, _, expected) = drawn();
    let calculator = jharkhand();
    let earlier: Value = serde_json::from_str(&data("jharkhand-2019")).unwrap();
    let question = json!({
        "kind": "scatter", "earlier": earlier, "from": "INDIA", "to": "NDA",
        "successors": [{ "then": "MCO", "now": "CPIML" }],
    });
    let question = crate::support::parsed(&question, Query::from_value).unwrap();
    let mut job = calculator.ask(&question).unwrap();
    assert!(job.step(u32::MAX));
    let Some(Answer::Scatter(found)) = job.answer() else {
        panic!("{:?}", job.answer())
    };
    assert_eq!(found.election, "jharkhand-2019");
    assert_eq!(expected["constituencies"], found.constituencies);
    // The other program has not rounded; the core's swings are rounded to hundredths.
    let mean = expected["mean"].as_f64().unwrap() * 100.0;
    assert!(
        (f64::from(found.mean) - mean).abs() <= 1.0,
        "{found:?} {mean}"
    );
    let scatter = expected["scatter"].as_f64().unwrap() * 10.0;
    assert_eq!(
        found.scatter,
        Some(10 * scatter.round() as u32),
        "{scatter}"
    );
}

#[test]
fn a_swing_of_the_scenario_is_taken_out_first() {
    let mut calculator = jharkhand();
    let declared = likely(&calculator, ["INDIA", "NDA"], spread(368, 580, 0));
    calculator.evaluate(&edits("s-INDIA-NDA-200")).unwrap();
    let chances = calculator.chances(&swing("INDIA", "NDA")).unwrap();
    assert_eq!(chances.at, 200);
    assert_eq!(chances.likely(spread(368, 580, 0)).unwrap(), declared);
    // The other way round it is the same swing.
    let turned = likely(&calculator, ["NDA", "INDIA"], spread(-368, 580, 0));
    let sums = |of: &Likely| (majority(of, "INDIA"), majority(of, "NDA"));
    assert!((sums(&turned).0 - sums(&declared).0).abs() < 1e-3);
}

#[test]
fn awards_and_places_out_of_scope_are_certain() {
    let all: Vec<String> = (1..=81).map(|n| format!("w-{n}a")).collect();
    let (calculator, all) = (jharkhand(), edits(&all.join("_")));
    let given = Chances::of(calculator.election(), &all, &swing("INDIA", "NDA")).unwrap();
    let given = given.likely(spread(0, 900, 300)).unwrap();
    assert_eq!((given.applied, given.close.len()), (0, 0));
    assert!(given.rows.iter().all(|row| row.chances.len() == 1));
    let scope = Some(seat_calculator::scenario::Scope::Constituencies(vec![
        "65".to_owned(),
    ]));
    let one = Swing {
        scope,
        ..swing("INDIA", "NDA")
    };
    let found = jharkhand().chances(&one).unwrap();
    let found = found.likely(spread(0, 900, 0)).unwrap();
    assert_eq!((found.applied, found.close.len()), (1, 1));
    assert_eq!(found.close[0].constituency, "65");
}

#[test]
fn numbers_out_of_range_are_refused() {
    let chances = jharkhand().chances(&swing("INDIA", "NDA")).unwrap();
    for (at, path, code) in [
        (spread(10_001, 0, 0), "points", "too-large"),
        (spread(0, 3_001, 0), "scatter", "too-large"),
        (spread(0, 9, 0), "scatter", "too-small"),
        (spread(0, 10, 1_001), "common", "too-large"),
    ] {
        let problems = chances.likely(at).unwrap_err();
        let first = &problems.list()[0];
        assert_eq!((first.path.as_str(), first.code), (path, code));
    }
    let same = jharkhand().chances(&swing("INDIA", "JMM")).unwrap_err();
    assert_eq!(same.list()[0].code, "same-side");
    let many: Vec<String> = ["JMM", "BJP", "INC", "RJD"]
        .map(|id| format!("q-{id}-9"))
        .to_vec();
    let problems = Chances::of(
        jharkhand().election(),
        &edits(&many.join("_")),
        &swing("INDIA", "NDA"),
    );
    assert_eq!(problems.unwrap_err().list()[0].code, "too-many-members");
}

#[test]
fn the_picture_says_what_the_rows_say() {
    let calculator = jharkhand();
    for at in [spread(368, 580, 0), spread(0, 0, 0), spread(800, 990, 300)] {
        let found = likely(&calculator, ["INDIA", "NDA"], at);
        let picture = &found.picture;
        assert!(picture.mark.seats == 41 && picture.mark.x == 2 * (41 - picture.from));
        assert_eq!(picture.rows.len(), 2);
        for drawn in &picture.rows {
            let row = found.rows.iter().find(|row| row.row == drawn.row).unwrap();
            assert_eq!(drawn.heights.len(), picture.width as usize);
            let bars = drawn.heights.iter().filter(|&&height| height > 0).count();
            assert_eq!(
                drawn.below.matches('M').count() + drawn.wins.matches('M').count(),
                bars
            );
            assert_eq!(drawn.low + picture.from, row.low);
            assert_eq!(drawn.high + picture.from, row.high + 1);
            // What is left out to either side is not to be seen.
            let seen: u32 = drawn.heights.iter().sum();
            let shown = |row: &&RowChances| picture.rows.iter().any(|one| one.row == row.row);
            let most = found.rows.iter().filter(shown).flat_map(|row| &row.chances);
            let most = most.copied().fold(0.0, f64::max);
            assert!(
                (f64::from(seen) * most / 1_000.0 - 1.0).abs() < 0.02,
                "{seen} {most}"
            );
        }
        assert!(picture.scale.windows(2).all(|pair| pair[0].x < pair[1].x));
        assert!((1..=6).contains(&picture.scale.len()));
    }
}
