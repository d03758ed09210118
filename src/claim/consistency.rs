//! A claim against itself: sums, ratios, parts and wholes.

use super::book::Book;
use super::figure::{Claim, Figure};
use super::measure::Measure;
use super::printed::{Bound, Printed, Ratio};
use super::sides::within;
use super::terms::{exact, outermost, terms};
use serde::Serialize;

/// Something in a claim that cannot be, whatever the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Contradiction {
    /// "sum", "parts", "ratio", "then" for a claim that contradicts itself; "more-than-house",
    /// "more-than-whole", "over-hundred" for one that is impossible.
    pub code: &'static str,
    /// What the claim's own figures come to.
    pub adds: String,
    /// What the claim says instead.
    pub says: String,
    /// Indexes of the figures.
    pub figures: Vec<usize>,
}

impl Contradiction {
    /// Whether no result at all could make it true.
    pub fn is_impossible(&self) -> bool {
        self.code.starts_with("more-than") || self.code.starts_with("over")
    }

    fn new(code: &'static str, adds: String, says: impl ToString, figures: Vec<usize>) -> Self {
        Contradiction {
            code,
            adds,
            says: says.to_string(),
            figures,
        }
    }
}

/// Everything in a claim that contradicts itself or cannot be.
pub fn contradictions(claim: &Claim, book: &Book) -> Vec<Contradiction> {
    let mut found = impossible(claim, book);
    found.extend(totals(claim, book));
    found.extend(parts(claim, book));
    found.extend(ratios(claim));
    found.extend(changes(claim));
    found
}

/// What no result could make so: too large a number, too large a sum, a part above its whole.
fn impossible(claim: &Claim, book: &Book) -> Vec<Contradiction> {
    let figures = claim.figures.iter().enumerate();
    let mut found: Vec<Contradiction> = figures
        .filter_map(|(i, figure)| too_large(i, figure, book))
        .collect();
    if found.is_empty() {
        found.extend(sum_above_house(claim, book));
    }
    let whole = |measure| matches!(measure, Measure::Contested | Measure::Members);
    for (part, whole) in pairs(claim, whole) {
        let [adds, says] = [part, whole].map(|i| exact(&claim.figures[i]));
        if adds > says {
            let adds = adds.unwrap_or_default().to_string();
            let says = says.unwrap_or_default();
            let figures = vec![part, whole];
            found.push(Contradiction::new("more-than-whole", adds, says, figures));
        }
    }
    found
}

/// More than 100 percent, or more seats than the house has.
fn too_large(i: usize, figure: &Figure, book: &Book) -> Option<Contradiction> {
    let house = book.election.constituencies.len() as u64;
    let number = figure.number?;
    let (code, most) = match figure.measure {
        measure if measure.is_percent() => ("over-hundred", 100),
        measure if measure.counts_seats() => ("more-than-house", house),
        _ => return None,
    };
    exceeds(number, Ratio::whole(most))
        .then(|| Contradiction::new(code, most.to_string(), number, vec![i]))
}

/// A sum of more seats than the house has, if nobody is counted twice in it.
fn sum_above_house(claim: &Claim, book: &Book) -> Option<Contradiction> {
    let house = book.election.constituencies.len() as u64;
    let terms = outermost(claim, book);
    let named = terms.iter().flat_map(|(_, figure, _)| &figure.who);
    let mut who: Vec<&String> = named.collect();
    let all = who.len();
    who.sort();
    who.dedup();
    let mut of_terms = terms.iter();
    let parted = of_terms.any(|(_, figure, _)| figure.measure != Measure::Seats);
    let sum: u64 = terms.iter().map(|(_, _, n)| n).sum();
    let figures = terms.iter().map(|(i, ..)| *i).collect();
    let too_many = sum > house && (who.len() == all || parted);
    too_many.then(|| Contradiction::new("more-than-house", sum.to_string(), house, figures))
}

/// Whether a printed number is certainly above a value.
fn exceeds(number: Printed, value: Ratio) -> bool {
    let bound = Printed {
        bound: Bound::Under,
        ..number
    };
    let claims_more = matches!(number.bound, Bound::Exact | Bound::Over | Bound::Least);
    claims_more && bound.fits(value)
}

/// Each total against the terms before it: those its own side covers, or all of them.
fn totals(claim: &Claim, book: &Book) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for (i, total) in claim.figures.iter().enumerate() {
        let Some(says) = exact(total).filter(|_| total.measure == Measure::Total) else {
            continue;
        };
        let covered = |figure: &Figure| {
            total.who.is_empty()
                || figure.who.iter().all(|who| {
                    total
                        .who
                        .iter()
                        .any(|whole| within(&book.election, who, whole))
                })
        };
        let terms: Vec<_> = outermost(claim, book)
            .into_iter()
            .filter(|(_, figure, _)| covered(figure))
            .collect();
        let adds: u64 = terms.iter().map(|(_, _, n)| n).sum();
        if terms.len() > 1 && adds != says {
            let figures = terms.iter().map(|(k, ..)| *k).chain([i]).collect();
            found.push(Contradiction::new("sum", adds.to_string(), says, figures));
        }
    }
    found
}

