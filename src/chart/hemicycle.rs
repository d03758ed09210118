//! Hemicycle: a house as half a circle of rows, one mark for each seat.

/// Width of the frame in units.
pub const WIDTH: i32 = 10_000;
/// The largest house that is drawn.
pub const MOST: usize = 1_000;
/// Up to so many seats stand in one row.
const ONE_ROW: usize = 6;
/// The radius of the innermost row as a share of the outermost, as near as it can be.
const HOLLOW: f64 = 0.42;
/// The radius of a mark as a share of the least distance between two.
const FULL: f64 = 0.44;

/// Places of the seats of a house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hemicycle {
    /// Height of the frame; its width is [`WIDTH`].
    pub height: i32,
    /// Radius of a mark: no two overlap, all lie inside the frame.
    pub radius: i32,
    /// Centre of the circle the rows are part of: the foot of the line that halves the house.
    pub foot: (i32, i32),
    /// Centres of the marks, right and down from the corner of the frame, from left to right as the
    /// eye goes around the half circle; of two at the same angle the outer one first.
    pub seats: Vec<[i32; 2]>,
}

/// The places of a house of that many seats; none for an empty house or one of more than [`MOST`].
///
/// Rows are one unit of length apart and start at both ends of the half circle. Within a row all
/// distances are equal, and the seats are dealt to the rows so that the least distance along any
/// row is as large as it can be, and at least that between rows. Centres are rounded to whole
/// units, half away from zero.
pub fn hemicycle(seats: usize) -> Option<Hemicycle> {
    if seats == 0 || seats > MOST {
        return None;
    }
    let (inner, rows) = shape(seats);
    let counts = deal(seats, inner, rows);
    let unit = f64::from(WIDTH) / 2.0 / (inner + (rows - 1) as f64 + 0.5);
    let middle = f64::from(WIDTH) / 2.0;
    let foot = unit * (inner + rows as f64);
    let ground = foot - unit / 2.0;
    let mut least = 1.0_f64;
    let mut around = Around::new(&counts);
    for (row, &count) in counts.iter().enumerate().rev() {
        let far = inner + row as f64;
        let radius = far * unit;
        // A lone seat stands in the middle.
        let (mut cosine, mut sine) = (0.0, 1.0);
        let (mut turn, mut rise) = (0.0, 0.0);
        if count > 1 {
            let (half, chord) = if count == 2 {
                (0.0, 1.0)
            } else {
                small(1.0 / (2 * (count - 1)) as f64)
            };
            least = least.min(2.0 * far * chord);
            (turn, rise) = (1.0 - 2.0 * chord * chord, 2.0 * chord * half);
            (cosine, sine) = (1.0, 0.0);
        }
        for share in shares(count) {
            let x = whole(middle - radius * cosine);
            around.put(share, x, whole(ground - radius * sine));
            (cosine, sine) = (cosine * turn - sine * rise, sine * turn + cosine * rise);
        }
    }
    Some(Hemicycle {
        height: whole(foot) - whole(unit / 2.0) + whole(unit * FULL) + 1,
        radius: (least * unit * FULL) as i32,
        foot: (WIDTH / 2, whole(ground)),
        seats: around.mirrored(seats),
    })
}

/// One way around the half circle, in the units of [`shares`].
const ROUND: u32 = 1 << 30;

/// How far around the seats of a row stand, from the left end to the middle: whole parts of
/// [`ROUND`], rounded down. Seats of equal shares stand at the same angle: in rows of up to
/// [`MOST`] seats different angles are further than one part apart.
fn shares(count: usize) -> impl Iterator<Item = u32> {
    let gaps = (count as u32).saturating_sub(1).max(1);
    let (step, rest) = (ROUND / gaps, ROUND % gaps);
    let mut share = if count == 1 { ROUND / 2 } else { 0 };
    let mut left = 0;
    (0..count.div_ceil(2)).map(move |_| {
        let now = share;
        share += step;
        left += rest;
        if left >= gaps {
            left -= gaps;
            share += 1;
        }
        now
    })
}

/// The left half of the marks, put down in the order of their shares, of equal shares in that of
/// their coming: each into the part of the list that its share falls into, where there are hardly
/// two.
struct Around {
    /// Bits of a share below those that tell the part.
    fine: u32,
    /// Where the next mark of each part goes.
    next: Vec<usize>,
    /// Each in one word, which sorts faster than three: its share in the upper half, then its
    /// place, 16 bits a number.
    marks: Vec<u64>,
}

