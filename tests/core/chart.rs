//! Pictures: no seat over another, none outside the frame, parties in order, the same bytes every time.

use proptest::prelude::*;
use seat_calculator::calculator::Calculator;
use seat_calculator::chart::arc::Label;
use seat_calculator::chart::hemicycle::{MOST, WIDTH, hemicycle};
use seat_calculator::chart::house::House;
use seat_calculator::chart::map::Map;
use seat_calculator::chart::request::Request;
use seat_calculator::chart::svg::picture;
use seat_calculator::election::Election;
use std::collections::BTreeSet;

use crate::support::{self, evaluate, house, jharkhand};
use serde_json::{Value, json};

/// What must hold of a house of any size.
fn check(seats: usize) {
    let house = hemicycle(seats).unwrap();
    assert_eq!(house, hemicycle(seats).unwrap(), "the same again");
    assert_eq!(house.seats.len(), seats, "every seat is placed");
    let (width, height, radius) = (
        i64::from(WIDTH),
        i64::from(house.height),
        i64::from(house.radius),
    );
    assert!(radius > 0);
    let at: Vec<(i64, i64)> = house
        .seats
        .iter()
        .map(|&[x, y]| (x.into(), y.into()))
        .collect();
    for (place, &(x, y)) in at.iter().enumerate() {
        assert!(
            x >= radius && x + radius <= width && y >= radius && y + radius <= height,
            "{seats}: {place} in the frame"
        );
        for &(u, v) in &at[..place] {
            let apart = (x - u).pow(2) + (y - v).pow(2);
            assert!(
                apart >= (2 * radius).pow(2),
                "{seats}: {place} over another"
            );
        }
    }
    // As the eye goes around from left to right: the angle at the foot never turns back by more than the rounding does.
    let (x, y) = house.foot;
    let angle = |&(u, v): &(i64, i64)| (f64::from(y) - v as f64).atan2(u as f64 - f64::from(x));
    for pair in at.windows(2) {
        assert!(
            angle(&pair[0]) >= angle(&pair[1]) - 0.002,
            "{seats}: {pair:?}"
        );
    }
    // Mirrored it is the same house.
    let mut mirrored: Vec<(i64, i64)> = at.iter().map(|&(u, v)| (width - u, v)).collect();
    let mut sorted = at.clone();
    mirrored.sort_unstable();
    sorted.sort_unstable();
    for (a, b) in mirrored.iter().zip(&sorted) {
        assert!(
            (a.0 - b.0).abs() <= 1 && (a.1 - b.1).abs() <= 1,
            "{seats}: {a:?} and {b:?}"
        );
    }
    // Rows are arcs around the foot; the distances along each are equal.
    let mut rows: Vec<(f64, Vec<f64>)> = Vec::new();
    for one in &at {
        let far = ((one.0 - i64::from(x)) as f64).hypot((one.1 - i64::from(y)) as f64);
        match rows.iter_mut().find(|row| (row.0 - far).abs() < 8.0) {
            Some(row) => row.1.push(angle(one)),
            None => rows.push((far, vec![angle(one)])),
        }
    }
    for (far, angles) in &rows {
        let gap = std::f64::consts::PI / (angles.len().max(2) - 1) as f64;
        for (place, pair) in angles.windows(2).enumerate() {
            assert!(
                ((pair[0] - pair[1]) - gap).abs() * far < 4.0,
                "{seats}: gap {place} of a row of {}",
                angles.len()
            );
        }
    }
}

#[test]
fn houses_of_every_known_size_fit() {
    for seats in [1, 2, 3, 4, 7, 60, 81, 199, 288, 403, 543, 650, 1_000] {
        check(seats);
    }
    assert!(hemicycle(0).is_none() && hemicycle(MOST + 1).is_none());
}

