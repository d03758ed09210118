//! Swings swept, and the points at which they tip the house: published figures, and a slow reference for everything else.

use crate::support::reference;
use crate::support::reference::houses::{Random, house, lok_sabha};
use crate::support::{edits, jharkhand, shipped, swing};

use seat_calculator::analysis::votes::tipping_point::tipping_point;
use seat_calculator::calculator::Calculator;
use seat_calculator::election::{Election, NONE};
use seat_calculator::majority::VerdictKind;
use seat_calculator::report::Report;
use seat_calculator::scenario::{Edit, Model, Scenario, Scope, Swing};
use seat_calculator::sweep::{REACH, Sweep, SweepJob, sweep};

const ELECTIONS: [&str; 3] = ["jharkhand-2024", "jharkhand-2019", "jharkhand-2014"];

fn in_st(from: &str, to: &str) -> Swing {
    let scope = Some(Scope::Category("ST".to_owned()));
    Swing {
        scope,
        ..swing(from, to)
    }
}

fn segment(sweep: &Sweep, step: i32) -> usize {
    let later = sweep
        .start
        .iter()
        .position(|&start| i32::from(start) > step);
    later.unwrap_or(sweep.start.len()) - 1
}

fn seats(sweep: &Sweep, id: &str, step: i32) -> u32 {
    let row = sweep.rows.iter().position(|row| row.id == id);
    let at = segment(sweep, step);
    row.map_or(0, |row| sweep.seats[row * sweep.segments as usize + at])
}

/// Serials of holders and their rows at a step, by playing the events from step 0.
fn play(sweep: &Sweep, step: i32) -> (Vec<u16>, Vec<u16>) {
    let (mut winner, mut row) = (sweep.winner.clone(), sweep.row.clone());
    let events = &sweep.events;
    let mut go = |k: usize, serials: &[u16], rows: &[u16]| {
        let at = events.constituency[k] as usize;
        winner[at] = serials[k];
        row[at] = rows[k];
    };
    let right = (0..events.step.len()).filter(|&k| (1..=step).contains(&i32::from(events.step[k])));
    right.for_each(|k| go(k, &events.after, &events.after_row));
    let left = (0..events.step.len()).rev();
    let left = left.filter(|&k| (step + 1..=0).contains(&i32::from(events.step[k])));
    left.for_each(|k| go(k, &events.before, &events.before_row));
    (winner, row)
}

const KINDS: [&str; 5] = ["majority", "ahead", "open", "hung", "none"];

fn word(kind: VerdictKind) -> &'static str {
    KINDS[kind as usize]
}

