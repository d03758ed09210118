//! One side against another in the same election.

use super::scene::Scene;
use super::{Known, Need, Value};
use crate::claim::figure::{Claim, Figure};
use crate::claim::measure::Measure;
use crate::claim::printed::Ratio;
use crate::election::Election;

/// How far one side is ahead of the other, behind if below 0: in seats, in votes, in points of the
/// votes counted (of the valid votes as another reading), or as so many times the seats.
///
/// # Errors
/// `Who` where the other side is not named, `Votes` where they are not known, `Number` for so many
/// times nothing.
pub fn versus(election: &Election, figure: &Figure, scene: &Scene) -> Result<Vec<Known>, Need> {
    if figure.against.is_empty() {
        return Err(Need::Who);
    }
    let rival = Figure {
        who: figure.against.clone(),
        ..figure.clone()
    };
    let rival = Scene::of(election, &Claim::default(), &rival)?;
    let seats = [scene, &rival].map(|scene| scene.seats(|_| true));
    let difference = |[a, b]: [u64; 2]| i128::from(a) - i128::from(b);
    let both = |known: Known, [a, b]: [u64; 2]| Known {
        of: Some((a, b)),
        ..known
    };
    Ok(match figure.measure {
        Measure::Ahead => vec![both(
            Known::number("seats-of-both", difference(seats)),
            seats,
        )],
        Measure::Times => vec![times(seats).ok_or(Need::Number)?],
        Measure::MoreSeats => {
            let known = Known::truth("seats-of-both", seats[0] > seats[1], Vec::new());
            vec![both(known, seats)]
        }
        measure => {
            let ([mine, counted, valid], [theirs, ..]) = (scene.votes(), rival.votes());
            if counted == 0 {
                return Err(Need::Votes);
            }
            let votes = [mine, theirs];
            match measure {
                Measure::ShareAhead => points(difference(votes), counted, valid),
                Measure::MoreVotes => {
                    let known = Known::truth("votes-of-both", mine > theirs, Vec::new());
                    vec![both(known, votes)]
                }
                _ => vec![both(
                    Known::number("votes-of-both", difference(votes)),
                    votes,
                )],
            }
        }
    })
}

fn times([mine, theirs]: [u64; 2]) -> Option<Known> {
    let value = Value::Number(Ratio {
        top: mine.into(),
        bottom: theirs.into(),
    });
    (theirs > 0).then_some(Known {
        value,
        of: Some((mine, theirs)),
        ..Known::number("seats-of-both", 0)
    })
}

fn points(ahead: i128, counted: u64, valid: u64) -> Vec<Known> {
    let of = |code, whole: u64| Known {
        value: Value::Number(Ratio {
            top: 100 * ahead,
            bottom: whole.into(),
        }),
        ..Known::number(code, 0)
    };
    let mut all = vec![of("points", counted)];
    if valid != counted {
        all.push(of("points-of-valid", valid).unusual());
    }
    all
}
