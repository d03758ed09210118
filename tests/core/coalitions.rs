//! Minimal winning coalitions against looking at every subset, and against published counts.

use std::collections::BTreeSet;

use crate::support::games::{Random, seats};
use seat_calculator::voting::bignum::decimal;
use seat_calculator::voting::coalitions::{
    CoalitionSet, Constraints, FEW, Game, GameError, Listing, MAX_PAIRS, Players, Standing, few,
    list as fast_list,
};

const JMM: usize = 0;
const BJP: usize = 1;
const INC: usize = 2;
const RJD: usize = 3;
const CPIML: usize = 4;
const AJSU: usize = 5;

/// Whether `set` wins and needs every member.
fn is_minimal(weights: &[u32], quota: u64, set: u32) -> bool {
    seats(weights, set) >= quota
        && (0..weights.len())
            .filter(|player| set >> player & 1 == 1)
            .all(|player| seats(weights, set & !(1 << player)) < quota)
}

/// Every minimal winning coalition.
fn minimal(weights: &[u32], quota: u64) -> Vec<u32> {
    let all = 1u32 << weights.len();
    let wins: Vec<bool> = (0..all).map(|set| seats(weights, set) >= quota).collect();
    (0..all)
        .filter(|&set| wins[set as usize])
        .filter(|&set| {
            (0..weights.len())
                .all(|player| set >> player & 1 == 0 || !wins[(set & !(1 << player)) as usize])
        })
        .collect()
}

/// Members of `set` in player order.
fn list(set: u32) -> Vec<u32> {
    (0..32).filter(|player| set >> player & 1 == 1).collect()
}

/// JMM, BJP, INC, RJD, CPI(ML)L, AJSU, JLKM, LJP(RV), JD(U) in the house elected in November 2024.
fn jharkhand() -> Game {
    Game::new(vec![34, 21, 16, 4, 2, 1, 1, 1, 1], 41).unwrap()
}

/// Lok Sabha 2024 with every independent member single: 48 players, quota 272 of 543.
fn lok_sabha() -> Game {
    let mut weights = vec![240, 99, 37, 29, 22, 16, 12, 9, 8, 7, 5, 4, 4, 4, 3, 3, 3];
    weights.extend([2; 7]);
    weights.extend([1; 24]);
    Game::new(weights, 272).unwrap()
}

fn set(players: &[usize]) -> Players {
    players.iter().fold(0, |set, player| set | 1 << player)
}

fn all(game: &Game) -> CoalitionSet {
    CoalitionSet::new(game, &Constraints::default()).unwrap()
}

/// The subsets in `found` in the documented order.
fn sorted(weights: &[u32], mut found: Vec<u32>) -> Vec<u32> {
    found.sort_by_key(|&set| (set.count_ones(), seats(weights, set), list(set)));
    found
}

fn listed(ways: &CoalitionSet) -> Vec<u32> {
    ways.in_order().map(|found| found.players as u32).collect()
}

/// Passes `filter`, with the pair rule spelt out.
fn passes(filter: &Constraints, set: u32) -> bool {
    let set = Players::from(set);
    set & filter.with == filter.with
        && set & filter.without == 0
        && filter
            .apart
            .iter()
            .all(|&(one, other)| set >> one & 1 == 0 || set >> other & 1 == 0)
}

fn random_filter(random: &mut Random, players: usize) -> Constraints {
    let mut filter = Constraints::default();
    if players == 0 {
        return filter;
    }
    for player in 0..players {
        match random.below(9) {
            0 => filter.with |= 1 << player,
            1 => filter.without |= 1 << player,
            _ => {}
        }
    }
    for _ in 0..random.below(4) {
        let pair = (random.below(players as u64), random.below(players as u64));
        filter.apart.push((pair.0 as usize, pair.1 as usize));
    }
    filter
}

#[test]
fn jharkhand_has_eighteen() {
    let found: Vec<_> = all(&jharkhand()).in_order().collect();
    assert_eq!(all(&jharkhand()).count(), 18);
    assert_eq!(found.len(), 18);
    assert_eq!(
        (found[0].players, found[0].seats, found[0].surplus),
        (set(&[JMM, INC]), 50, 9)
    );
    assert_eq!(
        (found[1].players, found[1].seats, found[1].surplus),
        (set(&[JMM, BJP]), 55, 14)
    );
    assert!(
        found[2..]
            .iter()
            .all(|coalition| coalition.players.count_ones() > 2)
    );
    assert!(
        found
            .iter()
            .any(|coalition| coalition.players == set(&[BJP, INC, RJD]) && coalition.seats == 41)
    );
    let members: Vec<u32> = found
        .iter()
        .map(|coalition| coalition.players.count_ones())
        .collect();
    assert!(members.is_sorted());
}

