//! Words that nothing knows, and what they may do to the numbers beside them.

use super::Reader;
use crate::claim::grammar::clauses::Clause;
use crate::claim::token::Token;

impl Reader<'_> {
    /// Notes the figures a clause made, if a word that was not read may say something else of them:
    /// in "BJP won 30 hot seats" the 30 are not all its seats. What stands before the first name or
    /// number says who speaks.
    pub fn doubt(&mut self, clause: &Clause, made_before: usize) {
        let known = |token: &Token| matches!(token, Token::Name(..) | Token::Number(_));
        let unknown = |token: &Token| matches!(token, Token::Unknown(_));
        let names = clause
            .tokens
            .iter()
            .any(|token| matches!(token, Token::Name(..)));
        let start = clause.tokens.iter().position(known).filter(|_| names);
        let doubt = clause.tokens[start.unwrap_or(0)..].iter().any(unknown);
        // Whom a clause without a name speaks of is doubtful if the figure before is.
        let carried = !names && made_before > 0 && self.doubtful.contains(&(made_before - 1));
        if doubt || carried || self.pending_doubt {
            self.doubtful.extend(made_before..self.claim.figures.len());
        }
        self.pending_doubt = !self.pending.is_empty() && (doubt || self.pending_doubt);
        self.unknown_names(clause, !names);
    }

    /// A name that nothing knows changes what its clause says: "in Bihar", "XYZ 34".
    fn unknown_names(&mut self, clause: &Clause, nameless: bool) {
        let tokens = &clause.tokens;
        for (i, token) in tokens.iter().enumerate() {
            let Token::Unknown(word) = token else {
                continue;
            };
            let shouted = !word.chars().next().is_some_and(char::is_lowercase);
            let latin = word.is_ascii();
            let after = tokens.get(i + 1);
            let before = i.checked_sub(1).map(|k| &tokens[k]);
            let place = match latin {
                true => before == Some(&Token::Class("in")),
                false => after == Some(&Token::Class("hiin")),
            };
            let party = nameless && matches!(after, Some(Token::Number(_)));
            let numbers = tokens.iter().any(|token| matches!(token, Token::Number(_)));
            if shouted && numbers && (place || party) {
                self.missed.push(word.clone());
            }
        }
    }
}
