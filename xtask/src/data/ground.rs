//! The ground of the constituencies: outlines from a GeoJSON file, set on a grid of whole units, cut into the arcs that
//! neighbours share. What is drawn once is stored once, and no simplifying could open a gap between two of them.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

/// Width of the map in units; one unit is about 340 m of Jharkhand.
const WIDTH: f64 = 1400.0;
/// The longest step along one axis that one sign of an arc's text can say; a longer one is cut into equal parts.
const STEP: i32 = 44;
/// The sign of a step of nothing.
const ZERO: u8 = 80;

/// A place in units, right and down from the corner in the north-west.
pub type Point = (i32, i32);
type Edge = [Point; 2];

/// The constituencies of a map file, in its order.
pub struct Ground {
    /// Their ids.
    pub ids: Vec<String>,
    /// Their rings, each closed: the last point is the first.
    rings: Vec<Vec<Vec<Point>>>,
    height: i32,
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    id: u32,
    geometry: Geometry,
}

type Ring = Vec<[f64; 2]>;

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Ring>),
    MultiPolygon(Vec<Vec<Ring>>),
}

impl Ground {
    /// Reads a GeoJSON file of polygons in degrees and sets it on the grid: east to west along the parallel in the middle of
    /// the map is as true as north to south. Coordinates are rounded to whole units; points that fall together become one.
    ///
    /// # Errors
    /// When it is no such file, or a ring falls together altogether.
    pub fn read(text: &str) -> Result<Ground> {
        let collection: Collection = serde_json::from_str(text).context("no GeoJSON polygons")?;
        let outlines: Vec<(u32, Vec<Ring>)> = collection
            .features
            .into_iter()
            .map(|feature| match feature.geometry {
                Geometry::Polygon(rings) => (feature.id, rings),
                Geometry::MultiPolygon(parts) => {
                    (feature.id, parts.into_iter().flatten().collect())
                }
            })
            .collect();
        let all = || {
            outlines
                .iter()
                .flat_map(|(_, rings)| rings.iter().flatten())
        };
        let least = |axis: usize| all().map(|point| point[axis]).fold(f64::INFINITY, f64::min);
        let most = |axis: usize| {
            all()
                .map(|point| point[axis])
                .fold(f64::NEG_INFINITY, f64::max)
        };
        let (west, east, south, north) = (least(0), most(0), least(1), most(1));
        ensure!(east > west && north > south, "nothing to draw");
        let narrow = ((north + south) / 2.0).to_radians().cos();
        let scale = WIDTH / ((east - west) * narrow);
        let set = |point: &[f64; 2]| -> Point {
            let right = (point[0] - west) * narrow * scale;
            let down = (north - point[1]) * scale;
            (right.round() as i32, down.round() as i32)
        };
        let mut ground = Ground {
            ids: Vec::new(),
            rings: Vec::new(),
            height: ((north - south) * scale).round() as i32,
        };
        for (id, rings) in &outlines {
            let mut own = Vec::new();
            for ring in rings {
                let mut points: Vec<Point> = ring.iter().map(set).collect();
                points.dedup();
                ensure!(
                    points.len() > 3 && points.first() == points.last(),
                    "constituency {id} has a ring that is none"
                );
                own.push(points);
            }
            ground.ids.push(id.to_string());
            ground.rings.push(own);
        }
        Ok(ground)
    }

    /// Pairs of constituencies that share a stretch of border (not a corner alone), the one earlier in the file first.
    pub fn neighbours(&self) -> Vec<(usize, usize)> {
        let mut sides: BTreeMap<Edge, BTreeSet<usize>> = BTreeMap::new();
        for (place, rings) in self.rings.iter().enumerate() {
            for edge in rings.iter().flat_map(|ring| edges(ring)) {
                sides.entry(undirected(edge)).or_default().insert(place);
            }
        }
        let pairs: BTreeSet<(usize, usize)> = sides
            .values()
            .filter_map(|owners| Some((*owners.first()?, *owners.last()?)))
            .filter(|(a, b)| a != b)
            .collect();
        pairs.into_iter().collect()
    }

