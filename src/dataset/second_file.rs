//! The second file of an election (DATA.md, "Two files").

use serde_json::Value;

/// Lays a second file over the first: objects member by member, lists item by item.
pub fn lay_over(first: &mut Value, more: Value) {
    match (first, more) {
        (Value::Object(first), Value::Object(more)) => {
            for (name, value) in more {
                lay_over(first.entry(name).or_insert(Value::Null), value);
            }
        }
        (Value::Array(first), Value::Array(more)) => {
            for (i, value) in more.into_iter().enumerate() {
                match first.get_mut(i) {
                    Some(known) => lay_over(known, value),
                    None => first.push(value),
                }
            }
        }
        (first, more) => *first = more,
    }
}
