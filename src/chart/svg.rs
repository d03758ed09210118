//! Pictures to download: one self-contained SVG each, with title, chart, key and source.

mod bars;
mod chances;
mod hemicycle;
mod key;
mod map;
mod pen;
mod text;
mod tiles;

use super::map::Map;
use crate::decode::whole;
use pen::Pen;
use serde::{Deserialize, Deserializer};
use text::{escaped, wrapped};

/// What a picture says in words; nothing is left out of it, so a picture cut from its page still
/// says what it is.
#[derive(Debug, Clone, Default)]
pub struct Caption {
    /// The small line on top: the election, or "Hypothetical".
    pub kicker: String,
    /// The result in one sentence.
    pub title: String,
    /// What else must be said: the declared totals where anything was changed.
    pub note: String,
    /// Where the numbers come from, and as of when.
    pub source: String,
    /// What a dashed outline stands for; said only in a picture that has one.
    pub dashed: String,
}

/// How one seat is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum State {
    /// Filled.
    #[default]
    #[serde(alias = "")]
    Won,
    /// Filled and hatched.
    Leading,
    /// An outline with a sign of equality.
    Tied,
    /// An outline.
    Empty,
}

/// One seat: colours other than `#rrggbb` become grey.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Mark {
    /// Who holds it, or what else the picture's colours stand for.
    pub colour: String,
    /// How much of the colour, in percent; the rest is the paper's. None, or above 100: all of it.
    #[serde(deserialize_with = "percent")]
    pub mix: Option<u32>,
    /// A letter in its middle that says without colour what the colour says; empty for none, only
    /// the first counts.
    pub sign: String,
    /// Won, leading, tied, empty.
    pub state: State,
    /// Whether the reader changed it: a dashed outline and a dot.
    pub changed: bool,
}

/// A line of the key, or a bar.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Row {
    /// Name and number.
    pub label: String,
    /// Its colour.
    #[serde(default)]
    pub colour: String,
    /// See [`Mark::mix`]; in the key only.
    #[serde(default, deserialize_with = "percent")]
    pub mix: Option<u32>,
    /// Seats now.
    #[serde(default, deserialize_with = "seats")]
    pub seats: u32,
    /// Seats in the declared result.
    #[serde(default, deserialize_with = "maybe_seats")]
    pub baseline: Option<u32>,
    /// Heights of the bars of a histogram, in thousandths of the highest.
    #[serde(default)]
    pub heights: Vec<u32>,
    /// Whom it is made of: then the row's own colour is not drawn, and in the key its label stands
    /// before theirs.
    #[serde(default)]
    pub parts: Vec<Part>,
}

/// A party of an alliance's row.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Part {
    /// Name and number.
    pub label: String,
    /// Its colour.
    #[serde(default)]
    pub colour: String,
    /// Its seats.
    #[serde(default, deserialize_with = "seats")]
    pub seats: u32,
}

fn percent<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    whole(from, 100).map(Some)
}

fn seats<'de, D: Deserializer<'de>>(from: D) -> Result<u32, D::Error> {
    whole(from, MOST_SEATS)
}

fn maybe_seats<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    seats(from).map(Some)
}

/// The most seats of a row.
const MOST_SEATS: u32 = 65_535;

/// What is drawn.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Marks in the order of the half circle, from left to right.
    Hemicycle {
        /// "41 to win", over the line that halves the house; empty where that line is not the mark.
        said: String,
    },
    /// Marks in dataset order; for each the first half column and the row of its tile, from 1.
    Tiles {
        /// Width in half tiles.
        columns: u32,
        /// Rows.
        rows: u32,
        /// Two numbers for each mark.
        places: Vec<u32>,
    },
    /// Marks in the map's order.
    Map {
        /// The outlines.
        map: Map,
        /// The words of its cities, in the map's order; without them they are left out.
        cities: Vec<String>,
    },
    /// The rows as bars of `of` seats with a line at `mark`, named by the text.
    Bars {
        /// Length of a bar.
        of: u32,
        /// Majority mark.
        mark: u32,
        /// "41 to win".
        said: String,
    },
    /// The rows as histograms of seats under each other, with a line at `mark`, named by the text.
    Chances {
        /// Number of seats of the first bar.
        from: u32,
        /// Majority mark.
        mark: u32,
        /// "41 to win".
        said: String,
    },
}

