//! A picture to take away: one self-contained SVG with its sentence, what it shows, who is who, and its source, inside the frame.

use super::colour::{Bounds, seen};
use super::hemicycle::{self, hemicycle};
use super::map::Map;
use crate::decode::whole;
use serde::{Deserialize, Deserializer};
use std::fmt::Write;

/// What a picture says in words; nothing is left out of it, so a picture cut from its page still says what it is.
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
    /// A letter in its middle that says without colour what the colour says; empty for none, only the first counts.
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
    /// Seats now, and in the declared result where that differs.
    #[serde(default, deserialize_with = "seats")]
    pub seats: u32,
    /// See `seats`.
    #[serde(default, deserialize_with = "maybe_seats")]
    pub baseline: Option<u32>,
    /// Whom it is made of: then the row's own colour is not drawn, and in the key its label stands before theirs.
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
    Map(Map),
    /// The rows as bars of `of` seats with a line at `mark`, named by the text.
    Bars {
        /// Length of a bar.
        of: u32,
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

struct Pen {
    out: String,
    paper: &'static str,
    ink: &'static str,
    soft: &'static str,
    track: &'static str,
    bounds: Bounds,
}

/// Draws a picture as SVG text. The same arguments give the same bytes. A side outside [`SIDES`] is brought inside.
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
        Pen {
            out: String::new(),
            paper: "#121417",
            ink: "#e9ebee",
            soft: "#a6adb7",
            track: "#24282e",
            bounds: Bounds::DARK,
        }
    } else {
        Pen {
            out: String::new(),
            paper: "#ffffff",
            ink: "#15181c",
            soft: "#555c66",
            track: "#eceef1",
            bounds: Bounds::LIGHT,
        }
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
    let bars = matches!(kind, Kind::Bars { .. });
    let dashed = !caption.dashed.is_empty()
        && if bars {
            rows.iter()
                .any(|row| row.baseline.is_some_and(|was| was != row.seats))
        } else {
            marks.iter().any(|mark| mark.changed)
        };
    foot -= small / 2;
    let shown = if bars { &[][..] } else { rows };
    let lines = key(&groups(shown, &caption.dashed, dashed), inner, small);
    foot -= small * 2 * lines.len() as i32;
    for (place, line) in lines.iter().enumerate() {
        for &(x, item) in line {
            pen.item(pad + x, foot + small * 2 * (place as i32 + 1), small, item);
        }
    }
    let area = (pad, y, inner, (foot - y - small / 2).max(1));
    match kind {
        Kind::Hemicycle { said } => house(&mut pen, marks, said, small, area),
        Kind::Tiles {
            columns,
            rows,
            places,
        } => tiles(&mut pen, marks, (*columns, *rows), places, area),
        Kind::Map(map) => outlines(&mut pen, marks, map, area),
        Kind::Bars { of, mark, said } => lengths(&mut pen, rows, (*of, *mark, said), small, area),
    }
    pen.line(format_args!("</svg>"));
    pen.out
}