#[test]
fn jharkhand_without_congress() {
    let rump = set(&[JMM, RJD, CPIML]);
    let standing = Standing::of(&jharkhand(), rump);
    assert_eq!(
        (standing.seats, standing.wins, standing.short),
        (40, false, 1)
    );
    assert_eq!(
        (standing.spare, standing.pivotal, standing.minimal),
        (0, 0, false)
    );
    let filter = Constraints {
        without: set(&[INC, BJP]),
        ..Constraints::default()
    };
    let ways = CoalitionSet::completing(&jharkhand(), rump, &filter).unwrap();
    let added: Vec<Players> = ways.in_order().map(|found| found.players).collect();
    assert_eq!(added, [1 << AJSU, 1 << 6, 1 << 7, 1 << 8]);
    assert_eq!(ways.count(), 4);
}

#[test]
fn neither_can_leave() {
    let pair = Standing::of(&jharkhand(), set(&[JMM, BJP]));
    assert_eq!((pair.seats, pair.surplus, pair.minimal), (55, 14, true));
    assert_eq!(pair.pivotal, set(&[JMM, BJP]));
    let india = Standing::of(&jharkhand(), set(&[JMM, INC, RJD, CPIML]));
    assert_eq!((india.seats, india.surplus, india.minimal), (56, 15, false));
    assert_eq!(india.spare, set(&[RJD, CPIML]));
    assert_eq!(india.pivotal, set(&[JMM, INC]));
}

#[test]
fn lok_sabha_is_counted_without_listing() {
    let ways = all(&lok_sabha());
    assert_eq!(decimal(ways.count()), "86592243922");
    let types: u128 = ways.types_in_order().map(|found| found.coalitions).sum();
    assert_eq!(types, 86_592_243_922);
    assert_eq!(ways.types_in_order().count() as u128, ways.count_types());
    let first: Vec<_> = ways.in_order().take(1_000).collect();
    assert_eq!(first.len(), 1_000);
    let by_size: Vec<_> = ways.types_in_order().take(1_000).collect();
    assert!(
        by_size
            .iter()
            .all(|found| found.seats == 272 + found.surplus)
    );
}

#[test]
fn quotas_at_and_past_the_ends() {
    let nothing = Game::new(vec![], 1).unwrap();
    assert_eq!(
        (all(&nothing).count(), all(&nothing).in_order().count()),
        (0, 0)
    );
    let nobody = Game::new(vec![3, 0], 0).unwrap();
    assert_eq!(all(&nobody).count(), 1);
    assert_eq!(all(&nobody).count_types(), 1);
    let only: Vec<_> = all(&nobody)
        .in_order()
        .map(|found| (found.players, found.seats))
        .collect();
    assert_eq!(only, [(0, 0)]);
    assert_eq!(
        all(&nobody)
            .types_in_order()
            .map(|found| found.parts.len())
            .collect::<Vec<_>>(),
        [0]
    );
    let unreachable = Game::new(vec![3, 4], 8).unwrap();
    assert_eq!(
        (
            all(&unreachable).count(),
            all(&unreachable).in_order().count()
        ),
        (0, 0)
    );
    let far = Game::new(vec![3, 4], u64::MAX).unwrap();
    assert_eq!(Standing::of(&far, 3).short, u64::MAX - 7);
    assert_eq!(all(&far).count(), 0);
    let every = Game::new(vec![3, 4, 0], 7).unwrap();
    assert_eq!(listed(&all(&every)), [3]);
}

#[test]
fn refusals() {
    assert_eq!(Game::new(vec![1; 121], 60), Err(GameError::TooManyPlayers));
    assert_eq!(
        Game::new(vec![u32::MAX; 2], 60),
        Err(GameError::TooManySeats)
    );
    let game = Game::new(vec![1 << 20], 1).unwrap();
    assert_eq!(all(&game).count(), 1);
    let refused = |filter: Constraints| CoalitionSet::new(&game, &filter).err();
    let pair = |one, other| Constraints {
        apart: vec![(one, other)],
        ..Constraints::default()
    };
    assert_eq!(
        refused(Constraints {
            with: 2,
            ..Constraints::default()
        }),
        Some(GameError::UnknownPlayer)
    );
    assert_eq!(
        refused(Constraints {
            without: 2,
            ..Constraints::default()
        }),
        Some(GameError::UnknownPlayer)
    );
    assert_eq!(refused(pair(0, 1)), Some(GameError::UnknownPlayer));
    assert_eq!(refused(pair(usize::MAX, 0)), Some(GameError::UnknownPlayer));
    let many = Constraints {
        apart: vec![(0, 0); MAX_PAIRS + 1],
        ..Constraints::default()
    };
    assert_eq!(refused(many), Some(GameError::TooManyPairs));
    assert!(CoalitionSet::completing(&game, 2, &Constraints::default()).is_err());
    assert_eq!(GameError::TooManyPairs.code(), "too-many-pairs");
}

