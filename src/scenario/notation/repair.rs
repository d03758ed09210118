//! Undoes what mail programs, chat windows and word processors do to a link, where the checksum then fits.

use super::verified;

/// The text after the checksum if the checksum fits after undoing common damage.
pub fn repaired(text: &str) -> Option<String> {
    let mut candidate = text.to_owned();
    // Twice: a link that went through two programs is escaped twice.
    for _ in 0..3 {
        for typed in retyped(&candidate) {
            for end in ends(&typed) {
                if let Some(body) = typed.get(..end).and_then(verified) {
                    return Some(body.to_owned());
                }
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

/// The text as it stands, and what it may have been before a program set it in type: it broke the line, escaped `_` and `~`
/// for Markdown, drew hyphens together to dashes, and made spaces of `+`.
fn retyped(text: &str) -> Vec<String> {
    let invisible = |c: char| {
        matches!(
            c,
            '\u{ad}' | '\u{200b}'
                ..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\\' | '\n' | '\r' | '\t'
        )
    };
    let bare = text
        .replace(invisible, "")
        .replace(['\u{2010}', '\u{2011}', '\u{2212}'], "-");
    let mut found = vec![text.to_owned(), bare.clone()];
    for [short, long] in [["-", "-"], ["-", "--"], ["--", "--"], ["--", "---"]] {
        let hyphens = bare.replace('\u{2013}', short).replace('\u{2014}', long);
        found.push(hyphens.replace(' ', "+"));
        found.push(hyphens.replace(' ', ""));
        found.push(hyphens);
    }
    found
}

/// Where the text may have ended before something was put behind it: a sentence's punctuation, a tracker's parameters.
fn ends(text: &str) -> Vec<usize> {
    let tail = text.find(['&', '?', '#', ' ', '\n', '\r', '\t', '<', '"']);
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '+';
    let last = tail.unwrap_or(text.len());
    let bare = text[..last].rfind(inside).map_or(0, |at| at + 1);
    [Some(text.len()), tail, Some(bare)]
        .into_iter()
        .flatten()
        .collect()
}

/// Percent escapes and `&amp;` undone once; `None` if the bytes are no text then.
fn unescape(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let digits = text.get(i + 1..i + 3).filter(|_| bytes[i] == b'%');
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
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
    let plain = String::from_utf8(out).ok()?;
    Some(plain.replace("&amp;", "&"))
}
