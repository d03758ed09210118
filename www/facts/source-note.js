/** What a table of facts is computed from, said where it stands. */

import { make } from "../components/dom.js";
import { sourceLink } from "./links.js";

/** @import { Context, Dataset, Source } from "../types.d.ts" */
/** @typedef {{ dataset: Dataset, blocks: string[] }} Basis */

/**
 * "Results by constituency, … · Election Commission of India · as of 23 Nov 2024"
 * @param {Source} source @param {Pick<Context, "words">} ctx
 */
export function sourceParts({ name, publisher, url, as_of }, { words }) {
  const said = [
    words.name(publisher),
    as_of && words.say("sources.asOf", { date: words.date(as_of) }),
  ];
  return [sourceLink(url, words.name(name)), ...said.filter(Boolean).map((one) => ` · ${one}`)];
}

/** The sources of these blocks, each once. @param {Basis} basis */
const sourcesOf = ({ dataset, blocks }) =>
  (dataset.sources ?? []).filter((source) => blocks.some((one) => source.blocks.includes(one)));

/** Whether NOTA is known. @param {Dataset} dataset */
export const hasNota = (dataset) => sourcesOf({ dataset, blocks: ["nota"] }).length > 0;

/**
 * "Computed from: …": the sources of these blocks of the data, by default of the votes alone; where
 * the data name none, that.
 * @param {Context} ctx @param {...Basis} bases
 */
export function computedFrom(ctx, ...bases) {
  const { words } = ctx;
  const all = bases.length ? bases : [{ dataset: ctx.dataset, blocks: ["votes"] }];
  const sources = [...new Set(all.flatMap(sourcesOf))];
  const parts = sources.flatMap((source, i) => [i ? "; " : "", ...sourceParts(source, ctx)]);
  const said = sources.length
    ? [words.say("facts.from"), " ", ...parts, "."]
    : [words.say("facts.from.none")];
  return make("p", { class: "source-note" }, ...said);
}
