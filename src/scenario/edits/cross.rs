//! Cross: some members of a party sit with another.

use super::{Kind, Layer};
use crate::scenario::notation::{Fields, Unreadable, Writer, count, id};
use crate::scenario::{compare_ids, members};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// Members of a party sit with another party or an alliance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cross {
    /// Party they leave.
    pub from: String,
    /// Party or alliance they sit with.
    pub to: String,
    /// How many, at least 1.
    #[serde(deserialize_with = "members")]
    pub members: u32,
}

impl Kind for Cross {
    const LAYER: Layer = Layer::Partners;
    const VERBS: &'static [&'static str] = &["x"];

    fn compare(&self, other: &Self) -> Ordering {
        compare_ids(&self.from, &other.from).then_with(|| compare_ids(&self.to, &other.to))
    }

    fn parse(_: &str, fields: Fields) -> Result<Vec<Cross>, Unreadable> {
        let [from, to, members] = fields else {
            return Err(Unreadable("expected x-from-to-members"));
        };
        Ok(vec![Cross {
            from: id(from)?,
            to: id(to)?,
            members: count(members)?,
        }])
    }

    fn write(&self, out: &mut Writer) {
        out.begin("x");
        out.field(&self.from);
        out.field(&self.to);
        out.field(self.members);
    }
}
