/** Chances by drawing, as a page would do it without the core: typed arrays and nothing else. */

const REACH = 10_000;

/** Who holds a constituency at a step; -1 where level. One candidate a side. */
function holderAt(votes, holder, from, to, step) {
  const [loser, gainer] = step < 0 ? [to, from] : [from, to];
  if (loser < 0 || gainer < 0) return holder;
  const valid = votes.reduce((sum, own) => sum + own, 0);
  const whole = Math.floor((2 * valid * Math.abs(step)) / 10_000);
  const moved = Math.min(Math.floor((whole + 1) / 2), votes[loser]);
  if (!moved) return holder;
  let best = -1;
  let most = -1;
  for (let i = 0; i < votes.length; i += 1) {
    const own = votes[i] - (i === loser ? moved : 0) + (i === gainer ? moved : 0);
    if (own > most) [best, most] = [i, own];
    else if (own === most) best = -1;
  }
  return best;
}

/** For each constituency the steps at which its row changes, and the rows; prepared once. */
export function prepare(dataset, from, to) {
  const rows = new Map([["", 0]]);
  const starts = [];
  const steps = [];
  const holders = [];
  for (const { candidates, winner } of dataset.constituencies) {
    starts.push(steps.length);
    const votes = candidates.map((one) => one.votes ?? 0);
    const side = (party) => candidates.findIndex((one) => one.party === party);
    const [loser, gainer] = [side(from), side(to)];
    let last = null;
    for (let step = -REACH; step <= REACH; step += 1) {
      const held = votes.some(Boolean)
        ? holderAt(votes, winner - 1, loser, gainer, step)
        : winner - 1;
      if (held === last) continue;
      last = held;
      const row = held < 0 ? "" : candidates[held].party;
      if (!rows.has(row)) rows.set(row, rows.size);
      // The first holds from as far left as can be.
      steps.push(step === -REACH ? -2 * REACH : step);
      holders.push(rows.get(row));
    }
  }
  starts.push(steps.length);
  return {
    rows: [...rows.keys()],
    starts: Int32Array.from(starts),
    steps: Int32Array.from(steps),
    holders: Uint8Array.from(holders),
  };
}

/** Two normal numbers at a time, by Marsaglia's polar method. */
let spare = NaN;
function normal() {
  if (!Number.isNaN(spare)) {
    const kept = spare;
    spare = NaN;
    return kept;
  }
  for (;;) {
    const x = 2 * Math.random() - 1;
    const y = 2 * Math.random() - 1;
    const square = x * x + y * y;
    if (square >= 1 || square === 0) continue;
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    spare = y * scale;
    return x * scale;
  }
}

/** How often each row had each number of seats, and the mark. */
export function draw({ rows, starts, steps, holders }, { points, scatter, common, draws, mark }) {
  const seats = starts.length - 1;
  const numbers = new Uint32Array(rows.length * (seats + 1));
  const wins = new Uint32Array(rows.length);
  const counts = new Uint16Array(rows.length);
  for (let turn = 0; turn < draws; turn += 1) {
    counts.fill(0);
    const middle = points + (common ? common * normal() : 0) + 0.5;
    for (let seat = 0; seat < seats; seat += 1) {
      const swing = middle + scatter * normal();
      let at = starts[seat + 1] - 1;
      // The step is the swing rounded down, so that a turn at it is reached.
      while (at > starts[seat] && steps[at] > swing) at -= 1;
      counts[holders[at]] += 1;
    }
    for (let row = 0; row < counts.length; row += 1) {
      numbers[row * (seats + 1) + counts[row]] += 1;
      if (row && counts[row] >= mark) wins[row] += 1;
    }
  }
  return { numbers, wins };
}
