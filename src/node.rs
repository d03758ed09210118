//! What a reader needs of a parsed JSON value, wherever it lives: in JavaScript or in Rust.

/// The kinds of value that JSON has, and `Missing` for a field that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// No such field.
    Missing,
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

/// A parsed JSON value. Asking for what a value is not answers `None` or an empty list, never panics.
pub trait Node: Sized {
    /// What kind of value this is.
    fn kind(&self) -> Kind;
    /// The field of that name, or a node of kind [`Kind::Missing`].
    fn field(&self, name: &str) -> Self;
    /// The items of a list in order.
    fn items(&self) -> Vec<Self>;
    /// The number, as JavaScript holds it.
    fn number(&self) -> Option<f64>;
    /// The text.
    fn text(&self) -> Option<String>;
    /// The truth value.
    fn truth(&self) -> Option<bool>;
    /// The names of an object's fields.
    fn names(&self) -> Vec<String>;
    /// The value as JSON text.
    fn json(&self) -> String;
}

impl Node for Option<&serde_json::Value> {
    fn kind(&self) -> Kind {
        use serde_json::Value;
        match self {
            None => Kind::Missing,
            Some(Value::Null) => Kind::Null,
            Some(Value::Bool(_)) => Kind::Truth,
            Some(Value::Number(_)) => Kind::Number,
            Some(Value::String(_)) => Kind::Text,
            Some(Value::Array(_)) => Kind::List,
            Some(Value::Object(_)) => Kind::Object,
        }
    }

    fn field(&self, name: &str) -> Self {
        self.and_then(|value| value.get(name))
    }

    fn items(&self) -> Vec<Self> {
        self.and_then(|value| value.as_array())
            .map(|items| items.iter().map(Some).collect())
            .unwrap_or_default()
    }

    fn number(&self) -> Option<f64> {
        self.and_then(|value| value.as_f64())
    }

    fn text(&self) -> Option<String> {
        self.and_then(|value| value.as_str()).map(str::to_owned)
    }

    fn truth(&self) -> Option<bool> {
        self.and_then(|value| value.as_bool())
    }

    fn names(&self) -> Vec<String> {
        self.and_then(|value| value.as_object())
            .map(|object| object.keys().cloned().collect())
            .unwrap_or_default()
    }

    fn json(&self) -> String {
        self.map_or_else(String::new, ToString::to_string)
    }
}
