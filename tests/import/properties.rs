//! What holds for every file: order does not matter, damage is never silent, what is exported is
//! read back.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use seat_calculator::dataset::lay_over;
use seat_import::{Reading, Recipe, csv, read};
use serde_json::Value;

use crate::samples::samples;
use crate::support::reading;

const ELECTIONS: [&str; 7] = [
    "jharkhand-2024",
    "jharkhand-2019",
    "jharkhand-2014",
    "lok-sabha-2024-jharkhand",
    "jharkhand-2024-1723",
    "jharkhand-2024-1801",
    "jharkhand-2024-2013",
];

/// A shipped election, whole: its second file laid over the first (DATA.md, "Two files").
fn shipped(id: &str) -> Value {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/data/");
    let json = |name: &str| -> Value {
        serde_json::from_slice(&std::fs::read(format!("{folder}{name}")).unwrap()).unwrap()
    };
    let mut dataset = json(&format!("{id}.json"));
    if let Some(more) = dataset["more"].as_str() {
        let more = json(more);
        lay_over(&mut dataset, more);
    }
    dataset
}

fn total(votes: &Value) -> u64 {
    match votes {
        Value::Array(parts) => parts.iter().filter_map(Value::as_u64).sum(),
        votes => votes.as_u64().unwrap_or(0),
    }
}

/// What the calculator counts of a constituency: status, holder, candidates with votes, NOTA.
type Counted = (String, Option<u64>, Vec<(u64, String, u64)>, u64);

fn counted(dataset: &Value) -> BTreeMap<String, Counted> {
    let places = dataset["constituencies"].as_array().unwrap();
    places
        .iter()
        .map(|place| {
            let status = place["status"].as_str().unwrap_or("declared").to_owned();
            let candidates = place["candidates"].as_array().unwrap().iter().enumerate();
            let mut candidates: Vec<_> = candidates
                .map(|(at, line)| {
                    let serial = line["serial"].as_u64().unwrap_or(at as u64 + 1);
                    (
                        serial,
                        line["party"].as_str().unwrap().to_owned(),
                        total(&line["votes"]),
                    )
                })
                .collect();
            candidates.sort();
            let nota = total(&place["nota"]);
            let id = place["id"].as_str().unwrap().to_owned();
            (id, (status, place["winner"].as_u64(), candidates, nota))
        })
        .collect()
}

#[test]
fn shipped_elections_survive_export_and_import() {
    for id in ELECTIONS {
        let dataset = shipped(id);
        let table = csv(&dataset);
        let reading = reading(&table, &[]);
        assert_eq!(
            reading.problems.total,
            0,
            "{id}: {:?}",
            reading.problems.told.first()
        );
        assert_eq!(
            counted(reading.dataset.as_ref().unwrap()),
            counted(&dataset),
            "{id}"
        );
        // What was read is written and read alike.
        let again = csv(reading.dataset.as_ref().unwrap());
        let again = crate::support::reading(&again, &[]);
        assert_eq!(
            counted(again.dataset.as_ref().unwrap()),
            counted(&dataset),
            "{id}"
        );
    }
}

/// Seats and parties, which the order of rows and columns must not change.
fn result(reading: &Reading) -> String {
    let mut dataset = reading.dataset.clone().unwrap_or(Value::Null);
    // The file's name is not part of the result.
    dataset["sources"] = Value::Null;
    format!(
        "{:?}\n{:?}\n{}",
        reading.seats,
        reading.parties,
        seat_import::to_text(&dataset)
    )
}

/// Tables without rows whose meaning depends on their neighbours.
fn tables() -> Vec<(String, Vec<Vec<String>>)> {
    let mut tables = Vec::new();
    for (name, bytes, _) in samples() {
        if !name.ends_with(".csv") {
            continue;
        }
        tables.push((name, table(&bytes)));
    }
    let exported = csv(&shipped("jharkhand-2024-1723"));
    tables.push(("exported".to_owned(), table(exported.as_bytes())));
    tables
}

