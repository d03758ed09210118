//! Applies the edits after the vote (realign, cross, resign, absent, base) to hypothetical winners.
//! Cheapest path, key seats and sweeps call this once for each set of winners they try.

use crate::election::{Election, INDEPENDENT};
use crate::outcome::alliances::Groups;
use crate::outcome::house::House;
use crate::outcome::seats::Seats;
use crate::outcome::sides::Sides;
use crate::problem::Problems;
use crate::scenario::{BaseKind, Edit};

/// The edits of a scenario that group and seat members.
#[derive(Debug, Clone)]
pub struct PostElection {
    sides: Sides,
    edits: Vec<Edit>,
}

impl PostElection {
    /// Those among `edits`, which are in canonical order.
    pub fn of(election: &Election, edits: &[Edit]) -> PostElection {
        PostElection {
            sides: Sides::of(election, edits, &mut Problems::default()),
            edits: edits.to_vec(),
        }
    }

    /// The edits themselves.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Whether every seat counts for the party of its holder and nothing else: nobody crosses,
    /// resigns or is absent, the mark is on all elected seats, and no realignment names a single
    /// member.
    pub fn members_only(&self) -> bool {
        self.edits.iter().all(|edit| match edit {
            Edit::Cross(_) | Edit::Resign(_) | Edit::Absent(_) => false,
            Edit::House(house) => house.base == BaseKind::Total,
            Edit::Realign(realign) => {
                !member(&realign.party) && !realign.alliance.as_deref().is_some_and(member)
            }
            Edit::Pool(_) | Edit::Swing(_) | Edit::Award(_) | Edit::Stance(_) => true,
        })
    }

    /// Who is counted with whom as far as parties go; none where all sit as declared.
    ///
    /// # Errors
    /// All problems of the realignments.
    pub fn parties(&self, election: &Election) -> Result<Option<Groups>, Problems> {
        let realigned = |edit: &Edit| matches!(edit, Edit::Realign(_));
        if self.sides.are_apart() && !self.edits.iter().any(realigned) {
            return Ok(None);
        }
        let mut problems = Problems::default();
        let groups = Groups::of_parties(election, &self.sides, &self.edits, &mut problems);
        problems.or(Some(groups))
    }

    /// The house these holders make.
    pub fn house(&self, election: &Election, seats: &Seats) -> (Groups, House) {
        let (kept, problems) = (&mut Vec::new(), &mut Problems::default());
        let groups = Groups::of(election, seats, &self.sides, &self.edits, kept, problems);
        let house = House::of(election, seats, &groups, &self.edits, kept, problems);
        (groups, house)
    }
}

fn member(id: &str) -> bool {
    id.split_once('.')
        .is_some_and(|(label, _)| label == INDEPENDENT)
}
