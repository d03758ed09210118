//! Sorting in little code: the standard library's sorts are fast and large, and every byte here is paid by a phone.

use crate::FULL;
use std::cmp::Ordering;

/// Sorts a short list in place, equal items staying in their order. Quadratic in the worst case, linear where the list is
/// sorted already: for a ballot, a list of parties, the edits of a scenario.
pub fn short<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && compare(&items[at - 1], &items[at]) == Ordering::Greater {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// The places 0 to `len - 1` in order, equal ones as they stand: a merge sort from runs that are sorted already. Where
/// every byte counts, lists are short or in order already.
pub fn places(len: usize, compare: &mut impl FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    if FULL {
        merge(&mut order, compare);
    } else {
        short(&mut order, |&a, &b| compare(a, b));
    }
    order
}

/// One for all that sort, whatever they compare.
fn merge(order: &mut Vec<usize>, compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    let len = order.len();
    let mut spare = order.clone();
    let mut width = 1;
    while width < len {
        for start in (0..len).step_by(2 * width) {
            let (mut left, mut right) = (start, (start + width).min(len));
            let (middle, end) = (right, (start + 2 * width).min(len));
            for slot in &mut spare[start..end] {
                let from_left = left < middle
                    && (right == end || compare(order[left], order[right]) != Ordering::Greater);
                let from = if from_left { &mut left } else { &mut right };
                *slot = order[*from];
                *from += 1;
            }
        }
        std::mem::swap(order, &mut spare);
        width *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn both_sort_as_the_standard_library_does(keys in prop::collection::vec(0_u8..20, 0..200)) {
            let tagged: Vec<(u8, usize)> = keys.iter().copied().zip(0..).collect();
            let mut expected = tagged.clone();
            expected.sort_by_key(|item| item.0);
            let mut sorted = tagged.clone();
            short(&mut sorted, |a, b| a.0.cmp(&b.0));
            prop_assert_eq!(&sorted, &expected);
            let order = places(keys.len(), &mut |a, b| keys[a].cmp(&keys[b]));
            let placed: Vec<(u8, usize)> = order.into_iter().map(|i| tagged[i]).collect();
            prop_assert_eq!(placed, expected);
        }
    }
}
