//! The way from a file to a house: opened, header and columns found, rows read, winners settled.

use serde::Serialize;
use serde_json::Value;

use crate::candidates;
use crate::columns::{self, Columns};
use crate::constituency_list::Constituencies;
use crate::contest;
use crate::dataset;
use crate::decisions::{Decision, Decisions};
use crate::grid::{Grid, letters};
use crate::header::{self, Header};
use crate::house::{self, INDEPENDENT, Parties, Place, Rules, Status};
use crate::keys;
use crate::layout::{self, Layout};
use crate::leaders;
use crate::limits::MOST_SEATS;
use crate::matrix::{self, Matrix};
use crate::messages::small_number;
use crate::names;
use crate::own_format;
use crate::party_totals;
use crate::problems::{Found, Problems, told};
use crate::recipe::Recipe;
use crate::roles::Role;
use crate::source::{self, Content, Opened};
use crate::sums;
use crate::texts::Quick;
use crate::wide;
use crate::words::Mark;
use crate::work::Work;

/// A column as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnRead {
    /// Its letters.
    pub letter: String,
    /// Its label.
    pub header: String,
    /// How a recipe names it.
    pub name: String,
    /// What it holds.
    pub role: Option<Role>,
    /// Whether that is a guess.
    pub guess: bool,
}

/// A seat as it follows from the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Number in links.
    pub number: u32,
    /// Code in the file.
    pub code: Option<String>,
    /// Name.
    pub name: String,
    /// Status.
    pub status: Status,
    /// Label of the holder's party.
    pub party: Option<String>,
    /// Whether it is awaited because of a problem in the file.
    pub left_out: bool,
    /// NOTA.
    pub nota: Option<u32>,
    /// Votes of others together.
    pub others: u64,
}

/// A party and what it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartyRead {
    /// Id in the dataset.
    pub id: String,
    /// Label in the file.
    pub label: String,
    /// Its name.
    pub name: String,
    /// Seats it won or leads in.
    pub seats: u32,
    /// Its votes.
    pub votes: u64,
}

/// What was read, how, and what is wrong with it.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Reading {
    /// Kind of file.
    pub container: &'static str,
    /// Sheet that was read.
    pub sheet: Option<String>,
    /// Encoding of the text.
    pub encoding: Option<String>,
    /// Separator of the cells.
    pub separator: Option<&'static str>,
    /// First and last row that name the columns, from 1.
    pub header_rows: Option<(usize, usize)>,
    /// What rows and columns are.
    pub layout: Option<&'static str>,
    /// Every decision, in the order in which they were taken.
    pub decisions: Vec<Decision>,
    /// The columns from the left.
    pub columns: Vec<ColumnRead>,
    /// Rows that were left out, from 1, and why.
    #[serde(skip)]
    pub skipped: Vec<(usize, &'static str)>,
    /// The seats in the order of their numbers.
    #[serde(skip)]
    pub seats: Vec<Seat>,
    /// The parties in the order of tables.
    pub parties: Vec<PartyRead>,
    /// What is wrong.
    pub problems: Problems,
    /// The election in the project's data format; none if nothing can be read.
    #[serde(skip)]
    pub dataset: Option<Value>,
}

impl Reading {
    /// The decisions as a recipe for the next file of this shape.
    pub fn recipe(&self) -> Recipe {
        Decisions {
            list: self.decisions.clone(),
        }
        .recipe()
    }
}

/// Reads a file or pasted text. Never panics; the same bytes and recipe give the same reading.
pub fn read(bytes: &[u8], name: &str, recipe: &Recipe) -> Reading {
    read_table(bytes, name, recipe).0
}

/// The same, with the table as it was read, where the file is one.
pub fn read_table(bytes: &[u8], name: &str, recipe: &Recipe) -> (Reading, Option<Grid>) {
    let (mut reading, grid, constituencies) = open(bytes, name, recipe);
    complete(&mut reading, constituencies);
    (reading, grid)
}

/// Writes the constituencies into the dataset of a reading.
pub fn complete(reading: &mut Reading, constituencies: Option<Constituencies>) {
    if let (Some(dataset), Some(constituencies)) = (&mut reading.dataset, constituencies) {
        dataset["constituencies"] = constituencies.list();
    }
}

