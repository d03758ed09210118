//! A whole scenario the slow way: every rule as a sentence of its own, by ids and lists, without the core's layers.

use super::{belongs, by_votes, placed};
use seat_calculator::election::{Candidate, Election, NONE};
use seat_calculator::scenario::{
    BaseKind, Chosen, Edit, Model, Pool, Realign, Resign, Scope, Swing,
};
use seat_calculator::status::Status;

/// What a scenario comes to.
#[derive(Debug, Default, PartialEq)]
pub struct Answer {
    /// Present votes of every ballot line.
    pub votes: Vec<i64>,
    pub standing: Vec<bool>,
    /// Serial of who holds each constituency, 0 for nobody.
    pub winner: Vec<u16>,
    /// Lead over the next.
    pub margin: Vec<Option<i64>>,
    /// Seats of each row that has any: id, won, leading, voting; sorted.
    pub rows: Vec<(String, u32, u32, u32)>,
    /// Tied, awaited, vacant, and those without a holder for other reasons.
    pub empty: [u32; 4],
    /// Members on the three bases.
    pub bases: [u32; 3],
    pub verdict: &'static str,
    pub leaders: Vec<String>,
    /// Ayes, noes, members who do not vote.
    pub floor: [u32; 3],
    pub speaker: Option<String>,
}

/// One who sits and votes as one: a party, one member, or those of a party who sit with an alliance.
#[derive(Debug, Clone)]
struct Sitting {
    id: String,
    row: String,
    won: u32,
    leading: u32,
    /// Members before crossings.
    before: u32,
    silent: u32,
    vote: char,
    breakaway: bool,
}

impl Sitting {
    fn seats(&self) -> u32 {
        self.won + self.leading
    }

    fn take(&mut self, members: u32) -> (u32, u32) {
        let won = members.min(self.won);
        let leading = (members - won).min(self.leading);
        self.won -= won;
        self.leading -= leading;
        (won, leading)
    }
}

struct Declared<'a> {
    election: &'a Election,
    pools: Vec<&'a Pool>,
}

