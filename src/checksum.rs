//! CRC-32 (ISO-HDLC, the one of zip and PNG): finds every changed character and every burst of up to 32 bits.

/// A running CRC-32.
#[derive(Debug, Clone, Copy)]
pub struct Crc32(u32);

impl Crc32 {
    /// Of nothing yet.
    pub fn new() -> Self {
        Crc32(!0)
    }

    /// Takes in bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 ^= u32::from(*byte);
            for _ in 0..8 {
                let low = self.0 & 1;
                self.0 = (self.0 >> 1) ^ (0xEDB8_8320 * low);
            }
        }
    }

    /// Takes in a number as four bytes, lowest first.
    pub fn number(&mut self, number: u32) {
        self.bytes(&number.to_le_bytes());
    }

    /// The checksum of all that was taken in.
    pub fn value(self) -> u32 {
        !self.0
    }
}

impl Default for Crc32 {
    fn default() -> Self {
        Self::new()
    }
}

/// The checksum of a text's bytes.
pub fn checksum(text: &str) -> u32 {
    let mut crc = Crc32::new();
    crc.bytes(text.as_bytes());
    crc.value()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_published_check_value() {
        // The check value of CRC-32/ISO-HDLC in every catalogue of CRCs.
        assert_eq!(super::checksum("123456789"), 0xCBF4_3926);
    }
}
