//! What is too large to be read.

/// Bytes of a file.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;
/// Rows of a table, blank ones included.
pub const MOST_ROWS: usize = 200_000;
/// Columns of a table.
pub const MOST_COLUMNS: usize = 1_000;
/// Constituencies of a house.
pub const MOST_SEATS: usize = 5_000;
/// Characters of a cell.
pub const MOST_CHARACTERS: usize = 1_024;
/// Bytes a spreadsheet may unpack to: more is taken for an attack.
#[cfg(feature = "sheets")]
pub const MOST_UNPACKED: u64 = 512 * 1024 * 1024;
/// Problems told in words; the others are counted.
pub const MOST_TOLD: usize = 20;
