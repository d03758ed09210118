//! Who holds each constituency: as given, as the votes have it, or as awarded by hand.

use super::edit_problems::EditProblems;
use super::votes::{Votes, leader};
use crate::election::{Constituency, Election, INDEPENDENT};
use crate::problem::Problems;
use crate::scenario::{Award, Chosen, Edit};
use crate::status::Status;
use std::cmp::Reverse;
use std::fmt::Arguments;

/// One constituency's result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatResult {
    /// Index in [`Election::candidates`] of who holds or leads.
    pub holder: Option<u32>,
    /// What is known of it.
    pub status: Status,
    /// Whether it was awarded by hand: no margin then.
    pub awarded: bool,
    /// The next candidate by present votes, where anybody else stands.
    pub next: Option<u32>,
    /// Votes of the holder above the next candidate, as published where the votes are not known; negative only where the
    /// data record a reason. `None` where awarded, without a vote, without a holder or without a second candidate.
    pub margin: Option<i64>,
}

/// All constituencies in dataset order.
#[derive(Debug, Clone, Default)]
pub struct Seats {
    /// One result per constituency.
    pub results: Vec<SeatResult>,
}

/// The candidate each constituency is awarded to, in dataset order.
pub fn resolve_awards(
    election: &Election,
    edits: &[Edit],
    problems: &mut Problems,
) -> Vec<Option<u32>> {
    let mut awards = vec![None; election.constituencies.len()];
    for (i, award) in Award::among(edits) {
        let mut problems = EditProblems::of(problems, i, "award");
        match election.constituency(&award.constituency) {
            None => problems.unknown_constituency("constituency", &award.constituency),
            Some(index) => awards[index] = chosen(election, index, &award.candidate, problems),
        }
    }
    awards
}

/// The candidate an award names; none where something is wrong with it.
fn chosen(
    election: &Election,
    constituency: usize,
    chosen: &Chosen,
    mut problems: EditProblems,
) -> Option<u32> {
    let number = election.constituencies[constituency].number;
    let mut wrong = |code, message: Arguments| problems.add("candidate", code, message);
    match chosen {
        Chosen::Serial(serial) => {
            let found = election.candidate(constituency, *serial);
            if found.is_none() {
                wrong(
                    "no-candidate",
                    format_args!("no candidate of constituency {number} has the serial {serial}"),
                );
            }
            found
        }
        Chosen::Party(id) => {
            let party = if id == INDEPENDENT {
                Some(election.independent())
            } else {
                election.party(id)
            };
            let Some(party) = party else {
                wrong("unknown-id", format_args!("no party is called \"{id}\""));
                return None;
            };
            let range = election.constituencies[constituency].range();
            let lines: Vec<usize> = range
                .filter(|&c| election.candidates[c].party == party)
                .collect();
            if id == INDEPENDENT && lines.len() > 1 {
                wrong(
                    "ambiguous-candidate",
                    format_args!("several independents stood in constituency {number}"),
                );
                return None;
            }
            let line = leader(election, &lines);
            if line.is_none() {
                wrong(
                    "no-candidate",
                    format_args!("{id} did not stand in constituency {number}"),
                );
            }
            line.map(|c| c as u32)
        }
    }
}

impl Seats {
    /// The result everywhere. The awards are pushed to `kept`, by serial.
    pub fn of(
        election: &Election,
        votes: &Votes,
        awards: &[Option<u32>],
        kept: &mut Vec<Edit>,
    ) -> Seats {
        let constituencies = election.constituencies.iter().enumerate();
        let results: Vec<SeatResult> = constituencies
            .map(|(i, constituency)| match awards[i] {
                Some(candidate) => awarded(election, votes, constituency, candidate),
                None => not_awarded(election, votes, i),
            })
            .collect();
        let number = |i: &usize| election.constituencies[*i].number;
        let mut awarded: Vec<usize> = Vec::new();
        for i in (0..results.len()).filter(|&i| results[i].awarded) {
            awarded.insert(
                awarded.partition_point(|other| number(other) < number(&i)),
                i,
            );
        }
        kept.extend(awarded.into_iter().filter_map(|i| {
            let holder = results[i].holder?;
            let award = Award {
                constituency: number(&i).to_string(),
                candidate: Chosen::Serial(u32::from(election.candidates[holder as usize].serial)),
            };
            Some(Edit::Award(award))
        }));
        Seats { results }
    }
}

/// The result of a constituency that is not given to anybody by hand.
pub fn not_awarded(election: &Election, votes: &Votes, i: usize) -> SeatResult {
    let constituency = &election.constituencies[i];
    if votes.touched[i] {
        by_votes(election, votes, constituency)
    } else {
        as_given(election, votes, constituency)
    }
}

fn awarded(
    election: &Election,
    votes: &Votes,
    constituency: &Constituency,
    candidate: u32,
) -> SeatResult {
    SeatResult {
        holder: Some(candidate),
        status: Status::Declared,
        awarded: true,
        next: next(election, votes, constituency, Some(candidate)),
        margin: None,
    }
}

fn as_given(election: &Election, votes: &Votes, constituency: &Constituency) -> SeatResult {
    let next = next(election, votes, constituency, constituency.holder);
    let published = constituency.margin.map(i64::from);
    SeatResult {
        holder: constituency.holder,
        status: constituency.status,
        awarded: false,
        next,
        margin: published.or_else(|| margin(votes, constituency, constituency.holder, next)),
    }
}

/// Most votes wins; equal votes elect nobody.
fn by_votes(election: &Election, votes: &Votes, constituency: &Constituency) -> SeatResult {
    let first = next(election, votes, constituency, None);
    let second = next(election, votes, constituency, first);
    let level = match (first, second) {
        (Some(a), Some(b)) => votes.count[a as usize] == votes.count[b as usize],
        _ => false,
    };
    if level || first.is_none() {
        return SeatResult {
            holder: None,
            status: Status::Tied,
            awarded: false,
            next: first,
            margin: None,
        };
    }
    SeatResult {
        holder: first,
        status: match constituency.status {
            Status::Leading => Status::Leading,
            _ => Status::Declared,
        },
        awarded: false,
        next: second,
        margin: margin(votes, constituency, first, second),
    }
}

/// The candidate with most present votes among those standing, `except` one; ties by serial. Where the votes are not known
/// but the lead over somebody is, the other one of two.
fn next(
    election: &Election,
    votes: &Votes,
    constituency: &Constituency,
    except: Option<u32>,
) -> Option<u32> {
    if !constituency.voted && (constituency.margin.is_none() || constituency.len != 2) {
        return None;
    }
    let others = constituency
        .range()
        .filter(|&c| votes.standing[c] && Some(c as u32) != except);
    others
        .min_by_key(|&c| (Reverse(votes.count[c]), election.candidates[c].serial))
        .map(|c| c as u32)
}

fn margin(
    votes: &Votes,
    constituency: &Constituency,
    holder: Option<u32>,
    next: Option<u32>,
) -> Option<i64> {
    let (holder, next) = (holder?, next?);
    constituency
        .voted
        .then(|| i64::from(votes.count[holder as usize]) - i64::from(votes.count[next as usize]))
}
