//! What has one value per constituency, as typed arrays.

use super::convert::set;
use crate::report::Columns;
use js_sys::{Float64Array, Object, Uint8Array, Uint16Array};
use wasm_bindgen::JsValue;

/// The columns of a report, each in a buffer of its own, so that they stay good after the next call.
pub fn report_columns(columns: &Columns) -> JsValue {
    let object = Object::new();
    let wide = |name, column: &[u16]| set(&object, name, Uint16Array::from(column));
    wide("party", &columns.party);
    wide("alliance", &columns.alliance);
    wide("winner", &columns.winner);
    wide("runnerUp", &columns.runner_up);
    wide("runnerUpParty", &columns.runner_up_party);
    let exact = |name, column: &[f64]| set(&object, name, Float64Array::from(column));
    exact("margin", &columns.margin);
    exact("marginShare", &columns.margin_share);
    let narrow = |name, column: &[u8]| set(&object, name, Uint8Array::from(column));
    narrow("status", &columns.status);
    narrow("changed", &columns.changed);
    object.into()
}
