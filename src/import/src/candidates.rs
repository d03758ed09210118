//! Tables with a row for each candidate, or for each candidate and polling place.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::contest::Rows;
use crate::house::{INDEPENDENT, Line, Named, Place};
use crate::keys::Keys;
use crate::names;
use crate::numbers;
use crate::party_in_cell;
use crate::problems::Found;
use crate::roles::Role;
use crate::sums::Totals;
use crate::words::{self, Mark, RowKind};
use crate::work::Work;

/// What was read of such a table.
pub struct Candidates {
    /// The constituencies.
    pub places: Vec<Place>,
    /// Rows that were read as candidates' votes.
    pub rows: usize,
    /// Whether polling places were added up.
    pub added: bool,
}

/// Whether rows are of polling places, which are added up.
pub fn adds_up(work: &Work) -> bool {
    work.columns.has(Role::PollingPlace)
}

struct Reader<'w, 'a> {
    work: &'w mut Work<'a>,
    keys: Keys,
    places: Vec<Place>,
    totals: Totals,
    /// Lines by constituency, name and party.
    lines: HashMap<(usize, String, String), usize>,
    /// Rows by all their cells, for rows that repeat another.
    whole: HashMap<u64, usize>,
    /// Votes of a candidate at one polling place, by its row.
    booths: HashMap<u64, usize>,
    added: bool,
    fusion: bool,
    serials: bool,
    marks_column: Option<usize>,
    names_winner: bool,
    endings: party_in_cell::Endings,
    rows: usize,
    /// Rows without a constituency, and the constituencies before and after them.
    lost: Vec<(usize, Option<usize>)>,
    last_place: Option<usize>,
    unopposed: Vec<(usize, String, String)>,
}

/// Reads the rows.
pub fn read(work: &mut Work, keys: Keys, rows: &Rows) -> Candidates {
    let added = adds_up(work);
    let fusion = work
        .rows()
        .any(|row| words::mark(work.text(row, Role::Fusion)) == Some(Mark::Won));
    let serials = serials(work);
    let marks_column = work.columns.at(Role::Mark);
    let names_winner = marks_column.is_some_and(|at| {
        let cells = &work.columns.cells[at];
        cells.marks * 2 < cells.filled
    });
    let endings = if work.columns.has(Role::Party) {
        party_in_cell::Endings::default()
    } else {
        party_in_cell::find(work)
    };
    let mut reader = Reader {
        work,
        keys,
        places: Vec::new(),
        totals: Totals::default(),
        lines: HashMap::new(),
        whole: HashMap::new(),
        booths: HashMap::new(),
        added,
        fusion,
        serials,
        marks_column,
        names_winner,
        endings,
        rows: 0,
        lost: Vec::new(),
        last_place: None,
        unopposed: Vec::new(),
    };
    let (mut repeated, mut empty) = (0, 0);
    for row in reader.work.rows() {
        if !rows.read[row] || reader.work.grid.is_blank(row) {
            continue;
        }
        if reader.work.recipe.get(&format!("row.{}", row + 1)) == Some("skip") {
            reader.skip(row, "reader");
            let values = vec![("row", (row + 1).to_string())];
            let id = format!("row.{}", row + 1);
            let decision = reader
                .work
                .decisions
                .add(&id, "row-skipped", "skip", values);
            (decision.by_reader, decision.this_file) = (true, true);
        } else if reader.repeats_header(row) {
            reader.skip(row, "header");
            repeated += 1;
        } else {
            empty += usize::from(!reader.row(row));
        }
    }
    reader.finish(repeated, empty)
}

/// Whether numbers stand in front of nearly all candidates' names.
fn serials(work: &mut Work) -> bool {
    let Some(column) = work.columns.at(Role::Candidate) else {
        return false;
    };
    let (mut with, mut all) = (0, 0);
    for row in work.rows() {
        let cell = work.grid.cell(row, column).trim();
        all += usize::from(!cell.is_empty());
        with += usize::from(names::serial(cell).is_some());
    }
    let serials = all > 0 && with * 5 >= all * 4;
    if serials {
        work.decisions.note("serial", Vec::new());
    }
    serials
}

