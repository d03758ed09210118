//! Claims as the press prints them. `tables/claims.csv` was written from reading the press before
//! the grammar was; its answers were computed apart from the core. `tables/published_claims.csv`
//! are claims that were printed, with their sources. `tables/later_claims.csv` was written after the
//! grammar, from reading the press again, to find what it did not know.

mod random_lines;
mod sentences;

use crate::support::data_file::{file, listed};
use seat_calculator::claim::background::{Background, Earlier};
use seat_calculator::claim::book::Book;
use seat_calculator::claim::{Answer, Verdict, check};
use std::sync::OnceLock;

const PRESS: &str = include_str!("tables/claims.csv");
const LATER: &str = include_str!("tables/later_claims.csv");
const PUBLISHED: &str = include_str!("tables/published_claims.csv");

/// The election of that name as the page has it.
pub fn book(id: &str) -> Book {
    Book::from_json(&file(id).0.to_string()).unwrap()
}

/// Every shipped election but the counts of an hour, with what stands beside it.
pub fn shipped() -> &'static [(Book, Background)] {
    static ALL: OnceLock<Vec<(Book, Background)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let earlier = |ids: &[&str]| {
            let one = |id: &&str| Earlier {
                book: book(id),
                successors: vec![("MCO".to_owned(), "CPIML".to_owned())],
            };
            ids.iter().map(one).collect()
        };
        let hours = listed()
            .into_iter()
            .filter(|id| id.starts_with("jharkhand-2024-"));
        let facts = file("jharkhand-2024.facts").0;
        let mut now = Background {
            earlier: earlier(&["jharkhand-2019", "jharkhand-2014"]),
            hours: hours.map(|id| book(&id)).collect(),
            tallies: Vec::new(),
        };
        let day = ["day", "day_parties"].map(|name| facts[name].as_array().unwrap().clone());
        let day = serde_json::json!({"day": day.concat()}).to_string();
        let day = serde_json::from_str(&day).unwrap();
        now.tallies = Background::from_value(&day).unwrap().tallies;
        let then = Background {
            earlier: earlier(&["jharkhand-2014"]),
            ..Background::default()
        };
        vec![
            (book("jharkhand-2024"), now),
            (book("jharkhand-2019"), then),
            (book("jharkhand-2014"), Background::default()),
            (book("lok-sabha-2024"), Background::default()),
            (book("lok-sabha-2024-jharkhand"), Background::default()),
        ]
    })
}

/// The answer to a claim asked of a shipped election.
pub fn ask(election: &str, claim: &str) -> Answer {
    let mut all = shipped().iter();
    let (book, background) = all.find(|(book, _)| book.election.id == election).unwrap();
    check(claim, book, background)
}

fn word(verdict: Option<Verdict>) -> String {
    verdict.map_or("notUnderstood".to_owned(), |verdict| {
        serde_json::to_value(verdict)
            .unwrap()
            .as_str()
            .unwrap()
            .to_owned()
    })
}

/// The right figures of the best reading, in the order of the text.
fn figures(answer: &Answer) -> String {
    let best = answer
        .readings
        .iter()
        .find(|reading| Some(reading.verdict) == answer.verdict);
    let findings = best.map_or(&[][..], |reading| &reading.findings);
    let first = findings
        .iter()
        .filter_map(|finding| finding.held.first()?.value.clone());
    first.collect::<Vec<_>>().join(" ")
}

