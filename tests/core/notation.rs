//! The text of a scenario: golden links, round trips, damage.

use crate::support::{edits, jharkhand};
use proptest::prelude::*;
use seat_calculator::scenario::notation::{LONGEST, format, parse};
use seat_calculator::scenario::{
    Absent, Award, BaseKind, Chosen, Cross, Edit, MarkEdit, Model, Pool, Realign, Resign, Scenario,
    Scope, Stance, Swing,
};

const GOLDEN: &str = include_str!("../golden/links.txt");

fn code(text: &str) -> &'static str {
    match parse(text) {
        Ok(_) => "",
        Err(problems) => problems.list()[0].code,
    }
}

/// Version 1 links open for ever: each line is a link and the edits it stands for, as JSON.
#[test]
fn golden_links_open_to_the_same_edits() {
    let mut links = 0;
    for line in GOLDEN
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let (link, expected) = line.split_once(' ').expect("link and edits");
        let scenario = parse(link).unwrap_or_else(|problems| panic!("{link}: {problems}"));
        assert_eq!(
            serde_json::to_string(&scenario.edits).unwrap(),
            expected,
            "{link}"
        );
        assert_eq!(format(&scenario).unwrap(), link);
        links += 1;
    }
    assert!(links >= 14, "{links}");
}

#[test]
fn every_kind_of_edit_by_hand() {
    let scenario = edits(
        "h-v-JMM_a-BJP-3_v-28-39_q-JMM-31_x-INC-NDA-11_f-JMM-BJP--JLKM_r-RJD_r-JLKM-NDA_w-28b39aa-40.BJP_sp-INC-BJP-500--n28.3_s-INDIA-NDA-368--cST_p-NDA-7000-JLKM-AJSU--dRanchi",
    );
    let text = format(&scenario).unwrap();
    assert_eq!(
        text.splitn(5, '~').last().unwrap(),
        "p-NDA-7000-AJSU-JLKM--dRanchi_sp-INC-BJP-500--n3.28_s-INDIA-NDA-368--cST_w-28b39aa-40.BJP_r-JLKM-NDA_r-RJD_f-BJP-JMM--JLKM_x-INC-NDA-11_q-JMM-31_v-28-39_a-BJP-3_h-v-JMM"
    );
    assert_eq!(parse(&text).unwrap(), scenario);
}

#[test]
fn the_empty_text_is_the_declared_result() {
    assert_eq!(parse("").unwrap(), Scenario::default());
    assert_eq!(format(&Scenario::default()).unwrap(), "");
    let named = Scenario {
        election: Some("jharkhand-2024".to_owned()),
        ..Scenario::default()
    };
    assert_eq!(format(&named).unwrap(), "");
}

#[test]
fn damage_is_recognised() {
    let text = format(&edits("w-28b39a_x-INC-NDA-11")).unwrap();
    assert_eq!(code(&text), "");
    assert_eq!(code(&text[..text.len() - 1]), "damaged");
    assert_eq!(code(&text.to_uppercase()), "damaged");
    assert_eq!(code(&text.replace("11", "12")), "damaged");
    assert_eq!(code("nonsense"), "damaged");
    assert_eq!(code("0~"), "damaged");
    assert_eq!(code("0~1~a~b"), "damaged");
    assert_eq!(code("0~x~a~b~"), "damaged");
    assert_eq!(code("0~2~jharkhand-2024~abcdef~zz"), "newer-version");
    assert_eq!(code(&"x".repeat(LONGEST + 1)), "too-long");
    for clause in [
        "w",
        "w-28",
        "w-b",
        "w-028b",
        "s-A-B",
        "s-A-B-10001",
        "s-A-B-1--q1",
        "p-A-5",
        "x-A-B-0",
        "h-q",
        "zz",
        "f-A--",
        "r",
        "v",
        "q-A-x",
        "",
        "s-A-B-1--n",
        "w-1b\u{e9}",
        // One more than a file can have candidates, which no object may say either.
        "w-1cjss",
    ] {
        assert_eq!(
            code(&format!("0~1~~~{clause}")),
            if clause.is_empty() { "" } else { "bad-clause" },
            "{clause}"
        );
    }
    assert_eq!(code("0~1~~~w-1cjsr"), "");
    let problems = parse("0~1~~~w-28b_zz_x-A-B-0").unwrap_err();
    assert_eq!(
        (problems.total(), problems.list()[0].path.as_str()),
        (2, "edits, clause 2")
    );
}

