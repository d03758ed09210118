//! Tables with the winner, the runner-up and perhaps the third in one row, with or without votes.

use crate::contest::Rows;
use crate::house::{Line, Place};
use crate::keys::Keys;
use crate::numbers;
use crate::problems::Found;
use crate::roles::Role;
use crate::wide::twice;
use crate::words::{self, Mark, RowKind};
use crate::work::Work;

const GROUPS: [[Role; 3]; 3] = [
    [Role::WinnerName, Role::WinnerParty, Role::WinnerVotes],
    [Role::SecondName, Role::SecondParty, Role::SecondVotes],
    [Role::ThirdName, Role::ThirdParty, Role::ThirdVotes],
];

/// Reads the rows. `is_final` is whether who stands first won, where nothing says so.
pub fn read(work: &mut Work, mut keys: Keys, rows: &Rows, is_final: bool) -> Vec<Place> {
    let mut places = Vec::new();
    for row in work.rows() {
        if !rows.read[row] || work.grid.is_blank(row) {
            continue;
        }
        let first = work
            .grid
            .row(row)
            .map(str::trim)
            .find(|cell| !cell.is_empty())
            .unwrap_or("");
        if words::row_kind(first) == Some(RowKind::Total) {
            work.skipped.push((row, "total"));
            continue;
        }
        let met = places.len();
        let named = !work.text(row, Role::WinnerName).is_empty();
        let Some(at) = keys.place_or_skip(work, row, named, &mut places) else {
            continue;
        };
        let mut place = std::mem::take(&mut places[at]);
        if at < met {
            twice(work, row, &mut place);
        } else {
            work.of_place(row, &mut place);
            line(work, row, &mut place, is_final);
        }
        places[at] = place;
    }
    places
}

fn line(work: &mut Work, row: usize, place: &mut Place, is_final: bool) {
    let status = work.text(row, Role::Mark).to_owned();
    place.mark = words::mark(&status);
    if place.mark == Some(Mark::Won) {
        place.mark = Some(Mark::Declared);
    }
    place.marked = status;
    for (i, [name_role, party_role, votes_role]) in GROUPS.into_iter().enumerate() {
        let name = words::without_tail(work.text(row, name_role)).to_owned();
        let cell = words::without_tail(work.text(row, party_role)).to_owned();
        let says = words::mark(&name)
            .or(words::mark(&cell))
            .filter(|mark| !is_person(*mark));
        if let Some(mark) = says {
            let who = if name.is_empty() { cell } else { name };
            if i == 0 || mark == Mark::Unopposed {
                (place.mark, place.marked) = (Some(mark), who);
            }
            continue;
        }
        if numbers::is_blank(&name) && numbers::is_blank(&cell) {
            continue;
        }
        let (party, label) = work.party(row, party_role, party_role);
        if label.is_empty() {
            let column = work
                .columns
                .at(party_role)
                .or(work.columns.at(name_role))
                .unwrap_or(0);
            let problem = Found::cell("party-missing", row, column, "");
            work.refuse(problem.with("candidate", &name), Some(place));
            place.refused = true;
            continue;
        }
        let (votes, good) = work.number(row, votes_role, Some(place));
        place.refused |= !good;
        let name = if name.is_empty() {
            label.to_string()
        } else {
            name
        };
        place.lines.push(Line {
            row,
            name,
            label,
            party,
            votes,
            ..Line::default()
        });
    }
    let (nota, good) = work.number(row, Role::Nota, Some(place));
    place.nota = nota;
    place.refused |= !good;
    // Whoever else stood has the rest of the valid votes.
    let valid = place.valid.map_or(0, |valid| u64::from(valid.value));
    if place.lines.iter().all(|line| line.votes.is_some()) {
        place.others = valid.saturating_sub(place.votes());
    }
    mark_first(work, row, place, is_final);
    margin(work, row, place);
}

/// Words that speak of one candidate, not of the constituency.
fn is_person(mark: Mark) -> bool {
    matches!(
        mark,
        Mark::Won | Mark::Lost | Mark::Declared | Mark::Leading | Mark::Trailing | Mark::Lot
    )
}

fn mark_first(work: &Work, row: usize, place: &mut Place, is_final: bool) {
    let unopposed = place.mark == Some(Mark::Unopposed);
    let counting = matches!(
        place.mark,
        Some(Mark::Counting | Mark::Leading | Mark::Trailing)
    );
    let nobody = matches!(
        place.mark,
        Some(Mark::Awaited | Mark::Vacant | Mark::Adjourned | Mark::Countermanded | Mark::Tied)
    );
    let declared = place.mark == Some(Mark::Declared);
    let lot = place.mark == Some(Mark::Lot);
    let named = [Role::WinnerName, Role::WinnerParty]
        .iter()
        .any(|r| !work.text(row, *r).is_empty());
    let Some(line) = place.lines.first_mut().filter(|_| named && !nobody) else {
        if place.mark != Some(Mark::Unopposed) && !nobody {
            place.mark = Some(Mark::Awaited);
        }
        return;
    };
    line.mark = Some(match () {
        () if unopposed => Mark::Unopposed,
        () if lot => Mark::Lot,
        () if counting || (!declared && !is_final) => Mark::Leading,
        () => Mark::Won,
    });
    line.marked.clone_from(&place.marked);
    if unopposed {
        line.votes = None;
    }
}

fn margin(work: &mut Work, row: usize, place: &mut Place) {
    let Some(column) = work.columns.at(Role::Margin) else {
        return;
    };
    let cell = work.grid.cell(row, column).trim().to_owned();
    if numbers::is_blank(&cell) || words::mark(&cell).is_some() {
        return;
    }
    // "43,047 (12.5%)": only what stands alone is a margin; others are not read.
    place.margin = work.claim(row, Role::Margin);
    let votes: Vec<u32> = place
        .lines
        .iter()
        .filter_map(|line| line.votes)
        .take(2)
        .collect();
    let Some(margin) = place.margin else {
        if votes.len() < 2 && numbers::votes(&cell, work.dots).is_err() {
            work.number(row, Role::Margin, Some(place));
            place.refused = true;
        }
        return;
    };
    if let [first, second] = votes[..]
        && first.checked_sub(second) != Some(margin.value)
        && !place.refused
    {
        let difference = i64::from(first) - i64::from(second);
        let problem = Found::cell("margin-differs", row, column, &cell);
        work.refuse(problem.with("sum", difference), Some(place));
        place.refused = true;
    }
}
