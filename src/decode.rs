//! Reading JSON files: a tree that borrows from the text, and typed reading that notes every fault and goes on.

mod reader;
mod typed;
mod value;

pub use reader::{MOST_VOTES, Reader};
pub use typed::{Fault, decode, whole};
pub use value::{Kind, Value};
