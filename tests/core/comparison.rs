//! Two scenarios side by side: the totals, the seats that differ and the two pictures are what each
//! scenario gives alone.

use crate::support::reference::houses::{Random, whole_house};
use crate::support::reference::scenarios::scenario;
use crate::support::{edits, evaluate, jharkhand};
use seat_calculator::calculator::{Calculator, Compared};
use seat_calculator::report::Report;
use seat_calculator::scenario::notation;
use std::collections::{BTreeMap, BTreeSet};

/// Totals by id as a list.
fn totals(compared: &Compared) -> Vec<(&str, u32, u32, i32)> {
    let rows = compared.comparison.alliances.iter();
    rows.map(|row| {
        let seats = row.seats;
        (row.id.as_str(), seats.kept, seats.shown, seats.change)
    })
    .collect()
}

#[test]
fn jharkhand_with_jlkm_in_the_nda_beside_a_swing() {
    let mut calculator = jharkhand();
    evaluate(&mut calculator, "p-NDA-10000-JLKM");
    let compared = calculator.beside(&edits("s-INDIA-NDA-399")).unwrap();
    // The published answers: 3.99 points give the NDA 41; with JLKM it stops at 40.
    assert_eq!(
        totals(&compared),
        [
            ("INDIA", 39, 41, 2),
            ("NDA", 41, 40, -1),
            ("JLKM", 1, 0, -1)
        ]
    );
    assert_eq!(compared.comparison.nobody.kept, 0);
    assert_eq!(compared.kept.glance.verdict.leaders, ["NDA"]);
    // What was evaluated last stays.
    let detail = calculator.constituency("65").unwrap();
    assert!(detail.candidates.iter().any(|one| one.withdrawn));
}

#[test]
fn a_scenario_beside_itself_and_beside_the_declared_result() {
    let mut calculator = jharkhand();
    let text = evaluate(&mut calculator, "w-65.BJP_x-INC-NDA-11")
        .scenario
        .text;
    let same = calculator.beside(&notation::parse(&text).unwrap()).unwrap();
    assert!(same.comparison.seats.is_empty());
    assert!(
        same.comparison
            .alliances
            .iter()
            .all(|row| row.seats.change == 0)
    );
    let declared = calculator.beside(&edits("")).unwrap().comparison;
    assert_eq!(declared.seats.len(), 1);
    let kanke = &declared.seats[0];
    let party = |side: &Option<_>| {
        side.as_ref()
            .map(|side: &seat_calculator::report::Side| side.party.clone())
    };
    assert_eq!(kanke.constituency, "65");
    assert_eq!(party(&kanke.kept).as_deref(), Some("INC"));
    assert_eq!(party(&kanke.shown).as_deref(), Some("BJP"));
}

#[test]
fn a_scenario_of_another_election_or_of_other_data_is_refused() {
    let mut calculator = jharkhand();
    let text = evaluate(&mut calculator, "w-65.BJP").scenario.text;
    let body = text.split_once('~').unwrap().1;
    let refused = |body: String| {
        let other = notation::parse(&format!("0~{body}")).unwrap();
        calculator.beside(&other).unwrap_err().list()[0].code
    };
    assert_eq!(refused(body.replace("2024", "2019")), "other-election");
    assert_eq!(
        refused("1~jharkhand-2024~000000~w-65a".into()),
        "result-changed"
    );
    assert_eq!(refused("1~~~w-999a".into()), "unknown-id");
}

/// The holders by constituency.
fn holders(calculator: &Calculator, report: &Report) -> BTreeMap<String, Option<u16>> {
    let election = calculator.election();
    let seats = election
        .constituencies
        .iter()
        .zip(&report.constituencies.winner);
    seats
        .map(|(seat, &serial)| (seat.number.to_string(), (serial > 0).then_some(serial)))
        .collect()
}

/// How many seats each row has, those with none left out.
fn rows(report: &Report) -> BTreeMap<String, u32> {
    let rows = report.alliances.iter().filter(|row| row.seats > 0);
    rows.map(|row| (row.id.clone(), row.seats)).collect()
}

/// Points of a path.
fn points(path: &str) -> usize {
    path.matches("h0").count()
}

#[test]
fn random_scenarios_side_by_side_are_what_each_is_alone() {
    let mut random = Random(0x5EED_0018);
    let mut compared_pairs = 0;
    for round in 0..3_000 {
        let election = whole_house(&mut random, 9);
        let seats = election.constituencies.len();
        let [first, second] = [(); 2].map(|()| edits(&scenario(&mut random, seats as u64)));
        let mut calculator = Calculator::new(election);
        let Ok(kept) = calculator.evaluate(&first) else {
            assert!(calculator.beside(&first).is_err());
            continue;
        };
        let Ok(shown) = calculator.evaluate(&second) else {
            continue;
        };
        compared_pairs += 1;
        let compared = calculator.beside(&first).unwrap();
        let (was, is) = (rows(&kept), rows(&shown));
        let ids: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
        assert_eq!(compared.comparison.alliances.len(), ids.len(), "{round}");
        for (id, a, b, change) in totals(&compared) {
            assert_eq!(was.get(id).copied().unwrap_or(0), a, "{round} {id}");
            assert_eq!(is.get(id).copied().unwrap_or(0), b, "{round} {id}");
            assert_eq!(i64::from(b) - i64::from(a), i64::from(change));
        }
        let (before, after) = (holders(&calculator, &kept), holders(&calculator, &shown));
        let differ: Vec<&String> = before
            .iter()
            .filter(|(id, holder)| after[*id] != **holder)
            .map(|(id, _)| id)
            .collect();
        let listed: BTreeSet<&String> = compared
            .comparison
            .seats
            .iter()
            .map(|seat| &seat.constituency)
            .collect();
        assert_eq!(listed, differ.iter().copied().collect(), "{round}");
        let houses = compared.houses.unwrap();
        for (house, report) in [(&houses.kept, &kept), (&houses.shown, &shown)] {
            assert_eq!(points(&house.marked), differ.len());
            let drawn: usize = house.blocks.iter().map(|block| points(&block.path)).sum();
            assert_eq!(drawn, seats);
            for block in &house.blocks {
                let Some(party) = &block.party else { continue };
                let at = calculator
                    .election()
                    .parties
                    .iter()
                    .position(|id| id == party);
                let held = report.constituencies.party.iter();
                let held = held.filter(|&&party| Some(party as usize) == at).count();
                assert_eq!(points(&block.path), held, "{round} {party}");
            }
        }
    }
    assert!(compared_pairs > 1_000, "{compared_pairs}");
}
