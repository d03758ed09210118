//! A picture as it is asked for from outside.

use super::map::Map;
use super::svg::{Caption, Frame, Kind, Mark, Part, Row, SIDES, State};
use crate::node::{Kind as NodeKind, Node};
use crate::problem::{Path, Problems};
use crate::read::Reader;

/// The most seats, rows and half columns a picture has.
const MOST: u64 = 65_535;

/// Everything [`super::svg::picture`] needs.
#[derive(Debug, Clone)]
pub struct Request {
    /// What is drawn.
    pub kind: Kind,
    /// The seats in dataset order.
    pub marks: Vec<Mark>,
    /// The key, or the bars.
    pub rows: Vec<Row>,
    /// Its words.
    pub caption: Caption,
    /// Its size and look.
    pub frame: Frame,
}

impl Request {
    /// Reads `{kind: "hemicycle" | "tiles" | "map" | "bars", width, height, dark?, kicker?, title, note?, source?, dashed?, marks: [{colour?, mix?,
    /// sign?, state?, changed?}], rows: [{label, colour?, mix?, seats?, baseline?, parts?: [{label, colour?, seats?}]}]}` with `tiles` or `map` as the data
    /// files have them, `of` and `mark` for bars, and `said` for bars and half circles. Texts that are missing are empty.
    ///
    /// # Errors
    /// The faults of its fields; `unknown-id` for another kind or state.
    pub fn read<N: Node>(root: &N) -> Result<Request, Problems> {
        let mut reader = Reader::new();
        let top = Path::ROOT;
        let text = |name: &str| root.field(name).text().unwrap_or_default();
        let number = |reader: &mut Reader, name: &str| {
            reader.whole(&root.field(name), &top.field(name), MOST) as u32
        };
        let frame = Frame {
            width: number(&mut reader, "width").min(*SIDES.end() as u32) as i32,
            height: number(&mut reader, "height").min(*SIDES.end() as u32) as i32,
            dark: root.field("dark").truth().unwrap_or(false),
        };
        let kind = match &*text("kind") {
            "hemicycle" => Kind::Hemicycle { said: text("said") },
            "tiles" => {
                let (tiles, path) = (root.field("tiles"), top.field("tiles"));
                let places = path.field("places");
                Kind::Tiles {
                    columns: reader.whole(&tiles.field("columns"), &path.field("columns"), MOST)
                        as u32,
                    rows: reader.whole(&tiles.field("rows"), &path.field("rows"), MOST) as u32,
                    places: reader
                        .list(&tiles.field("places"), &places)
                        .iter()
                        .enumerate()
                        .map(|(at, place)| reader.whole(place, &places.item(at), MOST) as u32)
                        .collect(),
                }
            }
            "map" => Kind::Map(Map::from_node(&root.field("map"))?),
            "bars" => Kind::Bars {
                of: number(&mut reader, "of"),
                mark: number(&mut reader, "mark"),
                said: text("said"),
            },
            _ => {
                return Err(Problems::one(
                    "kind",
                    "unknown-id",
                    "no such kind of picture",
                ));
            }
        };
        let mut marks = Vec::new();
        let list = top.field("marks");
        for (at, node) in optional(&mut reader, root, "marks", &list)
            .iter()
            .enumerate()
        {
            let state = match node.field("state").text().as_deref() {
                None | Some("") => State::Won,
                Some("leading") => State::Leading,
                Some("tied") => State::Tied,
                Some("empty") => State::Empty,
                Some(_) => {
                    reader.problems.add(
                        list.item(at).field("state"),
                        "unknown-id",
                        "no such state",
                    );
                    State::Won
                }
            };
            marks.push(Mark {
                colour: node.field("colour").text().unwrap_or_default(),
                mix: reader
                    .maybe_whole(&node.field("mix"), &list.item(at).field("mix"), 100)
                    .map(|n| n as u32),
                sign: node.field("sign").text().unwrap_or_default(),
                state,
                changed: node.field("changed").truth().unwrap_or(false),
            });
        }
        let mut rows = Vec::new();
        let list = top.field("rows");
        for (at, node) in optional(&mut reader, root, "rows", &list)
            .iter()
            .enumerate()
        {
            let path = list.item(at);
            let mut parts = Vec::new();
            let inside = path.field("parts");
            for (at, part) in optional(&mut reader, node, "parts", &inside)
                .iter()
                .enumerate()
            {
                let path = inside.item(at);
                parts.push(Part {
                    label: reader.text(&part.field("label"), &path.field("label")),
                    colour: part.field("colour").text().unwrap_or_default(),
                    seats: reader
                        .maybe_whole(&part.field("seats"), &path.field("seats"), MOST)
                        .unwrap_or(0) as u32,
                });
            }
            rows.push(Row {
                parts,
                label: reader.text(&node.field("label"), &path.field("label")),
                colour: node.field("colour").text().unwrap_or_default(),
                mix: reader
                    .maybe_whole(&node.field("mix"), &path.field("mix"), 100)
                    .map(|n| n as u32),
                seats: reader
                    .maybe_whole(&node.field("seats"), &path.field("seats"), MOST)
                    .unwrap_or(0) as u32,
                baseline: reader
                    .maybe_whole(&node.field("baseline"), &path.field("baseline"), MOST)
                    .map(|n| n as u32),
            });
        }
        let caption = Caption {
            kicker: text("kicker"),
            title: text("title"),
            note: text("note"),
            source: text("source"),
            dashed: text("dashed"),
        };
        reader.problems.or(Request {
            kind,
            marks,
            rows,
            caption,
            frame,
        })
    }
}

fn optional<N: Node>(reader: &mut Reader, root: &N, name: &str, path: &Path) -> Vec<N> {
    let node = root.field(name);
    if node.kind() == NodeKind::Missing {
        Vec::new()
    } else {
        reader.list(&node, path)
    }
}
