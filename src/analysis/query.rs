//! Questions asked of a scenario, each worked out in as many steps as the caller's time allows.
//!
//! The election and the outcome are those of the moment the question was asked, whatever is evaluated afterwards. A question
//! that is not stepped on is cancelled by that.

use super::house::coalitions::{CoalitionList, CoalitionSearch, CoalitionsQuery};
use super::house::power::{PowerIndices, PowerSearch};
use super::seats::cheapest_path::{CheapestPath, CheapestPathSearch, Goal};
use super::seats::key_seats::{KeySeats, KeySeatsQuery, KeySeatsSearch};
use super::seats::votes_above_margin::{VotesAboveMargin, votes_above_margin};
use super::votes::disproportionality::{Disproportionality, disproportionality};
use super::votes::pool_threshold::{PoolThreshold, PoolThresholdSearch};
use super::votes::tipping_point::TippingPointSearch;
use crate::analysis::players::PlayersQuery;
use crate::analysis::seats::marginal_seats::{MarginalSeats, marginal_seats};
use crate::analysis::votes::butler_swing::{ButlerSwing, Successor, butler_swing};
use crate::chart::seats_votes_curve::{Curve, drawn_seats};
use crate::decode::{Reader, Value, decode};
use crate::election::Election;
use crate::outcome::Outcome;
use crate::problem::{Path as FieldPath, Problems};
use crate::scenario::{Pool, PoolRule, Scenario, Swing, SwingRule};
use crate::sweep::{SweepJob, Tick};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What is asked. In an object the field `kind` names the question, the others say about whom.
#[derive(Debug, Clone)]
pub enum Query {
    /// Every constituency by what it takes to win it for a side, or from it.
    Close {
        /// A row of the tally by alliance, or a party.
        side: String,
    },
    /// The cheapest way to a majority or to the end of one.
    Path {
        /// As in [`Query::Close`].
        side: String,
        /// Where it leads.
        goal: Goal,
    },
    /// The smallest swing, up to 100 points, at which the verdict changes; the points of the swing are not looked at.
    Tipping(Swing),
    /// The minimal winning coalitions that pass a filter.
    Coalitions(CoalitionsQuery),
    /// What every player is worth.
    Power(PlayersQuery),
    /// Which constituencies end a coalition's majority if they are lost.
    KeySeats(KeySeatsQuery),
    /// Seats by swing, 10 points either way, as a picture and a table, with the steps at which the verdict changes.
    Curve(Swing),
    /// What a pool can reach at any efficiency; that of the pool itself is not looked at.
    Pool(Pool),
    /// Constituencies where a party's votes are larger than the margin between the two others.
    Margins {
        /// The party.
        party: String,
    },
    /// Votes against seats, of every side and party.
    Proportion,
    /// The swing between two sides since an earlier election.
    Since {
        /// The earlier election.
        earlier: Box<Election>,
        /// Alliance or party.
        from: String,
        /// Alliance or party.
        to: String,
        /// Parties then and now that count as one, beside those of the same id.
        successors: Vec<(String, String)>,
    },
}

