//! Tallies by party and by alliance.

use crate::election::member::Member;
use crate::election::{Election, NONE};
use crate::outcome::Outcome;
use crate::outcome::alliances::Group;
use crate::outcome::house::{Partner, Who};
use crate::outcome::sides::{Side, alliance_of, side};
use crate::scenario::Pool;
use crate::share::{hundredths, percent};
use serde::Serialize;

/// A line of the tally by alliance.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AllianceRow {
    /// Its id.
    pub id: String,
    /// `alliance`, `grouping`, `party` or `independent`.
    pub kind: &'static str,
    /// Ids of the parties and members counted here now.
    pub parties: Vec<String>,
    /// Those of them that a pool, no realignment, brought into a declared alliance.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub joined: Vec<String>,
    /// Won and leading.
    pub seats: u32,
    /// Won.
    pub won: u32,
    /// Leading.
    pub leading: u32,
    /// Members who vote: neither absent, nor of a partner that is not voting, nor the Speaker.
    pub voting: u32,
    /// Seats of its declared members in the baseline; none for a new grouping and for who left an
    /// alliance, whose baseline has them.
    pub baseline: Option<u32>,
    /// Seats less baseline.
    pub change: Option<i32>,
    /// Ballot lines of its parties.
    pub contested: u32,
    /// Constituencies with at least one of them.
    pub constituencies: u32,
    /// Lines not elected with 6 × votes ≤ valid votes.
    pub deposits_lost: u32,
    /// Present votes of its parties.
    pub votes: u64,
    /// Share of votes counted, in hundredths of a percent, half up.
    pub share_counted: u32,
    /// Share of valid votes, likewise.
    pub share_valid: u32,
    /// Seats elected of constituencies contested, likewise; none after a pool.
    pub strike_rate: Option<u32>,
}

/// A line of the tally by party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PartyRow {
    /// Its id.
    pub id: String,
    /// Seats elected, those given by hand included, before anybody crossed, resigned or left the seat.
    pub elected: u32,
    /// Alliance or grouping it is counted in, if not alone.
    pub alliance: Option<String>,
    /// Won and leading.
    pub seats: u32,
    /// Won.
    pub won: u32,
    /// Leading.
    pub leading: u32,
    /// Declared seats.
    pub baseline: u32,
    /// Seats less baseline.
    pub change: i32,
    /// Ballot lines.
    pub contested: u32,
    /// Lines not elected with 6 × votes ≤ valid votes.
    pub deposits_lost: u32,
    /// Present votes.
    pub votes: u64,
    /// Share of votes counted, in hundredths of a percent, half up.
    pub share_counted: u32,
    /// Share of valid votes, likewise.
    pub share_valid: u32,
    /// Seats elected of lines contested, likewise; none after a pool.
    pub strike_rate: Option<u32>,
    /// The same in whole percent, half up.
    pub strike_rate_percent: Option<u32>,
}

/// Both tallies, and where groups stand in the first.
pub struct Tally {
    pub alliances: Vec<AllianceRow>,
    pub parties: Vec<PartyRow>,
    /// Row of each group, [`NONE`] where it has none.
    pub row_of_group: Vec<u16>,
}

/// What the ballots say of a party or group.
#[derive(Debug, Clone, Copy, Default)]
struct Lines {
    contested: u32,
    constituencies: u32,
    elected: u32,
    baseline: u32,
    deposits_lost: u32,
    votes: u64,
    /// Constituency last counted, so that one with two lines counts once.
    last: Option<u32>,
}

impl Lines {
    fn add(&mut self, constituency: usize, votes: u32, deposit_lost: bool) {
        self.contested += 1;
        if self.last != Some(constituency as u32) {
            self.last = Some(constituency as u32);
            self.constituencies += 1;
        }
        self.deposits_lost += u32::from(deposit_lost);
        self.votes += u64::from(votes);
    }

