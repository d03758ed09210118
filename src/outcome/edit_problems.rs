//! Problems with one edit, noted where the caller's list has it.

use crate::election::INDEPENDENT;
use crate::problem::{Path, Problems};
use std::fmt::Display;

/// Takes the problems of one edit.
pub struct EditProblems<'a> {
    problems: &'a mut Problems,
    edit: usize,
    kind: &'static str,
}

impl<'a> EditProblems<'a> {
    /// Of the edit at this index (in canonical order), whose kind is called so.
    pub fn of(problems: &'a mut Problems, edit: usize, kind: &'static str) -> EditProblems<'a> {
        EditProblems {
            problems,
            edit,
            kind,
        }
    }

    /// Notes one at a field.
    #[inline]
    pub fn add(&mut self, field: &str, code: &'static str, message: impl Display) {
        let edits = Path::ROOT.field("edits");
        let item = edits.item(self.problems.place(self.edit));
        let kind = item.field(self.kind);
        self.problems.add(kind.field(field), code, message);
    }

    /// Notes that a party is not known, or is the independents.
    pub fn unknown_party(&mut self, field: &str, id: &str) {
        self.unknown(field, "party", id);
    }

    /// Notes that a side is not known, or is the independents.
    pub fn unknown_side(&mut self, field: &str, id: &str) {
        self.unknown(field, "party or alliance", id);
    }

    fn unknown(&mut self, field: &str, what: &str, id: &str) {
        if id == INDEPENDENT {
            let message = "independents are no party: they can be no side";
            self.add(field, "independent-side", message);
        } else {
            self.add(
                field,
                "unknown-id",
                format_args!("no {what} is called \"{id}\""),
            );
        }
    }

    /// Notes that no constituency has this number.
    pub fn unknown_constituency(&mut self, field: &str, id: &str) {
        let message = format_args!("no constituency has the number \"{id}\"");
        self.add(field, "unknown-id", message);
    }
}
