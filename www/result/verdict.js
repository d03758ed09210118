/** The verdict of the scenario shown: which result it is, the answer, and what to know about it. */

import { make, show, text } from "../components/dom.js";
import { answerSentence, declaredKicker, hypothesis, verdictNotes } from "./sentences.js";

/** @import { Context, Report } from "../types.d.ts" */

/** @param {Context} ctx */
export function verdictView(ctx) {
  const { words, session } = ctx;
  const kicker = make("h1", { class: "kicker" });
  const prefix = make("span", { class: "hypothesis" });
  const sentence = make("span", { class: "sentence" });
  const note = make("p", { class: "note" });
  const verdict = make("p", { class: "verdict" }, prefix, " ", sentence);

  /** @param {Report} report */
  function render(report) {
    const hypothetical = session.asksQuestion ? "kicker.question" : "kicker.edited";
    text(kicker, report.edited.any ? words.say(hypothetical) : declaredKicker(report, ctx));
    text(prefix, hypothesis(report, ctx));
    show(prefix, report.edited.any);
    text(sentence, answerSentence(report, ctx));
    text(note, verdictNotes(report, ctx));
  }

  return { node: make("header", { class: "answer" }, kicker, verdict, note), render };
}
