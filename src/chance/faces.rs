//! Who may hold each constituency, and how likely: its *faces*, one for each holder at some step.

use super::normal::Normal;
use crate::election::Election;
use crate::election::member::Member;
use crate::sweep::holders::Holders;
use std::ops::Range;

/// A holder that a constituency has at some step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Face {
    /// Index of the constituency.
    pub seat: usize,
    /// Index of the candidate; none where nobody holds it.
    pub holder: Option<u32>,
    /// Whom the holder sits as.
    pub member: Option<Member>,
}

/// The faces of all constituencies.
#[derive(Debug, Clone)]
pub struct Faces {
    /// Constituency after constituency.
    pub list: Vec<Face>,
    /// Where those of each constituency end.
    ends: Vec<usize>,
    /// From which step on each constituency has which face, rising; the first from [`i32::MIN`].
    turns: Vec<(i32, usize)>,
}

impl Faces {
    /// The faces along a swing.
    pub fn of(election: &Election, holders: &Holders) -> Faces {
        let mut faces = Faces {
            list: Vec::new(),
            ends: Vec::with_capacity(holders.along.len()),
            turns: Vec::new(),
        };
        for (seat, line) in holders.along.iter().enumerate() {
            let first = faces.list.len();
            for &(step, holder) in line {
                let own = faces.list[first..].iter();
                let known = own.clone().position(|face| face.holder == holder);
                let face = first + known.unwrap_or(own.len());
                if known.is_none() {
                    let member = holder.map(|holder| Member::of(election, holder, seat));
                    let face = Face {
                        seat,
                        holder,
                        member,
                    };
                    faces.list.push(face);
                }
                faces.turns.push((step, face));
            }
            faces.ends.push(faces.list.len());
        }
        faces
    }

    /// How many constituencies there are.
    pub fn seats(&self) -> usize {
        self.ends.len()
    }

    /// Places in the list of a constituency's faces, at least one.
    pub fn of_seat(&self, seat: usize) -> Range<usize> {
        let first = seat.checked_sub(1).map_or(0, |before| self.ends[before]);
        first..self.ends[seat]
    }

    /// The steps at which constituencies change hands, rising.
    pub fn steps(&self) -> Vec<i32> {
        let steps = self.turns.iter().map(|turn| turn.0);
        let mut steps: Vec<i32> = steps.filter(|&step| step != i32::MIN).collect();
        steps.sort_unstable();
        steps
    }

    /// The chance of each face where the swing is drawn around `middle`; those of a constituency
    /// add up to 1.
    pub fn chances(&self, scatter: &Normal, middle: i32, chances: &mut Vec<f64>) {
        chances.clear();
        chances.resize(self.list.len(), 0.0);
        let mut later = 0.0;
        for &(step, face) in self.turns.iter().rev() {
            let from = scatter.reaches(middle, step);
            chances[face] += from - later;
            later = if step == i32::MIN { 0.0 } else { from };
        }
    }
}
