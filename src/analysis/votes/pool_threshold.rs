//! Pool threshold: the smallest efficiency from 0 to 100.00 % at which a pool reaches the mark, and
//! what it reaches at any other, without evaluating each.
//!
//! In a constituency more followers change the holder at most twice, from who held it to a tie and
//! from that to the pool's leader, for they add to one candidate's votes alone and take from
//! nobody; so the turns are found by halving. Where a swing takes votes from the pool's side this
//! need not be so, and every hundredth is looked at. Most are not counted: but for rounding, more
//! followers mean no vote less for anybody ([`VoteRecount::slack`]), so between two efficiencies
//! everybody has about as many votes as at the one or the other, and a holder whom that cannot
//! unseat holds in between.

use crate::analysis::query::{Evaluated, Steps};
use crate::election::Election;
use crate::election::member::Member;
use crate::majority::{VerdictKind, mark, standing};
use crate::outcome::counted_side::CountedSide;
use crate::outcome::decided::decide;
use crate::outcome::post_election::PostElection;
use crate::outcome::row::{Key, Row};
use crate::outcome::seats::{SeatResult, Seats, not_awarded, resolve_awards};
use crate::outcome::sides::{Side, Sides, side};
use crate::outcome::votes::{VoteRecount, Votes};
use crate::problem::Problems;
use crate::scenario::{Edit, Pool, Scenario, WHOLE};
use crate::status::Status;
use crate::sweep::Tick;
use serde::Serialize;

/// What a pool can reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PoolThreshold {
    /// The row the target is counted in.
    pub side: Row,
    /// Mark on the base in use at `needed`, else at `most_at`.
    pub mark: u32,
    /// The smallest efficiency at which the side reaches the mark, in hundredths of a percent; none
    /// where no value does.
    pub needed: Option<u32>,
    /// The most seats of the side at any efficiency, won and leading: members who vote where that
    /// is the base in use.
    pub most: u32,
    /// The smallest efficiency at which it has them.
    pub most_at: u32,
    /// The efficiencies at which the verdict changes (its kind or who leads): the first with each,
    /// rising from 0.
    pub ticks: Vec<Tick>,
}

/// A constituency changes its result.
#[derive(Debug, Clone, Copy)]
struct Turn {
    /// The first efficiency with the new one.
    efficiency: u32,
    constituency: usize,
    result: SeatResult,
}

/// A search through all efficiencies at work: [`PoolThresholdSearch::advance`] it until it answers.
pub struct PoolThresholdSearch {
    target: Side,
    recount: VoteRecount,
    /// Whether turns can be found by halving.
    adds_to_one: bool,
    after: PostElection,
    awarded: Vec<bool>,
    votes: Votes,
    /// The house of the turns counted so far; that of efficiency 0 at first.
    seats: Seats,
    turns: Vec<Turn>,
    work: Work,
    found: PoolThreshold,
    /// The verdict last found, and the ids of who leads.
    verdict: (VerdictKind, Vec<String>),
}

enum Work {
    /// Constituency, and where every value is counted the efficiency it is at and the result there.
    Turning(usize, Option<(u32, SeatResult)>),
    /// The next turn to count.
    Counting(usize),
}