/// Every step against the reference: holders, rows, seats, ties, verdicts, ticks, and the tipping point.
fn check_every_step(election: &Election, swing: &Swing) {
    let sweep = sweep(election, &Scenario::default(), swing).unwrap();
    let category = match &swing.scope {
        Some(Scope::Category(id)) => {
            let ids = &election.places.categories;
            ids.iter().position(|known| known == id).map(|i| i as u16)
        }
        _ => None,
    };
    let slow = reference::Swing {
        from: &swing.from,
        to: &swing.to,
        proportional: swing.model == Model::Proportional,
        category,
    };
    let mut expected_ticks = Vec::new();
    let houses: Vec<_> = (-(REACH as i32)..=REACH as i32)
        .map(|step| (step, reference::house(election, &slow, step)))
        .collect();
    for (step, (holders, standing)) in &houses {
        let (winner, row) = play(&sweep, *step);
        for (i, holder) in holders.iter().enumerate() {
            let line = holder.map(|holder| &election.candidates_of(i)[holder]);
            let what = format!("{step} {swing:?} {:?}", election.constituencies[i]);
            assert_eq!(winner[i], line.map_or(0, |line| line.serial), "{what}");
            match line {
                None => assert_eq!(row[i], NONE, "{what}"),
                Some(line) => {
                    let expected = reference::row(election, line);
                    assert_eq!(sweep.rows[row[i] as usize].id, expected, "{what}");
                }
            }
        }
        let mut counted: Vec<(String, u32)> = sweep
            .rows
            .iter()
            .map(|row| (row.id.clone(), seats(&sweep, &row.id, *step)))
            .filter(|(_, seats)| *seats > 0)
            .collect();
        counted.sort();
        assert_eq!(counted, standing.seats, "{step}");
        let at = segment(&sweep, *step);
        assert_eq!(sweep.tied[at], standing.tied, "{step}");
        assert_eq!(
            KINDS[sweep.verdict[at] as usize], standing.verdict,
            "{step} {standing:?}"
        );
        assert_eq!(sweep.mark[at], election.constituencies.len() as u32 / 2 + 1);
    }
    let new = |a: &reference::Standing, b: &reference::Standing| {
        a.verdict != b.verdict || a.leaders != b.leaders
    };
    for pair in houses.windows(2) {
        let ((left, (_, a)), (right, (_, b))) = (&pair[0], &pair[1]);
        if new(a, b) {
            let (step, news) = if *right > 0 { (right, b) } else { (left, a) };
            expected_ticks.push((*step, news.verdict, news.leaders.clone(), news.most));
        }
    }
    let ticks: Vec<_> = sweep
        .ticks
        .iter()
        .map(|tick| {
            let mut leaders = tick.leaders.clone();
            leaders.sort();
            (tick.step, word(tick.verdict), leaders, tick.seats)
        })
        .collect();
    assert_eq!(ticks, expected_ticks, "{swing:?}");
    // The tipping point is the first change found by scanning, to 100 points.
    let zero = reference::house(election, &slow, 0).1;
    let scanned = (1..=10_000).find(|&step| {
        if step <= REACH as i32 {
            new(&zero, &houses[(step + REACH as i32) as usize].1.1)
        } else {
            step % 10 == 0 && new(&zero, &reference::house(election, &slow, step).1)
        }
    });
    let tipped = tipping_point(election, &Scenario::default(), swing).unwrap();
    let step = tipped.as_ref().map(|tick| tick.step);
    match scanned {
        Some(coarse) if coarse > REACH as i32 => {
            // Beyond the slider only every tenth step was scanned; look at the rest before it.
            let fine = (coarse - 9..=coarse)
                .find(|&step| new(&zero, &reference::house(election, &slow, step).1));
            assert!(step.is_some() && step <= fine, "{step:?} {fine:?}");
        }
        scanned => assert!(step == scanned || scanned.is_none(), "{step:?} {scanned:?}"),
    }
    if let Some(step) = step {
        let here = reference::house(election, &slow, step).1;
        assert!(new(&zero, &here) && !new(&zero, &reference::house(election, &slow, step - 1).1));
    }
}

#[test]
fn a_uniform_swing_from_india_to_nda() {
    let calculator = jharkhand();
    let election = calculator.election();
    let sweep = sweep(election, &Scenario::default(), &swing("INDIA", "NDA")).unwrap();
    let three = |step| {
        (
            seats(&sweep, "INDIA", step),
            seats(&sweep, "NDA", step),
            seats(&sweep, "JLKM", step),
        )
    };
    assert_eq!(three(0), (56, 24, 1));
    assert_eq!(three(100), (51, 29, 1));
    assert_eq!(three(300), (45, 35, 1));
    assert_eq!(three(367), (41, 39, 1));
    assert_eq!(three(368), (40, 40, 1));
    assert_eq!(three(398), (40, 40, 1));
    assert_eq!(three(399), (39, 41, 1));
    assert_eq!(three(400), (39, 41, 1));
    let right: Vec<_> = sweep.ticks.iter().filter(|tick| tick.step > 0).collect();
    assert_eq!(
        (
            right[0].step,
            right[0].verdict,
            &right[0].constituencies[..]
        ),
        (368, VerdictKind::Hung, &["31".to_owned()][..]) // Gandey
    );
    assert_eq!(right[0].leaders, ["INDIA", "NDA"]);
    assert_eq!(
        (
            right[1].step,
            right[1].verdict,
            &right[1].constituencies[..]
        ),
        (399, VerdictKind::Majority, &["10".to_owned()][..]) // Dumka
    );
    assert_eq!((right[1].leaders[0].as_str(), right[1].seats), ("NDA", 41));
    assert_eq!((sweep.applied, sweep.skipped.len(), sweep.at), (81, 0, 0));
    let tick = tipping_point(election, &Scenario::default(), &swing("INDIA", "NDA"));
    assert_eq!(tick.unwrap().as_ref(), Some(right[0]));
}

