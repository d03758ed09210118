//! How far apart two colours look, to different eyes, and against the page.
//!
//! Distances are CIEDE2000 over CIELAB (D65 white, sRGB). Colour blindness is simulated on linear light by three models,
//! because they disagree: Machado, Oliveira and Fernandes (2009) at severity 1.0; Brettel, Viénot and Mollon (1997);
//! and, for protan and deutan vision, which is all it was made for, Viénot, Brettel and Mollon (1999).
//! Contrast is that of WCAG 2.

/// A colour in 8-bit sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// A colour in CIELAB, D65 white: lightness 0 to 100, and the two opponent axes.
#[derive(Clone, Copy, Debug)]
pub struct Lab {
    /// Lightness.
    pub l: f64,
    /// Green to red.
    pub a: f64,
    /// Blue to yellow.
    pub b: f64,
}

type Matrix = [[f64; 3]; 3];

/// Whose eyes a colour is seen with, and by which model: what linear light turns into for them.
#[derive(Clone, Copy, Debug)]
pub struct Vision {
    /// For messages: the kind of vision and the year of the model.
    pub name: &'static str,
    simulation: Simulation,
}

#[derive(Clone, Copy, Debug)]
enum Simulation {
    Plain(Matrix),
    /// Brettel's two half planes of colour; the side is the sign of the product with `axis`.
    Halves {
        axis: [f64; 3],
        positive: Matrix,
        negative: Matrix,
    },
}

