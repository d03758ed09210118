//! Coalition list: the minimal winning coalitions of a house under constraints, counted exactly and
//! listed as far as the caller asks.

use crate::analysis::players::ADDITIONS;
use crate::analysis::players::{HousePlayers, Player, PlayersQuery};
use crate::analysis::query::{Evaluated, Steps};
use crate::decode::{Reader, Value};
use crate::election::Election;
use crate::majority::Base;
use crate::outcome::Outcome;
use crate::problem::{Path, Problems};
use crate::voting::coalitions::{CoalitionSet, Constraints, Counting, MAX_PAIRS, Ranked};
use crate::voting::{GameError, Players};
use serde::Serialize;

/// How many coalitions are listed where nothing is said.
pub const LISTED: u32 = 60;

/// The most that can be asked for.
pub const MOST_LISTED: u32 = 10_000;

/// Which coalitions are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoalitionsQuery {
    /// Among whom.
    pub who: PlayersQuery,
    /// Only coalitions with all of these players, by id.
    pub with: Vec<String>,
    /// Only coalitions with none of these.
    pub without: Vec<String>,
    /// Only coalitions in which the two of a pair are never together; at most [`MAX_PAIRS`] pairs.
    pub apart: Vec<(String, String)>,
    /// How many to list.
    pub first: u32,
}

impl Default for CoalitionsQuery {
    fn default() -> Self {
        CoalitionsQuery {
            who: PlayersQuery::default(),
            with: Vec::new(),
            without: Vec::new(),
            apart: Vec::new(),
            first: LISTED,
        }
    }
}

impl CoalitionsQuery {
    /// Reads a question; all of its fields may be left out.
    pub fn read(reader: &mut Reader, node: &Value, path: &Path) -> CoalitionsQuery {
        let who = PlayersQuery::read(reader, node, path);
        let mut ids = |name: &str| {
            let path = path.field(name);
            let items = reader
                .maybe_list(node.field(name), &path)
                .iter()
                .enumerate();
            items
                .map(|(i, item)| reader.text(item, &path.item(i)).to_owned())
                .collect()
        };
        let (with, without) = (ids("with"), ids("without"));
        let (list, mut apart) = (path.field("apart"), Vec::new());
        for (i, pair) in reader
            .maybe_list(node.field("apart"), &list)
            .iter()
            .enumerate()
        {
            let item = list.item(i);
            match <[String; 2]>::try_from(reader.texts(pair, &item)) {
                Ok([one, other]) => apart.push((one, other)),
                Err(_) => reader
                    .problems
                    .add(item, "not-a-pair", "expected a list of two ids"),
            }
        }
        let first = path.field("first");
        let first = reader.maybe_whole(node.field("first"), &first, u64::from(MOST_LISTED));
        CoalitionsQuery {
            who,
            with,
            without,
            apart,
            first: first.map_or(LISTED, |first| first as u32),
        }
    }
}

/// Starts on a query.
pub(crate) fn start(
    on: &Evaluated,
    query: &CoalitionsQuery,
) -> Result<Steps<CoalitionList>, Problems> {
    let mut search = Some(CoalitionSearch::new(&on.election, &on.outcome, query)?);
    Ok(Box::new(move |_, budget| {
        let done = search.as_mut()?.step(u64::from(budget.max(1)) * ADDITIONS);
        Some(search.take_if(|_| done)?.finish())
    }))
}

/// The answer. Fewest members first, then smallest surplus, then in the order of the players.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoalitionList {
    /// Who is one player.
    pub over: crate::analysis::players::PlayerKind,
    /// The base in use; none for players given.
    pub base: Option<Base>,
    /// Seats that win.
    pub quota: u32,
    /// The players.
    pub players: Vec<Player>,
    /// The first coalitions that pass, each by its members' ids.
    pub minimal: Vec<Vec<String>>,
    /// Seats of each of them.
    pub seats: Vec<u32>,
    /// How many pass in all, in decimal.
    pub count: String,
    /// How many there are without the filter, in decimal.
    pub all: String,
    /// Whether these are more than are listed.
    pub truncated: bool,
}

/// The answer in the making.
#[derive(Debug, Clone)]
pub struct CoalitionSearch {
    roster: HousePlayers,
    counting: Counting,
    /// Without the filter; none where there is none.
    all: Option<Counting>,
    list: Ranked,
    first: usize,
    minimal: Vec<Vec<String>>,
    seats: Vec<u32>,
    counted: bool,
}

