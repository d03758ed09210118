//! The Jharkhand election of November 2024 as published: figures of the Election Commission and of the press of
//! 23 and 24 November 2024, and the answers of the question cards, computed by a second program beforehand.

use crate::support;
use crate::support::{evaluate, jharkhand, seats, table, three, try_evaluate};
use seat_calculator::election::Election;
use seat_calculator::majority::VerdictKind;
use seat_calculator::report::{PartyRow, Report};

fn party<'a>(report: &'a Report, id: &str) -> &'a PartyRow {
    report.parties.iter().find(|row| row.id == id).unwrap()
}

#[test]
fn the_declared_result() {
    let report = evaluate(&mut jharkhand(), "");
    assert_eq!(three(&report), (56, 24, 1));
    assert_eq!((report.house.seats, report.house.mark), (81, 41));
    let verdict = &report.verdict;
    assert_eq!(verdict.kind, VerdictKind::Majority);
    assert_eq!(verdict.leaders, ["INDIA"]);
    assert_eq!((verdict.seats, verdict.surplus), (56, Some(15)));
    assert_eq!(verdict.grouping, "declared");
    assert!(!report.edited.any && report.scenario.text.is_empty() && report.changes.is_empty());
}

#[test]
fn seats_and_contested_by_party_in_three_elections() {
    for [election, id, seats, contested] in table("seats_by_party.csv") {
        let report = evaluate(&mut support::shipped(&election), "");
        let row = party(&report, &id);
        assert_eq!(row.seats.to_string(), seats, "{election} {id}");
        assert_eq!(
            (row.baseline, row.change),
            (row.seats, 0),
            "{election} {id}"
        );
        if !contested.is_empty() {
            assert_eq!(row.contested.to_string(), contested, "{election} {id}");
        }
    }
}

#[test]
fn seats_by_scenario() {
    let mut calculator = jharkhand();
    for [text, india, nda, jlkm, verdict] in table("seats_by_scenario.csv") {
        let report = evaluate(&mut calculator, &text);
        let (a, b, c) = three(&report);
        let expected = format!("{india} {nda} {jlkm}");
        assert_eq!(format!("{a} {b} {c}"), expected, "{text}");
        if !verdict.is_empty() {
            let kind = format!("{:?}", report.verdict.kind).to_lowercase();
            assert_eq!(kind, verdict, "{text}");
        }
    }
}

#[test]
fn strike_rates_by_party_and_alliance() {
    let report = evaluate(&mut jharkhand(), "");
    assert_eq!(party(&report, "JMM").strike_rate, Some(7907)); // 34/43 = 79.069…
    assert_eq!(party(&report, "JMM").strike_rate_percent, Some(79));
    let india = &report.alliances[0];
    assert_eq!(
        (india.id.as_str(), india.contested, india.constituencies),
        ("INDIA", 84, 81)
    );
    assert_eq!(india.strike_rate, Some(6914)); // 56/81 = 69.135…
    assert_eq!(report.alliances[1].constituencies, 81);
}

#[test]
fn votes_and_both_denominators() {
    let report = evaluate(&mut jharkhand(), "");
    let bjp = party(&report, "BJP");
    assert_eq!(
        (bjp.votes, bjp.share_counted, bjp.share_valid),
        (5_921_474, 3318, 3361)
    );
    let jmm = party(&report, "JMM");
    assert_eq!(
        (jmm.votes, jmm.share_counted, jmm.share_valid),
        (4_183_281, 2344, 2374)
    );
    assert_eq!(report.totals.counted, 17_846_283);
    assert_eq!(report.totals.nota, 226_431);
    assert_eq!(report.totals.valid, 17_846_283 - 226_431);
    assert_eq!(report.totals.electors, Some(26_145_399));
    let all: u64 = report.parties.iter().map(|row| row.votes).sum();
    assert_eq!(all, report.totals.valid);
}

