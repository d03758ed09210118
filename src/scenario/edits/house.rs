//! House: the base of the majority mark, and the Speaker.

use super::{Kind, Layer};
use crate::scenario::BaseKind;
use crate::scenario::notation::{Fields, Unreadable, Writer, id};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// The base of the mark and the Speaker.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkEdit {
    /// Which members the mark is reckoned on.
    pub base: BaseKind,
    /// Party of the Speaker, or `IND.<constituency>`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
}

impl Kind for MarkEdit {
    const LAYER: Layer = Layer::Partners;
    const VERBS: &'static [&'static str] = &["h"];

    fn says_nothing(&self) -> bool {
        *self == MarkEdit::default()
    }

    /// There is one base and one Speaker.
    fn compare(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }

    fn parse(_: &str, fields: Fields) -> Result<Vec<MarkEdit>, Unreadable> {
        let (base, speaker) = match fields {
            [base] => (base, None),
            [base, speaker] => (base, Some(id(speaker)?)),
            _ => return Err(Unreadable("expected h-base or h-base-speaker")),
        };
        let base = match *base {
            "t" => BaseKind::Total,
            "e" => BaseKind::Effective,
            "v" => BaseKind::Voting,
            _ => return Err(Unreadable("a base is t, e or v")),
        };
        Ok(vec![MarkEdit { base, speaker }])
    }

    fn write(&self, out: &mut Writer) {
        out.begin("h");
        out.field(match self.base {
            BaseKind::Total => "t",
            BaseKind::Effective => "e",
            BaseKind::Voting => "v",
        });
        out.fields(&self.speaker);
    }
}