impl CoalitionSearch {
    /// Sets out to answer for the outcome as it is.
    ///
    /// # Errors
    /// `too-many-players` and `too-many-seats` of [`Game`](crate::voting::Game); `unknown-id` for
    /// who is not of this election; `too-many-pairs`.
    pub fn new(
        election: &Election,
        outcome: &Outcome,
        asked: &CoalitionsQuery,
    ) -> Result<Self, Problems> {
        let roster = HousePlayers::of(election, &outcome.groups, &outcome.house, &asked.who);
        let game = roster.game()?;
        let mut problems = Problems::default();
        // Who is of this election and has no seat is in no coalition: with it there is none,
        // without it every one.
        let mut seatless = false;
        let mut filter = Constraints::default();
        for (i, id) in asked.with.iter().enumerate() {
            let player = find(
                &roster,
                election,
                id,
                &Path::ROOT.field("with").item(i),
                &mut problems,
            );
            seatless |= player == 0;
            filter.with |= player;
        }
        for (i, id) in asked.without.iter().enumerate() {
            let path = Path::ROOT.field("without");
            filter.without |= find(&roster, election, id, &path.item(i), &mut problems);
        }
        for (i, (one, other)) in asked.apart.iter().enumerate() {
            let path = Path::ROOT.field("apart");
            let item = path.item(i);
            let one = find(&roster, election, one, &item.item(0), &mut problems);
            let other = find(&roster, election, other, &item.item(1), &mut problems);
            let pair = (
                one.trailing_zeros() as usize,
                other.trailing_zeros() as usize,
            );
            if one != 0 && other != 0 && !filter.apart.contains(&pair) {
                filter.apart.push(pair);
            }
        }
        problems.or(())?;
        if seatless {
            filter.without = game.everyone();
            filter.with = game.everyone();
        }
        let ways = CoalitionSet::new(&game, &filter).map_err(|error| match error {
            GameError::TooManyPairs => {
                Problems::one("apart", error.code(), format!("at most {MAX_PAIRS} pairs"))
            }
            _ => Problems::one("", error.code(), "more than can be counted"),
        })?;
        let all = if filter == Constraints::default() {
            None
        } else {
            CoalitionSet::new(&game, &Constraints::default()).ok()
        };
        Ok(CoalitionSearch {
            counting: Counting::new(&ways),
            all: all.map(|all| Counting::new(&all)),
            list: Ranked::new(&ways),
            roster,
            first: asked.first as usize,
            minimal: Vec::new(),
            seats: Vec::new(),
            counted: false,
        })
    }

    /// Works until about `budget` sums are added and looked up; answers whether all is done.
    pub fn step(&mut self, budget: u64) -> bool {
        if !self.counted {
            let all = self.all.as_mut().is_none_or(|all| all.step(budget));
            self.counted = all && self.counting.step(budget);
            return false;
        }
        // Each costs about as many look-ups as there are players to decide on.
        let each = 40 * (1 + self.roster.players.len() as u64);
        let mut spent = 0;
        while self.minimal.len() < self.first && spent < budget {
            let Some(found) = self.list.next() else {
                return true;
            };
            self.minimal.push(self.roster.ids(found.players));
            self.seats.push(found.seats);
            spent += each;
        }
        self.minimal.len() >= self.first
    }

    /// The answer; does first whatever is still to be done.
    #[must_use]
    pub fn finish(mut self) -> CoalitionList {
        while !self.step(u64::MAX) {}
        let count = self.counting.finish();
        CoalitionList {
            over: self.roster.over,
            base: self.roster.base,
            quota: self.roster.quota,
            players: self.roster.players,
            truncated: count > self.minimal.len() as u128,
            minimal: self.minimal,
            seats: self.seats,
            all: self.all.map_or(count, Counting::finish).to_string(),
            count: count.to_string(),
        }
    }
}

fn find(
    roster: &HousePlayers,
    election: &Election,
    id: &str,
    path: &Path,
    problems: &mut Problems,
) -> Players {
    roster.find(election, id).unwrap_or_else(|| {
        let message = format!("no player is called \"{id}\"");
        problems.add(path, "unknown-id", message);
        0
    })
}
