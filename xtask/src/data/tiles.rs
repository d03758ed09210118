//! The tile map: one tile of equal size for each constituency, in rows of which every other one is half a tile to the right,
//! so that a tile touches six others. Large rural seats do not drown small urban ones, and neighbours stay together.
//!
//! The tiles are dealt out by threshold accepting, a search that needs no exponential: with one generator of its own and
//! whole numbers only, it gives the same tiles on every machine.

use serde::Serialize;

/// Tiles in a row: a thumb needs 24 px, and a phone has about 328 of them.
const ACROSS: usize = 12;
const ROWS: usize = 12;
/// Exchanges tried.
const TRIED: i64 = 3_000_000;
/// Where the search starts: of the first two dozen starts the one that keeps most neighbours together.
const START: u64 = 9;
/// What a neighbour lost costs, in the units of a place's cost.
const NEIGHBOUR: i64 = 1000;
/// Side of a tile.
const SIDE: i64 = 256;
/// Farther than two tiles from its place on the map no tile may be.
const FAR: i64 = (2 * SIDE) * (2 * SIDE);

/// Tile positions as the data file has them.
#[derive(Clone, Serialize)]
pub struct Tiles {
    /// Width in half tiles.
    pub columns: usize,
    /// Rows.
    pub rows: usize,
    /// Two numbers for each constituency in the file's order: the first half column it covers and its row, both from 1.
    pub places: Vec<usize>,
}

/// Deals tiles to constituencies.
///
/// `centres` are their places on the map in 1/256 tile, `neighbours` the pairs to keep together. The state is set in the
/// middle of the grid.
pub fn deal(centres: &[(i64, i64)], neighbours: &[(usize, usize)]) -> Tiles {
    let mut search = Search::new(centres, neighbours);
    search.run();
    // Empty columns and rows at the edges are left out.
    let spots: Vec<(usize, usize)> = search
        .cell_of
        .iter()
        .map(|&cell| (2 * (cell % ACROSS) + cell / ACROSS % 2, cell / ACROSS))
        .collect();
    let left = spots.iter().map(|spot| spot.0).min().unwrap_or(0);
    let top = spots.iter().map(|spot| spot.1).min().unwrap_or(0);
    let right = spots.iter().map(|spot| spot.0).max().unwrap_or(0);
    let bottom = spots.iter().map(|spot| spot.1).max().unwrap_or(0);
    Tiles {
        columns: right - left + 2,
        rows: bottom - top + 1,
        places: spots
            .iter()
            .flat_map(|spot| [spot.0 - left + 1, spot.1 - top + 1])
            .collect(),
    }
}

struct Search {
    /// Cost of each constituency in each cell.
    cost: Vec<Vec<i64>>,
    neighbours: Vec<Vec<usize>>,
    beside: Vec<Vec<usize>>,
    touching: Vec<bool>,
    cell_of: Vec<usize>,
    who: Vec<Option<usize>>,
    random: Random,
}

impl Search {
    fn new(centres: &[(i64, i64)], pairs: &[(usize, usize)]) -> Self {
        let cells = ACROSS * ROWS;
        let centre = |cell: usize| {
            let (column, row) = ((cell % ACROSS) as i64, (cell / ACROSS) as i64);
            ((2 * column + row % 2 + 1) * SIDE / 2, row * SIDE + SIDE / 2)
        };
        let middle = |axis: fn(&(i64, i64)) -> i64| {
            let (least, most) = (
                centres.iter().map(axis).min(),
                centres.iter().map(axis).max(),
            );
            least.unwrap_or(0).midpoint(most.unwrap_or(0))
        };
        let shift = (
            (2 * ACROSS as i64 + 1) * SIDE / 4 - middle(|at| at.0),
            ROWS as i64 * SIDE / 2 - middle(|at| at.1),
        );
        let squared = |seat: usize, cell: usize| {
            let (x, y) = centre(cell);
            (x - centres[seat].0 - shift.0).pow(2) + (y - centres[seat].1 - shift.1).pow(2)
        };
        let price = |distance: i64| {
            let over = if distance > FAR {
                3 * NEIGHBOUR + (distance - FAR) / 200
            } else {
                0
            };
            distance / 1000 + over
        };
        let touch = |a: usize, b: usize| {
            let ((x, y), (u, v)) = (centre(a), centre(b));
            matches!(((x - u).abs(), (y - v).abs()), (SIDE, 0) | (128, SIDE))
        };
        let mut neighbours = vec![Vec::new(); centres.len()];
        for &(a, b) in pairs {
            neighbours[a].push(b);
            neighbours[b].push(a);
        }
        let mut search = Search {
            cost: (0..centres.len())
                .map(|seat| (0..cells).map(|cell| price(squared(seat, cell))).collect())
                .collect(),
            neighbours,
            beside: (0..cells)
                .map(|a| (0..cells).filter(|&b| touch(a, b)).collect())
                .collect(),
            touching: (0..cells * cells)
                .map(|at| touch(at / cells, at % cells))
                .collect(),
            cell_of: Vec::new(),
            who: vec![None; cells],
            random: Random::new(START),
        };
        // First each in the nearest cell that is free.
        for seat in 0..centres.len() {
            let free = (0..cells).filter(|&cell| search.who[cell].is_none());
            if let Some(cell) = free.min_by_key(|&cell| squared(seat, cell)) {
                search.cell_of.push(cell);
                search.who[cell] = Some(seat);
            }
        }
        search
    }

    /// What one constituency costs where it is.
    fn local(&self, seat: usize) -> i64 {
        let cell = self.cell_of[seat];
        let kept = self.neighbours[seat]
            .iter()
            .filter(|&&other| self.touching[cell * ACROSS * ROWS + self.cell_of[other]])
            .count();
        self.cost[seat][cell] - NEIGHBOUR * kept as i64
    }

    /// Exchanges the contents of two cells near one another, again and again; one that makes things worse is kept if it is
    /// not worse than a random share of a threshold that falls to nothing.
    fn run(&mut self) {
        for tried in 0..TRIED {
            let left = TRIED - tried;
            let threshold =
                5 * NEIGHBOUR / 2 * (left / 1000) * (left / 1000) / (TRIED / 1000).pow(2);
            let seat = self.random.below(self.cell_of.len());
            let old = self.cell_of[seat];
            let mut new = self.step(old);
            if self.random.below(2) == 1 {
                new = self.step(new);
            }
            if new == old {
                continue;
            }
            let other = self.who[new];
            let before = self.local(seat) + other.map_or(0, |other| self.local(other));
            self.put(seat, new, other, old);
            let after = self.local(seat) + other.map_or(0, |other| self.local(other));
            let allowed = if threshold > 0 {
                self.random.below(threshold as usize) as i64
            } else {
                0
            };
            if after - before > allowed {
                self.put(seat, old, other, new);
            }
        }
    }

    fn step(&mut self, cell: usize) -> usize {
        let at = self.random.below(self.beside[cell].len());
        self.beside[cell][at]
    }

    fn put(&mut self, seat: usize, cell: usize, other: Option<usize>, there: usize) {
        self.cell_of[seat] = cell;
        self.who[cell] = Some(seat);
        self.who[there] = other;
        if let Some(other) = other {
            self.cell_of[other] = there;
        }
    }
}

/// Marsaglia's xorshift with a multiplication at the end.
struct Random(u64);

impl Random {
    fn new(start: u64) -> Self {
        let mut random = Random(0x9e37_79b9_7f4a_7c15 ^ (start * 7919 + 1));
        for _ in 0..10 {
            random.below(1);
        }
        random
    }

    /// A number below `n`.
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16) as usize % n
    }
}
