//! Only how many seats each party has: a table, or a list such as "A 34, B 21".

use crate::grid::Grid;
use crate::house::{INDEPENDENT, Line, Place, Status};
use crate::limits::MOST_SEATS;
use crate::numbers;
use crate::problems::Found;
use crate::roles::{self, Role};
use crate::words::{self, RowKind};
use crate::work::Work;

/// A list without a header, as a table with one: each item a name and a number.
pub fn list(text: &str) -> Option<Grid> {
    if text.len() > 20_000 {
        return None;
    }
    let items = items(text.split(['\n', ';', ','])).or_else(|| items(text.split('\n')))?;
    if items.len() < 2 {
        return None;
    }
    let mut grid = Grid::default();
    grid.push(["Party", "Seats"].into_iter());
    for (name, number) in items {
        grid.push([name, number].into_iter());
    }
    Some(grid)
}

fn items<'t>(parts: impl Iterator<Item = &'t str>) -> Option<Vec<(&'t str, &'t str)>> {
    const BETWEEN: [char; 11] = [' ', '\t', ':', '-', '–', '=', '\u{a0}', '|', '.', ',', ';'];
    let item = |item: &'t str| {
        let split = item.rfind(|c: char| numbers::digit(c).is_none())?;
        let split = split + item[split..].chars().next().map_or(0, char::len_utf8);
        let (name, number) = item.split_at(split);
        let name = name.trim_end_matches(BETWEEN).trim();
        // A name that is a row, or a header, is a table's.
        let plain = !name.is_empty()
            && !name.contains(['\t', '|', '<', '{', '"', ',', ';'])
            && name.chars().count() <= 80
            && !roles::is_known(name);
        (plain && numbers::votes(number, false).is_ok()).then_some((name, number))
    };
    parts
        .map(numbers::trim)
        .filter(|part| !part.is_empty())
        .map(item)
        .collect()
}

/// Reads the rows: seats with numbers and no votes.
pub fn read(work: &mut Work) -> Vec<Place> {
    let mut held: Vec<(String, usize, usize, u32, u32)> = Vec::new();
    let (mut sum, mut refused) = (0_u64, false);
    for row in work.rows() {
        if work.grid.is_blank(row) {
            continue;
        }
        let label = work.text(row, Role::Party).to_owned();
        let total = words::row_kind(&label) == Some(RowKind::Total)
            || label.is_empty() && !work.text(row, Role::Seats).is_empty();
        let mut seats = |role: Role, work: &mut Work| -> u32 {
            let Some(column) = work.columns.at(role) else {
                return 0;
            };
            let cell = work.grid.cell(row, column);
            if numbers::is_blank(cell) {
                return 0;
            }
            numbers::votes(cell, work.dots).unwrap_or_else(|_| {
                work.refuse(
                    Found::cell("seats-not-a-number", row, column, cell.trim()),
                    None,
                );
                refused = true;
                0
            })
        };
        let (won, leading) = (seats(Role::Seats, work), seats(Role::SeatsLeading, work));
        if total {
            work.skipped.push((row, "total"));
            let column = work.columns.at(Role::Seats).unwrap_or(0);
            if u64::from(won) != sum && !refused && sum > 0 {
                let mut problem = Found::cell("sum-differs", row, column, &won.to_string());
                problem.sentence = Some("sum-differs-all");
                work.refuse(problem.with("total", won).with("sum", sum), None);
                refused = true;
            }
            continue;
        }
        if label.is_empty() {
            continue;
        }
        let column = work.columns.at(Role::Party).unwrap_or(0);
        if let Some(before) = held.iter().find(|before| before.0 == label) {
            let problem = Found::cell("party-twice", row, column, &label)
                .with("candidate", &label)
                .with("first", before.2 + 1);
            work.refuse(problem, None);
            refused = true;
            continue;
        }
        sum += u64::from(won);
        let party = work.parties.of(&label);
        held.push((label, party, row, won, leading));
    }
    let all: u64 = held
        .iter()
        .map(|(.., won, leading)| u64::from(*won) + u64::from(*leading))
        .sum();
    if all > MOST_SEATS as u64 {
        work.found.push(Found::file("too-many-seats"));
        refused = true;
    }
    if refused {
        return Vec::new();
    }
    held.sort_by(|a, b| (b.3, b.4, &a.0).cmp(&(a.3, a.4, &b.0)));
    let mut places = Vec::new();
    for (label, party, row, won, leading) in held {
        let statuses = [(Status::Declared, won), (Status::Leading, leading)];
        for (status, count) in statuses {
            for _ in 0..count {
                places.push(seat(places.len() + 1, row, &label, party, status));
            }
        }
    }
    places
}

fn seat(number: usize, row: usize, label: &str, party: usize, status: Status) -> Place {
    let name = format!("Seat {number}");
    let person = if party == INDEPENDENT { &name } else { label };
    let line = Line {
        row,
        name: person.to_owned(),
        label: label.into(),
        party,
        ..Line::default()
    };
    Place {
        code: Some(number.to_string()),
        written: name.clone(),
        name,
        lines: vec![line],
        status: Some(status),
        winner: Some(0),
        ..Place::default()
    }
}
