//! Butler swing between two sides since an earlier election.
//!
//! Two forms: the alliances as they are now *cast back*, whoever their parties stood with then; and
//! the largest party of each side *alone*. Both are Butler's swing, half of what the gap between
//! the two shares of valid votes changed by, on the declared votes. A party that merged or was
//! renamed counts as its successor.

use crate::analysis::query::{Evaluated, Steps, done};
use crate::decode::{Value, decode};
use crate::election::{Election, NONE};
use crate::outcome::counted_side::unknown;
use crate::outcome::sides::{Side, side};
use crate::problem::Problems;
use crate::share::hundredths;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// A party of the earlier election and the party of this one that its votes are counted with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Successor<'a> {
    /// Party id then.
    pub then: &'a str,
    /// Party id now.
    pub now: &'a str,
}

/// Which swing is asked for.
#[derive(Debug, Clone)]
pub struct ButlerSwingQuery {
    /// The earlier election.
    pub earlier: Box<Election>,
    /// Which sides, and which parties count as one.
    pub between: Between,
}

/// The sides of a swing.
#[derive(Debug, Clone, Deserialize)]
pub struct Between {
    /// Alliance or party.
    pub from: String,
    /// Alliance or party.
    pub to: String,
    /// Parties then and now that count as one, beside those of the same id.
    #[serde(default)]
    pub successors: Vec<Pair>,
}

/// A party then, and the party now that it counts as.
#[derive(Debug, Clone, Deserialize)]
pub struct Pair {
    /// Party id then.
    pub then: String,
    /// Party id now.
    pub now: String,
}

impl Pair {
    /// The pair for a comparison.
    pub fn successor(&self) -> Successor<'_> {
        Successor {
            then: &self.then,
            now: &self.now,
        }
    }
}

impl ButlerSwingQuery {
    /// Reads a query; `bad-dataset` where `earlier` is no election.
    pub(crate) fn of(node: &Value) -> Result<ButlerSwingQuery, Problems> {
        let between = decode(node)?;
        let bad = |_| Problems::one("earlier", "bad-dataset", "expected a dataset");
        let earlier = Election::from_value(node.field("earlier")).map_err(bad)?;
        Ok(ButlerSwingQuery {
            earlier: Box::new(earlier),
            between,
        })
    }
}

/// Starts on a query.
pub(crate) fn start(
    on: &Evaluated,
    query: &ButlerSwingQuery,
) -> Result<Steps<Box<ButlerSwing>>, Problems> {
    let Between {
        from,
        to,
        successors,
    } = &query.between;
    let pairs: Vec<Successor> = successors.iter().map(Pair::successor).collect();
    let found = butler_swing(&on.election, &query.earlier, &pairs, from, to)?;
    Ok(done(Box::new(found)))
}

/// One side, now and then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SideComparison {
    /// Id of the alliance or party.
    pub id: String,
    /// Parties counted for it now: those with a candidate.
    pub now: Vec<String>,
    /// Candidates of no such party counted for it now because they are placed with it one by one.
    /// The earlier votes have nobody like them.
    pub placed: u32,
    /// Parties counted for it then.
    pub then: Vec<String>,
    /// Votes now.
    pub votes_now: u64,
    /// Votes then.
    pub votes_then: u64,
    /// Share of valid votes now, in hundredths of a percent, rounded half up.
    pub share_now: u32,
    /// Share of valid votes then, likewise.
    pub share_then: u32,
    /// Change in hundredths of a point, of the exact shares, rounded half up: may differ by one
    /// from that of the rounded ones.
    pub change: i32,
}

/// One form of the swing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SwingForm {
    /// The side votes left, if the swing is positive.
    pub from: SideComparison,
    /// The side they went to.
    pub to: SideComparison,
    /// Swing in hundredths of a point, rounded half up; negative if it went the other way.
    pub swing: i32,
    /// Swing of each constituency in dataset order, matched by number; none where not both sides
    /// stood in both elections.
    pub constituencies: Vec<Option<i32>>,
}

/// A party, now and then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PartyComparison {
    /// Its id.
    pub id: String,
    /// Parties counted as it then.
    pub then: Vec<String>,
    /// Share of valid votes now, in hundredths of a percent, rounded half up.
    pub share_now: u32,
    /// Share of valid votes then, likewise.
    pub share_then: u32,
    /// Change in hundredths of a point, as [`SideComparison::change`].
    pub change: i32,
}