impl Declared<'_> {
    fn name(&self, line: &Candidate) -> &str {
        &self.election.parties[line.party as usize]
    }

    /// The alliance a party is in as declared.
    fn alliance(&self, party: &str) -> Option<&str> {
        let at = self.election.parties.iter().position(|id| id == party)?;
        let alliance = self.election.party_alliance[at];
        (alliance != NONE).then(|| self.election.alliances[alliance as usize].id.as_str())
    }

    fn is_alliance(&self, id: &str) -> bool {
        self.election.alliances.iter().any(|one| one.id == id)
    }

    /// Whose pool a party joined.
    fn joined(&self, party: &str) -> Option<&str> {
        let pool = self
            .pools
            .iter()
            .find(|pool| pool.joiners.iter().any(|id| id == party))?;
        Some(&pool.target)
    }

    /// Declared alliances and parties, plus the joiners; who joined elsewhere has left. Who is
    /// placed one by one goes nowhere with the party.
    fn side(&self, id: &str, line: &Candidate) -> bool {
        let party = self.name(line);
        match self.joined(party).filter(|_| !placed(self.election, line)) {
            Some(target) => id == party || id == target || self.alliance(target) == Some(id),
            None => belongs(self.election, id, line),
        }
    }

    fn in_scope(&self, scope: Option<&Scope>, i: usize) -> bool {
        let constituency = &self.election.constituencies[i];
        match scope {
            None => true,
            Some(Scope::Category(id)) => {
                let place = constituency.places[0];
                place != NONE && self.election.places.categories[place as usize] == *id
            }
            Some(Scope::Constituencies(ids)) => ids.contains(&constituency.number.to_string()),
            Some(_) => unreachable!("not among the cases"),
        }
    }

    /// Places of the best by declared votes, then serial.
    fn leader(&self, lines: &[usize]) -> Option<usize> {
        let mut best = *lines.first()?;
        for &c in lines {
            let (a, b) = (
                &self.election.candidates[c],
                &self.election.candidates[best],
            );
            if a.votes > b.votes || (a.votes == b.votes && a.serial < b.serial) {
                best = c;
            }
        }
        Some(best)
    }

    fn refused(&self, edits: &[Edit]) -> bool {
        let mut sides: Vec<(String, String)> = Vec::new();
        for pool in &self.pools {
            let target_joins = sides.iter().any(|(joiner, _)| *joiner == pool.target);
            if target_joins {
                return true;
            }
            for joiner in &pool.joiners {
                let other = sides.iter().any(|(party, into)| {
                    (party == joiner && *into != pool.target) || into == joiner
                });
                if other || *joiner == pool.target {
                    return true;
                }
                sides.push((joiner.clone(), pool.target.clone()));
            }
        }
        for edit in edits {
            let bad = match edit {
                Edit::Swing(swing) => self.one_side(&swing.from, &swing.to),
                Edit::Award(award) => self
                    .awarded(&award.constituency, &award.candidate)
                    .is_none(),
                Edit::Cross(cross) => cross.from == cross.to,
                _ => false,
            };
            if bad {
                return true;
            }
        }
        false
    }

    /// Whether some party's candidates can be of both sides.
    fn one_side(&self, a: &str, b: &str) -> bool {
        let parties = &self.election.parties[..self.election.parties.len() - 1];
        a == b
            || parties.iter().enumerate().any(|(party, _)| {
                let line = Candidate::bare(party as u16, self.election.party_alliance[party]);
                self.side(a, &line) && self.side(b, &line)
            })
    }

    fn awarded(&self, constituency: &str, chosen: &Chosen) -> Option<(usize, usize)> {
        let all = self.election.constituencies.iter();
        let i = all
            .into_iter()
            .position(|one| one.number.to_string() == constituency)?;
        let lines: Vec<usize> = self.election.constituencies[i].range().collect();
        let found = match chosen {
            Chosen::Serial(serial) => {
                let same = |c: &usize| u32::from(self.election.candidates[*c].serial) == *serial;
                lines.into_iter().find(same)
            }
            Chosen::Party(id) => {
                let own: Vec<usize> = lines
                    .into_iter()
                    .filter(|&c| self.name(&self.election.candidates[c]) == id)
                    .collect();
                if id == "IND" && own.len() > 1 {
                    return None;
                }
                self.leader(&own)
            }
        };
        Some((i, found?))
    }
}

fn half_up(whole: i64, hundredths: u32) -> i64 {
    (2 * whole * i64::from(hundredths) + 10_000) / 20_000
}

/// Votes after pools and swings.
struct Polled {
    votes: Vec<i64>,
    standing: Vec<bool>,
    /// For each constituency whether a vote moved or somebody withdrew.
    decided: Vec<bool>,
    /// For each edit whether it is a pool or swing that changed nothing.
    idle: Vec<bool>,
}

/// The pools and swings among the edits, seats given by hand left out.
fn polled(rules: &Declared, edits: &[Edit], awards: &[Option<usize>]) -> Option<Polled> {
    let election = rules.election;
    let mut now = Polled {
        votes: election
            .candidates
            .iter()
            .map(|c| i64::from(c.votes))
            .collect(),
        standing: vec![true; election.candidates.len()],
        decided: vec![false; election.constituencies.len()],
        idle: Vec::new(),
    };
    for edit in edits {
        let mut idle = match edit {
            // A pool is in force even where nobody withdraws, unless all its parties are in the alliance they join.
            Edit::Pool(pool) => {
                let own = |id: &String| rules.alliance(id) == Some(&pool.target);
                pool.joiners.iter().all(own)
            }
            Edit::Swing(_) => true,
            _ => false,
        };
        for (i, constituency) in election.constituencies.iter().enumerate() {
            if awards[i].is_some() || !by_votes(election, constituency) {
                continue;
            }
            let lines: Vec<usize> = constituency.range().filter(|&c| now.standing[c]).collect();
            let changed = match edit {
                Edit::Pool(pool) if rules.in_scope(pool.scope.as_ref(), i) => {
                    pooled(rules, pool, &lines, &mut now)?
                }
                Edit::Swing(swing) if rules.in_scope(swing.scope.as_ref(), i) => {
                    swung(rules, swing, &lines, i, &mut now.votes)
                }
                _ => false,
            };
            now.decided[i] |= changed;
            idle &= !changed;
        }
        now.idle.push(idle);
    }
    Some(now)
}

