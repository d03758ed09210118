//! Data file → [`Dataset`].

use super::{Alliance, Candidate, Constituency, Dataset, Nominated, Party, Votes};
use crate::decode::{Kind, MOST_VOTES, Reader, Value};
use crate::problem::Path;
use crate::status::Status;

/// The version of the data format this program reads.
const FORMAT: u64 = 1;
/// The most candidates in one constituency, parties or members that are read.
const MOST_THINGS: u64 = 60_000;
/// More than any house.
const MOST_SEATS: u64 = 100_000;

/// Decodes a data file. What is wrong goes to the reader's problems; a part that cannot be read stands empty or 0.
pub fn decode(reader: &mut Reader, root: &Value) -> Dataset {
    let at = Path::ROOT;
    if root.kind() != Kind::Object {
        reader.expected(&at, root.kind(), "an object with a dataset");
        return Dataset::default();
    }
    let format = reader.whole(root.field("format"), &at.field("format"), u64::MAX >> 11);
    if format != FORMAT && reader.problems.total() == 0 {
        let message = format_args!("format {format} is not known here: expected {FORMAT}");
        reader
            .problems
            .add(at.field("format"), "newer-format", message);
        return Dataset::default();
    }
    let house = root.field("house");
    let house_at = at.field("house");
    reader.name(root.field("title"), &at.field("title"));
    reader.name(house.field("name"), &house_at.field("name"));
    result(reader, house.field("result"), &house_at.field("result"));
    Dataset {
        id: text(reader, root, &at, "id"),
        seats: reader.whole(house.field("seats"), &house_at.field("seats"), MOST_SEATS),
        nominated: nominated(reader, house.field("nominated"), &house_at),
        government: maybe_text(reader, root, &at, "government"),
        parties: each(reader, root, "parties", party),
        alliances: each(reader, root, "alliances", alliance),
        categories: each_or_none(reader, root, "categories", named_place),
        divisions: each_or_none(reader, root, "divisions", named_place),
        districts: each_or_none(reader, root, "districts", |reader, value, at| {
            let id = named_place(reader, value, at);
            (id, maybe_text(reader, value, at, "division"))
        }),
        parliamentary: each_or_none(reader, root, "parliamentary", named_place),
        phases: each_or_none(reader, root, "phases", |reader, value, at| {
            text(reader, value, at, "id")
        }),
        constituencies: each(reader, root, "constituencies", constituency),
    }
}

/// What holds no declared result says what it is: a vote read as led seats, or a count at an hour.
fn result(reader: &mut Reader, value: &Value, at: &Path) {
    if matches!(value.kind(), Kind::Missing | Kind::Null) {
        return;
    }
    match reader.text(value.field("kind"), &at.field("kind")) {
        "" | "led" => {}
        "count" => reader.name(value.field("at"), &at.field("at")),
        word => {
            let message =
                format_args!("\"{word}\" is not known here: expected \"led\" or \"count\"");
            reader
                .problems
                .add(at.field("kind"), "unknown-word", message);
        }
    }
}

fn text(reader: &mut Reader, parent: &Value, at: &Path, name: &str) -> String {
    reader.text(parent.field(name), &at.field(name)).to_owned()
}

fn maybe_text(reader: &mut Reader, parent: &Value, at: &Path, name: &str) -> Option<String> {
    let text = reader.maybe_text(parent.field(name), &at.field(name));
    text.map(str::to_owned)
}

fn each<T>(
    reader: &mut Reader,
    parent: &Value,
    name: &str,
    decode: impl Fn(&mut Reader, &Value, &Path) -> T,
) -> Vec<T> {
    let at = Path::ROOT.field(name);
    let items = reader.list(parent.field(name), &at).iter().enumerate();
    items
        .map(|(i, item)| decode(reader, item, &at.item(i)))
        .collect()
}

fn each_or_none<T>(
    reader: &mut Reader,
    parent: &Value,
    name: &str,
    decode: impl Fn(&mut Reader, &Value, &Path) -> T,
) -> Vec<T> {
    match parent.field(name).kind() {
        Kind::Missing | Kind::Null => Vec::new(),
        _ => each(reader, parent, name, decode),
    }
}

fn nominated(reader: &mut Reader, value: &Value, at: &Path) -> Option<Nominated> {
    if matches!(value.kind(), Kind::Missing | Kind::Null) {
        return None;
    }
    let at = at.field("nominated");
    Some(Nominated {
        effective: reader.bool(value.field("effective"), &at.field("effective")),
        voting: reader.bool(value.field("voting"), &at.field("voting")),
        members: reader.whole(value.field("members"), &at.field("members"), MOST_THINGS) as u32,
    })
}