/// The same without the constituencies in the dataset: they take as long to write as the file to
/// read, and are asked for only when the election is opened.
pub fn open(
    bytes: &[u8],
    name: &str,
    recipe: &Recipe,
) -> (Reading, Option<Grid>, Option<Constituencies>) {
    let mut decisions = Decisions::default();
    let mut opened = Opened::default();
    let content = source::open(bytes, recipe, &mut decisions, &mut opened);
    let mut reading = Reading {
        container: opened.container,
        sheet: opened.sheet,
        encoding: opened.encoding,
        separator: opened.separator,
        ..Reading::default()
    };
    match content {
        Err(problem) => {
            reading.problems = told(vec![*problem], |_| String::new(), true);
            reading.decisions = decisions.list;
        }
        Ok(Content::Dataset(value)) => {
            reading.layout = Some(Layout::Own.word());
            reading.decisions = decisions.list;
            own_format::own(value, &mut reading);
        }
        Ok(Content::Table(mut grid)) => {
            let constituencies = table(&mut grid, name, recipe, decisions, &mut reading);
            return (reading, Some(grid), constituencies);
        }
    }
    (reading, None, None)
}

fn table(
    grid: &mut Grid,
    name: &str,
    recipe: &Recipe,
    decisions: Decisions,
    reading: &mut Reading,
) -> Option<Constituencies> {
    let fail = |code, decisions: Decisions, reading: &mut Reading| {
        reading.problems = told(vec![Found::file(code)], |_| String::new(), true);
        reading.decisions = decisions.list;
        None
    };
    let mut decisions = decisions;
    let chosen = recipe
        .get("header")
        .and_then(|rows| header::chosen(grid, rows));
    let by_reader = chosen.is_some();
    let Some(header) = chosen.or_else(|| header::find(grid)) else {
        return fail("no-header", decisions, reading);
    };
    let rows = match (header.first + 1, header.last + 1) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}-{last}"),
    };
    decisions
        .add("header", "header", &rows, Vec::new())
        .by_reader = by_reader;
    reading.header_rows = Some((header.first + 1, header.last + 1));
    grid.fill_merges(header.last + 1);
    if (header.last + 1..grid.rows()).all(|row| grid.is_blank(row)) {
        return fail("no-rows", decisions, reading);
    }
    grid.find_facts();
    let columns = columns::find(grid, &header, recipe);
    let mut work = Work {
        grid,
        header: &header,
        columns,
        recipe,
        decisions,
        found: Vec::new(),
        skipped: Vec::new(),
        parties: Parties::new(recipe),
        labels: Quick::default(),
        dots: recipe.get("thousands") == Some("."),
    };
    let places = house(&mut work, reading);
    let fatal = places.is_none();
    describe_columns(&work.columns, &header, reading);
    let constituencies = places.map(|places| dataset::write(&mut work, places, name, reading));
    work.skipped.sort_unstable();
    reading.skipped = work
        .skipped
        .iter()
        .map(|(row, why)| (row + 1, *why))
        .collect();
    reading.decisions = work.decisions.list;
    reading.problems = told(work.found, |column| header.label(column).to_owned(), fatal);
    constituencies
}

fn describe_columns(columns: &Columns, header: &Header, reading: &mut Reading) {
    reading.columns = columns
        .list
        .iter()
        .enumerate()
        .map(|(at, column)| ColumnRead {
            letter: letters(at),
            header: header.label(at).to_owned(),
            name: columns::name(header, at),
            role: column.role,
            guess: column.guess,
        })
        .collect();
}

