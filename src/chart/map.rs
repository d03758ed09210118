//! Map: outlines as SVG paths from a map file (DATA.md), and a point well inside each.

use crate::decode::{Kind, Reader, Value};
use crate::problem::{Path, Problems};
use serde::Serialize;
use std::collections::BTreeMap;

/// Coordinates in a map file are at most this; no sum of them leaves 64 bits.
const MOST: u64 = 1_000_000;
/// Units of the map. Where another city is closer than this on the right, and no more than `LEVEL`
/// higher or lower, a city's name stands on the left.
const BESIDE: i32 = 220;
const LEVEL: i32 = 60;
/// Horizontal cuts tried for the place to point at.
const CUTS: i64 = 16;

/// A map, in units right and down from its corner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Map {
    /// Width of the frame.
    pub width: u32,
    /// Height of the frame.
    pub height: u32,
    /// The constituencies in the file's order.
    pub shapes: Vec<Shape>,
    /// The cities that are named on it, in the file's order.
    pub cities: Vec<City>,
}

/// One constituency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shape {
    /// Its id.
    pub id: String,
    /// Its rings as path data of SVG: closed, filled by the even-odd rule.
    pub path: String,
    /// A place well inside it.
    pub x: i32,
    /// See `x`.
    pub y: i32,
}

/// A city named on the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct City {
    /// Its name by language; without one it has that of its constituency.
    pub name: Option<BTreeMap<String, String>>,
    /// Ids of the constituencies that it lies in.
    pub constituencies: Vec<String>,
    /// The mean of the places inside its constituencies, rounded towards the corner.
    pub x: i32,
    /// See `x`.
    pub y: i32,
    /// Whether its name stands on the left, because another city is close on the right.
    pub left: bool,
}

type Point = (i64, i64);

impl Map {
    /// Reads a map file.
    ///
    /// # Errors
    /// `missing`, `wrong-kind`, `bad-arc` (a text that is none, or arcs that do not meet and close),
    /// `unknown-id` (a city in a constituency that the map does not have) and the faults of numbers.
    pub fn from_value(root: &Value) -> Result<Map, Problems> {
        let mut reader = Reader::default();
        let top = Path::ROOT;
        let frame = |name: &str, reader: &mut Reader| {
            reader.whole(root.field(name), &top.field(name), MOST) as u32
        };
        let (width, height) = (frame("width", &mut reader), frame("height", &mut reader));
        let starts: Vec<i64> = reader
            .list(root.field("starts"), &top.field("starts"))
            .iter()
            .enumerate()
            .map(|(at, node)| reader.whole(node, &top.field("starts").item(at), MOST) as i64)
            .collect();
        let mut arcs: Vec<Vec<Point>> = Vec::new();
        let places = top.field("arcs");
        for (at, node) in reader.list(root.field("arcs"), &places).iter().enumerate() {
            let steps = reader.text(node, &places.item(at));
            let start = starts
                .get(2 * at)
                .copied()
                .zip(starts.get(2 * at + 1).copied());
            match start.and_then(|start| arc(start, steps.as_bytes())) {
                Some(points) => arcs.push(points),
                None => {
                    reader.problems.add(
                        places.item(at),
                        "bad-arc",
                        "no start, or an odd number of steps",
                    );
                    arcs.push(Vec::new());
                }
            }
        }
        let mut shapes = Vec::new();
        let places = top.field("constituencies");
        for (at, node) in reader
            .list(root.field("constituencies"), &places)
            .iter()
            .enumerate()
        {
            let path = places.item(at);
            let id = reader.text(node.field("id"), &path.field("id")).to_owned();
            let mut rings = Vec::new();
            for ring in reader.list(node.field("rings"), &path.field("rings")) {
                match closed(ring, &arcs) {
                    Some(points) => rings.push(points),
                    None => reader.problems.add(
                        path.field("rings"),
                        "bad-arc",
                        "arcs that do not meet and close",
                    ),
                }
            }
            let (x, y) = inside(&rings);
            shapes.push(Shape {
                id,
                path: drawn(&rings),
                x,
                y,
            });
        }
        let cities = cities(&mut reader, root, &shapes);
        reader.problems.or(Map {
            width,
            height,
            shapes,
            cities,
        })
    }
}

/// The cities of a map file: `[{name?, constituencies}]`.
fn cities(reader: &mut Reader, root: &Value, shapes: &[Shape]) -> Vec<City> {
    let places = Path::ROOT.field("cities");
    let mut cities = Vec::new();
    for (at, node) in reader
        .maybe_list(root.field("cities"), &places)
        .iter()
        .enumerate()
    {
        let path = places.item(at);
        let own = node.field("name");
        let named = own.kind() != Kind::Missing;
        if named {
            reader.name(own, &path.field("name"));
        }
        let ids = reader.texts(node.field("constituencies"), &path.field("constituencies"));
        let mut inside = Vec::new();
        for id in &ids {
            match shapes.iter().find(|shape| shape.id == *id) {
                Some(shape) => inside.push(shape),
                None => reader.problems.add(
                    path.field("constituencies"),
                    "unknown-id",
                    format!("no constituency {id} on the map"),
                ),
            }
        }
        if inside.is_empty() {
            continue;
        }
        let mean = |of: fn(&Shape) -> i32| {
            inside.iter().map(|shape| of(shape)).sum::<i32>() / inside.len() as i32
        };
        cities.push(City {
            name: named.then(|| names(own)),
            constituencies: ids,
            x: mean(|shape| shape.x),
            y: mean(|shape| shape.y),
            left: false,
        });
    }
    let spots: Vec<(i32, i32)> = cities.iter().map(|city| (city.x, city.y)).collect();
    for city in &mut cities {
        city.left = spots
            .iter()
            .any(|&(x, y)| (1..BESIDE).contains(&(x - city.x)) && (y - city.y).abs() < LEVEL);
    }
    cities
}

