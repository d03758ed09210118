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
    fn joins_and_cuts_at_whole_characters() {
        let texts = ["a".to_owned(), String::new(), "हि".to_owned()];
        assert_eq!(join(&texts, '+'), "a++हि");
        assert_eq!(join(&[], '+'), "");
        assert_eq!((head("aहि", 1), tail("aहि", 1)), ("a", "हि"));
        assert_eq!((head("aहि", 2), tail("aहि", 9)), ("", ""));
    }
}
