//! The key: who is who.

use super::pen::Pen;
use super::text::wide;
use super::{Part, Row};

/// What stands before a text of the key.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sign<'a> {
    None,
    Colour(&'a str, Option<u32>),
    Dashed,
}

/// A text of the key and what stands before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'a> {
    pub label: &'a str,
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

    /// A party's name with its colour.
    pub fn of(part: &'a Part) -> Self {
        Self::new(&part.label, Sign::Colour(&part.colour, None))
    }
}

/// The key's items that stay together where they can, and whether they begin a line: what follows
/// an alliance is none of it.
pub(super) fn groups<'a>(
    rows: &'a [Row],
    said: &'a str,
    dashed: bool,
) -> Vec<(bool, Vec<Item<'a>>)> {
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
pub(super) fn lines<'a>(
    groups: &[(bool, Vec<Item<'a>>)],
    width: i32,
    size: i32,
) -> Vec<Vec<(i32, Item<'a>)>> {
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

/// An item of the key, its text on the line `y`.
pub(super) fn item(pen: &mut Pen, x: i32, y: i32, size: i32, item: Item<'_>) {
    let (ink, side) = (pen.ink, size * 3 / 4);
    let top = y - side;
    let (aside, weight) = match item.sign {
        Sign::None => (0, 700),
        Sign::Colour(colour, mix) => {
            let colour = pen.mixed(colour, mix);
            pen.line(format_args!(
                "<rect x=\"{x}\" y=\"{top}\" width=\"{side}\" height=\"{side}\" fill=\"{colour}\"/>"
            ));
            (side * 3 / 2, 500)
        }
        Sign::Dashed => {
            let (dash, dot) = ((size / 6).max(2), (side / 5).max(1));
            pen.line(format_args!(
                "<rect x=\"{x}\" y=\"{top}\" width=\"{side}\" height=\"{side}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{}\" stroke-dasharray=\"{dash}\"/>",
                (size / 12).max(1)
            ));
            if item.dot {
                pen.line(format_args!(
                    "<circle cx=\"{}\" cy=\"{}\" r=\"{dot}\" fill=\"{ink}\"/>",
                    x + side / 2,
                    top + side / 2
                ));
            }
            (side * 3 / 2, 500)
        }
    };
    pen.text(x + aside, y, size, weight, ink, "start", item.label);
}
