//! Answers worked out slowly and separately: straight from the rules, one case after the other, without the core's
//! algorithms. Only the checked election is shared.

pub mod compare;
pub mod houses;
pub mod rules;
pub mod scenarios;

use seat_calculator::election::{Candidate, Constituency, Election, NONE};
use seat_calculator::status::Status;

/// Whether a candidate is placed in an alliance one by one, and so belongs to that one alone.
pub fn placed(election: &Election, line: &Candidate) -> bool {
    line.alliance != election.party_alliance[line.party as usize]
}

/// Who belongs to a party or an alliance by id, as declared.
pub fn belongs(election: &Election, id: &str, line: &Candidate) -> bool {
    match election.parties.iter().position(|party| party == id) {
        Some(party) => line.party as usize == party && !placed(election, line),
        None => election
            .alliances
            .iter()
            .position(|alliance| alliance.id == id)
            .is_some_and(|alliance| line.alliance as usize == alliance),
    }
}

/// The row a candidate counts in: its alliance, its party, or "IND" for one who would sit alone.
pub fn row(election: &Election, line: &Candidate) -> String {
    let party = line.party as usize;
    let alone = party == election.parties.len() - 1;
    if line.alliance != NONE {
        election.alliances[line.alliance as usize].id.clone()
    } else if alone || election.party_alliance[party] != NONE {
        "IND".to_owned()
    } else {
        election.parties[party].clone()
    }
}

/// A swing for the reference.
pub struct Swing<'a> {
    pub from: &'a str,
    pub to: &'a str,
    pub proportional: bool,
    pub category: Option<u16>,
}

/// Whether votes can move and decide: not where the holder has fewer than somebody else.
pub fn by_votes(election: &Election, constituency: &Constituency) -> bool {
    let lines = &election.candidates[constituency.range()];
    let held = |holder: u32| election.candidates[holder as usize].votes;
    let beaten = |votes: u32| lines.iter().any(|line| line.votes > votes);
    constituency.voted
        && !constituency.holder.map(held).is_some_and(beaten)
        && [
            Status::Declared,
            Status::Leading,
            Status::Lot,
            Status::Stayed,
            Status::Tied,
        ]
        .contains(&constituency.status)
}

/// Votes of every candidate of a constituency after a swing of `points` hundredths, and whether any moved.
pub fn votes_after(election: &Election, i: usize, swing: &Swing, points: u32) -> (Vec<i64>, bool) {
    let constituency = &election.constituencies[i];
    let lines = election.candidates_of(i);
    let mut votes: Vec<i64> = lines.iter().map(|line| i64::from(line.votes)).collect();
    let in_scope = swing.category.is_none_or(|c| constituency.places[0] == c);
    let members = |id: &str| -> Vec<usize> {
        (0..lines.len())
            .filter(|&c| belongs(election, id, &lines[c]))
            .collect()
    };
    let (losing, gaining) = (members(swing.from), members(swing.to));
    if !in_scope || !by_votes(election, constituency) || losing.is_empty() || gaining.is_empty() {
        return (votes, false);
    }
    let mut leader = gaining[0];
    for &c in &gaining {
        let better = votes[c] > votes[leader];
        let level = votes[c] == votes[leader] && lines[c].serial < lines[leader].serial;
        if better || level {
            leader = c;
        }
    }
    let all: i64 = losing.iter().map(|&c| votes[c]).sum();
    let others = constituency.others.map_or(0, i64::from);
    let valid = votes.iter().sum::<i64>() + others;
    let whole = if swing.proportional { all } else { valid };
    // Half up: twice the exact value, plus one, halved and rounded down.
    let moved = ((2 * whole * i64::from(points) / 10_000 + 1) / 2).min(all);
    if moved == 0 {
        return (votes, false);
    }
    let before = votes.clone();
    let mut given = 0;
    for &c in &losing {
        let part = (i128::from(moved) * i128::from(before[c]) / i128::from(all)) as i64;
        votes[c] -= part;
        given += part;
    }
    let remainder = |c: usize| i128::from(moved) * i128::from(before[c]) % i128::from(all);
    let mut queue = losing.clone();
    while given < moved {
        let mut best = 0;
        for q in 1..queue.len() {
            let (a, b) = (queue[q], queue[best]);
            let ahead = remainder(a) > remainder(b)
                || (remainder(a) == remainder(b)
                    && (before[a] > before[b]
                        || (before[a] == before[b] && lines[a].serial < lines[b].serial)));
            if ahead {
                best = q;
            }
        }
        votes[queue.remove(best)] -= 1;
        given += 1;
    }
    votes[leader] += moved;
    (votes, true)
}

