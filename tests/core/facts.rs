//! Facts around the result against figures counted here straight from the data files, and against published ones.

use crate::support;
use crate::support::{evaluate, jharkhand, shipped};

use seat_calculator::analysis::context::exit_polls::polls;
use seat_calculator::analysis::context::friendly_fights::friendly_fight_results;
use seat_calculator::analysis::context::party_statistics::{
    PartyRecord, PartyStatistics, constituencies_in, party_statistics,
};
use seat_calculator::analysis::context::postal_and_nota::ballots;
use seat_calculator::analysis::context::upper_house_quota::upper_house;
use seat_calculator::calculator::Calculator;
use serde_json::Value;
use std::collections::BTreeMap;

fn everything(calculator: &Calculator) -> PartyStatistics {
    let election = calculator.election();
    let all: Vec<usize> = (0..election.constituencies.len()).collect();
    party_statistics(election, calculator.outcome(), &all)
}

fn of_place(calculator: &Calculator, kind: &str, id: &str) -> PartyStatistics {
    let election = calculator.election();
    let places = constituencies_in(election, kind, id).unwrap();
    party_statistics(election, calculator.outcome(), &places)
}

fn row<'a>(rows: &'a [PartyRecord], id: &str) -> &'a PartyRecord {
    rows.iter().find(|row| row.row.id == id).unwrap()
}

fn votes(value: &Value) -> u64 {
    match value.as_array() {
        Some(parts) => parts.iter().map(|part| part.as_u64().unwrap()).sum(),
        None => value.as_u64().unwrap(),
    }
}

/// Half up, by way of a decimal.
fn share(part: u64, whole: u64) -> u32 {
    (part as f64 * 10_000.0 / whole as f64 + 0.5).floor() as u32
}

/// Lines, seats, votes, valid votes where it stood, deposits lost, margins.
type Counted = (u32, u32, u64, u64, u32, Vec<u64>);

/// Counts parties of the constituencies that fit, a second way: from the JSON, with maps.
fn counted_again(file: &Value, fits: &dyn Fn(&Value) -> bool) -> BTreeMap<String, Counted> {
    let mut parties: BTreeMap<String, Counted> = BTreeMap::new();
    for seat in file["constituencies"].as_array().unwrap() {
        if !fits(seat) {
            continue;
        }
        let lines = seat["candidates"].as_array().unwrap();
        let valid: u64 = lines.iter().map(|line| votes(&line["votes"])).sum();
        let mut sorted: Vec<u64> = lines.iter().map(|line| votes(&line["votes"])).collect();
        sorted.sort_unstable_by(|a, b| b.cmp(a));
        let mut here: Vec<&str> = Vec::new();
        for line in lines {
            let id = line["party"].as_str().unwrap();
            let own = votes(&line["votes"]);
            let entry = parties.entry(id.to_owned()).or_default();
            entry.0 += 1;
            entry.2 += own;
            if !here.contains(&id) {
                entry.3 += valid;
                here.push(id);
            }
            if own == sorted[0] {
                entry.1 += 1;
                entry.5.push(sorted[0] - sorted[1]);
            } else if own as f64 / valid as f64 <= 1.0 / 6.0 {
                entry.4 += 1;
            }
        }
    }
    parties
}

