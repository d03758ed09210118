//! Which column holds what: by its labels first, then by what stands in it.

use std::sync::LazyLock;

use crate::grid::{Grid, column, letters};
use crate::header::Header;
use crate::numbers;
use crate::recipe::Recipe;
use crate::roles::{self, Role};
use crate::texts::{EMPTY, Id, Quick};
use crate::words::{self, Mark};

/// A column and what it was taken for.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its labels, from the top row down, without words that only choose between columns.
    pub parts: Vec<String>,
    /// Its role.
    pub role: Option<Role>,
    /// Whether the role is a guess.
    pub guess: bool,
    /// Whether the reader chose it.
    pub by_reader: bool,
}

/// What stands in a column.
#[derive(Debug, Clone, Default)]
pub struct Cells {
    /// Cells that are not blank.
    pub filled: usize,
    /// Whole numbers, or cells that try to be one.
    pub numbers: usize,
    /// Shares and percentages.
    pub shares: usize,
    /// Words for a result.
    pub marks: usize,
    /// The largest number.
    pub largest: u32,
    /// The first share.
    pub share: Option<String>,
}

impl Cells {
    /// Whether votes may stand here.
    pub fn may_be_votes(&self) -> bool {
        self.filled == 0 || (self.numbers * 2 >= self.filled && self.shares * 2 < self.filled)
    }
}

/// Counts what stands in the columns below the header.
pub fn cells(grid: &Grid, from: usize) -> Vec<Cells> {
    let mut columns = vec![Cells::default(); grid.columns()];
    for row in from..grid.rows() {
        for (column, counts) in columns.iter_mut().enumerate() {
            let fact = grid.fact(row, column);
            if fact.empty {
                continue;
            }
            counts.marks += usize::from(fact.mark.is_some());
            if fact.mark != Some(Mark::Vacant) && fact.no_figure {
                continue;
            }
            counts.filled += 1;
            if fact.share {
                counts.shares += 1;
                if counts.share.is_none() {
                    counts.share = Some(grid.cell(row, column).trim().to_owned());
                }
            } else if let Ok(n) = fact.number {
                counts.numbers += 1;
                counts.largest = counts.largest.max(n);
            } else if tries_to_be_a_number(grid.cell(row, column).trim()) {
                counts.numbers += 1;
            }
        }
    }
    columns
}

fn tries_to_be_a_number(cell: &str) -> bool {
    cell.starts_with(|c| numbers::digit(c).is_some()) && cell.chars().count() <= 14
}

/// Roles of all columns.
#[derive(Debug)]
pub struct Columns {
    /// The columns, from the left.
    pub list: Vec<Column>,
    /// What stands in them.
    pub cells: Vec<Cells>,
    /// The roles that have one column, in the order of all roles.
    at: [Option<usize>; Role::ALL.len()],
}

impl Columns {
    /// The column of a role.
    pub fn at(&self, role: Role) -> Option<usize> {
        self.at[role as usize]
    }

    /// Whether a role has a column.
    pub fn has(&self, role: Role) -> bool {
        self.at[role as usize].is_some()
    }

    /// Gives a column a role.
    pub fn give(&mut self, column: usize, role: Role) {
        if let Some(old) = self.list[column].role.replace(role) {
            self.at[old as usize] = None;
        }
        self.at[role as usize] = Some(column);
    }

    /// Takes a role from its column.
    pub fn take(&mut self, role: Role) -> Option<usize> {
        let column = self.at[role as usize].take()?;
        self.list[column].role = None;
        Some(column)
    }
}

/// Numeric roles that say the same in every row of a constituency.
const OF_PLACE: [Role; 5] = [
    Role::Valid,
    Role::Polled,
    Role::Electors,
    Role::Lines,
    Role::Informal,
];
/// Roles that must be able to hold whole numbers.
const NUMERIC: [Role; 12] = [
    Role::Votes,
    Role::Evm,
    Role::Postal,
    Role::Valid,
    Role::Polled,
    Role::Electors,
    Role::Informal,
    Role::WinnerVotes,
    Role::SecondVotes,
    Role::ThirdVotes,
    Role::Others,
    Role::OtherWinner,
];

/// Reads the header and the cells below it.
pub fn find(grid: &Grid, header: &Header, recipe: &Recipe) -> Columns {
    let from = header.last + 1;
    let cells = cells(grid, from);
    let mut list: Vec<Column> = header.labels.iter().map(|parts| qualified(parts)).collect();
    let mut claims = Vec::new();
    for (i, column) in list.iter_mut().enumerate() {
        if column.role.is_some() {
            continue;
        }
        let parts: Vec<&str> = column.parts.iter().map(String::as_str).collect();
        for claim in roles::claims(&parts) {
            claims.push((claim.cost, parts.join(" "), i, claim));
        }
    }
    claims.sort_by(|a, b| (a.0, &a.1, a.2).cmp(&(b.0, &b.1, b.2)));
    let mut columns = Columns {
        list,
        cells,
        at: [None; Role::ALL.len()],
    };
    choices(&mut columns, header, recipe);
    let known = |role| claims.iter().find(|c| c.3.role == role).map(|c| c.2);
    let key = [
        known(Role::StateCode),
        known(Role::State),
        known(Role::Code),
        known(Role::Place),
    ];
    let same = constancy(grid, from, &key);
    for (_, _, at, claim) in claims {
        let role = claim.role;
        let refused = recipe.get(&format!("column.{}", role.word())).is_some();
        if columns.list[at].role.is_some() || columns.has(role) || refused {
            continue;
        }
        let held = &columns.cells[at];
        let fits = match role {
            Role::Mark => held.filled == 0 || held.marks > 0 || held.numbers * 2 < held.filled,
            Role::Candidate | Role::Place | Role::Party => held.numbers * 2 <= held.filled,
            _ if NUMERIC.contains(&role) && !held.may_be_votes() => false,
            Role::Votes | Role::Evm | Role::Postal => {
                !(claim.guess && held.largest <= 100) && same[at].is_none_or(|same| same < 90)
            }
            _ if OF_PLACE.contains(&role) => same[at].is_none_or(|same| same >= 50),
            _ => true,
        };
        if !fits {
            continue;
        }
        if role == Role::Ignored {
            columns.list[at].role = Some(Role::Ignored);
            continue;
        }
        columns.give(at, role);
        columns.list[at].guess = claim.guess;
    }
    beside_colours(&mut columns, header);
    label_of_parties(&mut columns);
    columns
}

