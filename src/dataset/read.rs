//! Data file → [`Dataset`].

use super::{Alliance, Candidate, Constituency, Dataset, Nominated, Party, Votes};
use crate::FULL;
use crate::node::{Kind, Node};
use crate::problem::Path;
use crate::read::{MOST_VOTES, Reader};
use crate::status::Status;

/// The version of the data format this program reads.
const FORMAT: u64 = 1;
/// The most seats, candidates in one constituency, parties or members that are read.
const MOST_THINGS: u64 = 60_000;
/// More than any house: an index into them fits a word many times over.
const MOST_SEATS: u64 = 100_000;

/// Reads a data file. What is wrong goes to the reader's problems; a part that cannot be read stands empty or 0.
pub fn read<N: Node>(reader: &mut Reader, root: &N) -> Dataset {
    let at = Path::ROOT;
    if root.kind() != Kind::Object {
        reader.expected(&at, root.kind(), "an object with a dataset");
        return Dataset::default();
    }
    let format = reader.whole(&root.field("format"), &at.field("format"), u64::MAX >> 11);
    if format != FORMAT && reader.problems.total() == 0 {
        reader.problems.add(
            at.field("format"),
            "newer-format",
            format!("format {format} is not known here: expected {FORMAT}"),
        );
        return Dataset::default();
    }
    let house = root.field("house");
    let house_at = at.field("house");
    reader.name(&root.field("title"), &at.field("title"));
    reader.name(&house.field("name"), &house_at.field("name"));
    Dataset {
        id: reader.text(&root.field("id"), &at.field("id")),
        seats: reader.whole(&house.field("seats"), &house_at.field("seats"), MOST_SEATS),
        nominated: nominated(reader, &house.field("nominated"), &house_at),
        government: reader.maybe_text(&root.field("government"), &at.field("government")),
        parties: each(reader, root, "parties", party),
        alliances: each(reader, root, "alliances", alliance),
        categories: each_or_none(reader, root, "categories", named_place),
        divisions: each_or_none(reader, root, "divisions", named_place),
        districts: each_or_none(reader, root, "districts", |reader, node, at| {
            let id = named_place(reader, node, at);
            let division = reader.maybe_text(&node.field("division"), &at.field("division"));
            (id, division)
        }),
        parliamentary: each_or_none(reader, root, "parliamentary", named_place),
        phases: each_or_none(reader, root, "phases", |reader, node: &N, at| {
            reader.text(&node.field("id"), &at.field("id"))
        }),
        constituencies: each(reader, root, "constituencies", constituency),
    }
}

fn each<N: Node, T>(
    reader: &mut Reader,
    parent: &N,
    name: &str,
    read: impl Fn(&mut Reader, &N, &Path) -> T,
) -> Vec<T> {
    let at = Path::ROOT.field(name);
    let items = reader.list(&parent.field(name), &at);
    items
        .iter()
        .enumerate()
        .map(|(i, item)| read(reader, item, &at.item(i)))
        .collect()
}

/// The places a scenario's scopes speak of, which the small build does not know.
fn each_or_none<N: Node, T>(
    reader: &mut Reader,
    parent: &N,
    name: &str,
    read: impl Fn(&mut Reader, &N, &Path) -> T,
) -> Vec<T> {
    match parent.field(name).kind() {
        _ if !FULL => Vec::new(),
        Kind::Missing | Kind::Null => Vec::new(),
        _ => each(reader, parent, name, read),
    }
}

fn nominated<N: Node>(reader: &mut Reader, node: &N, at: &Path) -> Option<Nominated> {
    if matches!(node.kind(), Kind::Missing | Kind::Null) {
        return None;
    }
    let at = at.field("nominated");
    let mut truth = |name: &'static str| {
        let field = node.field(name);
        field.truth().unwrap_or_else(|| {
            reader.expected(&at.field(name), field.kind(), "true or false");
            false
        })
    };
    let (effective, voting) = (truth("effective"), truth("voting"));
    Some(Nominated {
        members: reader.whole(&node.field("members"), &at.field("members"), MOST_THINGS) as u32,
        effective,
        voting,
    })
}

fn named_place<N: Node>(reader: &mut Reader, node: &N, at: &Path) -> String {
    reader.name(&node.field("name"), &at.field("name"));
    reader.text(&node.field("id"), &at.field("id"))
}

