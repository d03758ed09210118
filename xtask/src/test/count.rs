//! How many tests passed, read from what the test programs print.

use std::ops::Add;

/// Tests that passed and tests that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
}

impl Count {
    /// One check.
    pub fn one(passed: bool) -> Self {
        Self {
            passed: usize::from(passed),
            failed: usize::from(!passed),
        }
    }

    /// Whether something ran and nothing failed.
    pub fn is_good(self) -> bool {
        self.failed == 0 && self.passed > 0
    }

    /// What a program that printed `self` and ended well or not stands for: an end without success
    /// is a failure even where no test says so (it did not compile, it was killed), and so is a run
    /// without any test.
    pub fn ended(self, well: bool) -> Self {
        let silent = self.failed == 0 && (!well || self.passed == 0);
        Self {
            failed: self.failed + usize::from(silent),
            ..self
        }
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

/// What one line of `cargo test` says: `test result: ok. 3 passed; 0 failed; …`.
pub fn cargo(line: &str) -> Count {
    let Some(result) = line.trim().strip_prefix("test result: ") else {
        return Count::default();
    };
    let number = |word: &str| {
        let before = result
            .split(['.', ';'])
            .find_map(|part| part.trim().strip_suffix(word))?;
        before.trim().parse().ok()
    };
    Count {
        passed: number(" passed").unwrap_or(0),
        failed: number(" failed").unwrap_or(0),
    }
}

/// What one line of `cargo xtask fuzz` says: `ok   claims: 812 inputs, …` or `FAIL claims: …`.
pub fn fuzz(line: &str) -> Count {
    match line.split_whitespace().next() {
        Some("ok") => Count::one(true),
        Some("FAIL") => Count::one(false),
        _ => Count::default(),
    }
}

/// What one line of the summary of Node's test runner says, such as `ℹ pass 3` or `ℹ fail 0`.
pub fn node(line: &str) -> Count {
    let mut words = line.split_whitespace();
    let (Some("ℹ"), Some(word), Some(Ok(number)), None) = (
        words.next(),
        words.next(),
        words.next().map(str::parse),
        words.next(),
    ) else {
        return Count::default();
    };
    match word {
        "pass" => Count {
            passed: number,
            failed: 0,
        },
        "fail" | "cancelled" => Count {
            passed: 0,
            failed: number,
        },
        _ => Count::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, cargo, fuzz, node};

    fn count(passed: usize, failed: usize) -> Count {
        Count { passed, failed }
    }

    fn sum(read: fn(&str) -> Count, text: &str) -> Count {
        text.lines()
            .map(read)
            .fold(Count::default(), |sum, line| sum + line)
    }

    #[test]
    fn cargo_summaries_add_up() {
        let text = "running 2 tests\n..\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s\n\
            test a ... ok\n test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out\ntest result: oddly\n";
        assert_eq!(sum(cargo, text), count(14, 3));
    }

    #[test]
    fn node_summaries_add_up() {
        let text = "✔ pass 4 (1ms)\nℹ tests 9\nℹ suites 2\nℹ pass 5\nℹ fail 1\nℹ cancelled 2\nℹ skipped 1\nℹ todo 0\nℹ duration_ms 12.5\nℹ pass 7 of these\n";
        assert_eq!(sum(node, text), count(5, 3));
    }

    #[test]
    fn attacks_add_up() {
        let text = "seed 1\nok   tables: 9 inputs\nFAIL claims: why\ninput:\nokay\n";
        assert_eq!(sum(fuzz, text), count(1, 1));
    }

    #[test]
    fn ending_badly_or_testing_nothing_is_a_failure() {
        assert_eq!(count(3, 0).ended(true), count(3, 0));
        assert_eq!(count(3, 0).ended(false), count(3, 1));
        assert_eq!(count(3, 2).ended(false), count(3, 2));
        assert_eq!(count(0, 0).ended(true), count(0, 1));
        assert!(!count(0, 0).is_good() && !count(9, 1).is_good() && count(1, 0).is_good());
    }
}
