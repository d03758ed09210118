//! Seating: the constituencies from left to right in the hemicycle.

use crate::election::NONE;
use crate::report::{AllianceRow, Report};
use crate::status::Status;

/// The constituencies (indexes in dataset order) from left to right.
///
/// Alliances and groupings of the reader's sit on the two sides in turn, the first row of the tally
/// at the far left, the second at the far right; parties and independents of no alliance sit
/// between them, and seats without a holder in the midst of those. Each group sits party by party
/// in the order of the data, its first party outermost; of a party first who won, then who leads;
/// then by the order of constituencies. The order of groups does not depend on their seats, so an
/// edit moves no block.
pub fn seating(report: &Report) -> Vec<usize> {
    let blocks = side_of(report);
    let columns = &report.constituencies;
    let key = |at: usize| {
        let (row, party) = (columns.alliance[at], i32::from(columns.party[at]));
        let leads = columns.status[at] == Status::Leading as u8;
        let (block, group) = if row == NONE {
            (Side::Empty, i32::from(columns.status[at]))
        } else {
            (blocks[row as usize], i32::from(row))
        };
        // From the right end inwards, all is the other way round.
        if block == Side::Right {
            (block, -group, -party, !leads)
        } else {
            (block, group, party, leads)
        }
    };
    let mut order: Vec<usize> = (0..columns.party.len()).collect();
    order.sort_by_key(|&at| key(at));
    order
}

/// Where a row of the tally sits, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The first alliance or grouping, the third, and so on.
    Left,
    /// Nobody: a seat without a holder.
    Empty,
    /// Who is of no alliance.
    Middle,
    /// The second alliance or grouping, the fourth, and so on.
    Right,
}

/// The side of each row of the tally.
pub fn side_of(report: &Report) -> Vec<Side> {
    let mut sides = 0;
    let side = |row: &AllianceRow| match row.kind {
        "alliance" | "grouping" => {
            sides += 1;
            if sides % 2 == 1 {
                Side::Left
            } else {
                Side::Right
            }
        }
        _ => Side::Middle,
    };
    report.alliances.iter().map(side).collect()
}
