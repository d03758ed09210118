//! What an election says of a figure: one value, or several where the figure can be read in several
//! ways.

mod contested;
mod margin;
mod mark;
mod pool;
mod property;
mod rank;
mod scene;
mod versus;
mod votes;

use super::background::Background;
use super::book::Book;
use super::figure::{Claim, Figure};
use super::history;
use super::measure::Measure;
use super::printed::Ratio;
use crate::election::Election;
use crate::majority;
use crate::status::Status;
use contested::{contested, lost, strike};
use margin::{holder, margin_shares, margins};
use mark::{distance, house, marks};
use pool::pool;
use property::{by_margin, exceeds};
use rank::{extreme, largest};
use versus::versus;
use votes::{shares, valid_shares, votes};

pub use scene::Scene;

/// One value a figure can be held against.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// Which reading it is: the word the page has a sentence for.
    pub code: &'static str,
    /// Whether the figure's own words mean this; else it is "another reading".
    pub usual: bool,
    /// The value.
    pub value: Value,
    /// What a percentage is of: part and whole.
    pub of: Option<(u64, u64)>,
    /// Ids the reading speaks of, such as the two sides that met.
    pub ids: Vec<String>,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Of a figure with a number.
    Number(Ratio),
    /// Whether a figure without one is true.
    Truth(bool),
}

/// What is missing to decide a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// An earlier election.
    Earlier,
    /// The constituency.
    Place,
    /// Somebody of that name in this election.
    Who,
    /// Votes, which were not counted or are not in the data.
    Votes,
    /// A number.
    Number,
}

impl Need {
    /// Its word.
    pub fn code(self) -> &'static str {
        match self {
            Need::Earlier => "earlier",
            Need::Place => "place",
            Need::Who => "who",
            Need::Votes => "votes",
            Need::Number => "number",
        }
    }
}

/// The election a claim is held against, and what is beside it.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The election.
    pub book: &'a Book,
    /// What is beside it.
    pub background: &'a Background,
    /// The claim.
    pub claim: &'a Claim,
}

impl Known {
    /// A plain number, as the figure's own words mean it.
    pub fn number(code: &'static str, value: impl Into<i128>) -> Known {
        Known {
            code,
            usual: true,
            value: Value::Number(Ratio::whole(value)),
            of: None,
            ids: Vec::new(),
        }
    }

    /// Whether something holds, and of whom it does.
    pub fn truth(code: &'static str, holds: bool, ids: Vec<String>) -> Known {
        Known {
            value: Value::Truth(holds),
            ids,
            ..Known::number(code, 0)
        }
    }

    /// `part` of `whole` in percent.
    fn percent(code: &'static str, part: u64, whole: u64) -> Option<Known> {
        Some(Known {
            value: Value::Number(Ratio::percent(part, whole)?),
            of: Some((part, whole)),
            ..Known::number(code, 0)
        })
    }

    /// The same as a reading that has to be named.
    pub fn unusual(self) -> Known {
        Known {
            usual: false,
            ..self
        }
    }
}

/// What the election says of a figure, the usual reading first.
///
/// # Errors
/// What is missing to say it.
pub fn known(ground: Ground, figure: &Figure) -> Result<Vec<Known>, Need> {
    use Measure::*;
    let election: &Election = &ground.book.election;
    if figure.who.is_empty() && figure.measure.needs_who() {
        return Err(Need::Who);
    }
    let scene = Scene::of(election, ground.claim, figure)?;
    let won = scene.seats(|_| true);
    Ok(match figure.measure {
        Total if figure.who.is_empty() => return Err(Need::Who),
        Seats | Total | Members | Wins => vec![Known::number("seats", won)],
        Won => vec![Known::number(
            "won",
            scene.seats(|status| status != Status::Leading),
        )],
        Leading => vec![Known::number(
            "leading",
            scene.seats(|status| status == Status::Leading),
        )],
        House => house(election),
        Mark => marks(election, figure),
        Above | Short => distance(election, figure, won),
        Contested => contested(&scene),
        Lost => {
            let then = history::lost_since(ground, figure, &scene);
            lost(&scene, won).into_iter().chain(then).collect()
        }
        Strike => strike(&scene, won),
        Share => shares(&scene, figure)?,
        ValidShare => valid_shares(&scene, figure)?,
        SeatShare => {
            let all = scene.places.len() as u64;
            Known::percent("house", won, all).into_iter().collect()
        }
        Votes => votes(&scene, figure)?,
        Margin => margins(election, figure)?,
        MarginShare => margin_shares(election, figure)?,
        Needed => vec![Known::number("two-thirds", (2 * won).div_ceil(3))],
        Retained | SeatsThen | Gain | Loss | ShareThen | ShareGain | ShareLoss | Best | Worst => {
            history::known(ground, figure, &scene)?
        }
        Places => vec![Known::number("places", scene.places.len() as u64)],
        Close | CloseShare | Wide => vec![by_margin(&scene, figure)?],
        Exceeds => exceeds(election, figure, &scene),
        Deposits => {
            let lost = scene.ballot().filter(|&(place, line)| {
                let one = &election.constituencies[place];
                one.voted
                    && one.holder != Some(line as u32)
                    && one.loses_deposit(election.candidates[line].votes)
            });
            vec![Known::number("deposits", lost.count() as u64)]
        }
        Pool => vec![pool(election, figure)?],
        Ahead | VotesAhead | ShareAhead | Times | MoreSeats | MoreVotes => {
            versus(election, figure, &scene)?
        }
        Holder | Loser => vec![holder(election, figure)?],
        Majority => {
            let mark = u64::from(majority::mark(scene.places.len() as u32));
            vec![Known::truth("majority", won >= mark, Vec::new())]
        }
        Largest | MostVotes => vec![largest(election, figure)?],
        Closest | Widest => vec![extreme(election, figure)?],
    })
}
