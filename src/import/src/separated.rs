//! Separated text: comma, semicolon, tab or pipe.

use std::collections::BTreeMap;

use csv::ByteRecord;

use crate::grid::Grid;

/// Separators that are tried.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Rows that are looked at to find the separator.
const SAMPLE: usize = 200;

/// The word for a separator in a reading.
pub fn word(separator: u8) -> &'static str {
    match separator {
        b'\t' => "tab",
        b';' => ";",
        b'|' => "|",
        _ => ",",
    }
}

/// The separator a word stands for.
pub fn by_word(word: &str) -> Option<u8> {
    SEPARATORS
        .into_iter()
        .find(|separator| self::word(*separator) == word)
}

/// Text without the line `sep=;` that some programs write first, and the separator it names.
pub fn named(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let name = first
        .trim_end_matches('\r')
        .trim_matches('"')
        .strip_prefix("sep=")?;
    let separator = name.bytes().next()?;
    SEPARATORS.contains(&separator).then_some((separator, rest))
}

/// The separator with which most rows have one width; then the widest.
pub fn guess(text: &str) -> u8 {
    let mut best = (0, 0, b',');
    for separator in SEPARATORS {
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        let mut reader = reader(text, separator, true);
        let mut record = ByteRecord::new();
        for _ in 0..SAMPLE {
            if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
                break;
            }
            if record.len() > 1 {
                *widths.entry(record.len()).or_default() += 1;
            }
        }
        let most = widths
            .iter()
            .max_by_key(|(width, count)| (**count, **width));
        if let Some((width, count)) = most
            && (*count, *width) > (best.0, best.1)
        {
            best = (*count, *width, separator);
        }
    }
    best.2
}

fn reader(text: &str, separator: u8, quotes: bool) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .quoting(quotes)
        .from_reader(text.as_bytes())
}

/// A table, and the cell whose quotation mark is never closed.
pub struct Separated {
    /// The cells.
    pub grid: Grid,
    /// The first cell that swallows rows because a quotation mark stays open.
    pub open: Option<(usize, usize)>,
    /// Whether rows were wrapped whole in quotation marks and had to be opened.
    pub unwrapped: bool,
}

/// Reads separated text. `first_row` blank rows go before it, to count a `sep=` line.
pub fn read(text: &str, separator: u8, first_row: usize) -> Separated {
    if is_plain(text) {
        return Separated {
            grid: plain(text, separator, first_row),
            open: None,
            unwrapped: false,
        };
    }
    let table = read_with(text, separator, first_row, true);
    // Tabs seldom stand in quotation marks: a mark at the start of a cell belongs to a name.
    if separator == b'\t' && table.open.is_some() {
        return read_with(text, separator, first_row, false);
    }
    table
}

/// Whether nothing but separators and ends of lines keeps cells apart: no quotation marks, no
/// carriage returns alone.
fn is_plain(text: &str) -> bool {
    let mut after_returns = text.split('\r').skip(1);
    !text.contains('"') && after_returns.all(|rest| rest.starts_with('\n') || rest.is_empty())
}

/// Reads such text, which needs no parser: most large files are like that.
fn plain(text: &str, separator: u8, first_row: usize) -> Grid {
    let mut grid = Grid::default();
    let separator = char::from(separator);
    let mut blank = first_row;
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.is_empty() {
            blank += 1;
            continue;
        }
        for _ in 0..std::mem::take(&mut blank) {
            grid.push([].into_iter());
        }
        if !grid.push(line.split(separator)) {
            break;
        }
    }
    grid
}

fn read_with(text: &str, separator: u8, first_row: usize, quotes: bool) -> Separated {
    let mut grid = Grid::default();
    let (mut open, mut unwrapped) = (None, false);
    for _ in 0..first_row {
        grid.push([].into_iter());
    }
    let odd_quotes = quotes && text.bytes().filter(|b| *b == b'"').count() % 2 == 1;
    let mut reader = reader(text, separator, quotes);
    let mut record = ByteRecord::new();
    let mut line = 1;
    let mut width = 0;
    while matches!(reader.read_byte_record(&mut record), Ok(true)) {
        let next = reader.position().line();
        let newlines: usize = record
            .iter()
            .map(|cell| cell.iter().filter(|b| **b == b'\n').count())
            .sum();
        // The parser passes over blank rows; a spreadsheet counts them.
        let blank = (next - line).saturating_sub(1 + newlines as u64);
        line = next;
        for _ in 0..blank {
            if !grid.push([].into_iter()) {
                break;
            }
        }
        if newlines > 0 && odd_quotes && open.is_none() {
            open = record
                .iter()
                .position(|cell| cell.contains(&b'\n') && cell.contains(&separator))
                .map(|column| (grid.rows(), column));
        }
        let cells = record
            .iter()
            .map(|cell| std::str::from_utf8(cell).unwrap_or_default());
        let whole = record.len() == 1 && width > 1 && record[0].contains(&separator);
        let pushed = if whole && quotes {
            unwrapped = true;
            let inner = String::from_utf8_lossy(&record[0]).into_owned();
            let mut again = self::reader(&inner, separator, true);
            let row = again.records().flatten().next().unwrap_or_default();
            grid.push(row.iter())
        } else {
            width = width.max(record.len());
            grid.push(cells)
        };
        if !pushed {
            break;
        }
    }
    Separated {
        grid,
        open,
        unwrapped,
    }
}
