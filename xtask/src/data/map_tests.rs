//! What the committed map and tile map must hold, reckoned from the files alone; and a made-up map of four squares.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use serde_json::{Value, json};

use super::committed::{self, ELECTIONS, text};
use super::ground::Ground;
use super::tiles;

type Point = (i64, i64);

fn map() -> Value {
    serde_json::from_str(&committed::raw("jharkhand.map")).unwrap()
}

fn numbers(value: &Value) -> Vec<i64> {
    let items = value.as_array().unwrap();
    items.iter().map(|item| item.as_i64().unwrap()).collect()
}

/// The rings of every constituency, put together again from the arcs.
fn rings(map: &Value) -> Vec<Vec<Vec<Point>>> {
    let starts = numbers(&map["starts"]);
    let arcs: Vec<Vec<Point>> = map["arcs"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
        .map(|(at, steps)| {
            let steps: Vec<i64> = steps
                .as_str()
                .unwrap()
                .bytes()
                .map(|sign| i64::from(if sign == b'~' { b'\\' } else { sign }) - 80)
                .collect();
            let mut points = vec![(starts[2 * at], starts[2 * at + 1])];
            for step in steps.chunks_exact(2) {
                let (x, y) = points[points.len() - 1];
                points.push((x + step[0], y + step[1]));
            }
            points
        })
        .collect();
    let ring = |ring: &Value| {
        let mut points: Vec<Point> = Vec::new();
        for number in numbers(ring) {
            let place = usize::try_from(if number < 0 { -1 - number } else { number }).unwrap();
            let mut arc = arcs[place].clone();
            if number < 0 {
                arc.reverse();
            }
            if let Some(end) = points.pop() {
                assert_eq!(end, arc[0], "an arc starts where the one before ends");
            }
            points.extend(arc);
        }
        points
    };
    map["constituencies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|seat| seat["rings"].as_array().unwrap().iter().map(ring).collect())
        .collect()
}

/// Pairs that share an edge, found edge by edge; no edge has more than two sides, and those two run against each other.
fn neighbours(rings: &[Vec<Vec<Point>>]) -> BTreeSet<(usize, usize)> {
    let mut owner: BTreeMap<(Point, Point), usize> = BTreeMap::new();
    for (place, own) in rings.iter().enumerate() {
        for pair in own.iter().flat_map(|ring| ring.windows(2)) {
            assert!(
                owner.insert((pair[0], pair[1]), place).is_none(),
                "an edge twice"
            );
        }
    }
    owner
        .iter()
        .filter_map(|(&(a, b), &place)| Some((place, *owner.get(&(b, a))?)))
        .filter(|(a, b)| a < b)
        .collect()
}

/// Twice the area, and the centre of gravity.
fn gravity(ring: &[Point]) -> (f64, f64, f64) {
    let (mut twice, mut right, mut down) = (0.0, 0.0, 0.0);
    for pair in ring.windows(2) {
        let [x, y, u, v] = [pair[0].0, pair[0].1, pair[1].0, pair[1].1].map(|n| n as f64);
        let cross = x * v - u * y;
        twice += cross;
        right += (x + u) * cross / 3.0;
        down += (y + v) * cross / 3.0;
    }
    (twice, right / twice, down / twice)
}

#[test]
fn the_map_is_whole() {
    let map = map();
    let rings = rings(&map);
    let (width, height) = (
        map["width"].as_i64().unwrap(),
        map["height"].as_i64().unwrap(),
    );
    let mut double = 0.0;
    for (own, seat) in rings
        .iter()
        .zip(committed::file("jharkhand-2024").list("constituencies"))
    {
        for ring in own {
            assert_eq!(ring.first(), ring.last(), "{} is closed", text(seat, "id"));
            assert!(
                ring.iter()
                    .all(|&(x, y)| (0..=width).contains(&x) && (0..=height).contains(&y))
            );
            double += gravity(ring).0.abs();
        }
    }
    assert_eq!(neighbours(&rings).len(), 188);
    // 4.6165 degrees of longitude along the middle parallel (23.65 degrees) are the width; Jharkhand has 79,716 km².
    let unit = 4.6165 * 111.32 * 23.65_f64.to_radians().cos() / width as f64;
    let area = double / 2.0 * unit * unit;
    assert!((area / 79_716.0 - 1.0).abs() < 0.01, "{area} km²");
    for election in ELECTIONS {
        let file = committed::file(election);
        assert_eq!(file.0["map"], "jharkhand.map.json");
        let ids = |seats: &[Value]| -> Vec<String> {
            seats
                .iter()
                .map(|seat| text(seat, "id").to_owned())
                .collect()
        };
        assert_eq!(
            ids(file.list("constituencies")),
            ids(map["constituencies"].as_array().unwrap())
        );
        assert_eq!(
            file.0["tiles"],
            committed::file("jharkhand-2024").0["tiles"]
        );
    }
}

#[test]
fn the_map_and_the_tiles_weigh_at_most_seven_kilobytes() {
    let tiles = &committed::file("jharkhand-2024").0["tiles"];
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    write!(out, "{}{tiles}", map()).unwrap();
    let weight = out.finish().unwrap().len();
    assert!(weight <= 7_000, "{weight}");
}

#[test]
fn neighbours_stay_together_in_the_tile_map() {
    let rings = rings(&map());
    let pairs = neighbours(&rings);
    let tiles = &committed::file("jharkhand-2024").0["tiles"];
    let places = numbers(&tiles["places"]);
    let (columns, rows) = (
        tiles["columns"].as_i64().unwrap(),
        tiles["rows"].as_i64().unwrap(),
    );
    // A phone of 360 px has 328 px for the picture: 24 px a tile.
    assert!(columns * 12 <= 328, "{columns} half columns");
    let spots: Vec<Point> = places
        .chunks_exact(2)
        .map(|spot| (spot[0], spot[1]))
        .collect();
    assert_eq!(spots.len(), 81);
    assert!(
        spots
            .iter()
            .all(|&(x, y)| (1..columns).contains(&x) && (1..=rows).contains(&y))
    );
    // Two tiles touch if they share a stretch of side: one row apart and less than two half columns, or side by side.
    let touch = |a: Point, b: Point| match (a.1 - b.1).abs() {
        0 => (a.0 - b.0).abs() == 2,
        1 => (a.0 - b.0).abs() < 2,
        _ => false,
    };
    for (at, &a) in spots.iter().enumerate() {
        for &b in &spots[..at] {
            assert!(
                a.1 != b.1 || (a.0 - b.0).abs() >= 2,
                "{a:?} and {b:?} overlap"
            );
        }
    }
    let kept = pairs
        .iter()
        .filter(|&&(a, b)| touch(spots[a], spots[b]))
        .count();
    assert!(
        kept * 100 >= pairs.len() * 85,
        "{kept} of {} pairs kept",
        pairs.len()
    );
    let mut reached = BTreeSet::from([0]);
    let mut waiting = vec![0];
    while let Some(at) = waiting.pop() {
        for other in 0..81 {
            if touch(spots[at], spots[other]) && reached.insert(other) {
                waiting.push(other);
            }
        }
    }
    assert_eq!(reached.len(), 81, "connected");
    // A tile is as large as the average constituency. With the two frames over each other none is farther than two tiles off.
    let centres: Vec<(f64, f64, f64)> = rings
        .iter()
        .map(|own| {
            let (twice, x, y) = gravity(&own[0]);
            (twice.abs() / 2.0, x, y)
        })
        .collect();
    let side = (centres.iter().map(|one| one.0).sum::<f64>() / 81.0).sqrt();
    let frame = |values: Vec<f64>| {
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        (least + most) / 2.0
    };
    let (east, south) = (
        frame(centres.iter().map(|one| one.1 / side).collect()),
        frame(centres.iter().map(|one| one.2 / side).collect()),
    );
    let right = frame(spots.iter().map(|spot| spot.0 as f64 / 2.0).collect());
    let down = frame(spots.iter().map(|spot| spot.1 as f64).collect());
    for (id, (spot, centre)) in spots.iter().zip(&centres).enumerate() {
        let x = spot.0 as f64 / 2.0 - right - (centre.1 / side - east);
        let y = spot.1 as f64 - down - (centre.2 / side - south);
        assert!(
            x.hypot(y) <= 2.0,
            "{} moved {:.2} tiles",
            id + 1,
            x.hypot(y)
        );
    }
}

/// Two squares side by side, the right one with a hole in which a third lies, and a fourth that touches the second's corner.
const SQUARES: &str = r#"{"type": "FeatureCollection", "features": [
    {"id": 1, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]]}},
    {"id": 2, "geometry": {"type": "Polygon", "coordinates": [[[4, 0], [8, 0], [8, 4], [4, 4], [4, 0]], [[5, 1], [5, 3], [7, 3], [7, 1], [5, 1]]]}},
    {"id": 3, "geometry": {"type": "Polygon", "coordinates": [[[7, 3], [5, 3], [5, 1], [7, 1], [7, 3]]]}},
    {"id": 4, "geometry": {"type": "MultiPolygon", "coordinates": [[[[8, 4], [10, 4], [10, 6], [8, 6], [8, 4]]]]}}
]}"#;

