//! Texts as they are compared.

/// A text as it is compared: small letters, words parted by one space, no signs, one spelling of
/// what Devanagari writes in several ways (nukta, chandrabindu, the nasal before a consonant).
pub fn fold(text: &str) -> String {
    let spelled: Vec<char> = text
        .chars()
        .flat_map(plain)
        .flat_map(char::to_lowercase)
        .collect();
    let mut out = String::with_capacity(text.len());
    let mut chars = spelled.iter().copied().enumerate();
    while let Some((i, c)) = chars.next() {
        if let (true, Some('\u{94d}'), Some(after)) =
            (is_nasal(c), spelled.get(i + 1), spelled.get(i + 2))
            && ('\u{915}'..='\u{92d}').contains(after)
            && !is_nasal(*after)
        {
            out.push('\u{902}');
            chars.next();
        } else if is_letter(c) || c.is_numeric() {
            out.push(c);
        } else if !matches!(c, '\u{200c}' | '\u{200d}') && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.trim().to_owned()
}

fn is_nasal(c: char) -> bool {
    matches!(c, 'ङ' | 'ञ' | 'ण' | 'न' | 'म')
}

/// A letter without what only some writers set.
fn plain(c: char) -> Option<char> {
    const NUKTA: [char; 8] = ['क', 'ख', 'ग', 'ज', 'ड', 'ढ', 'फ', 'य'];
    match c {
        '\u{93c}' => None,
        '\u{901}' => Some('\u{902}'),
        '\u{958}'..='\u{95f}' => Some(NUKTA[(c as u32 - 0x958) as usize]),
        c => Some(c),
    }
}

/// Whether a character belongs to a word: letters, and the marks that Indic scripts write on them.
pub fn is_letter(c: char) -> bool {
    let mark = ('\u{900}'..='\u{dff}').contains(&c)
        && !c.is_numeric()
        && !matches!(c, '\u{964}' | '\u{965}' | '\u{970}');
    c.is_alphabetic() || mark || ('\u{300}'..='\u{36f}').contains(&c)
}
