//! After the vote: the members of the house, with whom they sit and how they vote.

#[cfg(feature = "full")]
mod movements;
mod stance;

use super::alliances::Groups;
use super::edit_problems::EditProblems;
use super::seats::Seats;
use crate::election::Election;
use crate::election::member::{Member, NOMINATED};
use crate::majority::{BaseKind, Strength};
use crate::problem::Problems;
use crate::scenario::{Edit, Stance};
use crate::status::Status;
use serde::Serialize;

/// How a partner votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Vote {
    /// Aye.
    For,
    /// No.
    Against,
    /// Present or not, without a vote.
    NotVoting,
}

/// What a partner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// A party's members, or one member counted apart.
    Member(Member),
    /// Members of a party, by index, who sit with an alliance, by index.
    Breakaway(u16, u16),
    /// The nominated members.
    Nominated,
}

impl Who {
    /// Its id: `JMM`, `IND.28`, `INC>NDA`, `NOM`.
    pub fn id(self, election: &Election) -> String {
        match self {
            Who::Member(member) => member.id(election),
            Who::Breakaway(party, alliance) => {
                let party = &election.parties[party as usize];
                format!("{party}>{}", election.alliances[alliance as usize].id)
            }
            Who::Nominated => NOMINATED.to_owned(),
        }
    }
}

/// Who sits and votes as one.
#[derive(Debug, Clone)]
pub struct Partner {
    /// What it is.
    pub who: Who,
    /// Group it is counted in; none for nominated members.
    pub group: Option<u16>,
    /// Members who have won.
    pub won: u32,
    /// Members who lead.
    pub leading: u32,
    /// Members before any crossing.
    pub before: u32,
    /// Members who do not vote: absent, the Speaker, or all of them where that is its stance.
    pub silent: u32,
    /// How it votes.
    pub vote: Vote,
}

impl Partner {
    fn new(who: Who, group: Option<u16>) -> Partner {
        Partner {
            who,
            group,
            won: 0,
            leading: 0,
            before: 0,
            silent: 0,
            vote: Vote::Against,
        }
    }

    /// All its members.
    pub fn seats(&self) -> u32 {
        self.won + self.leading
    }

    /// Members who vote.
    pub fn voting(&self) -> u32 {
        self.seats() - self.silent
    }

    /// Its members on a base: those who vote where voting members are the base.
    pub fn strength(&self, base: BaseKind) -> u32 {
        match base {
            BaseKind::Voting => self.voting(),
            BaseKind::Total | BaseKind::Effective => self.seats(),
        }
    }

    /// Whether it has members, or had before they crossed: a stance speaks of no others.
    fn counts(&self) -> bool {
        self.before > 0 || self.seats() > 0
    }
}

/// What a crossing, resignation or absence did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Movement {
    /// Which of the three.
    pub kind: MovementKind,
    /// Party they belong to.
    pub from: String,
    /// Whom they sit with now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Members asked for.
    pub asked: u32,
    /// Members there were to move.
    pub moved: u32,
    /// Members of the party before crossings.
    pub of: u32,
    /// Two-thirds of them, rounded up.
    pub two_thirds: u32,
    /// Whether the move reaches two-thirds.
    pub reaches: bool,
}

/// How members move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum MovementKind {
    /// They sit with others.
    Cross,
    /// They leave the house.
    Resign,
    /// They do not vote.
    Absent,
}

/// Two-thirds of `members`, rounded up.
pub fn two_thirds(members: u32) -> u32 {
    (2 * members).div_ceil(3)
}

/// The house after the vote.
#[derive(Debug, Clone)]
pub struct House {
    /// Parties with a member, members counted apart, breakaways, nominated members.
    pub partners: Vec<Partner>,
    /// Constituencies whose member resigned, by index.
    pub vacated: Vec<usize>,
    /// Members of parties who resigned without a named constituency.
    pub resigned: u32,
    /// What crossings, resignations and absences did.
    pub movements: Vec<Movement>,
    /// Base of the mark.
    pub base: BaseKind,
    /// The Speaker's party or member, where one is named and has a voting member.
    pub speaker: Option<String>,
    /// Whether a stance was chosen.
    pub stance_chosen: bool,
}

