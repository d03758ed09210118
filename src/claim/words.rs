//! The words of the grammar, with the class each belongs to (`words.csv`).

use super::fold::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a word or phrase means to the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing: it may stand anywhere.
    Fill,
    /// A number word.
    Number(u64),
    /// A number word that is each one's: "one each", "एक-एक".
    Each(u64),
    /// So many times as much: "twice".
    Fold(u64),
    /// A factor of the number before it: "lakh".
    Times(u64),
    /// A class of the grammar.
    Class(&'static str),
}

const WORDS: &str = include_str!("words.csv");

/// The words by their folded form.
pub struct Words {
    by_key: HashMap<String, Meaning>,
    longest: usize,
}

/// The words of all languages.
pub fn words() -> &'static Words {
    static ALL: OnceLock<Words> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Words {
            by_key: HashMap::new(),
            longest: 0,
        };
        for (class, list) in WORDS
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(','))
        {
            for key in list.split('|').map(fold) {
                all.longest = all.longest.max(key.split(' ').count());
                // A word of two classes belongs to the one that stands first.
                all.by_key.entry(key).or_insert_with(|| meaning(class));
            }
        }
        all
    })
}

fn meaning(class: &'static str) -> Meaning {
    let number = |text: &str| text.parse::<u64>().ok();
    if class == "." {
        Meaning::Fill
    } else if let Some(number) = number(class) {
        Meaning::Number(number)
    } else if let Some(number) = class.strip_suffix("each").and_then(number) {
        Meaning::Each(number)
    } else if let Some(number) = class.strip_suffix("fold").and_then(number) {
        Meaning::Fold(number)
    } else if let Some(times) = class.strip_prefix('x').and_then(number) {
        Meaning::Times(times)
    } else if class == "dozen" {
        Meaning::Times(12)
    } else {
        Meaning::Class(class)
    }
}

impl Words {
    /// The longest phrase that the folded words begin with: how many words, and what it means.
    pub fn longest(&self, words: &[String]) -> Option<(usize, Meaning)> {
        (1..=self.longest.min(words.len())).rev().find_map(|n| {
            let meaning = self.by_key.get(&words[..n].join(" "))?;
            Some((n, *meaning))
        })
    }
}