#[test]
fn marks_of_large_houses_do_not_vanish() {
    // The marks together cover a third of the half circle at least: none is drawn tiny to keep it apart.
    for seats in 8..=MOST {
        let house = hemicycle(seats).unwrap();
        let marks = seats as f64 * std::f64::consts::PI * f64::from(house.radius).powi(2);
        let half = std::f64::consts::PI * f64::from(WIDTH / 2).powi(2) / 2.0;
        assert!(marks / half > 0.33, "{seats}: {}", marks / half);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn houses_of_any_size_fit(seats in 1_usize..=MOST) {
        check(seats);
    }
}

#[test]
fn blocks_sit_in_order() {
    let mut calculator = jharkhand();
    let report = evaluate(&mut calculator, "w-28b_v-59");
    let seating = calculator.house().order;
    let mut all = seating.clone();
    all.sort_unstable();
    assert_eq!(all, (0..81).collect::<Vec<_>>());
    let party = |at: &usize| match report.constituencies.party[*at] {
        65_535 => "",
        index => report.parties[index as usize].id.as_str(),
    };
    let mut blocks: Vec<(&str, usize)> = Vec::new();
    for seat in &seating {
        match blocks.last_mut() {
            Some(block) if block.0 == party(seat) => block.1 += 1,
            _ => blocks.push((party(seat), 1)),
        }
    }
    // INDIA from the left, NDA from the right, the empty seat and the unaligned between them; every party in one block.
    let names: Vec<&str> = blocks.iter().map(|block| block.0).collect();
    let side = |id: &str| {
        report
            .parties
            .iter()
            .find(|row| row.id == id)
            .and_then(|row| row.alliance.clone())
            .unwrap_or_default()
    };
    let sides: Vec<String> = names.iter().map(|name| side(name)).collect();
    let first = |wanted: &str| sides.iter().position(|side| side == wanted).unwrap();
    let empty = names.iter().position(|name| name.is_empty()).unwrap();
    assert!(
        sides[..empty].iter().all(|side| side == "INDIA"),
        "{blocks:?}"
    );
    assert_eq!(names[empty + 1], "JLKM");
    assert!(
        first("NDA") == empty + 2 && sides[empty + 2..].iter().all(|side| side == "NDA"),
        "{blocks:?}"
    );
    let mut unique = names.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), names.len(), "{blocks:?}");
    assert_eq!(blocks.iter().map(|block| block.1).sum::<usize>(), 81);
    assert_eq!(blocks[0].0, "JMM");
    assert_eq!(blocks.last().unwrap().0, "BJP");
}

