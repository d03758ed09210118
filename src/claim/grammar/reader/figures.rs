//! Figures from the numbers of a clause.

use super::Reader;
use super::names::NamedHere;
use crate::claim::figure::{Figure, Who};
use crate::claim::grammar::clauses::Clause;
use crate::claim::grammar::items::Item;
use crate::claim::measure::{Kind, Measure};
use crate::claim::places::CONSTITUENCY;
use crate::claim::printed::Printed;
use crate::claim::sides::alliance_of;
use crate::claim::token::Token;

/// A number of a clause with what it measures.
#[derive(Debug, Clone, Copy)]
pub struct Found<'c> {
    /// What it measures.
    pub measure: Measure,
    /// The number.
    pub number: Printed,
    /// The number where it stands.
    pub item: &'c Item,
    /// So many numbers of the clause stand before it.
    pub k: usize,
    /// Its clause.
    pub clause: &'c Clause,
    /// Whom and where the clause names.
    pub here: &'c NamedHere,
}

impl Found<'_> {
    fn counts_together(&self) -> bool {
        let classes = &self.clause.classes;
        classes.has("together") || classes.has("total")
    }
}

impl Reader<'_> {
    /// Makes a figure of a number, one for each side or place where it is each one's.
    pub fn figure(&mut self, found: &Found) {
        let measure = found.measure;
        let who = self.who_of(found);
        if matches!(measure, Measure::House | Measure::Mark | Measure::Places) {
            self.spoken.extend(who.clone());
            self.subject.clone_from(&who);
        }
        if measure == Measure::Places && found.item.left.has("all") && !who.is_empty() {
            self.figure(&Found {
                measure: Measure::Seats,
                ..*found
            });
        }
        if self.is_unclear(found, &who) {
            self.missed.push(found.item.number.to_string());
            return;
        }
        let mut who = self.whose(found, who);
        let without = self.left_out(measure, &mut who);
        let ratio = measure.is_ratio()
            && ["contested", "strike"]
                .iter()
                .any(|class| self.text.has(class));
        let (facing_who, against) = facing(measure, who, found.clause, found.here);
        let who = facing_who;
        let nobody = who.is_empty() && measure.needs_who() && !ratio;
        if nobody || (measure.kind() == Kind::Versus && against.is_empty()) {
            self.missed.push(found.item.number.to_string());
            return;
        }
        let one = Figure {
            without,
            against,
            number: Some(found.number),
            ..Figure::of(measure)
        };
        self.push(found, &one, &who);
        if !who.is_empty() {
            self.subject = who;
        }
    }

    /// Adds a figure for each of its places, and for each side where a list is no sum.
    fn push(&mut self, found: &Found, one: &Figure, who: &[Who]) {
        let places = self.places_of(found.measure, found.here, found.clause);
        if let Some(place) = places.last().filter(|_| places.len() == 1) {
            self.place = place
                .clone()
                .filter(|place| place.kind == CONSTITUENCY)
                .or(self.place.take());
        }
        let together =
            found.counts_together() || found.measure == Measure::Pool || self.text.has("pool");
        let split = found.clause.classes.has("each") || (self.style.each && !together);
        for place in places {
            let figure = |who: &[Who]| Figure {
                who: who.to_vec(),
                place: place.clone(),
                ..one.clone()
            };
            match split && who.len() > 1 {
                true => self.claim.figures.extend(who.chunks(1).map(figure)),
                false => self.claim.figures.push(figure(who)),
            }
        }
    }

    /// Whether nothing says what a number is of.
    fn is_unclear(&self, found: &Found, who: &[Who]) -> bool {
        let Found {
            measure, number, ..
        } = *found;
        // Nobody has half a seat.
        let halves = measure.counts_seats() && number.decimals > 0 && number.unit == 1;
        // Candidates have votes; a bare number beside one is often an age.
        let of_seats = matches!(measure.kind(), Kind::Sum | Kind::Rate | Kind::Reach);
        let of_candidate = of_seats && who.iter().any(|who| who.contains('.'));
        // "A and B won 34": whose the next bare number is, nothing says.
        let carried = found.here.sides.is_empty() && self.pending.is_empty() && who == self.subject;
        let whole = self.text.has("together") || self.text.has("total");
        let of_several = carried && who.len() > 1 && measure == Measure::Seats && !whole;
        // "A won 25 in 2019, B 30": whether B's are of then or of now, nothing says.
        let after_then = |last: &Figure| last.measure == Measure::SeatsThen && last.who != who;
        let of_when =
            measure == Measure::Seats && self.claim.figures.last().is_some_and(after_then);
        halves || of_candidate || of_several || of_when
    }

    /// Whom a figure of that measure speaks of, of those its number may be of.
    fn whose(&self, found: &Found, mut who: Vec<Who>) -> Vec<Who> {
        let stated = !found.here.sides.is_empty();
        let first = found.k == 0 || !before_first(found.clause, found.here);
        match found.measure {
            Measure::House | Measure::Mark | Measure::Places => who.clear(),
            Measure::Close | Measure::CloseShare | Measure::Wide if !stated => who.clear(),
            // "RJD 1 make 47": the side is the other number's.
            Measure::Total if !(stated && first) => who.clear(),
            Measure::Pool => who = self.named.clone(),
            // "Having contested 68 seats, the BJP won 21": of whom, the next clause says.
            Measure::Contested if who.is_empty() && !found.item.right.has("next") => {
                who.clone_from(&self.ahead);
            }
            _ => {}
        }
        who.dedup();
        who
    }

    /// Who is left out of a number of seats; of whom, if nobody else is named, is their alliance.
    fn left_out(&self, measure: Measure, who: &mut Vec<Who>) -> Vec<Who> {
        if self.without.is_empty() || !matches!(measure.kind(), Kind::Sum | Kind::Reach) {
            return Vec::new();
        }
        if who.is_empty() || *who == self.without {
            let alliance = alliance_of(&self.book.election, &self.without[0]);
            *who = alliance.into_iter().collect();
        }
        self.without.clone()
    }

    /// What a percentage is of that stands beside two numbers and names no votes: of "34 of 43
    /// contested" a strike rate, of "56 of 81 seats" a share of the seats.
    pub fn share_of(&self, plain: Measure) -> Measure {
        let votes = ["share", "votes", "polled"];
        if votes.iter().any(|class| self.text.has(class)) {
            return plain;
        }
        let last = self.claim.figures.iter().rev().take(2);
        let measures: Vec<Measure> = last.map(|figure| figure.measure).collect();
        if !measures.contains(&Measure::Wins) && !measures.contains(&Measure::Seats) {
            return plain;
        }
        match measures
            .iter()
            .find(|one| !matches!(one, Measure::Wins | Measure::Seats))
        {
            Some(Measure::Contested) => Measure::Strike,
            Some(Measure::House | Measure::Places) => Measure::SeatShare,
            _ => plain,
        }
    }
}

/// Who has more in a comparison, and whom it is held against; nobody in any other measure.
pub fn facing(
    measure: Measure,
    who: Vec<Who>,
    clause: &Clause,
    here: &NamedHere,
) -> (Vec<Who>, Vec<Who>) {
    if measure.kind() != Kind::Versus {
        return (who, Vec::new());
    }
    let rival_ahead = clause.rival.is_some_and(|rival| rival.ahead);
    if rival_ahead {
        (here.against.clone(), who)
    } else {
        (who, here.against.clone())
    }
}

/// Whether every side of a clause stands before its first number.
fn before_first(clause: &Clause, here: &NamedHere) -> bool {
    let first = clause
        .tokens
        .iter()
        .position(|token| matches!(token, Token::Number(_)));
    here.sides.iter().all(|(at, _)| Some(*at) < first)
}
