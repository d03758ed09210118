/**
 * What is shared, in one text: the question, what it assumes, its result, the declared result. It is
 * put together from what the core says, for every kind of edit.
 */

import { assumptions } from "../changes/summary.js";
import {
  floorSentence,
  isFloorVote,
  rowsWithSeats,
  shareSentence,
  totals,
} from "../result/sentences.js";
import { whatIf } from "./what-if.js";

/** @import { Context, Report } from "../types.d.ts" */

/** Rows of which all seats are said one after the other. */
const MOST = 5;

/**
 * "What if JLKM had joined the NDA, all its voters following? INDIA 41, NDA with JLKM 40. Declared
 * 56, 24, 1. Hypothetical · Jharkhand Assembly election, November 2024."
 * @param {Report} report @param {Context} ctx
 */
export function shareText(report, ctx) {
  if (!report.edited.any) return shareSentence(report, ctx);
  const { words, dataset } = ctx;
  const floor = isFloorVote(report);
  const result = floor
    ? floorSentence(report, ctx)
    : words.say("say.totals", { totals: totals(report, ctx) });
  return [
    whatIf(report, ctx),
    result,
    declaredSaid(report, ctx, floor),
    ...assumed(report, ctx),
    words.say("share.hypothetical", { title: words.name(dataset.title) }),
  ].join(" ");
}

/**
 * "Declared 56, 24, 1." where the same rows were named just before in the same order, else with
 * their names.
 * @param {Report} report @param {Context} ctx @param {boolean} named
 */
function declaredSaid(report, { words, names, dataset, session }, named) {
  const { baseline } = session;
  const [before, now] = [baseline, report].map(rowsWithSeats);
  const alike = now.every(({ id }, i) => before[i]?.id === id);
  if (named || !alike || before.length > MOST)
    return words.say("verdict.declared", { totals: totals(baseline, { words, names, dataset }) });
  const seats = before.map((row) => words.number(row.seats)).join(", ");
  return words.say("share.declared", { seats });
}

/**
 * What the edits assume, but for pools, whose assumption stands in the question.
 * @param {Report} report @param {Context} ctx
 */
function assumed({ scenario, ...report }, ctx) {
  const edits = scenario.edits.filter((edit) => !("pool" in edit));
  return assumptions(/** @type {Report} */ ({ ...report, scenario: { ...scenario, edits } }), ctx);
}
