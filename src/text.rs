//! Handling texts in little code: the standard library's searching, joining and slicing bring far more than is used here.

use crate::prelude::*;

/// The texts one after the other with `between` in the gaps.
pub fn join(texts: &[String], between: char) -> String {
    let mut out = String::new();
    for (i, text) in texts.iter().enumerate() {
        if i > 0 {
            out.push(between);
        }
        out.push_str(text);
    }
    out
}

/// Writes a number in decimal.
pub fn push_decimal(out: &mut String, number: u64) {
    let mut digits = [0; 20];
    let mut first = digits.len();
    let mut rest = number;
    loop {
        first -= 1;
        digits[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend(digits[first..].iter().map(|&digit| char::from(digit)));
}

/// A number in decimal.
pub fn decimal(number: u32) -> String {
    let mut out = String::new();
    push_decimal(&mut out, u64::from(number));
    out
}

/// The first `end` bytes; nothing where that cuts a character in two or is too much.
pub fn head(text: &str, end: usize) -> &str {
    text.get(..end).unwrap_or("")
}

/// What follows the first `start` bytes; nothing where that cuts a character in two or is too much.
pub fn tail(text: &str, start: usize) -> &str {
    text.get(start..).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_standard_library_would() {
        for number in [0, 1, 9, 10, 81, 999_999, u32::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
        let mut most = String::from("-");
        push_decimal(&mut most, u64::MAX);
        assert_eq!(most, format!("-{}", u64::MAX));
    }

    #[test]
    fn joins_and_cuts_at_whole_characters() {
        let texts = ["a".to_owned(), String::new(), "हि".to_owned()];
        assert_eq!(join(&texts, '+'), "a++हि");
        assert_eq!(join(&[], '+'), "");
        assert_eq!((head("aहि", 1), tail("aहि", 1)), ("a", "हि"));
        assert_eq!((head("aहि", 2), tail("aहि", 9)), ("", ""));
    }
}
