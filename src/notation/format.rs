//! [`Scenario`] → text.

use super::{LONGEST, VERSION, verb};
use crate::FULL;
use crate::checksum::checksum;
use crate::problem::Problems;
use crate::scenario::{BaseKind, Chosen, Edit, Model, Resign, Scenario, Scope};
use crate::text::{join, push_decimal};

pub fn format(scenario: &Scenario) -> Result<String, Problems> {
    if scenario.edits.is_empty() {
        return Ok(String::new());
    }
    let mut body = String::new();
    push_decimal(&mut body, u64::from(VERSION));
    for part in [&scenario.election, &scenario.fingerprint] {
        body.push('~');
        body.push_str(part.as_deref().unwrap_or(""));
    }
    body.push('~');
    let mut open = "";
    for edit in &scenario.edits {
        let joined = matches!(
            (open, edit),
            (verb::AWARD, Edit::Award(_)) | (verb::VACATE, Edit::Resign(Resign::Seat(_)))
        );
        if !open.is_empty() && !joined {
            body.push('_');
        }
        open = clause(&mut body, edit, joined);
    }
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'+');
    if !body.bytes().all(plain) {
        return Err(bad_id());
    }
    let mut text = hexadecimal(checksum(&body));
    text.push('~');
    text.push_str(&body);
    if text.len() > LONGEST {
        return Err(Problems::one(
            "",
            "too-long",
            format!(
                "the changes need {} characters: at most {LONGEST} fit in a link",
                text.len()
            ),
        ));
    }
    Ok(text)
}

/// The problem of an id that no text can hold.
pub fn bad_id() -> Problems {
    Problems::one(
        "",
        "bad-id",
        "an id of a party is a letter, then letters, digits and +; a constituency or serial is a number from 1",
    )
}

/// Writes one clause, or goes on with the one before it; answers its verb.
fn clause(out: &mut String, edit: &Edit, joined: bool) -> &'static str {
    match edit {
        Edit::Award(award) => {
            if !joined {
                out.push_str(verb::AWARD);
                out.push('-');
            }
            match &award.candidate {
                Chosen::Serial(serial) => {
                    if joined && !ends_with_letters(out) {
                        out.push('-');
                    }
                    out.push_str(&award.constituency);
                    letters(out, *serial);
                }
                Chosen::Party(party) => {
                    if joined {
                        out.push('-');
                    }
                    out.push_str(&award.constituency);
                    out.push('.');
                    out.push_str(party);
                }
            }
            verb::AWARD
        }
        Edit::Stance(stance) => {
            out.push_str(verb::STANCE);
            ids(out, &stance.r#for);
            if !stance.not_voting.is_empty() {
                out.push('-');
                ids(out, &stance.not_voting);
            }
            verb::STANCE
        }
        _ if !FULL => "",
        Edit::Pool(pool) => {
            fields(out, &[verb::POOL, &pool.target], pool.efficiency);
            ids(out, &pool.joiners);
            scope(out, &pool.scope);
            verb::POOL
        }
        Edit::Swing(swing) => {
            let verb = match swing.model {
                Model::Uniform => verb::SWING,
                Model::Proportional => verb::SWING_PROPORTIONAL,
            };
            fields(out, &[verb, &swing.from, &swing.to], swing.points);
            scope(out, &swing.scope);
            verb
        }
        Edit::Realign(realign) => {
            out.push_str(verb::REALIGN);
            ids(out, std::slice::from_ref(&realign.party));
            ids(out, realign.alliance.as_slice());
            verb::REALIGN
        }
        Edit::Cross(cross) => {
            fields(out, &[verb::CROSS, &cross.from, &cross.to], cross.members);
            verb::CROSS
        }
        Edit::Resign(Resign::Members(members)) => {
            fields(out, &[verb::RESIGN, &members.from], members.members);
            verb::RESIGN
        }
        Edit::Resign(Resign::Seat(seat)) => {
            if !joined {
                out.push_str(verb::VACATE);
            }
            ids(out, std::slice::from_ref(&seat.constituency));
            verb::VACATE
        }
        Edit::Absent(members) => {
            fields(out, &[verb::ABSENT, &members.from], members.members);
            verb::ABSENT
        }
        Edit::House(house) => {
            let base = match house.base {
                BaseKind::Total => "t",
                BaseKind::Effective => "e",
                BaseKind::Voting => "v",
            };
            out.push_str(verb::HOUSE);
            out.push('-');
            out.push_str(base);
            ids(out, house.speaker.as_slice());
            verb::HOUSE
        }
    }
}

/// Whether the last award was written with letters, so that the next number needs no mark before it.
fn ends_with_letters(out: &str) -> bool {
    let mark = out.bytes().rev().find(|byte| matches!(byte, b'-' | b'.'));
    mark != Some(b'.')
}

/// Texts and a number, with hyphens between.
fn fields(out: &mut String, texts: &[&str], number: u32) {
    for text in texts {
        out.push_str(text);
        out.push('-');
    }
    push_decimal(out, u64::from(number));
}

/// Eight digits of base 16, small letters.
pub fn hexadecimal(number: u32) -> String {
    let digit = |i: u32| char::from_digit(number >> (28 - 4 * i) & 15, 16).unwrap_or('0');
    (0..8).map(digit).collect()
}

fn ids(out: &mut String, ids: &[String]) {
    for id in ids {
        out.push('-');
        out.push_str(id);
    }
}

fn scope(out: &mut String, scope: &Option<Scope>) {
    let (letter, ids) = match scope {
        None => return,
        Some(Scope::Category(id)) => ('c', std::slice::from_ref(id)),
        Some(Scope::Division(id)) => ('v', std::slice::from_ref(id)),
        Some(Scope::District(id)) => ('d', std::slice::from_ref(id)),
        Some(Scope::Parliamentary(id)) => ('l', std::slice::from_ref(id)),
        Some(Scope::Phase(id)) => ('h', std::slice::from_ref(id)),
        Some(Scope::Constituencies(ids)) => ('n', ids.as_slice()),
    };
    out.push_str("--");
    out.push(letter);
    out.push_str(&join(ids, '.'));
}

/// A serial as letters: 1 is a, 26 is z, 27 is aa.
fn letters(out: &mut String, serial: u32) {
    let mut digits = Vec::new();
    let mut rest = serial;
    while rest > 0 {
        rest -= 1;
        digits.push(b'a' + (rest % 26) as u8);
        rest /= 26;
    }
    out.extend(digits.iter().rev().map(|&digit| digit as char));
}
