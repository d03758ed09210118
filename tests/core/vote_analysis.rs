//! The votes behind the seats: close seats, cheapest paths, votes larger than the margin, votes against seats, and the swing
//! since an earlier election. Published figures, and slow references for everything else.

use crate::support;
use crate::support::house::{constituency, dataset, with};
use crate::support::reference;
use crate::support::reference::houses::{Random, house, lok_sabha};
use crate::support::{edits, evaluate, jharkhand, seats, shipped, three};

use seat_calculator::analysis::seats::cheapest_path::{CheapestPath, Goal, cheapest_path};
use seat_calculator::analysis::seats::marginal_seats::{
    Band, MarginalSeat, MarginalSeats, marginal_seats, switch_cost,
};
use seat_calculator::analysis::seats::votes_above_margin::votes_above_margin;
use seat_calculator::analysis::votes::butler_swing::{Successor, butler_swing};
use seat_calculator::analysis::votes::disproportionality::disproportionality;
use seat_calculator::calculator::Calculator;
use seat_calculator::election::{Candidate, Election};
use seat_calculator::majority::{VerdictKind, mark};
use seat_calculator::problem::Problems;
use seat_calculator::scenario::Scenario;

const ELECTIONS: [&str; 3] = ["jharkhand-2024", "jharkhand-2019", "jharkhand-2014"];

fn ids(seats: &[MarginalSeat]) -> Vec<(&str, u32)> {
    seats
        .iter()
        .map(|seat| (seat.constituency.as_str(), seat.switch))
        .collect()
}

fn close_of(calculator: &Calculator, side: &str) -> MarginalSeats {
    marginal_seats(calculator.election(), calculator.outcome(), side)
        .unwrap_or_else(|problems| panic!("{problems}"))
}

fn path_of(calculator: &Calculator, side: &str, goal: Goal) -> CheapestPath {
    cheapest_path(calculator.election(), calculator.outcome(), side, goal)
        .unwrap_or_else(|problems| panic!("{problems}"))
}

/// Evaluates a path put on top of a scenario.
fn follow(
    calculator: &mut Calculator,
    text: &str,
    path: &CheapestPath,
) -> seat_calculator::report::Report {
    let mut scenario = support::edits(text);
    scenario.edits.extend(path.edits.iter().cloned());
    calculator.evaluate(&scenario).unwrap()
}

#[test]
fn switch_costs_at_their_boundaries() {
    // A runner-up: half the margin, and one more.
    assert_eq!(switch_cost(100, 90, None), Some(6));
    assert_eq!(switch_cost(100, 91, None), Some(5));
    // Equal votes decided by lot: one vote.
    assert_eq!(switch_cost(50, 50, Some(10)), Some(1));
    // A third-placed one must pass the second too.
    assert_eq!(switch_cost(100, 10, Some(95)), Some(86));
    assert_eq!(switch_cost(100, 10, Some(50)), Some(46));
    // A winner who trails, with a reason on record: one vote moved is a vote moved.
    assert_eq!(switch_cost(10, 90, Some(20)), Some(1));
    // More than the winner has.
    assert_eq!(switch_cost(10, 0, Some(10)), None);
    assert_eq!(switch_cost(0, 0, None), None);
}

#[test]
fn the_cheapest_three_for_the_nda() {
    let close = close_of(&jharkhand(), "NDA");
    // Chhatarpur, Kanke, Nirsa.
    assert_eq!(
        ids(&close.gains)[..3],
        [("78", 369), ("65", 485), ("39", 905)]
    );
    let kanke = &close.gains[1];
    assert_eq!((kanke.switch, kanke.extra, kanke.margin), (485, 969, 968));
    assert_eq!((kanke.place, kanke.holder.party.as_str()), (2, "INC"));
    assert_eq!(
        (kanke.to.party.as_str(), kanke.band),
        ("BJP", Band::UnderOne)
    );
    // INDIA's 56 and JLKM's one could be gained, the NDA's own 24 lost.
    assert_eq!((close.gains.len(), close.losses.len()), (57, 24));
    assert!(close.left_out.is_empty());
    let third: Vec<_> = close.gains.iter().filter(|seat| seat.place > 2).collect();
    assert!(!third.is_empty());
    for seat in third {
        assert!(i64::from(seat.switch) > seat.margin / 2 + 1, "{seat:?}");
    }
}

