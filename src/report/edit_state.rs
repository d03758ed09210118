//! What a count that goes on has made of each edit (FEED.md, "The reader's edits").

use super::ScenarioText;
use crate::election::Election;
use crate::election::member::Member;
use crate::outcome::Outcome;
use crate::outcome::house::{MovementKind, Who};
use crate::outcome::seats::resolve_awards;
use crate::outcome::votes::has_votes;
use crate::problem::Problems;
use crate::scenario::{Award, Edit, Realign, Resign, Stance};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// What has become of an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum EditState {
    /// It acts.
    Applied,
    /// The count says the same.
    So,
    /// Another candidate is declared; it acts all the same.
    Against,
    /// It acts on fewer members than it names.
    Part,
    /// There is nothing yet that it could act on.
    Rest,
}

/// The state of each edit of a canonical scenario, of which `outcome` is what it makes of the
/// election.
pub fn states(election: &Election, outcome: &Outcome, edits: &[Edit]) -> Vec<EditState> {
    let awards = resolve_awards(election, edits, &mut Problems::default());
    let state = |edit: &Edit| match edit {
        Edit::Award(award) => of_award(election, &awards, award),
        // A pool that does nothing pools parties none of whom stand apart, or votes that nobody has
        // counted.
        Edit::Pool(_) => acting(outcome.edits.contains(edit)),
        Edit::Swing(swing) => acting(has_votes(election, swing.scope.as_ref())),
        Edit::Realign(realign) => acting(of_realign(election, outcome, realign)),
        Edit::Stance(stance) => acting(of_stance(election, outcome, stance)),
        Edit::Cross(cross) => {
            let to = Some(cross.to.as_str());
            moved(outcome, MovementKind::Cross, &cross.from, to, cross.members)
        }
        Edit::Resign(Resign::Members { from, members }) => {
            moved(outcome, MovementKind::Resign, from, None, *members)
        }
        Edit::Resign(Resign::Seat { constituency }) => {
            let seat = election.constituency(constituency);
            acting(seat.is_some_and(|seat| outcome.house.vacated.contains(&seat)))
        }
        Edit::Absent(absent) => moved(
            outcome,
            MovementKind::Absent,
            &absent.from,
            None,
            absent.members,
        ),
        Edit::House(_) => EditState::Applied,
    };
    edits.iter().map(state).collect()
}

fn acting(acts: bool) -> EditState {
    if acts {
        EditState::Applied
    } else {
        EditState::Rest
    }
}

fn of_award(election: &Election, awards: &[Option<u32>], award: &Award) -> EditState {
    let Some(seat) = election.constituency(&award.constituency) else {
        return EditState::Rest;
    };
    let constituency = &election.constituencies[seat];
    match constituency.status.is_declared() {
        false => EditState::Applied,
        true if constituency.holder == awards[seat] => EditState::So,
        true => EditState::Against,
    }
}

/// Whether an id names somebody: a single member only while there is one.
fn is_there(election: &Election, outcome: &Outcome, id: &str) -> bool {
    match Member::parse(election, id) {
        Some(member @ Member::Single(_)) => {
            let mut partners = outcome.house.partners.iter();
            partners.any(|partner| partner.who == Who::Member(member))
        }
        _ => true,
    }
}

fn of_realign(election: &Election, outcome: &Outcome, realign: &Realign) -> bool {
    let mut ids = std::iter::once(&realign.party).chain(&realign.alliance);
    ids.all(|id| is_there(election, outcome, id))
}

fn of_stance(election: &Election, outcome: &Outcome, stance: &Stance) -> bool {
    let mut ids = stance.r#for.iter().chain(&stance.not_voting).peekable();
    ids.peek().is_none() || ids.any(|id| is_there(election, outcome, id))
}

/// How many of the members that were asked for have moved.
fn moved(
    outcome: &Outcome,
    kind: MovementKind,
    from: &str,
    to: Option<&str>,
    asked: u32,
) -> EditState {
    let mut movements = outcome.house.movements.iter();
    let found =
        movements.find(|one| (one.kind, one.from.as_str(), one.to.as_deref()) == (kind, from, to));
    match found.map_or(0, |one| one.moved) {
        0 => EditState::Rest,
        moved if moved < asked => EditState::Part,
        _ => EditState::Applied,
    }
}

/// Each edit with its state beside it.
impl Serialize for ScenarioText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Stated<'a> {
            #[serde(flatten)]
            edit: &'a Edit,
            #[serde(skip_serializing_if = "Option::is_none")]
            state: Option<&'a EditState>,
        }
        let edits = self.edits.iter().enumerate();
        let edits = edits.map(|(i, edit)| Stated {
            edit,
            state: self.states.get(i),
        });
        let mut scenario = serializer.serialize_struct("ScenarioText", 2)?;
        scenario.serialize_field("text", &self.text)?;
        scenario.serialize_field("edits", &edits.collect::<Vec<_>>())?;
        scenario.end()
    }
}
