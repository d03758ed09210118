/** What was changed, and what that assumes, in words: for all that leaves the page. */

import { publishedBy } from "../dataset/sources.js";
import { editSentence } from "./edit-sentence.js";

/** @typedef {import("../pkg/seat_calculator.js").Report} Report */

/** More seats given by hand than these are not named one by one. */
const FEW = 3;
/** The note of each kind of edit before the vote or by hand; all others are about members. @type {Record<string, string>} */
const NOTES = { award: "tool.flip.note", swing: "swing.model" };

/** The edits one by one; of many seats given by hand the number alone says enough. @param {Report} report @param {any} ctx @returns {string[]} */
export function editsSaid(report, ctx) {
  const { edits } = report.scenario;
  const many = edits.filter((edit) => "award" in edit).length > FEW;
  return edits
    .filter((edit) => !many || !("award" in edit))
    .map((edit) => editSentence(edit, report, ctx));
}

/** What a pool assumes. @param {{ target: string, joiners: string[], efficiency: number | null }} pool @param {any} ctx */
export function poolAssumes({ target, joiners, efficiency }, { words, names }) {
  return words.say("pool.assumes", {
    e: efficiency === null ? "" : words.percent(efficiency),
    X: names.label(joiners.join("+")),
    A: names.label(target),
  });
}

/** What the edits assume, each assumption once. @param {Report} report @param {any} ctx @returns {string[]} */
export function assumptions(report, { words, names }) {
  return [
    ...new Set(
      report.scenario.edits.map((edit) => {
        const [[kind, body]] = Object.entries(edit);
        if (kind !== "pool") return words.say(NOTES[kind] ?? "away.members");
        return poolAssumes(body, { words, names });
      }),
    ),
  ];
}

/** Both as sentences, or nothing for the declared result. @param {Report} report @param {any} ctx */
export function changesSaid(report, ctx) {
  const edits = editsSaid(report, ctx);
  return [
    edits.length ? ctx.words.say("away.edits", { edits: edits.join("; ") }) : "",
    ...assumptions(report, ctx),
  ]
    .filter(Boolean)
    .join(" ");
}

/** "Source: Election Commission of India. As of 23 Nov 2024." @param {any} ctx */
export function sourceSaid(ctx) {
  const { publisher, day } = publishedBy(ctx);
  return ctx.words.say("away.source", { sources: publisher, date: ctx.words.date(day) });
}