/// The shortest of the columns that name parties is the label, the next one the name.
fn label_of_parties(columns: &mut Columns) {
    let roles = [Role::PartyCode, Role::Party, Role::PartyName];
    let held: Vec<usize> = roles
        .into_iter()
        .filter_map(|role| columns.take(role))
        .collect();
    for (at, role) in held.into_iter().zip([Role::Party, Role::PartyName]) {
        columns.give(at, role);
    }
}

/// Words that keep a column, and words that leave it out, beside others of the same party.
static QUALIFIERS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let rows = words::table(include_str!("../words/qualifiers.csv"));
    let words = |row: &Vec<String>| row[1].split('|').map(words::normal).collect();
    rows.iter().map(words).collect()
});

/// Labels without words that tell present from previous, first from second votes.
fn qualified(parts: &[String]) -> Column {
    let mut column = Column {
        parts: Vec::new(),
        role: None,
        guess: false,
        by_reader: false,
    };
    let is = |label: &str, row: usize| QUALIFIERS[row].contains(&words::normal(label));
    for (i, part) in parts.iter().enumerate() {
        if parts.len() > 1 && is(part, 1) {
            column.role = Some(Role::Ignored);
        }
        if parts.len() == 1 || i == 0 || !is(part, 0) {
            column.parts.push(part.clone());
        }
    }
    column
}

/// The reader's choices: the label of the column, `=L` for its letters, or "" for none.
fn choices(columns: &mut Columns, header: &Header, recipe: &Recipe) {
    for (word, label) in recipe.under("column.") {
        let Some(role) = Role::from_word(word) else {
            continue;
        };
        let at = match label.strip_prefix('=') {
            Some(name) => column(name),
            None if label.is_empty() => None,
            None => (0..columns.list.len()).find(|at| name(header, *at) == label),
        };
        if let Some(at) = at.filter(|at| *at < columns.list.len()) {
            columns.give(at, role);
            columns.list[at].by_reader = true;
        }
    }
}

/// The name of a column in a recipe: its label where no other column has it, else its letters.
pub fn name(header: &Header, at: usize) -> String {
    let label = header
        .labels
        .get(at)
        .map(|parts| parts.join(" "))
        .unwrap_or_default();
    let same = header
        .labels
        .iter()
        .filter(|parts| parts.join(" ") == label)
        .count();
    if label.is_empty() || same > 1 || label.starts_with('=') {
        return format!("={}", letters(at));
    }
    label
}

/// For each column in how many of 100 rows it says the same as the first row of the constituency;
/// `None` where constituencies have one row each.
fn constancy(grid: &Grid, from: usize, key: &[Option<usize>; 4]) -> Vec<Option<usize>> {
    if key.iter().all(Option::is_none) {
        return vec![None; grid.columns()];
    }
    let mut first: Quick<[Id; 4], usize> = Quick::default();
    let (mut compared, mut same) = (0, vec![0; grid.columns()]);
    for row in from..grid.rows().min(from + 20_000) {
        let parts = [0, 1, 2, 3].map(|i| key[i].map_or(EMPTY, |column| grid.id(row, column)));
        if key.iter().flatten().all(|c| grid.fact(row, *c).empty) {
            continue;
        }
        let before = *first.entry(parts).or_insert(row);
        if before == row {
            continue;
        }
        compared += 1;
        for (column, count) in same.iter_mut().enumerate() {
            *count += usize::from(grid.id(row, column) == grid.id(before, column));
        }
    }
    same.iter()
        .map(|count| (compared > 1).then(|| count * 100 / compared))
        .collect()
}

/// A label over a cell for the party's colour belongs to the column after it.
fn beside_colours(columns: &mut Columns, header: &Header) {
    for at in 0..columns.list.len().saturating_sub(1) {
        let empty = columns.cells[at].filled == 0 && columns.cells[at + 1].filled > 0;
        let unnamed = columns.list[at + 1].role.is_none()
            && header.labels[at + 1]
                .last()
                .is_none_or(|last| header.labels[at].last() == Some(last))
            || header.labels[at + 1].len() < header.labels[at].len();
        if let Some(role) = columns.list[at].role.filter(|role| *role != Role::Ignored)
            && empty
            && unnamed
        {
            columns.take(role);
            columns.give(at + 1, role);
        }
    }
}
