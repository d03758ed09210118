//! The house as a map.

use super::pen::{Pen, fitted};
use super::{Area, Mark};
use crate::chart::map::Map;

/// Draws the outline of each seat.
pub(super) fn draw(pen: &mut Pen, marks: &[Mark], map: &Map, area: Area) {
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
