//! A text cut into names, numbers, words of the grammar, signs, and what is none of these.

use super::figure::MOST_DIGITS;
use super::names::{Named, Names};
use super::printed::{Bound, Printed};
use super::raw::{DASH, Raw, raw};
use super::words::{Meaning, words};

/// One piece of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// A name: what it may stand for, and as it is written.
    Name(Vec<Named>, String),
    /// A number.
    Number(Printed),
    /// A year, 1900 to 2099: four digits without a separator.
    Year(u32),
    /// An hour of the clock.
    Hour,
    /// A class of the grammar.
    Class(&'static str),
    /// A sign that parts clauses: one of `,;:.=+` and the end of a line.
    Sign(char),
    /// A word that nothing knows, as it is written.
    Unknown(String),
}

/// The longest text that is read, in characters; the press prints no longer sentence.
pub const MOST_TEXT: usize = 2_000;

/// No name and no phrase has more words.
const LONGEST_RUN: usize = 16;

/// Cuts a text. Words that mean nothing to the grammar are dropped.
pub fn tokens(text: &str, names: &Names) -> Vec<Token> {
    let text: String = text.chars().take(MOST_TEXT).collect();
    let raw = raw(&text);
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < raw.len() {
        at += 1;
        match &raw[at - 1] {
            Raw::Number(number) => tokens.push(Token::Number(*number)),
            Raw::Year(year) => tokens.push(Token::Year(*year)),
            Raw::Hour => tokens.push(Token::Hour),
            Raw::Unreadable => tokens.push(Token::Class("unreadable")),
            Raw::Sign(DASH) => tokens.push(Token::Sign(',')),
            Raw::Sign(sign) => tokens.push(Token::Sign(*sign)),
            Raw::Word { .. } => at += word(&raw[at - 1..], names, &mut tokens) - 1,
        }
    }
    bounded(compounded(tokens))
}

/// Reads the words that stand in front; answers how many were taken.
fn word(raw: &[Raw], names: &Names, tokens: &mut Vec<Token>) -> usize {
    if let Some((taken, name)) = dashed(raw, names) {
        tokens.push(name);
        return taken;
    }
    let run = raw.iter().map_while(|one| match one {
        Raw::Word { folded, written } => Some((folded.clone(), *written)),
        _ => None,
    });
    let (folded, written): (Vec<String>, Vec<&str>) = run.take(LONGEST_RUN).unzip();
    let name = names.longest(&folded, &written);
    let phrase = words().longest(&folded);
    if let Some((n, named)) = name
        && phrase.is_none_or(|(m, _)| n >= m)
    {
        tokens.push(Token::Name(named.to_vec(), written[..n].join(" ")));
        return n;
    }
    let Some((n, meaning)) = phrase else {
        tokens.push(Token::Unknown(written[0].to_owned()));
        return 1;
    };
    match meaning {
        Meaning::Fill => {}
        Meaning::Number(n) => tokens.push(Token::Number(Printed::whole(n))),
        Meaning::Each(n) => {
            tokens.push(Token::Number(Printed::whole(n)));
            tokens.push(Token::Class("each"));
        }
        Meaning::Fold(n) => {
            tokens.push(Token::Number(Printed::whole(n)));
            tokens.push(Token::Class("times"));
        }
        Meaning::Times(times) => match tokens.last_mut() {
            Some(Token::Number(number))
                if number.unit == 1 && times == 12 && number.digits <= MOST_DIGITS / 12 =>
            {
                number.digits *= 12;
            }
            Some(Token::Number(number)) if number.unit == 1 => number.unit = times,
            _ => tokens.push(Token::Unknown(written[..n].join(" "))),
        },
        // "And its allies" are those of whom stands before.
        Meaning::Class("led") if !matches!(tokens.last(), Some(Token::Name(..))) => {
            tokens.push(Token::Unknown(written[..n].join(" ")));
        }
        Meaning::Class(class) => tokens.push(Token::Class(class)),
    }
    n
}

/// A name with a dash between spaces, "Gadchiroli - Chimur", that stands in front, and how much of
/// the text it takes.
fn dashed(raw: &[Raw], names: &Names) -> Option<(usize, Token)> {
    let run = raw.iter().take(LONGEST_RUN);
    let mut run = run.take_while(|one| matches!(one, Raw::Word { .. } | Raw::Sign(DASH)));
    if !run.any(|one| matches!(one, Raw::Sign(DASH))) {
        return None;
    }
    let mut places = Vec::new();
    let (mut folded, mut written) = (Vec::new(), Vec::new());
    for (at, one) in raw.iter().enumerate().take(LONGEST_RUN) {
        match one {
            Raw::Word {
                folded: word,
                written: as_it_stands,
            } => {
                places.push(at);
                folded.push(word.clone());
                written.push(*as_it_stands);
            }
            Raw::Sign(DASH) => {}
            _ => break,
        }
    }
    let (n, named) = names.longest(&folded, &written)?;
    let taken = places[n - 1] + 1;
    (taken > n).then(|| (taken, Token::Name(named.to_vec(), written[..n].join(" "))))
}

