//! How the rows and columns of a table hold an election.

use crate::columns::Columns;
use crate::recipe::Recipe;
use crate::roles::Role;

/// What a row and a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// A row for each candidate.
    Candidates,
    /// A row for each candidate and polling place.
    PollingPlaces,
    /// A column for each party.
    Wide,
    /// Winner and runner-up in one row, with votes.
    Pairs,
    /// Who won or leads, without votes.
    Leaders,
    /// A column for each candidate and a row for each polling place.
    Matrix,
    /// How many seats each party has.
    Totals,
    /// An election in our own format.
    Own,
}

impl Layout {
    /// Every layout that can be chosen for a table.
    pub const OF_TABLES: [Layout; 6] = [
        Layout::Candidates,
        Layout::PollingPlaces,
        Layout::Wide,
        Layout::Pairs,
        Layout::Leaders,
        Layout::Totals,
    ];

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Layout::Candidates => "one row a candidate",
            Layout::PollingPlaces => "one row a candidate and polling place, added up",
            Layout::Wide => "one column a party",
            Layout::Pairs => "winner and runner-up in one row",
            Layout::Leaders => "leaders",
            Layout::Matrix => "one column a candidate, polling places added up",
            Layout::Totals => "party totals only",
            Layout::Own => "our own format",
        }
    }
}

/// Finds the layout, or the code of what is missing. `parties` is how many columns may hold votes
/// of a party.
pub fn find(
    columns: &mut Columns,
    recipe: &Recipe,
    parties: usize,
) -> Result<Layout, &'static str> {
    let chosen = recipe.get("layout");
    if let Some(chosen) = Layout::OF_TABLES
        .into_iter()
        .find(|l| chosen == Some(l.word()))
    {
        return Ok(chosen);
    }
    mend(columns, parties);
    let has = |role| columns.has(role);
    let place = has(Role::Place) || has(Role::Code) || has(Role::District);
    let person = has(Role::Candidate) || has(Role::Surname) || has(Role::Given);
    let votes = has(Role::Votes) || has(Role::Evm);
    let winner = has(Role::WinnerName) || has(Role::WinnerParty);
    if has(Role::Party) && has(Role::Seats) && !place && !person {
        return Ok(Layout::Totals);
    }
    let pair_votes = has(Role::WinnerVotes);
    let rows_of_lines = votes && (person || has(Role::Party));
    if rows_of_lines && (person || !pair_votes) {
        let places = has(Role::PollingPlace);
        return Ok(if places {
            Layout::PollingPlaces
        } else {
            Layout::Candidates
        });
    }
    let named = has(Role::WinnerName) && (has(Role::SecondName) || has(Role::SecondParty));
    if winner && (pair_votes || named || parties < 2) {
        return Ok(if pair_votes {
            Layout::Pairs
        } else {
            Layout::Leaders
        });
    }
    if parties > 1 {
        return Ok(Layout::Wide);
    }
    if !place && (has(Role::Party) || person) && !votes {
        return Err("no-constituency-column");
    }
    if person && (has(Role::Mark) || has(Role::Position) || has(Role::Party)) {
        return Ok(Layout::Candidates);
    }
    Err("no-votes-column")
}

/// Roles that only the whole table makes clear.
fn mend(columns: &mut Columns, parties: usize) {
    // "Winner" over names, not over marks.
    if let Some(mark) = columns.at(Role::Mark)
        && columns.cells[mark].marks * 2 < columns.cells[mark].filled
        && columns.has(Role::SecondName)
        && !columns.has(Role::WinnerName)
    {
        columns.give(mark, Role::WinnerName);
    }
    let winner = columns.has(Role::WinnerName) || columns.has(Role::WinnerParty);
    let place = columns.has(Role::Place);
    // "Name" beside a winner, or beside columns of parties, is the constituency's.
    let rows_of_lines = columns.has(Role::Votes) && columns.has(Role::Party);
    if !place
        && (winner || (parties > 1 && !rows_of_lines && !columns.has(Role::Votes)))
        && !columns.has(Role::Surname)
        && let Some(name) = columns.take(Role::Candidate)
    {
        columns.give(name, Role::Place);
    }
    let nobody = !columns.has(Role::Candidate) && !columns.has(Role::Surname);
    let nowhere = !columns.has(Role::Place) && !columns.has(Role::District);
    // "Won" in a table of parties counts seats.
    if nowhere && nobody && columns.has(Role::Party) && !winner {
        if !columns.has(Role::Seats)
            && let Some(won) = columns.take(Role::Mark)
        {
            columns.give(won, Role::Seats);
        }
        if columns.has(Role::Seats) {
            columns.take(Role::Code);
        }
    }
}
