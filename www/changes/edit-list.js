/** The reader's edits, one by one, each of which can be taken back. */

import { list, make, text } from "../components/dom.js";
import { removeButton } from "../components/removal.js";
import { without } from "../state/edits.js";
import { editSentence } from "./edit-sentence.js";

/** @import { Context, Edit, Report } from "../types.d.ts" */

/**
 * @param {Context} ctx
 * @param {HTMLElement} undo where the keyboard goes when the last edit is gone
 */
export function editsView(ctx, undo) {
  const { words, session } = ctx;
  const node = make("ul", { class: "edits", role: "list" });
  const key = (/** @type {Report["scenario"]["edits"][number]} */ { state: _, ...edit }) =>
    JSON.stringify(edit);

  /** @param {Edit} edit */
  function build(edit) {
    const name = make("span");
    const which = make("span", { class: "quiet" });
    const takeBack = () =>
      ctx.edit(without(session.edits.findIndex((one) => key(one) === key(edit))));
    const remove = removeButton(words.say("history.remove"), takeBack, undo, { class: "plain" });
    remove.append(which);
    const state = make("small", { class: "edit-state" });
    const node = make("li", { class: "changed" }, name, " ", remove, " ", state);
    return { node, name, which, state };
  }

  /** @param {Report} report */
  function render(report) {
    list(node, report.scenario.edits, key, build, ({ name, which, state }, edit) => {
      const said = editSentence(edit, report, ctx);
      text(name, said);
      text(which, `: ${said}`);
      // The sentence about its state names the seat again, and so it stands alone.
      text(state, ctx.count?.stateSaid(edit) ?? "");
    });
  }

  return { node, render };
}
