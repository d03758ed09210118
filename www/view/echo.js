/** In a frame as tall as its content nothing can stay in sight: the result is said again beside the control that was used. */

import { hypothesis, shortTotals, shortVerdict } from "./result.js";
import { make, text } from "./dom.js";

/** What the line is put into, and what it is put after. */
const INSIDE = ".seat, .answer-body, .detail, .swing, .pool";
const AFTER = ".presets, .adding, .fields, .partners, .ways, .edits, .toolbar, .tiles";

/** @param {any} ctx @param {HTMLElement} page */
export function echoView(ctx, page) {
  const said = make("span");
  const node = make("p", { class: "echo", "aria-hidden": "true" }, said);

  /** @param {import("../pkg/seat_calculator.js").Report} report */
  function render(report) {
    const control = /** @type {ShadowRoot} */ (page.getRootNode()).activeElement;
    text(said, [hypothesis(report, ctx), shortTotals(report, ctx, ", "), "·", shortVerdict(report, ctx)].filter(Boolean).join(" "));
    const inside = control?.closest(INSIDE);
    const after = inside ? null : control?.closest(AFTER);
    if (!report.edited.any || !(inside || after)) {
      if (!report.edited.any) node.remove();
      return;
    }
    if (inside && node.parentNode !== inside) inside.append(node);
    if (after && after.nextSibling !== node) after.after(node);
  }

  return { node, render };
}