#[test]
fn every_small_game_equals_brute_force() {
    let mut random = Random(1);
    for round in 0..6_000 {
        let (weights, quota) = random.game(if round % 8 == 0 { 12 } else { 8 });
        let game = Game::new(weights.clone(), quota).unwrap();
        let expected_masks = minimal(&weights, quota);
        let expected = sorted(&weights, expected_masks.clone());
        let ways = all(&game);
        assert_eq!(listed(&ways), expected, "{weights:?} {quota}");
        assert_eq!(ways.count(), expected.len() as u128, "{weights:?} {quota}");
        let mut masks: Vec<u64> = Vec::new();
        assert!(Listing::new(&game).unwrap().step(usize::MAX, &mut masks));
        let mut masks: Vec<u32> = masks.iter().map(|&mask| mask as u32).collect();
        masks.sort_unstable();
        assert_eq!(masks, expected_masks, "{weights:?} {quota}");
        // What was there before stays.
        let mut at_once = vec![u64::MAX];
        fast_list(&game, &mut at_once).unwrap();
        assert_eq!(at_once.remove(0), u64::MAX);
        at_once.sort_unstable();
        let at_once: Vec<u32> = at_once.iter().map(|&mask| mask as u32).collect();
        assert_eq!(at_once, expected_masks, "{weights:?} {quota}");
    }
}

#[test]
fn a_few_players_are_tried_one_by_one() {
    let mut random = Random(5);
    for round in 0..2_000 {
        let (mut weights, quota) = random.game(if round % 8 == 0 { 12 } else { 8 });
        let quota = quota.clamp(1, 1 << 30) as u32;
        let expected = sorted(&weights, minimal(&weights, u64::from(quota)));
        // Who has no seats does not count.
        let (one, two) = (random.below(9) as usize, random.below(4));
        let before = one.min(weights.len());
        weights.splice(before..before, std::iter::repeat_n(0, two as usize));
        let found = few(&weights, quota).unwrap();
        let masks: Vec<u32> = found
            .iter()
            .map(|found| {
                found
                    .members
                    .iter()
                    .fold(0, |set, &player| set | 1 << player)
            })
            .collect();
        let shifted = |set: u32| {
            let low = (1 << before) - 1;
            set & low | (set & !low) << two
        };
        let expected: Vec<u32> = expected.into_iter().map(shifted).collect();
        assert_eq!(masks, expected, "{weights:?} {quota}");
        for found in found {
            let sum: u32 = found.members.iter().map(|&player| weights[player]).sum();
            assert_eq!(sum, found.seats);
        }
    }
    assert_eq!(few(&[1; FEW], 7).unwrap().len(), 3_432);
    assert_eq!(few(&[1; FEW + 1], 7), None);
    assert_eq!(few(&[0; FEW + 1], 7).unwrap(), []);
}

#[test]
fn every_filter_equals_brute_force() {
    let mut random = Random(2);
    for round in 0..6_000 {
        let (weights, quota) = random.game(if round % 8 == 0 { 12 } else { 8 });
        let game = Game::new(weights.clone(), quota).unwrap();
        let filter = random_filter(&mut random, weights.len());
        let mut expected = sorted(&weights, minimal(&weights, quota));
        expected.retain(|&set| passes(&filter, set));
        let ways = CoalitionSet::new(&game, &filter).unwrap();
        assert_eq!(listed(&ways), expected, "{weights:?} {quota} {filter:?}");
        assert_eq!(
            ways.count(),
            expected.len() as u128,
            "{weights:?} {quota} {filter:?}"
        );
    }
}

