//! [`Dataset`] → [`Election`]: everything that could be wrong with a data file is looked for, and all of it is told. Not so
//! in the small build, which is for the files that the build has checked: it only resolves what they say.

use super::member::{Member, NOMINATED, TOO_MANY_ROWS, too_many_rows};
use super::{Alliance, Candidate, Constituency, Election, INDEPENDENT, NONE, Places};
use crate::FULL;
use crate::dataset::{self, Dataset};
use crate::decode::MOST_VOTES;
use crate::order;
use crate::problem::{Path, Problems};
use crate::status::Status;

/// Sums of votes stay exact in JavaScript up to here.
const MOST_EXACT: u64 = (1 << 53) - 1;

struct Checker<'a> {
    problems: &'a mut Problems,
}

/// Checks a dataset. The election is only good if no problem was added.
pub fn validate(dataset: &Dataset, problems: &mut Problems) -> Election {
    let mut checker = Checker { problems };
    let root = Path::ROOT;
    if !matches_pattern(&dataset.id, 48, |c| {
        c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'
    }) {
        checker.bad_id(&root.field("id"), &dataset.id, "a-z, 0-9 and -");
    }
    let parties = checker.parties(dataset);
    let (alliances, party_alliance) = checker.alliances(dataset, &parties);
    let places = checker.places(dataset);
    let mut election = Election {
        id: dataset.id.clone(),
        fingerprint: String::new(),
        parties,
        alliances,
        party_alliance,
        government: dataset.government.clone(),
        nominated: dataset.nominated,
        places,
        constituencies: Vec::with_capacity(dataset.constituencies.len()),
        candidates: Vec::new(),
        #[cfg(feature = "full")]
        lines: Default::default(),
    };
    if let Some(government) = &dataset.government
        && election.party(government).is_none()
        && election.alliance(government).is_none()
    {
        checker.unknown(&root.field("government"), "party or alliance", government);
    }
    let district_division: Vec<Option<String>> = dataset
        .districts
        .iter()
        .filter(|_| FULL)
        .map(|d| d.1.clone())
        .collect();
    let list_at = root.field("constituencies");
    for (i, constituency) in dataset.constituencies.iter().enumerate() {
        checker.constituency(
            constituency,
            &list_at.item(i),
            &mut election,
            &district_division,
        );
    }
    checker.numbers(dataset, &election);
    election
}