#[test]
fn bands_by_exact_margin() {
    assert_eq!(Band::of(99, 10_000), Band::UnderOne);
    assert_eq!(Band::of(100, 10_000), Band::OneToFive);
    assert_eq!(Band::of(499, 10_000), Band::OneToFive);
    assert_eq!(Band::of(500, 10_000), Band::FiveToTen);
    assert_eq!(Band::of(1_000, 10_000), Band::FiveToTen);
    assert_eq!(Band::of(1_001, 10_000), Band::OverTen);
    assert_eq!(Band::of(-5, 10_000), Band::UnderOne);
    let close = close_of(&jharkhand(), "NDA");
    let count = |band: Band| {
        let all = close.gains.iter().chain(&close.losses);
        all.filter(|seat| seat.band == band).count()
    };
    // Six under 1 %, eighteen under 5 %.
    assert_eq!((count(Band::UnderOne), count(Band::OneToFive)), (6, 12));
    assert_eq!(count(Band::FiveToTen) + count(Band::OverTen), 63);
}

#[test]
fn sixteen_seats_end_the_majority() {
    let mut calculator = jharkhand();
    let end = path_of(&calculator, "INDIA", Goal::End);
    assert_eq!((end.seats, end.mark, end.reached), (56, 41, true));
    assert_eq!(
        (end.seats_changed.len(), end.votes, end.share_valid),
        (16, 65_068, 37)
    );
    let named: Vec<&str> = end
        .seats_changed
        .iter()
        .map(|seat| seat.constituency.as_str())
        .collect();
    let expected = "78 65 39 38 32 11 36 54 70 56 8 77 10 73 31 23";
    let mut sorted: Vec<&str> = expected.split(' ').collect();
    sorted.sort_unstable();
    let mut got = named.clone();
    got.sort_unstable();
    assert_eq!(got, sorted);
    let mandatory: Vec<&str> = end
        .seats_changed
        .iter()
        .map(|seat| seat.to.party.as_str())
        .collect();
    assert_eq!(
        mandatory.iter().filter(|&&party| party == "AJSU").count(),
        1
    );
    let report = follow(&mut calculator, "", &end);
    assert_eq!(three(&report), (40, 40, 1));
    assert_eq!(report.verdict.kind, VerdictKind::Hung);
}

#[test]
fn seventeen_more_seats_give_the_nda_a_majority() {
    let mut calculator = jharkhand();
    let win = path_of(&calculator, "NDA", Goal::Majority);
    assert_eq!(
        (win.seats, win.seats_changed.len(), win.votes),
        (24, 17, 74_131)
    );
    assert_eq!(win.seats_changed[16].constituency, "44");
    let report = follow(&mut calculator, "", &win);
    assert_eq!(three(&report), (39, 41, 1));
    // From a house with a majority there is nowhere to go.
    let there = path_of(&calculator, "NDA", Goal::Majority);
    assert!(there.reached && there.seats_changed.is_empty() && there.votes == 0);
    // And one seat ends it.
    let back = path_of(&calculator, "NDA", Goal::End);
    assert_eq!(back.seats_changed.len(), 1);
}

#[test]
fn paths_start_from_the_scenario() {
    let mut calculator = jharkhand();
    for (text, side, goal) in [
        ("s-INDIA-NDA-300", "INDIA", Goal::End),
        ("s-INDIA-NDA-300", "NDA", Goal::Majority),
        ("p-NDA-10000-JLKM", "NDA", Goal::Majority),
        ("w-78.BJP-65.BJP", "INDIA", Goal::End),
        ("r-JMM_r-BJP-JMM", "JMM+BJP", Goal::End),
        ("r-JMM_r-BJP-JMM", "INDIA", Goal::Majority),
        ("", "JMM", Goal::Majority),
        ("", "JLKM", Goal::Majority),
        ("x-INC-NDA-16", "NDA", Goal::Majority),
        ("x-INC-NDA-11", "INDIA", Goal::End),
        ("x-INC-NDA-11", "NDA", Goal::Majority),
        ("q-JMM-31_h-e", "INDIA", Goal::Majority),
        ("v-3-10_h-e", "INDIA", Goal::End),
        ("a-JMM-10_h-v", "INDIA", Goal::End),
    ] {
        evaluate(&mut calculator, text);
        let path = path_of(&calculator, side, goal);
        let report = follow(&mut calculator, text, &path);
        let row = report.alliances.iter().find(|row| row.id == side);
        let party = report.parties.iter().find(|row| row.id == side);
        let voting = text.contains("h-v");
        let now = match row {
            Some(row) if voting => row.voting,
            Some(row) => row.seats,
            None => party.unwrap().seats,
        };
        let there = match goal {
            Goal::Majority => now >= report.house.mark,
            Goal::End => now < report.house.mark,
        };
        assert_eq!(there, path.reached, "{text} {side} {goal:?}");
        let cheap = path.seats_changed.windows(2);
        assert!(
            cheap
                .into_iter()
                .all(|pair| pair[0].switch <= pair[1].switch)
        );
        // One seat less is not enough.
        if path.reached && !path.edits.is_empty() {
            let mut short = path.clone();
            short.edits.pop();
            let report = follow(&mut calculator, text, &short);
            let row = report.alliances.iter().find(|row| row.id == side);
            let party = report.parties.iter().find(|row| row.id == side);
            let now = match row {
                Some(row) if voting => row.voting,
                Some(row) => row.seats,
                None => party.unwrap().seats,
            };
            assert_ne!(now >= report.house.mark, goal == Goal::Majority, "{text}");
        }
    }
}

