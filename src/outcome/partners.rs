//! After the vote: the members of the house, with whom they sit and how they vote.

use super::groups::{Group, Groups, Node, node_id, node_of, parse_node};
use super::problem;
use super::seats::Seats;
use crate::FULL;
use crate::election::Election;
use crate::majority::Strength;
use crate::problem::Problems;
use crate::scenario::{self, BaseKind, Cross, Edit, Members, Resign, Stance};
use crate::text::join;
use serde::Serialize;

/// Id of the nominated members as one partner.
pub const NOMINATED: &str = "NOM";

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
    Node(Node),
    /// Members of a party who sit with an alliance, by index of the alliance.
    Breakaway(u16, u16),
    /// The nominated members.
    Nominated,
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
    /// All its members.
    pub fn seats(&self) -> u32 {
        self.won + self.leading
    }

    /// Members who vote.
    pub fn voting(&self) -> u32 {
        self.seats() - self.silent
    }

    /// Whether it has members, or had before they crossed: a stance speaks of no others.
    fn counts(&self) -> bool {
        self.before > 0 || self.seats() > 0
    }

    /// Takes members away, those who won first; answers how many won and led.
    fn take(&mut self, members: u32) -> (u32, u32) {
        let won = members.min(self.won);
        let leading = (members - won).min(self.leading);
        self.won -= won;
        self.leading -= leading;
        (won, leading)
    }
}

/// What a crossing, resignation or absence did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Movement {
    /// `cross`, `resign` or `absent`.
    pub kind: &'static str,
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

/// Two-thirds of `members`, rounded up.
pub fn two_thirds(members: u32) -> u32 {
    (2 * members).div_ceil(3)
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
        let mut house = House {
            partners: seated(election, seats, groups),
            vacated: Vec::new(),
            resigned: 0,
            movements: Vec::new(),
            base: BaseKind::Total,
            speaker: None,
            stance_chosen: false,
        };
        let mut builder = Builder {
            election,
            seats,
            groups,
            house: &mut house,
            problems,
        };
        builder.default_stance();
        // Where the stance stands among the kept edits, and how everybody voted without it.
        let mut chosen = None;
        for (i, edit) in edits.iter().enumerate() {
            let changed = match edit {
                Edit::Stance(stance) => {
                    chosen = Some((kept.len(), builder.stance(stance, i)));
                    false
                }
                _ if !FULL => false,
                Edit::Cross(cross) => builder.cross(cross, i),
                Edit::Resign(Resign::Members(members)) => builder.resign(members, i),
                Edit::Resign(Resign::Seat(seat)) => builder.vacate(&seat.constituency, i),
                Edit::Absent(members) => builder.absent(members, i),
                Edit::House(house) => {
                    builder.base(house.base, house.speaker.as_deref(), i);
                    let (base, speaker) = (house.base, builder.house.speaker.clone());
                    if base != BaseKind::Total || speaker.is_some() {
                        kept.push(Edit::House(scenario::House { base, speaker }));
                    }
                    false
                }
                _ => false,
            };
            if changed {
                kept.push(edit.clone());
            }
        }
        if let Some((at, without)) = chosen
            && let Some(stance) = builder.chosen_stance(&without)
        {
            kept.insert(at, Edit::Stance(stance));
        }
        if FULL {
            builder.seat_breakaways();
        }
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
                let off = silent.min(strength.won);
                strength.won -= off;
                strength.leading -= silent - off;
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
        let nominated = House::counts_nominated(election, kind);
        let counted = |partner: &&Partner| partner.who != Who::Nominated || nominated;
        let partners = self.partners.iter().filter(counted);
        match kind {
            BaseKind::Total => election.constituencies.len() as u32,
            BaseKind::Effective => partners.map(Partner::seats).sum(),
            BaseKind::Voting => self.partners.iter().map(Partner::voting).sum(),
        }
    }
}

/// Id of a partner: `JMM`, `IND.28`, `INC>NDA`, `NOM`.
pub fn partner_id(election: &Election, who: Who) -> String {
    match who {
        Who::Node(node) => node_id(election, node),
        Who::Breakaway(party, alliance) => join(
            &[
                election.parties[party as usize].clone(),
                election.alliances[alliance as usize].id.clone(),
            ],
            '>',
        ),
        Who::Nominated => NOMINATED.to_owned(),
    }
}

