//! What only the full module has: analyses, pictures and facts, and reading that says what is wrong.

mod analysis;
mod chance;
mod chart;
mod claims;
mod comparison;
mod facts;
mod feed;
mod hemicycle;
mod sweep;

pub use claims::Claims;

use super::convert::{set, to_js};
use super::{ScenarioValue, scenario_error};
use crate::decode::Value;
use crate::election::Election;
use crate::problem::Problems;
use crate::scenario::{Scenario, notation};
use js_sys::Error;
use wasm_bindgen::prelude::*;

/// Reports panics to the console, because the trap that follows says neither where nor why.
#[wasm_bindgen(start)]
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&format!("seat calculator: {panic}").into());
    }));
}

/// The canonical text of a scenario: same scenario, same text. Throws a `ScenarioError`.
#[wasm_bindgen(js_name = formatScenario)]
pub fn format_scenario(scenario: &ScenarioValue) -> Result<String, JsValue> {
    let scenario = self::scenario(scenario.as_ref()).map_err(scenario_error)?;
    notation::format(&scenario).map_err(scenario_error)
}

/// The election of a dataset, an object or its JSON text.
///
/// # Errors
/// All problems of it.
pub fn election(dataset: &JsValue) -> Result<Election, Problems> {
    match dataset.as_string() {
        Some(text) => Election::from_json(&text),
        None => with_value(dataset, Election::from_value),
    }
}

/// The scenario of an object.
///
/// # Errors
/// All problems of it.
pub fn scenario(object: &JsValue) -> Result<Scenario, Problems> {
    with_value(object, Scenario::from_value)
}

/// JSON text for a value, "null" where there is none. One pass over text in Rust takes a fraction of the time that
/// asking JavaScript for every field would. And where a getter of the caller's throws, `JSON.stringify` says so; an
/// exception that crossed the core would leave the calculator in use for ever.
pub fn json_text(value: &JsValue) -> String {
    let text = js_sys::JSON::stringify(value).ok();
    text.and_then(|text| text.as_string())
        .unwrap_or_else(|| "null".to_owned())
}

/// Hands a value over as it was given.
pub fn with_value<T>(js: &JsValue, read: impl FnOnce(&Value) -> T) -> T {
    read(&serde_json::from_str(&json_text(js)).unwrap_or(Value::Null))
}

/// The error to throw: its code and message are the first problem's.
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
    set(&error, "all", to_js(problems.all()).unwrap_or_default());
    set(&error, "total", problems.total() as f64);
    error.into()
}
