//! Constituencies with their candidates, and who won them.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use serde::Serialize;

use crate::names;
use crate::problems::Found;
use crate::recipe::Recipe;
use crate::words::{self, Mark};

/// The state of a constituency, in the words of the data format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Won.
    Declared,
    /// Somebody leads.
    Leading,
    /// Elected without a vote.
    Unopposed,
    /// Equal votes, decided by lot.
    Lot,
    /// Nothing known, or nothing that can be relied on.
    Awaited,
    /// Equal votes, no lot.
    Tied,
    /// The poll is held later.
    Adjourned,
    /// The poll was called off.
    Countermanded,
    /// Nobody holds it.
    Vacant,
}

impl Status {
    /// The word of the data format.
    pub fn word(self) -> &'static str {
        match self {
            Status::Declared => "declared",
            Status::Leading => "leading",
            Status::Unopposed => "unopposed",
            Status::Lot => "lot",
            Status::Awaited => "awaited",
            Status::Tied => "tied",
            Status::Adjourned => "adjourned",
            Status::Countermanded => "countermanded",
            Status::Vacant => "vacant",
        }
    }
}

/// The party of independents: none.
pub const INDEPENDENT: usize = usize::MAX;

/// A party as the file writes it.
#[derive(Debug, Clone, Default)]
pub struct Party {
    /// Its label, which tells it apart.
    pub label: String,
    /// Its longer names, and how often each stands.
    pub names: BTreeMap<String, usize>,
}

/// Parties by their labels.
#[derive(Debug, Default)]
pub struct Parties {
    /// In the order in which they were met.
    pub list: Vec<Party>,
    index: HashMap<String, usize>,
    /// Labels that the reader merges into others, and what the reader says of independents.
    merged: HashMap<String, String>,
    /// Labels of independents that were met, with the party that backs them.
    pub independents: BTreeMap<String, Option<String>>,
}

impl Parties {
    /// No parties yet; the recipe's merges hold.
    pub fn new(recipe: &Recipe) -> Parties {
        let merged = recipe
            .under("party.")
            .map(|(from, to)| (from.to_owned(), to.to_owned()));
        Parties {
            merged: merged.collect(),
            ..Parties::default()
        }
    }

    /// The party of a label; `INDEPENDENT` for those without one.
    pub fn of(&mut self, label: &str) -> usize {
        match self.index.get(label) {
            Some(party) => *party,
            None => self.add(label),
        }
    }

    /// A longer name of a party was met.
    pub fn named(&mut self, party: usize, name: &str) {
        if name.is_empty() {
            return;
        }
        let names = &mut self.list[party].names;
        match names.get_mut(name) {
            Some(count) => *count += 1,
            None => _ = names.insert(name.to_owned(), 1),
        }
    }

    fn add(&mut self, label: &str) -> usize {
        let merged = self.merged.get(label).filter(|to| *to != label).cloned();
        let party = if let Some(to) = merged {
            let known = self.index.get(&to).copied();
            known.unwrap_or_else(|| self.insert(&to))
        } else {
            return self.insert(label);
        };
        self.index.insert(label.to_owned(), party);
        party
    }

    fn insert(&mut self, label: &str) -> usize {
        let backed = words::backed_by(label).map(str::to_owned);
        let party = if words::is_independent(label) || backed.is_some() {
            self.independents.insert(label.to_owned(), backed);
            INDEPENDENT
        } else {
            self.list.push(Party {
                label: label.to_owned(),
                names: BTreeMap::new(),
            });
            self.list.len() - 1
        };
        self.index.insert(label.to_owned(), party);
        party
    }
}

/// One candidate.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// The row it was read from, from 0.
    pub row: usize,
    /// The candidate's name; the party's where the file has none.
    pub name: String,
    /// The party's label in the file.
    pub label: Rc<str>,
    /// The party.
    pub party: usize,
    /// Votes, where there are any.
    pub votes: Option<u32>,
    /// At polling places and by post, where known apart.
    pub parts: Option<(u32, u32)>,
    /// Place on the ballot.
    pub serial: Option<u32>,
    /// What the file says of the result.
    pub mark: Option<Mark>,
    /// The cell that says it.
    pub marked: String,
    /// Rank by votes, as the file has it.
    pub position: Option<u32>,
}

/// A figure that the file gives for a whole constituency, to check it by.
#[derive(Debug, Clone, Copy)]
pub struct Claim {
    /// The figure.
    pub value: u32,
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
}

/// Who won by a column that names the winner.
#[derive(Debug, Clone)]
pub struct Named {
    /// The name or party there.
    pub text: String,
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
}

