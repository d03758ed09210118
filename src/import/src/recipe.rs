//! Decisions that a reader took, kept so that tomorrow's file of the same shape needs none.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// Choices by the id of the decision: `separator` → `;`, `column.votes` → `TOTAL`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recipe {
    choices: BTreeMap<String, String>,
}

impl Recipe {
    /// Reads `{"recipe": 1, "decisions": {id: choice}}`.
    pub fn parse(text: &str) -> Result<Recipe, String> {
        let root: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if root["recipe"] != 1 {
            return Err("\"recipe\": 1 is missing, or it is of a newer version".to_owned());
        }
        let decisions = root["decisions"]
            .as_object()
            .ok_or("\"decisions\" is no object")?;
        let mut choices = BTreeMap::new();
        for (id, choice) in decisions {
            let choice = choice
                .as_str()
                .ok_or_else(|| format!("\"{id}\" is no text"))?;
            choices.insert(id.clone(), choice.to_owned());
        }
        Ok(Recipe { choices })
    }

    /// The recipe as JSON.
    pub fn to_json(&self) -> String {
        let text = serde_json::to_string_pretty(&json!({"recipe": 1, "decisions": self.choices}));
        text.unwrap_or_default()
    }

    /// The choice for a decision.
    pub fn get(&self, id: &str) -> Option<&str> {
        self.choices.get(id).map(String::as_str)
    }

    /// Takes a decision.
    pub fn set(&mut self, id: &str, choice: &str) {
        self.choices.insert(id.to_owned(), choice.to_owned());
    }

    /// Undoes a decision: the file decides again.
    pub fn undo(&mut self, id: &str) {
        self.choices.remove(id);
    }

    /// Choices whose ids begin so, each with the rest of its id.
    pub fn under<'r>(&'r self, prefix: &'r str) -> impl Iterator<Item = (&'r str, &'r str)> {
        let choices = self.choices.iter();
        choices.filter_map(move |(id, choice)| Some((id.strip_prefix(prefix)?, choice.as_str())))
    }
}
