/** The sentence that goes with a link. In a file of its own: what is loaded by its name cannot be part of another. */

import { declared, hypothesis, answerSentence } from "../result/result.js";

/** The election, the edit, what it comes to, and the declared result. @param {import("../pkg/seat_calculator.js").Report} report @param {any} ctx */
export function shareSentence(report, ctx) {
  return [
    `${ctx.words.name(ctx.dataset.title)}.`,
    hypothesis(report, ctx),
    answerSentence(report, ctx),
    declared(report, ctx),
  ]
    .filter(Boolean)
    .join(" ");
}
