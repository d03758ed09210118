//! Whom a clause holds somebody against: "more seats than X", "X trails Y by 3", "भाजपा से 13 ज्यादा".

use crate::claim::names::Named;
use crate::claim::token::Token;

/// Words that say that somebody has more than another, or fewer.
const MORE: [&str; 5] = ["more", "larger", "morethan", "leading", "aheadof"];
const LESS: [&str; 3] = ["less", "lessthan", "behind"];

/// The other side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rival {
    /// Where its name stands among the tokens.
    pub at: usize,
    /// Whether it is the one that has more.
    pub ahead: bool,
}

fn is_side(token: &Token) -> bool {
    let side = |one: &Named| matches!(one, Named::Side(_) | Named::Candidate(_));
    matches!(token, Token::Name(named, _) if named.iter().any(side))
}

fn is(token: Option<&Token>, classes: &[&str]) -> bool {
    matches!(token, Some(Token::Class(class)) if classes.contains(class))
}

/// The rival a clause names, if it compares two sides.
pub fn rival(tokens: &[Token]) -> Option<Rival> {
    let any = |classes: &[&str]| tokens.iter().any(|token| is(Some(token), classes));
    let sides: Vec<usize> = (0..tokens.len()).filter(|&i| is_side(&tokens[i])).collect();
    if let Some(times) = tokens.iter().position(|token| is(Some(token), &["times"])) {
        return of_times(tokens, &sides, times).map(|at| Rival { at, ahead: false });
    }
    let compares = any(&MORE) || any(&LESS);
    let found = sides.iter().copied().find(|&at| {
        let before = tokens[..at].iter().rev();
        let before = before.clone().find(|token| !is(Some(token), &["of", "be"]));
        let after = tokens.get(at + 1);
        let than = is(before, &["than", "morethan", "lessthan", "aheadof"]);
        // "The NDA trails INDIA by 32", "INDIA leads the NDA by 32": the verb stands between them.
        let by = any(&["by"]) && sides.iter().any(|&side| side < at);
        let verb = is(before, &["behind"]) || (is(before, &["leading"]) && by);
        let hindi = is(after, &["se", "than"]) && !is(before, &["than"]);
        (than && compares) || verb || (hindi && compares && sides.len() > 1)
    });
    found.map(|at| Rival {
        at,
        ahead: any(&LESS),
    })
}

/// "Twice as many as X": X stands after the number, in Hindi before it with "से".
fn of_times(tokens: &[Token], sides: &[usize], times: usize) -> Option<usize> {
    let after = sides.iter().copied().find(|&at| at > times);
    let mut marked = sides.iter().copied();
    after.or_else(|| marked.find(|&at| is(tokens.get(at + 1), &["se", "than"])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(id: &str) -> Token {
        Token::Name(vec![Named::Side(id.to_owned())], id.to_owned())
    }

    #[test]
    fn the_other_side_is_found_by_the_word_beside_it() {
        let word = Token::Class;
        for (tokens, at, ahead) in [
            (
                vec![side("A"), word("more"), word("than"), side("B")],
                3,
                false,
            ),
            (vec![side("A"), word("lessthan"), side("B")], 2, true),
            (
                vec![side("A"), word("behind"), side("B"), word("by")],
                2,
                true,
            ),
            (
                vec![side("A"), word("leading"), side("B"), word("by")],
                2,
                false,
            ),
            (
                vec![side("A"), side("B"), word("se"), word("more")],
                1,
                false,
            ),
            (vec![side("A"), word("times"), side("B")], 2, false),
        ] {
            assert_eq!(rival(&tokens), Some(Rival { at, ahead }), "{tokens:?}");
        }
        for tokens in [
            vec![side("A"), word("leading"), word("in"), side("B")],
            vec![side("A"), word("than"), side("B")],
            vec![side("A"), word("se"), word("beat")],
        ] {
            assert_eq!(rival(&tokens), None, "{tokens:?}");
        }
    }
}
