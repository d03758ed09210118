/**
 * People the reports of the day spoke of, and how they fared, as declared and as the scenario has
 * it.
 */

import { list, make, swatch, text } from "../components/dom.js";
import { facts } from "./data.js";
import { computedFrom } from "./source-note.js";

/** @import { Context, Report } from "../types.d.ts" */
/** @import { Person } from "./types.d.ts" */

/** @param {Context} ctx */
export async function peopleView(ctx) {
  const { words, names, session } = ctx;
  const { people } = await facts(ctx);
  const rows = make("ul", { class: "people", role: "list" });
  const note = make("p", { class: "quiet-text" }, words.say("people.note"));

  /** @param {Person} person */
  function build({ constituency, candidate, role, sources }) {
    const { candidates } = session.core.constituency(constituency);
    const party = candidates.find(({ serial }) => serial === candidate)?.party ?? "IND";
    const name = make("b", {}, names.candidate(constituency, candidate));
    const place = make("small", {}, `${names.label(party)} · ${names.seat(constituency)}`);
    const result = make("span", { class: "person-result" });
    const cited = { role: words.name(role), sources: [...new Set(sources)].join("; ") };
    const node = make(
      "li",
      {},
      make("p", {}, swatch(names.colour(party)), name, " ", place),
      make("p", {}, result),
      make("p", { class: "quiet-text" }, words.say("people.role", cited)),
    );
    return { node, result };
  }

  /** @param {Report} report */
  const render = (report) =>
    list(
      rows,
      people,
      ({ constituency, candidate }) => `${constituency} ${candidate}`,
      build,
      ({ result }, person) => text(result, resultSaid(person, report, ctx)),
    );

  return { node: make("div", {}, rows, note, computedFrom(ctx)), render };
}

/** @param {Person} person @param {Report} report @param {Context} ctx */
function resultSaid({ constituency, candidate }, report, { words, names, dataset, session }) {
  const { candidates } = session.core.constituency(constituency);
  // The core lists them by present votes.
  const place = candidates.findIndex(({ serial }) => serial === candidate) + 1;
  const { holder, votes } = candidates[place - 1];
  const winner = candidates.find((other) => other.holder);
  const index = dataset.constituencies.findIndex(({ id }) => id === constituency);
  const n = report.constituencies.margin[index];
  const decided = n >= 0;
  if (holder) return words.say(decided ? "people.won" : "people.holds", { n });
  if (!winner) return words.say("people.vacant");
  const key = place === 2 && decided ? "second" : place === 3 ? "third" : "lost";
  const who = names.candidate(constituency, winner.serial);
  return words.say(`people.${key}`, {
    n,
    votes: votes ?? 0,
    who,
    party: names.label(winner.party),
  });
}
