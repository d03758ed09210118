//! After the vote: for whom whoever holds a constituency counts, when the holders are not known.
//!
//! In most scenarios a seat counts for the row of its holder: one *case* with one *state*. Where
//! members cross, resign or are absent, it is as many as there are, up to the number asked for. So
//! the house depends on how many members of such a party there are, counted up to that number: a
//! state for each. And where an edit names one member, it depends on who holds that constituency: a
//! case for each who may. What a case and a state make of the house is found by seating one of the
//! houses they stand for.

use super::faces::Faces;
use crate::election::member::Member;
use crate::election::{Election, NONE};
use crate::majority::BaseKind;
use crate::outcome::alliances::Groups;
use crate::outcome::house::{House, Vote, Who};
use crate::outcome::row::Key;
use crate::outcome::seats::Seats;
use crate::problem::Problems;
use crate::scenario::{Edit, Resign};
use crate::status::Status;
use crate::sweep::holders::Holders;

/// The most states in all cases together.
const MOST: usize = 4_096;

/// Who holds the constituencies that edits name, and what the others then count for.
#[derive(Debug, Clone)]
pub struct Case {
    /// Who holds the constituencies that an edit names, as faces.
    pub named: Vec<usize>,
    /// Row of each face, [`NONE`] for nobody.
    pub rows: Vec<u16>,
    /// Whether each face counts on the base of voting members, if that is the base.
    pub votes: Vec<bool>,
    /// The parties that members leave, and how many at most.
    pub leaving: Vec<(Member, usize)>,
    /// What the house has beside the seats of constituencies that no edit names; the first party's
    /// number of members is the last digit of a state.
    pub states: Vec<State>,
}

impl Case {
    /// Whether a face is of a constituency that an edit names.
    pub fn names(&self, faces: &Faces, face: usize) -> bool {
        let seat = faces.list[face].seat;
        self.named
            .iter()
            .any(|&named| faces.list[named].seat == seat)
    }

    /// Whether a face counts for a row on the base.
    pub fn counts(&self, face: usize, row: usize) -> bool {
        usize::from(self.rows[face]) == row && self.votes[face]
    }

    /// The state after one more member, who sits as this.
    pub fn after(&self, state: usize, member: Option<Member>) -> usize {
        let mut digit = 1;
        for &(of, asked) in &self.leaving {
            if Some(of) == member {
                let full = state / digit % (asked + 1) == asked;
                return if full { state } else { state + digit };
            }
            digit *= asked + 1;
        }
        state
    }
}

/// Members beside those counted by row.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// On the base, by row; none where the list ends before.
    pub seats: Vec<i32>,
    /// The base, without what the seats counted by row add to it.
    pub base: i32,
}

impl State {
    /// What a row has beside the seats counted for it.
    pub fn of(&self, row: usize) -> i32 {
        self.seats.get(row).copied().unwrap_or(0)
    }
}

/// All cases.
#[derive(Debug, Clone)]
pub struct Cases {
    /// The rows, in any order.
    pub rows: Vec<Key>,
    /// The base of the mark.
    pub base: BaseKind,
    /// In every house exactly one of them holds.
    pub list: Vec<Case>,
}

impl Cases {
    /// The cases of a scenario.
    ///
    /// # Errors
    /// `too-many-members` where edits after the vote make more of them than can be counted.
    pub fn of(election: &Election, holders: &Holders, faces: &Faces) -> Result<Cases, Problems> {
        let base = holders.after.house(election, &holders.base).1.base;
        let named = named_seats(election, holders);
        let mut counting = Counting {
            election,
            holders,
            faces,
            base,
            rows: Vec::new(),
        };
        let too_many = || {
            let message = "edits name more members than can be counted in every combination";
            Problems::one("", "too-many-members", message)
        };
        let count = named.iter().try_fold(1_usize, |count, &seat| {
            let count = count * faces.of_seat(seat).len();
            (count <= MOST).then_some(count)
        });
        let count = count.ok_or_else(too_many)?;
        let mut list = Vec::with_capacity(count);
        for case in 0..count {
            let mut left = case;
            let chosen = named.iter().map(|&seat| {
                let own = faces.of_seat(seat);
                let face = own.start + left % own.len();
                left /= own.len();
                face
            });
            let case = counting.case(chosen.collect(), MOST / count);
            list.push(case.ok_or_else(too_many)?);
        }
        Ok(Cases {
            rows: counting.rows,
            base,
            list,
        })
    }
}

