/** Asks the core about a claim, with what claims are held against beside the election. */

import { loadWhole } from "../dataset/load-dataset.js";
import { elections, facts } from "../facts/data.js";

/** @import { Claim, ClaimAnswer, ClaimBackground } from "../pkg/seat_calculator.js" */
/** @import { Context, Dataset } from "../types.d.ts" */
/** @import { EarlierElection } from "../facts/types.d.ts" */

/** @typedef {{ earlier: EarlierElection[] } & Record<"day" | "day_parties", ClaimBackground["day"]>} Facts */

/** @param {Context} ctx @returns {Promise<Partial<Facts>>} */
const factsOf = async (ctx) =>
  ctx.dataset.facts ? /** @type {Partial<Facts>} */ (await facts(ctx)) : {};

/**
 * Earlier elections, counts of the day and printed tallies. What a page has not, it does without.
 * @param {Context} ctx
 * @returns {Promise<{ background: ClaimBackground, titles: Map<string, Dataset> }>}
 */
async function background(ctx) {
  const [{ earlier = [], day = [], day_parties = [] }, all] = await Promise.all([
    factsOf(ctx).catch(() => /** @type {Partial<Facts>} */ ({})),
    elections().catch(() => []),
  ]);
  const others = all.filter(({ of }) => of === ctx.dataset.id);
  const load = (/** @type {string} */ id) => loadWhole(id).catch(() => null);
  const [before, counts] = await Promise.all([
    Promise.all(earlier.map(({ election }) => load(election))),
    Promise.all(others.map(({ id }) => load(id))),
  ]);
  /** @type {Map<string, Dataset>} */
  const titles = new Map([[ctx.dataset.id, ctx.dataset]]);
  for (const dataset of before) if (dataset) titles.set(dataset.id, dataset);
  const known = earlier.flatMap(({ successors }, i) => {
    const dataset = before[i];
    const pairs = successors.map(({ then, now }) => ({ then, now }));
    return dataset ? [{ dataset, successors: pairs }] : [];
  });
  const hours = counts.flatMap((one) => (one?.house.result?.kind === "count" ? [one] : []));
  return {
    background: { earlier: known, hours, day: [...(day ?? []), ...(day_parties ?? [])] },
    titles,
  };
}

/**
 * What checks claims of this page.
 * @param {Context} ctx
 */
export async function checker(ctx) {
  const { background: beside, titles } = await background(ctx);
  /** The instance of the core that has the background. */
  let told = -1;
  return {
    /** The elections a claim may be held against, by id. */
    titles,
    /** @param {Claim | string} claim @returns {ClaimAnswer} */
    check: (claim) =>
      ctx.session.core.use((calculator, instance) => {
        if (told !== instance) calculator.setBackground(beside);
        told = instance;
        return calculator.check(claim);
      }),
  };
}
