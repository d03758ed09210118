//! Rows of totals: left out, and checked against the sums.

use std::collections::HashSet;

use crate::house::Place;
use crate::lines::Lines;
use crate::numbers::{self, printed};
use crate::problems::Found;
use crate::roles::Role;
use crate::words::{self, RowKind};
use crate::work::Work;

/// A row of totals.
#[derive(Debug)]
struct Total {
    row: usize,
    place: Option<usize>,
    candidate: String,
    party: String,
    /// How many rows of candidates stood before it.
    before: usize,
}

/// Rows of totals, and the constituencies of the rows between them.
#[derive(Debug, Default)]
pub struct Totals {
    rows: Vec<Total>,
    met: Vec<(usize, usize)>,
}

impl Totals {
    /// A row of a constituency was read.
    pub fn met(&mut self, row: usize, place: usize) {
        self.met.push((row, place));
    }

    /// A row of totals was met.
    pub fn add(&mut self, row: usize, candidate: &str, party: &str) {
        let before = self.met.len();
        let (candidate, party) = (candidate.to_owned(), party.to_owned());
        self.rows.push(Total {
            row,
            place: None,
            candidate,
            party,
            before,
        });
    }

    /// Finds the constituencies that rows of totals name.
    pub fn resolve(&mut self, place: impl Fn(usize) -> Option<usize>) {
        self.rows
            .iter_mut()
            .for_each(|total| total.place = place(total.row));
    }

    /// The constituency of the first row after this one.
    pub fn place_after(&self, row: usize) -> Option<usize> {
        let at = self.met.partition_point(|(met, _)| *met < row);
        self.met.get(at).map(|(_, place)| *place)
    }

    /// Compares each total with the sum of what it stands for.
    pub fn check(&self, work: &mut Work, places: &mut [Place], lines: &mut Lines) {
        if self.rows.is_empty() {
            return;
        }
        let (mut start, mut agree, mut checked) = (0, 0, 0);
        let mut covered = HashSet::new();
        let column = work.columns.at(Role::Votes);
        for total in &self.rows {
            let above = &self.met[start..total.before];
            start = total.before;
            let Some(column) = column else { continue };
            let cell = work.grid.cell(total.row, column).trim().to_owned();
            if numbers::is_blank(&cell) {
                continue;
            }
            checked += 1;
            let Ok(value) = numbers::votes(&cell, work.dots) else {
                work.found
                    .push(Found::cell("total-unreadable", total.row, column, &cell));
                continue;
            };
            let value = u64::from(value);
            let only = above.first().map(|(_, place)| *place);
            let same = above.iter().all(|(_, place)| Some(*place) == only);
            let one = total.place.or(only.filter(|_| same));
            let names_line = total.place.is_some()
                && !total.candidate.is_empty()
                && words::row_kind(&total.candidate).is_none();
            let part = total
                .place
                .and_then(|at| part(&places[at], &total.candidate));
            let good = if let (Some(at), Some(sum)) = (total.place, part) {
                check_part(work, &mut places[at], total, column, value, sum)
            } else if names_line {
                self.check_line(work, places, lines, total, column, value)
            } else if let Some(place) = one {
                covered.insert(place);
                check_place(work, &mut places[place], total, column, value)
            } else {
                check_all(work, places, above, total, column, value)
            };
            agree += usize::from(good);
        }
        missing_totals(work, places, &covered);
        let count = self.rows.len().to_string();
        let all = agree == self.rows.len() && checked == agree;
        let code = if all {
            "totals-agree"
        } else {
            "totals-left-out"
        };
        work.decisions.note(code, vec![("count", count)]);
    }

    fn check_line(
        &self,
        work: &mut Work,
        places: &mut [Place],
        lines: &mut Lines,
        total: &Total,
        column: usize,
        value: u64,
    ) -> bool {
        let Some(at) = total.place else { return true };
        let who = lines.who(&total.candidate, None, &total.party);
        let line = lines
            .get(at, who)
            .and_then(|line| places[at].lines.get(line));
        let sum = line.and_then(|line| line.votes).map_or(0, u64::from);
        check_part(work, &mut places[at], total, column, value, sum)
    }
}

/// The votes of those who are no candidates, where a row of totals names them.
fn part(place: &Place, candidate: &str) -> Option<u64> {
    match words::row_kind(candidate)? {
        RowKind::Others => Some(place.others),
        RowKind::Nota => Some(u64::from(place.nota.unwrap_or(0))),
        RowKind::Informal => Some(place.informal),
        RowKind::Total => None,
    }
}

/// Compares a total of one line of a constituency with its sum.
fn check_part(
    work: &mut Work,
    place: &mut Place,
    total: &Total,
    column: usize,
    value: u64,
    sum: u64,
) -> bool {
    if sum == value || place.refused {
        return true;
    }
    let cell = work.grid.cell(total.row, column).trim().to_owned();
    let mut problem = Found::cell("sum-differs", total.row, column, &cell);
    problem.sentence = Some(if value > sum {
        "sum-differs"
    } else {
        "sum-exceeds"
    });
    work.refuse(with_sums(problem, value, sum), Some(place));
    place.refused = true;
    false
}