/// A party's candidate placed with an alliance one by one is that alliance's, and on no path of its party.
#[test]
fn a_path_of_a_party_leaves_out_whom_an_alliance_placed() {
    let mut placed = constituency(3, &[("C", 50), ("A", 40)]);
    placed.candidates[1].alliance = Some("Y".to_owned());
    let list = vec![
        constituency(1, &[("A", 5), ("C", 4)]),
        constituency(2, &[("C", 9), ("B", 4)]),
        placed,
    ];
    let data = with(dataset(3, &[("X", &["A", "B"]), ("Y", &["C"])]), list);
    let mut calculator = Calculator::new(Election::from_dataset(&data).unwrap());
    let path = path_of(&calculator, "A", Goal::Majority);
    assert_eq!((path.seats, path.mark, path.reached), (1, 2, false));
    assert_eq!(path.seats_changed, []);
    // Given the seat by hand, it is the party's in its row and the alliance's everywhere else.
    let report = evaluate(&mut calculator, "w-3.A");
    let row = report.parties.iter().find(|row| row.id == "A").unwrap();
    assert_eq!(row.seats, 2);
    assert_eq!(path_of(&calculator, "A", Goal::Majority).seats, 1);
    assert_eq!(close_of(&calculator, "A").losses.len(), 1);
}

#[test]
fn members_who_cross_do_not_come_back_with_a_seat() {
    // All sixteen of Congress sit with the NDA, which has 40. Winning a seat from Congress gains it nothing.
    let mut calculator = jharkhand();
    evaluate(&mut calculator, "x-INC-NDA-16");
    let path = path_of(&calculator, "NDA", Goal::Majority);
    assert_eq!((path.seats, path.seats_changed.len()), (40, 1));
    assert_ne!(path.seats_changed[0].from.party, "INC");
}

/// The fewest constituencies with the least sum, among all sets of up to twelve constituencies.
fn brute_path(election: &Election, side: &str, goal: Goal) -> Option<(usize, u64)> {
    let count = election.constituencies.len();
    let of_side =
        |i: usize, c: usize| reference::row(election, &election.candidates_of(i)[c]) == side;
    let holders: Vec<Option<usize>> = election
        .constituencies
        .iter()
        .map(|c| c.holder.map(|h| (h - c.first) as usize))
        .collect();
    let held = |i: usize| holders[i].is_some_and(|h| of_side(i, h));
    let costs: Vec<Option<u32>> = (0..count)
        .map(|i| {
            let lost = goal == Goal::End;
            if held(i) != lost {
                return None;
            }
            let targets: Vec<usize> = (0..election.candidates_of(i).len())
                .filter(|&c| Some(c) != holders[i] && of_side(i, c) != lost)
                .collect();
            reference::cheapest(election, i, &targets).map(|(cost, _)| cost)
        })
        .collect();
    let seats = (0..count).filter(|&i| held(i)).count();
    let mark = mark(count as u32) as usize;
    (0_u32..1 << count)
        .filter(|set| (0..count).all(|i| set >> i & 1 == 0 || costs[i].is_some()))
        .filter(|set| {
            let flipped = set.count_ones() as usize;
            match goal {
                Goal::Majority => seats + flipped >= mark,
                Goal::End => seats - flipped < mark,
            }
        })
        .map(|set| {
            let sum = (0..count)
                .filter(|i| set >> i & 1 == 1)
                .map(|i| u64::from(costs[i].unwrap()))
                .sum();
            (set.count_ones() as usize, sum)
        })
        .min()
}

