//! From tokens to claims: whom and where each number speaks of, and what it measures.
//!
//! Where a text can be read in several ways (a list that gives each or all together, "of 43" that
//! may be the seats contested or the house, a category named once for several numbers), every way
//! becomes a claim of its own.

mod clauses;
mod items;
mod reader;
mod respective;
mod rival;
mod rules;

use super::background::Background;
use super::book::Book;
use super::figure::Claim;
use super::measure::{Kind, Measure};
use super::token::{Token, tokens};
use reader::{Read, Reader, Style};
use respective::paired;

/// What a text says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Understood {
    /// Its readings, at most [`MOST_READINGS`]; none where it is not understood.
    pub claims: Vec<Claim>,
    /// What was not read, as it is written.
    pub unread: Vec<String>,
    /// Of each reading, the figures beside words that were not read: they may say something else.
    pub doubtful: Vec<Vec<usize>>,
}

/// The most readings of one text.
pub const MOST_READINGS: usize = 4;

/// Words that turn a sentence into something else than a claim about a result.
const BLOCKING: [&str; 6] = ["not", "poll", "turnout", "beyond", "allies", "unreadable"];

/// Reads a text.
pub fn understand(text: &str, book: &Book, background: &Background) -> Understood {
    let tokens = paired(named_allies(tokens(text, &book.names)));
    let mut unread: Vec<String> = Vec::new();
    for token in &tokens {
        if let Token::Unknown(word) = token
            && !unread.contains(word)
        {
            unread.push(word.clone());
        }
    }
    let blocked = |token: &Token| matches!(token, Token::Class(class) if BLOCKING.contains(class));
    // A text of which most is not read says something else.
    let unknown = |token: &&Token| matches!(token, Token::Unknown(_));
    let foreign = 2 * tokens.iter().filter(unknown).count() > tokens.len();
    if foreign || tokens.iter().any(blocked) {
        return Understood {
            unread,
            ..Understood::default()
        };
    }
    let (mut claims, mut doubtful) = (Vec::<Claim>::new(), Vec::new());
    let mut missed: Option<Vec<String>> = None;
    let says_what_might_be =
        tokens.contains(&Token::Class("if")) || tokens.contains(&Token::Class("would"));
    for read in readings(&tokens, book, background) {
        match read.claim {
            Ok(claim) if says_what_might_be && !is_of_what_might_be(&claim) => {}
            Ok(claim) if !claims.contains(&claim) && claims.len() < MOST_READINGS => {
                claims.push(claim);
                doubtful.push(read.doubtful);
            }
            Ok(_) => {}
            Err(words) => missed = missed.or(Some(words)),
        }
    }
    if claims.is_empty() {
        unread.extend(missed.unwrap_or_default());
    }
    Understood {
        claims,
        unread,
        doubtful,
    }
}

/// "Its allies AJSU and JD(U)" are those two: what they are to somebody says nothing more.
fn named_allies(tokens: Vec<Token>) -> Vec<Token> {
    let mut all = tokens.into_iter().peekable();
    let mut out = Vec::new();
    while let Some(token) = all.next() {
        let named = matches!(all.peek(), Some(Token::Name(..)));
        if token != Token::Class("allies") || !named {
            out.push(token);
        }
    }
    out
}

/// A text in every style that can matter to it. Where a number may mean two things, the second is
/// read as well.
fn readings(tokens: &[Token], book: &Book, background: &Background) -> Vec<Read> {
    let read = |style| Reader::read(tokens, book, background, style);
    let mut all: Vec<Read> = Style::of(tokens, false).map(read).collect();
    if all.iter().any(|read| read.forked) {
        all.extend(Style::of(tokens, true).map(read));
    }
    all
}

/// What might be is read only where it is of those who might have fought together, or left, or of
/// what they would need.
fn is_of_what_might_be(claim: &Claim) -> bool {
    let mut figures = claim.figures.iter();
    figures.any(|one| {
        let needed = matches!(
            one.measure.kind(),
            Kind::Reach | Kind::Mark | Kind::TwoThirds
        );
        one.measure == Measure::Pool || !one.without.is_empty() || needed
    })
}