#[test]
fn a_swing_in_the_reserved_seats_alone() {
    let calculator = jharkhand();
    let election = calculator.election();
    let tick = tipping_point(election, &Scenario::default(), &in_st("INDIA", "NDA"));
    assert_eq!(tick.unwrap().unwrap().step, 836);
    let sweep = sweep(election, &Scenario::default(), &in_st("INDIA", "NDA")).unwrap();
    assert_eq!(sweep.applied, 28);
}

#[test]
fn every_step_of_the_shipped_elections() {
    for id in ELECTIONS {
        let calculator = shipped(id);
        let election = calculator.election();
        let alliances = &election.alliances;
        let first = alliances[0].id.clone();
        let second = alliances
            .get(1)
            .map_or("BJP", |second| &second.id)
            .to_owned();
        check_every_step(election, &swing(&first, &second));
        check_every_step(election, &swing("BJP", "JMM"));
        check_every_step(election, &in_st("BJP", "INC"));
        check_every_step(
            election,
            &Swing {
                model: Model::Proportional,
                ..swing(&second, "JMM")
            },
        );
    }
}

#[test]
fn every_step_of_the_lok_sabha() {
    let election = lok_sabha();
    check_every_step(&election, &swing("BJP", "INC"));
    let sweep = sweep(&election, &Scenario::default(), &swing("BJP", "INC")).unwrap();
    assert_eq!(
        (
            seats(&sweep, "BJP", 0),
            seats(&sweep, "INC", 0),
            seats(&sweep, "IND", 0)
        ),
        (240, 99, 7)
    );
    // Surat was won without a vote: no swing reaches it.
    let surat = election.constituency("107").unwrap();
    assert!(sweep.skipped.contains(&(surat as u32)));
    assert!(!sweep.events.constituency.contains(&(surat as u32)));
    assert_eq!(sweep.applied as usize + sweep.skipped.len(), 543);
}

#[test]
fn every_step_of_random_houses() {
    let mut random = Random(11);
    for round in 0..70 {
        let election = house(&mut random, if round < 10 { 3 } else { 30 });
        let (from, to) = random_sides(&mut random);
        let scope = (random.below(4) == 0).then(|| Scope::Category("2".to_owned()));
        let model = if random.below(3) == 0 {
            Model::Proportional
        } else {
            Model::Uniform
        };
        check_every_step(
            &election,
            &Swing {
                scope,
                model,
                ..swing(from, to)
            },
        );
    }
}

fn random_sides(random: &mut Random) -> (&'static str, &'static str) {
    *random.of(&[
        ("X", "Y"),
        ("X", "E"),
        ("A", "Y"),
        ("C", "A"),
        ("F", "E"),
        ("Y", "X"),
    ])
}

/// Three friends whose votes are almost level, so that the largest remainder makes their order wobble step by step.
#[test]
fn friends_almost_level() {
    use seat_calculator::dataset::{Alliance, Candidate, Constituency, Dataset, Party, Votes};
    use seat_calculator::status::Status;
    let mut random = Random(5);
    for round in 0..60 {
        let near = |random: &mut Random, votes: u64| votes - random.below(3);
        let scale = *random.of(&[20, 300, 2_500]);
        let rival = scale - random.below(scale / 4);
        let votes = [
            ("A", scale + 1),
            ("A", near(&mut random, scale)),
            ("B", near(&mut random, scale)),
            ("C", random.below(scale)),
            ("E", near(&mut random, rival)),
        ];
        let candidates = votes
            .iter()
            .enumerate()
            .map(|(i, &(party, total))| Candidate {
                serial: i as u32 + 1,
                party: party.to_owned(),
                alliance: None,
                votes: Some(Votes {
                    total: total as u32,
                    postal: None,
                }),
            });
        let party = |id: &str| Party {
            id: id.to_owned(),
            colour: "#123456".to_owned(),
        };
        let dataset = Dataset {
            id: "friends".to_owned(),
            seats: 1,
            parties: ["A", "B", "C", "E"].map(party).to_vec(),
            alliances: vec![Alliance {
                id: "X".to_owned(),
                colour: None,
                parties: vec!["A".to_owned(), "B".to_owned()],
            }],
            constituencies: vec![Constituency {
                id: "1".to_owned(),
                status: Status::Declared,
                winner: Some(1),
                candidates: candidates.collect(),
                ..Constituency::default()
            }],
            ..Dataset::default()
        };
        let election = Election::from_dataset(&dataset).unwrap_or_else(|p| panic!("{round} {p}"));
        check_every_step(
            &election,
            &swing("X", if round % 2 == 0 { "C" } else { "E" }),
        );
    }
}

