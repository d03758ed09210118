//! The numbers of a clause, and what stands around each.

use super::clauses::{Clause, classes};
use super::rules::{Classes, Context};
use crate::claim::printed::{Bound, Printed};
use crate::claim::token::Token;
use std::ops::Range;

/// What a word says that a number counts; none if it says nothing of that.
fn counted(token: &Token) -> Option<&'static str> {
    Some(match token {
        Token::Class("cand") => "mla",
        Token::Class("valid") => "votes",
        Token::Class(class @ ("pct" | "points" | "votes" | "seats" | "member" | "mla")) => class,
        _ => return None,
    })
}

/// Words that may stand between the two numbers of "34 of 43".
const BETWEEN: [&str; 15] = [
    "of", "hiof", "hiin", "seats", "mla", "cand", "won", "wins", "got", "who", "in", "place",
    "area", "be", "ko",
];

/// A number of a clause.
#[derive(Debug, Clone)]
pub struct Item {
    /// The number.
    pub number: Printed,
    /// Where it stands in the clause.
    pub at: usize,
    /// Its unit.
    pub unit: &'static str,
    /// Classes since the number before, "part" and "whole" among them.
    pub left: Classes,
    /// Classes up to the next number.
    pub right: Classes,
    /// Whether it says how many are missing: "all but one of the 28".
    pub all_but: bool,
}

/// The numbers of a clause with what stands around them.
pub fn items(clause: &Clause, own_year: Option<u32>) -> Vec<Item> {
    let tokens = &clause.tokens;
    let places: Vec<usize> = (0..tokens.len())
        .filter(|&i| matches!(tokens[i], Token::Number(_)))
        .collect();
    let mut all: Vec<Item> = Vec::new();
    for (k, &at) in places.iter().enumerate() {
        let before = k.checked_sub(1).map_or(0, |k| places[k] + 1);
        let after = places.get(k + 1).copied().unwrap_or(tokens.len());
        let mut item = item(clause, at, before..after, own_year);
        if k > 0 && before == at {
            item.left.0.push("bare");
        }
        if k + 1 < places.len() {
            item.right.0.push("next");
        }
        all.push(item);
    }
    pair_parts(&mut all, tokens, own_year);
    all
}

/// The number at a place of its clause, with what stands around it between its neighbours.
fn item(clause: &Clause, at: usize, around: Range<usize>, own_year: Option<u32>) -> Item {
    let tokens = &clause.tokens;
    let Token::Number(number) = tokens[at] else {
        unreachable!("a number stands there");
    };
    let (before, after) = (&tokens[around.start..at], &tokens[at + 1..around.end]);
    let mut left = classes(before, own_year);
    let mut right = classes(after, own_year);
    let unit = match unit(after) {
        // Lakhs and crores are votes.
        "none" if number.unit > 1 => "votes",
        "none" if number.decimals > 0 && clause.of_shares => "pct",
        unit => unit,
    };
    right.0.extend(first(after, own_year));
    match number.bound {
        Bound::Under | Bound::Most => left.0.push("under"),
        Bound::Over | Bound::Least => left.0.push("over"),
        Bound::Exact | Bound::About => {}
    }
    if let Some(rival) = clause.rival {
        if (around.start..at).contains(&rival.at) {
            left.0.push("rival");
        } else if (at..around.end).contains(&rival.at) {
            right.0.push("rival");
        }
    }
    if around.start == 0 && clause.equals {
        left.0.push("equals");
    }
    Item {
        number,
        at,
        unit,
        all_but: left.has("allbut"),
        left,
        right,
    }
}

