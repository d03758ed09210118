/** Which election is shown, the verdict of the scenario, and what to know about it. */

import { make, show, text } from "../components/dom.js";
import {
  answerInShort,
  electionTitle,
  hypothesis,
  leadIn,
  roomFor,
  verdictNotes,
} from "./sentences.js";

/** @import { Context, Report } from "../types.d.ts" */

/** @param {Context} ctx */
export function verdictView(ctx) {
  const { words, session } = ctx;
  const room = roomFor(session.baseline, ctx);
  const title = make("p", { class: "kicker" });
  title.append(make("b", {}, words.say("page.what")), " ", electionTitle(ctx));
  const lead = make("p", { class: "lead" });
  const prefix = make("span", { class: "hypothesis" });
  const sentence = make("span", { class: "sentence" });
  const note = make("p", { class: "note" });
  const verdict = make("h1", { class: "verdict" }, prefix, " ", sentence);
  const said = make("div", {}, lead, verdict, note);
  const roomy = make("div", { class: "room", "data-room": room.sentence, "data-more": room.note });
  roomy.append(said);

  /** @param {Report} report */
  function render(report) {
    const { any } = report.edited;
    text(lead, leadIn(report, ctx));
    show(lead, !any);
    text(prefix, hypothesis(report, ctx));
    show(prefix, any);
    text(sentence, answerInShort(report, ctx));
    text(note, verdictNotes(report, ctx));
  }

  const top = make("div", { class: "title" }, title);
  return { node: make("header", { class: "answer" }, top, roomy), render };
}
