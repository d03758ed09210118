//! Seat changes: who held each constituency after an earlier election, and who holds it in the
//! scenario.
//!
//! Held, gained and lost are a party's, against the party elected then or its successor. An
//! independent is no party: a seat that was or is an independent's is held by nobody, so it is lost
//! and gained.

use crate::analysis::votes::butler_swing::Successor;
use crate::election::member::Member;
use crate::election::{Election, INDEPENDENT, NONE};
use crate::outcome::Outcome;
use crate::outcome::row::{Key, Row};
use serde::Serialize;
use std::cmp::Reverse;

/// Who was elected in a constituency then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Elected {
    /// Party then, or "IND".
    pub party: String,
    /// The party it counts as now: itself or its successor.
    pub counts_as: String,
    /// Alliance of the day, if any.
    pub alliance: Option<String>,
    /// Serial of the candidate in that election's file.
    pub candidate: u16,
    /// Votes above the next candidate; none where unopposed or without a second.
    pub margin: Option<u32>,
}

/// One constituency, then and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SeatChange {
    /// Its id.
    pub constituency: String,
    /// Who was elected then; none where nobody was, or the constituency is not in that election.
    pub then: Option<Elected>,
    /// Party that holds or leads now, or "IND"; none for nobody.
    pub now: Option<String>,
    /// Serial of that candidate in this election's file.
    pub candidate: Option<u16>,
    /// Votes above the next candidate now; none where there is no margin.
    pub margin: Option<i64>,
    /// `held` by the same party; `changed` hands; `new` with nobody then; `empty` with nobody now.
    pub kind: &'static str,
}

/// A party or side, then and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RowChanges {
    /// Whose: of this election, or a party of the earlier one that nobody follows.
    pub row: Row,
    /// Seats then; of a side: those of the parties that are with it now, whoever they stood with
    /// then.
    pub then: u32,
    /// Seats now.
    pub now: u32,
    /// Both then and now.
    pub held: u32,
    /// Now and not then.
    pub gained: u32,
    /// Then and not now.
    pub lost: u32,
}

/// A party's seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartySeats {
    /// Its id, or "IND".
    pub id: String,
    /// Seats.
    pub seats: u32,
}

/// Seats of one alliance of the day, or of a party that stood alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EarlierAlliance {
    /// Id of the alliance or party, "IND" for all independents.
    pub id: String,
    /// Its parties with seats, most first, then in dataset order, each with its seats.
    pub parties: Vec<PartySeats>,
    /// Seats.
    pub seats: u32,
}

/// An election compared with an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SeatChanges {
    /// Id of the earlier election.
    pub election: String,
    /// Every constituency, in dataset order.
    pub seats: Vec<SeatChange>,
    /// Parties with a seat then or now: those of this election in dataset order, then those of the
    /// earlier one that nobody follows, in its order.
    pub parties: Vec<RowChanges>,
    /// Sides as they are counted now, the same way.
    pub sides: Vec<RowChanges>,
    /// The earlier house by the alliances of its day, most seats first, ties in order of first
    /// appearance.
    pub of_the_day: Vec<EarlierAlliance>,
    /// Constituencies that stayed with their party, and those that did not.
    pub held: u32,
    /// As above; a seat without a holder then or now is in neither.
    pub changed: u32,
}

