/** What a host can take of what the element shows. */

import { shareSentence } from "../result/sentences.js";
import { json } from "../share/data-files.js";

/**
 * @param {string} kind as of `SeatCalculator.export` @param {import("../types.d.ts").Context} ctx
 */
export async function exported(kind, ctx) {
  // The small core leaves some of the report out.
  if (kind === "json") await ctx.loadFullCore();
  const { report } = ctx.session;
  if (kind === "text") return report.scenario.text;
  if (kind === "link") return ctx.address.of(report.scenario.text);
  if (kind === "sentence") return shareSentence(report, ctx);
  if (kind === "json") return json(report);
  throw new RangeError(`"${kind}" is none of text, link, sentence, json`);
}