impl Checker<'_> {
    #[cfg_attr(not(feature = "full"), inline(always))]
    fn bad_id(&mut self, at: &Path, id: &str, allowed: &str) {
        self.problems.add(
            at,
            "bad-id",
            format!("\"{id}\" is no id: only {allowed} may stand here"),
        );
    }

    #[cfg_attr(not(feature = "full"), inline(always))]
    fn unknown(&mut self, at: &Path, what: &str, id: &str) {
        self.problems
            .add(at, "unknown-id", format!("no {what} is called \"{id}\""));
    }

    fn duplicates<'d>(&mut self, ids: impl Iterator<Item = &'d str>, list: &str) {
        if !FULL {
            return;
        }
        let mut seen: Vec<&str> = Vec::new();
        let at = Path::ROOT.field(list);
        for (i, id) in ids.enumerate() {
            if seen.contains(&id) {
                let message = format!("\"{id}\" stands here for the second time");
                self.problems
                    .add(at.item(i).field("id"), "duplicate-id", message);
            }
            seen.push(id);
        }
    }

    fn colour(&mut self, at: &Path, colour: &str) {
        if !FULL {
            return;
        }
        let digits = colour.strip_prefix('#').unwrap_or("");
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            let message = format!("\"{colour}\" is no colour: expected #rrggbb");
            self.problems.add(at, "bad-colour", message);
        }
    }

    fn parties(&mut self, dataset: &Dataset) -> Vec<String> {
        let list_at = Path::ROOT.field("parties");
        for (i, party) in dataset.parties.iter().enumerate() {
            let at = list_at.item(i);
            self.label(&at.field("id"), &party.id);
            self.colour(&at.field("colour"), &party.colour);
        }
        self.duplicates(dataset.parties.iter().map(|p| p.id.as_str()), "parties");
        let ids = dataset.parties.iter().map(|party| party.id.clone());
        let mut parties: Vec<String> = ids.filter(|id| id != INDEPENDENT).collect();
        parties.push(INDEPENDENT.to_owned());
        parties
    }

    fn label(&mut self, at: &Path, id: &str) {
        if FULL && id == NOMINATED {
            let message = format!("\"{id}\" stands for the nominated members");
            self.problems.add(at, "bad-id", message);
        }
        let letter_first = !FULL || id.starts_with(|c: char| c.is_ascii_alphabetic());
        if !letter_first || !matches_pattern(id, 24, |c| c.is_ascii_alphanumeric() || c == '+') {
            self.bad_id(at, id, "a letter, then letters, digits and +");
        }
    }

    fn alliances(&mut self, dataset: &Dataset, parties: &[String]) -> (Vec<Alliance>, Vec<u16>) {
        let list_at = Path::ROOT.field("alliances");
        let mut party_alliance = vec![NONE; parties.len()];
        let mut alliances = Vec::new();
        for (i, alliance) in dataset.alliances.iter().enumerate() {
            let at = list_at.item(i);
            self.label(&at.field("id"), &alliance.id);
            if parties.contains(&alliance.id) {
                let message = format!("\"{}\" is a party's id already", alliance.id);
                self.problems.add(at.field("id"), "duplicate-id", message);
            }
            if let Some(colour) = &alliance.colour {
                self.colour(&at.field("colour"), colour);
            }
            let mut members = Vec::new();
            let members_at = at.field("parties");
            for (k, id) in alliance.parties.iter().enumerate() {
                let at = members_at.item(k);
                if id == INDEPENDENT {
                    self.problems.add(
                        at,
                        "independent-in-alliance",
                        "independents are no party: place candidates one by one",
                    );
                } else if let Some(party) = parties.iter().position(|party| party == id) {
                    if party_alliance[party] != NONE {
                        let message = format!("\"{id}\" is in an alliance already");
                        self.problems.add(at, "party-in-two-alliances", message);
                    } else {
                        party_alliance[party] = i as u16;
                        members.push(party as u16);
                    }
                } else {
                    self.unknown(&at, "party", id);
                }
            }
            order::short(&mut members, u16::cmp);
            alliances.push(Alliance {
                id: alliance.id.clone(),
                parties: members,
            });
        }
        self.duplicates(dataset.alliances.iter().map(|a| a.id.as_str()), "alliances");
        (alliances, party_alliance)
    }

    fn places(&mut self, dataset: &Dataset) -> Places {
        if !FULL {
            return Places::default();
        }
        let places = Places {
            categories: dataset.categories.clone(),
            divisions: dataset.divisions.clone(),
            districts: dataset.districts.iter().map(|d| d.0.clone()).collect(),
            parliamentary: dataset.parliamentary.clone(),
            phases: dataset.phases.clone(),
        };
        for (list, ids) in places.lists() {
            let at = Path::ROOT.field(list);
            for (i, id) in ids.iter().enumerate() {
                if !matches_pattern(id, 32, |c| c.is_ascii_alphanumeric()) {
                    self.bad_id(&at.item(i).field("id"), id, "letters and digits");
                }
            }
            self.duplicates(ids.iter().map(String::as_str), list);
        }
        let at = Path::ROOT.field("districts");
        for (i, (_, division)) in dataset.districts.iter().enumerate() {
            if let Some(division) = division
                && !places.divisions.contains(division)
            {
                self.unknown(&at.item(i).field("division"), "division", division);
            }
        }
        places
    }

    fn place(&mut self, at: &Path, name: &str, id: Option<&String>, ids: &[String]) -> u16 {
        let Some(id) = id.filter(|_| FULL) else {
            return NONE;
        };
        match ids.iter().position(|known| known == id) {
            Some(i) => i as u16,
            None => {
                self.unknown(&at.field(name), name, id);
                NONE
            }
        }
    }

    fn constituency(
        &mut self,
        constituency: &dataset::Constituency,
        at: &Path,
        election: &mut Election,
        district_division: &[Option<String>],
    ) {
        let id = &constituency.id;
        let number = super::digits(id).unwrap_or(0);
        if FULL && (number == 0 || number > 999_999 || number.to_string() != *id) {
            self.bad_id(&at.field("id"), id, "a number from 1 without leading zeros");
        }
        let places = &election.places;
        let district = self.place(
            at,
            "district",
            constituency.district.as_ref(),
            &places.districts,
        );
        let division = constituency.division.as_ref().or_else(|| {
            district_division
                .get(district as usize)
                .and_then(|division| division.as_ref())
        });
        let indexes = [
            self.place(
                at,
                "category",
                constituency.category.as_ref(),
                &places.categories,
            ),
            self.place(at, "division", division, &places.divisions),
            district,
            self.place(
                at,
                "parliamentary",
                constituency.parliamentary.as_ref(),
                &places.parliamentary,
            ),
            self.place(at, "phase", constituency.phase.as_ref(), &places.phases),
        ];
        let first = election.candidates.len();
        let voted = self.candidates(constituency, at, election);
        let lines = &election.candidates[first..];
        let holder = self.holder(constituency, at, lines, voted);
        let valid: u64 = lines.iter().map(|line| u64::from(line.votes)).sum();
        let nota = constituency.nota.map(|votes| votes.total);
        let counted = valid + u64::from(nota.unwrap_or(0));
        if let Some(published) = constituency.counted.filter(|_| FULL)
            && published != counted
        {
            let message = format!("candidates and NOTA add up to {counted}, not {published}");
            self.problems
                .add(at.field("counted"), "total-mismatch", message);
        }
        // All of them may come to one candidate.
        if FULL && counted > MOST_VOTES {
            let message = format!("too large: at most {MOST_VOTES} votes in one constituency");
            self.problems.add(at, "too-large", message);
        }
        if let Some(electors) = constituency.electors.filter(|_| FULL)
            && counted > u64::from(electors)
        {
            let message = format!("{counted} votes counted of {electors} electors");
            self.problems
                .add(at.field("electors"), "more-votes-than-electors", message);
        }
        election.constituencies.push(Constituency {
            number,
            status: constituency.status,
            holder: holder.map(|i| (first + i) as u32),
            first: first as u32,
            len: lines.len() as u16,
            valid,
            nota,
            electors: constituency.electors,
            voted,
            places: indexes,
        });
    }

    /// Adds the candidates by serial; answers whether votes were counted.
    fn candidates(
        &mut self,
        constituency: &dataset::Constituency,
        at: &Path,
        election: &mut Election,
    ) -> bool {
        let list_at = at.field("candidates");
        let lines = &constituency.candidates;
        let voted = lines.iter().any(|line| line.votes.is_some());
        let first = election.candidates.len();
        for (i, line) in lines.iter().enumerate() {
            let at = list_at.item(i);
            if FULL && line.votes.is_none() && (voted || !constituency.status.may_lack_votes()) {
                self.problems
                    .add(at.field("votes"), "missing", "missing: expected votes");
            }
            if FULL && (line.serial == 0 || line.serial >= u32::from(NONE)) {
                self.problems.add(
                    at.field("serial"),
                    "bad-serial",
                    "a serial counts from 1 to 65534",
                );
            }
            if FULL && lines[..i].iter().any(|other| other.serial == line.serial) {
                let message = format!("serial {} stands here for the second time", line.serial);
                self.problems
                    .add(at.field("serial"), "duplicate-serial", message);
            }
            let party = if line.party == INDEPENDENT {
                election.independent()
            } else {
                election.party(&line.party).unwrap_or_else(|| {
                    self.unknown(&at.field("party"), "party", &line.party);
                    election.independent()
                })
            };
            let alliance = match &line.alliance {
                None => election.party_alliance[party as usize],
                Some(id) => election.alliance(id).unwrap_or_else(|| {
                    self.unknown(&at.field("alliance"), "alliance", id);
                    NONE
                }),
            };
            let votes = line.votes.unwrap_or_default();
            election.candidates.push(Candidate {
                votes: votes.total,
                postal: votes.postal.unwrap_or(u32::MAX),
                serial: line.serial as u16,
                party,
                alliance,
            });
        }
        order::short(&mut election.candidates[first..], |a, b| {
            a.serial.cmp(&b.serial)
        });
        voted
    }

    /// The holder as given, checked against the votes.
    fn holder(
        &mut self,
        constituency: &dataset::Constituency,
        at: &Path,
        lines: &[Candidate],
        voted: bool,
    ) -> Option<usize> {
        if !FULL {
            let mut serials = lines.iter().map(|line| Some(u32::from(line.serial)));
            return serials.position(|serial| serial == constituency.winner);
        }
        let status = constituency.status;
        let winner_at = at.field("winner");
        let most = lines.iter().map(|line| line.votes).max().unwrap_or(0);
        let level = lines.iter().filter(|line| line.votes == most).count();
        if status == Status::Tied && (level < 2 || !voted) {
            self.problems.add(
                at.field("status"),
                "tie-without-equal-votes",
                "tied, but one candidate has most votes",
            );
        }
        let Some(serial) = constituency.winner else {
            if status.has_holder() {
                self.problems.add(
                    winner_at,
                    "missing",
                    "missing: this status needs the serial of who holds or leads",
                );
            }
            return None;
        };
        if !status.has_holder() {
            self.problems.add(
                winner_at,
                "winner-not-expected",
                "nobody holds a constituency of this status",
            );
            return None;
        }
        let Some(holder) = lines
            .iter()
            .position(|line| u32::from(line.serial) == serial)
        else {
            let message = format!("no candidate here has the serial {serial}");
            self.problems.add(winner_at, "unknown-winner", message);
            return None;
        };
        if status == Status::Unopposed {
            if lines.len() != 1 {
                self.problems.add(
                    at.field("candidates"),
                    "unopposed-with-rivals",
                    "elected unopposed, but others stand here",
                );
            }
        } else if lines[holder].votes < most && !constituency.reason {
            self.problems.add(
                winner_at,
                "winner-has-fewer-votes",
                "another candidate has more votes: correct one of the two, or record the reason",
            );
        } else if status == Status::Lot && level < 2 {
            self.problems.add(
                at.field("status"),
                "lot-without-tie",
                "decided by lot, but the votes are not equal",
            );
        } else if status == Status::Declared
            && level > 1
            && lines[holder].votes == most
            && !constituency.reason
        {
            self.problems.add(
                winner_at,
                "tie-without-lot",
                "equal votes elect nobody: record the status \"lot\" or \"tied\"",
            );
        }
        Some(holder)
    }

    /// The house as a whole: nobody missing, nobody twice, nothing too large.
    fn numbers(&mut self, dataset: &Dataset, election: &Election) {
        if !FULL {
            return;
        }
        let list_at = Path::ROOT.field("constituencies");
        let count = election.constituencies.len();
        if count == 0 {
            self.problems.add(
                list_at,
                "empty-house",
                "a house needs at least one constituency",
            );
        }
        let number = |i: usize| election.constituencies[i].number;
        let order = order::places(count, &mut |a, b| number(a).cmp(&number(b)));
        for pair in order.windows(2) {
            let number = election.constituencies[pair[0]].number;
            if election.constituencies[pair[1]].number == number {
                let message = format!("constituency {number} stands here for the second time");
                let at = list_at.item(pair[1]);
                self.problems
                    .add(at.field("id"), "duplicate-constituency", message);
            }
        }
        if count > 0 && count as u64 != dataset.seats {
            let missing = (1..=dataset.seats.min(100_000)).find(|&number| {
                let numbers = election.constituencies.iter();
                !numbers.into_iter().any(|c| u64::from(c.number) == number)
            });
            let hint = match missing {
                Some(number) if (count as u64) < dataset.seats => {
                    format!("; the first number without one is {number}")
                }
                _ => String::new(),
            };
            let message = format!("{} seats, but {count} constituencies{hint}", dataset.seats);
            let house_at = Path::ROOT.field("house");
            self.problems
                .add(house_at.field("seats"), "missing-constituency", message);
        }
        let constituencies = election.constituencies.iter().enumerate();
        let apart = constituencies.filter(|(i, one)| {
            one.holder
                .is_some_and(|holder| matches!(Member::of(election, holder, *i), Member::Single(_)))
        });
        if too_many_rows(election, apart.count()) {
            self.problems.add(list_at, "too-large", TOO_MANY_ROWS);
        }
        let counted: u64 = election
            .constituencies
            .iter()
            .map(Constituency::counted)
            .sum();
        if counted > MOST_EXACT {
            self.problems.add(
                list_at,
                "too-large",
                "all votes together exceed what a browser counts exactly",
            );
        }
    }
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

/// Whether a text is an id. The small build takes files that the build has checked, and takes their ids as they are.
fn matches_pattern(text: &str, most: usize, allowed: impl Fn(char) -> bool) -> bool {
    !FULL || (!text.is_empty() && text.len() <= most && text.chars().all(allowed))
}
