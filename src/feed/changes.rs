//! In which seats two states of a count differ.

use crate::election::Election;
use crate::status::Status;
use serde::Serialize;

/// What is known of a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Known {
    /// Its status, by the word of the data format.
    pub status: &'static str,
    /// Serial of who holds or leads.
    pub candidate: Option<u16>,
    /// Party of who holds or leads, or "IND".
    pub party: Option<String>,
    /// Lead over the next candidate, where known.
    pub margin: Option<i64>,
    /// Votes counted, NOTA included; none where no votes are known.
    pub counted: Option<u64>,
}

/// A seat that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeatChange {
    /// Its id.
    pub constituency: String,
    /// What was known of it.
    pub before: Known,
    /// What is known now.
    pub after: Known,
    /// What of the earlier state is taken back.
    pub corrected: Vec<Correction>,
}

/// What a later state takes back of an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Correction {
    /// Another winner is declared.
    Winner,
    /// Nobody is declared any more.
    Withdrawn,
    /// Votes of candidates went down, or are not known any more.
    Votes {
        /// How many candidates.
        candidates: u32,
    },
}

/// How many seats are how far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tallied {
    /// Seats with a member: declared, unopposed, by lot, or set aside while stayed.
    pub declared: u32,
    /// Seats in which somebody leads.
    pub leading: u32,
    /// All others.
    pub open: u32,
    /// Seats of any kind of which no votes are known.
    pub without_votes: u32,
}

impl Tallied {
    /// Of an election.
    pub fn of(election: &Election) -> Tallied {
        let mut tallied = Tallied::default();
        for constituency in &election.constituencies {
            *match constituency.status {
                Status::Leading => &mut tallied.leading,
                status if status.has_holder() => &mut tallied.declared,
                _ => &mut tallied.open,
            } += 1;
            tallied.without_votes += u32::from(!constituency.voted);
        }
        tallied
    }
}

/// The seats in which `now` differs from `before`, an earlier state of the same ballot, in dataset
/// order.
pub fn changes(before: &Election, now: &Election) -> Vec<SeatChange> {
    let seats = 0..now.constituencies.len();
    let differs = |&seat: &usize| !same(before, now, seat);
    let changed = seats.filter(differs).map(|seat| SeatChange {
        constituency: now.constituencies[seat].number.to_string(),
        before: known(before, seat),
        after: known(now, seat),
        corrected: corrections(before, now, seat),
    });
    changed.collect()
}

fn same(before: &Election, now: &Election, seat: usize) -> bool {
    let (was, is) = (&before.constituencies[seat], &now.constituencies[seat]);
    let lines = before
        .candidates_of(seat)
        .iter()
        .zip(now.candidates_of(seat));
    (was.status, was.holder, was.nota, was.voted, was.margin)
        == (is.status, is.holder, is.nota, is.voted, is.margin)
        && lines.into_iter().all(|(was, is)| was.votes == is.votes)
}

fn known(election: &Election, seat: usize) -> Known {
    let constituency = &election.constituencies[seat];
    let holder = constituency
        .holder
        .map(|holder| &election.candidates[holder as usize]);
    let others = constituency
        .range()
        .filter(|&c| Some(c as u32) != constituency.holder);
    let next = others.map(|c| election.candidates[c].votes).max();
    let lead = holder.zip(next).filter(|_| constituency.voted);
    let margin = lead.map(|(holder, next)| i64::from(holder.votes) - i64::from(next));
    Known {
        status: constituency.status.word(),
        candidate: holder.map(|line| line.serial),
        party: holder.map(|line| election.parties[line.party as usize].clone()),
        margin: margin.or(constituency.margin.map(i64::from)),
        counted: constituency.voted.then(|| constituency.counted()),
    }
}

fn corrections(before: &Election, now: &Election, seat: usize) -> Vec<Correction> {
    let (was, is) = (&before.constituencies[seat], &now.constituencies[seat]);
    let lines = before
        .candidates_of(seat)
        .iter()
        .zip(now.candidates_of(seat));
    let candidates = lines.filter(|(was, is)| is.votes < was.votes).count() as u32;
    let mut found = Vec::new();
    if was.status.is_declared() && !is.status.is_declared() {
        found.push(Correction::Withdrawn);
    } else if was.status.is_declared() && was.holder != is.holder {
        found.push(Correction::Winner);
    }
    if candidates > 0 {
        found.push(Correction::Votes { candidates });
    }
    found
}
