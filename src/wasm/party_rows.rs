//! The tally by party: a large election has hundreds of rows, of which an edit changes a handful. Only those cross; the
//! others are the objects of the report before.

use super::convert::to_js;
use crate::report::PartyRow;
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

/// The rows last handed out.
#[derive(Default)]
pub struct PartyRows {
    rows: Vec<PartyRow>,
    /// Their objects, which nobody can change.
    objects: Array,
}

impl PartyRows {
    /// A list of the caller's own with a frozen object for each row.
    ///
    /// # Errors
    /// As [`to_js`]; the next call then begins anew.
    pub fn list(&mut self, rows: Vec<PartyRow>) -> Result<JsValue, JsValue> {
        let mut before = std::mem::take(&mut self.rows);
        // Independents, who come last, need not be there.
        if before.len() != rows.len() {
            before.clear();
            self.objects = Array::new();
        }
        for (i, row) in rows.iter().enumerate() {
            if before.get(i) != Some(row) {
                let object = Object::freeze(to_js(row)?.unchecked_ref::<Object>());
                self.objects.set(i as u32, object.into());
            }
        }
        self.rows = rows;
        Ok(self.objects.slice(0, self.objects.length()).into())
    }
}
