//! Rows of one contest only: a file may hold several offices, years, stages or kinds of area.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use crate::problems::Found;
use crate::roles::Role;
use crate::words::{normal, table};
use crate::work::Work;

/// Which rows are read.
pub struct Rows {
    /// Whether a row belongs to the contest, from the first row of the grid.
    pub read: Vec<bool>,
    /// Whether the reader has to choose first.
    pub open: bool,
}

/// Leaves out rows of other kinds and other contests.
pub fn rows(work: &mut Work) -> Rows {
    let mut read = vec![true; work.grid.rows()];
    filter(work, &mut read);
    let mut open = false;
    let columns: Vec<usize> = dimensions(work, &read);
    if !columns.is_empty() {
        let of = |work: &Work, row: usize| {
            let cells = columns.iter().map(|c| work.grid.cell(row, *c).trim());
            cells.collect::<Vec<_>>().join(" · ")
        };
        let mut contests: BTreeMap<String, usize> = BTreeMap::new();
        for row in work
            .rows()
            .filter(|row| read[*row] && !work.grid.is_blank(*row))
        {
            let contest = of(work, row);
            if !contest.replace([' ', '·'], "").is_empty() {
                *contests.entry(contest).or_default() += 1;
            }
        }
        let names: Vec<String> = contests.keys().cloned().collect();
        match work
            .recipe
            .get("contest")
            .filter(|chosen| contests.contains_key(*chosen))
        {
            Some(chosen) => {
                for row in work.rows() {
                    read[row] &= of(work, row) == chosen;
                }
                let values = vec![("count", names.len().to_string())];
                let decision = work.decisions.add("contest", "contest", chosen, values);
                decision.options = names;
                decision.by_reader = true;
            }
            None => {
                let shown: Vec<&str> = names.iter().take(20).map(String::as_str).collect();
                work.found.push(
                    Found::file("other-contest")
                        .with("count", names.len())
                        .with("options", shown.join(" | ")),
                );
                let values = vec![
                    ("count", names.len().to_string()),
                    ("options", shown.join(" | ")),
                ];
                let decision = work.decisions.add("contest", "other-contest", "", values);
                decision.options = names;
                decision.asked = true;
                decision.this_file = true;
                open = true;
            }
        }
    }
    Rows { read, open }
}

static FILTERS: LazyLock<Vec<Vec<String>>> =
    LazyLock::new(|| table(include_str!("../words/filters.csv")));

/// Kinds of rows that `words/filters.csv` tells apart: constituencies from states, first votes
/// from second ones.
fn filter(work: &mut Work, read: &mut [bool]) {
    for entry in FILTERS.iter() {
        let labelled = |column: &usize| {
            let label = work.header.label(*column);
            label.split('/').any(|half| normal(half) == entry[0])
        };
        let Some(column) = (0..work.grid.columns()).find(labelled) else {
            continue;
        };
        let value = |work: &Work, row: usize| {
            let cell = work.grid.cell(row, column);
            normal(cell.split('/').next().unwrap_or_default())
        };
        let values: BTreeSet<String> = work
            .rows()
            .map(|row| value(work, row))
            .filter(|value| !value.is_empty())
            .collect();
        let id = format!("filter.{}", entry[0]);
        let keep: Vec<String> = match work.recipe.get(&id) {
            Some("") => continue,
            Some(chosen) => vec![normal(chosen)],
            None => entry[1].split('|').map(normal).collect(),
        };
        let Some(kept) = keep.iter().find(|kept| values.contains(*kept)).cloned() else {
            continue;
        };
        if values.len() < 2 {
            continue;
        }
        for row in work.rows() {
            let value = value(work, row);
            read[row] &= value.is_empty()
                || value == kept
                || entry[0] == "gruppenart" && keep.contains(&value);
        }
        let header = work.label(column);
        let decision = work
            .decisions
            .add(&id, "filter", &kept, vec![("header", header)]);
        decision.options = values.into_iter().collect();
        decision.by_reader = work.recipe.get(&id).is_some();
    }
}

/// Columns by which the rows are of several contests.
fn dimensions(work: &Work, read: &[bool]) -> Vec<usize> {
    let mut columns = Vec::new();
    for role in [Role::Office, Role::Election, Role::Year, Role::Date] {
        let Some(column) = work.columns.at(role) else {
            continue;
        };
        let mut values = BTreeSet::new();
        let mut of_place: HashMap<[&str; 3], &str> = HashMap::new();
        let mut place_twice = false;
        for row in work.rows().filter(|row| read[*row]) {
            let value = work.grid.cell(row, column).trim();
            if value.is_empty() {
                continue;
            }
            values.insert(value);
            let place = match role {
                Role::Date => {
                    [Role::State, Role::Code, Role::Place].map(|role| work.text(row, role))
                }
                _ => continue,
            };
            place_twice |= *of_place.entry(place).or_insert(value) != value;
        }
        // Days of polling differ inside one election; the same place on two days does not.
        if values.len() > 1 && (role != Role::Date || (place_twice && columns.is_empty())) {
            columns.push(column);
        }
    }
    columns
}
