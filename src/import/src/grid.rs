//! Rows of cells, from whatever file they came.

use std::collections::BTreeMap;

use crate::facts::Fact;
use crate::limits::{MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS};
use crate::texts::{EMPTY, Id, Texts};

/// More text than a table within the limits holds: spreadsheets store repeated words once.
const MOST_TEXT: usize = 256 * 1024 * 1024;

/// Cells that a spreadsheet shows as one, from the first to the last row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// First row.
    pub top: usize,
    /// First column.
    pub left: usize,
    /// Last row.
    pub bottom: usize,
    /// Last column.
    pub right: usize,
}

/// A table of texts. Rows and columns count from 0 here and from 1 (A) wherever people read them.
#[derive(Debug, Default)]
pub struct Grid {
    texts: Texts,
    /// The text of each cell, row after row.
    cells: Vec<Id>,
    /// The first cell of each row.
    starts: Vec<u32>,
    /// What each text says.
    facts: Vec<Fact>,
    columns: usize,
    /// Merged cells.
    pub merges: Vec<Merge>,
    /// Cells that were cut off because they are too long.
    pub cut: Vec<(usize, usize)>,
    /// Cells behind the end of their row that were filled.
    added: BTreeMap<(usize, usize), Id>,
    /// The code of the limit that was passed.
    pub over: Option<&'static str>,
}

impl Grid {
    /// Adds a row. Answers false once a limit is passed.
    pub fn push<'c>(&mut self, cells: impl Iterator<Item = &'c str>) -> bool {
        let row = self.starts.len();
        if row >= MOST_ROWS {
            self.over = Some("too-many-rows");
        }
        if self.texts.bytes() > MOST_TEXT {
            self.over = Some("file-too-large");
        }
        if self.over.is_some() {
            return false;
        }
        self.starts.push(self.cells.len() as u32);
        let mut width = 0;
        for (column, cell) in cells.enumerate() {
            if column >= MOST_COLUMNS {
                if cell.trim().is_empty() {
                    continue;
                }
                self.over = Some("too-many-columns");
                return false;
            }
            let too_long = cell.len() > MOST_CHARACTERS;
            let id = if too_long && cell.chars().count() > MOST_CHARACTERS {
                let start: String = cell.chars().take(MOST_CHARACTERS).collect();
                self.cut.push((row, column));
                self.texts.id(&start)
            } else {
                self.texts.id(cell)
            };
            self.cells.push(id);
            width = column + 1;
        }
        self.columns = self.columns.max(width);
        true
    }

    /// Rows, blank ones included.
    pub fn rows(&self) -> usize {
        self.starts.len()
    }

    /// Columns of the widest row.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// A cell as it is read; "" where the row ends before it.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.texts.get(self.id(row, column))
    }

    /// The number of a cell's text: equal cells have equal numbers.
    pub fn id(&self, row: usize, column: usize) -> Id {
        match self.at(row, column) {
            Some(at) => self.cells[at],
            None if self.added.is_empty() => EMPTY,
            None => self.added.get(&(row, column)).copied().unwrap_or(EMPTY),
        }
    }

    /// What a cell says, once the table is complete.
    pub fn fact(&self, row: usize, column: usize) -> &Fact {
        &self.facts[self.id(row, column) as usize]
    }

    /// Finds what every text says: after it no cell may change.
    pub fn find_facts(&mut self) {
        let ids = 0..self.texts.count() as Id;
        self.facts = ids.map(|id| Fact::of(self.texts.get(id))).collect();
    }

    /// The place of a cell in `cells`, if its row has it.
    fn at(&self, row: usize, column: usize) -> Option<usize> {
        let first = *self.starts.get(row)? as usize;
        let next = self
            .starts
            .get(row + 1)
            .map_or(self.cells.len(), |next| *next as usize);
        Some(first + column).filter(|at| *at < next)
    }

    /// The cells of a row.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &str> {
        (0..self.columns).map(move |column| self.cell(row, column))
    }

    /// Whether nothing stands in a row.
    pub fn is_blank(&self, row: usize) -> bool {
        self.row(row).all(|cell| cell.trim().is_empty())
    }

    /// Lets a cell say something else.
    pub fn change(&mut self, row: usize, column: usize, text: String) {
        self.columns = self.columns.max(column + 1);
        let id = self.texts.id(&text);
        match self.at(row, column) {
            Some(at) => self.cells[at] = id,
            None => _ = self.added.insert((row, column), id),
        }
    }

    /// Repeats what a cell merged over several rows says in each of them.
    pub fn fill_merges(&mut self, from_row: usize) {
        for merge in std::mem::take(&mut self.merges) {
            if merge.top >= from_row {
                let text = self.cell(merge.top, merge.left).to_owned();
                for row in merge.top + 1..=merge.bottom.min(self.rows().saturating_sub(1)) {
                    self.change(row, merge.left, text.clone());
                }
            }
            self.merges.push(merge);
        }
    }
}

/// The letters a spreadsheet gives a column.
pub fn letters(column: usize) -> String {
    let mut out = Vec::new();
    let mut n = column + 1;
    while n > 0 {
        out.push(b'A' + ((n - 1) % 26) as u8);
        n = (n - 1) / 26;
    }
    out.iter().rev().map(|b| char::from(*b)).collect()
}

/// The column and row of a cell named as in a spreadsheet: `L12`.
pub fn place(name: &str) -> Option<(usize, usize)> {
    let split = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = name.split_at(split);
    let row: usize = digits.parse().ok().filter(|row| *row > 0)?;
    Some((row - 1, column(letters)?))
}

/// The column that letters name.
pub fn column(letters: &str) -> Option<usize> {
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let value = letters
        .bytes()
        .fold(0, |n, b| n * 26 + usize::from(b - b'A') + 1);
    Some(value - 1)
}
