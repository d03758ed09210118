//! Corners of the arithmetic, each with the value that the rules give it.

use crate::support::house::{constituency, dataset, with};
use crate::support::{edits, evaluate, jharkhand, parsed, seats, swing};
use seat_calculator::analysis::context::party_statistics::party_statistics;
use seat_calculator::analysis::query::Query;
use seat_calculator::calculator::Calculator;
use seat_calculator::dataset::{Constituency, Dataset};
use seat_calculator::election::Election;
use seat_calculator::report::Report;
use seat_calculator::scenario::{Award, Chosen, Edit, notation};
use seat_calculator::status::Status;
use seat_calculator::sweep::{Sweep, sweep};
use serde_json::{Value, json};

fn calculator(dataset: Dataset, list: Vec<Constituency>) -> Calculator {
    let election = Election::from_dataset(&with(dataset, list));
    Calculator::new(election.unwrap_or_else(|problems| panic!("{problems}")))
}

/// A constituency with one candidate, by place in the list, put into an alliance.
fn placed(mut seat: Constituency, line: usize, alliance: &str) -> Constituency {
    seat.candidates[line].alliance = Some(alliance.to_owned());
    seat
}

fn ask(calculator: &Calculator, question: &Value) -> Value {
    let query = parsed(question, Query::from_value).unwrap_or_else(|p| panic!("{question}: {p}"));
    let mut job = calculator
        .ask(&query)
        .unwrap_or_else(|p| panic!("{question}: {p}"));
    while !job.step(1_000) {}
    serde_json::to_value(job.answer()).unwrap()
}

/// Every analysis of a house of one seat that somebody has with the most votes there can be.
#[test]
fn the_largest_number_of_votes_goes_through_every_analysis() {
    let most = u32::MAX;
    let mut calculator = calculator(
        dataset(2, &[]),
        vec![constituency(1, &[("A", most), ("B", 0)])],
    );
    let close = ask(&calculator, &json!({"kind": "close", "side": "A"}));
    let seat = &close["losses"][0];
    assert_eq!(seat["switch"], json!(most / 2 + 1));
    assert_eq!(seat["extra"], json!(4_294_967_296_u64));
    assert_eq!(seat["margin"], json!(most));
    let key = ask(&calculator, &json!({"kind": "keySeats", "members": ["A"]}));
    assert_eq!(
        (&key["enough"], &key["votes"]),
        (&json!(1), &json!(most / 2 + 1))
    );
    assert_eq!(key["seats"][0]["extra"], json!(4_294_967_296_u64));
    for question in [
        json!({"kind": "path", "side": "B", "goal": "majority"}),
        json!({"kind": "path", "side": "A", "goal": "end"}),
        json!({"kind": "tipping", "from": "A", "to": "B"}),
        json!({"kind": "curve", "from": "A", "to": "B"}),
        json!({"kind": "pool", "target": "A", "joiners": ["B"]}),
        json!({"kind": "margins", "party": "B"}),
        json!({"kind": "proportion"}),
        json!({"kind": "power"}),
        json!({"kind": "coalitions"}),
    ] {
        ask(&calculator, &question);
    }
    let tipped = ask(
        &calculator,
        &json!({"kind": "tipping", "from": "A", "to": "B"}),
    );
    assert_eq!(tipped["step"], json!(5_000)); // Half of them, rounded up: 2,147,483,648.
    let report = evaluate(&mut calculator, "s-A-B-5000");
    assert_eq!(seats(&report, "B"), 1);
    evaluate(&mut calculator, "p-A-10000-B");
}

