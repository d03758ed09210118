//! What a page answers that measured everybody in turn, round by round.

use std::env;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

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

/// The geometric mean.
pub fn geometric_mean(of: &[f64]) -> f64 {
    (of.iter().map(|ratio| ratio.ln()).sum::<f64>() / of.len() as f64).exp()
}

/// The seed of made-up games and houses: what `BENCH_SEED` says, or the time.
///
/// # Errors
/// When it says no number.
pub fn seed() -> Result<u64> {
    match env::var("BENCH_SEED") {
        Ok(seed) => Ok(seed.parse()?),
        Err(_) => Ok(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() % 1_000_000_007),
    }
}

/// How many times as long as `core` somebody takes, round by round.
pub fn ratios(own: &[f64], core: &[f64]) -> Vec<f64> {
    own.iter().zip(core).map(|(own, core)| own / core).collect()
}

/// How a ratio compares with what it is to be at least, if anything.
pub fn verdict(ratio: f64, aim: Option<f64>) -> String {
    aim.map_or(String::new(), |aim| {
        let reached = if ratio >= aim { "reached" } else { "missed" };
        format!(", aim {aim}: {reached}")
    })
}
