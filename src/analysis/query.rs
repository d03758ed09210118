//! Queries: analyses asked for by name, each worked out in as many steps as the caller's time
//! allows.
//!
//! The election and the outcome are those of the moment the query was taken up, whatever is
//! evaluated afterwards. A job that is not stepped on is cancelled by that. A new kind of analysis
//! is a file with a query, an answer and a function that starts it, and one line in the list below.
//!
//! What needs another calculator (`compare`) or answers at once for one view (`facts`, `polls`,
//! `upperHouse`, `ballots`) is an export of its own in `wasm/facts.rs`; everything else goes here.

use super::house::coalitions::{self, CoalitionList, CoalitionsQuery};
use super::house::power::{self, PowerIndices};
use super::players::PlayersQuery;
use super::seats::cheapest_path::{self, CheapestPath, CheapestPathQuery};
use super::seats::key_seats::{self, KeySeats, KeySeatsQuery};
use super::seats::marginal_seats::{self, MarginalSeats, MarginalSeatsQuery};
use super::seats::votes_above_margin::{self, VotesAboveMargin, VotesAboveMarginQuery};
use super::votes::butler_swing::{self, ButlerSwing, ButlerSwingQuery};
use super::votes::disproportionality::{self, Disproportionality, DisproportionalityQuery};
use super::votes::pool_threshold::{self, PoolThreshold};
use super::votes::swept_curve::{self, Swept};
use super::votes::swing_scatter::{self, Scatter};
use super::votes::tipping_point;
use crate::decode::{Reader, Value, decode};
use crate::election::Election;
use crate::outcome::Outcome;
use crate::problem::{Path, Problems};
use crate::scenario::{Pool, PoolRule, Scenario, Swing, SwingRule};
use crate::sweep::Tick;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Work on an answer. Each call works on and gives the answer once it is known, after which it is
/// not called again. The number is a budget: a unit takes about as long as reading one
/// constituency; at least one is spent.
pub type Steps<A> = Box<dyn FnMut(&Evaluated, u32) -> Option<A>>;

/// Work that is done already.
pub fn done<A: 'static>(answer: A) -> Steps<A> {
    let mut answer = Some(answer);
    Box::new(move |_, _| answer.take())
}

/// What a query is asked of.
#[derive(Debug, Clone)]
pub struct Evaluated {
    /// The election.
    pub election: Arc<Election>,
    /// What a scenario makes of it.
    pub outcome: Arc<Outcome>,
}

impl Evaluated {
    /// The scenario, as far as it changes something.
    pub fn scenario(&self) -> Scenario {
        Scenario {
            edits: self.outcome.edits.clone(),
            ..Scenario::default()
        }
    }
}

