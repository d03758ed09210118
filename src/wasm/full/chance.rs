//! Chances of a swing: prepared once, asked again and again.

use super::{thrown, with_value};
use crate::chance::{Chances, Spread};
use crate::decode::{Fault, decode};
use crate::problem::Problems;
use crate::scenario::SwingRule;
use crate::wasm::JsCalculator;
use crate::wasm::convert::to_js;
use crate::wasm::full::analysis::SwingArgument;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../chance.d.ts");

#[wasm_bindgen]
extern "C" {
    /// Chances.
    #[wasm_bindgen(typescript_type = "Likely")]
    pub type LikelyValue;
}

#[wasm_bindgen(js_class = Calculator)]
impl JsCalculator {
    /// Prepares a swing of the scenario last evaluated for chances, whatever is evaluated afterwards. Throws a
    /// `QuestionError`: `too-many-members` where edits name more members than can be counted in every combination.
    pub fn chances(&self, swing: &SwingArgument) -> Result<JsChances, JsValue> {
        let swing: SwingRule =
            with_value(swing.as_ref(), decode).map_err(|fault: Fault| error(fault.into()))?;
        let inner = self.inner.chances(&swing.at(0)).map_err(error)?;
        Ok(JsChances { inner })
    }
}

/// A swing of a scenario, prepared for chances.
#[wasm_bindgen(js_name = Chances)]
pub struct JsChances {
    inner: Chances,
}

#[wasm_bindgen(js_class = Chances)]
impl JsChances {
    /// Step the scenario itself is at.
    #[wasm_bindgen(getter)]
    pub fn at(&self) -> i32 {
        self.inner.at
    }

    /// The chances at a swing of `points` where each constituency scatters by `scatter` and all together by `common`:
    /// standard deviations in hundredths of a point. Throws a `QuestionError`: `too-large`, `too-small`.
    pub fn likely(&self, points: i32, scatter: u32, common: u32) -> Result<LikelyValue, JsValue> {
        let spread = Spread {
            points,
            scatter,
            common,
        };
        let found = self.inner.likely(spread).map_err(error)?;
        Ok(to_js(&found)?.unchecked_into())
    }
}

fn error(problems: Problems) -> JsValue {
    thrown("QuestionError", &problems)
}
