/** A part of a view that asks the core what takes longer than a frame: anew with every report, but only while it is in sight. */

import { attr } from "./dom.js";

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */

/**
 * @param {any} ctx
 * @param {HTMLElement} node what must be in sight, and is busy while the answer is awaited
 * @param {(report: Report) => import("../pkg/seat_calculator.js").Question | null} question null: nothing to ask
 * @param {(answer: any, report: Report) => void} show
 * @param {(error: any, report: Report) => void} refuse what the core says where there is no answer
 */
export function live(ctx, node, question, show, refuse) {
  /** @type {AbortController | null} */
  let asking = null;
  let seen = false;
  let stale = true;

  async function ask() {
    const { report } = ctx.session;
    const wanted = question(report);
    asking?.abort();
    asking = null;
    stale = false;
    if (!wanted) return attr(node, "aria-busy", null);
    const { signal } = asking = new AbortController();
    attr(node, "aria-busy", "true");
    try {
      const answer = await ctx.session.core.analyse(wanted, signal);
      // A fast answer may overtake the news that nobody waits for it.
      if (signal.aborted) return;
      show(answer, report);
    } catch (error) {
      if (signal.aborted) return;
      if (!error.code) console.warn("seat-calculator:", error);
      refuse(error, report);
    }
    attr(node, "aria-busy", null);
  }

  new IntersectionObserver((entries) => {
    seen = entries.at(-1)?.isIntersecting ?? false;
    if (seen && stale) ask();
  }).observe(node);

  return {
    /** The scenario, or what is asked about it, has changed. */
    again() {
      stale = true;
      if (seen) ask();
    },
  };
}
