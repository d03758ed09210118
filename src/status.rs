//! The state a constituency is in, and for whom it counts.

/// What is known of one constituency (RULES, "Who counts where").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(u8)]
pub enum Status {
    /// Won, as declared by the returning officer.
    #[default]
    Declared = 0,
    /// Counting goes on; somebody leads.
    Leading = 1,
    /// Elected without a vote.
    Unopposed = 2,
    /// Equal votes, decided by lot.
    Lot = 3,
    /// Set aside by a court, the order stayed: the holder still sits.
    Stayed = 4,
    /// Nothing known yet.
    Awaited = 5,
    /// Equal votes and no lot drawn: counted for nobody.
    Tied = 6,
    /// Poll adjourned (death of a candidate).
    Adjourned = 7,
    /// Poll countermanded.
    Countermanded = 8,
    /// Election set aside by a court.
    SetAside = 9,
    /// No member: resigned, died, disqualified.
    Vacant = 10,
}

/// Every status with the word the data file uses, in the order of the codes.
pub const STATUSES: [(Status, &str); 11] = [
    (Status::Declared, "declared"),
    (Status::Leading, "leading"),
    (Status::Unopposed, "unopposed"),
    (Status::Lot, "lot"),
    (Status::Stayed, "stayed"),
    (Status::Awaited, "awaited"),
    (Status::Tied, "tied"),
    (Status::Adjourned, "adjourned"),
    (Status::Countermanded, "countermanded"),
    (Status::SetAside, "set-aside"),
    (Status::Vacant, "vacant"),
];

impl Status {
    /// The status the data file calls so.
    pub fn from_word(word: &str) -> Option<Status> {
        STATUSES
            .iter()
            .find(|(_, name)| *name == word)
            .map(|(status, _)| *status)
    }

    /// Whether somebody holds or leads the constituency.
    pub fn has_holder(self) -> bool {
        matches!(
            self,
            Status::Declared | Status::Leading | Status::Unopposed | Status::Lot | Status::Stayed
        )
    }

    /// Whether it has a member who was elected: not one who only leads.
    #[cfg(feature = "full")]
    pub fn is_declared(self) -> bool {
        self.has_holder() && self != Status::Leading
    }

    /// The word the data file uses.
    #[cfg(feature = "full")]
    pub fn word(self) -> &'static str {
        STATUSES[self as usize].1
    }

    /// Whether candidates may stand without votes: none were cast or counted, or only who holds or leads is known.
    pub fn may_lack_votes(self) -> bool {
        matches!(
            self,
            Status::Declared
                | Status::Leading
                | Status::Unopposed
                | Status::Awaited
                | Status::Adjourned
                | Status::Countermanded
                | Status::Vacant
        )
    }

    /// Whether a swing or pool can decide it: votes were counted and the seat is neither settled otherwise nor empty.
    pub fn follows_votes(self) -> bool {
        matches!(
            self,
            Status::Declared | Status::Leading | Status::Lot | Status::Stayed | Status::Tied
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_places_in_the_list() {
        for (code, (status, word)) in STATUSES.iter().enumerate() {
            assert_eq!(*status as usize, code);
            assert_eq!(Status::from_word(word), Some(*status));
        }
    }
}
