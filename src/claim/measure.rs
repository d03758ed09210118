//! What a printed number can speak of.

use serde::{Deserialize, Serialize};

/// The kind of claim a measure belongs to, as readers choose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// Seats, one by one and added up.
    Sum,
    /// The majority mark.
    Mark,
    /// Above the mark, short of it.
    Reach,
    /// Seats won of seats contested.
    Rate,
    /// A share of the vote.
    Share,
    /// Votes and margins.
    Margin,
    /// Two-thirds of a party's members.
    TwoThirds,
    /// Against an earlier election.
    Change,
    /// How many constituencies have a property.
    Count,
    /// Parties that had fought together.
    Pool,
    /// First, largest, since.
    Rank,
    /// One side against another in the same election.
    Versus,
}

macro_rules! measures {
    ($($(#[$doc:meta])* $name:ident $word:literal $kind:ident,)*) => {
        /// What a figure says. All but the last few have a number; those name who or where.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Measure {
            $($(#[$doc])* #[serde(rename = $word)] $name,)*
        }

        impl Measure {
            /// Every measure with its word.
            pub const ALL: &[(Measure, &str)] = &[$((Measure::$name, $word),)*];

            /// The kind of claim it makes.
            pub fn kind(self) -> Kind {
                match self {
                    $(Measure::$name => Kind::$kind,)*
                }
            }
        }
    };
}

measures! {
    /// Seats won and led.
    Seats "seats" Sum,
    /// Seats won, where "leading" stands beside it.
    Won "won" Sum,
    /// Seats led.
    Leading "leading" Sum,
    /// What the other figures of a list add up to.
    Total "total" Sum,
    /// Elected seats of the house.
    House "house" Mark,
    /// Members needed for a majority; `limit` is the base where one is named.
    Mark "mark" Mark,
    /// Seats above the mark.
    Above "above" Reach,
    /// Seats short of the mark.
    Short "short" Reach,
    /// Seats won of those contested.
    Wins "wins" Rate,
    /// Seats contested and not won.
    Lost "lost" Rate,
    /// Seats contested.
    Contested "contested" Rate,
    /// Seats won that the same party had won in the election before.
    Retained "retained" Rate,
    /// Seats won of seats contested, in percent.
    Strike "strike" Rate,
    /// Share of the vote in percent.
    Share "share" Share,
    /// Share of the seats in percent.
    SeatShare "seat-share" Share,
    /// Share of the valid votes in percent, NOTA left out.
    ValidShare "valid-share" Share,
    /// Votes.
    Votes "votes" Share,
    /// Votes between winner and runner-up, or between the winner and `who`.
    Margin "margin" Margin,
    /// The same in percent of the votes there.
    MarginShare "margin-share" Margin,
    /// Members who make two-thirds of a party's.
    Needed "needed" TwoThirds,
    /// Members of a party.
    Members "members" TwoThirds,
    /// Seats in the earlier election.
    SeatsThen "seats-then" Change,
    /// Seats more than then.
    Gain "gain" Change,
    /// Seats fewer than then.
    Loss "loss" Change,
    /// Share of the vote then, in percent.
    ShareThen "share-then" Change,
    /// Percentage points more than then.
    ShareGain "share-gain" Change,
    /// Percentage points fewer than then.
    ShareLoss "share-loss" Change,
    /// Constituencies of a place or category.
    Places "places" Count,
    /// Constituencies with a margin under `limit` votes.
    Close "close" Count,
    /// Constituencies with a margin under `limit` percent of valid votes.
    CloseShare "close-share" Count,
    /// Constituencies with a margin over `limit` votes.
    Wide "wide" Count,
    /// Constituencies where the votes of `who` exceed the margin.
    Exceeds "exceeds" Count,
    /// Ballot lines that lost the deposit.
    Deposits "deposits" Count,
    /// Seats had `who` fought together; `limit` percent of the votes follow.
    Pool "pool" Pool,
    /// Seats more than `against`.
    Ahead "ahead" Versus,
    /// Votes more than `against`.
    VotesAhead "votes-ahead" Versus,
    /// Percentage points of the vote more than `against`.
    ShareAhead "share-ahead" Versus,
    /// So many times the seats of `against`.
    Times "times" Versus,
    /// Who holds a constituency. No number.
    Holder "holder" Margin,
    /// Who stood in a constituency and lost. No number.
    Loser "loser" Margin,
    /// Who has a majority. No number.
    Majority "majority" Reach,
    /// More seats than `against`. No number.
    MoreSeats "more-seats" Versus,
    /// More votes than `against`. No number.
    MoreVotes "more-votes" Versus,
    /// The party or alliance with most seats. No number.
    Largest "largest" Rank,
    /// The party or alliance with most votes. No number.
    MostVotes "most-votes" Rank,
    /// The constituency with the smallest margin. No number.
    Closest "closest" Rank,
    /// The constituency with the largest margin. No number.
    Widest "widest" Rank,
    /// The most seats in the elections held here. No number.
    Best "best" Rank,
    /// The fewest seats in the elections held here. No number.
    Worst "worst" Rank,
}

impl Measure {
    /// The measure of that word.
    pub fn from_word(word: &str) -> Option<Measure> {
        let found = Self::ALL.iter().find(|(_, known)| *known == word);
        found.map(|(measure, _)| *measure)
    }

    /// Whether it names who or where instead of a number.
    pub fn is_numberless(self) -> bool {
        self >= Measure::Holder
    }

    /// Whether its number is a percentage.
    pub fn is_percent(self) -> bool {
        use Measure::*;
        matches!(
            self,
            Strike
                | Share
                | ValidShare
                | SeatShare
                | MarginShare
                | ShareThen
                | ShareGain
                | ShareLoss
                | ShareAhead
        )
    }

    /// Whether it counts constituencies of the house, which are never more than all of them.
    pub fn counts_seats(self) -> bool {
        use Measure::*;
        matches!(
            self,
            Seats
                | Won
                | Leading
                | Total
                | Wins
                | Retained
                | Above
                | Members
                | SeatsThen
                | Places
                | Close
                | CloseShare
                | Wide
                | Exceeds
                | Pool
                | Ahead
                | Mark
                | Needed
        )
    }

    /// Whether it can contradict itself without naming anybody: "34 of the 43 it contested".
    pub fn is_ratio(self) -> bool {
        matches!(self, Measure::Wins | Measure::Contested | Measure::Strike)
    }

    /// Whether it says nothing without naming somebody.
    pub fn needs_who(self) -> bool {
        use Measure::*;
        !matches!(
            self,
            Total
                | House
                | Mark
                | Margin
                | MarginShare
                | Places
                | Close
                | CloseShare
                | Wide
                | Closest
                | Widest
        )
    }
}
