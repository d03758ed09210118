//! A text's clauses, and the classes of their words.

use super::rival::{Rival, rival};
use super::rules::Classes;
use crate::claim::names::Named;
use crate::claim::places::CONSTITUENCY;
use crate::claim::token::Token;

/// A stretch of a text between two signs, or between a sign and "and".
#[derive(Debug, Clone, Default)]
pub struct Clause {
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Whether ":" or "=" stands before it.
    pub equals: bool,
    /// Whether "and" or "+" stands before it.
    pub joined: bool,
    /// Which sentence it is in.
    pub sentence: usize,
    /// Whether the text speaks of shares or rates: a number with decimals is a percentage.
    pub of_shares: bool,
    /// Its classes.
    pub classes: Classes,
    /// Whom it holds somebody against.
    pub rival: Option<Rival>,
}

/// Cuts tokens into clauses, and those in which names and numbers take turns into one for each.
pub fn clauses(tokens: &[Token], own_year: Option<u32>) -> Vec<Clause> {
    let mut all = vec![Clause::default()];
    let mut sentence = 0;
    for token in tokens {
        let parts = matches!(token, Token::Sign(_) | Token::Class("and" | "break"));
        if !parts {
            all.last_mut()
                .expect("never empty")
                .tokens
                .push(token.clone());
            continue;
        }
        sentence += usize::from(matches!(token, Token::Sign('.' | '।' | '\n')));
        all.push(Clause {
            equals: matches!(token, Token::Sign(':' | '=')),
            joined: matches!(token, Token::Sign('+') | Token::Class("and")),
            sentence,
            ..Clause::default()
        });
    }
    let mut all: Vec<Clause> = all.into_iter().flat_map(turns).collect();
    all.retain(|clause| !clause.tokens.is_empty());
    let of_shares = tokens
        .iter()
        .any(|token| matches!(token, Token::Class("share" | "strike")));
    for clause in &mut all {
        clause.of_shares = of_shares;
        clause.classes = classes(&clause.tokens, own_year);
        clause.rival = rival(&clause.tokens);
        clause.classes.0.extend(clause.rival.map(|_| "rival"));
    }
    all
}

/// Whether a token names a party, an alliance or the others.
pub fn is_side(token: &Token) -> bool {
    let side = |one: &Named| matches!(one, Named::Side(_));
    matches!(token, Token::Name(named, _) if named.iter().any(side))
        || *token == Token::Class("others")
}

/// "JMM 34 BJP 21 INC 16" is three clauses.
fn turns(clause: Clause) -> Vec<Clause> {
    let marks = |token: &Token| is_side(token) || matches!(token, Token::Number(_));
    let places: Vec<usize> = (0..clause.tokens.len())
        .filter(|&i| marks(&clause.tokens[i]))
        .collect();
    let kinds: Vec<bool> = places.iter().map(|&i| is_side(&clause.tokens[i])).collect();
    let plain = clause.tokens.iter().all(|token| {
        marks(token)
            || matches!(
                token,
                Token::Class("seats" | "won" | "got" | "be" | "votes" | "pct" | "ko")
            )
    });
    let alternate = kinds.len() >= 4 && kinds.windows(2).all(|pair| pair[0] != pair[1]);
    if !(alternate && plain) {
        return vec![clause];
    }
    let starts: Vec<usize> = places.iter().copied().step_by(2).collect();
    let ends = starts.iter().copied().skip(1).chain([clause.tokens.len()]);
    let parts = starts
        .iter()
        .zip(ends)
        .enumerate()
        .map(|(i, (&start, end))| Clause {
            tokens: clause.tokens[if i == 0 { 0 } else { start }..end].to_vec(),
            equals: clause.equals && i == 0,
            joined: clause.joined && i == 0,
            sentence: clause.sentence,
            ..Clause::default()
        });
    parts.collect()
}

/// The classes of a token for the grammar.
fn classes_of(token: &Token, own_year: Option<u32>, into: &mut Vec<&'static str>) {
    match token {
        // What somebody got may be votes; what somebody won are seats.
        Token::Class("got") => into.extend(["got", "won"]),
        Token::Class("won") => into.extend(["wins", "won"]),
        Token::Class("others") => into.extend(["others", "who"]),
        Token::Class("behind") => into.extend(["behind", "short"]),
        Token::Class("cand") => into.extend(["cand", "mla"]),
        Token::Class("valid") => into.extend(["valid", "votes"]),
        Token::Class("hiin") => into.extend(["hiin", "in"]),
        Token::Class("plus") => into.extend(["signed", "up"]),
        Token::Class("minus") => into.extend(["signed", "down"]),
        Token::Class("morethan") => into.extend(["more", "over", "than"]),
        Token::Class("lessthan") => into.extend(["less", "under", "than"]),
        Token::Class(class) => into.push(class),
        Token::Year(year) if Some(*year) != own_year => into.push("then"),
        Token::Name(named, _) => {
            for one in named {
                match one {
                    Named::Side(_) => into.push("who"),
                    Named::Candidate(_) => into.extend(["who", "candidate"]),
                    Named::Place(place) if place.kind == CONSTITUENCY => into.push("place"),
                    Named::Place(_) => into.push("area"),
                }
            }
        }
        Token::Number(_) => into.push("number"),
        _ => {}
    }
}

/// The classes of tokens.
pub fn classes(tokens: &[Token], own_year: Option<u32>) -> Classes {
    let mut all = Vec::new();
    for token in tokens {
        classes_of(token, own_year, &mut all);
    }
    Classes(all)
}
