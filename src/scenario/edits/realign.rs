//! Realign: a party sits in another alliance.

use super::{Kind, Layer};
use crate::scenario::compare_ids;
use crate::scenario::notation::{Fields, Unreadable, Writer, id};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// A party (or one independent member) sits elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Realign {
    /// Party, or `IND.<constituency>`.
    pub party: String,
    /// An alliance; another party or independent, with which it then sits wherever that one does; `None`: alone.
    pub alliance: Option<String>,
}

impl Kind for Realign {
    const LAYER: Layer = Layer::Partners;
    const VERBS: &'static [&'static str] = &["r"];

    /// With itself is alone.
    fn tidy(&mut self) {
        self.alliance.take_if(|id| *id == self.party);
    }

    fn compare(&self, other: &Self) -> Ordering {
        compare_ids(&self.party, &other.party)
    }

    fn parse(_: &str, fields: Fields) -> Result<Vec<Realign>, Unreadable> {
        let (party, alliance) = match fields {
            [party] => (party, None),
            [party, alliance] => (party, Some(id(alliance)?)),
            _ => return Err(Unreadable("expected r-party or r-party-alliance")),
        };
        let party = id(party)?;
        Ok(vec![Realign { party, alliance }])
    }

    fn write(&self, out: &mut Writer) {
        out.begin("r");
        out.field(&self.party);
        out.fields(&self.alliance);
    }
}
