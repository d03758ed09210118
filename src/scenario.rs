//! A scenario: an ordered set of edits to a baseline. It names things by id and knows no election.

mod canonical;
mod read;

use crate::FULL;
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

pub use read::{read, read_edits, read_pool, read_swing};

/// A whole number of hundredths: 10,000 is 100 % or 100 points.
pub const WHOLE: u32 = 10_000;

/// Edits, and the election they were made for where that is known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Scenario {
    /// Id of the election.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub election: Option<String>,
    /// Fingerprint of its data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
    /// What is changed.
    #[serde(serialize_with = "serialize_edits")]
    pub edits: Vec<Edit>,
}

/// Writes edits; the small build knows few.
pub(crate) fn serialize_edits<S: Serializer>(
    edits: &[Edit],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    enum Known<'a> {
        Award(&'a Award),
        Stance(&'a Stance),
    }
    if FULL {
        return edits.serialize(serializer);
    }
    serializer.collect_seq(edits.iter().filter_map(|edit| match edit {
        Edit::Award(award) => Some(Known::Award(award)),
        Edit::Stance(stance) => Some(Known::Stance(stance)),
        _ => None,
    }))
}

/// Writes a list that only the full build has anything in.
pub(crate) fn serialize_in_full<T: Serialize, S: Serializer>(
    list: &[T],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if FULL {
        return list.serialize(serializer);
    }
    serializer.serialize_seq(Some(0))?.end()
}

/// One hypothetical change. The variants stand in the order of meaning (RULES.md).
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Edit {
    /// Before the vote: parties had fought together.
    Pool(Pool),
    /// Before the vote: voters had moved from one side to another.
    Swing(Swing),
    /// The seats: one constituency given to a candidate.
    Award(Award),
    /// After the vote: a party sits in another alliance.
    Realign(Realign),
    /// After the vote: who is for, who does not vote; the rest are against.
    Stance(Stance),
    /// After the vote: some members of a party sit with another.
    Cross(Cross),
    /// After the vote: members left the house.
    Resign(Resign),
    /// After the vote: members do not vote.
    Absent(Members),
    /// The base of the majority mark, and the Speaker.
    House(House),
}

/// "Fought together": in each constituency the strongest candidate of the target and the joiners stands alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pool {
    /// Party or alliance the others join.
    pub target: String,
    /// Parties that join it.
    pub joiners: Vec<String>,
    /// Share of the votes of who withdraws that follows, in hundredths of a percent, 0 to 10,000.
    pub efficiency: u32,
    /// Where; everywhere if not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
}

/// Votes move from one side to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Swing {
    /// Party or alliance that loses votes.
    pub from: String,
    /// Party or alliance that gains them.
    pub to: String,
    /// Hundredths of a point of valid votes (uniform), or of a percent of the losing side's votes (proportional), 0 to 10,000.
    pub points: u32,
    /// Where; everywhere if not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// Of what the points are a share.
    #[serde(skip_serializing_if = "Model::is_uniform")]
    pub model: Model,
}

/// Of what a swing is a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Model {
    /// Of all valid votes of the constituency.
    #[default]
    Uniform,
    /// Of the losing side's votes there.
    Proportional,
}

impl Model {
    fn is_uniform(&self) -> bool {
        *self == Model::Uniform
    }
}

/// The constituencies an edit before the vote speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Scope {
    /// Those reserved so.
    Category(String),
    /// Those of a division.
    Division(String),
    /// Those of a district.
    District(String),
    /// Those within a parliamentary constituency.
    Parliamentary(String),
    /// Those that polled in a phase.
    Phase(String),
    /// Those listed, by id.
    Constituencies(Vec<String>),
}

/// One constituency given to a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Award {
    /// Its id.
    pub constituency: String,
    /// Who gets it.
    pub candidate: Chosen,
}

/// A candidate, by serial, or by party where that party has just one candidate there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// Place on the ballot.
    Serial(u32),
    /// Party id.
    Party(String),
}

impl Serialize for Chosen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Chosen::Serial(serial) => serializer.serialize_u32(*serial),
            Chosen::Party(party) => serializer.serialize_str(party),
        }
    }
}

/// A party (or one independent member) sits elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Realign {
    /// Party, or `IND.<constituency>`.
    pub party: String,
    /// An alliance; another party or independent, with which it then sits wherever that one does; `None`: alone.
    pub alliance: Option<String>,
}

/// How partners vote; who is in neither list is against.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stance {
    /// Parties, independents (`IND.<constituency>`), nominated members (`NOM`) or whole alliances For.
    pub r#for: Vec<String>,
    /// Those not voting.
    pub not_voting: Vec<String>,
}

/// Members of a party sit with another party or an alliance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cross {
    /// Party they leave.
    pub from: String,
    /// Party or alliance they sit with.
    pub to: String,
    /// How many, at least 1.
    pub members: u32,
}

/// Members of a party, without naming seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Members {
    /// Party.
    pub from: String,
    /// How many, at least 1.
    pub members: u32,
}

/// A vacancy: members of a party, or one named constituency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Resign {
    /// Some members of a party.
    Members(Members),
    /// The member for a constituency.
    Seat(Seat),
}

/// One constituency, by id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Seat {
    /// Its id.
    pub constituency: String,
}

/// The base of the mark and the Speaker.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct House {
    /// Which members the mark is reckoned on.
    pub base: BaseKind,
    /// Party of the Speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
}

/// The members a majority mark is reckoned on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum BaseKind {
    /// All elected seats.
    #[default]
    Total,
    /// Members now.
    Effective,
    /// Members who vote, the Speaker left out.
    Voting,
}

impl Clone for Edit {
    fn clone(&self) -> Edit {
        match self {
            Edit::Award(award) => Edit::Award(award.clone()),
            Edit::Stance(stance) => Edit::Stance(stance.clone()),
            // Nobody makes another one in the small build.
            _ if !FULL => unreachable!(),
            Edit::Pool(pool) => Edit::Pool(pool.clone()),
            Edit::Swing(swing) => Edit::Swing(swing.clone()),
            Edit::Realign(realign) => Edit::Realign(realign.clone()),
            Edit::Cross(cross) => Edit::Cross(cross.clone()),
            Edit::Resign(resign) => Edit::Resign(resign.clone()),
            Edit::Absent(members) => Edit::Absent(members.clone()),
            Edit::House(house) => Edit::House(house.clone()),
        }
    }
}

impl Scenario {
    /// The same scenario in its one canonical order, duplicates removed: pools by target and scope, swings as listed,
    /// then one award per constituency, one realignment per party, one stance, one crossing per pair, one resignation,
    /// one absence per party and one base; of several about the same thing the last one holds. Without edits the
    /// election is left out too: the declared result.
    pub fn canonical(&self) -> Scenario {
        self.canonical_places().0
    }

    /// The same, and where each of its edits stands among the edits here.
    pub(crate) fn canonical_places(&self) -> (Scenario, Vec<usize>) {
        canonical::canonical(self)
    }
}

/// Compares ids as people sort them: numbers by size, then texts.
pub fn compare_ids(a: &str, b: &str) -> std::cmp::Ordering {
    let number = |id: &str| crate::text::number(id).unwrap_or(u32::MAX);
    number(a).cmp(&number(b)).then_with(|| a.cmp(b))
}
