/** Asking the core what takes longer than an edit, and showing only the answer to the last question. */

import { attr } from "./dom.js";

/**
 * @param {any} ctx
 * @param {(value: any, error: any, report: import("../pkg/seat_calculator.js").Report) => void} show one of the first two is null; the report is the one that was asked about
 * @param {HTMLElement | null} [node] what must be in sight for a question to be worth asking, and is busy while the answer is awaited
 */
export function asking({ session }, show, node = null) {
  let asked = "";
  let stop = new AbortController();
  let seen = !node;
  /** What is asked once the node comes into sight. @type {[any, any] | null} */
  let waiting = null;
  const busy = (on) => node && attr(node, "aria-busy", on ? "true" : null);

  async function put(question, about) {
    const key = question && JSON.stringify([question, about]);
    if (key === asked) return;
    asked = key;
    stop.abort();
    stop = new AbortController();
    busy(question);
    if (!question) return;
    const { signal } = stop;
    const { report } = session;
    try {
      const value = await session.core.analyse(question, signal);
      // A fast answer may overtake the news that nobody waits for it.
      if (!signal.aborted) show(value, null, report);
    } catch (error) {
      if (signal.aborted) return;
      asked = "";
      if (!error.code) console.warn("seat-calculator:", error);
      show(null, error, report);
    }
    if (!signal.aborted) busy(false);
  }

  if (node) {
    new IntersectionObserver((entries) => {
      seen = entries.at(-1)?.isIntersecting ?? false;
      const [question, about] = waiting ?? [];
      if (!seen || !waiting) return;
      waiting = null;
      put(question, about);
    }).observe(node);
  }

  /**
   * @param {any} question null: nothing is asked, and what was asked is given up
   * @param {any} [about] what else the answer depends on; the scenario, unless said otherwise
   */
  return (question, about = session.text) => {
    if (seen) put(question, about);
    else waiting = [question, about];
  };
}
