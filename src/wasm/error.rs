//! Problems → a JavaScript `Error` with `name`, `code`, `problems` and `total`.

use super::js::{self, set};
use crate::problem::Problems;
use wasm_bindgen::JsValue;

/// The error to throw; its code is the first problem's. The small build knows only that something is wrong, and says
/// that the full one is needed.
pub fn thrown(name: &str, problems: &Problems) -> JsValue {
    if !crate::FULL {
        let error = js::error("the full module knows");
        set(&error, "code", &"needs-full".into());
        return error;
    }
    let first = problems.list().first();
    let message = first.map_or(String::new(), |first| match first.path.as_str() {
        "" => first.message.clone(),
        path => {
            let mut message = path.to_owned();
            message.push_str(": ");
            message.push_str(&first.message);
            message
        }
    });
    let error = js::error(&message);
    set(&error, "name", &name.into());
    set(&error, "code", &first.map_or("", |first| first.code).into());
    if let Ok(list) = super::plain(&problems.list()) {
        set(&error, "problems", &list);
    }
    set(&error, "total", &(problems.total() as f64).into());
    error
}