/// A pool in one constituency; whether anybody withdrew.
fn pooled(rules: &Declared, pool: &Pool, lines: &[usize], now: &mut Polled) -> Option<bool> {
    let election = rules.election;
    let mut own: Vec<usize> = Vec::new();
    for &c in lines {
        let line = &election.candidates[c];
        let party = rules.name(line);
        let with_party = !placed(election, line);
        let joins = with_party && pool.joiners.iter().any(|id| id == party);
        let elsewhere = with_party
            && rules.joined(party).is_some_and(|target| {
                target != pool.target && rules.alliance(target) != Some(&pool.target)
            });
        if joins || (belongs(election, &pool.target, line) && !elsewhere) {
            own.push(c);
        }
    }
    if own.len() < 2 {
        return Some(false);
    }
    let leader = rules.leader(&own)?;
    for c in own.into_iter().filter(|&c| c != leader) {
        now.votes[leader] += half_up(now.votes[c], pool.efficiency);
        now.votes[c] = 0;
        now.standing[c] = false;
    }
    Some(true)
}

/// Who holds a constituency that nobody gave away, how, and by how many votes.
fn by_the_votes(
    election: &Election,
    i: usize,
    now: &Polled,
) -> (Option<usize>, Status, Option<i64>) {
    let constituency = &election.constituencies[i];
    let mut order: Vec<usize> = constituency.range().filter(|&c| now.standing[c]).collect();
    order.sort_by_key(|&c| (-now.votes[c], election.candidates[c].serial));
    let lead = |holder: usize| {
        let next = order.iter().copied().find(|&c| c != holder);
        next.map(|c| now.votes[holder] - now.votes[c])
    };
    if !now.decided[i] {
        let holder = constituency.holder.map(|c| c as usize);
        let margin = match constituency.voted {
            true => holder.and_then(lead),
            false => constituency.margin.map(i64::from),
        };
        return (holder, constituency.status, margin);
    }
    if order.len() > 1 && now.votes[order[0]] == now.votes[order[1]] {
        return (None, Status::Tied, None);
    }
    let status = match constituency.status {
        Status::Leading => Status::Leading,
        _ => Status::Declared,
    };
    (Some(order[0]), status, lead(order[0]))
}

/// A scenario of canonical edits; `None` where it has to be refused.
pub fn evaluate(election: &Election, edits: &[Edit]) -> Option<Answer> {
    let pools = edits.iter().filter_map(|edit| match edit {
        Edit::Pool(pool) => Some(pool),
        _ => None,
    });
    let mut rules = Declared {
        election,
        pools: pools.collect(),
    };
    if rules.refused(edits) {
        return None;
    }
    // Where no votes are known at all, a pool waits for them.
    if election.constituencies.iter().all(|one| !one.voted) {
        rules.pools.clear();
    }
    let n = election.constituencies.len();
    let mut awards: Vec<Option<usize>> = vec![None; n];
    for edit in edits {
        if let Edit::Award(award) = edit {
            let (i, c) = rules.awarded(&award.constituency, &award.candidate)?;
            awards[i] = Some(c);
        }
    }
    // An award to whom the votes give the seat anyway is none; nor is a pool or swing one that changes nothing. Each is
    // judged with all others in place, until all that are left change something.
    let mut left = edits.to_vec();
    let now = loop {
        let all = polled(&rules, &left, &vec![None; n])?;
        for (i, award) in awards.iter_mut().enumerate() {
            let (holder, status, _) = by_the_votes(election, i, &all);
            if holder == *award && status != Status::Leading {
                *award = None;
            }
        }
        let now = polled(&rules, &left, &awards)?;
        if !now.idle.contains(&true) {
            break now;
        }
        let mut idle = now.idle.iter();
        left.retain(|_| idle.next() == Some(&false));
    };
    let mut answer = Answer::default();
    let (mut holders, mut statuses) = (Vec::new(), Vec::new());
    for (i, award) in awards.iter().enumerate() {
        let (holder, status, margin) = match award {
            Some(c) => (Some(*c), Status::Declared, None),
            None => by_the_votes(election, i, &now),
        };
        holders.push(holder);
        statuses.push(status);
        answer.margin.push(margin);
    }
    answer.votes = now.votes;
    answer.standing = now.standing;
    sit(&rules, edits, &holders, &statuses, &mut answer)?;
    Some(answer)
}

