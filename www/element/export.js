/** What a host can take of what the element shows. */

import { shareSentence } from "../result/sentences.js";

/**
 * Typed arrays as lists, missing numbers as null.
 * @param {string} _key
 * @param {unknown} value
 */
function plain(_key, value) {
  if (!ArrayBuffer.isView(value)) return value;
  const numbers = /** @type {Float64Array} */ (value);
  return Array.from(numbers, (one) => (Number.isNaN(one) ? null : one));
}

/** @param {string} kind as of `SeatCalculator.export` @param {import("../types.d.ts").Context} ctx */
export async function exported(kind, ctx) {
  // The small core leaves some of the report out.
  if (kind === "json") await ctx.loadFullCore();
  const { report } = ctx.session;
  if (kind === "text") return report.scenario.text;
  if (kind === "link") return ctx.address.of(report.scenario.text);
  if (kind === "sentence") return shareSentence(report, ctx);
  if (kind === "json") return JSON.stringify(report, plain, 1);
  throw new RangeError(`"${kind}" is none of text, link, sentence, json`);
}