/// Who holds a constituency at a step, negative the other way: place among its candidates.
pub fn holder(election: &Election, i: usize, swing: &Swing, step: i32) -> Option<usize> {
    let turned = Swing {
        from: swing.to,
        to: swing.from,
        ..*swing
    };
    let swing = if step < 0 { &turned } else { swing };
    let constituency = &election.constituencies[i];
    let (votes, moved) = votes_after(election, i, swing, step.unsigned_abs());
    if !moved {
        return constituency
            .holder
            .map(|h| (h - constituency.first) as usize);
    }
    let most = *votes.iter().max().unwrap();
    let mut top = (0..votes.len()).filter(|&c| votes[c] == most);
    let first = top.next();
    if top.next().is_some() { None } else { first }
}

/// What a house of these holders says: seats by row, tied, kind of verdict, who is at the top and with how many seats.
#[derive(Debug, PartialEq)]
pub struct Standing {
    pub seats: Vec<(String, u32)>,
    pub most: u32,
    pub tied: u32,
    pub verdict: &'static str,
    pub leaders: Vec<String>,
}

/// Counts a house of holders.
pub fn count(election: &Election, holders: &[Option<usize>]) -> Standing {
    let mut rows: Vec<(String, u32, u32)> = Vec::new();
    let (mut tied, mut awaited) = (0, 0);
    for (i, holder) in holders.iter().enumerate() {
        let constituency = &election.constituencies[i];
        let Some(holder) = holder else {
            if by_votes(election, constituency) {
                tied += 1;
            } else if constituency.status == Status::Awaited {
                awaited += 1;
            }
            continue;
        };
        let id = row(election, &election.candidates_of(i)[*holder]);
        let at = rows.iter().position(|row| row.0 == id).unwrap_or_else(|| {
            rows.push((id, 0, 0));
            rows.len() - 1
        });
        if constituency.status == Status::Leading {
            rows[at].2 += 1;
        } else {
            rows[at].1 += 1;
        }
    }
    let mark = election.constituencies.len() as u32 / 2 + 1;
    // Everybody who leads a list of its own: of the independents each one, with a seat.
    let mut all: Vec<(String, u32, u32)> = rows.iter().filter(|r| r.0 != "IND").cloned().collect();
    for (i, holder) in holders.iter().enumerate() {
        let constituency = &election.constituencies[i];
        let alone = |holder: &usize| row(election, &election.candidates_of(i)[*holder]) == "IND";
        if holder.as_ref().is_some_and(alone) {
            let leads = u32::from(constituency.status == Status::Leading);
            all.push((format!("IND.{}", constituency.number), 1 - leads, leads));
        }
    }
    let seats = |one: &(String, u32, u32)| one.1 + one.2;
    let most = all.iter().map(seats).max().unwrap_or(0);
    let verdict = if most == 0 {
        "none"
    } else if all.iter().any(|one| one.1 >= mark) {
        "majority"
    } else if most >= mark {
        "ahead"
    } else if most + tied + awaited >= mark {
        "open"
    } else {
        "hung"
    };
    let level = all.into_iter().filter(|one| most > 0 && seats(one) == most);
    let mut leaders: Vec<String> = level.map(|one| one.0).collect();
    leaders.sort();
    let mut seats: Vec<(String, u32)> = rows.into_iter().map(|r| (r.0, r.1 + r.2)).collect();
    seats.sort();
    Standing {
        seats,
        most,
        tied,
        verdict,
        leaders,
    }
}

/// The house at a step.
pub fn house(election: &Election, swing: &Swing, step: i32) -> (Vec<Option<usize>>, Standing) {
    let all = 0..election.constituencies.len();
    let holders: Vec<_> = all.map(|i| holder(election, i, swing, step)).collect();
    let standing = count(election, &holders);
    (holders, standing)
}

/// The fewest votes that make `target` the only one with most votes, tried one by one.
pub fn switch_cost(votes: &[u32], holder: usize, target: usize) -> Option<u32> {
    (1..=votes[holder]).find(|&x| {
        let mut now: Vec<u32> = votes.to_vec();
        now[holder] -= x;
        now[target] += x;
        let others = (0..now.len()).filter(|&c| c != target);
        others.into_iter().all(|c| now[c] < now[target])
    })
}

/// The cheapest flip of a constituency to any of the candidates given: votes and who, the lower place if level.
pub fn cheapest(election: &Election, i: usize, targets: &[usize]) -> Option<(u32, usize)> {
    let constituency = &election.constituencies[i];
    if !by_votes(election, constituency) {
        return None;
    }
    let holder = (constituency.holder? - constituency.first) as usize;
    let votes: Vec<u32> = election.candidates_of(i).iter().map(|l| l.votes).collect();
    let costs = targets.iter().filter_map(|&target| {
        let cost = switch_cost(&votes, holder, target)?;
        Some((cost, target))
    });
    costs.min()
}
