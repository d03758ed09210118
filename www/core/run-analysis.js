/** A question worked out in slices, so that no frame waits for it. */

/** How long one slice may take, in milliseconds: less than half a frame. */
const SLICE = 6;
/** Units of the first slice: so many constituencies are read well within it. */
const FIRST = 2_000;
/** A slice is at most so many times the one before. */
const GROWTH = 4;
const MOST = 2 ** 32 - 1;

/**
 * @param {import("./calculator-client.js").Core} core with the full module in place
 * @param {import("../pkg/seat_calculator.js").Question} question
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export async function answer(core, question, signal) {
  let budget = FIRST;
  /** @type {{ analysis: import("../pkg/seat_calculator.js").Analysis, instance: number } | null} */
  let work = null;
  const free = () =>
    core.use((_, instance) => {
      if (work?.instance === instance) work.analysis.free();
      work = null;
    });
  for (;;) {
    if (signal?.aborted) {
      free();
      throw signal.reason;
    }
    const start = performance.now();
    // After a trap the question is asked anew.
    const found = core.use((calculator, instance) => {
      if (work?.instance !== instance) work = { analysis: calculator.analyse(question), instance };
      return work.analysis.step(budget) ? { value: work.analysis.value() } : null;
    });
    if (found) {
      free();
      return found.value;
    }
    const taken = Math.max(performance.now() - start, SLICE / GROWTH);
    budget = Math.min(Math.max(Math.floor((budget * SLICE) / taken), 1), MOST);
    await new Promise((next) => setTimeout(next));
  }
}