/// A name by language; one text is English.
fn names(value: &Value) -> BTreeMap<String, String> {
    let text = |value: &Value| value.text().unwrap_or_default().to_owned();
    if value.text().is_some() {
        return BTreeMap::from([("en".to_owned(), text(value))]);
    }
    let fields = value.fields().iter();
    fields
        .map(|(language, name)| (language.to_string(), text(name)))
        .collect()
}

/// The points of an arc: two signs a step, right then down, each 80 more than the units.
fn arc(start: Point, steps: &[u8]) -> Option<Vec<Point>> {
    let mut points = vec![start];
    let (mut x, mut y) = start;
    for step in steps.chunks(2) {
        let units = |sign: u8| i64::from(if sign == b'~' { b'\\' } else { sign }) - 80;
        let &[right, down] = step else { return None };
        (x, y) = (x + units(right), y + units(down));
        points.push((x, y));
    }
    Some(points)
}

/// The points of a ring, the first once more at the end.
fn closed(ring: &Value, arcs: &[Vec<Point>]) -> Option<Vec<Point>> {
    let mut points: Vec<Point> = Vec::new();
    for node in ring.items() {
        let number = node.number()? as i64;
        let found =
            arcs.get(usize::try_from(if number < 0 { -1 - number } else { number }).ok()?)?;
        let mut arc = found.clone();
        if number < 0 {
            arc.reverse();
        }
        if let Some(end) = points.pop()
            && arc.first() != Some(&end)
        {
            return None;
        }
        points.extend(arc);
    }
    (points.len() > 3 && points.first() == points.last()).then_some(points)
}

fn drawn(rings: &[Vec<Point>]) -> String {
    let mut path = String::new();
    for ring in rings {
        let mut at = (0, 0);
        // The last point is the first: "z" draws that line.
        for (place, &point) in ring[..ring.len() - 1].iter().enumerate() {
            match place {
                0 => path.push('M'),
                1 => path.push('l'),
                _ => {}
            }
            number(&mut path, point.0 - at.0);
            number(&mut path, point.1 - at.1);
            at = point;
        }
        path.push('z');
    }
    path
}

/// A number after whatever stands before: a minus sign parts as well as a space does.
fn number(path: &mut String, number: i64) {
    if number >= 0 && path.as_bytes().last().is_some_and(u8::is_ascii_digit) {
        path.push(' ');
    }
    path.push_str(&number.to_string());
}

/// A place well inside the rings: of the middles of the stretches inside on a few lines from side
/// to side, the one with most room, be it sideways or up and down; it is then moved to the middle
/// of that room up and down.
fn inside(rings: &[Vec<Point>]) -> (i32, i32) {
    let heights = || rings.iter().flatten().map(|point| point.1);
    let (Some(top), Some(bottom)) = (heights().min(), heights().max()) else {
        return (0, 0);
    };
    let turned: Vec<Vec<Point>> = rings
        .iter()
        .map(|ring| ring.iter().map(|&(x, y)| (y, x)).collect())
        .collect();
    let (mut best, mut most) = ((0, 0), -1);
    for cut in 1..CUTS {
        let y = top + (bottom - top) * cut / CUTS;
        for [from, to] in stretches(rings, y) {
            let x = from.midpoint(to);
            for [over, under] in stretches(&turned, x) {
                let room = (to - from).min(under - over);
                if (over..=under).contains(&y) && room > most {
                    (best, most) = ((x, over.midpoint(under)), room);
                }
            }
        }
    }
    (best.0 as i32, best.1 as i32)
}

/// The stretches inside the rings on the horizontal line half a unit below `y`, from the left.
fn stretches(rings: &[Vec<Point>], y: i64) -> Vec<[i64; 2]> {
    // Twice the height and one more meets no corner.
    let line = 2 * y + 1;
    let mut crossings: Vec<i64> = rings
        .iter()
        .flat_map(|ring| ring.windows(2))
        .filter(|pair| (2 * pair[0].1 < line) != (2 * pair[1].1 < line))
        .map(|pair| {
            let ((x, from), (u, to)) = (pair[0], pair[1]);
            x + (u - x) * (line - 2 * from) / (2 * (to - from))
        })
        .collect();
    crossings.sort_unstable();
    crossings
        .chunks_exact(2)
        .map(|span| [span[0], span[1]])
        .collect()
}
