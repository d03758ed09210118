/** What was changed, and what that assumes, in words: for all that leaves the page. */

import { publishedBy } from "../dataset/sources.js";
import { editSentence } from "./edit-sentence.js";

/** @import { Context, Language, Report } from "../types.d.ts" */
/** @import { Change } from "../pkg/seat_calculator.js" */
/** @import { Pool } from "../votes/edit-control.js" */

/** More seats given by hand than these are not named one by one. */
const FEW = 3;

/**
 * The edits one by one; of many seats given by hand their number says enough.
 * @param {Report} report @param {Context} ctx
 */
export function editsSaid(report, ctx) {
  const { edits } = report.scenario;
  const many = edits.filter((edit) => "award" in edit).length > FEW;
  const named = edits.filter((edit) => !many || !("award" in edit));
  return named.map((edit) => editSentence(edit, report, ctx));
}

/**
 * "Kanke (BJP → INC), …": who held each seat, and who holds it.
 * @param {Change[]} changes @param {string} nobody @param {Language} ctx
 */
export function changesSaid(changes, nobody, { names }) {
  const holder = (/** @type {Change["from"]} */ side) => (side ? names.label(side.party) : nobody);
  return changes
    .map(
      ({ constituency, from, to }) =>
        `${names.seat(constituency)} (${holder(from)}\u00a0→\u00a0${holder(to)})`,
    )
    .join(", ");
}

/** What a pool assumes. @param {Pool} pool @param {Language} ctx */
export function poolAssumes({ target, joiners, efficiency }, { words, names }) {
  return words.say("pool.assumes", {
    e: efficiency === null ? "" : words.percent(efficiency),
    X: names.label(joiners.join("+")),
    A: names.label(target),
  });
}

/** What the edits assume, each assumption once. @param {Report} report @param {Language} ctx */
export function assumptions(report, ctx) {
  const { words } = ctx;
  const all = report.scenario.edits.map((edit) => {
    if ("pool" in edit) return poolAssumes(edit.pool, ctx);
    if ("award" in edit) return words.say("tool.flip.note");
    return words.say("swing" in edit ? "swing.model" : "away.members");
  });
  return [...new Set(all)];
}

/**
 * "Kanke: BJP → INC; …"; empty for the declared result.
 * @param {Report} report @param {Context} ctx
 */
export function editsSentence(report, ctx) {
  const edits = editsSaid(report, ctx).join("; ");
  return edits && ctx.words.say("away.edits", { edits });
}

/** "Source: Election Commission of India. As of 23 Nov 2024." @param {Language} ctx */
export function sourceSaid(ctx) {
  const { publisher, day } = publishedBy(ctx);
  const key = day ? "away.source" : "away.source.undated";
  return ctx.words.say(key, { sources: publisher, date: ctx.words.date(day) });
}
