//! The figures of a claim that are added up.

use super::book::Book;
use super::figure::{Claim, Figure, OTHERS};
use super::measure::Measure;
use super::printed::Bound;
use super::sides::within;

/// A whole number that is stated exactly.
pub fn exact(figure: &Figure) -> Option<u64> {
    let number = figure
        .number
        .filter(|number| number.bound == Bound::Exact)?;
    number.as_whole()
}

/// Figures of one sum: seats of the whole house, won and leading added where they stand apart.
pub fn terms(claim: &Claim) -> Vec<(usize, &Figure, u64)> {
    let of_sum = |figure: &&Figure| {
        matches!(
            figure.measure,
            Measure::Seats | Measure::Won | Measure::Leading
        ) && figure.place.is_none()
            && figure.without.is_empty()
    };
    let figures = claim.figures.iter().enumerate();
    let terms = figures.filter(|(_, figure)| of_sum(figure));
    terms
        .filter_map(|(i, figure)| Some((i, figure, exact(figure)?)))
        .collect()
}

/// The terms that speak of nobody whom another term speaks of: of "NDA 24, BJP 21" the first.
pub fn outermost<'c>(claim: &'c Claim, book: &Book) -> Vec<(usize, &'c Figure, u64)> {
    let all = terms(claim);
    let inside = |figure: &Figure, other: &Figure| {
        figure.who.iter().all(|who| {
            other
                .who
                .iter()
                .any(|whole| who != whole && within(&book.election, who, whole))
        })
    };
    let keep = all
        .iter()
        .filter(|(_, figure, _)| !all.iter().any(|(_, other, _)| inside(figure, other)));
    let mut kept: Vec<(usize, &Figure, u64)> = keep.copied().collect();
    // "56: won 5, leading 51": the whole is not added to its parts.
    let whole = |figure: &Figure| {
        figure.measure == Measure::Seats
            && all
                .iter()
                .any(|(_, other, _)| other.measure != Measure::Seats && other.who == figure.who)
    };
    kept.retain(|(_, figure, _)| !whole(figure));
    kept
}

/// Whether the list of a claim is meant to be the whole house: its terms, or the total it states,
/// come to all seats. Only then are its "others" judged.
pub fn is_whole_house(claim: &Claim, book: &Book) -> bool {
    let house = book.election.constituencies.len() as u64;
    let sum: u64 = outermost(claim, book).iter().map(|(_, _, n)| n).sum();
    let mut totals = claim
        .figures
        .iter()
        .filter(|figure| figure.measure == Measure::Total);
    sum == house || totals.any(|total| exact(total) == Some(house))
}

/// Whether a figure speaks of those who are not named beside it.
pub fn is_of_others(figure: &Figure) -> bool {
    figure.who.iter().any(|who| who == OTHERS)
}
