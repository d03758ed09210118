//! How a file was understood, decision by decision: each can be changed or undone by its id.

use serde::Serialize;

use crate::messages::{Sentence, Values, say};
use crate::recipe::Recipe;

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// Its id in a recipe; "" for what only is to be known.
    pub id: String,
    /// What was chosen.
    pub chosen: String,
    /// What else could be; empty where any text may stand, or nothing can be changed.
    pub options: Vec<String>,
    /// Whether the reader (or the recipe) chose it; otherwise the file did.
    pub by_reader: bool,
    /// Whether the reader should look: the file alone does not make it certain.
    pub asked: bool,
    /// Whether it holds for this file alone and stays out of a saved recipe.
    pub this_file: bool,
    /// The decision in words.
    pub sentence: Sentence,
}

/// The list of decisions.
#[derive(Debug, Default)]
pub struct Decisions {
    /// In the order in which they were taken.
    pub list: Vec<Decision>,
}

impl Decisions {
    /// Adds a decision that can be changed.
    pub fn add(&mut self, id: &str, code: &str, chosen: &str, values: Values) -> &mut Decision {
        let mut values = values;
        values.push(("chosen", chosen.to_owned()));
        self.list.push(Decision {
            id: id.to_owned(),
            chosen: chosen.to_owned(),
            options: Vec::new(),
            by_reader: false,
            asked: false,
            this_file: false,
            sentence: say(code, &values),
        });
        let last = self.list.len() - 1;
        &mut self.list[last]
    }

    /// Adds what should be known and follows from the other decisions.
    pub fn note(&mut self, code: &str, values: Values) {
        self.add("", code, "", values);
    }

    /// Everything decided, as a recipe for the next file of this shape.
    pub fn recipe(&self) -> Recipe {
        let mut recipe = Recipe::default();
        for decision in self
            .list
            .iter()
            .filter(|d| !d.id.is_empty() && !d.this_file)
        {
            recipe.set(&decision.id, &decision.chosen);
        }
        recipe
    }
}
