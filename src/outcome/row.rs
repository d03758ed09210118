//! Rows of an answer: parties and members that are counted together.

use super::alliances::{Group, Groups};
use crate::election::member::Member;
use crate::election::{Election, INDEPENDENT};
use serde::Serialize;

/// What a row stands for, in the order of rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A declared alliance.
    Alliance(u16),
    /// Parties put together.
    Together(Vec<Member>),
    /// A party alone.
    Party(u16),
    /// All who sit alone, together.
    Independents,
}

impl Key {
    /// The row a group is counted in.
    pub fn of(group: &Group) -> Key {
        match group {
            Group::Alliance(alliance) => Key::Alliance(*alliance),
            Group::Together(members) => Key::Together(members.clone()),
            Group::Alone(Member::Party(party)) => Key::Party(*party),
            Group::Alone(Member::Single(_)) => Key::Independents,
        }
    }

    /// The rows of all groups, by index of the group.
    pub fn all(groups: &Groups) -> Vec<Key> {
        groups.groups.iter().map(Key::of).collect()
    }
}

/// A row of an answer: as the row of the tally by alliance of the same id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Id of an alliance, a grouping or a party; "IND" for all members who sit alone, together.
    pub id: String,
    /// `alliance`, `grouping`, `party` or `independents`.
    pub kind: &'static str,
}

impl Row {
    /// The row of a key.
    pub fn of(election: &Election, key: &Key) -> Row {
        let (group, kind) = match key {
            Key::Alliance(alliance) => (Group::Alliance(*alliance), "alliance"),
            Key::Together(members) => (Group::Together(members.clone()), "grouping"),
            Key::Party(party) => (Group::Alone(Member::Party(*party)), "party"),
            Key::Independents => {
                return Row {
                    id: INDEPENDENT.to_owned(),
                    kind: "independents",
                };
            }
        };
        let id = group.id(election);
        Row { id, kind }
    }
}

/// Sums kept by side and by party. Sides are the rows of the tally by alliance; last come all who
/// sit alone, together.
pub struct BySide<T> {
    keys: Vec<Key>,
    sides: Vec<T>,
    parties: Vec<T>,
}

impl<T: Clone + Default> BySide<T> {
    /// Sums of nothing.
    pub fn new(election: &Election, groups: &Groups) -> Self {
        let mut keys = Key::all(groups);
        keys.push(Key::Independents);
        BySide {
            sides: vec![T::default(); keys.len()],
            parties: vec![T::default(); election.parties.len()],
            keys,
        }
    }

    /// The sums of a ballot line: its side's and its party's. `seat` is its constituency, `holder`
    /// who holds that.
    pub fn of_line(
        &mut self,
        election: &Election,
        groups: &Groups,
        line: u32,
        seat: usize,
        holder: Option<u32>,
    ) -> [&mut T; 2] {
        let group = groups
            .of_line(election, line, seat, holder)
            .map(usize::from);
        let side = group.filter(|&group| self.keys[group] != Key::Independents);
        let side = side.unwrap_or(self.keys.len() - 1);
        let party = election.candidates[line as usize].party;
        [&mut self.sides[side], &mut self.parties[party as usize]]
    }

    /// The sides with their sums, and the parties in dataset order, independents last.
    pub fn rows(&self, election: &Election) -> [Vec<(Row, &T)>; 2] {
        let sides = self.keys.iter().map(|key| Row::of(election, key));
        let parties = (0..self.parties.len() as u16).map(|party| {
            let alone = party == election.independent();
            let key = if alone {
                Key::Independents
            } else {
                Key::Party(party)
            };
            Row::of(election, &key)
        });
        [
            sides.zip(&self.sides).collect(),
            parties.zip(&self.parties).collect(),
        ]
    }
}
