//! What a page answers that measured everybody in turn, round by round.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::participant::Participant;

/// The page's answer.
///
/// # Errors
/// When there is none within `limit`, or the page failed.
pub fn ask(page: &mut Participant, request: &Value, limit: Duration) -> Result<Value> {
    let answer = page.ask(request, limit)?.context("no answer in time")?;
    if let Some(refused) = answer.get("refused") {
        bail!("the page failed: {refused}");
    }
    Ok(answer)
}

/// A list of times, in the unit it has.
pub fn times(of: &Value) -> Vec<f64> {
    let list = of.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_f64).collect()
}

/// Median, least and greatest.
pub fn spread(of: &[f64]) -> (f64, f64, f64) {
    let mut sorted = of.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |place: usize| sorted.get(place).copied().unwrap_or(f64::NAN);
    (
        at(sorted.len() / 2),
        at(0),
        at(sorted.len().saturating_sub(1)),
    )
}

/// Milliseconds, said in microseconds.
pub fn microseconds(milliseconds: f64) -> String {
    format!("{:.1} µs", milliseconds * 1_000.0)
}
