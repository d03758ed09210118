//! The course of a count as lines: seats won or led by each row of a tally, state after state.

use serde::{Deserialize, Serialize};

/// Units from the first state to the last.
pub const WIDTH: i128 = 1_000;

/// A state of a count.
#[derive(Debug, Clone, Deserialize)]
pub struct Point {
    /// Seconds from 1970 until its figures were counted.
    pub seconds: i64,
    /// Seats of each row, in one order for all states.
    pub seats: Vec<u32>,
}

/// The picture, in units across and seats down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Timeline {
    /// Seats from the top line to 0.
    pub top: u32,
    /// The majority mark, in seats down from the top.
    pub mark: u32,
    /// For each row the `d` of an SVG path: level until the next state, then up or down at once.
    pub lines: Vec<String>,
}

/// Draws the states, which are in order of time; one alone is a level line. Places across are
/// rounded half up.
pub fn timeline(points: &[Point], mark: u32) -> Timeline {
    let rows = points.iter().map(|point| point.seats.len()).max();
    let seats = points.iter().flat_map(|point| point.seats.iter().copied());
    let top = seats.max().unwrap_or(0).max(mark).saturating_add(1);
    let first = points.first().map_or(0, |point| i128::from(point.seconds));
    let since = |point: &Point| i128::from(point.seconds) - first;
    let all = points.last().map_or(0, since).max(1);
    let line = |row: usize| {
        let mut path = String::new();
        for point in points {
            let seats = point.seats.get(row).copied().unwrap_or(0);
            let x = (since(point).clamp(0, all) * 2 * WIDTH + all) / (2 * all);
            let y = top - seats;
            path += &match path.is_empty() {
                true => format!("M0 {y}"),
                false => format!("H{x}V{y}"),
            };
        }
        path + &format!("H{WIDTH}")
    };
    Timeline {
        top,
        mark: top - mark,
        lines: (0..rows.unwrap_or(0)).map(line).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(seconds: i64, seats: &[u32]) -> Point {
        let seats = seats.to_vec();
        Point { seconds, seats }
    }

    #[test]
    fn steps_at_their_times() {
        let points = [
            point(600, &[10, 4]),
            point(750, &[12, 4]),
            point(1_200, &[11, 30]),
        ];
        let drawn = timeline(&points, 41);
        assert_eq!((drawn.top, drawn.mark), (42, 1));
        let lines = ["M0 32H250V30H1000V31H1000", "M0 38H250V38H1000V12H1000"];
        assert_eq!(drawn.lines, lines);
    }

    #[test]
    fn one_state_is_a_level_line_and_none_is_nothing() {
        assert_eq!(timeline(&[point(9, &[50])], 41).lines, ["M0 1H1000"]);
        assert_eq!(timeline(&[], 41).lines, Vec::<String>::new());
    }

    /// A row that comes later begins at no seats, one that goes ends there; states out of order
    /// stay inside the picture.
    #[test]
    fn rows_that_come_and_go() {
        let points = [point(0, &[3]), point(-5, &[2, 1]), point(10, &[])];
        let drawn = timeline(&points, 2);
        assert_eq!(
            drawn.lines,
            ["M0 1H0V2H1000V4H1000", "M0 4H0V3H1000V4H1000"]
        );
    }
}
