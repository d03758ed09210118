//! What the boundary needs of JavaScript itself. Declared here and not taken from js-sys, which brings code of its own
//! along wherever it is linked: the small build pays for none of it.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `JSON.parse`.
    #[wasm_bindgen(catch, js_namespace = JSON)]
    pub fn parse(text: &str) -> Result<JsValue, JsValue>;
    /// `String`: any value in words.
    #[wasm_bindgen(js_name = String)]
    pub fn words(value: &JsValue) -> String;
    /// `Array.isArray`.
    #[wasm_bindgen(js_namespace = Array, js_name = isArray)]
    pub fn is_list(value: &JsValue) -> bool;
    /// `Object.freeze`.
    #[wasm_bindgen(js_namespace = Object)]
    pub fn freeze(object: &JsValue);
    #[wasm_bindgen(catch, js_namespace = Object)]
    fn keys(object: &JsValue) -> Result<JsValue, JsValue>;
    /// `Reflect.get`, which a getter of the value's own may make throw.
    #[wasm_bindgen(catch, js_namespace = Reflect)]
    pub fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Reflect, js_name = get)]
    fn at(list: &JsValue, index: u32) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Reflect, js_name = set)]
    fn put(object: &JsValue, name: &str, value: &JsValue) -> Result<bool, JsValue>;

    #[wasm_bindgen(catch, js_namespace = Reflect, js_name = set)]
    fn put_at(list: &JsValue, index: u32, value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(js_name = Array)]
    type List;
    #[wasm_bindgen(catch, method)]
    fn slice(this: &List) -> Result<JsValue, JsValue>;

    /// What a question is asked with. A name that crosses has to be decoded first: these do not cross.
    #[cfg(feature = "full")]
    type Asked;
    #[cfg(feature = "full")]
    #[wasm_bindgen(catch, method, structural, getter)]
    fn kind(this: &Asked) -> Result<JsValue, JsValue>;
    #[cfg(feature = "full")]
    #[wasm_bindgen(catch, method, structural, getter)]
    fn from(this: &Asked) -> Result<JsValue, JsValue>;
    #[cfg(feature = "full")]
    #[wasm_bindgen(catch, method, structural, getter)]
    fn to(this: &Asked) -> Result<JsValue, JsValue>;
    #[cfg(feature = "full")]
    #[wasm_bindgen(catch, method, structural, getter)]
    fn scope(this: &Asked) -> Result<JsValue, JsValue>;
    #[cfg(feature = "full")]
    #[wasm_bindgen(catch, method, structural, getter)]
    fn model(this: &Asked) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = Object)]
    type Plain;
    #[wasm_bindgen(constructor, js_class = "Object")]
    fn new() -> Plain;

    #[wasm_bindgen(js_name = Error)]
    type Thrown;
    #[wasm_bindgen(constructor, js_class = "Error")]
    fn new(message: &str) -> Thrown;

    #[wasm_bindgen(js_name = Uint8Array)]
    pub type Bytes;
    #[wasm_bindgen(constructor, js_class = "Uint8Array")]
    pub fn new(copied: &[u8]) -> Bytes;
    #[wasm_bindgen(js_name = Uint16Array)]
    pub type Words;
    #[wasm_bindgen(constructor, js_class = "Uint16Array")]
    pub fn new(copied: &[u16]) -> Words;
    #[wasm_bindgen(js_name = Float64Array)]
    type Doubles;
    #[wasm_bindgen(constructor, js_class = "Float64Array")]
    fn new(copied: &[f64]) -> Doubles;
}

/// A field of an object; a getter of its own may make it throw.
pub fn field(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    #[cfg(feature = "full")]
    {
        let asked: &Asked = object.unchecked_ref();
        match name {
            "kind" => return asked.kind(),
            "from" => return asked.from(),
            "to" => return asked.to(),
            "scope" => return asked.scope(),
            "model" => return asked.model(),
            _ => {}
        }
    }
    get(object, name)
}

/// An object without fields.
pub fn object() -> JsValue {
    Plain::new().into()
}

/// An `Error`.
pub fn error(message: &str) -> JsValue {
    Thrown::new(message).into()
}

/// Sets a field of a fresh object, which cannot fail.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = put(object, name, value);
}

/// Puts an item at a place of a list, which cannot fail.
pub fn place(list: &JsValue, index: usize, item: &JsValue) {
    let _ = put_at(list, index as u32, item);
}

/// A list of the same items.
pub fn copy(list: &JsValue) -> Result<JsValue, JsValue> {
    list.unchecked_ref::<List>().slice()
}

/// The items of a list.
pub fn items(list: &JsValue) -> Vec<JsValue> {
    let length = get(list, "length").ok().and_then(|length| length.as_f64());
    let indexes = 0..length.unwrap_or(0.0) as u32;
    indexes
        .map(|index| at(list, index).unwrap_or(JsValue::UNDEFINED))
        .collect()
}

/// The names of an object's own fields; none where it does not let them be known.
pub fn names(object: &JsValue) -> Vec<String> {
    items(&keys(object).unwrap_or(JsValue::UNDEFINED))
        .iter()
        .filter_map(JsValue::as_string)
        .collect()
}

/// Numbers in a buffer of their own, so that they stay good after the next call.
pub fn bytes(copied: &[u8]) -> JsValue {
    Bytes::new(copied).into()
}

/// As [`bytes`].
pub fn words16(copied: &[u16]) -> JsValue {
    Words::new(copied).into()
}

/// As [`bytes`].
pub fn doubles(copied: &[f64]) -> JsValue {
    Doubles::new(copied).into()
}
