//! Values on their way in and out.

use crate::decode::Value;
use crate::problem::Problems;
use js_sys::{Error, Reflect};
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

/// JSON text for a value, "null" where there is none. One pass over text in Rust takes a fraction of the time that
/// asking JavaScript for every field would. And where a getter of the caller's throws, `JSON.stringify` says so; an
/// exception that crossed the core would leave the calculator in use for ever.
#[cfg(feature = "full")]
pub fn json_text(value: &JsValue) -> String {
    let text = js_sys::JSON::stringify(value).ok();
    text.and_then(|text| text.as_string())
        .unwrap_or_else(|| "null".to_owned())
}

/// Hands a value over as it was given.
#[cfg(feature = "full")]
pub fn with_value<T>(js: &JsValue, read: impl FnOnce(&Value) -> T) -> T {
    read(&serde_json::from_str(&json_text(js)).unwrap_or(Value::Null))
}

/// Hands a value over as it was given. A parser of JSON text would add a sixth to the small module.
#[cfg(not(feature = "full"))]
pub fn with_value<T>(js: &JsValue, read: impl FnOnce(&Value) -> T) -> T {
    read(&value(js))
}

/// The value with all that is in it.
#[cfg(not(feature = "full"))]
fn value(js: &JsValue) -> Value<'static> {
    use js_sys::{Array, Object};
    use wasm_bindgen::JsCast;

    if let Some(text) = js.as_string() {
        Value::Text(text.into())
    } else if let Some(number) = js.as_f64() {
        Value::Number(number)
    } else if let Some(truth) = js.as_bool() {
        Value::Bool(truth)
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

/// The error to throw: its code and message are the first problem's.
#[cfg(feature = "full")]
pub fn thrown(name: &str, problems: &Problems) -> JsValue {
    let first = problems.list().first();
    let message = first.map_or(String::new(), |first| match first.path.as_str() {
        "" => first.message.clone(),
        path => format!("{path}: {}", first.message),
    });
    let error = Error::new(&message);
    error.set_name(name);
    set(&error, "code", first.map_or("", |first| first.code));
    set(
        &error,
        "problems",
        to_js(problems.list()).unwrap_or_default(),
    );
    set(&error, "total", problems.total() as f64);
    error.into()
}

/// The error to throw: something is wrong, and the full module can tell what.
#[cfg(not(feature = "full"))]
pub fn thrown(_: &str, _: &Problems) -> JsValue {
    let error = Error::new("the full module knows");
    set(&error, "code", "needs-full");
    error.into()
}
