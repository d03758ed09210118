//! Figures that compare with an earlier election held here.

use super::background::Earlier;
use super::fact::{Ground, Known, Need, Scene, Value};
use super::figure::{Claim, Figure};
use super::measure::Measure;
use super::printed::Ratio;
use super::sides::{Lines, Side, alliance_of, side};
use crate::election::Election;

/// The earlier election a claim compares with: the one it names, else the latest that elected.
fn earlier<'a>(ground: Ground<'a>) -> Result<&'a Earlier, Need> {
    let mut all = ground.background.earlier.iter();
    let found = match &ground.claim.since {
        Some(id) => all.find(|one| one.book.election.id == *id),
        None => all.find(|one| one.book.is_result()),
    };
    found.ok_or(Need::Earlier)
}

/// The figure as the earlier election has it: an alliance is its parties of today, a party itself
/// and those it follows. Who did not stand then counts nothing.
fn then(now: &Election, then: &Earlier, figure: &Figure) -> Result<Figure, Need> {
    let mut who = Vec::new();
    for id in &figure.who {
        let parties: Vec<String> = match side(now, id) {
            Some(Side::Alliance(alliance)) => {
                let parties = now.alliances[alliance as usize].parties.iter();
                parties
                    .map(|&party| now.parties[party as usize].clone())
                    .collect()
            }
            Some(Side::Party(_)) => vec![id.clone()],
            _ => return Err(Need::Who),
        };
        for party in parties {
            let follows = then.successors.iter().filter(|(_, to)| *to == party);
            let mut ids: Vec<String> = follows.map(|(from, _)| from.clone()).collect();
            if !then.successors.iter().any(|(from, _)| *from == party) {
                ids.push(party);
            }
            who.extend(
                ids.into_iter()
                    .filter(|id| side(&then.book.election, id).is_some()),
            );
        }
    }
    Ok(Figure {
        who,
        without: Vec::new(),
        ..figure.clone()
    })
}

/// The figure with every alliance as it stood in the earlier election: the one of the same id, else
/// the one in which its largest party of today stood. None where it names no such alliance.
fn of_the_day(now: &Election, before: &Election, figure: &Figure) -> Option<Figure> {
    let mut changed = false;
    let mut was = |id: &String| -> Option<String> {
        let Some(Side::Alliance(alliance)) = side(now, id) else {
            return Some(id.clone());
        };
        changed = true;
        if before.alliance(id).is_some() {
            return Some(id.clone());
        }
        let seats = |party: u16| {
            let held = now.constituencies.iter().filter_map(|one| one.holder);
            held.filter(|&line| now.candidates[line as usize].party == party)
                .count()
        };
        let parties = now.alliances[alliance as usize].parties.iter().copied();
        let largest = parties.max_by_key(|&party| seats(party))?;
        alliance_of(before, &now.parties[largest as usize])
    };
    let who: Option<Vec<String>> = figure.who.iter().map(&mut was).collect();
    who.filter(|_| changed).map(|who| Figure {
        who,
        ..figure.clone()
    })
}

/// What the elections say of a figure that compares them.
pub fn known(ground: Ground, figure: &Figure, scene: &Scene) -> Result<Vec<Known>, Need> {
    if matches!(figure.measure, Measure::Best | Measure::Worst) {
        return record(ground, figure, scene).map(|known| vec![known]);
    }
    let earlier = earlier(ground)?;
    let before = &earlier.book.election;
    let now = &ground.book.election;
    let reading = |mapped: &Figure| -> Result<Known, Need> {
        let was = Scene::of(before, &Claim::default(), mapped)?;
        Ok(Known {
            ids: vec![before.id.clone()],
            ..compared(figure.measure, scene, &was)?
        })
    };
    let mut all = vec![reading(&then(now, earlier, figure)?)?];
    // An alliance may be meant as it was then.
    if let Some(of_the_day) = of_the_day(now, before, figure) {
        all.push(Known {
            code: "of-the-day",
            ..reading(&of_the_day)?.unusual()
        });
    } else if figure.measure == Measure::Retained {
        let won = scene.seats(|_| true);
        all.push(Known::number("won-not-retained", won).unusual());
    }
    Ok(all)
}

