//! Chances of numbers of seats as histograms.

use super::pen::Pen;
use super::text::wide;
use super::{Area, Row};
use crate::chance::picture::{HEIGHT, distance};
use std::fmt::Write as _;

/// How much of its colour a bar below the mark has, in percent.
const SHORT: u32 = 40;

/// Draws the histogram of each row, from `from` seats on, and the line at the mark with its name.
pub(super) fn draw(
    pen: &mut Pen,
    rows: &[Row],
    (from, mark, said): (u32, u32, &str),
    small: i32,
    (x, y, width, height): Area,
) {
    let (ink, soft, paper) = (pen.ink, pen.soft, pen.paper);
    let bars = rows.iter().map(|row| row.heights.len()).max().unwrap_or(0);
    let bars = bars.max(1) as i64;
    let across = |bar: i64| x + (i64::from(width) * bar.clamp(0, bars) / bars) as i32;
    let top = y + small * 2;
    let foot = y + height - small * 2;
    let each = (foot - top) / rows.len().max(1) as i32;
    let middle = i64::from(mark) - i64::from(from);
    for (place, row) in (0..).zip(rows) {
        let bottom = top + (place + 1) * each;
        let most = (each - small * 5 / 2).max(1);
        strip(pen, row, &across, (bottom, most), middle);
        pen.line(format_args!(
            "<path d=\"M{x} {bottom}h{width}\" stroke=\"{soft}\"/>"
        ));
    }
    let at = across(middle);
    pen.line(format_args!(
        "<path d=\"M{at} {}V{foot}\" stroke=\"{ink}\" stroke-width=\"2\"/>",
        y + small
    ));
    // The mark's line must not cross a name.
    for (place, row) in (0..).zip(rows) {
        let y = top + place * each + small * 2;
        let (back, long) = (y - small, wide(&row.label, small));
        pen.line(format_args!(
            "<rect x=\"{x}\" y=\"{back}\" width=\"{long}\" height=\"{}\" fill=\"{paper}\"/>",
            small * 3 / 2
        ));
        pen.text(x, y, small, 700, ink, "start", &row.label);
    }
    let long = wide(said, small);
    let (at, anchor) = if at + long > x + width {
        (at, "end")
    } else {
        (at, "start")
    };
    pen.text(at, y + small * 3 / 4, small, 600, ink, anchor, said);
    scale(
        pen,
        &across,
        (from, bars as u32),
        (foot + small * 3 / 2, small),
    );
}

/// Draws the bars of one row, `most` high at most: those below the mark in less of its colour.
fn strip(
    pen: &mut Pen,
    row: &Row,
    across: &impl Fn(i64) -> i32,
    (bottom, most): (i32, i32),
    mark: i64,
) {
    let mut paths = [String::new(), String::new()];
    for (bar, &thousandths) in (0..).zip(&row.heights) {
        let high = i64::from(most) * i64::from(thousandths.min(HEIGHT)) / i64::from(HEIGHT);
        if high > 0 {
            let path = &mut paths[usize::from(bar >= mark)];
            let (left, right) = (across(bar), across(bar + 1));
            // Writing to a text cannot fail.
            let _ = write!(path, "M{left} {bottom}v-{high}H{right}v{high}z");
        }
    }
    for (path, mix) in paths.iter().zip([Some(SHORT), None]) {
        let colour = pen.mixed(&row.colour, mix);
        pen.line(format_args!("<path d=\"{path}\" fill=\"{colour}\"/>"));
    }
}

/// Writes round numbers of seats under their bars.
fn scale(
    pen: &mut Pen,
    across: &impl Fn(i64) -> i32,
    (from, bars): (u32, u32),
    (y, small): (i32, i32),
) {
    let (soft, step) = (pen.soft, distance(bars));
    for bar in (0..bars).filter(|bar| (from + bar).is_multiple_of(step)) {
        let middle = (across(bar.into()) + across(i64::from(bar) + 1)) / 2;
        let seats = (from + bar).to_string();
        pen.text(middle, y, small, 400, soft, "middle", &seats);
    }
}
