//! A claim as it was understood: figures with ids and numbers, no text.

use super::measure::{Kind, Measure};
use super::printed::{Bound, MOST_DECIMALS, Printed};
use crate::decode::Value;
use crate::decode::decode;
use crate::problem::Problems;
use serde::{Deserialize, Serialize};

/// Id of a party or alliance, "IND" for independents, "NOTA", "others" for all who are not named
/// beside it, or a candidate as `constituency.serial`.
pub type Who = String;

/// All who are not named beside them.
pub const OTHERS: &str = "others";
/// None of the above.
pub const NOTA: &str = "NOTA";

/// A part of the house: a constituency, or a place of the data file by kind and id.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// "constituency", "category", "division", "district", "parliamentary" or "phase".
    pub kind: String,
    /// Its id.
    pub id: String,
}

/// One thing a claim says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What it is about.
    pub measure: Measure,
    /// Whom it speaks of; several are counted together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<Who>,
    /// Who is left out of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<Who>,
    /// Whom it is held against, for one side against another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<Who>,
    /// Where; everywhere if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Scope>,
    /// The number printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Printed>,
    /// What it depends on: the base of a mark, the limit of a margin, the share that follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Printed>,
}

impl Figure {
    /// A figure of a measure that says nothing yet.
    pub fn of(measure: Measure) -> Figure {
        Figure {
            measure,
            who: Vec::new(),
            without: Vec::new(),
            against: Vec::new(),
            place: None,
            number: None,
            limit: None,
        }
    }
}

impl Figure {
    /// Its number as it is held against a value. "Twice as many" is off by at most a tenth: what
    /// rounds to two, such as 1.6 times, is not twice. "At least 14 are needed" says that 14 are.
    pub fn allows(&self, number: Printed) -> Printed {
        let loose = self.measure == Measure::Times && number.decimals == 0;
        let least = matches!(self.measure, Measure::Mark | Measure::Needed);
        let bound = match number.bound {
            Bound::Exact if loose => Bound::About,
            Bound::Least if least => Bound::Exact,
            bound => bound,
        };
        Printed { bound, ..number }
    }
}

/// What was understood of a text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The election it speaks of, where it names another than the one shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub election: Option<String>,
    /// The earlier election it compares with, where it names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// Its figures in the order of the text.
    pub figures: Vec<Figure>,
}

/// The most figures a claim may have.
pub const MOST_FIGURES: usize = 60;
/// The largest printed number in its digits: a thousand billion.
pub const MOST_DIGITS: u64 = 1_000_000_000_000;

impl Claim {
    /// Reads a claim that was understood before, from an object.
    ///
    /// # Errors
    /// `missing`, `wrong-kind`, `unknown-word`, `unknown-field` or `too-large`, with the path.
    pub fn from_value(value: &Value) -> Result<Claim, Problems> {
        let claim: Claim = decode(value)?;
        if claim.figures.len() > MOST_FIGURES {
            let message = format_args!("at most {MOST_FIGURES} figures");
            return Err(Problems::one("figures", "too-large", message));
        }
        for (i, figure) in claim.figures.iter().enumerate() {
            for (name, printed) in [("number", figure.number), ("limit", figure.limit)] {
                let Some(printed) = printed else { continue };
                let unit = [1, 1_000, 100_000, 1_000_000, 10_000_000].contains(&printed.unit);
                if printed.digits > MOST_DIGITS || printed.decimals > MOST_DECIMALS || !unit {
                    let path = format!("figures[{i}].{name}");
                    return Err(Problems::one(
                        path,
                        "too-large",
                        "not a number that is printed",
                    ));
                }
            }
        }
        Ok(claim)
    }

    /// Its kind: that of most of its figures; of several, the one that says most (the last in the
    /// order of [`Kind`]).
    pub fn kind(&self) -> Option<Kind> {
        let kinds = self.figures.iter().map(|figure| figure.measure.kind());
        kinds.max()
    }
}