/// One figure of two scenes.
fn compared(measure: Measure, now: &Scene, was: &Scene) -> Result<Known, Need> {
    let seats = |scene: &Scene| scene.seats(|_| true) as i128;
    let share = |scene: &Scene| -> Result<(u64, u64), Need> {
        let [mine, counted, _] = scene.votes();
        if counted == 0 {
            Err(Need::Votes)
        } else {
            Ok((mine, counted))
        }
    };
    Ok(match measure {
        Measure::SeatsThen => Known::number("then", seats(was)),
        Measure::Gain => Known::number("gain", seats(now) - seats(was)),
        Measure::Loss => Known::number("loss", seats(was) - seats(now)),
        Measure::Retained => Known::number("retained", retained(now, was)),
        Measure::ShareThen => {
            let (part, whole) = share(was)?;
            Known {
                value: Value::Number(Ratio::percent(part, whole).ok_or(Need::Votes)?),
                of: Some((part, whole)),
                ..Known::number("of-counted-then", 0)
            }
        }
        _ => {
            let ((a, b), (c, d)) = (share(now)?, share(was)?);
            let wide = |n: u64| i128::from(n);
            let gain = 100 * (wide(a) * wide(d) - wide(c) * wide(b));
            let sign = if measure == Measure::ShareLoss { -1 } else { 1 };
            let value = Ratio {
                top: sign * gain,
                bottom: wide(b) * wide(d),
            };
            Known {
                value: Value::Number(value),
                ..Known::number("points", 0)
            }
        }
    })
}

/// Seats held then and not now, where the earlier election is known and of the same constituencies:
/// another thing that "lost" may mean.
pub fn lost_since(ground: Ground, figure: &Figure, scene: &Scene) -> Option<Known> {
    let earlier = earlier(ground).ok()?;
    let before = &earlier.book.election;
    let mapped = then(&ground.book.election, earlier, figure).ok()?;
    let was = Scene::of(before, &Claim::default(), &mapped).ok()?;
    let same = before.constituencies.len() == ground.book.election.constituencies.len();
    let lost = was.seats(|_| true) as i128 - retained(scene, &was);
    same.then(|| Known {
        ids: vec![before.id.clone()],
        ..Known::number("held-then", lost).unusual()
    })
}

/// Seats held now and, by the same party or one it follows, then.
fn retained(now: &Scene, was: &Scene) -> i128 {
    let held = |election: &Election, lines: &Lines, place: usize| {
        let holder = election.constituencies[place].holder;
        holder.is_some_and(|holder| lines.has(election, holder as usize))
    };
    let kept = now.places.iter().filter(|&&place| {
        let number = now.election.constituencies[place].number.to_string();
        held(now.election, &now.lines, place)
            && was
                .election
                .constituency(&number)
                .is_some_and(|place| held(was.election, &was.lines, place))
    });
    kept.count() as i128
}

/// Whether the seats are more, or fewer, than in every earlier election known (after the one the
/// claim names, if it names one).
fn record(ground: Ground, figure: &Figure, scene: &Scene) -> Result<Known, Need> {
    let since = match &ground.claim.since {
        Some(_) => earlier(ground)?.book.year,
        None => None,
    };
    let seats = scene.seats(|_| true);
    let (mut ids, mut holds) = (Vec::new(), true);
    for one in ground
        .background
        .earlier
        .iter()
        .filter(|one| one.book.is_result())
    {
        if since.is_some() && one.book.year <= since {
            continue;
        }
        let mapped = then(scene.election, one, figure)?;
        let was = Scene::of(&one.book.election, &Claim::default(), &mapped)?;
        let before = was.seats(|_| true);
        holds &= match figure.measure {
            Measure::Best => seats > before,
            _ => seats < before,
        };
        ids.push(one.book.election.id.clone());
    }
    if ids.is_empty() {
        return Err(Need::Earlier);
    }
    Ok(Known::truth("record", holds, ids))
}