impl PoolThresholdSearch {
    /// Prepares the search; the pool takes the place of the scenario's own between the same
    /// parties, `pool.efficiency` is not looked at.
    ///
    /// # Errors
    /// As [`Outcome::of`](crate::outcome::Outcome::of), for the edits before the vote and the
    /// awards.
    pub fn start(
        election: &Election,
        scenario: &Scenario,
        pool: &Pool,
    ) -> Result<PoolThresholdSearch, Problems> {
        let pool = Edit::Pool(Pool {
            efficiency: 0,
            ..pool.clone()
        });
        let canonical = |edits: Vec<Edit>| {
            let scenario = Scenario {
                edits,
                ..Scenario::default()
            };
            scenario.canonical().edits
        };
        let tidy = canonical(vec![pool.clone()]);
        let edits = canonical(scenario.edits.iter().cloned().chain([pool]).collect());
        let varied = edits.iter().position(|edit| tidy.first() == Some(edit));
        let mut problems = Problems::default();
        let awards = resolve_awards(election, &edits, &mut problems);
        let sides = Sides::of(election, &edits, &mut problems);
        if problems.total() > 0 {
            return Err(problems);
        }
        let kept = &mut Vec::new();
        let awarded = awards.iter().map(Option::is_some).collect();
        let (votes, seats) = decide(election, &sides, &edits, awards, kept, &mut problems);
        let recount = varied.and_then(|at| VoteRecount::of(election, &edits, at, &mut problems));
        let target = tidy.first().and_then(|edit| match edit {
            Edit::Pool(pool) => side(election, &pool.target),
            _ => None,
        });
        let (Some(recount), Some(target), 0) = (recount, target, problems.total()) else {
            return Err(problems);
        };
        let mut pooling = PoolThresholdSearch {
            target,
            adds_to_one: recount.adds_to_one(election),
            recount,
            after: PostElection::of(election, &edits),
            awarded,
            votes,
            seats,
            turns: Vec::new(),
            work: Work::Turning(0, None),
            found: PoolThreshold {
                side: Row {
                    id: String::new(),
                    kind: "",
                },
                mark: 0,
                needed: None,
                most: 0,
                most_at: 0,
                ticks: Vec::new(),
            },
            verdict: (VerdictKind::None, Vec::new()),
        };
        let none = pooling.judge(election, 0, &[]);
        pooling.found.side = none;
        Ok(pooling)
    }

    /// Works on; the answer once it is known. `budget` is about how many constituencies are
    /// counted.
    pub fn advance(&mut self, election: &Election, budget: u32) -> Option<PoolThreshold> {
        let mut budget = i64::from(budget.max(1));
        while let Work::Turning(i, at) = self.work {
            if budget <= 0 {
                return None;
            }
            let Some(constituency) = election.constituencies.get(i) else {
                self.turns.sort_by_key(|turn| turn.efficiency);
                self.work = Work::Counting(0);
                break;
            };
            self.work = Work::Turning(i + 1, None);
            if self.awarded[i] || !self.recount.holds(constituency) {
                budget -= 1;
            } else if self.adds_to_one {
                budget -= self.halve(election, i);
            } else {
                budget -= self.count_each(election, i, at, budget);
            }
        }
        while let Work::Counting(next) = self.work {
            let Some(first) = self.turns.get(next).copied() else {
                return Some(self.found.clone());
            };
            if budget <= 0 {
                return None;
            }
            let same = |turn: &&Turn| turn.efficiency == first.efficiency;
            let turns: Vec<Turn> = self.turns[next..]
                .iter()
                .take_while(same)
                .copied()
                .collect();
            for turn in &turns {
                self.seats.results[turn.constituency] = turn.result;
            }
            self.work = Work::Counting(next + turns.len());
            self.judge(election, first.efficiency, &turns);
            budget -= election.constituencies.len() as i64;
        }
        None
    }

    fn result(&mut self, election: &Election, i: usize, efficiency: u32) -> SeatResult {
        self.recount.count(election, &mut self.votes, i, efficiency);
        not_awarded(election, &self.votes, i)
    }

    /// Finds the turns of a constituency by halving; answers how often it was counted.
    fn halve(&mut self, election: &Election, i: usize) -> i64 {
        let mut counted = 2;
        let (mut low, mut now) = (0, self.seats.results[i]);
        let last = self.result(election, i, WHOLE);
        while !alike(now, last) {
            let mut high = WHOLE;
            let mut turned = last;
            while high - low > 1 {
                let middle = low.midpoint(high);
                let there = self.result(election, i, middle);
                counted += 1;
                if alike(there, now) {
                    low = middle;
                } else {
                    (high, turned) = (middle, there);
                }
            }
            self.turns.push(Turn {
                efficiency: high,
                constituency: i,
                result: turned,
            });
            (low, now) = (high, turned);
        }
        counted
    }

