//! Who holds a constituency, checked against its votes: for data files and for feeds of a count.

use super::Candidate;
use crate::status::Status;

/// What is said of the holder of a constituency.
pub struct Holding {
    /// Its status.
    pub status: Status,
    /// Serial of who holds or leads.
    pub winner: Option<u32>,
    /// Whether votes are known.
    pub voted: bool,
    /// Whether a reason is recorded why the holder has not the most votes.
    pub reason: bool,
    /// Lead of the holder as published.
    pub margin: Option<u32>,
}

impl Holding {
    /// Hands every fault to `add`: the field, the code and a sentence.
    pub fn check(
        &self,
        lines: &[Candidate],
        mut add: impl FnMut(&'static str, &'static str, &str),
    ) {
        let status = self.status;
        if self.margin.is_some() && (self.voted || !status.has_holder()) {
            let message =
                "a margin is given only where somebody holds or leads and the votes are not known";
            add("margin", "margin-not-expected", message);
        }
        if lines.is_empty() && status.has_holder() {
            let message = "nobody stands here: expected at least the candidate who holds or leads";
            return add("candidates", "empty-list", message);
        }
        let most = lines.iter().map(|line| line.votes).max().unwrap_or(0);
        let level = lines.iter().filter(|line| line.votes == most).count();
        if status == Status::Tied && (level < 2 || !self.voted) {
            let message = "tied, but one candidate has most votes";
            add("status", "tie-without-equal-votes", message);
        }
        let Some(serial) = self.winner else {
            if status.has_holder() {
                let message = "missing: this status needs the serial of who holds or leads";
                add("winner", "missing", message);
            }
            return;
        };
        if !status.has_holder() {
            let message = "nobody holds a constituency of this status";
            return add("winner", "winner-not-expected", message);
        }
        let mut holders = lines.iter();
        let Some(holder) = holders.find(|line| u32::from(line.serial) == serial) else {
            let message = format!("no candidate here has the serial {serial}");
            return add("winner", "unknown-winner", &message);
        };
        if status == Status::Unopposed {
            if lines.len() != 1 {
                let message = "elected unopposed, but others stand here";
                add("candidates", "unopposed-with-rivals", message);
            }
        } else if !self.voted {
            // Nothing to check it against.
        } else if holder.votes < most && !self.reason {
            let message =
                "another candidate has more votes: correct one of the two, or record the reason";
            add("winner", "winner-has-fewer-votes", message);
        } else if status == Status::Lot && level < 2 {
            let message = "decided by lot, but the votes are not equal";
            add("status", "lot-without-tie", message);
        } else if status == Status::Leading && level > 1 {
            let message =
                "the most votes are equal, so nobody leads: record the status \"awaited\"";
            add("winner", "level-is-no-lead", message);
        } else if status == Status::Declared && level > 1 && holder.votes == most && !self.reason {
            let message = "equal votes elect nobody: record the status \"lot\" or \"tied\"";
            add("winner", "tie-without-lot", message);
        }
    }
}
