//! What a claim can be held against beside the election it is asked of.

use super::book::Book;
use crate::decode::Value;
use crate::decode::decode;
use crate::problem::Problems;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Other elections of the same house, counts of the day, and tallies that were printed on the day.
#[derive(Debug, Clone, Default)]
pub struct Background {
    /// Elections held here earlier, the latest first.
    pub earlier: Vec<Earlier>,
    /// The count as of an hour.
    pub hours: Vec<Book>,
    /// Tallies as somebody printed them on the day of counting.
    pub tallies: Vec<Tally>,
}

/// An earlier election, and which of its parties a later one follows.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// The election.
    pub book: Book,
    /// Parties then and now.
    pub successors: Vec<(String, String)>,
}

/// A tally of the day: by side, seats [won, leading, together], null where not printed.
#[derive(Debug, Clone, Deserialize)]
pub struct Tally {
    /// Hour, where it was stated.
    pub time: Option<String>,
    /// By alliance; "" for the others.
    #[serde(default)]
    pub seats: BTreeMap<String, [Option<u32>; 3]>,
    /// By party, where printed.
    #[serde(default)]
    pub parties: BTreeMap<String, [Option<u32>; 3]>,
}

impl Background {
    /// Reads `{earlier: [{dataset, successors}], hours: [dataset], day: [tally]}`.
    ///
    /// # Errors
    /// All problems of the first dataset that has any, or what is wrong with a tally.
    pub fn from_value(root: &Value) -> Result<Background, Problems> {
        let book = |value: &Value| -> Result<Book, Problems> {
            let election = crate::election::Election::from_value(value)?;
            Ok(Book::new(election.into(), value))
        };
        let mut background = Background::default();
        for one in root.field("earlier").items() {
            let pairs = one.field("successors").items().iter();
            let id = |value: &Value| value.text().unwrap_or_default().to_owned();
            background.earlier.push(Earlier {
                book: book(one.field("dataset"))?,
                successors: pairs
                    .map(|pair| (id(pair.field("then")), id(pair.field("now"))))
                    .collect(),
            });
        }
        for one in root.field("hours").items() {
            background.hours.push(book(one)?);
        }
        for one in root.field("day").items() {
            background.tallies.push(decode(one)?);
        }
        Ok(background)
    }
}