/// Size and look.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// Width in pixels, 320 to 4,096.
    pub width: i32,
    /// Height in pixels, 320 to 4,096.
    pub height: i32,
    /// Light ink on dark paper.
    pub dark: bool,
}

/// Smallest and largest side of a picture.
pub const SIDES: std::ops::RangeInclusive<i32> = 320..=4_096;

/// Left, top, width and height of a part of the picture, in pixels.
type Area = (i32, i32, i32, i32);

/// Draws a picture as SVG text. The same arguments give the same bytes. A side outside [`SIDES`] is
/// brought inside.
pub fn picture(
    kind: &Kind,
    marks: &[Mark],
    rows: &[Row],
    caption: &Caption,
    frame: Frame,
) -> String {
    let (width, height) = (
        frame.width.clamp(*SIDES.start(), *SIDES.end()),
        frame.height.clamp(*SIDES.start(), *SIDES.end()),
    );
    let mut pen = if frame.dark {
        Pen::dark()
    } else {
        Pen::light()
    };
    pen.line(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"'Noto Sans','Noto Sans Devanagari',system-ui,sans-serif\">"
    ));
    pen.line(format_args!(
        "<title>{}</title>",
        escaped(&format!(
            "{} {} {}",
            caption.kicker, caption.title, caption.note
        ))
    ));
    let (paper, ink) = (pen.paper, pen.ink);
    pen.line(format_args!(
        "<defs><pattern id=\"leading\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M1 0V6\" stroke=\"{paper}\" stroke-width=\"2\"/></pattern></defs>"
    ));
    pen.line(format_args!(
        "<rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>"
    ));
    // Sizes follow the shorter side, so that a card and a poster have the same proportions.
    let side = width.min(height * 5 / 4);
    let pad = side / 22;
    let (small, large) = ((side / 46).max(11), (side / 21).max(18));
    let inner = width - 2 * pad;
    let soft = pen.soft;
    let mut y = pad + small;
    for line in wrapped(&caption.kicker, inner, small) {
        pen.text(pad, y, small, 500, soft, "start", &line);
        y += small * 3 / 2;
    }
    y += large * 3 / 4;
    for line in wrapped(&caption.title, inner, large) {
        pen.text(pad, y, large, 700, ink, "start", &line);
        y += large * 6 / 5;
    }
    y -= large / 3;
    for line in wrapped(&caption.note, inner, small) {
        pen.text(pad, y, small, 400, soft, "start", &line);
        y += small * 3 / 2;
    }
    // From below: the source, then the key.
    let mut foot = height - pad;
    for line in wrapped(&caption.source, inner, small).iter().rev() {
        pen.text(pad, foot, small, 400, soft, "start", line);
        foot -= small * 3 / 2;
    }
    let bars = matches!(kind, Kind::Bars { .. } | Kind::Chances { .. });
    let dashed = !caption.dashed.is_empty()
        && if bars {
            rows.iter()
                .any(|row| row.baseline.is_some_and(|was| was != row.seats))
        } else {
            marks.iter().any(|mark| mark.changed)
        };
    foot -= small / 2;
    let shown = if bars { &[][..] } else { rows };
    let lines = key::lines(&key::groups(shown, &caption.dashed, dashed), inner, small);
    foot -= small * 2 * lines.len() as i32;
    for (place, line) in lines.iter().enumerate() {
        for &(x, item) in line {
            key::item(
                &mut pen,
                pad + x,
                foot + small * 2 * (place as i32 + 1),
                small,
                item,
            );
        }
    }
    let area = (pad, y, inner, (foot - y - small / 2).max(1));
    match kind {
        Kind::Hemicycle { said } => hemicycle::draw(&mut pen, marks, said, small, area),
        Kind::Tiles {
            columns,
            rows,
            places,
        } => tiles::draw(&mut pen, marks, (*columns, *rows), places, area),
        Kind::Map { map, cities } => map::draw(&mut pen, marks, map, cities, area),
        Kind::Bars { of, mark, said } => {
            bars::draw(&mut pen, rows, (*of, *mark, said), small, area)
        }
        Kind::Chances { from, mark, said } => {
            chances::draw(&mut pen, rows, (*from, *mark, said), small, area);
        }
    }
    pen.line(format_args!("</svg>"));
    pen.out
}