impl Pen {
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        // Writing to a text cannot fail.
        let _ = self.out.write_fmt(line);
        self.out.push('\n');
    }

    #[expect(clippy::too_many_arguments)]
    fn text(
        &mut self,
        x: i32,
        y: i32,
        size: i32,
        weight: i32,
        fill: &str,
        anchor: &str,
        text: &str,
    ) {
        self.line(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{fill}\" text-anchor=\"{anchor}\">{}</text>",
            escaped(text)
        ));
    }

    /// `mix` percent of a colour as it is seen on the paper, the rest the paper's; each part rounded half up.
    fn mixed(&self, colour: &str, mix: Option<u32>) -> String {
        let colour = seen(colour, self.bounds);
        let mix = mix.unwrap_or(100).min(100);
        let part = |hex: &str, at: usize| u32::from_str_radix(&hex[at..at + 2], 16).unwrap_or(0);
        let mut out = String::from("#");
        for at in [1, 3, 5] {
            let sum = part(&colour, at) * mix + part(self.paper, at) * (100 - mix);
            // Writing to a text cannot fail.
            let _ = write!(out, "{:02x}", (sum + 50) / 100);
        }
        out
    }

    /// An item of the key, its text on the line `y`.
    fn item(&mut self, x: i32, y: i32, size: i32, item: Item<'_>) {
        let (ink, side) = (self.ink, size * 3 / 4);
        let top = y - side;
        let (aside, weight) = match item.sign {
            Sign::None => (0, 700),
            Sign::Colour(colour, mix) => {
                let colour = self.mixed(colour, mix);
                self.line(format_args!(
                    "<rect x=\"{x}\" y=\"{top}\" width=\"{side}\" height=\"{side}\" fill=\"{colour}\"/>"
                ));
                (side * 3 / 2, 500)
            }
            Sign::Dashed => {
                let (dash, dot) = ((size / 6).max(2), (side / 5).max(1));
                self.line(format_args!(
                    "<rect x=\"{x}\" y=\"{top}\" width=\"{side}\" height=\"{side}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{}\" stroke-dasharray=\"{dash}\"/>",
                    (size / 12).max(1)
                ));
                if item.dot {
                    self.line(format_args!(
                        "<circle cx=\"{}\" cy=\"{}\" r=\"{dot}\" fill=\"{ink}\"/>",
                        x + side / 2,
                        top + side / 2
                    ));
                }
                (side * 3 / 2, 500)
            }
        };
        self.text(x + aside, y, size, weight, ink, "start", item.label);
    }

    /// One seat: `shape` is an element without its end, `(x, y)` its middle, `r` about its radius, all in one frame.
    fn mark(&mut self, shape: &str, mark: &Mark, (x, y): (i32, i32), r: i32) {
        let (ink, soft, paper) = (self.ink, self.soft, self.paper);
        let thin = (r / 8).max(1);
        match mark.state {
            State::Won | State::Leading => {
                let colour = self.mixed(&mark.colour, mark.mix);
                self.line(format_args!("<{shape} fill=\"{colour}\"/>"));
                if mark.state == State::Leading {
                    self.line(format_args!("<{shape} fill=\"url(#leading)\"/>"));
                }
            }
            State::Tied | State::Empty => {
                self.line(format_args!(
                    "<{shape} fill=\"none\" stroke=\"{soft}\" stroke-width=\"{thin}\"/>"
                ));
                if mark.state == State::Tied {
                    self.text(x, y + r / 2, r * 3 / 2, 700, ink, "middle", "=");
                }
            }
        }
        let holds = matches!(mark.state, State::Won | State::Leading);
        let sign = mark.sign.chars().next().filter(|_| holds);
        if let Some(sign) = sign {
            let fill = legible(&self.mixed(&mark.colour, mark.mix));
            let size = r * 4 / 3;
            let sign = sign.encode_utf8(&mut [0; 4]).to_owned();
            self.text(x, y + size * 3 / 8, size, 700, fill, "middle", &sign);
        }
        if mark.changed {
            let dash = thin * 3;
            self.line(format_args!(
                "<{shape} fill=\"none\" stroke=\"{ink}\" stroke-width=\"{}\" stroke-dasharray=\"{dash}\"/>",
                thin * 3 / 2
            ));
            let dot = (r / 3).max(2);
            // Beside a sign the dot stands at the edge.
            let aside = if sign.is_some() { r * 3 / 4 } else { 0 };
            let (x, y) = (x + aside, y - aside);
            self.line(format_args!(
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"{dot}\" fill=\"{ink}\" stroke=\"{paper}\" stroke-width=\"{thin}\"/>"
            ));
        }
    }
}

type Area = (i32, i32, i32, i32);

/// Opens a group in which `size` units fill the area as far as they can, in its middle. Answers where the group's top is.
fn fitted(pen: &mut Pen, (x, y, width, height): Area, (wide, high): (i32, i32)) -> i32 {
    let whole = |n: i32| i64::from(n);
    // Millionths of a pixel for a unit.
    let scale =
        (whole(width) * 1_000_000 / whole(wide)).min(whole(height) * 1_000_000 / whole(high));
    let left = whole(x) + (whole(width) - whole(wide) * scale / 1_000_000) / 2;
    let top = whole(y) + (whole(height) - whole(high) * scale / 1_000_000) / 2;
    pen.line(format_args!(
        "<g transform=\"translate({left} {top}) scale({}.{:06})\">",
        scale / 1_000_000,
        scale % 1_000_000
    ));
    top as i32
}