/// One constituency.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// Its code in the file.
    pub code: Option<String>,
    /// Its name as the file writes it.
    pub written: String,
    /// Its name as people write it, without code and category.
    pub name: String,
    /// The state it lies in.
    pub state: Option<String>,
    /// Its category.
    pub category: Option<String>,
    /// Electors on the roll.
    pub electors: Option<Claim>,
    /// Valid votes as the file has them.
    pub valid: Option<Claim>,
    /// Lines as the file counts them.
    pub lines_told: Option<Claim>,
    /// None of the above.
    pub nota: Option<u32>,
    /// NOTA at polling places and by post.
    pub nota_parts: Option<(u32, u32)>,
    /// Invalid votes.
    pub informal: u64,
    /// Votes of candidates lumped together.
    pub others: u64,
    /// Candidates.
    pub lines: Vec<Line>,
    /// What the file says of the constituency as a whole.
    pub mark: Option<Mark>,
    /// The cell that says it.
    pub marked: String,
    /// The winner by name or party.
    pub named: Option<Named>,
    /// The margin as the file has it.
    pub margin: Option<Claim>,
    /// The first and the last row.
    pub rows: (usize, usize),
    /// Whether a sum of its votes is more than a number of votes can be.
    pub over: bool,
    /// Whether something keeps it from being counted.
    pub refused: bool,
    /// Its status, once settled.
    pub status: Option<Status>,
    /// Who holds or leads, by place in `lines`.
    pub winner: Option<usize>,
    /// Why the holder has not most votes, or nobody holds it.
    pub reason: Option<String>,
}

impl Place {
    /// Votes of all candidates.
    pub fn votes(&self) -> u64 {
        self.lines
            .iter()
            .filter_map(|line| line.votes)
            .map(u64::from)
            .sum()
    }

    /// The sums that a file may mean by a total: with NOTA, without it, with invalid votes too.
    pub fn sums(&self) -> [u64; 4] {
        let valid = self.votes() + self.others;
        let nota = u64::from(self.nota.unwrap_or(0));
        [
            valid + nota,
            valid,
            valid + nota + self.informal,
            valid + self.informal,
        ]
    }

    /// The name in a sentence.
    pub fn said(&self) -> String {
        names::titled(&self.written)
    }
}

/// Votes added up. Where they are more than a number of votes can be, that is noted in `over`.
pub fn add_votes(sum: u32, votes: u32, over: &mut bool) -> u32 {
    sum.checked_add(votes).unwrap_or_else(|| {
        *over = true;
        u32::MAX
    })
}

/// How winners are found.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Whether the result is final where nothing is marked.
    pub is_final: bool,
    /// Whether the file marks winners at all.
    pub marks: bool,
    /// Whether the table holds leaders only, without their rivals.
    pub leaders: bool,
    /// The column that marks the winner.
    pub mark_column: Option<usize>,
    /// The column of votes.
    pub votes_column: Option<usize>,
    /// Whether the rank decides, because there are no votes.
    pub position_decides: bool,
}

/// Finds status and winner of a constituency.
pub fn settle(place: &mut Place, rules: Rules, header: &str, found: &mut Vec<Found>) {
    let (status, winner) = outcome(place, rules, header, found);
    let status = if place.refused {
        Status::Awaited
    } else {
        status
    };
    let holds = matches!(
        status,
        Status::Declared | Status::Leading | Status::Unopposed | Status::Lot
    );
    place.status = Some(status);
    place.winner = winner.filter(|_| holds);
    if place.refused {
        place.reason = None;
    }
}

type Outcome = (Status, Option<usize>);

