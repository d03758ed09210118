//! Before the vote: pools, then swings in their listed order (RULES.md, "Votes").

use super::largest_remainder::{parts, share};
use super::problem;
use super::sides::{Side, Sides, alliance_of, side, unknown_side};
use crate::election::{Candidate, Constituency, Election};
use crate::problem::Problems;
use crate::scenario::{Edit, Model, Pool, Scope, Swing, WHOLE};
use serde::Serialize;

/// Votes of every candidate as the scenario has them.
#[derive(Debug, Clone)]
pub struct Votes {
    /// Present votes, in the order of [`Election::candidates`].
    pub count: Vec<u32>,
    /// Whether each candidate stands; who withdrew in a pool does not.
    pub standing: Vec<bool>,
    /// For each constituency, whether a pool or swing changed something there: its votes decide it then.
    pub touched: Vec<bool>,
    /// What each pool and swing did.
    pub moves: Vec<VoteMove>,
    /// Whether any pool is in force, after which strike rates are withheld.
    pub pooled: bool,
}

/// What one pool or swing did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VoteMove {
    /// Place in the canonical edits.
    pub edit: usize,
    /// `pool` or `swing`.
    pub kind: &'static str,
    /// Constituencies it applied to.
    pub applied: u32,
    /// Ids of constituencies in scope left out because not both sides stood.
    pub skipped: Vec<String>,
    /// Votes that moved.
    pub moved: u64,
    /// Votes cast for nobody.
    pub lost: u64,
}

impl VoteMove {
    fn new(edit: usize, kind: &'static str) -> VoteMove {
        VoteMove {
            edit,
            kind,
            applied: 0,
            skipped: Vec::new(),
            moved: 0,
            lost: 0,
        }
    }
}

impl Votes {
    /// The declared votes.
    pub fn declared(election: &Election) -> Votes {
        let candidates = &election.candidates;
        Votes {
            count: candidates.iter().map(|candidate| candidate.votes).collect(),
            standing: vec![true; candidates.len()],
            touched: vec![false; election.constituencies.len()],
            moves: Vec::new(),
            pooled: false,
        }
    }

    /// Applies the pools and swings among `edits` (canonical). Constituencies awarded by hand are left out.
    /// Edits that changed something are pushed to `kept`.
    pub fn of(
        election: &Election,
        sides: &Sides,
        edits: &[Edit],
        awards: &[Option<u32>],
        kept: &mut Vec<Edit>,
        problems: &mut Problems,
    ) -> Votes {
        let mut votes = Votes::declared(election);
        for (i, edit) in edits.iter().enumerate() {
            let Some(step) = Step::of(election, sides, edit, i, problems) else {
                continue;
            };
            let report = votes.apply(election, sides, &step, awards, kept.len());
            let pool = matches!(step.what, What::Pool { .. });
            let changed = match &step.what {
                // A pool says who is counted with whom even where nobody withdrew.
                What::Pool {
                    target, joiners, ..
                } => report.applied > 0 || regroups(election, *target, joiners),
                What::Swing { .. } => report.moved > 0,
            };
            if changed {
                votes.pooled |= pool;
                votes.moves.push(report);
                kept.push(edit.clone());
            }
        }
        votes
    }

    fn apply(
        &mut self,
        election: &Election,
        sides: &Sides,
        step: &Step,
        awards: &[Option<u32>],
        edit: usize,
    ) -> VoteMove {
        let kind = match step.what {
            What::Pool { .. } => "pool",
            What::Swing { .. } => "swing",
        };
        let mut report = VoteMove::new(edit, kind);
        for (i, constituency) in election.constituencies.iter().enumerate() {
            if !step.scope.holds(constituency) || awards[i].is_some() {
                continue;
            }
            let done = if follows_votes(constituency) {
                self.step(election, sides, step, constituency, &mut report)
            } else {
                Done::Skipped
            };
            match done {
                Done::Skipped => report.skipped.push(constituency.number.to_string()),
                Done::Applied { changed } => {
                    report.applied += 1;
                    self.touched[i] |= changed;
                }
            }
        }
        report
    }

