//! The count of an hour at which a claim was right.

use super::background::Tally;
use super::check::{finding, findings};
use super::fact::{Ground, known};
use super::figure::{Figure, OTHERS};
use super::measure::Measure;
use super::printed::Ratio;
use super::verdict::{Finding, Verdict};

/// The hour of the day of counting at which every figure was right; "" where it is not known.
pub fn another_hour(ground: Ground) -> Option<String> {
    let all_right = |findings: Vec<Finding>| {
        findings
            .iter()
            .all(|finding| finding.verdict.is_none_or(|v| v <= Verdict::AnotherReading))
    };
    let hours = &ground.background.hours;
    let hour = hours
        .iter()
        .find(|&book| all_right(findings(Ground { book, ..ground })));
    if let Some(book) = hour {
        return Some(book.at.clone().unwrap_or_default());
    }
    let tallies = &ground.background.tallies;
    let tally = tallies.iter().find(|tally| {
        let figures = &ground.claim.figures;
        figures.iter().all(|figure| in_tally(ground, figure, tally))
    });
    tally.map(|tally| tally.time.clone().unwrap_or_default())
}

/// Whether a printed tally has a figure so.
fn in_tally(ground: Ground, figure: &Figure, tally: &Tally) -> bool {
    let ([who], None, Some(number)) = (figure.who.as_slice(), &figure.place, figure.number) else {
        return false;
    };
    if !figure.without.is_empty() {
        return false;
    }
    let key = if who == OTHERS { "" } else { who };
    let Some([won, leading, both]) = tally.seats.get(key).or(tally.parties.get(key)) else {
        return false;
    };
    let fits = |n: Option<u32>| n.is_some_and(|n| number.fits(Ratio::whole(n)));
    match figure.measure {
        Measure::Won => fits(*won),
        Measure::Leading => fits(*leading),
        Measure::Seats | Measure::Wins => fits(*both),
        Measure::Strike => {
            let values = known(ground, figure).unwrap_or_default();
            let mut wholes = values
                .iter()
                .filter_map(|known| known.of.map(|(_, whole)| whole));
            let ratio = |whole| Ratio::percent((*both)?.into(), whole);
            wholes.any(|whole| ratio(whole).is_some_and(|ratio| number.fits(ratio)))
        }
        _ => {
            let values = known(ground, figure).unwrap_or_default();
            finding(figure, &values)
                .verdict
                .is_some_and(|v| v <= Verdict::AnotherReading)
        }
    }
}