impl Around {
    fn new(counts: &[usize]) -> Self {
        let marks: usize = counts.iter().map(|count| count.div_ceil(2)).sum();
        let parts = marks.next_power_of_two();
        let fine = (ROUND as usize / 2 / parts).trailing_zeros();
        let mut next = vec![0; parts + 2];
        for &count in counts {
            for share in shares(count) {
                next[(share >> fine) as usize + 1] += 1;
            }
        }
        let mut before = 0;
        for part in &mut next {
            before += *part;
            *part = before;
        }
        Self {
            fine,
            next,
            marks: vec![0; marks],
        }
    }

    fn put(&mut self, share: u32, x: i32, y: i32) {
        let next = &mut self.next[(share >> self.fine) as usize];
        let mut place = *next;
        *next += 1;
        while place > 0 && share_of(self.marks[place - 1]) > share {
            self.marks[place] = self.marks[place - 1];
            place -= 1;
        }
        self.marks[place] = u64::from(share) << 32 | (x as u64) << 16 | y as u64;
    }

    /// All marks from left to right: to the right of the middle the same once more, those of equal
    /// shares in the same order.
    fn mirrored(&self, seats: usize) -> Vec<[i32; 2]> {
        let place = |mark: u64| [i32::from((mark >> 16) as u16), i32::from(mark as u16)];
        let mut all = Vec::with_capacity(seats);
        all.extend(self.marks.iter().map(|&mark| place(mark)));
        let aside = self
            .marks
            .iter()
            .rev()
            .skip_while(|&&mark| share_of(mark) == ROUND / 2);
        all.extend(aside.map(|&mark| {
            let [x, y] = place(mark);
            [WIDTH - x, y]
        }));
        let mut start = 0;
        for at in 1..=self.marks.len() {
            let share = share_of(self.marks[at - 1]);
            if at < self.marks.len() && share_of(self.marks[at]) == share {
                continue;
            }
            if at - start > 1 && share != ROUND / 2 {
                all[seats - at..seats - start].reverse();
            }
            start = at;
        }
        all
    }
}

fn share_of(mark: u64) -> u32 {
    (mark >> 32) as u32
}

/// Radius of the innermost row and number of rows: those whose hollow comes nearest to [`HOLLOW`].
fn shape(seats: usize) -> (f64, usize) {
    if seats <= ONE_ROW {
        return (fitting(seats, 1), 1);
    }
    // The hollow shrinks with every row. Rows of that hollow hold about π / 2 · (1 + HOLLOW) / (1 -
    // HOLLOW) · rows · (rows - 1) seats: from well below that on, the first row too many ends the
    // search.
    let mut rows = 2;
    while 4 * (rows + 1) * (rows + 2) < seats {
        rows += 1;
    }
    let more = |(inner, rows): (f64, usize)| inner / (inner + (rows - 1) as f64) - HOLLOW;
    let mut best = (fitting(seats, rows), rows);
    loop {
        let next = (fitting(seats, best.1 + 1), best.1 + 1);
        if more(next) >= 0.0 || -more(next) < more(best) {
            best = next;
        }
        if more(next) < 0.0 {
            return best;
        }
    }
}

