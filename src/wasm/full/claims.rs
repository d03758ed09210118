//! Exports of the full module that check a claim.

use super::{json_text, with_value};
use crate::claim::Claim;
use crate::claim::background::Background;
use crate::claim::book::Book;
use crate::claim::check::{check, check_claim};
use crate::decode::Value;
use crate::election::Election;
use crate::wasm::convert::to_js;
use crate::wasm::{JsCalculator, scenario_error};
use std::borrow::Cow;
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../claims.d.ts");

#[wasm_bindgen]
extern "C" {
    /// A text, or a claim that was understood before.
    #[wasm_bindgen(typescript_type = "Claim | string")]
    pub type ClaimArgument;
    /// The answer to a claim.
    #[wasm_bindgen(typescript_type = "ClaimAnswer")]
    pub type ClaimAnswerValue;
    /// What claims are held against beside the election.
    #[wasm_bindgen(typescript_type = "ClaimBackground")]
    pub type BackgroundArgument;
}

/// What checking claims needs beside the election: its file's names, read when the first claim
/// comes, and the background that was given.
pub struct Claims {
    dataset: String,
    book: OnceCell<Book>,
    background: Background,
}

impl Claims {
    /// Keeps the text of a dataset, an object or its JSON text.
    pub fn new(dataset: &JsValue) -> Claims {
        Claims {
            dataset: dataset.as_string().unwrap_or_else(|| json_text(dataset)),
            book: OnceCell::new(),
            background: Background::default(),
        }
    }

    /// The election as it is now: a count that is followed has other votes than its file.
    fn book(&self, election: &Election) -> Cow<'_, Book> {
        let book = self.book.get_or_init(|| {
            let root = serde_json::from_str(&self.dataset).unwrap_or(Value::Missing);
            Book::new(election.clone().into(), &root)
        });
        if book.election.fingerprint == election.fingerprint {
            return Cow::Borrowed(book);
        }
        Cow::Owned(Book {
            election: election.clone().into(),
            ..book.clone()
        })
    }
}

#[wasm_bindgen(js_class = Calculator)]
impl JsCalculator {
    /// Checks a claim, a text or one that was understood before, against itself, against the declared result and against
    /// the background given to `setBackground`. The scenario last evaluated plays no part. Throws a `ScenarioError`
    /// where an object is no claim.
    pub fn check(&self, claim: &ClaimArgument) -> Result<ClaimAnswerValue, JsValue> {
        let book = self.beside.book(self.inner.election());
        let background = &self.beside.background;
        let value: &JsValue = claim.as_ref();
        let answer = match value.as_string() {
            Some(text) => check(&text, &book, background),
            None => {
                let claim = with_value(value, Claim::from_value).map_err(scenario_error)?;
                check_claim(&claim, &book, background)
            }
        };
        Ok(to_js(&answer)?.unchecked_into())
    }

    /// Gives the elections, counts and tallies that claims are held against beside the election. Throws a
    /// `ScenarioError` with what is wrong with them; what was given before then stays.
    #[wasm_bindgen(js_name = setBackground)]
    pub fn set_background(&mut self, background: &BackgroundArgument) -> Result<(), JsValue> {
        let found = with_value(background.as_ref(), Background::from_value);
        self.beside.background = found.map_err(scenario_error)?;
        Ok(())
    }
}
