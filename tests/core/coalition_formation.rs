//! Who can govern the house as a scenario has it: all ways to the mark under a filter, what everyone is worth, and which
//! seats matter for a coalition. Published figures, and every subset looked at for random houses.

use crate::support;
use crate::support::reference;
use crate::support::reference::houses::{Random, house, lok_sabha};
use crate::support::{evaluate, jharkhand, shipped};

use seat_calculator::analysis::house::coalitions::{
    CoalitionList, CoalitionSearch, CoalitionsQuery,
};
use seat_calculator::analysis::house::power::{PowerIndices, PowerSearch};
use seat_calculator::analysis::players::{Player, PlayerKind, PlayersQuery};
use seat_calculator::analysis::seats::key_seats::{KeySeats, KeySeatsQuery, KeySeatsSearch};
use seat_calculator::calculator::Calculator;
use seat_calculator::decode::{Reader, Value};
use seat_calculator::problem::Problems;
use seat_calculator::report::Report;
use seat_calculator::scenario::BaseKind;

fn over(over: PlayerKind) -> PlayersQuery {
    PlayersQuery {
        over,
        ..PlayersQuery::default()
    }
}

fn given(seats: &[u32], quota: u32) -> PlayersQuery {
    let player = |(i, &seats): (usize, &u32)| Player {
        id: i.to_string(),
        seats,
    };
    PlayersQuery {
        over: PlayerKind::Given,
        quota: Some(quota),
        given: seats.iter().enumerate().map(player).collect(),
    }
}

fn owned(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|&id| id.to_owned()).collect()
}

fn try_ways(calculator: &Calculator, asked: &CoalitionsQuery) -> Result<CoalitionList, Problems> {
    let mut work = CoalitionSearch::new(calculator.election(), calculator.outcome(), asked)?;
    // In small steps, which must make no difference.
    while !work.step(1) {}
    Ok(work.finish())
}

fn ways_of(calculator: &Calculator, asked: &CoalitionsQuery) -> CoalitionList {
    try_ways(calculator, asked).unwrap_or_else(|problems| panic!("{problems}"))
}

fn worth_of(calculator: &Calculator, who: &PlayersQuery) -> PowerIndices {
    let work = PowerSearch::new(calculator.election(), calculator.outcome(), who);
    let mut work = work.unwrap_or_else(|problems| panic!("{problems}"));
    while !work.step(1) {}
    work.finish()
}

fn key_seats_of(calculator: &Calculator, over: PlayerKind, members: &[&str]) -> KeySeats {
    let asked = KeySeatsQuery {
        who: self::over(over),
        members: owned(members),
    };
    let (election, outcome) = (calculator.election(), calculator.outcome());
    let work = KeySeatsSearch::new(election, outcome, &asked);
    let mut work = work.unwrap_or_else(|problems| panic!("{problems}"));
    while !work.step(election, 1) {}
    work.finish(election, outcome)
}

/// Who plays, from the Report alone.
fn players(report: &Report, over: PlayerKind) -> Vec<(String, u32)> {
    let voting = report.house.base.kind == BaseKind::Voting;
    // No random house has nominated members; who counts where they do is tested with houses.
    let counted = |kind: &str| kind != "nominated";
    let partners = report.partners.iter().filter(|one| counted(one.kind));
    let strength =
        |one: &seat_calculator::report::Partner| if voting { one.voting } else { one.seats };
    let mut found: Vec<(String, u32)> = Vec::new();
    if over == PlayerKind::Parties {
        found.extend(partners.map(|one| (one.id.clone(), strength(one))));
    } else {
        for row in &report.alliances {
            let own = partners
                .clone()
                .filter(|one| one.alliance.as_ref() == Some(&row.id));
            found.push((row.id.clone(), own.map(strength).sum()));
        }
        let apart = partners.filter(|one| one.alliance.is_none());
        found.extend(apart.map(|one| (one.id.clone(), strength(one))));
    }
    found.retain(|player| player.1 > 0);
    found
}

fn sum(players: &[(String, u32)], set: u32) -> u32 {
    let all = players.iter().enumerate();
    all.filter(|(i, _)| set >> i & 1 == 1)
        .map(|(_, player)| player.1)
        .sum()
}

