//! Award: one constituency given to a candidate.

use super::{Kind, Layer};
use crate::scenario::notation::{Fields, Unreadable, Writer, constituency_id, id};
use crate::scenario::{MOST_MEMBERS, compare_ids};
use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde::{Deserialize as FromObject, Serialize};
use std::cmp::Ordering;
use std::fmt;

/// One constituency given to a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromObject)]
#[serde(deny_unknown_fields)]
pub struct Award {
    /// Its id.
    pub constituency: String,
    /// Who gets it.
    pub candidate: Chosen,
}

/// A candidate, by serial, or by party where that party has just one candidate there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Chosen {
    /// Place on the ballot, from 1.
    Serial(u32),
    /// Party id.
    Party(String),
}

impl<'de> Deserialize<'de> for Chosen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ChosenVisitor;
        impl Visitor<'_> for ChosenVisitor {
            type Value = Chosen;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a serial from 0 to {MOST_MEMBERS}, or a party's id")
            }

            fn visit_u64<E: de::Error>(self, serial: u64) -> Result<Chosen, E> {
                match u32::try_from(serial) {
                    Ok(serial) if serial <= MOST_MEMBERS => Ok(Chosen::Serial(serial)),
                    _ => Err(E::invalid_value(Unexpected::Unsigned(serial), &self)),
                }
            }

            fn visit_i64<E: de::Error>(self, serial: i64) -> Result<Chosen, E> {
                Err(E::invalid_value(Unexpected::Signed(serial), &self))
            }

            fn visit_str<E>(self, party: &str) -> Result<Chosen, E> {
                Ok(Chosen::Party(party.to_owned()))
            }
        }
        deserializer.deserialize_any(ChosenVisitor)
    }
}

impl Kind for Award {
    const LAYER: Layer = Layer::Seats;
    const VERBS: &'static [&'static str] = &["w"];

    fn compare(&self, other: &Self) -> Ordering {
        compare_ids(&self.constituency, &other.constituency)
    }

    /// Runs of number and letters, `28b39c`, or `28.BJP`, one after the other.
    fn parse(_: &str, fields: Fields) -> Result<Vec<Award>, Unreadable> {
        if fields.is_empty() {
            return Err(Unreadable("expected w-28b or w-28.BJP"));
        }
        let mut awards = Vec::new();
        for field in fields {
            if let Some((constituency, party)) = field.split_once('.') {
                awards.push(Award {
                    constituency: constituency_id(constituency)?,
                    candidate: Chosen::Party(id(party)?),
                });
                continue;
            }
            let mut rest = *field;
            loop {
                let (digits, behind) = run(rest, |byte| byte.is_ascii_digit());
                let (letters, behind) = run(behind, |byte| byte.is_ascii_lowercase());
                awards.push(Award {
                    constituency: constituency_id(digits)?,
                    candidate: Chosen::Serial(serial(letters)?),
                });
                if behind.is_empty() {
                    break;
                }
                rest = behind;
            }
        }
        Ok(awards)
    }

    /// Awards to serials need no hyphen between them: letters end one, digits begin the next.
    fn write(&self, out: &mut Writer) {
        let constituency = &self.constituency;
        out.join("w");
        match &self.candidate {
            Chosen::Party(party) => out.field(format_args!("{constituency}.{party}")),
            Chosen::Serial(serial) => {
                let award = format!("{constituency}{}", letters(*serial));
                if out.last() == "w" || out.last().contains('.') {
                    out.field(award);
                } else {
                    out.glue(award);
                }
            }
        }
    }
}

/// The first bytes that belong together, and what follows them.
fn run(text: &str, belongs: impl Fn(&u8) -> bool) -> (&str, &str) {
    let end = text.bytes().position(|byte| !belongs(&byte));
    text.split_at_checked(end.unwrap_or(text.len()))
        .unwrap_or(("", text))
}

fn serial(letters: &str) -> Result<u32, Unreadable> {
    if letters.is_empty() || letters.len() > 4 {
        return Err(Unreadable("a candidate is one to four letters a-z"));
    }
    let letters = letters.bytes().map(|letter| u32::from(letter - b'a') + 1);
    let serial = letters.fold(0, |serial, letter| serial * 26 + letter);
    if serial > MOST_MEMBERS {
        return Err(Unreadable("a candidate's serial is at most 60,000, cjsr"));
    }
    Ok(serial)
}

/// A serial as letters: 1 is a, 26 is z, 27 is aa.
fn letters(serial: u32) -> String {
    let mut digits = Vec::new();
    let mut rest = serial;
    while rest > 0 {
        rest -= 1;
        digits.push(char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    digits.iter().rev().collect()
}
