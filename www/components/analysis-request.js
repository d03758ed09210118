/** Asks the core what takes longer than an edit, and shows only the answer to the last question. */

import { attr } from "./dom.js";

/** @import { Answers, CalculatorError, Context, Question, Report } from "../types.d.ts" */
/** @template Q @typedef {Q extends Question ? Omit<Q, "kind"> : never} DistributedOmit */
/** What a question of a kind asks. @template {keyof Answers} K
 * @typedef {DistributedOmit<Extract<Question, { kind: K }>>} Body */

/**
 * Answers the function that asks. It takes null to give up what was asked, and what else than the
 * scenario the answer depends on. Nothing is asked while a control is still moving.
 * @template {keyof Answers} K
 * @param {Context} ctx
 * @param {K} kind
 * @param {(answer: Answers[K] | null, error: CalculatorError | null, report: Report) => void} show
 *   one of the first two is null; the report is the one that was asked about
 * @param {HTMLElement | null} [node] must be in sight for a question to be worth asking, and is busy
 *   while the answer is awaited
 */
export function analysisRequest({ session }, kind, show, node = null) {
  let asked = "";
  let stop = new AbortController();
  let seen = !node;
  /** What is asked once the node comes into sight. @type {(() => void) | null} */
  let waiting = null;
  const busy = (/** @type {boolean} */ on) => node && attr(node, "aria-busy", on ? "true" : null);

  /** @param {Body<K> | null} body @param {unknown} about */
  async function put(body, about) {
    const key = body ? JSON.stringify([body, about, session.round]) : "";
    if (key === asked) return;
    asked = key;
    stop.abort();
    stop = new AbortController();
    busy(Boolean(body));
    if (!body) return;
    const { signal } = stop;
    const { report } = session;
    try {
      const question = /** @type {Question & { kind: K }} */ ({ kind, ...body });
      const value = /** @type {Answers[K]} */ (await session.core.analyse(question, signal));
      // A fast answer may overtake the news that nobody waits for it.
      if (!signal.aborted) show(value, null, report);
    } catch (thrown) {
      if (signal.aborted) return;
      const error = /** @type {CalculatorError} */ (thrown);
      asked = "";
      if (!error.code) console.warn("seat-calculator:", error);
      show(null, error, report);
    }
    if (!signal.aborted) busy(false);
  }

  if (node) {
    new IntersectionObserver((entries) => {
      seen = entries.at(-1)?.isIntersecting ?? false;
      if (seen) waiting?.();
      if (seen) waiting = null;
    }).observe(node);
  }

  /** @param {Body<K> | null} body @param {unknown} [about] the scenario, unless said otherwise */
  return (body, about = session.text) => {
    if (body && session.moving) return;
    if (seen) put(body, about);
    else waiting = () => put(body, about);
  };
}
