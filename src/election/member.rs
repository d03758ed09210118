//! Who can sit: a party's members together, or one member counted apart from any party.

use super::{Election, INDEPENDENT};

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
        if line.party == election.independent() || election.is_placed(line) {
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