/// A swing in one constituency; whether a vote moved.
fn swung(rules: &Declared, swing: &Swing, lines: &[usize], i: usize, votes: &mut [i64]) -> bool {
    let election = rules.election;
    let of = |id: &str| -> Vec<usize> {
        let all = lines.iter().copied();
        all.filter(|&c| rules.side(id, &election.candidates[c]))
            .collect()
    };
    let (losing, gaining) = (of(&swing.from), of(&swing.to));
    let Some(leader) = rules.leader(&gaining) else {
        return false;
    };
    let all: i64 = losing.iter().map(|&c| votes[c]).sum();
    let here = &election.constituencies[i];
    let of_lines = here
        .range()
        .map(|c| i64::from(election.candidates[c].votes));
    let valid = of_lines.sum::<i64>() + here.others.map_or(0, i64::from);
    let moved = match swing.model {
        Model::Uniform => half_up(valid, swing.points).min(all),
        Model::Proportional => half_up(all, swing.points),
    };
    if losing.is_empty() || moved == 0 {
        return false;
    }
    let exact = |c: usize| i128::from(moved) * i128::from(votes[c]);
    let mut order = losing.clone();
    // Largest remainder, then more votes, then the lower serial.
    order.sort_by_key(|&c| {
        let remainder = exact(c) % i128::from(all);
        (-remainder, -votes[c], election.candidates[c].serial)
    });
    let parts: Vec<i64> = order
        .iter()
        .map(|&c| (exact(c) / i128::from(all)) as i64)
        .collect();
    let mut left = moved - parts.iter().sum::<i64>();
    for (&c, part) in order.iter().zip(parts) {
        votes[c] -= part + left.min(1);
        left -= left.min(1);
    }
    votes[leader] += moved;
    true
}

