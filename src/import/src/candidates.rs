//! Tables with a row for each candidate, or for each candidate and polling place.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::fast::FixedState;

use crate::contest::Rows;
use crate::facts::Fact;
use crate::grid::Grid;
use crate::house::{INDEPENDENT, Line, Named, Place, add_votes};
use crate::keys::Keys;
use crate::lines::{Lines, Who};
use crate::names;
use crate::numbers;
use crate::party_in_cell;
use crate::problems::Found;
use crate::roles::Role;
use crate::sums::Totals;
use crate::texts::{EMPTY, Id, Quick};
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

/// The same hash of the same row in every run.
const HASHER: FixedState = FixedState::with_seed(0);

/// Whose votes a line of NOTA has: nobody's.
const NOTA: (&str, Who) = ("NOTA", [Id::MAX; 2]);

/// The candidate of a row.
struct Person<'a> {
    name: Cow<'a, str>,
    /// The number in front of the name.
    serial: Option<u32>,
    /// The kind of row that the name stands for, if it is nobody's.
    kind: Option<RowKind>,
    /// The number of the cell's text, where the name is all of it.
    cell: Option<Id>,
}

/// The votes of a row.
struct Read {
    row: usize,
    votes: Option<u32>,
    parts: Option<(u32, u32)>,
}

struct Reader<'w, 'a> {
    work: &'w mut Work<'a>,
    keys: Keys,
    places: Vec<Place>,
    totals: Totals,
    lines: Lines,
    /// Rows by all their cells, for rows that repeat another.
    whole: Quick<u64, usize>,
    /// Votes of a candidate at one polling place, by its row.
    booths: Quick<u64, usize>,
    /// Columns that tell rows of a polling place apart: those that are not read, such as the kind of vote.
    apart: Vec<usize>,
    /// Rows that the reader leaves out.
    by_reader: HashSet<usize>,
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
    /// Rows that name no candidate, with their constituencies and what they say of them.
    empty: Vec<(usize, usize, Mark)>,
    unopposed: Vec<(usize, String, String)>,
}

