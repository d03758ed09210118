//! Who is counted with whom: declared alliances, joiners of pools, and the reader's realignments.

use super::problem;
use super::seats::Seats;
use super::sides::{Side, Sides};
use crate::FULL;
use crate::election::{Election, INDEPENDENT, NONE};
use crate::problem::Problems;
use crate::scenario::{Edit, Realign};
use crate::text::push_decimal;

/// What is counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// A declared alliance.
    Alliance(u16),
    /// Several parties or members the reader (or a pool) put together; the first is their anchor.
    Together(Vec<Node>),
    /// A party or a member alone.
    Alone(Node),
}

/// A party, or one member counted apart from any party: an independent, or a candidate placed individually.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// A party's members.
    Party(u16),
    /// The member for a constituency, by index.
    Member(u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Alliance(u16),
    Alone,
    With(usize),
}

/// Every party and every member counted apart, each in its group.
#[derive(Debug, Clone)]
pub struct Groups {
    nodes: Vec<Node>,
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
        let members = apart(election, seats);
        if FULL && too_many_rows(election, members.len()) {
            problems.add("edits", "too-large", TOO_MANY_ROWS);
        }
        Groups::among(election, &members, sides, edits, kept, problems)
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
        members: &[Apart],
        sides: &Sides,
        edits: &[Edit],
        kept: &mut Vec<Edit>,
        problems: &mut Problems,
    ) -> Groups {
        let parties = (0..election.independent()).map(Node::Party);
        let apart = members.iter().map(|member| Node::Member(member.seat));
        let nodes: Vec<Node> = parties.chain(apart).collect();
        let of_parties = (0..election.independent()).map(|party| place(election, sides, party));
        let of_members = members.iter().map(|member| placed_in(member.alliance));
        let mut places: Vec<Place> = of_parties.chain(of_members).collect();
        let declared = places.clone();
        let mut applied: Vec<(usize, &Edit)> = Vec::new();
        for (i, edit) in edits.iter().enumerate().filter(|_| FULL) {
            if let Edit::Realign(realign) = edit
                && let Some((node, place)) = resolve(election, &nodes, realign, i, problems)
            {
                places[node] = place;
                applied.push((node, edit));
            }
        }
        // Whether an edit changes anything depends on the others: a party may follow one that moves. So each is taken
        // away from all of them together, until none can be.
        let outcome = partition(election, &nodes, &places);
        while FULL {
            let needless = applied.iter().position(|&(node, _)| {
                let place = std::mem::replace(&mut places[node], declared[node]);
                let same = partition(election, &nodes, &places) == outcome;
                if !same {
                    places[node] = place;
                }
                same
            });
            let Some(needless) = needless else { break };
            applied.remove(needless);
        }
        let realigned = !applied.is_empty();
        kept.extend(applied.into_iter().map(|(_, edit)| edit.clone()));
        let (groups, group_of) = outcome;
        Groups {
            nodes,
            group_of,
            groups,
            realigned,
        }
    }

    /// The group of a party or member, as an index into [`Groups::groups`].
    pub fn of_node(&self, node: Node) -> Option<u16> {
        self.index(node).map(|i| self.group_of[i])
    }

    /// Place of a party or member in [`Groups::nodes`].
    pub fn index(&self, node: Node) -> Option<usize> {
        position(&self.nodes, node)
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
        match node_of(election, candidate, seat) {
            // What is known of a member is known of the one who sits there, not of who might.
            Node::Member(_) if holder != Some(candidate) => {
                let alliance = election.candidates[candidate as usize].alliance;
                (alliance != NONE).then_some(alliance)
            }
            node => self.of_node(node),
        }
    }

    /// The group of a candidate: the alliance it was placed in individually, or its party's.
    pub fn of_candidate(&self, election: &Election, candidate: u32, seat: usize) -> Option<u16> {
        self.of_node(node_of(election, candidate, seat))
    }

    /// Ids of the parties and members of a group.
    pub fn members(&self, election: &Election, group: u16) -> Vec<String> {
        let nodes = self.nodes.iter().zip(&self.group_of);
        nodes
            .filter(|(_, of)| **of == group)
            .map(|(node, _)| node_id(election, *node))
            .collect()
    }

    /// Every party and member with its group.
    pub fn nodes(&self) -> impl Iterator<Item = (Node, u16)> + '_ {
        self.nodes
            .iter()
            .copied()
            .zip(self.group_of.iter().copied())
    }

    /// Id of a group: the alliance's, or its members' joined by `+`.
    pub fn id(&self, election: &Election, group: u16) -> String {
        match &self.groups[group as usize] {
            Group::Alliance(alliance) => election.alliances[*alliance as usize].id.clone(),
            Group::Alone(node) => node_id(election, *node),
            Group::Together(_) if !FULL => String::new(),
            Group::Together(nodes) => {
                let ids: Vec<String> = nodes.iter().map(|n| node_id(election, *n)).collect();
                crate::text::join(&ids, '+')
            }
        }
    }
}

