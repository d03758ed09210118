//! Pictures: geometry for the page to place, and whole pictures to take away.

use super::{json_text, thrown, with_value};
use crate::chart::hemicycle::hemicycle;
use crate::chart::map::Map;
use crate::chart::request::Request;
use crate::chart::svg::{Kind, picture};
use crate::decode::Value;
use crate::problem::Problems;
use crate::wasm::JsCalculator;
use crate::wasm::convert::to_js;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A map file, or its JSON text.
    #[wasm_bindgen(typescript_type = "object | string")]
    pub type MapArgument;
    /// Outlines.
    #[wasm_bindgen(typescript_type = "MapShapes")]
    pub type MapValue;
    /// A picture to draw.
    #[wasm_bindgen(typescript_type = "PictureRequest")]
    pub type PictureArgument;
}

#[wasm_bindgen(js_class = Calculator)]
impl JsCalculator {
    /// The outlines of a map file (DATA.md), an object or its JSON text. Throws a `PictureError`.
    pub fn outlines(&self, map: &MapArgument) -> Result<MapValue, JsValue> {
        let value: &JsValue = map.as_ref();
        let text = value.as_string().unwrap_or_else(|| json_text(value));
        let map = serde_json::from_str::<Value>(&text)
            .map_err(|error| Problems::one("", "not-json", format!("not JSON: {error}")))
            .and_then(|map| Map::from_value(&map))
            .map_err(picture_error)?;
        Ok(to_js(&map)?.unchecked_into())
    }

    /// A picture as SVG text, of the scenario last evaluated as far as the order of a hemicycle goes. Throws a `PictureError`.
    pub fn picture(&self, request: &PictureArgument) -> Result<String, JsValue> {
        let asked = with_value(request.as_ref(), Request::from_value);
        let mut asked = asked.map_err(picture_error)?;
        if matches!(asked.kind, Kind::Hemicycle { .. }) {
            let seating = self.inner.house().order;
            if asked.marks.len() != seating.len() {
                return Err(picture_error(Problems::one(
                    "marks",
                    "wrong-kind",
                    "expected one for each constituency",
                )));
            }
            hemicycle(seating.len()).ok_or_else(too_large)?;
            asked.marks = seating
                .iter()
                .map(|&seat| asked.marks[seat].clone())
                .collect();
        }
        Ok(picture(
            &asked.kind,
            &asked.marks,
            &asked.rows,
            &asked.caption,
            asked.frame,
        ))
    }
}

fn too_large() -> JsValue {
    picture_error(Problems::one("", "too-large", "more than 1,000 seats"))
}

fn picture_error(problems: Problems) -> JsValue {
    thrown("PictureError", &problems)
}