impl House {
    /// Seats everybody and applies the edits after the vote. Edits that change something are pushed to `kept`.
    pub fn of(
        election: &Election,
        seats: &Seats,
        groups: &Groups,
        edits: &[Edit],
        kept: &mut Vec<Edit>,
        problems: &mut Problems,
    ) -> House {
        let mut seated = Seated {
            election,
            seats,
            groups,
            house: House {
                partners: Vec::new(),
                vacated: Vec::new(),
                resigned: 0,
                movements: Vec::new(),
                base: BaseKind::Total,
                speaker: None,
                stance_chosen: false,
            },
            problems,
        };
        seated.house.partners = seated.everybody();
        seated.default_stance();
        // The stance stands before all that moves members; whether it differs is known only after them.
        let place = kept.len();
        let mut stances = Stance::among(edits);
        let without = stances
            .next()
            .map(|(i, stance)| seated.take_stance(stance, i));
        #[cfg(feature = "full")]
        seated.move_members(edits, kept);
        if let Some(without) = without
            && let Some(stance) = seated.chosen_stance(&without)
        {
            kept.insert(place, stance.into());
        }
        seated.breakaways_follow();
        let mut house = seated.house;
        // Nominated members count where they may vote, whatever their stance.
        for partner in &mut house.partners {
            if partner.vote == Vote::NotVoting && partner.who != Who::Nominated {
                partner.silent = partner.seats();
            }
        }
        house.partners.retain(|partner| partner.seats() > 0);
        house
    }

    /// Members of each of `groups` groups, won and leading. Where voting members are the base, only those: who does not vote
    /// is taken off the ones that won first.
    pub fn strengths(&self, groups: usize) -> Vec<Strength> {
        let mut strengths = vec![Strength::default(); groups];
        let mut silent = vec![0; groups];
        for partner in &self.partners {
            let Some(group) = partner.group else { continue };
            let strength = &mut strengths[group as usize];
            strength.won += partner.won;
            strength.leading += partner.leading;
            silent[group as usize] += partner.silent;
        }
        if self.base == BaseKind::Voting {
            for (strength, silent) in strengths.iter_mut().zip(silent) {
                *strength = strength.without(silent);
            }
        }
        strengths
    }

    /// Whether nominated members count on a base; on that of voting members those count who may vote.
    pub fn counts_nominated(election: &Election, kind: BaseKind) -> bool {
        match kind {
            BaseKind::Total => false,
            BaseKind::Effective => election.nominated.is_some_and(|those| those.effective),
            BaseKind::Voting => true,
        }
    }

    /// Members on a base: all elected seats, members now, or members who vote.
    pub fn base(&self, election: &Election, kind: BaseKind) -> u32 {
        if kind == BaseKind::Total {
            return election.constituencies.len() as u32;
        }
        let nominated = House::counts_nominated(election, kind);
        let partners = self.partners.iter();
        partners
            .filter(|partner| partner.who != Who::Nominated || nominated)
            .map(|partner| partner.strength(kind))
            .sum()
    }
}

/// A house to which edits are applied, with what they refer to.
struct Seated<'a> {
    election: &'a Election,
    seats: &'a Seats,
    groups: &'a Groups,
    house: House,
    problems: &'a mut Problems,
}

impl Seated<'_> {
    fn problems(&mut self, edit: usize, kind: &'static str) -> EditProblems<'_> {
        EditProblems::of(self.problems, edit, kind)
    }

    /// Everybody who could sit, in the order of the groups' members, then the nominated members.
    fn everybody(&self) -> Vec<Partner> {
        let members = self.groups.members();
        let mut partners: Vec<Partner> = members
            .map(|(member, group)| Partner::new(Who::Member(member), Some(group)))
            .collect();
        for (i, result) in self.seats.results.iter().enumerate() {
            let holder = result
                .holder
                .map(|holder| Member::of(self.election, holder, i));
            if let Some(index) = holder.and_then(|member| self.groups.index(member)) {
                let partner = &mut partners[index];
                if result.status == Status::Leading {
                    partner.leading += 1;
                } else {
                    partner.won += 1;
                }
            }
        }
        if let Some(nominated) = self.election.nominated {
            partners.push(Partner {
                won: nominated.members,
                silent: if nominated.voting {
                    0
                } else {
                    nominated.members
                },
                vote: Vote::NotVoting,
                ..Partner::new(Who::Nominated, None)
            });
        }
        for partner in &mut partners {
            partner.before = partner.seats();
        }
        partners
    }

    fn position(&self, who: Who) -> Option<usize> {
        let mut partners = self.house.partners.iter();
        partners.position(|partner| partner.who == who)
    }
}
