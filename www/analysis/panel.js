/** A panel of "Behind the seats": an analysis that is asked again with every edit. */

import { analysisRequest } from "../components/analysis-request.js";
import { make, text } from "../components/dom.js";

/** @import { Answers, Context, Report } from "../types.d.ts" */

/**
 * @template {keyof Answers} K
 * @param {Context} ctx
 * @param {K} kind
 * @param {object} options
 * @param {Node[]} options.controls
 * @param {Node[]} options.body
 * @param {string} options.note
 * @param {(report: Report) => import("../components/analysis-request.js").Body<K>} options.question
 * @param {(answer: Answers[K]) => string} [options.sentence] what the answer comes to
 * @param {(answer: Answers[K] | null) => void} options.draw shows the answer; null where there is none
 */
export function analysisPanel(ctx, kind, { controls, body, note, question, sentence, draw }) {
  const { words, session } = ctx;
  const said = make("p", { class: "said", role: "status" });
  const hint = make("p", { class: "quiet-text" }, note);
  const node = make("div", { class: "behind" }, ...controls, said, ...body, hint);
  const ask = analysisRequest(ctx, kind, (answer) => {
    text(said, answer ? (sentence?.(answer) ?? "") : words.say("asked.failed"));
    draw(answer);
  });
  const render = (report = session.report) => ask(question(report));
  return { node, render };
}
