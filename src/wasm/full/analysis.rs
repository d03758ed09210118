//! Questions asked of a scenario, in steps; and sweeps.

use super::sweep::sweep_value;
use super::{thrown, with_value};
use crate::analysis::query::{Job, Query};
use crate::decode::{Fault, decode};
use crate::problem::Problems;
use crate::scenario::{Edit, SwingRule};
use crate::wasm::convert::to_js;
use crate::wasm::{JsCalculator, ScenarioArgument, argument, scenario_error};
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
        let question = with_value(question.as_ref(), Query::from_value).map_err(question_error)?;
        let inner = self.inner.ask(&question).map_err(question_error)?;
        Ok(JsAnalysis { inner })
    }

    /// What is said of a scenario beside a control that still moves: some parts of its Report. What was last evaluated stays.
    /// Throws a `ScenarioError`.
    pub fn glance(&self, scenario: &ScenarioArgument) -> Result<GlanceValue, JsValue> {
        let glance = self.inner.glance(&argument(scenario)?);
        Ok(to_js(&glance.map_err(scenario_error)?)?.unchecked_into())
    }

    /// For each pool or swing of `instead`: the code of the problem for which it could not stand at `place` of
    /// `Report.scenario.edits` (negative: after them all), or null where it could. Throws a `ScenarioError`.
    pub fn refusals(&self, place: i32, instead: &EditsArgument) -> Result<RefusalsValue, JsValue> {
        let edits: Vec<Edit> = with_value(instead.as_ref(), decode)
            .map_err(|fault: Fault| scenario_error(fault.into()))?;
        let place = usize::try_from(place).ok();
        Ok(to_js(&self.inner.refusals(place, &edits))?.unchecked_into())
    }

    /// Everything a swing slider needs on the scenario last evaluated, in one call. Throws a `QuestionError`.
    pub fn sweep(&self, swing: &SwingArgument) -> Result<SweepValue, JsValue> {
        let swing: SwingRule = with_value(swing.as_ref(), decode)
            .map_err(|fault: Fault| question_error(fault.into()))?;
        let sweep = self.inner.sweep(&swing.at(0)).map_err(question_error)?;
        Ok(sweep_value(&sweep)?.unchecked_into())
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
        Ok(to_js(&self.inner.answer())?.unchecked_into())
    }
}
