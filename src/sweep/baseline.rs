//! Baseline of a sweep: votes and holders of the scenario without the swing that is swept.

use super::step::Steps;
use super::thresholds::{self, Entry, NOBODY, Turns, Votes as Count};
use crate::election::{Constituency, Election};
use crate::outcome::decided::decide;
use crate::outcome::edit_problems::EditProblems;
use crate::outcome::post_election::PostElection;
use crate::outcome::seats::{Seats, not_awarded, resolve_awards};
use crate::outcome::sides::Sides;
use crate::outcome::votes::{Rule, VoteRecount, Votes, follows_votes};
use crate::problem::Problems;
use crate::scenario::{Edit, Scenario, Swing, WHOLE};
use crate::status::Status;

/// The side votes leave when the swing goes right, as a bit.
const FROM: u8 = 1;
/// The side they go to.
const TO: u8 = 2;

/// The scenario before the swing.
#[derive(Debug, Clone)]
pub struct Baseline {
    /// The swing that is swept.
    pub rule: Rule,
    /// Its points in the scenario, negative where they go the other way.
    pub at: i32,
    /// The edits after the vote.
    pub after: PostElection,
    /// Votes and holders, where anything but the data make them.
    before: Option<Before>,
    /// The whole scenario, where other swings come after this one.
    goes_on: Option<GoesOn>,
    /// For each label of the election's lines the sides it belongs to, as bits.
    sides: Vec<u8>,
    /// For each constituency.
    standing: Vec<Standing>,
}

/// Votes and holders as pools, other swings and awards make them.
#[derive(Debug, Clone)]
struct Before {
    votes: Votes,
    seats: Seats,
    /// Who a constituency is awarded to.
    awards: Vec<Option<u32>>,
}

/// A swing that others come after: constituencies are counted anew at every step that may change
/// their holder.
#[derive(Debug, Clone)]
struct GoesOn {
    left: VoteRecount,
    right: VoteRecount,
    /// Votes to count in.
    votes: Votes,
}

/// What a swing finds in a constituency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Out of scope, or awarded by hand.
    Outside,
    /// Not both sides stand, or votes do not decide it.
    Skipped,
    /// Votes move.
    Applied,
}

impl Baseline {
    /// Takes the swing of `swing`'s kind out of a scenario: the first between these two sides of the
    /// same scope and model, else the first the other way. Its points are not looked at.
    ///
    /// # Errors
    /// As [`Outcome::of`](crate::outcome::Outcome::of), for the edits before the vote, the awards
    /// and the swing.
    pub fn of(
        election: &Election,
        scenario: &Scenario,
        swing: &Swing,
    ) -> Result<Baseline, Problems> {
        let mut edits = scenario.canonical().edits;
        let swing = &swing.tidied();
        let find = |wanted: i32| {
            let mut swings = Swing::among(&edits);
            swings.find(|(_, other)| way(swing, other) == wanted)
        };
        let own = find(1).or_else(|| find(-1));
        let at = own.map_or(0, |(_, own)| way(swing, own) * own.points as i32);
        // What stands in its place moves nothing.
        let still = Edit::Swing(Swing {
            points: 0,
            ..swing.clone()
        });
        let place = own.map_or(edits.len(), |(place, _)| place);
        let mut swept = edits.clone();
        if place < edits.len() {
            edits.remove(place);
            swept[place] = still;
        } else {
            swept.push(still);
        }
        let mut problems = Problems::default();
        let touched = edits
            .iter()
            .any(|edit| matches!(edit, Edit::Pool(_) | Edit::Swing(_) | Edit::Award(_)));
        let awards = touched.then(|| resolve_awards(election, &edits, &mut problems));
        let sides = Sides::of(election, &edits, &mut problems);
        if problems.total() > 0 {
            return Err(problems);
        }
        let mut of_swing = EditProblems::of(&mut problems, edits.len(), "swing");
        let rule = Rule::of(election, &sides, swing, &mut of_swing);
        let kept = &mut Vec::new();
        let before = awards.map(|awards| {
            let all = awards.clone();
            let (votes, seats) = decide(election, &sides, &edits, all, kept, &mut problems);
            Before {
                seats,
                votes,
                awards,
            }
        });
        let (Some(rule), 0) = (rule, problems.total()) else {
            return Err(problems);
        };
        let labels = sides_of_labels(election, &sides, &rule);
        let later = Swing::among(&edits).any(|(i, _)| i >= place);
        let recount = if later {
            VoteRecount::of(election, &swept, place, &mut problems)
        } else {
            None
        };
        Ok(Baseline {
            standing: standing(election, &labels, before.as_ref()),
            sides: labels,
            goes_on: recount.map(|right| GoesOn {
                left: right.turned(),
                right,
                votes: Votes::declared(election),
            }),
            after: PostElection::of(election, &edits),
            rule,
            at,
            before,
        })
    }

