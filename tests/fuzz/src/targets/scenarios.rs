//! Texts of scenarios: what is read is written and read alike, damage is noticed, and what it means
//! is what the slow reference says.

use super::Target;
use super::support::check_problems;
use crate::reference::compare::{agreed, check_house};
use crate::reference::houses::{Random, whole_house};
use seat_calculator::calculator::Calculator;
use seat_calculator::scenario::notation::{format, parse};
use seat_calculator::scenario::{Edit, Scenario, Scope};
use serde_json::to_string;

pub const TARGET: Target = Target {
    name: "scenarios",
    words: &[
        "_w-1a",
        "_w-2b",
        "_w-3.A",
        "_s-X-Y-100",
        "_sp-A-B-1",
        "_p-X-5000-C",
        "_r-A",
        "_r-C-X",
        "_f-A-C",
        "_f--X",
        "_x-A-X-2",
        "_q-B-1",
        "_v-4",
        "_a-A-3",
        "_h-v",
        "_h-e-A",
        "--c1",
        "--n1.2",
        "--d",
        "-",
        "~",
        "_",
        ".",
        "IND.3",
        "NOM",
        "%20",
        "&amp;",
    ],
    check,
};

fn check(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let scenario = match parse(&text) {
        Ok(scenario) => scenario,
        Err(problems) => {
            check_problems(&problems);
            return false;
        }
    };
    assert_eq!(scenario, scenario.canonical(), "{text}");
    let object = to_string(&scenario).unwrap();
    let object = serde_json::from_str(&object).unwrap();
    let object = Scenario::from_value(&object).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(object, scenario, "{text}");
    let written = match format(&scenario) {
        Ok(written) => written,
        Err(problems) => {
            let due = if is_nameable(&scenario) {
                "too-long"
            } else {
                "bad-id"
            };
            assert_eq!(problems.list()[0].code, due, "{text}");
            return false;
        }
    };
    assert_eq!(parse(&written).as_ref(), Ok(&scenario), "{text}");
    check_damage(&written, &scenario, bytes);
    check_meaning(scenario.edits, bytes)
}

/// Whether election and fingerprint are what an election can have: others are read, and refused by
/// every election.
fn is_nameable(scenario: &Scenario) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.+".contains(c);
    let names = [&scenario.election, &scenario.fingerprint];
    names
        .into_iter()
        .flatten()
        .all(|name| name.chars().all(plain))
}

/// One changed character is noticed, or undone.
fn check_damage(written: &str, scenario: &Scenario, bytes: &[u8]) {
    let mut random = Random(1 + bytes.len() as u64);
    for _ in 0..written.len().min(20) {
        let mut damaged = written.as_bytes().to_vec();
        let at = random.below(damaged.len() as u64) as usize;
        damaged[at] ^= 1 << random.below(6);
        let Ok(damaged) = String::from_utf8(damaged) else {
            continue;
        };
        // "0" in place of the checksum is for texts written by hand.
        if let Ok(read) = parse(&damaged) {
            assert_eq!(&read, scenario, "{damaged}");
        }
    }
}

/// Refusals of names and numbers, which the slow reference takes as they are.
const BY_NAME: [&str; 4] = ["unknown-id", "independent-side", "two-stances", "too-large"];

/// The edits on a small house.
fn check_meaning(edits: Vec<Edit>, bytes: &[u8]) -> bool {
    let kind = bytes.get(bytes.len() / 2).copied().unwrap_or(0);
    let mut random = Random(1 + u64::from(kind));
    let election = whole_house(&mut random, 6);
    let mut calculator = Calculator::new(election);
    let asked = Scenario {
        edits,
        ..Scenario::default()
    };
    let known = match calculator.evaluate(&asked) {
        Ok(report) => {
            check_house(&report, &report.scenario.text);
            true
        }
        Err(problems) => {
            check_problems(&problems);
            let mut codes = problems.list().iter().map(|problem| problem.code);
            !codes.any(|code| BY_NAME.contains(&code))
        }
    };
    let simple = known && asked.edits.iter().all(is_simple);
    if simple {
        agreed(&mut calculator, &asked, &to_string(&asked).unwrap());
    }
    simple
}

/// Whether the slow reference knows where the edit holds.
fn is_simple(edit: &Edit) -> bool {
    let scope = match edit {
        Edit::Pool(pool) => &pool.scope,
        Edit::Swing(swing) => &swing.scope,
        _ => return true,
    };
    matches!(
        scope,
        None | Some(Scope::Category(_) | Scope::Constituencies(_))
    )
}
