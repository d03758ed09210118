/** Ways of colouring seats that need nothing but the report and the dataset. */

import { holders } from "../result/holders.js";
import { decidedBy, NOBODY } from "../seats/line.js";
import { BLUE, BROWN, GREY, SLATE, mixOf, shareLines } from "./colour-scale.js";

/** @import { Context, Report } from "../types.d.ts" */
/** @import { KeyLine } from "../result/holders.js" */
/** @import { Steps } from "./colour-scale.js" */
/** A colour, how much of it in percent, and one letter in the middle.
 * @typedef {{ hex: string, mix?: number, sign?: string }} Paint */
/**
 * A way of colouring seats by their index: with `who` its colours are where the page's bars do not say
 * so already, `lines` of its legend, and a sentence.
 * @typedef {object} Mode
 * @property {(report: Report) => (i: number) => Paint} paint
 * @property {(report: Report) => KeyLine[]} [who]
 * @property {(report: Report) => KeyLine[]} [lines]
 * @property {() => string} [said]
 */

/** The closer, the more colour; hundredths of a percent. @type {Steps} */
const MARGINS = [
  [100, 100],
  [300, 85],
  [500, 65],
  [1000, 45],
  [2000, 28],
  [Infinity, 14],
];
/** Hundredths of a percent. @type {Steps} */
const TURNOUTS = [
  [6000, 15],
  [6500, 35],
  [7000, 55],
  [7500, 75],
  [Infinity, 100],
];
/** @type {Record<string, Paint>} */
const CATEGORIES = {
  GEN: { hex: BLUE, mix: 55 },
  ST: { hex: BROWN },
  SC: { hex: BLUE, mix: 15 },
};

/** The colour of the holder's party. @param {Context} ctx @returns {Mode["paint"]} */
export const paintHolder =
  ({ names }) =>
  ({ parties, constituencies: { party } }) =>
  (i) => ({ hex: (party[i] !== NOBODY && names.colour(parties[party[i]].id)) || "" });

/**
 * Who holds the seats, how firmly, and where that changed.
 * @param {Context} ctx @returns {Record<string, Mode>}
 */
export function resultModes(ctx) {
  const { words, names } = ctx;
  const holder = paintHolder(ctx);
  const who = (/** @type {Report} */ report) => holders(report, ctx);
  return {
    winner: { paint: holder, who },
    alliance: {
      paint:
        ({ alliances, constituencies: { alliance } }) =>
        (i) => ({ hex: (alliance[i] !== NOBODY && names.colour(alliances[alliance[i]].id)) || "" }),
      who,
      lines: ({ alliances }) =>
        alliances
          .filter((row) => row.seats)
          .map((row) => ({ label: names.row(row), hex: names.colour(row.id) })),
    },
    margin: {
      paint: (report) => (i) => {
        const share = decidedBy(report, i);
        return { ...holder(report)(i), mix: Number.isNaN(share) ? 0 : mixOf(MARGINS, share) };
      },
      who,
      lines: () => shareLines(MARGINS, SLATE, ctx),
      said: () => words.say("shade.margin.key"),
    },
    changed: {
      paint: (report) => (i) =>
        report.constituencies.changed[i] ? holder(report)(i) : { hex: GREY, mix: 40 },
      who,
      said: () => words.say("shade.changed.key"),
    },
  };
}

/**
 * What the dataset knows of every constituency.
 * @param {Context} ctx @returns {Record<string, Mode>}
 */
export function placeModes(ctx) {
  const { words, dataset } = ctx;
  const seats = dataset.constituencies;
  /** @type {Record<string, Mode>} */
  const modes = {};
  if (seats.every((seat) => seat.turnout !== undefined)) {
    modes.turnout = {
      paint: () => (i) => ({ hex: BLUE, mix: mixOf(TURNOUTS, seats[i].turnout ?? 0) }),
      lines: () => shareLines(TURNOUTS, BLUE, ctx),
      said: () => words.say("shade.turnout.key"),
    };
  }
  if (seats.every((seat) => (seat.category ?? "") in CATEGORIES)) {
    const known = dataset.categories?.filter(({ id }) => id in CATEGORIES) ?? [];
    modes.category = {
      paint: () => (i) => CATEGORIES[seats[i].category ?? ""],
      lines: () => known.map(({ id, name }) => ({ label: words.name(name), ...CATEGORIES[id] })),
      said: () => words.say("shade.category.key"),
    };
  }
  return modes;
}
