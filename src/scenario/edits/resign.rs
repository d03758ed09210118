//! Resign: members left the house.

use super::{Kind, Layer};
use crate::scenario::notation::{Fields, Unreadable, Writer, constituency_id, count, id};
use crate::scenario::{compare_ids, members};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// A vacancy: members of a party, or one named constituency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, try_from = "Object")]
pub enum Resign {
    /// Some members of a party, without naming seats.
    Members {
        /// Party.
        from: String,
        /// How many, at least 1.
        members: u32,
    },
    /// The member for a constituency.
    Seat {
        /// Its id.
        constituency: String,
    },
}

/// Both forms as they are read: which fields are there says which form it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Object {
    constituency: Option<String>,
    from: Option<String>,
    #[serde(default, deserialize_with = "some_members")]
    members: Option<u32>,
}

fn some_members<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    members(from).map(Some)
}

impl TryFrom<Object> for Resign {
    type Error = &'static str;

    fn try_from(object: Object) -> Result<Resign, &'static str> {
        match (object.constituency, object.from, object.members) {
            (Some(constituency), _, _) => Ok(Resign::Seat { constituency }),
            (None, Some(from), Some(members)) => Ok(Resign::Members { from, members }),
            _ => Err("vacancy-of-nobody: name a party and how many members, or a constituency"),
        }
    }
}

impl Kind for Resign {
    const LAYER: Layer = Layer::Partners;
    const VERBS: &'static [&'static str] = &["q", "v"];

    /// Members of parties first, then named constituencies.
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Resign::Members { from: a, .. }, Resign::Members { from: b, .. }) => compare_ids(a, b),
            (Resign::Seat { constituency: a }, Resign::Seat { constituency: b }) => {
                compare_ids(a, b)
            }
            (Resign::Members { .. }, Resign::Seat { .. }) => Ordering::Less,
            (Resign::Seat { .. }, Resign::Members { .. }) => Ordering::Greater,
        }
    }

    fn parse(verb: &str, fields: Fields) -> Result<Vec<Resign>, Unreadable> {
        match (verb, fields) {
            ("q", [from, members]) => Ok(vec![Resign::Members {
                from: id(from)?,
                members: count(members)?,
            }]),
            ("q", _) => Err(Unreadable("expected a party and how many members")),
            (_, []) => Err(Unreadable("expected v-constituency")),
            (_, seats) => {
                let seat = |id: &&str| constituency_id(id);
                let seats = seats.iter().map(seat);
                seats
                    .map(|id| id.map(|constituency| Resign::Seat { constituency }))
                    .collect()
            }
        }
    }

    fn write(&self, out: &mut Writer) {
        match self {
            Resign::Members { from, members } => {
                out.begin("q");
                out.field(from);
                out.field(members);
            }
            Resign::Seat { constituency } => {
                out.join("v");
                out.field(constituency);
            }
        }
    }
}
