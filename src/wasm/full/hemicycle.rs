//! The half circle for the page to place.

use super::to_js;
use crate::chart::arc::{Foot, Label};
use crate::chart::hemicycle::WIDTH;
use crate::wasm::JsCalculator;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Places of seats.
    #[wasm_bindgen(typescript_type = "Hemicycle | null")]
    pub type HemicycleValue;
}

/// The places by constituency.
#[derive(Serialize)]
struct Placed {
    width: i32,
    height: i32,
    radius: i32,
    foot: [i32; 2],
    x: Vec<i32>,
    y: Vec<i32>,
    labels: Vec<Label>,
    feet: Vec<Foot>,
    deciding: Option<usize>,
}

#[wasm_bindgen(js_class = Calculator)]
impl JsCalculator {
    /// The house of the scenario last evaluated as half a circle; `null` for more than 1,000 seats.
    pub fn hemicycle(&self) -> Result<HemicycleValue, JsValue> {
        let house = self.inner.house();
        let Some(places) = house.places else {
            return Ok(JsValue::NULL.unchecked_into());
        };
        let mut placed = Placed {
            width: WIDTH,
            height: places.height,
            radius: places.radius,
            foot: places.foot.into(),
            x: vec![0; house.order.len()],
            y: vec![0; house.order.len()],
            labels: house.labels,
            feet: house.feet,
            deciding: house.deciding,
        };
        for (&seat, &[x, y]) in house.order.iter().zip(&places.seats) {
            (placed.x[seat], placed.y[seat]) = (x, y);
        }
        Ok(to_js(&placed)?.unchecked_into())
    }
}