/// All three kinds of cone.
pub const TRICHROMAT: Vision = Vision {
    name: "trichromat",
    simulation: Simulation::Plain([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
};

/// Every kind of vision the party colours are checked under.
pub const VISIONS: [Vision; 9] = [
    TRICHROMAT,
    Vision {
        name: "protan (2009)",
        simulation: Simulation::Plain([
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]),
    },
    Vision {
        name: "deutan (2009)",
        simulation: Simulation::Plain([
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]),
    },
    Vision {
        name: "tritan (2009)",
        simulation: Simulation::Plain([
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]),
    },
    Vision {
        name: "protan (1997)",
        simulation: Simulation::Halves {
            axis: [0.00048, 0.00416, -0.00464],
            positive: [
                [0.14510, 1.20165, -0.34675],
                [0.10447, 0.85316, 0.04237],
                [0.00429, -0.00603, 1.00174],
            ],
            negative: [
                [0.14115, 1.16782, -0.30897],
                [0.10495, 0.85730, 0.03776],
                [0.00431, -0.00586, 1.00155],
            ],
        },
    },
    Vision {
        name: "deutan (1997)",
        simulation: Simulation::Halves {
            axis: [-0.00293, -0.00645, 0.00938],
            positive: [
                [0.36198, 0.86755, -0.22953],
                [0.26099, 0.64512, 0.09389],
                [-0.01975, 0.02686, 0.99289],
            ],
            negative: [
                [0.37009, 0.88540, -0.25549],
                [0.25767, 0.63782, 0.10451],
                [-0.01950, 0.02741, 0.99209],
            ],
        },
    },
    Vision {
        name: "tritan (1997)",
        simulation: Simulation::Halves {
            axis: [0.03960, -0.02831, -0.01129],
            positive: [
                [1.01354, 0.14268, -0.15622],
                [-0.01181, 0.87561, 0.13619],
                [0.07707, 0.81208, 0.11085],
            ],
            negative: [
                [0.93337, 0.19999, -0.13336],
                [0.05809, 0.82565, 0.11626],
                [-0.37923, 1.13825, 0.24098],
            ],
        },
    },
    Vision {
        name: "protan (1999)",
        simulation: Simulation::Plain([
            [0.11238, 0.88762, 0.0],
            [0.11238, 0.88762, 0.0],
            [0.00401, -0.00401, 1.0],
        ]),
    },
    Vision {
        name: "deutan (1999)",
        simulation: Simulation::Plain([
            [0.29275, 0.70725, 0.0],
            [0.29275, 0.70725, 0.0],
            [-0.02234, 0.02234, 1.0],
        ]),
    },
];

/// Colours as far apart as this in CIEDE2000 are told apart: no two parties with seats in the elections
/// that ship are nearer.
pub const APART: f64 = 11.5;

impl Vision {
    fn apply(self, light: [f64; 3]) -> [f64; 3] {
        let product = |row: [f64; 3]| row[0] * light[0] + row[1] * light[1] + row[2] * light[2];
        let matrix = match self.simulation {
            Simulation::Plain(matrix) => matrix,
            Simulation::Halves {
                axis,
                positive,
                negative,
            } => {
                if product(axis) >= 0.0 {
                    positive
                } else {
                    negative
                }
            }
        };
        matrix.map(product)
    }
}

impl Colour {
    /// Reads `#rrggbb`, in either case; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self([channel(0)?, channel(2)?, channel(4)?]))
    }

    /// Linear light per channel, 0.0 to 1.0.
    fn linear(self) -> [f64; 3] {
        self.0.map(|channel| {
            let v = f64::from(channel) / 255.0;
            if v <= 0.04045 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    /// The colour as these eyes see it. Light outside the sRGB gamut is clipped, as a screen would.
    pub fn seen(self, vision: Vision) -> Lab {
        let light = vision.apply(self.linear());
        Lab::from_linear(light.map(|channel| channel.clamp(0.0, 1.0)))
    }

    /// CIEDE2000 between two colours as these eyes see them.
    pub fn distance(self, other: Self, vision: Vision) -> f64 {
        self.seen(vision).distance(other.seen(vision))
    }

    /// Whether some eyes take two colours for one.
    pub fn is_near(self, other: Self) -> bool {
        VISIONS
            .iter()
            .any(|vision| self.distance(other, *vision) < APART)
    }

    /// Contrast ratio of WCAG 2, from 1.0 to 21.0.
    pub fn contrast(self, other: Self) -> f64 {
        let luminance = |colour: Self| {
            let [r, g, b] = colour.linear();
            0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
        };
        let (one, two) = (luminance(self), luminance(other));
        one.max(two) / one.min(two)
    }
}

impl Lab {
    fn from_linear([r, g, b]: [f64; 3]) -> Self {
        let curve = |t: f64| {
            if t > 216.0 / 24389.0 {
                t.cbrt()
            } else {
                (24389.0 / 27.0 * t + 16.0) / 116.0
            }
        };
        let x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
        let y = curve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        let z = curve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
        Self {
            l: 116.0 * y - 16.0,
            a: 500.0 * (x - y),
            b: 200.0 * (y - z),
        }
    }

    /// Distance from the grey of the same lightness.
    pub fn chroma(self) -> f64 {
        self.a.hypot(self.b)
    }

    /// CIEDE2000 with all three weights 1 (Sharma, Wu and Dalal 2005).
    pub fn distance(self, other: Self) -> f64 {
        let pow7 = |c: f64| (c.powi(7) / (c.powi(7) + 25f64.powi(7))).sqrt();
        let stretch = 1.5 - 0.5 * pow7(f64::midpoint(self.chroma(), other.chroma()));
        let polar = |lab: Self| {
            let a = stretch * lab.a;
            let hue = lab.b.atan2(a).to_degrees().rem_euclid(360.0);
            (a.hypot(lab.b), hue)
        };
        let ((c1, h1), (c2, h2)) = (polar(self), polar(other));
        // A grey has no hue: every hue difference with it is nought.
        let grey = c1 == 0.0 || c2 == 0.0;
        let turn = match h2 - h1 {
            _ if grey => 0.0,
            d if d > 180.0 => d - 360.0,
            d if d < -180.0 => d + 360.0,
            d => d,
        };
        let mean_hue = match h1 + h2 {
            sum if grey => sum,
            sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
            sum if sum < 360.0 => (sum + 360.0) / 2.0,
            sum => (sum - 360.0) / 2.0,
        };
        let mean_c = f64::midpoint(c1, c2);
        let mean_l = f64::midpoint(self.l, other.l);
        let cosine = |degrees: f64| degrees.to_radians().cos();
        let t = 1.0 - 0.17 * cosine(mean_hue - 30.0)
            + 0.24 * cosine(2.0 * mean_hue)
            + 0.32 * cosine(3.0 * mean_hue + 6.0)
            - 0.20 * cosine(4.0 * mean_hue - 63.0);
        let off = (mean_l - 50.0).powi(2);
        let s_l = 1.0 + 0.015 * off / (20.0 + off).sqrt();
        let s_c = 1.0 + 0.045 * mean_c;
        let s_h = 1.0 + 0.015 * mean_c * t;
        let twist = 60.0 * (-((mean_hue - 275.0) / 25.0).powi(2)).exp();
        let rotation = -twist.to_radians().sin() * 2.0 * pow7(mean_c);
        let dl = (other.l - self.l) / s_l;
        let dc = (c2 - c1) / s_c;
        let dh = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin() / s_h;
        (dl * dl + dc * dc + dh * dh + rotation * dc * dh).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worked pairs of Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula" (2005), table 1.
    const PUBLISHED: [([f64; 3], [f64; 3], f64); 34] = [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 3.1571, -77.2803], [50.0, 0.0, -82.7485], 2.8615),
        ([50.0, 2.8361, -74.0200], [50.0, 0.0, -82.7485], 3.4412),
        ([50.0, -1.3802, -84.2814], [50.0, 0.0, -82.7485], 1.0000),
        ([50.0, -1.1848, -84.8006], [50.0, 0.0, -82.7485], 1.0000),
        ([50.0, -0.9009, -85.5211], [50.0, 0.0, -82.7485], 1.0000),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, -1.0, 2.0], [50.0, 0.0, 0.0], 2.3669),
        ([50.0, 2.4900, -0.0010], [50.0, -2.4900, 0.0009], 7.1792),
        ([50.0, 2.4900, -0.0010], [50.0, -2.4900, 0.0010], 7.1792),
        ([50.0, 2.4900, -0.0010], [50.0, -2.4900, 0.0011], 7.2195),
        ([50.0, 2.4900, -0.0010], [50.0, -2.4900, 0.0012], 7.2195),
        ([50.0, -0.0010, 2.4900], [50.0, 0.0009, -2.4900], 4.8045),
        ([50.0, -0.0010, 2.4900], [50.0, 0.0010, -2.4900], 4.8045),
        ([50.0, -0.0010, 2.4900], [50.0, 0.0011, -2.4900], 4.7461),
        ([50.0, 2.5, 0.0], [50.0, 0.0, -2.5], 4.3065),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([50.0, 2.5, 0.0], [61.0, -5.0, 29.0], 22.8977),
        ([50.0, 2.5, 0.0], [56.0, -27.0, -3.0], 31.9030),
        ([50.0, 2.5, 0.0], [58.0, 24.0, 15.0], 19.4535),
        ([50.0, 2.5, 0.0], [50.0, 3.1736, 0.5854], 1.0000),
        ([50.0, 2.5, 0.0], [50.0, 3.2972, 0.0], 1.0000),
        ([50.0, 2.5, 0.0], [50.0, 1.8634, 0.5757], 1.0000),
        ([50.0, 2.5, 0.0], [50.0, 3.2592, 0.3350], 1.0000),
        (
            [60.2574, -34.0099, 36.2677],
            [60.4626, -34.1751, 39.4387],
            1.2644,
        ),
        (
            [63.0109, -31.0961, -5.8663],
            [62.8187, -29.7946, -4.0864],
            1.2630,
        ),
        (
            [61.2901, 3.7196, -5.3901],
            [61.4292, 2.2480, -4.9620],
            1.8731,
        ),
        (
            [35.0831, -44.1164, 3.7933],
            [35.0232, -40.0716, 1.5901],
            1.8645,
        ),
        (
            [22.7233, 20.0904, -46.6940],
            [23.0331, 14.9730, -42.5619],
            2.0373,
        ),
        (
            [36.4612, 47.8580, 18.3852],
            [36.2715, 50.5065, 21.2231],
            1.4146,
        ),
        (
            [90.8027, -2.0831, 1.4410],
            [91.1528, -1.6435, 0.0447],
            1.4441,
        ),
        (
            [90.9257, -0.5406, -0.9208],
            [88.6381, -0.8985, -0.7239],
            1.5381,
        ),
        (
            [6.7747, -0.2908, -2.4247],
            [5.8714, -0.0985, -2.2286],
            0.6377,
        ),
        (
            [2.0776, 0.0795, -1.1350],
            [0.9033, -0.0636, -0.5514],
            0.9082,
        ),
    ];

    #[test]
    fn distance_agrees_with_the_published_pairs() {
        let lab = |[l, a, b]: [f64; 3]| Lab { l, a, b };
        for (one, two, expected) in PUBLISHED {
            for (from, to) in [(one, two), (two, one)] {
                let found = lab(from).distance(lab(to));
                assert!(
                    (found - expected).abs() < 5e-5,
                    "{from:?} to {to:?}: {found}, published {expected}"
                );
            }
        }
    }

    #[test]
    fn known_colours_have_their_known_lab() {
        for (text, l, a, b) in [
            ("#ffffff", 100.0, 0.0, 0.0),
            ("#000000", 0.0, 0.0, 0.0),
            ("#ff0000", 53.24, 80.09, 67.20),
            ("#808080", 53.59, 0.0, 0.0),
        ] {
            let lab = Colour::parse(text).unwrap().seen(TRICHROMAT);
            for (found, expected) in [(lab.l, l), (lab.a, a), (lab.b, b)] {
                assert!((found - expected).abs() < 0.02, "{text}: {lab:?}");
            }
        }
    }

    #[test]
    fn simulated_eyes_leave_greys_alone_and_bring_their_confusions_together() {
        let colour = |text| Colour::parse(text).unwrap();
        let (red, green) = (colour("#a05000"), colour("#607000"));
        let (blue, teal) = (colour("#2060a0"), colour("#206f6f"));
        for vision in VISIONS {
            let grey = colour("#808080").seen(vision);
            assert!(grey.chroma() < 1.0, "{}: {grey:?}", vision.name);
            for (kind, one, two) in [("deutan", red, green), ("tritan", blue, teal)] {
                let ratio = one.distance(two, vision) / one.distance(two, TRICHROMAT);
                if vision.name.starts_with(kind) {
                    assert!(ratio < 0.5, "{}: {ratio}", vision.name);
                }
            }
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let colour = |text| Colour::parse(text).unwrap();
        assert!((colour("#ffffff").contrast(colour("#000000")) - 21.0).abs() < 1e-9);
        assert!((colour("#777777").contrast(colour("#ffffff")) - 4.48).abs() < 0.01);
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for text in ["", "#fff", "ff0000", "#ff00gg", "#ff00000", "#é0000", "red"] {
            assert!(Colour::parse(text).is_none(), "{text}");
        }
    }
}