/// The swing since an earlier election.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ButlerSwing {
    /// Id of the earlier election.
    pub election: String,
    /// Alliances as they are now, cast back.
    pub alliances: SwingForm,
    /// The party of each side with most votes now, alone.
    pub parties: SwingForm,
    /// Every party of this election with votes now or then, in dataset order; independents left
    /// out.
    pub table: Vec<PartyComparison>,
}

/// The swing from one side to another since an earlier election. Sides are alliances or parties of
/// this election; pairs of `successors` whose parties stand in neither election are passed over, a
/// party without a pair is its own successor.
///
/// # Errors
/// `independent-side`, `unknown-id`, or `same-side` where the two sides share a party.
pub fn butler_swing(
    election: &Election,
    earlier: &Election,
    successors: &[Successor],
    from: &str,
    to: &str,
) -> Result<ButlerSwing, Problems> {
    let find = |field: &str, id: &str| {
        side(election, id).ok_or_else(|| unknown(field, "party or alliance", id))
    };
    let (from_side, to_side) = (find("from", from)?, find("to", to)?);
    let parties_of = |side: Side| -> Vec<u16> {
        match side {
            Side::Party(party) => vec![party],
            Side::Alliance(alliance) => election.alliances[alliance as usize].parties.clone(),
        }
    };
    let shared = parties_of(to_side);
    if from_side == to_side || parties_of(from_side).iter().any(|p| shared.contains(p)) {
        let message = format!("{from} and {to} are one side");
        return Err(Problems::one("to", "same-side", message));
    }
    let compared = Compared {
        election,
        earlier,
        now_of: now_of(election, earlier, successors),
    };
    let largest = |side: Side| {
        let votes = |party: u16| -> u64 {
            let lines = election.candidates.iter();
            let own = lines.filter(|line| line.party == party);
            own.map(|line| u64::from(line.votes)).sum()
        };
        let parties = parties_of(side);
        let most = parties.into_iter().min_by_key(|&p| (Reverse(votes(p)), p));
        most.map_or(side, Side::Party)
    };
    Ok(ButlerSwing {
        election: earlier.id.clone(),
        alliances: compared.form(from_side, to_side),
        parties: compared.form(largest(from_side), largest(to_side)),
        table: compared.table(),
    })
}

/// The party of this election each party of the earlier one counts as; [`NONE`] for those that have
/// none.
fn now_of(election: &Election, earlier: &Election, successors: &[Successor]) -> Vec<u16> {
    let parties = earlier.parties[..earlier.parties.len() - 1].iter();
    let mut now_of: Vec<u16> = parties
        .map(|id| {
            let pair = successors.iter().find(|pair| pair.then == id);
            let now = pair.map_or(id.as_str(), |pair| pair.now);
            election.party(now).unwrap_or(NONE)
        })
        .collect();
    now_of.push(NONE);
    now_of
}

struct Compared<'a> {
    election: &'a Election,
    earlier: &'a Election,
    now_of: Vec<u16>,
}

/// Votes of a side in one place, and the valid votes there; whether it stood.
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    votes: u64,
    stood: bool,
}

