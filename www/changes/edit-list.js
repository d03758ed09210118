/** The reader's changes, one by one, each of which can be taken back. */

import { without } from "../state/edits.js";
import { list, make, text } from "../components/dom.js";
import { editSentence } from "./edit-sentence.js";

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */

/** @param {any} ctx @param {HTMLElement} undo where the keyboard goes when the last one is gone */
export function editsView(ctx, undo) {
  const { words, session } = ctx;
  const node = make("ul", { class: "edits", role: "list" });

  function build(edit) {
    const name = make("span");
    const which = make("span", { class: "quiet" });
    const remove = make(
      "button",
      {
        type: "button",
        class: "plain",
        onclick: () => {
          const line = remove.closest("li");
          const next =
            (line.nextElementSibling ?? line.previousElementSibling)?.querySelector("button") ??
            undo;
          ctx.edit(
            without(session.edits.findIndex((one) => JSON.stringify(one) === JSON.stringify(edit))),
          );
          next.focus();
        },
      },
      words.say("history.remove"),
      which,
    );
    const line = make("li", { class: "changed" }, name, " ", remove);
    line.parts = { name, which };
    return line;
  }

  /** @param {Report} report */
  function render(report) {
    list(
      node,
      report.scenario.edits,
      (edit) => JSON.stringify(edit),
      build,
      ({ parts }, edit) => {
        const said = editSentence(edit, report, ctx);
        text(parts.name, said);
        text(parts.which, `: ${said}`);
      },
    );
  }

  return { node, render };
}
