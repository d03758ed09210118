/**
 * "Keep this to compare": the button that puts the reader's scenario aside, and the room in which it
 * then stands beside the next one.
 */

import { attr, button, show } from "../components/dom.js";
import { later } from "../components/lazy-view.js";
import { bring } from "../core/assets.js";

/** @import { Context, Report } from "../types.d.ts" */

/**
 * @param {Context} ctx
 * @param {HTMLElement} changes where undo, redo and sharing stand
 * @param {(index: number) => void} open shows a constituency's card
 */
export function keepView(ctx, changes, open) {
  const { words, session, address } = ctx;
  const keep = button(words.say("compare.keep"), put, { class: "tool" });
  const panel = later(ctx, "compare/panel.js", "compareView", {
    full: true,
    css: "compare.css",
    args: [open, end],
  });
  panel.node.hidden = true;
  /** Whether the page's address has been asked for a second scenario. */
  let asked = !address.own;

  function put() {
    const { report } = session;
    if (!canKeep(report)) return;
    session.kept = report.scenario.text;
    render(report);
    ctx.announce(words.say("compare.say.kept"));
  }

  function end() {
    session.kept = null;
    render(session.report);
    ctx.announce(words.say("compare.say.stopped"));
    keep.focus();
  }

  /** @param {Report} report */
  const canKeep = ({ edited, scenario }) => edited.any && session.kept !== scenario.text;

  /** @param {Report} report */
  function render(report) {
    if (!asked) openLink();
    attr(keep, "aria-disabled", canKeep(report) ? null : "true");
    show(panel.node, session.kept !== null);
    if (session.kept !== null) panel.open();
    panel.render(report);
  }

  /** Opens the second scenario of a link, once. */
  async function openLink() {
    asked = true;
    if (session.kept !== null || !/[?&]compare=/.test(location.search)) return;
    try {
      const { openCompared } = await bring("compare/link.js");
      if (await openCompared(ctx)) render(session.report);
    } catch (error) {
      console.warn("seat-calculator:", error);
      ctx.notice(words.say("later.failed"));
    }
  }

  // In a frame Undo stays close to the result that is said below the list of changes.
  const home = ctx.framed ? changes : changes.querySelector(".toolbar");
  home?.append(keep);
  changes.append(panel.node);
  return { node: panel.node, render };
}
