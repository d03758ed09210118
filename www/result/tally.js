/** The rows of the tally in the order in which they are shown. */

/** @import { AllianceRow, Partner } from "../types.d.ts" */

/**
 * Largest first; equal ones in the report's order.
 * @template {{ seats: number }} R
 * @param {{ alliances: R[] }} report
 */
export const alliancesBySize = ({ alliances }) => [...alliances].sort((a, b) => b.seats - a.seats);

/** Rows without an alliance that have a bar of their own: the largest two. */
const LARGE = 2;

/**
 * The rows that are worth a bar, alliances and the largest, and those that a line has room for.
 * @param {{ alliances: AllianceRow[], partners: Partner[] }} report
 */
export function largeAndSmall(report) {
  const all = alliancesWithPartners(report);
  /** @param {typeof all[number]} one @param {number} place */
  const large = ({ row }, place) =>
    place < LARGE || row.kind === "alliance" || row.kind === "grouping";
  return { large: all.filter(large), small: all.filter((one, i) => !large(one, i)) };
}

/**
 * The rows of the tally, largest first, with the partners that have a seat in each.
 * @param {{ alliances: AllianceRow[], partners: Partner[] }} report
 */
export const alliancesWithPartners = (report) =>
  alliancesBySize(report).map((row) => ({
    row,
    partners: report.partners.filter((one) => one.alliance === row.id && one.seats),
  }));