/// The Report of a scenario with this swing at this step in the place of its own, else put last.
fn at_step(calculator: &mut Calculator, scenario: &Scenario, swing: &Swing, step: i32) -> Report {
    let mut scenario = scenario.clone();
    let mut swing = swing.clone();
    let find = |from: &str, to: &str| {
        scenario.edits.iter().position(|edit| {
            matches!(edit, Edit::Swing(own) if own.from == from && own.to == to
                && own.scope == swing.scope && own.model == swing.model)
        })
    };
    let own = find(&swing.from, &swing.to).or_else(|| find(&swing.to, &swing.from));
    if step < 0 {
        std::mem::swap(&mut swing.from, &mut swing.to);
    }
    swing.points = step.unsigned_abs();
    match own {
        Some(place) => scenario.edits[place] = Edit::Swing(swing),
        None => scenario.edits.push(Edit::Swing(swing)),
    }
    calculator
        .evaluate(&scenario)
        .unwrap_or_else(|problems| panic!("{problems}"))
}

fn check_against_reports(calculator: &mut Calculator, text: &str, swing: &Swing, steps: &[i32]) {
    let scenario = edits(text);
    let sweep = sweep(calculator.election(), &scenario, swing)
        .unwrap_or_else(|problems| panic!("{text}: {problems}"));
    for &step in steps {
        let report = at_step(calculator, &scenario, swing, step);
        let what = format!("{text} {swing:?} {step}");
        let (winner, row) = play(&sweep, step);
        let columns = &report.constituencies;
        for i in 0..winner.len() {
            if columns.status[i] == 10 {
                continue; // Vacated after the vote: the sweep shows who had won it.
            }
            assert_eq!(winner[i], columns.winner[i], "{what} constituency {i}");
            if text.contains("-IND.") {
                continue; // A party that sits with a member is counted elsewhere once that member is another.
            }
            let shown = sweep.rows.get(row[i] as usize).map(|row| row.id.as_str());
            let counted = report.alliances.get(columns.alliance[i] as usize);
            let counted = counted.map(|row| match row.kind {
                "independent" => "IND",
                _ => row.id.as_str(),
            });
            assert_eq!(shown, counted, "{what} constituency {i}");
        }
        let at = segment(&sweep, step);
        let mut alone = 0;
        for row in &report.alliances {
            if row.kind == "independent" {
                alone += row.seats;
            } else {
                assert_eq!(seats(&sweep, &row.id, step), row.seats, "{what} {}", row.id);
            }
        }
        assert_eq!(seats(&sweep, "IND", step), alone, "{what}");
        let segments = sweep.segments as usize;
        let all: u32 = (0..sweep.rows.len())
            .map(|row| sweep.seats[row * segments + at])
            .sum();
        assert_eq!(all, report.house.won + report.house.leading, "{what}");
        assert_eq!(sweep.mark[at], report.house.mark, "{what}");
        assert_eq!(sweep.tied[at], report.house.tied, "{what}");
        let (surplus, short) = (report.verdict.surplus, report.verdict.short);
        if report.verdict.kind != VerdictKind::None {
            let above = surplus.unwrap_or(0) as i32 - short.unwrap_or(0) as i32;
            assert_eq!(sweep.surplus[at], above, "{what}");
        }
        // Where votes give a seat to whom it is awarded, the Report drops the award; the sweep leaves the seat out.
        let awarded = |id: &str| {
            let mut edits = scenario.edits.iter();
            edits.any(|edit| matches!(edit, Edit::Award(award) if award.constituency == id))
        };
        let moved = report.changes.iter();
        let moved = moved.filter(|one| one.by == "votes" && !awarded(&one.constituency));
        assert_eq!(sweep.moved[at] as usize, moved.count(), "{what}");
        assert_eq!(leaders(&sweep, step), report.verdict.leaders, "{what}");
        assert_eq!(
            KINDS[sweep.verdict[at] as usize],
            word(report.verdict.kind),
            "{what}"
        );
    }
}