#[test]
fn every_party_of_every_place_is_counted_the_same_a_second_way() {
    for id in ["jharkhand-2024", "jharkhand-2019", "jharkhand-2014"] {
        let file: Value = serde_json::from_str(&support::data(id)).unwrap();
        let calculator = shipped(id);
        let division_of = |seat: &Value| {
            let mut all = file["districts"].as_array().unwrap().iter();
            all.find(|one| one["id"] == seat["district"]).unwrap()["division"].clone()
        };
        let mut places = 0;
        for (kind, list) in [
            ("category", "categories"),
            ("division", "divisions"),
            ("district", "districts"),
            ("parliamentary", "parliamentary"),
            ("phase", "phases"),
        ] {
            let none = Vec::new();
            let mut total = 0;
            for place in file[list].as_array().unwrap_or(&none) {
                let found = of_place(&calculator, kind, place["id"].as_str().unwrap());
                let again = counted_again(&file, &|seat| match kind {
                    "division" => division_of(seat) == place["id"],
                    _ => seat[kind] == place["id"],
                });
                assert_eq!(found.parties.len(), again.len());
                for party in &found.parties {
                    let (contested, won, own, valid, lost, margins) = &again[&party.row.id];
                    let name = format!("{id}, {kind} {}, {}", place["id"], party.row.id);
                    assert_eq!((party.contested, party.won), (*contested, *won), "{name}");
                    assert_eq!((party.votes, party.deposits_lost), (*own, *lost), "{name}");
                    assert_eq!(party.share_valid, share(*own, found.valid), "{name}");
                    assert_eq!(party.share_counted, share(*own, found.counted), "{name}");
                    assert_eq!(party.share_contested, share(*own, *valid), "{name}");
                    assert_eq!(
                        party.strike_rate,
                        Some(share((*won).into(), (*contested).into()))
                    );
                    let mean = (!margins.is_empty()).then(|| {
                        let sum: u64 = margins.iter().sum();
                        (sum as f64 / margins.len() as f64 + 0.5).floor() as i64
                    });
                    assert_eq!(party.average_margin, mean, "{name}");
                }
                total += found.constituencies;
                places += 1;
            }
            assert!(total == 81 || total == 0 && kind == "phase" && id == "jharkhand-2014");
        }
        assert!(places >= 46, "{id}: {places} places");
    }
}

/// Published: seats contested and won, votes and shares (Mint and PTI, 23 and 24 November 2024).
#[test]
fn the_published_figures_of_2024() {
    let found = everything(&jharkhand());
    assert_eq!((found.constituencies, found.counted), (81, 17_846_283));
    let bjp = row(&found.parties, "BJP");
    assert_eq!((bjp.contested, bjp.won, bjp.votes), (68, 21, 5_921_474));
    assert_eq!((bjp.share_counted, bjp.share_valid), (33_18, 33_61));
    assert_eq!(row(&found.parties, "JMM").strike_rate, Some(79_07));
    // Seven by the ballot papers; the press counts six by seat sharing.
    assert_eq!(row(&found.parties, "RJD").contested, 7);
    let india = row(&found.sides, "INDIA");
    assert_eq!(
        (india.contested, india.constituencies, india.won),
        (84, 81, 56)
    );
    assert_eq!(india.strike_rate, Some(69_14));
    let lost: u32 = found.parties.iter().map(|row| row.deposits_lost).sum();
    assert_eq!(lost, 1_039);
    let by_side: u32 = found.sides.iter().map(|row| row.deposits_lost).sum();
    assert_eq!(by_side, lost);
}

/// PTI, 23 November 2024: of the seats reserved for Scheduled Tribes the BJP won Seraikella alone.
#[test]
fn the_bjp_won_one_seat_for_scheduled_tribes() {
    let calculator = jharkhand();
    let found = of_place(&calculator, "category", "ST");
    assert_eq!(found.constituencies, 28);
    assert_eq!(row(&found.parties, "BJP").seats, ["51"]);
    let sides: Vec<(&str, u32)> = found
        .sides
        .iter()
        .map(|row| (row.row.id.as_str(), row.won))
        .collect();
    assert_eq!(sides[..2], [("INDIA", 27), ("NDA", 1)]);
    let phases: Vec<u32> = ["1", "2"]
        .map(|id| of_place(&calculator, "phase", id).constituencies)
        .into();
    assert_eq!(phases, [43, 38]);
}

