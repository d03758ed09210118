/** What was changed: undo, redo, the list of edits, and sharing them. */

import { attr, make, show, text } from "../components/dom.js";
import { later } from "../components/lazy-view.js";

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */

/** A button that opens what is shared, and copies the link. @param {any} ctx @param {string} [kind] class of the button */
export function sharing(ctx, kind = "tool") {
  const panel = later(ctx, "share/panel.js", "shareView");
  panel.node.hidden = true;
  const button = make(
    "button",
    {
      type: "button",
      class: kind,
      "aria-expanded": "false",
      onclick: async () => {
        show(panel.node, panel.node.hidden);
        attr(button, "aria-expanded", String(!panel.node.hidden));
        if (panel.node.hidden) return;
        const shown = await panel.open();
        shown?.copy();
      },
    },
    ctx.words.say("share"),
  );
  return { button, panel };
}

/** @param {any} ctx */
export function changesView(ctx) {
  const { words, session } = ctx;
  const tool = (key, act) =>
    make("button", { type: "button", class: "tool", onclick: act }, words.say(key));
  const undo = tool("history.undo", () => session.undo());
  const redo = tool("history.redo", () => session.redo());
  const reset = tool("history.reset", () => ctx.load(""));
  const { button: share, panel } = sharing(ctx);
  const summary = make("summary");
  const edits = later(ctx, "changes/edit-list.js", "editsView", { args: [undo] });
  const list = make(
    "details",
    { class: "list", ontoggle: () => list.open && edits.open() },
    summary,
    edits.node,
  );
  const none = make("p", { class: "quiet-text none-yet" }, words.say("history.none"));
  let used = false;
  const node = make(
    "section",
    { class: "changes", "aria-label": words.say("history.list", { n: 2 }).replace(/^\S+ /, "") },
    make("p", { class: "toolbar" }, undo, redo, share, reset),
    list,
    none,
    panel.node,
  );

  /** The button that is gone for now stays a button, so that the keyboard does not lose its place. */
  const able = (button, can) => attr(button, "aria-disabled", can ? null : "true");

  /** @param {Report} report */
  function render(report) {
    // Out of the way until there is something to undo; then they stay, so that none vanishes under the keyboard.
    used ||= session.past.length > 0 || report.edited.any;
    for (const button of [undo, redo, reset]) show(button, used);
    able(undo, session.past.length > 0);
    able(redo, session.future.length > 0);
    able(reset, report.edited.any);
    const n = report.scenario.edits.length;
    show(list, n > 0);
    show(none, n === 0);
    text(summary, words.say("history.list", { n }));
    edits.render(report);
    panel.render(report);
  }

  return { node, render };
}
