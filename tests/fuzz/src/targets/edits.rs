//! Sequences of edits: after every step the house is that of the slow reference, whatever stood
//! before; what is refused changes nothing; at the end the text alone brings it all back.

use super::Target;
use crate::reference::compare::agreed;
use crate::reference::houses::{Random, whole_house};
use crate::reference::scenarios::clause;
use seat_calculator::calculator::Calculator;
use seat_calculator::report::Report;
use seat_calculator::scenario::{Edit, Scenario, notation};

pub const TARGET: Target = Target {
    name: "edits",
    words: &["\0\x01\x02", "\x03\x04\x05", "\x06\x07\x08"],
    check,
};

/// Steps of three bytes each.
const MOST_STEPS: usize = 12;

fn check(bytes: &[u8]) -> bool {
    let Some((head, steps)) = bytes.split_at_checked(8) else {
        return false;
    };
    let seed = head.iter().fold(1, |sum: u64, byte| {
        sum.wrapping_mul(0x0100_0000_01b3) ^ u64::from(*byte)
    });
    let mut random = Random(seed | 1);
    let election = whole_house(&mut random, 7);
    let mut reader = Reader::new(Calculator::new(election));
    for step in steps.chunks_exact(3).take(MOST_STEPS) {
        reader.step(step[0], u64::from(step[1]) << 8 | u64::from(step[2]));
    }
    reader.open_anew();
    reader.changed
}

/// Somebody who edits.
struct Reader {
    calculator: Calculator,
    /// The edits that stand.
    edits: Vec<Edit>,
    /// What the core last said.
    said: String,
    past: Vec<Vec<Edit>>,
    future: Vec<Vec<Edit>>,
    /// Whether any edit was taken.
    changed: bool,
}

impl Reader {
    fn new(mut calculator: Calculator) -> Reader {
        let report = calculator.evaluate(&Scenario::default()).unwrap();
        Reader {
            calculator,
            edits: Vec::new(),
            said: said(&report),
            past: Vec::new(),
            future: Vec::new(),
            changed: false,
        }
    }

    fn step(&mut self, kind: u8, which: u64) {
        let mut edits = self.edits.clone();
        match kind % 8 {
            0..=3 => edits.extend(self.clause(which)),
            4 if !edits.is_empty() => drop(edits.remove(which as usize % edits.len())),
            5 => edits.reverse(),
            6 => return self.go(true),
            _ => return self.go(false),
        }
        let before = self.edits.clone();
        if self.show(edits) && self.edits != before {
            self.past.push(before);
            self.future.clear();
        }
    }

    /// An edit of any kind.
    fn clause(&self, which: u64) -> Vec<Edit> {
        let seats = self.calculator.election().constituencies.len() as u64;
        let mut random = Random(which.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let text = format!("0~1~~~{}", clause(&mut random, seats));
        notation::parse(&text).unwrap().edits
    }

    /// Asks for edits; whether they were taken.
    fn show(&mut self, edits: Vec<Edit>) -> bool {
        let asked = Scenario {
            edits,
            ..Scenario::default()
        };
        let text = serde_json::to_string(&asked).unwrap();
        match agreed(&mut self.calculator, &asked, &text) {
            Some(report) => {
                self.said = said(&report);
                self.changed |= report.edited.any;
                self.edits = report.scenario.edits;
                true
            }
            None => {
                // What was last evaluated still stands.
                let last = &self.calculator.outcome().edits;
                assert_eq!(last, &self.edits, "{text}");
                false
            }
        }
    }

    /// Undo or redo: what stood there was taken once, so it is taken again.
    fn go(&mut self, back: bool) {
        let (from, to) = match back {
            true => (&mut self.past, &mut self.future),
            false => (&mut self.future, &mut self.past),
        };
        if let Some(edits) = from.pop() {
            to.push(self.edits.clone());
            assert!(self.show(edits));
        }
    }

    /// A calculator that knows nothing of what came before says the same.
    fn open_anew(&self) {
        let mut fresh = Calculator::new(self.calculator.election().clone());
        let asked = Scenario {
            edits: self.edits.clone(),
            ..Scenario::default()
        };
        let report = fresh.evaluate(&asked).unwrap();
        assert_eq!(said(&report), self.said);
        let kept = notation::parse(&report.scenario.text).unwrap();
        assert_eq!(said(&fresh.evaluate(&kept).unwrap()), self.said);
    }
}

fn said(report: &Report) -> String {
    serde_json::to_string(report).unwrap()
}
