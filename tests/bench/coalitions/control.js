// Quick algorithms in plain JavaScript: all coalitions in no order, listed with the completions of the lightest players
// kept, and power indices over sums. Counts are floating-point numbers, exact up to 2^53.

const buffer = { masks: new Uint32Array(1 << 10), length: 0 };

function room(more) {
  if (buffer.length + more <= buffer.masks.length) return;
  const masks = new Uint32Array(Math.max(2 * buffer.masks.length, buffer.length + more));
  masks.set(buffer.masks.subarray(0, buffer.length));
  buffer.masks = masks;
}

/** All minimal winning coalitions of up to 32 players as masks, in a buffer that the next call writes to. */
export function list(weights, quota) {
  const order = weights.map((_, player) => player).filter((player) => weights[player] > 0);
  order.sort((one, other) => weights[other] - weights[one]);
  const count = order.length;
  const weight = Uint32Array.from([...order.map((player) => weights[player]), 0]);
  const bit = Uint32Array.from(order, (player) => (1 << player) >>> 0);
  const rest = new Uint32Array(count + 1);
  for (let place = count - 1; place >= 0; place -= 1) rest[place] = rest[place + 1] + weight[place];
  buffer.length = 0;
  if (quota === 0) {
    room(1);
    buffer.masks[buffer.length++] = 0;
    return buffer.masks.subarray(0, buffer.length);
  }
  const heads = count - tailLength(weight, count);
  const { start, sets } = tail(weight, bit, heads, count);
  const nexts = new Uint32Array(count + 2);
  const needs = new Uint32Array(count + 2);
  const masks = new Uint32Array(count + 2);
  let depth = 1;
  needs[0] = Math.min(quota, rest[0] + 1);
  while (depth > 0) {
    depth -= 1;
    let place = nexts[depth];
    let need = needs[depth];
    let mask = masks[depth];
    for (;;) {
      room(count);
      while (place < heads && weight[place] >= need) {
        buffer.masks[buffer.length++] = mask | bit[place];
        place += 1;
      }
      if (rest[place] < need) break;
      if (place === heads) {
        const to = start[need];
        let from = start[need - 1];
        room(to - from);
        const out = buffer.masks;
        let at = buffer.length;
        for (; from < to; from += 1) out[at++] = sets[from] | mask;
        buffer.length = at;
        break;
      }
      if (rest[place + 1] >= need) {
        nexts[depth] = place + 1;
        needs[depth] = need;
        masks[depth] = mask;
        depth += 1;
      }
      need -= weight[place];
      mask |= bit[place];
      place += 1;
    }
  }
  return buffer.masks.subarray(0, buffer.length);
}

function tailLength(weight, count) {
  if (count < 12) return 0;
  const most = 2 ** Math.min(Math.floor(count / 2) + 1, 15);
  let kept = 0;
  let length = 0;
  for (let place = count - 1; place >= 0; place -= 1) {
    kept = 2 * kept + weight[place];
    if (kept > most) break;
    length += 1;
  }
  return length;
}

function tail(weight, bit, heads, count) {
  const subsets = 2 ** (count - heads);
  const seats = new Uint32Array(subsets);
  const members = new Uint32Array(subsets);
  let total = 0;
  for (let place = heads; place < count; place += 1) total += weight[place];
  const start = new Uint32Array(total + 1);
  for (let place = heads, size = 1; place < count; place += 1, size *= 2) {
    for (let subset = 0; subset < size; subset += 1) {
      const sum = seats[subset] + weight[place];
      seats[size + subset] = sum;
      members[size + subset] = members[subset] | bit[place];
      for (let need = seats[subset] + 1; need <= sum; need += 1) start[need] += 1;
    }
  }
  for (let need = 1; need <= total; need += 1) start[need] += start[need - 1];
  const sets = new Uint32Array(start[total]);
  const free = start.slice();
  for (let place = heads, size = 1; place < count; place += 1, size *= 2) {
    for (let subset = size; subset < 2 * size; subset += 1) {
      for (let need = seats[subset] - weight[place] + 1; need <= seats[subset]; need += 1) {
        sets[--free[need]] = members[subset];
      }
    }
  }
  return { start, sets };
}