#[test]
fn facts_follow_the_scenario() {
    let mut calculator = jharkhand();
    // Kanke to the BJP: no margin of its own, no deposit but the ones that were lost.
    evaluate(&mut calculator, "w-65.BJP");
    let bjp = row(&everything(&calculator).parties, "BJP").clone();
    assert_eq!((bjp.won, bjp.seats.len()), (22, 22));
    let before = row(&everything(&jharkhand()).parties, "BJP").clone();
    assert_eq!(
        bjp.average_margin, before.average_margin,
        "an awarded seat has no margin"
    );
    // A vacated seat is nobody's.
    evaluate(&mut calculator, "v-39");
    let found = everything(&calculator);
    let total: u32 = found.sides.iter().map(|row| row.won + row.leading).sum();
    assert_eq!(total, 80);
    // A pool withholds strike rates, and who withdrew contests no more.
    evaluate(&mut calculator, "p-NDA-10000-JLKM");
    let found = everything(&calculator);
    assert!(found.parties.iter().all(|row| row.strike_rate.is_none()));
    assert_eq!(row(&found.sides, "NDA").won, 40);
    assert_eq!(row(&found.sides, "NDA").contested, 81);
    // Regrouped: sides follow, parties do not.
    evaluate(&mut calculator, "r-INC-NDA");
    let found = everything(&calculator);
    assert_eq!(row(&found.sides, "NDA").won, 40);
    assert_eq!(row(&found.parties, "INC").won, 16);
}

#[test]
fn places_that_are_none_are_refused() {
    let calculator = jharkhand();
    let code = |kind, id| {
        let problems = constituencies_in(calculator.election(), kind, id).unwrap_err();
        problems.list()[0].code
    };
    assert_eq!(code("village", "1"), "unknown-kind");
    assert_eq!(code("district", "Patna"), "unknown-id");
}

/// The eight exit polls of 20 November 2024 (NDA, INDIA, others), and that Axis My India alone had all three in range.
#[test]
fn one_exit_poll_had_all_in_range() {
    let given = [
        [(17, 27), (49, 59), (1, 6)],
        [(42, 47), (25, 30), (1, 4)],
        [(44, 53), (25, 37), (5, 9)],
        [(40, 44), (30, 40), (1, 1)],
        [(31, 40), (37, 47), (1, 6)],
        [(37, 40), (36, 39), (0, 2)],
        [(45, 50), (35, 38), (3, 5)],
        [(32, 32), (42, 42), (7, 7)],
    ]
    .map(|poll| poll.to_vec());
    let sides = ["NDA", "INDIA"].map(str::to_owned);
    let election = jharkhand().election().clone();
    let found = polls(&election, &sides, &given).unwrap();
    assert_eq!(found.seats, [24, 56, 1]);
    assert_eq!(found.all, [0]);
    let hits: Vec<Vec<(&str, u32)>> = found
        .polls
        .iter()
        .map(|poll| poll.hits.iter().map(|hit| (hit.kind, hit.off)).collect())
        .collect();
    assert_eq!(hits[1], [("high", 18), ("low", 26), ("in", 0)]);
    assert_eq!(hits[7], [("high", 8), ("low", 14), ("high", 6)]);
    // Ends are in the range, and one seat beyond is not.
    for (low, high, kind, off) in [(24, 24, "in", 0), (25, 30, "high", 1), (10, 23, "low", 1)] {
        let poll = [vec![(low, high), (0, 81), (0, 81)]];
        let hit = polls(&election, &sides, &poll).unwrap().polls[0].hits[0];
        assert_eq!((hit.kind, hit.off), (kind, off));
    }
    let code = |sides: &[String], poll: Vec<(u32, u32)>| {
        let problems = polls(&election, sides, &[poll]).unwrap_err();
        problems.list()[0].code
    };
    assert_eq!(code(&["XYZ".to_owned()], vec![]), "unknown-id");
    assert_eq!(code(&sides, vec![(1, 2)]), "wrong-length");
    assert_eq!(code(&sides, vec![(3, 2), (0, 1), (0, 1)]), "empty-range");
}

