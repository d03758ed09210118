//! What is said of a claim: its verdict, and what it was held against.

use super::consistency::Contradiction;
use super::figure::Claim;
use super::measure::Kind;
use serde::Serialize;

/// What is said of a claim or a figure, from good to bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// It is so.
    Right,
    /// It is so if it is read in another way, which is named.
    AnotherReading,
    /// It was so in the count as of an hour, which is named.
    AnotherHour,
    /// It cannot be decided here: something is missing, which is named.
    Undecided,
    /// It is not so.
    Wrong,
    /// It contradicts itself.
    Contradicts,
    /// No result could make it so.
    Impossible,
}

/// One value a figure was held against.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Held {
    /// Which reading of the figure it is.
    pub code: &'static str,
    /// Whether the printed number agrees with it.
    pub fits: bool,
    /// The value at the printed decimals, rounded half up; null for a figure without a number.
    pub value: Option<String>,
    /// What a percentage is of, or the base of a mark.
    pub of: Option<(u64, u64)>,
    /// Whom or what it speaks of, by id.
    pub ids: Vec<String>,
}

/// The whole numbers of a whole that give a printed percentage; none if no whole number does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fits {
    /// Of so many.
    pub of: u64,
    /// So many of them.
    pub parts: Vec<u64>,
}

/// What is said of one figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Its verdict; null where it is not judged ("others" of a list that is not the whole house).
    pub verdict: Option<Verdict>,
    /// The values it was held against, the one its words mean first.
    pub held: Vec<Held>,
    /// What is missing, where it cannot be decided.
    pub needs: Option<&'static str>,
    /// For a strike rate: which whole numbers would give it.
    pub fits: Vec<Fits>,
}

/// One reading of a claim with its verdict.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// What was understood.
    pub claim: Claim,
    /// Its kind.
    pub kind: Option<Kind>,
    /// Id of the election it was held against.
    pub election: String,
    /// The verdict.
    pub verdict: Verdict,
    /// The hour at which it was right; "" if a tally of the day fits whose hour is not known.
    pub hour: Option<String>,
    /// How it contradicts itself, or what makes it impossible.
    pub contradictions: Vec<Contradiction>,
    /// What is said of each figure, in the order of the claim.
    pub findings: Vec<Finding>,
}

/// The answer to a claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// The verdict of its best reading; null where it was not understood.
    pub verdict: Option<Verdict>,
    /// Its readings.
    pub readings: Vec<Reading>,
    /// What was not read, as it is written.
    pub unread: Vec<String>,
}