/// The constituencies; `None` if nothing can be read.
fn house(work: &mut Work, reading: &mut Reading) -> Option<Vec<Place>> {
    let chosen = work.recipe.get("layout");
    let chosen = chosen.is_some_and(|word| Layout::OF_TABLES.iter().any(|one| one.word() == word));
    if let Some(matrix) = matrix::find(work).filter(|_| !chosen) {
        return Some(matrix_house(work, matrix, reading));
    }
    let parties = wide::party_columns(work);
    let layout = match layout::find(&mut work.columns, work.recipe, parties.len()) {
        Ok(layout) => layout,
        Err(code) => {
            work.found.push(Found::file(code));
            return None;
        }
    };
    if layout == Layout::PollingPlaces && !work.columns.has(Role::PollingPlace)
        || layout == Layout::Candidates
    {
        work.columns.take(Role::PollingPlace);
    }
    let parties = if layout == Layout::Wide {
        wide::party_columns(work)
    } else {
        Vec::new()
    };
    for at in &parties {
        work.columns.list[*at].role = Some(Role::PartyVotes);
    }
    if layout == Layout::Totals {
        announce(work, layout, reading);
        decide_columns(work);
        let places = party_totals::read(work);
        if places.is_empty() && work.found.is_empty() {
            work.found.push(Found::file("no-rows"));
        }
        return (!places.is_empty()).then_some(places);
    }
    if !work.columns.has(Role::Party) && matches!(layout, Layout::Candidates) {
        let column = work.columns.at(Role::Candidate);
        if column.is_none() {
            work.found.push(Found::file("no-party-column"));
            return None;
        }
    }
    let rows = contest::rows(work);
    if rows.open {
        return None;
    }
    let Some(keys) = keys::find(work, &rows.read) else {
        work.found.push(Found::file("no-constituency-column"));
        return None;
    };
    decide_columns(work);
    let is_final = is_final(work, layout);
    let mut rules = Rules {
        is_final,
        marks: false,
        leaders: matches!(layout, Layout::Leaders | Layout::Pairs),
        mark_column: work.columns.at(Role::Mark),
        votes_column: work
            .columns
            .at(Role::Votes)
            .or(work.columns.at(Role::WinnerVotes)),
        position_decides: false,
    };
    let mut layout = layout;
    let mut places = match layout {
        Layout::Wide => wide::read(work, keys, &rows, &parties),
        Layout::Pairs | Layout::Leaders => leaders::read(work, keys, &rows, is_final),
        _ => {
            let read = candidates::read(work, keys, &rows);
            let lines: usize = read.places.iter().map(|place| place.lines.len()).sum();
            if read.added {
                let values = vec![
                    ("rows", read.rows.to_string()),
                    ("count", lines.to_string()),
                    ("places", read.places.len().to_string()),
                ];
                work.decisions.note("added-up", values);
            }
            read.places
        }
    };
    if matches!(layout, Layout::Candidates | Layout::PollingPlaces) {
        lines_without_votes(work, &mut places, &mut layout, &mut rules)?;
    }
    announce(work, layout, reading);
    if places.is_empty() {
        let code = if work.found.is_empty() {
            "no-rows"
        } else {
            return None;
        };
        work.found.push(Found::file(code));
        return None;
    }
    if places.len() > MOST_SEATS {
        work.found.push(Found::file("too-many-seats"));
        return None;
    }
    if several_members(&places) {
        work.found.push(Found::file("several-members"));
        return None;
    }
    let won = |place: &Place| {
        place.named.is_some() || place.lines.iter().any(|line| line.mark == Some(Mark::Won))
    };
    rules.marks = layout != Layout::Leaders
        && layout != Layout::Pairs
        && places.iter().any(won)
        && work.recipe.get("final") != Some("yes");
    sums::check_claims(work, &mut places);
    let marked = rules.mark_column.or(work.columns.at(Role::WinnerParty));
    let header = marked.map(|column| work.label(column)).unwrap_or_default();
    places.sort_by_key(|place| place.rows.0);
    for place in &mut places {
        house::settle(place, rules, &header, &mut work.found);
    }
    notes(work, &places, layout);
    Some(places)
}

/// The house of a matrix: one constituency.
fn matrix_house(work: &mut Work, matrix: Matrix, reading: &mut Reading) -> Vec<Place> {
    announce(work, Layout::Matrix, reading);
    decide_columns(work);
    let rules = Rules {
        is_final: is_final(work, Layout::Matrix),
        marks: false,
        leaders: false,
        mark_column: None,
        votes_column: None,
        position_decides: false,
    };
    let mut place = matrix.read(work);
    sums::check_size(work, &mut place);
    house::settle(&mut place, rules, "", &mut work.found);
    let places = vec![place];
    notes(work, &places, Layout::Matrix);
    places
}

