//! Minimal winning coalitions against looking at every subset, and against published counts.

use crate::support::games::{Random, seats};
use seat_calculator::voting::coalitions::{
    CoalitionSet, Constraints, FEW, MAX_PAIRS, Ranked, count, few,
};
use seat_calculator::voting::{Game, GameError, Players, members};

const JMM: usize = 0;
const BJP: usize = 1;
const INC: usize = 2;
const RJD: usize = 3;

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
    Ranked::new(ways)
        .map(|found| found.players as u32)
        .collect()
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
    let found: Vec<_> = Ranked::new(&all(&jharkhand())).collect();
    assert_eq!(count(&all(&jharkhand())), 18);
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
fn lok_sabha_is_counted_without_listing() {
    let ways = all(&lok_sabha());
    assert_eq!(count(&ways), 86_592_243_922);
    let first: Vec<_> = Ranked::new(&ways).take(1_000).collect();
    assert_eq!(first.len(), 1_000);
    assert!(first.iter().all(|found| found.seats == 272 + found.surplus));
}

#[test]
fn quotas_at_and_past_the_ends() {
    let nothing = Game::new(vec![], 1).unwrap();
    assert_eq!(
        (count(&all(&nothing)), Ranked::new(&all(&nothing)).count()),
        (0, 0)
    );
    let nobody = Game::new(vec![3, 0], 0).unwrap();
    assert_eq!(count(&all(&nobody)), 1);
    let only: Vec<_> = Ranked::new(&all(&nobody))
        .map(|found| (found.players, found.seats))
        .collect();
    assert_eq!(only, [(0, 0)]);
    let unreachable = Game::new(vec![3, 4], 8).unwrap();
    assert_eq!(
        (
            count(&all(&unreachable)),
            Ranked::new(&all(&unreachable)).count()
        ),
        (0, 0)
    );
    let far = Game::new(vec![3, 4], u64::MAX).unwrap();
    assert_eq!(count(&all(&far)), 0);
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
    assert_eq!(count(&all(&game)), 1);
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
    assert_eq!(GameError::TooManyPairs.code(), "too-many-pairs");
}

#[test]
fn every_small_game_equals_brute_force() {
    let mut random = Random(1);
    for round in 0..6_000 {
        let (weights, quota) = random.game(if round % 8 == 0 { 12 } else { 8 });
        let game = Game::new(weights.clone(), quota).unwrap();
        let expected = sorted(&weights, minimal(&weights, quota));
        let ways = all(&game);
        assert_eq!(listed(&ways), expected, "{weights:?} {quota}");
        assert_eq!(count(&ways), expected.len() as u128, "{weights:?} {quota}");
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
            count(&ways),
            expected.len() as u128,
            "{weights:?} {quota} {filter:?}"
        );
    }
}

/// Larger games: what is listed is in order, each of it minimal winning, and as many as are counted.
#[test]
fn larger_games_are_listed_whole_and_in_order() {
    let mut random = Random(6);
    for _ in 0..120 {
        let (weights, quota) = random.game(20);
        let game = Game::new(weights.clone(), quota).unwrap();
        let ways = all(&game);
        let mut last = None;
        let mut listed = 0;
        for found in Ranked::new(&ways) {
            let key = (
                found.players.count_ones(),
                found.surplus,
                core::cmp::Reverse(found.players.reverse_bits()),
            );
            assert!(last < Some(key), "{weights:?} {quota}");
            assert!(is_minimal(&weights, quota, found.players as u32));
            last = Some(key);
            listed += 1;
        }
        assert_eq!(listed, count(&ways), "{weights:?} {quota}");
    }
}

#[test]
fn players_past_the_first_word() {
    let mut weights = vec![1; 100];
    weights.extend([50, 40, 30]);
    let game = Game::new(weights, 111).unwrap();
    let ways = all(&game);
    let first: Vec<_> = Ranked::new(&ways).take(3).collect();
    assert_eq!(first[0].players, 7 << 100);
    assert_eq!((first[1].players.count_ones(), first[1].surplus), (23, 0));
    assert_eq!(first[1].players, 3 << 100 | ((1 << 21) - 1));
    // {50, 40, 30}, then each pair and single with as many ones as are missing: C(100, 21) + C(100, 31) + ...
    let binomial = |taken: u128| (1..=taken).fold(1u128, |sum, next| sum * (101 - next) / next);
    assert_eq!(
        count(&ways),
        1 + [21, 31, 41, 61, 71, 81].map(binomial).iter().sum::<u128>()
    );
    let sparse = Game::new([vec![0; 70], vec![2, 2, 2]].concat(), 4).unwrap();
    let found: Vec<Players> = Ranked::new(&all(&sparse))
        .map(|found| found.players)
        .collect();
    assert_eq!(found, [3 << 70, 5 << 70, 6 << 70]);
}

/// The largest game there is: all of C(120, 60) majorities of one, and the most seats.
#[test]
fn the_largest_games() {
    let ways = all(&Game::new(vec![1; 120], 60).unwrap());
    assert_eq!(count(&ways), 96_614_908_840_363_322_603_893_139_521_372_656);
    assert_eq!(
        Ranked::new(&ways).next().map(|found| found.players),
        Some((1 << 60) - 1)
    );
    let mut random = Random(7);
    let weights: Vec<u32> = (0..60).map(|_| random.below(330) as u32).collect();
    let total: u32 = weights.iter().sum();
    let game = Game::new(weights, u64::from(total / 2 + 1)).unwrap();
    let first: Vec<_> = Ranked::new(&all(&game)).take(100).collect();
    assert_eq!(first.len(), 100);
    assert!(
        first.iter().all(
            |found| members(found.players).all(|player| game.weights()[player] > found.surplus)
        )
    );
    assert!(count(&all(&game)) > 1 << 40);
}