fn outcome(place: &mut Place, rules: Rules, header: &str, found: &mut Vec<Found>) -> Outcome {
    if place.refused {
        return (Status::Awaited, None);
    }
    if let Some(named) = place.named.clone()
        && !name_winner(place, &named, found)
    {
        place.refused = true;
        return (Status::Awaited, None);
    }
    let won = marked(place, &[Mark::Won, Mark::Lot, Mark::Unopposed]);
    let ahead = marked(place, &[Mark::Leading]);
    if won.len() > 1 || (won.is_empty() && ahead.len() > 1) {
        let several = if won.len() > 1 { &won } else { &ahead };
        let line = &place.lines[several[1]];
        let mut problem = Found::file("two-winners").with("count", several.len());
        problem = problem.with("place", place.said());
        (problem.row, problem.column) = (Some(line.row), rules.mark_column);
        problem.cell = Some(line.marked.clone());
        problem.constituency = Some(place.written.clone());
        found.push(problem);
        place.refused = true;
        return (Status::Awaited, None);
    }
    if let Some(status) = without_holder(place, won.is_empty() && ahead.is_empty()) {
        return (status, None);
    }
    let voted = place
        .lines
        .iter()
        .any(|line| line.votes.is_some_and(|votes| votes > 0));
    if let Some(winner) = unopposed(place, rules, &won, voted) {
        return (Status::Unopposed, Some(winner));
    }
    let counting = place.mark == Some(Mark::Counting)
        || !marked(place, &[Mark::Counting, Mark::Trailing]).is_empty()
        || !ahead.is_empty();
    let declared =
        place.mark == Some(Mark::Declared) || !marked(place, &[Mark::Declared]).is_empty();
    let by_mark = won.first().or(ahead.first()).copied();
    let status = if !won.is_empty() || (declared && ahead.is_empty()) {
        Status::Declared
    } else if counting || rules.marks || !rules.is_final {
        Status::Leading
    } else {
        Status::Declared
    };
    match by_mark {
        Some(winner) => marked_winner(place, rules, header, winner, status, found),
        None => by_votes(place, rules, status, found),
    }
}

/// Lines with one of these marks.
fn marked(place: &Place, wanted: &[Mark]) -> Vec<usize> {
    let lines = place.lines.iter().enumerate();
    let marked = lines.filter(|(_, line)| line.mark.is_some_and(|mark| wanted.contains(&mark)));
    marked.map(|(at, _)| at).collect()
}

/// Marks the line that a column names, by its name or party. Answers false if there is none.
fn name_winner(place: &mut Place, named: &Named, found: &mut Vec<Found>) -> bool {
    let wanted = names::bare(&named.text);
    let before = ["hold", "gain"].iter().find_map(|word| {
        let at = words::normal(&named.text).find(&format!(" {word}"))?;
        Some(words::normal(&named.text)[..at].replace(' ', ""))
    });
    let is = |text: &str| {
        let bare = names::bare(text);
        !bare.is_empty() && (bare == wanted || before.as_ref() == Some(&bare))
    };
    let by_name = place.lines.iter().filter(|line| is(&line.name)).count();
    let mut chosen = None;
    for (i, line) in place.lines.iter().enumerate() {
        let hit = if by_name == 1 {
            is(&line.name)
        } else {
            is(&line.label) || initials(line, &wanted)
        };
        let votes = |i: usize| place.lines[i].votes;
        if hit && chosen.is_none_or(|other| votes(i) > votes(other)) {
            chosen = Some(i);
        }
    }
    let Some(winner) = chosen else {
        let mut problem = Found::cell("winner-unknown", named.row, named.column, &named.text);
        problem.constituency = Some(place.written.clone());
        problem.left_out = true;
        found.push(problem.with("place", place.said()));
        return false;
    };
    let line = &mut place.lines[winner];
    if line.mark.is_none() {
        line.mark = Some(Mark::Won);
        line.marked.clone_from(&named.text);
    }
    true
}

/// Whether a short label is made of the first letters of a party's long name.
fn initials(line: &Line, wanted: &str) -> bool {
    let normal = words::normal(&line.label);
    let letters: String = normal
        .split(' ')
        .filter_map(|word| word.chars().next())
        .collect();
    let long = wanted.chars().count();
    (long > 1 && letters.starts_with(wanted))
        || (long > 2 && normal.split(' ').any(|word| word.starts_with(wanted)))
}

/// The status of a constituency that the file says has no holder.
fn without_holder(place: &mut Place, nobody: bool) -> Option<Status> {
    if !nobody {
        return None;
    }
    let all = |wanted: Mark| {
        !place.lines.is_empty() && place.lines.iter().all(|line| line.mark == Some(wanted))
    };
    let any = |wanted: Mark| {
        place.mark == Some(wanted) || place.lines.iter().any(|line| line.mark == Some(wanted))
    };
    let status = if any(Mark::Countermanded) {
        Status::Countermanded
    } else if any(Mark::Adjourned) {
        Status::Adjourned
    } else if place.mark == Some(Mark::Vacant) || all(Mark::Vacant) {
        Status::Vacant
    } else if any(Mark::Awaited) {
        Status::Awaited
    } else if any(Mark::Tied) {
        Status::Tied
    } else {
        return None;
    };
    let off = [Status::Vacant, Status::Adjourned, Status::Countermanded];
    if off.contains(&status) {
        let line = place.lines.last().map(|line| line.marked.as_str());
        let cell = Some(place.marked.as_str())
            .filter(|cell| !cell.is_empty())
            .or(line);
        place.reason = Some(format!("marked {} in the file", cell.unwrap_or("–")));
    }
    if status == Status::Tied && level(place) < 2 {
        return Some(Status::Awaited);
    }
    Some(status)
}