/// Tables whose candidates have no votes: lists of winners are read, others are refused.
fn lines_without_votes(
    work: &mut Work,
    places: &mut [Place],
    layout: &mut Layout,
    rules: &mut Rules,
) -> Option<()> {
    let voted = |place: &Place| place.lines.iter().any(|line| line.votes.is_some());
    let alone = places.iter().filter(|place| place.lines.len() == 1).count();
    if places.iter().any(voted) {
        missing_votes(work, places);
        // A list of winners with their votes.
        if alone > 2 && alone * 10 >= places.len() * 9 {
            rules.leaders = true;
            *layout = Layout::Leaders;
        }
        return Some(());
    }
    let marked = places
        .iter()
        .any(|place| place.named.is_some() || place.lines.iter().any(|line| line.mark.is_some()));
    let ranked = places
        .iter()
        .any(|p| p.lines.iter().any(|line| line.position == Some(1)));
    let faulty = !work.found.is_empty();
    if alone == places.len() && !faulty {
        rules.leaders = true;
        *layout = Layout::Leaders;
    } else if ranked && !marked {
        rules.position_decides = true;
        let values = work.named(Role::Position);
        work.decisions.note("position-mark", values);
    } else if !marked && !faulty && !work.columns.has(Role::Votes) && !work.columns.has(Role::Evm) {
        work.found.push(Found::file("no-votes-column"));
        return None;
    }
    Some(())
}

/// A candidate without votes among others who have some.
fn missing_votes(work: &mut Work, places: &mut [Place]) {
    let Some(column) = work.columns.at(Role::Votes).or(work.columns.at(Role::Evm)) else {
        return;
    };
    for place in places.iter_mut().filter(|place| !place.refused) {
        let voted = place.lines.iter().any(|line| line.votes.is_some());
        let unopposed = place
            .lines
            .iter()
            .any(|line| line.mark == Some(Mark::Unopposed));
        if !voted || unopposed {
            continue;
        }
        let missing = place.lines.iter().find(|line| line.votes.is_none());
        let Some(line) = missing else { continue };
        let cell = work.grid.cell(line.row, column).trim();
        let problem = Found::cell("votes-missing", line.row, column, cell)
            .with("candidate", names::titled(&line.name));
        work.refuse(problem, Some(place));
        place.refused = true;
    }
}

/// Whether most constituencies that have a winner have two or more.
fn several_members(places: &[Place]) -> bool {
    let won = |place: &&Place| {
        place
            .lines
            .iter()
            .filter(|line| line.mark == Some(Mark::Won))
            .count()
    };
    let some = places.iter().filter(|place| won(place) > 0).count();
    let several = places.iter().filter(|place| won(place) > 1).count();
    several > 1 && several * 2 > some
}

fn announce(work: &mut Work, layout: Layout, reading: &mut Reading) {
    reading.layout = Some(layout.word());
    let decision = work
        .decisions
        .add("layout", "layout", layout.word(), Vec::new());
    decision.options = Layout::OF_TABLES
        .map(|layout| layout.word().to_owned())
        .to_vec();
    decision.by_reader = work.recipe.get("layout").is_some();
}

/// One decision for each column that is read.
fn decide_columns(work: &mut Work) {
    let mut parties = Vec::new();
    for at in 0..work.columns.list.len() {
        let column = &work.columns.list[at];
        let (guess, by_reader) = (column.guess, column.by_reader);
        let label = column.parts.join(" ");
        match column.role {
            None | Some(Role::Ignored) => {}
            Some(Role::PartyVotes) => parties.push(label),
            Some(role) => {
                let values = vec![
                    ("letter", letters(at)),
                    ("header", work.label(at)),
                    ("role", role.said().to_owned()),
                ];
                let code = if guess { "column-guessed" } else { "column" };
                let id = format!("column.{}", role.word());
                let chosen = columns::name(work.header, at);
                let decision = work.decisions.add(&id, code, &chosen, values);
                (decision.asked, decision.by_reader) = (guess, by_reader);
            }
        }
        let shares = &work.columns.cells[at];
        let label = crate::words::normal(&work.label(at));
        if let Some(cell) = shares.share.clone().filter(|_| label == "share") {
            let values = vec![
                ("letter", letters(at)),
                ("header", work.label(at)),
                ("cell", cell),
            ];
            work.decisions.note("share-column", values);
        }
    }
    if !parties.is_empty() {
        let list = parties.join(" | ");
        let values = vec![
            ("letter", String::new()),
            ("header", list.clone()),
            ("role", Role::PartyVotes.said().to_owned()),
        ];
        work.decisions
            .add("party-columns", "party-columns", &list, values);
    }
    for (name, label) in work.recipe.under("column.") {
        if label.is_empty() {
            let values = vec![("role", name.to_owned())];
            let id = format!("column.{name}");
            work.decisions.add(&id, "column-none", "", values).by_reader = true;
        }
    }
}

