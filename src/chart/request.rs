//! Picture requests, decoded.

use super::map::Map;
use super::svg::{Caption, Frame, Kind, Mark, Row, SIDES};
use crate::decode::{Value, decode};
use crate::problem::Problems;
use serde::Deserialize;

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

/// A request as it is written; what may be left out is empty then.
#[derive(Deserialize)]
struct Fields {
    kind: String,
    width: u32,
    height: u32,
    #[serde(default)]
    dark: bool,
    #[serde(default)]
    kicker: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    dashed: String,
    #[serde(default)]
    marks: Vec<Mark>,
    #[serde(default)]
    rows: Vec<Row>,
    #[serde(default)]
    said: String,
}

/// Half columns and rows of tiles: the first half column and the row of each, from 1.
#[derive(Deserialize)]
struct Tiles {
    columns: u16,
    rows: u16,
    places: Vec<u16>,
}

#[derive(Deserialize)]
struct OfTiles {
    tiles: Tiles,
}

/// Words of the map's cities.
#[derive(Deserialize)]
struct OfMap {
    #[serde(default)]
    cities: Vec<String>,
}

/// Length of a bar and majority mark.
#[derive(Deserialize)]
struct OfBars {
    of: u16,
    mark: u16,
}

/// Seats of the first bar and majority mark.
#[derive(Deserialize)]
struct OfChances {
    from: u16,
    mark: u16,
}

impl Request {
    /// Reads a `PictureRequest` of the declarations.
    ///
    /// # Errors
    /// The first fault of its fields; `unknown-id` for another kind.
    pub fn from_value(root: &Value) -> Result<Request, Problems> {
        let fields: Fields = decode(root)?;
        let kind = match fields.kind.as_str() {
            "hemicycle" => Kind::Hemicycle { said: fields.said },
            "tiles" => {
                let OfTiles { tiles } = decode(root)?;
                Kind::Tiles {
                    columns: tiles.columns.into(),
                    rows: tiles.rows.into(),
                    places: tiles.places.into_iter().map(u32::from).collect(),
                }
            }
            "map" => {
                let OfMap { cities } = decode(root)?;
                Kind::Map {
                    map: Map::from_value(root.field("map"))?,
                    cities,
                }
            }
            "bars" => {
                let OfBars { of, mark } = decode(root)?;
                Kind::Bars {
                    of: of.into(),
                    mark: mark.into(),
                    said: fields.said,
                }
            }
            "chances" => {
                let OfChances { from, mark } = decode(root)?;
                Kind::Chances {
                    from: from.into(),
                    mark: mark.into(),
                    said: fields.said,
                }
            }
            _ => {
                let message = "no such kind of picture";
                return Err(Problems::one("kind", "unknown-id", message));
            }
        };
        let side = |pixels: u32| pixels.min(*SIDES.end() as u32) as i32;
        Ok(Request {
            kind,
            marks: fields.marks,
            rows: fields.rows,
            caption: Caption {
                kicker: fields.kicker,
                title: fields.title,
                note: fields.note,
                source: fields.source,
                dashed: fields.dashed,
            },
            frame: Frame {
                width: side(fields.width),
                height: side(fields.height),
                dark: fields.dark,
            },
        })
    }
}