/// What is said where the rows of a tally could not be told apart.
pub const TOO_MANY_ROWS: &str =
    "too many: at most 65534 parties, alliances and members who sit alone can be counted";

/// Whether the rows of a tally, with so many members who sit apart from any party, could not be told apart by index.
pub fn too_many_rows(election: &Election, members: usize) -> bool {
    election.parties.len() + election.alliances.len() + members > usize::from(NONE)
}

/// Id of a party or member: `JMM`, `IND.28`.
pub fn node_id(election: &Election, node: Node) -> String {
    match node {
        Node::Party(party) => election.parties[party as usize].clone(),
        Node::Member(seat) => {
            let mut id = INDEPENDENT.to_owned();
            id.push('.');
            push_decimal(
                &mut id,
                u64::from(election.constituencies[seat as usize].number),
            );
            id
        }
    }
}

/// Whom a candidate would sit as: with the party, or apart where it is independent or placed individually.
pub fn node_of(election: &Election, candidate: u32, seat: usize) -> Node {
    let line = &election.candidates[candidate as usize];
    let individual = line.party == election.independent()
        || line.alliance != election.party_alliance[line.party as usize];
    if individual {
        Node::Member(seat as u32)
    } else {
        Node::Party(line.party)
    }
}

/// A member counted apart from any party.
#[derive(Debug, Clone, Copy)]
struct Apart {
    seat: u32,
    alliance: u16,
}

/// The members counted apart, now or in the baseline, in dataset order. Who sits now says where; else who was declared.
fn apart(election: &Election, seats: &Seats) -> Vec<Apart> {
    let constituencies = election.constituencies.iter().enumerate();
    let members = constituencies.filter_map(|(i, constituency)| {
        let holders = [seats.results[i].holder, constituency.holder];
        let holder = holders
            .into_iter()
            .flatten()
            .find(|&holder| matches!(node_of(election, holder, i), Node::Member(_)))?;
        Some(Apart {
            seat: i as u32,
            alliance: election.candidates[holder as usize].alliance,
        })
    });
    members.collect()
}

/// Parties stand at their index, members after them by seat.
fn position(nodes: &[Node], node: Node) -> Option<usize> {
    match node {
        Node::Party(party) => nodes
            .get(party as usize)
            .filter(|known| **known == node)
            .map(|_| party as usize),
        Node::Member(_) => nodes.binary_search(&node).ok(),
    }
}

fn placed_in(alliance: u16) -> Place {
    match alliance {
        NONE => Place::Alone,
        alliance => Place::Alliance(alliance),
    }
}

/// Where a party sits before any realignment.
fn place(election: &Election, sides: &Sides, party: u16) -> Place {
    match sides.joined(party) {
        None => placed_in(election.party_alliance[party as usize]),
        Some(Side::Alliance(alliance)) => Place::Alliance(alliance),
        Some(Side::Party(target)) => match election.party_alliance[target as usize] {
            NONE => Place::With(target as usize),
            alliance => Place::Alliance(alliance),
        },
    }
}

