/** Chances in words, never without what they assume. */

import { rowName } from "../components/table.js";

/** @import { Context } from "../types.d.ts" */
/** @import { Likely, RowChances } from "../pkg/seat_calculator.js" */
/** @import { Swing } from "../votes/edit-control.js" */

/** "5.8", of hundredths. @param {number} n @param {Context} ctx */
export const tenths = (n, { words }) =>
  n % 10 ? words.hundredths(n) : words.hundredths(n).slice(0, -1);

/**
 * "NDA has a majority in 44 of 100, INDIA in 45, nobody in 11": likeliest first, without those
 * that round to none.
 * @param {Likely} likely @param {Context} ctx
 */
function outcomes({ rows, nobody, nobodyHundred }, { words, names }) {
  const all = rows.map(({ row, hundred: n, majority: chance }) => ({
    key: "sure.has",
    A: rowName(names, row),
    n,
    chance,
  }));
  all.push({ key: "sure.nobody", A: "", n: nobodyHundred, chance: nobody });
  return all
    .filter(({ n }) => n)
    .sort((a, b) => b.chance - a.chance)
    .map(({ key, A, n, chance }, i) => {
      if (n === 100 && chance < 1) return words.say(`${key}.over`, { A });
      return words.say(i ? `${key}.next` : key, { A, n });
    })
    .join(", ");
}

/**
 * "With 3.7 points from INDIA to NDA and seats scattering by 5.8 points: NDA has a majority in …"
 * @param {Likely} likely @param {Swing} swing @param {Context} ctx
 */
export function chanceSentence(likely, { points, from, to }, ctx) {
  const { words, names } = ctx;
  const sides = { p: words.hundredths(points), from: names.label(from), to: names.label(to) };
  return words.say(likely.common ? "sure.said.common" : "sure.said", {
    swing: words.say(points ? "sure.swing" : "sure.still", sides),
    s: tenths(likely.scatter, ctx),
    t: tenths(likely.common, ctx),
    what: outcomes(likely, ctx),
  });
}

/** What the model assumes. @param {Likely} likely @param {Context} ctx */
export const modelSentence = ({ scatter, common }, ctx) =>
  ctx.words.say(common ? "sure.model.common" : "sure.model", {
    s: tenths(scatter, ctx),
    t: tenths(common, ctx),
  });

/** "34 to 47", or one number. @param {RowChances} row @param {Context} ctx */
export const range = ({ low, high }, { words }) =>
  low === high ? words.number(low) : words.say("sure.between", { a: low, b: high });

/**
 * "NDA: majority in 44 of 100; 34 to 47 seats in 80 of 100".
 * @param {RowChances} row @param {Context} ctx
 */
export const rowSentence = (row, ctx) =>
  ctx.words.say("sure.row", {
    A: rowName(ctx.names, row.row),
    n: row.hundred,
    range: range(row, ctx),
  });