    fn step(
        &mut self,
        election: &Election,
        sides: &Sides,
        step: &Step,
        constituency: &Constituency,
        report: &mut VoteMove,
    ) -> Done {
        let standing_of = |votes: &Votes, belongs: &dyn Fn(&Candidate) -> bool| -> Vec<usize> {
            let range = constituency.range();
            range
                .filter(|&c| votes.standing[c] && belongs(&election.candidates[c]))
                .collect()
        };
        match &step.what {
            What::Pool {
                target,
                joiners,
                efficiency,
            } => {
                let members = standing_of(self, &|candidate| {
                    joiners.contains(&candidate.party) || own(election, sides, *target, candidate)
                });
                let (Some(leader), true) = (leader(election, &members), members.len() > 1) else {
                    return Done::Skipped;
                };
                for &member in members.iter().filter(|&&member| member != leader) {
                    let all = u64::from(self.count[member]);
                    let following = share(all, *efficiency);
                    self.count[leader] += following as u32;
                    self.count[member] = 0;
                    self.standing[member] = false;
                    report.moved += following;
                    report.lost += all - following;
                }
                Done::Applied { changed: true }
            }
            What::Swing { rule, points } => {
                let losing = standing_of(self, &|c| sides.belongs(election, rule.from, c));
                let gaining = standing_of(self, &|c| sides.belongs(election, rule.to, c));
                let (Some(gainer), false) = (leader(election, &gaining), losing.is_empty()) else {
                    return Done::Skipped;
                };
                let all: u64 = losing.iter().map(|&c| u64::from(self.count[c])).sum();
                let moved = rule.moved(constituency, all, *points);
                let lines: Vec<(u32, u16)> = losing
                    .iter()
                    .map(|&c| (self.count[c], election.candidates[c].serial))
                    .collect();
                for (&candidate, part) in losing.iter().zip(parts(&lines, moved)) {
                    self.count[candidate] -= part;
                }
                self.count[gainer] += moved as u32;
                report.moved += moved;
                Done::Applied { changed: moved > 0 }
            }
        }
    }
}

/// Why the pools and swings among `edits` cannot hold together: the code of the first problem with their sides.
/// `None` where they can.
pub fn refusal(election: &Election, edits: &[Edit]) -> Option<&'static str> {
    let mut problems = Problems::default();
    let sides = Sides::of(election, edits, &mut problems);
    for (i, swing) in Swing::among(edits) {
        Rule::of(election, &sides, swing, i, &mut problems);
    }
    problems.list().first().map(|problem| problem.code)
}

/// Whether joining a side changes who is on it: not for parties of an alliance all of whose lines are in it anyway.
fn regroups(election: &Election, target: Side, joiners: &[u16]) -> bool {
    let Side::Alliance(alliance) = target else {
        return true;
    };
    let mut lines = election.candidates.iter();
    let declared = |party: &u16| election.party_alliance[*party as usize] == alliance;
    !joiners.iter().all(declared)
        || lines.any(|line| joiners.contains(&line.party) && line.alliance != alliance)
}

/// The pools and swings of a scenario, to count one constituency at a time with another efficiency of one pool.
pub struct Trial {
    steps: Vec<Step>,
    /// Which of them is the pool.
    varied: usize,
    sides: Sides,
}

impl Trial {
    /// Pools and swings among `edits` (canonical), of which the one at `varied` is the pool. `None` where something is wrong
    /// with them.
    pub fn of(
        election: &Election,
        edits: &[Edit],
        varied: usize,
        problems: &mut Problems,
    ) -> Option<Trial> {
        let sides = Sides::of(election, edits, problems);
        let (mut steps, mut place) = (Vec::new(), None);
        for (i, edit) in edits.iter().enumerate() {
            if i == varied {
                place = Some(steps.len());
            }
            steps.extend(Step::of(election, &sides, edit, i, problems));
        }
        Some(Trial {
            steps,
            varied: place?,
            sides,
        })
    }

    /// Whether the pool can be in force in a constituency that votes decide.
    pub fn holds(&self, constituency: &Constituency) -> bool {
        follows_votes(constituency) && self.steps[self.varied].scope.holds(constituency)
    }