/// Marks the two numbers of "34 of 43", of "43 में से 34" and "43 में 34", and the one of which
/// another is a part in "34 सीटें जीतीं 43 में से".
fn pair_parts(items: &mut [Item], tokens: &[Token], own_year: Option<u32>) {
    let seats = |item: &Item| matches!(item.unit, "none" | "seats" | "mla");
    for k in 1..items.len() {
        let words = &tokens[items[k - 1].at + 1..items[k].at];
        let between = classes(words, own_year);
        let read = |token: &Token| !matches!(token, Token::Unknown(_));
        let known = between.0.iter().all(|class| BETWEEN.contains(class)) && words.iter().all(read);
        let (first, second) = (&items[k - 1], &items[k]);
        let within = between.has("hiin") && seats(first) && seats(second);
        let hindi = between.has("hiof") || within;
        if known && (between.has("of") || hindi) {
            let (part, whole) = if hindi { (k, k - 1) } else { (k - 1, k) };
            items[part].left.0.push("part");
            items[whole].left.0.push("whole");
        }
    }
    if let [before @ .., last] = items
        && last.right.has("hiof")
        && !last.left.has("part")
    {
        last.left.0.push("whole");
        if let [.., part] = before {
            part.left.0.push("part");
        }
    }
}

/// The first word after a number that says what it counts. A word nobody knows directly after it
/// counts something else.
fn unit(after: &[Token]) -> &'static str {
    for (i, token) in after.iter().enumerate() {
        if let Some(unit) = counted(token) {
            return unit;
        }
        match token {
            Token::Name(..) | Token::Class("more" | "less" | "ko") => {}
            Token::Unknown(_) if i == 0 => {
                let units = after.iter().filter_map(counted);
                let mut of_seats = units.filter(|unit| matches!(*unit, "seats" | "votes" | "mla"));
                return of_seats.next().unwrap_or("unknown");
            }
            _ => break,
        }
    }
    "none"
}

/// The class directly after a number and its unit, as "x-first".
fn first(after: &[Token], own_year: Option<u32>) -> Option<&'static str> {
    let skipped = |token: &&Token| {
        counted(token).is_some() || matches!(token, Token::Class("in" | "hiin" | "be"))
    };
    match after.iter().find(|token| !skipped(token))? {
        Token::Year(year) if Some(*year) != own_year => Some("then-first"),
        Token::Class(class) => Some(match *class {
            "then" => "then-first",
            "house" => "house-first",
            "up" => "up-first",
            "down" => "down-first",
            "lost" => "lost-first",
            "above" => "above-first",
            "more" | "over" | "morethan" => "more-first",
            "mark" => "mark-first",
            "contested" => "contested-first",
            "leading" => "leading-first",
            "won" | "got" => "won-first",
            _ => return None,
        }),
        _ => None,
    }
}

/// Classes that speak of the text as a whole.
pub fn of_text(clauses: &[Clause], own_year: Option<u32>) -> Classes {
    let mut all: Vec<&'static str> = clauses
        .iter()
        .flat_map(|clause| clause.classes.0.iter().copied())
        .collect();
    let items: Vec<Item> = clauses
        .iter()
        .flat_map(|clause| items(clause, own_year))
        .collect();
    let counted = |item: &Item| matches!(item.unit, "seats" | "mla") || item.right.has("seats");
    let limit = |bounds: [Bound; 2]| {
        items
            .iter()
            .any(|item| bounds.contains(&item.number.bound) && !counted(item))
    };
    // After a list of two or more, a number by itself is what it comes to.
    if items.len() > 2 {
        all.push("listed");
    }
    if items.iter().any(counted) {
        all.push("seatsnum");
        let said = ["margin", "decided", "wins"]
            .iter()
            .any(|class| all.contains(class));
        if limit([Bound::Under, Bound::Most]) && said {
            all.push("under-limit");
        } else if limit([Bound::Over, Bound::Least]) && said {
            all.push("over-limit");
        }
    }
    let leading = |item: &Item| item.left.has("leading") || item.right.has("leading-first");
    if items.iter().any(leading) {
        all.push("leading-num");
    }
    Classes(all)
}

/// The context of a number.
pub fn context<'a>(item: &Item, clause: &'a Classes, text: &'a Classes) -> Context<'a> {
    Context {
        unit: item.unit,
        left: item.left.clone(),
        right: item.right.clone(),
        clause: Some(clause),
        text: Some(text),
    }
}