/// B's own candidate, placed in L, is L's: a swing from B to L moves nothing, and the lot stands.
#[test]
fn a_placed_candidate_does_not_swing_with_its_party() {
    let mut seat = placed(constituency(1, &[("B", 50), ("C", 50)]), 0, "L");
    (seat.status, seat.winner) = (Status::Lot, Some(1));
    let data = dataset(3, &[("L", &["A"])]);
    let mut calculator = calculator(data, vec![seat, constituency(2, &[("B", 9), ("A", 3)])]);
    let report = evaluate(&mut calculator, "s-B-L-1000--n1");
    assert_eq!(report.scenario.text, "");
    assert_eq!((seats(&report, "L"), report.house.tied), (1, 0));
    let swept = sweep(calculator.election(), &edits(""), &swing("B", "L")).unwrap();
    assert_eq!((swept.applied, &swept.skipped[..]), (1, &[0][..]));
    // L's swing to C takes his votes all the same.
    let report = evaluate(&mut calculator, "s-L-C-1000");
    assert_eq!((seats(&report, "L"), seats(&report, "C")), (0, 1));
}

/// B's strongest candidate, placed in L, stays out of a pool of E with B; the next one pools.
#[test]
fn a_placed_candidate_stays_out_of_a_pool_of_its_party() {
    let lines = [("E", 30), ("B", 50), ("B", 20), ("A", 60)];
    let seat = placed(constituency(1, &lines), 1, "L");
    let other = constituency(2, &[("E", 30), ("B", 50), ("A", 40)]);
    let mut calculator = calculator(dataset(5, &[("L", &["A"])]), vec![seat, other]);
    evaluate(&mut calculator, "p-E-10000-B");
    let outcome = calculator.outcome();
    assert_eq!(outcome.votes.count, [50, 50, 0, 60, 0, 80, 40]);
    assert!(outcome.votes.standing[1]);
    // As L's own he pools for L, whichever party joins it.
    evaluate(&mut calculator, "p-L-10000-E");
    assert_eq!(calculator.outcome().votes.count[..4], [0, 0, 20, 140]);
}

/// A holder with fewer votes, the reason recorded: swings and pools pass by, whoever they favour.
#[test]
fn votes_do_not_move_where_the_holder_has_not_most_of_them() {
    let mut seat = constituency(1, &[("A", 450), ("B", 550)]);
    (seat.winner, seat.reason) = (Some(1), true);
    let list = vec![
        seat,
        constituency(2, &[("A", 600), ("B", 400)]),
        constituency(3, &[("A", 300), ("B", 700)]),
    ];
    let mut calculator = calculator(dataset(2, &[]), list);
    for text in [
        "s-B-A-100",
        "s-A-B-100",
        "s-B-A-10000",
        "sp-A-B-10000",
        "p-A-10000-B",
    ] {
        let report = evaluate(&mut calculator, text);
        assert_eq!(report.constituencies.winner[0], 1, "{text}");
        assert_eq!(report.constituencies.margin[0], -100.0, "{text}");
        assert_eq!(report.votes[0].skipped, ["1"], "{text}");
        assert_eq!(report.votes[0].applied, 2, "{text}");
    }
    evaluate(&mut calculator, "");
    let close = ask(&calculator, &json!({"kind": "close", "side": "A"}));
    assert_eq!(close["leftOut"], json!(["1"]));
    let facts = party_statistics(calculator.election(), calculator.outcome(), &[0, 1, 2]);
    // Of A's two seats one was won by votes, by 200 of them.
    assert_eq!(
        (facts.parties[0].won, facts.parties[0].average_margin),
        (2, Some(200))
    );
    let swept = sweep(calculator.election(), &edits(""), &swing("B", "A")).unwrap();
    assert_eq!((swept.applied, &swept.skipped[..]), (2, &[0][..]));
}

/// Id, seats and baseline of every row of the tally by alliance.
fn rows(report: &Report) -> Vec<(&str, u32, Option<u32>)> {
    let rows = report.alliances.iter();
    rows.map(|row| (row.id.as_str(), row.seats, row.baseline))
        .collect()
}