    /// Who holds a constituency before the swing, and how.
    pub fn base(&self, election: &Election, i: usize) -> (u32, Status) {
        let (holder, status) = match &self.before {
            Some(before) => {
                let result = &before.seats.results[i];
                (result.holder, result.status)
            }
            None => {
                let constituency = &election.constituencies[i];
                (constituency.holder, constituency.status)
            }
        };
        (holder.unwrap_or(NOBODY), status)
    }

    /// Whether votes, no award, give a constituency to another than the declared holder before the
    /// swing.
    pub fn moved(&self, election: &Election, i: usize, held: u32) -> bool {
        self.before.is_some()
            && !self.awarded(i)
            && election.constituencies[i].holder.unwrap_or(NOBODY) != held
    }

    /// Whether the scenario gives a constituency away by hand.
    pub fn awarded(&self, i: usize) -> bool {
        let before = self.before.as_ref();
        before.is_some_and(|before| before.awards[i].is_some())
    }

    /// The results to start a recount from.
    pub fn seats(&self, election: &Election) -> Seats {
        match &self.before {
            Some(before) => before.seats.clone(),
            None => {
                let none = vec![None; election.constituencies.len()];
                let votes = Votes::declared(election);
                Seats::of(election, &votes, &none, &mut Vec::new())
            }
        }
    }

    /// The turns of a constituency that `base` holds before the swing, going right (from's votes
    /// leave) up to step `right`, and left up to step `left`. `entries` is room to work in.
    pub fn turns(
        &mut self,
        election: &Election,
        (i, base): (usize, u32),
        (left, right): (u32, u32),
        out: (&mut Turns, &mut Turns),
        entries: &mut Vec<Entry>,
    ) -> Found {
        let constituency = &election.constituencies[i];
        if self.awarded(i) || !self.rule.holds(constituency) {
            return Found::Outside;
        }
        if !follows_votes(constituency) {
            return Found::Skipped;
        }
        let standing = self.standing[i];
        let (to_left, to_right) = out;
        let both = standing.counts & FROM_BITS != 0 && standing.counts & TO_BITS != 0;
        if let Some(GoesOn {
            left: l,
            right: r,
            votes,
        }) = &mut self.goes_on
            && both
            && r.goes_on(constituency)
        {
            recounted(election, (i, base), l, left, votes, to_left);
            recounted(election, (i, base), r, right, votes, to_right);
            return Found::Applied;
        }
        if standing.counts == ONE_FROM + ONE_TO {
            let from = self.votes(election, standing.from);
            let to = self.votes(election, standing.to);
            let other = self.best_other(election, constituency);
            for (loser, gainer, most, turns) in
                [(from, to, right, to_right), (to, from, left, to_left)]
            {
                if most == 0 {
                    continue;
                }
                let all = u64::from(loser.0);
                let steps = Steps::new(self.rule.whole(constituency, all), all, most);
                thresholds::one(loser, gainer, other, &steps, base, turns);
            }
            return Found::Applied;
        }
        if !both {
            return Found::Skipped;
        }
        self.fill(election, constituency, entries);
        for (losing, gaining, most, turns) in
            [(FROM, TO, right, to_right), (TO, FROM, left, to_left)]
        {
            let steps = |all| Steps::new(self.rule.whole(constituency, all), all, most);
            thresholds::any(entries, losing, gaining, steps, most, base, turns);
        }
        Found::Applied
    }

    /// The most votes of all who stand in a constituency and are on neither side, and who has them,
    /// [`NOBODY`] if several have.
    fn best_other(&self, election: &Election, constituency: &Constituency) -> Option<Count> {
        let mut best: Option<Count> = None;
        for line in &election.lines.by_votes[constituency.range()] {
            let standing = |before: &Before| before.votes.standing[line.candidate as usize];
            if self.sides[line.label as usize] != 0 || !self.before.as_ref().is_none_or(standing) {
                continue;
            }
            // Declared votes are in order, so the first two others say who is best and whether
            // alone.
            let second = best.is_some() && self.before.is_none();
            best = Some(thresholds::better(
                best,
                self.votes(election, line.candidate),
            ));
            if second {
                break;
            }
        }
        best
    }

