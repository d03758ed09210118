//! A table under way: what all steps of the reading share.

use crate::columns::Columns;
use crate::decisions::Decisions;
use crate::grid::{Grid, letters};
use crate::header::Header;
use crate::house::{Claim, Parties, Place};
use crate::names;
use crate::numbers;
use crate::problems::Found;
use crate::recipe::Recipe;
use crate::roles::Role;
use crate::words;

/// The table, what its columns hold, and what was found so far.
pub struct Work<'a> {
    /// The cells.
    pub grid: &'a Grid,
    /// The rows that name the columns.
    pub header: &'a Header,
    /// What the columns hold.
    pub columns: Columns,
    /// The reader's decisions.
    pub recipe: &'a Recipe,
    /// All decisions.
    pub decisions: Decisions,
    /// Problems.
    pub found: Vec<Found>,
    /// Rows that were left out, from 0, and why.
    pub skipped: Vec<(usize, &'static str)>,
    /// Parties.
    pub parties: Parties,
    /// Whether dots group digits.
    pub dots: bool,
}

impl Work<'_> {
    /// A cell by its role; "" without such a column.
    pub fn text(&self, row: usize, role: Role) -> &str {
        self.columns
            .at(role)
            .map_or("", |column| numbers::trim(self.grid.cell(row, column)))
    }

    /// Rows below the header.
    pub fn rows(&self) -> std::ops::Range<usize> {
        self.header.last + 1..self.grid.rows()
    }

    /// The label of a column.
    pub fn label(&self, column: usize) -> String {
        self.header.label(column).to_owned()
    }

    /// Label and letters of the column of a role, for sentences.
    pub fn named(&self, role: Role) -> Vec<(&'static str, String)> {
        let column = self.columns.at(role).unwrap_or(0);
        vec![("header", self.label(column)), ("letter", letters(column))]
    }

    /// A number in a column of a role: `None` if blank, or refused with the problem noted.
    /// Answers false in the second part if the cell was refused.
    pub fn number(&mut self, row: usize, role: Role, place: Option<&Place>) -> (Option<u32>, bool) {
        let Some(column) = self.columns.at(role) else {
            return (None, true);
        };
        self.number_at(row, column, place)
    }

    /// The same for a column.
    pub fn number_at(
        &mut self,
        row: usize,
        column: usize,
        place: Option<&Place>,
    ) -> (Option<u32>, bool) {
        let cell = self.grid.cell(row, column);
        if numbers::is_blank(cell) {
            return (None, true);
        }
        match numbers::votes(cell, self.dots) {
            Ok(votes) => (Some(votes), true),
            Err(fault) => {
                self.refuse(Found::cell(fault.code(), row, column, cell.trim()), place);
                (None, false)
            }
        }
    }

    /// A figure of a whole constituency that others are checked by, if it can be read.
    pub fn claim(&self, row: usize, role: Role) -> Option<Claim> {
        let column = self.columns.at(role)?;
        let value = numbers::votes(self.grid.cell(row, column), self.dots).ok()?;
        // Some files write 0 for what they do not know.
        (value > 0).then_some(Claim { value, row, column })
    }

    /// Notes a problem for which a constituency is left out.
    pub fn refuse(&mut self, problem: Found, place: Option<&Place>) {
        let mut problem = problem;
        problem.left_out = true;
        if let Some(place) = place {
            problem.constituency = Some(place.written.clone());
            problem = problem.with("place", place.said());
        }
        self.found.push(problem);
    }

    /// Party and label of a row's party cell, without text that pages hide behind it.
    pub fn party(&mut self, row: usize, label: Role, name: Role) -> (usize, String) {
        let name = words::without_tail(self.text(row, name)).to_owned();
        let mut label = words::without_tail(self.text(row, label)).to_owned();
        if label.is_empty() {
            label.clone_from(&name);
        }
        let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        if label.is_empty() {
            return (crate::house::INDEPENDENT, label);
        }
        (self.parties.of(&label, &name), label)
    }

    /// The candidate's name: one column, or first, middle and family name.
    pub fn candidate(&self, row: usize) -> String {
        let whole = words::without_tail(self.text(row, Role::Candidate));
        if !whole.is_empty() {
            return whole.to_owned();
        }
        let parts = [Role::Given, Role::Middle, Role::Surname].map(|role| self.text(row, role));
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    }

    /// The column that names candidates.
    pub fn candidate_column(&self) -> Option<usize> {
        let roles = [Role::Candidate, Role::Surname, Role::Given];
        roles.into_iter().find_map(|role| self.columns.at(role))
    }

    /// Fills what a row says of its constituency as a whole.
    pub fn of_place(&self, row: usize, place: &mut Place) {
        place.rows.1 = row;
        for (slot, role) in [
            (&mut place.electors, Role::Electors),
            (&mut place.valid, Role::Valid),
            (&mut place.lines_told, Role::Lines),
        ] {
            if slot.is_none() && self.columns.has(role) {
                *slot = self.claim(row, role);
            }
        }
        if place.category.is_none() {
            let category = self.text(row, Role::Category);
            if matches!(
                category.to_ascii_uppercase().as_str(),
                "GEN" | "SC" | "ST" | "GENERAL"
            ) {
                place.category = Some(category.to_ascii_uppercase().replace("GENERAL", "GEN"));
            }
        }
    }

    /// Adds a place's name in its three forms.
    pub fn name_place(&self, place: &mut Place, written: &str, split: bool) {
        place.written = written.to_owned();
        let mut name = written;
        if split && let Some((_, rest)) = names::code(written) {
            name = rest;
        }
        if let Some((before, category)) = names::category(name) {
            place.category = Some(category.to_ascii_uppercase());
            name = before;
        }
        place.name = names::titled(name);
    }
}
