//! The verdict on a claim: against itself first, then against the declared result, then against the
//! count as of an hour. A reader's scenario plays no part.

use super::background::Background;
use super::book::Book;
use super::consistency::{Contradiction, contradictions};
use super::fact::{Ground, Known, Need, Value, known};
use super::figure::{Claim, Figure};
use super::grammar::understand;
use super::hour::another_hour;
use super::measure::{Kind, Measure};
use super::printed::{Printed, Ratio};
use super::terms::{is_of_others, is_whole_house};
use super::verdict::{Answer, Finding, Fits, Held, Reading, Verdict};

/// Checks a text.
pub fn check(text: &str, book: &Book, background: &Background) -> Answer {
    let understood = understand(text, book, background);
    let claims = understood.claims.iter().zip(&understood.doubtful);
    let judged = claims.map(|(claim, doubtful)| (judge(claim, book, background), doubtful));
    let sure = judged.filter(|(reading, doubtful)| is_sure(reading, doubtful));
    let mut readings: Vec<Reading> = sure.map(|(reading, _)| reading).collect();
    // What is impossible is not what was meant, if the text can mean something else.
    if readings
        .iter()
        .any(|reading| reading.verdict != Verdict::Impossible)
    {
        readings.retain(|reading| reading.verdict != Verdict::Impossible);
    }
    answer(readings, understood.unread)
}

/// Whether a verdict against a claim rests on figures that were read in full. Words that were not
/// read may say something else of the others, so they make nothing wrong.
fn is_sure(reading: &Reading, doubtful: &[usize]) -> bool {
    if !matches!(
        reading.verdict,
        Verdict::Wrong | Verdict::Contradicts | Verdict::Impossible
    ) {
        return true;
    }
    let sure = |figure: &usize| !doubtful.contains(figure);
    let mut figures = reading.findings.iter().enumerate();
    let wrong = figures.any(|(i, one)| one.verdict == Some(Verdict::Wrong) && sure(&i));
    let mut faults = reading.contradictions.iter();
    wrong || faults.any(|fault| fault.figures.iter().all(sure))
}

/// Checks a claim that was understood before.
pub fn check_claim(claim: &Claim, book: &Book, background: &Background) -> Answer {
    let readings = match claim.figures.is_empty() {
        true => Vec::new(),
        false => vec![judge(claim, book, background)],
    };
    answer(readings, Vec::new())
}

fn answer(readings: Vec<Reading>, unread: Vec<String>) -> Answer {
    Answer {
        verdict: readings.iter().map(|reading| reading.verdict).min(),
        readings,
        unread,
    }
}

/// A reading against the election it speaks of.
fn judge(claim: &Claim, book: &Book, background: &Background) -> Reading {
    let Some(id) = claim
        .election
        .as_ref()
        .filter(|id| **id != book.election.id)
    else {
        return judge_here(claim, book, background);
    };
    let mut earlier = background.earlier.iter();
    match earlier.find(|one| one.book.election.id == *id) {
        Some(found) => {
            let before = Background {
                earlier: earlier.cloned().collect(),
                ..Background::default()
            };
            judge_here(claim, &found.book, &before)
        }
        None => {
            let missing = claim.figures.iter().map(|_| undecided("election"));
            Reading {
                claim: claim.clone(),
                kind: claim.kind(),
                election: id.clone(),
                verdict: Verdict::Undecided,
                hour: None,
                contradictions: Vec::new(),
                findings: missing.collect(),
            }
        }
    }
}

fn judge_here(claim: &Claim, book: &Book, background: &Background) -> Reading {
    let ground = Ground {
        book,
        background,
        claim,
    };
    let findings = findings(ground);
    let contradictions = contradictions(claim, book);
    let worst = findings.iter().filter_map(|finding| finding.verdict).max();
    let mut verdict = worst.unwrap_or(Verdict::Undecided);
    let mut hour = None;
    if contradictions.iter().any(Contradiction::is_impossible) {
        verdict = Verdict::Impossible;
    } else if !contradictions.is_empty() {
        verdict = Verdict::Contradicts;
    } else if verdict == Verdict::Wrong {
        hour = another_hour(ground);
        if hour.is_some() {
            verdict = Verdict::AnotherHour;
        }
    }
    Reading {
        claim: claim.clone(),
        kind: claim.kind(),
        election: book.election.id.clone(),
        verdict,
        hour,
        contradictions,
        findings,
    }
}

/// What is said of every figure of a claim, in their order.
pub fn findings(ground: Ground) -> Vec<Finding> {
    let whole_house = is_whole_house(ground.claim, ground.book);
    let figures = ground.claim.figures.iter();
    figures
        .map(|figure| {
            let figure = with_terms(ground.claim, figure);
            let mut finding = match known(ground, &figure) {
                Ok(values) => finding(&figure, &values),
                Err(need) => undecided(need.code()),
            };
            if is_of_others(&figure) && !whole_house && figure.measure != Measure::Total {
                finding.verdict = None;
            }
            finding
        })
        .collect()
}

/// A total that names nobody is the total of all who are named.
fn with_terms(claim: &Claim, figure: &Figure) -> Figure {
    let mut figure = figure.clone();
    if figure.measure == Measure::Total && figure.who.is_empty() {
        let terms = claim
            .figures
            .iter()
            .filter(|one| one.measure.kind() == Kind::Sum);
        figure.who = terms.flat_map(|one| one.who.clone()).collect();
    }
    figure
}

fn undecided(need: &'static str) -> Finding {
    Finding {
        verdict: Some(Verdict::Undecided),
        held: Vec::new(),
        needs: Some(need),
        fits: Vec::new(),
    }
}

/// What is said of a figure that has these values.
pub fn finding(figure: &Figure, values: &[Known]) -> Finding {
    let fits = |known: &Known| match (known.value.clone(), figure.number) {
        (Value::Number(value), Some(number)) => figure.allows(number).fits(value),
        (Value::Truth(holds), _) => holds,
        (Value::Number(_), None) => false,
    };
    if figure.number.is_none() && !figure.measure.is_numberless() {
        return undecided(Need::Number.code());
    }
    let verdict = match values.iter().find(|known| fits(known)) {
        Some(known) if known.usual => Verdict::Right,
        Some(_) => Verdict::AnotherReading,
        None if values.is_empty() => Verdict::Undecided,
        None => Verdict::Wrong,
    };
    let held = values.iter().map(|known| Held {
        code: known.code,
        fits: fits(known),
        value: match (&known.value, figure.number) {
            (Value::Number(value), Some(number)) => Some(number.like(*value)),
            _ => None,
        },
        of: known.of,
        ids: known.ids.clone(),
    });
    Finding {
        verdict: Some(verdict),
        held: held.collect(),
        needs: None,
        fits: match figure.number.filter(|_| figure.measure == Measure::Strike) {
            Some(number) => whole_numbers(number, values),
            None => Vec::new(),
        },
    }
}

/// Every n of every denominator that the printed percentage could be of.
fn whole_numbers(number: Printed, values: &[Known]) -> Vec<Fits> {
    let wholes = values
        .iter()
        .filter_map(|known| known.of.map(|(_, whole)| whole));
    let gives = |part: u64, whole: u64| Ratio::percent(part, whole).is_some_and(|r| number.fits(r));
    let fits = wholes.map(|of| Fits {
        of,
        parts: (0..=of).filter(|&part| gives(part, of)).collect(),
    });
    fits.collect()
}
