//! Which rows name the columns.

use crate::grid::Grid;
use crate::numbers;
use crate::roles;

/// Rows in which the header is looked for.
const SAMPLE: usize = 30;
/// The most rows a header has.
const MOST_ROWS: usize = 3;

/// The rows of a header, and the labels of each column from the top row down.
#[derive(Debug, Clone)]
pub struct Header {
    /// First row, from 0.
    pub first: usize,
    /// Last row.
    pub last: usize,
    /// Labels of each column.
    pub labels: Vec<Vec<String>>,
}

impl Header {
    /// The label of a column as people call it: the lowest one.
    pub fn label(&self, column: usize) -> &str {
        self.labels
            .get(column)
            .and_then(|parts| parts.last())
            .map_or("", String::as_str)
    }
}

/// Finds the header: the row of the first 30 with most known labels (at least 2), with the rows
/// above and below that belong to it.
pub fn find(grid: &Grid) -> Option<Header> {
    let rows = grid.rows().min(SAMPLE);
    let mut best = (1, 0, 0);
    for row in 0..rows {
        let filled: Vec<&str> = grid
            .row(row)
            .filter(|cell| !cell.trim().is_empty())
            .collect();
        let numbers = filled.iter().filter(|cell| is_number(cell)).count();
        let known = filled.iter().filter(|cell| roles::is_known(cell)).count();
        if numbers * 2 < filled.len().max(1)
            && (known, filled.len()) > (best.0, best.1)
            && known > 1
        {
            best = (known, filled.len(), row);
        }
    }
    (best.0 > 1).then(|| around(grid, best.2))
}

/// The header in rows that the reader names: `3` or `3-4`, from 1.
pub fn chosen(grid: &Grid, rows: &str) -> Option<Header> {
    let (first, last) = rows.split_once('-').unwrap_or((rows, rows));
    let first = first.trim().parse::<usize>().ok()?.checked_sub(1)?;
    let last = last.trim().parse::<usize>().ok()?.checked_sub(1)?;
    let sound = first <= last && last < grid.rows() && last - first < MOST_ROWS;
    sound.then(|| labelled(grid, first, last))
}

fn is_number(cell: &str) -> bool {
    numbers::votes(cell, false).is_ok() || numbers::is_share(cell)
}

fn around(grid: &Grid, main: usize) -> Header {
    let (mut first, mut last) = (main, main);
    while first > 0 && last - first + 1 < MOST_ROWS && belongs_above(grid, first - 1) {
        first -= 1;
    }
    while last - first + 1 < MOST_ROWS && belongs_below(grid, main, last + 1) {
        last += 1;
    }
    labelled(grid, first, last)
}

/// A row above belongs to the header if it is indented or has several cells, and no number.
fn belongs_above(grid: &Grid, row: usize) -> bool {
    let filled = grid.row(row).filter(|cell| !cell.trim().is_empty());
    let (count, numbers) = filled.fold((0, 0), |(count, numbers), cell| {
        (count + 1, numbers + usize::from(is_number(cell)))
    });
    let indented = grid.cell(row, 0).trim().is_empty();
    // A title with a note beside it is no header.
    let long = grid.row(row).any(|cell| cell.chars().count() > 80);
    count > 0 && numbers == 0 && !long && (indented || count > 2)
}

/// A row below belongs to it while it fills holes and holds no number.
fn belongs_below(grid: &Grid, main: usize, row: usize) -> bool {
    let filled: Vec<usize> = (0..grid.columns())
        .filter(|c| !grid.cell(row, *c).trim().is_empty())
        .collect();
    let Some(first) = filled.first() else {
        return false;
    };
    let numbers = filled
        .iter()
        .any(|column| is_number(grid.cell(row, *column)));
    // Cells that stand under a label of their own, which no merged cell above explains.
    let leads = grid
        .merges
        .iter()
        .any(|m| m.top == main && m.left == *first && m.right > m.left);
    let doubled = grid.cell(main, *first).trim().is_empty() || leads || *first > 1;
    filled.len() > 1 && !numbers && *first > 0 && doubled
}

fn labelled(grid: &Grid, first: usize, last: usize) -> Header {
    let mut labels = vec![Vec::new(); grid.columns()];
    for row in first..=last {
        let mut before = String::new();
        for (column, parts) in labels.iter_mut().enumerate() {
            let mut label = grid
                .cell(row, column)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let merged = grid
                .merges
                .iter()
                .any(|m| (m.top..=m.bottom).contains(&row) && m.left < column && column <= m.right);
            let merged_down = grid
                .merges
                .iter()
                .any(|m| m.top < row && row <= m.bottom && (m.left..=m.right).contains(&column));
            // Blank cells of all rows but the last repeat the label to their left.
            let spreads = row < last && (merged || grid.merges.is_empty());
            if label.is_empty() && spreads && !merged_down {
                label.clone_from(&before);
            } else {
                before.clone_from(&label);
            }
            if !label.is_empty() {
                parts.push(label);
            }
        }
    }
    Header {
        first,
        last,
        labels,
    }
}