impl Reader<'_, '_> {
    fn skip(&mut self, row: usize, why: &'static str) {
        self.work.skipped.push((row, why));
    }

    fn repeats_header(&self, row: usize) -> bool {
        let header = self.work.header.last;
        let mut same = 0;
        for column in 0..self.work.grid.columns() {
            let (cell, label) = (
                self.work.grid.cell(row, column),
                self.work.grid.cell(header, column),
            );
            if cell != label {
                return false;
            }
            same += usize::from(!cell.is_empty());
        }
        same > 1
    }

    /// The kind of a row that is no candidate's.
    fn kind(&self, row: usize, candidate: &str) -> Option<RowKind> {
        let work = &self.work;
        let first = work
            .grid
            .row(row)
            .map(str::trim)
            .find(|cell| !cell.is_empty())
            .unwrap_or("");
        let total = |cell: &str| words::row_kind(cell) == Some(RowKind::Total);
        let place = [Role::Place, Role::PollingPlace, Role::Code].map(|role| work.text(row, role));
        if total(first) || total(candidate) || place.into_iter().any(total) {
            return Some(RowKind::Total);
        }
        let party = work.text(row, Role::Party);
        let of_party = words::row_kind(party).filter(|kind| *kind == RowKind::Nota);
        match words::row_kind(candidate) {
            None if candidate.is_empty() => words::row_kind(party).or(of_party),
            kind => kind.or(of_party),
        }
    }

    /// Reads one row. Answers false if it holds nothing of the table.
    fn row(&mut self, row: usize) -> bool {
        let mut candidate = self.work.candidate(row);
        let mut serial = None;
        if self.serials
            && let Some((number, rest)) = names::serial(&candidate)
        {
            serial = Some(number);
            candidate = rest.to_owned();
        }
        let kind = self.kind(row, &candidate);
        let votes_cell = self.work.text(row, Role::Votes);
        let no_votes = votes_cell.is_empty();
        let unopposed = words::mark(votes_cell) == Some(Mark::Unopposed);
        if kind == Some(RowKind::Total) {
            self.totals
                .add(row, &candidate, self.work.text(row, Role::Party));
            self.skip(row, "total");
            return true;
        }
        let nothing = candidate.is_empty()
            && self.work.text(row, Role::Party).is_empty()
            && numbers::is_blank(votes_cell);
        if nothing {
            self.skip(row, "note");
            return false;
        }
        let Some(at) = self.keys.place(self.work, row, &mut self.places) else {
            return self.without_place(row, no_votes);
        };
        self.rows += 1;
        self.last_place = Some(at);
        let mut place = std::mem::take(&mut self.places[at]);
        self.keys.check_name(self.work, row, &mut place);
        self.work.of_place(row, &mut place);
        let line = Line {
            row,
            name: candidate,
            serial,
            ..Line::default()
        };
        self.in_place(at, &mut place, line, kind, unopposed);
        self.places[at] = place;
        true
    }

    fn without_place(&mut self, row: usize, no_votes: bool) -> bool {
        if no_votes {
            self.skip(row, "note");
            return false;
        }
        self.lost.push((row, self.last_place));
        self.skip(row, "no constituency");
        true
    }

