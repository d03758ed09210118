//! A reader and a count, at random: edits, states, corrections, undo, redo, pauses and reloads in
//! any order. The house is
//! always that of the same edits on data that hold the newest state, and no edit is ever lost.

use super::support::{Seat, dataset, house, state};
use crate::support::edits;
use crate::support::reference::compare::without_scenario;
use proptest::prelude::*;
use seat_calculator::calculator::Calculator;
use seat_calculator::election::Election;
use seat_calculator::report::Report;
use seat_calculator::scenario::{Edit, Scenario, notation};
use serde_json::json;

const CLAUSES: [&str; 24] = [
    "w-1b",
    "w-2a",
    "w-1c",
    "w-4e",
    "w-5.IND",
    "s-X-Y-2000",
    "sp-Y-X-5000--c2",
    "s-D-A-900",
    "p-Y-10000-D",
    "p-X-7000-D--c1",
    "r-D-X",
    "r-C",
    "r-IND.5-X",
    "r-B-D",
    "f-X-C",
    "f-IND.4--C",
    "x-C-X-2",
    "x-A-D-1",
    "q-A-2",
    "v-3",
    "a-D-2",
    "a-IND.5-1",
    "h-e",
    "h-v-A",
];

#[derive(Debug, Clone)]
enum Step {
    /// The reader adds an edit, or takes one back.
    Add(usize),
    Remove(usize),
    Undo,
    Redo,
    /// The count has another state.
    State(Box<[Seat; 5]>),
    /// Something comes that is no next state.
    Broken(usize),
    /// A control moves, or stops: states wait meanwhile.
    Hold,
    Release,
    /// The page is opened again with the text in its address.
    Reload,
}

fn seat() -> impl Strategy<Value = Seat> {
    let votes = prop::array::uniform5(0_u32..40);
    (0..8, votes).prop_map(|(kind, votes)| {
        let most = votes.iter().max().unwrap();
        let first = votes.iter().position(|one| one == most).unwrap();
        let sole = votes.iter().filter(|one| *one == most).count() == 1;
        let holder = Some(first as u32 + 1);
        match (kind, sole) {
            (0, _) => Seat("awaited", None, None),
            (1, _) => Seat("leading", holder, None),
            (2, _) => Seat("adjourned", None, None),
            (3, _) => Seat("vacant", None, Some(votes)),
            (_, false) => Seat("tied", None, Some(votes)),
            (4 | 5, true) => Seat("declared", holder, Some(votes)),
            (_, true) => Seat("leading", holder, Some(votes)),
        }
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..CLAUSES.len()).prop_map(Step::Add),
        1 => (0..6_usize).prop_map(Step::Remove),
        1 => Just(Step::Undo),
        1 => Just(Step::Redo),
        5 => prop::array::uniform5(seat()).prop_map(|seats| Step::State(Box::new(seats))),
        1 => (0..4_usize).prop_map(Step::Broken),
        1 => Just(Step::Hold),
        1 => Just(Step::Release),
        1 => Just(Step::Reload),
    ]
}

/// What a page does: it keeps the reader's wish as text, its history, and the newest state that
/// waits.
struct Page {
    calculator: Calculator,
    report: Report,
    past: Vec<String>,
    future: Vec<String>,
    held: bool,
    waiting: Option<(u64, [Seat; 5])>,
    /// The last state taken.
    taken: Option<(u64, [Seat; 5])>,
    seq: u64,
}

impl Page {
    fn open() -> Page {
        let mut calculator = house();
        let report = calculator.evaluate(&Scenario::default()).unwrap();
        let (past, future) = (Vec::new(), Vec::new());
        Page {
            calculator,
            report,
            past,
            future,
            held: false,
            waiting: None,
            taken: None,
            seq: 0,
        }
    }

    fn text(&self) -> &str {
        &self.report.scenario.text
    }

    /// Changes the wish; where the core refuses that, it stays.
    fn edit(&mut self, edits: Vec<Edit>) {
        let before = self.text().to_owned();
        let scenario = Scenario {
            edits,
            ..Scenario::default()
        };
        let Ok(report) = self.calculator.evaluate(&scenario) else {
            return;
        };
        self.report = report;
        if self.text() != before {
            self.past.push(before);
            self.future.clear();
        }
    }