#[test]
fn what_mail_programs_do_is_undone() {
    let text = format(&edits("w-28b39a_r-JLKM-INC+_s-INDIA-NDA-368")).unwrap();
    let scenario = parse(&text).unwrap();
    let escaped = text
        .replace('~', "%7E")
        .replace('+', "%2B")
        .replace('-', "%2D");
    let twice = escaped.replace('%', "%25");
    for damaged in [
        format!("{text}."),
        format!("{text})."),
        format!("{text}&utm_source=newsletter"),
        format!("{text}?secret=Xy12"),
        format!("{text}&amp;utm_medium=email"),
        format!("{text}\n> quoted"),
        escaped,
        twice,
    ] {
        assert_eq!(parse(&damaged), Ok(scenario.clone()), "{damaged}");
    }
}

#[test]
fn what_programs_that_set_text_do_is_undone() {
    let text = format(&edits("w-28b39a_r-JLKM-INC+_f-BJP-JMM--JLKM")).unwrap();
    let scenario = parse(&text).unwrap();
    for damaged in [
        text.replace('_', "\\_").replace('~', "\\~"),
        text.replace("--", "\u{2013}"),
        text.replace("--", "\u{2014}"),
        text.replace("--", "\u{a0}--").replace('\u{a0}', "\u{200b}"),
        text.replace('-', "\u{2011}"),
        text.replace("_f", "_\r\nf"),
        text.replace("_f", "_\n f"),
        text.replace('+', " "),
        text.replace("--", "%E2%80%93").replace('_', "%5C_"),
        format!("\u{feff}{}\u{200e}.", text.replace("--", "\u{2013}")),
    ] {
        assert_eq!(parse(&damaged), Ok(scenario.clone()), "{damaged:?}");
    }
    // What the checksum does not fit stays damaged.
    let other = text.replace("--", "\u{2013}").replace("28", "29");
    assert!(parse(&other).is_err());
}

#[test]
fn eighty_one_awards_and_ten_other_edits_fit_in_six_hundred_characters() {
    let mut calculator = jharkhand();
    let election = calculator.election().clone();
    // To the last on each ballot: the longest letters there are.
    let awards: String = (0..81)
        .map(|i| {
            let serial = u32::from(election.candidates_of(i).last().unwrap().serial);
            let letters = if serial > 26 {
                format!("a{}", (b'a' + (serial - 27) as u8) as char)
            } else {
                ((b'a' + serial as u8 - 1) as char).to_string()
            };
            format!("{}{letters}", i + 1)
        })
        .collect();
    let others = "p-NDA-10000-JLKM_s-INDIA-NDA-1000--cST_s-INC-BJP-1234_r-AJSU_r-RJD-NDA_f-BJP-JLKM-JMM_x-INC-BJP-11_q-JMM-1_a-BJP-12_h-v-JMM";
    assert_eq!(others.split('_').count(), 10);
    let report = calculator
        .evaluate(&edits(&format!("{others}_w-{awards}")))
        .unwrap();
    assert!(
        report.scenario.edits.len() >= 85,
        "{}",
        report.scenario.text
    );
    let text = format(&edits(&format!("{others}_w-{awards}"))).unwrap();
    let full = text.len() + "jharkhand-2024".len() + 6;
    assert!(full <= 600, "{full}");
}