/** Weights, lightest first, cut to the quota, and the smaller of the quota and its dual. */
function reduced(weights, quota) {
  let kept = weights.filter((weight) => weight > 0).sort((one, other) => one - other);
  let mark = quota;
  for (;;) {
    kept = kept.map((weight) => Math.min(weight, mark));
    const total = kept.reduce((sum, weight) => sum + weight, 0);
    if (mark > total || mark <= total - mark + 1) return { kept, mark, total };
    mark = total - mark + 1;
  }
}

/** Both indices as shares: Banzhaf of every player, then Shapley-Shubik. */
export function power(weights, quota) {
  return [...banzhaf(weights, quota), ...shapley(weights, quota)];
}

/** Banzhaf's index as shares. */
function banzhaf(weights, quota) {
  const { kept, mark, total } = reduced(weights, quota);
  if (mark === 0 || mark > total) return weights.map(() => 0);
  const table = new Float64Array(mark);
  table[0] = 1;
  let used = 1;
  for (const weight of kept) {
    used = Math.min(used + weight, mark);
    for (let sum = used - 1; sum >= weight; sum -= 1) table[sum] += table[sum - weight];
  }
  for (let sum = 1; sum < mark; sum += 1) table[sum] += table[sum - 1];
  const of = new Map();
  for (const weight of kept) {
    if (of.has(weight)) continue;
    of.set(weight, window(table, 0, 0, mark - 1, weight));
  }
  const swings = weights.map((weight) => (weight > 0 ? of.get(Math.min(weight, mark)) : 0));
  const all = swings.reduce((sum, count) => sum + count, 0);
  return swings.map((count) => count / all);
}

/** Shapley and Shubik's index. */
function shapley(weights, quota) {
  const { kept, mark, total } = reduced(weights, quota);
  if (mark === 0 || mark > total) return weights.map(() => 0);
  const players = kept.length;
  const sums = total - mark;
  const width = sums + 1;
  const sizes = Math.floor(players / 2);
  const table = new Float64Array((sizes + 1) * width);
  table[0] = 1;
  const lightest = [0];
  for (let done = 0; done < players; done += 1) {
    const weight = kept[done];
    for (let size = Math.min(sizes, done + 1); size > 0; size -= 1) {
      const heaviest = lightest[done] - lightest[done - size + 1];
      const to = Math.min(heaviest + weight, sums);
      const row = size * width;
      const below = row - width - weight;
      for (let sum = lightest[size - 1] + weight; sum <= to; sum += 1) table[row + sum] += table[below + sum];
    }
    lightest.push(lightest[done] + weight);
  }
  for (let size = 0; size <= sizes; size += 1) {
    for (let at = size * width + 1; at < (size + 1) * width; at += 1) table[at] += table[at - 1];
  }
  const others = players - 1;
  const of = new Map();
  for (const weight of kept) {
    if (of.has(weight)) continue;
    let value = 0;
    // size! (others - size)! / players!
    let coefficient = 1 / players;
    for (let size = 0; size <= others; size += 1) {
      const folded = size > others >> 1;
      const [row, last] = folded ? [others - size, sums] : [size, mark - 1];
      value += coefficient * window(table, row * width, width, last, weight);
      coefficient *= (size + 1) / (others - size);
    }
    of.set(weight, value);
  }
  return weights.map((weight) => (weight > 0 ? of.get(Math.min(weight, mark)) : 0));
}

function window(totals, start, back, last, weight) {
  let result = 0;
  for (let highest = last, sign = 1; ; highest -= weight, start -= back, sign = -sign) {
    const inside = highest >= weight;
    result += sign * (totals[start + highest] - (inside ? totals[start + highest - weight] : 0));
    if (!inside || start < back) return result;
  }
}