/// Whether who has most votes won, where nothing in the file says so.
fn is_final(work: &mut Work, layout: Layout) -> bool {
    let title = (0..work.header.first).any(|row| {
        work.grid.row(row).any(|cell| {
            let cell = cell.to_lowercase();
            [
                "not final",
                "provisional",
                "preliminary",
                "unofficial",
                "trends",
            ]
            .iter()
            .any(|word| cell.contains(word))
        })
    });
    let of_leaders = matches!(layout, Layout::Leaders | Layout::Pairs);
    let mut named = [Role::WinnerName, Role::WinnerParty].iter();
    let leading = named.any(|role| {
        let label = |column: usize| work.columns.list[column].parts.join(" ").to_lowercase();
        of_leaders
            && work
                .columns
                .at(*role)
                .is_some_and(|column| label(column).contains("lead"))
    });
    let says = work.recipe.get("final");
    let is_final = match says {
        Some(choice) => choice == "yes",
        None => !title && !leading,
    };
    let (code, chosen) = if is_final {
        ("final-yes", "yes")
    } else {
        ("final-no", "no")
    };
    let decision = work.decisions.add("final", code, chosen, Vec::new());
    decision.options = vec!["yes".to_owned(), "no".to_owned()];
    decision.by_reader = says.is_some();
    is_final
}

/// What should be known of the house as it was read.
fn notes(work: &mut Work, places: &[Place], layout: Layout) {
    let lines = || places.iter().flat_map(|place| &place.lines);
    if places.iter().any(|place| place.nota.is_some()) && layout != Layout::Wide {
        work.decisions.note("nota", Vec::new());
    }
    if let Some(column) = work.columns.at(Role::Place)
        && places
            .iter()
            .any(|place| names::category(&place.written).is_some())
    {
        work.decisions
            .note("category", vec![("letter", letters(column))]);
    }
    if work.columns.has(Role::Position) && lines().any(|line| line.votes.is_some()) {
        work.decisions.note("position-unused", Vec::new());
    }
    let others: u64 = places.iter().map(|place| place.others).sum();
    let informal: u64 = places.iter().map(|place| place.informal).sum();
    for (code, count) in [("others", others), ("informal", informal)] {
        if count > 0 {
            work.decisions
                .note(code, vec![("count", count.to_string())]);
        }
    }
    independents(work, places);
    if !lines().any(|line| line.votes.is_some()) {
        work.decisions.note("no-votes", Vec::new());
    }
    for place in places
        .iter()
        .filter(|place| place.status == Some(Status::Unopposed))
    {
        let said = place
            .lines
            .iter()
            .any(|line| line.mark == Some(Mark::Unopposed));
        if !said {
            work.decisions
                .note("unopposed-alone", vec![("place", place.said())]);
        }
    }
    for place in places
        .iter()
        .filter(|place| place.lines.len() == 1 && !place.refused)
    {
        let voted = place.lines[0].votes.is_some_and(|votes| votes > 0);
        if voted && place.others == 0 && layout == Layout::Candidates {
            work.decisions.note("alone", vec![("place", place.said())]);
        }
    }
}

fn independents(work: &mut Work, places: &[Place]) {
    let backed: Vec<(String, Option<String>)> =
        work.parties.independents.clone().into_iter().collect();
    for (label, by) in backed {
        let won = places
            .iter()
            .filter(|place| {
                place
                    .winner
                    .is_some_and(|at| *place.lines[at].label == *label)
            })
            .count();
        if won > 1 {
            let values = vec![
                ("count", won.to_string()),
                ("words", small_number(won)),
                ("label", label.clone()),
            ];
            work.decisions.note("independents", values);
        }
        if let Some(by) = by {
            work.decisions
                .note("backed", vec![("label", label), ("chosen", by)]);
        }
    }
    let several = |place: &&Place| {
        place
            .lines
            .iter()
            .filter(|line| line.party == INDEPENDENT)
            .count()
            > 1
    };
    let here: Vec<&Place> = places.iter().filter(several).take(5).collect();
    for place in here {
        let count = place
            .lines
            .iter()
            .filter(|line| line.party == INDEPENDENT)
            .count();
        let words = small_number(count);
        let capital: String = words[..1].to_uppercase() + &words[1..];
        let values = vec![
            ("count", count.to_string()),
            ("words", words),
            ("Words", capital),
            ("place", place.said()),
        ];
        work.decisions.note("independents-here", values);
    }
}
