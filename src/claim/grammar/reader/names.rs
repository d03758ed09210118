//! Whom and where a clause names, and which of them a number speaks of.

use super::Reader;
use super::figures::Found;
use crate::claim::figure::{OTHERS, Scope, Who};
use crate::claim::grammar::clauses::Clause;
use crate::claim::grammar::clauses::is_side;
use crate::claim::grammar::items::Item;
use crate::claim::measure::{Kind, Measure};
use crate::claim::names::Named;
use crate::claim::places::CONSTITUENCY;
use crate::claim::sides::{alliance_of, within};
use crate::claim::token::Token;

/// What a clause names.
#[derive(Debug, Clone, Default)]
pub struct NamedHere {
    /// Parties, alliances and candidates with their places among the tokens.
    pub sides: Vec<(usize, Who)>,
    pub without: Vec<Who>,
    /// Whom the others are held against.
    pub against: Vec<Who>,
    /// What each place name may be.
    pub places: Vec<Vec<Scope>>,
}

/// A side or candidates that a name stands for, where it stands, and as it is written.
struct Name {
    at: usize,
    side: Option<Who>,
    lines: Vec<Who>,
    places: Vec<Scope>,
    written: String,
}

fn name(at: usize, token: &Token) -> Option<Name> {
    let (named, written) = match token {
        Token::Name(named, written) => (named.as_slice(), written.clone()),
        Token::Class("others") => (&[][..], OTHERS.to_owned()),
        _ => return None,
    };
    let mut name = Name {
        at,
        side: named.is_empty().then(|| OTHERS.to_owned()),
        lines: Vec::new(),
        places: Vec::new(),
        written,
    };
    for one in named {
        match one {
            Named::Side(id) => name.side = name.side.or(Some(id.clone())),
            Named::Candidate(id) => name.lines.push(id.clone()),
            Named::Place(place) => name.places.push(place.clone()),
        }
    }
    Some(name)
}

