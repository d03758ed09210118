//! Exports of the full module that follow a count.

use super::with_value;
use crate::chart::timeline::{Point, timeline};
use crate::decode::{Fault, decode};
use crate::problem::Problems;
use crate::wasm::JsCalculator;
use crate::wasm::convert::to_js;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../feed.d.ts");

#[wasm_bindgen]
extern "C" {
    /// A feed, or its JSON text.
    #[wasm_bindgen(typescript_type = "Feed | string")]
    pub type FeedArgument;
    /// What a state changes.
    #[wasm_bindgen(typescript_type = "Update")]
    pub type UpdateValue;
    /// Seats that differ.
    #[wasm_bindgen(typescript_type = "SeatChange[]")]
    pub type ChangesValue;
    /// States of a count.
    #[wasm_bindgen(typescript_type = "CountPoint[]")]
    pub type PointsArgument;
    /// The course of a count.
    #[wasm_bindgen(typescript_type = "Timeline")]
    pub type TimelineValue;
}

#[wasm_bindgen(js_class = Calculator)]
impl JsCalculator {
    /// Follows a count: Reports keep all edits from now on, each with its state.
    pub fn follow(&mut self) {
        self.inner.follow();
    }

    /// Whether a scenario with this fingerprint was made for these data: for the votes as they are, or for the ballot while
    /// they were counted.
    pub fn knows(&self, fingerprint: &str) -> bool {
        self.inner.knows(fingerprint)
    }

    /// Fingerprint of numbers and serials alone, which feeds and, while a count runs, links carry.
    pub fn ballot(&self) -> String {
        self.inner.election().ballot.clone()
    }

    /// Takes the next state of the count (FEED.md), and evaluates the scenario last evaluated on it. Throws a `FeedError`
    /// with all problems; the state before then stays.
    pub fn update(&mut self, feed: &FeedArgument) -> Result<UpdateValue, JsValue> {
        let value: &JsValue = feed.as_ref();
        let text = value.as_string().unwrap_or_else(|| super::json_text(value));
        let update = self.inner.update(&text).map_err(feed_error)?;
        Ok(to_js(&update)?.unchecked_into())
    }

    /// Seats that differ from the first state taken, in dataset order.
    #[wasm_bindgen(js_name = changedSince)]
    pub fn changed_since(&self) -> Result<ChangesValue, JsValue> {
        Ok(to_js(&self.inner.changed_since())?.unchecked_into())
    }
}

/// The course of a count, against a majority mark. Throws a `FeedError` for what are no points.
#[wasm_bindgen(js_name = timeline)]
pub fn timeline_value(points: &PointsArgument, mark: u32) -> Result<TimelineValue, JsValue> {
    let points: Result<Vec<Point>, Fault> = with_value(points.as_ref(), decode);
    let points = points.map_err(|fault| feed_error(fault.into()))?;
    Ok(to_js(&timeline(&points, mark))?.unchecked_into())
}

fn feed_error(problems: Problems) -> JsValue {
    super::thrown("FeedError", &problems)
}
