//! The text of a scenario (NOTATION.md): short enough for a link, checked against damage, canonical.

mod format;
mod parse;
mod repair;

use crate::FULL;
use crate::problem::Problems;
use crate::scenario::Scenario;

/// The version of the notation written here; every earlier one is still read.
pub const VERSION: u32 = 1;
/// The longest text that is read, in bytes.
pub const LONGEST: usize = 2_000;
/// Stands for the checksum in texts written by hand.
pub const UNVERIFIED: &str = "0";

/// Verbs of the clauses, in canonical order.
mod verb {
    pub const POOL: &str = "p";
    pub const SWING: &str = "s";
    pub const SWING_PROPORTIONAL: &str = "sp";
    pub const AWARD: &str = "w";
    pub const REALIGN: &str = "r";
    pub const STANCE: &str = "f";
    pub const CROSS: &str = "x";
    pub const RESIGN: &str = "q";
    pub const VACATE: &str = "v";
    pub const ABSENT: &str = "a";
    pub const HOUSE: &str = "h";
}

/// The canonical text: same scenario, same text. No edits: the empty text, which is the declared result.
///
/// # Errors
/// `too-long` if the text would exceed [`LONGEST`] bytes; `bad-id` if it could not be read again as this scenario, since an id
/// holds what none does.
pub fn format(scenario: &Scenario) -> Result<String, Problems> {
    let canonical = scenario.canonical();
    let text = format::format(&canonical)?;
    if !text.is_empty() && parse(&text).as_ref() != Ok(&canonical) {
        return Err(format::bad_id());
    }
    Ok(text)
}

/// The text of a canonical scenario that an election knows all ids of.
pub(crate) fn write(canonical: &Scenario) -> Result<String, Problems> {
    format::format(canonical)
}

/// The scenario a text stands for, canonical. Surrounding damage that mail programs do is undone where the checksum
/// then fits.
///
/// # Errors
/// One problem: `damaged` (not a scenario, or not whole), `newer-version`, `too-long`, or for texts that begin `0~`
/// a problem with the number of the clause that cannot be read.
pub fn parse(text: &str) -> Result<Scenario, Problems> {
    if text.len() > LONGEST {
        let message = format!(
            "{} characters: at most {LONGEST} are read as a scenario",
            text.len()
        );
        return Err(Problems::one("", "too-long", message));
    }
    if text.is_empty() {
        return Ok(Scenario::default());
    }
    if let Some(body) = text
        .strip_prefix(UNVERIFIED)
        .and_then(|t| t.strip_prefix('~'))
    {
        return parse::parse(body);
    }
    let body = if FULL {
        repair::verified_body(text)
    } else {
        repair::whole(text)
    };
    match body {
        Some(body) => parse::parse(&body),
        None => Err(Problems::one(
            "",
            "damaged",
            "the text is not whole: its checksum does not fit",
        )),
    }
}
