//! [`Scenario`] → text.

use super::VERSION;
use crate::checksum::checksum;
use crate::problem::Problems;
use crate::scenario::Scenario;
use std::fmt::{Display, Write};

/// The text of a canonical scenario that an election knows all ids of.
///
/// # Errors
/// `bad-id` where an id holds a character that no text can.
pub fn write(canonical: &Scenario) -> Result<String, Problems> {
    if canonical.edits.is_empty() {
        return Ok(String::new());
    }
    let named = |part: &Option<String>| part.clone().unwrap_or_default();
    let (election, fingerprint) = (named(&canonical.election), named(&canonical.fingerprint));
    let mut clauses = Writer::default();
    for edit in &canonical.edits {
        edit.write(&mut clauses);
    }
    let body = format!("{VERSION}~{election}~{fingerprint}~{}", clauses.text);
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~+".contains(&byte);
    if !body.bytes().all(plain) {
        return Err(bad_id());
    }
    let text = format!("{:08x}~{body}", checksum(&body));
    Ok(text)
}

/// The problem of an id that no text can hold.
pub fn bad_id() -> Problems {
    Problems::one(
        "",
        "bad-id",
        "an id of a party is a letter, then letters, digits and +; a constituency or serial is a number from 1",
    )
}

/// Clauses in the making.
#[derive(Default)]
pub struct Writer {
    text: String,
    /// Verb of the clause that is open.
    verb: &'static str,
}

impl Writer {
    /// Begins a clause.
    pub fn begin(&mut self, verb: &'static str) {
        if !self.verb.is_empty() {
            self.text.push('_');
        }
        self.text.push_str(verb);
        self.verb = verb;
    }

    /// Goes on with the clause before where it has this verb, else begins one.
    pub fn join(&mut self, verb: &'static str) {
        if self.verb != verb {
            self.begin(verb);
        }
    }

    /// Writes one field and the hyphen before it.
    pub fn field(&mut self, field: impl Display) {
        self.text.push('-');
        self.glue(field);
    }

    /// Writes a field for each of these ids.
    pub fn fields<'a>(&mut self, ids: impl IntoIterator<Item = &'a String>) {
        for id in ids {
            self.field(id);
        }
    }

    /// Goes on with the field before.
    pub fn glue(&mut self, text: impl Display) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{text}");
    }

    /// The last field, or part of one behind a dot.
    pub fn last(&self) -> &str {
        self.text.rsplit(['-', '_']).next().unwrap_or("")
    }
}
