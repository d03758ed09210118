//! Largest remainder: how votes leave several candidates at once.

use crate::scenario::WHOLE;
use std::cmp::Reverse;

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
    let mut left = moved;
    let mut remainders = Vec::with_capacity(lines.len());
    let mut parts: Vec<u32> = Vec::with_capacity(lines.len());
    for &(votes, _) in lines {
        let (part, remainder) = divided(moved, votes, all);
        left -= part;
        parts.push(part as u32);
        remainders.push(Some(remainder));
    }
    // Less than one vote for each, and few candidates.
    for _ in 0..left {
        let key = |i: usize| remainders[i].map(|rest| (rest, lines[i].0, Reverse(lines[i].1)));
        if let Some(next) = (0..lines.len()).max_by_key(|&i| key(i)) {
            parts[next] += 1;
            remainders[next] = None;
        }
    }
    parts
}

/// `moved × votes` by `all`, and what remains. Wide numbers are slow, and only the largest products need them.
fn divided(moved: u64, votes: u32, all: u64) -> (u64, u64) {
    match moved.checked_mul(u64::from(votes)) {
        Some(product) => (product / all, product % all),
        None => {
            let (product, all) = (u128::from(moved) * u128::from(votes), u128::from(all));
            ((product / all) as u64, (product % all) as u64)
        }
    }
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
        // Level in everything but the serial, written in no order.
        assert_eq!(parts(&[(5, 3), (5, 1), (5, 2)], 4), [1, 2, 1]);
    }

    #[test]
    fn more_votes_than_fit_into_one_number() {
        let most = u32::MAX;
        let lines = [(most, 1), (most, 2), (most, 3)];
        assert_eq!(parts(&lines, 2 * u64::from(most)), [most / 3 * 2; 3]);
        assert_eq!(divided(u64::MAX, 2, 4), (u64::MAX / 2, 2));
    }
}
