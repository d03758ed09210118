//! The importer in the browser: a file that stays open while its reader takes decisions. What was
//! read crosses as a small object, the table by windows of rows, the election as JSON text.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::constituency_list::Constituencies;
use crate::reading::{complete, open};
use crate::{Grid, Reading, Recipe, Summary, csv, summary, to_text};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm/types.d.ts");

#[wasm_bindgen]
extern "C" {
    /// What was read.
    #[wasm_bindgen(typescript_type = "Reading")]
    pub type ReadingValue;
    /// Rows of the table.
    #[wasm_bindgen(typescript_type = "TableRow[]")]
    pub type RowsValue;
}

/// Reports panics to the console, because the trap that follows says neither where nor why.
#[wasm_bindgen(start)]
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&format!("seat calculator, import: {panic}").into());
    }));
}

/// A file and what was last read of it.
#[wasm_bindgen]
#[derive(Default)]
pub struct Import {
    bytes: Vec<u8>,
    name: String,
    reading: Reading,
    table: Option<Grid>,
    /// What is not yet written into the dataset.
    constituencies: Option<Constituencies>,
}

/// A reading, with the size of its table and what its house comes to.
#[derive(Serialize)]
struct Answer<'r> {
    #[serde(flatten)]
    reading: &'r Reading,
    #[serde(flatten)]
    summary: Summary,
    seats: usize,
    rows: usize,
    skipped: usize,
}

/// A row of the table.
#[derive(Serialize)]
struct Row<'t> {
    row: usize,
    skipped: Option<&'static str>,
    cells: Vec<&'t str>,
}

#[wasm_bindgen]
impl Import {
    /// Opens a file, or pasted text with the name "".
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>, name: String) -> Import {
        Import {
            bytes,
            name,
            ..Import::default()
        }
    }

    /// Reads the file as a recipe (JSON text) says; "" decides nothing. Throws an `Error` where
    /// that is no recipe; what was read before then stays.
    pub fn read(&mut self, recipe: &str) -> Result<ReadingValue, JsValue> {
        let recipe = match recipe {
            "" => Ok(Recipe::default()),
            text => Recipe::parse(text),
        };
        let recipe = recipe.map_err(|message| js_sys::Error::new(&message))?;
        (self.reading, self.table, self.constituencies) = open(&self.bytes, &self.name, &recipe);
        let value = to_js(&Answer {
            reading: &self.reading,
            summary: summary(&self.reading),
            seats: self.reading.seats.len(),
            rows: self.table.as_ref().map_or(0, Grid::rows),
            skipped: self.reading.skipped.len(),
        })?;
        Ok(value.unchecked_into())
    }

    /// `count` rows of the table beginning with number `from` (from 1), as they are read:
    /// corrections are in them.
    pub fn rows(&self, from: usize, count: usize) -> Result<RowsValue, JsValue> {
        let Some(table) = &self.table else {
            return Ok(js_sys::Array::new().unchecked_into());
        };
        let last = from.saturating_add(count).min(table.rows() + 1);
        let skipped = &self.reading.skipped;
        let rows: Vec<Row> = (from.max(1)..last)
            .map(|row| Row {
                row,
                skipped: skipped
                    .binary_search_by_key(&row, |(skipped, _)| *skipped)
                    .ok()
                    .map(|at| skipped[at].1),
                cells: table.row(row - 1).collect(),
            })
            .collect();
        Ok(to_js(&rows)?.unchecked_into())
    }

    /// The election in the data format under an id of its own, as JSON text; `undefined` where
    /// nothing can be read.
    pub fn dataset(&mut self, id: &str) -> Option<String> {
        complete(&mut self.reading, self.constituencies.take());
        let dataset = self.reading.dataset.as_mut()?;
        dataset["id"] = id.into();
        Some(to_text(dataset))
    }

    /// The decisions as a recipe for the next file of this shape, as JSON text.
    pub fn recipe(&self) -> String {
        self.reading.recipe().to_json()
    }

    /// The election as a table of candidates; "" where nothing can be read.
    pub fn csv(&mut self) -> String {
        complete(&mut self.reading, self.constituencies.take());
        self.reading.dataset.as_ref().map(csv).unwrap_or_default()
    }
}

/// A plain object or list, with `null` for what is missing.
fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer)?)
}
