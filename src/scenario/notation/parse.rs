//! Text after the checksum → [`Scenario`].

use super::VERSION;
use crate::problem::Problems;
use crate::scenario::{Edit, MOST_MEMBERS, Scenario, WHOLE, digits};

/// Why a clause cannot be read.
pub struct Unreadable(pub &'static str);
/// The parts of a clause between its hyphens, behind the verb.
pub type Fields<'a> = &'a [&'a str];

pub fn parse(body: &str) -> Result<Scenario, Problems> {
    let damaged = |message: &str| Err(Problems::one("", "damaged", message));
    let parts: Vec<&str> = body.splitn(4, '~').collect();
    match number(parts[0], u32::MAX) {
        None => return damaged("no version stands where one should"),
        Some(version) if version > VERSION => {
            let message = format_args!(
                "made with a newer version ({version}): reload the page and try again"
            );
            return Err(Problems::one("", "newer-version", message));
        }
        Some(0) => return damaged("there is no version 0"),
        Some(_) => {}
    }
    let [_, election, fingerprint, text] = parts[..] else {
        return damaged("expected version~election~fingerprint~edits");
    };
    let mut edits = Vec::new();
    let mut problems = Problems::default();
    let clauses = text.split('_').filter(|_| !text.is_empty());
    for (i, clause) in clauses.enumerate() {
        let fields: Vec<&str> = clause.split('-').collect();
        match Edit::parse(fields[0], &fields[1..]) {
            Ok(found) => edits.extend(found),
            Err(Unreadable(message)) => {
                let at = format_args!("edits, clause {}", i + 1);
                problems.add(at, "bad-clause", format_args!("\"{clause}\": {message}"));
            }
        }
    }
    let named = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let scenario = Scenario {
        election: named(election),
        fingerprint: named(fingerprint),
        edits,
    };
    problems.or(scenario.canonical())
}

/// Several ids.
pub fn ids(fields: Fields) -> Result<Vec<String>, Unreadable> {
    fields.iter().map(|field| id(field)).collect()
}

/// A party, an alliance, `NOM`, or one member such as `IND.28`.
pub fn id(text: &str) -> Result<String, Unreadable> {
    let (label, member) = match text.split_once('.') {
        Some((label, number)) => (label, Some(number)),
        None => (text, None),
    };
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+';
    let label_fits = label.starts_with(|first: char| first.is_ascii_alphabetic())
        && label.len() <= 24
        && label.bytes().all(plain);
    if label_fits && member.is_none_or(|number| constituency_id(number).is_ok()) {
        Ok(text.to_owned())
    } else {
        Err(Unreadable("an id is a letter, then letters, digits and +"))
    }
}

/// The number of a constituency.
pub fn constituency_id(text: &str) -> Result<String, Unreadable> {
    match number(text, 999_999) {
        Some(1..) => Ok(text.to_owned()),
        _ => Err(Unreadable("a constituency is a number from 1")),
    }
}

/// Points or an efficiency.
pub fn hundredths(text: &str) -> Result<u32, Unreadable> {
    number(text, WHOLE).ok_or(Unreadable(
        "points and efficiencies are whole hundredths from 0 to 10000",
    ))
}

/// A number of members.
pub fn count(text: &str) -> Result<u32, Unreadable> {
    match number(text, MOST_MEMBERS) {
        Some(members @ 1..) => Ok(members),
        _ => Err(Unreadable("a number of members is 1 or more")),
    }
}

/// A number as it is written: digits only, no leading zero.
fn number(text: &str, most: u32) -> Option<u32> {
    let plain = text == "0" || !text.starts_with('0');
    digits(text).filter(|&number| plain && number <= most)
}
