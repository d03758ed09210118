//! Whole scenarios with edits of every kind at once, against the same worked out the slow way.

use crate::support::edits;
use crate::support::reference::houses::{Random, house};
use crate::support::reference::rules;

use seat_calculator::analysis::context::party_statistics::party_statistics;
use seat_calculator::analysis::seats::cheapest_path::{Goal, cheapest_path};
use seat_calculator::analysis::votes::disproportionality::disproportionality;
use seat_calculator::calculator::Calculator;
use seat_calculator::dataset::Nominated;
use seat_calculator::election::Election;
use seat_calculator::majority::VerdictKind;
use seat_calculator::outcome::house::Vote;
use seat_calculator::report::{Partner, Report};
use seat_calculator::scenario::notation;
use seat_calculator::scenario::{BaseKind, Edit, Resign, Scenario};
use std::cmp::Reverse;

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
            10 if few < 3 => format!("f-{party}--{side}"),
            10 => format!("f-{party}-NOM"),
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

/// The rest of the Report, from the votes and holders that the slow way found too.
fn check_rows(calculator: &Calculator, report: &Report, text: &str) {
    let (election, outcome) = (calculator.election(), calculator.outcome());
    let share = |part: u64, whole: u64| (part * 20_000 + whole).checked_div(2 * whole).unwrap_or(0);
    let valid: u64 = election.constituencies.iter().map(|one| one.valid).sum();
    let pooled = report.votes.iter().any(|change| change.kind == "pool");
    let mut present = 0;
    for row in &report.parties {
        let (mut lines, mut lost, mut votes, mut elected, mut baseline) = (0, 0, 0, 0, 0);
        for (i, constituency) in election.constituencies.iter().enumerate() {
            for c in constituency.range() {
                let line = &election.candidates[c];
                if election.parties[line.party as usize] != row.id {
                    continue;
                }
                let wins = outcome.seats.results[i].holder == Some(c as u32);
                elected += u32::from(wins);
                baseline += u32::from(constituency.holder == Some(c as u32));
                if outcome.votes.standing[c] {
                    let now = u64::from(outcome.votes.count[c]);
                    let sixth = 6 * now <= constituency.valid;
                    lost += u32::from(!wins && sixth && constituency.voted);
                    lines += 1;
                    votes += now;
                }
            }
        }
        let told = (row.contested, row.deposits_lost, row.votes, row.baseline);
        assert_eq!(told, (lines, lost, votes, baseline), "{text}: {}", row.id);
        assert_eq!(u64::from(row.share_valid), share(votes, valid), "{text}");
        let rate = share(u64::from(elected), u64::from(lines)) as u32;
        let rate = (!pooled && lines > 0).then_some(rate);
        assert_eq!(row.strike_rate, rate, "{text}: {}", row.id);
        assert_eq!(row.change, row.seats as i32 - row.baseline as i32);
        present += votes;
    }
    let all: Vec<usize> = (0..election.constituencies.len()).collect();
    let (facts, proportion) = (
        party_statistics(election, outcome, &all),
        disproportionality(election, outcome),
    );
    for fact in &facts.parties {
        let row = report.parties.iter().find(|row| row.id == fact.row.id);
        let row = row.map(|row| (row.contested, row.deposits_lost, row.votes));
        let told = (fact.contested, fact.deposits_lost, fact.votes);
        assert_eq!(Some(told), row, "{text}: {}", fact.row.id);
    }
    for fact in &facts.sides {
        let row = report.alliances.iter().find(|row| row.id == fact.row.id);
        let told = (fact.constituencies, fact.deposits_lost, fact.votes);
        let row = row.map_or(told, |row| {
            (row.constituencies, row.deposits_lost, row.votes)
        });
        assert_eq!(told, row, "{text}: {}", fact.row.id);
    }
    let sides = (facts.sides.iter().map(|side| side.votes).sum(), present);
    assert_eq!(
        sides,
        (
            present,
            proportion.sides.iter().map(|side| side.votes).sum()
        ),
        "{text}"
    );
    let nobody: u64 = report.votes.iter().map(|change| change.lost).sum();
    assert_eq!(present + nobody, valid, "{text}");
    let parties = report.parties.iter().filter(|row| row.id != "IND");
    let most = parties.clone().map(|row| row.seats).max().unwrap_or(0);
    let largest = parties.filter(|row| row.seats == most && most > 0);
    let largest: Vec<&String> = largest.map(|row| &row.id).collect();
    let told = &report.verdict.largest_party;
    assert_eq!(
        (told.ids.iter().collect(), told.seats),
        (largest, most),
        "{text}"
    );
}