/// 81 members and two vacancies: 2,701 hundredths of a vote, so 28 members; 56 is exactly two.
#[test]
fn the_upper_house() {
    let mut calculator = jharkhand();
    evaluate(&mut calculator, "");
    let two = upper_house(calculator.election(), calculator.outcome(), 2);
    assert_eq!((two.members, two.quota, two.needed), (81, 2_701, 28));
    let sides: Vec<(&str, u32, u32, u32, u32)> = two
        .sides
        .iter()
        .map(|one| {
            (
                one.row.id.as_str(),
                one.members,
                one.elects,
                one.spare,
                one.with_surplus,
            )
        })
        .collect();
    // 56 is exactly two.
    let expected = [
        ("INDIA", 56, 2, 0, 2),
        ("NDA", 24, 0, 24, 0),
        ("JLKM", 1, 0, 1, 0),
    ];
    assert_eq!(sides, expected);
    // By hand, from the rule: the least whole number above n / (k + 1), in hundredths.
    for vacancies in 1..=6 {
        let found = upper_house(calculator.election(), calculator.outcome(), vacancies);
        let quota = (1..).find(|q| q * (vacancies + 1) > 8_100).unwrap();
        assert_eq!(found.quota, quota, "{vacancies}");
        assert_eq!(found.needed, (1..).find(|n| n * 100 >= quota).unwrap());
        for side in &found.sides {
            let most = |fits: &dyn Fn(u32) -> bool| (0..=vacancies).rev().find(|n| fits(*n));
            let whole = most(&|n| n * found.needed <= side.members).unwrap();
            assert_eq!(
                (side.elects, side.spare),
                (whole, side.members - whole * found.needed)
            );
            let passed = most(&|n| n * quota <= side.members * 100);
            assert_eq!(Some(side.with_surplus), passed);
        }
    }
    // One of INDIA's resigns: 80 members, 27 each, 55 are two and one to spare.
    evaluate(&mut calculator, "v-39");
    let fewer = upper_house(calculator.election(), calculator.outcome(), 2);
    assert_eq!((fewer.members, fewer.quota, fewer.needed), (80, 2_667, 27));
    let india = &fewer.sides[0];
    assert_eq!((india.members, india.elects, india.spare), (55, 2, 1));
    // One seat goes over: 55 of 81 have but one by whole members, and two by surpluses, 2 × 27.01 being 54.02.
    evaluate(&mut calculator, "w-39.BJP");
    let passed = upper_house(calculator.election(), calculator.outcome(), 2);
    let india = &passed.sides[0];
    assert_eq!(
        (india.members, india.elects, india.with_surplus),
        (55, 1, 2)
    );
    assert_eq!(
        upper_house(calculator.election(), calculator.outcome(), 0).vacancies,
        1
    );
    assert_eq!(
        upper_house(calculator.election(), calculator.outcome(), 1_000).vacancies,
        99
    );
}

/// EVM votes alone give the same 81 winners; NOTA is above the margin in nine seats (counted here from the file).
#[test]
fn postal_votes_and_nota_decided_nothing() {
    let file: Value = serde_json::from_str(&support::data("jharkhand-2024")).unwrap();
    let mut above: Vec<(u64, String)> = Vec::new();
    let mut postal = 0;
    for seat in file["constituencies"].as_array().unwrap() {
        let lines = seat["candidates"].as_array().unwrap();
        let mut all: Vec<u64> = lines.iter().map(|line| votes(&line["votes"])).collect();
        all.sort_unstable();
        let margin = all[all.len() - 1] - all[all.len() - 2];
        postal += lines
            .iter()
            .map(|line| line["votes"][1].as_u64().unwrap())
            .sum::<u64>();
        if votes(&seat["nota"]) > margin {
            above.push((margin, seat["id"].as_str().unwrap().to_owned()));
        }
    }
    above.sort();
    let found = ballots(jharkhand().election());
    assert_eq!(
        (found.apart, found.same, found.different.len()),
        (81, 81, 0)
    );
    assert_eq!(found.postal, postal);
    let ids: Vec<&str> = found
        .nota_above
        .iter()
        .map(|one| one.constituency.as_str())
        .collect();
    assert_eq!(
        ids,
        above.iter().map(|(_, id)| id.as_str()).collect::<Vec<_>>()
    );
    assert_eq!(ids.len(), 9);
    // Where the two kinds of vote are not known apart nothing is said of them.
    assert_eq!(ballots(shipped("jharkhand-2019").election()).apart, 0);
}

