//! Questions asked of a scenario, in steps; and sweeps, whose answers are columns.

use super::error::thrown;
use super::js::set;
use super::node::JsNode;
use super::{JsCalculator, plain};
use crate::analysis::ask::{Asked, Question};
use crate::analysis::sweep::{Changes, Sweep};
use crate::election::Election;
use crate::prelude::*;
use crate::problem::{Path, Problems};
use crate::read::Reader;
use crate::scenario;
use js_sys::{Array, Int16Array, Object, Uint8Array, Uint16Array, Uint32Array};
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
        sweep_value(self.inner.election(), &sweep)
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

/// Columns in buffers of their own, the rest as plain objects.
fn sweep_value(election: &Election, sweep: &Sweep) -> Result<SweepValue, JsValue> {
    let object = JsValue::from(Object::new());
    set(&object, "from", &sweep.from.as_str().into());
    set(&object, "to", &sweep.to.as_str().into());
    set(&object, "at", &sweep.at.into());
    set(&object, "applied", &sweep.applied.into());
    let skipped = sweep.skipped.iter().map(|&i| {
        let number = election.constituencies[i as usize].number;
        JsValue::from(number.to_string())
    });
    set(&object, "skipped", &skipped.collect::<Array>());
    set(&object, "rows", &plain(&sweep.rows)?);
    set(&object, "segments", &sweep.segments.into());
    let wide =
        |object: &JsValue, name, column: &[u16]| set(object, name, &Uint16Array::from(column));
    let whole =
        |object: &JsValue, name, column: &[u32]| set(object, name, &Uint32Array::from(column));
    wide(&object, "segment", &sweep.segment);
    whole(&object, "seats", &sweep.seats);
    whole(&object, "tied", &sweep.tied);
    whole(&object, "mark", &sweep.mark);
    set(
        &object,
        "verdict",
        &Uint8Array::from(sweep.verdict.as_slice()),
    );
    set(&object, "ticks", &plain(&sweep.ticks)?);
    wide(&object, "winner", &sweep.winner);
    wide(&object, "row", &sweep.row);
    let Changes {
        step,
        constituency,
        before,
        after,
        before_row,
        after_row,
    } = &sweep.events;
    let events = JsValue::from(Object::new());
    set(&events, "step", &Int16Array::from(step.as_slice()));
    whole(&events, "constituency", constituency);
    wide(&events, "before", before);
    wide(&events, "after", after);
    wide(&events, "beforeRow", before_row);
    wide(&events, "afterRow", after_row);
    set(&object, "events", &events);
    Ok(object.unchecked_into())
}
