//! The normal distribution, rounded to whole steps.

use std::f64::consts::FRAC_1_SQRT_2;

/// Beyond so many standard deviations a side of the distribution counts as nothing: 1e-15.
const TAIL: f64 = 8.0;

/// A normal distribution around a whole step, drawn and rounded half up to whole steps.
#[derive(Debug, Clone)]
pub struct Normal {
    /// The chance to draw less than so many steps and a half above the middle.
    below: Vec<f64>,
}

impl Normal {
    /// With this standard deviation in steps; of 0, everything is in the middle.
    pub fn new(deviation: u32) -> Normal {
        let deviation = f64::from(deviation);
        let steps = 0..(TAIL * deviation) as u32;
        let below = |step| below((f64::from(step) + 0.5) / deviation);
        Normal {
            below: steps.map(below).collect(),
        }
    }

    /// The chance that a draw around `middle` is the step `first` or a later one.
    #[inline]
    pub fn reaches(&self, middle: i32, first: i32) -> f64 {
        let above = middle.saturating_sub(first);
        let side = |steps: i32| self.below.get(steps as usize).copied().unwrap_or(1.0);
        if above >= 0 {
            side(above)
        } else {
            1.0 - side(-1 - above)
        }
    }
}

/// The chance that a normal number of mean 0 and standard deviation 1 is below `z`.
fn below(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabled_values_of_the_normal_distribution() {
        // Abramowitz and Stegun, table 26.1.
        for (z, expected) in [
            (0.0, 0.5),
            (0.5, 0.691_462_461_274_013),
            (1.0, 0.841_344_746_068_543),
            (2.0, 0.977_249_868_051_821),
            (3.0, 0.998_650_101_968_370),
        ] {
            assert!((below(z) - expected).abs() < 1e-15, "{z}");
            assert!((below(-z) - (1.0 - expected)).abs() < 1e-15, "{z}");
        }
    }

    #[test]
    fn steps_are_rounded_half_up() {
        let normal = Normal::new(100);
        // The middle itself is reached from half a step below it.
        assert!((normal.reaches(7, 7) - below(0.005)).abs() < 1e-15);
        assert!((normal.reaches(7, 8) - below(-0.005)).abs() < 1e-15);
        assert!((normal.reaches(-50, 100) - below(-1.495)).abs() < 1e-15);
        assert_eq!(normal.reaches(0, i32::MIN), 1.0);
        assert_eq!(normal.reaches(0, 10_000), 0.0);
    }

    #[test]
    fn without_deviation_it_is_the_middle() {
        let normal = Normal::new(0);
        assert_eq!((normal.reaches(3, 3), normal.reaches(3, 4)), (1.0, 0.0));
    }
}
