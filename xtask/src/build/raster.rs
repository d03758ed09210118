//! The pictures of the core as pixels: just the elements they are made of, with a font of our own, so that the same picture
//! gives the same bytes on every machine.

use anyhow::{Context, Result, bail};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};
use ttf_parser::{Face, OutlineBuilder};

const REGULAR: &[u8] = include_bytes!("../../font/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../font/NotoSans-Bold.ttf");

/// A PNG of an SVG text as [`seat_calculator::chart::svg`] writes it, one element a line.
///
/// # Errors
/// When it holds an element, a colour or a letter that is not known here: nothing is left out in silence.
pub fn png(svg: &str) -> Result<Vec<u8>> {
    Ok(pixels(svg)?.encode_png()?)
}

fn pixels(svg: &str) -> Result<Pixmap> {
    let first = svg.lines().next().context("no picture")?;
    let side =
        |name: &str| -> Result<u32> { Ok(attribute(first, name).context("no size")?.parse()?) };
    let mut pixmap = Pixmap::new(side("width")?, side("height")?).context("no such size")?;
    let faces = [Face::parse(REGULAR, 0)?, Face::parse(BOLD, 0)?];
    let mut frames = vec![Transform::identity()];
    for line in svg.lines().skip(1) {
        let frame = frames[frames.len() - 1];
        let name = line
            .trim_start_matches('<')
            .split([' ', '>', '/'])
            .next()
            .unwrap_or_default();
        match name {
            "title" | "defs" => {}
            "g" => frames.push(frame.pre_concat(placed(line)?)),
            "" if line == "</g>" => {
                frames.pop();
            }
            "" if line == "</svg>" => break,
            "rect" => {
                let [x, y] = ["x", "y"].map(|name| number(line, name).unwrap_or(0.0));
                let rect = Rect::from_xywh(x, y, number(line, "width")?, number(line, "height")?);
                shape(
                    &mut pixmap,
                    &PathBuilder::from_rect(rect.context("no rectangle")?),
                    line,
                    frame,
                )?;
            }
            "circle" => {
                let path = PathBuilder::from_circle(
                    number(line, "cx")?,
                    number(line, "cy")?,
                    number(line, "r")?,
                );
                shape(&mut pixmap, &path.context("no circle")?, line, frame)?;
            }
            "path" => shape(
                &mut pixmap,
                &line_down(attribute(line, "d").context("no path")?)?,
                line,
                frame,
            )?,
            "text" => {
                let bold = number(line, "font-weight")? >= 600.0;
                letters(&mut pixmap, &faces[usize::from(bold)], line, frame)?;
            }
            other => bail!("cannot draw <{other}>"),
        }
    }
    Ok(pixmap)
}

fn attribute<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let start = line.find(&format!(" {name}=\""))? + name.len() + 3;
    line[start..].split('"').next()
}

fn number(line: &str, name: &str) -> Result<f32> {
    let text = attribute(line, name).with_context(|| format!("no {name} in {line}"))?;
    Ok(text.parse()?)
}

/// `translate(1 2) scale(0.5)`
fn placed(line: &str) -> Result<Transform> {
    let text = attribute(line, "transform").context("a group that is not placed")?;
    let parts: Vec<f32> = text
        .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
        .filter_map(|part| part.parse().ok())
        .collect();
    let [x, y, scale] = parts[..] else {
        bail!("cannot place {text}")
    };
    Ok(Transform::from_row(scale, 0.0, 0.0, scale, x, y))
}

/// `M12 0V34`
fn line_down(d: &str) -> Result<Path> {
    let parts = d
        .strip_prefix('M')
        .and_then(|d| d.split_once('V'))
        .and_then(|(from, to)| Some((from.split_once(' ')?, to)));
    let ((x, y), to) = parts.with_context(|| format!("cannot draw {d}"))?;
    let x: f32 = x.parse()?;
    let mut path = PathBuilder::new();
    path.move_to(x, y.parse()?);
    path.line_to(x, to.parse()?);
    path.finish().context("no line")
}

fn shape(pixmap: &mut Pixmap, path: &Path, line: &str, frame: Transform) -> Result<()> {
    match attribute(line, "fill") {
        Some("none") | None => {}
        // Leading: every other stripe of the paper's colour comes to half of it.
        Some("url(#leading)") => pixmap.fill_path(
            path,
            &paint("#ffffff", 128)?,
            FillRule::EvenOdd,
            frame,
            None,
        ),
        Some(colour) => {
            pixmap.fill_path(path, &paint(colour, 255)?, FillRule::EvenOdd, frame, None)
        }
    }
    if let Some(colour) = attribute(line, "stroke") {
        let stroke = Stroke {
            width: number(line, "stroke-width")?,
            ..Stroke::default()
        };
        pixmap.stroke_path(path, &paint(colour, 255)?, &stroke, frame, None);
    }
    Ok(())
}

