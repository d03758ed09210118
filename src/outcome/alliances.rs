//! Who is counted with whom: declared alliances, joiners of pools, and the reader's realignments.

use super::edit_problems::EditProblems;
use super::seats::Seats;
use super::sides::{Side, Sides};
use crate::election::limits::{TOO_MANY_ROWS, too_many_rows};
use crate::election::member::Member;
use crate::election::{Election, INDEPENDENT, NONE};
use crate::problem::Problems;
use crate::scenario::{Edit, Realign};

/// What is counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// A declared alliance.
    Alliance(u16),
    /// Several parties or members the reader (or a pool) put together; the first is their anchor.
    Together(Vec<Member>),
    /// A party or a member alone.
    Alone(Member),
}

impl Group {
    /// Its id: the alliance's, or its members' joined by `+`; by `&`, which no id holds, where one of
    /// them holds a `+` itself or an alliance or party is called so.
    pub fn id(&self, election: &Election) -> String {
        match self {
            Group::Alliance(alliance) => election.alliances[*alliance as usize].id.clone(),
            Group::Alone(member) => member.id(election),
            Group::Together(members) => {
                let ids: Vec<String> = members.iter().map(|one| one.id(election)).collect();
                let joined = ids.join("+");
                let taken =
                    election.party(&joined).is_some() || election.alliance(&joined).is_some();
                match taken || ids.iter().any(|id| id.contains('+')) {
                    true => ids.join("&"),
                    false => joined,
                }
            }
        }
    }
}

/// Where a party or member sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seating {
    Alliance(u16),
    Alone,
    /// Wherever another one does, by index of that one.
    With(usize),
}

impl Seating {
    fn declared(alliance: u16) -> Seating {
        match alliance {
            NONE => Seating::Alone,
            alliance => Seating::Alliance(alliance),
        }
    }
}

/// Every party and every member counted apart, each in its group.
#[derive(Debug, Clone)]
pub struct Groups {
    /// Parties at their index, then members by constituency.
    members: Vec<Member>,
    group_of: Vec<u16>,
    /// The groups: declared alliances in dataset order, then groupings, then parties and members alone.
    pub groups: Vec<Group>,
    /// Whether a realignment is in force.
    pub realigned: bool,
}

impl Groups {
    /// Groups everybody. Realignments that change something are pushed to `kept`.
    pub fn of(
        election: &Election,
        seats: &Seats,
        sides: &Sides,
        edits: &[Edit],
        kept: &mut Vec<Edit>,
        problems: &mut Problems,
    ) -> Groups {
        let singles = singles(election, seats);
        if too_many_rows(election, singles.len()) {
            problems.add("edits", "too-large", TOO_MANY_ROWS);
        }
        Groups::among(election, &singles, sides, edits, kept, problems)
    }

    /// Groups the parties alone, as if nobody who sits apart from a party held a seat.
    pub fn of_parties(
        election: &Election,
        sides: &Sides,
        edits: &[Edit],
        problems: &mut Problems,
    ) -> Groups {
        Groups::among(election, &[], sides, edits, &mut Vec::new(), problems)
    }

    fn among(
        election: &Election,
        singles: &[(Member, Seating)],
        sides: &Sides,
        edits: &[Edit],
        kept: &mut Vec<Edit>,
        problems: &mut Problems,
    ) -> Groups {
        let parties = 0..election.independent();
        let parties = parties.map(|party| (Member::Party(party), seating(election, sides, party)));
        let all = parties.chain(singles.iter().copied());
        let (members, declared): (Vec<Member>, Vec<Seating>) = all.unzip();
        let mut seatings = declared.clone();
        let mut applied: Vec<(usize, usize)> = Vec::new();
        for (i, realign) in Realign::among(edits) {
            let problems = EditProblems::of(problems, i, "realign");
            if let Some((member, seating)) = resolve(election, &members, realign, problems) {
                seatings[member] = seating;
                applied.push((member, i));
            }
        }
        // Whether an edit changes anything depends on the others: a party may follow one that moves. So each is taken
        // away from all of them together, until none can be.
        let (groups, group_of) = partition(election, &members, &seatings);
        while let Some(needless) = applied.iter().position(|&(member, _)| {
            let seating = std::mem::replace(&mut seatings[member], declared[member]);
            let same = partition(election, &members, &seatings).1 == group_of;
            if !same {
                seatings[member] = seating;
            }
            same
        }) {
            applied.remove(needless);
        }
        kept.extend(applied.iter().map(|&(_, i)| edits[i].clone()));
        Groups {
            members,
            group_of,
            groups,
            realigned: !applied.is_empty(),
        }
    }

    /// The group of a party or member, as an index into [`Groups::groups`].
    pub fn of_member(&self, member: Member) -> Option<u16> {
        self.index(member).map(|i| self.group_of[i])
    }

    /// Index of a party or member in the order of [`Groups::members`].
    pub fn index(&self, member: Member) -> Option<usize> {
        position(&self.members, member)
    }

    /// The group a ballot line would be counted in if it held its seat: that of who holds it now, the alliance the line
    /// is placed in individually, or its party's; none for one who would sit alone.
    pub fn of_line(
        &self,
        election: &Election,
        candidate: u32,
        seat: usize,
        holder: Option<u32>,
    ) -> Option<u16> {
        match Member::of(election, candidate, seat) {
            // What is known of a member is known of the one who sits there, not of who might.
            Member::Single(_) if holder != Some(candidate) => {
                let alliance = election.candidates[candidate as usize].alliance;
                (alliance != NONE).then_some(alliance)
            }
            member => self.of_member(member),
        }
    }

