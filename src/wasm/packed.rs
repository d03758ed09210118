//! Numbers on their way out, in the order in which they are read there.

/// Numbers of four bytes, columns of smaller ones among them.
pub struct Packed(Vec<u32>);

impl Packed {
    /// With room for so many numbers of four bytes.
    pub fn with_capacity(numbers: usize) -> Packed {
        Packed(Vec::with_capacity(numbers))
    }

    /// All of them.
    pub fn numbers(&self) -> &[u32] {
        &self.0
    }

    /// One number.
    pub fn push(&mut self, number: u32) {
        self.0.push(number);
    }

    /// The length of a list or column that follows.
    pub fn length(&mut self, length: usize) {
        self.0.push(length as u32);
    }

    /// A column of bytes.
    pub fn bytes(&mut self, column: &[u8]) {
        self.column::<_, 4>(column, u32::from);
    }

    /// A column of numbers of two bytes with a sign.
    pub fn steps(&mut self, column: &[i16]) {
        self.column::<_, 2>(column, |number| u32::from(number.cast_unsigned()));
    }

    /// A column of numbers of two bytes.
    pub fn words(&mut self, column: &[u16]) {
        self.column::<_, 2>(column, u32::from);
    }

    /// A column of numbers of four bytes, or of two where `narrow` says that none is larger.
    pub fn wholes(&mut self, column: &[u32], narrow: bool) {
        if narrow {
            return self.column::<_, 2>(column, |number| number & u32::from(u16::MAX));
        }
        self.length(column.len());
        self.0.extend_from_slice(column);
    }

    /// A column of numbers of four bytes with a sign.
    pub fn signed(&mut self, column: &[i32]) {
        self.length(column.len());
        self.0
            .extend(column.iter().map(|number| number.cast_unsigned()));
    }

    /// `N` to four bytes, the first in the lowest.
    fn column<T: Copy, const N: usize>(&mut self, column: &[T], bits: impl Fn(T) -> u32) {
        self.length(column.len());
        let together = |numbers: &[T]| {
            let above = |all, &number| all << (32 / N as u32) | bits(number);
            numbers.iter().rev().fold(0, above)
        };
        let (whole, rest) = column.as_chunks::<N>();
        self.0.extend(whole.iter().map(|numbers| together(numbers)));
        if !rest.is_empty() {
            self.0.push(together(rest));
        }
    }
}