/// Every minimal winning coalition in the documented order, by looking at all subsets.
fn minimal(players: &[(String, u32)], quota: u32) -> Vec<u32> {
    let inside = |set: u32| (0..players.len() as u32).filter(move |i| set >> i & 1 == 1);
    let mut found: Vec<u32> = (0..1_u32 << players.len())
        .filter(|&set| sum(players, set) >= quota)
        .filter(|&set| inside(set).all(|i| sum(players, set & !(1 << i)) < quota))
        .collect();
    found.sort_by_key(|&set| {
        (
            set.count_ones(),
            sum(players, set),
            inside(set).collect::<Vec<_>>(),
        )
    });
    found
}

fn names(players: &[(String, u32)], set: u32) -> Vec<String> {
    let all = players.iter().enumerate();
    all.filter(|(i, _)| set >> i & 1 == 1)
        .map(|(_, player)| player.0.clone())
        .collect()
}

/// Edits after the vote that a random house knows.
fn after_the_vote(random: &mut Random) -> String {
    let all = [
        "r-A", "r-C-X", "r-E-F", "r-F-A", "r-B-Y", "x-A-C-1", "x-A-Y-2", "x-C-X-1", "q-B-1",
        "a-A-1", "a-D-2", "h-e", "h-v", "h-v-A",
    ];
    let mut chosen: Vec<&str> = all.into_iter().filter(|_| random.below(6) == 0).collect();
    chosen.dedup_by_key(|edit| edit.split('-').next().map(|head| head == "h"));
    chosen.join("_")
}

#[test]
fn jharkhand_over_parties_and_alliances() {
    let mut calculator = jharkhand();
    let report = evaluate(&mut calculator, "");
    let all = ways_of(&calculator, &CoalitionsQuery::default());
    assert_eq!(
        (all.count.as_str(), all.truncated, all.quota),
        ("18", false, 41)
    );
    assert_eq!(all.minimal, report.coalitions.minimal);
    assert_eq!(all.seats, report.coalitions.seats);
    assert_eq!(all.minimal[0], ["JMM", "INC"]);
    assert_eq!(all.minimal[1], ["JMM", "BJP"]);
    let alliances = |calculator: &Calculator| {
        let who = over(PlayerKind::Alliances);
        ways_of(
            calculator,
            &CoalitionsQuery {
                who,
                ..Default::default()
            },
        )
    };
    let found = alliances(&calculator);
    assert_eq!(found.players.len(), 3);
    assert_eq!(
        (found.minimal, found.seats),
        (vec![owned(&["INDIA"])], vec![56])
    );
    // Congress on its own: INDIA has 40 left, and any other completes it; without it, NDA and Congress are one short.
    evaluate(&mut calculator, "r-INC");
    let found = alliances(&calculator);
    assert_eq!(
        found.minimal,
        [
            owned(&["INDIA", "JLKM"]),
            owned(&["INDIA", "INC"]),
            owned(&["INDIA", "NDA"]),
            owned(&["NDA", "INC", "JLKM"])
        ]
        .into_iter()
        .filter(|coalition| coalition.len() == 2 || coalition.contains(&"JLKM".to_owned()))
        .collect::<Vec<_>>()
    );
    // JMM with the BJP: one player of 55.
    evaluate(&mut calculator, "r-JMM_r-BJP-JMM");
    let found = alliances(&calculator);
    assert_eq!(
        (found.minimal[0].as_slice(), found.seats[0]),
        (["JMM+BJP".to_owned()].as_slice(), 55)
    );
}

