//! Typed values out of parsed JSON, by their derived `Deserialize`: the first fault is told with its path and code.

use super::value::Value;
use crate::problem::Problems;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer,
    MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};
use std::borrow::Cow;
use std::fmt;

/// The value of a node. A field that is null counts as one that is not there.
///
/// # Errors
/// The first fault: `missing`, `wrong-kind`, `not-whole`, `negative`, `too-small`, `too-large`, `unknown-field`,
/// `unknown-word`, or a code of the type's own.
pub fn decode<T: DeserializeOwned>(value: &Value) -> Result<T, Fault> {
    T::deserialize(value)
}

/// Reads a whole number up to `most`, for fields with bounds of their own.
///
/// # Errors
/// What is wrong with it.
pub fn whole<'de, D: Deserializer<'de>>(deserializer: D, most: u32) -> Result<u32, D::Error> {
    let number = <u32 as serde::Deserialize>::deserialize(deserializer)?;
    if number > most {
        let found = Unexpected::Unsigned(number.into());
        return Err(de::Error::invalid_value(
            found,
            &format!("at most {most}").as_str(),
        ));
    }
    Ok(number)
}

/// One thing wrong. Its path grows from the inside out while it is handed on.
#[derive(Debug)]
pub struct Fault {
    /// Where, as in `edits[3].swing.from`.
    pub path: String,
    /// The kind of problem.
    pub code: &'static str,
    /// What is wrong, for people.
    pub message: String,
}

impl Fault {
    fn new(code: &'static str, message: impl Into<String>) -> Fault {
        Fault {
            path: String::new(),
            code,
            message: message.into(),
        }
    }

    /// The same, seen from the object or list around it: `step` is the name of a field or `[3]`.
    pub(crate) fn inside(mut self, step: &str) -> Fault {
        let dot = !self.path.is_empty() && !self.path.starts_with('[');
        self.path = format!("{step}{}{}", if dot { "." } else { "" }, self.path);
        self
    }
}

impl From<Fault> for Problems {
    fn from(fault: Fault) -> Problems {
        Problems::one(fault.path, fault.code, fault.message)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} [{}]", self.path, self.message, self.code)
    }
}

impl std::error::Error for Fault {}

/// The codes that types have of their own: they stand before the message of a custom error, with a colon between.
const OWN_CODES: [&str; 2] = ["vacancy-of-nobody", "bad-time"];

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Fault {
        let message = message.to_string();
        let (code, rest) = message.split_once(": ").unwrap_or(("", &message));
        match OWN_CODES.iter().find(|own| **own == code) {
            Some(code) => Fault::new(code, rest),
            None => Fault::new("not-allowed", message),
        }
    }

    fn invalid_type(found: Unexpected, wanted: &dyn Expected) -> Fault {
        let code = match found {
            Unexpected::Float(_) => "not-whole",
            _ => "wrong-kind",
        };
        Fault::new(code, format!("expected {wanted}"))
    }

    fn invalid_value(found: Unexpected, wanted: &dyn Expected) -> Fault {
        let code = match found {
            Unexpected::Signed(..0) => "negative",
            Unexpected::Unsigned(0) => "too-small",
            Unexpected::Unsigned(_) => "too-large",
            _ => "wrong-kind",
        };
        Fault::new(code, format!("expected {wanted}"))
    }

    fn invalid_length(_: usize, wanted: &dyn Expected) -> Fault {
        Fault::new("too-small", format!("expected {wanted}"))
    }

    fn unknown_variant(word: &str, _: &'static [&'static str]) -> Fault {
        Fault::new("unknown-word", format!("\"{word}\" is not known here"))
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Fault {
        Fault::new("unknown-field", "no field is called so here").inside(field)
    }

    fn missing_field(field: &'static str) -> Fault {
        Fault::new("missing", "missing").inside(field)
    }
}

impl<'de> Deserializer<'de> for &Value<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self {
            Value::Missing | Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(*truth),
            Value::Number(number) if number.fract() != 0.0 => visitor.visit_f64(*number),
            Value::Number(number) if *number < 0.0 => visitor.visit_i64(*number as i64),
            Value::Number(number) => visitor.visit_u64(*number as u64),
            Value::Text(text) => visitor.visit_str(text),
            Value::List(items) => visitor.visit_seq(Items(items.iter().enumerate())),
            Value::Object(fields) => visitor.visit_map(Fields {
                fields: fields.iter(),
                last: ("", &Value::Missing),
            }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self {
            Value::Missing | Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self {
            Value::Object(_) => self.deserialize_any(visitor),
            _ => Err(Fault::new("wrong-kind", "expected an object")),
        }
    }

    /// A word, or an object with one field whose name is the word.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        // An edit of a report carries its state too, which says nothing about the edit.
        let kind = |(field, _): &&(Cow<str>, Value)| name != "Edit" || field != "state";
        let mut fields = self.fields().iter().filter(kind);
        let (word, content) = match (self, fields.next(), fields.next()) {
            (Value::Text(word), ..) => (&**word, None),
            (_, Some((word, content)), None) => (&**word, Some(content)),
            _ => {
                let message = "expected an object with one field, which says its kind";
                return Err(Fault::new("wrong-kind", message));
            }
        };
        if !words.contains(&word) {
            let mut fault: Fault = de::Error::unknown_variant(word, words);
            match name {
                "Edit" => fault.code = "unknown-edit",
                "Scope" => fault.code = "unknown-scope",
                _ => return Err(fault),
            }
            return Err(fault.inside(word));
        }
        visitor.visit_enum(Variant { word, content })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

struct Items<'v, 'a>(std::iter::Enumerate<std::slice::Iter<'v, Value<'a>>>);

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        let Some((i, item)) = self.0.next() else {
            return Ok(None);
        };
        let value = seed.deserialize(item);
        value
            .map(Some)
            .map_err(|fault| fault.inside(&format!("[{i}]")))
    }
}

struct Fields<'v, 'a> {
    fields: std::slice::Iter<'v, (Cow<'a, str>, Value<'a>)>,
    /// Name and value of the field last asked for.
    last: (&'v str, &'v Value<'a>),
}

impl<'de> MapAccess<'de> for Fields<'_, '_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        let Some((name, value)) = self.fields.find(|(_, value)| *value != Value::Null) else {
            return Ok(None);
        };
        self.last = (name, value);
        seed.deserialize(self.last.0.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let (name, value) = self.last;
        seed.deserialize(value).map_err(|fault| fault.inside(name))
    }
}

struct Variant<'v, 'a> {
    word: &'v str,
    content: Option<&'v Value<'a>>,
}

impl<'de> EnumAccess<'de> for Variant<'_, '_> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        let variant = seed.deserialize(self.word.into_deserializer())?;
        Ok((variant, self))
    }
}

impl<'v, 'a> Variant<'v, 'a> {
    fn content<T>(self, read: impl FnOnce(&'v Value<'a>) -> Result<T, Fault>) -> Result<T, Fault> {
        match self.content {
            Some(content) => read(content).map_err(|fault| fault.inside(self.word)),
            None => Err(Fault::new("wrong-kind", "expected an object")),
        }
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, '_> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        match self.content {
            None => Ok(()),
            Some(_) => Err(Fault::new("wrong-kind", "expected a text")),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        self.content(|content| seed.deserialize(content))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.content(|content| content.deserialize_any(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.content(|content| content.deserialize_struct("", fields, visitor))
    }
}