/// What is said of every constituency, and which of them are listed as changed.
fn check_constituencies(calculator: &Calculator, report: &Report, text: &str) {
    let (election, columns) = (calculator.election(), &report.constituencies);
    let named = |kind: &dyn Fn(&Edit) -> Option<&String>| -> Vec<String> {
        report
            .scenario
            .edits
            .iter()
            .filter_map(kind)
            .cloned()
            .collect()
    };
    let awarded = named(&|edit| match edit {
        Edit::Award(award) => Some(&award.constituency),
        _ => None,
    });
    let left = named(&|edit| match edit {
        Edit::Resign(Resign::Seat { constituency }) => Some(constituency),
        _ => None,
    });
    let mut changes = Vec::new();
    for (i, constituency) in election.constituencies.iter().enumerate() {
        let id = constituency.number.to_string();
        let serial = |c: Option<u32>| c.map_or(0, |c| election.candidates[c as usize].serial);
        let (vacated, given) = (left.contains(&id), awarded.contains(&id));
        let other = columns.winner[i] != serial(constituency.holder);
        let touched = given || columns.status[i] != constituency.status as u8;
        let changed = match (vacated, other) {
            (true, _) => 3,
            (_, true) => 1,
            _ => 2 * u8::from(touched),
        };
        assert_eq!(columns.changed[i], changed, "{text}: {id}");
        if vacated || other {
            let by = match (vacated, given) {
                (true, _) => "resign",
                (_, true) => "award",
                _ => "votes",
            };
            changes.push((id.clone(), by));
        }
        let votes = &calculator.outcome().votes;
        let mut order: Vec<usize> = constituency
            .range()
            .filter(|&c| votes.standing[c])
            .collect();
        order.sort_by_key(|&c| (Reverse(votes.count[c]), election.candidates[c].serial));
        let holder = calculator.outcome().seats.results[i].holder;
        let next = order.into_iter().find(|&c| Some(c as u32) != holder);
        let next = next.filter(|_| constituency.voted).map(|c| c as u32);
        assert_eq!(columns.runner_up[i], serial(next), "{text}: {id}");
        let (margin, told) = (columns.margin[i], columns.margin_share[i]);
        let share = (margin.abs() * 10_000.0 / constituency.valid as f64 + 0.5).floor();
        let share = if constituency.valid == 0 { 0.0 } else { share };
        let same = told == share * margin.signum();
        assert!(
            same || margin.is_nan() && told.is_nan(),
            "{text}: {id} {margin} {told}"
        );
    }
    let told = report.changes.iter();
    let told: Vec<_> = told.map(|one| (one.constituency.clone(), one.by)).collect();
    assert_eq!(told, changes, "{text}");
}

/// Sets of these weights that reach the quota and would not without any one of them, in the documented order.
fn minimal(weights: &[u32], quota: u32) -> Vec<Vec<usize>> {
    let all = weights.len();
    let members = |set: u32| -> Vec<usize> { (0..all).filter(|&i| set >> i & 1 == 1).collect() };
    let sum = |set: &[usize]| -> u32 { set.iter().map(|&i| weights[i]).sum() };
    let mut found: Vec<Vec<usize>> = (0..1_u32 << all).map(members).collect();
    found.retain(|set| sum(set) >= quota && set.iter().all(|&i| sum(set) - weights[i] < quota));
    found.sort_by_key(|set| (set.len(), sum(set), set.clone()));
    found
}