    /// The row of a group of these members and lines, without whom it is made of.
    fn row(
        &self,
        (id, kind): (String, &'static str),
        members: Members,
        baseline: Option<u32>,
        shares: &Shares,
    ) -> AllianceRow {
        let Members {
            won,
            leading,
            voting,
        } = members;
        let seats = won + leading;
        AllianceRow {
            id,
            kind,
            parties: Vec::new(),
            joined: Vec::new(),
            seats,
            won,
            leading,
            voting,
            baseline,
            change: baseline.map(|b| seats as i32 - b as i32),
            contested: self.contested,
            constituencies: self.constituencies,
            deposits_lost: self.deposits_lost,
            votes: self.votes,
            share_counted: hundredths(self.votes, shares.counted),
            share_valid: hundredths(self.votes, shares.valid),
            strike_rate: shares.strike_rate(self.elected, self.constituencies),
        }
    }
}

pub fn tally(election: &Election, outcome: &Outcome) -> Tally {
    let groups = &outcome.groups;
    let mut by_party = vec![Lines::default(); election.parties.len()];
    let mut by_group = vec![Lines::default(); groups.groups.len()];
    let party_group: Vec<u16> = (0..election.independent())
        .map(|party| groups.of_member(Member::Party(party)).unwrap_or(NONE))
        .collect();
    let (mut counted, mut valid) = (0, 0);
    for (i, constituency) in election.constituencies.iter().enumerate() {
        counted += constituency.counted();
        valid += constituency.valid;
        let holder = outcome.seats.results[i].holder;
        let apart = |c: &u32| matches!(Member::of(election, *c, i), Member::Single(_));
        let sits = holder.filter(apart).or(constituency.holder);
        for c in constituency.range() {
            let line = &election.candidates[c];
            let group = match Member::of(election, c as u32, i) {
                Member::Party(party) => party_group[party as usize],
                // Only a member, now or else as declared, is counted beyond the independents' own row.
                member if sits == Some(c as u32) => groups.of_member(member).unwrap_or(NONE),
                _ => line.alliance,
            };
            let elected = holder == Some(c as u32);
            let mut lines = [
                Some(&mut by_party[line.party as usize]),
                by_group.get_mut(group as usize),
            ];
            for lines in lines.iter_mut().flatten() {
                lines.elected += u32::from(elected);
                lines.baseline += u32::from(constituency.holder == Some(c as u32));
                if outcome.votes.standing[c] {
                    let votes = outcome.votes.count[c];
                    let lost = constituency.voted && !elected && constituency.loses_deposit(votes);
                    lines.add(i, votes, lost);
                }
            }
        }
    }
    let shares = Shares {
        counted,
        valid,
        pooled: outcome.votes.pooled,
    };
    let (alliances, row_of_group) = alliances(election, outcome, &by_group, &shares);
    Tally {
        parties: parties(election, outcome, &by_party, &shares),
        alliances,
        row_of_group,
    }
}

/// The members of a party or group.
#[derive(Debug, Clone, Copy, Default)]
struct Members {
    won: u32,
    leading: u32,
    voting: u32,
}

impl Members {
    fn add(&mut self, partner: &Partner) {
        self.won += partner.won;
        self.leading += partner.leading;
        self.voting += partner.voting();
    }
}

struct Shares {
    counted: u64,
    valid: u64,
    pooled: bool,
}

impl Shares {
    fn strike_rate(&self, elected: u32, contested: u32) -> Option<u32> {
        self.rate(elected, contested, hundredths)
    }

    fn rate(&self, elected: u32, contested: u32, share: fn(u64, u64) -> u32) -> Option<u32> {
        (!self.pooled && contested > 0).then(|| share(elected.into(), contested.into()))
    }
}

fn alliances(
    election: &Election,
    outcome: &Outcome,
    by_group: &[Lines],
    shares: &Shares,
) -> (Vec<AllianceRow>, Vec<u16>) {
    let groups = &outcome.groups;
    let mut row_of_group = vec![NONE; by_group.len()];
    let mut rows = Vec::new();
    let declared = declared_seats(election);
    let mut members = vec![Members::default(); by_group.len()];
    for partner in &outcome.house.partners {
        if let Some(group) = partner.group {
            members[group as usize].add(partner);
        }
    }
    for (g, group) in groups.groups.iter().enumerate() {
        let (lines, members) = (&by_group[g], members[g]);
        let seats = members.won + members.leading;
        // Of most parties of a large election there is nothing to say.
        if matches!(group, Group::Alone(_)) && seats + lines.elected + lines.baseline == 0 {
            continue;
        }
        row_of_group[g] = rows.len() as u16;
        let baseline = match *group {
            Group::Alliance(alliance) => Some(declared[alliance as usize]),
            Group::Together(_) => None,
            Group::Alone(Member::Party(party)) => {
                (election.party_alliance[party as usize] == NONE).then_some(lines.baseline)
            }
            Group::Alone(Member::Single(seat)) => baseline_alone(election, outcome, seat as usize),
        };
        let named = (groups.id(election, g as u16), kind(group));
        rows.push(AllianceRow {
            parties: groups.ids(election, g as u16),
            joined: joined(election, outcome, group, g as u16),
            ..lines.row(named, members, baseline, shares)
        });
    }
    rows.extend(replaced_independents(election, outcome, shares));
    (rows, row_of_group)
}

/// Whoever holds a constituency as declared, if an independent whom no alliance has placed.
fn declared_independent(election: &Election, seat: usize) -> Option<u32> {
    let holder = election.constituencies[seat].holder?;
    let line = &election.candidates[holder as usize];
    (line.party == election.independent() && line.alliance == NONE).then_some(holder)
}

/// The baseline of a member who sits alone; none for one whom the alliance it left has in its own.
fn baseline_alone(election: &Election, outcome: &Outcome, seat: usize) -> Option<u32> {
    let alone = declared_independent(election, seat).is_some();
    let holder = outcome.seats.results[seat].holder;
    let left = holder.filter(|_| holder == election.constituencies[seat].holder);
    let left = left.is_some_and(|holder| election.is_placed(&election.candidates[holder as usize]));
    (!left).then_some(u32::from(alone))
}

/// Independents who lost their seats to one who sits apart as well, but not alone: that one is the
/// member for the constituency now, and counted elsewhere.
fn replaced_independents(
    election: &Election,
    outcome: &Outcome,
    shares: &Shares,
) -> Vec<AllianceRow> {
    let groups = &outcome.groups;
    let all = election.constituencies.iter().enumerate();
    let replaced = all.filter_map(|(seat, constituency)| {
        let before = declared_independent(election, seat)?;
        let member = Member::Single(seat as u32);
        let group = &groups.groups[groups.of_member(member)? as usize];
        if outcome.seats.results[seat].holder == Some(before) || *group == Group::Alone(member) {
            return None;
        }
        let mut lines = Lines::default();
        if outcome.votes.standing[before as usize] {
            let votes = outcome.votes.count[before as usize];
            let lost = constituency.voted && constituency.loses_deposit(votes);
            lines.add(seat, votes, lost);
        }
        let named = (member.id(election), kind(&Group::Alone(member)));
        Some(lines.row(named, Members::default(), Some(1), shares))
    });
    replaced.collect()
}

fn kind(group: &Group) -> &'static str {
    match group {
        Group::Alliance(_) => "alliance",
        Group::Together(_) => "grouping",
        Group::Alone(Member::Party(_)) => "party",
        Group::Alone(Member::Single(_)) => "independent",
    }
}