    /// Goes through the efficiencies of a constituency from one to the next at which the holder may
    /// be another, as far as the budget goes; answers how often it was counted.
    fn count_each(
        &mut self,
        election: &Election,
        i: usize,
        at: Option<(u32, SeatResult)>,
        budget: i64,
    ) -> i64 {
        let range = election.constituencies[i].range();
        let slack = 2 * self.recount.slack(range.len());
        let (mut at, mut now) = at.unwrap_or((0, self.seats.results[i]));
        let (mut counted, mut stride) = (0, WHOLE);
        while at < WHOLE {
            if counted >= budget {
                self.work = Work::Turning(i, Some((at, now)));
                break;
            }
            self.recount.count(election, &mut self.votes, i, at);
            let here: Vec<u32> = self.votes.count[range.clone()].to_vec();
            counted += 1;
            loop {
                stride = stride.min(WHOLE - at);
                let there = self.result(election, i, at + stride);
                counted += 1;
                if stride == 1 {
                    if !alike(there, now) {
                        self.turns.push(Turn {
                            efficiency: at + 1,
                            constituency: i,
                            result: there,
                        });
                        now = there;
                    }
                    break;
                }
                let least = |holder: usize| u64::from(here[holder - range.start]);
                let unseats = |c: usize, holder: usize| {
                    u64::from(self.votes.count[c]) + 2 * slack >= least(holder)
                };
                let steady = now.holder.is_some_and(|holder| {
                    let mut others = range.clone().filter(|&c| c != holder as usize);
                    others.all(|c| !self.votes.standing[c] || !unseats(c, holder as usize))
                });
                if steady {
                    break;
                }
                stride /= 2;
            }
            at += stride;
            stride *= 2;
        }
        counted
    }

    /// Notes what the house is from an efficiency on, and answers the row of the target.
    fn judge(&mut self, election: &Election, efficiency: u32, turns: &[Turn]) -> Row {
        let (groups, house) = self.after.house(election, &self.seats);
        let group = match self.target {
            Side::Party(party) => groups.of_member(Member::Party(party)),
            Side::Alliance(alliance) => {
                let all = Key::all(&groups);
                let own = all.iter().position(|key| *key == Key::Alliance(alliance));
                own.map(|group| group as u16)
            }
        };
        let row = |group: usize| Row::of(election, &Key::of(&groups.groups[group]));
        let seats = group.map_or(0, |group| CountedSide::Group(group).seats(&house));
        let mark = mark(house.base(election, house.base));
        let found = &mut self.found;
        if seats > found.most || efficiency == 0 {
            (found.most, found.most_at) = (seats, efficiency);
            if found.needed.is_none() {
                found.mark = mark;
            }
        }
        if seats >= mark && found.needed.is_none() {
            (found.needed, found.mark) = (Some(efficiency), mark);
        }
        let count = |status: Status| {
            let results = self.seats.results.iter();
            results.filter(|result| result.status == status).count() as u32
        };
        let strengths = house.strengths(groups.groups.len());
        let open = count(Status::Tied) + count(Status::Awaited);
        let (kind, most) = standing(&strengths, open, mark);
        let leaders = (0..strengths.len())
            .filter(|&group| most > 0 && strengths[group].seats() == most)
            .map(|group| groups.id(election, group as u16));
        let verdict = (kind, leaders.collect::<Vec<String>>());
        if verdict != self.verdict {
            if efficiency > 0 {
                let mut changed: Vec<usize> = turns.iter().map(|turn| turn.constituency).collect();
                changed.sort_unstable();
                let number = |i: &usize| election.constituencies[*i].number.to_string();
                found.ticks.push(Tick {
                    step: efficiency as i32,
                    verdict: kind,
                    leaders: verdict.1.clone(),
                    seats: most,
                    constituencies: changed.iter().map(number).collect(),
                });
            }
            self.verdict = verdict;
        }
        let nobody = || Row {
            id: String::new(),
            kind: "party",
        };
        group.map_or_else(nobody, |group| row(group as usize))
    }
}

/// Whether two results seat the same member in the same way.
fn alike(a: SeatResult, b: SeatResult) -> bool {
    a.holder == b.holder && a.status == b.status
}

/// Starts on a query.
pub(crate) fn start(on: &Evaluated, pool: &Pool) -> Result<Steps<PoolThreshold>, Problems> {
    let mut search = PoolThresholdSearch::start(&on.election, &on.scenario(), pool)?;
    Ok(Box::new(move |on, budget| {
        search.advance(&on.election, budget)
    }))
}
