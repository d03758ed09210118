//! A sweep on its way out.

use super::packed::Packed;
use crate::outcome::row::Row;
use crate::sweep::{Sweep, Tick};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/wasm/sweep.js")]
extern "C" {
    #[wasm_bindgen(js_name = sweepValue)]
    fn value(numbers: &[u32], words: &str) -> JsValue;
}

/// Seats by row and segment up to which columns are made as narrow as they can be.
const FEW: usize = 2_048;

/// A sweep as an object, its columns in one buffer of their own: the browser takes longer to make a buffer than to fill it.
pub fn sweep_value(sweep: &Sweep) -> JsValue {
    let events = &sweep.events;
    // The columns of a constituency, a segment and an event each, as if all were of four bytes.
    let (seats, segments) = (sweep.winner.len(), sweep.tied.len());
    let lists = 3 * seats + 6 * segments + 6 * events.step.len();
    let columns = sweep.seats.len() + lists;
    let mut numbers =
        Packed::with_capacity(columns + 8 * (sweep.rows.len() + sweep.ticks.len()) + 32);
    let mut words = String::with_capacity(256);
    words += &sweep.from;
    line(&mut words, &sweep.to);
    numbers.length(sweep.rows.len());
    for row in &sweep.rows {
        line(&mut words, &row.id);
        numbers.push(kind(row));
    }
    numbers.push(sweep.at.cast_unsigned());
    numbers.push(sweep.applied);
    numbers.push(sweep.segments);
    numbers.length(sweep.ticks.len());
    for tick in &sweep.ticks {
        push_tick(tick, &sweep.rows, &mut numbers, &mut words);
    }
    push_leaders(&sweep.leaders, &sweep.rows, &mut numbers);
    // Where they are few it takes the browser longer to make a buffer than to fill it, the longer the larger it is.
    let narrow = seats <= usize::from(u16::MAX) && sweep.seats.len() <= FEW;
    numbers.push(narrow.into());
    numbers.wholes(&sweep.skipped, narrow);
    numbers.steps(&sweep.start);
    numbers.wholes(&sweep.seats, narrow);
    numbers.wholes(&sweep.tied, narrow);
    numbers.wholes(&sweep.mark, narrow);
    numbers.signed(&sweep.surplus);
    numbers.wholes(&sweep.moved, narrow);
    numbers.bytes(&sweep.verdict);
    numbers.words(&sweep.winner);
    numbers.words(&sweep.row);
    numbers.steps(&events.step);
    numbers.wholes(&events.constituency, narrow);
    numbers.words(&events.before);
    numbers.words(&events.after);
    numbers.words(&events.before_row);
    numbers.words(&events.after_row);
    value(numbers.numbers(), &words)
}

/// Ids have no line breaks.
fn line(words: &mut String, word: &str) {
    words.push('\n');
    words.push_str(word);
}

fn kind(row: &Row) -> u32 {
    match row.kind {
        "alliance" => 0,
        "grouping" => 1,
        "party" => 2,
        _ => 3,
    }
}

fn push_leaders(leaders: &[String], rows: &[Row], numbers: &mut Packed) {
    numbers.length(leaders.len());
    for leader in leaders {
        let row = rows.iter().position(|row| row.id == *leader);
        numbers.length(row.unwrap_or(rows.len()));
    }
}

fn push_tick(tick: &Tick, rows: &[Row], numbers: &mut Packed, words: &mut String) {
    numbers.push(tick.step.cast_unsigned());
    numbers.push(tick.verdict as u32);
    numbers.push(tick.seats);
    push_leaders(&tick.leaders, rows, numbers);
    numbers.length(tick.constituencies.len());
    for id in &tick.constituencies {
        line(words, id);
    }
}
