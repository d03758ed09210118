//! Two scenarios side by side.

use crate::calculator::Compared;
use crate::wasm::convert::to_js;
use crate::wasm::{JsCalculator, ScenarioArgument, argument, scenario_error};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../comparison.d.ts");

#[wasm_bindgen]
extern "C" {
    /// Two scenarios side by side.
    #[wasm_bindgen(typescript_type = "Comparison")]
    pub type ComparisonValue;
}

#[wasm_bindgen(js_class = Calculator)]
impl JsCalculator {
    /// Another scenario, an object or its text, beside the one last evaluated, which stays. Throws a `ScenarioError`, as
    /// `evaluate` does.
    pub fn beside(&self, kept: &ScenarioArgument) -> Result<ComparisonValue, JsValue> {
        let compared: Compared = self
            .inner
            .beside(&argument(kept)?)
            .map_err(scenario_error)?;
        Ok(to_js(&compared)?.unchecked_into())
    }
}
