//! A text cut into words, numbers and signs, before anything is known of what they mean.

use super::figure::MOST_DIGITS;
use super::fold::{fold, is_letter};
use super::printed::{MOST_DECIMALS, Printed};

/// One piece of a text as it is written.
pub enum Raw<'t> {
    /// A word, folded and as it is written.
    Word {
        /// As words are compared.
        folded: String,
        /// As it stands.
        written: &'t str,
    },
    /// A number.
    Number(Printed),
    /// A year.
    Year(u32),
    /// An hour of the clock.
    Hour,
    /// Digits that are no number anybody prints.
    Unreadable,
    /// A sign that parts clauses.
    Sign(char),
}

/// A dash between spaces: it parts clauses as a comma does, unless it stands in a name.
pub const DASH: char = '–';

/// Words, numbers and signs of a text. Brackets, dashes and quotation marks part words and no more.
pub fn raw(text: &str) -> Vec<Raw<'_>> {
    let text = text.trim();
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let end = |i: usize| chars.get(i).map_or(text.len(), |(at, _)| *at);
    let signed = (0..chars.len()).any(|i| chars[i].1 == '+' && is_change(&chars, i));
    let mut raw = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i].1;
        if digit(c).is_some() {
            let (taken, found) = number(&chars[i..]);
            raw.push(found);
            i += taken;
        } else if is_letter(c) {
            let word = |c: char| is_letter(c) || matches!(c, '\u{200c}' | '\u{200d}');
            let n = chars[i..].iter().take_while(|(_, c)| word(*c)).count();
            let written = &text[chars[i].0..end(i + n)];
            let folded = fold(written);
            let possessive = folded == "s" && i > 0 && matches!(chars[i - 1].1, '\'' | '’');
            if !possessive {
                raw.push(Raw::Word { folded, written });
            }
            i += n;
        } else {
            match c {
                '%' | '٪' => raw.push(percent()),
                '-' | '–' | '—' if is_range(&chars, i) => raw.push(word_of("range")),
                '&' => raw.push(word_of("and")),
                '/' => raw.push(word_of("of")),
                '+' if is_led(&chars, i) => raw.push(word_of("led")),
                // "34 (+4)", "JMM +4, BJP -4": a change, said after a comma. A minus outside of
                // brackets may be a dash, unless a plus stands so, too.
                '+' | '-' | '−' if is_change(&chars, i) && (signed || is_bracketed(&chars, i)) => {
                    raw.push(Raw::Sign(','));
                    raw.push(word_of(if c == '+' {
                        "plus change"
                    } else {
                        "minus change"
                    }));
                }
                '-' | '–' | '—' if stands_alone(&chars, i) => raw.push(Raw::Sign(DASH)),
                ',' | ';' | ':' | '=' | '+' | '\n' | '।' => raw.push(Raw::Sign(c)),
                '.' if ends_sentence(&chars, i) => raw.push(Raw::Sign('.')),
                _ => {}
            }
            i += 1;
        }
    }
    raw
}

/// Whether a dash stands between digits: "20-25", "20 – 25".
fn is_range(chars: &[(usize, char)], at: usize) -> bool {
    let is_digit = |i: usize| chars.get(i).is_some_and(|(_, c)| digit(*c).is_some());
    let space = usize::from(stands_alone(chars, at));
    at > space && is_digit(at - 1 - space) && is_digit(at + 1 + space)
}

/// Whether a sign has a space on both sides.
fn stands_alone(chars: &[(usize, char)], at: usize) -> bool {
    let is_space = |i: usize| chars.get(i).is_some_and(|(_, c)| c.is_whitespace());
    at > 0 && is_space(at - 1) && is_space(at + 1)
}

/// Whether a plus stands for the partners of who stands before it: "JMM+ 47".
fn is_led(chars: &[(usize, char)], at: usize) -> bool {
    let after = chars.get(at + 1).map(|(_, c)| *c);
    at > 0
        && is_letter(chars[at - 1].1)
        && after.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ':'))
}

/// Whether a sign may say a change: "(+4)", "JMM +4".
fn is_change(chars: &[(usize, char)], at: usize) -> bool {
    let after = chars.get(at + 1).and_then(|(_, c)| digit(*c));
    let before = at.checked_sub(1).map(|i| chars[i].1);
    after.is_some() && before.is_some_and(|c| c == '(' || c.is_whitespace())
}

fn is_bracketed(chars: &[(usize, char)], at: usize) -> bool {
    at > 0 && chars[at - 1].1 == '('
}

fn percent() -> Raw<'static> {
    word_of("percent")
}

fn word_of(word: &'static str) -> Raw<'static> {
    Raw::Word {
        folded: word.to_owned(),
        written: word,
    }
}

/// A full stop ends a sentence if a space or nothing follows and more than one letter stood before.
fn ends_sentence(chars: &[(usize, char)], at: usize) -> bool {
    let after = chars.get(at + 1).is_none_or(|(_, c)| c.is_whitespace());
    let letters = chars[..at]
        .iter()
        .rev()
        .take_while(|(_, c)| is_letter(*c))
        .count();
    after && letters != 1
}

/// Zeros of the scripts whose digits are read; nine more digits follow each.
const ZEROS: [u32; 36] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xFF10,
];

/// Value of a digit of any script.
pub fn digit(c: char) -> Option<u64> {
    let code = c as u32;
    let after = ZEROS.partition_point(|zero| *zero <= code);
    let zero = ZEROS[after.checked_sub(1)?];
    (code - zero < 10).then(|| u64::from(code - zero))
}

/// A number, a year or an hour at the front; how many characters it takes.
fn number(chars: &[(usize, char)]) -> (usize, Raw<'static>) {
    let at = |i: usize| chars.get(i).map(|(_, c)| *c);
    let is_digit = |i: usize| at(i).and_then(digit).is_some();
    let run = |from: usize| (from..).take_while(|&i| is_digit(i)).count();
    let first = run(0);
    let mut end = first;
    // Groups of two or three digits after commas, the last of three.
    let mut groups = end;
    while first <= 3 && at(groups) == Some(',') && matches!(run(groups + 1), 2 | 3) {
        groups += 1 + run(groups + 1);
        if run(groups - 3) == 3 {
            end = groups;
        }
    }
    let grouped = end > first;
    let whole = end;
    if !grouped && matches!(at(end), Some(':' | '.')) && run(end + 1) == 2 {
        let sign = at(end);
        let past = end + 3;
        let space = usize::from(at(past) == Some(' '));
        let tail: String = (past + space..past + space + 2).filter_map(at).collect();
        let clock = ["am", "pm", "AM", "PM", "बज"].contains(&tail.as_str());
        if clock || (sign == Some(':') && first == 2) {
            return (if clock { past + space + 2 } else { past }, Raw::Hour);
        }
    }
    let mut decimals = 0;
    if at(end) == Some('.') && is_digit(end + 1) {
        decimals = run(end + 1);
        end += 1 + decimals;
    }
    let digits = (0..end).filter_map(at).filter_map(digit);
    let value = digits.fold(0_u64, |all, d| all.saturating_mul(10).saturating_add(d));
    if value > MOST_DIGITS || decimals as u32 > MOST_DECIMALS {
        return (end, Raw::Unreadable);
    }
    let bare = whole == 4 && !grouped && decimals == 0;
    let found = match value {
        1900..=2099 if bare => Raw::Year(value as u32),
        _ => Raw::Number(Printed {
            decimals: decimals as u32,
            ..Printed::whole(value)
        }),
    };
    (end, found)
}
