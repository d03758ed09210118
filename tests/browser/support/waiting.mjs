// Waits for states. None is a fixed time: a wait ends with what is waited for, and fails after a limit that is long and
// grows with the slowness of the machine.

import assert from "node:assert/strict";

/** Milliseconds that the work of `slowness` takes on an idle machine of 2024. */
const QUICK = 60;

/** How many times slower than an idle machine this one is, at least 1. The environment variable SLOWNESS says otherwise. */
export const slowness = Number(process.env.SLOWNESS) || Math.max(1, work() / QUICK);
/** Milliseconds after which a wait fails. */
export const LIMIT = 30_000 * slowness;

function work() {
  const start = performance.now();
  for (let i = 0, state = 1; i < 40_000_000; i += 1)
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  return performance.now() - start;
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Waits until `condition`, which runs in the page or frame with `values`, answers something true, and answers that.
 *
 * @param {import("puppeteer-core").Page | import("puppeteer-core").Frame} where
 */
export async function until(where, condition, ...values) {
  const handle = await where.waitForFunction(condition, { timeout: LIMIT }, ...values);
  return handle.jsonValue();
}

/**
 * Asks `question` again until it answers something true, and answers that. For what no function in a page can wait for.
 *
 * @template T
 * @param {() => T | Promise<T>} question
 * @param {() => string} [missing] what is said when it never does
 */
export async function eventually(question, missing = () => `never true: ${question}`) {
  for (const end = Date.now() + LIMIT; Date.now() < end; await pause(20)) {
    const answer = await question();
    if (answer) return answer;
  }
  return assert.fail(missing());
}

/**
 * Waits until the page or frame has done what was asked of it: every fold has told that it opened, every part that came
 * into sight knows it, and nothing says that it is busy.
 *
 * @param {import("puppeteer-core").Page | import("puppeteer-core").Frame} where
 */
export async function settled(where) {
  await where.evaluate(async () => {
    // Events of one kind come in order: those asked for here come after all that are due.
    await new Promise((done) => {
      const fold = document.createElement("details");
      fold.addEventListener("toggle", done);
      fold.open = true;
    });
    await new Promise((done) => {
      new IntersectionObserver((_, observer) => {
        observer.disconnect();
        done();
      }).observe(document.documentElement);
    });
  });
  await until(where, () =>
    [...document.querySelectorAll("seat-calculator")].every(
      ({ shadowRoot }) => !shadowRoot?.querySelector("[aria-busy=true]"),
    ),
  );
}
