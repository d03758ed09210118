/**
 * The WebAssembly core: loading it, asking it, and going on after a trap. The page starts with the small module, which
 * shows a result and gives seats away; the full one, which knows everything, takes over once it is needed.
 */

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */
/** @typedef {import("../pkg/seat_calculator.js").Scenario} Scenario */

const SMALL = new URL("../pkg/core/seat_calculator.js", import.meta.url).href;
const FULL = new URL("../pkg/seat_calculator.js", import.meta.url).href;

/**
 * @param {string} address
 * @param {number} attempt 0 at first; a module that failed to load stays failed under its address, so a retry asks under another.
 */
async function loaded(address, attempt) {
  const glue = await import(attempt ? `${address}?retry=${attempt}` : address);
  await glue.default();
  return glue;
}

export class Core {
  #glue;
  #dataset;
  #calculator;
  /** @type {Scenario | string} */
  #last = "";
  /** @type {Promise<void> | null} */
  #full = null;
  #failures = 0;
  /** Which instance of the module is at work; what an earlier one made is lost with it. */
  #instance = 0;

  /**
   * @param {any} dataset
   * @param {boolean} shipped whether it is a file of this site, which the build has checked: all that the small module takes
   * @param {number} attempt as of {@link loaded}
   */
  static async load(dataset, shipped, attempt) {
    const core = new Core(await loaded(shipped ? SMALL : FULL, attempt), dataset);
    if (!shipped) core.#full = Promise.resolve();
    return core;
  }

  /** Puts the full module in place, with the scenario last evaluated; once it is there, at once. Rejects where it cannot be had. */
  complete() {
    this.#full ??= this.#grow().catch((error) => {
      this.#full = null;
      this.#failures += 1;
      throw error;
    });
    return this.#full;
  }

  async #grow() {
    const glue = await loaded(FULL, this.#failures);
    const calculator = new glue.Calculator(this.#dataset);
    calculator.evaluate(this.#last);
    this.#calculator.free();
    this.#glue = glue;
    this.#calculator = calculator;
    this.#instance += 1;
  }

  constructor(glue, dataset) {
    this.#glue = glue;
    this.#dataset = dataset;
    this.#calculator = new glue.Calculator(dataset);
  }

  /** @param {Scenario | string} scenario @returns {Report} */
  evaluate(scenario) {
    const report = this.#survive(() => this.#calculator.evaluate(scenario));
    this.#last = report.scenario.text;
    return report;
  }

  /** As the last evaluated scenario has it. @param {string} id @returns {import("../pkg/seat_calculator.js").ConstituencyDetail} */
  constituency(id) {
    return this.#survive(() => this.#calculator.constituency(id));
  }

  /**
   * The answer to a question about the scenario as it is when the work begins, worked out between frames.
   * Rejects with what the core refuses, and with the signal's reason once that is given: then nobody works on.
   * @param {import("../pkg/seat_calculator.js").Question} question @param {AbortSignal} [signal] @returns {Promise<any>}
   */
  async analyse(question, signal) {
    const [{ answer }] = await Promise.all([import("./answer.js"), this.complete()]);
    return answer(this, question, signal);
  }

  /** Work on the calculator itself, done again on a fresh one after a trap. @template T @param {(calculator: any, instance: number) => T} work @returns {T} */
  use(work) {
    return this.#survive(() => work(this.#calculator, this.#instance));
  }

  /** @param {string} text @returns {Scenario} */
  parse(text) {
    return this.#survive(() => this.#glue.parseScenario(text));
  }

  /** A trap leaves the instance unusable: a fresh one of the same module takes over and does the work again, once. */
  #survive(work) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
      this.#glue.__wbg_reset_state();
      this.#instance += 1;
      this.#calculator = new this.#glue.Calculator(this.#dataset);
      this.#calculator.evaluate(this.#last);
      return work();
    }
  }
}
