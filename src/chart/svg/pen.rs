//! What all pictures are drawn with: lines of SVG, texts, colours, the mark of a seat.

use super::text::escaped;
use super::{Area, Mark, State};
use crate::chart::colour::{Bounds, seen};
use std::fmt::{Arguments, Write};

/// The text of a picture so far, and the colours it is drawn in.
pub(super) struct Pen {
    pub out: String,
    pub paper: &'static str,
    pub ink: &'static str,
    pub soft: &'static str,
    pub track: &'static str,
    bounds: Bounds,
}

impl Pen {
    /// Dark ink on white paper.
    pub fn light() -> Self {
        Self {
            out: String::new(),
            paper: "#ffffff",
            ink: "#15181c",
            soft: "#555c66",
            track: "#eceef1",
            bounds: Bounds::LIGHT,
        }
    }

    /// Light ink on dark paper.
    pub fn dark() -> Self {
        Self {
            out: String::new(),
            paper: "#121417",
            ink: "#e9ebee",
            soft: "#a6adb7",
            track: "#24282e",
            bounds: Bounds::DARK,
        }
    }

    /// Adds a line.
    pub fn line(&mut self, line: Arguments<'_>) {
        // Writing to a text cannot fail.
        let _ = self.out.write_fmt(line);
        self.out.push('\n');
    }

    #[expect(clippy::too_many_arguments)]
    /// Adds a text of one line.
    pub fn text(
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

    /// `mix` percent of a colour as it is seen on the paper, the rest the paper's; each part
    /// rounded half up.
    pub fn mixed(&self, colour: &str, mix: Option<u32>) -> String {
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

    /// One seat: `shape` is an element without its end, `(x, y)` its middle, `r` about its radius,
    /// all in one frame.
    pub fn mark(&mut self, shape: &str, mark: &Mark, (x, y): (i32, i32), r: i32) {
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

/// Opens a group in which `size` units fill the area as far as they can, in its middle. Answers
/// where the group's top is.
pub(super) fn fitted(pen: &mut Pen, (x, y, width, height): Area, (wide, high): (i32, i32)) -> i32 {
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

/// Black or white, whichever is the more legible on a colour: by its luma, of 255.
fn legible(colour: &str) -> &'static str {
    let part = |at: usize| u32::from_str_radix(&colour[at..at + 2], 16).unwrap_or(0);
    if 299 * part(1) + 587 * part(3) + 114 * part(5) < 128_000 {
        "#ffffff"
    } else {
        "#15181c"
    }
}
