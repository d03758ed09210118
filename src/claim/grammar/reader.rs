//! Reads the clauses of a text in one style and makes a claim of them.

mod figures;
mod finish;
mod names;
mod said;
mod style;
mod unread;

use super::clauses::{Clause, clauses};
use super::items::{Item, context, items, of_text};
use super::rules::{Classes, Meanings, Role, meanings};
use crate::claim::background::Background;
use crate::claim::book::Book;
use crate::claim::figure::{Claim, Figure, Scope, Who};
use crate::claim::measure::Measure;
use crate::claim::names::Named;
use crate::claim::places::CONSTITUENCY;
use crate::claim::printed::Printed;
use crate::claim::token::Token;

use figures::Found;
use names::NamedHere;

pub use style::Style;

/// A text being read.
pub struct Reader<'a> {
    book: &'a Book,
    style: Style,
    text: Classes,
    claim: Claim,
    /// Sides and places named since the last number.
    pending: Vec<Who>,
    pending_places: Vec<Vec<Scope>>,
    /// Whom the clauses that follow in the sentence name first.
    ahead: Vec<Who>,
    /// Whom and where the last figure spoke of.
    subject: Vec<Who>,
    place: Option<Scope>,
    area: Option<Scope>,
    /// All sides named, in order.
    named: Vec<Who>,
    without: Vec<Who>,
    /// Whether names that follow "without … and" are left out, too.
    leaving_out: bool,
    /// "One each for A, B and C": what B and C get, too.
    each: Option<Figure>,
    limits: Vec<(Role, &'static str, Printed)>,
    /// Whom numbers speak of that name nobody, such as a mark.
    spoken: Vec<Who>,
    missed: Vec<String>,
    /// Figures beside words that were not read.
    doubtful: Vec<usize>,
    /// Whether such a word stands beside the names that the next number is of.
    pending_doubt: bool,
    /// Whether a number may mean two things, of which the style says one.
    forked: bool,
    /// Whether the text says something that no line of the grammar reads.
    says_more: bool,
}

/// What a text says in a style.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The claim; else what of the text could not be read.
    pub claim: Result<Claim, Vec<String>>,
    /// Figures beside words that were not read.
    pub doubtful: Vec<usize>,
    /// Whether a number may mean two things, of which the style says one.
    pub forked: bool,
}

impl<'a> Reader<'a> {
    /// What a text says in a style.
    pub fn read(tokens: &[Token], book: &'a Book, background: &Background, style: Style) -> Read {
        let clauses = clauses(tokens, book.year);
        let mut reader = Reader::new(book, style, of_text(&clauses, book.year));
        let mut sentence = 0;
        for (i, clause) in clauses.iter().enumerate() {
            if clause.sentence != sentence {
                sentence = clause.sentence;
                reader.begin_sentence();
            }
            let before = reader.claim.figures.len();
            reader.ahead = reader.names_ahead(&clauses[i..]);
            reader.clause(clause);
            reader.doubt(clause, before);
        }
        if tokens.contains(&Token::Hour) {
            reader.doubtful = (0..reader.claim.figures.len()).collect();
        }
        reader.attach_limits();
        reader.totals_of_nothing();
        reader.years(tokens, background);
        reader.finish(tokens)
    }

    fn new(book: &'a Book, style: Style, text: Classes) -> Self {
        Reader {
            book,
            style,
            text,
            claim: Claim::default(),
            pending: Vec::new(),
            pending_places: Vec::new(),
            ahead: Vec::new(),
            subject: Vec::new(),
            place: None,
            area: None,
            named: Vec::new(),
            without: Vec::new(),
            leaving_out: false,
            each: None,
            limits: Vec::new(),
            spoken: Vec::new(),
            missed: Vec::new(),
            doubtful: Vec::new(),
            pending_doubt: false,
            forked: false,
            says_more: false,
        }
    }

    fn begin_sentence(&mut self) {
        self.pending.clear();
        self.pending_places.clear();
        self.pending_doubt = false;
        self.area = None;
        self.each = None;
    }