    /// Whether more that follow the pool mean more votes for one candidate and no vote more or less for any other: so without
    /// swings, and where none takes votes from the pool's side. Several pools and swings together are not looked into.
    pub fn adds_to_one(&self, election: &Election) -> bool {
        let swing = |step: &Step| match &step.what {
            What::Swing { rule, .. } => Some(rule.from),
            What::Pool { .. } => None,
        };
        let mut swings = self.steps.iter().filter_map(swing).peekable();
        let What::Pool {
            target, joiners, ..
        } = &self.steps[self.varied].what
        else {
            return false;
        };
        let pools = self.steps.iter().filter(|step| swing(step).is_none());
        let in_pool = |line: &&Candidate| {
            joiners.contains(&line.party) || own(election, &self.sides, *target, line)
        };
        let mut lines = election.candidates.iter().filter(in_pool);
        swings.peek().is_none()
            || (pools.count() == 1
                && lines.all(|line| {
                    let mut swings = self.steps.iter().filter_map(swing);
                    swings.all(|from| !self.sides.belongs(election, from, line))
                }))
    }

    /// How many votes rounding can at most make up or take away, in a constituency of so many candidates: at every efficiency
    /// each has as many as a function of the efficiency says that never falls, within so many.
    ///
    /// For in whole votes and parts of votes, a step gives nobody less where somebody had more before it, and hands on no more
    /// than that. So what one step rounds off stays at most as much in those after it. A pool rounds each of its members' votes
    /// by at most one half, a swing what it moves by at most one half and each part of it by less than one.
    pub fn slack(&self, candidates: usize) -> u64 {
        (self.steps.len() * (candidates + 1)) as u64
    }

    /// Counts a constituency anew with this efficiency of the pool, in hundredths of a percent.
    pub fn count(&mut self, election: &Election, votes: &mut Votes, i: usize, share: u32) {
        let constituency = &election.constituencies[i];
        for c in constituency.range() {
            votes.count[c] = election.candidates[c].votes;
            votes.standing[c] = true;
        }
        votes.touched[i] = false;
        if let What::Pool { efficiency, .. } = &mut self.steps[self.varied].what {
            *efficiency = share;
        }
        let mut report = VoteMove::new(0, "pool");
        for step in &self.steps {
            if step.scope.holds(constituency)
                && let Done::Applied { changed } =
                    votes.step(election, &self.sides, step, constituency, &mut report)
            {
                votes.touched[i] |= changed;
            }
        }
    }
}

/// What a pool or swing did in one constituency.
enum Done {
    /// Not both sides stand, or votes do not decide it.
    Skipped,
    Applied {
        /// Whether a vote moved or a candidate withdrew.
        changed: bool,
    },
}

/// Whether pools and swings hold in a constituency at all.
pub fn follows_votes(constituency: &Constituency) -> bool {
    constituency.voted && constituency.status.follows_votes()
}

/// The one with most declared votes, then the lower serial.
fn leader(election: &Election, members: &[usize]) -> Option<usize> {
    members.iter().copied().min_by_key(|&member| {
        let candidate = &election.candidates[member];
        (std::cmp::Reverse(candidate.votes), candidate.serial)
    })
}

/// A target's own candidates: who joined the pool of another side does not count among them.
fn own(election: &Election, sides: &Sides, target: Side, candidate: &Candidate) -> bool {
    match target {
        Side::Party(party) => candidate.party == party,
        Side::Alliance(alliance) => {
            let joined = sides.joined(candidate.party);
            candidate.alliance == alliance
                && joined.is_none_or(|other| alliance_of(election, other) == Some(target))
        }
    }
}

enum What {
    Pool {
        target: Side,
        joiners: Vec<u16>,
        efficiency: u32,
    },
    Swing {
        rule: Rule,
        points: u32,
    },
}

/// A swing without its points: between whom, where, and of what the points are a share.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Who loses votes.
    pub from: Side,
    /// Who gains them.
    pub to: Side,
    /// Of what the points are a share.
    pub model: Model,
    scope: Within,
}

impl Rule {
    /// Finds the ids of a swing; `i` is its place among the edits. `None` where that cannot be done.
    pub fn of(
        election: &Election,
        sides: &Sides,
        swing: &Swing,
        i: usize,
        problems: &mut Problems,
    ) -> Option<Rule> {
        let mut find = |field: &str, id: &str| {
            let found = side(election, id);
            if found.is_none() {
                unknown_side(problems, i, "swing", field, id);
            }
            found
        };
        let (from, to) = (find("from", &swing.from), find("to", &swing.to));
        let (from, to) = (from?, to?);
        if sides.overlap(election, from, to) {
            let message = format!("{} and {} are one side", swing.from, swing.to);
            problem(problems, i, "swing", "to", "same-side", message);
            return None;
        }
        Some(Rule {
            from,
            to,
            model: swing.model,
            scope: Within::of(election, swing.scope.as_ref(), i, "swing", problems),
        })
    }