#[test]
fn jharkhand_filtered() {
    let mut calculator = jharkhand();
    evaluate(&mut calculator, "");
    let asked = |with: &[&str], without: &[&str], apart: &[(&str, &str)]| CoalitionsQuery {
        with: owned(with),
        without: owned(without),
        apart: apart
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect(),
        ..Default::default()
    };
    // Question 6: without JMM, BJP with INC and RJD has exactly 41.
    let without = ways_of(&calculator, &asked(&[], &["JMM"], &[]));
    assert_eq!(
        (without.minimal[0].as_slice(), without.seats[0]),
        (owned(&["BJP", "INC", "RJD"]).as_slice(), 41)
    );
    // JMM without Congress and BJP: any one of the four single members completes JMM, RJD and CPI(ML)L.
    let rump = ways_of(&calculator, &asked(&["JMM"], &["INC", "BJP"], &[]));
    assert!(
        rump.minimal
            .iter()
            .any(|way| way.len() == 4 && way.contains(&"JLKM".to_owned()))
    );
    assert_eq!(rump.minimal.iter().filter(|way| way.len() == 4).count(), 4);
    // Someone of this election without a seat: in none, and missed by none.
    assert_eq!(ways_of(&calculator, &asked(&["BSP"], &[], &[])).count, "0");
    assert_eq!(
        ways_of(&calculator, &asked(&[], &["BSP"], &[("BSP", "JMM")])).count,
        "18"
    );
    let cut = ways_of(
        &calculator,
        &CoalitionsQuery {
            first: 3,
            ..asked(&[], &[], &[("INC", "BJP")])
        },
    );
    assert_eq!((cut.minimal.len(), cut.truncated), (3, true));
    let problems = try_ways(&calculator, &asked(&["NOBODY"], &[], &[("JMM", "X")])).unwrap_err();
    let paths: Vec<_> = problems
        .list()
        .iter()
        .map(|problem| (problem.path.as_str(), problem.code))
        .collect();
    assert_eq!(
        paths,
        [("with[0]", "unknown-id"), ("apart[0][1]", "unknown-id")]
    );
    let nine = [
        ("JMM", "BJP"),
        ("JMM", "INC"),
        ("JMM", "RJD"),
        ("JMM", "AJSU"),
        ("INC", "BJP"),
        ("RJD", "BJP"),
        ("INC", "RJD"),
        ("INC", "AJSU"),
        ("RJD", "AJSU"),
    ];
    assert_eq!(
        try_ways(&calculator, &asked(&[], &[], &nine))
            .unwrap_err()
            .list()[0]
            .code,
        "too-many-pairs"
    );
}

#[test]
fn random_houses_equal_looking_at_every_subset() {
    let mut random = Random(71);
    let (mut filtered, mut cut, mut grouped) = (0, 0, 0);
    for _ in 0..400 {
        let election = house(&mut random, 14);
        let mut calculator = Calculator::new(election);
        let text = after_the_vote(&mut random);
        let Ok(report) = support::try_evaluate(&mut calculator, &text) else {
            continue;
        };
        for kind in [PlayerKind::Parties, PlayerKind::Alliances] {
            let players = players(&report, kind);
            if players.len() > 12 {
                continue;
            }
            let quota = match random.below(3) {
                0 => Some(random.below(16) as u32),
                _ => None,
            };
            let who = PlayersQuery {
                quota,
                ..over(kind)
            };
            let pick = |random: &mut Random| {
                let chosen = players.iter().filter(|_| random.below(7) == 0);
                chosen.map(|player| player.0.clone()).collect::<Vec<_>>()
            };
            let (with, without) = (pick(&mut random), pick(&mut random));
            let mut apart = Vec::new();
            for _ in 0..random.below(4) {
                if !players.is_empty() {
                    apart.push((random.of(&players).0.clone(), random.of(&players).0.clone()));
                }
            }
            let first = random.below(9) as u32;
            let asked = CoalitionsQuery {
                who,
                with,
                without,
                apart,
                first,
            };
            let answer = ways_of(&calculator, &asked);
            let mark = quota.unwrap_or(report.house.mark);
            let every = minimal(&players, mark);
            assert_eq!(answer.all, every.len().to_string(), "{text} {asked:?}");
            let expected: Vec<Vec<String>> = every
                .into_iter()
                .map(|set| names(&players, set))
                .filter(|way| asked.with.iter().all(|id| way.contains(id)))
                .filter(|way| !asked.without.iter().any(|id| way.contains(id)))
                .filter(|way| {
                    !asked
                        .apart
                        .iter()
                        .any(|(a, b)| way.contains(a) && way.contains(b))
                })
                .collect();
            assert_eq!(
                answer.count,
                expected.len().to_string(),
                "{text} {asked:?} {players:?}"
            );
            let shown = expected.len().min(first as usize);
            assert_eq!(answer.minimal, expected[..shown], "{text} {asked:?}");
            assert_eq!(answer.truncated, shown < expected.len());
            let seats = |way: &Vec<String>| -> u32 {
                let own = players.iter().filter(|player| way.contains(&player.0));
                own.map(|player| player.1).sum()
            };
            assert_eq!(
                answer.seats,
                answer.minimal.iter().map(seats).collect::<Vec<_>>()
            );
            filtered += usize::from(!asked.with.is_empty() && !expected.is_empty());
            cut += usize::from(answer.truncated);
            grouped += usize::from(players.iter().any(|player| player.0.contains('+')));
        }
    }
    assert!(
        filtered > 20 && cut > 50 && grouped > 20,
        "{filtered} {cut} {grouped}"
    );
}

