/** Runs an analysis in slices, so that no frame waits for it. */

/** @import { Analysis, Question } from "../pkg/seat_calculator.js" */

/** Milliseconds of one slice: less than half a frame. */
const SLICE = 6;
/** Budget of the first slice: so many constituencies are read well within it. */
const FIRST_BUDGET = 2_000;
/** A slice has at most so many times the budget of the one before. */
const GROWTH = 4;
const LARGEST_BUDGET = 2 ** 32 - 1;

/**
 * @param {import("./calculator-client.js").CalculatorClient} core with the full module in place
 * @param {Question} question
 * @param {AbortSignal} [signal]
 */
export async function runAnalysis(core, question, signal) {
  let budget = FIRST_BUDGET;
  /** @type {{ analysis: Analysis, instance: number } | null} */
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
    const found = core.use((calculator, instance) => {
      // After a trap the work begins anew.
      if (work?.instance !== instance) work = { analysis: calculator.analyse(question), instance };
      return work.analysis.step(budget) ? { value: work.analysis.value() } : null;
    });
    if (found) {
      free();
      return found.value;
    }
    const taken = Math.max(performance.now() - start, SLICE / GROWTH);
    budget = Math.min(Math.max(Math.floor((budget * SLICE) / taken), 1), LARGEST_BUDGET);
    await new Promise((next) => setTimeout(next));
  }
}
