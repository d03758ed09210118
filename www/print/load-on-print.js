/** When to bring what only a printed page shows: at the first sign that it may be printed. */

import { later } from "../components/lazy-view.js";

/** Ctrl or Command goes down before P does; who goes to the browser's menu leaves the page. */
const SIGNS = ["keydown", "blur", "beforeprint"];

/** @param {import("../types.d.ts").Context} ctx */
export function onPaperView(ctx) {
  const inside = later(ctx, "print/summary.js", "paperView");
  inside.node.classList.add("paper");
  /** @param {Event} event */
  const sign = (event) => {
    if (!("key" in event) || ["Control", "Meta"].includes(String(event.key))) inside.open();
  };
  return {
    ...inside,
    /** Looks out for the signs, or no more. @param {boolean} on */
    follow: (on) =>
      SIGNS.forEach((event) => (on ? addEventListener : removeEventListener)(event, sign)),
  };
}