#[test]
fn jharkhand_worth() {
    let mut calculator = jharkhand();
    evaluate(&mut calculator, "");
    let worth = worth_of(&calculator, &PlayersQuery::default());
    assert_eq!(
        (worth.winning.as_str(), worth.orders.as_str()),
        ("256", "362880")
    );
    let of = |id: &str| {
        let player = worth.players.iter().find(|player| player.id == id).unwrap();
        (
            player.seats,
            player.swings.as_str(),
            player.veto,
            player.dummy,
        )
    };
    assert_eq!(of("JMM"), (34, "168", false, false));
    assert_eq!(of("INC"), (16, "88", false, false));
    assert_eq!(of("BJP"), (21, "88", false, false));
    assert_eq!(of("RJD"), (4, "40", false, false));
    assert_eq!(of("CPIML"), (2, "20", false, false));
    for id in ["AJSU", "JDU", "LJPRV", "JLKM"] {
        assert_eq!(of(id), (1, "8", false, false), "{id}");
    }
    let jmm = worth
        .players
        .iter()
        .find(|player| player.id == "JMM")
        .unwrap();
    // 34 of 81; 168 of 436 swings.
    assert_eq!((jmm.seat_share, jmm.banzhaf), (4198, 3853));
    let alliances = worth_of(&calculator, &over(PlayerKind::Alliances));
    let india = &alliances.players[0];
    assert_eq!(
        (india.id.as_str(), india.veto, india.shapley),
        ("INDIA", true, 10_000)
    );
    assert!(
        alliances.players[1..]
            .iter()
            .all(|player| player.dummy && player.swings == "0")
    );
}

#[test]
fn worth_equals_all_orders_of_random_houses() {
    let mut random = Random(5);
    let mut looked = 0;
    for _ in 0..150 {
        let mut calculator = Calculator::new(house(&mut random, 14));
        let Ok(report) = support::try_evaluate(&mut calculator, &after_the_vote(&mut random))
        else {
            continue;
        };
        for kind in [PlayerKind::Parties, PlayerKind::Alliances] {
            let players = players(&report, kind);
            if players.len() > 10 {
                continue;
            }
            let worth = worth_of(&calculator, &over(kind));
            let wins = |set: u32| sum(&players, set) >= report.house.mark;
            let all = 1_u32 << players.len();
            let factorial = |n: usize| (1..=n as u64).product::<u64>();
            assert_eq!(
                worth.winning,
                (0..all).filter(|&set| wins(set)).count().to_string()
            );
            assert_eq!(worth.orders, factorial(players.len()).to_string());
            for (i, (id, seats)) in players.iter().enumerate() {
                let swung =
                    (0..all).filter(|set| set >> i & 1 == 0 && !wins(*set) && wins(set | 1 << i));
                let pivots: u64 = swung
                    .clone()
                    .map(|set| {
                        let before = set.count_ones() as usize;
                        factorial(before) * factorial(players.len() - 1 - before)
                    })
                    .sum();
                let player = &worth.players[i];
                assert_eq!((&player.id, player.seats), (id, *seats));
                assert_eq!(player.swings, swung.clone().count().to_string());
                assert_eq!(player.pivots, pivots.to_string());
                assert_eq!(player.dummy, swung.count() == 0);
                let someone_wins = wins(all - 1) && !wins(0);
                assert_eq!(player.veto, someone_wins && !wins((all - 1) & !(1 << i)));
                let share = (20_000 * u128::from(pivots) + u128::from(factorial(players.len())))
                    / (2 * u128::from(factorial(players.len())));
                assert_eq!(u128::from(player.shapley), share);
                looked += 1;
            }
        }
    }
    assert!(looked > 500, "{looked}");
}

