//! The constituencies a figure speaks of.

use super::figure::Scope;
use crate::analysis::context::party_statistics::constituencies_in;
use crate::election::Election;

/// What a [`Scope`] calls a single constituency.
pub const CONSTITUENCY: &str = "constituency";

/// The indexes of the constituencies of a scope, all of them without one; none where the election
/// has no such place.
pub fn constituencies(election: &Election, place: Option<&Scope>) -> Option<Vec<usize>> {
    match place {
        None => Some((0..election.constituencies.len()).collect()),
        Some(place) if place.kind == CONSTITUENCY => {
            election.constituency(&place.id).map(|index| vec![index])
        }
        Some(place) => constituencies_in(election, &place.kind, &place.id).ok(),
    }
}