#[test]
fn paths_equal_brute_force_on_random_houses() {
    let mut random = Random(31);
    let mut reached = 0;
    for _ in 0..250 {
        let election = house(&mut random, 12);
        let calculator = Calculator::new(election.clone());
        for side in ["X", "Y", "E", "F"] {
            for goal in [Goal::Majority, Goal::End] {
                let path = path_of(&calculator, side, goal);
                let expected = brute_path(&election, side, goal);
                let found = (path.seats_changed.len(), path.votes);
                assert_eq!(path.reached, expected.is_some(), "{side} {goal:?}");
                if let Some(expected) = expected {
                    reached += 1;
                    assert_eq!(found, expected, "{side} {goal:?}");
                }
            }
        }
    }
    assert!(reached > 200, "{reached}");
}

fn check_close(election: &Election, side: &str) {
    let calculator = Calculator::new(election.clone());
    let close = close_of(&calculator, side);
    let mut seen = 0;
    for (i, constituency) in election.constituencies.iter().enumerate() {
        let lines = election.candidates_of(i);
        let id = constituency.number.to_string();
        let holder = constituency
            .holder
            .map(|h| (h - constituency.first) as usize);
        let own = |c: usize| reference::row(election, &lines[c]) == side;
        let held = holder.is_some_and(own);
        let targets: Vec<usize> = (0..lines.len())
            .filter(|&c| Some(c) != holder && own(c) != held)
            .collect();
        let list = if held { &close.losses } else { &close.gains };
        let found = list.iter().find(|seat| seat.constituency == id);
        match reference::cheapest(election, i, &targets) {
            None => assert!(found.is_none() && close.left_out.contains(&id), "{id}"),
            Some((cost, _)) => {
                seen += 1;
                let seat = found.unwrap();
                assert_eq!(seat.switch, cost, "{id} {lines:?}");
                let to = lines
                    .iter()
                    .position(|l| l.serial == seat.to.candidate)
                    .unwrap();
                assert!(targets.contains(&to));
                // As many votes added to it alone make it the sole winner, one less does not.
                let others = (0..lines.len())
                    .filter(|&c| c != to)
                    .map(|c| lines[c].votes);
                let most = others.max().unwrap();
                assert_eq!(
                    seat.extra,
                    (u64::from(most) + 1).saturating_sub(u64::from(lines[to].votes)),
                    "{id}"
                );
            }
        }
    }
    assert_eq!(seen, close.gains.len() + close.losses.len());
    for list in [&close.gains, &close.losses] {
        let key = |seat: &MarginalSeat| (seat.switch, seat.constituency.parse::<u32>().unwrap());
        assert!(list.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));
    }
}

#[test]
fn close_seats_equal_the_reference() {
    let mut random = Random(37);
    for _ in 0..60 {
        let election = house(&mut random, 30);
        // One by one up to the cost takes its time with many votes.
        if election.candidates.iter().any(|line| line.votes > 10_000) {
            continue;
        }
        for side in ["X", "Y", "Z", "E"] {
            check_close(&election, side);
        }
    }
    for id in ELECTIONS {
        let calculator = shipped(id);
        let election = calculator.election();
        for side in [&election.alliances[0].id, "JLKM", "BSP"] {
            let party = election.party(side);
            let alone = party.is_none_or(|p| election.party_alliance[p as usize] == u16::MAX);
            if alone && (party.is_some() || election.alliance(side).is_some()) {
                check_close(election, side);
            }
        }
    }
}

