//! Numbers of seats where it also matters how many members of some parties there are.

use super::binomial::Counts;
use super::cases::Case;
use super::faces::Faces;

/// How a number is counted: what each face adds to it.
pub type Adds<'a> = &'a dyn Fn(usize) -> i32;

/// The distribution of a number over the constituencies that no edit names, for each state of a
/// case; without chances where a state cannot be. All together they sum to 1.
pub fn by_state(faces: &Faces, case: &Case, chances: &[f64], adds: Adds) -> Vec<Counts> {
    let none = || Counts {
        first: 0,
        chances: Vec::new(),
    };
    let mut now: Vec<Counts> = case.states.iter().map(|_| none()).collect();
    now[0].chances.push(1.0);
    let named = |seat: usize| case.named.iter().any(|&face| faces.list[face].seat == seat);
    for seat in (0..faces.seats()).filter(|&seat| !named(seat)) {
        let mut next: Vec<Counts> = case.states.iter().map(|_| none()).collect();
        for face in faces.of_seat(seat).filter(|&face| chances[face] > 0.0) {
            for (state, counts) in now.iter().enumerate() {
                let to = case.after(state, faces.list[face].member);
                next[to].add(counts, adds(face), chances[face]);
            }
        }
        now = next;
    }
    now
}

impl Counts {
    /// Adds a share of a distribution, its numbers raised by `shift`.
    fn add(&mut self, other: &Counts, shift: i32, share: f64) {
        if other.chances.is_empty() {
            return;
        }
        let first = other.first + shift;
        if self.chances.is_empty() {
            self.first = first;
        }
        let lower = (self.first - first).max(0) as usize;
        self.chances.splice(0..0, std::iter::repeat_n(0.0, lower));
        self.first -= lower as i32;
        let from = (first - self.first) as usize;
        let len = self.chances.len().max(from + other.chances.len());
        self.chances.resize(len, 0.0);
        for (own, chance) in self.chances[from..].iter_mut().zip(&other.chances) {
            *own += share * chance;
        }
    }
}