fn seated(election: &Election, seats: &Seats, groups: &Groups) -> Vec<Partner> {
    let mut partners: Vec<Partner> = groups
        .nodes()
        .map(|(node, group)| Partner {
            who: Who::Node(node),
            group: Some(group),
            won: 0,
            leading: 0,
            before: 0,
            silent: 0,
            vote: Vote::Against,
        })
        .collect();
    for (i, result) in seats.results.iter().enumerate() {
        let Some(holder) = result.holder else {
            continue;
        };
        // Partners stand in the order of the nodes so far.
        if let Some(index) = groups.index(node_of(election, holder, i)) {
            let partner = &mut partners[index];
            if result.status == crate::status::Status::Leading {
                partner.leading += 1;
            } else {
                partner.won += 1;
            }
        }
    }
    if let Some(nominated) = election.nominated {
        partners.push(Partner {
            who: Who::Nominated,
            group: None,
            won: nominated.members,
            leading: 0,
            before: 0,
            silent: if nominated.voting {
                0
            } else {
                nominated.members
            },
            vote: Vote::NotVoting,
        });
    }
    for partner in &mut partners {
        partner.before = partner.seats();
    }
    partners
}

struct Builder<'a> {
    election: &'a Election,
    seats: &'a Seats,
    groups: &'a Groups,
    house: &'a mut House,
    problems: &'a mut Problems,
}

