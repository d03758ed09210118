//! JavaScript values as [`Node`]s.

use super::js;
use crate::node::{Kind, Node};
use wasm_bindgen::JsValue;

/// A JavaScript value, or a field that is not there (`undefined`).
pub struct JsNode(JsValue);

impl JsNode {
    /// Wraps a value.
    pub fn new(value: JsValue) -> Self {
        JsNode(value)
    }
}

impl Node for JsNode {
    fn kind(&self) -> Kind {
        if self.0.is_undefined() {
            Kind::Missing
        } else if self.0.is_null() {
            Kind::Null
        } else if js::is_list(&self.0) {
            Kind::List
        } else if self.0.is_object() {
            Kind::Object
        } else if self.0.is_string() {
            Kind::Text
        } else if self.0.as_f64().is_some() {
            Kind::Number
        } else {
            Kind::Truth
        }
    }

    fn field(&self, name: &str) -> Self {
        if !self.0.is_object() {
            return JsNode(JsValue::UNDEFINED);
        }
        JsNode(js::field(&self.0, name).unwrap_or(JsValue::UNDEFINED))
    }

    fn items(&self) -> Vec<Self> {
        if js::is_list(&self.0) {
            js::items(&self.0).into_iter().map(JsNode).collect()
        } else {
            Vec::new()
        }
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn truth(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn names(&self) -> Vec<String> {
        if self.0.is_object() {
            js::names(&self.0)
        } else {
            Vec::new()
        }
    }

    fn json(&self) -> String {
        let text = js_sys::JSON::stringify(&self.0).ok();
        text.and_then(|text| text.as_string()).unwrap_or_default()
    }
}
