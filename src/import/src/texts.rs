//! Texts kept once each: tables of results say the same again and again, and two cells are compared
//! by their numbers.

use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

/// A map with a quick hash: with the standard one, looking up numbers takes longer than all else.
pub type Quick<K, V> = HashMap<K, V, FixedState>;

/// Number of a text. Equal texts have equal numbers.
pub type Id = u32;

/// The empty text.
pub const EMPTY: Id = 0;

/// Texts by their numbers.
#[derive(Debug)]
pub struct Texts {
    text: String,
    /// Where each text ends in `text`.
    ends: Vec<u32>,
    index: HashTable<Id>,
    hasher: FixedState,
}

impl Default for Texts {
    fn default() -> Texts {
        let mut texts = Texts {
            text: String::new(),
            ends: Vec::new(),
            index: HashTable::new(),
            hasher: FixedState::default(),
        };
        texts.id("");
        texts
    }
}

impl Texts {
    /// The number of a text, which is kept.
    pub fn id(&mut self, text: &str) -> Id {
        let hash = self.hasher.hash_one(text.as_bytes());
        let Texts {
            text: all,
            ends,
            index,
            hasher,
        } = self;
        let known = index.find(hash, |id| slice(all, ends, *id) == text.as_bytes());
        if let Some(id) = known {
            return *id;
        }
        let id = ends.len() as Id;
        all.push_str(text);
        ends.push(all.len() as u32);
        index.insert_unique(hash, id, |id| hasher.hash_one(slice(all, ends, *id)));
        id
    }

    /// A text by its number; "" for one there is not.
    pub fn get(&self, id: Id) -> &str {
        let at = id as usize;
        let from = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.ends
            .get(at)
            .map_or("", |end| &self.text[from as usize..*end as usize])
    }

    /// How many texts there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// Bytes of all of them.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }
}

fn slice<'t>(all: &'t str, ends: &[u32], id: Id) -> &'t [u8] {
    let at = id as usize;
    let from = if at == 0 { 0 } else { ends[at - 1] };
    &all.as_bytes()[from as usize..ends[at] as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_have_one_number() {
        let mut texts = Texts::default();
        let words: Vec<String> = (0..5_000).map(|n| format!("word {}", n % 700)).collect();
        let ids: Vec<Id> = words.iter().map(|word| texts.id(word)).collect();
        for (word, id) in words.iter().zip(&ids) {
            assert_eq!(texts.get(*id), word);
        }
        assert_eq!(texts.count(), 701);
        assert_eq!(texts.get(EMPTY), "");
        assert_eq!(texts.id(""), EMPTY);
    }
}
