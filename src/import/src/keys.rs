//! What tells constituencies apart: a code, a code within its state, or a name.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use foldhash::fast::FixedState;

use crate::grid::letters;
use crate::house::Place;
use crate::names;
use crate::problems::Found;
use crate::roles::Role;
use crate::texts::{EMPTY, Id, Quick};
use crate::words::{self, RowKind, normal};
use crate::work::Work;

/// How the constituency of a row is told.
#[derive(Debug, Default)]
pub struct Keys {
    code: Option<usize>,
    state: Option<usize>,
    name: Option<usize>,
    /// Whether the code decides (else the name).
    by_code: bool,
    /// Whether the code stands in front of the name.
    split: bool,
    /// What stands before a code that has no name beside it.
    before: Option<usize>,
    /// Cells of the name that repeat the one above.
    filled: Quick<usize, usize>,
    /// The only constituency, from a heading.
    heading: Option<String>,
    index: HashMap<String, usize>,
    /// The same by the texts of the cells.
    met: Quick<[Id; 2], usize>,
    /// The row before, which most rows agree with.
    last: Option<([Id; 2], usize)>,
    /// The constituency and name of the row before, which were compared.
    checked: Option<(usize, Id)>,
}

/// What a row says of its constituency.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Told {
    state: String,
    code: String,
    name: String,
}

/// Finds what tells constituencies apart. `None` if nothing does.
pub fn find(work: &mut Work, read: &[bool]) -> Option<Keys> {
    let mut keys = Keys {
        code: work.columns.at(Role::Code),
        name: work.columns.at(Role::Place),
        ..Keys::default()
    };
    if keys.name.is_none()
        && keys.code.is_none()
        && let Some(district) = work.columns.take(Role::District)
    {
        work.columns.give(district, Role::Code);
        keys.code = Some(district);
    }
    let states = [Role::StateCode, Role::State].map(|role| work.columns.at(role));
    keys.state = states.into_iter().flatten().next();
    if keys.name.is_none() && keys.code.is_none() {
        return from_heading(work);
    }
    // Numbers that begin anew in each district.
    if keys.name.is_none() && keys.state.is_none() {
        keys.state = work.columns.at(Role::District);
    }
    fill_down(work, &mut keys, read);
    let mut seen: HashSet<[Id; 3], FixedState> = HashSet::default();
    let mut before = None;
    let mut told: BTreeSet<Told> = BTreeSet::new();
    for row in work.rows().filter(|row| read[*row]) {
        let ids = keys.ids(work, row);
        if before.replace(ids) == Some(ids) || !seen.insert(ids) {
            continue;
        }
        let row = self::told(work, &keys, row);
        let named = !row.name.is_empty() || !row.code.is_empty();
        if named && words::row_kind(&row.name) != Some(RowKind::Total) {
            told.insert(row);
        }
    }
    choose(work, &mut keys, &told);
    Some(keys)
}

fn told(work: &Work, keys: &Keys, row: usize) -> Told {
    let cell = |column: Option<usize>, row: usize| {
        column
            .map_or("", |column| work.grid.cell(row, column))
            .trim()
    };
    let name_row = keys.filled.get(&row).copied().unwrap_or(row);
    Told {
        state: normal(cell(keys.state, row)),
        code: names::plain_code(cell(keys.code, name_row)),
        name: normal(cell(keys.name, name_row)),
    }
}

fn choose(work: &mut Work, keys: &mut Keys, told: &BTreeSet<Told>) {
    let count = |of: &dyn Fn(&Told) -> String| told.iter().map(of).collect::<BTreeSet<_>>().len();
    let names = count(&|told| format!("{}\u{1}{}", told.state, told.name));
    // How many codes stand beside two names; none if they do not tell constituencies apart.
    let tells = |with_state: bool| {
        let mut of: BTreeMap<String, BTreeSet<(&str, &str)>> = BTreeMap::new();
        for told in told {
            let state = if with_state { told.state.as_str() } else { "" };
            let name = (told.state.as_str(), told.name.as_str());
            of.entry(format!("{state}\u{1}{}", told.code))
                .or_default()
                .insert(name);
        }
        let twice = of.values().filter(|names| names.len() > 1).count();
        let few = twice * 20 <= of.len() || (twice == 1 && of.len() > 1);
        let apart = of.len() * 10 <= names * 12 + 10 && of.len() * 5 >= names * 3;
        (few && apart).then_some(twice)
    };
    let (alone, in_state) = (tells(false), tells(true));
    let has_codes = keys.code.is_some() && told.iter().any(|told| !told.code.is_empty());
    if !has_codes {
        keys.code = None;
        split_codes(work, keys, told);
    } else if keys.name.is_none() {
        keys.by_code = true;
        let before = [Role::State, Role::Office].map(|role| work.columns.at(role));
        keys.before = before.into_iter().flatten().next().or(keys.state);
    } else if alone.is_some() && !(alone > Some(0) && in_state == Some(0)) {
        keys.by_code = true;
        keys.state = None;
    } else if keys.state.is_some() && in_state.is_some() {
        keys.by_code = true;
        work.decisions.note("code-with-state", Vec::new());
    } else {
        keys.code = None;
        let values = work.named(Role::Code);
        work.columns.take(Role::Code);
        work.decisions.note("code-unused", values);
        split_codes(work, keys, told);
    }
}

