//! From bytes to a table: what kind of file it is, how its text is written, how cells are apart.

use serde_json::Value;

use crate::container::{self, Container};
use crate::decisions::Decisions;
use crate::encoding;
use crate::grid::{Grid, letters, place};
use crate::html;
use crate::limits::MOST_BYTES;
use crate::party_totals;
use crate::problems::Found;
use crate::recipe::Recipe;
use crate::records;
use crate::separated;

/// How a file was opened.
#[derive(Debug, Clone, Default)]
pub struct Opened {
    /// Kind of file.
    pub container: &'static str,
    /// Sheet that was read.
    pub sheet: Option<String>,
    /// Encoding of the text.
    pub encoding: Option<String>,
    /// Separator of the cells.
    pub separator: Option<&'static str>,
}

/// What a file holds.
pub enum Content {
    /// A table.
    Table(Grid),
    /// An election in our own format.
    Dataset(Value),
}

/// What was opened, or the problem that keeps the file from being read.
type Opening<T> = Result<T, Box<Found>>;

fn fails(code: &'static str) -> Box<Found> {
    Box::new(Found::file(code))
}

/// Opens a file.
pub fn open(
    bytes: &[u8],
    recipe: &Recipe,
    decisions: &mut Decisions,
    opened: &mut Opened,
) -> Opening<Content> {
    if bytes.len() > MOST_BYTES {
        return Err(fails("file-too-large"));
    }
    let kind = container::kind(bytes).map_err(fails)?;
    opened.container = kind.word();
    let content = match kind {
        Container::Text | Container::Html | Container::Json => {
            text(bytes, recipe, decisions, opened)?
        }
        kind => Content::Table(sheet(bytes, kind, recipe, decisions, opened)?),
    };
    let Content::Table(mut grid) = content else {
        return Ok(content);
    };
    if let Some(code) = grid.over {
        return Err(fails(code));
    }
    corrections(&mut grid, recipe, decisions);
    Ok(Content::Table(grid))
}

#[cfg(feature = "sheets")]
fn sheet(
    bytes: &[u8],
    kind: Container,
    recipe: &Recipe,
    decisions: &mut Decisions,
    opened: &mut Opened,
) -> Opening<Grid> {
    let chosen = recipe.get("sheet");
    let sheet = crate::sheet::read(bytes, kind, chosen).map_err(fails)?;
    let decision = decisions.add("sheet", "sheet", &sheet.name, Vec::new());
    decision.asked = sheet.names.len() > 1 && chosen.is_none();
    decision.by_reader = chosen == Some(sheet.name.as_str());
    decision.options = sheet.names;
    opened.sheet = Some(sheet.name);
    Ok(sheet.grid)
}

#[cfg(not(feature = "sheets"))]
fn sheet(_: &[u8], _: Container, _: &Recipe, _: &mut Decisions, _: &mut Opened) -> Opening<Grid> {
    Err(fails("no-sheets"))
}

fn text(
    bytes: &[u8],
    recipe: &Recipe,
    decisions: &mut Decisions,
    opened: &mut Opened,
) -> Opening<Content> {
    let chosen = recipe
        .get("encoding")
        .map(|name| name.trim_end_matches(" (mark)"));
    let decoded = encoding::decode(bytes, chosen);
    let text = decoded.text.as_str();
    if text.trim().is_empty() {
        return Err(fails("empty-file"));
    }
    if text.contains('\0') {
        return Err(fails("unknown-kind"));
    }
    let code = if decoded.certain {
        "encoding"
    } else {
        "encoding-guessed"
    };
    let decision = decisions.add("encoding", code, &decoded.name, Vec::new());
    decision.by_reader = chosen.is_some();
    decision.asked = !decoded.certain;
    decision.options = ["utf-8", "utf-16-le", "utf-16-be", "windows-1252"]
        .into_iter()
        .chain(decoded.other)
        .map(str::to_owned)
        .collect();
    if decoded.damaged {
        decisions.note("encoding-damaged", vec![("chosen", decoded.name.clone())]);
    }
    opened.encoding = Some(decoded.name.clone());
    let kind = container::of_text(text);
    opened.container = kind.word();
    match kind {
        Container::Json => json(text),
        Container::Html => page(text, recipe, decisions).map(Content::Table),
        _ => separated(text, recipe, decisions, opened).map(Content::Table),
    }
}

