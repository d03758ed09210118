//! [`Scenario`] → text.

use super::{LONGEST, VERSION, verb};
use crate::checksum::checksum;
use crate::prelude::*;
use crate::problem::Problems;
use crate::scenario::{BaseKind, Chosen, Edit, Model, Resign, Scenario, Scope};
use crate::text::join;
use core::fmt::Write;

pub fn format(scenario: &Scenario) -> Result<String, Problems> {
    if scenario.edits.is_empty() {
        return Ok(String::new());
    }
    let mut body = format!(
        "{VERSION}~{}~{}~",
        scenario.election.as_deref().unwrap_or(""),
        scenario.fingerprint.as_deref().unwrap_or("")
    );
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
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~' | '+');
    if !body.chars().all(plain) {
        return Err(Problems::one(
            "",
            "bad-id",
            "ids in a scenario hold letters, digits, +, - and . only",
        ));
    }
    let text = format!("{:08x}~{body}", checksum(&body));
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

/// Writes one clause, or goes on with the one before it; answers its verb.
fn clause(out: &mut String, edit: &Edit, joined: bool) -> &'static str {
    match edit {
        Edit::Pool(pool) => {
            let _ = write!(out, "{}-{}-{}", verb::POOL, pool.target, pool.efficiency);
            ids(out, &pool.joiners);
            scope(out, &pool.scope);
            verb::POOL
        }
        Edit::Swing(swing) => {
            let verb = match swing.model {
                Model::Uniform => verb::SWING,
                Model::Proportional => verb::SWING_PROPORTIONAL,
            };
            let _ = write!(out, "{verb}-{}-{}-{}", swing.from, swing.to, swing.points);
            scope(out, &swing.scope);
            verb
        }
        Edit::Award(award) => {
            if !joined {
                let _ = write!(out, "{}-", verb::AWARD);
            }
            match &award.candidate {
                Chosen::Serial(serial) => {
                    if joined && !ends_with_letters(out) {
                        out.push('-');
                    }
                    let _ = write!(out, "{}", award.constituency);
                    letters(out, *serial);
                }
                Chosen::Party(party) => {
                    if joined {
                        out.push('-');
                    }
                    let _ = write!(out, "{}.{party}", award.constituency);
                }
            }
            verb::AWARD
        }
        Edit::Realign(realign) => {
            let _ = write!(out, "{}-{}", verb::REALIGN, realign.party);
            ids(out, realign.alliance.as_slice());
            verb::REALIGN
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
        Edit::Cross(cross) => {
            let _ = write!(
                out,
                "{}-{}-{}-{}",
                verb::CROSS,
                cross.from,
                cross.to,
                cross.members
            );
            verb::CROSS
        }
        Edit::Resign(Resign::Members(members)) => {
            let _ = write!(out, "{}-{}-{}", verb::RESIGN, members.from, members.members);
            verb::RESIGN
        }
        Edit::Resign(Resign::Seat(seat)) => {
            if !joined {
                out.push_str(verb::VACATE);
            }
            let _ = write!(out, "-{}", seat.constituency);
            verb::VACATE
        }
        Edit::Absent(members) => {
            let _ = write!(out, "{}-{}-{}", verb::ABSENT, members.from, members.members);
            verb::ABSENT
        }
        Edit::House(house) => {
            let base = match house.base {
                BaseKind::Total => "t",
                BaseKind::Effective => "e",
                BaseKind::Voting => "v",
            };
            let _ = write!(out, "{}-{base}", verb::HOUSE);
            ids(out, house.speaker.as_slice());
            verb::HOUSE
        }
    }
}

/// Whether the last award was written with letters, so that the next number needs no mark before it.
fn ends_with_letters(out: &str) -> bool {
    let last = out.rsplit('-').next().unwrap_or("");
    !last.contains('.')
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
        Some(Scope::Category(id)) => ('c', core::slice::from_ref(id)),
        Some(Scope::Division(id)) => ('v', core::slice::from_ref(id)),
        Some(Scope::District(id)) => ('d', core::slice::from_ref(id)),
        Some(Scope::Parliamentary(id)) => ('l', core::slice::from_ref(id)),
        Some(Scope::Phase(id)) => ('h', core::slice::from_ref(id)),
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
