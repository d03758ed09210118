//! Who can sit: a party's members together, or one member counted apart from any party.

use super::{Election, INDEPENDENT, NONE};

/// Id of the nominated members as one partner.
pub const NOMINATED: &str = "NOM";

/// A party, or one member counted apart from any party: an independent, or a candidate placed in an alliance individually.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Member {
    /// A party's members.
    Party(u16),
    /// The member for a constituency, by index.
    Single(u32),
}

impl Member {
    /// Whom a candidate would sit as, by index in [`Election::candidates`] and of its constituency.
    pub fn of(election: &Election, candidate: u32, constituency: usize) -> Member {
        let line = &election.candidates[candidate as usize];
        let individual = line.party == election.independent()
            || line.alliance != election.party_alliance[line.party as usize];
        if individual {
            Member::Single(constituency as u32)
        } else {
            Member::Party(line.party)
        }
    }

    /// The member with this id: a party, or `IND.<constituency>`.
    pub fn parse(election: &Election, id: &str) -> Option<Member> {
        match id.split_once('.') {
            Some((INDEPENDENT, number)) => {
                let seat = election.constituency(number)?;
                Some(Member::Single(seat as u32))
            }
            _ => election.party(id).map(Member::Party),
        }
    }

    /// Its id: `JMM`, `IND.28`.
    pub fn id(self, election: &Election) -> String {
        match self {
            Member::Party(party) => election.parties[party as usize].clone(),
            Member::Single(seat) => {
                let number = election.constituencies[seat as usize].number;
                format!("{INDEPENDENT}.{number}")
            }
        }
    }
}

/// What is said where the rows of a tally could not be told apart.
pub const TOO_MANY_ROWS: &str =
    "too many: at most 65534 parties, alliances and members who sit alone can be counted";

/// Whether the rows of a tally, with so many members who sit apart from any party, could not be told apart by index.
pub fn too_many_rows(election: &Election, members: usize) -> bool {
    election.parties.len() + election.alliances.len() + members > usize::from(NONE)
}