#[test]
fn shared_borders_are_stored_once() {
    let ground = Ground::read(SQUARES).unwrap();
    assert_eq!(ground.neighbours(), [(0, 1), (1, 2)]);
    let map: Value = serde_json::from_str(&ground.map("squares", &json!({"id": "me"}))).unwrap();
    // Six arcs: the rest of 1, the border of 1 and 2, two stretches of 2, the hole, all of 4.
    assert_eq!(map["arcs"].as_array().unwrap().len(), 6, "{map}");
    let rings = rings(&map);
    assert_eq!(neighbours(&rings), BTreeSet::from([(0, 1), (1, 2)]));
    assert_eq!(rings.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2, 1, 1]);
    // Ten degrees are 1,400 units wide on the middle parallel, so 4 are 560.
    assert_eq!(gravity(&rings[0][0]).1.round(), 280.0);
    assert_eq!(gravity(&rings[2][0]).1.round(), 840.0);
    assert!(Ground::read("{}").is_err() && Ground::read(r#"{"features": []}"#).is_err());
}

#[test]
fn a_row_of_neighbours_becomes_a_chain_of_tiles() {
    let centres: Vec<(i64, i64)> = (0..4).map(|at| (at * 256, 0)).collect();
    let deal = || json!(tiles::deal(&centres, &[(0, 1), (1, 2), (2, 3)]));
    let places = numbers(&deal()["places"]);
    let spots: Vec<&[i64]> = places.chunks_exact(2).collect();
    for pair in spots.windows(2) {
        let apart = (pair[1][0] - pair[0][0], (pair[1][1] - pair[0][1]).abs());
        assert!(apart == (2, 0) || apart == (1, 1), "{places:?}");
    }
    assert_eq!(deal(), deal());
}
