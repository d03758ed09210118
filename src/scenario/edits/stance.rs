//! Stance: who is For and who does not vote; the rest are against.

use super::{Kind, Layer};
use crate::scenario::notation::{Fields, Unreadable, Writer, ids};
use crate::scenario::sort_ids;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// How partners vote; who is in neither list is against.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Stance {
    /// Parties, independents (`IND.<constituency>`), nominated members (`NOM`) or whole alliances For.
    pub r#for: Vec<String>,
    /// Those not voting.
    pub not_voting: Vec<String>,
}

impl Kind for Stance {
    const LAYER: Layer = Layer::Partners;
    const VERBS: &'static [&'static str] = &["f"];

    fn tidy(&mut self) {
        sort_ids(&mut self.r#for);
        sort_ids(&mut self.not_voting);
    }

    /// There is one stance.
    fn compare(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }

    fn parse(_: &str, fields: Fields) -> Result<Vec<Stance>, Unreadable> {
        let mut lists = fields.split(|field| field.is_empty());
        let r#for = ids(lists.next().unwrap_or_default())?;
        let gap = fields.iter().position(|field| field.is_empty());
        let not_voting = gap.map_or(&[][..], |gap| &fields[gap + 1..]);
        if gap.is_some() && not_voting.is_empty() {
            return Err(Unreadable("after -- stands who does not vote"));
        }
        Ok(vec![Stance {
            r#for,
            not_voting: ids(not_voting)?,
        }])
    }

    fn write(&self, out: &mut Writer) {
        out.begin("f");
        out.fields(&self.r#for);
        if !self.not_voting.is_empty() {
            out.field("");
            out.fields(&self.not_voting);
        }
    }
}
