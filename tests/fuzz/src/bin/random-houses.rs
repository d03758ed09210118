//! Writes random houses, each with a scenario and what the native core answers to it, one JSON object a line.
//! `tests/boundary/native.test.mjs` asks the built module the same.

use seat_calculator::calculator::Calculator;
use seat_calculator::election::Election;
use seat_calculator::problem::Problems;
use seat_calculator::scenario::notation;
use seat_fuzz::json::data_file;
use seat_fuzz::reference::houses::{Random, whole_dataset};
use seat_fuzz::reference::scenarios::scenario;
use serde_json::{Value, json};
use std::io::{BufWriter, Write, stdout};

/// The report of a scenario and a constituency in detail, or what is wrong.
fn answer(dataset: &str, text: &str, seat: &str) -> Result<Value, Problems> {
    let mut calculator = Calculator::new(Election::from_json(dataset)?);
    let report = calculator.evaluate(&notation::parse(text)?)?;
    let detail = calculator.constituency(seat)?;
    Ok(json!({"report": report, "constituency": detail}))
}

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut number = |usual| {
        arguments
            .next()
            .map_or(Some(usual), |text| text.parse().ok())
    };
    let (Some(houses), Some(seed)) = (number(10_000), number(1)) else {
        eprintln!("random-houses [HOUSES] [SEED]");
        std::process::exit(2);
    };
    let mut random = Random(seed);
    let mut out = BufWriter::new(stdout().lock());
    for _ in 0..houses {
        let dataset = whole_dataset(&mut random, 9);
        let text = format!("0~1~~~{}", scenario(&mut random, dataset.seats));
        let seat = (1 + random.below(dataset.seats)).to_string();
        let dataset = data_file(&dataset).to_string();
        let answer = answer(&dataset, &text, &seat).unwrap_or_else(
            |problems| json!({"problems": problems.list(), "total": problems.total()}),
        );
        let line = json!({"dataset": dataset, "scenario": text, "seat": seat, "answer": answer});
        writeln!(out, "{line}")?;
    }
    out.flush()
}