#[test]
fn what_cannot_be_said_is_refused() {
    let scenario = |party: &str| Scenario {
        edits: vec![Edit::Realign(Realign {
            party: party.to_owned(),
            alliance: None,
        })],
        ..Scenario::default()
    };
    let refused = |scenario: &Scenario| format(scenario).unwrap_err().list()[0].code;
    // The others would be read as something else, or not at all.
    for id in ["a b", "A-B", "A_w-1a", "A~B", "A.B", "1A", ""] {
        assert_eq!(refused(&scenario(id)), "bad-id", "{id}");
    }
    let mut named = scenario("A");
    named.election = Some("a~b".to_owned());
    assert_eq!(refused(&named), "bad-id");
    for (constituency, serial) in [("28", 0), ("028", 1), ("0", 1)] {
        let award = Edit::Award(Award {
            constituency: constituency.to_owned(),
            candidate: Chosen::Serial(serial),
        });
        let edits = vec![award];
        let scenario = Scenario {
            edits,
            ..Scenario::default()
        };
        assert_eq!(refused(&scenario), "bad-id", "{constituency} {serial}");
    }
    let many = (1..6_000).map(|n| {
        Edit::Resign(Resign::Seat {
            constituency: (n * 100).to_string(),
        })
    });
    let many = Scenario {
        edits: many.collect(),
        ..Scenario::default()
    };
    assert_eq!(format(&many).unwrap_err().list()[0].code, "too-long");
}

#[test]
fn made_for_another_election_or_other_data() {
    let mut calculator = jharkhand();
    let mut evaluate = |text: &str| {
        calculator
            .evaluate(&parse(text).unwrap())
            .map_err(|p| p.list()[0].code)
    };
    assert_eq!(
        evaluate("0~1~jharkhand-2019~~w-1a").unwrap_err(),
        "other-election"
    );
    assert_eq!(
        evaluate("0~1~jharkhand-2024~zzzzzz~w-1a").unwrap_err(),
        "result-changed"
    );
    assert!(evaluate("0~1~jharkhand-2024~~w-1a").is_ok());
}

fn ids() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][A-Za-z0-9+]{0,9}",
        (1_u32..200).prop_map(|n| format!("IND.{n}"))
    ]
}