impl Reader<'_> {
    /// The sides and places a clause names, candidates told apart by place and party.
    pub fn names_in(&mut self, clause: &Clause) -> NamedHere {
        let mut here = NamedHere::default();
        let mut candidates: Vec<Name> = Vec::new();
        let numberless = !clause.classes.has("number");
        let carried = self.leaving_out && clause.joined && numberless;
        let tokens = clause.tokens.iter().enumerate();
        for name in tokens.filter_map(|(at, token)| name(at, token)) {
            let next = clause.tokens.get(name.at + 1);
            let before = name.at.checked_sub(1).map(|at| &clause.tokens[at]);
            let leads = next == Some(&Token::Class("led"));
            let led_by = before == Some(&Token::Class("ledby"));
            if let Some(id) = name.side {
                if carried
                    || after_without(clause, name.at)
                    || next == Some(&Token::Class("hiwithout"))
                {
                    here.without.push(id);
                } else if led_by || leads {
                    let led = alliance_of(&self.book.election, &id).unwrap_or(id);
                    let followed = leads && clause.tokens.get(name.at + 2).is_some_and(is_side);
                    here.sides.extend((!followed).then_some((name.at, led)));
                } else {
                    here.sides.push((name.at, id));
                }
            } else if !name.places.is_empty() {
                here.places.push(name.places);
            } else if !name.lines.is_empty() && !leads && !led_by {
                candidates.push(name);
            }
        }
        self.leaving_out = !here.without.is_empty();
        for name in candidates {
            self.candidate(&mut here, name);
        }
        here.sides.sort_by_key(|(at, _)| *at);
        if let Some(rival) = clause.rival {
            let found = here.sides.iter().position(|(at, _)| *at == rival.at);
            here.against = found.map(|i| here.sides.remove(i).1).into_iter().collect();
        }
        here
    }

    /// The one candidate of a name that fits the places beside it and, where two there have the
    /// name, the party. The party beside a candidate of its own says nothing more.
    fn candidate(&mut self, here: &mut NamedHere, name: Name) {
        let Name {
            at,
            mut lines,
            written,
            ..
        } = name;
        let election = &self.book.election;
        let named = here.places.iter().chain(&self.pending_places).flatten();
        let singles = named.chain(&self.place);
        let near: Vec<&str> = singles
            .filter(|scope| scope.kind == CONSTITUENCY)
            .map(|scope| scope.id.as_str())
            .collect();
        let party = |line: &Who| {
            let (place, serial) = line.split_once('.')?;
            let place = election.constituency(place)?;
            let found = election.candidate(place, serial.parse().ok()?)?;
            let party = election.candidates[found as usize].party;
            Some(election.parties[party as usize].as_str())
        };
        let beside = |line: &Who| here.sides.iter().any(|(_, who)| party(line) == Some(who));
        if lines.len() > 1 {
            lines.retain(|line| {
                let place = line.split('.').next().unwrap_or_default();
                near.contains(&place)
            });
        }
        if lines.len() > 1 && lines.iter().any(beside) {
            lines.retain(beside);
        }
        let [line] = lines.as_slice() else {
            self.missed.push(written);
            return;
        };
        if let Some(own) = party(line) {
            here.sides
                .retain(|(_, who)| who != own && !within(election, own, who));
        }
        here.sides.push((at, line.clone()));
    }

    /// What an area name may be, for a clause.
    pub fn area_of(&self, names: &[Scope], clause: &Clause) -> Option<Scope> {
        let areas = || names.iter().filter(|scope| scope.kind != CONSTITUENCY);
        let kinds = ["district", "division", "parliamentary"];
        let said = kinds.into_iter().find(|kind| clause.classes.has(kind));
        if let Some(kind) = said {
            return areas().find(|scope| scope.kind == kind).cloned();
        }
        let all: Vec<&Scope> = areas().collect();
        let chosen = all.get(usize::from(self.style.second)).or(all.first());
        chosen.map(|scope| (*scope).clone())
    }

    /// Where a figure speaks of: for votes and margins a constituency, for seats an area.
    pub fn places_of(
        &self,
        measure: Measure,
        here: &NamedHere,
        clause: &Clause,
    ) -> Vec<Option<Scope>> {
        // "Torpa and Khunti by over 40,000 each": both.
        let listed = here.places.is_empty() || clause.joined;
        let before = self.pending_places.iter().filter(|_| listed);
        let own: Vec<&Vec<Scope>> = before.chain(&here.places).collect();
        let of_one = matches!(measure.kind(), Kind::Margin | Kind::Share)
            || matches!(measure, Measure::Closest | Measure::Widest);
        let found: Vec<Option<Scope>> = own
            .iter()
            .filter_map(|names| {
                let single = names.iter().find(|scope| scope.kind == CONSTITUENCY);
                match (of_one, single) {
                    (true, Some(single)) => Some(Some(single.clone())),
                    _ => self.area_of(names, clause).map(Some),
                }
            })
            .collect();
        if !found.is_empty() {
            return found;
        }
        let counts = matches!(
            measure.kind(),
            Kind::Sum | Kind::Rate | Kind::Count | Kind::Versus
        );
        match measure {
            Measure::Margin | Measure::MarginShare | Measure::Votes => vec![self.place.clone()],
            Measure::Contested | Measure::House => vec![None],
            _ if counts && self.style.carry => vec![self.area.clone()],
            _ => vec![None],
        }
    }

    /// Whom a number may speak of: those beside each other nearest before it, else those before its
    /// clause.
    pub fn who_of(&self, found: &Found) -> Vec<Who> {
        let Found {
            measure,
            item,
            clause,
            here,
            ..
        } = *found;
        if item.left.has("rival") && measure.kind() != Kind::Versus {
            return here.against.clone();
        }
        // "95,612 votes against 55,821 by B".
        if let Some(by) = polled_by(clause, item).filter(|_| measure == Measure::Votes) {
            let mut sides = here.sides.iter();
            return sides
                .find(|(at, _)| *at >= by)
                .map(|(_, who)| vec![who.clone()])
                .unwrap_or_default();
        }
        let before = here.sides.iter().rposition(|(at, _)| *at < item.at);
        let nearest = before.unwrap_or(0);
        // "The JMM-Congress alliance" names two, one beside the other.
        let beside = |i: &usize| {
            let (from, to) = (*i.min(&nearest), *i.max(&nearest));
            let mut run = here.sides[from..=to].windows(2);
            run.all(|pair| pair[0].0 + 1 == pair[1].0)
        };
        let run = (0..here.sides.len()).filter(beside);
        let own: Vec<Who> = run.map(|i| here.sides[i].1.clone()).collect();
        if found.k == 0 && !self.pending.is_empty() {
            return self.pending.iter().cloned().chain(own).collect();
        }
        if own.is_empty() {
            self.subject.clone()
        } else {
            own
        }
    }
}

/// Whether "without" stands before a name and no other name between.
fn after_without(clause: &Clause, at: usize) -> bool {
    let before = clause.tokens[..at].iter().rev();
    let mut classes = before.take_while(|token| !matches!(token, Token::Name(..)));
    classes.any(|token| *token == Token::Class("without"))
}

/// Where the name stands after "by" directly after a number of votes.
fn polled_by(clause: &Clause, item: &Item) -> Option<usize> {
    let unit = |token: &&Token| matches!(token, Token::Class("votes" | "valid"));
    let after = &clause.tokens[item.at + 1..];
    let units = after.iter().take_while(unit).count();
    let named = matches!(
        after.get(units..units + 2)?,
        [Token::Class("by"), Token::Name(..)]
    );
    named.then_some(item.at + 1 + units + 1)
}