/// Reads the rows.
pub fn read(work: &mut Work, keys: Keys, rows: &Rows) -> Candidates {
    let added = adds_up(work);
    let marked = |fact: &Fact| fact.mark == Some(Mark::Won);
    let fusion = work.columns.has(Role::Fusion)
        && work
            .rows()
            .any(|row| work.fact(row, Role::Fusion).is_some_and(marked));
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
    let unread = |role: Option<Role>| role.is_none_or(|role| role == Role::Ignored);
    let columns = work.columns.list.iter().enumerate();
    let apart = columns.filter(|(_, column)| unread(column.role));
    let apart = apart.map(|(at, _)| at).collect();
    let by_reader = work.recipe.under("row.");
    let by_reader = by_reader
        .filter(|(_, choice)| *choice == "skip")
        .filter_map(|(row, _)| row.parse::<usize>().ok()?.checked_sub(1))
        .collect();
    let mut reader = Reader {
        work,
        keys,
        places: Vec::new(),
        totals: Totals::default(),
        lines: Lines::default(),
        whole: Quick::default(),
        booths: Quick::default(),
        apart,
        by_reader,
        added,
        fusion,
        serials,
        marks_column,
        names_winner,
        endings,
        rows: 0,
        lost: Vec::new(),
        last_place: None,
        empty: Vec::new(),
        unopposed: Vec::new(),
    };
    let (mut repeated, mut empty) = (0, 0);
    for row in reader.work.rows() {
        if !rows.read[row] || reader.work.grid.is_blank(row) {
            continue;
        }
        if reader.by_reader.contains(&row) {
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
        all += usize::from(!work.grid.fact(row, column).empty);
        with += usize::from(names::serial(work.grid.cell(row, column)).is_some());
    }
    let serials = all > 0 && with * 5 >= all * 4;
    if serials {
        work.decisions.note("serial", Vec::new());
    }
    serials
}

impl<'a> Reader<'_, 'a> {
    fn skip(&mut self, row: usize, why: &'static str) {
        self.work.skipped.push((row, why));
    }

    fn repeats_header(&self, row: usize) -> bool {
        let (grid, header) = (self.work.grid, self.work.header.last);
        let mut columns = 0..grid.columns();
        columns.all(|column| grid.id(row, column) == grid.id(header, column))
            && columns_filled(grid, row) > 1
    }

    /// The kind of a row that is no candidate's. `said` is what the candidate's cells name.
    fn kind(&self, row: usize, candidate: &str, said: Option<RowKind>) -> Option<RowKind> {
        let work = &self.work;
        let total = |kind: Option<RowKind>| kind == Some(RowKind::Total);
        let place = [Role::Place, Role::PollingPlace, Role::Code].map(|role| work.kind(row, role));
        if total(work.first_kind(row)) || total(said) || place.into_iter().any(total) {
            return Some(RowKind::Total);
        }
        let party = work.kind(row, Role::Party);
        let of_party = party.filter(|kind| *kind == RowKind::Nota);
        match said {
            None if candidate.is_empty() => party.or(of_party),
            kind => kind.or(of_party),
        }
    }

    /// The candidate of a row, with the number in front of the name.
    fn person(&self, row: usize) -> Person<'a> {
        let name = self.work.candidate(row);
        if self.serials
            && let Some((number, rest)) = names::serial(&name)
        {
            return Person {
                kind: words::row_kind(rest),
                name: Cow::Owned(rest.to_owned()),
                serial: Some(number),
                cell: None,
            };
        }
        let whole = self.work.fact(row, Role::Candidate);
        let whole = whole.is_some_and(|fact| !fact.empty && !fact.tailed);
        Person {
            kind: self.work.candidate_kind(row, &name),
            name,
            serial: None,
            cell: whole.then(|| self.work.id(row, Role::Candidate)),
        }
    }

    /// Reads one row. Answers false if it holds nothing of the table.
    fn row(&mut self, row: usize) -> bool {
        let person = self.person(row);
        let kind = self.kind(row, &person.name, person.kind);
        let votes = self.work.fact(row, Role::Votes);
        if kind == Some(RowKind::Total) {
            self.totals
                .add(row, &person.name, self.work.text(row, Role::Party));
            self.skip(row, "total");
            return true;
        }
        let nothing = person.name.is_empty()
            && self.work.text(row, Role::Party).is_empty()
            && votes.is_none_or(|votes| votes.no_figure);
        if nothing {
            if self.without_candidate(row) {
                return true;
            }
            self.skip(row, "note");
            return false;
        }
        let Some(at) = self.keys.place(self.work, row, &mut self.places) else {
            return self.without_place(row, votes.is_none_or(|votes| votes.empty));
        };
        self.rows += 1;
        self.last_place = Some(at);
        // The list, not the constituency: that would be copied out and in for every row.
        let mut places = std::mem::take(&mut self.places);
        let place = &mut places[at];
        self.keys.check_name(self.work, row, at, place);
        self.work.of_place(row, place);
        self.in_place(at, place, row, person, kind);
        self.places = places;
        true
    }

    /// Whether a row says of a constituency that nobody holds it, or not yet, and names no candidate.
    fn without_candidate(&mut self, row: usize) -> bool {
        let says = self.work.fact(row, Role::Mark).and_then(|fact| fact.mark);
        let off = |mark: &Mark| {
            matches!(
                mark,
                Mark::Awaited | Mark::Vacant | Mark::Adjourned | Mark::Countermanded
            )
        };
        let Some(mark) = says.filter(off) else {
            return false;
        };
        let Some(at) = self.keys.place(self.work, row, &mut self.places) else {
            return false;
        };
        self.rows += 1;
        self.work.of_place(row, &mut self.places[at]);
        self.empty.push((row, at, mark));
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
        row: usize,
        person: Person,
        kind: Option<RowKind>,
    ) {
        let says = self.work.fact(row, Role::Votes);
        let unopposed = says.is_some_and(|votes| votes.mark == Some(Mark::Unopposed));
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
            votes = evm.map(|evm| add_votes(evm, postal.unwrap_or(0), &mut place.over));
        }
        if let (Some((evm, postal)), Some(total)) = (parts, votes)
            && !place.over
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
                if self.repeated(row, at, place, &NOTA, votes) {
                    return;
                }
                // Where the total is not told, it is the sum of its parts.
                let parted = parts.filter(|_| votes.is_none());
                let amount = parted.map_or(amount, |(evm, postal)| {
                    add_votes(evm, postal, &mut place.over)
                });
                let before = place.nota.unwrap_or(0);
                place.nota = Some(add_votes(before, amount, &mut place.over));
                place.nota_parts = match (place.nota_parts, parts) {
                    (Some((a, b)), Some((c, d))) => {
                        let over = &mut place.over;
                        Some((add_votes(a, c, over), add_votes(b, d, over)))
                    }
                    (None, parts) => parts,
                    (kept, None) => kept,
                };
            }
            Some(RowKind::Informal) => place.informal += u64::from(amount),
            Some(RowKind::Others) => place.others += u64::from(amount),
            Some(RowKind::Total) => {}
            None => {
                let read = Read { row, votes, parts };
                self.line(at, place, read, person, unopposed);
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

    fn line(&mut self, at: usize, place: &mut Place, read: Read, person: Person, unopposed: bool) {
        let row = read.row;
        let Person {
            mut name, mut cell, ..
        } = person;
        let (party, label) = if self.work.columns.has(Role::Party) {
            self.work.party(row, Role::Party, Role::PartyName)
        } else if let Some((person, party)) = self.endings.split(&name) {
            (name, cell) = (Cow::Owned(person), None);
            (self.work.parties.of(&party), party.into())
        } else {
            (INDEPENDENT, "".into())
        };
        if label.is_empty() {
            self.without_party(row, place, &name);
        }
        if name.is_empty() {
            if let Some(column) = self.work.candidate_column() {
                let problem = Found::cell("candidate-missing", row, column, "");
                self.work.refuse(problem, Some(place));
                place.refused = true;
            }
            (name, cell) = (Cow::Owned(label.to_string()), None);
        }
        // A row of votes that are nobody's: its constituency is left out, and it stands for no candidate.
        if name.is_empty() {
            return;
        }
        let who = self.lines.who(&name, cell, &label);
        let said = (&*name, who);
        if self.repeated(row, at, place, &said, read.votes) {
            return;
        }
        let mut line = Line {
            row,
            name: String::new(),
            label,
            party,
            votes: read.votes,
            parts: read.parts,
            serial: person.serial,
            mark: None,
            marked: String::new(),
            position: self.work.number_told(row, Role::Position),
        };
        self.marks(row, place, &mut line, unopposed);
        line.serial = line
            .serial
            .or_else(|| self.work.number_told(row, Role::Serial));
        // A candidate on several party lines has one line.
        let key = [who[0], if self.fusion { EMPTY } else { who[1] }];
        match self.lines.get(at, key) {
            Some(i) if self.added || self.fusion => {
                add(&mut place.lines[i], line, &mut place.over);
            }
            Some(i) if line.party != INDEPENDENT => {
                let first = place.lines[i].row;
                self.twice("candidate-twice-differs", place, &name, row, first);
                place.refused = true;
            }
            _ => {
                self.lines.insert(at, key, place.lines.len());
                line.name = name.into_owned();
                place.lines.push(line);
            }
        }
    }

    fn without_party(&mut self, row: usize, place: &mut Place, name: &str) {
        let column = self.work.columns.at(Role::Party);
        let column = column.or(self.work.candidate_column());
        let problem = Found::cell("party-missing", row, column.unwrap_or(0), "");
        let problem = problem.with("candidate", names::titled(name));
        self.work.refuse(problem, Some(place));
        place.refused = true;
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
        (name, who): &(&str, Who),
        votes: Option<u32>,
    ) -> bool {
        let grid = self.work.grid;
        let ids = |row: usize| (0..grid.columns()).map(move |column| grid.id(row, column));
        let mut hasher = HASHER.build_hasher();
        for column in (0..grid.columns()).step_by(2) {
            let [first, second] = [column, column + 1].map(|at| u64::from(grid.id(row, at)));
            hasher.write_u64(first << 32 | second);
        }
        let first = *self.whole.entry(hasher.finish()).or_insert(row);
        if first != row && ids(first).eq(ids(row)) {
            self.twice("candidate-twice", place, name, row, first);
            return true;
        }
        if !self.added {
            return false;
        }
        let mut hasher = HASHER.build_hasher();
        let booth = [Role::PollingPlace, Role::District].map(|role| self.work.id(row, role));
        (at, who, booth).hash(&mut hasher);
        for column in &self.apart {
            hasher.write_u32(grid.id(row, *column));
        }
        let Some(first) = self.booths.insert(hasher.finish(), row) else {
            return false;
        };
        if votes.is_none() {
            return false;
        }
        self.twice("candidate-twice-differs", place, name, row, first);
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
        for (row, at, mark) in std::mem::take(&mut self.empty) {
            let place = &mut self.places[at];
            if place.lines.is_empty() && place.mark.is_none() {
                place.mark = Some(mark);
                place.marked = self.work.text(row, Role::Mark).trim().to_owned();
            }
        }
        margin_marks(self.work, &mut self.places);
        let mut totals = std::mem::take(&mut self.totals);
        totals.resolve(|row| self.keys.known(self.work, row));
        totals.check(self.work, &mut self.places, &mut self.lines);
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

fn columns_filled(grid: &Grid, row: usize) -> usize {
    grid.row(row).filter(|cell| !cell.is_empty()).count()
}

/// Adds the votes of one polling place, or party line, to those of others.
fn add(sum: &mut Line, line: Line, over: &mut bool) {
    let larger = line.votes > sum.votes;
    sum.votes = match (sum.votes, line.votes) {
        (Some(a), Some(b)) => Some(add_votes(a, b, over)),
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
    let filled = |line: &Line| !work.grid.fact(line.row, column).no_figure;
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