fn scopes() -> impl Strategy<Value = Option<Scope>> {
    let place = "[A-Za-z0-9]{1,12}";
    prop::option::of(prop_oneof![
        place.prop_map(Scope::Category),
        place.prop_map(Scope::Division),
        place.prop_map(Scope::District),
        place.prop_map(Scope::Parliamentary),
        place.prop_map(Scope::Phase),
        prop::collection::vec((1_u32..1_000).prop_map(|n| n.to_string()), 1..5)
            .prop_map(Scope::Constituencies),
    ])
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let number = || (1_u32..1_000).prop_map(|n| n.to_string());
    prop_oneof![
        (
            ids(),
            prop::collection::vec(ids(), 1..4),
            0_u32..=10_000,
            scopes()
        )
            .prop_map(|(target, joiners, efficiency, scope)| Edit::Pool(Pool {
                target,
                joiners,
                efficiency,
                scope
            })),
        (ids(), ids(), 1_u32..=10_000, scopes(), any::<bool>()).prop_map(
            |(from, to, points, scope, uniform)| {
                let model = if uniform {
                    Model::Uniform
                } else {
                    Model::Proportional
                };
                Edit::Swing(Swing {
                    from,
                    to,
                    points,
                    scope,
                    model,
                })
            }
        ),
        (number(), 1_u32..800).prop_map(|(constituency, serial)| {
            Edit::Award(Award {
                constituency,
                candidate: Chosen::Serial(serial),
            })
        }),
        (number(), ids()).prop_map(|(constituency, party)| {
            Edit::Award(Award {
                constituency,
                candidate: Chosen::Party(party),
            })
        }),
        (ids(), prop::option::of(ids()))
            .prop_map(|(party, alliance)| Edit::Realign(Realign { party, alliance })),
        (
            prop::collection::vec(ids(), 0..4),
            prop::collection::vec(ids(), 0..3)
        )
            .prop_map(|(r#for, not_voting)| Edit::Stance(Stance { r#for, not_voting })),
        (ids(), ids(), 1_u32..60_000).prop_map(|(from, to, members)| Edit::Cross(Cross {
            from,
            to,
            members
        })),
        (ids(), 1_u32..60_000)
            .prop_map(|(from, members)| Edit::Resign(Resign::Members { from, members })),
        number().prop_map(|constituency| Edit::Resign(Resign::Seat { constituency })),
        (ids(), 1_u32..60_000).prop_map(|(from, members)| Edit::Absent(Absent { from, members })),
        (prop::option::of(ids()), 0_u8..3).prop_map(|(speaker, base)| {
            let base = [BaseKind::Total, BaseKind::Effective, BaseKind::Voting][base as usize];
            Edit::House(MarkEdit { base, speaker })
        }),
    ]
}

fn scenarios() -> impl Strategy<Value = Scenario> {
    let election = prop::option::of("[a-z0-9-]{1,20}");
    let fingerprint = prop::option::of("[0-9a-z]{6}");
    (
        election,
        fingerprint,
        prop::collection::vec(any_edit(), 0..20),
    )
        .prop_map(|(election, fingerprint, edits)| Scenario {
            election,
            fingerprint,
            edits,
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parse_of_format_is_the_scenario(scenario in scenarios()) {
        let Ok(text) = format(&scenario) else { return Ok(()) };
        prop_assert_eq!(parse(&text).unwrap(), scenario.canonical());
        prop_assert_eq!(format(&scenario.canonical()).unwrap(), text);
    }

    #[test]
    fn canonical_is_stable(scenario in scenarios()) {
        prop_assert_eq!(scenario.canonical().canonical(), scenario.canonical());
    }

    #[test]
    fn any_text_parses_or_errs(text in "\\PC{0,200}") {
        let _ = parse(&text);
        let _ = parse(&format!("0~1~~~{text}"));
    }

    #[test]
    fn almost_notation_parses_or_errs(text in "[a-z0-9A-Z.+~_-]{0,200}") {
        let _ = parse(&format!("0~1~~~{text}"));
        let _ = parse(&format!("0~{text}"));
    }
}

/// Every character of every golden link lost, put in or changed for every other: whole all the same, or damage.
#[test]
fn every_single_character() {
    let links = GOLDEN.lines().filter(|line| !line.starts_with('#'));
    let mut tried = 0;
    for link in links.filter_map(|line| line.split_once(' ').map(|of| of.0)) {
        let whole = parse(link).unwrap();
        let mut check = |text: &str| {
            tried += 1;
            match parse(text) {
                Ok(scenario) => assert_eq!(scenario, whole, "{text} from {link}"),
                Err(problems) => assert_eq!(problems.list()[0].code, "damaged", "{text}"),
            }
        };
        for at in 0..link.len() {
            let (before, after) = (&link[..at], &link[at + 1..]);
            check(&format!("{before}{after}"));
            for other in (b' '..=b'~').map(char::from) {
                check(&format!("{before}{other}{}", &link[at..]));
                check(&format!("{before}{other}{after}"));
            }
        }
    }
    assert!(tried > 100_000, "{tried}");
}

/// A hundred thousand damaged links: no panic, and none accepted as something else. The checksum has 32 bits and finds
/// every burst of up to 32, so the expected number of wrong acceptances here is below 0.0001.
#[test]
fn a_hundred_thousand_mutations() {
    let links: Vec<&str> = GOLDEN
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.split_once(' '))
        .map(|l| l.0)
        .collect();
    let alphabet: Vec<char> = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-_.~+%&"
        .chars()
        .collect();
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = |n: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % n as u64) as usize
    };
    let mut repaired = 0;
    for i in 0..100_000 {
        let link = links[i % links.len()];
        let whole = parse(link).unwrap();
        let mut letters: Vec<char> = link.chars().collect();
        for _ in 0..=random(3) {
            let at = random(letters.len());
            match random(5) {
                0 => letters.truncate(at.max(1)),
                1 => {
                    letters.remove(at);
                    if letters.is_empty() {
                        letters.push('x');
                    }
                }
                2 => letters.insert(at, alphabet[random(alphabet.len())]),
                3 => {
                    let other = random(letters.len());
                    letters.swap(at, other);
                }
                _ => letters[at] = alphabet[random(alphabet.len())],
            }
        }
        let text: String = letters.into_iter().collect();
        // A text that begins "0~" is one written by hand, which no checksum guards.
        if text.starts_with("0~") {
            continue;
        }
        if let Ok(scenario) = parse(&text) {
            assert_eq!(scenario, whole, "{text} from {link}");
            repaired += 1;
        }
    }
    assert!(repaired < 5_000, "{repaired}");
}
