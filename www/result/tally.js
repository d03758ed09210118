/** The rows of the tally in the order in which they are shown. */

/** @import { AllianceRow, Partner } from "../types.d.ts" */

/**
 * Largest first; equal ones in the report's order.
 * @template {{ seats: number }} R
 * @param {{ alliances: R[] }} report
 */
export const alliancesBySize = ({ alliances }) => [...alliances].sort((a, b) => b.seats - a.seats);

/**
 * The rows of the tally, largest first, with the partners that have a seat in each.
 * @param {{ alliances: AllianceRow[], partners: Partner[] }} report
 */
export const alliancesWithPartners = (report) =>
  alliancesBySize(report).map((row) => ({
    row,
    partners: report.partners.filter((one) => one.alliance === row.id && one.seats),
  }));
