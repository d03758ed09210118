//! Key seats of a coalition: the constituencies it could lose with the fewest votes switching, and
//! how many of them, closest first, end its majority.
//!
//! Reckoned on the house as the scenario has it: its votes, its partners and the base and mark in
//! use. What a seat costs is said in [`marginal_seats`](super::marginal_seats); it goes to the best
//! candidate outside the coalition. Where members cross, resign or are absent, or the mark is not
//! on all seats, a seat lost need not weaken the coalition: such a seat is left out, which is found
//! by counting the house again for each.

use super::marginal_seats::{Flip, MarginalSeat, awards, cheapest_first, flip, marginal_seat};
use crate::analysis::players::{HousePlayers, PlayerKind, PlayersQuery};
use crate::analysis::query::{Evaluated, Steps};
use crate::decode::{Reader, Value};
use crate::election::Election;
use crate::election::member::Member;
use crate::majority::Base;
use crate::outcome::post_election::PostElection;
use crate::outcome::seats::Seats;
use crate::outcome::{Outcome, house};
use crate::problem::{Path, Problems};
use crate::scenario::Edit;
use crate::share::hundredths;
use serde::Serialize;

/// Whose majority is asked about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeySeatsQuery {
    /// Among whom: those of the house, not players given.
    pub who: PlayersQuery,
    /// The members of the coalition, by id.
    pub members: Vec<String>,
}

/// Starts on a query.
pub(crate) fn start(on: &Evaluated, query: &KeySeatsQuery) -> Result<Steps<KeySeats>, Problems> {
    let mut search = Some(KeySeatsSearch::new(&on.election, &on.outcome, query)?);
    Ok(Box::new(move |on, budget| {
        let done = search
            .as_mut()?
            .step(&on.election, u64::from(budget.max(1)));
        let found = search.take_if(|_| done)?;
        Some(found.finish(&on.election, &on.outcome))
    }))
}

impl KeySeatsQuery {
    /// Reads a question.
    pub fn read(reader: &mut Reader, node: &Value, path: &Path) -> KeySeatsQuery {
        let who = PlayersQuery::read(reader, node, path);
        if who.over == PlayerKind::Given {
            let message = "these players hold no constituencies";
            let players = path.field("players");
            reader.problems.add(players, "not-of-a-house", message);
        }
        let members = path.field("members");
        KeySeatsQuery {
            members: reader.texts(node.field("members"), &members),
            who,
        }
    }
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KeySeats {
    /// Who is one player.
    pub over: PlayerKind,
    /// The base in use.
    pub base: Option<Base>,
    /// Seats that win.
    pub quota: u32,
    /// The members with seats, by id.
    pub members: Vec<String>,
    /// Their seats on the base in use.
    pub together: u32,
    /// Seats above the quota; none where they are short of it, which leaves no majority to end.
    pub surplus: Option<u32>,
    /// How many of `seats` end the majority, from the first; none where losing all of them does
    /// not.
    pub enough: Option<u32>,
    /// Votes that switch in those, together; in all of `seats` where they are not enough.
    pub votes: u64,
    /// The same in hundredths of a percent of all valid votes of the election, rounded half up.
    pub share_valid: u32,
    /// The seats whose loss weakens the coalition, cheapest first, ties by constituency number.
    pub seats: Vec<MarginalSeat>,
    /// The first `enough` of them as awards, to be added to the scenario.
    pub edits: Vec<Edit>,
}

/// The answer in the making.
#[derive(Debug, Clone)]
pub struct KeySeatsSearch {
    asked: PlayersQuery,
    roster: HousePlayers,
    members: Vec<String>,
    together: u32,
    flips: Vec<Flip>,
    /// How many of `flips` are looked at.
    looked: usize,
    kept: Vec<Flip>,
    enough: Option<u32>,
    counting: Option<Counting>,
}

/// The house after the seats lost so far.
#[derive(Debug, Clone)]
struct Counting {
    after: PostElection,
    seats: Seats,
    /// The coalition; an independent member whose seat is lost is no longer of it, whoever sits
    /// there now.
    members: Vec<String>,
    /// Seats above the quota; -1 or less ends the majority.
    above: i64,
}

impl KeySeatsSearch {
    /// Sets out to answer for the outcome as it is.
    ///
    /// # Errors
    /// `unknown-id` for a member who is not of this election.
    pub fn new(
        election: &Election,
        outcome: &Outcome,
        asked: &KeySeatsQuery,
    ) -> Result<Self, Problems> {
        let roster = HousePlayers::of(election, &outcome.groups, &outcome.house, &asked.who);
        let mut problems = Problems::default();
        for (i, id) in asked.members.iter().enumerate() {
            if roster.find(election, id).is_none() {
                let message = format!("no party or alliance is called \"{id}\"");
                let list = Path::ROOT.field("members");
                problems.add(list.item(i), "unknown-id", message);
            }
        }
        problems.or(())?;
        let together = seats_of(&roster, &asked.members);
        let surplus = together.checked_sub(roster.quota);
        let flips = match surplus {
            Some(_) => losses(election, outcome, &asked.who, &asked.members),
            None => Vec::new(),
        };
        let after = PostElection::of(election, &outcome.edits);
        let plain = after.members_only() && asked.who.quota.is_none();
        let counting = surplus.filter(|_| !plain).map(|surplus| Counting {
            after,
            seats: outcome.seats.clone(),
            members: asked.members.clone(),
            above: i64::from(surplus),
        });
        let known = |player: &&crate::analysis::players::Player| asked.members.contains(&player.id);
        Ok(KeySeatsSearch {
            asked: asked.who.clone(),
            members: roster
                .players
                .iter()
                .filter(known)
                .map(|player| player.id.clone())
                .collect(),
            roster,
            together,
            flips,
            looked: 0,
            kept: Vec::new(),
            enough: None,
            counting,
        })
    }

