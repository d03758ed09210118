//! What a whole text adds to its figures: limits, years, and whether all of it was read.

use super::{Read, Reader};
use crate::claim::background::Background;
use crate::claim::grammar::rules::Role;
use crate::claim::measure::{Kind, Measure};
use crate::claim::names::Named;
use crate::claim::token::Token;

impl Reader<'_> {
    /// Gives limits, bases and shares that follow to the figures that depend on them.
    pub fn attach_limits(&mut self) {
        for (role, unit, number) in std::mem::take(&mut self.limits) {
            let wants = |measure: Measure| match role {
                Role::Base => measure == Measure::Mark,
                Role::Follows => measure == Measure::Pool,
                _ => matches!(measure, Measure::Close | Measure::Wide),
            };
            let figures = &mut self.claim.figures;
            let Some(figure) = figures.iter_mut().find(|figure| wants(figure.measure)) else {
                self.missed.push(number.to_string());
                continue;
            };
            figure.limit = Some(number);
            if unit == "pct" && figure.measure == Measure::Close {
                figure.measure = Measure::CloseShare;
            } else if unit == "pct" && figure.measure == Measure::Wide {
                self.missed.push(number.to_string());
            }
        }
    }

    /// Years name the election a claim speaks of or the one it compares with.
    pub fn years(&mut self, tokens: &[Token], background: &Background) {
        let compares = self.claim.figures.iter().any(|figure| {
            matches!(figure.measure.kind(), Kind::Change)
                || matches!(
                    figure.measure,
                    Measure::Best | Measure::Worst | Measure::Retained
                )
        });
        let now = |token: &Token| match token {
            Token::Year(year) => Some(*year) == self.book.year,
            token => *token == Token::Class("now"),
        };
        let speaks_of_now = tokens.iter().any(now);
        for token in tokens {
            let Token::Year(year) = token else { continue };
            if Some(*year) == self.book.year {
                continue;
            }
            let mut known = background.earlier.iter().filter(|one| one.book.is_result());
            let found = known.find(|one| one.book.year == Some(*year));
            let id = found.map_or(year.to_string(), |one| one.book.election.id.clone());
            match compares {
                true => self.claim.since = Some(id),
                // Of then and of now: which number is of which, nothing says.
                false if speaks_of_now => self.missed.push(year.to_string()),
                false => self.claim.election = Some(id),
            }
        }
    }

    /// A total of nothing beside a mark is the house: "total seats 81, majority 41".
    pub fn totals_of_nothing(&mut self) {
        let figures = &mut self.claim.figures;
        let terms = figures.iter().filter(|one| one.measure.kind() == Kind::Sum);
        let [alone] = terms.collect::<Vec<_>>()[..] else {
            return;
        };
        let beside_mark = figures.iter().any(|one| one.measure == Measure::Mark);
        if beside_mark && alone.measure == Measure::Total && alone.who.is_empty() {
            let alone = alone.clone();
            for figure in figures.iter_mut().filter(|one| **one == alone) {
                figure.measure = Measure::House;
            }
        }
    }

    /// What was read: the claim, if every number and every name of the text is in it.
    pub fn finish(mut self, tokens: &[Token]) -> Read {
        let figures = &self.claim.figures;
        for who in &self.named {
            let spoken = figures.iter().any(|figure| {
                [&figure.who, &figure.without, &figure.against]
                    .iter()
                    .any(|list| list.contains(who))
            });
            if !spoken && !self.spoken.contains(who) {
                self.missed.push(who.clone());
            }
        }
        for token in tokens {
            let Token::Name(named, written) = token else {
                continue;
            };
            let is_place = |one: &Named| matches!(one, Named::Place(_));
            let used = |one: &Named| match one {
                Named::Place(place) => figures.iter().any(|f| f.place.as_ref() == Some(place)),
                _ => true,
            };
            let side = named.iter().any(|one| matches!(one, Named::Side(_)));
            let of_candidate = |one: &Named| match one {
                Named::Place(place) => figures
                    .iter()
                    .flat_map(|figure| &figure.who)
                    .any(|who| who.split_once('.').is_some_and(|(id, _)| id == place.id)),
                _ => false,
            };
            if !side
                && named.iter().any(is_place)
                && !named.iter().any(|one| used(one) || of_candidate(one))
            {
                self.missed.push(written.clone());
            }
        }
        let empty = self.claim.figures.is_empty() || self.says_more;
        Read {
            claim: match empty || !self.missed.is_empty() {
                true => Err(self.missed),
                false => Ok(self.claim),
            },
            doubtful: self.doubtful,
            forked: self.forked,
        }
    }
}
