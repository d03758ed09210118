//! Lists from iterators in little code: the standard library has a way of its own to fill a list for each kind of
//! iterator, which is fast and, with a hundred kinds, large.

use crate::FULL;

/// What puts the items of an iterator in a list.
pub(crate) trait Gather: Iterator + Sized {
    /// The items, in their order.
    fn gather(self) -> Vec<Self::Item> {
        if FULL {
            return self.collect();
        }
        let mut items = Vec::new();
        for item in self {
            items.push(item);
        }
        items
    }
}

impl<I: Iterator> Gather for I {}
