//! Candidate and party in one cell: `Peter Penashue Conservative/Conservateur`. The party is the
//! ending that recurs.

use std::collections::HashMap;

use crate::roles::Role;
use crate::work::Work;

/// Endings of cells and how often each stands.
#[derive(Debug, Default)]
pub struct Endings {
    counts: HashMap<String, usize>,
}

fn words(cell: &str) -> Vec<&str> {
    cell.split_whitespace()
        .filter(|word| !word.chars().all(|c| c == '*'))
        .collect()
}

/// Counts the endings of all candidates' cells.
pub fn find(work: &mut Work) -> Endings {
    let mut counts = HashMap::new();
    let Some(column) = work.columns.at(Role::Candidate) else {
        return Endings { counts };
    };
    for row in work.rows() {
        let words = words(work.grid.cell(row, column));
        for start in 1..words.len() {
            if words.len() - start <= 8 {
                *counts.entry(words[start..].join(" ")).or_default() += 1;
            }
        }
    }
    let letter = crate::grid::letters(column);
    work.decisions
        .note("party-in-cell", vec![("letter", letter)]);
    Endings { counts }
}

impl Endings {
    /// Name and party: outwards from the last word while at least half of the cells that share
    /// the ending go along. `None` if the ending stands nowhere else.
    pub fn split(&self, cell: &str) -> Option<(String, String)> {
        let words = words(cell);
        let count = |start: usize| {
            self.counts
                .get(&words[start..].join(" "))
                .copied()
                .unwrap_or(0)
        };
        let mut start = words.len().checked_sub(1).filter(|start| *start > 0)?;
        if count(start) < 2 {
            return None;
        }
        while start > 1 && count(start - 1) > 1 && count(start - 1) * 2 >= count(start) {
            start -= 1;
        }
        Some((words[..start].join(" "), words[start..].join(" ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_that_recurs_is_the_party() {
        let cells = [
            "Peter Penashue Conservative/Conservateur",
            "Todd Russell ** Liberal/Libéral",
            "Ann Smith Conservative/Conservateur",
            "Bob Roy Liberal/Libéral",
            "Jim Green Green Party/Parti Vert",
            "Eve Brown Green Party/Parti Vert",
            "Sam One FPNP",
        ];
        let mut counts = HashMap::new();
        for cell in cells {
            let words = words(cell);
            for start in 1..words.len() {
                *counts.entry(words[start..].join(" ")).or_default() += 1;
            }
        }
        let endings = Endings { counts };
        let split = |cell: &str| endings.split(cell).map(|(_, party)| party);
        assert_eq!(split(cells[1]).as_deref(), Some("Liberal/Libéral"));
        assert_eq!(split(cells[4]).as_deref(), Some("Green Party/Parti Vert"));
        assert_eq!(split(cells[6]), None);
    }
}
