//! The boundary to JavaScript: all exports, each a thin wrapper around the core.

#[cfg(feature = "bench")]
mod bench;
mod columns;
mod convert;
#[cfg(feature = "full")]
mod full;
mod party_rows;
#[cfg(not(feature = "full"))]
mod small;

#[cfg(feature = "full")]
use full as build;
#[cfg(not(feature = "full"))]
use small as build;

use crate::calculator::Calculator;
use crate::problem::Problems;
use crate::scenario::{Scenario, notation};
use build::thrown;
use columns::report_columns;
use convert::{set, to_js};
use party_rows::PartyRows;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm/types.d.ts");

#[wasm_bindgen]
extern "C" {
    /// A dataset object or its JSON text.
    #[wasm_bindgen(typescript_type = "Dataset | string")]
    pub type DatasetArgument;
    /// A scenario object or its text.
    #[wasm_bindgen(typescript_type = "Scenario | string")]
    pub type ScenarioArgument;
    /// A scenario object.
    #[wasm_bindgen(typescript_type = "Scenario")]
    pub type ScenarioValue;
    /// A report object.
    #[wasm_bindgen(typescript_type = "Report")]
    pub type ReportValue;
    /// One constituency.
    #[wasm_bindgen(typescript_type = "ConstituencyDetail")]
    pub type DetailValue;
}

/// An election and the scenario last evaluated on it.
#[wasm_bindgen(js_name = Calculator)]
pub struct JsCalculator {
    inner: Calculator,
    parties: PartyRows,
    #[cfg(feature = "full")]
    beside: full::Claims,
}

#[wasm_bindgen(js_class = Calculator)]
impl JsCalculator {
    /// Reads and checks a dataset (DATA.md), an object or its JSON text. Throws a `DatasetError` with all problems.
    #[wasm_bindgen(constructor)]
    pub fn new(dataset: &DatasetArgument) -> Result<JsCalculator, JsValue> {
        let election = build::election(dataset.as_ref());
        let election = election.map_err(|problems| thrown("DatasetError", &problems))?;
        Ok(JsCalculator {
            inner: Calculator::new(election),
            parties: PartyRows::default(),
            #[cfg(feature = "full")]
            beside: full::Claims::new(dataset.as_ref()),
        })
    }

    /// Evaluates a scenario, an object or its text. Throws a `ScenarioError`; the scenario before then stays.
    pub fn evaluate(&mut self, scenario: &ScenarioArgument) -> Result<ReportValue, JsValue> {
        let scenario = argument(scenario)?;
        #[cfg(feature = "fault-injection")]
        fault::strike();
        let report = self.inner.evaluate(&scenario).map_err(scenario_error)?;
        let value = to_js(&report)?;
        set(
            &value,
            "constituencies",
            report_columns(&report.constituencies),
        );
        set(&value, "parties", self.parties.list(report.parties)?);
        Ok(value.unchecked_into())
    }

    /// One constituency as last evaluated. Throws a `ScenarioError` with code `unknown-id`.
    pub fn constituency(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: &JsValue,
    ) -> Result<DetailValue, JsValue> {
        let id = id.as_string().unwrap_or_default();
        let detail = self.inner.constituency(&id).map_err(scenario_error)?;
        Ok(to_js(&detail)?.unchecked_into())
    }
}

/// The scenario a text stands for. Throws a `ScenarioError`: `damaged`, `newer-version`, `too-long` or `bad-clause`.
#[wasm_bindgen(js_name = parseScenario)]
pub fn parse_scenario(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<ScenarioValue, JsValue> {
    // What is no text is no scenario's.
    let text = text.as_string().unwrap_or_else(|| "~".into());
    let scenario = notation::parse(&text).map_err(scenario_error)?;
    Ok(to_js(&scenario)?.unchecked_into())
}

fn argument(scenario: &ScenarioArgument) -> Result<Scenario, JsValue> {
    let value: &JsValue = scenario.as_ref();
    match value.as_string() {
        Some(text) => notation::parse(&text).map_err(scenario_error),
        None => build::scenario(value).map_err(scenario_error),
    }
}

fn scenario_error(problems: Problems) -> JsValue {
    thrown("ScenarioError", &problems)
}

#[cfg(feature = "fault-injection")]
mod fault {
    //! A trap on demand, so that the page's recovery can be tested. Not in the release build.

    use std::sync::atomic::{AtomicBool, Ordering};
    use wasm_bindgen::prelude::wasm_bindgen;

    static ARMED: AtomicBool = AtomicBool::new(false);

    /// Makes the next evaluation trap.
    #[wasm_bindgen(js_name = injectFault)]
    pub fn inject_fault() {
        ARMED.store(true, Ordering::Relaxed);
    }

    pub fn strike() {
        assert!(!ARMED.swap(false, Ordering::Relaxed), "fault injected");
    }
}