fn table(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

fn written(rows: &[Vec<String>]) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    rows.iter()
        .for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// A small generator of pseudo-random numbers, so that a failure can be repeated by its seed.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n.max(1)
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

#[test]
fn order_of_rows_and_columns_changes_nothing() {
    for (name, table) in tables() {
        let expected = result(&reading(written(&table), &[]));
        for seed in 0..8 {
            let mut random = Random(seed * 7_919 + 1);
            let mut rows = table.clone();
            random.shuffle(&mut rows[1..]);
            assert_eq!(
                result(&reading(written(&rows), &[])),
                expected,
                "{name}, rows, {seed}"
            );
            let mut order: Vec<usize> = (0..table[0].len()).collect();
            random.shuffle(&mut order);
            let columns: Vec<Vec<String>> = table
                .iter()
                .map(|row| order.iter().map(|at| row[*at].clone()).collect())
                .collect();
            let columns = written(&columns);
            assert_eq!(
                result(&reading(&columns, &[])),
                expected,
                "{name}, columns, {seed}"
            );
        }
    }
}

/// A file with a total after every constituency: what the sums are checked by.
fn with_totals() -> String {
    let mut text = String::from("No,Constituency,Candidate,Party,EVM,Postal,Votes,Electors\n");
    let mut random = Random(42);
    for place in 1..=12 {
        let mut sums = [0; 3];
        for (i, party) in ["X", "Y", "Z", "IND", "NOTA"].iter().enumerate() {
            let (evm, postal) = (1_000 + random.below(90_000), random.below(999));
            let name = if *party == "NOTA" {
                "NOTA".to_owned()
            } else {
                format!("C{place} {i}")
            };
            text += &format!(
                "{place},P{place},{name},{party},{evm},{postal},{},900000\n",
                evm + postal
            );
            [evm, postal, evm + postal]
                .iter()
                .zip(&mut sums)
                .for_each(|(n, sum)| *sum += n);
        }
        text += &format!("TOTAL,,,,{},{},{},\n", sums[0], sums[1], sums[2]);
    }
    text
}

#[test]
fn ten_thousand_mutations_never_panic_and_never_lie() {
    let good = with_totals();
    let whole = reading(&good, &[]);
    assert_eq!(whole.problems.total, 0, "{:?}", whole.problems.told);
    let truth: BTreeMap<u32, Option<String>> = whole
        .seats
        .iter()
        .map(|seat| (seat.number, seat.party.clone()))
        .collect();
    let files: Vec<Vec<u8>> = samples().into_iter().map(|(_, bytes, _)| bytes).collect();
    let mut random = Random(2_026);
    for round in 0..10_000 {
        if round % 4 == 0 {
            // Any damage to any sample: no panic.
            let mut bytes = files[random.below(files.len())].clone();
            mutate_bytes(&mut bytes, &mut random);
            let _ = read(&bytes, "x", &Recipe::default());
            continue;
        }
        let text = mutate_votes(&good, &mut random);
        let reading = reading(&text, &[]);
        if reading.problems.total > 0 || reading.problems.fatal {
            continue;
        }
        // Without any total left there is nothing to check by.
        if !text.contains("TOTAL") {
            continue;
        }
        // Nothing was said: then every seat is as it was.
        for seat in &reading.seats {
            assert_eq!(
                truth.get(&seat.number),
                Some(&seat.party),
                "round {round}: {} changed silently\n{text}",
                seat.name
            );
        }
        // A file that ends at a total is a whole file of a smaller house.
        let named = text
            .lines()
            .skip(1)
            .filter_map(|line| line.split(',').next());
        let named: BTreeSet<&str> = named.filter(|number| *number != "TOTAL").collect();
        assert_eq!(reading.seats.len(), named.len(), "round {round}\n{text}");
    }
}

fn mutate_bytes(bytes: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(6) {
        if bytes.is_empty() {
            return;
        }
        let at = random.below(bytes.len());
        match random.below(5) {
            0 => bytes[at] = random.below(256) as u8,
            1 => bytes.truncate(at),
            2 => bytes.insert(at, b"\",;\t\n\0<{"[random.below(8)]),
            3 => {
                bytes.remove(at);
            }
            _ => {
                let end = (at + random.below(60)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
        }
    }
}

/// Damage to digits and rows, as editors and copied selections make it.
fn mutate_votes(good: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = good.lines().map(str::to_owned).collect();
    let row = 1 + random.below(lines.len() - 1);
    match random.below(7) {
        0 => {
            lines.remove(row);
        }
        1 => lines.truncate(row),
        2 => {
            let copy = lines[row].clone();
            lines.insert(row, copy);
        }
        3 => {
            let other = 1 + random.below(lines.len() - 1);
            lines.swap(row, other);
        }
        kind => {
            let mut cells: Vec<String> = lines[row].split(',').map(str::to_owned).collect();
            let at = 4 + random.below(3);
            let cell = &mut cells[at];
            match kind {
                4 if !cell.is_empty() => {
                    cell.remove(random.below(cell.len()));
                }
                5 => cell.insert(
                    random.below(cell.len() + 1),
                    char::from(b'0' + random.below(10) as u8),
                ),
                _ => *cell = ["", "-", "x", "1.234", "0", "-5"][random.below(6)].to_owned(),
            }
            lines[row] = cells.join(",");
        }
    }
    lines.join("\n") + "\n"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = read(&bytes, "x", &Recipe::default());
    }

    #[test]
    fn no_text_makes_it_panic(text in "[A-Za-z0-9,;\t\n\"'. –%()<>/{}:\\[\\]ऀ-ॿ-]{0,600}") {
        let header = format!("No,Constituency,Candidate,Party,Votes\n{text}");
        let first = reading(&header, &[]);
        let second = reading(&header, &[]);
        prop_assert_eq!(result(&first), result(&second));
        let _ = read(text.as_bytes(), "x", &Recipe::default());
    }

    #[test]
    fn no_recipe_makes_it_panic(id in "(cell|column|party|row|header|layout|filter|contest|sheet|table|separator|encoding|alliance)\\.?[A-Za-z0-9]{0,4}", choice in "[A-Z=0-9|-]{0,6}") {
        let text = "No,Constituency,Candidate,Party,Votes\n1,A,a,X,10\n1,A,b,Y,9\n";
        let _ = reading(text, &[(&id, &choice)]);
    }
}
