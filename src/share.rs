//! Shares, in whole hundredths of a percent.

/// `part` of `whole` in hundredths of a percent, rounded half up; 0 of nothing.
pub fn hundredths(part: u64, whole: u64) -> u32 {
    if whole == 0 {
        return 0;
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    ((20_000 * part + whole) / (2 * whole)) as u32
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
    }
}