    fn in_place(
        &mut self,
        at: usize,
        place: &mut Place,
        mut line: Line,
        kind: Option<RowKind>,
        unopposed: bool,
    ) {
        let row = line.row;
        self.totals.met(row, at);
        if self.too_long(row, place) {
            return;
        }
        let (mut votes, mut good) = (None, true);
        if !unopposed {
            (votes, good) = self.work.number(row, Role::Votes, Some(place));
        }
        let (evm, evm_good) = self.work.number(row, Role::Evm, Some(place));
        let (postal, postal_good) = self.work.number(row, Role::Postal, Some(place));
        let parts = evm.zip(postal);
        if !self.work.columns.has(Role::Votes) {
            votes = evm.map(|evm| evm.saturating_add(postal.unwrap_or(0)));
        }
        if let (Some((evm, postal)), Some(total)) = (parts, votes)
            && evm.checked_add(postal) != Some(total)
        {
            let column = self.work.columns.at(Role::Votes).unwrap_or(0);
            let problem = Found::cell("parts-differ", row, column, &total.to_string())
                .with("evm", evm)
                .with("postal", postal)
                .with("sum", u64::from(evm) + u64::from(postal));
            self.work.refuse(problem, Some(place));
            good = false;
        }
        if !(good && evm_good && postal_good) {
            place.refused = true;
        }
        let amount = votes.unwrap_or(0);
        match kind {
            Some(RowKind::Nota) => {
                if self.repeated(row, at, place, "NOTA", votes) {
                    return;
                }
                place.nota = Some(place.nota.unwrap_or(0).saturating_add(amount));
                place.nota_parts = match (place.nota_parts, parts) {
                    (Some((a, b)), Some((c, d))) => {
                        Some((a.saturating_add(c), b.saturating_add(d)))
                    }
                    (None, parts) => parts,
                    (kept, None) => kept,
                };
            }
            Some(RowKind::Informal) => place.informal += u64::from(amount),
            Some(RowKind::Others) => place.others += u64::from(amount),
            Some(RowKind::Total) => {}
            None => {
                (line.votes, line.parts) = (votes, parts);
                self.line(at, place, line, unopposed);
            }
        }
    }

    /// Refuses a constituency with a cell that is too long in a column that is read.
    fn too_long(&mut self, row: usize, place: &mut Place) -> bool {
        let grid = self.work.grid;
        if grid.cut.is_empty() {
            return false;
        }
        let used = |column: usize| {
            let role = self.work.columns.list[column].role;
            role.is_some_and(|role| role != Role::Ignored)
        };
        let Some((_, column)) = grid
            .cut
            .iter()
            .copied()
            .find(|(r, c)| *r == row && used(*c))
        else {
            return false;
        };
        let start: String = grid.cell(row, column).chars().take(40).collect();
        self.work.refuse(
            Found::cell("cell-too-long", row, column, &start),
            Some(place),
        );
        place.refused = true;
        true
    }

    fn line(&mut self, at: usize, place: &mut Place, mut line: Line, unopposed: bool) {
        let row = line.row;
        let mut name = std::mem::take(&mut line.name);
        if self.work.columns.has(Role::Party) {
            (line.party, line.label) = self.work.party(row, Role::Party, Role::PartyName);
        } else if let Some((person, party)) = self.endings.split(&name) {
            line.party = self.work.parties.of(&party, "");
            (name, line.label) = (person, party);
        } else {
            line.party = INDEPENDENT;
        }
        if line.label.is_empty() {
            let column = self
                .work
                .columns
                .at(Role::Party)
                .or(self.work.candidate_column());
            let problem = Found::cell("party-missing", row, column.unwrap_or(0), "");
            let problem = problem.with("candidate", names::titled(&name));
            self.work.refuse(problem, Some(place));
            place.refused = true;
        }
        if name.is_empty() {
            if let Some(column) = self.work.candidate_column() {
                self.work.refuse(
                    Found::cell("candidate-missing", row, column, ""),
                    Some(place),
                );
                place.refused = true;
            }
            name.clone_from(&line.label);
        }
        if self.repeated(
            row,
            at,
            place,
            &format!("{name}\u{1}{}", line.label),
            line.votes,
        ) {
            return;
        }
        self.marks(row, place, &mut line, unopposed);
        let serial = self
            .work
            .columns
            .at(Role::Serial)
            .map(|c| self.work.grid.cell(row, c));
        line.serial = line
            .serial
            .or(serial.and_then(|cell| numbers::votes(cell, false).ok()));
        line.position = numbers::votes(self.work.text(row, Role::Position), false).ok();
        let label = if self.fusion {
            String::new()
        } else {
            line.label.clone()
        };
        let key = (at, words::normal(&name), label);
        line.name = name;
        match self.lines.get(&key).copied() {
            Some(i) if self.added || self.fusion => add(&mut place.lines[i], line),
            Some(i) if line.party != INDEPENDENT => {
                let first = place.lines[i].row;
                self.twice("candidate-twice-differs", place, &line.name, row, first);
                place.refused = true;
            }
            _ => {
                self.lines.insert(key, place.lines.len());
                place.lines.push(line);
            }
        }
    }