    /// Works until about `budget` seats and players are counted; answers whether all is done.
    pub fn step(&mut self, election: &Election, budget: u64) -> bool {
        let each = (election.constituencies.len() + 8 * self.roster.players.len()) as u64;
        let mut spent = 0;
        while self.looked < self.flips.len() && spent < budget {
            let flip = self.flips[self.looked];
            self.looked += 1;
            let Some(counting) = &mut self.counting else {
                self.kept.push(flip);
                if self.kept.len() as u32 == self.together - self.roster.quota + 1 {
                    self.enough = Some(self.kept.len() as u32);
                }
                continue;
            };
            spent += each;
            if counting.lose(election, &self.asked, flip) {
                self.kept.push(flip);
                if counting.above < 0 && self.enough.is_none() {
                    self.enough = Some(self.kept.len() as u32);
                }
            }
        }
        self.looked == self.flips.len()
    }

    /// The answer; does first whatever is still to be done.
    #[must_use]
    pub fn finish(mut self, election: &Election, outcome: &Outcome) -> KeySeats {
        while !self.step(election, u64::MAX) {}
        let path = match self.enough {
            Some(enough) => &self.kept[..enough as usize],
            None => &self.kept[..],
        };
        let votes = path.iter().map(|flip| u64::from(flip.cost)).sum();
        let valid = election.constituencies.iter().map(|c| c.valid).sum();
        let edits = match self.enough {
            Some(_) => awards(election, path),
            None => Vec::new(),
        };
        let kept = self.kept.iter();
        KeySeats {
            over: self.roster.over,
            base: self.roster.base,
            quota: self.roster.quota,
            together: self.together,
            surplus: self.together.checked_sub(self.roster.quota),
            enough: self.enough,
            votes,
            share_valid: hundredths(votes, valid),
            seats: kept
                .filter_map(|flip| marginal_seat(election, outcome, flip))
                .collect(),
            edits,
            members: self.members,
        }
    }
}

impl Counting {
    /// Takes a seat from the coalition, if that weakens it: answers whether it did.
    fn lose(&mut self, election: &Election, who: &PlayersQuery, flip: Flip) -> bool {
        let apart = Member::Single(flip.constituency as u32).id(election);
        let place = self.members.iter().position(|id| *id == apart);
        let member = place.map(|place| self.members.remove(place));
        let result = &mut self.seats.results[flip.constituency];
        let before = result.holder.replace(flip.to);
        let (groups, house) = self.after.house(election, &self.seats);
        let roster = HousePlayers::of(election, &groups, &house, who);
        let above = i64::from(seats_of(&roster, &self.members)) - i64::from(roster.quota);
        if above < self.above {
            self.above = above;
            return true;
        }
        self.seats.results[flip.constituency].holder = before;
        self.members.extend(member);
        false
    }
}

fn seats_of(roster: &HousePlayers, members: &[String]) -> u32 {
    let players = roster.players.iter();
    players
        .filter(|player| members.contains(&player.id))
        .map(|player| player.seats)
        .sum()
}

/// Every seat the coalition could lose, cheapest first.
fn losses(
    election: &Election,
    outcome: &Outcome,
    who: &PlayersQuery,
    members: &[String],
) -> Vec<Flip> {
    let inside = Inside::of(election, outcome, who.over, members);
    let flips: Vec<Flip> = (0..election.constituencies.len())
        .filter_map(|i| {
            let holder = outcome.seats.results[i].holder?;
            if !inside.has(election, outcome, holder, i) {
                return None;
            }
            flip(election, outcome, i, |candidate| {
                !inside.has(election, outcome, candidate, i)
            })
        })
        .collect();
    cheapest_first(election, &flips)
}

/// Whose candidates are the coalition's own.
enum Inside {
    Partners(Vec<house::Who>),
    Groups(Vec<u16>),
}

impl Inside {
    fn of(election: &Election, outcome: &Outcome, over: PlayerKind, members: &[String]) -> Inside {
        if over == PlayerKind::Alliances {
            let groups = 0..outcome.groups.groups.len() as u16;
            let named = |group: &u16| members.contains(&outcome.groups.id(election, *group));
            return Inside::Groups(groups.filter(named).collect());
        }
        let partners = outcome.house.partners.iter().map(|partner| partner.who);
        let named = |who: &house::Who| members.contains(&who.id(election));
        Inside::Partners(partners.filter(named).collect())
    }

    /// Whether a seat held by this candidate would be counted for the coalition. Of a breakaway
    /// nobody can say which seats are its members': those of their party are.
    fn has(&self, election: &Election, outcome: &Outcome, candidate: u32, seat: usize) -> bool {
        let holder = outcome.seats.results[seat].holder;
        match self {
            Inside::Groups(groups) => outcome
                .groups
                .of_line(election, candidate, seat, holder)
                .is_some_and(|group| groups.contains(&group)),
            Inside::Partners(partners) => match Member::of(election, candidate, seat) {
                // Who sits apart is a player only as the one who sits there.
                Member::Single(_) if holder != Some(candidate) => false,
                node => partners.iter().any(|who| match (who, node) {
                    (house::Who::Breakaway(from, _), Member::Party(party)) => *from == party,
                    (house::Who::Member(own), _) => *own == node,
                    _ => false,
                }),
            },
        }
    }
}
