//! Made-up houses: every small one against a count written separately, and properties of random ones.

use crate::support;
use crate::support::house::{constituency, dataset, empty, party, with};
use crate::support::{evaluate, seats};
use proptest::prelude::*;
use seat_calculator::calculator::Calculator;
use seat_calculator::dataset::{Dataset, Nominated};
use seat_calculator::election::Election;
use seat_calculator::majority::VerdictKind;
use seat_calculator::report::Report;
use seat_calculator::scenario::notation;
use seat_calculator::status::Status;

fn calculator(dataset: &Dataset) -> Calculator {
    let election = Election::from_dataset(dataset);
    Calculator::new(election.unwrap_or_else(|problems| panic!("{problems}")))
}

/// The count done the long way: who has how many seats, by label, and what follows.
fn count_by_hand(
    winners: &[usize],
    alliance_of: &[Option<&str>],
) -> (Vec<(String, u32)>, VerdictKind) {
    let mut tally: Vec<(String, u32)> = Vec::new();
    for winner in winners {
        let label = match alliance_of[*winner] {
            Some(alliance) => alliance.to_owned(),
            None => party(*winner),
        };
        match tally.iter_mut().find(|(known, _)| *known == label) {
            Some((_, seats)) => *seats += 1,
            None => tally.push((label, 1)),
        }
    }
    tally.sort();
    let half = winners.len() as f64 / 2.0;
    let majority = tally.iter().any(|(_, seats)| f64::from(*seats) > half);
    let kind = if majority {
        VerdictKind::Majority
    } else {
        VerdictKind::Hung
    };
    (tally, kind)
}

#[test]
fn every_house_of_up_to_five_seats_and_four_parties() {
    let labels = ["A", "B", "C", "D"];
    let lines = |winner: usize| -> Vec<(&str, u32)> {
        (0..4)
            .map(|i| (labels[i], if i == winner { 10 } else { i as u32 }))
            .collect()
    };
    let mut houses = 0;
    for grouping in 0..3_usize.pow(4) {
        let side = |p: usize| match grouping / 3_usize.pow(p as u32) % 3 {
            1 => Some("X"),
            2 => Some("Y"),
            _ => None,
        };
        let alliance_of: Vec<Option<&str>> = (0..4).map(side).collect();
        let members = |name: &str| -> Vec<&str> {
            (0..4)
                .filter(|&p| alliance_of[p] == Some(name))
                .map(|p| labels[p])
                .collect()
        };
        let base = dataset(4, &[("X", &members("X")), ("Y", &members("Y"))]);
        for size in 1..=5_u32 {
            for house in 0..4_usize.pow(size) {
                let winners: Vec<usize> = (0..size).map(|s| house / 4_usize.pow(s) % 4).collect();
                // Winners in another order are the same house.
                if !winners.is_sorted() {
                    continue;
                }
                let list = winners.iter().enumerate();
                let list = list
                    .map(|(i, &winner)| constituency(i + 1, &lines(winner)))
                    .collect();
                let report = evaluate(&mut calculator(&with(base.clone(), list)), "");
                let (tally, kind) = count_by_hand(&winners, &alliance_of);
                let rows = report.alliances.iter().filter(|row| row.seats > 0);
                let mut counted: Vec<(String, u32)> =
                    rows.map(|row| (row.id.clone(), row.seats)).collect();
                counted.sort();
                assert_eq!(counted, tally, "{winners:?} {alliance_of:?}");
                assert_eq!(report.verdict.kind, kind, "{winners:?} {alliance_of:?}");
                houses += 1;
            }
        }
    }
    assert_eq!(houses, 81 * (4 + 10 + 20 + 35 + 56));
}