/// Who completes, ends and is not needed for the majority of those For, by looking at every set.
fn check_floor(calculator: &Calculator, report: &Report, text: &str) {
    let (floor, mark) = (&report.floor, report.house.mark);
    let nominated = calculator.election().nominated;
    let plays = |one: &Partner| match report.house.base.kind {
        BaseKind::Total => one.kind != "nominated",
        BaseKind::Effective => one.kind != "nominated" || nominated.unwrap().effective,
        BaseKind::Voting => true,
    };
    let weight = |one: &Partner| match report.house.base.kind {
        BaseKind::Voting => one.voting,
        _ if plays(one) => one.seats,
        _ => 0,
    };
    let weights: Vec<u32> = report.partners.iter().map(weight).collect();
    let ids = |sets: &[Vec<usize>], most: usize| -> Vec<Vec<String>> {
        let name = |set: &Vec<usize>| set.iter().map(|&i| report.partners[i].id.clone()).collect();
        sets.iter().take(most).map(name).collect()
    };
    let ways = minimal(&weights, mark);
    assert_eq!(report.coalitions.minimal, ids(&ways, 60), "{text}");
    assert_eq!(
        report.coalitions.count,
        Some(ways.len().to_string()),
        "{text}"
    );
    let own: Vec<&Partner> = report
        .partners
        .iter()
        .filter(|one| one.stance == Vote::For && plays(one))
        .collect();
    let seats: u32 = own.iter().map(|one| weight(one)).sum();
    assert_eq!(floor.seats, seats, "{text}");
    let (mut pivotal, mut spare) = (Vec::new(), Vec::new());
    for one in own.iter().filter(|_| seats >= mark) {
        let list = if seats - weight(one) < mark {
            &mut pivotal
        } else {
            &mut spare
        };
        list.push(one.id.clone());
    }
    assert_eq!(
        (&floor.pivotal, &floor.not_needed),
        (&pivotal, &spare),
        "{text}"
    );
    let others = report.partners.iter().map(|one| match one.stance {
        Vote::For => 0,
        _ => weight(one),
    });
    let others: Vec<u32> = others.collect();
    let missing = mark.saturating_sub(seats);
    let more = if missing > 0 {
        minimal(&others, missing)
    } else {
        Vec::new()
    };
    assert_eq!(floor.completions, ids(&more, 12), "{text}");
    assert_eq!(floor.completion_count, more.len().to_string(), "{text}");
}

/// `SEED` and `ROUNDS` in the environment ask for others, and more of them.
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
        let mut election = house(&mut random, 9);
        if random.below(3) == 0 {
            election.nominated = Some(Nominated {
                members: 1 + random.below(3) as u32,
                effective: random.below(2) == 0,
                voting: random.below(2) == 0,
            });
        }
        if random.below(3) == 0 {
            election.government = Some((*random.of(&["X", "Y", "C", "E"])).to_owned());
        }
        let text = scenario(&mut random, &election);
        let asked = edits(&text);
        let expected = rules::evaluate(&election, &asked.edits);
        let mut calculator = Calculator::new(election);
        match (calculator.evaluate(&asked), expected) {
            (Ok(report), Some(expected)) => {
                assert_eq!(told(&calculator, &report), expected, "{text}");
                check_rows(&calculator, &report, &text);
                check_constituencies(&calculator, &report, &text);
                check_floor(&calculator, &report, &text);
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

/// Seats of a row of the tally by alliance; of a party that is counted with others, those of its own row.
fn seats_of(report: &Report, id: &str) -> Option<u32> {
    let voting = report.house.base.kind == BaseKind::Voting;
    if let Some(row) = report.alliances.iter().find(|row| row.id == id) {
        return Some(if voting { row.voting } else { row.seats });
    }
    let row = report.parties.iter().find(|row| row.id == id);
    match row.is_some_and(|row| row.alliance.is_some()) {
        // How many of a party vote no row says.
        true if voting => None,
        true => row.map(|row| row.seats),
        false => Some(0),
    }
}

#[test]
fn paths_on_top_of_any_scenario_lead_where_they_say() {
    let mut random = Random(29);
    let (mut reached, mut short) = (0, 0);
    for _ in 0..800 {
        let election = house(&mut random, 9);
        let text = scenario(&mut random, &election);
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
        let Some(seats) = seats_of(&before, side) else {
            continue;
        };
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
        let seats = seats_of(&after, side).unwrap();
        let there = match goal {
            Goal::Majority => seats >= after.house.mark,
            Goal::End => seats < after.house.mark,
        };
        assert_eq!(there, found.reached, "{text}: {side} {goal:?}");
        *(if there { &mut reached } else { &mut short }) += 1;
    }
    assert!(reached > 100 && short > 30, "{reached} {short}");
}