/// Holds every row of a table against the answers: verdict and right figures.
fn hold(text: &str, columns: [usize; 4], least: usize) {
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let (mut wrong, mut all) = (Vec::new(), 0);
    for row in rows.records().map(Result::unwrap) {
        let [election, claim, verdict, figure] = columns.map(|i| &row[i]);
        let answer = ask(election, claim);
        let got = (word(answer.verdict), figures(&answer));
        all += 1;
        if got != (verdict.to_owned(), figure.to_owned()) {
            let unread = &answer.unread;
            wrong.push(format!(
                "{claim}: {verdict} [{figure}], got {got:?}, unread {unread:?}"
            ));
        }
    }
    assert!(all >= least, "{all} rows");
    assert!(
        wrong.is_empty(),
        "{} of {all}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_hundred_lines_in_the_style_of_the_press() {
    hold(PRESS, [0, 2, 3, 4], 100);
}

#[test]
fn lines_written_after_the_grammar() {
    hold(LATER, [0, 2, 3, 4], 260);
}

#[test]
fn claims_that_were_printed() {
    hold(PUBLISHED, [0, 2, 4, 5], 17);
}

/// "34" in Devanagari, Bengali or full-width digits.
fn in_script(text: &str, zero: char) -> String {
    let digit = |c: char| {
        let value = c.to_digit(10)?;
        char::from_u32(zero as u32 + value)
    };
    text.chars().map(|c| digit(c).unwrap_or(c)).collect()
}

/// Claims whose digits are digits in every line: years and hours may be something else.
fn plain_rows() -> Vec<(String, String)> {
    let tables = [PRESS, LATER].map(|table| csv::Reader::from_reader(table.as_bytes()));
    let rows = tables.into_iter().flat_map(csv::Reader::into_records);
    rows.map(Result::unwrap)
        .map(|row| (row[0].to_owned(), row[2].to_owned()))
        .collect()
}

#[test]
fn the_script_of_the_digits_changes_nothing() {
    for (election, claim) in plain_rows() {
        let plain = ask(&election, &claim);
        for zero in ['०', '০', '０'] {
            assert_eq!(ask(&election, &in_script(&claim, zero)), plain, "{claim}");
        }
    }
}

/// Found by fuzzing.
#[test]
fn spaces_around_a_claim_change_nothing() {
    for claim in ["+41 seats are needed for a majority", "-4 seats", "JMM +4"] {
        let plain = ask("jharkhand-2024", claim);
        let spaced = ask("jharkhand-2024", &format!("  {claim} "));
        assert_eq!(spaced, plain, "{claim}");
    }
}

/// Found by fuzzing: what is answered can be asked again as an object.
#[test]
fn numbers_of_two_units_are_at_most_what_an_object_may_say() {
    for claim in [
        "INC had 42949672 lakh 95 votes",
        "INC had 1000000000000 dozen votes",
    ] {
        for reading in ask("jharkhand-2024", claim).readings {
            for figure in reading.claim.figures {
                assert!(
                    figure
                        .number
                        .is_none_or(|number| number.digits <= 1_000_000_000_000)
                );
            }
        }
    }
}

/// Found by a sentence made from the data.
#[test]
fn a_name_may_hold_a_dash_between_spaces() {
    let claim = "In Gadchiroli - Chimur the margin was 12.15 per cent of the votes";
    assert_eq!(word(ask("lok-sabha-2024", claim).verdict), "right");
    let list = ask("jharkhand-2024", "JMM 34 - BJP 21 - INC 16");
    assert_eq!(word(list.verdict), "right", "a dash still parts");
}

#[test]
fn names_are_read_in_either_script_and_in_their_variants() {
    let forms = [
        [
            "JMM won 34 seats",
            "Jharkhand Mukti Morcha won 34 seats",
            "झामुमो ने 34 सीटें जीतीं",
        ],
        [
            "CPI(ML) won 2 seats",
            "CPI-ML won two seats",
            "भाकपा माले ने 2 सीटें जीतीं",
        ],
        [
            "JD(U) won one seat",
            "JDU won one seat",
            "जदयू ने एक सीट जीती",
        ],
        [
            "LJP(RV) won 1 seat",
            "LJP won one seat",
            "लोजपा ने एक सीट जीती",
        ],
        [
            "INDIA won 56",
            "I.N.D.I.A. bloc won 56",
            "इंडी गठबंधन ने 56 जीतीं",
        ],
        [
            "AJSU won 1 seat",
            "AJSU Party won one seat",
            "आजसू पार्टी ने १ सीट जीती",
        ],
    ];
    for forms in forms {
        let answers = forms.map(|form| ask("jharkhand-2024", form));
        for (answer, form) in answers.iter().zip(forms) {
            assert_eq!(answer.verdict, Some(Verdict::Right), "{form}");
            let who = |answer: &Answer| answer.readings[0].claim.figures[0].who.clone();
            assert_eq!(who(answer), who(&answers[0]), "{form}");
        }
    }
}