    fn marks(&mut self, row: usize, place: &mut Place, line: &mut Line, unopposed: bool) {
        if let Some(column) = self.marks_column {
            let cell = self.work.grid.cell(row, column).trim();
            let mark = words::mark(cell);
            if self.names_winner && mark.is_none() && !cell.is_empty() {
                if place.named.is_none() {
                    place.named = Some(Named {
                        text: cell.to_owned(),
                        row,
                        column,
                    });
                }
            } else if !cell.is_empty() {
                line.mark = mark;
                line.marked = cell.to_owned();
            }
        }
        if let Some(column) = self
            .work
            .columns
            .at(Role::WinnerName)
            .or(self.work.columns.at(Role::WinnerParty))
            && place.named.is_none()
        {
            let text = self.work.grid.cell(row, column).trim();
            if !text.is_empty() && !numbers::is_blank(text) {
                place.named = Some(Named {
                    text: text.to_owned(),
                    row,
                    column,
                });
            }
        }
        if unopposed {
            line.mark = Some(Mark::Unopposed);
            line.marked = self.work.text(row, Role::Votes).to_owned();
        }
        if line.mark == Some(Mark::Unopposed) {
            let votes = line
                .votes
                .take()
                .map(|votes| votes.to_string())
                .unwrap_or_default();
            line.parts = None;
            self.unopposed.push((row, line.marked.clone(), votes));
        }
    }

    /// Whether a row repeats another cell by cell, or a candidate at the same polling place.
    fn repeated(
        &mut self,
        row: usize,
        at: usize,
        place: &mut Place,
        who: &str,
        votes: Option<u32>,
    ) -> bool {
        let mut hasher = DefaultHasher::new();
        self.work
            .grid
            .row(row)
            .for_each(|cell| cell.hash(&mut hasher));
        let whole = hasher.finish();
        if let Some(first) = self.whole.insert(whole, row) {
            self.whole.insert(whole, first);
            let name = who.split('\u{1}').next().unwrap_or_default().to_owned();
            self.twice("candidate-twice", place, &name, row, first);
            return true;
        }
        if !self.added {
            return false;
        }
        let mut hasher = DefaultHasher::new();
        let booth = [Role::PollingPlace, Role::District].map(|role| self.work.text(row, role));
        (at, who, booth).hash(&mut hasher);
        // Anything else that tells rows apart, such as the kind of vote.
        for (column, held) in self.work.columns.list.iter().enumerate() {
            if held.role.is_none() || held.role == Some(Role::Ignored) {
                self.work.grid.cell(row, column).hash(&mut hasher);
            }
        }
        let Some(first) = self.booths.insert(hasher.finish(), row) else {
            return false;
        };
        if votes.is_none() {
            return false;
        }
        let name = who.split('\u{1}').next().unwrap_or_default().to_owned();
        self.twice("candidate-twice-differs", place, &name, row, first);
        place.refused = true;
        true
    }

    fn twice(
        &mut self,
        sentence: &'static str,
        place: &Place,
        name: &str,
        row: usize,
        first: usize,
    ) {
        let column = self
            .work
            .candidate_column()
            .or(self.work.columns.at(Role::Party))
            .unwrap_or(0);
        let mut problem = Found::cell("candidate-twice", row, column, name);
        problem.sentence = Some(sentence);
        problem.constituency = Some(place.written.clone());
        problem.left_out = sentence != "candidate-twice";
        let shown = if names::titled(name).is_empty() {
            name
        } else {
            &names::titled(name)
        };
        self.work.found.push(
            problem
                .with("candidate", shown)
                .with("place", place.said())
                .with("first", first + 1),
        );
    }