/// Who leads at a step: at no swing, or after the last change of the verdict on the way there.
fn leaders(sweep: &Sweep, step: i32) -> Vec<String> {
    let passed = sweep.ticks.iter().filter(|tick| {
        tick.step.signum() == step.signum() && tick.step.unsigned_abs() <= step.unsigned_abs()
    });
    let last = passed.max_by_key(|tick| tick.step.unsigned_abs());
    last.map_or(&sweep.leaders, |tick| &tick.leaders).clone()
}

/// Steps worth comparing: around every change, the ends, and some others.
fn telling_steps(election: &Election, text: &str, swing: &Swing, random: &mut Random) -> Vec<i32> {
    let sweep = sweep(election, &edits(text), swing).unwrap_or_else(|p| panic!("{text}: {p}"));
    let mut steps = vec![-1_000, -1, 0, 1, 1_000];
    let changes = &sweep.events.step;
    for _ in 0..10.min(changes.len()) {
        let step = i32::from(*random.of(changes));
        steps.extend([step - 1, step]);
    }
    for _ in 0..5 {
        steps.push(random.below(2_001) as i32 - 1_000);
    }
    steps
}

#[test]
fn steps_within_scenarios_of_jharkhand() {
    let mut calculator = jharkhand();
    let mut random = Random(3);
    for text in [
        "",
        "p-NDA-7000-JLKM",
        "s-INDIA-JLKM-150_s-NDA-INDIA-90--cST",
        "w-78.BJP-65.BJP-1c",
        "r-JLKM-NDA",
        "r-JMM_r-BJP-JMM",
        "x-INC-NDA-11",
        "x-BJP-INDIA-30_q-JMM-3",
        "q-JMM-31_h-e",
        "v-3-10_a-BJP-4_h-v-JMM",
        "p-INDIA-6000-JLKM_w-44.BJP_x-RJD-NDA-2_h-e",
    ] {
        for swing in [swing("INDIA", "NDA"), in_st("NDA", "JMM")] {
            let steps = telling_steps(calculator.election(), text, &swing, &mut random);
            check_against_reports(&mut calculator, text, &swing, &steps);
        }
    }
}

#[test]
fn steps_within_random_scenarios() {
    let mut random = Random(17);
    let clauses = [
        "p-X-5000-E",
        "p-A-10000-F",
        "p-Y-3300-E-F",
        "p-E-8000-F",
        "p-X-9000-F--c1",
        "s-X-Y-250",
        "s-Y-X-90",
        "s-C-A-400",
        "sp-Y-F-2500",
        "s-E-X-1200--c2",
        "sp-C-E-4000",
        "w-1a",
        "w-2b",
        "w-3a",
        "r-E-X",
        "r-A",
        "r-C-E",
        "r-IND.1-X",
        "r-F-IND.2",
        "x-A-Y-2",
        "x-E-F-1",
        "q-C-1",
        "v-2",
        "a-A-1",
        "h-e",
        "h-v-A",
    ];
    let mut compared = 0;
    for _ in 0..400 {
        let election = house(&mut random, 12);
        let many = random.below(5);
        let chosen: Vec<&str> = (0..many).map(|_| *random.of(&clauses)).collect();
        let text = chosen.join("_");
        let (from, to) = random_sides(&mut random);
        let swing = swing(from, to);
        let mut calculator = Calculator::new(election);
        // Some are refused: a party in two pools, a candidate who did not stand, sides that a pool has joined.
        let mut with = edits(&text);
        with.edits.push(Edit::Swing(Swing {
            points: 5,
            ..swing.clone()
        }));
        if calculator.evaluate(&with).is_err() {
            continue;
        }
        compared += 1;
        let steps = telling_steps(calculator.election(), &text, &swing, &mut random);
        check_against_reports(&mut calculator, &text, &swing, &steps);
    }
    assert!(compared > 150, "{compared}");
}