#[test]
fn single_constituencies() {
    let mut calculator = jharkhand();
    let report = evaluate(&mut calculator, "");
    let margins = &report.constituencies.margin;
    assert_eq!(margins[2], 39_791.0);
    let barhait = calculator.constituency("3").unwrap();
    let votes: Vec<_> = barhait
        .candidates
        .iter()
        .map(|c| c.votes.unwrap())
        .collect();
    assert_eq!(votes[..2], [95_612, 55_821]);
    assert!(barhait.candidates[0].holder);
    let closest = (0..81)
        .min_by(|&a, &b| margins[a].total_cmp(&margins[b]))
        .unwrap();
    assert_eq!((closest + 1, margins[closest]), (24, 231.0)); // Mandu
    assert_eq!(margins[64], 968.0); // Kanke
    let shares = &report.constituencies.margin_share;
    assert_eq!(shares.iter().filter(|&&share| share < 100.0).count(), 6);
    assert_eq!(shares.iter().filter(|&&share| share < 500.0).count(), 18);
    let ids: Vec<usize> = (0..81)
        .filter(|&i| shares[i] < 100.0)
        .map(|i| i + 1)
        .collect();
    assert_eq!(ids, [24, 39, 65, 74, 76, 78]);
    assert!(calculator.constituency("82").is_err());
}

#[test]
fn places() {
    let calculator = jharkhand();
    let election = calculator.election();
    let count = |list: usize, id: &str| {
        let (_, ids) = election.places.lists()[list];
        let index = ids.iter().position(|known| known == id).unwrap() as u16;
        let all = election.constituencies.iter();
        all.filter(|constituency| constituency.places[list] == index)
            .count()
    };
    assert_eq!(
        [count(0, "GEN"), count(0, "SC"), count(0, "ST")],
        [44, 9, 28]
    );
    assert_eq!([count(4, "1"), count(4, "2")], [43, 38]);
    assert_eq!(election.candidates.len(), 1_211);
    assert_eq!(election.places.districts.len(), 24);
}

#[test]
fn deposits_nota_and_postal_votes() {
    let calculator = jharkhand();
    let report = evaluate(&mut calculator.clone(), "");
    let lost: u32 = report.parties.iter().map(|row| row.deposits_lost).sum();
    assert_eq!(lost, 1_039);
    let election = calculator.election();
    let margins = &report.constituencies.margin;
    let nota_above = (0..81)
        .filter(|&i| f64::from(election.constituencies[i].nota.unwrap()) > margins[i])
        .count();
    assert_eq!(nota_above, 9);
    for (i, constituency) in election.constituencies.iter().enumerate() {
        let by_machine = constituency.range().max_by_key(|&c| {
            let line = &election.candidates[c];
            line.votes - line.postal
        });
        assert_eq!(
            by_machine.map(|c| c as u32),
            constituency.holder,
            "{}",
            i + 1
        );
    }
}

#[test]
fn friendly_fights_are_of_alliances_not_of_independents() {
    let calculator = jharkhand();
    let fights =
        seat_calculator::analysis::context::friendly_fights::friendly_fights(calculator.election());
    let ids: Vec<_> = fights
        .iter()
        .map(|fight| (fight.constituency + 1, fight.alliance))
        .collect();
    assert_eq!(ids, [(28, 0), (77, 0), (78, 0)]);
}

#[test]
fn six_seats_under_one_percent_the_other_way_change_nothing() {
    let report = evaluate(
        &mut jharkhand(),
        "w-24.INC-74.JMM-76.INC-39.BJP-65.BJP-78.BJP",
    );
    assert_eq!(report.changes.len(), 6);
    assert!(report.changes.iter().all(|change| change.by == "award"));
}

const SIXTEEN: &str = "w-78.BJP-65.BJP-39.BJP-38.BJP-32.BJP-11.BJP-36.BJP-54.BJP-70.BJP-56.BJP-8.BJP-77.BJP-10.BJP-73.BJP-31.BJP-23.AJSU";

#[test]
fn sixteen_seats_end_the_majority_and_a_seventeenth_makes_one() {
    let mut calculator = jharkhand();
    let report = evaluate(&mut calculator, SIXTEEN);
    assert_eq!(report.verdict.leaders, ["INDIA", "NDA"]);
    assert_eq!((report.verdict.seats, report.verdict.short), (40, Some(1)));
    let report = evaluate(&mut calculator, &format!("{SIXTEEN}-44.BJP"));
    assert_eq!(
        (report.verdict.leaders[0].as_str(), report.verdict.surplus),
        ("NDA", Some(0))
    );
}

#[test]
fn the_sixteen_closest_of_all_reversed() {
    let mut calculator = jharkhand();
    let report = evaluate(&mut calculator, "");
    let columns = &report.constituencies;
    let mut order: Vec<usize> = (0..81).collect();
    order.sort_by(|&a, &b| columns.margin[a].total_cmp(&columns.margin[b]));
    let awards: Vec<String> = order[..16]
        .iter()
        .map(|&i| {
            let letters = (b'a' + columns.runner_up[i] as u8 - 1) as char;
            assert!(columns.runner_up[i] <= 26);
            format!("{}{letters}", i + 1)
        })
        .collect();
    let report = evaluate(&mut calculator, &format!("w-{}", awards.concat()));
    assert_eq!(three(&report), (54, 26, 1));
}

