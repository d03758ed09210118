//! The names by which a text may speak of what the data file lists: full and short names in every
//! language, variants, ids, and the press's usual short forms (`aliases.csv`).

use super::figure::{NOTA, Scope};
use super::fold::fold;
use super::places::CONSTITUENCY;
use crate::decode::Value;
use crate::election::{Election, INDEPENDENT};
use std::collections::HashMap;

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// A party or alliance, independents or NOTA, by id.
    Side(String),
    /// A candidate, by id.
    Candidate(String),
    /// A constituency or another place.
    Place(Scope),
}

/// Every name of an election, folded.
#[derive(Debug, Clone, Default)]
pub struct Names {
    by_key: HashMap<String, Vec<Named>>,
    /// The most words a name has.
    longest: usize,
    /// Names that are read only in capitals: short ones of parties that won nothing much.
    capitals: Vec<String>,
}

/// Short Latin names of parties with less than 1 % of the votes are words of the language, too
/// ("PM", "SAP"); they are read in capitals only. So many letters are short.
const SHORT: usize = 4;

const ALIASES: &str = include_str!("aliases.csv");

impl Names {
    /// The names of an election's data file.
    pub fn of(election: &Election, root: &Value) -> Names {
        let mut names = Names::default();
        names.add_parties(election, root);
        for alliance in root.field("alliances").items() {
            let id = alliance.field("id").text().unwrap_or_default();
            let named = Named::Side(id.to_owned());
            names.add_all(alliance, &[id], named.clone());
            names.add_bare(alliance, &named);
        }
        let kinds = ["category", "division", "district", "parliamentary"];
        let lists = ["categories", "divisions", "districts", "parliamentary"];
        for (kind, list) in kinds.into_iter().zip(lists) {
            for place in root.field(list).items() {
                let id = place.field("id").text().unwrap_or_default();
                let named = Named::Place(Scope {
                    kind: kind.to_owned(),
                    id: id.to_owned(),
                });
                let own = if kind == "category" { vec![id] } else { vec![] };
                names.add_all(place, &own, named);
            }
        }
        for phase in root.field("phases").items() {
            names.add_phase(phase.field("id").text().unwrap_or_default());
        }
        for constituency in root.field("constituencies").items() {
            names.add_constituency(constituency);
        }
        names.add(NOTA, Named::Side(NOTA.to_owned()));
        names.add("नोटा", Named::Side(NOTA.to_owned()));
        names.add_aliases();
        names
    }

    fn add_parties(&mut self, election: &Election, root: &Value) {
        let votes = |id: &str| -> u64 {
            let party = election.party(id);
            let mine = election
                .candidates
                .iter()
                .filter(|line| Some(line.party) == party);
            mine.map(|line| u64::from(line.votes)).sum()
        };
        let all: u64 = election
            .candidates
            .iter()
            .map(|line| u64::from(line.votes))
            .sum();
        for party in root.field("parties").items() {
            let id = party.field("id").text().unwrap_or_default();
            let small = 100 * votes(id) < all;
            let named = Named::Side(id.to_owned());
            self.add_all(party, &[id], named.clone());
            if !small {
                self.add_bare(party, &named);
            } else {
                let short = texts(party.field("short"));
                let short = short.into_iter().chain([id]).map(fold);
                self.capitals.extend(short.filter(|key| key.len() <= SHORT));
            }
        }
        for word in ["Independent", "Independents", "निर्दलीय", "निर्दलीयों"]
        {
            self.add(word, Named::Side(INDEPENDENT.to_owned()));
        }
    }

    /// "First phase", "पहले चरण": phases have numbers and no names.
    fn add_phase(&mut self, id: &str) {
        const ORDINALS: [[&str; 3]; 7] = [
            ["first", "पहले", "पहला"],
            ["second", "दूसरे", "दूसरा"],
            ["third", "तीसरे", "तीसरा"],
            ["fourth", "चौथे", "चौथा"],
            ["fifth", "पांचवें", "पांचवां"],
            ["sixth", "छठे", "छठा"],
            ["seventh", "सातवें", "सातवां"],
        ];
        let number = id.parse::<usize>().ok();
        let ordinals = number.and_then(|n| ORDINALS.get(n.checked_sub(1)?));
        for word in ordinals.into_iter().flatten() {
            let noun = if word.is_ascii() {
                "phase"
            } else {
                "चरण"
            };
            let place = Scope {
                kind: "phase".to_owned(),
                id: id.to_owned(),
            };
            self.add(&format!("{word} {noun}"), Named::Place(place));
        }
    }

