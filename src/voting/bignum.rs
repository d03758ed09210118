//! Whole numbers too large for a machine word: counts of orders, up to 120! and a small multiple of it.

use std::cmp::Ordering;

/// Room for 120! (661 bits) and a small multiple of it.
const LIMBS: usize = 22;

/// A whole number from 0 to 2^704 - 1.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Natural {
    /// Base 2^32, least significant first; zero from `used` on.
    limbs: [u32; LIMBS],
    used: usize,
}

impl Natural {
    /// 0.
    pub const ZERO: Self = Self {
        limbs: [0; LIMBS],
        used: 0,
    };

    /// `value` itself.
    #[must_use]
    pub fn new(value: u128) -> Self {
        let mut natural = Self::ZERO;
        let mut rest = value;
        while rest > 0 {
            natural.limbs[natural.used] = rest as u32;
            natural.used += 1;
            rest >>= 32;
        }
        natural
    }

    /// `n`!, for `n` up to 130.
    #[must_use]
    pub fn factorial(n: u32) -> Self {
        let mut natural = Self::new(1);
        for factor in 2..=n {
            natural.multiply(factor);
        }
        natural
    }

    /// Whether this is 0.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.used == 0
    }

    /// Multiplies by `factor`. A product of 2^704 or more is not kept whole.
    pub fn multiply(&mut self, factor: u32) {
        let mut carry = 0;
        for limb in &mut self.limbs[..self.used] {
            let product = u64::from(*limb).wrapping_mul(u64::from(factor)) + carry;
            *limb = product as u32;
            carry = product >> 32;
        }
        if carry > 0 && self.used < LIMBS {
            self.limbs[self.used] = carry as u32;
            self.used += 1;
        }
        self.trim();
    }

    /// Divides by `divisor`, which is not 0, and answers the remainder.
    pub fn divide(&mut self, divisor: u32) -> u32 {
        let mut rest = 0;
        for limb in self.limbs[..self.used].iter_mut().rev() {
            let part = rest << 32 | u64::from(*limb);
            *limb = (part / u64::from(divisor)) as u32;
            rest = part % u64::from(divisor);
        }
        self.trim();
        rest as u32
    }

    /// Adds `factor` times `other`. A sum of 2^704 or more is not kept whole.
    pub fn add_product(&mut self, other: &Self, factor: u128) {
        let mut rest = factor;
        let mut shift = 0;
        while rest > 0 {
            self.add_shifted(other, rest as u32, shift);
            rest >>= 32;
            shift += 1;
        }
    }

    /// Adds `factor` times `other` times 2^(32 * `shift`).
    fn add_shifted(&mut self, other: &Self, factor: u32, shift: usize) {
        let mut carry = 0;
        for place in shift..LIMBS {
            let from = place - shift;
            if from >= other.used && carry == 0 {
                break;
            }
            let limb = u64::from(other.limbs.get(from).copied().unwrap_or(0));
            let product = limb.wrapping_mul(u64::from(factor));
            // At most (2^32 - 1)^2 + 2 (2^32 - 1) = 2^64 - 1.
            let sum = product + u64::from(self.limbs[place]) + carry;
            self.limbs[place] = sum as u32;
            carry = sum >> 32;
            self.used = self.used.max(place + 1);
        }
        self.trim();
    }

    /// This number in hundredths of a percent of `whole`, rounded half up; 0 of 0 is 0. It is at most `whole`, and `whole`
    /// below 2^688.
    #[must_use]
    pub fn share_of(&self, whole: &Self) -> u32 {
        share(self.part_of(whole), || (*self, *whole))
    }

    /// This number divided by `whole`, which is not less than it, to about fifteen digits; 0 of 0 is 0.
    #[must_use]
    pub fn part_of(&self, whole: &Self) -> f64 {
        if whole.is_zero() {
            return 0.0;
        }
        let top = whole.used;
        let leading = |number: &Self| {
            let mut value = 0.0;
            for limb in number.limbs[top.saturating_sub(4)..top].iter().rev() {
                value = value * 4_294_967_296.0 + f64::from(*limb);
            }
            value
        };
        leading(self) / leading(whole)
    }

    /// The number in decimal digits, without separators.
    #[must_use]
    pub fn to_decimal(&self) -> String {
        let mut digits = Vec::new();
        let mut rest = *self;
        while !rest.is_zero() {
            let mut part = rest.divide(1_000_000_000);
            for _ in 0..9 {
                digits.push(char::from(b'0' + (part % 10) as u8));
                part /= 10;
            }
        }
        while digits.last() == Some(&'0') {
            digits.pop();
        }
        if digits.is_empty() {
            digits.push('0');
        }
        digits.iter().rev().collect()
    }

    fn trim(&mut self) {
        while self.used > 0 && self.limbs[self.used - 1] == 0 {
            self.used -= 1;
        }
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let (one, two) = (&self.limbs[..self.used], &other.limbs[..other.used]);
        let length = self.used.cmp(&other.used);
        length.then_with(|| one.iter().rev().cmp(two.iter().rev()))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Debug for Natural {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.to_decimal())
    }
}

impl From<u128> for Natural {
    fn from(value: u128) -> Self {
        Self::new(value)
    }
}

/// `part` in hundredths of a percent of `whole`, rounded half up; 0 of 0 is 0. It is at most `whole`.
#[must_use]
pub fn share_of(part: u128, whole: u128) -> u32 {
    if whole == 0 {
        return 0;
    }
    share(part_of(part, whole), || {
        (Natural::new(part), Natural::new(whole))
    })
}

/// `part` divided by `whole`, to about fifteen digits; 0 of 0 is 0. It is at most `whole`.
#[must_use]
pub fn part_of(part: u128, whole: u128) -> f64 {
    // Most fit a word, from which a floating-point number is made much faster.
    match u64::try_from(whole) {
        Ok(0) => 0.0,
        Ok(whole) => part as u64 as f64 / whole as f64,
        Err(_) => part as f64 / whole as f64,
    }
}

/// A quotient in hundredths of a percent, rounded half up. The exact numbers decide only near a boundary between two
/// shares, where the quotient cannot.
fn share(quotient: f64, exact: impl FnOnce() -> (Natural, Natural)) -> u32 {
    let share = quotient * 10_000.0 + 0.5;
    let below = share as u32;
    let rest = share - f64::from(below);
    if rest > 1e-6 && rest < 1.0 - 1e-6 {
        return below;
    }
    let (mut scaled, whole) = exact();
    scaled.multiply(20_000);
    // The share is the greatest s with (2s - 1) whole <= 20,000 part: this one or a neighbour.
    let mut share = below + 1;
    while share > 0 {
        let mut bound = whole;
        bound.multiply(2 * share - 1);
        if bound <= scaled {
            break;
        }
        share -= 1;
    }
    share
}

/// `value` in decimal digits, without separators.
#[must_use]
pub fn decimal(value: u128) -> String {
    Natural::new(value).to_decimal()
}