/// Parties that a pool brought into a declared alliance.
fn joined(election: &Election, outcome: &Outcome, group: &Group, g: u16) -> Vec<String> {
    let Group::Alliance(alliance) = *group else {
        return Vec::new();
    };
    let here = |target: &str| {
        let side = side(election, target).and_then(|target| alliance_of(election, target));
        side == Some(Side::Alliance(alliance))
    };
    let came = |id: &&String| {
        election.party(id).is_some_and(|party| {
            election.party_alliance[party as usize] != alliance
                && outcome.groups.of_member(Member::Party(party)) == Some(g)
        })
    };
    let pools = Pool::among(&outcome.edits).filter(|(_, pool)| here(&pool.target));
    let joiners = pools.flat_map(|(_, pool)| &pool.joiners);
    joiners.filter(came).cloned().collect()
}

/// Seats each declared alliance has in the baseline.
fn declared_seats(election: &Election) -> Vec<u32> {
    let mut seats = vec![0; election.alliances.len()];
    let holders = election.constituencies.iter().filter_map(|c| c.holder);
    for holder in holders {
        let alliance = election.candidates[holder as usize].alliance;
        if alliance != NONE {
            seats[alliance as usize] += 1;
        }
    }
    seats
}

fn parties(
    election: &Election,
    outcome: &Outcome,
    by_party: &[Lines],
    shares: &Shares,
) -> Vec<PartyRow> {
    let mut rows: Vec<PartyRow> = Vec::with_capacity(by_party.len());
    let mut members = vec![Members::default(); by_party.len()];
    for partner in &outcome.house.partners {
        let party = match partner.who {
            Who::Member(Member::Party(party)) => Some(party),
            Who::Member(Member::Single(seat)) => outcome.seats.results[seat as usize]
                .holder
                .map(|holder| election.candidates[holder as usize].party),
            Who::Breakaway(..) | Who::Nominated => None,
        };
        if let Some(party) = party {
            members[party as usize].add(partner);
        }
    }
    for (party, lines) in by_party.iter().enumerate() {
        let independent = party == election.independent() as usize;
        let group = outcome.groups.of_member(Member::Party(party as u16));
        let alone = group
            .is_none_or(|group| matches!(outcome.groups.groups[group as usize], Group::Alone(_)));
        if independent && lines.contested + lines.baseline + lines.elected == 0 {
            continue;
        }
        let Members { won, leading, .. } = members[party];
        let seats = won + leading;
        rows.push(PartyRow {
            id: election.parties[party].clone(),
            alliance: group
                .filter(|_| !alone)
                .map(|group| outcome.groups.id(election, group)),
            elected: lines.elected,
            seats,
            won,
            leading,
            baseline: lines.baseline,
            change: seats as i32 - lines.baseline as i32,
            contested: lines.contested,
            deposits_lost: lines.deposits_lost,
            votes: lines.votes,
            share_counted: hundredths(lines.votes, shares.counted),
            share_valid: hundredths(lines.votes, shares.valid),
            strike_rate: shares.strike_rate(lines.elected, lines.contested),
            strike_rate_percent: shares.rate(lines.elected, lines.contested, percent),
        });
    }
    rows
}
