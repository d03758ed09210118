//! What is wrong with a file: all of it, the first 20 in words.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::grid::letters;
use crate::limits::MOST_TOLD;
use crate::messages::{Sentence, Values, say};

/// One problem, with its place as a spreadsheet shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// What is wrong (IMPORT.md lists the codes).
    pub code: &'static str,
    /// Row, from 1.
    pub row: Option<usize>,
    /// Letters of the column.
    pub column: Option<String>,
    /// What the header says there.
    pub header: Option<String>,
    /// What stands in the cell.
    pub cell: Option<String>,
    /// The constituency, as the file writes it.
    pub constituency: Option<String>,
    /// Whether that constituency is awaited until this is mended, or nothing can be read at all.
    pub left_out: bool,
    /// Place, what stands there, what is wrong and what follows.
    pub message: Sentence,
}

/// Problems of a file.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Problems {
    /// The first ones, by row and column.
    pub told: Vec<Problem>,
    /// How many there are.
    pub total: usize,
    /// How many of each code.
    pub by_code: BTreeMap<&'static str, usize>,
    /// Whether the file as a whole cannot be read.
    pub fatal: bool,
}

/// A problem before it is put in words.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Its code.
    pub code: &'static str,
    /// The sentence, where it is another one than that of the code.
    pub sentence: Option<&'static str>,
    /// Row and column, from 0.
    pub row: Option<usize>,
    /// Column, from 0.
    pub column: Option<usize>,
    /// What stands in the cell.
    pub cell: Option<String>,
    /// The constituency as the file writes it.
    pub constituency: Option<String>,
    /// Whether a constituency, or everything, is left out for it.
    pub left_out: bool,
    /// What stands in the sentence beside these.
    pub values: Values,
}

impl Found {
    /// A problem of the whole file.
    pub fn file(code: &'static str) -> Found {
        Found {
            code,
            left_out: true,
            ..Found::default()
        }
    }

    /// A problem of a cell.
    pub fn cell(code: &'static str, row: usize, column: usize, cell: &str) -> Found {
        let cell = Some(cell.to_owned());
        Found {
            code,
            row: Some(row),
            column: Some(column),
            cell,
            ..Found::default()
        }
    }

    /// With a value for the sentence.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Found {
        self.values.push((name, value.to_string()));
        self
    }
}

/// Puts problems in order and the first of them in words. `header` answers the label of a column.
pub fn told(mut found: Vec<Found>, header: impl Fn(usize) -> String, fatal: bool) -> Problems {
    found.sort_by_key(|found| (found.row, found.column, found.code));
    let mut problems = Problems {
        total: found.len(),
        fatal,
        ..Problems::default()
    };
    for found in &found {
        *problems.by_code.entry(found.code).or_default() += 1;
    }
    problems.told = found
        .into_iter()
        .take(MOST_TOLD)
        .map(|found| words(found, &header))
        .collect();
    problems
}

fn words(found: Found, header: impl Fn(usize) -> String) -> Problem {
    let column = found.column.map(letters);
    let label = found.column.map(header).filter(|label| !label.is_empty());
    let mut values = found.values;
    values.extend(found.row.map(|row| ("row", (row + 1).to_string())));
    values.extend(column.clone().map(|column| ("column", column)));
    values.extend(label.clone().map(|label| ("header", label)));
    values.extend(found.cell.clone().map(|cell| ("cell", cell)));
    let place = match (found.row, &column, &label) {
        (Some(_), Some(_), Some(_)) => say("at-cell", &values),
        (Some(_), Some(_), None) => say("at-column", &values),
        (Some(_), None, _) => say("at-row", &values),
        (None, ..) => Sentence::default(),
    };
    let body = say(found.sentence.unwrap_or(found.code), &values);
    Problem {
        code: found.code,
        row: found.row.map(|row| row + 1),
        column,
        header: label,
        cell: found.cell,
        constituency: found.constituency,
        left_out: found.left_out,
        message: Sentence {
            en: place.en + &body.en,
            hi: place.hi + &body.hi,
        },
    }
}
