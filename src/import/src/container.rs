//! What kind of file this is, by its first bytes and not by its name.

/// Kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    /// Separated text, pasted or from a file.
    Text,
    /// A table of HTML, also when it was saved as .xls.
    Html,
    /// JSON: our own, or a list of records.
    Json,
    /// Office Open XML workbook, or its binary form.
    Xlsx,
    /// Office Open XML workbook in binary parts.
    Xlsb,
    /// OpenDocument spreadsheet.
    Ods,
    /// Workbook of Excel 97 to 2003.
    Xls,
}

impl Container {
    /// The word for it in a reading.
    pub fn word(self) -> &'static str {
        match self {
            Container::Text => "text",
            Container::Html => "html",
            Container::Json => "json",
            Container::Xlsx => "xlsx",
            Container::Xlsb => "xlsb",
            Container::Ods => "ods",
            Container::Xls => "xls",
        }
    }
}

/// The kind of file, or the code of the problem that keeps it from being read.
pub fn kind(bytes: &[u8]) -> Result<Container, &'static str> {
    if bytes.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Err("empty-file");
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return if has_utf16(bytes, "EncryptedPackage") {
            Err("encrypted-file")
        } else if has_utf16(bytes, "Workbook") || has_utf16(bytes, "Book") {
            Ok(Container::Xls)
        } else {
            Err("unknown-kind")
        };
    }
    if bytes.starts_with(b"\x09\x08\x10\x00") || bytes.starts_with(b"\x09\x04\x06\x00") {
        return Err("old-xls");
    }
    if bytes.starts_with(b"PK") {
        let has = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        return if has(b"xl/workbook.bin") {
            Ok(Container::Xlsb)
        } else if has(b"xl/workbook.xml") || has(b"xl/worksheets/") {
            Ok(Container::Xlsx)
        } else if has(b"opendocument.spreadsheet") {
            Ok(Container::Ods)
        } else if has(b"[Content_Types].xml") || has(b"content.xml") || bytes.len() < 100 {
            Err("damaged-file")
        } else {
            Err("unknown-kind")
        };
    }
    const OTHERS: [&[u8]; 9] = [
        b"%PDF",
        b"\x89PNG",
        b"\xFF\xD8\xFF",
        b"GIF8",
        b"\x1F\x8B",
        b"7z\xBC\xAF",
        b"Rar!",
        b"RIFF",
        b"SQLite format 3",
    ];
    if OTHERS.iter().any(|magic| bytes.starts_with(magic)) {
        return Err("unknown-kind");
    }
    Ok(Container::Text)
}

/// What a text holds.
pub fn of_text(text: &str) -> Container {
    let start = text.trim_start();
    if start.starts_with('{') || start.starts_with('[') {
        return Container::Json;
    }
    let mut end = start.len().min(4_096);
    while !start.is_char_boundary(end) {
        end -= 1;
    }
    let head = start[..end].to_ascii_lowercase();
    if head.starts_with('<')
        && ["<table", "<html", "<!doctype", "<tr"]
            .iter()
            .any(|t| head.contains(t))
    {
        Container::Html
    } else {
        Container::Text
    }
}

fn has_utf16(bytes: &[u8], name: &str) -> bool {
    let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