fn map_file() -> Value {
    let text = std::fs::read_to_string("www/data/jharkhand.map.json").unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn the_place_to_point_at_lies_inside() {
    let file = map_file();
    let map = support::parsed(&file, Map::from_value).unwrap();
    assert_eq!(map.shapes.len(), 81);
    let mut area = 0.0;
    for shape in &map.shapes {
        // "M12 34l5-6…z": absolute, then relative; one ring each.
        let path = shape
            .path
            .strip_prefix('M')
            .unwrap()
            .strip_suffix('z')
            .unwrap();
        let spaced = path.replace('l', " ").replace('-', " -");
        let numbers: Vec<f64> = spaced
            .split_whitespace()
            .map(|n| n.parse().unwrap())
            .collect();
        let mut points = vec![(numbers[0], numbers[1])];
        for step in numbers[2..].chunks_exact(2) {
            let (x, y) = points[points.len() - 1];
            points.push((x + step[0], y + step[1]));
        }
        let ring: Vec<((f64, f64), (f64, f64))> = (0..points.len())
            .map(|at| (points[at], points[(at + 1) % points.len()]))
            .collect();
        area += ring
            .iter()
            .map(|((x, y), (u, v))| x * v - u * y)
            .sum::<f64>()
            .abs()
            / 2.0;
        let (x, y) = (f64::from(shape.x) + 0.5, f64::from(shape.y));
        let crossings = ring
            .iter()
            .filter(|(a, b)| {
                (a.1 < y) != (b.1 < y) && a.0 + (b.0 - a.0) * (y - a.1) / (b.1 - a.1) > x
            })
            .count();
        assert_eq!(crossings % 2, 1, "{}", shape.id);
    }
    // 79,716 km² of units of 340 m.
    let unit = 4.6165 * 111.32 * 23.65_f64.to_radians().cos() / 1400.0;
    assert!((area * unit * unit / 79_716.0 - 1.0).abs() < 0.01, "{area}");
}

#[test]
fn a_bad_map_is_refused_with_all_its_problems() {
    let mut file = map_file();
    file["width"] = json!("wide");
    file["arcs"][0] = json!("odd");
    file["constituencies"][5]["rings"][0][0] = json!(999);
    file["cities"][0]["constituencies"] = json!(["82"]);
    let problems = support::parsed(&file, Map::from_value).unwrap_err();
    let found: Vec<&str> = problems.list().iter().map(|problem| problem.code).collect();
    assert!(
        found.contains(&"wrong-kind") && found.contains(&"bad-arc"),
        "{found:?}"
    );
    assert!(found.contains(&"unknown-id"), "{found:?}");
    assert!(problems.total() >= 4);
}

#[test]
fn cities_stand_in_their_constituencies_and_are_named_in_pictures() {
    let file = map_file();
    let map = support::parsed(&file, Map::from_value).unwrap();
    let election: Value =
        serde_json::from_str(&std::fs::read_to_string("www/data/jharkhand-2024.json").unwrap())
            .unwrap();
    let seats = election["constituencies"].as_array().unwrap();
    let constituency = |name: &str| {
        let seat = seats.iter().find(|seat| seat["name"]["en"] == name);
        seat.unwrap()["id"].as_str().unwrap()
    };
    let at = |name: &str| {
        let id = match name {
            "Jamshedpur" => "48",
            _ => constituency(name),
        };
        let city = map.cities.iter().find(|city| city.constituencies[0] == id);
        city.unwrap()
    };
    // One constituency: where that is pointed at, which lies inside it.
    let ranchi = map.shapes.iter().find(|shape| shape.id == "63").unwrap();
    assert_eq!((at("Ranchi").x, at("Ranchi").y), (ranchi.x, ranchi.y));
    // Two: between them.
    let [east, west] =
        ["48", "49"].map(|id| map.shapes.iter().find(|shape| shape.id == id).unwrap());
    let between = |a: i32, b: i32, of: i32| (a.min(b)..=a.max(b)).contains(&of);
    let jamshedpur = at("Jamshedpur");
    assert!(between(east.x, west.x, jamshedpur.x) && between(east.y, west.y, jamshedpur.y));
    // As on any map of the state, from west to east and from north to south.
    let east: Vec<i32> = [
        "Daltonganj",
        "Ranchi",
        "Bokaro",
        "Dhanbad",
        "Deoghar",
        "Dumka",
    ]
    .map(|name| at(name).x)
    .to_vec();
    assert!(east.is_sorted(), "{east:?}");
    let south: Vec<i32> = ["Deoghar", "Dhanbad", "Ranchi", "Jamshedpur"]
        .map(|name| at(name).y)
        .to_vec();
    assert!(south.is_sorted(), "{south:?}");
    // Dhanbad stands close on the right of Bokaro.
    assert!(at("Bokaro").left && !at("Dhanbad").left);
    let named = |name: &str| at(name).name.clone();
    assert_eq!(named("Ranchi"), None, "as its constituency is called");
    assert_eq!(named("Jamshedpur").unwrap()["hi"], "जमशेदपुर");

    let names: Vec<String> = (0..map.cities.len()).map(|n| format!("<{n}>")).collect();
    let svg = drawn(&json!({"kind": "map", "cities": names}));
    elements(&svg);
    for n in 0..map.cities.len() {
        assert!(svg.contains(&format!(">&lt;{n}&gt;</text>")), "{n}");
    }
    assert!(!drawn(&json!({"kind": "map"})).contains("paint-order"));
}

fn request(more: &Value) -> Request {
    let file: Value =
        serde_json::from_str(&std::fs::read_to_string("www/data/jharkhand-2024.json").unwrap())
            .unwrap();
    let mut asked = json!({
        "kind": "hemicycle", "width": 1200, "height": 630, "kicker": "Hypothetical · your changes",
        "title": "INDIA has a majority: 55 of 81 <seats> & more", "note": "Declared: INDIA 56, NDA 24, JLKM 1.", "source": "Election Commission of India",
        "marks": vec![json!({"colour": "#667f07"}); 81], "tiles": file["tiles"], "map": map_file(),
        "rows": [{"label": "INDIA 55", "colour": "#667f07", "seats": 55, "baseline": 56}, {"label": "NDA 25", "colour": "url(x)", "seats": 25}],
        "of": 81, "mark": 41, "said": "41 to win",
    });
    for (key, value) in more.as_object().unwrap() {
        asked[key] = value.clone();
    }
    support::parsed(&asked, Request::from_value).unwrap()
}

fn drawn(more: &Value) -> String {
    let asked = request(more);
    picture(
        &asked.kind,
        &asked.marks,
        &asked.rows,
        &asked.caption,
        asked.frame,
    )
}

/// Elements and texts of an SVG, refusing what does not close.
fn elements(svg: &str) -> Vec<String> {
    let mut open: Vec<String> = Vec::new();
    let mut all = Vec::new();
    for part in svg.split('<').skip(1) {
        let (tag, _) = part.split_once('>').expect("an element ends");
        let name: String = tag
            .trim_start_matches('/')
            .split([' ', '/'])
            .next()
            .unwrap()
            .to_owned();
        if tag.starts_with('/') {
            assert_eq!(open.pop().as_ref(), Some(&name));
        } else {
            all.push(name.clone());
            if !tag.ends_with('/') {
                open.push(name);
            }
        }
    }
    assert!(open.is_empty());
    all
}

#[test]
fn every_picture_says_what_it_is_and_shows_every_seat() {
    for (kind, element, count) in [
        ("hemicycle", "circle", 81),
        ("tiles", "rect", 81 + 1 + 2),
        ("map", "path", 81 + 1),
        ("bars", "rect", 1 + 2 * 2 + 1 + 1),
    ] {
        for (width, height) in [(320, 320), (1200, 630), (1080, 1920), (4096, 4096)] {
            let asked = json!({"kind": kind, "width": width, "height": height});
            let svg = drawn(&asked);
            assert_eq!(svg, drawn(&asked));
            let found = elements(&svg)
                .iter()
                .filter(|name| *name == element)
                .count();
            assert_eq!(found, count, "{kind} {width}x{height}");
            let said = svg.replace("</text>", " ").replace('\n', " ");
            for word in [
                "Hypothetical",
                "Declared:",
                "Commission",
                "&lt;seats&gt;",
                "&amp;",
                "INDIA 55",
            ] {
                assert!(said.contains(word), "{kind} {width}x{height}: {word}");
            }
            assert!(!svg.contains("url(x)"), "only colours are colours");
        }
    }
}

/// What XML allows in a document: everything else makes a picture that no program opens.
fn may_stand_in_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[test]
fn names_with_characters_that_xml_has_not_make_a_picture_all_the_same() {
    let name = "Tab\tBell\u{7}Vt\u{b} Non\u{fffe}char\u{ffff} \u{1f514} R&D <Front> \"Right\"";
    for kind in ["hemicycle", "tiles", "map", "bars"] {
        let svg = drawn(&json!({
            "kind": kind, "title": name, "note": name, "source": name, "kicker": name,
            "rows": [{"label": name, "colour": "#667f07", "seats": 55}],
        }));
        assert!(svg.chars().all(may_stand_in_xml), "{kind}");
        elements(&svg);
        assert!(
            svg.contains("R&amp;D") && svg.contains('\u{1f514}'),
            "{kind}"
        );
    }
}

#[test]
fn a_picture_names_its_alliances_its_mark_and_its_dashes() {
    let mut marks = vec![json!({"colour": "#667f07"}); 81];
    let part =
        |label: &str, seats: u32| json!({"label": label, "colour": "#22aaee", "seats": seats});
    let rows = json!([
        {"label": "INDIA 40", "seats": 40, "baseline": 56, "parts": [part("JMM 27", 27), part("INC 10", 10), part("RJD 3", 3)]},
        {"label": "NDA 40", "seats": 40, "baseline": 24, "parts": [part("BJP 40", 40)]},
        {"label": "JLKM 1", "seats": 1, "baseline": 1, "colour": "#aa0000"},
    ]);
    let all = |changed: bool, marks: &[Value]| {
        ["hemicycle", "tiles", "map", "bars"].map(|kind| {
            let mut rows = rows.clone();
            if !changed {
                for row in rows.as_array_mut().unwrap() {
                    row["baseline"] = row["seats"].clone();
                }
            }
            (
                kind,
                drawn(&json!({"kind": kind, "marks": marks, "rows": rows, "dashed": "dashes"})),
            )
        })
    };
    for (kind, svg) in all(false, &marks) {
        elements(&svg);
        assert!(!svg.contains("dashes"), "{kind}: nothing is dashed");
    }
    marks[7] = json!({"colour": "#667f07", "changed": true});
    for (kind, svg) in all(true, &marks) {
        elements(&svg);
        let at = |word: &str| {
            svg.find(&format!(">{word}</text>"))
                .unwrap_or_else(|| panic!("{kind}: {word}"))
        };
        at("dashes");
        // Each alliance before its own parties, and one that is none of it after them, in a line of its own.
        let order = [
            "INDIA 40", "JMM 27", "INC 10", "RJD 3", "NDA 40", "BJP 40", "JLKM 1",
        ];
        for pair in order.windows(2).filter(|_| kind != "bars") {
            assert!(at(pair[0]) < at(pair[1]), "{kind}: {pair:?}");
        }
        assert_eq!(
            svg.matches("41 to win").count(),
            usize::from(["hemicycle", "bars"].contains(&kind)),
            "{kind}"
        );
        if kind == "bars" {
            // Parts of a bar of 1,131 px stand end to end: 27, 10 and 3 of 81 seats.
            let widths: Vec<(i32, i32)> = svg
                .split("<rect ")
                .filter(|rect| rect.contains("#22aaee") && !rect.contains("width=\"12\""))
                .map(|rect| {
                    let value = |name: &str| -> i32 {
                        let from = rect.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
                        rect[from..].split('"').next().unwrap().parse().unwrap()
                    };
                    (value("x"), value("width"))
                })
                .collect();
            assert_eq!(widths.len(), 4, "{widths:?}");
            let inner = 1200 - 2 * 35;
            let long = |seats: i32| inner * seats / 81;
            assert_eq!(
                widths,
                [
                    (35, long(27)),
                    (35 + long(27), long(37) - long(27)),
                    (35 + long(37), long(40) - long(37)),
                    (35, long(40))
                ]
            );
        } else {
            let line = |word: &str| {
                let text = &svg[..at(word)];
                text[text.rfind(" y=\"").unwrap() + 4..]
                    .split('"')
                    .next()
                    .unwrap()
                    .to_owned()
            };
            assert_ne!(line("NDA 40"), line("JLKM 1"), "{kind}");
        }
    }
}

#[test]
fn states_are_told_apart_without_colour() {
    let mut marks = vec![json!({"colour": "#667f07"}); 81];
    marks[0] = json!({"colour": "#667f07", "changed": true});
    marks[1] = json!({"colour": "#667f07", "state": "leading"});
    marks[2] = json!({"state": "tied"});
    marks[3] = json!({"state": "empty"});
    for kind in ["hemicycle", "tiles", "map"] {
        let plain = drawn(&json!({"kind": kind}));
        let svg = drawn(&json!({"kind": kind, "marks": marks}));
        assert_eq!(svg.matches("stroke-dasharray").count(), 1, "{kind}");
        assert_eq!(svg.matches("url(#leading)").count(), 1, "{kind}");
        assert_eq!(svg.matches(">=</text>").count(), 1, "{kind}");
        let outlines = |svg: &str| svg.matches("fill=\"none\"").count();
        assert_eq!(outlines(&svg), outlines(&plain) + 3, "{kind}");
    }
    assert!(
        support::parsed(
            &json!({"kind": "pie", "width": 400, "height": 400}),
            Request::from_value
        )
        .is_err()
    );
    assert!(
        support::parsed(
            &json!({"kind": "tiles", "width": 400, "height": 400}),
            Request::from_value
        )
        .is_err()
    );
}

#[test]
fn colours_are_mixed_with_the_paper_and_signs_stand_on_them() {
    let mut marks = vec![json!({"colour": "#667f07"}); 81];
    // Half of 255 is 127.5, rounded up; on dark paper black is seen as the grey of lightness 0.58, #7a7a7a, and a quarter of
    // that with three of #121417 is 44, 45.5 and 47.75.
    marks[0] = json!({"colour": "#000000", "mix": 50});
    marks[1] = json!({"colour": "#000000", "mix": 25, "sign": "+"});
    marks[2] = json!({"colour": "#000000", "mix": 0, "sign": "<b", "changed": true});
    marks[3] = json!({"state": "empty", "sign": "x"});
    let rows = json!([{"label": "held", "colour": "#000000", "mix": 10}, {"label": "all", "colour": "#123456"}]);
    for kind in ["hemicycle", "tiles", "map"] {
        let light = drawn(&json!({"kind": kind, "marks": marks, "rows": rows}));
        let dark = drawn(&json!({"kind": kind, "marks": marks, "rows": rows, "dark": true}));
        elements(&light);
        for (svg, fills) in [
            (&light, ["#808080", "#bfbfbf", "#ffffff", "#e6e6e6"]),
            (&dark, ["#464749", "#2c2e30", "#121417", "#1c1e21"]),
        ] {
            for fill in fills {
                assert!(svg.contains(&format!("fill=\"{fill}\"")), "{kind} {fill}");
            }
            assert_eq!(svg.matches(">+</text>").count(), 1, "{kind}");
            assert_eq!(svg.matches(">&lt;</text>").count(), 1, "{kind}");
            assert_eq!(svg.matches(">x</text>").count(), 0, "nobody's seat");
        }
    }
    let too_much = json!({"kind": "tiles", "width": 400, "height": 400, "marks": [{"mix": 101}]});
    assert!(support::parsed(&too_much, Request::from_value).is_err());
}

#[test]
fn every_colour_of_the_data_stands_off_the_paper() {
    // WCAG's contrast, by the standard library's powers.
    let luminance = |hex: &str| {
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    };
    let contrast = |one: &str, other: &str| {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    };
    let mut draw = 1_u32;
    let mut colours: Vec<String> = ["#ffffff", "#121417", "#0000ff", "#ffff00", "#502742"]
        .map(String::from)
        .to_vec();
    colours.resize_with(40, || {
        draw = draw.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        format!("#{:06x}", draw >> 8)
    });
    for (dark, paper, track, least) in [
        (false, "#ffffff", "#eceef1", 1.5),
        (true, "#121417", "#24282e", 3.0),
    ] {
        for given in &colours {
            let marks = vec![json!({"colour": given}); 81];
            let rows = json!([{"label": "A", "seats": 81, "colour": given}]);
            // Seats, bars and legend, in every picture.
            let mut fills = BTreeSet::new();
            for kind in ["hemicycle", "tiles", "map", "bars"] {
                let svg = drawn(&json!({"kind": kind, "marks": marks, "rows": rows, "dark": dark}));
                let lines = svg.lines().filter(|line| !line.starts_with("<text"));
                let parts = lines.filter_map(|line| line.split_once("fill=\"#"));
                fills.extend(parts.map(|(_, rest)| format!("#{}", &rest[..6])));
            }
            fills.retain(|fill| ![paper, track].contains(&fill.as_str()));
            let fills = Vec::from_iter(fills);
            assert_eq!(fills.len(), 1, "{given}: {fills:?}");
            let found = contrast(&fills[0], paper);
            assert!(found >= least, "{given} is {} on {paper}", fills[0]);
        }
    }
}

/// The lines of the largest text of a picture.
fn title_lines(title: &str, width: u32) -> Vec<String> {
    let svg = drawn(&json!({"kind": "bars", "width": width, "height": 630, "title": title}));
    let lines = svg.lines().filter(|line| {
        line.starts_with("<text") && line.contains("font-weight=\"700\" fill=\"#15181c\"")
    });
    let lines = lines.filter(|line| !line.contains("INDIA 55<") && !line.contains("NDA 25<"));
    lines
        .map(|line| line[line.find('>').unwrap() + 1..line.find("</").unwrap()].to_owned())
        .collect()
}

#[test]
fn titles_break_where_a_clause_ends() {
    let ahead = "INDIA is ahead in enough seats: 31 won + 25 leading = 56 of 81; 41 needed.";
    assert_eq!(
        title_lines(ahead, 1200),
        [
            "INDIA is ahead in enough seats:",
            "31 won + 25 leading = 56 of 81; 41 needed."
        ]
    );
    let majority = "NDA has a majority: 42 of 81 seats, 1 above the mark of 41.";
    assert_eq!(title_lines(majority, 1200).len(), 1);
    for width in [320, 400, 500, 640, 800] {
        for title in [
            ahead,
            majority,
            "one",
            "averylongwordthatnopicturecanholdinasingleline at all",
        ] {
            let lines = title_lines(title, width);
            assert_eq!(lines.join(" "), title, "{width}");
            assert!(lines.iter().all(|line| !line.is_empty()));
        }
    }
    assert!(title_lines("", 400).is_empty());
}

/// Where a name would stand without others: half way around its seats, by trigonometry.
fn half_way(house: &House, first: usize, last: usize) -> f64 {
    let places = house.places.as_ref().unwrap();
    let angle = |place: usize| {
        let [x, y] = places.seats[place];
        f64::from(places.foot.1 - y).atan2(f64::from(x - places.foot.0))
    };
    f64::midpoint(angle(first), angle(last))
}

#[test]
fn every_party_is_named_beside_its_seats() {
    let mut calculator = jharkhand();
    for text in ["", "s-INDIA-NDA-399", "w-24.INC-74.JMM", "r-JMM-BJP"] {
        let report = evaluate(&mut calculator, text);
        let house = calculator.house();
        let foot = house.places.as_ref().unwrap().foot;
        let far = 5_380.0;
        assert_eq!(house.labels.iter().map(|one| one.seats).sum::<usize>(), 81);
        let mut place = 0;
        let mut before: Option<Label> = None;
        for &label in &house.labels {
            let seats = &house.order[place..place + label.seats];
            let holder = |seat: &usize| report.constituencies.party[*seat] == label.party;
            assert!(seats.iter().all(holder), "{text}: {label:?}");
            let (x, up) = (f64::from(label.x - foot.0), f64::from(foot.1 - label.y));
            assert!((x.hypot(up) - far).abs() < 3.0, "{text}: {label:?}");
            assert_eq!(label.left, x < 0.0);
            let alone = far * half_way(&house, place, place + label.seats - 1).sin();
            // Others push it down, never up, while there is room below.
            assert!(up <= alone + 3.0, "{text}: {label:?} {alone}");
            if text.is_empty() && label.seats > 12 {
                assert!((up - alone).abs() < 400.0, "{text}: {label:?} {alone}");
            }
            if let Some(before) = before.filter(|before| before.left == label.left) {
                let down = if label.left {
                    before.y - label.y
                } else {
                    label.y - before.y
                };
                assert!(down >= 360, "{text}: {before:?} {label:?}");
            }
            place += label.seats;
            before = Some(label);
        }
        let left = house.feet.iter().filter(|foot| foot.left).count();
        assert_eq!(left, house.feet.len().div_ceil(2), "{text}");
        let deciding = house
            .deciding
            .map(|seat| house.order.iter().position(|at| *at == seat));
        assert_eq!(deciding, Some(Some(40)), "the 41st from the left");
    }
}

#[test]
fn names_of_many_small_parties_stay_above_the_ground() {
    // Twelve parties of one seat each, nobody allied: all sit from left to right.
    let parties: Vec<String> = (0..12).map(house::party).collect();
    let seats = (0..12)
        .map(|at| house::constituency(at + 1, &[(&parties[at], 9)]))
        .collect();
    let dataset = house::with(house::dataset(12, &[]), seats);
    let calculator = Calculator::new(Election::from_dataset(&dataset).unwrap());
    let found = calculator.house();
    assert_eq!(found.labels.len(), 12);
    let ground = found.places.unwrap().foot.1;
    for half in [true, false] {
        let mut down: Vec<i32> = found
            .labels
            .iter()
            .filter(|one| one.left == half)
            .map(|one| one.y)
            .collect();
        down.sort_unstable();
        assert!(
            down.windows(2).all(|pair| pair[1] - pair[0] >= 360),
            "{down:?}"
        );
        assert!(*down.last().unwrap() <= ground);
    }
}
