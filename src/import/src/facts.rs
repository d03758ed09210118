//! What a cell's text says by itself: found once for each text of a table, however often it stands.

use crate::numbers::{self, Fault};
use crate::words::{self, Mark, RowKind};

/// What a text says.
#[derive(Debug, Clone, Copy)]
pub struct Fact {
    /// Whether nothing stands there.
    pub empty: bool,
    /// Whether it says that there is no figure.
    pub no_figure: bool,
    /// The number it is, where dots do not group.
    pub number: Result<u32, Fault>,
    /// Whether it is a share or percentage.
    pub share: bool,
    /// What it says about a result.
    pub mark: Option<Mark>,
    /// The kind of row it names.
    pub kind: Option<RowKind>,
    /// Whether text that pages hide behind a cell follows it.
    pub tailed: bool,
}

impl Fact {
    /// Reads a text.
    pub fn of(text: &str) -> Fact {
        let text = text.trim();
        let number = numbers::votes(text, false);
        let digits = number.is_ok() && text.len() > 1 && text.bytes().all(|b| b.is_ascii_digit());
        // Most texts are numbers, and no word says what a number of several digits does.
        let says = (!digits).then(|| words::normal(text));
        Fact {
            empty: text.is_empty(),
            no_figure: !digits && numbers::is_blank(text),
            number,
            share: !digits && numbers::is_share(text),
            mark: says.as_deref().and_then(|said| words::mark_of(text, said)),
            kind: says
                .as_deref()
                .and_then(|said| words::row_kind_of(text, said)),
            tailed: !digits && words::without_tail(text).len() < text.len(),
        }
    }
}
