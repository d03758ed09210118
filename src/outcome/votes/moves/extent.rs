//! Where a pool or swing holds.

use crate::election::{Constituency, Election};
use crate::outcome::edit_problems::EditProblems;
use crate::scenario::Scope;

/// A scope with its ids found.
#[derive(Debug, Clone)]
pub enum Extent {
    Everywhere,
    Place { list: usize, index: u16 },
    Listed(Vec<u32>),
}

impl Extent {
    /// Finds the ids of a scope; none is everywhere.
    pub fn of(election: &Election, scope: Option<&Scope>, problems: &mut EditProblems) -> Extent {
        let (list, id) = match scope {
            None => return Extent::Everywhere,
            Some(Scope::Category(id)) => (0, id),
            Some(Scope::Division(id)) => (1, id),
            Some(Scope::District(id)) => (2, id),
            Some(Scope::Parliamentary(id)) => (3, id),
            Some(Scope::Phase(id)) => (4, id),
            Some(Scope::Constituencies(ids)) => {
                let mut numbers = Vec::with_capacity(ids.len());
                for id in ids {
                    match election.constituency(id) {
                        Some(index) => numbers.push(election.constituencies[index].number),
                        None => problems.unknown_constituency("scope", id),
                    }
                }
                return Extent::Listed(numbers);
            }
        };
        let (name, ids) = election.places.lists()[list];
        let Some(index) = ids.iter().position(|known| known == id) else {
            let message = format!("none of the {name} is called \"{id}\"");
            problems.add("scope", "unknown-id", message);
            return Extent::Everywhere;
        };
        let index = index as u16;
        Extent::Place { list, index }
    }

    /// Whether it holds in a constituency.
    pub fn holds(&self, constituency: &Constituency) -> bool {
        match self {
            Extent::Everywhere => true,
            Extent::Place { list, index } => constituency.places[*list] == *index,
            Extent::Listed(numbers) => numbers.contains(&constituency.number),
        }
    }
}