fn house(pen: &mut Pen, marks: &[Mark], said: &str, small: i32, (x, y, width, height): Area) {
    let Some(house) = hemicycle(marks.len()) else {
        return;
    };
    // Room for what is said over the line, and for the line above the marks.
    let over = if said.is_empty() { 0 } else { small * 3 / 2 };
    let high = house.height + house.radius;
    let area = (x, y + over, width, (height - over).max(1));
    let top = fitted(pen, area, (hemicycle::WIDTH, high));
    for (mark, &[x, y]) in marks.iter().zip(&house.seats) {
        let y = y + house.radius;
        pen.mark(
            &format!("circle cx=\"{x}\" cy=\"{y}\" r=\"{}\"", house.radius),
            mark,
            (x, y),
            house.radius,
        );
    }
    let ink = pen.ink;
    pen.line(format_args!(
        "<path d=\"M{} 0V{high}\" stroke=\"{ink}\" stroke-width=\"{}\"/>\n</g>",
        house.foot.0,
        hemicycle::WIDTH / 500
    ));
    if !said.is_empty() {
        // The line stands in the middle of what is fitted.
        let (x, y, soft) = (x + width / 2, top - small / 2, pen.soft);
        pen.text(x, y, small, 600, soft, "middle", said);
    }
}

/// Side of a tile in units, and the space between two.
const TILE: i32 = 100;
const GAP: i32 = 4;

fn tiles(pen: &mut Pen, marks: &[Mark], (columns, rows): (u32, u32), places: &[u32], area: Area) {
    let size = (columns.max(1) as i32 * TILE / 2, rows.max(1) as i32 * TILE);
    fitted(pen, area, size);
    for (mark, place) in marks.iter().zip(places.chunks_exact(2)) {
        let x = (place[0] as i32 - 1) * TILE / 2 + GAP / 2;
        let y = (place[1] as i32 - 1) * TILE + GAP / 2;
        let side = TILE - GAP;
        let inset = if mark.changed { GAP } else { 0 };
        let shape = format!(
            "rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
            x + inset,
            y + inset,
            side - 2 * inset,
            side - 2 * inset
        );
        pen.mark(&shape, mark, (x + side / 2, y + side / 2), side / 3);
    }
    pen.line(format_args!("</g>"));
}

fn outlines(pen: &mut Pen, marks: &[Mark], map: &Map, area: Area) {
    fitted(
        pen,
        area,
        (map.width.max(1) as i32, map.height.max(1) as i32),
    );
    let paper = pen.paper;
    pen.line(format_args!(
        "<g stroke=\"{paper}\" stroke-width=\"3\" stroke-linejoin=\"round\" fill-rule=\"evenodd\">"
    ));
    // Changed seats last: their outline must not lie under a neighbour.
    for changed in [false, true] {
        for (mark, shape) in marks
            .iter()
            .zip(&map.shapes)
            .filter(|(mark, _)| mark.changed == changed)
        {
            pen.mark(
                &format!("path d=\"{}\"", shape.path),
                mark,
                (shape.x, shape.y),
                24,
            );
        }
    }
    pen.line(format_args!("</g>\n</g>"));
}