#[test]
fn statuses_count_where_they_should() {
    let seats_of = |statuses: &[Status]| {
        let mut list: Vec<_> = (1..=5)
            .map(|n| constituency(n, &[("A", 9), ("B", 3)]))
            .collect();
        for status in statuses {
            list.push(empty(list.len() + 1, *status));
        }
        list
    };
    let statuses = [
        Status::Awaited,
        Status::Tied,
        Status::Adjourned,
        Status::Countermanded,
        Status::SetAside,
        Status::Vacant,
    ];
    let mut data = with(dataset(2, &[]), seats_of(&statuses));
    data.constituencies[0].status = Status::Leading;
    data.constituencies[1].status = Status::Stayed;
    let report = evaluate(&mut calculator(&data), "");
    let house = &report.house;
    assert_eq!((house.won, house.leading), (4, 1));
    let reasons = [
        house.awaited,
        house.tied,
        house.adjourned,
        house.countermanded,
        house.set_aside,
        house.vacant,
    ];
    assert_eq!(reasons, [1; 6]);
    assert_eq!(
        (
            house.bases.total.n,
            house.bases.effective.n,
            house.bases.voting.n
        ),
        (11, 5, 5)
    );
    // Five of eleven, with one awaited and one tied still to come: six of eleven can be reached.
    assert_eq!(report.verdict.kind, VerdictKind::Open);
    let effective = evaluate(&mut calculator(&data), "h-e");
    assert_eq!(effective.verdict.kind, VerdictKind::Majority);
    assert_eq!((effective.house.base.n, effective.house.mark), (5, 3));
}

#[test]
fn counting_day_verdicts() {
    let mut data = with(
        dataset(2, &[]),
        (1..=5)
            .map(|n| constituency(n, &[("A", 9), ("B", 3)]))
            .collect(),
    );
    for seat in &mut data.constituencies[1..] {
        seat.status = Status::Leading;
    }
    let report = evaluate(&mut calculator(&data), "");
    assert_eq!(report.verdict.kind, VerdictKind::Ahead);
    assert_eq!(
        (
            report.verdict.won,
            report.verdict.leading,
            report.verdict.surplus
        ),
        (1, 4, Some(2))
    );
    let none = with(
        dataset(2, &[]),
        (1..=5).map(|n| empty(n, Status::Awaited)).collect(),
    );
    let report = evaluate(&mut calculator(&none), "");
    assert_eq!(report.verdict.kind, VerdictKind::None);
    assert!(report.verdict.leaders.is_empty() && report.verdict.short.is_none());
}

#[test]
fn exactly_half_is_no_majority() {
    let list = (1..=80).map(|n| {
        constituency(
            n,
            if n <= 40 {
                &[("A", 2), ("B", 1)]
            } else {
                &[("A", 1), ("B", 2)]
            },
        )
    });
    let report = evaluate(&mut calculator(&with(dataset(2, &[]), list.collect())), "");
    assert_eq!(
        (report.house.mark, report.verdict.kind),
        (41, VerdictKind::Hung)
    );
    assert!(report.verdict.half);
    assert_eq!(report.verdict.short, Some(1));
}