/// Any weighted voting game, apart from the house: the Council of the European Economic Community of 1958, in which
/// Luxembourg had a vote and no power (sources beside the same game in `power.rs`).
#[test]
fn a_game_given_with_the_question() {
    let calculator = jharkhand();
    let council = given(&[4, 4, 4, 2, 2, 1], 12);
    let worth = worth_of(&calculator, &council);
    let swings: Vec<&str> = worth
        .players
        .iter()
        .map(|player| player.swings.as_str())
        .collect();
    assert_eq!(swings, ["10", "10", "10", "6", "6", "0"]);
    assert_eq!((worth.winning.as_str(), worth.base), ("14", None));
    assert!(worth.players[5].dummy);
    let all = ways_of(
        &calculator,
        &CoalitionsQuery {
            who: council,
            ..Default::default()
        },
    );
    assert_eq!(
        (all.count.as_str(), all.minimal[0].as_slice()),
        ("4", owned(&["0", "1", "2"]).as_slice())
    );
    let sixty: Vec<u32> = (0..60).map(|i| 1 + 277 * (i % 2)).collect();
    let large = ways_of(
        &calculator,
        &CoalitionsQuery {
            who: given(&sixty, 4_171),
            ..Default::default()
        },
    );
    // 278 × 15 = 4,170, one short: sixteen of the large, or fifteen and one of the small.
    let choose = |n: u128, k: u128| (0..k).fold(1, |c, i| c * (n - i) / (i + 1));
    assert_eq!(
        large.count,
        (choose(30, 16) + choose(30, 15) * 30).to_string()
    );
    assert_eq!((large.minimal.len(), large.truncated), (60, true));
}

#[test]
fn seats_that_matter_in_jharkhand() {
    let mut calculator = jharkhand();
    evaluate(&mut calculator, "");
    let india = ["JMM", "INC", "RJD", "CPIML"];
    for (kind, members) in [
        (PlayerKind::Parties, &india[..]),
        (PlayerKind::Alliances, &["INDIA"]),
    ] {
        let found = key_seats_of(&calculator, kind, members);
        assert_eq!(
            (found.together, found.surplus, found.enough),
            (56, Some(15), Some(16))
        );
        assert_eq!((found.votes, found.share_valid), (65_068, 37));
        assert_eq!(found.seats.len(), 56);
        assert_eq!(found.seats[0].constituency, "78");
    }
    let pair = key_seats_of(&calculator, PlayerKind::Parties, &["JMM", "BJP"]);
    assert_eq!((pair.together, pair.enough), (55, Some(15)));
    let short = key_seats_of(&calculator, PlayerKind::Parties, &["JMM", "RJD", "CPIML"]);
    assert_eq!(
        (short.together, short.surplus, short.enough),
        (40, None, None)
    );
    assert!(short.seats.is_empty() && short.edits.is_empty());
    // With one more, exactly 41: the first seat alone ends it.
    let bare = key_seats_of(&calculator, PlayerKind::Parties, &["BJP", "INC", "RJD"]);
    assert_eq!(
        (bare.surplus, bare.enough, bare.votes),
        (Some(0), Some(1), u64::from(bare.seats[0].switch))
    );
}

/// Awards the seats that end a majority, and looks at the house again.
#[test]
fn seats_that_matter_end_the_majority_and_one_less_does_not() {
    let mut random = Random(19);
    let (mut ended, mut crossed) = (0, 0);
    for _ in 0..300 {
        let election = house(&mut random, 15);
        let mut calculator = Calculator::new(election);
        let text = after_the_vote(&mut random);
        let Ok(report) = support::try_evaluate(&mut calculator, &text) else {
            continue;
        };
        for kind in [PlayerKind::Parties, PlayerKind::Alliances] {
            let players = players(&report, kind);
            let members: Vec<String> = players
                .iter()
                .filter(|_| random.below(3) > 0)
                .map(|player| player.0.clone())
                .collect();
            let ids: Vec<&str> = members.iter().map(String::as_str).collect();
            let found = key_seats_of(&calculator, kind, &ids);
            // Whoever takes an independent member's seat is not the member the coalition counted on.
            let own = |report: &Report| -> i64 {
                let all = self::players(report, kind);
                let lost = |id: &str| {
                    report
                        .changes
                        .iter()
                        .any(|change| id == format!("IND.{}", change.constituency))
                };
                let own = all
                    .iter()
                    .filter(|player| members.contains(&player.0) && !lost(&player.0));
                own.map(|player| i64::from(player.1)).sum::<i64>() - i64::from(report.house.mark)
            };
            assert_eq!(
                found.surplus.map(i64::from),
                Some(own(&report)).filter(|above| *above >= 0)
            );
            let costs: Vec<_> = found.seats.iter().map(|seat| seat.switch).collect();
            assert!(costs.is_sorted());
            for seat in &found.seats {
                let i = calculator
                    .election()
                    .constituency(&seat.constituency)
                    .unwrap();
                let lines = calculator.election().candidates_of(i);
                let votes: Vec<u32> = lines.iter().map(|line| line.votes).collect();
                let place =
                    |serial: u16| lines.iter().position(|line| line.serial == serial).unwrap();
                let (holder, to) = (place(seat.holder.candidate), place(seat.to.candidate));
                assert_eq!(
                    reference::switch_cost(&votes, holder, to),
                    Some(seat.switch)
                );
            }
            let Some(enough) = found.enough else { continue };
            assert_eq!(found.edits.len(), enough as usize);
            assert_eq!(
                found.votes,
                costs[..enough as usize]
                    .iter()
                    .map(|&cost| u64::from(cost))
                    .sum::<u64>()
            );
            // On top of the edits that changed something, as the page keeps them.
            let before = seat_calculator::scenario::Scenario {
                edits: calculator.outcome().edits.clone(),
                ..Default::default()
            };
            let mut follow = |edits: &[seat_calculator::scenario::Edit]| {
                let mut scenario = before.clone();
                scenario.edits.extend(edits.iter().cloned());
                own(&calculator.evaluate(&scenario).unwrap())
            };
            assert!(follow(&found.edits) < 0, "{text} {members:?} {found:?}");
            let last = &found.seats[enough as usize - 1].constituency;
            let fewer: Vec<_> = found
                .edits
                .iter()
                .filter(|edit| {
                    !matches!(edit, seat_calculator::scenario::Edit::Award(award) if award.constituency == *last)
                })
                .cloned()
                .collect();
            assert!(follow(&fewer) >= 0, "{text} {members:?} {found:?}");
            calculator.evaluate(&before).unwrap();
            ended += 1;
            crossed += usize::from(text.contains("x-"));
        }
    }
    assert!(ended > 100 && crossed > 20, "{ended} {crossed}");
}