macro_rules! queries {
    ($(
        $(#[$doc:meta])*
        $kind:literal => $name:ident($query:ty) -> $answer:ty,
            read: $read:expr, start: $start:expr;
    )*) => {
        /// What is asked. In an object the field `kind` names the query; the other fields are the
        /// query's own.
        #[derive(Debug, Clone)]
        pub enum Query {
            $($(#[$doc])* $name($query),)*
        }

        /// What was found.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        pub enum Answer {
            $(#[doc = concat!("Of [`Query::", stringify!($name), "`].")] $name($answer),)*
        }

        impl Query {
            /// Reads a query of a kind; `None` for a kind not known here.
            fn of_kind(kind: &str, node: &Value) -> Option<Result<Query, Problems>> {
                match kind {
                    $($kind => {
                        let query: Result<$query, _> = $read(node);
                        Some(query.map(Query::$name).map_err(Problems::from))
                    })*
                    _ => None,
                }
            }

            fn start(&self, evaluated: &Evaluated) -> Result<Steps<Answer>, Problems> {
                match self {
                    $(Query::$name(query) => {
                        let mut steps: Steps<$answer> = $start(evaluated, query)?;
                        Ok(Box::new(move |evaluated, budget| {
                            steps(evaluated, budget).map(Answer::$name)
                        }))
                    })*
                }
            }
        }
    };
}

queries! {
    /// Every constituency by what it takes to win it for a side, or from it.
    "close" => Close(MarginalSeatsQuery) -> MarginalSeats,
        read: decode, start: marginal_seats::start;
    /// The cheapest way to a majority or to the end of one.
    "path" => Path(CheapestPathQuery) -> CheapestPath,
        read: decode, start: cheapest_path::start;
    /// The smallest swing, up to 100 points, at which the verdict changes; none where no swing
    /// changes it. The points of the swing asked for do not matter.
    "tipping" => Tipping(Swing) -> Option<Tick>,
        read: swing, start: tipping_point::start;
    /// The minimal winning coalitions that satisfy constraints.
    "coalitions" => Coalitions(CoalitionsQuery) -> CoalitionList,
        read: |node| noted(node, CoalitionsQuery::read), start: coalitions::start;
    /// The power of every player.
    "power" => Power(PlayersQuery) -> PowerIndices,
        read: |node| noted(node, PlayersQuery::read), start: power::start;
    /// Which constituencies end a coalition's majority if they are lost.
    "keySeats" => KeySeats(KeySeatsQuery) -> KeySeats,
        read: |node| noted(node, KeySeatsQuery::read), start: key_seats::start;
    /// Seats by swing, 10 points either way, as a picture and a table, with the steps at which the
    /// verdict changes.
    "curve" => Curve(Swing) -> Swept,
        read: swing, start: swept_curve::start;
    /// What a pool can reach at any efficiency; that of the pool asked for does not matter.
    "pool" => Pool(Pool) -> PoolThreshold,
        read: pool, start: pool_threshold::start;
    /// Constituencies where a party's votes are larger than the margin between the two others.
    "margins" => Margins(VotesAboveMarginQuery) -> VotesAboveMargin,
        read: decode, start: votes_above_margin::start;
    /// Votes against seats, of every side and party.
    "proportion" => Proportion(DisproportionalityQuery) -> Disproportionality,
        read: decode, start: disproportionality::start;
    /// The swing between two sides since an earlier election.
    "since" => Since(ButlerSwingQuery) -> Box<ButlerSwing>,
        read: ButlerSwingQuery::of, start: butler_swing::start;
    /// How far the constituencies' own swings since an earlier election lay from their mean.
    "scatter" => Scatter(ButlerSwingQuery) -> Scatter,
        read: ButlerSwingQuery::of, start: swing_scatter::start;
}

impl Query {
    /// Reads a query from an object.
    ///
    /// # Errors
    /// What is wrong with its fields; `unknown-kind` for a kind not known here.
    pub fn from_value(root: &Value) -> Result<Query, Problems> {
        #[derive(Deserialize)]
        struct Kind {
            kind: String,
        }
        let Kind { kind } = decode(root)?;
        Query::of_kind(&kind, root).unwrap_or_else(|| {
            let message = format!("\"{kind}\" is not known here");
            Err(Problems::one("kind", "unknown-kind", message))
        })
    }
}

fn swing(node: &Value) -> Result<Swing, Problems> {
    Ok(decode::<SwingRule>(node)?.at(0))
}

fn pool(node: &Value) -> Result<Pool, Problems> {
    Ok(decode::<PoolRule>(node)?.at(0))
}

/// What `read` makes of an object, or everything it finds wrong.
pub(super) fn noted<T>(
    node: &Value,
    read: impl FnOnce(&mut Reader, &Value, &Path) -> T,
) -> Result<T, Problems> {
    let mut reader = Reader::default();
    let found = read(&mut reader, node, &Path::ROOT);
    reader.problems.or(found)
}

/// A query at work, or answered.
pub struct Job {
    evaluated: Evaluated,
    work: Result<Answer, Steps<Answer>>,
}

impl Job {
    /// Takes a query up.
    ///
    /// # Errors
    /// What is wrong with the ids in it: `unknown-id`, `independent-side`, `same-side`; of
    /// coalitions and power also `too-many-players`, `too-many-seats` and `too-many-pairs`.
    pub fn new(evaluated: Evaluated, query: &Query) -> Result<Job, Problems> {
        Ok(Job {
            work: Err(query.start(&evaluated)?),
            evaluated,
        })
    }

    /// Works on, within about `budget` units (see [`Steps`]); answers whether the answer is there.
    pub fn step(&mut self, budget: u32) -> bool {
        if let Err(steps) = &mut self.work
            && let Some(answer) = steps(&self.evaluated, budget)
        {
            self.work = Ok(answer);
        }
        self.work.is_ok()
    }

    /// The answer, once there is one.
    pub fn answer(&self) -> Option<&Answer> {
        self.work.as_ref().ok()
    }
}