impl Query {
    /// Reads a question from an object.
    ///
    /// # Errors
    /// What is wrong with it; `unknown-kind` for a question not known here.
    pub fn from_value(root: &Value) -> Result<Query, Problems> {
        #[derive(Deserialize)]
        struct Kind {
            kind: String,
        }
        #[derive(Deserialize)]
        struct Close {
            side: String,
        }
        #[derive(Deserialize)]
        struct Path {
            side: String,
            goal: Goal,
        }
        #[derive(Deserialize)]
        struct Margins {
            party: String,
        }
        #[derive(Deserialize)]
        struct Since {
            from: String,
            to: String,
            successors: Option<Vec<Pair>>,
        }
        #[derive(Deserialize)]
        struct Pair {
            then: String,
            now: String,
        }

        let Kind { kind } = decode(root)?;
        Ok(match kind.as_str() {
            "close" => {
                let Close { side } = decode(root)?;
                Query::Close { side }
            }
            "path" => {
                let Path { side, goal } = decode(root)?;
                Query::Path { side, goal }
            }
            "tipping" => Query::Tipping(decode::<SwingRule>(root)?.at(0)),
            "coalitions" => Query::Coalitions(noted(root, CoalitionsQuery::read)?),
            "power" => Query::Power(noted(root, PlayersQuery::read)?),
            "keySeats" => Query::KeySeats(noted(root, KeySeatsQuery::read)?),
            "curve" => Query::Curve(decode::<SwingRule>(root)?.at(0)),
            "pool" => Query::Pool(decode::<PoolRule>(root)?.at(0)),
            "margins" => {
                let Margins { party } = decode(root)?;
                Query::Margins { party }
            }
            "proportion" => Query::Proportion,
            "since" => {
                let Since {
                    from,
                    to,
                    successors,
                } = decode(root)?;
                let pairs = successors.unwrap_or_default().into_iter();
                let earlier = Election::from_value(root.field("earlier"))
                    .map_err(|_| Problems::one("earlier", "bad-dataset", "expected a dataset"))?;
                Query::Since {
                    earlier: Box::new(earlier),
                    from,
                    to,
                    successors: pairs.map(|pair| (pair.then, pair.now)).collect(),
                }
            }
            other => {
                let message = format!("\"{other}\" is not known here");
                return Err(Problems::one("kind", "unknown-kind", message));
            }
        })
    }
}

/// What `read` makes of an object, or everything it found wrong.
fn noted<T>(
    root: &Value,
    read: impl FnOnce(&mut Reader, &Value, &FieldPath) -> T,
) -> Result<T, Problems> {
    let mut reader = Reader::default();
    let read = read(&mut reader, root, &FieldPath::ROOT);
    reader.problems.or(read)
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// Of [`Query::Close`].
    Close(MarginalSeats),
    /// Of [`Query::Path`].
    Path(CheapestPath),
    /// Of [`Query::Tipping`]; none where no swing changes the verdict.
    Tipping(Option<Tick>),
    /// Of [`Query::Coalitions`].
    Coalitions(CoalitionList),
    /// Of [`Query::Power`].
    Power(PowerIndices),
    /// Of [`Query::KeySeats`].
    KeySeats(KeySeats),
    /// Of [`Query::Curve`].
    Curve(Swept),
    /// Of [`Query::Pool`].
    Pool(PoolThreshold),
    /// Of [`Query::Margins`].
    Margins(VotesAboveMargin),
    /// Of [`Query::Proportion`].
    Proportion(Disproportionality),
    /// Of [`Query::Since`].
    Since(Box<ButlerSwing>),
}

/// A sweep as a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Swept {
    /// The picture and its table.
    pub curve: Curve,
    /// The steps at which the verdict changes, from left to right.
    pub ticks: Vec<Tick>,
    /// Seats of each of the picture's lines at each of these steps.
    pub seats: Vec<Vec<u32>>,
}

/// What a question is asked of.
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

/// A question at work.
pub trait Task {
    /// Works on; the answer once there is one, after which it is not called again. A unit of the budget takes about as long as
    /// reading one constituency; at least one is spent.
    fn step(&mut self, ground: &Evaluated, budget: u32) -> Option<Answer>;
}

/// A question, at work or answered.
pub struct Job {
    ground: Evaluated,
    work: Result<Answer, Box<dyn Task>>,
}

