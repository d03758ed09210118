//! Tables with a column for each party.

use std::collections::HashMap;

use crate::column_sums::ColumnSums;
use crate::columns::Column;
use crate::contest::Rows;
use crate::house::{Line, Named, Place, add_votes};
use crate::keys::Keys;
use crate::names;
use crate::numbers;
use crate::problems::Found;
use crate::roles::Role;
use crate::words::{self, Mark, RowKind, normal};
use crate::work::Work;

/// Columns that hold votes of the party their label names.
pub fn party_columns(work: &Work) -> Vec<usize> {
    let chosen = work.recipe.get("party-columns");
    let list = work.columns.list.iter().enumerate();
    let is_party = |at: usize, column: &Column| {
        let cells = &work.columns.cells[at];
        let label = column.parts.join(" ");
        let named = label.chars().any(char::is_alphabetic);
        let numbers = cells.numbers * 2 > cells.filled && cells.shares * 2 < cells.filled;
        column.role.is_none() && named && numbers
    };
    list.filter(|(at, column)| match chosen {
        Some(labels) => labels
            .split(" | ")
            .any(|label| label == column.parts.join(" ")),
        None => is_party(*at, column),
    })
    .map(|(at, _)| at)
    .collect()
}

/// The party a column's label names: without the word "votes" behind it.
fn label_of(column: &Column) -> String {
    let label = column.parts.join(" ");
    for tail in [" votes", " Votes", " VOTES", " vote", "_votes", " Stimmen"] {
        if let Some(label) = label.strip_suffix(tail) {
            return label.to_owned();
        }
    }
    label
}

/// Parties as the columns of winners spell them: `Lab`, where a header says `lab`.
fn spelled(work: &Work) -> HashMap<String, String> {
    let mut spelled = HashMap::new();
    for role in [Role::SecondParty, Role::WinnerParty] {
        for row in work.rows() {
            let label = work.text(row, role);
            if !numbers::is_blank(label) {
                spelled.insert(names::bare(label), label.to_owned());
            }
        }
    }
    spelled
}

/// Reads the rows.
pub fn read(work: &mut Work, mut keys: Keys, rows: &Rows, columns: &[usize]) -> Vec<Place> {
    let mut places = Vec::new();
    let parents = parents(work);
    let (mut parents_out, mut totals_out) = (0, 0);
    let spelled = spelled(work);
    let label = |at: usize| {
        let label = label_of(&work.columns.list[at]);
        spelled.get(&names::bare(&label)).cloned().unwrap_or(label)
    };
    let mut order: Vec<(String, usize)> = columns.iter().map(|at| (label(*at), *at)).collect();
    order.sort();
    let parties: Vec<usize> = order
        .iter()
        .map(|(label, _)| work.parties.of(label))
        .collect();
    let mut sums = ColumnSums::of(order.iter().map(|(_, at)| *at).collect(), work);
    for row in work.rows() {
        if !rows.read[row] || work.grid.is_blank(row) {
            continue;
        }
        let total = Some(RowKind::Total);
        if work.first_kind(row) == total || work.kind(row, Role::Place) == total {
            work.skipped.push((row, "total"));
            totals_out += 1;
            sums.total(row);
            continue;
        }
        let above = names::plain_code(work.text(row, Role::Parent));
        let code = names::plain_code(work.text(row, Role::Code));
        if parents.contains(&code)
            || (!parents.is_empty() && work.text(row, Role::Parent).is_empty())
        {
            work.skipped.push((row, "parent"));
            parents_out += 1;
            sums.area(work, row, code, &above);
            continue;
        }
        let votes = order
            .iter()
            .any(|(_, at)| !work.grid.cell(row, *at).trim().is_empty());
        let met = places.len();
        let Some(at) = keys.place_or_skip(work, row, votes, &mut places) else {
            continue;
        };
        sums.add(work, row, &above);
        let mut place = std::mem::take(&mut places[at]);
        if at < met {
            twice(work, row, &mut place);
        } else {
            work.of_place(row, &mut place);
            line_by_line(work, row, &mut place, &order, &parties);
        }
        places[at] = place;
    }
    let totals_code = if sums.check(work) && totals_out > 0 {
        "totals-agree"
    } else {
        "totals-left-out"
    };
    for (code, count) in [("parents-left-out", parents_out), (totals_code, totals_out)] {
        if count > 0 {
            work.decisions
                .note(code, vec![("count", count.to_string())]);
        }
    }
    if work.columns.has(Role::OtherWinner) {
        let other = work
            .columns
            .at(Role::OtherWinner)
            .map(|at| work.label(at))
            .unwrap_or_default();
        let others = work
            .columns
            .at(Role::Others)
            .map(|at| work.label(at))
            .unwrap_or_default();
        work.decisions
            .note("other-winner", vec![("header", other), ("others", others)]);
    }
    places
}

