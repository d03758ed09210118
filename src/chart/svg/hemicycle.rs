//! The house as a half circle.

use super::pen::{Pen, fitted};
use super::{Area, Mark};
use crate::chart::hemicycle::{self, hemicycle};

/// Draws the seats from left to right, the line that halves the house, and over it what that line
/// is, if anything.
pub(super) fn draw(
    pen: &mut Pen,
    marks: &[Mark],
    said: &str,
    small: i32,
    (x, y, width, height): Area,
) {
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