#[test]
fn the_lok_sabha() {
    let election = lok_sabha();
    let calculator = Calculator::new(election.clone());
    let close = close_of(&calculator, "BJP");
    // All but Surat, which has no votes.
    assert!(close.left_out.contains(&"107".to_owned()));
    assert_eq!(close.losses.len(), 239);
    for seat in close.gains.iter().chain(&close.losses) {
        let i = election.constituency(&seat.constituency).unwrap();
        let lines = election.candidates_of(i);
        let at = |serial: u16| lines.iter().position(|l| l.serial == serial).unwrap();
        let (holder, to) = (at(seat.holder.candidate), at(seat.to.candidate));
        let flips = |votes: u32| {
            let now = |c: usize| match c {
                c if c == holder => lines[c].votes - votes,
                c if c == to => lines[c].votes + votes,
                c => lines[c].votes,
            };
            (0..lines.len()).all(|c| c == to || now(c) < now(to))
        };
        assert!(flips(seat.switch) && !flips(seat.switch - 1), "{seat:?}");
    }
    let win = path_of(&calculator, "BJP", Goal::Majority);
    assert_eq!(
        (win.seats, win.mark, win.seats_changed.len()),
        (240, 272, 32)
    );
    let cheapest: u64 = close.gains[..32].iter().map(|s| u64::from(s.switch)).sum();
    assert_eq!(win.votes, cheapest);
    let found = disproportionality(&election, calculator.outcome());
    let bjp = &found.sides[0];
    assert_eq!(
        (bjp.row.id.as_str(), bjp.seats, bjp.share_seats),
        ("BJP", 240, 4_420)
    );
    let alone = found.sides.last().unwrap();
    assert_eq!((alone.row.id.as_str(), alone.seats), ("IND", 7));
}

#[test]
fn jlkm_votes_larger_than_the_margin() {
    let calculator = jharkhand();
    let margins = votes_above_margin(calculator.election(), calculator.outcome(), "JLKM").unwrap();
    let direction = |winner: &str, runner_up: &str| {
        let found = margins.directions.iter().find(|direction| {
            direction.winner.as_deref() == Some(winner)
                && direction.runner_up.as_deref() == Some(runner_up)
        });
        found.map_or(0, |direction| direction.seats)
    };
    assert_eq!(
        (direction("INDIA", "NDA"), direction("NDA", "INDIA")),
        (12, 6)
    );
    let transfer = |id: &str| {
        let seat = margins.seats.iter().find(|seat| seat.constituency == id);
        seat.unwrap().transfer
    };
    assert_eq!((transfer("65"), transfer("57")), (374, 9_638)); // Kanke, Kharsawan
    // The transfer is that of a pool: at it the seat changes hands, a hundredth below it does not.
    let mut pooled = jharkhand();
    for seat in &margins.seats {
        let (Some(winner), Some(runner_up)) = (&seat.winner_side, &seat.runner_up_side) else {
            continue;
        };
        let holder = |efficiency: u32, calculator: &mut Calculator| {
            let id = &seat.constituency;
            let text = format!("p-{runner_up}-{efficiency}-JLKM--n{id}");
            let report = evaluate(calculator, &text);
            report.constituencies.winner[id.parse::<usize>().unwrap() - 1]
        };
        assert_ne!(winner, runner_up);
        assert_eq!(holder(seat.transfer, &mut pooled), seat.runner_up.candidate);
        assert_ne!(
            holder(seat.transfer - 1, &mut pooled),
            seat.runner_up.candidate
        );
    }
}

#[test]
fn votes_larger_than_the_margin_equal_their_definition() {
    let mut random = Random(41);
    for _ in 0..200 {
        let election = house(&mut random, 20);
        let calculator = Calculator::new(election.clone());
        for party in ["A", "E", "F"] {
            let found = votes_above_margin(&election, calculator.outcome(), party).unwrap();
            let sum: u32 = found
                .directions
                .iter()
                .map(|direction| direction.seats)
                .sum();
            assert_eq!(sum as usize, found.seats.len());
            let mut expected = Vec::new();
            for (i, constituency) in election.constituencies.iter().enumerate() {
                let lines = election.candidates_of(i);
                let Some(holder) = constituency.holder else {
                    continue;
                };
                if !constituency.voted || lines.len() < 3 {
                    continue;
                }
                let holder = (holder - constituency.first) as usize;
                let mut others: Vec<usize> = (0..lines.len()).filter(|&c| c != holder).collect();
                others.sort_by_key(|&c| (std::cmp::Reverse(lines[c].votes), lines[c].serial));
                let next = others[0];
                let third = others[1..]
                    .iter()
                    .find(|&&c| election.parties[lines[c].party as usize] == party);
                let Some(&third) = third else { continue };
                let row = |c: usize| reference::row(&election, &lines[c]);
                let own = row(third);
                let allied = own != "IND" && (own == row(holder) || own == row(next));
                if lines[holder].votes < lines[next].votes || allied {
                    continue;
                }
                let margin = lines[holder].votes - lines[next].votes;
                let votes = u64::from(lines[third].votes);
                if votes <= u64::from(margin) {
                    continue;
                }
                let enough =
                    (0..=10_000_u64).find(|e| (votes * e + 5_000) / 10_000 > u64::from(margin));
                expected.push((enough.unwrap() as u32, constituency.number));
            }
            expected.sort_unstable();
            let got: Vec<(u32, u32)> = found
                .seats
                .iter()
                .map(|seat| (seat.transfer, seat.constituency.parse().unwrap()))
                .collect();
            assert_eq!(got, expected);
        }
    }
}

