//! The shape of a data file (DATA.md), and how it is set: one line for each party, source, constituency, so that a
//! change of one of them is a change of one line.

use serde::Serialize;
use serde_json::Value;

use super::tiles::Tiles;

/// A name in Latin script only, or in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Name {
    /// For every language.
    Latin(String),
    /// One for each.
    Both {
        /// English.
        en: String,
        /// Hindi.
        hi: String,
    },
}

impl Name {
    /// A name in both languages, or the Latin one alone where `hi` is empty.
    pub fn new(en: &str, hi: &str) -> Self {
        let en = en.to_owned();
        match hi {
            "" => Self::Latin(en),
            hi => Self::Both {
                en,
                hi: hi.to_owned(),
            },
        }
    }

    /// In English, or in Latin script.
    pub fn english(&self) -> &str {
        match self {
            Self::Latin(own) => own,
            Self::Both { en, .. } => en,
        }
    }
}

/// Votes as a total, or EVM and postal apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Votes {
    /// All together.
    Total(u32),
    /// EVM, then postal.
    Apart([u32; 2]),
}

impl Votes {
    /// EVM and postal together.
    pub fn total(self) -> u64 {
        match self {
            Self::Total(votes) => votes.into(),
            Self::Apart([evm, postal]) => u64::from(evm) + u64::from(postal),
        }
    }
}

/// The house; `seats` are the elected ones, `kicker` is the small line over the verdict, `note` what stands under it,
/// `result` what kind of result the file holds where that is no declared one.
#[derive(Serialize)]
pub struct House {
    pub name: Name,
    pub short: Name,
    pub kicker: Name,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Name>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<Kind>,
    pub seats: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nominated: Option<Nominated>,
}

/// What the winners of a file are, where nobody has declared them elected.
#[derive(Clone, Copy, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Kind {
    /// Those who led where nobody was to be elected.
    Led,
    /// Those who had won or led when a count stood so, at this hour and minute.
    Count { at: &'static str },
}

/// Members without a constituency, and on which bases they count.
#[derive(Clone, Copy, Serialize)]
pub struct Nominated {
    pub members: u32,
    pub effective: bool,
    pub voting: bool,
}

/// Where a part of the file comes from. Empty texts are left out; `as_of` is ISO 8601; `blocks` are those of DATA.md.
#[derive(Clone, Copy, Serialize)]
pub struct Source {
    pub id: &'static str,
    pub name: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub publisher: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub url: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub as_of: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub note: &'static str,
    pub blocks: &'static [&'static str],
}

/// A party, or the label of independents.
#[derive(Serialize)]
pub struct Party {
    pub id: String,
    pub name: Name,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<Name>,
    pub colour: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<String>,
}

/// An alliance; it wears the colour of its first party.
#[derive(Serialize)]
pub struct Alliance {
    pub id: String,
    pub name: Name,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<Name>,
    pub parties: Vec<String>,
    pub source: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<String>,
}

/// A category, division, district or parliamentary seat.
#[derive(Serialize)]
pub struct Place {
    pub id: String,
    pub name: Name,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<Name>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub division: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<String>,
}

/// A day of polling.
#[derive(Serialize)]
pub struct Phase {
    pub id: String,
    pub polled: String,
}

/// One seat. Places and phase are ids; no `status` is "declared"; `turnout` is in hundredths of a percent as published; `winner` is a serial;
/// `counted` the published total, candidates and NOTA together.
#[derive(Serialize)]
pub struct Constituency {
    pub id: String,
    pub name: Name,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<String>,
    pub category: String,
    pub district: String,
    pub parliamentary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub electors: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turnout: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
    pub winner: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nota: Option<Votes>,
    pub candidates: Vec<Candidate>,
}

/// One line of a ballot paper. `serial` only where it is not the place in the list, from 1.
#[derive(Serialize)]
pub struct Candidate {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serial: Option<usize>,
    pub name: Name,
    pub party: String,
    pub votes: Votes,
}

/// One election.
pub struct Dataset {
    pub id: &'static str,
    pub title: Name,
    pub house: House,
    pub counted: &'static str,
    pub government: Option<&'static str>,
    pub sources: Vec<Source>,
    pub parties: Vec<Party>,
    pub alliances: Vec<Alliance>,
    pub categories: Vec<Place>,
    pub divisions: Vec<Place>,
    pub districts: Vec<Place>,
    pub parliamentary: Vec<Place>,
    pub phases: Vec<Phase>,
    pub constituencies: Vec<Constituency>,
    pub questions: Vec<Value>,
    /// What the file of facts around it holds; empty where there is none.
    pub facts: Vec<&'static str>,
    /// Ready-made groupings, as an editor wrote them.
    pub presets: Vec<Value>,
    /// The map file beside this one, and the tile of each constituency.
    pub map: Option<(String, Tiles)>,
}

impl Dataset {
    /// The file's text. The same dataset always gives the same bytes; a list without entries is left out, except the
    /// questions, which an editor looks for.
    ///
    /// # Errors
    /// When a part cannot be written as JSON.
    pub fn render(&self) -> serde_json::Result<String> {
        let mut members = vec![
            member("format", &1)?,
            member("id", &self.id)?,
            member("title", &self.title)?,
            member("house", &self.house)?,
            member("counted", &self.counted)?,
        ];
        if let Some(government) = self.government {
            members.push(member("government", &government)?);
        }
        let lists = [
            list("sources", &self.sources)?,
            list("parties", &self.parties)?,
            list("alliances", &self.alliances)?,
            list("categories", &self.categories)?,
            list("divisions", &self.divisions)?,
            list("districts", &self.districts)?,
            list("parliamentary", &self.parliamentary)?,
            list("phases", &self.phases)?,
            list("constituencies", &self.constituencies)?,
        ];
        members.extend(lists.into_iter().flatten());
        if let Some((map, tiles)) = &self.map {
            members.push(member("map", map)?);
            members.push(member("tiles", tiles)?);
        }
        if !self.facts.is_empty() {
            members.push(member("facts", &self.facts)?);
        }
        members.extend(list("presets", &self.presets)?);
        members.push(list("questions", &self.questions)?.unwrap_or("\"questions\":[]".to_owned()));
        Ok(format!("{{\n{}\n}}\n", members.join(",\n")))
    }
}

fn member<T: Serialize>(key: &str, value: &T) -> serde_json::Result<String> {
    Ok(format!("\"{key}\":{}", serde_json::to_string(value)?))
}

fn list<T: Serialize>(key: &str, items: &[T]) -> serde_json::Result<Option<String>> {
    let lines: Vec<String> = items
        .iter()
        .map(serde_json::to_string)
        .collect::<Result<_, _>>()?;
    Ok((!lines.is_empty()).then(|| format!("\"{key}\":[\n{}\n]", lines.join(",\n"))))
}
