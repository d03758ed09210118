/** The WebAssembly core: loading it, asking it, and going on after a trap. */

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */
/** @typedef {import("../pkg/seat_calculator.js").Scenario} Scenario */

const GLUE = new URL("../pkg/seat_calculator.js", import.meta.url).href;

export class Core {
  #glue;
  #dataset;
  #calculator;
  /** @type {Scenario | string} */
  #last = "";

  /**
   * @param {string} dataset JSON text
   * @param {number} attempt 0 at first; a module that failed to load stays failed under its address, so a retry asks under another.
   */
  static async load(dataset, attempt) {
    const glue = await import(attempt ? `${GLUE}?retry=${attempt}` : GLUE);
    await glue.default();
    return new Core(glue, dataset);
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

  /** @param {string} text @returns {Scenario} */
  parse(text) {
    return this.#survive(() => this.#glue.parseScenario(text));
  }

  /** Canonical text with its checksum. @param {Scenario} scenario @returns {string} */
  format(scenario) {
    return this.#survive(() => this.#glue.formatScenario(scenario));
  }

  /** A trap leaves the instance unusable: a fresh one of the same module takes over and does the work again, once. */
  #survive(work) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
      this.#glue.__wbg_reset_state();
      this.#calculator = new this.#glue.Calculator(this.#dataset);
      this.#calculator.evaluate(this.#last);
      return work();
    }
  }
}