fn lengths(
    pen: &mut Pen,
    rows: &[Row],
    (of, mark, said): (u32, u32, &str),
    small: i32,
    (x, y, width, height): Area,
) {
    let (ink, soft, track, paper) = (pen.ink, pen.soft, pen.track, pen.paper);
    let long =
        |seats: u32| (i64::from(width) * i64::from(seats.min(of)) / i64::from(of.max(1))) as i32;
    let each = (height - 2 * small) / rows.len().max(1) as i32;
    // Names of parties stand under the bars where there is room for them.
    let named = rows.iter().any(|row| row.parts.len() > 1) && each >= 5 * small;
    let under = if named { small * 2 } else { 0 };
    let thick = (each - 2 * small - under).clamp(small / 2, small * 4);
    let top = y + 2 * small;
    for (place, row) in rows.iter().enumerate() {
        let at = top + place as i32 * each;
        pen.text(x, at + small, small * 5 / 4, 700, ink, "start", &row.label);
        let at = at + small * 7 / 4;
        pen.line(format_args!(
            "<rect x=\"{x}\" y=\"{at}\" width=\"{width}\" height=\"{thick}\" fill=\"{track}\"/>"
        ));
        let own = [Part {
            label: String::new(),
            colour: row.colour.clone(),
            seats: row.seats,
        }];
        let parts = if row.parts.is_empty() {
            &own[..]
        } else {
            &row.parts[..]
        };
        let mut sum = 0;
        for part in parts {
            let from = long(sum);
            sum = sum.saturating_add(part.seats);
            let colour = pen.mixed(&part.colour, None);
            pen.line(format_args!(
                "<rect x=\"{}\" y=\"{at}\" width=\"{}\" height=\"{thick}\" fill=\"{colour}\"/>",
                x + from,
                long(sum) - from
            ));
            // A hair of paper between two.
            if from > 0 {
                pen.line(format_args!(
                    "<path d=\"M{} {at}V{}\" stroke=\"{paper}\" stroke-width=\"{}\"/>",
                    x + from,
                    at + thick,
                    (small / 12).max(1)
                ));
            }
        }
        if let Some(was) = row.baseline.filter(|was| *was != row.seats) {
            pen.line(format_args!(
                "<rect x=\"{x}\" y=\"{at}\" width=\"{}\" height=\"{thick}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"2\" stroke-dasharray=\"5\"/>",
                long(was)
            ));
        }
    }
    let at = x + long(mark);
    pen.line(format_args!(
        "<path d=\"M{at} {}V{}\" stroke=\"{ink}\" stroke-width=\"2\"/>",
        y + small,
        y + height
    ));
    for (place, row) in rows.iter().enumerate() {
        if !named || row.parts.len() < 2 {
            continue;
        }
        let items: Vec<Item> = row.parts.iter().map(Item::of).collect();
        let at = top + place as i32 * each + small * 7 / 4 + thick + small * 5 / 4;
        // What does not fit in one line is told by the colours of the other pictures. The mark's line must not cross a name.
        if let Some(line) = key(&[(false, items)], width, small).first() {
            for &(aside, item) in line {
                pen.line(format_args!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{paper}\"/>",
                    x + aside,
                    at - small,
                    wide(item.label, small) + small * 3 / 2,
                    small * 5 / 4
                ));
                pen.item(x + aside, at, small, item);
            }
        }
    }
    let half = wide(said, small) / 2;
    pen.line(format_args!(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{paper}\"/>",
        at - half - small / 4,
        y - small / 4,
        2 * half + small / 2,
        small * 5 / 4
    ));
    let at = at.clamp(x + half, x + width - half);
    pen.text(at, y + small * 3 / 4, small, 600, soft, "middle", said);
}

/// What stands before a text of the key.
#[derive(Debug, Clone, Copy)]
enum Sign<'a> {
    None,
    Colour(&'a str, Option<u32>),
    Dashed,
}

#[derive(Debug, Clone, Copy)]
struct Item<'a> {
    label: &'a str,
    sign: Sign<'a>,
    /// Whether what is dashed has a dot in it.
    dot: bool,
}

impl<'a> Item<'a> {
    fn new(label: &'a str, sign: Sign<'a>) -> Self {
        Self {
            label,
            sign,
            dot: false,
        }
    }

    fn of(part: &'a Part) -> Self {
        Self::new(&part.label, Sign::Colour(&part.colour, None))
    }
}

/// The key's items that stay together where they can, and whether they begin a line: what follows an alliance is none of it.
fn groups<'a>(rows: &'a [Row], said: &'a str, dashed: bool) -> Vec<(bool, Vec<Item<'a>>)> {
    let mut out = Vec::new();
    let mut after = false;
    for row in rows {
        if row.parts.is_empty() {
            let sign = Sign::Colour(&row.colour, row.mix);
            out.push((after, vec![Item::new(&row.label, sign)]));
            after = false;
        } else {
            let mut items = vec![Item::new(&row.label, Sign::None)];
            items.extend(row.parts.iter().map(Item::of));
            out.push((false, items));
            after = true;
        }
    }
    if dashed {
        let mut item = Item::new(said, Sign::Dashed);
        item.dot = !rows.is_empty();
        out.push((after, vec![item]));
    }
    out
}

