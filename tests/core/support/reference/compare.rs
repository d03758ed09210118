//! A whole answer of the core beside the same worked out the slow way.

use super::{row, rules};
use seat_calculator::analysis::context::party_statistics::party_statistics;
use seat_calculator::analysis::votes::disproportionality::disproportionality;
use seat_calculator::calculator::Calculator;
use seat_calculator::majority::VerdictKind;
use seat_calculator::outcome::house::Vote;
use seat_calculator::report::{Partner, Report};
use seat_calculator::scenario::{BaseKind, Edit, Resign, Scenario, notation};
use seat_calculator::status::Status;
use serde_json::Value;
use std::cmp::Reverse;

/// Evaluates a scenario both ways; the Report, or `None` where both refuse it. `text` is what a failure names it by.
pub fn agreed(calculator: &mut Calculator, asked: &Scenario, text: &str) -> Option<Report> {
    let expected = rules::evaluate(calculator.election(), &asked.canonical().edits);
    match (calculator.evaluate(asked), expected) {
        (Ok(report), Some(expected)) => {
            assert_eq!(told(calculator, &report), expected, "{text}");
            check_house(&report, text);
            check_rows(calculator, &report, text);
            check_baselines(calculator, &report, text);
            check_constituencies(calculator, &report, text);
            check_floor(calculator, &report, text);
            check_text(calculator, &report, text);
            Some(report)
        }
        (Err(_), None) => None,
        (found, expected) => {
            let found = found.map(|report| report.scenario.text);
            panic!("{text}: {found:?}, {}", expected.is_some());
        }
    }
}

/// Seats of every row, and every reason for having no holder, are the house; so are the partners' seats.
pub fn check_house(report: &Report, text: &str) {
    let house = &report.house;
    let empty = [
        house.tied,
        house.awaited,
        house.vacant,
        house.adjourned,
        house.countermanded,
        house.set_aside,
    ];
    let empty: u32 = empty.iter().sum();
    let rows = report.alliances.iter().map(|row| row.seats);
    assert_eq!(rows.sum::<u32>() + empty, house.seats, "{text}");
    let elected = report.partners.iter().filter(|one| one.kind != "nominated");
    let partners = elected.map(|one| one.seats);
    assert_eq!(partners.sum::<u32>() + empty, house.seats, "{text}");
}

/// The text that is kept means all of it, and is kept as it is.
fn check_text(calculator: &mut Calculator, report: &Report, text: &str) {
    let kept = notation::parse(&report.scenario.text).unwrap();
    let first = told(calculator, report);
    let again = calculator.evaluate(&kept).unwrap();
    assert_eq!(
        told(calculator, &again),
        first,
        "{text}: {}",
        again.scenario.text
    );
    assert_eq!(again.scenario.text, report.scenario.text, "{text}");
}

/// All of a Report but its scenario, its fingerprint and where in it a step stands: what two
/// Reports of the same house share, whichever way it came about.
pub fn without_scenario(report: &Report) -> Value {
    let mut all = serde_json::to_value(report).unwrap();
    let parts = all.as_object_mut().unwrap();
    for part in ["scenario", "fingerprint"] {
        parts.remove(part);
    }
    for step in all["votes"].as_array_mut().unwrap() {
        step.as_object_mut().unwrap().remove("edit");
    }
    all
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
    // Only the whole is a hundred percent.
    let share = |part: u64, whole: u64| {
        let share = (part * 20_000 + whole).checked_div(2 * whole).unwrap_or(0);
        if part < whole {
            share.min(9_999)
        } else {
            share
        }
    };
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
    let others = election.constituencies.iter().filter_map(|one| one.others);
    let others: u64 = others.map(u64::from).sum();
    assert_eq!(present + nobody + others, valid, "{text}");
    assert_eq!(report.totals.others, others);
    let unknown = election.constituencies.iter().filter(|one| {
        let settled = [Status::Unopposed, Status::Awaited, Status::Vacant];
        !one.voted && !settled.contains(&one.status)
    });
    assert_eq!(report.totals.without_votes as usize, unknown.count());
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

/// Without pools and realignments the baselines of the rows are the declared seats, each in the row of who held it.
fn check_baselines(calculator: &Calculator, report: &Report, text: &str) {
    let regroups = |edit: &Edit| matches!(edit, Edit::Pool(_) | Edit::Realign(_));
    if report.scenario.edits.iter().any(regroups) {
        return;
    }
    let election = calculator.election();
    let held = election
        .constituencies
        .iter()
        .filter_map(|one| Some((one, one.holder?)));
    let mut declared: Vec<String> = held
        .map(
            |(one, holder)| match row(election, &election.candidates[holder as usize]) {
                alone if alone == "IND" => format!("IND.{}", one.number),
                row => row,
            },
        )
        .collect();
    declared.sort();
    let baselines = report.alliances.iter().flat_map(|row| {
        let seats = row.baseline.unwrap_or(0) as usize;
        std::iter::repeat_n(row.id.clone(), seats)
    });
    let mut told: Vec<String> = baselines.collect();
    told.sort();
    assert_eq!(told, declared, "{text}");
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
        // Without votes, who came second is known where a lead is and only one other stands.
        let of_two = constituency.margin.is_some() && constituency.len == 2;
        let next = next.filter(|_| constituency.voted || of_two);
        let next = next.map(|c| c as u32);
        assert_eq!(columns.runner_up[i], serial(next), "{text}: {id}");
        let (margin, told) = (columns.margin[i], columns.margin_share[i]);
        let share = (margin.abs() * 10_000.0 / constituency.valid as f64 + 0.5).floor();
        let whole = margin.abs() >= constituency.valid as f64;
        let share = if whole { share } else { share.min(9_999.0) };
        let share = if constituency.valid == 0 { 0.0 } else { share };
        let same = told == share * margin.signum() && constituency.voted;
        assert!(
            same || (margin.is_nan() || !constituency.voted) && told.is_nan(),
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