/// A made-up seat that postal votes decided, which the shipped elections do not have.
#[test]
fn a_seat_that_postal_votes_decided_is_named() {
    use seat_calculator::dataset::Votes;
    use seat_calculator::election::Election;
    let mut seat = support::house::constituency(7, &[("A", 100), ("B", 99)]);
    for (line, postal) in seat.candidates.iter_mut().zip([3, 1]) {
        let total = line.votes.unwrap().total;
        line.votes = Some(Votes {
            total,
            postal: Some(postal),
        });
    }
    let house = support::house::with(support::house::dataset(2, &[]), vec![seat]);
    let found = ballots(&Election::from_dataset(&house).unwrap());
    assert_eq!((found.apart, found.same), (1, 0));
    assert_eq!(found.different, ["7"]);
    assert_eq!(found.postal, 4);
}

/// By name, straight from the data file: seats in which an alliance has two lines or more.
#[test]
fn friendly_fights_and_what_came_of_them_a_second_way() {
    for (id, expected) in [("jharkhand-2024", 3), ("jharkhand-2019", 0)] {
        let file: Value = serde_json::from_str(&support::data(id)).unwrap();
        let calculator = shipped(id);
        let mut alliance_of = BTreeMap::new();
        for alliance in file["alliances"].as_array().unwrap() {
            for party in alliance["parties"].as_array().unwrap() {
                alliance_of.insert(party.as_str().unwrap(), alliance["id"].as_str().unwrap());
            }
        }
        let found = friendly_fight_results(calculator.election());
        let mut again = Vec::new();
        for seat in file["constituencies"].as_array().unwrap() {
            let mut sides: BTreeMap<&str, Vec<(u64, u64, &str)>> = BTreeMap::new();
            let lines = seat["candidates"].as_array().unwrap();
            for (i, line) in lines.iter().enumerate() {
                let party = line["party"].as_str().unwrap();
                let own = line["alliance"].as_str();
                if let Some(side) = own.or(alliance_of.get(party).copied()) {
                    let serial = line["serial"].as_u64().unwrap_or(i as u64 + 1);
                    let of_side = sides.entry(side).or_default();
                    of_side.push((votes(&line["votes"]), serial, party));
                }
            }
            let most = lines.iter().map(|line| votes(&line["votes"])).max();
            for (side, mut all) in sides.into_iter().filter(|(_, all)| all.len() > 1) {
                all.sort_by_key(|(own, serial, _)| (u64::MAX - own, *serial));
                again.push((seat["id"].as_str().unwrap(), side, all, most.unwrap()));
            }
        }
        assert_eq!((found.len(), again.len()), (expected, expected), "{id}");
        for (fight, (seat, side, all, most)) in found.iter().zip(&again) {
            assert_eq!((&*fight.constituency, &*fight.alliance), (*seat, *side));
            let polled: Vec<_> = fight
                .candidates
                .iter()
                .map(|one| (one.votes.unwrap().into(), one.serial.into(), &*one.party))
                .collect();
            assert_eq!(&polled, all, "{seat}");
            let together = all.iter().map(|(own, _, _)| own).sum();
            assert_eq!(fight.together, Some(together), "{seat}");
            let holder = fight.holder.as_ref().unwrap();
            assert_eq!(holder.votes.map(u64::from), Some(*most), "{seat}");
            assert_eq!(fight.held, all[0].0 == *most, "{seat}");
            // The opened seat says the same of the same candidates.
            let detail = calculator.constituency(seat).unwrap();
            let here = detail.candidates.iter();
            let named = here.filter(|one| one.friendly_fight.as_deref() == Some(*side));
            let named: Vec<_> = named.map(|one| u64::from(one.serial)).collect();
            let serials: Vec<_> = all.iter().map(|(_, serial, _)| *serial).collect();
            assert_eq!(named, serials, "{seat}");
        }
    }
}
