//! Tables of HTML: saved pages, pasted tables, "spreadsheets" that are pages.

use html5gum::{DefaultEmitter, Token, Tokenizer};

use crate::grid::{Grid, Merge};

/// The most columns or rows one cell may span.
const MOST_SPAN: usize = 1_000;

#[derive(Default)]
struct Cell {
    text: String,
    columns: usize,
    rows: usize,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<Cell>>,
    in_cell: bool,
}

impl Table {
    fn cells(&self) -> usize {
        self.rows.iter().map(Vec::len).sum()
    }
}

/// All tables of a page that have cells, in the page's order.
pub fn tables(text: &str) -> Vec<Grid> {
    let mut open: Vec<Table> = Vec::new();
    let mut done: Vec<Table> = Vec::new();
    let mut hidden = 0_usize;
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => {
                let span = |name: &[u8]| {
                    let value = tag.attributes.get(name)?;
                    std::str::from_utf8(value)
                        .ok()?
                        .trim()
                        .parse::<usize>()
                        .ok()
                };
                match tag.name.as_slice() {
                    b"table" => open.push(Table::default()),
                    b"tr" => {
                        if open.is_empty() {
                            open.push(Table::default());
                        }
                        if let Some(table) = open.last_mut() {
                            table.rows.push(Vec::new());
                            table.in_cell = false;
                        }
                    }
                    b"td" | b"th" => {
                        if let Some(table) = open.last_mut() {
                            if table.rows.is_empty() {
                                table.rows.push(Vec::new());
                            }
                            let columns = span(b"colspan").unwrap_or(1).clamp(1, MOST_SPAN);
                            let rows = span(b"rowspan").unwrap_or(1).clamp(1, MOST_SPAN);
                            if let Some(row) = table.rows.last_mut() {
                                row.push(Cell {
                                    text: String::new(),
                                    columns,
                                    rows,
                                });
                            }
                            table.in_cell = true;
                        }
                    }
                    b"br" | b"p" | b"div" | b"li" => add(&mut open, hidden, " "),
                    b"script" | b"style" | b"sup" if !tag.self_closing => hidden += 1,
                    _ => {}
                }
            }
            Token::EndTag(tag) => match tag.name.as_slice() {
                b"table" => done.extend(open.pop()),
                b"td" | b"th" | b"tr" => {
                    if let Some(table) = open.last_mut() {
                        table.in_cell = false;
                    }
                    hidden = 0;
                }
                b"script" | b"style" | b"sup" => hidden = hidden.saturating_sub(1),
                _ => {}
            },
            Token::String(text) => add(&mut open, hidden, &String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    done.extend(open);
    done.retain(|table| table.cells() > 0);
    done.iter().map(grid).collect()
}

fn add(open: &mut [Table], hidden: usize, text: &str) {
    if let Some(table) = open.last_mut()
        && table.in_cell
        && hidden == 0
        && let Some(cell) = table.rows.last_mut().and_then(|row| row.last_mut())
    {
        cell.text.push_str(text);
    }
}

fn grid(table: &Table) -> Grid {
    let mut grid = Grid::default();
    let mut merges: Vec<Merge> = Vec::new();
    // Down to which row each column is taken by a cell that began higher up.
    let mut taken: Vec<usize> = Vec::new();
    for (r, row) in table.rows.iter().enumerate() {
        let mut cells: Vec<String> = Vec::new();
        for cell in row {
            while taken.get(cells.len()).is_some_and(|until| *until > r) {
                cells.push(String::new());
            }
            let left = cells.len();
            let text: Vec<&str> = cell.text.split_whitespace().collect();
            cells.push(text.join(" "));
            cells.resize(left + cell.columns, String::new());
            if taken.len() < cells.len() {
                taken.resize(cells.len(), 0);
            }
            taken[left..]
                .iter_mut()
                .take(cell.columns)
                .for_each(|until| *until = r + cell.rows);
            if cell.rows > 1 || cell.columns > 1 {
                let (bottom, right) = (r + cell.rows - 1, left + cell.columns - 1);
                merges.push(Merge {
                    top: r,
                    left,
                    bottom,
                    right,
                });
            }
            if cells.len() > 2 * MOST_SPAN {
                break;
            }
        }
        if !grid.push(cells.iter().map(String::as_str)) {
            break;
        }
    }
    grid.merges = merges;
    grid
}
