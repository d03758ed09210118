//! Everything the page shows at once after an edit, in the shapes of the boundary (`wasm/types.d.ts`).

mod columns;
#[cfg(feature = "full")]
pub mod comparison;
mod constituency;
#[cfg(feature = "full")]
pub mod edit_state;
mod floor_test;
mod tally;

use crate::election::member::Member;
use crate::election::{Election, INDEPENDENT};
use crate::majority::{
    Base, BaseKind, Strength, VerdictKind, distance, exactly_half, mark, verdict,
};
use crate::outcome::Outcome;
use crate::outcome::house::{Movement, MovementKind, Vote, Who, two_thirds};
use crate::outcome::votes::VoteMove;
use crate::scenario::{Edit, Layer};
use crate::status::Status;
use serde::Serialize;

pub use columns::{Change, Columns, Side};
pub use constituency::{CandidateDetail, ConstituencyDetail};
pub use floor_test::Coalitions;
pub use tally::{AllianceRow, PartyRow};

/// One evaluated scenario.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Election id.
    pub election: String,
    /// Fingerprint of its data.
    pub fingerprint: String,
    /// The canonical scenario.
    pub scenario: ScenarioText,
    /// Which layers were edited.
    pub edited: Edited,
    /// Seats by every reason, bases and marks.
    pub house: HouseReport,
    /// The majority verdict.
    pub verdict: Verdict,
    /// Tally by alliance, grouping, and party or member alone.
    pub alliances: Vec<AllianceRow>,
    /// Tally by party.
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub parties: Vec<PartyRow>,
    /// Rows of Change partners.
    pub partners: Vec<Partner>,
    /// The vote of the house.
    pub floor: Floor,
    /// Crossings, resignations, absences as carried out.
    pub movements: Vec<Movement>,
    /// Pools and swings as carried out.
    pub votes: Vec<VoteMove>,
    /// Constituencies that differ from the baseline.
    pub changes: Vec<Change>,
    /// One value per constituency.
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub constituencies: Columns,
    /// Minimal winning coalitions of the partners.
    pub coalitions: Coalitions,
    /// Declared votes of the whole election.
    pub totals: Totals,
}

/// What can be said of a scenario beside a control that still moves: the parts of its [`Report`] of these names, without
/// those that grow with the house or take longest.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Glance {
    /// The canonical scenario.
    pub scenario: ScenarioText,
    /// Which layers were edited.
    pub edited: Edited,
    /// Seats by every reason, bases and marks.
    pub house: HouseReport,
    /// The majority verdict.
    pub verdict: Verdict,
    /// Tally by alliance, grouping, and party or member alone.
    pub alliances: Vec<AllianceRow>,
    /// The vote of the house.
    pub floor: Floor,
    /// Pools and swings as carried out.
    pub votes: Vec<VoteMove>,
    /// Constituencies that differ from the baseline.
    pub changes: Vec<Change>,
}

/// A scenario as text and as edits: on a count that is followed all of them, else those that change something.
#[derive(Debug, Clone)]
#[cfg_attr(not(feature = "full"), derive(Serialize))]
pub struct ScenarioText {
    /// Its notation; empty for the declared result.
    pub text: String,
    /// Its edits.
    pub edits: Vec<Edit>,
    /// What the count has made of each; empty where none is followed.
    #[cfg(feature = "full")]
    pub states: Vec<edit_state::EditState>,
}

/// What a scenario changes.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Edited {
    /// Pools or swings.
    pub votes: bool,
    /// Awards.
    pub seats: bool,
    /// Anything after the vote.
    pub partners: bool,
    /// Any of them.
    pub any: bool,
}

/// The house: `won` + `leading` and every reason for having no holder add up to `seats`.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HouseReport {
    /// Elected seats.
    pub seats: u32,
    /// Base in use.
    pub base: Base,
    /// Majority mark on it.
    pub mark: u32,
    /// Whether the line that halves the picture of all elected seats is that mark.
    pub halved: bool,
    /// Every base with its mark.
    pub bases: Bases,
    /// Seats won.
    pub won: u32,
    /// Seats in which somebody leads.
    pub leading: u32,
    /// Equal votes, no lot.
    pub tied: u32,
    /// Nothing known yet.
    pub awaited: u32,
    /// Poll adjourned.
    pub adjourned: u32,
    /// Poll countermanded.
    pub countermanded: u32,
    /// No member now, resignations included.
    pub vacant: u32,
    /// Election set aside.
    pub set_aside: u32,
    /// Nominated members, beside the elected seats.
    pub nominated: u32,
    /// Party (or independent) of the Speaker.
    pub speaker: Option<String>,
}

/// Every base with its mark.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Bases {
    /// All elected seats.
    pub total: Marked,
    /// Members now.
    pub effective: Marked,
    /// Members who vote.
    pub voting: Marked,
}

