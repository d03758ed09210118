//! Power indices against looking at every subset and every order, and against published examples.

use crate::support::games::{Random, seats};

use num_bigint::BigUint;
use seat_calculator::voting::power::{Power, PowerJob, power, share as share_of};
use seat_calculator::voting::{Game, GameError};

fn both(weights: &[u32], quota: u64) -> Power {
    power(&Game::new(weights.to_vec(), quota).unwrap()).unwrap()
}

fn factorial(n: usize) -> BigUint {
    (1..=n).product()
}

/// Shapley-Shubik of a player is `numerator` / `denominator`.
fn is_fraction(result: &Power, player: usize, numerator: u32, denominator: u32) -> bool {
    &result.shapley.pivots[player] * denominator == &result.shapley.orders * numerator
}

#[test]
fn jharkhand() {
    let result = both(&[34, 21, 16, 4, 2, 1, 1, 1, 1], 41);
    assert_eq!(result.banzhaf.winning, 256);
    assert_eq!(result.banzhaf.swings, [168, 88, 88, 40, 20, 8, 8, 8, 8]);
    assert_eq!(result.banzhaf.total, 436);
    // 168 of 436 is 38.532 %, 88 are 20.183 %, 40 are 9.174 %, 20 are 4.587 %, 8 are 1.835 %.
    assert_eq!(
        result.banzhaf.shares,
        [3853, 2018, 2018, 917, 459, 183, 183, 183, 183]
    );
    assert_eq!((result.banzhaf.vetoes, result.banzhaf.dummies), (0, 0));
    assert_eq!(result.shapley.orders, BigUint::from(362_880u32));
}

/// The Council of the European Economic Community, 1958 to 1972: 12 of 4, 4, 4, 2, 2, 1. Banzhaf 5/21 for each large
/// country, 1/7 for Belgium and the Netherlands, none for Luxembourg (S. J. Brams, "Game theory", in E. Gregersen, ed., The
/// Britannica Guide to Statistics and Probability, 2011, p. 194; also A. Mayer, "Luxembourg in the Early Days of the EEC:
/// Null Player or Not?", Games 9 (2018), 29).
#[test]
fn council_of_1958() {
    let result = both(&[4, 4, 4, 2, 2, 1], 12);
    assert_eq!(result.banzhaf.swings, [10, 10, 10, 6, 6, 0]);
    assert_eq!(result.banzhaf.shares, [2381, 2381, 2381, 1429, 1429, 0]);
    assert_eq!(result.banzhaf.dummies, 1 << 5);
    assert_eq!(result.shapley.pivots[5], BigUint::ZERO);
}

/// One player is enough, and all the others together are not: of 2^5 coalitions it swings every half, and of 5! orders it
/// is the pivot of all.
#[test]
fn who_alone_decides() {
    let result = both(&[3, 10, 2, 0, 1], 8);
    assert_eq!(result.banzhaf.swings, [0, 16, 0, 0, 0]);
    assert_eq!((result.banzhaf.winning, result.banzhaf.total), (16, 16));
    assert_eq!(
        (result.banzhaf.vetoes, result.banzhaf.dummies),
        (0b00010, 0b11101)
    );
    assert_eq!(result.shapley.pivots[1], BigUint::from(120u32));
    assert_eq!(result.shapley.shares, [0, 10_000, 0, 0, 0]);
    // With the others together enough too, it no longer decides alone.
    assert_eq!(both(&[4, 10, 3, 0, 1], 8).banzhaf.swings[0], 2);
}