/// The confidence vote of 8 July 2024 in Ranchi: 76 elected members and one nominated, 45 ayes, nobody against.
#[test]
fn the_floor_test_of_8_july_2024() {
    let mut list: Vec<_> = (1..=81)
        .map(|n| {
            constituency(
                n,
                if n <= 45 {
                    &[("A", 2), ("B", 1)]
                } else {
                    &[("A", 1), ("B", 2)]
                },
            )
        })
        .collect();
    for seat in &mut list[76..] {
        seat.status = Status::Vacant;
        seat.winner = None;
    }
    let mut data = with(dataset(2, &[]), list);
    data.nominated = Some(Nominated {
        members: 1,
        effective: true,
        voting: true,
    });
    let report = evaluate(&mut calculator(&data), "f-A--B-NOM_h-e");
    assert_eq!((report.house.base.n, report.house.mark), (77, 39));
    let floor = &report.floor;
    assert_eq!((floor.r#for, floor.against, floor.not_voting), (45, 0, 32));
    assert_eq!((floor.result, floor.surplus), ("carried", Some(6)));
    assert_eq!(report.house.nominated, 1);
}

#[test]
fn level_floor_and_the_speaker() {
    let list = (1..=5).map(|n| {
        constituency(
            n,
            if n <= 3 {
                &[("A", 2), ("B", 1)]
            } else {
                &[("A", 1), ("B", 2)]
            },
        )
    });
    let mut calculator = calculator(&with(dataset(2, &[]), list.collect()));
    let report = evaluate(&mut calculator, "f-A_h-v-A");
    assert_eq!(report.house.speaker.as_deref(), Some("A"));
    assert_eq!(
        (
            report.floor.r#for,
            report.floor.against,
            report.floor.result
        ),
        (2, 2, "level")
    );
    assert_eq!((report.house.base.n, report.house.mark), (4, 3));
    assert_eq!(seats(&report, "A"), 3);
    let absent = evaluate(&mut calculator, "f-A_a-B-1_h-v-A");
    assert_eq!(
        (
            absent.floor.r#for,
            absent.floor.against,
            absent.floor.result
        ),
        (2, 1, "carried")
    );
    assert_eq!(absent.house.bases.effective.n, 5);
    assert_eq!(absent.house.bases.voting.n, 3);
}

/// Two members of one seat, then and now, are two people: whose votes they were stays with each of them.
#[test]
fn a_seat_given_from_one_member_to_another_takes_no_votes_along() {
    let mut first = constituency(1, &[("IND", 60), ("IND", 30), ("A", 10)]);
    first.candidates[0].alliance = Some("X".to_owned());
    first.candidates[1].alliance = Some("Y".to_owned());
    let list = vec![first, constituency(2, &[("A", 7), ("B", 3)])];
    let mut calculator = calculator(&with(dataset(2, &[("X", &["A"]), ("Y", &["B"])]), list));
    let rows = |report: &Report| -> Vec<(u64, u32, u32, Option<u32>)> {
        let rows = report.alliances.iter();
        rows.map(|row| (row.votes, row.contested, row.seats, row.baseline))
            .collect()
    };
    let before = rows(&evaluate(&mut calculator, ""));
    assert_eq!(before, [(77, 3, 2, Some(2)), (33, 2, 0, Some(0))]);
    let after = rows(&evaluate(&mut calculator, "w-1b"));
    assert_eq!(after, [(77, 3, 1, Some(2)), (33, 2, 1, Some(0))]);
    // Who sat alone, and who sits alone now.
    let list = vec![constituency(1, &[("IND", 60), ("IND", 30), ("A", 10)])];
    let mut calculator = self::calculator(&with(dataset(1, &[]), list));
    let before = rows(&evaluate(&mut calculator, ""));
    assert_eq!(before, [(60, 1, 1, Some(1))]);
    let after = rows(&evaluate(&mut calculator, "w-1b"));
    assert_eq!(after, [(30, 1, 1, Some(1))]);
    let party = rows(&evaluate(&mut calculator, "w-1c"));
    assert_eq!(party, [(10, 1, 1, Some(0)), (60, 1, 0, Some(1))]);
}

/// RULES, "Who counts where": absent, abstaining, not voting are no voting members.
#[test]
fn who_does_not_vote_is_no_voting_member() {
    let list = (1..=7).map(|n| match n {
        1..=3 => constituency(n, &[("A", 2), ("B", 1)]),
        4..=5 => constituency(n, &[("A", 1), ("B", 2)]),
        _ => constituency(n, &[("A", 1), ("C", 2)]),
    });
    let mut calculator = calculator(&with(dataset(3, &[("X", &["B", "C"])]), list.collect()));
    let report = evaluate(&mut calculator, "f-A--C_h-v");
    let bases = &report.house.bases;
    assert_eq!(
        (bases.total.n, bases.effective.n, bases.voting.n),
        (7, 7, 5)
    );
    assert_eq!(
        (report.house.mark, report.verdict.kind),
        (3, VerdictKind::Majority)
    );
    let x = report.alliances.iter().find(|row| row.id == "X").unwrap();
    assert_eq!((x.seats, x.voting), (4, 2));
    let floor = &report.floor;
    assert_eq!((floor.r#for, floor.against, floor.not_voting), (3, 2, 2));
    // Absent besides, or the Speaker, they are still the same two.
    let more = evaluate(&mut calculator, "f-A--C_a-C-1_h-v-C");
    assert_eq!(more.house.bases.voting.n, 5);
}

/// Nominated members play where the base has them and nowhere else.
#[test]
fn nominated_members_count_as_the_data_say() {
    for (effective, voting) in [(false, false), (false, true), (true, false), (true, true)] {
        let list = (1..=5).map(|n| match n {
            1..=3 => constituency(n, &[("A", 2), ("B", 1)]),
            _ => constituency(n, &[("A", 1), ("B", 2)]),
        });
        let mut data = with(dataset(2, &[]), list.collect());
        data.nominated = Some(Nominated {
            members: 2,
            effective,
            voting,
        });
        let mut calculator = calculator(&data);
        for (base, counted) in [("t", false), ("e", effective), ("v", voting)] {
            let report = evaluate(&mut calculator, &format!("f-B-NOM_h-{base}"));
            let more = if counted { 2 } else { 0 };
            assert_eq!(
                (report.house.base.n, report.floor.seats),
                (5 + more, 2 + more)
            );
            let plays = |set: &Vec<String>| set.contains(&"NOM".to_owned());
            assert_eq!(report.coalitions.minimal.iter().any(plays), counted);
            let ayes = if voting { 4 } else { 2 };
            assert_eq!((report.floor.r#for, report.floor.against), (ayes, 3));
        }
    }
}

/// A member who resigns is taken from where the party went, be that an alliance or another party.
#[test]
fn a_seat_falls_vacant_though_all_of_its_party_crossed() {
    let list = (1..=5).map(|n| match n {
        1..=3 => constituency(n, &[("A", 2), ("B", 1)]),
        _ => constituency(n, &[("A", 1), ("B", 2)]),
    });
    let data = with(dataset(3, &[("Y", &["C"])]), list.collect());
    let mut calculator = calculator(&data);
    for (text, row) in [
        ("x-A-B-3_v-2", "B"),
        ("x-A-Y-3_v-2", "Y"),
        ("x-A-B-2_v-1-2", "B"),
    ] {
        let report = evaluate(&mut calculator, text);
        let vacated = text.split("_v-").nth(1).unwrap().split('-').count() as u32;
        assert_eq!(
            report.house.vacant, vacated,
            "{text}: {}",
            report.scenario.text
        );
        assert_eq!(report.constituencies.changed[1], 3, "{text}");
        let left = evaluate(&mut calculator, text.split('_').next().unwrap());
        let members = |report: &Report| report.house.won;
        assert_eq!(members(&report), members(&left) - vacated, "{text}");
        let row = seats(&left, row) - seats(&report, row);
        assert!(row >= 1 && row <= vacated, "{text}");
    }
}

#[test]
fn an_exact_tie_after_a_swing_elects_nobody() {
    let seat = constituency(1, &[("A", 60), ("B", 40)]);
    let mut calculator = calculator(&with(
        dataset(2, &[]),
        vec![seat, constituency(2, &[("A", 7), ("B", 3)])],
    ));
    let report = evaluate(&mut calculator, "s-A-B-1000--n1");
    assert_eq!(report.house.tied, 1);
    assert_eq!((seats(&report, "A"), seats(&report, "B")), (1, 0));
    assert_eq!(report.constituencies.party[0], 65_535);
    assert_eq!(report.changes[0].to, None);
    assert_eq!(report.constituencies.status[0], Status::Tied as u8);
}

#[test]
fn a_swing_takes_by_largest_remainder() {
    // 10 votes from 33 + 33 + 34: quotas 3.3, 3.3, 3.4, so the one vote left over comes from the third.
    let seat = constituency(1, &[("A", 33), ("B", 33), ("C", 34), ("D", 100)]);
    let mut calculator = calculator(&with(dataset(4, &[("X", &["A", "B", "C"])]), vec![seat]));
    evaluate(&mut calculator, "s-X-D-500");
    assert_eq!(calculator.outcome().votes.count, [30, 30, 30, 110]);
    // 11 of 100: 3.63, 3.63, 3.74: two left over, the third and then, equal otherwise, the lower serial.
    evaluate(&mut calculator, "s-X-D-550");
    assert_eq!(calculator.outcome().votes.count, [29, 30, 30, 111]);
}

#[test]
fn a_pool_of_an_alliance_with_itself_ends_its_friendly_fight() {
    let seat = constituency(1, &[("A", 30), ("B", 25), ("C", 40)]);
    let data = with(dataset(3, &[("X", &["A", "B"])]), vec![seat]);
    let report = evaluate(&mut calculator(&data), "p-X-5000-B");
    assert_eq!(seats(&report, "X"), 1); // 30 + 12.5 rounded half up = 43 to 40
    assert_eq!((report.votes[0].moved, report.votes[0].lost), (13, 12));
}

#[test]
fn groupings_follow_the_party_they_sit_with() {
    let list = (0..4).map(|n| constituency(n + 1, &[(["A", "B", "C", "D"][n], 5)]));
    let mut calculator = calculator(&with(dataset(4, &[("X", &["A", "B"])]), list.collect()));
    // C with A, wherever A sits: in X.
    assert_eq!(seats(&evaluate(&mut calculator, "r-C-A"), "X"), 3);
    // A alone, then B and C with A: a grouping of the three; D alone.
    let report = evaluate(&mut calculator, "r-A_r-B-A_r-C-A");
    assert_eq!(seats(&report, "A+B+C"), 3);
    assert_eq!(report.alliances.iter().map(|row| row.seats).sum::<u32>(), 4);
    // A circle of who sits with whom is a grouping too.
    assert_eq!(seats(&evaluate(&mut calculator, "r-A-B_r-B-A"), "A+B"), 2);
}

fn labels() -> impl Strategy<Value = Vec<Option<usize>>> {
    prop::collection::vec(prop::option::of(0_usize..3), 5)
}

prop_compose! {
    fn houses()(
        alliance_of in labels(),
        votes in prop::collection::vec(prop::collection::vec(0_u32..2_000, 5), 1..30),
    ) -> Dataset {
        let ids = ["X", "Y", "Z"];
        let members: Vec<Vec<String>> = (0..3)
            .map(|a| (0..5).filter(|&p| alliance_of[p] == Some(a)).map(party).collect())
            .collect();
        let mut data = dataset(5, &[]);
        for (id, parties) in ids.iter().zip(members) {
            data.alliances.push(seat_calculator::dataset::Alliance {
                id: (*id).to_owned(),
                colour: None,
                parties,
            });
        }
        let labels: Vec<String> = (0..4).map(party).chain(["IND".to_owned()]).collect();
        let list = votes.iter().enumerate().map(|(i, votes)| {
            let lines: Vec<(&str, u32)> = labels.iter().map(String::as_str).zip(votes.iter().copied()).collect();
            let mut seat = constituency(i + 1, &lines);
            let most = votes.iter().max();
            if votes.iter().filter(|v| Some(*v) == most).count() > 1 {
                seat.status = Status::Tied;
                seat.winner = None;
            }
            seat
        });
        let list = list.collect();
        with(data, list)
    }
}

/// Clauses that may or may not fit a house of 30 seats and parties A to E.
fn clause() -> impl Strategy<Value = String> {
    let id = prop::sample::select(vec!["A", "B", "C", "D", "E", "X", "Y", "Z"]);
    let party_id = prop::sample::select(vec!["A", "B", "C", "D", "E", "IND.3"]);
    let serial = prop::sample::select(vec!["a", "b", "c", "d", "e"]);
    prop_oneof![
        (id.clone(), id.clone(), 0_u32..3_000).prop_map(|(a, b, p)| format!("s-{a}-{b}-{p}")),
        (id.clone(), id.clone(), 0_u32..3_000).prop_map(|(a, b, p)| format!("sp-{a}-{b}-{p}")),
        (id.clone(), party_id.clone(), 0_u32..=10_000)
            .prop_map(|(a, b, e)| format!("p-{a}-{e}-{b}")),
        (1_u32..30, serial).prop_map(|(n, s)| format!("w-{n}{s}")),
        (party_id.clone(), id.clone()).prop_map(|(a, b)| format!("r-{a}-{b}")),
        party_id.clone().prop_map(|a| format!("r-{a}")),
        (party_id.clone(), id.clone(), 1_u32..9).prop_map(|(a, b, n)| format!("x-{a}-{b}-{n}")),
        (party_id.clone(), 1_u32..9).prop_map(|(a, n)| format!("q-{a}-{n}")),
        (party_id.clone(), 1_u32..9).prop_map(|(a, n)| format!("a-{a}-{n}")),
        (1_u32..30).prop_map(|n| format!("v-{n}")),
        (id.clone(), id).prop_map(|(a, b)| format!("f-{a}--{b}")),
        party_id.prop_map(|a| format!("h-v-{a}")),
        Just("h-e".to_owned()),
    ]
}

fn check_sums(report: &Report) {
    let house = &report.house;
    let reasons = house.tied
        + house.awaited
        + house.adjourned
        + house.countermanded
        + house.vacant
        + house.set_aside;
    let by_group: u32 = report.alliances.iter().map(|row| row.seats).sum();
    assert_eq!(by_group + reasons, house.seats, "{}", report.scenario.text);
    assert_eq!(house.won + house.leading, by_group);
    let breakaways: u32 = report
        .partners
        .iter()
        .filter(|p| p.kind == "breakaway")
        .map(|p| p.seats)
        .sum();
    let by_party: u32 = report.parties.iter().map(|row| row.seats).sum();
    assert_eq!(by_party + breakaways, by_group);
    let floor = &report.floor;
    assert_eq!(
        floor.r#for + floor.against + floor.not_voting,
        by_group + house.nominated
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn seats_always_sum_to_the_house(data in houses(), clauses in prop::collection::vec(clause(), 0..8)) {
        let mut calculator = calculator(&data);
        let text = format!("0~1~~~{}", clauses.join("_"));
        let Ok(scenario) = notation::parse(&text) else { return Ok(()) };
        let Ok(report) = calculator.evaluate(&scenario) else { return Ok(()) };
        check_sums(&report);
        // The canonical text means the same and stays the same.
        let again = notation::parse(&report.scenario.text).unwrap();
        let repeated = calculator.evaluate(&again).unwrap();
        prop_assert_eq!(&repeated.scenario.text, &report.scenario.text);
        prop_assert_eq!(
            serde_json::to_string(&repeated).unwrap(),
            serde_json::to_string(&report).unwrap()
        );
    }

    #[test]
    fn the_order_of_clicking_changes_nothing(clauses in prop::collection::vec(clause(), 1..6)) {
        // Swings alone keep their listed order, and of two clauses about one thing the later holds.
        let mut kinds = std::collections::HashSet::new();
        let one_each: Vec<&String> = clauses.iter().filter(|c| kinds.insert(c.split('-').next().map(|v| &v[..1]))).collect();
        let parse = |list: Vec<&str>| notation::parse(&format!("0~1~~~{}", list.join("_")));
        let forwards = parse(one_each.iter().map(|c| c.as_str()).collect());
        let backwards = parse(one_each.iter().rev().map(|c| c.as_str()).collect());
        prop_assert_eq!(&forwards, &backwards);
    }

    #[test]
    fn one_award_moves_one_seat_and_back(data in houses(), seat in 0_usize..30, serial in 1_u32..=5) {
        let mut calculator = calculator(&data);
        let before = evaluate(&mut calculator, "");
        let seat = seat % data.constituencies.len();
        let letter = (b'a' + serial as u8 - 1) as char;
        let after = evaluate(&mut calculator, &format!("w-{}{letter}", seat + 1));
        let differences: i64 = after.parties.iter().map(|row| i64::from(row.change.abs())).sum();
        let held = before.constituencies.winner[seat];
        let given = held != serial as u16;
        prop_assert_eq!(after.changes.len(), usize::from(given));
        prop_assert!(differences <= 2);
        for i in 0..data.constituencies.len() {
            if i != seat {
                prop_assert_eq!(after.constituencies.winner[i], before.constituencies.winner[i]);
            }
        }
        let reset = evaluate(&mut calculator, "");
        prop_assert_eq!(serde_json::to_string(&reset).unwrap(), serde_json::to_string(&before).unwrap());
    }

    #[test]
    fn the_order_of_rows_and_parties_changes_nothing(data in houses(), seed in any::<u64>()) {
        let mut shuffled = data.clone();
        let turn = |n: usize| (seed % n.max(1) as u64) as usize;
        let count = shuffled.constituencies.len();
        shuffled.constituencies.rotate_left(turn(count));
        for seat in &mut shuffled.constituencies {
            seat.candidates.rotate_left(turn(5));
        }
        shuffled.parties.rotate_left(turn(5));
        shuffled.alliances.rotate_left(turn(3));
        let text = "s-A-B-300_w-1c_r-C-X_x-A-B-2";
        let (mut one, mut other) = (calculator(&data), calculator(&shuffled));
        prop_assert_eq!(&one.election().fingerprint, &other.election().fingerprint);
        let (Ok(a), Ok(b)) = (support::try_evaluate(&mut one, text), support::try_evaluate(&mut other, text)) else {
            return Ok(());
        };
        let sorted = |report: &Report| {
            let mut rows: Vec<(String, u32)> = report.alliances.iter().map(|r| (r.id.clone(), r.seats)).filter(|r| r.1 > 0).collect();
            rows.sort();
            let mut parties: Vec<(String, u32, u64, u32)> =
                report.parties.iter().map(|r| (r.id.clone(), r.seats, r.votes, r.deposits_lost)).collect();
            parties.sort();
            (rows, parties, report.verdict.kind, report.verdict.seats)
        };
        prop_assert_eq!(sorted(&a), sorted(&b));
        prop_assert_eq!(a.scenario.text, b.scenario.text);
    }

    #[test]
    fn swings_conserve_votes_and_help_nobody_but_their_side(data in houses(), points in 0_u32..4_000) {
        let mut calculator = calculator(&data);
        let total = |report: &Report| report.parties.iter().map(|row| row.votes).sum::<u64>();
        let before = evaluate(&mut calculator, "");
        let less = evaluate(&mut calculator, &format!("s-A-B-{points}"));
        let more = evaluate(&mut calculator, &format!("s-A-B-{}", points + 50));
        prop_assert_eq!(total(&before), total(&less));
        let seats_of = |report: &Report, id: &str| report.parties.iter().find(|row| row.id == id).unwrap().seats;
        prop_assert!(seats_of(&more, "B") >= seats_of(&less, "B"));
        prop_assert!(seats_of(&more, "A") <= seats_of(&less, "A"));
    }
}
