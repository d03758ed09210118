//! Everything that could be wrong with a data file is looked for, and all of it is told. Not in the small build, which is for
//! files that the build has checked.

use super::limits::too_large;
use super::member::NOMINATED;
use super::places::{self, DISTRICTS};
use super::{Constituency, Election, Holding, INDEPENDENT, NONE};
use crate::dataset::{self, Dataset};
use crate::decode::MOST_VOTES;
use crate::problem::{Path, Problems};
use std::collections::BTreeSet;

struct Checker<'a> {
    dataset: &'a Dataset,
    election: &'a Election,
    problems: &'a mut Problems,
}

/// Checks a dataset and the election it was resolved to, which is only good if no problem was added.
pub fn validate(dataset: &Dataset, election: &Election, problems: &mut Problems) {
    let mut checker = Checker {
        dataset,
        election,
        problems,
    };
    let root = Path::ROOT;
    let id_at = root.field("id");
    if checker.short(&id_at, &dataset.id, 48)
        && !matches_pattern(&dataset.id, 48, |c| {
            c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'
        })
    {
        checker.bad_id(&root.field("id"), &dataset.id, "a-z, 0-9 and -");
    }
    checker.parties();
    checker.alliances();
    checker.places();
    if let Some(government) = &dataset.government
        && election.party(government).is_none()
        && election.alliance(government).is_none()
    {
        checker.unknown(&root.field("government"), "party or alliance", government);
    }
    let list_at = root.field("constituencies");
    let resolved = election.constituencies.iter();
    for (i, (given, resolved)) in dataset.constituencies.iter().zip(resolved).enumerate() {
        checker.constituency(given, resolved, &list_at.item(i));
    }
    checker.numbers();
}

