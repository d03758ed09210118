//! Then and now, against counts made here straight from the data files and against published figures.

use crate::support;
use crate::support::{evaluate, jharkhand, shipped};

use seat_calculator::analysis::context::seat_changes::{RowChanges, SeatChanges, seat_changes};
use seat_calculator::analysis::votes::butler_swing::Successor;
use seat_calculator::calculator::Calculator;
use serde_json::Value;
use std::collections::BTreeMap;

/// The Marxist Coordination Committee merged into CPI(ML) Liberation on 9 September 2024 (PTI).
const MERGED: [Successor<'static>; 1] = [Successor {
    then: "MCO",
    now: "CPIML",
}];

fn against(calculator: &Calculator, earlier: &str, successors: &[Successor]) -> SeatChanges {
    let earlier = shipped(earlier);
    seat_changes(
        calculator.election(),
        calculator.outcome(),
        earlier.election(),
        successors,
    )
}

fn row<'a>(rows: &'a [RowChanges], id: &str) -> &'a RowChanges {
    rows.iter().find(|row| row.row.id == id).unwrap()
}

fn five(row: &RowChanges) -> (u32, u32, u32, u32, u32) {
    (row.then, row.now, row.held, row.gained, row.lost)
}

/// Party of the candidate with most votes and the lead, by constituency, from the file.
fn winners(id: &str) -> BTreeMap<String, (String, i64)> {
    let file: Value = serde_json::from_str(&support::data(id)).unwrap();
    let votes = |value: &Value| match value.as_array() {
        Some(parts) => parts.iter().map(|part| part.as_i64().unwrap()).sum(),
        None => value.as_i64().unwrap(),
    };
    let seats = file["constituencies"].as_array().unwrap();
    seats
        .iter()
        .map(|seat| {
            let mut lines: Vec<(i64, &str)> = seat["candidates"]
                .as_array()
                .unwrap()
                .iter()
                .map(|line| (votes(&line["votes"]), line["party"].as_str().unwrap()))
                .collect();
            lines.sort_unstable();
            lines.reverse();
            (
                seat["id"].as_str().unwrap().to_owned(),
                (lines[0].1.to_owned(), lines[0].0 - lines[1].0),
            )
        })
        .collect()
}

#[test]
fn every_row_is_counted_the_same_a_second_way() {
    for (now, before, successors) in [
        ("jharkhand-2024", "jharkhand-2019", &MERGED[..]),
        ("jharkhand-2024", "jharkhand-2014", &MERGED[..]),
        ("jharkhand-2019", "jharkhand-2014", &[]),
        ("jharkhand-2024", "lok-sabha-2024-jharkhand", &[]),
    ] {
        let found = against(&shipped(now), before, successors);
        let (here, there) = (winners(now), winners(before));
        let follow = |id: &str| {
            let pair = successors.iter().find(|pair| pair.then == id);
            pair.map_or(id.to_owned(), |pair| pair.now.to_owned())
        };
        assert_eq!(found.seats.len(), 81);
        let mut rows: BTreeMap<String, (u32, u32, u32, u32, u32)> = BTreeMap::new();
        for seat in &found.seats {
            let (party, margin) = &here[&seat.constituency];
            let (old, old_margin) = &there[&seat.constituency];
            assert_eq!(seat.now.as_ref(), Some(party));
            assert_eq!(seat.margin, Some(*margin));
            let then = seat.then.as_ref().unwrap();
            assert_eq!(
                (&then.party, then.margin.map(i64::from)),
                (old, Some(*old_margin))
            );
            let same = follow(old) == *party && party != "IND";
            assert_eq!(seat.kind, if same { "held" } else { "changed" });
            let old = rows.entry(follow(old)).or_default();
            old.0 += 1;
            old.4 += u32::from(!same);
            let new = rows.entry(party.clone()).or_default();
            new.1 += 1;
            new.2 += u32::from(same);
            new.3 += u32::from(!same);
        }
        let counted: BTreeMap<String, (u32, u32, u32, u32, u32)> = found
            .parties
            .iter()
            .map(|row| (row.row.id.clone(), five(row)))
            .collect();
        assert_eq!(counted, rows, "{now} against {before}");
        for rows in [&found.parties, &found.sides] {
            assert_eq!(rows.iter().map(|row| row.then).sum::<u32>(), 81);
            assert_eq!(rows.iter().map(|row| row.now).sum::<u32>(), 81);
            for row in rows.iter() {
                assert_eq!(
                    (row.held + row.lost, row.held + row.gained),
                    (row.then, row.now)
                );
            }
        }
        assert_eq!(found.held + found.changed, 81);
    }
}

