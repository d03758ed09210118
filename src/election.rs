//! A checked election: every id resolved to an index, every total added up, votes in columns.

#[cfg(feature = "full")]
mod consequences;
mod fingerprint;
#[cfg(feature = "full")]
mod holding;
pub mod limits;
#[cfg(feature = "full")]
pub mod lines;
pub mod member;
#[cfg(feature = "full")]
mod places;
mod resolve;
#[cfg(feature = "full")]
mod validate;

#[cfg(feature = "full")]
pub(crate) use holding::Holding;

use crate::dataset::{Dataset, Nominated};
use crate::decode::{Reader, Value};
use crate::problem::Problems;
use crate::status::Status;
use std::ops::Range;

/// The index that stands for nobody and nothing, in every column of indexes.
pub const NONE: u16 = u16::MAX;
/// The label of independents: no party, and no side of anything.
pub const INDEPENDENT: &str = "IND";

/// An election that passed every check. Indexes into its lists are `u16` in dataset order.
#[derive(Debug, Clone)]
pub struct Election {
    /// Election id.
    pub id: String,
    /// Six characters that change when a winner, a status or a vote of the data changes; while a count runs, those of
    /// `ballot`.
    pub fingerprint: String,
    /// Six characters that change when a constituency or a serial does.
    #[cfg(feature = "full")]
    pub ballot: String,
    /// Party ids in dataset order; the last one is always [`INDEPENDENT`].
    pub parties: Vec<String>,
    /// Alliances in dataset order.
    pub alliances: Vec<Alliance>,
    /// Declared alliance of each party, or [`NONE`].
    pub party_alliance: Vec<u16>,
    /// Alliance or party in power, where the data name one.
    pub government: Option<String>,
    /// Nominated members.
    pub nominated: Option<Nominated>,
    /// The places constituencies refer to.
    pub places: Places,
    /// Constituencies in dataset order.
    pub constituencies: Vec<Constituency>,
    /// All candidates, constituency after constituency, each constituency's by serial.
    pub candidates: Vec<Candidate>,
    /// Their lines by votes, for analyses.
    #[cfg(feature = "full")]
    pub lines: lines::Lines,
}

/// A declared alliance.
#[derive(Debug, Clone)]
pub struct Alliance {
    /// Its id.
    pub id: String,
    /// Its parties.
    pub parties: Vec<u16>,
}

/// Ids of places, each list in dataset order.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// Reservation categories.
    pub categories: Vec<String>,
    /// Divisions.
    pub divisions: Vec<String>,
    /// Districts.
    pub districts: Vec<String>,
    /// Parliamentary constituencies.
    pub parliamentary: Vec<String>,
    /// Phases.
    pub phases: Vec<String>,
}

impl Places {
    /// The lists with the names of their fields in the data file, in the order of [`Constituency::places`].
    pub fn lists(&self) -> [(&'static str, &[String]); 5] {
        [
            ("categories", &self.categories),
            ("divisions", &self.divisions),
            ("districts", &self.districts),
            ("parliamentary", &self.parliamentary),
            ("phases", &self.phases),
        ]
    }
}

/// One constituency.
#[derive(Debug, Clone)]
pub struct Constituency {
    /// Its number: the id, as a number.
    pub number: u32,
    /// What the data say of it.
    pub status: Status,
    /// Index in [`Election::candidates`] of who holds or leads.
    pub holder: Option<u32>,
    /// Where its candidates begin in [`Election::candidates`].
    pub first: u32,
    /// How many they are.
    pub len: u16,
    /// Valid votes: the candidates' and `others`, without NOTA.
    pub valid: u64,
    /// Those of them for candidates who are not listed: they never win and never move.
    pub others: Option<u32>,
    /// NOTA, where counted.
    pub nota: Option<u32>,
    /// Electors on the roll, where known.
    pub electors: Option<u32>,
    /// Whether votes are known at all.
    pub voted: bool,
    /// Whether another candidate than the holder has most votes (a court's order, a withdrawal):
    /// then votes do not decide it.
    pub against_votes: bool,
    /// Lead of the holder as published, where the votes are not known.
    pub margin: Option<u32>,
    /// Whether the data record why the holder has not the most votes.
    #[cfg(feature = "full")]
    pub reason: bool,
    /// Indexes into [`Places`], [`NONE`] where not given: category, division, district, parliamentary, phase.
    pub places: [u16; 5],
}

impl Constituency {
    /// Where its candidates stand in [`Election::candidates`].
    pub fn range(&self) -> Range<usize> {
        self.first as usize..self.first as usize + self.len as usize
    }

    /// Whether so many votes lose a candidate who is not elected the deposit: 6 × votes ≤ valid votes.
    pub fn loses_deposit(&self, votes: u32) -> bool {
        6 * u64::from(votes) <= self.valid
    }

    /// Valid votes and NOTA.
    pub fn counted(&self) -> u64 {
        self.valid + u64::from(self.nota.unwrap_or(0))
    }

    /// Whether somebody was voted into it, but the votes are not known.
    pub fn lacks_votes(&self) -> bool {
        !self.voted && self.status.follows_votes()
    }
}

/// One line of a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Declared votes; 0 where nobody voted.
    pub votes: u32,
    /// Those of them that came by post, [`u32::MAX`] where not known.
    pub postal: u32,
    /// Place on the ballot.
    pub serial: u16,
    /// Label: a party, or the last index for an independent.
    pub party: u16,
    /// Declared alliance: the party's, or the one this candidate alone is placed in.
    pub alliance: u16,
}

