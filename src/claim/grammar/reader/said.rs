//! What a clause says without a number: who won where, who is largest, what stayed the same.

use super::Reader;
use super::figures::facing;
use super::names::NamedHere;
use crate::claim::figure::{Figure, Scope, Who};
use crate::claim::grammar::clauses::Clause;
use crate::claim::grammar::rules::{Context, numberless};
use crate::claim::measure::Measure;
use crate::claim::token::Token;

impl Reader<'_> {
    /// "16 seats, the same as in 2019": the last number is that of the earlier election, too.
    fn same_as_then(&mut self, clause: &Clause) -> Vec<Figure> {
        if !clause.classes.has("same") || clause.classes.has("number") {
            return Vec::new();
        }
        let then = |measure| match measure {
            Measure::Seats | Measure::Wins => Some(Measure::SeatsThen),
            Measure::Share => Some(Measure::ShareThen),
            _ => None,
        };
        let last = self
            .claim
            .figures
            .last()
            .filter(|_| clause.classes.has("then"));
        let found = last.and_then(|last| Some((last.clone(), then(last.measure)?)));
        let Some((last, measure)) = found else {
            self.missed.push("same".to_owned());
            return Vec::new();
        };
        vec![Figure { measure, ..last }]
    }

    /// Every figure a clause makes without a number.
    pub fn numberless(&mut self, clause: &Clause, here: &NamedHere) -> Vec<Figure> {
        let context = Context {
            unit: "-",
            clause: Some(&clause.classes),
            text: Some(&self.text),
            ..Context::default()
        };
        let Some(measures) = numberless(&context) else {
            self.says_more = true;
            return Vec::new();
        };
        let mut figures = Vec::new();
        for measure in measures {
            for place in self.places_of(measure, here, clause) {
                figures.extend(self.said(measure, place.as_ref(), clause, here));
            }
        }
        figures.extend(self.same_as_then(clause));
        figures
    }

    /// What a clause says of a place, by a measure without a number.
    fn said(
        &self,
        measure: Measure,
        place: Option<&Scope>,
        clause: &Clause,
        here: &NamedHere,
    ) -> Vec<Figure> {
        let figure = |measure, who: &[Who]| Figure {
            who: who.to_vec(),
            place: place.cloned(),
            ..Figure::of(measure)
        };
        let sides = self.sides_of(here);
        let Some(first) = sides.first() else {
            let alone = matches!(measure, Measure::Closest | Measure::Widest);
            return alone.then(|| figure(measure, &[])).into_iter().collect();
        };
        let one = |measure, who: &Who| figure(measure, std::slice::from_ref(who));
        match measure {
            Measure::Closest | Measure::Widest => vec![figure(measure, &[])],
            // "A and B have a majority": together.
            Measure::Majority => vec![figure(measure, &self.listed(here))],
            Measure::Holder => {
                let (winner, loser) = self.met(clause, here, &sides);
                // A party holds a place: without one it is only said to have beaten somebody.
                let winner = winner.filter(|who| place.is_some() || who.contains('.'));
                let winner = winner.map(|who| one(Measure::Holder, &who));
                let loser = loser.map(|who| one(Measure::Loser, &who));
                winner.into_iter().chain(loser).collect()
            }
            Measure::Loser => {
                // "Lost Kanke to the Congress": who it was lost to won it.
                let to = sides.get(1).filter(|_| clause.classes.has("to"));
                let winner = to.map(|who| one(Measure::Holder, who));
                [one(Measure::Loser, first)]
                    .into_iter()
                    .chain(winner)
                    .collect()
            }
            _ => {
                let (who, against) = facing(measure, vec![first.clone()], clause, here);
                vec![Figure {
                    against,
                    ..figure(measure, &who)
                }]
            }
        }
    }

    /// Whom a clause speaks of: those it names, else those named before.
    fn sides_of(&self, here: &NamedHere) -> Vec<Who> {
        if !here.sides.is_empty() {
            return here.sides.iter().map(|(_, who)| who.clone()).collect();
        }
        match self.pending.is_empty() {
            true => self.subject.clone(),
            false => self.pending.clone(),
        }
    }

    /// All whom a list names that ends in this clause.
    fn listed(&self, here: &NamedHere) -> Vec<Who> {
        let mut who = match here.sides.is_empty() {
            true => self.sides_of(here),
            false => {
                let named = here.sides.iter().map(|(_, who)| who);
                self.pending.iter().chain(named).cloned().collect()
            }
        };
        who.dedup();
        who
    }

    /// Who won and who lost where a clause says that one beat the other: "A beat B", "was beaten by
    /// A", ", beating B", "A ने B को हराया", "B को हराकर".
    fn met(&self, clause: &Clause, here: &NamedHere, sides: &[Who]) -> (Option<Who>, Option<Who>) {
        let tokens = &clause.tokens;
        let class = |at: usize| match tokens.get(at) {
            Some(Token::Class(class)) => *class,
            _ => "",
        };
        let (first, second) = (sides.first().cloned(), sides.get(1).cloned());
        let Some(beat) = (0..tokens.len()).find(|&at| class(at) == "beat") else {
            let over = second.filter(|_| clause.classes.has("over"));
            return (first, over);
        };
        let others = |loser: &Who| {
            let mut named = here.sides.iter().map(|(_, who)| who);
            let other = named.find(|who| *who != loser).cloned();
            other.or_else(|| self.named_before(here))
        };
        let marked = here.sides.iter().find(|(at, _)| class(at + 1) == "ko");
        let passive =
            class(beat + 1) == "by" && matches!(tokens.get(beat + 2), Some(Token::Name(..)));
        match (marked, here.sides.first()) {
            (Some((_, loser)), _) => (others(loser), Some(loser.clone())),
            _ if passive => (second, first),
            (_, Some((at, loser))) if beat < *at => (others(loser), Some(loser.clone())),
            _ => (first, second),
        }
    }

    /// Whom the clauses before speak of.
    fn named_before(&self, here: &NamedHere) -> Option<Who> {
        let before = self.pending.first().or(self.subject.first());
        before
            .filter(|who| here.sides.iter().all(|(_, one)| one != *who))
            .cloned()
    }
}