fn resolve(
    election: &Election,
    nodes: &[Node],
    realign: &Realign,
    i: usize,
    problems: &mut Problems,
) -> Option<(usize, Place)> {
    let mut find = |field: &str, id: &str| match parse_node(election, id) {
        Some(node) => position(nodes, node),
        None => {
            let (code, message) = if id == INDEPENDENT {
                (
                    "independent-side",
                    "name one independent member, such as IND.28".to_owned(),
                )
            } else {
                let what = if field == "party" {
                    "party"
                } else {
                    "party or alliance"
                };
                ("unknown-id", format!("no {what} is called \"{id}\""))
            };
            problem(problems, i, "realign", field, code, message);
            None
        }
    };
    let node = find("party", &realign.party);
    let place = match &realign.alliance {
        None => Some(Place::Alone),
        Some(id) => match election.alliance(id) {
            Some(alliance) => Some(Place::Alliance(alliance)),
            None if *id == realign.party => Some(Place::Alone),
            None => find("alliance", id).map(Place::With),
        },
    };
    Some((node?, place?))
}

/// A party or `IND.<constituency>`.
pub fn parse_node(election: &Election, id: &str) -> Option<Node> {
    match id
        .strip_prefix(INDEPENDENT)
        .and_then(|t| t.strip_prefix('.'))
    {
        Some(number) => {
            let seat = election.constituency(number)?;
            Some(Node::Member(seat as u32))
        }
        None => election.party(id).map(Node::Party),
    }
}

/// Follows everybody to where they end up.
fn partition(election: &Election, nodes: &[Node], places: &[Place]) -> (Vec<Group>, Vec<u16>) {
    let anchors: Vec<Place> = (0..nodes.len()).map(|i| anchor(places, i)).collect();
    let mut groups: Vec<Group> = (0..election.alliances.len() as u16)
        .map(Group::Alliance)
        .collect();
    let mut group_of = vec![NONE; nodes.len()];
    let mut sizes = vec![0_u32; nodes.len()];
    for anchor in &anchors {
        if let Place::With(root) = anchor {
            sizes[*root] += 1;
        }
    }
    let mut of_root = vec![NONE; nodes.len()];
    // Without realignments and pools nobody is with anybody.
    let forms: &[bool] = if FULL { &[true, false] } else { &[false] };
    for &together in forms {
        for (i, anchor) in anchors.iter().enumerate() {
            match anchor {
                Place::Alliance(alliance) => group_of[i] = *alliance,
                Place::With(root) if (FULL && sizes[*root] > 1) == together => {
                    if of_root[*root] == NONE {
                        of_root[*root] = groups.len() as u16;
                        groups.push(if FULL && together {
                            let members = (i..nodes.len()).filter(|&m| anchors[m] == *anchor);
                            Group::Together(members.map(|m| nodes[m]).collect())
                        } else {
                            Group::Alone(nodes[i])
                        });
                    }
                    group_of[i] = of_root[*root];
                }
                Place::With(_) | Place::Alone => {}
            }
        }
    }
    (groups, group_of)
}

/// An alliance, or the node everybody of the group ends up with: itself if alone, the lowest of a circle.
fn anchor(places: &[Place], start: usize) -> Place {
    let mut at = start;
    if !FULL {
        return match places[at] {
            Place::Alliance(alliance) => Place::Alliance(alliance),
            _ => Place::With(at),
        };
    }
    for _ in 0..=places.len() {
        match places[at] {
            Place::Alliance(alliance) => return Place::Alliance(alliance),
            Place::Alone => return Place::With(at),
            Place::With(next) => at = next,
        }
    }
    // A circle: `at` is on it by now.
    let mut lowest = at;
    let mut walker = at;
    while let Place::With(next) = places[walker] {
        if next == at {
            break;
        }
        walker = next;
        lowest = lowest.min(walker);
    }
    Place::With(lowest)
}