/// Compares a scenario with the declared result of an earlier election, constituency by
/// constituency by number. A party without a pair among `successors` is its own successor. A seat
/// vacated in the scenario is nobody's.
pub fn seat_changes(
    election: &Election,
    outcome: &Outcome,
    earlier: &Election,
    successors: &[Successor],
) -> SeatChanges {
    let mut parties = Rows::default();
    let mut sides = Rows::default();
    // In the order of tables: rows that stay empty are dropped at the end.
    for party in 0..election.independent() {
        parties.at(Row::of(election, &Key::Party(party)));
    }
    let keys = Key::all(&outcome.groups);
    for key in keys.iter().filter(|key| **key != Key::Independents) {
        sides.at(Row::of(election, key));
    }
    let party_row = |id: &str| Row {
        id: id.to_owned(),
        kind: if id == INDEPENDENT {
            "independents"
        } else {
            "party"
        },
    };
    let side_of_party = |id: &str| -> Row {
        let group = election
            .party(id)
            .and_then(|party| outcome.groups.of_member(Member::Party(party)));
        match group {
            Some(group) => Row::of(election, &keys[group as usize]),
            None => party_row(id),
        }
    };
    let mut days: Vec<EarlierAlliance> = Vec::new();
    let (mut held, mut changed) = (0, 0);
    let mut seats = Vec::with_capacity(election.constituencies.len());
    for (i, constituency) in election.constituencies.iter().enumerate() {
        let result = &outcome.seats.results[i];
        let holder = result
            .holder
            .filter(|_| !outcome.house.vacated.contains(&i));
        let now = holder.map(|c| {
            let party = election.candidates[c as usize].party;
            election.parties[party as usize].clone()
        });
        let before = elected(earlier, constituency.number, successors);
        let side_now = holder.map(|c| {
            let group = outcome.groups.of_candidate(election, c, i);
            match group {
                Some(group) => Row::of(election, &keys[group as usize]),
                None => party_row(INDEPENDENT),
            }
        });
        let as_party = before.as_ref().map(|then| party_row(&then.counts_as));
        let as_side = before.as_ref().map(|then| side_of_party(&then.counts_as));
        let same = parties.count(as_party, now.as_deref().map(party_row));
        sides.count(as_side, side_now);
        let kind = match (&before, &now) {
            (Some(_), Some(_)) if same => "held",
            (Some(_), Some(_)) => "changed",
            (None, Some(_)) => "new",
            _ => "empty",
        };
        held += u32::from(kind == "held");
        changed += u32::from(kind == "changed");
        if let Some(then) = &before {
            of_the_day(&mut days, then);
        }
        seats.push(SeatChange {
            constituency: constituency.number.to_string(),
            candidate: holder.map(|c| election.candidates[c as usize].serial),
            margin: result.margin.filter(|_| holder.is_some()),
            then: before,
            now,
            kind,
        });
    }
    for day in &mut days {
        let place = |id: &str| earlier.parties.iter().position(|known| known == id);
        day.parties
            .sort_by_key(|party| (Reverse(party.seats), place(&party.id)));
    }
    days.sort_by_key(|day| Reverse(day.seats));
    SeatChanges {
        election: earlier.id.clone(),
        seats,
        parties: parties.done(),
        sides: sides.done(),
        of_the_day: days,
        held,
        changed,
    }
}

/// Who was elected in the constituency of that number.
fn elected(earlier: &Election, number: u32, successors: &[Successor]) -> Option<Elected> {
    let mut all = earlier.constituencies.iter();
    let constituency = all.find(|constituency| constituency.number == number)?;
    let holder = constituency.holder?;
    let line = &earlier.candidates[holder as usize];
    let party = &earlier.parties[line.party as usize];
    let successor = successors.iter().find(|pair| pair.then == party);
    let others = constituency.range().filter(|&c| c as u32 != holder);
    let next = others.map(|c| earlier.candidates[c].votes).max();
    Some(Elected {
        party: party.clone(),
        counts_as: successor.map_or_else(|| party.clone(), |pair| pair.now.to_owned()),
        alliance: (line.alliance != NONE)
            .then(|| earlier.alliances[line.alliance as usize].id.clone()),
        candidate: line.serial,
        margin: next
            .filter(|_| constituency.voted)
            .and_then(|next| line.votes.checked_sub(next)),
    })
}

fn of_the_day(days: &mut Vec<EarlierAlliance>, then: &Elected) {
    let id = then.alliance.as_ref().unwrap_or(&then.party);
    let at = days
        .iter()
        .position(|day| day.id == *id)
        .unwrap_or_else(|| {
            days.push(EarlierAlliance {
                id: id.clone(),
                parties: Vec::new(),
                seats: 0,
            });
            days.len() - 1
        });
    let day = &mut days[at];
    day.seats += 1;
    match day.parties.iter_mut().find(|one| one.id == then.party) {
        Some(one) => one.seats += 1,
        None => day.parties.push(PartySeats {
            id: then.party.clone(),
            seats: 1,
        }),
    }
}

/// Rows in order of first appearance.
#[derive(Default)]
struct Rows(Vec<RowChanges>);

impl Rows {
    fn at(&mut self, row: Row) -> &mut RowChanges {
        let found = self.0.iter().position(|known| known.row == row);
        let at = found.unwrap_or_else(|| {
            self.0.push(RowChanges {
                row,
                then: 0,
                now: 0,
                held: 0,
                gained: 0,
                lost: 0,
            });
            self.0.len() - 1
        });
        &mut self.0[at]
    }

    /// Counts one constituency; answers whether it was held.
    fn count(&mut self, then: Option<Row>, now: Option<Row>) -> bool {
        let same = then == now && then.as_ref().is_some_and(|row| row.kind != "independents");
        if let Some(row) = then {
            let row = self.at(row);
            row.then += 1;
            row.lost += u32::from(!same);
        }
        if let Some(row) = now {
            let row = self.at(row);
            row.now += 1;
            row.held += u32::from(same);
            row.gained += u32::from(!same);
        }
        same
    }

    fn done(self) -> Vec<RowChanges> {
        let rows = self.0.into_iter();
        rows.filter(|row| row.then + row.now > 0).collect()
    }
}
