//! Where an edit before the vote holds.

use super::notation::{Fields, Unreadable, Writer, constituency_id};
use super::{some_ids, sort_ids};
use serde::{Deserialize, Serialize};

/// The constituencies an edit before the vote speaks of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    Constituencies(#[serde(deserialize_with = "some_ids")] Vec<String>),
}

impl Scope {
    /// Sorts the ids of a list.
    pub(super) fn tidy(&mut self) {
        if let Scope::Constituencies(ids) = self {
            sort_ids(ids);
        }
    }

    /// Splits `--` and the scope that follows it off the fields of a clause.
    pub(super) fn parse<'a>(fields: Fields<'a>) -> Result<(Fields<'a>, Option<Scope>), Unreadable> {
        let Some(gap) = fields.iter().position(|field| field.is_empty()) else {
            return Ok((fields, None));
        };
        let [scope] = &fields[gap + 1..] else {
            return Err(Unreadable("after -- stands one scope"));
        };
        let letter = scope.chars().next();
        let rest = letter.map_or("", |letter| &scope[letter.len_utf8()..]);
        let place = || {
            if !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                Ok(rest.to_owned())
            } else {
                Err(Unreadable("a place is letters and digits"))
            }
        };
        let scope = match letter {
            Some('c') => Scope::Category(place()?),
            Some('v') => Scope::Division(place()?),
            Some('d') => Scope::District(place()?),
            Some('l') => Scope::Parliamentary(place()?),
            Some('h') => Scope::Phase(place()?),
            Some('n') => {
                let ids: Result<_, _> = rest.split('.').map(constituency_id).collect();
                Scope::Constituencies(ids?)
            }
            _ => return Err(Unreadable("a scope begins with c, v, d, l, h or n")),
        };
        Ok((&fields[..gap], Some(scope)))
    }

    /// Writes it behind the other fields of a clause.
    pub(super) fn write(&self, out: &mut Writer) {
        let (letter, text) = match self {
            Scope::Category(id) => ('c', id),
            Scope::Division(id) => ('v', id),
            Scope::District(id) => ('d', id),
            Scope::Parliamentary(id) => ('l', id),
            Scope::Phase(id) => ('h', id),
            Scope::Constituencies(ids) => ('n', &ids.join(".")),
        };
        out.field(format_args!("-{letter}{text}"));
    }
}
