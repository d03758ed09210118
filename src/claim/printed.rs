//! Numbers as they are printed: their digits, their decimals, and words such as "over" before them.

use serde::{Deserialize, Serialize};

/// How a printed number bounds what it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Bound {
    /// The number itself.
    #[default]
    Exact,
    /// "Over", "more than": strictly more.
    Over,
    /// "Under", "less than": strictly less.
    Under,
    /// "At least", "no fewer than".
    Least,
    /// "At most", "up to".
    Most,
    /// "About", "nearly": off by at most a tenth of the printed number.
    About,
}

/// A printed number: `digits / 10^decimals × unit`. 33.2 and 33.20 are different numbers: the one
/// stands for what rounds to it at one decimal, the other at two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Printed {
    /// Its digits without the decimal point.
    pub digits: u64,
    /// How many of them stand after the point, 0 to 9.
    #[serde(default)]
    pub decimals: u32,
    /// 100,000 for a lakh, 10,000,000 for a crore, else 1.
    #[serde(default = "one")]
    pub unit: u64,
    /// What stands before it.
    #[serde(default)]
    pub bound: Bound,
}

fn one() -> u64 {
    1
}

/// The most decimals that are read.
pub const MOST_DECIMALS: u32 = 9;

impl Printed {
    /// A whole number.
    pub fn whole(digits: u64) -> Printed {
        Printed {
            digits,
            decimals: 0,
            unit: 1,
            bound: Bound::Exact,
        }
    }

    /// The number, where it is whole.
    pub fn as_whole(self) -> Option<u64> {
        let scale = 10_u64.checked_pow(self.decimals)?;
        let all = self.digits.checked_mul(self.unit)?;
        all.is_multiple_of(scale).then_some(all / scale)
    }

    /// Whether a value agrees with what is printed: rounded half up at the printed decimals, and on
    /// the right side of a bound.
    pub fn fits(self, value: Ratio) -> bool {
        let printed = i128::from(self.digits);
        let (top, bottom) = self.scaled(value);
        match self.bound {
            Bound::Exact => rounded(top, bottom) == printed,
            Bound::Over => top > printed * bottom,
            Bound::Under => top < printed * bottom,
            Bound::Least => top >= printed * bottom,
            Bound::Most => top <= printed * bottom,
            Bound::About => 10 * (top - printed * bottom).abs() <= printed * bottom,
        }
    }

    /// A value as this number would print it: the same decimals and unit, rounded half up.
    pub fn like(self, value: Ratio) -> String {
        let (top, bottom) = self.scaled(value);
        let all = rounded(top, bottom);
        let scale = 10_i128.pow(self.decimals);
        let sign = if all < 0 { "-" } else { "" };
        let (whole, rest) = (all.abs() / scale, all.abs() % scale);
        match self.decimals {
            0 => format!("{sign}{whole}"),
            decimals => format!("{sign}{whole}.{rest:0width$}", width = decimals as usize),
        }
    }

    /// The value in units of the last printed digit.
    fn scaled(self, Ratio { top, bottom }: Ratio) -> (i128, i128) {
        let scale = 10_i128.pow(self.decimals.min(MOST_DECIMALS));
        (top * scale, bottom * i128::from(self.unit.max(1)))
    }
}

impl std::fmt::Display for Printed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let value = Ratio {
            top: i128::from(self.digits) * i128::from(self.unit.max(1)),
            bottom: 10_i128.pow(self.decimals.min(MOST_DECIMALS)),
        };
        f.write_str(&self.like(value))
    }
}

/// A value that a claim is held against, as an exact fraction; `bottom` is above 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// Numerator.
    pub top: i128,
    /// Denominator.
    pub bottom: i128,
}

impl Ratio {
    /// A whole number.
    pub fn whole(n: impl Into<i128>) -> Ratio {
        Ratio {
            top: n.into(),
            bottom: 1,
        }
    }

    /// `part` of `whole` in percent; none of nothing.
    pub fn percent(part: u64, whole: u64) -> Option<Ratio> {
        (whole > 0).then(|| Ratio {
            top: 100 * i128::from(part),
            bottom: whole.into(),
        })
    }
}

/// The nearest whole number, halves up.
fn rounded(top: i128, bottom: i128) -> i128 {
    (2 * top + bottom).div_euclid(2 * bottom)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(digits: u64, decimals: u32, bound: Bound) -> Printed {
        Printed {
            digits,
            decimals,
            unit: 1,
            bound,
        }
    }

    #[test]
    fn decimals_count_and_halves_go_up() {
        // 5,921,474 of 17,846,283 is 33.1804 %.
        let share = Ratio::percent(5_921_474, 17_846_283).unwrap();
        for (digits, decimals, fits) in [
            (332, 1, true),
            (3318, 2, true),
            (33, 0, true),
            (3320, 2, false),
            (34, 0, false),
        ] {
            assert_eq!(
                printed(digits, decimals, Bound::Exact).fits(share),
                fits,
                "{digits}"
            );
        }
        // 12.5 exactly is 13, not 12.
        let half = Ratio::percent(1, 8).unwrap();
        assert!(printed(13, 0, Bound::Exact).fits(half));
        assert!(!printed(12, 0, Bound::Exact).fits(half));
        assert_eq!(printed(0, 0, Bound::Exact).like(half), "13");
        assert_eq!(printed(0, 3, Bound::Exact).like(share), "33.180");
    }

    #[test]
    fn bounds_are_strict_where_their_words_are() {
        let forty = Ratio::whole(40);
        for (bound, at, above) in [
            (Bound::Over, false, false),
            (Bound::Least, true, false),
            (Bound::Under, false, true),
            (Bound::Most, true, true),
        ] {
            assert_eq!(printed(40, 0, bound).fits(forty), at, "{bound:?}");
            assert_eq!(printed(41, 0, bound).fits(forty), above, "{bound:?}");
        }
        assert!(printed(12, 0, Bound::About).fits(Ratio::whole(13)));
        assert!(!printed(12, 0, Bound::About).fits(Ratio::whole(14)));
    }

    #[test]
    fn lakhs_round_at_their_own_decimals() {
        let lakh = Printed {
            digits: 4183,
            decimals: 2,
            unit: 100_000,
            bound: Bound::Exact,
        };
        assert!(lakh.fits(Ratio::whole(4_183_281)));
        assert!(!lakh.fits(Ratio::whole(4_184_000)));
        assert_eq!(lakh.like(Ratio::whole(4_183_281)), "41.83");
        assert_eq!(
            (lakh.as_whole(), lakh.to_string().as_str()),
            (Some(4_183_000), "41.83")
        );
    }
}
