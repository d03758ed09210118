// A slider as pages are written with d3-array: objects, grouped and rolled up for every frame.

import { greatest, group, rollup, sum } from "d3-array";
import { split } from "./recount.js";

export function start(house, from, to) {
  const [losing, gaining] = [house.sides(from), house.sides(to)];
  const lines = [];
  for (let i = 0; i < house.valid.length; i += 1) {
    for (let c = house.first[i]; c < house.first[i + 1]; c += 1) {
      const party = house.party[c];
      lines.push({ c, seat: i, votes: house.votes[c], serial: house.serial[c], row: house.rows[house.rowOf[party]], from: losing[party] === 1, to: gaining[party] === 1 });
    }
  }
  return { house, seats: group(lines, (line) => line.seat) };
}

export function count({ house, seats }, step) {
  const holders = [...seats].map(([i, lines]) => {
    const losers = lines.filter((line) => line.from);
    const leader = greatest(lines.filter((line) => line.to), (line) => line.votes);
    if (!losers.length || !leader || !house.voted[i]) return lines.find((line) => line.serial === house.given[i]);
    const all = sum(losers, (line) => line.votes);
    const moved = Math.min(Math.floor((house.valid[i] * step + 5000) / 10_000), all);
    const parts = split(house, losers.map((line) => line.c), all, moved);
    const counted = lines.map((line) => ({ line, votes: line.votes - (parts.get(line.c) ?? 0) + (line === leader ? moved : 0) }));
    const best = greatest(counted, (one) => one.votes);
    return counted.some((one) => one !== best && one.votes === best.votes) ? null : best.line;
  });
  const by = rollup(holders, (held) => held.length, (line) => line?.row);
  return {
    seats: Uint32Array.from(house.rows, (row) => by.get(row) ?? 0),
    winner: Uint16Array.from(holders, (line) => line?.serial ?? 0),
    tied: by.get(undefined) ?? 0,
  };
}
