//! Reports as JSON text: one crossing and the browser's own parser, in far less code than building objects field by field.

use crate::FULL;
use crate::text::push_decimal;
use serde::ser::{self, Impossible, Serialize};
use std::fmt::{Display, Formatter, Result as FmtResult};
use std::string::String;

/// The JSON text of a value that holds no floating-point numbers, bytes or maps: all that crosses here.
///
/// # Panics
/// Where it does hold one, which is a mistake in the program.
pub fn text<T: Serialize>(value: &T) -> String {
    let room = if FULL { 1 << 10 } else { 0 };
    let mut json = Json {
        out: String::with_capacity(room),
    };
    let Ok(()) = value.serialize(&mut json);
    json.out
}

struct Json {
    out: String,
}

/// What never happens while writing, so that nobody has to look whether it did.
#[derive(Debug)]
enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut Formatter<'_>) -> FmtResult {
        match *self {}
    }
}

impl ser::Error for Never {
    fn custom<T: Display>(_: T) -> Self {
        unsayable()
    }
}

impl std::error::Error for Never {}

fn unsayable() -> ! {
    panic!("a value of a kind no report holds")
}

impl Json {
    fn string(&mut self, text: &str) {
        self.out.push('"');
        if FULL
            && !text
                .bytes()
                .any(|byte| byte < b' ' || matches!(byte, b'"' | b'\\'))
        {
            self.out.push_str(text);
            self.out.push('"');
            return;
        }
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.out.push('\\');
                    self.out.push(c);
                }
                // Control characters have no place in ids and words.
                c if c < ' ' => self.out.push(' '),
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }
}

/// A list or object being written.
struct Open<'a> {
    json: &'a mut Json,
    empty: bool,
    close: &'static str,
}

impl<'a> Open<'a> {
    fn new(json: &'a mut Json, open: &str, close: &'static str) -> Self {
        json.out.push_str(open);
        Open {
            json,
            empty: true,
            close,
        }
    }

    fn comma(&mut self) {
        if !self.empty {
            self.json.out.push(',');
        }
        self.empty = false;
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.comma();
        value.serialize(&mut *self.json)
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Never> {
        self.comma();
        self.json.string(name);
        self.json.out.push(':');
        value.serialize(&mut *self.json)
    }

    fn end(self) {
        self.json.out.push_str(self.close);
    }
}

macro_rules! unsayable {
    ($($name:ident($kind:ty))*) => {
        $(fn $name(self, _: $kind) -> Result<(), Never> {
            unsayable()
        })*
    };
}

impl<'a> ser::Serializer for &'a mut Json {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeTuple = Impossible<(), Never>;
    type SerializeTupleStruct = Impossible<(), Never>;
    type SerializeTupleVariant = Impossible<(), Never>;
    type SerializeMap = Impossible<(), Never>;
    type SerializeStructVariant = Impossible<(), Never>;

    unsayable! { serialize_f32(f32) serialize_f64(f64) serialize_char(char) serialize_bytes(&[u8]) serialize_unit_struct(&'static str) }

    fn serialize_bool(self, value: bool) -> Result<(), Never> {
        self.out.push_str(if value { "true" } else { "false" });
        Ok(())
    }
    fn serialize_i8(self, value: i8) -> Result<(), Never> {
        self.serialize_i64(i64::from(value))
    }
    fn serialize_i16(self, value: i16) -> Result<(), Never> {
        self.serialize_i64(i64::from(value))
    }
    fn serialize_i32(self, value: i32) -> Result<(), Never> {
        self.serialize_i64(i64::from(value))
    }
    fn serialize_i64(self, value: i64) -> Result<(), Never> {
        if value < 0 {
            self.out.push('-');
        }
        push_decimal(&mut self.out, value.unsigned_abs());
        Ok(())
    }
    fn serialize_u8(self, value: u8) -> Result<(), Never> {
        self.serialize_u64(u64::from(value))
    }
    fn serialize_u16(self, value: u16) -> Result<(), Never> {
        self.serialize_u64(u64::from(value))
    }
    fn serialize_u32(self, value: u32) -> Result<(), Never> {
        self.serialize_u64(u64::from(value))
    }
    fn serialize_u64(self, value: u64) -> Result<(), Never> {
        push_decimal(&mut self.out, value);
        Ok(())
    }
    fn serialize_str(self, value: &str) -> Result<(), Never> {
        self.string(value);
        Ok(())
    }
    fn serialize_none(self) -> Result<(), Never> {
        self.serialize_unit()
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), Never> {
        self.out.push_str("null");
        Ok(())
    }
    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Never> {
        self.serialize_str(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        let mut open = Open::new(self, "{", "}");
        open.field(variant, value)?;
        open.end();
        Ok(())
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, Never> {
        Ok(Open::new(self, "[", "]"))
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Never> {
        Ok(Open::new(self, "{", "}"))
    }
    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Never> {
        unsayable()
    }
    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Never> {
        unsayable()
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Never> {
        unsayable()
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Never> {
        unsayable()
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Never> {
        unsayable()
    }
    fn collect_str<T: Display + ?Sized>(self, _: &T) -> Result<(), Never> {
        unsayable()
    }
}

impl ser::SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Never;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.item(value)
    }
    fn end(self) -> Result<(), Never> {
        Open::end(self);
        Ok(())
    }
}

impl ser::SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Never;
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        self.field(name, value)
    }
    fn end(self) -> Result<(), Never> {
        Open::end(self);
        Ok(())
    }
}
