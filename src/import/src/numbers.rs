//! A cell is read whole or refused: votes in digits of any script, grouped the Western or the
//! Indian way or not at all.

use crate::words;

/// Why a cell holds no number of votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Digits and separators that no way of grouping explains: `19,2.34`, `1.234`, `007`.
    Grouping,
    /// Something else than a number.
    NotANumber,
    /// Below 0.
    Negative,
    /// Above 4,294,967,295.
    TooLarge,
}

impl Fault {
    /// The code of the problem.
    pub fn code(self) -> &'static str {
        match self {
            Fault::Grouping => "votes-grouping",
            Fault::NotANumber => "votes-not-a-number",
            Fault::Negative => "votes-negative",
            Fault::TooLarge => "votes-too-large",
        }
    }
}

/// Zeros of the scripts whose digits are read; nine more digits follow each.
const ZEROS: [u32; 38] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x11066,
];

/// Value of a digit and the zero of its script.
pub fn digit(c: char) -> Option<(u32, u32)> {
    if c.is_ascii() {
        return c.to_digit(10).map(|value| (value, 0x30));
    }
    let code = c as u32;
    let after = ZEROS.partition_point(|zero| *zero <= code);
    let zero = ZEROS[after.checked_sub(1)?];
    (code - zero < 10).then(|| (code - zero, zero))
}

/// Whether a character may stand between groups of digits.
fn is_separator(c: char) -> bool {
    matches!(c, ',' | '.' | '\'' | '’' | '٬') || is_space(c)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}')
}

/// Whether a cell says that there is no figure: empty, a dash, "NA".
pub fn is_blank(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || words::no_figure(cell)
}

/// A whole number of at most 32 bits. `dots` groups by dots, as `12.345`.
pub fn votes(cell: &str, dots: bool) -> Result<u32, Fault> {
    let cell = trim(cell);
    // Nearly all cells are a few plain digits.
    let bytes = cell.as_bytes();
    if (1..=9).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit) && bytes[0] != b'0' {
        return Ok(bytes
            .iter()
            .fold(0, |sum, b| sum * 10 + u32::from(b - b'0')));
    }
    if cell == "0" {
        return Ok(0);
    }
    if let Some(rest) = cell.strip_prefix(['-', '−', '–']) {
        let negative = rest.starts_with(|c| digit(c).is_some()) && votes(rest, dots).is_ok();
        return Err(if negative {
            Fault::Negative
        } else {
            Fault::NotANumber
        });
    }
    if let Some(rest) = cell
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        let negative = votes(rest, dots).is_ok();
        return Err(if negative {
            Fault::Negative
        } else {
            Fault::NotANumber
        });
    }
    let mut script = None;
    let (mut value, mut group, mut digits) = (0_u64, 0_usize, 0_usize);
    // Lengths of the groups, each but the last with the separator that follows it.
    let mut groups: Vec<(usize, char)> = Vec::new();
    let mut mixed = false;
    for c in cell.chars() {
        if let Some((d, zero)) = digit(c) {
            mixed |= *script.get_or_insert(zero) != zero;
            value = value.saturating_mul(10).saturating_add(u64::from(d));
            group += 1;
            digits += 1;
        } else if is_separator(c) {
            let c = if is_space(c) { ' ' } else { c };
            groups.push((group, c));
            group = 0;
        } else {
            return Err(Fault::NotANumber);
        }
    }
    if mixed || digits == 0 {
        return Err(Fault::NotANumber);
    }
    let first = cell.chars().find_map(digit).map_or(0, |(d, _)| d);
    if first == 0 && digits > 1 && !(digits == 1 + group && groups.len() == 1) {
        return Err(Fault::Grouping);
    }
    // A spreadsheet's 12.0 is 12.
    if let Some((before, '.')) = groups.last().copied()
        && !dots
        && before > 0
        && (1..=2).contains(&group)
        && zero_tail(cell, group)
    {
        groups.pop();
        value /= 10_u64.pow(group as u32);
        group = before;
    } else if first == 0 && digits > 1 {
        return Err(Fault::Grouping);
    }
    if !grouped(&groups, group, dots) {
        return Err(Fault::Grouping);
    }
    u32::try_from(value).map_err(|_| Fault::TooLarge)
}