/// The key in lines: where each item begins.
fn key<'a>(groups: &[(bool, Vec<Item<'a>>)], width: i32, size: i32) -> Vec<Vec<(i32, Item<'a>)>> {
    let takes = |item: &Item| {
        let aside = match item.sign {
            Sign::None => size,
            Sign::Colour(..) | Sign::Dashed => size * 9 / 4,
        };
        wide(item.label, size) + aside
    };
    let mut lines: Vec<Vec<(i32, Item)>> = Vec::new();
    let mut x = width + 1;
    for (fresh, items) in groups {
        let whole: i32 = items.iter().map(takes).sum();
        if *fresh || x + whole > width + size {
            x = width + 1;
        }
        for item in items {
            if x + takes(item) > width + size {
                lines.push(Vec::new());
                x = 0;
            }
            if let Some(line) = lines.last_mut() {
                line.push((x, *item));
            }
            x += takes(item);
        }
        // Between two alliances more than between their parties.
        x += size * 3 / 2;
    }
    lines
}

/// About how wide a text is: a picture is not laid out with the font it will be shown in, so letters count as wide ones.
fn wide(text: &str, size: i32) -> i32 {
    units(text) * size / 100
}

/// The same in hundredths of the size.
fn units(text: &str) -> i32 {
    text.chars()
        .map(|c| {
            if c == ' ' || "iljt.,:;'|!()".contains(c) {
                33
            } else if c.is_ascii() {
                60
            } else {
                65
            }
        })
        .sum()
}

/// A text in as few lines as it takes, of much the same length; better broken where a clause ends than inside it, and
/// least of all beside a number or a sign. A word that is wider than the picture has a line of its own.
fn wrapped(text: &str, width: i32, size: i32) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let long = |from: usize, to: usize| {
        let own: i32 = words[from..to].iter().map(|word| units(word)).sum();
        (own + units(" ") * (to - from - 1) as i32) * size / 100
    };
    let fits = |from: usize, to: usize| to - from == 1 || long(from, to) <= width;
    let (mut lines, mut from) = (1, 0);
    for to in 1..=words.len() {
        if !fits(from, to) {
            (lines, from) = (lines + 1, to - 1);
        }
    }
    let square = |n: i32| i64::from(n) * i64::from(n);
    let broken = |at: usize| {
        let plain = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let (before, after) = (words[at - 1], words[at]);
        if before.ends_with([':', ';', ',', '.', '।']) {
            0
        } else if plain(before.chars().last()) && plain(after.chars().next()) {
            square(width) / 16
        } else {
            square(width) / 4
        }
    };
    // The cost of the words from each on, in one line more each time round, and where the first of these lines ends.
    let mut best: Vec<Vec<Option<(i64, usize)>>> = Vec::new();
    for line in 0..lines {
        let cost = |from: usize| {
            let ends = from + 1..=words.len();
            let costs = ends.take_while(|&to| fits(from, to)).filter_map(|to| {
                let slack = square((width - long(from, to)).max(0));
                match best.last() {
                    None => (to == words.len()).then_some((slack, to)),
                    Some(rest) if line > 0 && to < words.len() => {
                        rest[to].map(|(cost, _)| (cost + slack + broken(to), to))
                    }
                    Some(_) => None,
                }
            });
            costs.min()
        };
        let next = (0..words.len()).map(cost).collect();
        best.push(next);
    }
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(Some((_, to))) = best.pop().and_then(|costs| costs.get(from).copied()) {
        out.push(words[from..to].join(" "));
        from = to;
    }
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // No other control character may stand in XML.
            c if c < ' ' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Black or white, whichever is the more legible on a colour: by its luma, of 255.
fn legible(colour: &str) -> &'static str {
    let part = |at: usize| u32::from_str_radix(&colour[at..at + 2], 16).unwrap_or(0);
    if 299 * part(1) + 587 * part(3) + 114 * part(5) < 128_000 {
        "#ffffff"
    } else {
        "#15181c"
    }
}
