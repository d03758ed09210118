//! The rows of an answer: who is counted together.

use crate::election::{Election, INDEPENDENT};
use crate::outcome::groups::{Group, Groups, Node, node_id};
use serde::Serialize;

/// What a row stands for, in the order of rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A declared alliance.
    Alliance(u16),
    /// Parties put together.
    Together(Vec<Node>),
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
            Group::Together(nodes) => Key::Together(nodes.clone()),
            Group::Alone(Node::Party(party)) => Key::Party(*party),
            Group::Alone(Node::Member(_)) => Key::Independents,
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
        let (id, kind) = match key {
            Key::Alliance(alliance) => (
                election.alliances[*alliance as usize].id.clone(),
                "alliance",
            ),
            Key::Together(nodes) => {
                let ids: Vec<String> = nodes.iter().map(|node| node_id(election, *node)).collect();
                (ids.join("+"), "grouping")
            }
            Key::Party(party) => (election.parties[*party as usize].clone(), "party"),
            Key::Independents => (INDEPENDENT.to_owned(), "independents"),
        };
        Row { id, kind }
    }
}
