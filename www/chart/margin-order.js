/**
 * All seats in a row: from the safest for one side, over those that others hold, to the safest for
 * the other.
 */

import { alliancesBySize } from "../result/tally.js";
import { decidedBy, NOBODY } from "../seats/line.js";

/** @import { Report } from "../types.d.ts" */
/**
 * A seat's place: `share` in hundredths of a percent, and whether votes decide it.
 * @typedef {{ index: number, side: -1 | 0 | 1, share: number, voted: boolean }} Place
 */

/** How many of the closest seats are named. */
const CLOSEST = 6;

/**
 * Ids of the two largest rows; who led in the declared result comes first while it is one of them.
 * @param {Report} report @param {Report} declared
 */
export function sidesOf(report, declared) {
  const two = alliancesBySize(report)
    .slice(0, 2)
    .map(({ id }) => id);
  const [first] = alliancesBySize(declared);
  return two[1] === first?.id ? two.toReversed() : two;
}

/**
 * How safe a seat is: a seat given by hand is as close as can be, one without votes as safe.
 * @param {Report} report @param {number} index
 */
function safety(report, index) {
  const share = decidedBy(report, index);
  if (!Number.isNaN(share)) return share;
  return report.constituencies.changed[index] ? 0 : Infinity;
}

/**
 * Every seat in its place, from left to right. Seats that are as safe stand in the file's order.
 * @param {Report} report @param {string[]} sides the ids of the left and the right one
 * @returns {Place[]}
 */
export function inOrder(report, sides) {
  const { alliances, constituencies } = report;
  const places = [...constituencies.party.keys()].map((index) => {
    const held = constituencies.party[index] !== NOBODY;
    const at = held ? sides.indexOf(alliances[constituencies.alliance[index]]?.id) : -1;
    const side = /** @type {Place["side"]} */ (at < 0 ? 0 : at * 2 - 1);
    const voted = !Number.isNaN(decidedBy(report, index));
    return { index, side, share: held ? safety(report, index) : 0, voted };
  });
  return places.sort(
    (a, b) =>
      a.side - b.side || (a.side > 0 ? a.share - b.share : b.share - a.share) || a.index - b.index,
  );
}

/**
 * The place of the seat with which the larger side reaches the mark, or would; from 0.
 * @param {Report} report @param {string[]} sides
 */
export function decidingPlace({ alliances, house, constituencies }, sides) {
  const seats = sides.map((id) => alliances.find((row) => row.id === id)?.seats ?? 0);
  const right = (seats[1] ?? 0) > seats[0];
  const H = constituencies.party.length;
  return { side: sides[right ? 1 : 0], at: right ? H - house.mark : house.mark - 1 };
}

/** The places of the seats that fewest votes decide, from left to right. @param {Place[]} places */
export const closest = (places) =>
  [...places.keys()]
    .filter((at) => places[at].voted)
    .sort((a, b) => places[a].share - places[b].share)
    .slice(0, CLOSEST)
    .sort((a, b) => a - b);
