//! Names as people write them, from names as files have them.

use crate::numbers;
use crate::words;

/// A name in capitals with small letters: `BARHAIT (ST)` → `Barhait (ST)`. Others are kept.
pub fn titled(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let capitals = name.chars().any(|c| c.is_uppercase()) && !name.chars().any(char::is_lowercase);
    if !capitals || (name.chars().count() < 4 && !name.contains(' ')) {
        return name;
    }
    let word = |word: &str| {
        let short = word.starts_with('(') && word.ends_with(')') && word.chars().count() <= 5;
        if short || word.chars().any(|c| c.is_ascii_digit()) {
            return word.to_owned();
        }
        let mut out = String::new();
        let mut start = true;
        for c in word.chars() {
            if start {
                out.push(c);
            } else {
                out.extend(c.to_lowercase());
            }
            start = !c.is_alphabetic() && c != '\'' && c != '’';
        }
        out
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The category at the end of a constituency's name: `DEOGHAR (SC)`.
pub fn category(name: &str) -> Option<(&str, &str)> {
    let (before, after) = name.trim_end().rsplit_once('(')?;
    let category = after.strip_suffix(')')?.trim();
    let known = matches!(
        category,
        "SC" | "ST" | "GEN" | "Sc" | "St" | "Gen" | "sc" | "st" | "gen"
    );
    (known && !before.trim().is_empty()).then(|| (before.trim_end(), category))
}

/// A number in front of a name: `8 Nota`, `12. A. Kumar`.
pub fn serial(name: &str) -> Option<(u32, &str)> {
    let name = name.trim();
    let end = name.find(|c| numbers::digit(c).is_none())?;
    let number = numbers::votes(&name[..end], false).ok()?;
    let rest = name[end..].strip_prefix(['.', ')']).unwrap_or(&name[end..]);
    let rest = rest.strip_prefix([' ', '\u{a0}'])?.trim_start();
    (number > 0 && !rest.is_empty()).then_some((number, rest))
}

/// A code in front of a constituency's name: `P.001 Padang Besar`, `15 - DEOGHAR`.
pub fn code(name: &str) -> Option<(&str, &str)> {
    let (first, rest) = name.trim().split_once(' ')?;
    let code = first.trim_end_matches(['.', ')', ':', '-', '–']);
    let rest = rest.trim_start_matches(['-', '–', ':', ' ']);
    let letters = code.chars().filter(|c| c.is_alphabetic()).count();
    let digits = code.chars().any(|c| numbers::digit(c).is_some());
    (digits && letters <= 4 && code.len() <= 12 && !rest.is_empty()).then_some((code, rest))
}

/// Digits of any script as 0 to 9; a spreadsheet's `15.0` as `15`.
pub fn plain_code(code: &str) -> String {
    let digits = |c: char| match numbers::digit(c) {
        Some((value, _)) => char::from(b'0' + value as u8),
        None => c,
    };
    let code: String = numbers::trim(code).chars().map(digits).collect();
    match code.strip_suffix(".0") {
        Some(whole) if whole.bytes().all(|b| b.is_ascii_digit()) => whole.to_owned(),
        _ => code,
    }
}

/// The text two spellings of a party have in common: letters and digits in one case.
pub fn bare(label: &str) -> String {
    words::normal(label).replace(' ', "")
}

/// An id of a party from its label: letters and digits of the Latin script, else its initials.
pub fn party_id(label: &str) -> Option<String> {
    let slug: String = label.chars().filter(char::is_ascii_alphanumeric).collect();
    let latin = label
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(|c| c.is_ascii());
    if !latin || slug.is_empty() {
        return None;
    }
    let words: Vec<&str> = label
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty() && !matches!(*word, "of" | "the" | "and" | "for"))
        .collect();
    let id = if label.split_whitespace().count() > 2 || slug.len() > 24 {
        words
            .iter()
            .filter_map(|word| word.chars().next())
            .collect::<String>()
            .to_uppercase()
    } else {
        slug
    };
    let id: String = id.chars().take(20).collect();
    let fits = id.starts_with(|c: char| c.is_ascii_alphabetic());
    Some(if fits { id } else { format!("P{id}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_become_names() {
        for (name, expected) in [
            ("BARHAIT (ST)", "Barhait (ST)"),
            ("TORPA", "Torpa"),
            ("T.P.R. SELVAME", "T.P.R. Selvame"),
            ("MD. TAJUDDIN", "Md. Tajuddin"),
            ("NORTH-EAST  DELHI", "North-East Delhi"),
            ("P.007 Krian", "P.007 Krian"),
            ("डुमरी", "डुमरी"),
            ("Ynys Môn", "Ynys Môn"),
        ] {
            assert_eq!(titled(name), expected);
        }
    }

    #[test]
    fn codes_and_serials_stand_in_front() {
        assert_eq!(code("P.001 Padang Besar"), Some(("P.001", "Padang Besar")));
        assert_eq!(
            code("15 - DEOGHAR (Jharkhand)"),
            Some(("15", "DEOGHAR (Jharkhand)"))
        );
        assert_eq!(code("NA-1 Chitral"), Some(("NA-1", "Chitral")));
        assert_eq!(code("Padang Besar"), None);
        assert_eq!(serial("8 Nota"), Some((8, "Nota")));
        assert_eq!(serial("12. A. Kumar"), Some((12, "A. Kumar")));
        assert_eq!(serial("3rd Way"), None);
        assert_eq!(plain_code("१५"), "15");
        assert_eq!(category("DEOGHAR (SC)"), Some(("DEOGHAR", "SC")));
        assert_eq!(party_id("JD(U)").as_deref(), Some("JDU"));
        assert_eq!(party_id("CPI(ML)L").as_deref(), Some("CPIMLL"));
        assert_eq!(party_id("Party of the People").as_deref(), Some("PP"));
        assert_eq!(party_id("झामुमो"), None);
    }
}