    /// The group of a candidate: the alliance it was placed in individually, or its party's.
    pub fn of_candidate(&self, election: &Election, candidate: u32, seat: usize) -> Option<u16> {
        self.of_member(Member::of(election, candidate, seat))
    }

    /// Index of a declared alliance among the groups.
    pub fn of_alliance(&self, alliance: u16) -> Option<u16> {
        let found = self
            .groups
            .iter()
            .position(|g| *g == Group::Alliance(alliance));
        found.map(|i| i as u16)
    }

    /// Ids of the parties and members of a group.
    pub fn ids(&self, election: &Election, group: u16) -> Vec<String> {
        let of_group = self.members().filter(|(_, of)| *of == group);
        of_group.map(|(member, _)| member.id(election)).collect()
    }

    /// Every party and member with its group.
    pub fn members(&self) -> impl Iterator<Item = (Member, u16)> {
        self.members
            .iter()
            .copied()
            .zip(self.group_of.iter().copied())
    }

    /// Id of a group: the alliance's, or its members' joined by `+`.
    pub fn id(&self, election: &Election, group: u16) -> String {
        self.groups[group as usize].id(election)
    }
}

/// The members counted apart, now or in the baseline, in dataset order, and where they sit. Who sits now says where; else
/// who was declared.
fn singles(election: &Election, seats: &Seats) -> Vec<(Member, Seating)> {
    let constituencies = election.constituencies.iter().enumerate();
    let single = constituencies.filter_map(|(i, constituency)| {
        let member = Member::Single(i as u32);
        let holders = [seats.results[i].holder, constituency.holder];
        let mut holders = holders.into_iter().flatten();
        let holder = holders.find(|&holder| Member::of(election, holder, i) == member)?;
        let alliance = election.candidates[holder as usize].alliance;
        Some((member, Seating::declared(alliance)))
    });
    single.collect()
}

/// Parties stand at their index, members after them by constituency.
fn position(members: &[Member], member: Member) -> Option<usize> {
    members.binary_search(&member).ok()
}

/// Where a party sits before any realignment.
fn seating(election: &Election, sides: &Sides, party: u16) -> Seating {
    let target = match sides.joined(party) {
        None => party,
        Some(Side::Alliance(alliance)) => return Seating::Alliance(alliance),
        Some(Side::Party(target)) => target,
    };
    match Seating::declared(election.party_alliance[target as usize]) {
        Seating::Alone if target != party => Seating::With(target as usize),
        seating => seating,
    }
}

/// Whom a realignment names, by index, and where they sit then.
fn resolve(
    election: &Election,
    members: &[Member],
    realign: &Realign,
    mut problems: EditProblems,
) -> Option<(usize, Seating)> {
    let mut find = |field: &str, id: &str| {
        if id == INDEPENDENT {
            let message = "name one independent member, such as IND.28";
            problems.add(field, "independent-side", message);
            return None;
        }
        let member = Member::parse(election, id);
        match (member, field) {
            (Some(member), _) => return position(members, member),
            (None, "party") => problems.unknown_party(field, id),
            (None, _) => problems.unknown_side(field, id),
        }
        None
    };
    let member = find("party", &realign.party);
    let seating = match &realign.alliance {
        None => Some(Seating::Alone),
        Some(id) => match election.alliance(id) {
            Some(alliance) => Some(Seating::Alliance(alliance)),
            None if *id == realign.party => Some(Seating::Alone),
            None => find("alliance", id).map(Seating::With),
        },
    };
    Some((member?, seating?))
}

/// Follows everybody to where they end up: the groups, and each one's index among them.
fn partition(
    election: &Election,
    members: &[Member],
    seatings: &[Seating],
) -> (Vec<Group>, Vec<u16>) {
    let anchors: Vec<Seating> = (0..members.len()).map(|i| anchor(seatings, i)).collect();
    let alliances = 0..election.alliances.len() as u16;
    let mut groups: Vec<Group> = alliances.map(Group::Alliance).collect();
    let mut group_of = vec![NONE; members.len()];
    let mut sizes = vec![0_u32; members.len()];
    for anchor in &anchors {
        if let Seating::With(root) = anchor {
            sizes[*root] += 1;
        }
    }
    let mut of_root = vec![NONE; members.len()];
    // Groupings stand before those who sit alone.
    for together in [true, false] {
        for (i, anchor) in anchors.iter().enumerate() {
            match anchor {
                Seating::Alliance(alliance) => group_of[i] = *alliance,
                Seating::With(root) if (sizes[*root] > 1) == together => {
                    if of_root[*root] == NONE {
                        of_root[*root] = groups.len() as u16;
                        groups.push(if together {
                            let same = (i..members.len()).filter(|&m| anchors[m] == *anchor);
                            Group::Together(same.map(|m| members[m]).collect())
                        } else {
                            Group::Alone(members[i])
                        });
                    }
                    group_of[i] = of_root[*root];
                }
                Seating::With(_) | Seating::Alone => {}
            }
        }
    }
    (groups, group_of)
}

/// An alliance, or whom everybody of the group ends up with: itself if alone, the lowest of a circle.
fn anchor(seatings: &[Seating], start: usize) -> Seating {
    let mut at = start;
    for _ in 0..=seatings.len() {
        match seatings[at] {
            Seating::Alliance(alliance) => return Seating::Alliance(alliance),
            Seating::Alone => return Seating::With(at),
            Seating::With(next) => at = next,
        }
    }
    // A circle: `at` is on it by now.
    let mut lowest = at;
    let mut walker = at;
    while let Seating::With(next) = seatings[walker] {
        if next == at {
            break;
        }
        walker = next;
        lowest = lowest.min(walker);
    }
    Seating::With(lowest)
}
