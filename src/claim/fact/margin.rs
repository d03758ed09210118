//! One constituency: who holds it, and by how many votes.

use super::scene::ids_of;
use super::{Known, Need};
use crate::claim::figure::Figure;
use crate::claim::measure::Measure;
use crate::claim::places::CONSTITUENCY;
use crate::claim::sides::Lines;
use crate::election::Election;

/// Votes between a constituency's holder and the next candidate, or the published lead where votes
/// are not known; none without either.
pub fn margin(election: &Election, constituency: usize) -> Option<u64> {
    let one = &election.constituencies[constituency];
    if let Some(published) = one.margin.filter(|_| !one.voted) {
        return Some(published.into());
    }
    let holder = one.holder.filter(|_| one.voted)? as usize;
    let rivals = one.range().filter(|&line| line != holder);
    let second = rivals.map(|line| election.candidates[line].votes).max()?;
    u64::from(election.candidates[holder].votes).checked_sub(second.into())
}

/// The constituency a figure speaks of: its place, or its candidate's.
pub fn one_place(election: &Election, figure: &Figure) -> Result<usize, Need> {
    if let Some(place) = figure
        .place
        .as_ref()
        .filter(|place| place.kind == CONSTITUENCY)
    {
        return election.constituency(&place.id).ok_or(Need::Place);
    }
    let candidate = figure.who.iter().find_map(|id| id.split_once('.'));
    candidate
        .and_then(|(place, _)| election.constituency(place))
        .ok_or(Need::Place)
}

/// Who met in a constituency: its holder, and the next candidate or the one of the figure's side with
/// most votes.
struct Meeting<'a> {
    election: &'a Election,
    place: usize,
    holder: usize,
    rival: usize,
}

impl<'a> Meeting<'a> {
    fn of(election: &'a Election, figure: &Figure) -> Result<Meeting<'a>, Need> {
        let place = one_place(election, figure)?;
        let one = &election.constituencies[place];
        let holder = one.holder.filter(|_| one.voted).ok_or(Need::Votes)? as usize;
        let lines = Lines::of(election, figure, &[]).map_err(|_| Need::Who)?;
        let votes = |line: &usize| election.candidates[*line].votes;
        let rivals = one.range().filter(|&line| line != holder);
        let mine = rivals.clone().filter(|&line| lines.has(election, line));
        let speaks_of_holder = figure.who.is_empty() || lines.has(election, holder);
        let mine = mine.max_by_key(votes).filter(|_| !speaks_of_holder);
        Ok(Meeting {
            election,
            place,
            holder,
            rival: mine.or(rivals.max_by_key(votes)).ok_or(Need::Votes)?,
        })
    }

    /// The margin in what `count` counts of a ballot line.
    fn between(&self, count: impl Fn(usize) -> i128) -> i128 {
        count(self.holder) - count(self.rival)
    }

    fn votes(&self) -> i128 {
        self.between(|line| self.election.candidates[line].votes.into())
    }

    fn ids(&self) -> Vec<String> {
        let ids = [self.holder, self.rival].map(|line| ids_of(self.election, self.place, line));
        ids.concat()
    }
}

/// From the holder to the next candidate, or to the candidate of `who` with most votes; then by EVM
/// votes alone and by postal votes alone.
///
/// # Errors
/// `Place` where the figure names none, `Votes` where they are not known.
pub fn margins(election: &Election, figure: &Figure) -> Result<Vec<Known>, Need> {
    let met = Meeting::of(election, figure)?;
    let mut known = vec![Known {
        ids: met.ids(),
        ..Known::number("margin", met.votes())
    }];
    let postal = |line: usize| i128::from(election.candidates[line].postal);
    let told = |line: usize| postal(line) != i128::from(u32::MAX);
    if told(met.holder) && told(met.rival) {
        let by_post = met.between(postal);
        let parts = [("evm", met.votes() - by_post), ("postal", by_post)];
        let ahead = parts.into_iter().filter(|(_, votes)| *votes > 0);
        known.extend(ahead.map(|(code, votes)| Known::number(code, votes).unusual()));
    }
    Ok(known)
}

/// The same margin in percent of the votes counted there, NOTA included; then of the valid votes.
/// Between two shares of the vote it is as many percentage points.
///
/// # Errors
/// As [`margins`].
pub fn margin_shares(election: &Election, figure: &Figure) -> Result<Vec<Known>, Need> {
    let met = Meeting::of(election, figure)?;
    let one = &election.constituencies[met.place];
    let votes = u64::try_from(met.votes()).map_err(|_| Need::Votes)?;
    let of = |code, whole: u64| -> Result<Known, Need> {
        Ok(Known {
            ids: met.ids(),
            ..Known::percent(code, votes, whole).ok_or(Need::Votes)?
        })
    };
    let mut known = vec![of("of-counted", one.counted())?];
    if one.counted() != one.valid {
        known.push(of("of-valid", one.valid)?.unusual());
    }
    Ok(known)
}

/// Whether the figure's side holds its constituency, or stood there and lost it.
pub fn holder(election: &Election, figure: &Figure) -> Result<Known, Need> {
    let place = one_place(election, figure)?;
    let one = &election.constituencies[place];
    let lines = Lines::of(election, figure, &[]).map_err(|_| Need::Who)?;
    let holder = one.holder.ok_or(Need::Votes)? as usize;
    let held = lines.has(election, holder);
    let stood = one.range().any(|line| lines.has(election, line));
    let holds = match figure.measure {
        Measure::Holder => held,
        _ => stood && !held,
    };
    Ok(Known::truth(
        "holder",
        holds,
        ids_of(election, place, holder),
    ))
}
