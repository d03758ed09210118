//! JavaScript values as [`Value`]s. The small module reads its data file and its edits so: a parser of JSON text would
//! add a sixth to it.

use crate::decode::Value;
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// The value with all that is in it.
pub fn value(js: &JsValue) -> Value<'static> {
    if let Some(text) = js.as_string() {
        Value::Text(text.into())
    } else if let Some(number) = js.as_f64() {
        Value::Number(number)
    } else if let Some(truth) = js.as_bool() {
        Value::Bool(truth)
    } else if js.is_undefined() {
        Value::Missing
    } else if let Some(items) = js.dyn_ref::<Array>() {
        Value::List(items.iter().map(|item| value(&item)).collect())
    } else if let Some(object) = js.dyn_ref::<Object>() {
        let entries = Object::entries(object);
        let field = |entry: JsValue| {
            let entry: Array = entry.unchecked_into();
            let name = entry.get(0).as_string().unwrap_or_default();
            (name.into(), value(&entry.get(1)))
        };
        Value::Object(entries.iter().map(field).collect())
    } else {
        Value::Null
    }
}
