//! What the small module does in its own way: it reads objects without saying what is wrong with them. The full module's derived
//! reading, and a parser of JSON text, would add a third to it; what cannot be read here is left to that.

use super::convert::set;
use crate::decode::Value;
use crate::election::Election;
use crate::problem::Problems;
use crate::scenario::{Award, Chosen, Edit, Scenario, Stance};
use js_sys::{Array, Error, Object};
use wasm_bindgen::{JsCast, JsValue};

/// The election of a dataset object.
///
/// # Errors
/// That something is wrong with it.
pub fn election(dataset: &JsValue) -> Result<Election, Problems> {
    Election::from_value(&value(dataset))
}

/// The scenario of an object.
///
/// # Errors
/// That it is none of awards and stances only.
pub fn scenario(object: &JsValue) -> Result<Scenario, Problems> {
    awards_and_stances(&value(object))
        .ok_or_else(|| Problems::one("", "needs-full", "the full module knows"))
}

/// The error to throw: something is wrong, and the full module can tell what.
pub fn thrown(_: &str, _: &Problems) -> JsValue {
    let error = Error::new("the full module knows");
    set(&error, "code", "needs-full");
    error.into()
}

/// The value with all that is in it.
fn value(js: &JsValue) -> Value<'static> {
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

/// The scenario, if it holds nothing but awards and stances.
fn awards_and_stances(value: &Value) -> Option<Scenario> {
    let Value::List(edits) = value.field("edits") else {
        return None;
    };
    Some(Scenario {
        election: text(value.field("election")),
        fingerprint: text(value.field("fingerprint")),
        edits: edits.iter().map(edit).collect::<Option<_>>()?,
    })
}

fn edit(value: &Value) -> Option<Edit> {
    let [(kind, body)] = value.fields() else {
        return None;
    };
    Some(match &**kind {
        "award" => Edit::Award(Award {
            constituency: text(body.field("constituency"))?,
            candidate: match body.field("candidate") {
                Value::Number(serial) => Chosen::Serial(*serial as u32),
                party => Chosen::Party(text(party)?),
            },
        }),
        "stance" => Edit::Stance(Stance {
            r#for: texts(body.field("for"))?,
            not_voting: texts(body.field("notVoting"))?,
        }),
        _ => return None,
    })
}

fn text(value: &Value) -> Option<String> {
    value.text().map(str::to_owned)
}

fn texts(value: &Value) -> Option<Vec<String>> {
    value.items().iter().map(text).collect()
}