/// An alliance against its parties, where all that won or stood are listed, or too many seats are.
fn parts(claim: &Claim, book: &Book) -> Vec<Contradiction> {
    let all = terms(claim);
    let mut found = Vec::new();
    for (i, whole, says) in &all {
        let [id] = whole.who.as_slice() else { continue };
        let Some(alliance) = book.election.alliance(id) else {
            continue;
        };
        let parties = &book.election.alliances[alliance as usize].parties;
        let parties = parties
            .iter()
            .map(|&party| &book.election.parties[party as usize]);
        let listed: Vec<_> = all
            .iter()
            .filter(|(_, figure, _)| {
                !figure.who.contains(id)
                    && figure.who.iter().all(|who| within(&book.election, who, id))
            })
            .collect();
        let named = |party: &String| {
            listed
                .iter()
                .any(|(_, figure, _)| figure.who.contains(party))
        };
        let complete = parties.clone().all(named);
        let adds: u64 = listed.iter().map(|(_, _, n)| n).sum();
        let parted = all
            .iter()
            .filter(|(_, figure, _)| figure.who == whole.who)
            .count()
            > 1;
        if !parted && (adds > *says || (complete && adds != *says)) {
            let figures = listed.iter().map(|(k, ..)| *k).chain([*i]).collect();
            found.push(Contradiction::new("parts", adds.to_string(), says, figures));
        }
    }
    found
}

/// A part, and the figure of the same side that says of how many.
fn pairs(claim: &Claim, is_whole: impl Fn(Measure) -> bool) -> Vec<(usize, usize)> {
    let is_part = |measure: Measure| {
        matches!(
            measure,
            Measure::Seats | Measure::Wins | Measure::Lost | Measure::Retained | Measure::Needed
        )
    };
    let figures = || claim.figures.iter().enumerate();
    let mut pairs = Vec::new();
    for (whole, of) in figures().filter(|(_, figure)| is_whole(figure.measure)) {
        let parts = figures().filter(|(_, part)| is_part(part.measure) && part.who == of.who);
        pairs.extend(parts.map(|(part, _)| (part, whole)));
    }
    pairs
}

/// Seats won of seats contested against the percentage printed beside them.
fn ratios(claim: &Claim) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for (part, whole) in pairs(claim, |measure| measure == Measure::Contested) {
        if !matches!(claim.figures[part].measure, Measure::Seats | Measure::Wins) {
            continue;
        }
        let who = &claim.figures[whole].who;
        let strikes = claim
            .figures
            .iter()
            .enumerate()
            .filter(|(_, figure)| figure.measure == Measure::Strike && figure.who == *who);
        for (i, strike) in strikes {
            let ratio = exact(&claim.figures[part]).zip(exact(&claim.figures[whole]));
            let ratio = ratio.and_then(|(part, whole)| Ratio::percent(part, whole));
            if let Some((ratio, number)) = ratio.zip(strike.number)
                && !number.fits(ratio)
            {
                let adds = number.like(ratio);
                found.push(Contradiction::new(
                    "ratio",
                    adds,
                    number,
                    vec![part, whole, i],
                ));
            }
        }
    }
    found
}

/// Seats then and a gain or loss against the seats now.
fn changes(claim: &Claim) -> Vec<Contradiction> {
    let find = |measures: &[Measure], who: &[String]| {
        let figures = claim.figures.iter().enumerate();
        let mut found = figures.filter(|(_, f)| measures.contains(&f.measure) && f.who == who);
        found.find_map(|(i, figure)| Some((i, exact(figure)?)))
    };
    let mut found = Vec::new();
    for (i, change) in claim.figures.iter().enumerate() {
        let sign: i128 = match change.measure {
            Measure::Gain => 1,
            Measure::Loss => -1,
            _ => continue,
        };
        let now = find(&[Measure::Seats, Measure::Wins], &change.who);
        let then = find(&[Measure::SeatsThen], &change.who);
        let (Some((now, seats)), Some((then, was)), Some(by)) = (now, then, exact(change)) else {
            continue;
        };
        let adds = i128::from(was) + sign * i128::from(by);
        if adds != i128::from(seats) {
            found.push(Contradiction::new(
                "then",
                adds.to_string(),
                seats,
                vec![then, i, now],
            ));
        }
    }
    found
}
