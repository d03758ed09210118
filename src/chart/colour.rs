//! Party colours brought into the range of lightness that is visible on the paper (OKLab).

use std::fmt::Write;

/// Least and greatest lightness of a mark, in OKLab from 0 (black) to 1 (white): `--dark` and
/// `--pale` of the page's sheet, so that a picture has the colours that the page shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds(pub f64, pub f64);

impl Bounds {
    /// On white paper.
    pub const LIGHT: Self = Self(0.0, 0.8);
    /// On dark paper.
    pub const DARK: Self = Self(0.58, 1.0);
}

/// `colour` (`#rrggbb`, anything else counts as grey) with its lightness brought inside `bounds`,
/// its hue and chroma kept as far as a screen can show them: parts beyond that are cut off, as
/// browsers do. Within the bounds it is answered as it is. Each part is rounded to the nearest of
/// 256. Source of the matrices: Björn Ottosson, "A perceptual color space for image processing".
pub fn seen(colour: &str, Bounds(least, most): Bounds) -> String {
    let colour = safe(colour);
    let part = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).unwrap_or(0);
    let [r, g, b] = [1, 3, 5].map(|at| linear(f64::from(part(at))));
    let l = root::<3>(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b);
    let m = root::<3>(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b);
    let s = root::<3>(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b);
    let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
    if (least..=most).contains(&lightness) {
        return colour.to_owned();
    }
    let green = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
    let blue = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
    // Not `clamp`, whose panic brings all that writes fractions into the module.
    let lightness = lightness.max(least).min(most);
    let cube = |x: f64| x * x * x;
    let l = cube(lightness + 0.396_337_777_4 * green + 0.215_803_757_3 * blue);
    let m = cube(lightness - 0.105_561_345_8 * green - 0.063_854_172_8 * blue);
    let s = cube(lightness - 0.089_484_177_5 * green - 1.291_485_548_0 * blue);
    let mut out = String::from("#");
    for part in [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ] {
        // Writing to a text cannot fail.
        let _ = write!(out, "{:02x}", part_of(part));
    }
    out
}

/// A colour as it is, or grey for what is none.
fn safe(colour: &str) -> &str {
    let hex = colour.len() == 7
        && colour.starts_with('#')
        && colour[1..].bytes().all(|b| b.is_ascii_hexdigit());
    if hex { colour } else { "#8a8f98" }
}

/// The light of a part of a colour in sRGB, `value` of 255, from 0 to 1.
fn linear(value: f64) -> f64 {
    let value = value / 255.0;
    if value <= 0.04045 {
        return value / 12.92;
    }
    let base = (value + 0.055) / 1.055;
    // To the power of 2.4.
    let square = base * base;
    square * root::<5>(square)
}

/// The part of a colour, of 255, whose light is nearest to `light`.
fn part_of(light: f64) -> u8 {
    let (mut least, mut most) = (0_u8, 255_u8);
    while least < most {
        let middle = least + (most - least) / 2;
        if light > linear(f64::from(middle) + 0.5) {
            least = middle + 1;
        } else {
            most = middle;
        }
    }
    least
}

/// The `N`th root of a number from 0 to 1, by Newton's method, which comes from above and so stops
/// where it no longer falls.
fn root<const N: i32>(value: f64) -> f64 {
    let mut guess = 1.0_f64;
    loop {
        let power = (1..N).fold(1.0, |power, _| power * guess);
        let next = guess + (value / power - guess) / f64::from(N);
        // Of nothing it would fall for ever.
        if next >= guess || next < 1e-9 {
            return guess;
        }
        guess = next;
    }
}

#[cfg(test)]
mod tests {
    use super::{Bounds, linear, part_of, root, seen};

    #[test]
    fn roots_and_light_are_those_of_the_standard_library() {
        for step in 0..=1000 {
            let value = f64::from(step) / 1000.0;
            assert!((root::<3>(value) - value.cbrt()).abs() < 1e-8, "{value}");
            assert!((root::<5>(value) - value.powf(0.2)).abs() < 1e-8, "{value}");
        }
        for part in 0..=255 {
            let value = f64::from(part) / 255.0;
            let light = if part <= 10 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            };
            assert!((linear(f64::from(part)) - light).abs() < 1e-9);
            assert_eq!(part_of(light), part);
        }
        assert_eq!((part_of(-0.2), part_of(1.2)), (0, 255));
    }

    #[test]
    fn what_is_seen_stays_and_the_rest_is_brought_to_the_bound() {
        for same in ["#667f07", "#22abed", "#000000"] {
            assert_eq!(seen(same, Bounds::LIGHT), same);
        }
        assert_eq!(seen("#ffffff", Bounds::DARK), "#ffffff");
        // Greys are greys: OKLab's lightness is the cube root of their light.
        for (bounds, given, bound) in [
            (Bounds::LIGHT, "#ffffff", 0.8_f64),
            (Bounds::DARK, "#000000", 0.58),
        ] {
            let grey = seen(given, bounds);
            let light = linear(f64::from(u8::from_str_radix(&grey[1..3], 16).unwrap()));
            assert_eq!((&grey[1..3], &grey[3..5]), (&grey[3..5], &grey[5..7]));
            assert!((light.cbrt() - bound).abs() < 0.003, "{grey}");
        }
        assert_eq!(seen("red;x", Bounds::LIGHT), "#8a8f98");
        // Twice comes to the same as once, or nearly: what a screen cannot show was cut off.
        let once = seen("#502742", Bounds::DARK);
        assert_eq!(seen(&once, Bounds(0.57, 1.0)), once);
    }
}
