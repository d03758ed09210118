/**
 * The WebAssembly core: loading it, asking it, and going on after a trap. The page starts with the small module, which
 * shows a result, gives seats away and lets partners vote; the full one, which knows everything, takes over once it is needed.
 */

import { complete } from "../dataset/columns.js";
import { bring } from "./assets.js";

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */
/** @typedef {import("../pkg/seat_calculator.js").Scenario} Scenario */

const SMALL = "pkg/core/seat_calculator.js";
const FULL = "pkg/seat_calculator.js";

/** How often a module was started anew after a trap: what all who share it had in it is lost then. @type {WeakMap<any, number>} */
const restarts = new WeakMap();

/** @param {string} path */
async function loaded(path) {
  const glue = await bring(path);
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
  #restarts = 0;
  /** Which instance of the module is at work; what an earlier one made is lost with it. */
  #instance = 0;

  /**
   * @param {any} dataset
   * @param {boolean} shipped whether it is a file of this site, which the build has checked: all that the small module takes
   */
  static async load(dataset, shipped) {
    const core = new Core(await loaded(shipped ? SMALL : FULL), dataset);
    if (!shipped) core.#full = Promise.resolve();
    return core;
  }

  /** Puts the full module in place, with the scenario last evaluated; once it is there, at once. Rejects where it cannot be had. */
  complete() {
    this.#full ??= this.#grow().catch((error) => {
      this.#full = null;
      throw error;
    });
    return this.#full;
  }

  async #grow() {
    const [glue] = await Promise.all([loaded(FULL), complete(this.#dataset)]);
    const calculator = new glue.Calculator(this.#dataset);
    calculator.evaluate(this.#last);
    this.#alive();
    this.#calculator.free();
    this.#glue = glue;
    this.#restarts = restarts.get(glue) ?? 0;
    this.#calculator = calculator;
    this.#instance += 1;
  }

  /** Brings what the dataset lacks so far. Rejects where it cannot be had. */
  async rest() {
    return complete(this.#dataset);
  }

  constructor(glue, dataset) {
    this.#glue = glue;
    this.#dataset = dataset;
    this.#restarts = restarts.get(glue) ?? 0;
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
    const [{ answer }] = await Promise.all([bring("core/run-analysis.js"), this.complete()]);
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
    this.#alive();
    try {
      return work();
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
      this.#glue.__wbg_reset_state();
      restarts.set(this.#glue, this.#restarts + 1);
      this.#alive();
      return work();
    }
  }

  /** Elements on one page share a module: after a trap of any of them each has its calculator made anew. */
  #alive() {
    const now = restarts.get(this.#glue) ?? 0;
    if (now === this.#restarts) return;
    this.#restarts = now;
    this.#instance += 1;
    this.#calculator = new this.#glue.Calculator(this.#dataset);
    this.#calculator.evaluate(this.#last);
  }
}
