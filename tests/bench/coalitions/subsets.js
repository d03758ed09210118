// Minimal winning coalitions as coalition pages are usually written: every subset is looked at, and kept if it wins and
// does not win without any one member.

/** Masks, or null where it would take longer than `deadline` (of performance.now()). */
export function list(weights, quota, deadline) {
  const found = [];
  const players = weights.length;
  if (players > 30) return null;
  for (let set = 0; set < 2 ** players; set += 1) {
    if ((set & 0xffff) === 0 && performance.now() > deadline) return null;
    const members = [];
    for (let player = 0; player < players; player += 1) {
      if (set & (1 << player)) members.push(player);
    }
    const seats = members.reduce((sum, player) => sum + weights[player], 0);
    if (seats >= quota && members.every((player) => seats - weights[player] < quota))
      found.push(set);
  }
  return found;
}
