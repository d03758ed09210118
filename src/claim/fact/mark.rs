//! The house, its majority mark, and how far from it somebody is.

use super::Known;
use crate::claim::figure::Figure;
use crate::claim::measure::Measure;
use crate::election::Election;
use crate::majority;

pub fn house(election: &Election) -> Vec<Known> {
    let seats = election.constituencies.len() as u64;
    let nominated = election
        .nominated
        .map(|nominated| u64::from(nominated.members));
    let with = nominated.map(|more| Known::number("with-nominated", seats + more).unusual());
    [Some(Known::number("elected", seats)), with]
        .into_iter()
        .flatten()
        .collect()
}

/// The mark on a named base alone, where one is named; else on all seats, on the members now, and
/// with nominated members.
pub fn marks(election: &Election, figure: &Figure) -> Vec<Known> {
    let of = |code, base: u64| Known {
        of: Some((base, base)),
        ..Known::number(code, base / 2 + 1)
    };
    if let Some(base) = figure.limit.and_then(|limit| limit.as_whole()) {
        return vec![of("named-base", base)];
    }
    let seats = election.constituencies.len() as u64;
    let now = election
        .constituencies
        .iter()
        .filter(|one| one.holder.is_some())
        .count() as u64;
    let mut marks = vec![of("all-seats", seats)];
    if now != seats && now > 0 {
        marks.push(of("members-now", now).unusual());
    }
    if let Some(nominated) = election.nominated.filter(|nominated| nominated.voting) {
        marks.push(of("with-nominated", seats + u64::from(nominated.members)).unusual());
    }
    marks
}

pub fn distance(election: &Election, figure: &Figure, seats: u64) -> Vec<Known> {
    let mark = i128::from(majority::mark(election.constituencies.len() as u32));
    let above = i128::from(seats) - mark;
    let value = if figure.measure == Measure::Above {
        above
    } else {
        -above
    };
    vec![Known {
        of: Some((seats, mark as u64)),
        ..Known::number("from-mark", value)
    }]
}