impl Compared<'_> {
    fn belongs(&self, side: Side, party: u16, alliance: u16) -> bool {
        match side {
            Side::Party(own) => party == own,
            Side::Alliance(own) => alliance == own,
        }
    }

    fn now(&self, side: Side, i: usize) -> Votes {
        let mut sum = Votes::default();
        for line in self.election.candidates_of(i) {
            if self.belongs(side, line.party, line.alliance) {
                sum.votes += u64::from(line.votes);
                sum.stood = true;
            }
        }
        sum
    }

    fn then(&self, side: Side, i: usize) -> Votes {
        let mut sum = Votes::default();
        for line in self.earlier.candidates_of(i) {
            if self.counted(side, line.party) {
                sum.votes += u64::from(line.votes);
                sum.stood = true;
            }
        }
        sum
    }

    /// Whether a party of the earlier election counts for a side.
    fn counted(&self, side: Side, party: u16) -> bool {
        let now = self.now_of[party as usize];
        now != NONE && self.belongs(side, now, self.election.party_alliance[now as usize])
    }

    fn form(&self, from: Side, to: Side) -> SwingForm {
        let (now, then) = (valid(self.election), valid(self.earlier));
        let (lost, gained) = (self.side(from), self.side(to));
        let gap = Change {
            now: i128::from(gained.votes_now) - i128::from(lost.votes_now),
            then: i128::from(gained.votes_then) - i128::from(lost.votes_then),
        };
        let constituencies = self.election.constituencies.iter().enumerate();
        let constituencies = constituencies.map(|(i, constituency)| {
            let earlier = &self.earlier.constituencies;
            let same = |at: usize| {
                earlier
                    .get(at)
                    .is_some_and(|e| e.number == constituency.number)
            };
            // Most often both stand in the same order.
            let at = if same(i) {
                i
            } else {
                (0..earlier.len()).find(|&at| same(at))?
            };
            let (valid_now, valid_then) =
                (constituency.valid, self.earlier.constituencies[at].valid);
            let sums = [
                self.now(from, i),
                self.now(to, i),
                self.then(from, at),
                self.then(to, at),
            ];
            if sums.iter().any(|sum| !sum.stood) || valid_now == 0 || valid_then == 0 {
                return None;
            }
            let [from_now, to_now, from_then, to_then] = sums.map(|sum| i128::from(sum.votes));
            let gap = Change {
                now: to_now - from_now,
                then: to_then - from_then,
            };
            Some(gap.points(valid_now, valid_then, 2))
        });
        SwingForm {
            swing: gap.points(now, then, 2),
            constituencies: constituencies.collect(),
            from: lost,
            to: gained,
        }
    }

    fn side(&self, side: Side) -> SideComparison {
        let election = self.election;
        let independent = election.independent();
        let own = |party: u16| {
            party != independent
                && self.belongs(side, party, election.party_alliance[party as usize])
        };
        let stood = |party: u16| election.candidates.iter().any(|line| line.party == party);
        let placed = election
            .candidates
            .iter()
            .filter(|line| self.belongs(side, line.party, line.alliance) && !own(line.party));
        let votes_now = (0..election.constituencies.len())
            .map(|i| self.now(side, i).votes)
            .sum();
        let votes_then = (0..self.earlier.constituencies.len())
            .map(|i| self.then(side, i).votes)
            .sum();
        let (now, then) = (valid(election), valid(self.earlier));
        SideComparison {
            id: match side {
                Side::Party(party) => election.parties[party as usize].clone(),
                Side::Alliance(alliance) => election.alliances[alliance as usize].id.clone(),
            },
            now: (0..independent)
                .filter(|&party| own(party) && stood(party))
                .map(|party| election.parties[party as usize].clone())
                .collect(),
            placed: placed.count() as u32,
            then: self.parties_then(|party| self.counted(side, party)),
            votes_now,
            votes_then,
            share_now: hundredths(votes_now, now),
            share_then: hundredths(votes_then, then),
            change: Change {
                now: i128::from(votes_now),
                then: i128::from(votes_then),
            }
            .points(now, then, 1),
        }
    }

    /// Ids of parties of the earlier election that stood then.
    fn parties_then(&self, wanted: impl Fn(u16) -> bool) -> Vec<String> {
        let stood = |party: u16| {
            let mut lines = self.earlier.candidates.iter();
            lines.any(|line| line.party == party)
        };
        (0..self.earlier.independent())
            .filter(|&party| wanted(party) && stood(party))
            .map(|party| self.earlier.parties[party as usize].clone())
            .collect()
    }

    fn table(&self) -> Vec<PartyComparison> {
        (0..self.election.independent())
            .map(|party| self.side(Side::Party(party)))
            .filter(|side| side.votes_now + side.votes_then > 0)
            .map(|side| PartyComparison {
                id: side.id,
                then: side.then,
                share_now: side.share_now,
                share_then: side.share_then,
                change: side.change,
            })
            .collect()
    }
}

fn valid(election: &Election) -> u64 {
    election.constituencies.iter().map(|c| c.valid).sum()
}

/// Votes, or a lead in votes, now and then.
struct Change {
    now: i128,
    then: i128,
}

impl Change {
    /// How its share of valid votes changed, divided by `parts`: in hundredths of a point, rounded
    /// half up.
    fn points(&self, valid_now: u64, valid_then: u64, parts: i128) -> i32 {
        let (now, then) = (i128::from(valid_now.max(1)), i128::from(valid_then.max(1)));
        let above = (self.now * then - self.then * now) * 10_000;
        let below = now * then * parts;
        (2 * above + below).div_euclid(2 * below) as i32
    }
}