/// A constituency that stands in two rows.
pub fn twice(work: &mut Work, row: usize, place: &mut Place) {
    let column = work
        .columns
        .at(Role::Place)
        .or(work.columns.at(Role::Code))
        .unwrap_or(0);
    let cell = work.grid.cell(row, column).trim().to_owned();
    let problem = Found::cell("constituency-twice", row, column, &cell);
    let problem = problem.with("first", place.rows.0 + 1);
    work.refuse(problem, Some(place));
    place.refused = true;
}

/// Areas that others belong to: every code named in the column for it.
fn parents(work: &Work) -> Vec<String> {
    if !work.columns.has(Role::Parent) {
        return Vec::new();
    }
    let mut parents: Vec<String> = work
        .rows()
        .map(|row| names::plain_code(work.text(row, Role::Parent)))
        .collect();
    parents.sort();
    parents.dedup();
    parents.retain(|parent| !parent.is_empty());
    parents
}

fn line_by_line(
    work: &mut Work,
    row: usize,
    place: &mut Place,
    order: &[(String, usize)],
    parties: &[usize],
) {
    for ((label, column), party) in order.iter().zip(parties) {
        if work.grid.cut.contains(&(row, *column)) {
            let problem = Found::cell("cell-too-long", row, *column, "");
            work.refuse(problem, Some(place));
            place.refused = true;
            continue;
        }
        let (votes, good) = work.number_at(row, *column, Some(place));
        place.refused |= !good;
        let Some(votes) = votes.filter(|votes| *votes > 0) else {
            continue;
        };
        match words::row_kind(label) {
            Some(RowKind::Nota) => place.nota = Some(votes),
            Some(RowKind::Others) => place.others += u64::from(votes),
            Some(RowKind::Informal) => place.informal += u64::from(votes),
            Some(RowKind::Total) => {}
            None => match place.lines.iter_mut().find(|line| *line.label == **label) {
                Some(line) => {
                    let sum = line.votes.unwrap_or(0);
                    line.votes = Some(add_votes(sum, votes, &mut place.over));
                }
                None => place.lines.push(Line {
                    row,
                    name: label.clone(),
                    label: label.as_str().into(),
                    party: *party,
                    votes: Some(votes),
                    ..Line::default()
                }),
            },
        }
    }
    if work.columns.has(Role::Nota) {
        let (nota, good) = work.number(row, Role::Nota, Some(place));
        place.nota = nota;
        place.refused |= !good;
    }
    let (informal, _) = work.number(row, Role::Informal, None);
    place.informal += u64::from(informal.unwrap_or(0));
    let (others, good) = work.number(row, Role::Others, Some(place));
    let (other_winner, winner_good) = work.number(row, Role::OtherWinner, Some(place));
    place.refused |= !(good && winner_good);
    let taken = other_winner.unwrap_or(0);
    if let Some(others) = others {
        if others < taken {
            let column = work.columns.at(Role::OtherWinner).unwrap_or(0);
            let problem = Found::cell("parts-differ", row, column, &taken.to_string());
            let problem = problem
                .with("evm", others)
                .with("postal", 0)
                .with("sum", others);
            work.refuse(problem, Some(place));
            place.refused = true;
        }
        place.others += u64::from(others.saturating_sub(taken));
    }
    winner(work, row, place, taken);
}

/// The winner by a column of its own, and the member's name.
fn winner(work: &mut Work, row: usize, place: &mut Place, taken: u32) {
    let by_party = work
        .columns
        .at(Role::WinnerParty)
        .or(work.columns.at(Role::Mark));
    let column = by_party.or(work.columns.at(Role::WinnerName));
    let text = column
        .map_or("", |column| work.grid.cell(row, column))
        .trim()
        .to_owned();
    let mut name = work.candidate(row).into_owned();
    if name.is_empty() {
        name = work.text(row, Role::WinnerName).to_owned();
    }
    let mark = words::mark(&text);
    if let Some(mark) = mark.filter(|mark| !matches!(mark, Mark::Won | Mark::Lost)) {
        (place.mark, place.marked) = (Some(mark), text);
        return;
    }
    let Some(column) = column.filter(|_| !text.is_empty() && mark.is_none()) else {
        return;
    };
    if taken > 0 {
        let party = work.parties.of(&text);
        place.lines.push(Line {
            row,
            name: if name.is_empty() { text.clone() } else { name },
            label: text.as_str().into(),
            party,
            votes: Some(taken),
            mark: Some(Mark::Won),
            marked: text,
            ..Line::default()
        });
        return;
    }
    if !name.is_empty()
        && let Some(line) = place
            .lines
            .iter_mut()
            .find(|line| normal(&line.label) == normal(&text))
    {
        line.name = name;
    }
    if !numbers::is_blank(&text) {
        place.named = Some(Named { text, row, column });
    }
}