impl Builder<'_> {
    /// Who is in power is For: a grouping with a majority that realignments have made, else the alliance or party the data
    /// name, else who has a majority in the declared result.
    fn default_stance(&mut self) {
        let regrouped = FULL && self.groups.realigned;
        let power = match &self.election.government {
            Some(id) => match self.election.alliance(id) {
                Some(alliance) => self.group_of_alliance(alliance),
                None => {
                    let party = self.election.party(id).map(Node::Party);
                    party.and_then(|node| self.groups.of_node(node))
                }
            },
            None => self.majority_group(),
        };
        let power = if regrouped {
            self.majority_now().or(power)
        } else {
            power
        };
        for partner in &mut self.house.partners {
            if power.is_some() && partner.group == power {
                partner.vote = Vote::For;
            }
        }
    }

    fn group_of_alliance(&self, alliance: u16) -> Option<u16> {
        let groups = &self.groups.groups;
        let found = groups.iter().position(|g| *g == Group::Alliance(alliance));
        found.map(|i| i as u16)
    }

    /// The group that has a majority as the house is seated.
    fn majority_now(&self) -> Option<u16> {
        let partners = self.house.partners.iter();
        self.reaching(partners.map(|partner| (partner.group, partner.seats())))
    }

    /// The group that has won one in the declared result.
    fn majority_group(&self) -> Option<u16> {
        let constituencies = self.election.constituencies.iter().enumerate();
        self.reaching(constituencies.map(|(i, constituency)| {
            let settled = constituency.status != crate::status::Status::Leading;
            let holder = constituency.holder.filter(|_| settled);
            let group =
                holder.and_then(|holder| self.groups.of_candidate(self.election, holder, i));
            (group, 1)
        }))
    }

    /// The group that reaches the mark on all seats with these.
    fn reaching(&self, counted: impl Iterator<Item = (Option<u16>, u32)>) -> Option<u16> {
        let mut of_groups = vec![0_u32; self.groups.groups.len()];
        for (group, seats) in counted {
            if let Some(group) = group {
                of_groups[group as usize] += seats;
            }
        }
        let mark = crate::majority::mark(self.election.constituencies.len() as u32);
        let found = of_groups.iter().position(|&seats| seats >= mark);
        found.map(|group| group as u16)
    }

    /// Applies a stance; answers how everybody voted before.
    fn stance(&mut self, stance: &Stance, i: usize) -> Vec<(Who, Vote)> {
        let partners = self.house.partners.iter_mut();
        let before = partners
            .map(|partner| {
                let vote = std::mem::replace(&mut partner.vote, Vote::Against);
                (partner.who, vote)
            })
            .collect();
        let lists = [
            ("for", &stance.r#for, Vote::For),
            ("notVoting", &stance.not_voting, Vote::NotVoting),
        ];
        for (field, ids, vote) in lists {
            for id in ids {
                let Some(chosen) = self.chosen(id) else {
                    let message = format!("no party or alliance is called \"{id}\"");
                    problem(self.problems, i, "stance", field, "unknown-id", message);
                    continue;
                };
                for k in chosen {
                    let partner = &mut self.house.partners[k];
                    if vote == Vote::NotVoting && partner.vote == Vote::For {
                        let message = format!("\"{id}\" is For already");
                        problem(self.problems, i, "stance", field, "two-stances", message);
                    }
                    partner.vote = vote;
                }
            }
        }
        before
    }

    /// The stance in full, where it differs from how everybody voted without it: of those who have members, or had
    /// before they crossed. Known only after the crossings, since a party may gain its first members by one.
    fn chosen_stance(&mut self, without: &[(Who, Vote)]) -> Option<Stance> {
        let counts = |partner: &&Partner| partner.counts();
        let changed = self.house.partners.iter().filter(counts).any(|partner| {
            let before = without.iter().find(|(who, _)| *who == partner.who);
            before.is_some_and(|(_, vote)| *vote != partner.vote)
        });
        if !changed {
            for (who, vote) in without {
                if let Some(k) = self.position(*who) {
                    self.house.partners[k].vote = *vote;
                }
            }
            return None;
        }
        self.house.stance_chosen = true;
        let listed = |vote: Vote| -> Vec<String> {
            let partners = self.house.partners.iter().filter(counts);
            let mut ids: Vec<String> = partners
                .filter(|partner| {
                    partner.vote == vote && !matches!(partner.who, Who::Breakaway(..))
                })
                .map(|partner| partner_id(self.election, partner.who))
                .collect();
            crate::order::short(&mut ids, |a, b| crate::scenario::compare_ids(a, b));
            ids
        };
        Some(Stance {
            r#for: listed(Vote::For),
            not_voting: listed(Vote::NotVoting),
        })
    }

    /// Indexes of the partners an id of a stance names; empty for a party without members.
    fn chosen(&self, id: &str) -> Option<Vec<usize>> {
        let all = || 0..self.house.partners.len();
        let partner = |k: usize| &self.house.partners[k];
        if id == NOMINATED {
            return Some(
                all()
                    .filter(|&k| partner(k).who == Who::Nominated)
                    .collect(),
            );
        }
        if let Some(alliance) = self.election.alliance(id) {
            let group = self.group_of_alliance(alliance);
            return Some(all().filter(|&k| partner(k).group == group).collect());
        }
        let node = parse_node(self.election, id)?;
        Some(
            all()
                .filter(|&k| partner(k).who == Who::Node(node))
                .collect(),
        )
    }

    fn party(&mut self, id: &str, i: usize, kind: &str, field: &str) -> Option<u16> {
        let party = self.election.party(id);
        if party.is_none() {
            super::sides::unknown_party(self.problems, i, kind, field, id);
        }
        party
    }

    fn position(&self, who: Who) -> Option<usize> {
        let partners = self.house.partners.iter();
        partners.into_iter().position(|partner| partner.who == who)
    }

    /// What members of a party are who sit with this party or alliance.
    fn crossed(&self, from: &str, to: &str) -> Option<Who> {
        Some(match self.election.alliance(to) {
            Some(alliance) => Who::Breakaway(self.election.party(from)?, alliance),
            None => Who::Node(Node::Party(self.election.party(to)?)),
        })
    }

    fn cross(&mut self, cross: &Cross, i: usize) -> bool {
        let from = self.party(&cross.from, i, "cross", "from");
        let to = match self.election.alliance(&cross.to) {
            Some(alliance) => from.map(|from| Who::Breakaway(from, alliance)),
            None => self
                .party(&cross.to, i, "cross", "to")
                .map(|party| Who::Node(Node::Party(party))),
        };
        let (Some(from), Some(to)) = (from, to) else {
            return false;
        };
        if to == Who::Node(Node::Party(from)) {
            let message = format!("{} sits with itself already", cross.from);
            problem(self.problems, i, "cross", "to", "same-side", message);
            return false;
        }
        let Some(source) = self.position(Who::Node(Node::Party(from))) else {
            return false;
        };
        let group = match to {
            Who::Breakaway(_, alliance) => self.group_of_alliance(alliance),
            Who::Node(node) => self.groups.of_node(node),
            Who::Nominated => None,
        };
        // Sitting with the alliance it belongs to anyway.
        if matches!(to, Who::Breakaway(..)) && self.house.partners[source].group == group {
            return false;
        }
        let (won, leading) = self.house.partners[source].take(cross.members);
        let moved = won + leading;
        self.moved("cross", &cross.from, Some(&cross.to), cross.members, moved);
        if moved == 0 {
            return false;
        }
        let target = self.position(to).unwrap_or_else(|| {
            let partner = Partner {
                who: to,
                group,
                won: 0,
                leading: 0,
                before: 0,
                silent: 0,
                vote: Vote::Against,
            };
            // Nominated members stay last.
            let partners = &mut self.house.partners;
            let end = partners.iter().position(|p| p.who == Who::Nominated);
            let at = end.unwrap_or(partners.len());
            partners.insert(at, partner);
            at
        });
        let target = &mut self.house.partners[target];
        target.won += won;
        target.leading += leading;
        true
    }

    /// Members who sit with an alliance vote as its largest partner does (the first of several; against where it has none
    /// but them).
    fn seat_breakaways(&mut self) {
        for k in 0..self.house.partners.len() {
            let group = self.house.partners[k].group;
            if matches!(self.house.partners[k].who, Who::Breakaway(..)) {
                let others = self.house.partners.iter().rev();
                let largest = others
                    .filter(|partner| {
                        partner.group == group
                            && matches!(partner.who, Who::Node(_))
                            && partner.counts()
                    })
                    .max_by_key(|partner| partner.before);
                self.house.partners[k].vote = largest.map_or(Vote::Against, |partner| partner.vote);
            }
        }
    }

    fn resign(&mut self, members: &Members, i: usize) -> bool {
        let Some(party) = self.party(&members.from, i, "resign", "from") else {
            return false;
        };
        let source = self.position(Who::Node(Node::Party(party)));
        let moved = source.map_or(0, |source| {
            let (won, leading) = self.house.partners[source].take(members.members);
            won + leading
        });
        self.moved("resign", &members.from, None, members.members, moved);
        self.house.resigned += moved;
        moved > 0
    }

    fn vacate(&mut self, id: &str, i: usize) -> bool {
        let Some(seat) = self.election.constituency(id) else {
            let message = format!("no constituency has the number \"{id}\"");
            problem(
                self.problems,
                i,
                "resign",
                "constituency",
                "unknown-id",
                message,
            );
            return false;
        };
        let Some(holder) = self.seats.results[seat].holder else {
            return false;
        };
        let leading = self.seats.results[seat].status == crate::status::Status::Leading;
        let seated = |who: Who| {
            let place = self.position(who);
            place.filter(|&k| self.house.partners[k].seats() > 0)
        };
        let mut who = Who::Node(node_of(self.election, holder, seat));
        // Where all of a party crossed, the member is among those who did.
        for movement in &self.house.movements {
            if seated(who).is_none()
                && movement.from == partner_id(self.election, who)
                && let Some(to) = &movement.to
            {
                who = self.crossed(&movement.from, to).unwrap_or(who);
            }
        }
        let Some(source) = seated(who) else {
            return false;
        };
        let partner = &mut self.house.partners[source];
        if leading && partner.leading > 0 {
            partner.leading -= 1;
        } else {
            partner.take(1);
        }
        self.house.vacated.push(seat);
        true
    }

    fn absent(&mut self, members: &Members, i: usize) -> bool {
        let who = match parse_node(self.election, &members.from) {
            Some(node @ Node::Member(_)) => Who::Node(node),
            _ => match self.party(&members.from, i, "absent", "from") {
                Some(party) => Who::Node(Node::Party(party)),
                None => return false,
            },
        };
        let moved = self.position(who).map_or(0, |source| {
            let partner = &mut self.house.partners[source];
            let moved = members.members.min(partner.voting());
            partner.silent += moved;
            moved
        });
        self.moved("absent", &members.from, None, members.members, moved);
        moved > 0
    }

    fn base(&mut self, base: BaseKind, speaker: Option<&str>, i: usize) {
        self.house.base = base;
        let Some(id) = speaker else { return };
        let Some(node) = parse_node(self.election, id) else {
            super::sides::unknown_party(self.problems, i, "house", "speaker", id);
            return;
        };
        if let Some(source) = self.position(Who::Node(node))
            && self.house.partners[source].voting() > 0
        {
            self.house.partners[source].silent += 1;
            self.house.speaker = Some(id.to_owned());
        }
    }

    fn moved(&mut self, kind: &'static str, from: &str, to: Option<&str>, asked: u32, moved: u32) {
        if moved == 0 {
            return;
        }
        let party = self.election.party(from).map(|p| Who::Node(Node::Party(p)));
        let of = party
            .and_then(|who| self.position(who))
            .map_or(1, |k| self.house.partners[k].before);
        let two_thirds = two_thirds(of);
        self.house.movements.push(Movement {
            kind,
            from: from.to_owned(),
            to: to.map(str::to_owned),
            asked,
            moved,
            of,
            two_thirds,
            reaches: moved >= two_thirds,
        });
    }
}
