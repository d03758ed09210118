//! Text after the checksum → [`Scenario`].

use super::{VERSION, verb};
use crate::FULL;
use crate::problem::Problems;
use crate::scenario::{
    Award, BaseKind, Chosen, Cross, Edit, House, Members, Model, Pool, Realign, Resign, Scenario,
    Scope, Seat, Stance, Swing, WHOLE,
};
use crate::text::{around, head, parts, tail};

/// What stands in a clause that cannot be read.
struct Unreadable(&'static str);
type Fields<'a> = &'a [&'a str];

pub fn parse(body: &str) -> Result<Scenario, Problems> {
    let damaged = |message: &str| Err(Problems::one("", "damaged", message));
    let whole = parts(body, b'~', 4);
    let version = number(whole[0], u32::MAX);
    match version {
        None => return damaged("no version stands where one should"),
        Some(version) if version > VERSION => {
            return Err(Problems::one(
                "",
                "newer-version",
                format!("made with a newer version ({version}): reload the page and try again"),
            ));
        }
        Some(0) => return damaged("there is no version 0"),
        Some(_) => {}
    }
    let [_, election, fingerprint, text] = whole[..] else {
        return damaged("expected version~election~fingerprint~edits");
    };
    let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let mut edits = Vec::new();
    let mut problems = Problems::default();
    if !text.is_empty() {
        for (i, clause) in parts(text, b'_', usize::MAX).iter().enumerate() {
            let fields = parts(clause, b'-', usize::MAX);
            if let Err(Unreadable(message)) = read_clause(&fields, &mut edits) {
                problems.add(
                    format!("edits, clause {}", i + 1),
                    "bad-clause",
                    format!("\"{clause}\": {message}"),
                );
            }
        }
    }
    let scenario = Scenario {
        election: known(election),
        fingerprint: known(fingerprint),
        edits,
    };
    problems.or(scenario.canonical())
}

fn read_clause(fields: Fields, edits: &mut Vec<Edit>) -> Result<(), Unreadable> {
    let rest = &fields[1..];
    match fields[0] {
        verb::AWARD => awards(rest, edits)?,
        verb::STANCE => {
            let gap = rest.iter().position(|field| field.is_empty());
            let (r#for, not_voting) = match gap {
                None => (ids(rest)?, Vec::new()),
                Some(gap) => (ids(&rest[..gap])?, ids(&rest[gap + 1..])?),
            };
            if gap.is_some() && not_voting.is_empty() {
                return Err(Unreadable("after -- stands who does not vote"));
            }
            edits.push(Edit::Stance(Stance { r#for, not_voting }));
        }
        _ if !FULL => return Err(Unreadable("")),
        verb::POOL => {
            let (fields, scope) = split_scope(rest)?;
            let [target, efficiency, joiners @ ..] = fields else {
                return Err(Unreadable("expected p-target-efficiency-joiner"));
            };
            if joiners.is_empty() {
                return Err(Unreadable("a pool needs a party that joins"));
            }
            edits.push(Edit::Pool(Pool {
                target: id(target)?,
                joiners: ids(joiners)?,
                efficiency: hundredths(efficiency)?,
                scope,
            }));
        }
        word @ (verb::SWING | verb::SWING_PROPORTIONAL) => {
            let (fields, scope) = split_scope(rest)?;
            let [from, to, points] = fields else {
                return Err(Unreadable("expected s-from-to-points"));
            };
            edits.push(Edit::Swing(Swing {
                from: id(from)?,
                to: id(to)?,
                points: hundredths(points)?,
                scope,
                model: if word == verb::SWING {
                    Model::Uniform
                } else {
                    Model::Proportional
                },
            }));
        }
        verb::REALIGN => {
            let (party, alliance) = match rest {
                [party] => (party, None),
                [party, alliance] => (party, Some(id(alliance)?)),
                _ => return Err(Unreadable("expected r-party or r-party-alliance")),
            };
            let party = id(party)?;
            edits.push(Edit::Realign(Realign { party, alliance }));
        }
        verb::CROSS => {
            let [from, to, members] = rest else {
                return Err(Unreadable("expected x-from-to-members"));
            };
            edits.push(Edit::Cross(Cross {
                from: id(from)?,
                to: id(to)?,
                members: count(members)?,
            }));
        }
        verb::RESIGN => edits.push(Edit::Resign(Resign::Members(members(rest)?))),
        verb::VACATE => {
            if rest.is_empty() {
                return Err(Unreadable("expected v-constituency"));
            }
            for constituency in rest {
                let constituency = constituency_id(constituency)?;
                edits.push(Edit::Resign(Resign::Seat(Seat { constituency })));
            }
        }
        verb::ABSENT => edits.push(Edit::Absent(members(rest)?)),
        verb::HOUSE => {
            let (base, speaker) = match rest {
                [base] => (base, None),
                [base, speaker] => (base, Some(id(speaker)?)),
                _ => return Err(Unreadable("expected h-base or h-base-speaker")),
            };
            let base = match *base {
                "t" => BaseKind::Total,
                "e" => BaseKind::Effective,
                "v" => BaseKind::Voting,
                _ => return Err(Unreadable("a base is t, e or v")),
            };
            edits.push(Edit::House(House { base, speaker }));
        }
        _ => return Err(Unreadable("no edit begins so")),
    }
    Ok(())
}

/// Runs of number and letters, `28b39c`, or `28.BJP`, one after the other.
fn awards(fields: Fields, edits: &mut Vec<Edit>) -> Result<(), Unreadable> {
    if fields.is_empty() {
        return Err(Unreadable("expected w-28b or w-28.BJP"));
    }
    for field in fields {
        if let Some((constituency, party)) = around(field, b'.') {
            edits.push(Edit::Award(Award {
                constituency: constituency_id(constituency)?,
                candidate: Chosen::Party(id(party)?),
            }));
            continue;
        }
        let mut rest = *field;
        while {
            let digits = run(rest, |b| b.is_ascii_digit());
            let constituency = constituency_id(digits)?;
            let letters = run(tail(rest, digits.len()), |b| b.is_ascii_lowercase());
            edits.push(Edit::Award(Award {
                constituency,
                candidate: Chosen::Serial(serial(letters)?),
            }));
            rest = tail(rest, digits.len() + letters.len());
            !rest.is_empty()
        } {}
    }
    Ok(())
}

fn run(text: &str, belongs: impl Fn(&u8) -> bool) -> &str {
    let end = text.bytes().position(|byte| !belongs(&byte));
    head(text, end.unwrap_or(text.len()))
}

fn serial(letters: &str) -> Result<u32, Unreadable> {
    if letters.is_empty() || letters.len() > 4 {
        return Err(Unreadable("a candidate is one to four letters a-z"));
    }
    Ok(letters.bytes().fold(0, |serial, letter| {
        serial * 26 + u32::from(letter - b'a') + 1
    }))
}

fn members(fields: Fields) -> Result<Members, Unreadable> {
    let [from, members] = fields else {
        return Err(Unreadable("expected a party and how many members"));
    };
    Ok(Members {
        from: id(from)?,
        members: count(members)?,
    })
}

/// Splits off `--` and what follows it.
fn split_scope<'a>(fields: Fields<'a>) -> Result<(Fields<'a>, Option<Scope>), Unreadable> {
    let Some(gap) = fields.iter().position(|field| field.is_empty()) else {
        return Ok((fields, None));
    };
    let [scope] = &fields[gap + 1..] else {
        return Err(Unreadable("after -- stands one scope"));
    };
    let mut letters = scope.chars();
    let letter = letters.next();
    let rest = letters.as_str();
    let place = || {
        if !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            Ok(rest.to_owned())
        } else {
            Err(Unreadable("a place is letters and digits"))
        }
    };
    let scope = match letter {
        Some('c') => Scope::Category(place()?),
        Some('v') => Scope::Division(place()?),
        Some('d') => Scope::District(place()?),
        Some('l') => Scope::Parliamentary(place()?),
        Some('h') => Scope::Phase(place()?),
        Some('n') => Scope::Constituencies(
            parts(rest, b'.', usize::MAX)
                .into_iter()
                .map(constituency_id)
                .collect::<Result<_, _>>()?,
        ),
        _ => return Err(Unreadable("a scope begins with c, v, d, l, h or n")),
    };
    Ok((&fields[..gap], Some(scope)))
}

fn ids(fields: Fields) -> Result<Vec<String>, Unreadable> {
    fields.iter().map(|field| id(field)).collect()
}

/// A party, an alliance, `NOM`, or one member such as `IND.28`.
fn id(text: &str) -> Result<String, Unreadable> {
    let label = around(text, b'.').map_or(text, |(label, _)| label);
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+';
    let first = label.bytes().next();
    let label_fits = first.is_some_and(|byte| byte.is_ascii_alphabetic())
        && label.len() <= 24
        && label.bytes().all(plain);
    let member_fits = match around(text, b'.') {
        None => true,
        Some((_, number)) => constituency_id(number).is_ok(),
    };
    if label_fits && member_fits {
        Ok(text.to_owned())
    } else {
        Err(Unreadable("an id is a letter, then letters, digits and +"))
    }
}

fn constituency_id(text: &str) -> Result<String, Unreadable> {
    match number(text, 999_999) {
        Some(1..) => Ok(text.to_owned()),
        _ => Err(Unreadable("a constituency is a number from 1")),
    }
}

fn hundredths(text: &str) -> Result<u32, Unreadable> {
    number(text, WHOLE).ok_or(Unreadable(
        "points and efficiencies are whole hundredths from 0 to 10000",
    ))
}

fn count(text: &str) -> Result<u32, Unreadable> {
    match number(text, 60_000) {
        Some(members @ 1..) => Ok(members),
        _ => Err(Unreadable("a number of members is 1 or more")),
    }
}

/// A number as it is written: digits only, no leading zero.
fn number(text: &str, most: u32) -> Option<u32> {
    let plain = text == "0" || !text.starts_with('0');
    crate::text::number(text).filter(|&number| plain && number <= most)
}
