//! Who is counted with whom: declared alliances, joiners of pools, and the reader's realignments.

use super::problem;
use super::seats::Seats;
use super::sides::{Side, Sides};
use crate::election::{Election, INDEPENDENT, NONE};
use crate::problem::Problems;
use crate::scenario::{Edit, Realign};

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
        let nodes = nodes(election, seats);
        let mut places: Vec<Place> = nodes
            .iter()
            .map(|node| declared_place(election, sides, *node, &nodes))
            .collect();
        let mut realigned = false;
        for (i, edit) in edits.iter().enumerate() {
            let Edit::Realign(realign) = edit else {
                continue;
            };
            let Some((node, place)) = resolve(election, &nodes, realign, i, problems) else {
                continue;
            };
            let before = partition(election, &nodes, &places);
            let old = std::mem::replace(&mut places[node], place);
            // An edit that regroups nobody now may matter for a later one that follows this party: compare what it says.
            if old != place
                && (partition(election, &nodes, &places) != before || followed(edits, realign))
            {
                realigned = true;
                kept.push(edit.clone());
            }
        }
        let (groups, group_of) = partition(election, &nodes, &places);
        Groups {
            nodes,
            group_of,
            groups,
            realigned,
        }
    }

    /// The group of a party or member, as an index into [`Groups::groups`].
    pub fn of_node(&self, node: Node) -> Option<u16> {
        let found = self.nodes.iter().position(|known| *known == node);
        found.map(|i| self.group_of[i])
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
            Group::Together(nodes) => {
                let ids: Vec<String> = nodes.iter().map(|n| node_id(election, *n)).collect();
                ids.join("+")
            }
        }
    }
}

fn followed(edits: &[Edit], realign: &Realign) -> bool {
    edits.iter().any(|edit| {
        matches!(edit, Edit::Realign(other) if other.alliance.as_deref() == Some(&realign.party))
    })
}

/// Id of a party or member: `JMM`, `IND.28`.
pub fn node_id(election: &Election, node: Node) -> String {
    match node {
        Node::Party(party) => election.parties[party as usize].clone(),
        Node::Member(seat) => {
            let number = election.constituencies[seat as usize].number;
            format!("{INDEPENDENT}.{number}")
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

/// All parties in dataset order, then the members counted apart, now or in the baseline.
fn nodes(election: &Election, seats: &Seats) -> Vec<Node> {
    let mut nodes: Vec<Node> = (0..election.independent()).map(Node::Party).collect();
    for (i, constituency) in election.constituencies.iter().enumerate() {
        let holders = [seats.results[i].holder, constituency.holder];
        let apart = holders
            .into_iter()
            .flatten()
            .map(|holder| node_of(election, holder, i))
            .find(|node| matches!(node, Node::Member(_)));
        nodes.extend(apart);
    }
    nodes
}

fn declared_place(election: &Election, sides: &Sides, node: Node, nodes: &[Node]) -> Place {
    let alliance = |alliance| match alliance {
        NONE => Place::Alone,
        alliance => Place::Alliance(alliance),
    };
    match node {
        Node::Party(party) => match sides.joined(party) {
            None => alliance(election.party_alliance[party as usize]),
            Some(Side::Alliance(a)) => Place::Alliance(a),
            Some(Side::Party(target)) => {
                let anchor = nodes.iter().position(|n| *n == Node::Party(target));
                match election.party_alliance[target as usize] {
                    NONE => anchor.map_or(Place::Alone, Place::With),
                    a => Place::Alliance(a),
                }
            }
        },
        Node::Member(seat) => {
            let range = election.constituencies[seat as usize].range();
            // The holder now may differ from the declared one; an individual placement is the candidate's own.
            let lines = range.filter(|&c| {
                node_of(election, c as u32, seat as usize) == node
                    && election.candidates[c].alliance != NONE
            });
            let placed = lines.map(|c| election.candidates[c].alliance).next();
            alliance(placed.unwrap_or(NONE))
        }
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
        Some(node) => nodes.iter().position(|known| *known == node),
        None => {
            let (code, message) = if id == INDEPENDENT {
                (
                    "independent-side",
                    "name one independent member, such as IND.28".to_owned(),
                )
            } else {
                (
                    "unknown-id",
                    format!("no party or alliance is called \"{id}\""),
                )
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
    let with = |anchor: usize| -> Vec<usize> {
        let all = 0..nodes.len();
        all.filter(|&i| anchors[i] == Place::With(anchor)).collect()
    };
    for together in [true, false] {
        for (i, anchor) in anchors.iter().enumerate() {
            match anchor {
                Place::Alliance(alliance) => group_of[i] = *alliance,
                Place::With(root) => {
                    let members = with(*root);
                    if members[0] != i || (members.len() > 1) != together {
                        continue;
                    }
                    for &member in &members {
                        group_of[member] = groups.len() as u16;
                    }
                    groups.push(if together {
                        Group::Together(members.iter().map(|&m| nodes[m]).collect())
                    } else {
                        Group::Alone(nodes[i])
                    });
                }
                Place::Alone => {}
            }
        }
    }
    (groups, group_of)
}

/// An alliance, or the node everybody of the group ends up with: itself if alone, the lowest of a circle.
fn anchor(places: &[Place], start: usize) -> Place {
    let mut at = start;
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
