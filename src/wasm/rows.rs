//! The tally by party: a large election has hundreds of rows, of which an edit changes a handful. Only those cross; the
//! others are the objects of the report before.

use super::{js, plain};
use crate::report::PartyRow;
use wasm_bindgen::prelude::*;

/// The rows last handed out.
pub struct Kept {
    rows: Vec<PartyRow>,
    /// The list of their objects, which nobody else has.
    list: JsValue,
}

impl Kept {
    /// None so far.
    pub fn new() -> Kept {
        Kept {
            rows: Vec::new(),
            list: JsValue::UNDEFINED,
        }
    }

    /// A list of the caller's own with a frozen object for each row.
    ///
    /// # Errors
    /// Where a page has broken what this asks of JavaScript; the next call then begins anew.
    pub fn list(&mut self, rows: Vec<PartyRow>) -> Result<JsValue, JsValue> {
        let mut before = std::mem::take(&mut self.rows);
        // Independents, who come last, need not be there.
        if before.len() != rows.len() {
            before.clear();
            self.list = js::parse("[]")?;
        }
        for (i, row) in rows.iter().enumerate() {
            if before.get(i) != Some(row) {
                let object = plain(row)?;
                js::freeze(&object);
                js::place(&self.list, i, &object);
            }
        }
        self.rows = rows;
        js::copy(&self.list)
    }
}