/// Two independents, one of them placed in L: whoever loses the seat to the other has a row that says so.
#[test]
fn baselines_add_up_where_one_independent_replaces_another() {
    let house = |votes: [u32; 2]| {
        let lines = [("IND", votes[0]), ("IND", votes[1])];
        let seat = placed(constituency(1, &lines), 0, "L");
        calculator(dataset(1, &[("L", &["A"])]), vec![seat])
    };
    let mut elected = house([5, 4]);
    let report = evaluate(&mut elected, "");
    assert_eq!(rows(&report), [("L", 1, Some(1))]);
    assert_eq!(report.partners[0].kind, "placed");
    let report = evaluate(&mut elected, "w-1b");
    assert_eq!(rows(&report), [("L", 0, Some(1)), ("IND.1", 1, Some(0))]);
    assert_eq!(report.partners[0].kind, "independent");
    // Out of L by the reader's wish, he has his baseline there all the same.
    let report = evaluate(&mut elected, "r-IND.1");
    assert_eq!(rows(&report), [("L", 0, Some(1)), ("IND.1", 1, None)]);

    let mut other = house([4, 5]);
    let report = evaluate(&mut other, "");
    assert_eq!(rows(&report), [("L", 0, Some(0)), ("IND.1", 1, Some(1))]);
    let report = evaluate(&mut other, "w-1a");
    assert_eq!(rows(&report), [("L", 1, Some(0)), ("IND.1", 0, Some(1))]);
    let lost = &report.alliances[1];
    assert_eq!((lost.kind, lost.change), ("independent", Some(-1)));
    assert_eq!(
        (lost.votes, lost.contested, lost.strike_rate),
        (5, 1, Some(0))
    );
    assert_eq!(
        (&report.alliances[0].parties, &lost.parties),
        (&vec!["A".into(), "IND.1".into()], &vec![])
    );
    assert_eq!(report.constituencies.alliance, [0]);
}

/// At step 950 A loses a seat and is level with two independents, who are two and not one with two seats.
#[test]
fn level_independents_are_each_their_own() {
    let list = vec![
        constituency(1, &[("A", 60), ("B", 40)]),
        constituency(2, &[("A", 50), ("B", 1)]),
        constituency(3, &[("IND", 1)]),
        constituency(4, &[("IND", 1)]),
    ];
    let mut calculator = calculator(dataset(2, &[]), list);
    let everyone = json!(["A", "IND.3", "IND.4"]);
    let tick = ask(
        &calculator,
        &json!({"kind": "tipping", "from": "A", "to": "B"}),
    );
    // 9.5 of 100 valid votes are ten: 50 to 50 in the first.
    assert_eq!((&tick["step"], &tick["seats"]), (&json!(950), &json!(1)));
    assert_eq!(tick["leaders"], everyone);
    let curve = ask(
        &calculator,
        &json!({"kind": "curve", "from": "A", "to": "B"}),
    );
    let ticks = curve["ticks"].as_array().unwrap();
    assert!(ticks.contains(&tick), "{curve}");
    let report = evaluate(&mut calculator, "s-A-B-950");
    assert_eq!(json!(report.verdict.leaders), everyone);
    assert_eq!(report.verdict.seats, 1);
    // The other way to it, where the house is counted anew at every step.
    let swept = sweep(calculator.election(), &edits("h-e"), &swing("A", "B")).unwrap();
    let tick = swept.ticks.iter().find(|tick| tick.step == 950).unwrap();
    assert_eq!((json!(tick.leaders), tick.seats), (everyone, 1));
    assert_eq!(swept.leaders, ["A"]);
}

