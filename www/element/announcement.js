/** What readers who hear the page are told after an edit. */

import {
  answerSentence,
  declaredTotals,
  hypothesis,
  totals,
  verdictSentence,
} from "../result/sentences.js";

/** @import { Report } from "../pkg/seat_calculator.js" */
/** @import { Context } from "../types.d.ts" */

/**
 * Who gained or lost the majority, then the result.
 * @param {Report} report @param {Report} before @param {Context} ctx
 */
export function announcement(report, before, ctx) {
  const { words } = ctx;
  const [was, is] = [majority(before, ctx), majority(report, ctx)];
  const said = [];
  if (was && was.id !== is?.id) said.push(words.say("say.lost", { A: was.name }));
  if (is && was?.id !== is.id) said.push(words.say("say.won", { A: is.name }));
  if (!report.edited.any) said.push(words.say("say.declared"), verdictSentence(report, ctx));
  else if (said.length || report.floor.chosen || report.verdict.kind !== before.verdict.kind)
    said.push(hypothesis(report, ctx), answerSentence(report, ctx));
  else
    said.push(
      hypothesis(report, ctx),
      words.say("say.totals", { totals: totals(report, ctx) }),
      declaredTotals(report, ctx),
    );
  return said.join(" ");
}

/** Who has a majority, or null. @param {Report} report @param {Context} ctx */
function majority({ verdict, alliances }, { names }) {
  if (verdict.kind !== "majority") return null;
  const [id] = verdict.leaders;
  const row = alliances.find((line) => line.id === id);
  return { id, name: row ? names.row(row) : names.label(id) };
}