/// How many candidates have most votes.
fn level(place: &Place) -> usize {
    let most = place.lines.iter().filter_map(|line| line.votes).max();
    place
        .lines
        .iter()
        .filter(|line| line.votes.is_some() && line.votes == most)
        .count()
}

fn unopposed(place: &Place, rules: Rules, won: &[usize], voted: bool) -> Option<usize> {
    let says = |line: &Line| line.mark == Some(Mark::Unopposed);
    if let Some(winner) = place.lines.iter().position(says) {
        return Some(winner);
    }
    if place.mark == Some(Mark::Unopposed) && place.lines.len() == 1 {
        return Some(0);
    }
    let alone = place.lines.len() == 1 && !voted && place.others == 0 && !rules.leaders;
    (alone && (won.len() == 1 || rules.is_final) && place.nota.unwrap_or(0) == 0).then_some(0)
}

fn marked_winner(
    place: &mut Place,
    rules: Rules,
    header: &str,
    winner: usize,
    status: Status,
    found: &mut Vec<Found>,
) -> Outcome {
    let line = &place.lines[winner];
    let votes = line.votes.unwrap_or(0);
    let best = place
        .lines
        .iter()
        .filter(|other| other.votes.is_some())
        .max_by_key(|l| l.votes);
    let Some(best) = best.filter(|best| best.votes > Some(votes)) else {
        let lot = line.votes.is_some_and(|votes| votes > 0) && level(place) > 1;
        if lot || line.mark == Some(Mark::Lot) {
            place.reason = Some(format!(
                "marked “{}” in the file, with equal votes",
                line.marked
            ));
            return (
                if lot { Status::Lot } else { Status::Declared },
                Some(winner),
            );
        }
        return (status, Some(winner));
    };
    place.reason = Some(format!(
        "marked “{}” in the file (column “{header}”)",
        line.marked
    ));
    let mut problem = Found {
        code: "winner-has-fewer",
        ..Found::default()
    };
    (problem.row, problem.column) = (Some(line.row), rules.votes_column);
    problem.cell = Some(votes.to_string());
    problem.constituency = Some(place.written.clone());
    found.push(
        problem
            .with("place", place.said())
            .with("candidate", names::titled(&line.name))
            .with("other", names::titled(&best.name))
            .with("most", best.votes.unwrap_or(0)),
    );
    (status, Some(winner))
}

fn by_votes(place: &mut Place, rules: Rules, status: Status, found: &mut Vec<Found>) -> Outcome {
    if place.lines.is_empty() {
        return (Status::Awaited, None);
    }
    let none = place.lines.iter().all(|line| line.votes.is_none());
    if none {
        let first = place.lines.iter().position(|line| line.position == Some(1));
        if rules.leaders && place.lines.len() == 1 {
            return (status, Some(0));
        }
        return match first.filter(|_| rules.position_decides) {
            Some(winner) => (status, Some(winner)),
            None => (Status::Awaited, None),
        };
    }
    let most = place
        .lines
        .iter()
        .filter_map(|line| line.votes)
        .max()
        .unwrap_or(0);
    if most == 0 {
        return (Status::Awaited, None);
    }
    if place.others > u64::from(most) {
        let mut problem = Found::file("winner-unknown");
        problem.sentence = Some("others-larger");
        (problem.row, problem.column) = (Some(place.rows.0), rules.votes_column);
        problem.cell = Some(place.others.to_string());
        problem.constituency = Some(place.written.clone());
        found.push(problem.with("place", place.said()).with("most", most));
        place.refused = true;
        return (Status::Awaited, None);
    }
    let mut best = place
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.votes == Some(most));
    let first = best.next();
    if let (Some((_, first)), Some((_, second))) = (first, best.next()) {
        if status == Status::Declared {
            let row = first.row.max(second.row);
            let mut problem = Found {
                code: "tie-without-lot",
                ..Found::default()
            };
            (problem.row, problem.column) = (Some(row), rules.votes_column);
            problem.cell = Some(most.to_string());
            problem.constituency = Some(place.written.clone());
            found.push(
                problem
                    .with("place", place.said())
                    .with("candidate", names::titled(&first.name))
                    .with("other", names::titled(&second.name)),
            );
        }
        return (Status::Tied, None);
    }
    (status, first.map(|(i, _)| i))
}