/// Where most constituencies have a total, one without it may have lost lines as well.
fn missing_totals(work: &mut Work, places: &mut [Place], covered: &HashSet<usize>) {
    if covered.is_empty() || covered.len() * 2 < places.len() {
        return;
    }
    for (at, place) in places.iter_mut().enumerate() {
        if !covered.contains(&at) && !place.refused && place.votes() > 0 {
            let mut problem = Found::file("total-missing");
            problem.row = Some(place.rows.1);
            work.refuse(problem, Some(place));
            place.refused = true;
        }
    }
}

/// A problem with a total, the sum it should be, and how far they are apart.
pub fn with_sums(problem: Found, total: u64, sum: u64) -> Found {
    problem
        .with("total", printed(total))
        .with("sum", printed(sum))
        .with("missing", printed(total.abs_diff(sum)))
}

fn check_place(
    work: &mut Work,
    place: &mut Place,
    total: &Total,
    column: usize,
    value: u64,
) -> bool {
    let sums = place.sums();
    if sums.contains(&value) || place.refused {
        return true;
    }
    check_part(work, place, total, column, value, sums[0])
}

/// A total of several constituencies: of those above it, or of all.
fn check_all(
    work: &mut Work,
    places: &[Place],
    above: &[(usize, usize)],
    total: &Total,
    column: usize,
    value: u64,
) -> bool {
    let sum = |of: &dyn Fn(usize) -> bool| {
        let mut sums = [0_u64; 4];
        for (_, place) in places.iter().enumerate().filter(|(at, _)| of(*at)) {
            for (sum, part) in sums.iter_mut().zip(place.sums()) {
                *sum += part;
            }
        }
        sums
    };
    let all = sum(&|_| true);
    let near: HashSet<usize> = above.iter().map(|(_, place)| *place).collect();
    let unread = places.iter().any(|place| place.refused);
    if unread || all.contains(&value) || sum(&|at| near.contains(&at)).contains(&value) {
        return true;
    }
    differs_from_all(work, total.row, column, value, all[0]);
    false
}

/// Notes a total of several constituencies that is not their sum.
pub fn differs_from_all(work: &mut Work, row: usize, column: usize, total: u64, sum: u64) {
    let cell = work.grid.cell(row, column).trim().to_owned();
    let mut problem = Found::cell("sum-differs", row, column, &cell);
    problem.sentence = Some("sum-differs-all");
    problem.left_out = true;
    work.found.push(with_sums(problem, total, sum));
}

/// Refuses a constituency whose votes add up to more than a number of votes can be.
pub fn check_size(work: &mut Work, place: &mut Place) {
    let most = u64::from(u32::MAX);
    if place.refused || !(place.over || place.sums()[0] > most) {
        return;
    }
    let mut problem = Found::file("votes-sum-too-large");
    problem.row = Some(place.rows.1);
    work.refuse(problem.with("most", printed(most)), Some(place));
    place.refused = true;
}

/// Compares the figures that each constituency's rows carry with what was read.
pub fn check_claims(work: &mut Work, places: &mut [Place]) {
    for place in places.iter_mut() {
        check_size(work, place);
        let count = place.lines.len();
        let with_nota = count + usize::from(place.nota.is_some());
        if let Some(told) = place.lines_told
            && ![count, with_nota].contains(&(told.value as usize))
        {
            let values = [
                ("letter", crate::grid::letters(told.column)),
                ("header", work.label(told.column)),
                ("cell", told.value.to_string()),
                ("place", place.said()),
                ("count", count.to_string()),
            ];
            if place.refused {
                work.decisions.note("lines-differ", values.into());
            } else {
                let cell = told.value.to_string();
                let problem = Found::cell("lines-missing", told.row, told.column, &cell);
                work.refuse(problem.with("count", count), Some(place));
                place.refused = true;
            }
        }
        if place.refused || place.votes() == 0 {
            continue;
        }
        let sums = place.sums();
        if let Some(valid) = place.valid
            && !sums.contains(&u64::from(valid.value))
        {
            let cell = valid.value.to_string();
            let mut problem = Found::cell("sum-differs", valid.row, valid.column, &cell);
            problem.sentence = Some("sum-differs-here");
            work.refuse(
                with_sums(problem, u64::from(valid.value), sums[0]),
                Some(place),
            );
            place.refused = true;
        } else if let Some(electors) = place.electors
            && sums[0] > u64::from(electors.value)
        {
            let cell = electors.value.to_string();
            let problem = Found::cell(
                "more-votes-than-electors",
                electors.row,
                electors.column,
                &cell,
            );
            work.refuse(problem.with("sum", printed(sums[0])), Some(place));
            place.refused = true;
        }
    }
}