    fn go(&mut self, back: bool) {
        let (from, to) = match back {
            true => (&mut self.past, &mut self.future),
            false => (&mut self.future, &mut self.past),
        };
        if let Some(text) = from.pop() {
            to.push(self.report.scenario.text.clone());
            self.show(&text);
        }
    }

    fn show(&mut self, text: &str) {
        self.report = self
            .calculator
            .evaluate(&notation::parse(text).unwrap())
            .unwrap();
    }

    fn receive(&mut self, seats: [Seat; 5]) {
        self.seq += 1;
        self.waiting = Some((self.seq, seats));
        self.settle();
    }

    /// Takes the newest state unless a control moves.
    fn settle(&mut self) {
        if self.held {
            return;
        }
        if let Some((seq, seats)) = self.waiting.take() {
            let wish = self.text().to_owned();
            self.calculator
                .update(&state(&self.calculator, seq, &seats))
                .unwrap();
            self.taken = Some((seq, seats));
            self.show(&wish);
        }
    }

    fn broken(&mut self, how: usize) {
        let Some((seq, seats)) = self.taken.clone() else {
            return;
        };
        let text = match how {
            0 => state(&self.calculator, seq, &seats),
            1 => state(&self.calculator, seq - 1, &seats),
            2 => state(&self.calculator, seq + 1, &seats).replace("\"small\"", "\"other\""),
            _ => state(&self.calculator, seq + 1, &seats)[..40].to_owned(),
        };
        assert!(self.calculator.update(&text).is_err());
    }

    fn reload(&mut self) {
        let text = self.text().to_owned();
        self.calculator = house();
        if let Some((seq, seats)) = &self.taken {
            self.calculator
                .update(&state(&self.calculator, *seq, seats))
                .unwrap();
        }
        (self.past, self.future) = (Vec::new(), Vec::new());
        self.show(&text);
    }
}

/// The same edits on data that hold the state, which follow no count.
fn fresh(page: &Page) -> Report {
    let mut data = dataset();
    let seats = page.taken.iter().flat_map(|(_, seats)| seats);
    for (one, Seat(status, winner, votes)) in data["constituencies"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .zip(seats)
    {
        one["status"] = json!(status);
        one["winner"] = json!(winner);
        if let Some(votes) = votes {
            one["nota"] = json!(1);
            for (line, votes) in one["candidates"]
                .as_array_mut()
                .unwrap()
                .iter_mut()
                .zip(votes)
            {
                line["votes"] = json!(votes);
            }
        }
    }
    let mut calculator = Calculator::new(Election::from_json(&data.to_string()).unwrap());
    let edits = page.report.scenario.edits.clone();
    calculator
        .evaluate(&Scenario {
            edits,
            ..Scenario::default()
        })
        .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_house_is_the_wish_on_the_newest_state(steps in prop::collection::vec(step(), 1..14)) {
        let mut page = Page::open();
        for step in steps {
            let wish = page.report.scenario.edits.clone();
            let reader = matches!(step, Step::Add(_) | Step::Remove(_) | Step::Undo | Step::Redo);
            match step {
                Step::Add(clause) => {
                    let mut all = wish.clone();
                    all.extend(edits(CLAUSES[clause]).edits);
                    page.edit(all);
                }
                Step::Remove(place) => {
                    let kept = wish.iter().enumerate().filter(|(i, _)| *i != place);
                    page.edit(kept.map(|(_, edit)| edit.clone()).collect());
                }
                Step::Undo => page.go(true),
                Step::Redo => page.go(false),
                Step::State(seats) => page.receive(*seats),
                Step::Broken(how) => page.broken(how),
                Step::Hold => page.held = true,
                Step::Release => {
                    page.held = false;
                    page.settle();
                }
                Step::Reload => page.reload(),
            }
            if !reader {
                prop_assert_eq!(&page.report.scenario.edits, &wish);
            }
            let (edits, states) = (&page.report.scenario.edits, &page.report.scenario.states);
            prop_assert_eq!(edits.len(), states.len());
        }
        page.held = false;
        page.settle();
        prop_assert_eq!(without_scenario(&page.report), without_scenario(&fresh(&page)));
    }
}
