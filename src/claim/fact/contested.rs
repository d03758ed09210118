//! Seats contested, and strike rates of them.

use super::scene::Scene;
use super::{Known, Value};
use crate::claim::printed::Ratio;

/// So many friendly fights may be left out of the seats contested.
const MOST_FIGHTS: usize = 3;

/// Constituencies; ballot lines where they are more; and fewer by one and more friendly fights, which
/// the seat sharing may have given to the partner.
pub fn contested(scene: &Scene) -> Vec<Known> {
    let [lines, places, alone] = scene.contested();
    let mut known = vec![Known::number("places", places)];
    if lines != places {
        known.push(Known::number("ballots", lines).unusual());
    }
    let fewer = (alone..places).rev().take(MOST_FIGHTS);
    known.extend(fewer.map(|n| Known::number("sharing", n).unusual()));
    known
}

/// Seats contested and not won, by every reading of the seats contested.
pub fn lost(scene: &Scene, won: u64) -> Vec<Known> {
    let less = |all: Known| match all.value {
        Value::Number(Ratio { top, .. }) => Known {
            value: Value::Number(Ratio::whole(top - i128::from(won))),
            ..all
        },
        Value::Truth(_) => all,
    };
    contested(scene).into_iter().map(less).collect()
}

pub fn strike(scene: &Scene, won: u64) -> Vec<Known> {
    let of = contested(scene)
        .into_iter()
        .filter_map(|all| match all.value {
            Value::Number(Ratio { top, .. }) => Some(Known {
                usual: all.usual,
                ..Known::percent(all.code, won, top as u64)?
            }),
            Value::Truth(_) => None,
        });
    of.filter(|known| known.of.is_some_and(|(part, whole)| part <= whole))
        .collect()
}