#[test]
fn votes_against_seats_of_jharkhand() {
    let mut calculator = jharkhand();
    let found = disproportionality(calculator.election(), calculator.outcome());
    let side = |id: &str| found.sides.iter().find(|side| side.row.id == id).unwrap();
    let (india, nda) = (side("INDIA"), side("NDA"));
    assert_eq!((india.seats, nda.seats), (56, 24));
    // Shares of seats: 56/81 and 24/81.
    assert_eq!((india.share_seats, nda.share_seats), (6_914, 2_963));
    assert_eq!(
        india.votes_per_seat,
        Some((india.votes as f64 / 56.0).round() as u64)
    );
    assert_eq!((india.contested, nda.contested), (81, 81));
    let report = evaluate(&mut calculator, "");
    for row in &report.alliances {
        assert_eq!(side(&row.id).votes, row.votes, "{}", row.id);
        assert_eq!(side(&row.id).share_votes, row.share_valid, "{}", row.id);
    }
    let bjp = found
        .parties
        .iter()
        .find(|party| party.row.id == "BJP")
        .unwrap();
    assert_eq!((bjp.votes, bjp.contested, bjp.seats), (5_921_474, 68, 21));
    assert!(bjp.share_contested > bjp.share_votes);
    let all: u64 = found.sides.iter().map(|side| side.votes).sum();
    let by_party: u64 = found.parties.iter().map(|party| party.votes).sum();
    assert_eq!((all, by_party), (found.valid, found.valid));
}

#[test]
fn wasted_votes_are_all_but_those_that_elected() {
    let mut random = Random(43);
    for _ in 0..100 {
        let election = house(&mut random, 20);
        let calculator = Calculator::new(election.clone());
        let found = disproportionality(&election, calculator.outcome());
        let seats: u32 = found.sides.iter().map(|side| side.seats).sum();
        let held = election
            .constituencies
            .iter()
            .filter(|c| c.holder.is_some());
        assert_eq!(seats as usize, held.count());
        for side in &found.sides {
            let (mut lost, mut surplus, mut votes) = (0, 0, 0);
            for (i, constituency) in election.constituencies.iter().enumerate() {
                let lines = election.candidates_of(i);
                let holder = constituency
                    .holder
                    .map(|h| (h - constituency.first) as usize);
                for (c, line) in lines.iter().enumerate() {
                    if reference::row(&election, line) != side.row.id {
                        continue;
                    }
                    votes += u64::from(line.votes);
                    if holder != Some(c) {
                        lost += u64::from(line.votes);
                        continue;
                    }
                    let others = (0..lines.len()).filter(|&o| o != c).map(|o| lines[o].votes);
                    if let Some(next) = others.max() {
                        surplus += u64::from(line.votes.saturating_sub(next + 1));
                    }
                }
            }
            assert_eq!(
                (side.votes, side.lost, side.surplus),
                (votes, lost, surplus)
            );
            assert_eq!(side.wasted, lost + surplus);
        }
    }
}