impl Checker<'_> {
    fn bad_id(&mut self, at: &Path, id: &str, allowed: &str) {
        self.problems.add(
            at,
            "bad-id",
            format!("\"{id}\" is no id: only {allowed} may stand here"),
        );
    }

    /// Checks that an id is not too long; whether it is not.
    fn short(&mut self, at: &Path, id: &str, most: usize) -> bool {
        let long = id.len() > most;
        if long {
            let message = format!("\"{id}\" is too long for an id: at most {most} characters");
            self.problems.add(at, "bad-id", message);
        }
        !long
    }

    fn unknown(&mut self, at: &Path, what: &str, id: &str) {
        self.problems
            .add(at, "unknown-id", format!("no {what} is called \"{id}\""));
    }

    fn duplicates<'d>(&mut self, ids: impl Iterator<Item = &'d str>, list: &str) {
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
        let digits = colour.strip_prefix('#').unwrap_or("");
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            let message = format!("\"{colour}\" is no colour: expected #rrggbb");
            self.problems.add(at, "bad-colour", message);
        }
    }

    fn parties(&mut self) {
        let parties = &self.dataset.parties;
        let list_at = Path::ROOT.field("parties");
        for (i, party) in parties.iter().enumerate() {
            let at = list_at.item(i);
            self.label(&at.field("id"), &party.id);
            self.colour(&at.field("colour"), &party.colour);
        }
        self.duplicates(parties.iter().map(|p| p.id.as_str()), "parties");
    }

    fn label(&mut self, at: &Path, id: &str) {
        if id == NOMINATED {
            let message = format!("\"{id}\" stands for the nominated members");
            self.problems.add(at, "bad-id", message);
        }
        let letter_first = id.starts_with(|c: char| c.is_ascii_alphabetic());
        if !self.short(at, id, 24) {
            return;
        }
        if !letter_first || !matches_pattern(id, 24, |c| c.is_ascii_alphanumeric() || c == '+') {
            self.bad_id(at, id, "a letter, then letters, digits and +");
        }
    }

    fn alliances(&mut self) {
        let alliances = &self.dataset.alliances;
        let list_at = Path::ROOT.field("alliances");
        let mut placed = vec![false; self.election.parties.len()];
        for (i, alliance) in alliances.iter().enumerate() {
            let at = list_at.item(i);
            self.label(&at.field("id"), &alliance.id);
            if self.election.parties.contains(&alliance.id) {
                let message = format!("\"{}\" is a party's id already", alliance.id);
                self.problems.add(at.field("id"), "duplicate-id", message);
            }
            if let Some(colour) = &alliance.colour {
                self.colour(&at.field("colour"), colour);
            }
            let members_at = at.field("parties");
            for (k, id) in alliance.parties.iter().enumerate() {
                let at = members_at.item(k);
                if id == INDEPENDENT {
                    self.problems.add(
                        at,
                        "independent-in-alliance",
                        "independents are no party: place candidates one by one",
                    );
                } else if let Some(party) = self.election.party(id) {
                    if std::mem::replace(&mut placed[party as usize], true) {
                        let message = format!("\"{id}\" is in an alliance already");
                        self.problems.add(at, "party-in-two-alliances", message);
                    }
                } else {
                    self.unknown(&at, "party", id);
                }
            }
        }
        self.duplicates(alliances.iter().map(|a| a.id.as_str()), "alliances");
    }

    fn places(&mut self) {
        let places = &self.election.places;
        for (list, ids) in places.lists() {
            let at = Path::ROOT.field(list);
            for (i, id) in ids.iter().enumerate() {
                let (item, plain) = (at.item(i), |c: char| c.is_ascii_alphanumeric());
                let at = item.field("id");
                if self.short(&at, id, 32) && !matches_pattern(id, 32, plain) {
                    self.bad_id(&at, id, "letters and digits");
                }
            }
            self.duplicates(ids.iter().map(String::as_str), list);
        }
        let at = Path::ROOT.field("districts");
        for (i, (_, division)) in self.dataset.districts.iter().enumerate() {
            if let Some(division) = division
                && !places.divisions.contains(division)
            {
                self.unknown(&at.item(i).field("division"), "division", division);
            }
        }
    }

    fn constituency(&mut self, given: &dataset::Constituency, resolved: &Constituency, at: &Path) {
        let (id, number) = (&given.id, resolved.number);
        if number == 0 || number > 999_999 || number.to_string() != *id {
            self.bad_id(&at.field("id"), id, "a number from 1 without leading zeros");
        }
        let named = places::named(self.dataset, given, resolved.places[DISTRICTS]);
        // The district first: the division may be its own.
        for (field, place) in [
            ("district", DISTRICTS),
            ("category", 0),
            ("division", 1),
            ("parliamentary", 3),
            ("phase", 4),
        ] {
            if let Some(id) = named[place]
                && resolved.places[place] == NONE
            {
                self.unknown(&at.field(field), field, id);
            }
        }
        self.candidates(given, resolved, at);
        self.holder(given, resolved, at);
        if given.others.is_some() && !resolved.voted {
            let message = "votes of others, but none of the candidates";
            self.problems
                .add(at.field("others"), "others-without-votes", message);
        }
        let counted = resolved.counted();
        if let Some(published) = given.counted
            && published != counted
            && !given.candidates.is_empty()
        {
            let message =
                format!("candidates, others and NOTA add up to {counted}, not {published}");
            self.problems
                .add(at.field("counted"), "total-mismatch", message);
        }
        // All of them may come to one candidate.
        if counted > MOST_VOTES {
            let message = format!("too large: at most {MOST_VOTES} votes in one constituency");
            self.problems.add(at, "too-large", message);
        }
        if let Some(electors) = given.electors
            && counted > u64::from(electors)
        {
            let message = format!("{counted} votes counted of {electors} electors");
            self.problems
                .add(at.field("electors"), "more-votes-than-electors", message);
        }
    }

    fn candidates(&mut self, given: &dataset::Constituency, resolved: &Constituency, at: &Path) {
        let list_at = at.field("candidates");
        let lines = &given.candidates;
        let voted = resolved.voted;
        // A party that is not known stands as independent in the election.
        let independents = lines.iter().filter(|line| line.party == INDEPENDENT);
        let stand_so = self.election.candidates[resolved.range()].iter();
        let stand_so = stand_so.filter(|line| line.party == self.election.independent());
        let all_known = independents.count() == stand_so.count();
        for (i, line) in lines.iter().enumerate() {
            let at = list_at.item(i);
            if line.votes.is_none() && (voted || !given.status.may_lack_votes()) {
                self.problems
                    .add(at.field("votes"), "missing", "missing: expected votes");
            }
            if line.serial == 0 || line.serial >= u32::from(NONE) {
                self.problems.add(
                    at.field("serial"),
                    "bad-serial",
                    "a serial counts from 1 to 65534",
                );
            }
            if lines[..i].iter().any(|other| other.serial == line.serial) {
                let message = format!("serial {} stands here for the second time", line.serial);
                self.problems
                    .add(at.field("serial"), "duplicate-serial", message);
            }
            if !all_known && line.party != INDEPENDENT && self.election.party(&line.party).is_none()
            {
                self.unknown(&at.field("party"), "party", &line.party);
            }
            if let Some(id) = &line.alliance
                && self.election.alliance(id).is_none()
            {
                self.unknown(&at.field("alliance"), "alliance", id);
            }
        }
    }

    /// Codes of the source: short, on one line, none twice.
    fn codes(&mut self) {
        let list_at = Path::ROOT.field("constituencies");
        let mut seen = BTreeSet::new();
        for (i, one) in self.dataset.constituencies.iter().enumerate() {
            let Some(code) = &one.code else { continue };
            let at = list_at.item(i);
            let at = at.field("code");
            if code.trim() != code || !matches_pattern(code, 64, |c| !c.is_control()) {
                self.bad_id(
                    &at,
                    code,
                    "1 to 64 bytes on one line, without blanks around them,",
                );
            } else if !seen.insert(code) {
                let message = format!("\"{code}\" stands here for the second time");
                self.problems.add(at, "duplicate-code", message);
            }
        }
    }

    /// The holder as given, checked against the votes.
    fn holder(&mut self, given: &dataset::Constituency, resolved: &Constituency, at: &Path) {
        let holding = Holding {
            status: given.status,
            winner: given.winner,
            voted: resolved.voted,
            reason: given.reason,
            margin: given.margin,
        };
        let lines = &self.election.candidates[resolved.range()];
        holding.check(lines, |field, code, message| {
            self.problems.add(at.field(field), code, message);
        });
    }

    /// The house as a whole: nobody missing, nobody twice, nothing too large.
    fn numbers(&mut self) {
        let (dataset, election) = (self.dataset, self.election);
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
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|&i| number(i));
        for pair in order.windows(2) {
            let number = election.constituencies[pair[0]].number;
            if election.constituencies[pair[1]].number == number {
                let message = format!("constituency {number} stands here for the second time");
                let at = list_at.item(pair[1]);
                self.problems
                    .add(at.field("id"), "duplicate-constituency", message);
            }
        }
        self.codes();
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
        for message in too_large(election) {
            self.problems.add(list_at, "too-large", message);
        }
    }
}

/// Whether a text is an id.
fn matches_pattern(text: &str, most: usize, allowed: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.len() <= most && text.chars().all(allowed)
}