#[test]
fn questions_are_read_with_all_their_faults() {
    let read = |text: &str| {
        let value: Value = serde_json::from_str(text).unwrap();
        let mut reader = Reader::default();
        let asked =
            CoalitionsQuery::read(&mut reader, &value, &seat_calculator::problem::Path::ROOT);
        let problems = reader.problems.list().iter();
        let codes: Vec<_> = problems
            .map(|problem| (problem.path.clone(), problem.code))
            .collect();
        (asked, codes)
    };
    let (asked, codes) = read(
        r#"{"over": "alliances", "with": ["INDIA"], "apart": [["NDA", "JLKM"]], "first": 5, "quota": 54}"#,
    );
    assert_eq!(codes, []);
    assert_eq!(
        (asked.who.over, asked.who.quota, asked.first),
        (PlayerKind::Alliances, Some(54), 5)
    );
    assert_eq!(
        (asked.with, asked.apart),
        (
            owned(&["INDIA"]),
            vec![("NDA".to_owned(), "JLKM".to_owned())]
        )
    );
    assert_eq!(read("{}").0, CoalitionsQuery::default());
    let (_, codes) = read(
        r#"{"over": "people", "with": "JMM", "apart": [["NDA"]], "first": 1.5, "players": [{"id": "a", "seats": 1}, {"id": "a", "seats": -1}]}"#,
    );
    let expected = [
        ("over", "unknown-word"),
        ("players[1].id", "duplicate-id"),
        ("players[1].seats", "negative"),
        ("quota", "missing"),
        ("with", "wrong-kind"),
        ("apart[0]", "not-a-pair"),
        ("first", "not-whole"),
    ];
    assert_eq!(codes, expected.map(|(path, code)| (path.to_owned(), code)));
}

/// Independent members (two in 2019) are players of their own.
#[test]
fn earlier_houses_and_the_lok_sabha() {
    for (id, single) in [("jharkhand-2014", 0), ("jharkhand-2019", 2)] {
        let mut calculator = shipped(id);
        let report = evaluate(&mut calculator, "");
        let all = ways_of(&calculator, &CoalitionsQuery::default());
        assert_eq!(Some(&all.count), report.coalitions.count.as_ref());
        assert!(all.players.iter().all(|player| player.id != "IND"));
        let independents = all
            .players
            .iter()
            .filter(|player| player.id.starts_with("IND."));
        assert_eq!(independents.map(|player| player.seats).sum::<u32>(), single);
    }
    let mut calculator = Calculator::new(lok_sabha());
    evaluate(&mut calculator, "");
    let all = ways_of(&calculator, &CoalitionsQuery::default());
    assert_eq!((all.count.as_str(), all.quota), ("86592243922", 272));
    assert!(all.truncated && all.minimal.len() == 60);
}