fn named_place(reader: &mut Reader, value: &Value, at: &Path) -> String {
    reader.name(value.field("name"), &at.field("name"));
    text(reader, value, at, "id")
}

fn party(reader: &mut Reader, value: &Value, at: &Path) -> Party {
    reader.name(value.field("name"), &at.field("name"));
    Party {
        id: text(reader, value, at, "id"),
        colour: text(reader, value, at, "colour"),
    }
}

fn alliance(reader: &mut Reader, value: &Value, at: &Path) -> Alliance {
    reader.name(value.field("name"), &at.field("name"));
    Alliance {
        id: text(reader, value, at, "id"),
        colour: maybe_text(reader, value, at, "colour"),
        parties: reader.texts(value.field("parties"), &at.field("parties")),
    }
}

fn constituency(reader: &mut Reader, value: &Value, at: &Path) -> Constituency {
    reader.name(value.field("name"), &at.field("name"));
    let candidates_at = at.field("candidates");
    let candidates = reader
        .list(value.field("candidates"), &candidates_at)
        .iter();
    let reason = value.field("reason").text();
    Constituency {
        candidates: candidates
            .enumerate()
            .map(|(i, item)| candidate(reader, item, &candidates_at.item(i), i))
            .collect(),
        id: text(reader, value, at, "id"),
        code: maybe_text(reader, value, at, "code"),
        category: maybe_text(reader, value, at, "category"),
        division: maybe_text(reader, value, at, "division"),
        district: maybe_text(reader, value, at, "district"),
        parliamentary: maybe_text(reader, value, at, "parliamentary"),
        phase: maybe_text(reader, value, at, "phase"),
        status: status(reader, value.field("status"), &at.field("status")),
        winner: winner(reader, value.field("winner"), &at.field("winner")),
        reason: reason.is_some_and(|reason| !reason.trim().is_empty()),
        electors: reader
            .maybe_whole(value.field("electors"), &at.field("electors"), MOST_VOTES)
            .map(|electors| electors as u32),
        nota: votes(reader, value.field("nota"), &at.field("nota")),
        others: votes(reader, value.field("others"), &at.field("others")),
        counted: reader.maybe_whole(value.field("counted"), &at.field("counted"), MOST_VOTES),
        margin: reader
            .maybe_whole(value.field("margin"), &at.field("margin"), MOST_VOTES)
            .map(|margin| margin as u32),
    }
}

fn status(reader: &mut Reader, value: &Value, at: &Path) -> Status {
    let Some(word) = reader.maybe_text(value, at) else {
        return Status::Declared;
    };
    Status::from_word(word).unwrap_or_else(|| {
        let message = format_args!("no status is called \"{word}\"");
        reader.problems.add(at, "unknown-status", message);
        Status::Vacant
    })
}

fn candidate(reader: &mut Reader, value: &Value, at: &Path, place: usize) -> Candidate {
    reader.name(value.field("name"), &at.field("name"));
    let serial = reader.maybe_whole(value.field("serial"), &at.field("serial"), MOST_THINGS);
    Candidate {
        serial: serial.map_or(place as u32 + 1, |serial| serial as u32),
        party: text(reader, value, at, "party"),
        alliance: maybe_text(reader, value, at, "alliance"),
        votes: votes(reader, value.field("votes"), &at.field("votes")),
    }
}

/// A total, or `[EVM, postal]`.
fn votes(reader: &mut Reader, value: &Value, at: &Path) -> Option<Votes> {
    let (total, postal) = match value {
        Value::Missing | Value::Null => return None,
        Value::List(parts) => {
            let [evm, postal] = parts.as_slice() else {
                let message = "expected [EVM votes, postal votes]";
                reader.problems.add(at, "wrong-kind", message);
                return None;
            };
            let evm = reader.whole(evm, &at.item(0), MOST_VOTES);
            let postal = reader.whole(postal, &at.item(1), MOST_VOTES);
            (evm + postal, Some(postal as u32))
        }
        _ => (reader.whole(value, at, MOST_VOTES), None),
    };
    if total > MOST_VOTES {
        let message = format_args!("too large: at most {MOST_VOTES}");
        reader.problems.add(at, "too-large", message);
        return None;
    }
    Some(Votes {
        total: total as u32,
        postal,
    })
}

fn winner(reader: &mut Reader, value: &Value, at: &Path) -> Option<u32> {
    if value.kind() == Kind::List {
        let message = "one constituency has one holder: expected one serial";
        reader.problems.add(at, "two-winners", message);
        return None;
    }
    let serial = reader.maybe_whole(value, at, MOST_THINGS);
    serial.map(|serial| serial as u32)
}