/// The least radius, in steps of 1/64 from one half, at which that many rows hold the seats: a row
/// of radius r holds the whole part of πr and one more.
fn fitting(seats: usize, rows: usize) -> f64 {
    let holds = |step: usize| {
        let inner = step as f64 / 64.0;
        let mut room = 0;
        for row in 0..rows {
            room += (std::f64::consts::PI * (inner + row as f64)) as u32 + 1;
        }
        room as usize >= seats
    };
    // All rows together hold at most one more each than the sum of πr, and at least that sum.
    let bound = |seats: f64| {
        let radii = seats / std::f64::consts::PI - (rows * (rows - 1) / 2) as f64;
        (64.0 * radii / rows as f64) as usize
    };
    let mut low = bound(seats as f64 - rows as f64).max(32) - 1;
    let mut high = bound(seats as f64).max(31) + 1;
    while high - low > 1 {
        let middle = usize::midpoint(low, high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high as f64 / 64.0
}

/// Seats of each row from the innermost: each next seat goes where the distance along the row stays
/// the largest, of equals to the outer row.
fn deal(seats: usize, inner: f64, rows: usize) -> Vec<usize> {
    let radius = |row: usize| inner + row as f64;
    // Seats come in the order of the distances they leave: all that leave at least this one are no
    // more than there are seats.
    let distance = (0..rows).map(radius).sum::<f64>() / (seats - rows) as f64;
    let mut counts: Vec<usize> = (0..rows)
        .map(|row| (radius(row) / distance) as usize + 1)
        .collect();
    let mut spaces: Vec<f64> = (0..rows)
        .map(|row| radius(row) / counts[row] as f64)
        .collect();
    for _ in counts.iter().sum()..seats {
        let mut next = 0;
        let mut most = 0.0;
        for (row, &space) in spaces.iter().enumerate() {
            if space >= most {
                (next, most) = (row, space);
            }
        }
        counts[next] += 1;
        spaces[next] = radius(next) / counts[next] as f64;
    }
    counts
}

/// Cosine and sine of a share of half a turn, at most a quarter of it, to 1e-9: the first terms of
/// their series.
fn small(share: f64) -> (f64, f64) {
    let angle = std::f64::consts::PI * share;
    let square = angle * angle;
    let (mut cosine, mut sine) = (1.0, 1.0);
    for term in (1..=6).rev() {
        let term = f64::from(2 * term);
        cosine = 1.0 - square / (term * (term - 1.0)) * cosine;
        sine = 1.0 - square / (term * (term + 1.0)) * sine;
    }
    (cosine, sine * angle)
}

/// Half away from zero.
fn whole(number: f64) -> i32 {
    (number + if number < 0.0 { -0.5 } else { 0.5 }) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cosines_and_sines_are_those_of_the_standard_library() {
        for part in 0..=2_000 {
            let share = f64::from(part) / 8_000.0;
            let angle = std::f64::consts::PI * share;
            let (cosine, sine) = small(share);
            assert!(
                (cosine - angle.cos()).abs() < 1e-9 && (sine - angle.sin()).abs() < 1e-9,
                "{share}"
            );
        }
    }

    /// The same house by the shortest way there is: every radius tried, seats dealt one by one, all
    /// marks sorted by their angles.
    fn plain(seats: usize) -> (i32, Vec<[i32; 2]>) {
        let radius = |inner: f64, row: usize| inner + row as f64;
        let fits = |rows: usize| {
            let holds = |inner: &f64| {
                let room = |row| (std::f64::consts::PI * radius(*inner, row)).floor() as usize + 1;
                (0..rows).map(room).sum::<usize>() >= seats
            };
            let steps = (32..).map(|step| f64::from(step) / 64.0);
            steps.into_iter().find(holds).unwrap()
        };
        let most = if seats <= ONE_ROW { 1 } else { 25 };
        let hollow = |(inner, rows): (f64, usize)| (inner / radius(inner, rows - 1) - HOLLOW).abs();
        let (inner, rows) = (2..=most)
            .map(|rows| (fits(rows), rows))
            .min_by(|a, b| hollow(*a).total_cmp(&hollow(*b)))
            .unwrap_or_else(|| (fits(1), 1));
        let mut counts = vec![0_usize; rows];
        for _ in 0..seats {
            let space = |row: &usize| radius(inner, *row) / counts[*row] as f64;
            let next = (0..rows)
                .max_by(|a, b| space(a).total_cmp(&space(b)))
                .unwrap();
            counts[next] += 1;
        }
        let unit = f64::from(WIDTH) / 2.0 / (radius(inner, rows - 1) + 0.5);
        let mut least = 1.0_f64;
        let mut marks: Vec<(usize, usize, [i32; 2])> = Vec::new();
        for (row, &count) in counts.iter().enumerate().rev() {
            let far = radius(inner, row);
            let gaps = if count == 1 { 2 } else { count - 1 };
            if count > 1 {
                let half = std::f64::consts::PI / (2 * gaps) as f64;
                least = least.min(2.0 * far * half.sin());
            }
            for seat in 0..count {
                let place = if count == 1 { 1 } else { seat };
                let angle = std::f64::consts::PI * place as f64 / gaps as f64;
                let x = f64::from(WIDTH) / 2.0 - far * unit * angle.cos();
                let y = unit * radius(inner, rows) - unit / 2.0 - far * unit * angle.sin();
                marks.push((place, gaps, [x.round() as i32, y.round() as i32]));
            }
        }
        marks.sort_by(|a, b| (a.0 * b.1).cmp(&(b.0 * a.1)));
        let seats = marks.into_iter().map(|mark| mark.2).collect();
        ((least * unit * FULL) as i32, seats)
    }

    #[test]
    fn every_house_is_the_one_laid_out_the_plain_way() {
        for seats in 1..=MOST {
            let house = hemicycle(seats).unwrap();
            assert!(
                (house.radius, house.seats) == plain(seats),
                "{seats} seats stand elsewhere"
            );
        }
    }

    #[test]
    fn no_row_is_tighter_than_the_rows_are_apart() {
        for seats in 2..=MOST {
            let (inner, rows) = shape(seats);
            let counts = deal(seats, inner, rows);
            assert_eq!(counts.iter().sum::<usize>(), seats);
            for (row, &count) in counts.iter().enumerate() {
                let along = std::f64::consts::PI * (inner + row as f64) / (count.max(2) - 1) as f64;
                assert!(
                    along >= 1.0 - 1e-9,
                    "{seats} seats, row {row} of {rows}: {along}"
                );
            }
        }
    }
}
