//! How far the constituencies' own swings since an earlier election lay from their mean: the
//! scatter to start from.
//!
//! The swing is Butler's between two sides, the alliances as they are now cast back
//! ([`butler_swing`]): half of what the gap between their shares changed by, which is what a
//! uniform swing of that size does. The standard deviation is that of all constituencies in which
//! both sides stood in both elections, each counting once: the root of the mean square of their
//! distance from their mean.

use crate::analysis::query::{Evaluated, Steps, done};
use crate::analysis::votes::butler_swing::{ButlerSwingQuery, Pair, Successor, butler_swing};
use crate::problem::Problems;
use serde::Serialize;

/// What constituencies did between two elections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scatter {
    /// Id of the earlier election.
    pub election: String,
    /// Constituencies in which both sides stood in both elections.
    pub constituencies: u32,
    /// Mean of their swings in hundredths of a point, rounded half up.
    pub mean: i32,
    /// Their standard deviation in hundredths of a point, rounded half up to tenths of a point,
    /// kept from 10 to 3,000; none of fewer than ten constituencies.
    pub scatter: Option<u32>,
}

/// Constituencies below which nothing is said.
const FEWEST: usize = 10;

/// Starts on a query.
pub(crate) fn start(on: &Evaluated, query: &ButlerSwingQuery) -> Result<Steps<Scatter>, Problems> {
    let between = &query.between;
    let pairs: Vec<Successor> = between.successors.iter().map(Pair::successor).collect();
    let (from, to) = (&between.from, &between.to);
    let found = butler_swing(&on.election, &query.earlier, &pairs, from, to)?;
    let swings = found.alliances.constituencies.into_iter().flatten();
    Ok(done(scatter(found.election, &swings.collect::<Vec<i32>>())))
}

/// Of swings in hundredths of a point.
fn scatter(election: String, swings: &[i32]) -> Scatter {
    let n = swings.len().max(1) as f64;
    let mean = swings.iter().map(|&swing| f64::from(swing)).sum::<f64>() / n;
    let squares = swings
        .iter()
        .map(|&swing| (f64::from(swing) - mean).powi(2));
    let deviation = (squares.sum::<f64>() / n).sqrt();
    let tenths = (deviation / 10.0 + 0.5) as u32;
    Scatter {
        election,
        constituencies: swings.len() as u32,
        mean: (mean + 0.5).floor() as i32,
        scatter: (swings.len() >= FEWEST).then_some((10 * tenths).clamp(10, 3_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_of_the_mean_square_around_the_mean() {
        // 200, 600 five times each: the mean is 400, every distance 200.
        let found = scatter("before".to_owned(), &[200, 600].repeat(5));
        assert_eq!((found.mean, found.scatter), (400, Some(200)));
        // Of 9.9 % of a point, rounded to a tenth.
        let found = scatter("before".to_owned(), &[-104, 96].repeat(5));
        assert_eq!((found.mean, found.scatter), (-4, Some(100)));
        let found = scatter("before".to_owned(), &[300; 12]);
        assert_eq!((found.mean, found.scatter), (300, Some(10)));
    }

    #[test]
    fn few_constituencies_say_nothing() {
        assert_eq!(scatter("before".to_owned(), &[0; 9]).scatter, None);
        assert_eq!(scatter("before".to_owned(), &[]).mean, 0);
    }
}