    fn add_constituency(&mut self, constituency: &Value) {
        let id = constituency.field("id").text().unwrap_or_default();
        let scope = Scope {
            kind: CONSTITUENCY.to_owned(),
            id: id.to_owned(),
        };
        self.add_all(constituency, &[], Named::Place(scope));
        for (i, candidate) in constituency.field("candidates").items().iter().enumerate() {
            let serial = candidate
                .field("serial")
                .number()
                .map_or(i + 1, |n| n as usize);
            let named = Named::Candidate(format!("{id}.{serial}"));
            for name in texts(candidate.field("name")) {
                for form in candidate_forms(name) {
                    self.add(&form, named.clone());
                }
            }
        }
    }

    /// Name, short name, variants and ids of an item.
    fn add_all(&mut self, item: &Value, ids: &[&str], named: Named) {
        let all = [
            item.field("name"),
            item.field("short"),
            item.field("variants"),
        ];
        for name in all.into_iter().flat_map(texts).chain(ids.iter().copied()) {
            self.add(name, named.clone());
        }
    }

    /// The names of an item without the word that says only what it is. Not those of small parties,
    /// which are often words of the language: "Jharkhand Party".
    fn add_bare(&mut self, item: &Value, named: &Named) {
        let all = [
            item.field("name"),
            item.field("short"),
            item.field("variants"),
        ];
        for name in all.into_iter().flat_map(texts).map(fold) {
            for word in ["party", "bloc", "alliance", "पार्टी", "गठबंधन"] {
                if let Some(rest) = name.strip_suffix(word).filter(|rest| rest.ends_with(' ')) {
                    self.add(rest, named.clone());
                }
            }
        }
    }

    /// Aliases speak of an item that has the name in front of them, and never take the name of
    /// another.
    fn add_aliases(&mut self) {
        for (name, aliases) in ALIASES
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(','))
        {
            let Some(found) = self.by_key.get(&fold(name)) else {
                continue;
            };
            let Some(named) = found.first().cloned() else {
                continue;
            };
            for alias in aliases.split('|') {
                if !self.by_key.contains_key(&fold(alias)) {
                    self.add(alias, named.clone());
                }
            }
        }
    }

    fn add(&mut self, name: &str, named: Named) {
        // "&" is read as "and".
        if name.contains('&') {
            self.add(&name.replace('&', " and "), named.clone());
        }
        let spaced = fold(name);
        if spaced.is_empty() || spaced.chars().all(|c| c.is_numeric()) {
            return;
        }
        self.longest = self.longest.max(spaced.split(' ').count());
        // "JD(U)" is also typed "JDU" and "JD-U": what a sign parted may be joined.
        let joined = if spaced.contains(' ') && !name.trim().contains(' ') {
            Some(spaced.replace(' ', ""))
        } else {
            None
        };
        for key in [Some(spaced), joined].into_iter().flatten() {
            let known = self.by_key.entry(key).or_default();
            if !known.contains(&named) {
                known.push(named.clone());
            }
        }
    }

    /// The longest name that the words begin with: how many words, and what it stands for. `words`
    /// are folded, `written` as they stand.
    pub fn longest(&self, words: &[String], written: &[&str]) -> Option<(usize, &[Named])> {
        let most = self.longest.min(words.len()).max(words.len().min(8));
        (1..=most.min(words.len())).rev().find_map(|n| {
            let spaced = words[..n].join(" ");
            let found = self.by_key.get(&spaced).or_else(|| {
                let short = words[..n].iter().all(|word| word.chars().count() <= 3);
                let joined = (n > 1 && short).then(|| words[..n].concat())?;
                self.by_key.get(&joined)
            })?;
            let capital = written[..n].concat();
            let shouted = !capital.chars().any(char::is_lowercase);
            let read = shouted || !self.capitals.contains(&words[..n].concat());
            read.then_some((n, found.as_slice()))
        })
    }
}

/// A name's forms: whole, without titles, first and last word.
fn candidate_forms(name: &str) -> Vec<String> {
    const TITLES: [&str; 8] = ["dr", "md", "smt", "shri", "prof", "adv", "er", "col"];
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let plain: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !TITLES.contains(word))
        .collect();
    let mut forms = Vec::new();
    if words.len() > 1 {
        forms.push(words.join(" "));
    }
    if let [first, .., last] = plain.as_slice() {
        forms.push(plain.join(" "));
        // "Babu Lal Marandi" is also "Babulal Marandi".
        forms.push(
            format!("{}{} {}", plain[0], plain[1], plain[2..].join(" "))
                .trim()
                .to_owned(),
        );
        if first.chars().count() > 2 && last.chars().count() > 2 {
            forms.push(format!("{first} {last}"));
        }
    }
    forms
}

/// The texts of a name, a list of names, or nothing.
fn texts<'v>(value: &'v Value) -> Vec<&'v str> {
    let fields = value.fields().iter().filter_map(|(_, value)| value.text());
    let items = value.items().iter().filter_map(|value| value.text());
    value
        .text()
        .into_iter()
        .chain(fields)
        .chain(items)
        .collect()
}
