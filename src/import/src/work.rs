//! A table under way: what all steps of the reading share.

use std::borrow::Cow;
use std::rc::Rc;

use crate::columns::Columns;
use crate::decisions::Decisions;
use crate::facts::Fact;
use crate::grid::{Grid, letters};
use crate::header::Header;
use crate::house::{Claim, INDEPENDENT, Parties, Place};
use crate::names;
use crate::numbers::{self, Fault};
use crate::problems::Found;
use crate::recipe::Recipe;
use crate::roles::Role;
use crate::texts::{EMPTY, Id, Quick};
use crate::words::{self, RowKind};

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
    /// Party and label by the texts of the cells that name them.
    pub labels: Quick<[Id; 2], (usize, Rc<str>)>,
    /// Whether dots group digits.
    pub dots: bool,
}

impl<'a> Work<'a> {
    /// A cell by its role; "" without such a column.
    pub fn text(&self, row: usize, role: Role) -> &'a str {
        let grid = self.grid;
        let column = self.columns.at(role);
        column.map_or("", |column| numbers::trim(grid.cell(row, column)))
    }

    /// What a cell says, by its role; `None` without such a column.
    pub fn fact(&self, row: usize, role: Role) -> Option<&'a Fact> {
        let grid = self.grid;
        self.columns.at(role).map(|column| grid.fact(row, column))
    }

    /// The number of a cell's text, by its role.
    pub fn id(&self, row: usize, role: Role) -> Id {
        let column = self.columns.at(role);
        column.map_or(EMPTY, |column| self.grid.id(row, column))
    }

    /// The kind of row that a cell names, by its role.
    pub fn kind(&self, row: usize, role: Role) -> Option<RowKind> {
        self.fact(row, role).and_then(|fact| fact.kind)
    }

    /// The kind of row that the first filled cell of a row names.
    pub fn first_kind(&self, row: usize) -> Option<RowKind> {
        let mut facts = (0..self.grid.columns()).map(|column| self.grid.fact(row, column));
        facts.find(|fact| !fact.empty)?.kind
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
        let fact = self.grid.fact(row, column);
        if fact.no_figure {
            return (None, true);
        }
        match self.votes(row, column) {
            Ok(votes) => (Some(votes), true),
            Err(fault) => {
                let cell = self.grid.cell(row, column);
                self.refuse(Found::cell(fault.code(), row, column, cell.trim()), place);
                (None, false)
            }
        }
    }

    /// A number that is not counted by: `None` if there is none.
    pub fn number_told(&self, row: usize, role: Role) -> Option<u32> {
        self.fact(row, role)?.number.ok()
    }

    /// The number in a cell.
    fn votes(&self, row: usize, column: usize) -> Result<u32, Fault> {
        if self.dots {
            return numbers::votes(self.grid.cell(row, column), true);
        }
        self.grid.fact(row, column).number
    }

    /// A figure of a whole constituency that others are checked by, if it can be read.
    pub fn claim(&self, row: usize, role: Role) -> Option<Claim> {
        let column = self.columns.at(role)?;
        let value = self.votes(row, column).ok()?;
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
    pub fn party(&mut self, row: usize, label: Role, name: Role) -> (usize, Rc<str>) {
        let key = [self.id(row, label), self.id(row, name)];
        let (at, label) = match self.labels.get(&key) {
            Some((at, label)) => (*at, label.clone()),
            None => self.new_party(row, key, label, name),
        };
        if at != INDEPENDENT && self.columns.has(name) {
            self.parties
                .named(at, words::without_tail(self.text(row, name)));
        }
        (at, label)
    }

    fn new_party(&mut self, row: usize, key: [Id; 2], label: Role, name: Role) -> (usize, Rc<str>) {
        let cell = match words::without_tail(self.text(row, label)) {
            "" => words::without_tail(self.text(row, name)),
            cell => cell,
        };
        let label: Rc<str> = cell.split_whitespace().collect::<Vec<_>>().join(" ").into();
        let at = if label.is_empty() {
            INDEPENDENT
        } else {
            self.parties.of(&label)
        };
        self.labels.insert(key, (at, label.clone()));
        (at, label)
    }

    /// The candidate's name: one column, or first, middle and family name.
    pub fn candidate(&self, row: usize) -> Cow<'a, str> {
        let whole = match self.fact(row, Role::Candidate) {
            Some(fact) if fact.tailed => words::without_tail(self.text(row, Role::Candidate)),
            _ => self.text(row, Role::Candidate),
        };
        if !whole.is_empty() {
            return Cow::Borrowed(whole);
        }
        let parts = [Role::Given, Role::Middle, Role::Surname].map(|role| self.text(row, role));
        let mut parts = parts.into_iter().filter(|part| !part.is_empty());
        let first = parts.next().unwrap_or_default();
        parts.fold(Cow::Borrowed(first), |name, part| name + " " + part)
    }

    /// The kind of row that the candidate's cells name.
    pub fn candidate_kind(&self, row: usize, candidate: &str) -> Option<RowKind> {
        match self.fact(row, Role::Candidate) {
            Some(fact) if !fact.empty && !fact.tailed => fact.kind,
            _ => words::row_kind(candidate),
        }
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
        if place.category.is_none() && self.columns.has(Role::Category) {
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
