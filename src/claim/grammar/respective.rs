//! "JMM and Congress won 34 and 16 seats": each number is that of one name, in their order.

use crate::claim::names::Named;
use crate::claim::token::Token;

/// The tokens with each of several numbers beside its name, sentence by sentence.
pub fn paired(tokens: Vec<Token>) -> Vec<Token> {
    let ends = |token: &Token| matches!(token, Token::Sign('.' | '।' | ';' | '\n'));
    let sentences = tokens.split_inclusive(ends);
    sentences
        .flat_map(|one| pairs(one).unwrap_or_else(|| one.to_vec()))
        .collect()
}

fn is_side(token: &Token) -> bool {
    let side = |one: &Named| matches!(one, Named::Side(_));
    matches!(token, Token::Name(named, _) if named.iter().any(side))
}

fn places(tokens: &[Token], is: impl Fn(&Token) -> bool) -> Vec<usize> {
    (0..tokens.len()).filter(|&i| is(&tokens[i])).collect()
}

/// A sentence that names several and then says as many numbers, parted by "," and "and" alone.
fn pairs(tokens: &[Token]) -> Option<Vec<Token>> {
    let sides = places(tokens, is_side);
    let numbers = places(tokens, |token| matches!(token, Token::Number(_)));
    let (last_side, first, last) = (*sides.last()?, *numbers.first()?, *numbers.last()?);
    let parts = |token: &Token| matches!(token, Token::Sign(',') | Token::Class("and"));
    let unit = |token: &Token| matches!(token, Token::Class("seats" | "votes" | "pct" | "points"));
    let listed = |from: usize, to: usize, is: &dyn Fn(&Token) -> bool| {
        tokens[from..=to]
            .iter()
            .all(|token| is(token) || parts(token))
    };
    let several = sides.len() > 1 && sides.len() == numbers.len() && last_side < first;
    let number = |token: &Token| matches!(token, Token::Number(_)) || unit(token);
    if !several || !listed(sides[0], last_side, &is_side) || !listed(first, last, &number) {
        return None;
    }
    let said = &tokens[last_side + 1..first];
    let whole = |token: &Token| matches!(token, Token::Class("together" | "total" | "each"));
    if said.iter().any(|token| parts(token) || whole(token)) {
        return None;
    }
    let units = tokens[last + 1..].iter().take_while(|token| unit(token));
    let units: Vec<Token> = units.cloned().collect();
    let rest = &tokens[last + 1 + units.len()..];
    if rest
        .iter()
        .any(|token| !matches!(token, Token::Sign(_) | Token::Class("won" | "got" | "be")))
    {
        return None;
    }
    let mut out = tokens[..sides[0]].to_vec();
    for (side, number) in sides.iter().zip(&numbers) {
        out.push(tokens[*side].clone());
        out.extend(said.iter().cloned());
        out.push(tokens[*number].clone());
        let own = tokens[number + 1..].iter().take_while(|token| unit(token));
        let own: Vec<Token> = own.cloned().collect();
        out.extend(if own.is_empty() { units.clone() } else { own });
        out.push(Token::Sign(','));
    }
    out.pop();
    out.extend(rest.iter().cloned());
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::printed::Printed;

    #[test]
    fn as_many_numbers_as_names_are_dealt_out() {
        let side = |id: &str| Token::Name(vec![Named::Side(id.to_owned())], id.to_owned());
        let number = |n| Token::Number(Printed::whole(n));
        let (and, won, seats) = (
            Token::Class("and"),
            Token::Class("won"),
            Token::Class("seats"),
        );
        let list = vec![
            side("A"),
            and.clone(),
            side("B"),
            won.clone(),
            number(3),
            and.clone(),
            number(4),
            seats.clone(),
        ];
        let dealt = vec![
            side("A"),
            won.clone(),
            number(3),
            seats.clone(),
            Token::Sign(','),
            side("B"),
            won.clone(),
            number(4),
            seats.clone(),
        ];
        assert_eq!(paired(list), dealt);
        let together = vec![
            side("A"),
            and,
            side("B"),
            won,
            number(7),
            Token::Class("of"),
            number(9),
        ];
        assert_eq!(paired(together.clone()), together);
    }
}