/// "41 लाख 83 हजार" is one number: a unit and a smaller one directly after it, the last without a
/// unit only beside the votes it counts.
fn compounded(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut all = tokens.into_iter().peekable();
    while let Some(token) = all.next() {
        let whole = match (out.last(), &token) {
            (Some(Token::Number(first)), Token::Number(rest)) => {
                let counted = matches!(all.peek(), Some(Token::Class("votes" | "valid")));
                joined(*first, *rest).filter(|_| rest.unit > 1 || counted)
            }
            _ => None,
        };
        match whole {
            Some(whole) => *out.last_mut().expect("a number") = Token::Number(whole),
            None => out.push(token),
        }
    }
    out
}

fn joined(first: Printed, rest: Printed) -> Option<Printed> {
    let plain = first.decimals == 0 && rest.decimals == 0;
    let smaller = rest.digits.checked_mul(rest.unit)? < first.unit;
    let digits = first.digits.checked_mul(first.unit / rest.unit)? + rest.digits;
    (plain && smaller && digits <= MOST_DIGITS).then_some(Printed { digits, ..rest })
}

/// Takes "over", "about" and the like into the number they stand before, or in Hindi after ("1000
/// से कम").
fn bounded(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in dated(tokens) {
        // "15 more than the 41 needed": the words belong to the number before them.
        let bound = match (&token, out.as_slice()) {
            (Token::Number(_), [.., Token::Number(_), Token::Class(_)]) => None,
            (Token::Number(_), [.., Token::Class(class)]) => bound_of(class),
            _ => None,
        };
        let after = match &token {
            Token::Class("more") if is_compared(&out) => Some(Bound::Over),
            Token::Class("less") if is_compared(&out) => Some(Bound::Under),
            _ => None,
        };
        match (token, bound, after) {
            (Token::Number(number), Some(bound), _) => {
                out.pop();
                out.push(Token::Number(Printed { bound, ..number }));
            }
            (_, _, Some(bound)) => {
                out.pop();
                let mut numbers = out.iter_mut().rev().filter_map(|token| match token {
                    Token::Number(number) => Some(number),
                    _ => None,
                });
                if let Some(number) = numbers.next() {
                    number.bound = bound;
                }
            }
            (token, ..) => out.push(token),
        }
    }
    out
}

/// Whether what stands before "more" or "less" says than which number: "1000 से", "1000 वोट से".
fn is_compared(before: &[Token]) -> bool {
    let [before @ .., Token::Class("se")] = before else {
        return false;
    };
    let unit = |class| matches!(class, "votes" | "seats" | "pct" | "points" | "times");
    match before {
        [.., Token::Number(_), Token::Class(class)] => unit(*class),
        [.., Token::Number(_)] => true,
        _ => false,
    }
}

/// Whether what follows says what a number counts: "votes", "seats", "more votes".
fn counts(mut after: impl Iterator<Item = Token>) -> bool {
    match after.next() {
        Some(Token::Class("votes" | "valid" | "seats")) => true,
        Some(Token::Class("more" | "less")) => after.next() == Some(Token::Class("votes")),
        _ => false,
    }
}

/// Drops the day beside a month ("November 23", "23 नवंबर"), and makes "8 pm" an hour.
fn dated(tokens: Vec<Token>) -> Vec<Token> {
    let is_day = |token: Option<&Token>| {
        let Some(Token::Number(number)) = token else {
            return false;
        };
        number.unit == 1 && number.as_whole().is_some_and(|day| day <= 31)
    };
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut all = tokens.into_iter().peekable();
    while let Some(token) = all.next() {
        match token {
            // "2000 votes" are no year.
            Token::Year(n) if counts(all.clone()) => {
                out.push(Token::Number(Printed::whole(n.into())));
            }
            Token::Class("month") if is_day(out.last()) => drop(out.pop()),
            Token::Class("month") if is_day(all.peek()) => drop(all.next()),
            Token::Class("month") => {}
            Token::Class("clock") => {
                if is_day(out.last()) {
                    out.pop();
                }
                out.push(Token::Hour);
            }
            token => out.push(token),
        }
    }
    out
}

fn bound_of(class: &str) -> Option<Bound> {
    Some(match class {
        "over" | "morethan" => Bound::Over,
        "under" | "lessthan" => Bound::Under,
        "least" => Bound::Least,
        "most_of" => Bound::Most,
        "about" => Bound::About,
        _ => return None,
    })
}