fn party<N: Node>(reader: &mut Reader, node: &N, at: &Path) -> Party {
    Party {
        id: reader.text(&node.field("id"), &at.field("id")),
        name: reader.name(&node.field("name"), &at.field("name")),
        colour: if FULL {
            reader.text(&node.field("colour"), &at.field("colour"))
        } else {
            String::new()
        },
    }
}

fn alliance<N: Node>(reader: &mut Reader, node: &N, at: &Path) -> Alliance {
    reader.name(&node.field("name"), &at.field("name"));
    Alliance {
        id: reader.text(&node.field("id"), &at.field("id")),
        colour: if FULL {
            reader.maybe_text(&node.field("colour"), &at.field("colour"))
        } else {
            None
        },
        parties: reader.texts(&node.field("parties"), &at.field("parties")),
    }
}

fn constituency<N: Node>(reader: &mut Reader, node: &N, at: &Path) -> Constituency {
    let mut word = |name: &'static str| reader.maybe_text(&node.field(name), &at.field(name));
    let mut place = |name: &'static str| if FULL { word(name) } else { None };
    let (category, division, district) = (place("category"), place("division"), place("district"));
    let (parliamentary, phase) = (place("parliamentary"), place("phase"));
    let status = match word("status") {
        None => Status::Declared,
        Some(word) => Status::from_word(&word).unwrap_or_else(|| {
            reader.problems.add(
                at.field("status"),
                "unknown-status",
                format!("no status is called \"{word}\""),
            );
            Status::Vacant
        }),
    };
    let winner = winner(reader, &node.field("winner"), &at.field("winner"));
    let electors = reader.maybe_whole(&node.field("electors"), &at.field("electors"), MOST_VOTES);
    let candidates_at = at.field("candidates");
    let candidates = reader
        .list(&node.field("candidates"), &candidates_at)
        .iter()
        .enumerate()
        .map(|(i, item)| candidate(reader, item, &candidates_at.item(i), i))
        .collect();
    Constituency {
        id: reader.text(&node.field("id"), &at.field("id")),
        name: reader.name(&node.field("name"), &at.field("name")),
        category,
        division,
        district,
        parliamentary,
        phase,
        electors: electors.map(|n| n as u32),
        status,
        winner,
        reason: FULL
            && node
                .field("reason")
                .text()
                .is_some_and(|reason| !reason.trim().is_empty()),
        candidates,
        nota: votes(reader, &node.field("nota"), &at.field("nota")),
        counted: if FULL {
            reader.maybe_whole(&node.field("counted"), &at.field("counted"), MOST_VOTES)
        } else {
            None
        },
    }
}

fn candidate<N: Node>(reader: &mut Reader, node: &N, at: &Path, place: usize) -> Candidate {
    let serial = reader.maybe_whole(&node.field("serial"), &at.field("serial"), MOST_THINGS);
    Candidate {
        serial: serial.map_or(place as u32 + 1, |n| n as u32),
        name: reader.name(&node.field("name"), &at.field("name")),
        party: reader.text(&node.field("party"), &at.field("party")),
        alliance: reader.maybe_text(&node.field("alliance"), &at.field("alliance")),
        votes: votes(reader, &node.field("votes"), &at.field("votes")),
    }
}

/// A total, or `[EVM, postal]`.
fn votes<N: Node>(reader: &mut Reader, node: &N, at: &Path) -> Option<Votes> {
    match node.kind() {
        Kind::Missing | Kind::Null => None,
        Kind::List => {
            let parts = node.items();
            if parts.len() != 2 {
                reader
                    .problems
                    .add(at, "wrong-kind", "expected [EVM votes, postal votes]");
                return None;
            }
            let evm = reader.whole(&parts[0], &at.item(0), MOST_VOTES);
            let postal = reader.whole(&parts[1], &at.item(1), MOST_VOTES);
            if evm + postal > MOST_VOTES {
                reader
                    .problems
                    .add(at, "too-large", format!("too large: at most {MOST_VOTES}"));
                return None;
            }
            Some(Votes {
                total: (evm + postal) as u32,
                postal: Some(postal as u32),
            })
        }
        _ => Some(Votes {
            total: reader.whole(node, at, MOST_VOTES) as u32,
            postal: None,
        }),
    }
}

fn winner<N: Node>(reader: &mut Reader, node: &N, at: &Path) -> Option<u32> {
    if node.kind() == Kind::List {
        reader.problems.add(
            at,
            "two-winners",
            "one constituency has one holder: expected one serial",
        );
        return None;
    }
    reader
        .maybe_whole(node, at, MOST_THINGS)
        .map(|serial| serial as u32)
}
