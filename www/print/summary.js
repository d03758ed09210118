/** What a printed page says that the screen has in folds: each change by name, and the source. */

import { assumptions, changesSaid, editsSentence, sourceSaid } from "../changes/summary.js";
import { make, show, text } from "../components/dom.js";

/** @import { Context, Report } from "../types.d.ts" */

/** @param {Context} ctx */
export function paperView(ctx) {
  const { words } = ctx;
  const edits = make("p");
  const seats = make("p");
  const notes = make("p", { class: "quiet-text" });
  const source = make("p", { class: "quiet-text" });

  /** @param {HTMLElement} node @param {string} said */
  function say(node, said) {
    text(node, said);
    show(node, said !== "");
  }

  /** @param {Report} report */
  function render(report) {
    const { changes } = report;
    const named = changesSaid(changes, words.say("edit.nobody"), ctx);
    say(edits, editsSentence(report, ctx));
    say(seats, named && `${words.say("moved", { n: changes.length })}: ${named}`);
    say(notes, assumptions(report, ctx).join(" "));
    text(source, sourceSaid(ctx));
  }

  return { node: make("div", {}, edits, seats, notes, source), render };
}
