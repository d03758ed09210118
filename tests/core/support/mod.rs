//! What several test files need: the elections that ship, and short ways to say a scenario.

pub mod data_file;
pub mod games;
pub mod house;
pub mod reference;

use seat_calculator::calculator::Calculator;
use seat_calculator::decode::Value;
use seat_calculator::election::Election;
use seat_calculator::problem::Problems;
use seat_calculator::report::Report;
use seat_calculator::scenario::notation;
use seat_calculator::scenario::{Model, Scenario, Swing};

/// A whole shipped election as JSON text.
pub fn data(id: &str) -> String {
    data_file::file(id).0.to_string()
}

/// What `read` makes of a value of JSON.
pub fn parsed<T>(json: &serde_json::Value, read: impl FnOnce(&Value) -> T) -> T {
    read(&serde_json::from_str(&json.to_string()).unwrap())
}

/// A calculator on a shipped election.
pub fn shipped(id: &str) -> Calculator {
    Calculator::new(Election::from_json(&data(id)).unwrap_or_else(|problems| panic!("{problems}")))
}

/// Jharkhand 2024.
pub fn jharkhand() -> Calculator {
    shipped("jharkhand-2024")
}

/// A uniform swing everywhere, of no points yet.
pub fn swing(from: &str, to: &str) -> Swing {
    Swing {
        from: from.to_owned(),
        to: to.to_owned(),
        points: 0,
        scope: None,
        model: Model::Uniform,
    }
}

/// The scenario with these edits in the notation.
pub fn edits(text: &str) -> Scenario {
    notation::parse(&format!("0~1~~~{text}")).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The Report of these edits.
pub fn evaluate(calculator: &mut Calculator, text: &str) -> Report {
    try_evaluate(calculator, text).unwrap_or_else(|problems| panic!("{text}: {problems}"))
}

/// The Report of these edits, or what is wrong with them.
pub fn try_evaluate(calculator: &mut Calculator, text: &str) -> Result<Report, Problems> {
    calculator.evaluate(&edits(text))
}

/// Seats of a row of the tally by alliance, 0 where there is none.
pub fn seats(report: &Report, id: &str) -> u32 {
    let row = report.alliances.iter().find(|row| row.id == id);
    row.map_or(0, |row| row.seats)
}

/// Seats of INDIA, NDA and JLKM.
pub fn three(report: &Report) -> (u32, u32, u32) {
    (
        seats(report, "INDIA"),
        seats(report, "NDA"),
        seats(report, "JLKM"),
    )
}

/// The lines of a file in `tests/core/tables`, without comments and the line of headings.
pub fn table<const COLUMNS: usize>(name: &str) -> Vec<[String; COLUMNS]> {
    let path = format!("{}/tests/core/tables/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let cells = lines.map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    cells
        .map(|cells| {
            cells
                .try_into()
                .unwrap_or_else(|cells| panic!("{name}: {cells:?}"))
        })
        .collect()
}
