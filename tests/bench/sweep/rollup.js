// A slider as pages are written with d3-array: rows are objects, and every frame rolls them up to who holds each seat and
// these to seats by side. And the same with the rows grouped by seat once for all frames, which only maps over the groups.

import { greatest, group, rollup, sum } from "d3-array";
import { split } from "./recount.js";

/** A row for every candidate: what a page has once its data is loaded. */
export function rows(house) {
  const lines = [];
  for (let seat = 0; seat < house.valid.length; seat += 1) {
    for (let c = house.first[seat]; c < house.first[seat + 1]; c += 1) {
      const party = house.party[c];
      lines.push({
        c,
        seat,
        party,
        votes: house.votes[c],
        serial: house.serial[c],
        row: house.rows[house.rowOf[party]],
      });
    }
  }
  return lines;
}

/** What is known once the two sides are. */
export function start(house, lines, from, to) {
  return { house, lines, from: house.sides(from), to: house.sides(to) };
}

/** As {@link start}, with the rows of each seat put together. */
export function startGrouped(house, lines, from, to) {
  return { ...start(house, lines, from, to), seats: group(lines, (line) => line.seat) };
}

/** Who holds a seat once votes have moved; null where votes are level at the top. */
function holder({ house, from, to }, lines, step) {
  const { seat } = lines[0];
  const losers = lines.filter((line) => from[line.party]);
  const leader = greatest(
    lines.filter((line) => to[line.party]),
    (line) => line.votes,
  );
  if (!losers.length || !leader || !house.voted[seat])
    return lines.find((line) => line.serial === house.given[seat]);
  const all = sum(losers, (line) => line.votes);
  const moved = Math.min(Math.floor((house.valid[seat] * step + 5000) / 10_000), all);
  const parts =
    losers.length > 1
      ? split(
          house,
          losers.map((line) => line.c),
          all,
          moved,
        )
      : new Map([[losers[0].c, moved]]);
  const votes = (line) => line.votes - (parts.get(line.c) ?? 0) + (line === leader ? moved : 0);
  const best = greatest(lines, votes);
  const most = votes(best);
  return lines.some((line) => line !== best && votes(line) === most) ? null : best;
}

function frame({ house }, holders) {
  const by = rollup(
    holders,
    (held) => held.length,
    (line) => line?.row,
  );
  return {
    seats: Uint32Array.from(house.rows, (row) => by.get(row) ?? 0),
    winner: Uint16Array.from(holders, (line) => line?.serial ?? 0),
    tied: by.get(undefined) ?? 0,
  };
}

/** One frame from the flat rows. */
export function count(state, step) {
  const holders = rollup(
    state.lines,
    (lines) => holder(state, lines, step),
    (line) => line.seat,
  );
  return frame(state, [...holders.values()]);
}

/** One frame from the rows put together by seat. */
export function countGrouped(state, step) {
  return frame(
    state,
    Array.from(state.seats.values(), (lines) => holder(state, lines, step)),
  );
}