/// Constituencies that edits after the vote name.
fn named_seats(election: &Election, holders: &Holders) -> Vec<usize> {
    let single = |id: &str| match Member::parse(election, id) {
        Some(Member::Single(seat)) => Some(seat as usize),
        _ => None,
    };
    let edits = holders.after.edits().iter();
    let named = edits.filter_map(|edit| match edit {
        Edit::Realign(realign) => realign.alliance.as_deref().and_then(single),
        Edit::Resign(Resign::Seat { constituency }) => election.constituency(constituency),
        Edit::Absent(absent) => single(&absent.from),
        Edit::House(house) => house.speaker.as_deref().and_then(single),
        _ => None,
    });
    let mut named: Vec<usize> = named.collect();
    named.sort_unstable();
    named.dedup();
    named
}

struct Counting<'a> {
    election: &'a Election,
    holders: &'a Holders,
    faces: &'a Faces,
    base: BaseKind,
    rows: Vec<Key>,
}

/// A house with its members counted one by one.
struct Seated {
    seats: Seats,
    /// The faces of those who count by row.
    counted: Vec<usize>,
}

impl Counting<'_> {
    /// The case in which the constituencies that edits name have these faces; none if it has more
    /// than `most` states.
    fn case(&mut self, named: Vec<usize>, most: usize) -> Option<Case> {
        let seated = self.seated(&named);
        let leaving = self.leaving(&named);
        let (rows, votes) = self.lines(&seated.seats);
        let mut case = Case {
            named,
            rows,
            votes,
            leaving,
            states: Vec::new(),
        };
        let count = case
            .leaving
            .iter()
            .try_fold(1_usize, |count, &(_, asked)| {
                count.checked_mul(asked + 1).filter(|&count| count <= most)
            })?;
        for state in 0..count {
            case.states.push(self.state(&seated, &case, state));
        }
        Some(case)
    }

    /// The house without the swing, but for the constituencies that edits name.
    fn seated(&self, named: &[usize]) -> Seated {
        let mut seats = self.holders.base.clone();
        for &face in named {
            let face = &self.faces.list[face];
            set(&mut seats, face.seat, face.holder);
        }
        let of_names = |seat: usize| named.iter().any(|&face| self.faces.list[face].seat == seat);
        let counted = (0..self.election.constituencies.len()).filter(|&seat| !of_names(seat));
        let counted = counted.filter_map(|seat| {
            let mut own = self.faces.of_seat(seat);
            own.find(|&face| self.faces.list[face].holder == seats.results[seat].holder)
        });
        let counted = counted.collect();
        Seated { seats, counted }
    }

    /// The parties that members leave, each with the most that are asked of it; no more than there
    /// can be.
    fn leaving(&self, named: &[usize]) -> Vec<(Member, usize)> {
        let election = self.election;
        let mut leaving: Vec<(Member, usize)> = Vec::new();
        let mut ask = |member: Option<Member>, members: u32| {
            let Some(member @ Member::Party(_)) = member else {
                return;
            };
            let others = self.faces.list.iter();
            let can = others.filter(|face| face.member == Some(member)).count();
            match leaving.iter_mut().find(|(known, _)| *known == member) {
                Some((_, asked)) => *asked = (*asked + members as usize).min(can),
                None => leaving.push((member, (members as usize).min(can))),
            }
        };
        let parse = |id: &str| Member::parse(election, id);
        let edits = self.holders.after.edits();
        let mut resigned = 0;
        for edit in edits {
            match edit {
                Edit::Cross(cross) => ask(parse(&cross.from), cross.members),
                Edit::Resign(Resign::Members { from, members }) => ask(parse(from), *members),
                Edit::Absent(absent) => ask(parse(&absent.from), absent.members),
                Edit::House(house) => ask(house.speaker.as_deref().and_then(parse), 1),
                Edit::Resign(Resign::Seat { constituency }) => {
                    resigned += 1;
                    let seat = election.constituency(constituency);
                    let faces = named.iter().map(|&face| &self.faces.list[face]);
                    let mut faces = faces.filter(|face| Some(face.seat) == seat);
                    ask(faces.next().and_then(|face| face.member), 1);
                }
                _ => {}
            }
        }
        // One who has crossed resigns from where it sits now.
        for edit in edits {
            if let Edit::Cross(cross) = edit
                && resigned > 0
            {
                ask(parse(&cross.to), resigned);
            }
        }
        leaving.retain(|(_, asked)| *asked > 0);
        leaving
    }

    /// Row of each face, and whether it votes.
    fn lines(&mut self, seats: &Seats) -> (Vec<u16>, Vec<bool>) {
        let (election, faces, after) = (self.election, self.faces, &self.holders.after);
        let plain = after.members_only();
        // A partner is known by its members: here every party has one that nobody takes.
        let mut all = seats.clone();
        for face in &faces.list {
            if let Some(Member::Party(_)) = face.member {
                add(&mut all, face.holder);
            }
        }
        let (groups, house) = after.house(election, &all);
        let mut rows = Vec::with_capacity(faces.list.len());
        let mut votes = Vec::with_capacity(faces.list.len());
        for face in &faces.list {
            let (Some(member), Some(holder)) = (face.member, face.holder) else {
                rows.push(NONE);
                votes.push(false);
                continue;
            };
            let alliance = election.candidates[holder as usize].alliance;
            let (key, vote) = match member {
                Member::Single(_) if plain && alliance == NONE => (Some(Key::Independents), true),
                Member::Single(_) if plain => (Some(Key::Alliance(alliance)), true),
                Member::Single(_) => {
                    let mut held = seats.clone();
                    set(&mut held, face.seat, Some(holder));
                    let (groups, house) = after.house(election, &held);
                    (key(&groups, member), self.voting(&house, member))
                }
                Member::Party(_) => (key(&groups, member), self.voting(&house, member)),
            };
            rows.push(key.map_or(NONE, |key| self.row(key)));
            votes.push(vote);
        }
        (rows, votes)
    }

    /// Whether members of a partner count on the base.
    fn voting(&self, house: &House, member: Member) -> bool {
        let mut partners = house.partners.iter();
        let own = partners.find(|partner| partner.who == Who::Member(member));
        self.base != BaseKind::Voting || own.is_none_or(|own| own.vote != Vote::NotVoting)
    }

    fn row(&mut self, key: Key) -> u16 {
        let known = self.rows.iter().position(|row| *row == key);
        known.unwrap_or_else(|| {
            self.rows.push(key);
            self.rows.len() - 1
        }) as u16
    }

    /// What a house in this state has beside what is counted by row.
    fn state(&mut self, seated: &Seated, case: &Case, state: usize) -> State {
        let election = self.election;
        if self.holders.after.members_only() {
            let base = election.constituencies.len() as i32;
            return State {
                base,
                seats: Vec::new(),
            };
        }
        let Seated { seats, counted } = self.in_state(seated, case, state);
        let (groups, house) = self.holders.after.house(election, &seats);
        let mut found = State {
            seats: Vec::new(),
            base: house.base(election, self.base) as i32,
        };
        let mut count = |row: u16, members: i32| {
            let row = usize::from(row);
            found.seats.resize(found.seats.len().max(row + 1), 0);
            found.seats[row] += members;
        };
        let strengths = house.strengths(groups.groups.len());
        for (group, strength) in groups.groups.iter().zip(strengths) {
            if strength.seats() > 0 {
                count(self.row(Key::of(group)), strength.seats() as i32);
            }
        }
        for face in counted.into_iter().filter(|&face| case.rows[face] != NONE) {
            count(case.rows[face], -i32::from(case.votes[face]));
            found.base -= match self.base {
                BaseKind::Total => 0,
                BaseKind::Effective => 1,
                BaseKind::Voting => i32::from(case.votes[face]),
            };
        }
        found
    }

    /// The seated house with as many members of the parties that members leave as the state says.
    fn in_state(&self, seated: &Seated, case: &Case, mut state: usize) -> Seated {
        let mut seats = seated.seats.clone();
        let mut counted = seated.counted.clone();
        for &(member, asked) in &case.leaving {
            let wanted = state % (asked + 1);
            state /= asked + 1;
            let of_party = |face: usize| self.faces.list[face].member == Some(member);
            let mut have = counted.iter().filter(|&&face| of_party(face)).count();
            counted.retain(|&face| {
                let leave = of_party(face) && have > wanted;
                if leave {
                    set(&mut seats, self.faces.list[face].seat, None);
                    have -= 1;
                }
                !leave
            });
            let stand_in = (0..self.faces.list.len()).find(|&face| of_party(face));
            for face in std::iter::repeat_n(stand_in, wanted - have.min(wanted)).flatten() {
                add(&mut seats, self.faces.list[face].holder);
                counted.push(face);
            }
        }
        Seated { seats, counted }
    }
}

fn key(groups: &Groups, member: Member) -> Option<Key> {
    let group = groups.of_member(member)?;
    Some(Key::of(&groups.groups[group as usize]))
}

/// Gives a constituency to a candidate, or to nobody.
fn set(seats: &mut Seats, seat: usize, holder: Option<u32>) {
    let result = &mut seats.results[seat];
    result.holder = holder;
    result.status = match holder {
        Some(_) => Status::Declared,
        None => Status::Vacant,
    };
}

/// Seats a member of a candidate's party for no constituency.
fn add(seats: &mut Seats, holder: Option<u32>) {
    if let Some(&last) = seats.results.last() {
        seats.results.push(last);
        set(seats, seats.results.len() - 1, holder);
    }
}
