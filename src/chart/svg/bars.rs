//! Alliances as bars.

use super::pen::Pen;
use super::text::wide;
use super::{Area, Part, Row, key};

/// Draws a bar of `of` seats for each row, and the line at the mark with its name.
pub(super) fn draw(
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
        let items: Vec<key::Item> = row.parts.iter().map(key::Item::of).collect();
        let at = top + place as i32 * each + small * 7 / 4 + thick + small * 5 / 4;
        // What does not fit in one line is told by the colours of the other pictures. The mark's
        // line must not cross a name.
        if let Some(line) = key::lines(&[(false, items)], width, small).first() {
            for &(aside, item) in line {
                pen.line(format_args!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{paper}\"/>",
                    x + aside,
                    at - small,
                    wide(item.label, small) + small * 3 / 2,
                    small * 5 / 4
                ));
                key::item(pen, x + aside, at, small, item);
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