/// A base and its mark.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Marked {
    /// Members.
    pub n: u32,
    /// Majority mark.
    pub mark: u32,
}

/// The majority verdict on the base in use.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// Which kind.
    pub kind: VerdictKind,
    /// Ids of the largest groupings.
    pub leaders: Vec<String>,
    /// Seats of each of them.
    pub seats: u32,
    /// Of these, won.
    pub won: u32,
    /// Of these, leading.
    pub leading: u32,
    /// Seats above the mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surplus: Option<u32>,
    /// Seats below the mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<u32>,
    /// Exactly half of the base.
    pub half: bool,
    /// `declared` or `reader`: whose grouping the verdict speaks of.
    pub grouping: &'static str,
    /// The largest single parties.
    pub largest_party: LargestParty,
}

/// The largest single parties.
#[derive(Debug, Clone, Serialize)]
pub struct LargestParty {
    /// Their ids; empty where no party has a seat.
    pub ids: Vec<String>,
    /// Seats of each.
    pub seats: u32,
}

/// Who sits and votes as one.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Partner {
    /// Its id: `JMM`, `IND.28`, `INC>NDA`, `NOM`.
    pub id: String,
    /// `party`, `independent`, `placed` (one member whom an alliance placed individually),
    /// `breakaway` or `nominated`.
    pub kind: &'static str,
    /// Row of the tally it is counted in.
    pub alliance: Option<String>,
    /// Members.
    pub seats: u32,
    /// Members who vote.
    pub voting: u32,
    /// How it votes.
    pub stance: Vote,
    /// Its members before crossings.
    pub before: u32,
    /// Two-thirds of them, rounded up.
    pub two_thirds: u32,
}

/// The vote of the house, and how those For compare with the mark in use.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Floor {
    /// Ayes.
    pub r#for: u32,
    /// Noes.
    pub against: u32,
    /// Members who do not vote, the Speaker included.
    pub not_voting: u32,
    /// `carried` if ayes exceed noes, `level` if they are equal, else `defeated`.
    pub result: &'static str,
    /// Ids of the partners For.
    pub partners: Vec<String>,
    /// Their seats on the base in use.
    pub seats: u32,
    /// Seats above the mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surplus: Option<u32>,
    /// Seats below the mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<u32>,
    /// Partners For whose leaving alone ends the majority.
    pub pivotal: Vec<String>,
    /// Partners For not needed for it, each taken alone.
    pub not_needed: Vec<String>,
    /// Shortest sets of others that complete it.
    pub completions: Vec<Vec<String>>,
    /// How many such sets there are, in decimal.
    pub completion_count: String,
    /// Whether a stance was chosen.
    pub chosen: bool,
}

/// Declared votes of the whole election.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// Valid votes and NOTA.
    pub counted: u64,
    /// Valid votes.
    pub valid: u64,
    /// Those of them for candidates who are not listed.
    pub others: u64,
    /// NOTA.
    pub nota: u64,
    /// Electors, where known everywhere.
    pub electors: Option<u64>,
    /// Constituencies held or led by votes that are not known: no vote can move there.
    pub without_votes: u32,
}

impl Report {
    /// Puts together what an outcome says. `text` is the outcome's scenario in the notation.
    pub fn of(election: &Election, outcome: &Outcome, text: String) -> Report {
        let house = house(election, outcome);
        let tally = tally::tally(election, outcome);
        let verdict = verdict_of(outcome, &house, &tally);
        let partners = partners(election, outcome);
        let (coalitions, floor) = floor_test::of(election, &partners, outcome, &house);
        let (constituencies, changes) = columns::of(election, outcome, &tally);
        Report {
            election: election.id.clone(),
            fingerprint: election.fingerprint.clone(),
            scenario: ScenarioText {
                text,
                edits: outcome.edits.clone(),
                #[cfg(feature = "full")]
                states: Vec::new(),
            },
            edited: edited(&outcome.edits),
            house,
            verdict,
            alliances: tally.alliances,
            parties: tally.parties,
            partners,
            floor,
            movements: outcome.house.movements.clone(),
            votes: outcome.votes.moves.clone(),
            changes,
            constituencies,
            coalitions,
            totals: totals(election),
        }
    }
}

impl From<Report> for Glance {
    fn from(report: Report) -> Glance {
        Glance {
            scenario: report.scenario,
            edited: report.edited,
            house: report.house,
            verdict: report.verdict,
            alliances: report.alliances,
            floor: report.floor,
            votes: report.votes,
            changes: report.changes,
        }
    }
}

fn edited(edits: &[Edit]) -> Edited {
    let any_of = |layer: Layer| edits.iter().any(|edit| edit.layer() == layer);
    Edited {
        votes: any_of(Layer::Votes),
        seats: any_of(Layer::Seats),
        partners: any_of(Layer::Partners),
        any: !edits.is_empty(),
    }
}

