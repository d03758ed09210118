//! Which line of a constituency a candidate has: by name, whatever its capitals and marks, and party.

use crate::texts::{Id, Quick, Texts};
use crate::words;

/// Numbers of a name in its normal form and of a party's label.
pub type Who = [Id; 2];

/// Lines by constituency, name and party.
#[derive(Debug, Default)]
pub struct Lines {
    texts: Texts,
    /// Normal forms of names that are whole cells, by the number of the cell's text.
    names: Quick<Id, Id>,
    at: Quick<(usize, Who), usize>,
}

impl Lines {
    /// Who a name and label are. `cell` is the number of the cell's text, where the name is all of it.
    pub fn who(&mut self, name: &str, cell: Option<Id>, label: &str) -> Who {
        let known = cell.and_then(|cell| self.names.get(&cell).copied());
        let name = known.unwrap_or_else(|| {
            let id = self.texts.id(&words::normal(name));
            if let Some(cell) = cell {
                self.names.insert(cell, id);
            }
            id
        });
        [name, self.texts.id(label)]
    }

    /// The line of somebody in a constituency.
    pub fn get(&self, place: usize, who: Who) -> Option<usize> {
        self.at.get(&(place, who)).copied()
    }

    /// Keeps the line of somebody in a constituency.
    pub fn insert(&mut self, place: usize, who: Who, line: usize) {
        self.at.insert((place, who), line);
    }
}