#[test]
fn partners_after_the_vote() {
    let mut calculator = jharkhand();
    let together = |text: &str| evaluate(&mut calculator.clone(), text);
    let report = together("r-JMM_r-BJP-JMM");
    // Named by its members in dataset order.
    assert_eq!(seats(&report, "JMM+BJP"), 55);
    assert_eq!(report.verdict.grouping, "reader");
    assert_eq!(
        report
            .alliances
            .iter()
            .find(|r| r.kind == "grouping")
            .unwrap()
            .baseline,
        None
    );
    let whole_nda = together("r-JMM-NDA");
    assert_eq!(seats(&whole_nda, "NDA"), 58);
    assert_eq!(seats(&together("r-JMM-NDA_r-JLKM-NDA"), "NDA"), 59);
    let without_congress = together("f-JMM-RJD-CPIML");
    assert_eq!(
        (without_congress.floor.seats, without_congress.floor.short),
        (40, Some(1))
    );
    let completions: Vec<String> = without_congress
        .floor
        .completions
        .iter()
        .map(|c| c.join(" "))
        .collect();
    for single in ["AJSU", "JDU", "LJPRV", "JLKM"] {
        assert!(
            completions.contains(&single.to_owned()),
            "{single}: {completions:?}"
        );
    }
    let without_jmm = together("f-BJP-INC-RJD");
    assert_eq!(
        (without_jmm.floor.seats, without_jmm.floor.surplus),
        (41, Some(0))
    );
    assert_eq!(without_jmm.floor.pivotal.len(), 3);
    // Members move, votes do not.
    assert_eq!(
        report.parties.iter().map(|r| r.votes).collect::<Vec<_>>(),
        evaluate(&mut calculator, "")
            .parties
            .iter()
            .map(|r| r.votes)
            .collect::<Vec<_>>()
    );
}