#[test]
fn since_2019_in_two_forms() {
    let (now, then) = (jharkhand(), shipped("jharkhand-2019"));
    let successors = [Successor {
        then: "MCO",
        now: "CPIML",
    }];
    let found = butler_swing(now.election(), then.election(), &successors, "INDIA", "NDA").unwrap();
    let (from, to) = (&found.alliances.from, &found.alliances.to);
    // Each side is named, now and then.
    assert_eq!(from.now, ["JMM", "INC", "RJD", "CPIML"]);
    assert!(from.then.contains(&"MCO".to_owned()) && from.then.contains(&"JMM".to_owned()));
    assert!(to.then.contains(&"BJP".to_owned()) && to.then.contains(&"AJSU".to_owned()));
    let (parties_from, parties_to) = (&found.parties.from, &found.parties.to);
    assert_eq!(
        (parties_from.id.as_str(), parties_to.id.as_str()),
        ("JMM", "BJP")
    );
    // 2024: JMM 23.74, BJP 33.61 of valid votes.
    assert_eq!(
        (parties_from.share_now, parties_to.share_now),
        (2_374, 3_361)
    );
    // Worked out from the votes of both files in floating point.
    let share = |election: &Election, ids: &[&str]| {
        let lines = election.candidates.iter();
        let own = lines.filter(|l| ids.contains(&election.parties[l.party as usize].as_str()));
        let votes: f64 = own.map(|line| f64::from(line.votes)).sum();
        let valid: f64 = election.constituencies.iter().map(|c| c.valid as f64).sum();
        votes / valid
    };
    let swing = |from_now, to_now, from_then, to_then| {
        let (n, t) = (now.election(), then.election());
        let gap_now = share(n, to_now) - share(n, from_now);
        let gap_then = share(t, to_then) - share(t, from_then);
        ((gap_now - gap_then) / 2.0 * 10_000.0).round() as i32
    };
    let expected = swing(&["JMM"], &["BJP"], &["JMM"], &["BJP"]);
    assert_eq!(found.parties.swing, expected);
    let india: &[&str] = &["JMM", "INC", "RJD", "CPIML"];
    let india_then: &[&str] = &["JMM", "INC", "RJD", "CPIML", "MCO"];
    let nda: &[&str] = &["BJP", "AJSU", "JDU", "LJPRV"];
    let expected = swing(india, nda, india_then, nda);
    assert_eq!(from.placed + to.placed, 0);
    assert_eq!(found.alliances.swing, expected);
    assert_eq!(found.alliances.constituencies.len(), 81);
    let jmm = found.table.iter().find(|row| row.id == "JMM").unwrap();
    assert_eq!(
        (jmm.share_now, jmm.share_then, jmm.change),
        (
            parties_from.share_now,
            parties_from.share_then,
            parties_from.change
        )
    );
    // Without the merger the earlier side is smaller.
    let without = butler_swing(now.election(), then.election(), &[], "INDIA", "NDA").unwrap();
    assert!(without.alliances.from.votes_then < from.votes_then);
}

#[test]
fn since_itself_nothing_swung() {
    let mut random = Random(47);
    for _ in 0..50 {
        let election = house(&mut random, 20);
        let found = butler_swing(&election, &election, &[], "X", "Y").unwrap();
        assert_eq!(found.parties.swing, 0);
        assert!(
            found
                .table
                .iter()
                .all(|row| row.change == 0 && row.share_now == row.share_then)
        );
        let still = found.parties.constituencies.iter().flatten();
        assert!(still.into_iter().all(|&swing| swing == 0));
        for (i, swing) in found.parties.constituencies.iter().enumerate() {
            let lines = election.candidates_of(i);
            // The earlier election knows who stood for a party, not whom an alliance placed.
            let label = |l: &Candidate| &election.parties[l.party as usize];
            let stood = |id: &str| lines.iter().any(|l| label(l) == id);
            let both = stood(&found.parties.from.id) && stood(&found.parties.to.id);
            assert_eq!(
                swing.is_some(),
                both && election.constituencies[i].valid > 0
            );
        }
    }
}

#[test]
fn sides_that_are_none() {
    let calculator = jharkhand();
    let (election, outcome) = (calculator.election(), calculator.outcome());
    for (side, code) in [
        ("IND", "independent-side"),
        ("IND.3", "independent-side"),
        ("XYZ", "unknown-id"),
    ] {
        let found = [
            marginal_seats(election, outcome, side).unwrap_err(),
            cheapest_path(election, outcome, side, Goal::End).unwrap_err(),
            votes_above_margin(election, outcome, side).unwrap_err(),
            butler_swing(election, election, &[], side, "NDA").unwrap_err(),
        ];
        assert!(
            found.iter().all(|problems| problems.list()[0].code == code),
            "{side}"
        );
    }
    // Each is named where it stands.
    let place = |problems: Problems| problems.list()[0].path.clone();
    let alliance = votes_above_margin(election, outcome, "NDA").unwrap_err();
    assert!(alliance.list()[0].message.starts_with("no party is called"));
    assert_eq!(place(alliance), "party");
    let since = |from, to| butler_swing(election, election, &[], from, to).unwrap_err();
    assert_eq!(place(since("XYZ", "NDA")), "from");
    assert_eq!(place(since("NDA", "XYZ")), "to");
    let one = since("NDA", "BJP");
    assert_eq!(place(one.clone()), "to");
    assert_eq!(one.list()[0].code, "same-side");
}