    fn finish(mut self, repeated: usize, empty: usize) -> Candidates {
        for (row, before) in std::mem::take(&mut self.lost) {
            let after = self
                .places
                .iter()
                .position(|place| place.rows.0 > row && before.is_none());
            let mut near: Vec<usize> = before.into_iter().chain(after).collect();
            if let Some(before) = before {
                near.extend(
                    self.totals
                        .place_after(row)
                        .filter(|after| *after != before),
                );
            }
            let names: Vec<String> = near.iter().map(|at| self.places[*at].said()).collect();
            let column = self
                .work
                .columns
                .at(Role::Place)
                .or(self.work.columns.at(Role::Code));
            let problem = Found::cell("constituency-missing", row, column.unwrap_or(0), "");
            self.work
                .refuse(problem.with("place", names.join(", ")), None);
            near.into_iter()
                .for_each(|at| self.places[at].refused = true);
        }
        if self.added {
            for line in self.places.iter_mut().flat_map(|place| &mut place.lines) {
                line.parts = None;
            }
        }
        margin_marks(self.work, &mut self.places);
        let mut totals = std::mem::take(&mut self.totals);
        totals.resolve(|row| self.keys.known(self.work, row));
        totals.check(self.work, &mut self.places, &self.lines);
        for (row, cell, votes) in &self.unopposed {
            let place = self
                .places
                .iter()
                .find(|place| place.lines.iter().any(|l| l.row == *row));
            let Some(place) = place.filter(|_| !votes.is_empty()) else {
                continue;
            };
            let values = vec![
                ("place", place.said()),
                ("cell", cell.clone()),
                ("votes", votes.clone()),
            ];
            self.work.decisions.note("unopposed", values);
        }
        for (code, count) in [("header-repeated", repeated), ("notes-left-out", empty)] {
            if count > 0 {
                self.work
                    .decisions
                    .note(code, vec![("count", count.to_string())]);
            }
        }
        if self.fusion {
            self.work.decisions.note("fusion", Vec::new());
        }
        Candidates {
            places: self.places,
            rows: self.rows,
            added: self.added,
        }
    }
}

/// Adds the votes of one polling place, or party line, to those of others.
fn add(sum: &mut Line, line: Line) {
    let larger = line.votes > sum.votes;
    sum.votes = match (sum.votes, line.votes) {
        (Some(a), Some(b)) => Some(a.saturating_add(b)),
        (a, b) => a.or(b),
    };
    if larger && line.party != sum.party {
        (sum.party, sum.label) = (line.party, line.label);
    }
    if line.mark == Some(Mark::Won) || sum.mark.is_none() {
        (sum.mark, sum.marked) = (line.mark, line.marked);
    }
}

/// A margin that stands in one row of each constituency marks the winner.
fn margin_marks(work: &mut Work, places: &mut [Place]) {
    let Some(column) = work.columns.at(Role::Margin) else {
        return;
    };
    let filled = |line: &Line| !numbers::is_blank(work.grid.cell(line.row, column));
    let several = places.iter().filter(|place| place.lines.len() > 1);
    let (mut all, mut one) = (0, 0);
    for place in several {
        all += 1;
        one += usize::from(place.lines.iter().filter(|line| filled(line)).count() == 1);
    }
    if all == 0 || one * 10 < all * 9 || work.columns.has(Role::Mark) {
        return;
    }
    for place in places.iter_mut() {
        for line in &mut place.lines {
            if filled(line) {
                line.mark = Some(Mark::Won);
                line.marked = work.grid.cell(line.row, column).trim().to_owned();
            }
        }
    }
    let values = work.named(Role::Margin);
    work.decisions.note("margin-mark", values);
}
