//! What of a whole house is too large to be counted with.

#[cfg(feature = "full")]
use super::Constituency;
use super::{Election, NONE};

/// Sums of votes stay exact in JavaScript up to here.
#[cfg(feature = "full")]
const MOST_EXACT: u64 = (1 << 53) - 1;

/// What is said where the rows of a tally could not be told apart.
pub const TOO_MANY_ROWS: &str =
    "too many: at most 65534 parties, alliances and members who sit alone can be counted";

/// Whether the rows of a tally, with so many members who sit apart from any party, could not be told apart by index.
pub fn too_many_rows(election: &Election, members: usize) -> bool {
    election.parties.len() + election.alliances.len() + members > usize::from(NONE)
}

/// What is too large in an election as declared, in words.
#[cfg(feature = "full")]
pub fn too_large(election: &Election) -> impl Iterator<Item = &'static str> {
    let votes = election.constituencies.iter().map(Constituency::counted);
    let limits = [
        (
            too_many_rows(election, election.members_apart()),
            TOO_MANY_ROWS,
        ),
        (
            votes.sum::<u64>() > MOST_EXACT,
            "all votes together exceed what a browser counts exactly",
        ),
    ];
    limits
        .into_iter()
        .filter_map(|(exceeded, said)| exceeded.then_some(said))
}
