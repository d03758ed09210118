//! Questions asked of a scenario, in steps; and sweeps, whose answers are columns.

use super::error::thrown;
use super::js::{self, Bytes, Steps, Wholes, Words};
use super::node::JsNode;
use super::{JsCalculator, plain};
use crate::analysis::ask::{Asked, Question};
use crate::analysis::rows::Row;
use crate::analysis::sweep::{Changes, Sweep, Tick};
use crate::problem::{Path, Problems};
use crate::read::Reader;
use crate::scenario;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A question.
    #[wasm_bindgen(typescript_type = "Question")]
    pub type QuestionArgument;
    /// A swing without points.
    #[wasm_bindgen(typescript_type = "SwingRule")]
    pub type SwingArgument;
    /// An answer.
    #[wasm_bindgen(typescript_type = "Answers[keyof Answers]")]
    pub type AnswerValue;
    /// A sweep.
    #[wasm_bindgen(typescript_type = "Sweep")]
    pub type SweepValue;
}

#[wasm_bindgen(js_class = Calculator)]
impl JsCalculator {
    /// Takes up a question about the scenario last evaluated; `step` the answer until it is there. Throws a `QuestionError`.
    pub fn analyse(&self, question: &QuestionArgument) -> Result<JsAnalysis, JsValue> {
        let mut reader = Reader::new();
        let value: &JsValue = question.as_ref();
        let question = Question::read(&mut reader, &JsNode::new(value.clone()));
        let question = reader.problems.or(question).map_err(question_error)?;
        let question = question.ok_or_else(|| question_error(Problems::default()))?;
        let inner = self.inner.ask(&question).map_err(question_error)?;
        Ok(JsAnalysis { inner })
    }

    /// Everything a swing slider needs on the scenario last evaluated, in one call. Throws a `QuestionError`.
    pub fn sweep(&self, swing: &SwingArgument) -> Result<SweepValue, JsValue> {
        let mut reader = Reader::new();
        let value: &JsValue = swing.as_ref();
        let swing = scenario::read_swing(&mut reader, &JsNode::new(value.clone()), &Path::ROOT);
        let swing = reader.problems.or(swing).map_err(question_error)?;
        let sweep = self.inner.sweep(&swing).map_err(question_error)?;
        sweep_value(&sweep)
    }
}

fn question_error(problems: Problems) -> JsValue {
    thrown("QuestionError", &problems)
}

/// A question at work on the scenario it was asked of, whatever is evaluated meanwhile. Cancelled by not stepping on.
#[wasm_bindgen(js_name = Analysis)]
pub struct JsAnalysis {
    inner: Asked,
}

#[wasm_bindgen(js_class = Analysis)]
impl JsAnalysis {
    /// Works on; whether the answer is there. A unit of the budget takes about as long as reading one constituency.
    pub fn step(&mut self, budget: u32) -> bool {
        self.inner.step(budget)
    }

    /// The answer, once `step` has said that it is there; null before.
    pub fn value(&self) -> Result<AnswerValue, JsValue> {
        Ok(plain(&self.inner.answer())?.unchecked_into())
    }
}

#[wasm_bindgen]
extern "C" {
    /// A sweep on its way out: fields set by name cost a fraction of those set through `Reflect`, and a slider waits for it.
    type SweepFields;
    #[wasm_bindgen(method, structural, setter)]
    fn set_skipped(this: &SweepFields, column: &Wholes);
    #[wasm_bindgen(method, structural, setter)]
    fn set_segment(this: &SweepFields, column: &Words);
    #[wasm_bindgen(method, structural, setter)]
    fn set_seats(this: &SweepFields, column: &Wholes);
    #[wasm_bindgen(method, structural, setter)]
    fn set_tied(this: &SweepFields, column: &Wholes);
    #[wasm_bindgen(method, structural, setter)]
    fn set_mark(this: &SweepFields, column: &Wholes);
    #[wasm_bindgen(method, structural, setter)]
    fn set_verdict(this: &SweepFields, column: &Bytes);
    #[wasm_bindgen(method, structural, setter)]
    fn set_winner(this: &SweepFields, column: &Words);
    #[wasm_bindgen(method, structural, setter)]
    fn set_row(this: &SweepFields, column: &Words);
    #[wasm_bindgen(method, structural, setter)]
    fn set_events(this: &SweepFields, events: &EventFields);

    /// The events of a sweep, likewise.
    type EventFields;
    #[wasm_bindgen(method, structural, setter)]
    fn set_step(this: &EventFields, column: &Steps);
    #[wasm_bindgen(method, structural, setter)]
    fn set_constituency(this: &EventFields, column: &Wholes);
    #[wasm_bindgen(method, structural, setter)]
    fn set_before(this: &EventFields, column: &Words);
    #[wasm_bindgen(method, structural, setter)]
    fn set_after(this: &EventFields, column: &Words);
    #[wasm_bindgen(method, structural, setter, js_name = beforeRow)]
    fn set_before_row(this: &EventFields, column: &Words);
    #[wasm_bindgen(method, structural, setter, js_name = afterRow)]
    fn set_after_row(this: &EventFields, column: &Words);
}

/// What of a sweep is no column.
#[derive(Serialize)]
struct Head<'a> {
    from: &'a str,
    to: &'a str,
    at: i32,
    applied: u32,
    rows: &'a [Row],
    segments: u32,
    ticks: &'a [Tick],
}

/// Columns in buffers of their own, the rest as plain objects.
fn sweep_value(sweep: &Sweep) -> Result<SweepValue, JsValue> {
    let head = plain(&Head {
        from: &sweep.from,
        to: &sweep.to,
        at: sweep.at,
        applied: sweep.applied,
        rows: &sweep.rows,
        segments: sweep.segments,
        ticks: &sweep.ticks,
    })?;
    let object: SweepFields = head.unchecked_into();
    object.set_skipped(&Wholes::new(&sweep.skipped));
    object.set_segment(&Words::new(&sweep.segment));
    object.set_seats(&Wholes::new(&sweep.seats));
    object.set_tied(&Wholes::new(&sweep.tied));
    object.set_mark(&Wholes::new(&sweep.mark));
    object.set_verdict(&Bytes::new(&sweep.verdict));
    object.set_winner(&Words::new(&sweep.winner));
    object.set_row(&Words::new(&sweep.row));
    let Changes {
        step,
        constituency,
        before,
        after,
        before_row,
        after_row,
    } = &sweep.events;
    let events: EventFields = js::object().unchecked_into();
    events.set_step(&Steps::new(step));
    events.set_constituency(&Wholes::new(constituency));
    events.set_before(&Words::new(before));
    events.set_after(&Words::new(after));
    events.set_before_row(&Words::new(before_row));
    events.set_after_row(&Words::new(after_row));
    object.set_events(&events);
    Ok(object.unchecked_into())
}
