//! Values on their way out.

use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// A plain object or list, with `null` for what is missing.
///
/// # Errors
/// Where a number is larger than JavaScript holds exactly, which no answer has.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer)?)
}

/// Sets a field of a fresh object, which cannot fail.
pub fn set(object: &JsValue, name: &str, value: impl Into<JsValue>) {
    let _ = Reflect::set(object, &name.into(), &value.into());
}
