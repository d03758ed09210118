//! The text of a scenario (NOTATION.md): short enough for a link, checked against damage, canonical.

mod parse;
#[cfg(feature = "full")]
mod repair;
mod write;

pub(super) use parse::{Fields, Unreadable, constituency_id, count, hundredths, id, ids};
pub(super) use write::Writer;
pub(crate) use write::write;

use super::Scenario;
use crate::checksum::checksum;
use crate::problem::Problems;

/// The version of the notation written here; every earlier one is still read.
pub const VERSION: u32 = 1;
/// The longest text that is read, in bytes: every seat of the largest houses given away. What fits in a
/// link is for whoever makes one to say.
pub const LONGEST: usize = 32_768;
/// Stands for the checksum in texts written by hand.
pub const UNVERIFIED: &str = "0";

/// The canonical text: same scenario, same text. No edits: the empty text, which is the declared result.
///
/// # Errors
/// `too-long` if the text would exceed [`LONGEST`] bytes; `bad-id` if it could not be read again as this scenario, since an id
/// holds what none does.
pub fn format(scenario: &Scenario) -> Result<String, Problems> {
    let canonical = scenario.canonical();
    let text = write(&canonical)?;
    if text.len() > LONGEST {
        return Err(too_long(&text));
    }
    if !text.is_empty() && parse(&text).as_ref() != Ok(&canonical) {
        return Err(write::bad_id());
    }
    Ok(text)
}

/// The scenario a text stands for, canonical. Surrounding damage that mail programs do is undone where the checksum
/// then fits; the small build leaves that to the full one.
///
/// # Errors
/// One problem: `damaged` (not a scenario, or not whole), `newer-version`, `too-long`, or for texts that begin `0~`
/// a problem with the number of the clause that cannot be read.
pub fn parse(text: &str) -> Result<Scenario, Problems> {
    if text.len() > LONGEST {
        return Err(too_long(text));
    }
    if text.is_empty() {
        return Ok(Scenario::default());
    }
    if let Some((UNVERIFIED, body)) = text.split_once('~') {
        return parse::parse(body);
    }
    if let Some(body) = verified(text) {
        return parse::parse(body);
    }
    #[cfg(feature = "full")]
    if let Some(body) = repair::repaired(text) {
        return parse::parse(&body);
    }
    let message = "the text is not whole: its checksum does not fit";
    Err(Problems::one("", "damaged", message))
}

fn too_long(text: &str) -> Problems {
    let length = text.len();
    let message = format_args!("{length} characters: at most {LONGEST} are read as a scenario");
    Problems::one("", "too-long", message)
}

/// The text after the checksum, if the checksum fits.
fn verified(text: &str) -> Option<&str> {
    let (sum, body) = text.split_once('~')?;
    (sum == format!("{:08x}", checksum(body))).then_some(body)
}