    fn votes(&self, election: &Election, candidate: u32) -> Count {
        let votes = match &self.before {
            None => election.candidates[candidate as usize].votes,
            Some(before) => before.votes.count[candidate as usize],
        };
        (votes, candidate)
    }

    fn fill(&self, election: &Election, constituency: &Constituency, entries: &mut Vec<Entry>) {
        entries.clear();
        for c in constituency.range() {
            if let Some(before) = &self.before
                && !before.votes.standing[c]
            {
                continue;
            }
            let line = &election.candidates[c];
            entries.push(Entry {
                candidate: c as u32,
                votes: self.votes(election, c as u32).0,
                declared: line.votes,
                serial: line.serial,
                sides: self.sides[election.lines.of[c] as usize],
            });
        }
    }
}

/// The turns of a constituency that `base` holds before the swing, one way up to step `most`, where
/// other swings go on from this one.
///
/// Another step moves at most so many votes more, and what comes after hands on no more than these
/// (see [`VoteRecount::slack`]): nobody has more votes than that more, or less. So steps that cannot
/// make up the holder's lead are jumped over.
fn recounted(
    election: &Election,
    (i, base): (usize, u32),
    recount: &VoteRecount,
    most: u32,
    votes: &mut Votes,
    turns: &mut Turns,
) {
    let constituency = &election.constituencies[i];
    let slack = 2 * recount.slack(constituency.range().len());
    let (mut last, mut step) = (base, 1);
    while step <= most {
        recount.count(election, votes, i, step);
        let result = not_awarded(election, votes, i);
        let holder = result.holder.unwrap_or(NOBODY);
        if holder != last {
            turns.push((step, holder));
            last = holder;
        }
        let lead = result.margin.and_then(|margin| u64::try_from(margin).ok());
        // Half of the lead, less what rounding makes up; in hundredths of a percent of valid votes.
        let safe = (lead.unwrap_or(0) / 2).saturating_sub(slack + 2);
        let jump = safe * u64::from(WHOLE) / constituency.valid.max(1);
        step += u32::try_from(jump).unwrap_or(u32::MAX).clamp(1, WHOLE);
    }
}

/// Who stands for the sides in a constituency.
#[derive(Debug, Clone, Copy, Default)]
struct Standing {
    /// How many stand for each side, in one number.
    counts: u64,
    /// The candidate of each side, if it has only one.
    from: u32,
    to: u32,
}

impl Standing {
    fn add(&mut self, sides: u8, candidate: u32) {
        if sides & FROM != 0 {
            self.counts += ONE_FROM;
            self.from = candidate;
        }
        if sides & TO != 0 {
            self.counts += ONE_TO;
            self.to = candidate;
        }
    }
}

const ONE_FROM: u64 = 1;
const ONE_TO: u64 = 1 << 20;
const FROM_BITS: u64 = ONE_TO - ONE_FROM;
const TO_BITS: u64 = !FROM_BITS;

/// 1 for the same swing, -1 for the same the other way, 0 for another.
fn way(swing: &Swing, other: &Swing) -> i32 {
    if swing.scope != other.scope || swing.model != other.model {
        0
    } else if swing.from == other.from && swing.to == other.to {
        1
    } else if swing.from == other.to && swing.to == other.from {
        -1
    } else {
        0
    }
}

fn sides_of_labels(election: &Election, sides: &Sides, rule: &Rule) -> Vec<u8> {
    let labels = &election.lines.labels;
    let mut bits = vec![0; labels.len()];
    for (side, bit) in [(rule.from, FROM), (rule.to, TO)] {
        let placed = election.parties.len()..labels.len();
        let of_parties = sides.may_belong(election, side).map(usize::from);
        for label in of_parties.chain(placed) {
            if sides.belongs(election, side, &labels[label]) {
                bits[label] |= bit;
            }
        }
    }
    bits
}

/// Who stands for the sides in every constituency, given those of each label.
fn standing(election: &Election, sides: &[u8], before: Option<&Before>) -> Vec<Standing> {
    let mut standing = vec![Standing::default(); election.constituencies.len()];
    for (label, &sides) in sides.iter().enumerate().filter(|(_, sides)| **sides != 0) {
        for place in election.lines.of_label(label) {
            if before.is_none_or(|before| before.votes.standing[place.candidate as usize]) {
                standing[place.constituency as usize].add(sides, place.candidate);
            }
        }
    }
    standing
}