fn json(text: &str) -> Opening<Content> {
    let root: Value = match serde_json::from_str(text) {
        Ok(root) => root,
        Err(error) => {
            let mut problem = Found::file("bad-json");
            problem.cell = Some(error.to_string());
            return Err(Box::new(problem));
        }
    };
    if root["format"].is_number() && root["constituencies"].is_array() {
        return Ok(Content::Dataset(root));
    }
    records::grid(&root)
        .map(Content::Table)
        .ok_or_else(|| fails("unknown-kind"))
}

fn page(text: &str, recipe: &Recipe, decisions: &mut Decisions) -> Opening<Grid> {
    let tables = html::tables(text);
    let size = |grid: &Grid| grid.rows() * grid.columns();
    let largest = (0..tables.len()).rev().max_by_key(|i| size(&tables[*i]));
    let chosen = recipe
        .get("table")
        .and_then(|n| n.parse::<usize>().ok()?.checked_sub(1));
    let at = chosen.filter(|at| *at < tables.len()).or(largest);
    let at = at.ok_or_else(|| fails("unknown-kind"))?;
    let count = tables.len();
    let decision = decisions.add("table", "table", &(at + 1).to_string(), Vec::new());
    decision.options = (1..=count).map(|n| n.to_string()).collect();
    decision.by_reader = chosen == Some(at);
    decision.asked = count > 1 && chosen.is_none();
    tables
        .into_iter()
        .nth(at)
        .ok_or_else(|| fails("unknown-kind"))
}

fn separated(
    text: &str,
    recipe: &Recipe,
    decisions: &mut Decisions,
    opened: &mut Opened,
) -> Opening<Grid> {
    let chosen = recipe.get("separator").and_then(separated::by_word);
    if chosen.is_none()
        && let Some(grid) = party_totals::list(text)
    {
        return Ok(grid);
    }
    let (named, text) = match separated::named(text) {
        Some((separator, rest)) => (Some(separator), rest),
        None => (None, text),
    };
    let separator = chosen.or(named).unwrap_or_else(|| separated::guess(text));
    let word = separated::word(separator);
    opened.separator = Some(word);
    let decision = decisions.add("separator", "separator", word, Vec::new());
    decision.options = [",", ";", "tab", "|"].map(str::to_owned).to_vec();
    decision.by_reader = chosen.is_some();
    let table = separated::read(text, separator, usize::from(named.is_some()));
    if let Some((row, column)) = table.open {
        let start: String = table.grid.cell(row, column).chars().take(40).collect();
        let mut problem = Found::cell("quote-open", row, column, &start);
        problem.left_out = true;
        return Err(Box::new(problem));
    }
    if table.unwrapped {
        decisions.note("unwrapped", Vec::new());
    }
    Ok(table.grid)
}

/// Cells that the reader corrected: `cell.L12` → the new text.
fn corrections(grid: &mut Grid, recipe: &Recipe, decisions: &mut Decisions) {
    for (name, text) in recipe.under("cell.") {
        let Some((row, column)) = place(name) else {
            continue;
        };
        if row >= grid.rows() || column > grid.columns() {
            continue;
        }
        let cell = grid.cell(row, column).to_owned();
        let at = format!("{}{}", letters(column), row + 1);
        let values = vec![("letter", at), ("cell", cell)];
        let decision = decisions.add(&format!("cell.{name}"), "correction", text, values);
        (decision.by_reader, decision.this_file) = (true, true);
        grid.change(row, column, text.to_owned());
    }
}
