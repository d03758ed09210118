//! Spreadsheets: XLSX, XLSB, ODS and the XLS of Excel 97 to 2003.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Cell, Data, DataRef, Reader, Sheets};

use crate::container::Container;
use crate::grid::{Grid, Merge};
use crate::limits::{MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED};

/// A sheet that was read, and the names of all.
pub struct Sheet {
    /// The cells.
    pub grid: Grid,
    /// The name of the sheet that was read.
    pub name: String,
    /// The names of the sheets that hold something.
    pub names: Vec<String>,
}

type Book<'b> = Sheets<Cursor<&'b [u8]>>;

/// Reads the sheet of that name, or the one with most cells.
pub fn read(bytes: &[u8], kind: Container, chosen: Option<&str>) -> Result<Sheet, &'static str> {
    if kind != Container::Xls {
        check_size(bytes)?;
    }
    let cursor = Cursor::new(bytes);
    let mut book: Book = match kind {
        Container::Xlsx => Sheets::Xlsx(calamine::Xlsx::new(cursor).map_err(code)?),
        Container::Xlsb => Sheets::Xlsb(calamine::Xlsb::new(cursor).map_err(code)?),
        Container::Ods => Sheets::Ods(calamine::Ods::new(cursor).map_err(code)?),
        _ => Sheets::Xls(calamine::Xls::new(cursor).map_err(code)?),
    };
    let mut best: Option<(usize, String, Grid)> = None;
    let mut names = Vec::new();
    for name in book.sheet_names() {
        let Some(grid) = sheet(&mut book, &name)? else {
            continue;
        };
        let filled = (0..grid.rows()).filter(|row| !grid.is_blank(*row)).count();
        if filled == 0 && grid.over.is_none() {
            continue;
        }
        names.push(name.clone());
        let size = if chosen == Some(&name) {
            usize::MAX
        } else {
            filled * grid.columns()
        };
        if best.as_ref().is_none_or(|best| size > best.0) {
            best = Some((size, name, grid));
        }
    }
    let (_, name, grid) = best.ok_or("empty-file")?;
    Ok(Sheet { grid, name, names })
}

/// The code for an error of the library.
fn code(error: impl std::fmt::Debug) -> &'static str {
    let text = format!("{error:?}").to_ascii_lowercase();
    if text.contains("password") || text.contains("encrypt") {
        "encrypted-file"
    } else {
        "damaged-file"
    }
}

fn check_size(bytes: &[u8]) -> Result<(), &'static str> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| "damaged-file")?;
    let mut unpacked = 0_u64;
    for i in 0..archive.len() {
        let file = archive.by_index_raw(i).map_err(|_| "damaged-file")?;
        if file.encrypted() {
            return Err("encrypted-file");
        }
        unpacked = unpacked.saturating_add(file.size());
    }
    if unpacked > MOST_UNPACKED {
        Err("file-too-large")
    } else {
        Ok(())
    }
}

type Rows = BTreeMap<u32, BTreeMap<u32, String>>;

fn sheet(book: &mut Book, name: &str) -> Result<Option<Grid>, &'static str> {
    let mut rows = Rows::new();
    let mut merges = Vec::new();
    let mut over = None;
    match book {
        Sheets::Xlsx(book) => {
            merges = book.merge_cells_by_sheet_name(name).unwrap_or_default();
            let Ok(mut cells) = book.worksheet_cells_reader(name) else {
                return Ok(None);
            };
            over = stream(&mut rows, || cells.next_cell())?;
        }
        Sheets::Xlsb(book) => {
            let Ok(mut cells) = book.worksheet_cells_reader(name) else {
                return Ok(None);
            };
            over = stream(&mut rows, || cells.next_cell())?;
        }
        book => {
            if let Sheets::Xls(book) = book {
                merges = book.merge_cells_by_sheet_name(name).unwrap_or_default();
            }
            let range = book.worksheet_range(name).map_err(code)?;
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, cell) in range.used_cells() {
                put(
                    &mut rows,
                    &mut over,
                    (top + row as u32, left + column as u32),
                    owned(cell),
                );
            }
        }
    }
    let mut grid = Grid::default();
    grid.over = over;
    if over.is_some() {
        return Ok(Some(grid));
    }
    for row in 0..=rows.keys().next_back().copied().unwrap_or(0) {
        let cells = rows.get(&row);
        let width = cells
            .and_then(|cells| cells.keys().next_back())
            .map_or(0, |last| last + 1);
        let text = |column| {
            cells
                .and_then(|cells| cells.get(&column))
                .map_or("", String::as_str)
        };
        if !grid.push((0..width).map(text)) {
            break;
        }
    }
    grid.merges = merges
        .iter()
        .filter(|m| m.end.0 >= m.start.0 && m.end.1 >= m.start.1)
        .map(|m| Merge {
            top: m.start.0 as usize,
            left: m.start.1 as usize,
            bottom: m.end.0 as usize,
            right: m.end.1 as usize,
        })
        .collect();
    Ok(Some(grid))
}

/// Puts every cell of a sheet that is read cell by cell. Answers with the code of a limit that was passed.
fn stream<'c, E: std::fmt::Debug>(
    rows: &mut Rows,
    mut next: impl FnMut() -> Result<Option<Cell<DataRef<'c>>>, E>,
) -> Result<Option<&'static str>, &'static str> {
    let mut over = None;
    while let Some(cell) = next().map_err(code)? {
        put(
            rows,
            &mut over,
            cell.get_position(),
            referred(cell.get_value()),
        );
    }
    Ok(over)
}

fn put(rows: &mut Rows, over: &mut Option<&'static str>, at: (u32, u32), text: String) {
    if text.trim().is_empty() {
        return;
    }
    if at.0 as usize >= MOST_ROWS {
        *over = Some("too-many-rows");
    } else if at.1 as usize >= MOST_COLUMNS {
        *over = Some("too-many-columns");
    } else {
        rows.entry(at.0).or_default().insert(at.1, text);
    }
}

fn referred(value: &DataRef) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        other => owned(&Data::from(other.clone())),
    }
}

fn owned(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(n) => n.to_string(),
        Data::Float(n) if n.fract() == 0.0 && n.abs() < 1e15 => format!("{n:.0}"),
        Data::Float(n) => n.to_string(),
        Data::Bool(truth) => truth.to_string(),
        // Never a number: a day is no count of votes.
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Error(error) => error.to_string(),
    }
}