    /// Whether a constituency is in scope.
    pub fn holds(&self, constituency: &Constituency) -> bool {
        self.scope.holds(constituency)
    }

    /// Votes that `points` hundredths move where the losing side has `all`, rounded half up, at most `all`.
    pub fn moved(&self, constituency: &Constituency, all: u64, points: u32) -> u64 {
        share(self.whole(constituency, all), points).min(all)
    }

    /// The votes the points are a share of.
    pub fn whole(&self, constituency: &Constituency, all: u64) -> u64 {
        match self.model {
            Model::Uniform => constituency.valid,
            Model::Proportional => all,
        }
    }
}

struct Step {
    what: What,
    scope: Within,
}

impl Step {
    /// What a pool or swing does; none for other edits, and where something is wrong with it.
    fn of(
        election: &Election,
        sides: &Sides,
        edit: &Edit,
        i: usize,
        problems: &mut Problems,
    ) -> Option<Step> {
        match (Pool::of(edit), Swing::of(edit)) {
            (Some(pool), _) => Step::pool(election, pool, i, problems),
            (None, Some(swing)) => Step::swing(election, sides, swing, i, problems),
            (None, None) => None,
        }
    }

    fn pool(election: &Election, pool: &Pool, i: usize, problems: &mut Problems) -> Option<Step> {
        let target = side(election, &pool.target)?;
        let joiners = pool.joiners.iter();
        Some(Step {
            what: What::Pool {
                target,
                joiners: joiners.filter_map(|id| election.party(id)).collect(),
                efficiency: in_range(pool.efficiency, i, "pool", "efficiency", problems),
            },
            scope: Within::of(election, pool.scope.as_ref(), i, "pool", problems),
        })
    }

    fn swing(
        election: &Election,
        sides: &Sides,
        swing: &Swing,
        i: usize,
        problems: &mut Problems,
    ) -> Option<Step> {
        let rule = Rule::of(election, sides, swing, i, problems)?;
        let points = in_range(swing.points, i, "swing", "points", problems);
        let scope = rule.scope.clone();
        Some(Step {
            what: What::Swing { rule, points },
            scope,
        })
    }
}

fn in_range(value: u32, i: usize, kind: &str, field: &str, problems: &mut Problems) -> u32 {
    if value > WHOLE {
        let message = format!("expected hundredths from 0 to {WHOLE}");
        problem(problems, i, kind, field, "too-large", message);
    }
    value
}

/// A scope with its ids found.
#[derive(Debug, Clone)]
enum Within {
    Everywhere,
    Place { list: usize, index: u16 },
    Listed(Vec<u32>),
}

impl Within {
    fn of(
        election: &Election,
        scope: Option<&Scope>,
        i: usize,
        kind: &str,
        problems: &mut Problems,
    ) -> Within {
        let (list, id) = match scope {
            None => return Within::Everywhere,
            Some(Scope::Category(id)) => (0, id),
            Some(Scope::Division(id)) => (1, id),
            Some(Scope::District(id)) => (2, id),
            Some(Scope::Parliamentary(id)) => (3, id),
            Some(Scope::Phase(id)) => (4, id),
            Some(Scope::Constituencies(ids)) => {
                let mut numbers = Vec::with_capacity(ids.len());
                for id in ids {
                    match election.constituency(id) {
                        Some(index) => numbers.push(election.constituencies[index].number),
                        None => {
                            let message = format!("no constituency has the number \"{id}\"");
                            problem(problems, i, kind, "scope", "unknown-id", message);
                        }
                    }
                }
                return Within::Listed(numbers);
            }
        };
        let (name, ids) = election.places.lists()[list];
        match ids.iter().position(|known| known == id) {
            Some(index) => Within::Place {
                list,
                index: index as u16,
            },
            None => {
                let message = format!("none of the {name} is called \"{id}\"");
                problem(problems, i, kind, "scope", "unknown-id", message);
                Within::Everywhere
            }
        }
    }

    fn holds(&self, constituency: &Constituency) -> bool {
        match self {
            Within::Everywhere => true,
            Within::Place { list, index } => constituency.places[*list] == *index,
            Within::Listed(numbers) => numbers.contains(&constituency.number),
        }
    }
}
