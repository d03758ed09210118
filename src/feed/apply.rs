//! A feed's figures in the place of an election's own, checked as those of a data file are.

use super::{Feed, Phase, Row};
use crate::decode::MOST_VOTES;
use crate::election::limits::too_large;
use crate::election::{Candidate, Constituency, Election, Holding, number_of};
use crate::problem::{Path, Problems};
use crate::status::Status;
use std::fmt::Display;

/// Where each part of a row stands, by the name that the part has in a data file.
const PARTS: [&str; 6] = ["id", "status", "winner", "nota", "votes", "margin"];

/// Takes the problems of one row.
struct RowProblems<'a> {
    problems: &'a mut Problems,
    row: usize,
}

impl RowProblems<'_> {
    fn add(&mut self, part: &str, code: &'static str, message: impl Display) {
        let (rows, place) = (Path::ROOT.field("rows"), self.row);
        let row = rows.item(place);
        match PARTS.iter().position(|known| *known == part) {
            Some(part) => self.problems.add(row.item(part), code, message),
            None => self.problems.add(row, code, message),
        }
    }
}

impl Election {
    /// This election with the figures of a feed. Names, parties, alliances and ballots stay. While
    /// the count runs its
    /// fingerprint is that of the ballot.
    ///
    /// # Errors
    /// All problems: `other-election`, `other-ballot`, a constituency missing, unknown or there
    /// twice, votes for more or
    /// fewer candidates than stand (`other-lines`), and every check that a data file's figures have
    /// to pass.
    pub fn counted(&self, feed: &Feed) -> Result<Election, Problems> {
        if feed.election != self.id {
            let message = format_args!("made for {}, not for {}", feed.election, self.id);
            return Err(Problems::one("election", "other-election", message));
        }
        if feed.ballot != self.ballot {
            let message = format_args!(
                "made for another ballot: expected {}, the fingerprint of this dataset's",
                self.ballot
            );
            return Err(Problems::one("ballot", "other-ballot", message));
        }
        let mut problems = Problems::default();
        let mut counted = self.clone();
        let mut seen = vec![false; self.constituencies.len()];
        for (i, row) in feed.rows.iter().enumerate() {
            let mut problems = RowProblems {
                problems: &mut problems,
                row: i,
            };
            match place(self, &row.0, i) {
                None => {
                    let message = format_args!("no constituency has the number \"{}\"", row.0);
                    problems.add("id", "unknown-id", message);
                }
                Some(seat) if std::mem::replace(&mut seen[seat], true) => {
                    let message = format_args!("constituency {} stands here twice", row.0);
                    problems.add("id", "duplicate-constituency", message);
                }
                Some(seat) => fill(&mut counted, seat, row, problems),
            }
        }
        for (seat, _) in seen.iter().enumerate().filter(|(_, seen)| !**seen) {
            let number = self.constituencies[seat].number;
            let message = format_args!("constituency {number} is missing");
            problems.add("rows", "missing-constituency", message);
        }
        for message in too_large(&counted) {
            problems.add("rows", "too-large", message);
        }
        if problems.total() > 0 {
            return Err(problems);
        }
        let mut lines = std::mem::take(&mut counted.lines);
        lines.order(&counted);
        counted.lines = lines;
        counted.fingerprint = match feed.state {
            Phase::Final => counted.full_fingerprint(),
            Phase::Counting | Phase::Paused => counted.ballot.clone(),
        };
        Ok(counted)
    }
}

/// The constituency of a row: mostly the one in the same place of the dataset.
fn place(election: &Election, id: &str, row: usize) -> Option<usize> {
    let same = election.constituencies.get(row).map(|one| one.number);
    match same.is_some() && same == number_of(id) {
        true => Some(row),
        false => election.constituency(id),
    }
}

/// Puts the figures of a row into a constituency.
fn fill(election: &mut Election, seat: usize, row: &Row, mut problems: RowProblems) {
    let Row(_, word, winner, nota, votes, margin) = row;
    let Some(status) = Status::from_word(word) else {
        let message = format_args!("no status is called \"{word}\"");
        return problems.add("status", "unknown-status", message);
    };
    let range = election.constituencies[seat].range();
    if let Some(votes) = votes
        && votes.len() != range.len()
    {
        let (n, lines) = (votes.len(), range.len());
        let message = format_args!("votes of {n} candidates, but {lines} stand here");
        return problems.add("votes", "other-lines", message);
    }
    if votes.is_none() && !status.may_lack_votes() {
        problems.add("votes", "missing", "missing: expected votes");
    }
    let lines = &mut election.candidates[range.clone()];
    for (i, line) in lines.iter_mut().enumerate() {
        line.votes = votes.as_ref().map_or(0, |votes| votes[i]);
        line.postal = u32::MAX;
    }
    let serial = |line: &Candidate| Some(u32::from(line.serial)) == *winner;
    let holder = lines.iter().position(serial);
    let most = lines.iter().map(|line| line.votes).max();
    let constituency = Constituency {
        status,
        holder: holder.map(|i| (range.start + i) as u32),
        valid: lines.iter().map(|line| u64::from(line.votes)).sum(),
        nota: *nota,
        voted: votes.is_some(),
        margin: *margin,
        against_votes: holder.is_some_and(|holder| Some(lines[holder].votes) < most),
        ..election.constituencies[seat].clone()
    };
    let claim = Holding {
        status,
        winner: *winner,
        voted: constituency.voted,
        reason: constituency.reason,
        margin: *margin,
    };
    claim.check(lines, |part, code, message| {
        problems.add(part, code, message)
    });
    let counted = constituency.counted();
    if counted > MOST_VOTES {
        let message = format_args!("too large: at most {MOST_VOTES} votes in one constituency");
        problems.add("", "too-large", message);
    }
    if let Some(electors) = constituency.electors
        && counted > u64::from(electors)
    {
        let message = format_args!("{counted} votes counted of {electors} electors");
        problems.add("votes", "more-votes-than-electors", message);
    }
    election.constituencies[seat] = constituency;
}
