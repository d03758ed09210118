//! Pool: parties had fought together.

use super::{Kind, Layer};
use crate::scenario::notation::{self, Fields, Unreadable, Writer};
use crate::scenario::{Scope, compare_ids, hundredths, some_ids, sort_ids};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// "Fought together": in each constituency the strongest candidate of the target and the joiners stands alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pool {
    /// Party or alliance the others join.
    pub target: String,
    /// Parties that join it, at least one.
    #[serde(deserialize_with = "some_ids")]
    pub joiners: Vec<String>,
    /// Share of the votes of who withdraws that follows, in hundredths of a percent, 0 to 10,000.
    #[serde(deserialize_with = "hundredths")]
    pub efficiency: u32,
    /// Where; everywhere if not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
}

/// A pool of any efficiency: who, with whom and where.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct PoolRule {
    /// As [`Pool::target`].
    pub target: String,
    /// As [`Pool::joiners`].
    #[serde(deserialize_with = "some_ids")]
    pub joiners: Vec<String>,
    /// As [`Pool::scope`].
    pub scope: Option<Scope>,
}

impl PoolRule {
    /// The pool at an efficiency.
    pub fn at(self, efficiency: u32) -> Pool {
        Pool {
            target: self.target,
            joiners: self.joiners,
            efficiency,
            scope: self.scope,
        }
    }
}

impl Kind for Pool {
    const LAYER: Layer = Layer::Votes;
    const VERBS: &'static [&'static str] = &["p"];

    fn tidy(&mut self) {
        sort_ids(&mut self.joiners);
        self.scope.iter_mut().for_each(Scope::tidy);
    }

    fn compare(&self, other: &Self) -> Ordering {
        compare_ids(&self.target, &other.target)
            .then_with(|| self.joiners.cmp(&other.joiners))
            .then_with(|| self.scope.cmp(&other.scope))
    }

    fn parse(_: &str, fields: Fields) -> Result<Vec<Pool>, Unreadable> {
        let (fields, scope) = Scope::parse(fields)?;
        let [target, efficiency, joiners @ ..] = fields else {
            return Err(Unreadable("expected p-target-efficiency-joiner"));
        };
        if joiners.is_empty() {
            return Err(Unreadable("a pool needs a party that joins"));
        }
        Ok(vec![Pool {
            target: notation::id(target)?,
            joiners: notation::ids(joiners)?,
            efficiency: notation::hundredths(efficiency)?,
            scope,
        }])
    }

    fn write(&self, out: &mut Writer) {
        out.begin("p");
        out.field(&self.target);
        out.field(self.efficiency);
        out.fields(&self.joiners);
        self.scope.iter().for_each(|scope| scope.write(out));
    }
}