fn zero_tail(cell: &str, length: usize) -> bool {
    let mut tail = cell.chars().rev().take(length);
    tail.all(|c| digit(c).is_some_and(|(value, _)| value == 0))
}

fn grouped(groups: &[(usize, char)], last: usize, dots: bool) -> bool {
    let Some((first, separator)) = groups.first().copied() else {
        return true;
    };
    let one_kind = groups.iter().all(|group| group.1 == separator);
    let allowed = (separator == '.') == dots || separator == ' ' || separator == '\'';
    let middle = &groups[1..];
    let western = (1..=3).contains(&first) && middle.iter().all(|group| group.0 == 3);
    let indian = (1..=2).contains(&first) && middle.iter().all(|group| group.0 == 2);
    one_kind && (allowed && (separator != '.' || dots)) && last == 3 && (western || indian)
}

/// Spaces and marks without width around a cell.
pub fn trim(cell: &str) -> &str {
    cell.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
    })
}

/// A share or percentage: a number with decimals, or one with a percent sign.
pub fn is_share(cell: &str) -> bool {
    let cell = trim(cell);
    if let Some(rest) = cell.strip_suffix('%') {
        return rest.trim().chars().any(|c| digit(c).is_some());
    }
    let plain = cell.strip_prefix(['-', '−', '+']).unwrap_or(cell);
    let Some((whole, decimals)) = plain.split_once(['.', ',']) else {
        return false;
    };
    let digits = |text: &str| text.chars().all(|c| digit(c).is_some());
    let grouping = decimals.chars().count() == 3 && !whole.is_empty() && whole != "0";
    digits(whole)
        && digits(decimals)
        && !decimals.is_empty()
        && !grouping
        && !decimals.chars().all(|c| c == '0')
}

/// A number as people print it: 162,197.
pub fn printed(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_every_kind_are_read() {
        for (cell, value) in [
            ("0", 0),
            ("7", 7),
            ("72580", 72_580),
            ("72,580", 72_580),
            ("6,87,389", 687_389),
            ("1,08,35,025", 10_835_025),
            ("72 580", 72_580),
            ("72\u{a0}580", 72_580),
            ("72’580", 72_580),
            ("1'234'567", 1_234_567),
            ("12.0", 12),
            ("0.0", 0),
            ("1,234.00", 1_234),
            ("१,१९,३७९", 119_379),
            ("९५,६१२", 95_612),
            ("٧٢٬٥٨٠", 72_580),
            ("４２", 42),
            (" 42 ", 42),
            ("4294967295", u32::MAX),
        ] {
            assert_eq!(votes(cell, false), Ok(value), "{cell}");
        }
        assert_eq!(votes("12.345", true), Ok(12_345));
    }

    #[test]
    fn everything_else_is_refused() {
        for cell in [
            "19,2.34",
            "2,34",
            "1,234,56",
            "1.234",
            "007",
            "00",
            "0,123",
            "1,23,45",
            "12.5",
            "1,,234",
            ",123",
            "1,234,",
            "1 23",
            "1,234 567",
            "८३,५५",
            "1.0.0",
            "0.00001",
            "1.000",
        ] {
            assert_eq!(votes(cell, false), Err(Fault::Grouping), "{cell}");
        }
        for cell in [
            "",
            "abc",
            "12a",
            "1e5",
            "१2",
            "12*",
            "#REF!",
            "2024-11-23",
            ".",
            ",",
            "--3",
        ] {
            assert_eq!(votes(cell, false), Err(Fault::NotANumber), "{cell}");
        }
        for cell in ["-5", "−5", "-1,234", "(12)"] {
            assert_eq!(votes(cell, false), Err(Fault::Negative), "{cell}");
        }
        assert_eq!(votes("4294967296", false), Err(Fault::TooLarge));
        assert_eq!(votes(&"9".repeat(400), false), Err(Fault::TooLarge));
    }

    #[test]
    fn shares_are_told_from_votes() {
        for cell in [
            "0.017284",
            "38.3",
            "75.56%",
            "26,042143",
            "-0.35",
            "81.67013527557442",
        ] {
            assert!(is_share(cell), "{cell}");
        }
        for cell in ["12", "1,234", "12.0", "6,87,389", "abc", "", "19,2.34"] {
            assert!(!is_share(cell), "{cell}");
        }
    }
}
