/** In a frame as tall as its content nothing can stay in sight: the result is said again beside the control that was used. */

import { hypothesis, shortTotals, shortVerdict } from "./sentences.js";
import { make, text } from "../components/dom.js";

/** What the line is put into, and what it is put after. */
const INSIDE = ".seat, .answer-body, .detail, .swing, .pool";
const AFTER = ".presets, .adding, .fields, .partners, .ways, .edits, .toolbar, .tiles";

/** @param {any} ctx @param {HTMLElement} page */
export function echoView(ctx, page) {
  const said = make("span");
  const node = make("p", { class: "echo", "aria-hidden": "true" }, said);
  /** Of the control used last, which may be gone by the time its edit is shown; nor does every browser give a pressed button the focus. @type {Element | null} */
  let inside = null;
  /** @type {Element | null} */
  let before = null;
  const note = ({ target }) => {
    inside = target.closest(INSIDE);
    before = target.closest(AFTER);
  };
  for (const event of ["focusin", "click"]) page.addEventListener(event, note, true);

  /** @param {any} report or what of one stands beside a slider */
  function render(report) {
    if (report.changes)
      text(
        said,
        [
          hypothesis(report, ctx) || ctx.words.say("say.declared"),
          shortTotals(report, ctx, ", "),
          "·",
          shortVerdict(report, ctx),
        ].join(" "),
      );
    if (inside) inside.append(node);
    else before?.after(node);
  }

  return { node, render, glance: render };
}
