//! Printed claims: what was understood can be kept as an object and is judged alike, the verdict
//! follows from the figures, and seats are those of the data file, added up here.

use super::Target;
use super::support::shipped;
use seat_calculator::claim::background::Background;
use seat_calculator::claim::book::Book;
use seat_calculator::claim::check::check_claim;
use seat_calculator::claim::{
    Answer, Bound, Claim, Figure, Measure, Reading, Verdict, check as ask,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::OnceLock;

pub const TARGET: Target = Target {
    name: "claims",
    words: &[
        "JMM",
        "BJP",
        "Congress",
        "INDIA",
        "NDA",
        "JLKM",
        "independents",
        "others",
        " seats",
        " won ",
        " and ",
        " of ",
        "81",
        "41",
        "34",
        "56",
        "23.44%",
        "2019",
        "lakh",
        "crore",
        "over ",
        "at least ",
        "majority",
        "short of",
        "vote share",
        "strike rate",
        "margin",
        "two-thirds",
        ", ",
        ". ",
        " सीटें",
        "झामुमो",
        "बहुमत",
        "१२",
        "(",
        ")",
        "+",
        "-",
        "–",
    ],
    check,
};

/// What claims are held against, and the seats of every party.
struct Ground {
    book: Book,
    background: Background,
    seats: BTreeMap<String, u64>,
}

fn ground() -> &'static Ground {
    static GROUND: OnceLock<Ground> = OnceLock::new();
    GROUND.get_or_init(|| {
        let data = shipped("jharkhand-2024");
        let earlier = json!({"dataset": shipped("jharkhand-2019"), "successors": []});
        let all = json!({"earlier": [earlier], "hours": [shipped("jharkhand-2024-1723")]});
        let all = all.to_string();
        let all = serde_json::from_str(&all).unwrap();
        Ground {
            book: Book::from_json(&data.to_string()).unwrap(),
            background: Background::from_value(&all).unwrap(),
            seats: seats(&data),
        }
    })
}

/// Seats by party, straight from the data file.
fn seats(data: &Value) -> BTreeMap<String, u64> {
    let mut seats = BTreeMap::new();
    for one in data["constituencies"].as_array().unwrap() {
        let Some(serial) = one["winner"].as_u64() else {
            continue;
        };
        let lines = one["candidates"].as_array().unwrap().iter().enumerate();
        let mut lines =
            lines.filter(|(at, line)| line["serial"].as_u64().unwrap_or(*at as u64 + 1) == serial);
        let (_, line) = lines.next().unwrap();
        *seats
            .entry(line["party"].as_str().unwrap().to_owned())
            .or_default() += 1;
    }
    seats
}

fn check(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let ground = ground();
    let answer = ask(&text, &ground.book, &ground.background);
    check_verdict(&answer);
    let spaced = format!("  {text} ");
    let spaced = ask(&spaced, &ground.book, &ground.background);
    assert_eq!(spaced, answer, "spaces around it changes the answer");
    for reading in &answer.readings {
        check_kept(reading, ground);
        for (figure, finding) in reading.claim.figures.iter().zip(&reading.findings) {
            if reading.election == ground.book.election.id && is_seats(figure) {
                let seats = ground.seats.get(&figure.who[0]).copied().unwrap_or(0);
                let number = figure.number.unwrap();
                let right = number.as_whole() == Some(seats);
                let first = &finding.held[0];
                assert_eq!(first.fits, right, "{figure:?} {finding:?}");
            }
        }
    }
    !answer.readings.is_empty()
}

/// Whether a figure says how many seats one party has in the whole house.
fn is_seats(figure: &Figure) -> bool {
    let party = figure.who.len() == 1 && ground().book.election.party(&figure.who[0]).is_some();
    let plain = figure.without.is_empty() && figure.place.is_none() && figure.limit.is_none();
    let exact = figure
        .number
        .is_some_and(|number| number.bound == Bound::Exact && number.unit == 1);
    party && plain && exact && figure.measure == Measure::Seats
}

/// The best reading's verdict is the answer's; the worst figure's is the reading's, or better for
/// an hour, or worse for a contradiction.
fn check_verdict(answer: &Answer) {
    let best = answer.readings.iter().map(|reading| reading.verdict).min();
    assert_eq!(answer.verdict, best);
    for reading in &answer.readings {
        assert_eq!(reading.claim.figures.len(), reading.findings.len());
        let worst = reading
            .findings
            .iter()
            .filter_map(|finding| finding.verdict)
            .max();
        let worst = worst.unwrap_or(Verdict::Undecided);
        let due = match reading.verdict {
            Verdict::Contradicts | Verdict::Impossible => !reading.contradictions.is_empty(),
            Verdict::AnotherHour => worst == Verdict::Wrong && reading.hour.is_some(),
            verdict => verdict == worst,
        };
        assert!(due, "{reading:?}");
        for finding in &reading.findings {
            let fits = finding.held.iter().any(|held| held.fits);
            let good = finding
                .verdict
                .is_some_and(|v| v <= Verdict::AnotherReading);
            assert!(finding.verdict.is_none() || fits == good, "{finding:?}");
        }
    }
}

/// What was understood, kept as an object and read again, is judged alike.
fn check_kept(reading: &Reading, ground: &Ground) {
    let object = serde_json::to_string(&reading.claim).unwrap();
    let value = serde_json::from_str(&object).unwrap();
    let kept = Claim::from_value(&value);
    let kept = kept.unwrap_or_else(|problems| panic!("{problems}{object}"));
    assert_eq!(kept, reading.claim, "{object}");
    let again = check_claim(&kept, &ground.book, &ground.background);
    assert_eq!(again.readings, std::slice::from_ref(reading), "{object}");
}
