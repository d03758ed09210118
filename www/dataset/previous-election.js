/** What the election before this one made of every constituency. */

import { elections, facts } from "../facts/data.js";
import { loadWhole } from "./load-dataset.js";
import { Names } from "./names.js";
import { sourceSentence } from "./sources.js";

/** @import { Context, Dataset } from "../types.d.ts" */
/** @import { Calculator, Successor } from "../pkg/seat_calculator.js" */
/**
 * An earlier election, and which of its parties goes on as which party of now.
 * @typedef {{ election: string, successors: Successor[] }} Earlier
 */

export class PreviousElection {
  #ctx;
  #dataset;
  #successors;
  #report;
  /** The calculator on that election, and the instance of the module that it was made in. */
  #made = { instance: -1, calculator: /** @type {Calculator | null} */ (null) };

  /** @param {Context} ctx @param {Dataset} dataset @param {Successor[]} successors */
  constructor(ctx, dataset, successors) {
    const { words } = ctx;
    this.#ctx = ctx;
    this.#dataset = dataset;
    this.#successors = successors;
    this.title = words.name(dataset.title);
    this.date = words.date(dataset.counted ?? "");
    this.names = new Names(dataset, words);
    this.source = sourceSentence(ctx, dataset);
    this.#report = ctx.session.core.use((_calculator, _instance, module) => {
      const calculator = new module.Calculator(dataset);
      const report = calculator.evaluate("");
      calculator.free();
      return report;
    });
  }

  /** A constituency in one sentence; empty where nobody was elected in it. @param {string} id */
  line(id) {
    const { words, names } = this.#ctx;
    const { parties, constituencies: columns } = this.#report;
    const place = this.#dataset.constituencies.findIndex((one) => one.id === id);
    const party = parties[columns.party[place]]?.id;
    if (!party) return "";
    const then = this.names.label(party);
    const follows = this.#successors.find((one) => one.then === party);
    const margin = columns.margin[place];
    const other = columns.runnerUp[place]
      ? this.names.label(parties[columns.runnerUpParty[place]].id)
      : "";
    const key = other && !Number.isNaN(margin) ? "seat.then" : "seat.then.held";
    return words.say(key, {
      date: this.date,
      name: this.names.candidate(id, columns.winner[place]),
      n: margin,
      other,
      party: follows
        ? words.say("seat.then.follows", { then, now: names.label(follows.now) })
        : then,
    });
  }

  /** That result against the scenario shown; only the full core can compare. */
  compare() {
    return this.#ctx.session.core.use((calculator, instance, module) => {
      if (this.#made.instance !== instance)
        this.#made = { calculator: new module.Calculator(this.#dataset), instance };
      const then = /** @type {Calculator} */ (this.#made.calculator);
      return calculator.compare(then, this.#successors);
    });
  }
}

/** @type {WeakMap<Context, Promise<PreviousElection | null>>} */
const known = new WeakMap();

/**
 * The election before this one, loaded once; null where none is known.
 * @param {Context} ctx
 * @returns {Promise<PreviousElection | null>}
 */
export function previousElection(ctx) {
  let previous = known.get(ctx);
  if (!previous) {
    previous = load(ctx);
    previous.catch(() => known.delete(ctx));
    known.set(ctx, previous);
  }
  return previous;
}

/** @param {Context} ctx */
async function load(ctx) {
  if (!ctx.dataset.facts?.includes("earlier")) return null;
  /** @type {[{ earlier: Earlier[] }, { id: string, of?: string }[]]} */
  const [{ earlier }, all] = await Promise.all([facts(ctx), elections()]);
  // Other votes of the same electors, such as for the Lok Sabha, are no election of this house.
  const last = earlier.find((one) => !all.find(({ id }) => id === one.election)?.of);
  if (!last) return null;
  const dataset = await loadWhole(last.election);
  ctx.before = new PreviousElection(ctx, dataset, last.successors);
  return ctx.before;
}
