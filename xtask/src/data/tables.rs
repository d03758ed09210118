//! The CSV files as they come: one struct a row, nothing interpreted yet but numbers.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Where the CSV files are read from: a file's name to its text.
pub type Folder<'a> = &'a dyn Fn(&str) -> Result<String>;

/// Reads all rows of a file.
///
/// # Errors
/// When the file is missing, a column is missing, or a cell is of the wrong kind; the message names file and line.
pub fn rows<T: DeserializeOwned>(folder: Folder<'_>, file: &str) -> Result<Vec<T>> {
    csv::Reader::from_reader(folder(file)?.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .with_context(|| format!("cannot read {file}"))
}

/// A line of `jharkhand_<year>_candidates.csv`: a candidate, or NOTA.
#[derive(Deserialize)]
pub struct CandidateRow {
    pub ac_no: u32,
    /// Place on the ballot; the files before 2024 have none.
    pub serial_no: Option<usize>,
    pub candidate: String,
    pub party_code: String,
    /// The full name (2024) or the source's abbreviation (before).
    #[serde(alias = "party_source")]
    pub party: String,
    pub votes_evm: Option<u32>,
    pub votes_postal: Option<u32>,
    pub votes_total: u32,
    pub won: u8,
    pub is_nota: u8,
}

/// A line of `jharkhand_<year>_seats.csv`.
#[derive(Deserialize)]
pub struct SeatRow {
    pub ac_no: u32,
    pub ac_name: String,
    pub category: String,
    #[serde(alias = "district_2024")]
    pub district: String,
    pub phase: Option<String>,
    pub poll_date: Option<String>,
    pub electors: Option<u32>,
    #[serde(rename = "turnout_pct_eci_report")]
    pub turnout: String,
    #[serde(rename = "votes_total_incl_nota")]
    pub counted: u64,
}

/// The columns of the 2024 seats that hold for the elections before too, as no boundary changed.
#[derive(Deserialize)]
pub struct GroundRow {
    pub ac_no: u32,
    pub district: String,
    pub division: String,
    pub pc_no: u32,
    pub pc_name: String,
}

/// A line of `alliances.csv`.
#[derive(Deserialize)]
pub struct AllianceRow {
    pub election: String,
    pub alliance: String,
    pub name_en: String,
    pub name_hi: String,
    pub party_code: String,
    pub source: String,
}

/// A line of `names_hi_constituencies.csv`.
#[derive(Deserialize)]
pub struct SeatNameRow {
    pub ac_no: u32,
    pub name_hi: String,
    pub variants: String,
}

/// A line of `names_hi_places.csv`.
#[derive(Deserialize)]
pub struct PlaceNameRow {
    pub kind: String,
    pub name_en: String,
    pub name_hi: String,
    pub short_hi: String,
    pub variants: String,
}

/// A line of `names_hi_parties.csv`: parties, alliances and the labels that are neither.
#[derive(Default, Deserialize)]
pub struct PartyNameRow {
    pub party_code: String,
    pub name_en: String,
    pub name_hi: String,
    pub short_hi: String,
    pub variants: String,
    pub kind: String,
}

/// A line of `jharkhand_2024_parties.csv`: the only file with full English names of the small parties.
#[derive(Deserialize)]
pub struct FullNameRow {
    pub party_code: String,
    pub party: String,
}

/// A line of `people.csv`.
#[derive(Deserialize)]
pub struct PersonRow {
    pub ac_no: u32,
    pub candidate: String,
    pub name_hi: String,
}

/// The spellings of a cell like `पकौर [MON] | पाकुर [TJS]`, without the keys of who prints them.
pub fn spellings(cell: &str) -> Vec<String> {
    cell.split('|')
        .map(|part| part.split('[').next().unwrap_or_default().trim())
        .filter(|spelling| !spelling.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A percentage with up to two decimals in hundredths: "73.3" is 7330. Nothing is rounded.
///
/// # Errors
/// When it is no such number.
pub fn hundredths(cell: &str) -> Result<Option<u32>> {
    if cell.is_empty() {
        return Ok(None);
    }
    let (whole, part) = cell.split_once('.').unwrap_or((cell, "0"));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit()) && !text.is_empty();
    if !digits(whole) || !digits(part) || part.len() > 2 {
        anyhow::bail!("no percentage with up to two decimals: {cell:?}");
    }
    let part: u32 = format!("{part:0<2}").parse()?;
    Ok(Some(whole.parse::<u32>()? * 100 + part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_read_to_the_hundredth() {
        for (cell, expected) in [("67.74", 6774), ("67.3", 6730), ("75", 7500), ("0.05", 5)] {
            assert_eq!(hundredths(cell).unwrap(), Some(expected), "{cell}");
        }
        assert_eq!(hundredths("").unwrap(), None);
        for cell in ["67.745", "x", "6,5", "-1", ".5", "1.", "+1"] {
            assert!(hundredths(cell).is_err(), "{cell}");
        }
    }

    #[test]
    fn spellings_come_without_their_keys() {
        let cell = "जमशेदपुर (पूर्व) [JSR] | जमशेदपुर पूर्वी [JAN;TAA;PKE]";
        assert_eq!(spellings(cell), ["जमशेदपुर (पूर्व)", "जमशेदपुर पूर्वी"]);
        assert!(spellings("").is_empty());
    }
}
