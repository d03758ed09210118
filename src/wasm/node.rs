//! JavaScript values as [`Node`]s.

use crate::node::{Kind, Node};
use crate::prelude::*;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

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
        } else if Array::is_array(&self.0) {
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
        let value = Reflect::get(&self.0, &JsValue::from_str(name));
        JsNode(value.unwrap_or(JsValue::UNDEFINED))
    }

    fn items(&self) -> Vec<Self> {
        match self.0.dyn_ref::<Array>() {
            Some(list) => list.iter().map(JsNode).collect(),
            None => Vec::new(),
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
        match self.0.dyn_ref::<Object>() {
            Some(object) => Object::keys(object)
                .iter()
                .filter_map(|name| name.as_string())
                .collect(),
            None => Vec::new(),
        }
    }
}
