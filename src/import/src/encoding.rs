//! Bytes to text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Text and how it was written.
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// Its encoding, with "(mark)" after it where a byte order mark says so.
    pub name: String,
    /// Whether a mark or the bytes themselves prove the encoding.
    pub certain: bool,
    /// What a detector would take instead.
    pub other: Option<&'static str>,
    /// Whether bytes stood there that mean nothing in this encoding.
    pub damaged: bool,
}

/// Decodes: byte order mark, else strict UTF-8, else zero bytes for UTF-16, else Windows-1252.
/// `chosen` is the reader's own choice.
pub fn decode(bytes: &[u8], chosen: Option<&str>) -> Decoded {
    if let Some(encoding) = chosen.and_then(by_name) {
        return with(encoding, bytes, "", true);
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return with(encoding, bytes, " (mark)", true);
    }
    if let Some(encoding) = by_zeros(bytes) {
        return with(encoding, bytes, "", true);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded {
            text: text.to_owned(),
            name: name_of(UTF_8),
            certain: true,
            other: None,
            damaged: false,
        };
    }
    let mut detector = chardetng::EncodingDetector::new();
    detector.feed(bytes, true);
    let guess = detector.guess(None, false);
    let mut decoded = with(WINDOWS_1252, bytes, "", false);
    decoded.other = (guess != WINDOWS_1252).then(|| guess.name());
    decoded
}

fn by_name(name: &str) -> Option<&'static Encoding> {
    match name {
        "utf-16-le" => Some(UTF_16LE),
        "utf-16-be" => Some(UTF_16BE),
        _ => Encoding::for_label(name.as_bytes()),
    }
}

fn name_of(encoding: &'static Encoding) -> String {
    match encoding.name() {
        "UTF-16LE" => "utf-16-le".to_owned(),
        "UTF-16BE" => "utf-16-be".to_owned(),
        name => name.to_ascii_lowercase(),
    }
}

fn with(encoding: &'static Encoding, bytes: &[u8], mark: &str, certain: bool) -> Decoded {
    let (text, damaged) = encoding.decode_with_bom_removal(bytes);
    let text = text.into_owned();
    let name = name_of(encoding) + mark;
    Decoded {
        text,
        name,
        certain,
        other: None,
        damaged,
    }
}

/// UTF-16 without a mark: zeros in every other byte, nearly always on the same side.
fn by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4_096)];
    let zeros = |from: usize| {
        sample
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if odd > 4 * even && odd * 8 > sample.len() {
        Some(UTF_16LE)
    } else if even > 4 * odd && even * 8 > sample.len() {
        Some(UTF_16BE)
    } else {
        None
    }
}
