/** What the election before this one made of every seat: for whoever shows it beside what is now. */

import { elections, facts, file } from "../facts/data.js";
import { Names } from "./names.js";
import { sourceSentence } from "./sources.js";

/** @type {WeakMap<any, Promise<any>>} */
const known = new WeakMap();

/** The election before this one; null where none is known. What could not be had is asked for again. @param {any} ctx @returns {Promise<any>} */
export function before(ctx) {
  if (!known.has(ctx)) {
    const coming = found(ctx);
    coming.catch(() => known.delete(ctx));
    known.set(ctx, coming);
  }
  return /** @type {Promise<any>} */ (known.get(ctx));
}

/** @param {any} ctx */
async function found(ctx) {
  const { words, names, dataset: own, session } = ctx;
  if (!own.facts?.includes("earlier")) return null;
  const [{ earlier }, all] = await Promise.all([facts(ctx), elections(), words.complete()]);
  // Other votes of the same electors, such as for the Lok Sabha, are no election of this house.
  const last = earlier.find((one) => !all.find(({ id }) => id === one.election)?.of);
  if (!last) return null;
  const dataset = JSON.parse(await file(last.election));
  const then = new Names(dataset, words);
  const { parties, constituencies: columns } = session.core.use((calculator) => {
    const fresh = new calculator.constructor(dataset);
    const report = fresh.evaluate("");
    fresh.free();
    return report;
  });
  const places = new Map(dataset.constituencies.map(({ id }, place) => [id, place]));
  /** The calculator on that election, and the instance of the module that made it. @type {any} */
  let made = { instance: -1 };

  const here = {
    title: words.name(dataset.title),
    date: words.date(dataset.counted),
    names: then,
    source: sourceSentence(ctx, dataset),

    /** A seat in one sentence; empty where nobody was elected in it. @param {string} id */
    line(id) {
      const place = places.get(id);
      const party = place === undefined ? undefined : parties[columns.party[place]]?.id;
      if (!party) return "";
      const follows = last.successors.find((one) => one.then === party);
      const next = columns.runnerUp[place]
        ? then.label(parties[columns.runnerUpParty[place]].id)
        : "";
      const values = {
        date: here.date,
        name: then.candidate(id, columns.winner[place]),
        n: columns.margin[place],
        other: next,
        party: follows
          ? words.say("seat.then.follows", {
              then: then.label(party),
              now: names.label(follows.now),
            })
          : then.label(party),
      };
      return words.say(next && !Number.isNaN(values.n) ? "seat.then" : "seat.then.held", values);
    },

    /** That result and the scenario shown; only the full core can compare. @returns {import("../pkg/seat_calculator.js").Then} */
    compare: () =>
      session.core.use((calculator, instance) => {
        if (made.instance !== instance)
          made = { calculator: new calculator.constructor(dataset), instance };
        return calculator.compare(made.calculator, last.successors);
      }),
  };
  ctx.before = here;
  return here;
}
