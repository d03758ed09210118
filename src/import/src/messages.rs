//! Sentences about a file, in English and Hindi, from `words/messages.csv`.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Serialize;

use crate::words;

/// A sentence in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// English.
    pub en: String,
    /// Hindi.
    pub hi: String,
}

/// Values that stand in a sentence, by the name in braces.
pub type Values = Vec<(&'static str, String)>;

static MESSAGES: LazyLock<HashMap<String, Sentence>> = LazyLock::new(|| {
    let rows = words::table(include_str!("../words/messages.csv"));
    rows.into_iter()
        .filter_map(|row| {
            let [code, en, hi] = <[String; 3]>::try_from(row).ok()?;
            Some((code, Sentence { en, hi }))
        })
        .collect()
});

/// The sentence of a code, with its values in place.
pub fn say(code: &str, values: &Values) -> Sentence {
    let Some(message) = MESSAGES.get(code) else {
        return Sentence {
            en: code.to_owned(),
            hi: code.to_owned(),
        };
    };
    Sentence {
        en: fill(&message.en, values),
        hi: fill(&message.hi, values),
    }
}

fn fill(template: &str, values: &Values) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        let value = values.iter().find(|(known, _)| *known == name);
        out.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    out + rest
}

/// A small number in words, as sentences have it.
pub fn small_number(n: usize) -> String {
    const WORDS: [&str; 11] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    WORDS
        .get(n)
        .map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_two_languages() {
        for row in words::table(include_str!("../words/messages.csv")) {
            assert_eq!(row.len(), 3, "{row:?}");
            let names = |text: &str| text.matches('{').count() == text.matches('}').count();
            assert!(!row[1].is_empty() && !row[2].is_empty() && names(&row[1]) && names(&row[2]));
        }
    }
}