#[test]
fn the_scenarios_own_swing_is_where_the_slider_stands() {
    let calculator = jharkhand();
    let election = calculator.election();
    let plain = sweep(election, &edits(""), &swing("INDIA", "NDA")).unwrap();
    for (text, at) in [("s-INDIA-NDA-368", 368), ("s-NDA-INDIA-120", -120)] {
        let own = sweep(election, &edits(text), &swing("INDIA", "NDA")).unwrap();
        assert_eq!(own.at, at);
        assert_eq!(Sweep { at: 0, ..own }, plain);
    }
    let other = sweep(
        election,
        &edits("s-INDIA-NDA-100--cST"),
        &swing("INDIA", "NDA"),
    )
    .unwrap();
    assert_eq!(other.at, 0);
    assert_ne!(other.events, plain.events);
}

#[test]
fn in_steps_of_any_budget_the_answer_is_the_same() {
    let calculator = jharkhand();
    let election = calculator.election();
    for text in ["", "x-INC-NDA-11_h-e"] {
        let swing = swing("INDIA", "NDA");
        let whole = sweep(election, &edits(text), &swing).unwrap();
        for budget in [0, 1, 7, 80, 81, 500] {
            let mut sweeping = SweepJob::start(election, &edits(text), &swing).unwrap();
            let mut calls = 1;
            while !sweeping.advance(election, budget) {
                calls += 1;
                assert!(calls < 1_000_000);
            }
            assert!(calls > 1 || budget > 80, "{budget}");
            assert!(sweeping.advance(election, budget));
            assert_eq!(sweeping.finish(election, &swing), whole);
        }
    }
}

#[test]
fn refusals() {
    let calculator = jharkhand();
    let election = calculator.election();
    for (from, to, text, code) in [
        ("INDIA", "JMM", "", "same-side"),
        ("NDA", "NDA", "", "same-side"),
        ("IND", "NDA", "", "independent-side"),
        ("INDIA", "XYZ", "", "unknown-id"),
        ("INDIA", "NDA", "w-24.RJD", "no-candidate"),
        ("NDA", "JLKM", "p-NDA-5000-JLKM", "same-side"),
        ("INDIA", "NDA", "r-XYZ-NDA", "unknown-id"),
    ] {
        let problems = sweep(election, &edits(text), &swing(from, to)).unwrap_err();
        assert_eq!(problems.list()[0].code, code, "{from} {to} {text}");
    }
}

#[test]
fn no_swing_is_the_declared_result_and_more_never_loses_the_gainer_a_seat() {
    let mut random = Random(23);
    for _ in 0..300 {
        let election = house(&mut random, 30);
        let (from, to) = random_sides(&mut random);
        let sweep = sweep(&election, &Scenario::default(), &swing(from, to)).unwrap();
        for (i, constituency) in election.constituencies.iter().enumerate() {
            let declared = constituency
                .holder
                .map_or(0, |h| election.candidates[h as usize].serial);
            assert_eq!(sweep.winner[i], declared);
        }
        let gains = |serial: u16, constituency: u32| {
            let lines = election.candidates_of(constituency as usize);
            let line = lines.iter().find(|line| line.serial == serial);
            line.is_some_and(|line| reference::belongs(&election, to, line))
        };
        let loses = |serial: u16, constituency: u32| {
            let lines = election.candidates_of(constituency as usize);
            let line = lines.iter().find(|line| line.serial == serial);
            line.is_some_and(|line| reference::belongs(&election, from, line))
        };
        let events = &sweep.events;
        for k in 0..events.step.len() {
            let at = events.constituency[k];
            if events.step[k] > 0 && gains(events.before[k], at) {
                assert!(
                    gains(events.after[k], at),
                    "{:?}",
                    election.candidates_of(at as usize)
                );
            }
            if events.step[k] <= 0 && loses(events.after[k], at) {
                assert!(loses(events.before[k], at));
            }
        }
    }
}