#[test]
fn every_type_equals_brute_force() {
    let mut random = Random(3);
    for round in 0..4_000 {
        let (weights, quota) = random.game(if round % 8 == 0 { 12 } else { 8 });
        let game = Game::new(weights.clone(), quota).unwrap();
        let filter = if round % 2 == 0 {
            Constraints::default()
        } else {
            random_filter(&mut random, weights.len())
        };
        let named = filter
            .apart
            .iter()
            .fold(filter.with, |named, &(one, other)| {
                named | 1 << one | 1 << other
            });
        // A type is the weights of the members, those the filter names told apart.
        let kind = |set: u32| -> Vec<(u32, u32)> {
            let mut kind: Vec<(u32, u32)> = list(set)
                .iter()
                .map(|&player| {
                    let own = if named >> player & 1 == 1 {
                        player + 1
                    } else {
                        0
                    };
                    (weights[player as usize], own)
                })
                .collect();
            kind.sort_unstable();
            kind
        };
        let mut expected: Vec<u32> = minimal(&weights, quota);
        expected.retain(|&set| passes(&filter, set));
        let kinds: BTreeSet<Vec<(u32, u32)>> = expected.iter().map(|&set| kind(set)).collect();
        let ways = CoalitionSet::new(&game, &filter).unwrap();
        let types: Vec<_> = ways.types_in_order().collect();
        assert_eq!(types.len(), kinds.len(), "{weights:?} {quota} {filter:?}");
        assert_eq!(
            ways.count_types(),
            kinds.len() as u128,
            "{weights:?} {quota} {filter:?}"
        );
        let mut seen = BTreeSet::new();
        for found in &types {
            let mut of_type = Vec::new();
            for part in &found.parts {
                for player in list(part.players as u32)
                    .into_iter()
                    .take(part.taken as usize)
                {
                    let single = part.players.count_ones() == 1 && named & part.players != 0;
                    of_type.push((part.weight, if single { player + 1 } else { 0 }));
                }
            }
            of_type.sort_unstable();
            let alike = expected.iter().filter(|&&set| kind(set) == of_type).count();
            assert_eq!(
                found.coalitions, alike as u128,
                "{weights:?} {quota} {filter:?}"
            );
            assert!(seen.insert(of_type));
        }
        assert_eq!(seen, kinds);
        let order: Vec<_> = types
            .iter()
            .map(|found| (found.members, found.surplus))
            .collect();
        assert!(order.is_sorted());
        if named == 0 {
            let heavy: Vec<_> = types
                .iter()
                .map(|found| {
                    let mut members: Vec<i64> = Vec::new();
                    for part in &found.parts {
                        members.extend(vec![-i64::from(part.weight); part.taken as usize]);
                    }
                    (found.members, found.surplus, members)
                })
                .collect();
            assert!(heavy.is_sorted(), "{weights:?} {quota}");
        }
    }
}

#[test]
fn every_completion_equals_brute_force() {
    let mut random = Random(4);
    for _ in 0..3_000 {
        let (weights, quota) = random.game(8);
        let game = Game::new(weights.clone(), quota).unwrap();
        let base = random.below(1 << weights.len()) as u32;
        let filter = if random.below(2) == 0 {
            Constraints::default()
        } else {
            random_filter(&mut random, weights.len())
        };
        let missing = quota.saturating_sub(seats(&weights, base));
        let asked = Constraints {
            with: filter.with & !Players::from(base),
            ..filter.clone()
        };
        let mut expected: Vec<u32> = minimal(&weights, missing)
            .into_iter()
            .filter(|added| added & base == 0 && passes(&asked, *added))
            .filter(|added| {
                // Pairs also hold between the players added and those there; what is there already is not questioned.
                filter.apart.iter().all(|&(one, other)| {
                    let (one, other) = (1u32 << one, 1u32 << other);
                    !((added & one != 0 && base & other != 0)
                        || (added & other != 0 && base & one != 0))
                })
            })
            .collect();
        expected = sorted(&weights, expected);
        let ways = CoalitionSet::completing(&game, Players::from(base), &filter).unwrap();
        assert_eq!(
            listed(&ways),
            expected,
            "{weights:?} {quota} {base:b} {filter:?}"
        );
        assert_eq!(ways.count(), expected.len() as u128);
    }
}

#[test]
fn every_standing_equals_its_definition() {
    let mut random = Random(5);
    for _ in 0..3_000 {
        let (weights, quota) = random.game(8);
        let game = Game::new(weights.clone(), quota).unwrap();
        let base = random.below(1 << weights.len()) as u32;
        let standing = Standing::of(&game, Players::from(base));
        let sum = seats(&weights, base);
        assert_eq!(u64::from(standing.seats), sum);
        assert_eq!(standing.wins, sum >= quota);
        assert_eq!(
            i128::from(standing.surplus) - i128::from(standing.short),
            i128::from(sum) - i128::from(quota)
        );
        assert_eq!(standing.minimal, is_minimal(&weights, quota, base));
        for player in 0..weights.len() {
            let without = seats(&weights, base & !(1 << player));
            let member = base >> player & 1 == 1;
            assert_eq!(
                standing.spare >> player & 1 == 1,
                member && without >= quota
            );
            assert_eq!(
                standing.pivotal >> player & 1 == 1,
                member && sum >= quota && without < quota
            );
        }
    }
}

