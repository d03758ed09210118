//! Questions asked of a scenario, in steps; and sweeps.

use super::error::thrown;
use super::node::JsNode;
use super::sweep::sweep_value;
use super::{JsCalculator, ScenarioArgument, argument, plain, scenario_error};
use crate::analysis::query::{Job, Query};
use crate::problem::{Path, Problems};
use crate::read::Reader;
use crate::scenario::{self, Edit};
use crate::typed::{self, Fault};
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
    /// Pools and swings.
    #[wasm_bindgen(typescript_type = "Edit[]")]
    pub type EditsArgument;
    /// Reasons.
    #[wasm_bindgen(typescript_type = "(string | null)[]")]
    pub type RefusalsValue;
    /// A glance.
    #[wasm_bindgen(typescript_type = "Glance")]
    pub type GlanceValue;
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
        let question = Query::read(&mut reader, &JsNode::new(value.clone()));
        let question = reader.problems.or(question).map_err(question_error)?;
        let question = question.ok_or_else(|| question_error(Problems::default()))?;
        let inner = self.inner.ask(&question).map_err(question_error)?;
        Ok(JsAnalysis { inner })
    }

    /// What is said of a scenario beside a control that still moves: some parts of its Report. What was last evaluated stays.
    /// Throws a `ScenarioError`.
    pub fn glance(&self, scenario: &ScenarioArgument) -> Result<GlanceValue, JsValue> {
        let glance = self.inner.glance(&argument(scenario)?);
        Ok(plain(&glance.map_err(scenario_error)?)?.unchecked_into())
    }

    /// For each pool or swing of `instead`: the code of the problem for which it could not stand at `place` of
    /// `Report.scenario.edits` (negative: after them all), or null where it could. Throws a `ScenarioError`.
    pub fn refusals(&self, place: i32, instead: &EditsArgument) -> Result<RefusalsValue, JsValue> {
        let value: &JsValue = instead.as_ref();
        let edits: Result<Vec<Edit>, Fault> = typed::decode(&JsNode::new(value.clone()));
        let edits = edits.map_err(|fault| scenario_error(fault.into()))?;
        let place = usize::try_from(place).ok();
        Ok(plain(&self.inner.refusals(place, &edits))?.unchecked_into())
    }

    /// Everything a swing slider needs on the scenario last evaluated, in one call. Throws a `QuestionError`.
    pub fn sweep(&self, swing: &SwingArgument) -> Result<SweepValue, JsValue> {
        let mut reader = Reader::new();
        let value: &JsValue = swing.as_ref();
        let swing = scenario::read_swing(&mut reader, &JsNode::new(value.clone()), &Path::ROOT);
        let swing = reader.problems.or(swing).map_err(question_error)?;
        let sweep = self.inner.sweep(&swing).map_err(question_error)?;
        Ok(sweep_value(&sweep).unchecked_into())
    }
}

fn question_error(problems: Problems) -> JsValue {
    thrown("QuestionError", &problems)
}

/// A question at work on the scenario it was asked of, whatever is evaluated meanwhile. Cancelled by not stepping on.
#[wasm_bindgen(js_name = Analysis)]
pub struct JsAnalysis {
    inner: Job,
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
