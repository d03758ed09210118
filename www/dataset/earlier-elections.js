/** The elections that this one can be compared with. */

import { elections, facts } from "../facts/data.js";

/** @import { Context } from "../types.d.ts" */

/**
 * First the elections of this house, then what else it can be compared with; as the file of facts
 * has them.
 * @param {Context} ctx
 */
export async function earlierElections(ctx) {
  const [{ earlier }, known] = await Promise.all([facts(ctx), elections()]);
  const isOther = (/** @type {string} */ id) => (known.find((one) => one.id === id)?.of ? 1 : 0);
  return [...earlier].sort((a, b) => isOther(a.election) - isOther(b.election));
}