/// Codes in front of names, where nearly all names have one of their own.
fn split_codes(work: &mut Work, keys: &mut Keys, told: &BTreeSet<Told>) {
    let Some(column) = keys.name else { return };
    let mut codes = BTreeSet::new();
    let mut names = BTreeSet::new();
    let mut with = 0;
    for row in work.rows() {
        let cell = work.grid.cell(row, column).trim();
        if cell.is_empty() || !names.insert(cell) {
            continue;
        }
        if let Some((code, _)) = names::code(cell) {
            codes.insert(code);
            with += 1;
        }
    }
    keys.split = with > 1 && with * 5 >= names.len() * 4 && codes.len() == with;
    if keys.split && told.len() > 1 {
        work.decisions
            .note("code-split", vec![("letter", letters(column))]);
    }
}

/// Blank cells under a name that stands once for several rows.
fn fill_down(work: &mut Work, keys: &mut Keys, read: &[bool]) {
    let Some(column) = keys.name.or(keys.code) else {
        return;
    };
    let blank = |work: &Work, row: usize| work.grid.fact(row, column).empty;
    let is_line = |work: &Work, row: usize| {
        let total = work.first_kind(row) == Some(RowKind::Total);
        let candidate = work.candidate(row);
        let kind = work.candidate_kind(row, &candidate);
        !candidate.is_empty() && kind != Some(RowKind::Total) && !total && read[row]
    };
    let lines: Vec<usize> = work.rows().filter(|row| is_line(work, *row)).collect();
    let blanks = lines.iter().filter(|row| blank(work, **row)).count();
    let led = lines.first().is_some_and(|row| !blank(work, *row));
    if blanks * 10 < lines.len() * 3 || !led || lines.len() < 3 {
        return;
    }
    let mut above = None;
    for row in work.rows() {
        if !blank(work, row) {
            above = Some(row);
        } else if let Some(above) = above
            && is_line(work, row)
        {
            keys.filled.insert(row, above);
        }
    }
    work.decisions
        .note("filled-down", vec![("letter", letters(column))]);
}

/// A heading above the table that names its only constituency: `15 - DEOGHAR (Jharkhand)`.
fn from_heading(work: &mut Work) -> Option<Keys> {
    let heading = (0..work.header.first).rev().find_map(|row| {
        let filled: Vec<&str> = work
            .grid
            .row(row)
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .collect();
        let [cell] = filled[..] else { return None };
        names::code(cell).map(|_| cell.to_owned())
    })?;
    work.decisions
        .note("constituency-heading", vec![("chosen", heading.clone())]);
    Some(Keys {
        heading: Some(heading),
        split: true,
        ..Keys::default()
    })
}

impl Keys {
    /// As [`Keys::place`]. A row without a constituency is skipped as a note, or refused where it
    /// `speaks` of votes or a winner.
    pub fn place_or_skip(
        &mut self,
        work: &mut Work,
        row: usize,
        speaks: bool,
        places: &mut Vec<Place>,
    ) -> Option<usize> {
        let at = self.place(work, row, places);
        if at.is_none() {
            if speaks {
                let column = work.columns.at(Role::Place).or(work.columns.at(Role::Code));
                let problem = Found::cell("constituency-missing", row, column.unwrap_or(0), "");
                work.refuse(problem, None);
            }
            let reason = if speaks { "no constituency" } else { "note" };
            work.skipped.push((row, reason));
        }
        at
    }

