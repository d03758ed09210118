//! Typed values out of parsed JSON, by their derived `Deserialize`: the first fault is told with its path and code.

use crate::node::{Kind, Node};
use crate::problem::Problems;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer,
    MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};
use std::fmt;

/// The value of a node. A field that is null counts as one that is not there.
///
/// # Errors
/// The first fault: `missing`, `wrong-kind`, `not-whole`, `negative`, `too-small`, `too-large`, `unknown-field`,
/// `unknown-word`, or a code of the type's own.
pub fn decode<T: DeserializeOwned>(node: &impl Node) -> Result<T, Fault> {
    T::deserialize(Value(node))
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
    fn inside(mut self, step: &str) -> Fault {
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
const OWN_CODES: [&str; 1] = ["vacancy-of-nobody"];

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

struct Value<'a, N>(&'a N);

impl<N: Node> Value<'_, N> {
    fn expected(&self, wanted: &str) -> Fault {
        Fault::new("wrong-kind", format!("expected {wanted}"))
    }
}

impl<'de, N: Node> Deserializer<'de> for Value<'_, N> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0.kind() {
            Kind::Missing | Kind::Null => visitor.visit_unit(),
            Kind::Truth => visitor.visit_bool(self.0.truth().unwrap_or(false)),
            Kind::Number => match self.0.number().unwrap_or(f64::NAN) {
                number if number.fract() != 0.0 => visitor.visit_f64(number),
                number if number < 0.0 => visitor.visit_i64(number as i64),
                number => visitor.visit_u64(number as u64),
            },
            Kind::Text => visitor.visit_string(self.0.text().unwrap_or_default()),
            Kind::List => visitor.visit_seq(Items(self.0.items().into_iter(), 0)),
            Kind::Object => visitor.visit_map(Fields {
                node: self.0,
                names: self.0.names().into_iter(),
                name: String::new(),
            }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0.kind() {
            Kind::Missing | Kind::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0.kind() {
            Kind::Object => self.deserialize_any(visitor),
            _ => Err(self.expected("an object")),
        }
    }

    /// A word, or an object with one field whose name is the word.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let (word, content) = match (self.0.text(), self.0.names().as_slice()) {
            (Some(word), _) => (word, None),
            (None, [word]) => (word.clone(), Some(self.0.field(word))),
            _ => return Err(self.expected("an object with one field, which says its kind")),
        };
        if !words.contains(&word.as_str()) {
            let mut fault: Fault = de::Error::unknown_variant(&word, words);
            match name {
                "Edit" => fault.code = "unknown-edit",
                "Scope" => fault.code = "unknown-scope",
                _ => return Err(fault),
            }
            return Err(fault.inside(&word));
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

struct Items<N>(std::vec::IntoIter<N>, usize);

impl<'de, N: Node> SeqAccess<'de> for Items<N> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        let Some(item) = self.0.next() else {
            return Ok(None);
        };
        let step = format!("[{}]", self.1);
        self.1 += 1;
        let value = seed.deserialize(Value(&item));
        value.map(Some).map_err(|fault| fault.inside(&step))
    }
}

struct Fields<'a, N> {
    node: &'a N,
    names: std::vec::IntoIter<String>,
    name: String,
}

impl<'de, N: Node> MapAccess<'de> for Fields<'_, N> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        let node = self.node;
        let given = |name: &String| node.field(name).kind() != Kind::Null;
        let Some(name) = self.names.find(given) else {
            return Ok(None);
        };
        self.name = name;
        seed.deserialize(self.name.as_str().into_deserializer())
            .map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let value = seed.deserialize(Value(&self.node.field(&self.name)));
        value.map_err(|fault| fault.inside(&self.name))
    }
}

struct Variant<N> {
    word: String,
    content: Option<N>,
}

impl<'de, N: Node> EnumAccess<'de> for Variant<N> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        let variant = seed.deserialize(self.word.as_str().into_deserializer())?;
        Ok((variant, self))
    }
}

impl<N: Node> Variant<N> {
    fn content<T>(self, read: impl FnOnce(Value<N>) -> Result<T, Fault>) -> Result<T, Fault> {
        match &self.content {
            Some(content) => read(Value(content)).map_err(|fault| fault.inside(&self.word)),
            None => Err(Fault::new("wrong-kind", "expected an object")),
        }
    }
}

impl<'de, N: Node> VariantAccess<'de> for Variant<N> {
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