#[test]
fn jmm_and_bjp_neither_can_leave() {
    let report = evaluate(&mut jharkhand(), "f-JMM-BJP");
    let floor = &report.floor;
    assert_eq!((floor.seats, floor.surplus), (55, Some(14)));
    assert_eq!(floor.pivotal.len(), 2);
    assert!(floor.not_needed.is_empty() && floor.chosen);
    assert_eq!(
        (floor.r#for, floor.against, floor.result),
        (55, 26, "carried")
    );
}

#[test]
fn who_is_in_power_votes_for() {
    let mut calculator = jharkhand();
    let mut ayes = |text: &str| {
        let mut floor = evaluate(&mut calculator, text).floor;
        floor.partners.sort();
        (floor.partners.join(" "), floor.r#for, floor.chosen)
    };
    let of = |who: &str, seats: u32| (who.to_owned(), seats, false);
    // The alliance in government, also where awards or departures end its majority.
    assert_eq!(ayes(""), of("CPIML INC JMM RJD", 56));
    // A grouping that realignments have made and that reaches the mark is in power now.
    assert_eq!(ayes("r-JMM_r-BJP-JMM"), of("BJP JMM", 55));
    assert_eq!(ayes("r-JMM-NDA"), of("AJSU BJP JDU JMM LJPRV", 58));
    // Where none reaches it, the government is what is left of it.
    assert_eq!(ayes("r-INC-NDA"), of("CPIML JMM RJD", 40));
}

#[test]
fn a_pool_says_who_joined() {
    let mut calculator = jharkhand();
    let mut joined = |text: &str| {
        let report = evaluate(&mut calculator, text);
        let rows = report.alliances.into_iter();
        let all = rows.filter(|row| !row.joined.is_empty());
        all.map(|row| (row.id, row.joined.join(" ")))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        joined("p-NDA-10000-JLKM"),
        [("NDA".to_owned(), "JLKM".to_owned())]
    );
    // Within its own alliance, or by a realignment, nobody joins.
    assert!(joined("p-NDA-10000-AJSU").is_empty());
    assert!(joined("r-JLKM-NDA").is_empty());
    // Who joined and was then put elsewhere sits there.
    assert!(joined("p-NDA-10000-JLKM_r-JLKM-INDIA").is_empty());
}

#[test]
fn congress_crosses() {
    let mut calculator = jharkhand();
    let eleven = evaluate(&mut calculator, "x-INC-NDA-11");
    let movement = &eleven.movements[0];
    assert_eq!(
        (movement.two_thirds, movement.reaches, movement.of),
        (11, true, 16)
    );
    assert!(!evaluate(&mut calculator, "x-INC-NDA-10").movements[0].reaches);
    let too_many = evaluate(&mut calculator, "x-INC-NDA-20");
    assert_eq!(
        (too_many.movements[0].asked, too_many.movements[0].moved),
        (20, 16)
    );
}

#[test]
fn two_thirds_of_each() {
    let report = evaluate(&mut jharkhand(), "");
    for (id, expected) in [
        ("JMM", 23),
        ("BJP", 14),
        ("INC", 11),
        ("RJD", 3),
        ("CPIML", 2),
    ] {
        let partner = report
            .partners
            .iter()
            .find(|partner| partner.id == id)
            .unwrap();
        assert_eq!(partner.two_thirds, expected, "{id}");
    }
}

#[test]
fn india_loses_its_majority_by_sixteen_crossings_or_thirty_one_resignations() {
    let mut calculator = jharkhand();
    let has = |report: &Report| report.verdict.kind == VerdictKind::Majority;
    assert!(has(&evaluate(&mut calculator, "x-JMM-NDA-15")));
    assert!(!has(&evaluate(&mut calculator, "x-JMM-NDA-16")));
    let thirty = evaluate(&mut calculator, "q-JMM-30_h-e");
    assert_eq!((thirty.house.base.n, seats(&thirty, "INDIA")), (51, 26));
    assert!(has(&thirty));
    let one_more = evaluate(&mut calculator, "q-JMM-31_h-e");
    assert_eq!((one_more.house.base.n, seats(&one_more, "INDIA")), (50, 25));
    assert!(!has(&one_more) && one_more.verdict.half);
    assert_eq!(one_more.house.vacant, 31);
}

#[test]
fn coalitions_of_the_declared_house() {
    let report = evaluate(&mut jharkhand(), "");
    let coalitions = &report.coalitions;
    assert_eq!(coalitions.count.as_deref(), Some("18"));
    assert_eq!(
        (coalitions.minimal.len(), coalitions.truncated),
        (18, false)
    );
    let pairs: Vec<_> = coalitions
        .minimal
        .iter()
        .zip(&coalitions.seats)
        .filter(|(ids, _)| ids.len() == 2)
        .collect();
    assert_eq!(pairs.len(), 2);
    assert_eq!(*pairs[0].1, 50);
    assert_eq!(*pairs[1].1, 55);
}

#[test]
fn refusals_leave_the_state_before() {
    let mut calculator = jharkhand();
    evaluate(&mut calculator, SIXTEEN);
    for (text, code) in [
        ("w-24.RJD", "no-candidate"),
        ("w-99.BJP", "unknown-id"),
        ("w-24zz", "no-candidate"),
        ("w-1.XYZ", "unknown-id"),
        ("r-XYZ-NDA", "unknown-id"),
        ("s-IND-NDA-100", "independent-side"),
        ("s-INDIA-JMM-100", "same-side"),
        ("s-INDIA-INDIA-100", "same-side"),
        ("s-INDIA-NDA-100--cXX", "unknown-id"),
        ("p-NDA-5000-JLKM_p-INDIA-5000-JLKM", "party-in-two-pools"),
        ("x-INC-INC-3", "same-side"),
    ] {
        let problems = try_evaluate(&mut calculator, text).unwrap_err();
        assert_eq!(problems.list()[0].code, code, "{text}: {problems}");
    }
    // An alliance is no party: nobody is told that there is none of that name.
    for (text, place) in [
        ("q-NDA-1", "resign.from"),
        ("a-NDA-1", "absent.from"),
        ("r-NDA-INDIA", "realign.party"),
        ("x-NDA-BJP-1", "cross.from"),
        ("p-NDA-5000-INDIA", "pool.joiners"),
        ("h-v-NDA", "house.speaker"),
    ] {
        let problems = try_evaluate(&mut calculator, text).unwrap_err();
        let told = problems.to_string();
        let said = told.starts_with(&format!("edits[0].{place}: no party is called"));
        assert!(said && told.ends_with("[unknown-id]\n"), "{text}: {told}");
    }
    let held = calculator
        .outcome()
        .seats
        .results
        .iter()
        .filter(|r| r.awarded)
        .count();
    assert_eq!(held, 16);
}

#[test]
fn what_changes_nothing_is_gone_from_the_text() {
    let mut calculator = jharkhand();
    for text in [
        "w-1.JMM",
        "r-JMM-INDIA",
        "r-JLKM",
        "f-JMM-INC-RJD-CPIML",
        "f-INDIA",
        "x-SP-NDA-3",
        "q-SP-1",
        "a-BSP-2",
        "h-t",
        "s-INDIA-NDA-0",
        "x-JMM-INDIA-3",
        "r-JLKM-JLKM",
        "h-t-BSP",
        // Two of one alliance that stood against each other nowhere.
        "p-NDA-5000-BJP",
    ] {
        let report = evaluate(&mut calculator, text);
        assert_eq!(report.scenario.text, "", "{text}");
        assert!(!report.edited.any, "{text}");
    }
    // Nobody of that party could be Speaker, a party with itself is alone.
    for (one, other) in [("h-e-BSP", "h-e"), ("r-BJP-BJP", "r-BJP")] {
        let text = evaluate(&mut calculator, one).scenario.text;
        assert_eq!(text, evaluate(&mut calculator, other).scenario.text);
    }
    let report = evaluate(&mut calculator, "f-INDIA-JLKM");
    assert!(
        report.scenario.text.ends_with("~f-CPIML-INC-JLKM-JMM-RJD"),
        "{}",
        report.scenario.text
    );
}

#[test]
fn a_swing_in_reserved_seats_and_a_pool() {
    let mut calculator = jharkhand();
    let st = |points: u32, calculator: &mut _| {
        evaluate(calculator, &format!("s-INDIA-NDA-{points}--cST"))
            .verdict
            .kind
    };
    assert_eq!(st(835, &mut calculator), VerdictKind::Majority);
    assert_eq!(st(836, &mut calculator), VerdictKind::Hung);
    let joined = evaluate(&mut calculator, "p-NDA-10000-JLKM");
    assert_eq!(party(&joined, "JLKM").seats, 4);
    assert!(joined.parties.iter().all(|row| row.strike_rate.is_none()));
}

#[test]
fn kanke_and_kharsawan_tip_where_they_should() {
    let mut calculator = jharkhand();
    let holder = |text: &str, seat: usize, calculator: &mut _| {
        let report = evaluate(calculator, text);
        // Nobody, where the votes are equal: a tie is no flip.
        let party = report.constituencies.party[seat - 1] as usize;
        report.parties.get(party).map(|row| row.id.clone())
    };
    for (seat, below, at) in [(65, 373, 374), (57, 9637, 9638)] {
        let before = holder(&format!("p-NDA-{below}-JLKM"), seat, &mut calculator);
        let after = holder(&format!("p-NDA-{at}-JLKM"), seat, &mut calculator);
        assert_ne!(before.as_deref(), Some("BJP"), "{seat}");
        assert_eq!(after.as_deref(), Some("BJP"), "{seat}");
    }
}

#[test]
fn swing_conserves_votes_and_says_what_it_skipped() {
    let mut calculator = jharkhand();
    let report = evaluate(&mut calculator, "s-RJD-JLKM-500");
    assert_eq!(
        report.parties.iter().map(|row| row.votes).sum::<u64>(),
        report.totals.valid
    );
    let step = &report.votes[0];
    assert_eq!(step.applied as usize + step.skipped.len(), 81);
    assert!(step.applied <= 7);
}

#[test]
fn earlier_elections() {
    let mut earlier = support::shipped("jharkhand-2019");
    let report = evaluate(&mut earlier, "");
    assert_eq!(seats(&report, "MGB"), 47);
    assert_eq!(
        (
            report.house.bases.effective.n,
            report.house.bases.effective.mark
        ),
        (82, 42)
    );
    let pooled = |points: u32, calculator: &mut _| {
        let report = evaluate(calculator, &format!("p-BJP-{points}-AJSU"));
        let together = report
            .alliances
            .iter()
            .find(|row| row.kind == "grouping")
            .unwrap()
            .seats;
        (together, seats(&report, "MGB"))
    };
    assert_eq!(pooled(10_000, &mut earlier), (40, 34));
    assert_eq!(pooled(8_000, &mut earlier), (37, 37));
}

#[test]
fn every_shipped_election_adds_up() {
    for id in ["jharkhand-2024", "jharkhand-2019", "jharkhand-2014"] {
        let calculator = support::shipped(id);
        let election: &Election = calculator.election();
        assert_eq!(election.constituencies.len(), 81);
        assert_eq!(election.fingerprint.len(), 6);
    }
}
