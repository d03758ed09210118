//! One order for every scenario of the same meaning, as far as that can be known without an election.

use super::{BaseKind, Edit, House, Resign, Scenario, Scope, Stance, Swing, compare_ids};
use crate::FULL;
use crate::order;
use std::cmp::Ordering;

/// The canonical scenario, and where each of its edits stands in the one given.
pub fn canonical(scenario: &Scenario) -> (Scenario, Vec<usize>) {
    let mut said = scenario.edits.clone();
    for edit in &mut said {
        tidy(edit);
    }
    let (mut canonical, mut places) = (Scenario::default(), Vec::new());
    // Stable: swings keep their listed order.
    for at in order::places(said.len(), &mut |a, b| compare(&said[a], &said[b])) {
        let edit = &said[at];
        let mut later = said[at + 1..].iter();
        if !says_nothing(edit) && !later.any(|other| same_subject(other, edit)) {
            canonical.edits.push(edit.clone());
            if FULL {
                places.push(at);
            }
        }
    }
    if !canonical.edits.is_empty() {
        canonical.election.clone_from(&scenario.election);
        canonical.fingerprint.clone_from(&scenario.fingerprint);
    }
    (canonical, places)
}

fn tidy(edit: &mut Edit) {
    match edit {
        Edit::Stance(Stance { r#for, not_voting }) => {
            sort_ids(r#for);
            sort_ids(not_voting);
        }
        _ if !FULL => {}
        Edit::Pool(pool) => {
            sort_ids(&mut pool.joiners);
            tidy_scope(&mut pool.scope);
        }
        Edit::Swing(swing) => tidy_scope(&mut swing.scope),
        // With itself is alone.
        Edit::Realign(realign) => {
            realign.alliance = realign.alliance.take_if(|id| *id != realign.party)
        }
        _ => {}
    }
}

fn tidy_scope(scope: &mut Option<Scope>) {
    if let Some(Scope::Constituencies(ids)) = scope {
        sort_ids(ids);
    }
}

impl Swing {
    /// The same swing as a canonical scenario writes it.
    pub fn tidied(&self) -> Swing {
        let mut swing = self.clone();
        tidy_scope(&mut swing.scope);
        swing
    }
}

fn sort_ids(ids: &mut Vec<String>) {
    order::short(ids, |a, b| compare_ids(a, b));
    ids.dedup();
}

fn says_nothing(edit: &Edit) -> bool {
    match edit {
        _ if !FULL => false,
        Edit::Swing(swing) => swing.points == 0,
        Edit::House(House { base, speaker }) => *base == BaseKind::Total && speaker.is_none(),
        _ => false,
    }
}

/// Whether two edits speak of the same thing, so that only the later one can hold.
fn same_subject(a: &Edit, b: &Edit) -> bool {
    match (a, b) {
        (Edit::Award(a), Edit::Award(b)) => a.constituency == b.constituency,
        (Edit::Stance(_), Edit::Stance(_)) => true,
        _ if !FULL => false,
        (Edit::House(_), Edit::House(_)) => true,
        (Edit::Pool(a), Edit::Pool(b)) => {
            a.target == b.target && a.joiners == b.joiners && a.scope == b.scope
        }
        (Edit::Realign(a), Edit::Realign(b)) => a.party == b.party,
        (Edit::Cross(a), Edit::Cross(b)) => a.from == b.from && a.to == b.to,
        (Edit::Resign(Resign::Members(a)), Edit::Resign(Resign::Members(b))) => a.from == b.from,
        (Edit::Resign(Resign::Seat(a)), Edit::Resign(Resign::Seat(b))) => {
            a.constituency == b.constituency
        }
        (Edit::Absent(a), Edit::Absent(b)) => a.from == b.from,
        _ => false,
    }
}

fn rank(edit: &Edit) -> u8 {
    match edit {
        Edit::Award(_) => 2,
        Edit::Stance(_) => 4,
        _ if !FULL => u8::MAX,
        Edit::Pool(_) => 0,
        Edit::Swing(_) => 1,
        Edit::Realign(_) => 3,
        Edit::Cross(_) => 5,
        Edit::Resign(Resign::Members(_)) => 6,
        Edit::Resign(Resign::Seat(_)) => 7,
        Edit::Absent(_) => 8,
        Edit::House(_) => 9,
    }
}

fn compare(a: &Edit, b: &Edit) -> Ordering {
    if let (Edit::Award(a), Edit::Award(b)) = (a, b) {
        return compare_ids(&a.constituency, &b.constituency);
    }
    rank(a).cmp(&rank(b)).then_with(|| match (a, b) {
        _ if !FULL => Ordering::Equal,
        (Edit::Pool(a), Edit::Pool(b)) => compare_ids(&a.target, &b.target)
            .then_with(|| compare_lists(&a.joiners, &b.joiners))
            .then_with(|| scope_key(&a.scope).cmp(&scope_key(&b.scope))),
        (Edit::Realign(a), Edit::Realign(b)) => compare_ids(&a.party, &b.party),
        (Edit::Cross(a), Edit::Cross(b)) => {
            compare_ids(&a.from, &b.from).then_with(|| compare_ids(&a.to, &b.to))
        }
        (Edit::Resign(Resign::Members(a)), Edit::Resign(Resign::Members(b)))
        | (Edit::Absent(a), Edit::Absent(b)) => compare_ids(&a.from, &b.from),
        (Edit::Resign(Resign::Seat(a)), Edit::Resign(Resign::Seat(b))) => {
            compare_ids(&a.constituency, &b.constituency)
        }
        _ => Ordering::Equal,
    })
}

fn compare_lists(a: &[String], b: &[String]) -> Ordering {
    a.cmp(b)
}

fn scope_key(scope: &Option<Scope>) -> (u8, Vec<&str>) {
    match scope {
        None => (0, Vec::new()),
        Some(Scope::Category(id)) => (1, vec![id]),
        Some(Scope::Division(id)) => (2, vec![id]),
        Some(Scope::District(id)) => (3, vec![id]),
        Some(Scope::Parliamentary(id)) => (4, vec![id]),
        Some(Scope::Phase(id)) => (5, vec![id]),
        Some(Scope::Constituencies(ids)) => (6, ids.iter().map(String::as_str).collect()),
    }
}
