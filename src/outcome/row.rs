//! Rows of an answer: who is counted together.

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