/// Texts kept of scenarios with a seat given by hand: only those awards that the house would miss.
#[test]
fn an_award_is_kept_only_where_the_house_without_it_would_differ() {
    let seat = |n, a, b| constituency(n, &[("A", a), ("B", b)]);
    let mut led = seat(4, 55, 45);
    led.status = Status::Leading;
    let list = vec![seat(1, 55, 45), seat(2, 55, 45), seat(3, 90, 10), led];
    let mut calculator = calculator(dataset(2, &[]), list);
    for (asked, kept) in [
        // A swing elsewhere reaches neither of these.
        ("s-A-B-1000--n1_w-2a", "s-A-B-1000--n1"),
        ("w-2a", ""),
        // It reaches the second, where the award holds, and the third, where it is not needed.
        ("s-A-B-1000_w-2a", "s-A-B-1000_w-2a"),
        ("s-A-B-1000_w-3a", "s-A-B-1000"),
        // It gives the second to B as well as the award does.
        ("s-A-B-1000_w-2b", "s-A-B-1000"),
        // A swing in no other seat, and an award that it would take away, are nothing together.
        ("s-A-B-1000--n2_w-2a", ""),
        ("s-A-B-1000--n2_w-2b", "s-A-B-1000--n2"),
        // Who only leads has won once the seat is given to it.
        ("w-4a", "w-4a"),
        ("s-A-B-1000--n4_w-4b", "w-4b"),
    ] {
        let report = evaluate(&mut calculator, asked);
        let text = &report.scenario.text;
        assert_eq!(text.rsplit('~').next().unwrap(), kept, "{asked}");
        let award = report
            .scenario
            .edits
            .iter()
            .any(|edit| matches!(edit, Edit::Award(_)));
        let margins = &report.constituencies.margin;
        assert_eq!(
            margins.iter().any(|margin| margin.is_nan()),
            award,
            "{asked}"
        );
        let again = calculator
            .evaluate(&notation::parse(text).unwrap())
            .unwrap();
        assert_eq!(again.scenario.text, *text, "{asked}");
    }
}

/// An award in constituency 77, whose holder no vote can reach, goes; the seat keeps its margin.
#[test]
fn an_award_that_shields_what_nothing_reaches_goes() {
    let mut calculator = jharkhand();
    let before = evaluate(&mut calculator, "s-INDIA-NDA-300--n1");
    let holder = before.constituencies.winner[76];
    let award = Edit::Award(Award {
        constituency: "77".to_owned(),
        candidate: Chosen::Serial(u32::from(holder)),
    });
    let mut scenario = edits("s-INDIA-NDA-300--n1");
    scenario.edits.push(award);
    let after = calculator.evaluate(&scenario).unwrap();
    assert_eq!(after.scenario.text, before.scenario.text);
    assert_eq!(
        after.constituencies.margin[76],
        before.constituencies.margin[76]
    );
}

/// Two swings, the second from the side that the first one feeds: the sweep of the first is the Report at every step.
#[test]
fn a_swing_is_swept_in_its_own_place() {
    let mut calculator = jharkhand();
    let text = |step: i32| match step {
        0 => "sp-NDA-JLKM-3000".to_owned(),
        1.. => format!("s-INDIA-NDA-{step}_sp-NDA-JLKM-3000"),
        _ => format!("s-NDA-INDIA-{}_sp-NDA-JLKM-3000", -step),
    };
    let scenario = edits(&text(150));
    let swept = sweep(calculator.election(), &scenario, &swing("INDIA", "NDA")).unwrap();
    assert_eq!(swept.at, 150);
    let mut differ = 0;
    let last = sweep(
        calculator.election(),
        &edits(&text(0)),
        &swing("INDIA", "NDA"),
    )
    .unwrap();
    for step in (-1_000..=1_000).step_by(25) {
        let report = evaluate(&mut calculator, &text(step));
        let seats_of = |sweep: &Sweep, id: &str| {
            let row = sweep.rows.iter().position(|row| row.id == id);
            let at = sweep.segment(step);
            row.map_or(0, |row| sweep.seats[row * sweep.segments as usize + at])
        };
        for id in ["INDIA", "NDA", "JLKM"] {
            assert_eq!(seats_of(&swept, id), seats(&report, id), "{step} {id}");
        }
        assert_eq!(swept.tied[swept.segment(step)], report.house.tied, "{step}");
        differ += u32::from(seats_of(&swept, "NDA") != seats_of(&last, "NDA"));
    }
    // Put after the other, it would be another sweep.
    assert!(differ > 0);
}

