/**
 * Who holds the seats, as the key of a picture: an alliance with its parties, or one who sits
 * alone.
 */

import { alliancesWithPartners } from "./tally.js";

/** @import { Language, Partner, PictureRequest, Report } from "../types.d.ts" */
/** @typedef {NonNullable<PictureRequest["rows"]>[number]} PictureRow */

/**
 * A line of a key: a colour and how much of it (`mix`, in percent), or `parts` in their own colours.
 * @typedef {{ label: string, hex?: string, mix?: number, parts?: Partner[] }} KeyLine
 */

/** @param {Report} report @param {Language} ctx @returns {KeyLine[]} */
export function holders(report, { words, names }) {
  /** @param {Partner} one */
  const alone = (one) => ({
    label: `${names.label(one.id)} ${words.number(one.seats)}`,
    hex: names.colour(one.id) ?? "",
  });
  const rows = alliancesWithPartners(report).filter(({ partners }) => partners.length);
  return [
    ...rows.map(({ row, partners }) =>
      partners.length === 1 && row.kind !== "alliance"
        ? alone(partners[0])
        : { label: `${names.row(row)} ${words.number(row.seats)}`, parts: partners },
    ),
    ...report.partners.filter((one) => one.seats && one.alliance === null).map(alone),
  ];
}

/**
 * Partners as the core draws them side by side.
 * @param {Partner[]} partners
 * @param {Language} ctx
 */
export const pictureParts = (partners, { words, names }) =>
  partners.map(({ id, seats }) => ({
    label: `${names.label(id)} ${words.number(seats)}`,
    colour: names.colour(id) ?? "",
    seats,
  }));

/**
 * A line of a key as the core draws it.
 * @param {KeyLine} line
 * @param {Language} ctx
 * @returns {PictureRow}
 */
export const pictureRow = ({ label, hex = "", mix, parts }, ctx) => ({
  label,
  colour: hex,
  mix,
  parts: parts && pictureParts(parts, ctx),
});
