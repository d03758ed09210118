//! What the shipped map and tile map hold, reckoned from the files alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::data_file::{ELECTIONS, file, raw, text};
use serde_json::Value;

type Point = (i64, i64);

fn map() -> Value {
    serde_json::from_str(&raw("jharkhand.map")).unwrap()
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
        .zip(file("jharkhand-2024").list("constituencies"))
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
    let tiles = file("jharkhand-2024").0["tiles"].clone();
    for election in ELECTIONS {
        let file = file(election);
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
        assert_eq!(file.0["tiles"], tiles);
    }
}

#[test]
fn neighbours_stay_together_in_the_tile_map() {
    let rings = rings(&map());
    let pairs = neighbours(&rings);
    let tiles = &file("jharkhand-2024").0["tiles"];
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
