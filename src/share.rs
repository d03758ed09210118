//! Shares, in whole hundredths of a percent or in whole percent.

/// `part` of `whole` in hundredths of a percent, rounded half up; 0 of nothing. Only the whole is 100 %.
pub fn hundredths(part: u64, whole: u64) -> u32 {
    rounded(part, whole, 10_000)
}

/// `part` of `whole` in percent, rounded half up once, not from hundredths; 0 of nothing. Only the whole is 100 %.
pub fn percent(part: u64, whole: u64) -> u32 {
    rounded(part, whole, 100)
}

/// `part` of `whole` in parts of `scale`, rounded half up, but less than `scale` where a part is missing.
fn rounded(part: u64, whole: u64, scale: u128) -> u32 {
    if whole == 0 {
        return 0;
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    let share = (2 * scale * part + whole) / (2 * whole);
    match part < whole {
        true => share.min(scale - 1) as u32,
        false => share as u32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_up() {
        assert_eq!(hundredths(1, 3), 3_333);
        assert_eq!(hundredths(2, 3), 6_667);
        // 0.005 % is half of a hundredth.
        assert_eq!(hundredths(1, 20_000), 1);
        assert_eq!(hundredths(49, 1_000_000), 0);
        assert_eq!(hundredths(0, 0), 0);
        assert_eq!(hundredths(u64::MAX, u64::MAX), 10_000);
        // 76.497 % is 76.50 in hundredths, but 76 in percent.
        assert_eq!(
            (hundredths(76_497, 100_000), percent(76_497, 100_000)),
            (7_650, 76)
        );
        assert_eq!((percent(1, 200), percent(0, 0)), (1, 0));
    }

    #[test]
    fn only_the_whole_is_a_hundred_percent() {
        assert_eq!((hundredths(29_999, 30_000), percent(299, 300)), (9_999, 99));
        assert_eq!(
            (hundredths(30_000, 30_000), percent(300, 300)),
            (10_000, 100)
        );
        // What stands beside the whole may be more than it: votes for several candidates.
        assert_eq!(hundredths(3, 2), 15_000);
    }
}
