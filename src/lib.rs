//! Seat calculator: the tally core of an in-browser election calculator.
//!
//! A [`dataset`] is the data file as it says; an [`election`] is that file checked. A [`scenario`] is
//! a list of edits, with a text that stands in links ([`scenario::notation`]). The [`outcome`] is what
//! a scenario makes of an election, step by step: votes, seats, alliances, the house. The [`report`] is
//! the answer to one edit. [`calculator::Calculator`] ties them together: start reading there.
//!
//! | term | meaning |
//! |---|---|
//! | constituency | one seat, won by one candidate; `declared`, `leading` and so on are its [`status`] |
//! | valid votes | votes of the candidates; votes counted are these and NOTA |
//! | alliance | a group of parties counted together |
//! | baseline | the result before any edit |
//! | base and mark | the members a majority is of, and floor(base / 2) + 1 ([`majority`]) |
//! | swing, pool | votes moved between two sides; parties that had fought together |
//! | award | a constituency given to a candidate by hand |
//! | hundredths | how points and percentages are kept: 368 is 3.68 |
//!
//! Three seats, of which the reader gives one away:
//!
//! ```
//! # #[cfg(feature = "full")] {
//! use seat_calculator::{calculator::Calculator, election::Election, scenario::notation};
//!
//! let election = Election::from_json(r##"{
//!   "format": 1, "id": "rivertown-2025", "title": "Rivertown, 2025",
//!   "house": {"name": "Rivertown Council", "seats": 3},
//!   "parties": [
//!     {"id": "BOAT", "name": "Boat Party", "colour": "#22abed"},
//!     {"id": "MILL", "name": "Mill Party", "colour": "#8a0700"}
//!   ],
//!   "alliances": [],
//!   "constituencies": [
//!     {"id": "1", "name": "Harbour", "winner": 1, "candidates": [
//!       {"name": "A", "party": "BOAT", "votes": 510},
//!       {"name": "B", "party": "MILL", "votes": 490}]},
//!     {"id": "2", "name": "Bridge", "winner": 1, "candidates": [
//!       {"name": "C", "party": "BOAT", "votes": 700},
//!       {"name": "D", "party": "MILL", "votes": 300}]},
//!     {"id": "3", "name": "Hill", "winner": 2, "candidates": [
//!       {"name": "E", "party": "BOAT", "votes": 400},
//!       {"name": "F", "party": "MILL", "votes": 600}]}
//!   ]
//! }"##).unwrap();
//! let mut calculator = Calculator::new(election);
//!
//! let declared = calculator.evaluate(&notation::parse("").unwrap()).unwrap();
//! assert_eq!(declared.verdict.leaders, ["BOAT"]);
//! assert_eq!(declared.alliances[0].seats, 2);
//!
//! // Constituency 1 to the candidate with serial 2, "b" in the notation.
//! let edits = notation::parse("0~1~~~w-1b").unwrap();
//! let report = calculator.evaluate(&edits).unwrap();
//! assert_eq!(report.verdict.leaders, ["MILL"]);
//! # }
//! ```

#[cfg(feature = "full")]
pub mod analysis;
pub mod calculator;
#[cfg(feature = "full")]
pub mod chance;
#[cfg(feature = "full")]
pub mod chart;
pub mod checksum;
#[cfg(feature = "full")]
pub mod claim;
pub mod dataset;
pub mod decode;
pub mod election;
#[cfg(feature = "full")]
pub mod feed;
pub mod majority;
pub mod outcome;
pub mod problem;
pub mod report;
pub mod scenario;
pub mod share;
pub mod status;
#[cfg(feature = "full")]
pub mod sweep;
pub mod voting;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
