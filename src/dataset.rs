//! What a data file says, read but not yet believed.

mod decode;
mod second_file;

use crate::status::Status;

pub use decode::decode;
pub use second_file::lay_over;

/// One election as its data file (DATA.md) has it: the parts the core counts with.
#[derive(Debug, Clone, Default)]
pub struct Dataset {
    /// Election id, as it stands in share links.
    pub id: String,
    /// Elected seats of the house.
    pub seats: u64,
    /// Members without a constituency, where the house has them.
    pub nominated: Option<Nominated>,
    /// Alliance or party in power: For by default in a floor test.
    pub government: Option<String>,
    /// Parties in the order of tables.
    pub parties: Vec<Party>,
    /// Alliances in the order of tables.
    pub alliances: Vec<Alliance>,
    /// Ids of reservation categories.
    pub categories: Vec<String>,
    /// Ids of divisions.
    pub divisions: Vec<String>,
    /// Districts, each with its division where known.
    pub districts: Vec<(String, Option<String>)>,
    /// Ids of parliamentary constituencies.
    pub parliamentary: Vec<String>,
    /// Ids of polling phases.
    pub phases: Vec<String>,
    /// The constituencies in file order.
    pub constituencies: Vec<Constituency>,
}

/// Nominated members and the bases they count on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nominated {
    /// How many.
    pub members: u32,
    /// Whether they count on the effective base.
    pub effective: bool,
    /// Whether they vote.
    pub voting: bool,
}

/// A party.
#[derive(Debug, Clone, Default)]
pub struct Party {
    /// Its id.
    pub id: String,
    /// `#rrggbb`, as written.
    pub colour: String,
}

/// An alliance as declared for this election.
#[derive(Debug, Clone, Default)]
pub struct Alliance {
    /// Its id.
    pub id: String,
    /// Its colour, where it has one of its own.
    pub colour: Option<String>,
    /// Ids of its parties.
    pub parties: Vec<String>,
}

/// One constituency.
#[derive(Debug, Clone, Default)]
pub struct Constituency {
    /// Its number as text.
    pub id: String,
    /// Its code in the source, where that is no such number.
    pub code: Option<String>,
    /// Reservation category.
    pub category: Option<String>,
    /// Division; the district's where it is not given.
    pub division: Option<String>,
    /// District.
    pub district: Option<String>,
    /// Parliamentary constituency it lies in.
    pub parliamentary: Option<String>,
    /// Polling phase.
    pub phase: Option<String>,
    /// Electors on the roll.
    pub electors: Option<u32>,
    /// What is known of it.
    pub status: Status,
    /// Serial of who holds or leads.
    pub winner: Option<u32>,
    /// Whether the file records a reason, which lets a holder have fewer votes than others.
    pub reason: bool,
    /// Candidates in file order.
    pub candidates: Vec<Candidate>,
    /// NOTA, where counted.
    pub nota: Option<Votes>,
    /// Valid votes of candidates who are not listed.
    pub others: Option<Votes>,
    /// Votes counted as published: candidates, others and NOTA.
    pub counted: Option<u64>,
    /// Lead of the holder as published, where the votes are not known.
    pub margin: Option<u32>,
}

/// One line of a ballot.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Place on the ballot, from 1.
    pub serial: u32,
    /// Party id, or "IND".
    pub party: String,
    /// Alliance this candidate alone is placed in.
    pub alliance: Option<String>,
    /// Votes, where a vote was counted.
    pub votes: Option<Votes>,
}

/// Votes of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Votes {
    /// All votes.
    pub total: u32,
    /// How many of them came by post, where that is known.
    pub postal: Option<u32>,
}