/// Larger games: counting, the ordered listing and the fast one know nothing of each other.
#[test]
fn three_ways_agree_on_larger_games() {
    let mut random = Random(6);
    for _ in 0..120 {
        let (weights, quota) = random.game(20);
        let game = Game::new(weights.clone(), quota).unwrap();
        let ways = all(&game);
        let count = ways.count();
        let mut fast: Vec<u128> = Vec::new();
        let mut listing = Listing::new(&game).unwrap();
        let mut steps = 0;
        while !listing.step(1_000, &mut fast) {
            steps += 1;
        }
        assert_eq!(fast.len() as u128, count, "{weights:?} {quota}");
        assert!(steps <= fast.len() / 1_000);
        let found: Vec<_> = ways.in_order().collect();
        let mut ordered: Vec<u128> = found.iter().map(|found| found.players).collect();
        let keys: Vec<_> = found
            .iter()
            .map(|found| {
                (
                    found.players.count_ones(),
                    found.surplus,
                    core::cmp::Reverse(found.players.reverse_bits()),
                )
            })
            .collect();
        assert!(keys.is_sorted());
        assert!(
            fast.iter()
                .all(|&set| is_minimal(&weights, quota, set as u32))
        );
        fast.sort_unstable();
        ordered.sort_unstable();
        assert_eq!(fast, ordered);
        let mut at_once: Vec<u128> = Vec::new();
        fast_list(&game, &mut at_once).unwrap();
        at_once.sort_unstable();
        assert_eq!(at_once, ordered);
        let types: u128 = ways.types_in_order().map(|found| found.coalitions).sum();
        assert_eq!(types, count);
    }
}

#[test]
fn players_past_the_first_word() {
    let mut weights = vec![1; 100];
    weights.extend([50, 40, 30]);
    let game = Game::new(weights, 111).unwrap();
    assert!(Listing::<u64>::new(&game).is_none());
    let ways = all(&game);
    let first: Vec<_> = ways.in_order().take(3).collect();
    assert_eq!(first[0].players, 7 << 100);
    assert_eq!((first[1].players.count_ones(), first[1].surplus), (23, 0));
    assert_eq!(first[1].players, 3 << 100 | ((1 << 21) - 1));
    let types: u128 = ways.types_in_order().map(|found| found.coalitions).sum();
    assert_eq!(types, ways.count());
    // {50, 40, 30}, then each pair and single with as many ones as are missing: C(100, 21) + C(100, 31) + ...
    let binomial = |taken: u128| (1..=taken).fold(1u128, |sum, next| sum * (101 - next) / next);
    assert_eq!(
        ways.count(),
        1 + [21, 31, 41, 61, 71, 81].map(binomial).iter().sum::<u128>()
    );
    let sparse = Game::new([vec![0; 70], vec![2, 2, 2]].concat(), 4).unwrap();
    let mut masks: Vec<u128> = Vec::new();
    assert!(Listing::new(&sparse).unwrap().step(usize::MAX, &mut masks));
    masks.sort_unstable();
    assert_eq!(masks, [3 << 70, 5 << 70, 6 << 70]);
    assert!(fast_list::<u64>(&sparse, &mut Vec::new()).is_none());
    masks.clear();
    fast_list(&sparse, &mut masks).unwrap();
    masks.sort_unstable();
    assert_eq!(masks, [3 << 70, 5 << 70, 6 << 70]);
}

/// The largest game there is: all of C(120, 60) majorities of one, and the most seats.
#[test]
fn the_largest_games() {
    let ways = all(&Game::new(vec![1; 120], 60).unwrap());
    assert_eq!(decimal(ways.count()), "96614908840363322603893139521372656");
    assert_eq!(ways.count_types(), 1);
    assert_eq!(
        ways.in_order().next().map(|found| found.players),
        Some((1 << 60) - 1)
    );
    let mut random = Random(7);
    let weights: Vec<u32> = (0..60).map(|_| random.below(330) as u32).collect();
    let total: u32 = weights.iter().sum();
    let game = Game::new(weights, u64::from(total / 2 + 1)).unwrap();
    let first: Vec<_> = all(&game).in_order().take(100).collect();
    assert_eq!(first.len(), 100);
    assert!(
        first
            .iter()
            .all(|found| Standing::of(&game, found.players).minimal)
    );
    assert!(all(&game).count() > 1 << 40);
}