/// The Security Council as the game 39 of 7, 7, 7, 7, 7, 1 (ten times): Shapley-Shubik 4/2145 for an elected member, so
/// (1 - 40/2145) / 5 = 421/2145 for a permanent one, as widely taught (for instance A. D. Taylor and A. M. Pacelli,
/// Mathematics and Politics, 2nd ed. 2008, chapter 3).
#[test]
fn security_council() {
    let result = both(&[7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 39);
    assert!((0..5).all(|player| is_fraction(&result, player, 421, 2145)));
    assert!((5..15).all(|player| is_fraction(&result, player, 4, 2145)));
    assert_eq!(
        (result.shapley.shares[0], result.shapley.shares[5]),
        (1963, 19)
    );
    assert_eq!(result.banzhaf.vetoes, 0b11111);
    // An elected member decides where exactly three of the other nine agree; a permanent one in every winning coalition.
    assert_eq!(result.banzhaf.swings[5], 84);
    assert_eq!(result.banzhaf.winning, 848);
    assert_eq!(result.banzhaf.swings[0], 848);
}

/// The board of Nassau County, New York, in the years of J. F. Banzhaf's "Weighted Voting Doesn't Work" (Rutgers Law Review
/// 19, 1965): in 1958 and in 1964 three of the six supervisors could never decide anything, and the others were equal.
#[test]
fn nassau_county() {
    let then = both(&[9, 9, 7, 3, 1, 1], 16);
    assert_eq!(then.banzhaf.swings, [16, 16, 16, 0, 0, 0]);
    let later = both(&[31, 31, 28, 21, 2, 2], 58);
    assert_eq!(later.banzhaf.swings, [16, 16, 16, 0, 0, 0]);
    assert_eq!(later.banzhaf.dummies, 0b111_000);
    assert!((0..3).all(|player| is_fraction(&later, player, 1, 3)));
}

/// 50, 49 and 1 of 100: Banzhaf 3/5, 1/5, 1/5 (Brams, as above). The first has a veto and 2/3 of the orders.
#[test]
fn one_vote_more_than_the_next() {
    let result = both(&[50, 49, 1], 51);
    assert_eq!(result.banzhaf.shares, [6000, 2000, 2000]);
    assert_eq!(result.banzhaf.vetoes, 1);
    assert!(is_fraction(&result, 0, 2, 3));
    assert_eq!(result.shapley.shares, [6667, 1667, 1667]);
}

/// The Electoral College of 2000, 270 of 538: swings as computed with D. Leech and R. Leech's program ipgenf (University of
/// Warwick), published by D. E. Sidran, "Power Indices, the Electoral College and the U. S. Presidential Election of 2000".
#[test]
fn electoral_college_of_2000() {
    let mut weights = vec![
        54, 33, 32, 25, 23, 22, 21, 18, 15, 14, 13, 13, 12, 12, 11, 11, 11, 11, 10, 10, 9, 9,
    ];
    weights.extend([
        8, 8, 8, 8, 8, 8, 7, 7, 7, 6, 6, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3,
    ]);
    let result = both(&weights, 270);
    let published: [(usize, u128); 14] = [
        (0, 525_180_666_785_903),
        (1, 292_267_988_381_903),
        (2, 282_842_187_059_467),
        (3, 218_271_801_954_339),
        (4, 200_234_772_354_797),
        (5, 191_273_826_428_787),
        (6, 182_348_576_094_347),
        (7, 155_767_173_134_343),
        (8, 129_437_847_790_351),
        (9, 120_709_085_546_443),
        (10, 112_001_326_743_389),
        (12, 103_312_925_200_401),
        (14, 94_642_269_011_929),
        (18, 85_987_775_858_127),
    ];
    for (player, swings) in published {
        assert_eq!(result.banzhaf.swings[player], swings);
    }
    assert_eq!(result.banzhaf.swings[20], 77_347_890_835_355);
    assert_eq!(result.banzhaf.shares[..3], [1114, 620, 600]);
}

/// Swings, winning coalitions and orders, one by one.
fn by_hand(weights: &[u32], quota: u64) -> (Vec<u128>, Vec<u128>, u128) {
    let players = weights.len();
    let factorial = |n: usize| (1..=n as u128).product::<u128>();
    let (mut swings, mut pivots, mut winning) = (vec![0; players], vec![0; players], 0);
    for set in 0..1u32 << players {
        let sum = seats(weights, set);
        winning += u128::from(sum >= quota);
        for player in 0..players {
            if set >> player & 1 == 0 && sum < quota && sum + u64::from(weights[player]) >= quota {
                let before = set.count_ones() as usize;
                swings[player] += 1;
                pivots[player] += factorial(before) * factorial(players - 1 - before);
            }
        }
    }
    (swings, pivots, winning)
}

/// Hundredths of a percent, half up.
fn share(part: u128, whole: u128) -> u32 {
    if whole == 0 {
        0
    } else {
        ((part * 20_000 + whole) / (2 * whole)) as u32
    }
}

#[test]
fn every_small_game_equals_brute_force() {
    let mut random = Random(11);
    for round in 0..6_000 {
        let (weights, quota) = random.game(if round % 8 == 0 { 12 } else { 8 });
        let note = format!("{weights:?} {quota}");
        let result = both(&weights, quota);
        let (swings, pivots, winning) = by_hand(&weights, quota);
        assert_eq!(result.banzhaf.winning, winning, "{note}");
        assert_eq!(result.banzhaf.swings, swings, "{note}");
        let total = swings.iter().sum::<u128>();
        assert_eq!(result.banzhaf.total, total, "{note}");
        let orders = (1..=weights.len() as u128).product::<u128>();
        assert_eq!(result.shapley.orders, BigUint::from(orders), "{note}");
        let all = seats(&weights, u32::MAX);
        for player in 0..weights.len() {
            assert_eq!(
                result.shapley.pivots[player],
                BigUint::from(pivots[player]),
                "{note}"
            );
            assert_eq!(
                result.shapley.shares[player],
                share(pivots[player], orders),
                "{note}"
            );
            assert_eq!(
                result.banzhaf.shares[player],
                share(swings[player], total),
                "{note}"
            );
            let veto = all >= quota && quota > 0 && all - u64::from(weights[player]) < quota;
            assert_eq!(result.banzhaf.vetoes >> player & 1 == 1, veto, "{note}");
            assert_eq!(
                result.banzhaf.dummies >> player & 1 == 1,
                swings[player] == 0,
                "{note}"
            );
        }
    }
}

/// Swings by size of larger games, by a table of the other players built anew for each player.
fn by_table(weights: &[u32], quota: usize) -> Vec<Vec<u128>> {
    let players = weights.len();
    (0..players)
        .map(|player| {
            let mut table = vec![vec![0u128; quota]; players];
            table[0][0] = 1;
            for (other, &weight) in weights.iter().enumerate() {
                if other == player {
                    continue;
                }
                for size in (1..players).rev() {
                    for sum in (weight as usize..quota).rev() {
                        let more = table[size - 1][sum - weight as usize];
                        table[size][sum] += more;
                    }
                }
            }
            let from = quota.saturating_sub(weights[player] as usize);
            table.iter().map(|row| row[from..].iter().sum()).collect()
        })
        .collect()
}

#[test]
fn larger_games_equal_a_table_per_player() {
    let mut random = Random(12);
    for round in 0..60 {
        // Up to 67 players take 64-bit counts; the last games have more.
        let players = if round < 56 {
            13 + random.below(23)
        } else {
            66 + random.below(8)
        };
        let heaviest = [2, 9, 60][random.below(3) as usize];
        let weights: Vec<u32> = (0..players)
            .map(|_| random.below(heaviest + 1) as u32)
            .collect();
        let total: u64 = weights.iter().map(|&weight| u64::from(weight)).sum();
        let quota =
            [total / 2 + 1, total * 2 / 3 + 1, total / 3 + 1, total][random.below(4) as usize];
        if quota > if round < 56 { 600 } else { 80 } || quota == 0 {
            continue;
        }
        let result = both(&weights, quota);
        let expected = by_table(&weights, quota as usize);
        for (player, by_size) in expected.iter().enumerate() {
            assert_eq!(
                result.banzhaf.swings[player],
                by_size.iter().sum::<u128>(),
                "{weights:?} {quota}"
            );
            let mut pivots = BigUint::ZERO;
            for (size, &swings) in by_size.iter().enumerate() {
                pivots += factorial(size) * factorial(by_size.len() - 1 - size) * swings;
            }
            assert_eq!(result.shapley.pivots[player], pivots, "{weights:?} {quota}");
        }
    }
}

/// Few players with many seats, in small steps: all orders have one pivot.
#[test]
fn many_seats_and_steps() {
    let mut random = Random(13);
    for players in [5, 16, 23, 30] {
        let weights: Vec<u32> = (0..players).map(|_| random.below(30_000) as u32).collect();
        let total: u64 = weights.iter().map(|&weight| u64::from(weight)).sum();
        let game = Game::new(weights.clone(), total / 2 + 1).unwrap();
        let mut work = PowerJob::new(&game).unwrap();
        let mut steps = 0;
        while !work.step(1_000) {
            steps += 1;
        }
        assert!(steps > 0 || players == 5);
        let result = work.finish();
        let sum: BigUint = result.shapley.pivots.iter().sum();
        assert_eq!(sum, result.shapley.orders);
        if players == 16 {
            let (swings, pivots, winning) = by_hand(&weights, total / 2 + 1);
            assert_eq!(result.banzhaf.swings, swings);
            assert_eq!(result.banzhaf.winning, winning);
            for (player, pivots) in pivots.into_iter().enumerate() {
                assert_eq!(result.shapley.pivots[player], BigUint::from(pivots));
            }
        }
    }
}

/// With n equal players the counts are as large as can be: C(n - 1, q - 1) sets of the others lose without and win with a
/// player, and everyone is the pivot of every n-th order. One more with half as many seats never matters where n is odd.
#[test]
fn counts_at_their_fullest() {
    for players in 1..=100usize {
        let quota = players / 2 + 1;
        let mut choices = 1u128;
        for taken in 0..quota - 1 {
            choices = choices * (players - 1 - taken) as u128 / (taken as u128 + 1);
        }
        let result = both(&vec![1; players], quota as u64);
        assert!(
            result
                .banzhaf
                .swings
                .iter()
                .all(|&swings| swings == choices)
        );
        assert!((0..players).all(|player| is_fraction(&result, player, 1, players as u32)));
        if players % 2 == 1 {
            let mut weights = vec![2; players];
            weights.insert(players / 2, 1);
            let result = both(&weights, 2 * quota as u64);
            for (player, &swings) in result.banzhaf.swings.iter().enumerate() {
                let expected = if player == players / 2 {
                    0
                } else {
                    2 * choices
                };
                assert_eq!(swings, expected, "{players}");
            }
            assert_eq!(result.banzhaf.winning, 1 << players, "{players}");
        }
    }
}

#[test]
fn the_largest_games() {
    let equal = both(&[1; 120], 60);
    // C(119, 59) sets of the others lose without and win with a player.
    assert_eq!(
        equal.banzhaf.swings[0],
        48_307_454_420_181_661_301_946_569_760_686_328
    );
    assert!((0..120).all(|player| is_fraction(&equal, player, 1, 120)));
    assert_eq!(equal.shapley.shares[0], 83);
    let unanimous = both(&[3; 120], 360);
    assert_eq!(unanimous.banzhaf.swings[0], 1);
    assert_eq!(unanimous.banzhaf.vetoes, (1 << 120) - 1);
    assert_eq!(unanimous.banzhaf.winning, 1);
    assert_eq!(both(&[3; 120], 1).banzhaf.winning, (1 << 120) - 1);
    let everything = both(&[0; 120], 0);
    assert_eq!(everything.banzhaf.winning, 1 << 120);
    assert_eq!(everything.banzhaf.dummies, (1 << 120) - 1);
    assert_eq!(everything.shapley.pivots[0], BigUint::ZERO);
    assert_eq!(everything.shapley.orders, factorial(120));
    let mut random = Random(14);
    let weights: Vec<u32> = (0..60).map(|_| random.below(330) as u32).collect();
    let total: u32 = weights.iter().sum();
    let result = both(&weights, u64::from(total / 2 + 1));
    let sum: BigUint = result.shapley.pivots.iter().sum();
    assert_eq!(sum, result.shapley.orders);
    let huge: Vec<u32> = (0..120).map(|player| 8_000 + player * 3 + 1).collect();
    let game = Game::new(huge, 500_000).unwrap();
    assert_eq!(power(&game).err(), Some(GameError::TooManySeats));
}

#[test]
fn a_share_is_rounded_half_up() {
    let share = |part: u128, whole: u128| share_of(&part.into(), &whole.into());
    assert_eq!(
        [share(1, 20_000), share(3, 20_000), share(999, 20_000_000)],
        [1, 2, 0]
    );
    assert_eq!(
        [
            share(0, 7),
            share(7, 7),
            share(0, 0),
            share(1, 3),
            share(2, 3)
        ],
        [0, 10_000, 0, 3333, 6667]
    );
}
