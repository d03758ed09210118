//! Sums of the columns of a table with a column for each party, to check its rows of totals by.

use std::collections::HashMap;

use crate::sums;
use crate::work::Work;

/// Sums so far.
pub struct ColumnSums {
    columns: Vec<usize>,
    all: Vec<u64>,
    /// Since the last row of totals.
    since: Vec<u64>,
    /// Rows of totals, and the sums since the one before.
    totals: Vec<(usize, Vec<u64>)>,
    /// Sums of the rows that belong to an area, by its code.
    of_area: HashMap<String, Vec<u64>>,
    /// Rows of areas that others belong to, with their codes.
    areas: Vec<(usize, String)>,
    /// Whether a cell could not be read: then no sum is sure.
    unsure: bool,
}

impl ColumnSums {
    /// Nothing yet.
    pub fn of(columns: Vec<usize>, work: &Work) -> ColumnSums {
        let none = vec![0; columns.len()];
        ColumnSums {
            columns,
            all: none.clone(),
            since: none,
            totals: Vec::new(),
            of_area: HashMap::new(),
            areas: Vec::new(),
            unsure: work.dots,
        }
    }

    /// A row of a constituency in the area of a code.
    pub fn add(&mut self, work: &Work, row: usize, area: &str) {
        let votes = self.votes(work, row);
        self.add_to_area(area, &votes);
        for sums in [&mut self.all, &mut self.since] {
            sums.iter_mut().zip(&votes).for_each(|(sum, n)| *sum += n);
        }
    }

    /// A row of totals.
    pub fn total(&mut self, row: usize) {
        let since = self.since.iter_mut().map(std::mem::take).collect();
        self.totals.push((row, since));
    }

    /// A row of an area of that code, which lies in another.
    pub fn area(&mut self, work: &Work, row: usize, code: String, above: &str) {
        let votes = self.votes(work, row);
        self.add_to_area(above, &votes);
        self.areas.push((row, code));
    }

    fn votes(&mut self, work: &Work, row: usize) -> Vec<u64> {
        let mut votes = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            let fact = work.grid.fact(row, *column);
            self.unsure |= fact.number.is_err() && !fact.no_figure;
            votes.push(fact.number.map_or(0, u64::from));
        }
        votes
    }

    fn add_to_area(&mut self, code: &str, votes: &[u64]) {
        if code.is_empty() {
            return;
        }
        let none = || vec![0; votes.len()];
        let sums = self.of_area.entry(code.to_owned()).or_insert_with(none);
        sums.iter_mut().zip(votes).for_each(|(sum, n)| *sum += n);
    }

    /// Compares totals with the sums of the rows above them or of all rows, areas with the sums of
    /// what belongs to them. Answers whether all agree.
    pub fn check(&self, work: &mut Work) -> bool {
        if self.unsure {
            return true;
        }
        let mut agree = true;
        for (row, since) in &self.totals {
            agree &= self.check_row(work, *row, &[&self.all, since]);
        }
        for (row, code) in &self.areas {
            let Some(sums) = self.of_area.get(code) else {
                continue;
            };
            agree &= self.check_row(work, *row, &[sums]);
        }
        agree
    }

    fn check_row(&self, work: &mut Work, row: usize, sums: &[&Vec<u64>]) -> bool {
        for (i, column) in self.columns.iter().enumerate() {
            let Ok(total) = work.grid.fact(row, *column).number else {
                continue;
            };
            let total = u64::from(total);
            if !sums.iter().any(|sums| sums[i] == total) {
                sums::differs_from_all(work, row, *column, total, sums[0][i]);
                return false;
            }
        }
        true
    }
}
