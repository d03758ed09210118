//! Seats and majorities of all rows where every constituency scatters.

use super::binomial::{Counts, poisson_binomial};
use super::cases::{Case, Cases, State};
use super::faces::Faces;
use super::joint::by_state;
use super::normal::Normal;
use super::quadrature::Node;
use crate::election::NONE;
use crate::majority::{BaseKind, mark, wins_by};
use crate::outcome::row::Key;

/// What is counted by row.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// Chance of each number of members on the base, from 0 on.
    pub seats: Vec<Vec<f64>>,
    /// Chance of the mark.
    pub wins: Vec<f64>,
    /// Members of the base to expect; where nothing scatters, those there are.
    pub base: f64,
    /// Chance of each row in each constituency; the last is nobody's.
    pub shares: Vec<Vec<f64>>,
}

/// Everything a tally is made of, but for the swing.
#[derive(Debug, Clone)]
pub struct Counting {
    /// Who may hold what.
    pub faces: Faces,
    /// For whom they count.
    pub cases: Cases,
    /// For each case and row the faces that count for it in constituencies that no edit names.
    lanes: Vec<Vec<Vec<usize>>>,
}

impl Counting {
    /// Sorts the faces by row.
    pub fn new(faces: Faces, cases: Cases) -> Counting {
        let lanes = cases.list.iter().map(|case| {
            let mut lanes = vec![Vec::new(); cases.rows.len()];
            for (face, &row) in case.rows.iter().enumerate() {
                if row != NONE && case.votes[face] && !case.names(&faces, face) {
                    lanes[usize::from(row)].push(face);
                }
            }
            lanes
        });
        let lanes = lanes.collect();
        Counting {
            faces,
            cases,
            lanes,
        }
    }

    /// Counts at these nodes, each constituency scattering by itself.
    pub fn tally(&self, nodes: &[Node], scatter: &Normal) -> Tally {
        let rows = self.cases.rows.len();
        let mut tally = Tally {
            seats: vec![Vec::new(); rows],
            wins: vec![0.0; rows],
            base: 0.0,
            shares: vec![vec![0.0; rows + 1]; self.faces.seats()],
        };
        let mut chances = Vec::new();
        for node in nodes {
            self.faces.chances(scatter, node.middle, &mut chances);
            for (case, lanes) in self.cases.list.iter().zip(&self.lanes) {
                let named = case.named.iter().map(|&face| chances[face]);
                let weight = node.weight * named.product::<f64>();
                if weight > 0.0 {
                    self.add(&mut tally, case, lanes, &chances, weight);
                }
            }
        }
        if self.cases.base == BaseKind::Total {
            let mark = mark(self.faces.seats() as u32) as usize;
            for (wins, seats) in tally.wins.iter_mut().zip(&tally.seats) {
                *wins = seats.iter().skip(mark).sum();
            }
        }
        for (wins, key) in tally.wins.iter_mut().zip(&self.cases.rows) {
            // Each of those who sit alone has one seat.
            if *key == Key::Independents && self.faces.seats() > 1 {
                *wins = 0.0;
            }
        }
        tally
    }

    fn add(
        &self,
        tally: &mut Tally,
        case: &Case,
        lanes: &[Vec<usize>],
        chances: &[f64],
        weight: f64,
    ) {
        self.share(tally, case, chances, weight);
        for (row, lane) in lanes.iter().enumerate() {
            let mut put = |counts: &Counts, state: &State| {
                put(&mut tally.seats[row], counts, state.of(row), weight);
            };
            match &case.states[..] {
                [state] => put(&self.independent(lane, chances), state),
                states => {
                    let adds = |face| i32::from(case.counts(face, row));
                    let found = by_state(&self.faces, case, chances, &adds);
                    found
                        .iter()
                        .zip(states)
                        .for_each(|(n, state)| put(n, state));
                }
            }
        }
        if self.cases.base == BaseKind::Total {
            tally.base += weight * self.faces.seats() as f64;
        } else {
            self.on_base(tally, case, chances, weight);
        }
    }

    /// Adds what the mark says where the base depends on who holds what.
    fn on_base(&self, tally: &mut Tally, case: &Case, chances: &[f64], weight: f64) {
        let on_base = |face: usize| {
            i32::from(match self.cases.base {
                BaseKind::Voting => case.votes[face],
                BaseKind::Total | BaseKind::Effective => case.rows[face] != NONE,
            })
        };
        for (row, wins) in tally.wins.iter_mut().enumerate() {
            let adds = |face| 2 * i32::from(case.counts(face, row)) - on_base(face);
            let leads = by_state(&self.faces, case, chances, &adds);
            for (counts, state) in leads.iter().zip(&case.states) {
                let first = counts.first + 2 * state.of(row) - state.base;
                let won = (first..).zip(&counts.chances);
                let won = won.filter(|(lead, _)| wins_by(*lead));
                *wins += weight * won.map(|(_, chance)| chance).sum::<f64>();
            }
        }
        let members = by_state(&self.faces, case, chances, &on_base);
        for (counts, state) in members.iter().zip(&case.states) {
            let numbers = (counts.first + state.base..).zip(&counts.chances);
            let sum: f64 = numbers.map(|(n, chance)| f64::from(n) * chance).sum();
            tally.base += weight * sum;
        }
    }

    /// Seats of a row where every constituency counts by itself.
    fn independent(&self, lane: &[usize], chances: &[f64]) -> Counts {
        let list = &self.faces.list;
        let seats = lane.chunk_by(|&a, &b| list[a].seat == list[b].seat);
        poisson_binomial(seats.map(|own| own.iter().map(|&face| chances[face]).sum()))
    }

    /// Adds to the chances of rows by constituency.
    fn share(&self, tally: &mut Tally, case: &Case, chances: &[f64], weight: f64) {
        for (face, own) in self.faces.list.iter().enumerate() {
            let chance = if !case.names(&self.faces, face) {
                chances[face]
            } else if case.named.contains(&face) {
                1.0
            } else {
                continue;
            };
            let shares = &mut tally.shares[own.seat];
            let row = usize::from(case.rows[face]).min(shares.len() - 1);
            shares[row] += weight * chance;
        }
    }
}

/// Adds a share of a distribution to chances by number.
fn put(chances: &mut Vec<f64>, counts: &Counts, shift: i32, weight: f64) {
    let first = (counts.first + shift).max(0) as usize;
    if chances.len() < first + counts.chances.len() {
        chances.resize(first + counts.chances.len(), 0.0);
    }
    for (own, chance) in chances[first..].iter_mut().zip(&counts.chances) {
        *own += weight * chance;
    }
}
