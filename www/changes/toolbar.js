/** What was changed: undo, redo, the list of edits, and sharing them. */

import { attr, button, make, show, text } from "../components/dom.js";
import { later } from "../components/lazy-view.js";

/** @import { Context, Report } from "../types.d.ts" */

/** A button that opens what is shared, and shares it. @param {Context} ctx */
export function sharing(ctx) {
  const panel = later(ctx, "share/panel.js", "shareView");
  panel.node.hidden = true;
  const opener = button(
    ctx.words.say("share"),
    async () => {
      const opening = Boolean(panel.node.hidden);
      show(panel.node, opening);
      attr(opener, "aria-expanded", String(opening));
      if (!opening) return;
      const shown = await panel.open();
      /** @type {{ share?: () => void } | null} */ (shown)?.share?.();
    },
    { class: "tool", "aria-expanded": "false" },
  );
  return { button: opener, panel };
}

/** @param {Context} ctx */
export function changesView(ctx) {
  const { words, session } = ctx;
  const tool = (/** @type {string} */ key, /** @type {() => void} */ act) =>
    button(words.say(key), act, { class: "tool" });
  const undo = tool("history.undo", () => session.undo());
  const redo = tool("history.redo", () => session.redo());
  const reset = tool("history.reset", () => ctx.load(""));
  const { button: share, panel } = sharing(ctx);
  const summary = make("summary");
  const edits = later(ctx, "changes/edit-list.js", "editsView", { args: [undo] });
  const list = make("details", { class: "list" }, summary, edits.node);
  list.addEventListener("toggle", () => list.open && edits.open());
  const none = make("p", { class: "quiet-text none-yet" }, words.say("history.none"));
  const node = make(
    "section",
    { class: "changes", "aria-label": words.say("history.list", { n: 2 }).replace(/^\S+ /, "") },
    make("p", { class: "toolbar" }, undo, redo, share, reset),
    make("div", { class: "what" }, list, none),
    panel.node,
  );

  /** @param {Report} report */
  function render(report) {
    // Always there, so that an edit moves nothing; buttons even where they do nothing, so that the
    // keyboard does not lose its place.
    attr(undo, "aria-disabled", session.past.length ? null : "true");
    attr(redo, "aria-disabled", session.future.length ? null : "true");
    const n = report.scenario.edits.length;
    attr(reset, "aria-disabled", n ? null : "true");
    show(list, n > 0);
    show(none, n === 0);
    text(summary, words.say("history.list", { n }));
    edits.render(report);
    panel.render(report);
  }

  return { node, render };
}
