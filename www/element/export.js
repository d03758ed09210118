/** What a host takes away of what an element shows. */

import { shareSentence } from "../result/sentences.js";

/** Typed arrays as lists, missing numbers as null. @param {string} key @param {any} value */
const plain = (key, value) =>
  ArrayBuffer.isView(value)
    ? [.../** @type {any} */ (value)].map((one) => (Number.isNaN(one) ? null : one))
    : value;

/** @param {string} kind as of `SeatCalculator.export` @param {any} ctx @returns {Promise<string>} */
export async function taken(kind, ctx) {
  // The small core leaves some of the report out.
  if (kind === "json") await ctx.loadFullCore();
  const { report } = ctx.session;
  if (kind === "text") return report.scenario.text;
  if (kind === "link") return ctx.address.of(report.scenario.text);
  if (kind === "sentence") return shareSentence(report, ctx);
  if (kind === "json") return JSON.stringify(report, plain, 1);
  throw new RangeError(`"${kind}" is none of text, link, sentence, json`);
}
