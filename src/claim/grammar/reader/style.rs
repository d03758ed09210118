//! Ways to read what can be read in two.

use crate::claim::names::Named;
use crate::claim::places::CONSTITUENCY;
use crate::claim::token::Token;

/// One way to read what can be read in two.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// A list before one number gives it to each, not to all together.
    pub each: bool,
    /// A category or district named earlier in the sentence still holds.
    pub carry: bool,
    /// Of several areas of one name, the second.
    pub second: bool,
    /// Of two meanings of a number, the second.
    pub second_meaning: bool,
}

impl Style {
    /// Every style that can matter to a text, the plainest first: lists name several sides, and
    /// only areas are carried on or share a name.
    pub fn of(tokens: &[Token], second_meaning: bool) -> impl Iterator<Item = Style> {
        let is_area =
            |one: &Named| matches!(one, Named::Place(place) if place.kind != CONSTITUENCY);
        let names = || {
            tokens.iter().filter_map(|token| match token {
                Token::Name(named, _) => Some(named),
                _ => None,
            })
        };
        let listed = u8::from(names().count() > 1);
        let areas = 6 * u8::from(names().flatten().any(is_area));
        (0..8_u8)
            .filter(move |bits| bits & !(listed | areas) == 0)
            .map(move |bits| Style {
                each: bits & 1 > 0,
                carry: bits & 2 == 0,
                second: bits & 4 > 0,
                second_meaning,
            })
    }
}
