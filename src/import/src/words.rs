//! Words that files use, in any language, from the tables in `words/`.

use std::sync::LazyLock;

use crate::texts::Quick;

/// Rows of a table beside the code, without its header.
pub fn table(csv: &'static str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(csv.as_bytes());
    let rows = reader.records().flatten();
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

/// A label in one form: lower case, words apart by one space, no punctuation. "%" is a word.
pub fn normal(label: &str) -> String {
    let mut out = String::with_capacity(label.len());
    for c in label.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if c == '%' {
            out.push_str(" percent ");
        } else if !c.is_ascii() && (c.is_alphanumeric() || is_mark(c)) {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if out.contains("  ") || out.starts_with(' ') {
        return out.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    out.truncate(out.trim_end().len());
    out
}

/// Marks that belong to the letter before them and are no letters themselves (virama, nukta).
fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0x900..=0xDFF | 0xE31..=0xE4E | 0x1000..=0x109F)
        && !matches!(c, '।' | '॥' | '॰')
}

/// What a row is, if it is no candidate's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A sum of other rows.
    Total,
    /// None of the above.
    Nota,
    /// Votes that are not valid.
    Informal,
    /// Candidates lumped together, and write-ins.
    Others,
}

/// What a cell in a column of marks or results says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Elected.
    Won,
    /// Not elected.
    Lost,
    /// Elected without a vote.
    Unopposed,
    /// The result of the constituency is declared; who won is said elsewhere.
    Declared,
    /// Ahead while counting goes on.
    Leading,
    /// Behind while counting goes on.
    Trailing,
    /// Counting goes on.
    Counting,
    /// No figure yet.
    Awaited,
    /// Equal votes, nobody elected.
    Tied,
    /// Elected by lot.
    Lot,
    /// The poll is held later.
    Adjourned,
    /// The poll was called off.
    Countermanded,
    /// Nobody holds the seat.
    Vacant,
}

fn lists<T: Copy>(csv: &'static str, value: impl Fn(&str) -> Option<T>) -> Quick<String, T> {
    let mut words = Quick::default();
    for row in table(csv) {
        let (Some(value), Some(list)) = (value(&row[0]), row.get(1)) else {
            continue;
        };
        for word in list.split('|') {
            words.insert(normal(word), value);
        }
    }
    words
}

fn set(csv: &'static str) -> Vec<String> {
    table(csv)
        .into_iter()
        .flat_map(|row| row.into_iter().next())
        .collect()
}

static ROWS: LazyLock<Quick<String, RowKind>> = LazyLock::new(|| {
    lists(include_str!("../words/rows.csv"), |kind| match kind {
        "total" => Some(RowKind::Total),
        "nota" => Some(RowKind::Nota),
        "informal" => Some(RowKind::Informal),
        "others" => Some(RowKind::Others),
        _ => None,
    })
});

static MARKS: LazyLock<Quick<String, Mark>> = LazyLock::new(|| {
    lists(
        include_str!("../words/statuses.csv"),
        |meaning| match meaning {
            "won" => Some(Mark::Won),
            "lost" => Some(Mark::Lost),
            "unopposed" => Some(Mark::Unopposed),
            "declared" => Some(Mark::Declared),
            "leading" => Some(Mark::Leading),
            "trailing" => Some(Mark::Trailing),
            "counting" => Some(Mark::Counting),
            "awaited" => Some(Mark::Awaited),
            "tied" => Some(Mark::Tied),
            "lot" => Some(Mark::Lot),
            "adjourned" => Some(Mark::Adjourned),
            "countermanded" => Some(Mark::Countermanded),
            "vacant" => Some(Mark::Vacant),
            _ => None,
        },
    )
});

static INDEPENDENTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = set(include_str!("../words/independents.csv"));
    words.iter().map(|word| normal(word)).collect()
});

static BLANKS: LazyLock<Vec<String>> = LazyLock::new(|| set(include_str!("../words/blanks.csv")));

static TAILS: LazyLock<Vec<String>> = LazyLock::new(|| set(include_str!("../words/tails.csv")));

/// Whether a cell says that there is no figure.
pub fn no_figure(cell: &str) -> bool {
    cell.len() <= 6 && BLANKS.iter().any(|word| word.eq_ignore_ascii_case(cell))
}

/// The kind of row a cell names, if it is not a candidate's.
pub fn row_kind(cell: &str) -> Option<RowKind> {
    row_kind_of(cell, &normal(cell))
}

/// The same for a cell whose normal form is known.
pub fn row_kind_of(cell: &str, normal: &str) -> Option<RowKind> {
    if cell.len() > 120 {
        return None;
    }
    let words = normal
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start();
    ROWS.get(words).copied()
}

/// What a cell says about a result.
pub fn mark(cell: &str) -> Option<Mark> {
    mark_of(cell, &normal(cell))
}

/// The same for a cell whose normal form is known.
pub fn mark_of(cell: &str, normal: &str) -> Option<Mark> {
    match cell.trim() {
        "–" | "—" | "-" => Some(Mark::Vacant),
        "✓" | "✔" | "*" => Some(Mark::Won),
        cell if cell.len() > 120 => None,
        _ => MARKS
            .get(normal.strip_suffix(" 0").unwrap_or(normal))
            .copied(),
    }
}

/// Whether a party's label stands for candidates without one.
pub fn is_independent(label: &str) -> bool {
    let label = normal(label);
    INDEPENDENTS.contains(&label)
}

/// The party that backs an independent, from labels such as `PTI-IND` or `IND (PTI)`.
pub fn backed_by(label: &str) -> Option<&str> {
    let parts = label.split_once(['-', '(', '/'])?;
    let (a, b) = (parts.0.trim(), parts.1.trim().trim_end_matches(')'));
    match (is_independent(a), is_independent(b)) {
        (true, false) if !b.is_empty() => Some(b),
        (false, true) if !a.is_empty() => Some(a),
        _ => None,
    }
}

/// A cell without the text that pages of results hide behind it.
pub fn without_tail(cell: &str) -> &str {
    let mut cell = cell.trim();
    // To look for their first two letters is quicker, and nearly no cell has them.
    let begins = |two: &[u8]| TAILS.iter().any(|tail| tail.as_bytes().starts_with(two));
    if !cell.as_bytes().windows(2).any(begins) {
        return cell;
    }
    for tail in TAILS.iter() {
        if let Some(at) = cell.find(tail.as_str())
            && at > 0
        {
            cell = cell[..at].trim();
        }
    }
    cell
}