/// Questions 3 and 10: the rules the analyses rest on give the published answers.
#[test]
fn question_cards_two_to_four_and_ten() {
    let mut calculator = jharkhand();
    assert_eq!(
        three(&evaluate(&mut calculator, "s-INDIA-NDA-399")),
        (39, 41, 1)
    );
    let pooled = evaluate(&mut calculator, "p-NDA-10000-JLKM");
    let jlkm = pooled.parties.iter().find(|row| row.id == "JLKM").unwrap();
    assert_eq!(
        (seats(&pooled, "INDIA"), seats(&pooled, "NDA"), jlkm.seats),
        (41, 40, 4)
    );
    let mut earlier = shipped("jharkhand-2019");
    let together = evaluate(&mut earlier, "p-BJP-10000-AJSU");
    assert_eq!(
        (seats(&together, "BJP+AJSU"), seats(&together, "MGB")),
        (40, 34)
    );
    let scenario = Scenario::default();
    assert_eq!(calculator.evaluate(&scenario).unwrap().verdict.seats, 56);
}

/// What stands beside a slider in every frame is what the report of that scenario says, and leaves the last one alone.
#[test]
fn a_glance_is_a_part_of_the_report() {
    let mut calculator = jharkhand();
    for text in [
        "",
        "p-NDA-5000-JLKM",
        "s-INDIA-NDA-368_w-65a_r-JLKM-NDA",
        "x-INC-NDA-11_q-JMM-3_h-v-JMM",
        "f-JMM-BJP",
    ] {
        let scenario = edits(text);
        calculator.evaluate(&edits("w-39.BJP")).unwrap();
        let glance = serde_json::to_value(calculator.glance(&scenario).unwrap()).unwrap();
        assert_eq!(calculator.outcome().edits.len(), 1, "{text}");
        let report = serde_json::to_value(calculator.evaluate(&scenario).unwrap()).unwrap();
        for (name, value) in glance.as_object().unwrap() {
            assert_eq!(*value, report[name], "{text}: {name}");
        }
    }
    assert!(calculator.glance(&edits("s-INDIA-INDIA-1")).is_err());
}

#[test]
fn which_sides_are_free_for_a_pool_or_swing_and_why_others_are_not() {
    let mut calculator = jharkhand();
    let mut refused = |text: &str, place: Option<usize>, instead: &str| {
        calculator.evaluate(&edits(text)).unwrap();
        let one = edits(instead).edits.remove(0);
        let found = calculator.refusals(place, &[one.clone(), one]);
        assert_eq!(found[0], found[1], "{text}: {instead}");
        found[0]
    };
    assert_eq!(refused("", None, "s-INDIA-NDA-1"), None);
    assert_eq!(refused("", None, "s-NDA-BJP-1"), Some("same-side"));
    assert_eq!(refused("", None, "s-INC-INC-1"), Some("same-side"));
    assert_eq!(refused("", None, "s-INC-XYZ-1"), Some("unknown-id"));
    let pool = "p-NDA-5000-JLKM";
    // Who joined is of that side, in a swing listed before or after.
    assert_eq!(refused(pool, None, "s-JLKM-BJP-1"), None);
    assert_eq!(refused(pool, None, "s-JLKM-NDA-1"), Some("same-side"));
    assert_eq!(refused("s-JLKM-NDA-1", None, pool), Some("same-side"));
    assert_eq!(refused("s-JLKM-NDA-1", Some(0), pool), None);
    // In its own place nothing is in the way; beside it the party has joined already.
    let other = "p-JMM-0-JLKM";
    assert_eq!(refused(pool, Some(0), other), None);
    assert_eq!(refused(pool, Some(9), other), Some("party-in-two-pools"));
    assert_eq!(
        refused(pool, None, "p-JLKM-0-RJD"),
        Some("party-in-two-pools")
    );
    assert_eq!(refused(pool, None, "p-NDA-0-RJD"), None);
    assert_eq!(refused("", None, "p-BJP-0-BJP"), Some("same-side"));
}
