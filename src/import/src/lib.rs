//! Reads the files in which election results circulate: separated text, spreadsheets, tables of
//! HTML, JSON and plain lists, in the layouts that commissions and data sites use, and makes an
//! election in the project's data format of them. IMPORT.md describes what is read and how it is
//! decided.
//!
//! [`read`] is the way in. Nothing is guessed silently: each choice is a [`Decision`] that can be
//! changed through a [`Recipe`], and what cannot be read is a [`Problem`] with row and column.

mod added;
mod alliance_list;
mod candidates;
mod codes;
pub mod colour;
mod column_sums;
mod columns;
mod constituency_list;
mod container;
mod contest;
mod dataset;
mod decisions;
mod encoding;
mod export;
mod facts;
mod grid;
mod header;
mod house;
mod html;
mod keys;
mod layout;
mod leaders;
mod limits;
mod lines;
mod matrix;
mod messages;
mod names;
mod numbers;
mod own_format;
mod party_in_cell;
mod party_list;
mod party_totals;
mod problems;
mod reading;
mod recipe;
mod records;
mod roles;
mod separated;
#[cfg(feature = "sheets")]
mod sheet;
mod source;
mod summary;
mod sums;
mod texts;
mod two_files;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod wide;
mod words;
mod work;

pub use dataset::to_text;
pub use decisions::Decision;
pub use export::csv;
pub use grid::Grid;
pub use house::Status;
pub use messages::Sentence;
pub use problems::{Problem, Problems};
pub use reading::{ColumnRead, PartyRead, Reading, Seat, read, read_table};
pub use recipe::Recipe;
pub use roles::Role;
pub use summary::{AllianceRead, Summary, of as summary};
pub use two_files::two_files;