/// After the vote. `None` where an edit has to be refused.
fn sit(
    rules: &Declared,
    edits: &[Edit],
    holders: &[Option<usize>],
    statuses: &[Status],
    answer: &mut Answer,
) -> Option<()> {
    let election = rules.election;
    let n = holders.len();
    // Who sits by itself: every party, then every member who is independent or placed on its own, now or as declared.
    let single = |c: usize| {
        let line = &election.candidates[c];
        line.party as usize == election.parties.len() - 1
            || line.alliance != election.party_alliance[line.party as usize]
    };
    let who = |c: usize, i: usize| match single(c) {
        true => format!("IND.{}", election.constituencies[i].number),
        false => rules.name(&election.candidates[c]).to_owned(),
    };
    let mut nodes: Vec<(String, Option<String>)> = Vec::new();
    let of_line = |alliance: u16| {
        (alliance != NONE).then(|| election.alliances[alliance as usize].id.clone())
    };
    for party in &election.parties[..election.parties.len() - 1] {
        let with = match rules.joined(party) {
            Some(target) if rules.is_alliance(target) => Some(target.to_owned()),
            Some(target) => Some(rules.alliance(target).unwrap_or(target).to_owned()),
            None => rules.alliance(party).map(str::to_owned),
        };
        nodes.push((party.clone(), with));
    }
    for (i, holder) in holders.iter().enumerate() {
        let declared = election.constituencies[i].holder.map(|c| c as usize);
        let member = holder
            .filter(|&c| single(c))
            .or(declared.filter(|&c| single(c)));
        if let Some(c) = member {
            nodes.push((who(c, i), of_line(election.candidates[c].alliance)));
        }
    }
    let before_realigning = nodes.clone();
    for edit in edits {
        if let Edit::Realign(Realign { party, alliance }) = edit {
            let known = |id: &String| nodes.iter().any(|(node, _)| node == id);
            if let Some(node) = nodes.iter().position(|(node, _)| node == party) {
                let to = alliance
                    .clone()
                    .filter(|id| rules.is_alliance(id) || known(id));
                nodes[node].1 = to.filter(|id| id != party);
            }
        }
    }
    let rows = grouped(rules, &nodes);
    let realigned = rows != grouped(rules, &before_realigning);
    let mut house: Vec<Sitting> = nodes
        .iter()
        .zip(&rows)
        .map(|((id, _), row)| Sitting {
            id: id.clone(),
            row: row.clone(),
            won: 0,
            leading: 0,
            before: 0,
            silent: 0,
            vote: 'n',
            breakaway: false,
        })
        .collect();
    for (i, holder) in holders.iter().enumerate() {
        let Some(c) = *holder else { continue };
        let id = who(c, i);
        let one = house.iter_mut().find(|one| one.id == id)?;
        if statuses[i] == Status::Leading {
            one.leading += 1;
        } else {
            one.won += 1;
        }
        one.before += 1;
    }
    // Who is in power: whoever has won a majority as declared, but a majority of the reader's comes first.
    let mark = |n: u32| n / 2 + 1;
    let full = mark(n as u32);
    let majority = |seats: &dyn Fn(&str) -> u32| {
        let found = rows.iter().find(|row| seats(row) >= full);
        found.cloned()
    };
    let declared = majority(&|row: &str| {
        let seats = (0..n).filter(|&i| {
            let constituency = &election.constituencies[i];
            let holder = constituency
                .holder
                .filter(|_| constituency.status != Status::Leading);
            holder.is_some_and(|c| self::row_of(&nodes, &rows, &who(c as usize, i)) == row)
        });
        seats.count() as u32
    });
    let now = majority(&|row: &str| {
        let own = house.iter().filter(|one| one.row == row);
        own.map(Sitting::seats).sum()
    });
    let named = |id: &String| match rules.is_alliance(id) {
        true => id.clone(),
        false => row_of(&nodes, &rows, id).to_owned(),
    };
    let in_power = election.government.as_ref().map(named).or(declared);
    let power = if realigned {
        now.or(in_power)
    } else {
        in_power
    };
    if let Some(nominated) = election.nominated {
        house.push(Sitting {
            id: "NOM".to_owned(),
            row: String::new(),
            won: nominated.members,
            leading: 0,
            before: nominated.members,
            silent: if nominated.voting {
                0
            } else {
                nominated.members
            },
            vote: '-',
            breakaway: false,
        });
    }
    for one in &mut house {
        if Some(&one.row) == power.as_ref() {
            one.vote = 'f';
        }
    }
    let mut vacated = vec![false; n];
    let mut resigned = 0;
    let (mut base, mut speaker) = (BaseKind::Total, None);
    for edit in edits {
        match edit {
            Edit::Stance(stance) => {
                for one in &mut house {
                    one.vote = 'n';
                }
                for (ids, vote) in [(&stance.r#for, 'f'), (&stance.not_voting, '-')] {
                    for id in ids {
                        for one in &mut house {
                            let named = one.id == *id || (rules.is_alliance(id) && one.row == *id);
                            if named && vote == '-' && one.vote == 'f' {
                                return None;
                            }
                            if named {
                                one.vote = vote;
                            }
                        }
                    }
                }
            }
            Edit::Cross(cross) => {
                let from = house.iter().position(|one| one.id == cross.from)?;
                let to = match rules.is_alliance(&cross.to) {
                    true => format!("{}>{}", cross.from, cross.to),
                    false => cross.to.clone(),
                };
                if rules.is_alliance(&cross.to) && house[from].row == cross.to {
                    continue;
                }
                let (won, leading) = house[from].take(cross.members);
                let at = house
                    .iter()
                    .position(|one| one.id == to)
                    .unwrap_or_else(|| {
                        house.push(Sitting {
                            id: to.clone(),
                            row: cross.to.clone(),
                            won: 0,
                            leading: 0,
                            before: 0,
                            silent: 0,
                            vote: 'n',
                            breakaway: true,
                        });
                        house.len() - 1
                    });
                house[at].won += won;
                house[at].leading += leading;
            }
            Edit::Resign(Resign::Members { from, members }) => {
                let one = house.iter_mut().find(|one| one.id == *from)?;
                let (won, leading) = one.take(*members);
                resigned += won + leading;
            }
            Edit::Resign(Resign::Seat { constituency }) => {
                let number = |i: &usize| election.constituencies[*i].number.to_string();
                let i = (0..n).find(|i| number(i) == *constituency)?;
                let Some(c) = holders[i] else { continue };
                let mut id = who(c, i);
                // Where all of its party crossed, the member sits with whom they crossed to.
                for cross in edits {
                    let Edit::Cross(cross) = cross else { continue };
                    let gone = |id: &str| !house.iter().any(|one| one.id == id && one.seats() > 0);
                    if cross.from == id && gone(&id) {
                        let other = format!("{}>{}", cross.from, cross.to);
                        let to = if rules.is_alliance(&cross.to) {
                            other
                        } else {
                            cross.to.clone()
                        };
                        let took = house.iter().any(|one| one.id == to);
                        id = if took { to } else { id };
                    }
                }
                let Some(one) = house.iter_mut().find(|one| one.id == id && one.seats() > 0) else {
                    continue;
                };
                if statuses[i] == Status::Leading && one.leading > 0 {
                    one.leading -= 1;
                } else {
                    one.take(1);
                }
                vacated[i] = true;
            }
            Edit::Absent(members) => {
                if let Some(one) = house.iter_mut().find(|one| one.id == members.from) {
                    one.silent += members.members.min(one.seats() - one.silent);
                }
            }
            Edit::House(edit) => {
                base = edit.base;
                if let Some(id) = &edit.speaker
                    && let Some(one) = house.iter_mut().find(|one| one.id == *id)
                    && one.seats() > one.silent
                {
                    one.silent += 1;
                    speaker = Some(id.clone());
                }
            }
            _ => {}
        }
    }
    // Those who sit with an alliance vote as its largest party does.
    for k in 0..house.len() {
        if house[k].breakaway {
            let own = |one: &&Sitting| {
                !one.breakaway && one.row == house[k].row && (one.before > 0 || one.seats() > 0)
            };
            let most = house.iter().filter(own).map(|one| one.before).max();
            let largest = house
                .iter()
                .filter(own)
                .find(|one| Some(one.before) == most);
            house[k].vote = largest.map_or('n', |one| one.vote);
        }
    }
    for one in &mut house {
        // Nominated members count where they may vote, whatever their stance.
        if one.vote == '-' && one.id != "NOM" {
            one.silent = one.seats();
        }
    }
    let count = |wanted: &dyn Fn(&Status) -> bool| {
        let all = (0..n).filter(|&i| !vacated[i] && wanted(&statuses[i]));
        all.count() as u32
    };
    let gone = vacated.iter().filter(|gone| **gone).count() as u32;
    answer.empty = [
        count(&|s| *s == Status::Tied),
        count(&|s| *s == Status::Awaited),
        count(&|s| *s == Status::Vacant) + gone + resigned,
        count(&|s| [Status::Adjourned, Status::Countermanded, Status::SetAside].contains(s)),
    ];
    let members: u32 = house.iter().map(Sitting::seats).sum();
    let voting = |one: &Sitting| one.seats() - one.silent;
    let votes = |vote: char| -> u32 {
        house
            .iter()
            .filter(|one| one.vote == vote)
            .map(voting)
            .sum()
    };
    let nominated = election.nominated.map_or(0, |those| those.members);
    let left_out = election.nominated.filter(|those| !those.effective);
    let effective = members - left_out.map_or(0, |_| nominated);
    answer.bases = [n as u32, effective, house.iter().map(voting).sum()];
    answer.floor = [votes('f'), votes('n'), members - votes('f') - votes('n')];
    let mut names: Vec<String> = house.iter().map(|one| one.row.clone()).collect();
    names.sort();
    names.dedup();
    names.retain(|name| !name.is_empty());
    for name in names {
        let own = || house.iter().filter(|one| one.row == name);
        let won: u32 = own().map(|one| one.won).sum();
        let leading: u32 = own().map(|one| one.leading).sum();
        let silent: u32 = own().map(|one| one.silent).sum();
        if won + leading > 0 {
            answer
                .rows
                .push((name, won, leading, won + leading - silent));
        }
    }
    let of_base = |(_, won, leading, voting): &(String, u32, u32, u32)| match base {
        // Who does not vote is taken off the ones that won first.
        BaseKind::Voting => (won.saturating_sub(won + leading - voting), *voting),
        _ => (*won, won + leading),
    };
    let most = answer
        .rows
        .iter()
        .map(|row| of_base(row).1)
        .max()
        .unwrap_or(0);
    let mark = mark(answer.bases[base as usize]);
    answer.verdict = if most == 0 {
        "none"
    } else if answer.rows.iter().any(|row| of_base(row).0 >= mark) {
        "majority"
    } else if most >= mark {
        "ahead"
    } else if most + answer.empty[0] + answer.empty[1] >= mark {
        "open"
    } else {
        "hung"
    };
    let top = answer
        .rows
        .iter()
        .filter(|row| most > 0 && of_base(row).1 == most);
    answer.leaders = top.map(|row| row.0.clone()).collect();
    answer.winner = (0..n)
        .map(|i| match holders[i].filter(|_| !vacated[i]) {
            Some(c) => election.candidates[c].serial,
            None => 0,
        })
        .collect();
    for (margin, gone) in answer.margin.iter_mut().zip(vacated) {
        *margin = margin.filter(|_| !gone);
    }
    answer.speaker = speaker;
    Some(())
}

fn row_of<'a>(nodes: &[(String, Option<String>)], rows: &'a [String], id: &str) -> &'a str {
    let at = nodes.iter().position(|(node, _)| node == id);
    at.map_or("", |at| &rows[at])
}