impl Candidate {
    /// A line without votes.
    pub fn bare(party: u16, alliance: u16) -> Candidate {
        Candidate {
            votes: 0,
            postal: 0,
            serial: 1,
            party,
            alliance,
        }
    }
}

impl Election {
    /// Reads and checks a data file (DATA.md), given as JSON text.
    ///
    /// # Errors
    /// All problems of the file, whether it cannot be read or does not add up; code `not-json` if it is no JSON.
    pub fn from_json(text: &str) -> Result<Election, Problems> {
        let root = serde_json::from_str::<Value>(text).map_err(|error| {
            let message = match text.trim_start().chars().next() {
                None => "not JSON: the text is empty".to_owned(),
                Some('\u{feff}') => "not JSON: the text begins with a byte order mark (U+FEFF): \
                                     save the file as UTF-8 without one"
                    .to_owned(),
                Some('<') => {
                    "not JSON: the text begins with <, as a web page or XML does".to_owned()
                }
                Some(_) => format!("not JSON: {error}"),
            };
            Problems::one("", "not-json", message)
        })?;
        Self::from_value(&root)
    }

    /// Reads and checks a data file that is parsed already.
    ///
    /// # Errors
    /// All problems of the file, whether it cannot be read or does not add up.
    pub fn from_value(root: &Value) -> Result<Election, Problems> {
        let mut reader = Reader::default();
        let dataset = crate::dataset::decode(&mut reader, root);
        Self::from_parts(&dataset, reader.problems)
    }

    /// Checks a dataset that was built in Rust.
    ///
    /// # Errors
    /// All problems of it.
    pub fn from_dataset(dataset: &Dataset) -> Result<Election, Problems> {
        Self::from_parts(dataset, Problems::default())
    }

    fn from_parts(
        dataset: &Dataset,
        #[allow(unused_mut)] mut problems: Problems,
    ) -> Result<Election, Problems> {
        let unreadable = problems.total() > 0 && dataset.constituencies.is_empty();
        if unreadable {
            return Err(problems);
        }
        let mut election = resolve::resolve(dataset);
        election.fingerprint = fingerprint::fingerprint(&election);
        #[cfg(feature = "full")]
        {
            election.ballot = fingerprint::ballot(&election);
            places::resolve(dataset, &mut election);
            let mut found = Problems::default();
            validate::validate(dataset, &election, &mut found);
            consequences::add_causes(&mut problems, found);
            if problems.total() == 0 {
                election.lines = lines::Lines::of(&election);
            }
        }
        problems.or(election)
    }

    /// The fingerprint of winners, statuses and votes, whether a count runs or not.
    #[cfg(feature = "full")]
    pub(crate) fn full_fingerprint(&self) -> String {
        fingerprint::fingerprint(self)
    }

    /// How many members sit apart from any party.
    #[cfg(feature = "full")]
    pub(crate) fn members_apart(&self) -> usize {
        let constituencies = self.constituencies.iter().enumerate();
        let holders = constituencies.filter_map(|(i, one)| Some((i, one.holder?)));
        let members = holders.map(|(i, holder)| member::Member::of(self, holder, i));
        members
            .filter(|one| matches!(one, member::Member::Single(_)))
            .count()
    }

    /// Index of the label of independents.
    pub fn independent(&self) -> u16 {
        self.parties.len() as u16 - 1
    }

    /// Index of a party; "IND" is none.
    pub fn party(&self, id: &str) -> Option<u16> {
        let parties = &self.parties[..self.parties.len() - 1];
        parties
            .iter()
            .position(|party| party == id)
            .map(|i| i as u16)
    }

    /// Index of a declared alliance.
    pub fn alliance(&self, id: &str) -> Option<u16> {
        let found = self.alliances.iter().position(|alliance| alliance.id == id);
        found.map(|i| i as u16)
    }

    /// Index of the constituency with this id.
    pub fn constituency(&self, id: &str) -> Option<usize> {
        let number = number_of(id)?;
        let mut constituencies = self.constituencies.iter();
        constituencies.position(|constituency| constituency.number == number)
    }

    /// Whether a candidate is placed in an alliance individually: it belongs to that one, and not to
    /// the side of its party.
    pub fn is_placed(&self, candidate: &Candidate) -> bool {
        candidate.alliance != self.party_alliance[candidate.party as usize]
    }

    /// The declared alliance of a candidate that has another candidate in the same constituency: a
    /// friendly fight. Independents are no alliance.
    pub fn friendly_fight(&self, constituency: usize, candidate: u32) -> Option<u16> {
        let alliance = self.candidates[candidate as usize].alliance;
        let here = self.candidates_of(constituency).iter();
        let allies = here.filter(|one| one.alliance == alliance).count();
        (alliance != NONE && allies > 1).then_some(alliance)
    }

    /// Candidates of a constituency, by serial.
    pub fn candidates_of(&self, constituency: usize) -> &[Candidate] {
        &self.candidates[self.constituencies[constituency].range()]
    }

    /// Index of the candidate with this serial in a constituency.
    pub fn candidate(&self, constituency: usize, serial: u32) -> Option<u32> {
        let range = self.constituencies[constituency].range();
        self.candidates[range.clone()]
            .iter()
            .position(|candidate| u32::from(candidate.serial) == serial)
            .map(|i| (range.start + i) as u32)
    }
}

/// The number of the constituency with this id.
pub(crate) fn number_of(id: &str) -> Option<u32> {
    digits(id).filter(|_| !id.starts_with('0'))
}

/// The number that a text of digits, and nothing else, stands for.
pub(crate) fn digits(text: &str) -> Option<u32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}
