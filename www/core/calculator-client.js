/**
 * The WebAssembly core: loading it, calling it, and going on after a trap. The page starts with
 * the small module, which evaluates results, awards and stances; the full module takes over when
 * something else is needed.
 */

import { complete } from "../dataset/load-dataset.js";
import { bring } from "./assets.js";

/** @typedef {typeof import("../pkg/seat_calculator.js")} Module */
/** @import { Answers, Calculator, Question, Report, Scenario } from "../pkg/seat_calculator.js" */
/** @import { Dataset } from "../types.d.ts" */

/**
 * How often each module was started anew after a trap: all calculators in it are lost then.
 * @type {WeakMap<Module, number>}
 */
const restarts = new WeakMap();

/** @param {"pkg/core/seat_calculator.js" | "pkg/seat_calculator.js"} path */
async function loadModule(path) {
  const module = await bring(path);
  await module.default();
  return module;
}

export class CalculatorClient {
  #module;
  #dataset;
  #calculator;
  /** @type {Scenario | string} */
  #last = "";
  /** @type {Promise<void> | null} */
  #full = null;
  #restarts = 0;
  /**
   * States of a count that were taken, the first and the last; null where none is followed.
   * @type {string[] | null}
   */
  #states = null;
  /** Which instance of the module is at work; what an earlier one made is lost with it. */
  #instance = 0;

  /**
   * @param {Dataset} dataset
   * @param {boolean} shipped whether it is a file of this site: the build has checked those, and
   *   the small module takes no others
   */
  static async load(dataset, shipped) {
    const path = shipped ? "pkg/core/seat_calculator.js" : "pkg/seat_calculator.js";
    const client = new CalculatorClient(await loadModule(path), dataset);
    if (!shipped) client.#full = Promise.resolve();
    return client;
  }

  /** @param {Module} module @param {Dataset} dataset */
  constructor(module, dataset) {
    this.#module = module;
    this.#dataset = dataset;
    this.#restarts = restarts.get(module) ?? 0;
    this.#calculator = new module.Calculator(dataset);
  }

  /** Puts the full module in place, with the scenario last evaluated. Rejects where that fails. */
  loadFull() {
    this.#full ??= this.#replaceModule().catch((error) => {
      this.#full = null;
      throw error;
    });
    return this.#full;
  }

  async #replaceModule() {
    const [module] = await Promise.all([loadModule("pkg/seat_calculator.js"), this.loadDetails()]);
    const calculator = this.#make(module);
    this.#renew();
    this.#calculator.free();
    this.#module = module;
    this.#restarts = restarts.get(module) ?? 0;
    this.#calculator = calculator;
    this.#instance += 1;
  }

  /** Loads what the dataset lacks so far. Rejects where that fails. */
  loadDetails() {
    return complete(this.#dataset);
  }

  /** @param {Scenario | string} scenario @returns {Report} */
  evaluate(scenario) {
    const report = this.use((calculator) => calculator.evaluate(scenario));
    this.#last = report.scenario.text;
    return report;
  }

  /** A constituency as the last evaluated scenario has it. @param {string} id */
  constituency(id) {
    return this.use((calculator) => calculator.constituency(id));
  }

  /**
   * Answers a question about the scenario as it is when the work begins, between frames. Rejects
   * with what the core refuses, and with the signal's reason once it is aborted.
   * @template {Question} Asked
   * @param {Asked} question
   * @param {AbortSignal} [signal]
   * @returns {Promise<Answers[Asked["kind"]]>}
   */
  async analyse(question, signal) {
    const [{ runAnalysis }] = await Promise.all([bring("core/run-analysis.js"), this.loadFull()]);
    const answer = await runAnalysis(this, question, signal);
    return /** @type {Answers[Asked["kind"]]} */ (answer);
  }

  /**
   * Works on the calculator itself; after a trap the work is done again on a fresh one.
   * @template Result
   * @param {(calculator: Calculator, instance: number, module: Module) => Result} work
   */
  use(work) {
    return this.#survive(() => work(this.#calculator, this.#instance, this.#module));
  }

  /** @param {string} text @returns {Scenario} */
  parse(text) {
    return this.#survive(() => this.#module.parseScenario(text));
  }

  /**
   * A trap leaves the instance unusable: a fresh one of the same module does the work again, once.
   * @template Result
   * @param {() => Result} work
   */
  #survive(work) {
    this.#renew();
    try {
      return work();
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
      this.#module.__wbg_reset_state();
      restarts.set(this.#module, this.#restarts + 1);
      this.#renew();
      return work();
    }
  }

  /** Makes the calculator anew if any element on the page has restarted the module. */
  #renew() {
    const now = restarts.get(this.#module) ?? 0;
    if (now === this.#restarts) return;
    this.#restarts = now;
    this.#instance += 1;
    this.#calculator = this.#make(this.#module);
  }

  /** A calculator that knows what the one before did. @param {Module} module */
  #make(module) {
    const calculator = new module.Calculator(this.#dataset);
    if (this.#states) calculator.follow();
    for (const feed of this.#states ?? []) calculator.update(feed);
    calculator.evaluate(this.#last);
    return calculator;
  }

  /** Whether a count is followed. */
  get following() {
    return this.#states !== null;
  }

  /** Follows a count from now on; only the full module can. */
  follow() {
    this.#calculator.follow();
    this.#states ??= [];
  }

  /** Takes the next state of the count. @param {string} feed */
  update(feed) {
    const update = this.use((calculator) => calculator.update(feed));
    this.#states = [...(this.#states ?? []).slice(0, 1), feed];
    return update;
  }

  /** Whether links with this fingerprint were made for these data. @param {string} fingerprint */
  knows(fingerprint) {
    return this.use((calculator) => {
      if (!("knows" in calculator))
        throw Object.assign(new Error("the full module knows"), { code: "needs-full" });
      return calculator.knows(fingerprint);
    });
  }
}
