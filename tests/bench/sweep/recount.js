// A slider in plain JavaScript over typed arrays: every frame counts the votes of every candidate anew, in one pass.

/** Whole votes that a step moves. */
const moves = (valid, step) => Math.floor((valid * step + 5000) / 10_000);

/** Splits what leaves several candidates: largest remainder, then more votes, then the lower serial. */
export function split(house, losers, all, moved) {
  const parts = losers.map((c) => ({
    c,
    part: Math.floor((house.votes[c] * moved) / all),
    rest: (house.votes[c] * moved) % all,
  }));
  let left = moved - parts.reduce((sum, { part }) => sum + part, 0);
  const order = [...parts].sort(
    (a, b) =>
      b.rest - a.rest ||
      house.votes[b.c] - house.votes[a.c] ||
      house.serial[a.c] - house.serial[b.c],
  );
  for (const one of order) if (left-- > 0) one.part += 1;
  return new Map(parts.map(({ c, part }) => [c, part]));
}

function frameOf(house) {
  return {
    seats: new Uint32Array(house.rows.length),
    winner: new Uint16Array(house.valid.length),
    tied: 0,
  };
}

function seat(house, frame, i, best, level, where) {
  if (level) {
    frame.winner[i] = 0;
    frame.tied += 1;
    return;
  }
  frame.winner[i] = house.serial[where];
  frame.seats[house.rowOf[house.party[where]]] += 1;
}

/** The holder the data give, where no vote moves. */
function keep(house, frame, i) {
  const serial = house.given[i];
  let c = house.first[i];
  while (house.serial[c] !== serial) c += 1;
  frame.winner[i] = serial;
  frame.seats[house.rowOf[house.party[c]]] += 1;
}

/** Room for the candidates that lose votes in one constituency: which, their parts, and what is left of dividing. */
const lost = { c: new Int32Array(64), part: new Float64Array(64), rest: new Float64Array(64) };

/** Several candidates lose votes: as {@link split}, without making anything. */
function several(house, frame, i, from, leader, step) {
  const { first, votes, party, serial } = house;
  let losers = 0;
  let all = 0;
  for (let c = first[i]; c < first[i + 1]; c += 1) {
    if (!from[party[c]]) continue;
    lost.c[losers] = c;
    losers += 1;
    all += votes[c];
  }
  const moved = Math.min(moves(house.valid[i], step), all);
  let left = moved;
  for (let k = 0; k < losers; k += 1) {
    const product = votes[lost.c[k]] * moved;
    lost.part[k] = Math.floor(product / all);
    lost.rest[k] = product % all;
    left -= lost.part[k];
  }
  for (; left > 0; left -= 1) {
    let next = 0;
    for (let k = 1; k < losers; k += 1) {
      const [a, b] = [lost.c[k], lost.c[next]];
      const more = lost.rest[k] - lost.rest[next] || votes[a] - votes[b] || serial[b] - serial[a];
      if (more > 0) next = k;
    }
    lost.part[next] += 1;
    lost.rest[next] = -1;
  }
  let best = -1;
  let where = -1;
  let level = false;
  let k = 0;
  for (let c = first[i]; c < first[i + 1]; c += 1) {
    let counted = votes[c];
    if (k < losers && lost.c[k] === c) {
      counted -= lost.part[k];
      k += 1;
    }
    if (c === leader) counted += moved;
    if (counted > best) {
      best = counted;
      where = c;
      level = false;
    } else if (counted === best) level = true;
  }
  seat(house, frame, i, best, level, where);
}

/** What is known once the two sides are: which parties are on them. */
export function start(house, from, to) {
  return { house, from: house.sides(from), to: house.sides(to), frame: frameOf(house) };
}

/** One frame: votes, winners, seats. */
export function count({ house, from, to, frame }, step) {
  const { first, votes, party, valid, voted } = house;
  frame.seats.fill(0);
  frame.tied = 0;
  for (let i = 0; i < valid.length; i += 1) {
    let losers = 0;
    let loser = -1;
    let leader = -1;
    let most = -1;
    let best = -1;
    let where = -1;
    let level = false;
    const end = first[i + 1];
    for (let c = first[i]; c < end; c += 1) {
      const own = votes[c];
      const of = party[c];
      if (from[of]) {
        losers += 1;
        loser = c;
        continue;
      }
      let other = c;
      let counted = own;
      if (to[of]) {
        if (own <= most) {
          // Not the leader of its side: one of the others.
        } else if (leader < 0) {
          most = own;
          leader = c;
          continue;
        } else {
          other = leader;
          counted = most;
          most = own;
          leader = c;
        }
      }
      if (counted > best) {
        best = counted;
        where = other;
        level = false;
      } else if (counted === best) level = true;
    }
    if (!losers || leader < 0 || !voted[i]) keep(house, frame, i);
    else if (losers > 1) several(house, frame, i, from, leader, step);
    else {
      const moved = Math.min(moves(valid[i], step), votes[loser]);
      for (const c of [loser, leader]) {
        const counted = c === loser ? votes[c] - moved : votes[c] + moved;
        if (counted > best) {
          best = counted;
          where = c;
          level = false;
        } else if (counted === best) level = true;
      }
      seat(house, frame, i, best, level, where);
    }
  }
  return frame;
}

/** The verdict's kind and who leads, of a house that is decided everywhere. */
function verdict(house, { seats, tied }) {
  const most = Math.max(...seats);
  const mark = Math.floor(house.valid.length / 2) + 1;
  const leaders = house.rows.filter((_, row) => seats[row] === most);
  return `${most >= mark ? "majority" : most + tied >= mark ? "open" : "hung"} ${leaders.join()}`;
}

/** The first step at which the verdict changes, by halving; null if it does not up to `reach`. */
export function bisect(house, from, to, reach) {
  const state = start(house, from, to);
  const at = (step) => verdict(house, count(state, step));
  const before = at(0);
  let [low, high] = [0, reach];
  if (at(high) === before) return null;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
