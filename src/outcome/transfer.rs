//! How votes leave several candidates at once.

use crate::prelude::*;
use crate::scenario::WHOLE;
use core::cmp::Reverse;

/// `part` hundredths of a percent of `whole`, rounded half up.
pub fn share(whole: u64, part: u32) -> u64 {
    (whole * u64::from(part) + u64::from(WHOLE / 2)) / u64::from(WHOLE)
}

/// What each of several candidates, given by present votes and serial, gives of `moved` votes: in proportion to its
/// votes, rounded down, the rest one by one to the largest remainders, then to more votes, then to the lower serial.
/// `moved` is at most their votes together.
pub fn parts(lines: &[(u32, u16)], moved: u64) -> Vec<u32> {
    let all: u64 = lines.iter().map(|line| u64::from(line.0)).sum();
    if all == 0 {
        return vec![0; lines.len()];
    }
    let product = |line: &(u32, u16)| u128::from(moved) * u128::from(line.0);
    let mut parts: Vec<u32> = lines
        .iter()
        .map(|line| (product(line) / u128::from(all)) as u32)
        .collect();
    let given: u64 = parts.iter().map(|&part| u64::from(part)).sum();
    let mut order: Vec<usize> = (0..lines.len()).collect();
    crate::order::short(&mut order, |&a, &b| {
        let key = |i: usize| {
            let (votes, serial) = lines[i];
            let remainder = product(&lines[i]) % u128::from(all);
            (Reverse(remainder), Reverse(votes), serial)
        };
        key(a).cmp(&key(b))
    });
    for &i in order.iter().take((moved - given) as usize) {
        parts[i] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_round_half_up() {
        assert_eq!(share(50, 100), 1); // 0.5
        assert_eq!(share(49, 100), 0); // 0.49
        assert_eq!(share(u64::from(u32::MAX), WHOLE), u64::from(u32::MAX));
    }

    #[test]
    fn the_largest_remainder_then_more_votes_then_the_lower_serial() {
        assert_eq!(parts(&[(60, 1), (30, 2), (10, 3)], 10), [6, 3, 1]);
        // 2.5 and 2.5: equal remainders and votes.
        assert_eq!(parts(&[(10, 9), (10, 4)], 5), [2, 3]);
        // 4.5 and 1.5: equal remainders.
        assert_eq!(parts(&[(3, 1), (9, 2)], 6), [1, 5]);
        assert_eq!(parts(&[(0, 1), (0, 2)], 0), [0, 0]);
        assert_eq!(parts(&[(7, 1), (0, 2)], 7), [7, 0]);
    }
}