fn paint(colour: &str, opacity: u8) -> Result<Paint<'static>> {
    let hex = colour
        .strip_prefix('#')
        .and_then(|hex| u32::from_str_radix(hex, 16).ok());
    let [_, red, green, blue] = hex
        .with_context(|| format!("no colour: {colour}"))?
        .to_be_bytes();
    let mut paint = Paint::default();
    paint.set_color(Color::from_rgba8(red, green, blue, opacity));
    Ok(paint)
}

struct Outline(PathBuilder);

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }
    fn close(&mut self) {
        self.0.close();
    }
}

fn letters(pixmap: &mut Pixmap, face: &Face<'_>, line: &str, frame: Transform) -> Result<()> {
    let said = line
        .split_once('>')
        .and_then(|(_, rest)| rest.strip_suffix("</text>"))
        .context("a text without an end")?;
    let said = said
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    let scale = number(line, "font-size")? / f32::from(face.units_per_em());
    let glyphs: Vec<_> = said
        .chars()
        .map(|c| {
            face.glyph_index(c)
                .with_context(|| format!("no letter {c:?} in the font: {said}"))
        })
        .collect::<Result<_>>()?;
    let advance = |glyph| f32::from(face.glyph_hor_advance(glyph).unwrap_or(0)) * scale;
    let mut x = number(line, "x")?;
    if attribute(line, "text-anchor") == Some("middle") {
        x -= glyphs.iter().map(|&glyph| advance(glyph)).sum::<f32>() / 2.0;
    }
    let y = number(line, "y")?;
    let ink = paint(attribute(line, "fill").context("a text without ink")?, 255)?;
    for glyph in glyphs {
        let mut outline = Outline(PathBuilder::new());
        if face.outline_glyph(glyph, &mut outline).is_some()
            && let Some(path) = outline.0.finish()
        {
            // Letters of a font stand on their line, upside down of pixels.
            let at = frame.pre_concat(Transform::from_row(scale, 0.0, 0.0, -scale, x, y));
            pixmap.fill_path(&path, &ink, FillRule::Winding, at, None);
        }
        x += advance(glyph);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &str =
        "<svg width=\"100\" height=\"60\">\n<rect width=\"100\" height=\"60\" fill=\"#ffffff\"/>\n";

    fn at(svg: &str, x: u32, y: u32) -> [u8; 3] {
        let pixmap = pixels(&format!("{START}{svg}\n</svg>\n")).unwrap();
        let pixel = pixmap.pixel(x, y).unwrap();
        [pixel.red(), pixel.green(), pixel.blue()]
    }

    #[test]
    fn shapes_are_where_they_say() {
        let circle = "<g transform=\"translate(10 20) scale(0.500000)\">\n<circle cx=\"40\" cy=\"20\" r=\"10\" fill=\"#102030\"/>\n</g>";
        assert_eq!(at(circle, 30, 30), [16, 32, 48]);
        assert_eq!(at(circle, 40, 30), [255; 3]);
        let line = "<path d=\"M50 10V40\" stroke=\"#ff0000\" stroke-width=\"4\"/>";
        assert_eq!(
            (at(line, 50, 20), at(line, 50, 45)),
            ([255, 0, 0], [255; 3])
        );
    }

    #[test]
    fn letters_stand_on_their_line() {
        let text = "<text x=\"50\" y=\"40\" font-size=\"30\" font-weight=\"700\" fill=\"#000000\" text-anchor=\"middle\">I&amp;I</text>";
        let pixmap = pixels(&format!("{START}{text}\n</svg>\n")).unwrap();
        let inked: Vec<(u32, u32)> = (0..6000)
            .map(|i| (i % 100, i / 100))
            .filter(|&(x, y)| pixmap.pixel(x, y).unwrap().red() < 128)
            .collect();
        assert!(inked.len() > 100);
        // An I is 714 of 1,000 units high in this font.
        assert!(
            inked.iter().all(|&(_, y)| (17..=41).contains(&y)),
            "{inked:?}"
        );
        let (left, right) = (
            inked.iter().map(|at| at.0).min().unwrap(),
            inked.iter().map(|at| at.0).max().unwrap(),
        );
        assert!((left + right).abs_diff(100) <= 3, "{left} {right}");
    }

    #[test]
    fn nothing_is_left_out_in_silence() {
        for svg in [
            "<ellipse rx=\"4\"/>",
            "<path d=\"M1 2l3 4\" fill=\"#000000\"/>",
            "<rect width=\"5\" height=\"5\" fill=\"red\"/>",
            "<text x=\"1\" y=\"1\" font-size=\"9\" font-weight=\"400\" fill=\"#000000\">क</text>",
        ] {
            assert!(png(&format!("{START}{svg}\n</svg>\n")).is_err(), "{svg}");
        }
        assert_eq!(
            png(&format!("{START}</svg>\n")).unwrap(),
            png(&format!("{START}</svg>\n")).unwrap()
        );
    }
}
