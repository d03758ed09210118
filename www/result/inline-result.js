/**
 * The result again beside the control that was used last: in a frame as tall as its content nothing
 * can stay in sight. It takes no room of its own (embed.css keeps some), so that it moves nothing.
 */

import { make, text } from "../components/dom.js";
import { hypothesis, shortTotals, shortVerdict } from "./sentences.js";

/** @import { Context, Glance } from "../types.d.ts" */

/** What the line is put into, and what it is put after. */
const INSIDE = ".seat-text, .detail, .swing, .pool";
const AFTER = ".presets, .adding, .fields, .partners, .ways, .edits, .tiles";

/** @param {Element} control */
function insideOf(control) {
  const row = control.closest(".seat");
  return row && !control.closest(".detail")
    ? row.querySelector(".seat-text")
    : control.closest(INSIDE);
}

/** @param {Context} ctx @param {HTMLElement} page */
export function echoView(ctx, page) {
  const said = make("span");
  const node = make("p", { class: "echo", "aria-hidden": "true" }, said);
  // Kept from the event: the control may be gone by the time its edit is shown, and not every
  // browser gives a pressed button the focus.
  /** @type {Element | null} */
  let inside = null;
  /** @type {Element | null} */
  let before = null;
  const note = (/** @type {Event} */ { target }) => {
    const control = /** @type {Element} */ (target);
    inside = insideOf(control);
    before = control.closest(AFTER);
  };
  for (const event of ["focusin", "click"]) page.addEventListener(event, note, true);

  /** @param {Glance} report */
  function render(report) {
    const { words } = ctx;
    const sums = shortTotals(report, ctx, ", ");
    const start = hypothesis(report, ctx) || words.say("say.declared");
    const whole = `${start} ${sums} · ${shortVerdict(report, ctx)}`;
    const short = report.edited.any ? `${words.say("strip.edited")}: ${sums}` : `${start} ${sums}`;
    text(said, inside?.matches(".seat-text") ? short : whole);
    if (inside) inside.append(node);
    else before?.after(node);
  }

  return { node, render, glance: render };
}