/// 510 of 650 seats given away: counted, and the text that is kept means all of it.
#[test]
fn a_scenario_too_long_for_a_link_counts() {
    let list = (1..=650).map(|n| constituency(10_000 + n, &[("A", 6), ("B", 4)]));
    let mut calculator = calculator(dataset(2, &[]), list.collect());
    let all: Vec<String> = (10_001..=10_510).map(|n| format!("{n}b")).collect();
    let report = evaluate(&mut calculator, &format!("w-{}", all.join("-")));
    assert_eq!((seats(&report, "A"), seats(&report, "B")), (140, 510));
    assert!(report.scenario.text.len() > 2_000);
    let kept = notation::parse(&report.scenario.text).unwrap();
    let again = calculator.evaluate(&kept).unwrap();
    assert_eq!(again.scenario.text, report.scenario.text);
    assert_eq!(again.changes.len(), 510);
}

/// A grouping of A and B beside an alliance that is called A+B, and parties whose ids hold a + themselves.
#[test]
fn no_grouping_has_the_id_of_anybody_else() {
    let list = vec![
        constituency(1, &[("A", 5), ("B", 3)]),
        constituency(2, &[("B", 5), ("A", 3)]),
        constituency(3, &[("C", 5), ("A", 3)]),
    ];
    let mut calculator = calculator(dataset(3, &[("A+B", &["C"])]), list);
    let report = evaluate(&mut calculator, "r-A-B");
    assert_eq!(rows(&report), [("A+B", 1, Some(1)), ("A&B", 2, None)]);
    assert_eq!(report.verdict.leaders, ["A&B"]);
    let close = ask(
        &calculator,
        &json!({"kind": "path", "side": "A&B", "goal": "end"}),
    );
    assert_eq!(close["seats"], json!(2));
    let close = ask(
        &calculator,
        &json!({"kind": "path", "side": "A+B", "goal": "end"}),
    );
    assert_eq!(close["seats"], json!(1));
    let over = json!({"kind": "keySeats", "over": "alliances", "members": ["A&B"]});
    assert_eq!(ask(&calculator, &over)["together"], json!(2));
}

/// Members who left are no longer their party's; what it won, and two-thirds of it, stay as they were.
#[test]
fn seats_won_stay_won_when_members_leave() {
    let mut calculator = jharkhand();
    let declared = evaluate(&mut calculator, "");
    let won = |report: &Report| -> Vec<u32> {
        let rows = report.parties.iter();
        rows.map(|row| row.elected).collect()
    };
    assert_eq!(
        won(&declared),
        declared
            .parties
            .iter()
            .map(|row| row.seats)
            .collect::<Vec<_>>()
    );
    for text in [
        "x-INC-NDA-11",
        "q-INC-5",
        "a-INC-3",
        "x-INC-NDA-11_q-JMM-31",
    ] {
        let report = evaluate(&mut calculator, text);
        assert_eq!(won(&report), won(&declared), "{text}");
        let inc = report.partners.iter().find(|one| one.id == "INC").unwrap();
        assert_eq!((inc.before, inc.two_thirds), (16, 11), "{text}");
        let seated: u32 = report.parties.iter().map(|row| row.seats).sum();
        let breakaways = report.partners.iter().filter(|one| one.kind == "breakaway");
        let elsewhere: u32 = breakaways.map(|one| one.seats).sum();
        assert_eq!(seated + elsewhere + report.house.vacant, 81, "{text}");
    }
    let given = evaluate(&mut calculator, "w-65.BJP");
    let place = |id: &str| given.parties.iter().position(|row| row.id == id).unwrap();
    assert_eq!(
        (won(&given)[place("INC")], won(&given)[place("BJP")]),
        (15, 22)
    );
}
