//! An election with the names of its data file, by which a text speaks of it.

use super::names::Names;
use crate::decode::Value;
use crate::election::Election;
use crate::problem::Problems;
use std::sync::Arc;

/// An election, its names and its date.
#[derive(Debug, Clone)]
pub struct Book {
    /// The election.
    pub election: Arc<Election>,
    /// Every name in the data file.
    pub names: Names,
    /// Year of the count: from the data file's date, else from its id.
    pub year: Option<u32>,
    /// What the data are instead of a declared result: "led" or "count".
    pub instead: Option<String>,
    /// The hour of a count.
    pub at: Option<String>,
}

impl Book {
    /// Reads a data file (DATA.md).
    ///
    /// # Errors
    /// All problems of the file.
    pub fn from_json(text: &str) -> Result<Book, Problems> {
        let election = Arc::new(Election::from_json(text)?);
        let root = serde_json::from_str(text).unwrap_or(Value::Missing);
        Ok(Book::new(election, &root))
    }

    /// An election that was read, with the names of its data file.
    pub fn new(election: Arc<Election>, root: &Value) -> Book {
        let text = |value: &Value| value.text().map(str::to_owned);
        let result = root.field("house").field("result");
        let year = |text: &str| {
            let mut words = text.split('-').filter(|word| word.len() == 4);
            words.find_map(|word| word.parse().ok())
        };
        let counted = root.field("counted").text().and_then(year);
        Book {
            names: Names::of(&election, root),
            year: counted.or_else(|| year(&election.id)),
            instead: text(result.field("kind")),
            at: text(result.field("at")),
            election,
        }
    }

    /// Whether its winners were elected, or lead in a count that goes on.
    pub fn is_result(&self) -> bool {
        self.instead.is_none()
    }
}
