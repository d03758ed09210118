//! Postal votes and NOTA in the declared votes: seats that postal votes decided, and seats where
//! NOTA exceeds the margin.

use crate::election::Election;
use serde::Serialize;
use std::cmp::Reverse;

/// A constituency and two numbers of votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Beside {
    /// Its id.
    pub constituency: String,
    /// NOTA.
    pub nota: u32,
    /// Declared lead of the winner over the next candidate.
    pub margin: u32,
}

/// What postal votes and NOTA came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ballots {
    /// Constituencies in which the two kinds of vote are known apart for every candidate.
    pub apart: u32,
    /// Of these, those in which the candidate with most EVM votes alone (ties: lower serial) is the
    /// declared winner.
    pub same: u32,
    /// Ids of the others, in dataset order.
    pub different: Vec<String>,
    /// Postal votes of candidates, in all of these.
    pub postal: u64,
    /// Constituencies with more NOTA than margin, smallest margin first, ties by number. NOTA never
    /// wins.
    pub nota_above: Vec<Beside>,
}

/// What postal votes and NOTA came to in the declared result.
pub fn ballots(election: &Election) -> Ballots {
    let mut answer = Ballots {
        apart: 0,
        same: 0,
        different: Vec::new(),
        postal: 0,
        nota_above: Vec::new(),
    };
    for constituency in election.constituencies.iter().filter(|one| one.voted) {
        let lines = || {
            constituency
                .range()
                .map(|c| (c as u32, &election.candidates[c]))
        };
        let id = || constituency.number.to_string();
        if lines().all(|(_, line)| line.postal != u32::MAX) {
            answer.apart += 1;
            answer.postal += lines().map(|(_, line)| u64::from(line.postal)).sum::<u64>();
            let first = lines()
                .min_by_key(|(_, line)| (Reverse(line.votes - line.postal), line.serial))
                .map(|(c, _)| c);
            if first == constituency.holder {
                answer.same += 1;
            } else {
                answer.different.push(id());
            }
        }
        let (Some(nota), Some(holder)) = (constituency.nota, constituency.holder) else {
            continue;
        };
        let others = lines().filter(|(c, _)| *c != holder);
        let next = others.map(|(_, line)| line.votes).max();
        let votes = election.candidates[holder as usize].votes;
        let margin = next.and_then(|next| votes.checked_sub(next));
        if let Some(margin) = margin.filter(|margin| nota > *margin) {
            answer.nota_above.push(Beside {
                constituency: id(),
                nota,
                margin,
            });
        }
    }
    let number = |one: &Beside| one.constituency.parse::<u32>().unwrap_or(u32::MAX);
    answer
        .nota_above
        .sort_by_key(|one| (one.margin, number(one)));
    answer
}