    /// The texts that tell the constituency of a row: of its state, code and name.
    fn ids(&self, work: &Work, row: usize) -> [Id; 3] {
        let id = |column: Option<usize>, row| column.map_or(EMPTY, |c| work.grid.id(row, c));
        let name_row = self.filled.get(&row).copied().unwrap_or(row);
        [
            id(self.state, row),
            id(self.code, name_row),
            id(self.name, name_row),
        ]
    }

    /// The constituency of a row, made if it is new; `None` if the row names none.
    pub fn place(&mut self, work: &mut Work, row: usize, places: &mut Vec<Place>) -> Option<usize> {
        if let Some(heading) = &self.heading {
            if places.is_empty() {
                let mut place = Place {
                    rows: (row, row),
                    ..Place::default()
                };
                place.code = names::code(heading).map(|(code, _)| code.to_owned());
                work.name_place(&mut place, heading, true);
                places.push(place);
            }
            return Some(0);
        }
        let [state, code, name] = self.ids(work, row);
        let ids = [state, if self.by_code { code } else { name }];
        if let Some((_, place)) = self.last.filter(|last| last.0 == ids) {
            return Some(place);
        }
        let place = match self.met.get(&ids) {
            Some(place) => *place,
            None => self.new_place(work, row, places)?,
        };
        self.met.insert(ids, place);
        self.last = Some((ids, place));
        Some(place)
    }

    /// The constituency of a row whose cells were not met in any row before.
    fn new_place(&mut self, work: &mut Work, row: usize, places: &mut Vec<Place>) -> Option<usize> {
        let at = |column: Option<usize>| {
            let row = self.filled.get(&row).copied().unwrap_or(row);
            column
                .map_or("", |column| work.grid.cell(row, column))
                .trim()
        };
        let (code, name, state) = (at(self.code), at(self.name), at(self.state));
        let key = self.key(work, row)?;
        if let Some(place) = self.index.get(&key) {
            return Some(*place);
        }
        let mut place = Place {
            rows: (row, row),
            ..Place::default()
        };
        if self.by_code {
            let code = names::plain_code(code);
            place.code = Some(match self.state {
                Some(_) if !state.is_empty() => format!("{state}-{code}"),
                _ => code,
            });
        } else if self.split {
            place.code = names::code(name).map(|(code, _)| names::plain_code(code));
        }
        let state_name = match work.columns.at(Role::State) {
            Some(column) => work.grid.cell(row, column).trim(),
            None => state,
        };
        place.state = Some(state_name.to_owned()).filter(|state| !state.is_empty());
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let written = if name.is_empty() {
            let before = self
                .before
                .map_or("", |column| work.grid.cell(row, column).trim());
            format!("{before} {code}").trim().to_owned()
        } else {
            name
        };
        work.name_place(&mut place, &written, self.split);
        places.push(place);
        self.index.insert(key, places.len() - 1);
        Some(places.len() - 1)
    }

    fn key(&self, work: &Work, row: usize) -> Option<String> {
        let name_row = self.filled.get(&row).copied().unwrap_or(row);
        let at = |column: Option<usize>, row| column.map_or("", |c| work.grid.cell(row, c)).trim();
        let what = if self.by_code {
            names::plain_code(at(self.code, name_row))
        } else {
            normal(at(self.name, name_row))
        };
        let state = at(self.state, row);
        (!what.is_empty()).then(|| format!("{}\u{1}{what}", normal(state)))
    }

    /// The constituency that a row names, if it was met.
    pub fn known(&self, work: &Work, row: usize) -> Option<usize> {
        self.index.get(&self.key(work, row)?).copied()
    }

    /// Refuses constituencies whose code stands beside another name too.
    pub fn check_name(&mut self, work: &mut Work, row: usize, at: usize, place: &mut Place) {
        let (true, Some(column)) = (self.by_code, self.name) else {
            return;
        };
        let name_row = self.filled.get(&row).copied().unwrap_or(row);
        let met = Some((at, work.grid.id(name_row, column)));
        if std::mem::replace(&mut self.checked, met) == met {
            return;
        }
        let name = work.grid.cell(name_row, column).trim();
        if place.refused || name == place.written || normal(name) == normal(&place.written) {
            return;
        }
        let name = name.to_owned();
        let problem = Found::cell("constituency-differs", row, column, &name)
            .with("number", place.code.clone().unwrap_or_default())
            .with("first", place.rows.0 + 1)
            .with("other", place.said());
        work.refuse(problem, Some(place));
        place.refused = true;
    }
}
