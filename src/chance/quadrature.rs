//! The error that all constituencies have in common, as a sum over a few of its values.

use super::normal::Normal;

/// So many standard deviations of the common error to either side: what is left out is 4e-11.
const SPAN: f64 = 6.6;

/// A value of the common error, with its weight.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// Swing in steps, the error in it.
    pub middle: i32,
    /// Its share of the whole: all together have 1.
    pub weight: f64,
}

/// Swings around `middle` that stand for a common error of standard deviation `common`, where each
/// constituency scatters by `scatter` of its own. `turns` are the steps at which constituencies
/// change hands, rising.
///
/// Without scatter the house is the same from one turn to the next, and each node is one such run:
/// the sum is exact. With scatter, the chance of a number of seats is a smooth function of the
/// swing, and the trapezium rule is as good as exact once its spacing resolves the narrowest slope
/// of that function: the deviation of the number of seats, over seats per step.
pub fn nodes(middle: i32, common: u32, scatter: u32, turns: &[i32]) -> Vec<Node> {
    match (common, scatter) {
        (0, _) => vec![Node {
            middle,
            weight: 1.0,
        }],
        (_, 0) => runs(middle, common, turns),
        _ => trapezium(middle, common, spacing(middle, common, scatter, turns)),
    }
}

/// The runs of steps between two turns, by the chance of the common error to fall into each.
fn runs(middle: i32, common: u32, turns: &[i32]) -> Vec<Node> {
    let normal = Normal::new(common);
    let mut nodes = Vec::new();
    // The run before the first turn can stand at any step before it.
    let mut at = turns.first().map_or(middle, |first| first - 1);
    let mut left = 1.0;
    let mut close = |at: i32, next: f64| {
        let weight = left - next;
        left = next;
        if weight > 0.0 {
            nodes.push(Node { middle: at, weight });
        }
    };
    for &turn in turns {
        close(at, normal.reaches(middle, turn));
        at = turn;
    }
    close(at, 0.0);
    nodes
}

fn trapezium(middle: i32, common: u32, spacing: u32) -> Vec<Node> {
    let deviation = f64::from(common);
    let most = (SPAN * deviation / f64::from(spacing)).ceil() as i32;
    let density = |k: i32| {
        let z = f64::from(k * spacing as i32) / deviation;
        libm::exp(-z * z / 2.0)
    };
    let whole: f64 = (-most..=most).map(density).sum();
    let node = |k: i32| Node {
        middle: middle + k * spacing as i32,
        weight: density(k) / whole,
    };
    (-most..=most).map(node).collect()
}

/// Steps between two nodes, at least one. With `n` turns within one deviation, seats change by
/// about n / scatter a step and have a variance of at least 0.45 n: the slope is as wide as the
/// square root of 0.45 / n, in units of the scatter.
fn spacing(middle: i32, common: u32, scatter: u32, turns: &[i32]) -> u32 {
    let reach = (SPAN * f64::from(common)) as i32 + 2 * scatter as i32;
    let from = turns.partition_point(|&turn| turn < middle - reach);
    let to = turns.partition_point(|&turn| turn <= middle + reach);
    let turns = &turns[from..to.max(from)];
    let mut first = 0;
    let mut most = 1;
    for (last, &turn) in turns.iter().enumerate() {
        while turns[first] < turn - scatter as i32 {
            first += 1;
        }
        most = most.max(last - first + 1);
    }
    let (scatter, common) = (f64::from(scatter), f64::from(common));
    let narrow = most as f64 / (0.45 * scatter * scatter);
    let width = (narrow + 1.0 / (common * common)).sqrt().recip();
    (width as u32).max(1)
}
