//! The polling places of one constituency: a row each, with a column for each candidate, and below
//! them a second table that says whose party each candidate is of. New Zealand publishes its results
//! so, a file for each electorate.

use std::collections::HashMap;

use crate::house::{Line, Place, add_votes};
use crate::problems::Found;
use crate::roles::Role;
use crate::words::{self, RowKind, normal};
use crate::work::Work;

/// A column of votes.
struct Candidate {
    column: usize,
    name: String,
    party: String,
    votes: u32,
    /// Whether there are any.
    voted: bool,
}

/// Such a table.
pub struct Matrix {
    /// The constituency, from the heading.
    heading: String,
    candidates: Vec<Candidate>,
    /// The column that says how many valid votes a row has.
    total: Option<usize>,
    /// The row that begins the second table.
    end: usize,
}

/// Finds the two tables.
pub fn find(work: &Work) -> Option<Matrix> {
    let filled = |row: usize| {
        let cells = work.grid.row(row).enumerate();
        cells.filter(|(_, cell)| !cell.trim().is_empty())
    };
    let is_second = |row: &usize| {
        let mut cells = filled(*row).map(|(_, cell)| normal(cell));
        let first = cells.next().unwrap_or_default();
        let names = ["candidate", "candidates", "candidate name"];
        names.contains(&first.as_str()) && cells.next().is_some_and(|cell| cell == "party")
    };
    let end = work.rows().find(is_second)?;
    let parties: HashMap<String, String> = (end + 1..work.grid.rows())
        .filter_map(|row| {
            let mut cells = filled(row).map(|(_, cell)| cell.trim());
            Some((normal(cells.next()?), cells.next()?.to_owned()))
        })
        .collect();
    let candidates: Vec<Candidate> = (0..work.grid.columns())
        .filter_map(|column| {
            let name = work.label(column);
            let party = parties.get(&normal(&name))?.clone();
            Some(Candidate {
                column,
                name,
                party,
                votes: 0,
                voted: false,
            })
        })
        .collect();
    let heading = (0..work.header.first).rev().find_map(|row| {
        let mut cells = filled(row);
        let (_, cell) = cells.next()?;
        cells.next().is_none().then(|| cell.trim().to_owned())
    })?;
    let total =
        (0..work.grid.columns()).find(|c| words::row_kind(&work.label(*c)) == Some(RowKind::Total));
    (candidates.len() > 1).then_some(Matrix {
        heading,
        candidates,
        total,
        end,
    })
}

impl Matrix {
    /// Adds up the rows, and checks them by the totals beside and below them.
    pub fn read(mut self, work: &mut Work) -> Place {
        let first = work.header.last + 1;
        let mut place = Place {
            rows: (first, self.end - 1),
            ..Place::default()
        };
        work.name_place(&mut place, &self.heading, false);
        let (mut rows, mut totals) = (0, 0);
        for row in first..self.end {
            if work.grid.is_blank(row) {
                continue;
            }
            if self.is_total(work, row) {
                work.skipped.push((row, "total"));
                totals += 1;
                // Sub-totals lie between: the last one is that of all.
                if !(row + 1..self.end).any(|below| self.is_total(work, below)) {
                    self.check_all(work, row, &mut place);
                }
            } else if self.has_votes(work, row) {
                rows += 1;
                self.add(work, row, &mut place);
            } else {
                work.skipped.push((row, "note"));
            }
        }
        work.skipped
            .extend((self.end..work.grid.rows()).map(|row| (row, "second table")));
        self.notes(work, rows, totals);
        for candidate in self.candidates {
            let label = candidate.party.as_str();
            place.lines.push(Line {
                row: self.end,
                party: work.parties.of(label),
                label: label.into(),
                name: candidate.name,
                votes: candidate.voted.then_some(candidate.votes),
                ..Line::default()
            });
        }
        place
    }

    fn notes(&self, work: &mut Work, rows: usize, totals: usize) {
        let count = self.candidates.len().to_string();
        let values = vec![
            ("rows", rows.to_string()),
            ("count", count),
            ("places", "1".to_owned()),
        ];
        work.decisions.note("added-up", values);
        if totals > 0 {
            let code = if work.found.is_empty() {
                "totals-agree"
            } else {
                "totals-left-out"
            };
            work.decisions
                .note(code, vec![("count", totals.to_string())]);
        }
    }

    fn is_total(&self, work: &Work, row: usize) -> bool {
        let total = Some(RowKind::Total);
        let ends = |role| {
            let cell = normal(work.text(row, role));
            cell.ends_with(" total") || cell.starts_with("total ")
        };
        let first = (0..work.grid.columns()).find(|c| !work.grid.fact(row, *c).empty);
        let first = first.map(|c| normal(work.grid.cell(row, c)));
        work.first_kind(row) == total
            || work.kind(row, Role::PollingPlace) == total
            || ends(Role::PollingPlace)
            || first.is_some_and(|cell| cell.ends_with(" total"))
    }

    fn has_votes(&self, work: &Work, row: usize) -> bool {
        let mut columns = self.candidates.iter().map(|candidate| candidate.column);
        columns.any(|column| !work.grid.fact(row, column).no_figure)
    }

    /// Adds the votes of a polling place.
    fn add(&mut self, work: &mut Work, row: usize, place: &mut Place) {
        let mut sum = 0_u64;
        for candidate in &mut self.candidates {
            let (votes, good) = work.number_at(row, candidate.column, Some(place));
            place.refused |= !good;
            candidate.voted |= votes.is_some();
            candidate.votes = add_votes(candidate.votes, votes.unwrap_or(0), &mut place.over);
            sum += u64::from(votes.unwrap_or(0));
        }
        let (informal, _) = work.number(row, Role::Informal, None);
        place.informal += u64::from(informal.unwrap_or(0));
        if let Some(total) = self.total {
            check(work, row, total, sum, place);
        }
    }

    /// Compares the last row of totals with the sums of the columns.
    fn check_all(&self, work: &mut Work, row: usize, place: &mut Place) {
        for candidate in &self.candidates {
            let sum = u64::from(candidate.votes);
            check(work, row, candidate.column, sum, place);
        }
    }
}

/// Refuses a constituency whose total is not the sum of what it stands for.
fn check(work: &mut Work, row: usize, column: usize, sum: u64, place: &mut Place) {
    let (Some(total), _) = work.number_at(row, column, None) else {
        return;
    };
    let total = u64::from(total);
    if total == sum || place.refused {
        return;
    }
    let cell = work.grid.cell(row, column).trim().to_owned();
    let mut problem = Found::cell("sum-differs", row, column, &cell);
    problem.sentence = Some("sum-differs-here");
    work.refuse(crate::sums::with_sums(problem, total, sum), Some(place));
    place.refused = true;
}
