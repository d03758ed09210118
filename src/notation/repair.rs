//! Undoes what mail programs and chat windows do to a link, where the checksum then fits.

use super::format::hexadecimal;
use crate::checksum::checksum;
use crate::text::{around, head};

/// The text after the checksum if the checksum fits as it stands.
pub fn whole(text: &str) -> Option<String> {
    verify(text).map(str::to_owned)
}

/// The text after the checksum if the checksum fits, as it stands or after undoing common damage.
pub fn verified_body(text: &str) -> Option<String> {
    let mut candidate = text.to_owned();
    // Twice: a link that went through two programs is escaped twice.
    for _ in 0..3 {
        for end in ends(&candidate) {
            if let Some(body) = verify(head(&candidate, end)) {
                return Some(body.to_owned());
            }
        }
        let unescaped = unescape(&candidate)?;
        if unescaped == candidate {
            return None;
        }
        candidate = unescaped;
    }
    None
}

fn verify(text: &str) -> Option<&str> {
    let (sum, body) = around(text, b'~')?;
    (sum == hexadecimal(checksum(body))).then_some(body)
}

/// Where the text may have ended before something was put behind it: a sentence's punctuation, a tracker's parameters.
fn ends(text: &str) -> Vec<usize> {
    let mut ends = vec![text.len()];
    if let Some(tail) = text.find(['&', '?', '#', ' ', '\n', '\r', '\t', '<', '"']) {
        ends.push(tail);
    }
    let last = *ends.last().unwrap_or(&0);
    let inside = |&byte: &u8| byte.is_ascii_alphanumeric() || byte == b'+';
    let bare = head(text, last).as_bytes().iter().rposition(inside);
    ends.push(bare.map_or(0, |at| at + 1));
    ends
}

/// Percent escapes and `&amp;` undone once; `None` if the bytes are no text then.
fn unescape(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = (bytes[i] == b'%')
            .then(|| text.get(i + 1..i + 3))
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match hex {
            Some(byte) => {
                out.push(byte);
                i += 3;
            }
            None => {
                out.push(bytes[i]);
                i += 1;
            }
        }
    }
    let mut plain = Vec::with_capacity(out.len());
    let mut i = 0;
    while i < out.len() {
        plain.push(out[i]);
        i += if out[i..].starts_with(b"&amp;") { 5 } else { 1 };
    }
    String::from_utf8(plain).ok()
}
