//! Swing: voters had moved from one side to another.

use super::{Kind, Layer};
use crate::scenario::notation::{self, Fields, Unreadable, Writer};
use crate::scenario::{Scope, hundredths};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// Votes move from one side to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Swing {
    /// Party or alliance that loses votes.
    pub from: String,
    /// Party or alliance that gains them.
    pub to: String,
    /// Hundredths of a point of valid votes (uniform), or of a percent of the losing side's votes (proportional), 0 to 10,000.
    #[serde(deserialize_with = "hundredths")]
    pub points: u32,
    /// Where; everywhere if not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// Of what the points are a share.
    #[serde(default, skip_serializing_if = "Model::is_uniform")]
    pub model: Model,
}

/// Of what a swing is a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Model {
    /// Of all valid votes of the constituency.
    #[default]
    Uniform,
    /// Of the losing side's votes there.
    Proportional,
}

impl Model {
    fn is_uniform(&self) -> bool {
        *self == Model::Uniform
    }
}

/// A swing of any points: between whom, where, and of what they are a share.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct SwingRule {
    /// As [`Swing::from`].
    pub from: String,
    /// As [`Swing::to`].
    pub to: String,
    /// As [`Swing::scope`].
    pub scope: Option<Scope>,
    /// As [`Swing::model`].
    #[serde(default)]
    pub model: Model,
}

impl SwingRule {
    /// The swing at so many points.
    pub fn at(self, points: u32) -> Swing {
        Swing {
            from: self.from,
            to: self.to,
            points,
            scope: self.scope,
            model: self.model,
        }
    }
}

impl Swing {
    /// The same swing as a canonical scenario writes it.
    pub fn tidied(&self) -> Swing {
        let mut swing = self.clone();
        swing.tidy();
        swing
    }
}

impl Kind for Swing {
    const LAYER: Layer = Layer::Votes;
    const VERBS: &'static [&'static str] = &["s", "sp"];

    fn tidy(&mut self) {
        self.scope.iter_mut().for_each(Scope::tidy);
    }

    fn says_nothing(&self) -> bool {
        self.points == 0
    }

    /// As listed: a later swing starts from what the earlier ones have moved.
    fn compare(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }

    /// Two swings between the same sides add up.
    fn replaces(&self, _: &Self) -> bool {
        false
    }

    fn parse(verb: &str, fields: Fields) -> Result<Vec<Swing>, Unreadable> {
        let (fields, scope) = Scope::parse(fields)?;
        let [from, to, points] = fields else {
            return Err(Unreadable("expected s-from-to-points"));
        };
        Ok(vec![Swing {
            from: notation::id(from)?,
            to: notation::id(to)?,
            points: notation::hundredths(points)?,
            scope,
            model: match verb {
                "sp" => Model::Proportional,
                _ => Model::Uniform,
            },
        }])
    }

    fn write(&self, out: &mut Writer) {
        out.begin(match self.model {
            Model::Uniform => "s",
            Model::Proportional => "sp",
        });
        out.field(&self.from);
        out.field(&self.to);
        out.field(self.points);
        self.scope.iter().for_each(|scope| scope.write(out));
    }
}
