//! The house as a map.

use super::pen::{Pen, fitted};
use super::{Area, Mark};
use crate::chart::map::Map;

/// Size of a city's name and of its dot.
const LETTERS: i32 = 30;
const DOT: i32 = 7;

/// Draws the outline of each seat, and over them the cities with these names.
pub(super) fn draw(pen: &mut Pen, marks: &[Mark], map: &Map, names: &[String], area: Area) {
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
    pen.line(format_args!("</g>"));
    let ink = pen.ink;
    for (city, name) in map.cities.iter().zip(names) {
        let (x, y) = (city.x, city.y);
        pen.line(format_args!(
            "<g stroke=\"{paper}\" stroke-width=\"5\" paint-order=\"stroke\"><circle cx=\"{x}\" cy=\"{y}\" r=\"{DOT}\" fill=\"{ink}\"/>"
        ));
        let (aside, anchor) = if city.left {
            (-2 * DOT, "end")
        } else {
            (2 * DOT, "start")
        };
        pen.text(x + aside, y + LETTERS / 3, LETTERS, 600, ink, anchor, name);
        pen.line(format_args!("</g>"));
    }
    pen.line(format_args!("</g>"));
}
