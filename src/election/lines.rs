//! Ballots as they are read by what goes through all of them for every question anew: made once, with the election.

use super::{Candidate, Election};
use std::cmp::Reverse;

/// The lines of all ballots by votes, and what each can be to a side.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// What a line can be, as lines without votes: each party with its declared alliance, by index of the party, then what
    /// else there is of party and alliance, which are the candidates placed one by one.
    pub labels: Vec<Candidate>,
    /// Index of its label for each candidate, in the order of [`Election::candidates`].
    pub of: Vec<u32>,
    /// Constituency after constituency, as [`Election::candidates`]; within one by declared votes, most first, then by serial.
    pub by_votes: Vec<Line>,
    /// Label after label, by constituency.
    by_label: Vec<Place>,
    /// Where each label begins in them, and the last one ends.
    starts: Vec<u32>,
}

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// Index of the constituency.
    pub constituency: u32,
    /// Index of the candidate.
    pub candidate: u32,
}

/// A line of a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Index of the candidate.
    pub candidate: u32,
    /// Index of its label.
    pub label: u32,
}

impl Lines {
    /// The lines of an election that passed its checks.
    pub fn of(election: &Election) -> Lines {
        let parties = election.party_alliance.iter().zip(0..);
        let mut lines = Lines {
            labels: parties
                .map(|(&of, party)| Candidate::bare(party, of))
                .collect(),
            of: Vec::with_capacity(election.candidates.len()),
            by_votes: Vec::with_capacity(election.candidates.len()),
            by_label: vec![Place::default(); election.candidates.len()],
            starts: Vec::new(),
        };
        for (candidate, line) in election.candidates.iter().enumerate() {
            let label = lines.label(Candidate::bare(line.party, line.alliance));
            let candidate = candidate as u32;
            lines.of.push(label);
            lines.by_votes.push(Line { candidate, label });
        }
        lines.place(election);
        lines.order(election);
        lines
    }

    /// Puts the lines of each ballot in the order of its votes, which may have changed; all else stays as it is.
    pub fn order(&mut self, election: &Election) {
        for constituency in &election.constituencies {
            let ballot = &mut self.by_votes[constituency.range()];
            let of = |line: &Line| &election.candidates[line.candidate as usize];
            ballot.sort_by_key(|line| (Reverse(of(line).votes), of(line).serial));
        }
    }

    /// The lines of one label, by constituency.
    pub fn of_label(&self, label: usize) -> &[Place] {
        let start = self.starts[label] as usize;
        &self.by_label[start..self.starts[label + 1] as usize]
    }

    fn place(&mut self, election: &Election) {
        self.starts = vec![0; self.labels.len() + 1];
        for &label in &self.of {
            self.starts[label as usize + 1] += 1;
        }
        for label in 0..self.labels.len() {
            self.starts[label + 1] += self.starts[label];
        }
        let mut ends = self.starts.clone();
        for (constituency, within) in (0..).zip(&election.constituencies) {
            for candidate in within.range() {
                let end = &mut ends[self.of[candidate] as usize];
                self.by_label[*end as usize] = Place {
                    constituency,
                    candidate: candidate as u32,
                };
                *end += 1;
            }
        }
    }

    /// Index of a label, which is made where there is none.
    fn label(&mut self, label: Candidate) -> u32 {
        let party = label.party as usize;
        if self.labels[party] == label {
            return u32::from(label.party);
        }
        let known = self.labels.iter().position(|known| *known == label);
        known.unwrap_or_else(|| {
            self.labels.push(label);
            self.labels.len() - 1
        }) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::election::NONE;
    use std::collections::BTreeSet;

    #[test]
    fn every_line_once_by_votes_and_by_label() {
        let election =
            Election::from_json(include_str!("../../tests/data/lok-sabha-2024.json")).unwrap();
        let lines = Lines::of(&election);
        for (constituency, i) in election.constituencies.iter().zip(0..) {
            let ballot = &lines.by_votes[constituency.range()];
            let all: BTreeSet<u32> = ballot.iter().map(|line| line.candidate).collect();
            assert!(all.into_iter().map(|c| c as usize).eq(constituency.range()));
            let key = |line: &Line| {
                let of = &election.candidates[line.candidate as usize];
                (Reverse(of.votes), of.serial)
            };
            assert!(ballot.is_sorted_by_key(key), "{i}");
            for line in ballot {
                let of = &election.candidates[line.candidate as usize];
                let label = &lines.labels[line.label as usize];
                assert_eq!((label.party, label.alliance), (of.party, of.alliance));
                assert_eq!(lines.of[line.candidate as usize], line.label);
                let place = Place {
                    constituency: i,
                    candidate: line.candidate,
                };
                assert!(lines.of_label(line.label as usize).contains(&place));
            }
        }
        let by_label = (0..lines.labels.len()).map(|label| lines.of_label(label));
        assert!(
            by_label
                .clone()
                .all(|places| places.is_sorted_by_key(|place| place.constituency))
        );
        let counted: usize = by_label.map(<[Place]>::len).sum();
        assert_eq!(counted, election.candidates.len());
    }

    #[test]
    fn who_is_placed_alone_has_a_label_of_its_own() {
        // The names of the candidates are in the second file of this election.
        let text = include_str!("../../www/data/jharkhand-2024.json")
            .replace("{\"party\":", "{\"name\":\"A\",\"party\":");
        let election = Election::from_json(&text).unwrap();
        let mut moved = election.clone();
        let line = moved
            .candidates
            .iter_mut()
            .find(|line| line.alliance != NONE);
        let line = line.unwrap();
        line.alliance = NONE;
        let party = line.party;
        let (before, after) = (Lines::of(&election), Lines::of(&moved));
        assert_eq!(before.labels.len(), election.parties.len());
        assert_eq!(after.labels.len(), election.parties.len() + 1);
        assert_eq!(after.labels.last(), Some(&Candidate::bare(party, NONE)));
        assert_eq!(after.of_label(election.parties.len()).len(), 1);
    }
}