    /// The first side that the clauses after the first of these name in its sentence.
    fn names_ahead(&self, clauses: &[Clause]) -> Vec<Who> {
        let here = clauses.first().map(|clause| clause.sentence);
        let sentence = clauses.iter().skip(1);
        let mut same = sentence.take_while(|clause| Some(clause.sentence) == here);
        let first = same.find_map(|clause| {
            clause.tokens.iter().find_map(|token| match token {
                Token::Name(named, _) => named.iter().find_map(|one| match one {
                    Named::Side(id) => Some(id.clone()),
                    _ => None,
                }),
                _ => None,
            })
        });
        first.into_iter().collect()
    }

    fn clause(&mut self, clause: &Clause) {
        let here = self.names_in(clause);
        let sides = || here.sides.iter().map(|(_, who)| who.clone());
        self.named.extend(sides().chain(here.against.clone()));
        self.without.extend(here.without.clone());
        let mut areas = here.places.iter();
        if let Some(area) = areas.find_map(|names| self.area_of(names, clause)) {
            self.area = Some(area);
        }
        let items = items(clause, self.book.year);
        let said = self.numberless(clause, &here);
        if items.is_empty() {
            return self.without_numbers(said, &here);
        }
        self.claim.figures.extend(said);
        for (k, item) in items.iter().enumerate() {
            match self.role(item, &items, clause) {
                Some((Role::Measure(measure), number)) => {
                    let measure = self.measure(measure, number, item);
                    self.figure(&Found {
                        measure,
                        number,
                        item,
                        k,
                        clause,
                        here: &here,
                    });
                }
                Some((limit, number)) => self.limits.push((limit, item.unit, number)),
                None => self.missed.push(item.number.to_string()),
            }
        }
        let follows = here.sides.first().is_some_and(|(at, _)| *at > items[0].at);
        let each = clause.classes.has("each") && items.len() == 1 && follows;
        self.each = self.claim.figures.last().filter(|_| each).cloned();
        self.pending.clear();
        self.pending_places.clear();
    }

    /// A clause without a number: what it says, or whom it names for the number that follows.
    fn without_numbers(&mut self, said: Vec<Figure>, here: &NamedHere) {
        let sides = here.sides.iter().map(|(_, who)| who.clone());
        if !said.is_empty() {
            self.claim.figures.extend(said);
            self.subject.extend(sides.take(1));
            let mut single = here.places.iter().flatten();
            let single = single.rfind(|scope| scope.kind == CONSTITUENCY);
            self.place = single.cloned().or(self.place.take());
        } else if let Some(each) = &self.each {
            let figure = |who| Figure {
                who: vec![who],
                ..each.clone()
            };
            self.claim.figures.extend(sides.map(figure));
        } else {
            self.pending.extend(sides);
            self.pending_places.extend(here.places.clone());
        }
    }

    /// What the grammar makes of a number; "all but one of the 28" are 27.
    fn role(&mut self, item: &Item, all: &[Item], clause: &Clause) -> Option<(Role, Printed)> {
        let mut around = context(item, &clause.classes, &self.text);
        if !self.pending.is_empty() {
            around.left.0.push("pending");
        }
        let last = self.claim.figures.last();
        if last.is_some_and(|last| last.measure == Measure::Margin) {
            around.left.0.push("after-margin");
        }
        let Meanings { first, second } = meanings(&around)?;
        self.forked |= second.is_some();
        let found = second
            .filter(|_| self.style.second_meaning)
            .unwrap_or(first);
        if found == Role::Unclear {
            return None;
        }
        if !item.all_but {
            return Some((found, item.number));
        }
        let whole = all.iter().find(|other| other.left.has("whole"))?;
        let left = whole.number.digits.checked_sub(item.number.digits)?;
        let number = Printed {
            digits: left,
            ..whole.number
        };
        Some((found, number))
    }

    /// The measure a number has by what was said before it: "of the 81 seats" are all of them, and
    /// a percentage is of what stands before it.
    fn measure(&self, measure: Measure, number: Printed, item: &Item) -> Measure {
        let house = self.book.election.constituencies.len() as u64;
        match measure {
            Measure::Contested
                if (item.left.has("whole") || item.left.has("of"))
                    && number.as_whole() == Some(house)
                    && !self.text.has("contested") =>
            {
                Measure::House
            }
            Measure::Share | Measure::SeatShare if item.unit == "pct" => self.share_of(measure),
            measure => measure,
        }
    }
}
