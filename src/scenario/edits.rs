//! The kinds of edit. A new kind is a file in this folder and a line in the list at the end of this one.
//!
//! The compiler then asks what it does to a house: in `outcome/house/movements.rs`, for an edit after the vote, and in
//! `outcome/post_election.rs`. NOTATION.md describes its clause, and `tests/golden/links.txt` keeps a link that has one.

mod absent;
mod award;
mod cross;
mod house;
mod pool;
mod realign;
mod resign;
mod stance;
mod swing;

pub use absent::Absent;
pub use award::{Award, Chosen};
pub use cross::Cross;
pub use house::MarkEdit;
pub use pool::{Pool, PoolRule};
pub use realign::Realign;
pub use resign::Resign;
pub use stance::Stance;
pub use swing::{Model, Swing, SwingRule};

use super::notation::{Fields, Unreadable, Writer};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// What an edit changes first; everything after it follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// Votes.
    Votes,
    /// Who holds a constituency.
    Seats,
    /// With whom members sit and how they vote.
    Partners,
}

/// What every kind of edit says of itself. Its fields and their bounds are in its derived `Serialize` and `Deserialize`.
trait Kind: Sized {
    /// What it changes.
    const LAYER: Layer;
    /// The verbs its clauses begin with.
    const VERBS: &'static [&'static str];

    /// Puts lists in order, and says in one way what can be said in several.
    fn tidy(&mut self) {}

    /// Whether it changes nothing in any election.
    fn says_nothing(&self) -> bool {
        false
    }

    /// The order of edits of this kind in a canonical scenario; equal ones stay as they are listed.
    fn compare(&self, other: &Self) -> Ordering;

    /// Whether it takes the place of an earlier edit, being about the same thing.
    fn replaces(&self, earlier: &Self) -> bool {
        self.compare(earlier).is_eq()
    }

    /// The edits of a clause.
    fn parse(verb: &str, fields: Fields) -> Result<Vec<Self>, Unreadable>;

    /// Writes its clause, or goes on with one before it.
    fn write(&self, out: &mut Writer);
}

macro_rules! kinds {
    ($($(#[$when:meta])? $Name:ident($Type:ident),)*) => {
        /// One hypothetical change.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub enum Edit {
            $(
                #[doc = concat!("See [`", stringify!($Type), "`].")]
                $(#[$when])?
                $Name($Type),
            )*
        }

        enum Place {
            $($(#[$when])? $Name,)*
        }

        impl Edit {
            fn place(&self) -> usize {
                match self {
                    $($(#[$when])? Edit::$Name(_) => Place::$Name as usize,)*
                }
            }

            /// What it changes.
            pub fn layer(&self) -> Layer {
                match self {
                    $($(#[$when])? Edit::$Name(_) => $Type::LAYER,)*
                }
            }

            pub(super) fn tidy(&mut self) {
                match self {
                    $($(#[$when])? Edit::$Name(edit) => edit.tidy(),)*
                }
            }

            pub(super) fn says_nothing(&self) -> bool {
                match self {
                    $($(#[$when])? Edit::$Name(edit) => edit.says_nothing(),)*
                }
            }

            /// The order of edits in a canonical scenario: by kind, then as each kind says.
            pub(super) fn compare(&self, other: &Edit) -> Ordering {
                match (self, other) {
                    $($(#[$when])? (Edit::$Name(a), Edit::$Name(b)) => a.compare(b),)*
                    _ => self.place().cmp(&other.place()),
                }
            }

            /// Whether it takes the place of an earlier edit, being about the same thing.
            pub(super) fn replaces(&self, earlier: &Edit) -> bool {
                match (self, earlier) {
                    $($(#[$when])? (Edit::$Name(a), Edit::$Name(b)) => a.replaces(b),)*
                    _ => false,
                }
            }

            pub(super) fn write(&self, out: &mut Writer) {
                match self {
                    $($(#[$when])? Edit::$Name(edit) => edit.write(out),)*
                }
            }

            /// The edits of a clause.
            pub(super) fn parse(verb: &str, fields: Fields) -> Result<Vec<Edit>, Unreadable> {
                $(
                    $(#[$when])?
                    if $Type::VERBS.contains(&verb) {
                        let edits = $Type::parse(verb, fields)?;
                        return Ok(edits.into_iter().map(Edit::$Name).collect());
                    }
                )*
                Err(Unreadable("no edit begins so"))
            }
        }

        $(
            impl $Type {
                /// The edit, if it is of this kind.
                pub fn of(edit: &Edit) -> Option<&$Type> {
                    match edit {
                        $(#[$when])?
                        Edit::$Name(edit) => Some(edit),
                        #[allow(unreachable_patterns)]
                        _ => None,
                    }
                }

                /// The edits of this kind, each with its index among `edits`.
                pub fn among(edits: &[Edit]) -> impl Iterator<Item = (usize, &$Type)> {
                    let edits = edits.iter().enumerate();
                    edits.filter_map(|(i, edit)| Some((i, $Type::of(edit)?)))
                }
            }

            $(#[$when])?
            impl From<$Type> for Edit {
                fn from(edit: $Type) -> Edit {
                    Edit::$Name(edit)
                }
            }
        )*
    };
}

// In the order of meaning, which is also the canonical one. The small build knows those without a condition.
kinds! {
    #[cfg(feature = "full")]
    Pool(Pool),
    #[cfg(feature = "full")]
    Swing(Swing),
    Award(Award),
    #[cfg(feature = "full")]
    Realign(Realign),
    Stance(Stance),
    #[cfg(feature = "full")]
    Cross(Cross),
    #[cfg(feature = "full")]
    Resign(Resign),
    #[cfg(feature = "full")]
    Absent(Absent),
    #[cfg(feature = "full")]
    House(MarkEdit),
}
