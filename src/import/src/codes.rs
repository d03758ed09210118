//! The number a constituency has in links, from its code.

use std::cmp::Ordering;

use crate::house::Place;

/// The largest number the data format takes.
const MOST: u32 = 999_999;

/// A number for each constituency: the codes themselves where all are different plain numbers,
/// else 1, 2, 3 … in the order of the codes, or of state and name where there are none.
pub fn numbers(places: &[Place]) -> Vec<u32> {
    let own: Vec<Option<u32>> = places
        .iter()
        .map(|place| {
            let code = place.code.as_deref()?;
            let digits = code.bytes().all(|b| b.is_ascii_digit());
            code.parse::<u32>()
                .ok()
                .filter(|n| digits && (1..=MOST).contains(n))
        })
        .collect();
    let mut seen: Vec<u32> = own.iter().flatten().copied().collect();
    seen.sort_unstable();
    seen.dedup();
    if seen.len() == places.len() {
        return own.into_iter().map(Option::unwrap_or_default).collect();
    }
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|a, b| {
        let (a, b) = (&places[*a], &places[*b]);
        let codes = match (&a.code, &b.code) {
            (Some(a), Some(b)) => natural(a, b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        };
        codes
            .then_with(|| a.state.cmp(&b.state))
            .then_with(|| a.written.cmp(&b.written))
    });
    let mut numbers = vec![0; places.len()];
    for (number, place) in order.into_iter().enumerate() {
        numbers[place] = number as u32 + 1;
    }
    numbers
}

/// Compares codes so that `NA-2` comes before `NA-10`.
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    while !left.is_empty() && !right.is_empty() {
        let (head_a, rest_a) = chunk(left);
        let (head_b, rest_b) = chunk(right);
        let order = match (number(head_a), number(head_b)) {
            (Some(a), Some(b)) => a.len().cmp(&b.len()).then_with(|| a.cmp(b)),
            _ => head_a.cmp(head_b),
        };
        if order != Ordering::Equal {
            return order;
        }
        (left, right) = (rest_a, rest_b);
    }
    left.len().cmp(&right.len()).then_with(|| a.cmp(b))
}

fn number(chunk: &str) -> Option<&str> {
    chunk
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| chunk.trim_start_matches('0'))
}

fn chunk(text: &str) -> (&str, &str) {
    let digits = text.starts_with(|c: char| c.is_ascii_digit());
    let end = text
        .find(|c: char| c.is_ascii_digit() != digits)
        .unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_the_order_people_expect() {
        let mut codes = [
            "NA-10",
            "NA-2",
            "E14001170",
            "P.001",
            "NA-1",
            "P.2",
            "W07000081",
        ];
        codes.sort_by(|a, b| natural(a, b));
        assert_eq!(
            codes,
            [
                "E14001170",
                "NA-1",
                "NA-2",
                "NA-10",
                "P.001",
                "P.2",
                "W07000081"
            ]
        );
    }
}
