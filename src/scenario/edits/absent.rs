//! Absent: members do not vote.

use super::{Kind, Layer};
use crate::scenario::notation::{Fields, Unreadable, Writer, count, id};
use crate::scenario::{compare_ids, members};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// Members of a party, or one independent member, stay away from votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Absent {
    /// Party, or `IND.<constituency>`.
    pub from: String,
    /// How many, at least 1.
    #[serde(deserialize_with = "members")]
    pub members: u32,
}

impl Kind for Absent {
    const LAYER: Layer = Layer::Partners;
    const VERBS: &'static [&'static str] = &["a"];

    fn compare(&self, other: &Self) -> Ordering {
        compare_ids(&self.from, &other.from)
    }

    fn parse(_: &str, fields: Fields) -> Result<Vec<Absent>, Unreadable> {
        let [from, members] = fields else {
            return Err(Unreadable("expected a party and how many members"));
        };
        Ok(vec![Absent {
            from: id(from)?,
            members: count(members)?,
        }])
    }

    fn write(&self, out: &mut Writer) {
        out.begin("a");
        out.field(&self.from);
        out.field(self.members);
    }
}