/// The row of everybody: the alliance they end up with, or the names of all who end up together.
fn grouped(rules: &Declared, nodes: &[(String, Option<String>)]) -> Vec<String> {
    let place = |id: &str| nodes.iter().position(|(node, _)| node == id);
    // Where following everybody's choice ends: an alliance, one who follows nobody, or the first of a circle.
    let end = |start: usize| -> String {
        let mut path = vec![start];
        loop {
            let at = path[path.len() - 1];
            let Some(to) = &nodes[at].1 else {
                return nodes[at].0.clone();
            };
            let Some(next) = place(to).filter(|_| !rules.is_alliance(to)) else {
                return to.clone();
            };
            if let Some(first) = path.iter().position(|&known| known == next) {
                let lowest = path[first..].iter().min();
                return lowest.map(|&at| nodes[at].0.clone()).unwrap_or_default();
            }
            path.push(next);
        }
    };
    let ends: Vec<String> = (0..nodes.len()).map(end).collect();
    let name = |end: &String| {
        if rules.is_alliance(end) {
            return end.clone();
        }
        let together = nodes.iter().zip(&ends).filter(|(_, other)| *other == end);
        let together: Vec<&str> = together.map(|(node, _)| node.0.as_str()).collect();
        together.join("+")
    };
    ends.iter().map(name).collect()
}