fn house(election: &Election, outcome: &Outcome) -> HouseReport {
    let house = &outcome.house;
    let results = outcome.seats.results.iter().enumerate();
    let count = |wanted: Status| {
        let results = results.clone();
        let found = results.filter(|(i, one)| one.status == wanted && !house.vacated.contains(i));
        found.count() as u32
    };
    let elected = house
        .partners
        .iter()
        .filter(|one| one.who != Who::Nominated);
    let marked = |kind| {
        let n = house.base(election, kind);
        Marked { n, mark: mark(n) }
    };
    let Marked { n, mark } = marked(house.base);
    let base = Base {
        kind: house.base,
        n,
    };
    HouseReport {
        seats: results.len() as u32,
        base,
        mark,
        halved: base.is_halved_at_mark(),
        bases: Bases {
            total: marked(BaseKind::Total),
            effective: marked(BaseKind::Effective),
            voting: marked(BaseKind::Voting),
        },
        won: elected.clone().map(|one| one.won).sum(),
        leading: elected.map(|one| one.leading).sum(),
        tied: count(Status::Tied),
        awaited: count(Status::Awaited),
        adjourned: count(Status::Adjourned),
        countermanded: count(Status::Countermanded),
        vacant: count(Status::Vacant) + house.vacated.len() as u32 + house.resigned,
        set_aside: count(Status::SetAside),
        nominated: election.nominated.map_or(0, |nominated| nominated.members),
        speaker: house.speaker.clone(),
    }
}

fn verdict_of(outcome: &Outcome, house: &HouseReport, tally: &tally::Tally) -> Verdict {
    let rows = tally.alliances.iter();
    let strengths: Vec<Strength> = rows
        .map(|row| {
            let (won, leading) = (row.won, row.leading);
            let silent = match house.base.kind {
                BaseKind::Voting => row.seats - row.voting,
                BaseKind::Total | BaseKind::Effective => 0,
            };
            Strength { won, leading }.without(silent)
        })
        .collect();
    let (kind, leaders) = verdict(&strengths, house.awaited + house.tied, house.mark);
    let first = leaders
        .first()
        .map_or(Strength::default(), |&i| strengths[i]);
    let seats = first.seats();
    let (surplus, short) = match kind {
        VerdictKind::None => (None, None),
        _ => distance(seats, house.mark),
    };
    let largest = tally.parties.iter().filter(|row| row.id != INDEPENDENT);
    let most = largest.clone().map(|row| row.seats).max().unwrap_or(0);
    let ids = largest.filter(|row| row.seats == most && most > 0);
    let mut movements = outcome.house.movements.iter();
    let regrouped = outcome.groups.realigned
        || outcome.votes.pooled
        || movements.any(|movement| movement.kind == MovementKind::Cross);
    Verdict {
        kind,
        leaders: leaders
            .iter()
            .map(|&i| tally.alliances[i].id.clone())
            .collect(),
        seats,
        won: first.won,
        leading: first.leading,
        surplus,
        short,
        half: exactly_half(seats, house.base.n),
        grouping: if regrouped { "reader" } else { "declared" },
        largest_party: LargestParty {
            ids: ids.map(|row| row.id.clone()).collect(),
            seats: most,
        },
    }
}

fn partners(election: &Election, outcome: &Outcome) -> Vec<Partner> {
    let placed = |seat: u32| {
        let holder = outcome.seats.results[seat as usize].holder;
        holder.is_some_and(|holder| election.is_placed(&election.candidates[holder as usize]))
    };
    let partners = outcome.house.partners.iter();
    let partner = partners.map(|partner| Partner {
        id: partner.who.id(election),
        kind: match partner.who {
            Who::Member(Member::Party(_)) => "party",
            Who::Member(Member::Single(seat)) if placed(seat) => "placed",
            Who::Member(Member::Single(_)) => "independent",
            Who::Breakaway(..) => "breakaway",
            Who::Nominated => "nominated",
        },
        alliance: partner
            .group
            .map(|group| outcome.groups.id(election, group)),
        seats: partner.seats(),
        voting: partner.voting(),
        stance: partner.vote,
        before: partner.before,
        two_thirds: two_thirds(partner.before),
    });
    partner.collect()
}

fn totals(election: &Election) -> Totals {
    let all = || election.constituencies.iter();
    Totals {
        counted: all().map(|constituency| constituency.counted()).sum(),
        valid: all().map(|constituency| constituency.valid).sum(),
        nota: all().map(|c| u64::from(c.nota.unwrap_or(0))).sum(),
        electors: all().map(|c| c.electors.map(u64::from)).sum(),
        others: all().map(|c| u64::from(c.others.unwrap_or(0))).sum(),
        without_votes: all().filter(|c| c.lacks_votes()).count() as u32,
    }
}