impl Job {
    /// Takes a question up.
    ///
    /// # Errors
    /// What is wrong with the ids in it: `unknown-id`, `independent-side`, `same-side`; of coalitions and power also
    /// `too-many-players`, `too-many-seats` and `too-many-pairs`.
    pub fn new(ground: Evaluated, question: &Query) -> Result<Job, Problems> {
        let Evaluated { election, outcome } = &ground;
        let task = |task: Box<dyn Task>| Err(task);
        let work = match question {
            Query::Close { side } => Ok(Answer::Close(marginal_seats(election, outcome, side)?)),
            Query::Path { side, goal } => task(Box::new(CheapestPathSearch::start(
                election, outcome, side, *goal,
            )?)),
            Query::Tipping(swing) => {
                let scenario = ground.scenario();
                task(Box::new(TippingPointSearch::start(
                    election,
                    scenario,
                    swing.clone(),
                )?))
            }
            Query::Coalitions(asked) => task(Box::new(Once(Some(CoalitionSearch::new(
                election, outcome, asked,
            )?)))),
            Query::Power(who) => task(Box::new(Once(Some(PowerSearch::new(
                election, outcome, who,
            )?)))),
            Query::KeySeats(asked) => task(Box::new(Once(Some(KeySeatsSearch::new(
                election, outcome, asked,
            )?)))),
            Query::Curve(swing) => task(Box::new(Drawing {
                sweeping: Some(SweepJob::start(election, &ground.scenario(), swing)?),
                swing: swing.clone(),
            })),
            Query::Pool(pool) => {
                let scenario = ground.scenario();
                task(Box::new(PoolThresholdSearch::start(
                    election, &scenario, pool,
                )?))
            }
            Query::Margins { party } => Ok(Answer::Margins(votes_above_margin(
                election, outcome, party,
            )?)),
            Query::Proportion => Ok(Answer::Proportion(disproportionality(election, outcome))),
            Query::Since {
                earlier,
                from,
                to,
                successors,
            } => {
                let pairs = successors.iter();
                let pairs: Vec<Successor> =
                    pairs.map(|(then, now)| Successor { then, now }).collect();
                let found = butler_swing(election, earlier, &pairs, from, to)?;
                Ok(Answer::Since(Box::new(found)))
            }
        };
        Ok(Job { ground, work })
    }

    /// Works on, within about `budget` units (see [`Task::step`]); whether the answer is there.
    pub fn step(&mut self, budget: u32) -> bool {
        if let Err(task) = &mut self.work
            && let Some(answer) = task.step(&self.ground, budget)
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

impl Task for CheapestPathSearch {
    fn step(&mut self, ground: &Evaluated, budget: u32) -> Option<Answer> {
        let done = self.advance(&ground.election, budget);
        done.then(|| Answer::Path(self.path(&ground.election, &ground.outcome)))
    }
}

impl Task for TippingPointSearch {
    fn step(&mut self, ground: &Evaluated, budget: u32) -> Option<Answer> {
        let found = self.advance(&ground.election, budget)?;
        Some(Answer::Tipping(found))
    }
}

/// Work that is used up by its answer.
struct Once<W>(Option<W>);

/// About so many additions take as long as reading one constituency.
const ADDITIONS: u64 = 16;

impl Task for Once<CoalitionSearch> {
    fn step(&mut self, _: &Evaluated, budget: u32) -> Option<Answer> {
        let done = self.0.as_mut()?.step(u64::from(budget.max(1)) * ADDITIONS);
        let work = if done { self.0.take() } else { None };
        Some(Answer::Coalitions(work?.finish()))
    }
}

impl Task for Once<PowerSearch> {
    fn step(&mut self, _: &Evaluated, budget: u32) -> Option<Answer> {
        let done = self.0.as_mut()?.step(u64::from(budget.max(1)) * ADDITIONS);
        let work = if done { self.0.take() } else { None };
        Some(Answer::Power(work?.finish()))
    }
}

impl Task for Once<KeySeatsSearch> {
    fn step(&mut self, ground: &Evaluated, budget: u32) -> Option<Answer> {
        let Evaluated { election, outcome } = ground;
        let done = self.0.as_mut()?.step(election, u64::from(budget.max(1)));
        let work = if done { self.0.take() } else { None };
        Some(Answer::KeySeats(work?.finish(election, outcome)))
    }
}

/// A sweep on its way to a picture.
struct Drawing {
    sweeping: Option<SweepJob>,
    swing: Swing,
}

impl Task for Drawing {
    fn step(&mut self, ground: &Evaluated, budget: u32) -> Option<Answer> {
        let done = self.sweeping.as_mut()?.advance(&ground.election, budget);
        let sweeping = self.sweeping.take_if(|_| done)?;
        let sweep = sweeping.finish(&ground.election, &self.swing);
        Some(Answer::Curve(Swept {
            curve: Curve::of(&sweep),
            seats: sweep
                .ticks
                .iter()
                .map(|tick| drawn_seats(&sweep, tick.step))
                .collect(),
            ticks: sweep.ticks,
        }))
    }
}

impl Task for PoolThresholdSearch {
    fn step(&mut self, ground: &Evaluated, budget: u32) -> Option<Answer> {
        self.advance(&ground.election, budget).map(Answer::Pool)
    }
}