/// 2019: JMM 30, BJP 25, INC 16 (ANI); Barhait 25,740 then (PTI) and 39,791 now. AJSU held none of its two, Gomia and
/// Silli, and gained Mandu, which the BJP had.
#[test]
fn the_published_figures_against_2019() {
    let found = against(&jharkhand(), "jharkhand-2019", &MERGED);
    let barhait = &found.seats[2];
    assert_eq!((barhait.constituency.as_str(), barhait.kind), ("3", "held"));
    assert_eq!(barhait.then.as_ref().unwrap().margin, Some(25_740));
    assert_eq!(barhait.margin, Some(39_791));
    for (id, seats) in [
        ("JMM", 30),
        ("BJP", 25),
        ("INC", 16),
        ("JVMP", 3),
        ("AJSU", 2),
        ("NCP", 1),
    ] {
        assert_eq!(row(&found.parties, id).then, seats, "{id}");
    }
    assert_eq!(five(row(&found.parties, "AJSU")), (2, 1, 0, 1, 2));
    let mandu = found
        .seats
        .iter()
        .find(|seat| seat.constituency == "24")
        .unwrap();
    assert_eq!(
        (
            mandu.then.as_ref().unwrap().party.as_str(),
            mandu.now.as_deref()
        ),
        ("BJP", Some("AJSU"))
    );
    // JVM(P) is shown as itself: its leader joined the BJP, two members the Congress, disputed.
    let jvm = row(&found.parties, "JVMP");
    assert_eq!((jvm.now, jvm.lost, jvm.row.kind), (0, 3, "party"));
    // Alliances of the day: JMM, Congress and RJD together, the BJP and AJSU each alone.
    let day: Vec<(&str, u32)> = found
        .of_the_day
        .iter()
        .map(|one| (one.id.as_str(), one.seats))
        .collect();
    assert_eq!(day[..3], [("MGB", 47), ("BJP", 25), ("JVMP", 3)]);
    let parties = [("JMM", 30), ("INC", 16), ("RJD", 1)];
    let found_parties = found.of_the_day[0].parties.iter();
    let found_parties: Vec<(&str, u32)> = found_parties
        .map(|one| (one.id.as_str(), one.seats))
        .collect();
    assert_eq!(found_parties, parties);
    // Cast back: the parties that are INDIA now had 30 + 16 + 1 + 1.
    assert_eq!(row(&found.sides, "INDIA").then, 48);
    assert_eq!(row(&found.sides, "NDA").then, 27);
}

/// 2014: MCO won Nirsa, CPI(ML)L Dhanwar; in 2024 CPI(ML)L won Nirsa and Sindri.
#[test]
fn a_party_that_merged_counts_as_its_successor() {
    let seat = |found: &SeatChanges, id: &str| {
        found
            .seats
            .iter()
            .find(|seat| seat.constituency == id)
            .unwrap()
            .clone()
    };
    let found = against(&jharkhand(), "jharkhand-2014", &MERGED);
    let nirsa = seat(&found, "39");
    let then = nirsa.then.unwrap();
    assert_eq!(
        (then.party.as_str(), then.counts_as.as_str(), nirsa.kind),
        ("MCO", "CPIML", "held")
    );
    assert_eq!(five(row(&found.parties, "CPIML")), (2, 2, 1, 1, 1));
    assert!(found.parties.iter().all(|row| row.row.id != "MCO"));
    let alone = against(&jharkhand(), "jharkhand-2014", &[]);
    assert_eq!(seat(&alone, "39").kind, "changed");
    assert_eq!(five(row(&alone.parties, "MCO")), (1, 0, 0, 0, 1));
}

#[test]
fn independents_hold_nothing() {
    let found = against(&shipped("jharkhand-2019"), "jharkhand-2014", &[]);
    let alone = row(&found.parties, "IND");
    assert_eq!(
        (alone.held, alone.now),
        (0, 2),
        "two independents were elected in 2019"
    );
    assert_eq!(alone.row.kind, "independents");
}

#[test]
fn it_follows_the_scenario() {
    let mut calculator = jharkhand();
    evaluate(&mut calculator, "w-3.BJP");
    let found = against(&calculator, "jharkhand-2019", &MERGED);
    let barhait = &found.seats[2];
    assert_eq!(
        (barhait.kind, barhait.now.as_deref(), barhait.margin),
        ("changed", Some("BJP"), None)
    );
    evaluate(&mut calculator, "v-3");
    let found = against(&calculator, "jharkhand-2019", &MERGED);
    assert_eq!(
        (found.seats[2].kind, found.seats[2].now.as_deref()),
        ("empty", None)
    );
    assert_eq!(found.held + found.changed, 80);
    // Regrouped, the side's seats then are those of the parties it now has.
    evaluate(&mut calculator, "r-INC-NDA");
    let found = against(&calculator, "jharkhand-2019", &MERGED);
    assert_eq!(row(&found.sides, "NDA").then, 27 + 16);
}