    /// The centre of gravity of each constituency, in 1/256 of the side of a square as large as the average of them.
    pub fn centres(&self) -> Vec<(i64, i64)> {
        let mut whole = 0.0;
        let mut centres = Vec::new();
        for rings in &self.rings {
            let (mut area, mut right, mut down) = (0.0, 0.0, 0.0);
            for [(x, y), (u, v)] in rings.iter().flat_map(|ring| edges(ring)) {
                let [x, y, u, v] = [x, y, u, v].map(f64::from);
                let twice = x * v - u * y;
                area += twice / 2.0;
                right += (x + u) * twice / 6.0;
                down += (y + v) * twice / 6.0;
            }
            whole += area.abs();
            centres.push((right / area, down / area));
        }
        let side = (whole / centres.len() as f64).sqrt() / 256.0;
        let set = |at: f64| (at / side).round() as i64;
        centres.iter().map(|&(x, y)| (set(x), set(y))).collect()
    }

    /// The map file (DATA.md).
    pub fn map(&self, id: &str, source: &Value) -> String {
        let (arcs, shapes) = self.arcs();
        let mut starts = Vec::new();
        let mut steps = Vec::new();
        for arc in &arcs {
            starts.extend([arc[0].0, arc[0].1]);
            steps.push(Value::from(written(arc)));
        }
        let shapes: Vec<String> = self
            .ids
            .iter()
            .zip(&shapes)
            .map(|(id, rings)| json!({"id": id, "rings": rings}).to_string())
            .collect();
        format!(
            "{{\n\"format\":1,\n\"id\":{},\n\"source\":{source},\n\"width\":{WIDTH},\n\"height\":{},\n\"starts\":{},\n\"arcs\":{},\n\"constituencies\":[\n{}\n]\n}}\n",
            Value::from(id),
            self.height,
            Value::from(starts),
            Value::from(steps),
            shapes.join(",\n"),
        )
    }

    /// Every stretch of border once, and for each constituency its rings as the numbers of theirs; −1 − n is arc n backwards.
    fn arcs(&self) -> (Vec<Vec<Point>>, Vec<Vec<Vec<i64>>>) {
        let mut beside: BTreeMap<Point, BTreeSet<Point>> = BTreeMap::new();
        for [a, b] in self.rings.iter().flatten().flat_map(|ring| edges(ring)) {
            beside.entry(a).or_default().insert(b);
            beside.entry(b).or_default().insert(a);
        }
        let corner = |point: &Point| beside[point].len() != 2;
        let mut arcs: Vec<Vec<Point>> = Vec::new();
        let mut known: BTreeMap<Vec<Point>, i64> = BTreeMap::new();
        let mut shapes = Vec::new();
        for rings in &self.rings {
            let mut own = Vec::new();
            for ring in rings {
                let open = &ring[..ring.len() - 1];
                // An island has no corner: it starts at its least point, as its neighbour's hole does.
                let first = open.iter().position(corner);
                let first = first.or_else(|| (0..open.len()).min_by_key(|&at| open[at]));
                let mut around: Vec<Point> = open.to_vec();
                around.rotate_left(first.unwrap_or(0));
                around.push(around[0]);
                let mut numbers = Vec::new();
                let mut from = 0;
                for at in 1..around.len() {
                    if at + 1 < around.len() && !corner(&around[at]) {
                        continue;
                    }
                    let arc = around[from..=at].to_vec();
                    let back: Vec<Point> = arc.iter().rev().copied().collect();
                    from = at;
                    if let Some(number) = known.get(&back) {
                        numbers.push(-1 - number);
                        continue;
                    }
                    let next = arcs.len() as i64;
                    numbers.push(*known.entry(arc.clone()).or_insert_with(|| {
                        arcs.push(arc);
                        next
                    }));
                }
                own.push(numbers);
            }
            shapes.push(own);
        }
        (arcs, shapes)
    }
}

fn edges(ring: &[Point]) -> impl Iterator<Item = Edge> {
    ring.windows(2).map(|pair| [pair[0], pair[1]])
}

fn undirected([a, b]: Edge) -> Edge {
    [a.min(b), a.max(b)]
}

/// An arc after its start as text: two signs a step, right then down; a sign's code is [`ZERO`] more than the units, and "~"
/// stands for the backslash, which JSON would double.
fn written(arc: &[Point]) -> String {
    let mut text = String::new();
    for [(x, y), (u, v)] in edges(arc) {
        let (right, down) = (u - x, v - y);
        let parts = (right.abs().max(down.abs()) + STEP - 1) / STEP;
        let (mut done_right, mut done_down) = (0, 0);
        for part in 1..=parts {
            let (to_right, to_down) = (right * part / parts, down * part / parts);
            for units in [to_right - done_right, to_down - done_down] {
                let sign = char::from((i32::from(ZERO) + units) as u8);
                text.push(if sign == '\\' { '~' } else { sign });
            }
            (done_right, done_down) = (to_right, to_down);
        }
    }
    text
}
