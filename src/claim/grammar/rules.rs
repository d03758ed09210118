//! The lines of the grammar: which measure a number has, by what stands around it.

use crate::claim::measure::Measure;
use std::sync::OnceLock;

/// What a line of the grammar makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It says a measure.
    Measure(Measure),
    /// It is a limit that another number depends on.
    Limit,
    /// It is the share of votes that follow, for a pool.
    Follows,
    /// It is the base of a mark.
    Base,
    /// It may mean two things that nothing tells apart.
    Unclear,
}

/// The classes around a number, or in a clause.
#[derive(Debug, Clone, Default)]
pub struct Classes(pub Vec<&'static str>);

impl Classes {
    /// Whether the class is there.
    pub fn has(&self, class: &str) -> bool {
        self.0.contains(&class)
    }
}

/// What stands around a number.
#[derive(Debug, Clone, Default)]
pub struct Context<'a> {
    /// The class directly after it that says what is counted; "none", "unknown" for a word nobody
    /// knows, "-" for a clause without a number.
    pub unit: &'static str,
    /// Since the number before it in its clause.
    pub left: Classes,
    /// Up to the next number of its clause.
    pub right: Classes,
    /// In its clause.
    pub clause: Option<&'a Classes>,
    /// In the text.
    pub text: Option<&'a Classes>,
}

/// What a line makes of a number: one meaning, or two where nothing tells which is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meanings {
    /// The plainer one.
    pub first: Role,
    /// Another that the words may have as well.
    pub second: Option<Role>,
}

struct Rule {
    meanings: Meanings,
    unit: &'static str,
    cells: [&'static str; 4],
}

const GRAMMAR: &str = include_str!("../grammar.csv");

fn rules() -> &'static [Rule] {
    static ALL: OnceLock<Vec<Rule>> = OnceLock::new();
    ALL.get_or_init(|| {
        let lines = GRAMMAR
            .lines()
            .skip(1)
            .filter(|line| !line.starts_with('#'));
        lines.filter_map(rule).collect()
    })
}

fn rule(line: &'static str) -> Option<Rule> {
    let mut cells = line.split(',');
    let role = |word: &str| {
        Some(match word {
            "limit" => Role::Limit,
            "share-follows" => Role::Follows,
            "base" => Role::Base,
            "?" => Role::Unclear,
            word => Role::Measure(Measure::from_word(word)?),
        })
    };
    let (first, second) = match cells.next()? {
        pair if pair.contains('/') => pair.split_once('/').map(|(a, b)| (a, Some(b)))?,
        alone => (alone, None),
    };
    let meanings = Meanings {
        first: role(first)?,
        second: second.and_then(role),
    };
    let mut next = || cells.next().map(str::trim);
    Some(Rule {
        meanings,
        unit: next()?,
        cells: [next()?, next()?, next()?, next()?],
    })
}

impl Rule {
    fn fits(&self, context: &Context) -> bool {
        let unit = match self.unit {
            "*" => context.unit != "-",
            units => units.split('|').any(|unit| unit == context.unit),
        };
        let empty = Classes::default();
        let around = [
            &context.left,
            &context.right,
            context.clause.unwrap_or(&empty),
            context.text.unwrap_or(&empty),
        ];
        unit && self
            .cells
            .iter()
            .zip(around)
            .all(|(cell, classes)| holds(cell, classes))
    }
}

/// Whether all words of a cell hold: `a|b` one of them, `!a` not that one.
fn holds(cell: &str, classes: &Classes) -> bool {
    let one = |word: &str| match word.strip_prefix('!') {
        Some(class) => !classes.has(class),
        None => classes.has(word),
    };
    cell.split_whitespace().all(|word| word.split('|').any(one))
}

/// What the first line that fits makes of a number.
pub fn meanings(context: &Context) -> Option<Meanings> {
    let rule = rules().iter().find(|rule| rule.fits(context))?;
    Some(rule.meanings)
}

/// Everything a clause says without a number; none if it says something that is not read.
pub fn numberless(context: &Context) -> Option<Vec<Measure>> {
    let fitting = rules().iter().filter(|rule| rule.fits(context));
    let mut found = Vec::new();
    for rule in fitting {
        match rule.meanings.first {
            Role::Measure(measure) if !found.contains(&measure) => found.push(measure),
            Role::Unclear => return None,
            _ => {}
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let lines = GRAMMAR
            .lines()
            .skip(1)
            .filter(|line| !line.starts_with('#'));
        let unread: Vec<&str> = lines.clone().filter(|line| rule(line).is_none()).collect();
        assert_eq!(unread, Vec::<&str>::new());
        assert_eq!(rules().len(), lines.count());
    }

    #[test]
    fn cells_ask_for_all_any_and_none() {
        let classes = Classes(vec!["won", "mark"]);
        for (cell, expected) in [
            ("", true),
            ("won mark", true),
            ("won short", false),
            ("short|won", true),
            ("!short", true),
            ("won !mark", false),
        ] {
            assert_eq!(holds(cell, &classes), expected, "{cell}");
        }
    }
}
