//! Questions asked of a scenario, each worked out in as many steps as the caller's time allows.
//!
//! The election and the outcome are those of the moment the question was asked, whatever is evaluated afterwards. A question
//! that is not stepped on is cancelled by that.

use super::close::{Close, close};
use super::key_seats::{self, KeySeats, KeySeatsWork};
use super::margins::{Margins, larger_than_margin};
use super::path::{Goal, Path, Pathing};
use super::pooled::{Pooling, Reach};
use super::proportion::{Proportion, proportion};
use super::roster::Who;
use super::since::{Since, Successor, since};
use super::sweep::curve::{Curve, drawn_seats};
use super::sweep::{Sweeping, Tick};
use super::tipping::Tipping;
use super::ways::{self, AllWays, WaysWork};
use super::worth::{Worth, WorthWork};
use crate::election::Election;
use crate::node::{Kind, Node};
use crate::outcome::Outcome;
use crate::problem::{Path as Place, Problems};
use crate::read::Reader;
use crate::scenario::{self, Pool, Scenario, Swing};
use serde::Serialize;
use std::sync::Arc;

/// What is asked. In an object the field `kind` names the question, the others say about whom.
#[derive(Debug, Clone)]
pub enum Question {
    /// Every constituency by what it takes to win it for a side, or from it.
    Close {
        /// A row of the tally by alliance, or a party.
        side: String,
    },
    /// The cheapest way to a majority or to the end of one.
    Path {
        /// As in [`Question::Close`].
        side: String,
        /// Where it leads.
        goal: Goal,
    },
    /// The smallest swing, up to 100 points, at which the verdict changes; the points of the swing are not looked at.
    Tipping(Swing),
    /// The minimal winning coalitions that pass a filter.
    Coalitions(ways::Asked),
    /// What every player is worth.
    Power(Who),
    /// Which constituencies end a coalition's majority if they are lost.
    KeySeats(key_seats::Asked),
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

impl Question {
    /// Reads a request. What is wrong goes to the reader's problems: `unknown-kind` for a question not known here.
    pub fn read<N: Node>(reader: &mut Reader, root: &N) -> Option<Question> {
        let at = Place::ROOT;
        if root.kind() != Kind::Object {
            reader.expected(&at, root.kind(), "an object with a kind");
            return None;
        }
        let kind = reader.text(&root.field("kind"), &at.field("kind"));
        let mut text = |name: &str| reader.text(&root.field(name), &at.field(name));
        Some(match kind.as_str() {
            "close" => Question::Close { side: text("side") },
            "path" => Question::Path {
                side: text("side"),
                goal: match text("goal").as_str() {
                    "majority" => Goal::Majority,
                    "end" => Goal::End,
                    "" if reader.problems.total() > 0 => return None,
                    other => {
                        unknown(reader, "goal", "unknown-word", other);
                        return None;
                    }
                },
            },
            "tipping" => Question::Tipping(scenario::read_swing(reader, root, &at)),
            "coalitions" => Question::Coalitions(ways::Asked::read(reader, root, &at)),
            "power" => Question::Power(Who::read(reader, root, &at)),
            "keySeats" => Question::KeySeats(key_seats::Asked::read(reader, root, &at)),
            "curve" => Question::Curve(scenario::read_swing(reader, root, &at)),
            "pool" => Question::Pool(scenario::read_pool(reader, root, &at)),
            "margins" => Question::Margins {
                party: text("party"),
            },
            "proportion" => Question::Proportion,
            "since" => Question::Since {
                from: text("from"),
                to: text("to"),
                successors: successors(reader, root),
                earlier: match Election::from_node(&root.field("earlier")) {
                    Ok(earlier) => Box::new(earlier),
                    Err(_) => {
                        let message = "expected a dataset";
                        reader
                            .problems
                            .add(at.field("earlier"), "bad-dataset", message);
                        return None;
                    }
                },
            },
            // Missing, and told already.
            "" if reader.problems.total() > 0 => return None,
            other => {
                unknown(reader, "kind", "unknown-kind", other);
                return None;
            }
        })
    }
}

fn successors<N: Node>(reader: &mut Reader, root: &N) -> Vec<(String, String)> {
    let at = Place::ROOT;
    let at = at.field("successors");
    let pairs = reader.maybe_list(&root.field("successors"), &at);
    let pair = |(i, pair): (usize, &N)| {
        let at = at.item(i);
        let mut text = |name: &str| reader.text(&pair.field(name), &at.field(name));
        (text("then"), text("now"))
    };
    pairs.iter().enumerate().map(pair).collect()
}

fn unknown(reader: &mut Reader, field: &str, code: &'static str, word: &str) {
    let message = format!("\"{word}\" is not known here");
    let at = Place::ROOT;
    reader.problems.add(at.field(field), code, message);
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// Of [`Question::Close`].
    Close(Close),
    /// Of [`Question::Path`].
    Path(Path),
    /// Of [`Question::Tipping`]; none where no swing changes the verdict.
    Tipping(Option<Tick>),
    /// Of [`Question::Coalitions`].
    Coalitions(AllWays),
    /// Of [`Question::Power`].
    Power(Worth),
    /// Of [`Question::KeySeats`].
    KeySeats(KeySeats),
    /// Of [`Question::Curve`].
    Curve(Swept),
    /// Of [`Question::Pool`].
    Pool(Reach),
    /// Of [`Question::Margins`].
    Margins(Margins),
    /// Of [`Question::Proportion`].
    Proportion(Proportion),
    /// Of [`Question::Since`].
    Since(Box<Since>),
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
pub struct Ground {
    /// The election.
    pub election: Arc<Election>,
    /// What a scenario makes of it.
    pub outcome: Arc<Outcome>,
}

impl Ground {
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
    fn step(&mut self, ground: &Ground, budget: u32) -> Option<Answer>;
}

/// A question, at work or answered.
pub struct Asked {
    ground: Ground,
    work: Result<Answer, Box<dyn Task>>,
}

impl Asked {
    /// Takes a question up.
    ///
    /// # Errors
    /// What is wrong with the ids in it: `unknown-id`, `independent-side`, `same-side`; of coalitions and power also
    /// `too-many-players`, `too-many-seats` and `too-many-pairs`.
    pub fn new(ground: Ground, question: &Question) -> Result<Asked, Problems> {
        let Ground { election, outcome } = &ground;
        let task = |task: Box<dyn Task>| Err(task);
        let work = match question {
            Question::Close { side } => Ok(Answer::Close(close(election, outcome, side)?)),
            Question::Path { side, goal } => {
                task(Box::new(Pathing::start(election, outcome, side, *goal)?))
            }
            Question::Tipping(swing) => {
                let scenario = ground.scenario();
                task(Box::new(Tipping::start(election, scenario, swing.clone())?))
            }
            Question::Coalitions(asked) => task(Box::new(Once(Some(WaysWork::new(
                election, outcome, asked,
            )?)))),
            Question::Power(who) => task(Box::new(Once(Some(WorthWork::new(
                election, outcome, who,
            )?)))),
            Question::KeySeats(asked) => task(Box::new(Once(Some(KeySeatsWork::new(
                election, outcome, asked,
            )?)))),
            Question::Curve(swing) => task(Box::new(Drawing {
                sweeping: Some(Sweeping::start(election, &ground.scenario(), swing)?),
                swing: swing.clone(),
            })),
            Question::Pool(pool) => {
                let scenario = ground.scenario();
                task(Box::new(Pooling::start(election, &scenario, pool)?))
            }
            Question::Margins { party } => Ok(Answer::Margins(larger_than_margin(
                election, outcome, party,
            )?)),
            Question::Proportion => Ok(Answer::Proportion(proportion(election, outcome))),
            Question::Since {
                earlier,
                from,
                to,
                successors,
            } => {
                let pairs = successors.iter();
                let pairs: Vec<Successor> =
                    pairs.map(|(then, now)| Successor { then, now }).collect();
                let found = since(election, earlier, &pairs, from, to)?;
                Ok(Answer::Since(Box::new(found)))
            }
        };
        Ok(Asked { ground, work })
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

impl Task for Pathing {
    fn step(&mut self, ground: &Ground, budget: u32) -> Option<Answer> {
        let done = self.advance(&ground.election, budget);
        done.then(|| Answer::Path(self.path(&ground.election, &ground.outcome)))
    }
}

impl Task for Tipping {
    fn step(&mut self, ground: &Ground, budget: u32) -> Option<Answer> {
        let found = self.advance(&ground.election, budget)?;
        Some(Answer::Tipping(found))
    }
}

/// Work that is used up by its answer.
struct Once<W>(Option<W>);

/// About so many additions take as long as reading one constituency.
const ADDITIONS: u64 = 16;

impl Task for Once<WaysWork> {
    fn step(&mut self, _: &Ground, budget: u32) -> Option<Answer> {
        let done = self.0.as_mut()?.step(u64::from(budget.max(1)) * ADDITIONS);
        let work = if done { self.0.take() } else { None };
        Some(Answer::Coalitions(work?.finish()))
    }
}

impl Task for Once<WorthWork> {
    fn step(&mut self, _: &Ground, budget: u32) -> Option<Answer> {
        let done = self.0.as_mut()?.step(u64::from(budget.max(1)) * ADDITIONS);
        let work = if done { self.0.take() } else { None };
        Some(Answer::Power(work?.finish()))
    }
}

impl Task for Once<KeySeatsWork> {
    fn step(&mut self, ground: &Ground, budget: u32) -> Option<Answer> {
        let Ground { election, outcome } = ground;
        let done = self.0.as_mut()?.step(election, u64::from(budget.max(1)));
        let work = if done { self.0.take() } else { None };
        Some(Answer::KeySeats(work?.finish(election, outcome)))
    }
}

/// A sweep on its way to a picture.
struct Drawing {
    sweeping: Option<Sweeping>,
    swing: Swing,
}

impl Task for Drawing {
    fn step(&mut self, ground: &Ground, budget: u32) -> Option<Answer> {
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

impl Task for Pooling {
    fn step(&mut self, ground: &Ground, budget: u32) -> Option<Answer> {
        self.advance(&ground.election, budget).map(Answer::Pool)
    }
}
