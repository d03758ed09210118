//! The house as a map of tiles of one size.

use super::pen::{Pen, fitted};
use super::{Area, Mark};

/// Side of a tile in units, and the space between two.
const TILE: i32 = 100;
const GAP: i32 = 4;

/// Draws a tile for each seat, at the first half column and the row of its place.
pub(super) fn draw(
    pen: &mut Pen,
    marks: &[Mark],
    (columns, rows): (u32, u32),
    places: &[u32],
    area: Area,
) {
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
